//! `countylens sheet`: the comparison picture as a file, without a window or a display.

use std::path::Path;
use std::process::ExitCode;

use super::compare::{choose, tolerance};
use super::{SheetArguments, codelists, exit, extract};
use crate::audit;
use crate::compare::{Comparison, LEADING_INDICATOR, Trends, areas};
use crate::locale::{Locale, NumberStyle, UnitStyle};
use crate::model::IndicatorId;
use crate::project::save_atomically;
use crate::sheet::{Sheet, SheetFormat, SheetOptions, SheetRows, SheetSource, page_path};

/// Wrong usage, as the argument parser has it.
const USAGE: u8 = 2;

pub(super) fn run(arguments: &SheetArguments) -> ExitCode {
    match make(arguments) {
        Ok(failed) => exit(Ok(()), failed),
        Err((status, message)) => {
            eprintln!("countylens: {message}");
            ExitCode::from(status)
        }
    }
}

/// Makes the picture; whether a report could not be read, else an exit status and what to say.
fn make(arguments: &SheetArguments) -> Result<bool, (u8, String)> {
    let usage = |message: String| (USAGE, message);
    let format = format_of(&arguments.output).map_err(usage)?;
    let codelists = codelists();
    let rows = SheetRows::parse(&arguments.rows, codelists).map_err(|error| usage(error.to_string()))?;
    let (reports, failed) = extract::read_reports(&arguments.files, codelists, arguments.encoding);
    let sides = choose([&arguments.left, &arguments.right], &areas(&reports)).map_err(usage)?;
    let tolerance = tolerance(arguments.years);
    let comparison = Comparison::of(&reports, sides.each_ref().map(Option::as_ref), codelists, tolerance);
    let derived = audit::derived(&reports, codelists);
    let plotted = [IndicatorId::new(LEADING_INDICATOR)];
    let trends = Trends::of(&reports, &comparison.profiles, &[], (&plotted, &derived), codelists);
    let language = arguments.lang.language();
    let units = UnitStyle { numbers: NumberStyle::of(language), ..UnitStyle::default() };
    let locale = Locale::new(language).with_units(units);
    let lines = rows.lines(&comparison, &reports, &derived, codelists);
    let source = SheetSource {
        comparison: &comparison,
        trends: &trends,
        reports: &reports,
        codelists,
        derived: &derived,
        lines: &lines,
        locale: &locale,
    };
    let options = SheetOptions { size: arguments.size.size(), theme: arguments.theme.theme(), date: arguments.date };
    let files = Sheet::of(&source, options).files(format, f32::from(arguments.scale));
    let files = files.map_err(|error| (1, format!("{}: {error}", arguments.output.display())))?;
    for (index, bytes) in files.iter().enumerate() {
        let path = page_path(&arguments.output, index);
        save_atomically(&path, bytes).map_err(|error| (1, error.to_string()))?;
        println!("{}", path.display());
    }
    Ok(failed)
}

/// The format that the ending of `path` names.
fn format_of(path: &Path) -> Result<SheetFormat, String> {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let known = SheetFormat::ALL.into_iter().find(|format| Some(format.extension()) == ending.as_deref());
    known.ok_or_else(|| {
        format!("{}: the ending says no picture format; let the name end in .png, .svg or .pdf", path.display())
    })
}
