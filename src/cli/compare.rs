//! `countylens compare`: two counties side by side, without a window.

use std::io::{self, Write};
use std::process::ExitCode;

use unicode_width::UnicodeWidthStr;

use super::{CompareArguments, TableFormat, Years, codelists, exit, extract, output};
use crate::audit;
use crate::compare::{AreaEntry, AreaKey, Comparison, Tolerance, areas};
use crate::export::{ComparisonSheet, ExportFormat};
use crate::locale::{Locale, NumberStyle, UnitStyle};

pub(super) fn run(arguments: &CompareArguments) -> ExitCode {
    let codelists = codelists();
    let path = arguments.output.path.as_deref();
    let format = match arguments.format {
        Some(format) => Ok(format.file()),
        None => output::format_of(None, path),
    };
    let format = match (format, path) {
        (Ok(None), Some(_)) => {
            return output::wrong_usage("a table for the terminal goes into no file; give --format md");
        }
        (Ok(format), _) => format,
        (Err(message), _) => return output::wrong_usage(&message),
    };
    let documents = extract::read_documents(&arguments.files, codelists, arguments.encoding);
    let known = areas(&documents.reports);
    let sides = match choose([&arguments.left, &arguments.right], &known) {
        Ok(sides) => sides,
        Err(message) => return output::wrong_usage(&message),
    };
    let tolerance = tolerance(arguments.years);
    let comparison = Comparison::of(&documents.reports, sides.each_ref().map(Option::as_ref), codelists, tolerance);
    let language = arguments.lang.language();
    // What is read by people follows their language; what goes into files is plain.
    let units = match format {
        None => UnitStyle { numbers: NumberStyle::of(language), ..UnitStyle::default() },
        Some(_) => UnitStyle::default(),
    };
    let locale = Locale::new(language).with_units(units);
    let derived = audit::derived(&documents.reports, codelists);
    let figures = documents.figures(&derived, codelists, &locale);
    let sheet = ComparisonSheet { comparison: &comparison, figures };
    if let Some(format) = format {
        return output::write(format, path, documents.failed, |out| sheet.write(format, out));
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written = write_table(&sheet, &mut out);
    exit(written.and_then(|()| out.flush()), documents.failed)
}

impl TableFormat {
    /// The kind of file; `None` for the terminal.
    fn file(self) -> Option<ExportFormat> {
        Some(match self {
            Self::Table => return None,
            Self::Csv => ExportFormat::Csv,
            Self::Json => ExportFormat::Json,
            Self::Md => ExportFormat::Markdown,
            Self::Html => ExportFormat::Html,
            Self::Xlsx => ExportFormat::Xlsx,
            Self::Sdmx => ExportFormat::Sdmx,
        })
    }
}

pub(super) fn tolerance(years: Years) -> Tolerance {
    match years {
        Years::Same => Tolerance::SameYear,
        Years::One => Tolerance::OneYear,
        Years::Latest => Tolerance::Latest,
    }
}

/// The two counties that were asked for; where none was, those with most figures.
pub(super) fn choose(asked: [&Option<String>; 2], known: &[AreaEntry]) -> Result<[Option<AreaKey>; 2], String> {
    let mut sides = [None, None];
    for (side, name) in sides.iter_mut().zip(asked) {
        *side = name.as_ref().map(|name| named(name, known)).transpose()?;
    }
    for index in 0..sides.len() {
        if sides[index].is_none() {
            let free = known.iter().map(|entry| &entry.key).find(|key| !sides.contains(&Some((*key).clone())));
            sides[index] = free.cloned();
        }
    }
    Ok(sides)
}

fn named(name: &str, known: &[AreaEntry]) -> Result<AreaKey, String> {
    let asked = name.trim();
    let exact = |entry: &&AreaEntry| {
        *entry.area.name == *asked || entry.area.code.is_some_and(|code| code.to_string() == asked)
    };
    let begins = |entry: &&AreaEntry| !asked.is_empty() && entry.area.name.starts_with(asked);
    let found = known.iter().find(exact).or_else(|| known.iter().find(begins));
    found.map(|entry| entry.key.clone()).ok_or_else(|| {
        let names: Vec<&str> = known.iter().map(|entry| &*entry.area.name).collect();
        let spoken_of = if names.is_empty() { "no county or city".to_owned() } else { names.join(", ") };
        format!("the reports state no figure of “{asked}”; they speak of {spoken_of}")
    })
}

/// Columns lined up by the width that a terminal gives Chinese characters.
fn write_table(sheet: &ComparisonSheet<'_>, out: &mut impl Write) -> io::Result<()> {
    let rows = sheet.rows();
    let heads = sheet.heads();
    let cells: Vec<[&str; 5]> = rows
        .iter()
        .map(|row| {
            [
                row.name.as_str(),
                row.cells[0].as_str(),
                row.cells[1].as_str(),
                row.difference.as_str(),
                row.ratio.as_str(),
            ]
        })
        .collect();
    let all = std::iter::once(heads.each_ref().map(String::as_str)).chain(cells.iter().copied());
    let mut widths = [0; 5];
    for line in all {
        for (width, text) in widths.iter_mut().zip(line) {
            *width = (*width).max(text.width());
        }
    }
    let line = |cells: [&str; 5]| {
        let padded = cells.iter().zip(widths).enumerate().map(|(column, (text, width))| {
            let blanks = " ".repeat(width - text.width());
            if column == 0 { format!("{text}{blanks}") } else { format!("{blanks}{text}") }
        });
        padded.collect::<Vec<_>>().join("  ")
    };
    writeln!(out, "{}", line(heads.each_ref().map(String::as_str)).trim_end())?;
    for (row, cells) in rows.iter().zip(cells) {
        if !row.group.is_empty() {
            writeln!(out, "── {}", row.group)?;
        }
        writeln!(out, "{}", line(cells).trim_end())?;
    }
    Ok(())
}
