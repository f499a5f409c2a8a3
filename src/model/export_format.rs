//! The kinds of files that a comparison and the figures are written as.

use std::path::Path;

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExportFormat {
    /// A workbook: typed numbers, a sheet for each table, links from a figure to its source.
    Xlsx,
    /// Comma-separated values, UTF-8 with byte-order mark.
    Csv,
    /// One page with everything in it, every figure linked to its highlighted sentence.
    Html,
    /// Tables for notes.
    Markdown,
    /// One document for programs.
    Json,
    /// SDMX-CSV 2.0, for statistical systems.
    Sdmx,
}

impl ExportFormat {
    /// All, in menu order.
    pub const ALL: [Self; 6] = [Self::Xlsx, Self::Csv, Self::Html, Self::Markdown, Self::Json, Self::Sdmx];

    /// What its files' names end with, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Json => "json",
            Self::Sdmx => "sdmx.csv",
        }
    }

    /// The kind that a file's name asks for.
    pub fn of_path(path: &Path) -> Option<Self> {
        let name = path.file_name()?.to_str()?.to_ascii_lowercase();
        let ends_in = |ending: &str| name.strip_suffix(ending).is_some_and(|stem| stem.ends_with('.'));
        // The longest ending counts: `.sdmx.csv` is no plain table.
        let found = Self::ALL.into_iter().filter(|format| ends_in(format.extension()));
        let found = found.max_by_key(|format| format.extension().len());
        found.or_else(|| ends_in("htm").then_some(Self::Html))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_tells_the_format() {
        for (name, format) in [
            ("a.xlsx", Some(ExportFormat::Xlsx)),
            ("out/B.CSV", Some(ExportFormat::Csv)),
            ("a.sdmx.csv", Some(ExportFormat::Sdmx)),
            ("a.htm", Some(ExportFormat::Html)),
            ("a.md", Some(ExportFormat::Markdown)),
            ("asdmx.csv", Some(ExportFormat::Csv)),
            ("json", None),
            ("a.txt", None),
        ] {
            assert_eq!(ExportFormat::of_path(Path::new(name)), format, "{name}");
        }
        for format in ExportFormat::ALL {
            let name = format!("x.{}", format.extension());
            assert_eq!(ExportFormat::of_path(Path::new(&name)), Some(format));
        }
    }
}
