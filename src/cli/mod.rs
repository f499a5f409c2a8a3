//! The command line: the same engine without a window. Printing is allowed here and nowhere else.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod check;
mod compare;
mod describe;
mod explain;
mod extract;
mod output;
mod sheet;

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::codelist::Codelists;
use crate::locale::Language;
use crate::model::{Instant, TextEncoding};
use crate::project;
use crate::sheet::{SheetSize, SheetTheme};
use clap::{Args, CommandFactory, FromArgMatches, Parser, Subcommand, ValueEnum};

/// 县鉴 CountyLens reads Chinese reports on how counties left poverty and lays two counties side by side.
///
/// Without a command it opens the window, on the given files if there are any.
#[derive(Debug, Parser)]
#[command(name = "countylens", version, args_conflicts_with_subcommands = true)]
#[command(
    after_help = "Examples:\n  countylens zhongyang-2018.txt linxian-2019.txt     both reports in the window\n  countylens extract report.txt                       every figure of a report, as JSON\n  countylens extract --format csv *.txt > out.csv     a table for a spreadsheet\n  countylens check report.txt                         does the report agree with itself?\n  countylens compare --left 中阳 --right 临县 *.txt   two counties side by side\n  countylens compare -o both.xlsx a.txt b.txt         the same as a workbook (also html, md, csv, json)\n  countylens sheet --left 中阳 --right 临县 -o out.pdf *.txt   the same as a picture\n\nIt runs offline: nothing is sent anywhere."
)]
pub struct Arguments {
    /// What to do instead of opening the window.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Open a window of its own for the files, even if a window is open already.
    #[arg(long)]
    pub new_window: bool,
    /// Text files to open in the window, or a project (`NAME.countylens`). An open window takes them.
    #[arg(value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// The commands that need no window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Print every figure that the reports state: what it measures, for which place, for when, and its sentence.
    ///
    /// Exit status: 0 when all files were read, 1 when one could not be (the others are still printed, and the error
    /// names the file), 2 for wrong usage.
    Extract(ExtractArguments),
    /// Check the reports' own arithmetic: parts and wholes, shares, implied bases, changes, averages, repeated figures.
    ///
    /// Prints each check with its verdict (agrees, differs, cannot be checked), its arithmetic and its sentences. A check
    /// that differs is a finding, not a failure: exit status as for `extract`.
    #[command(visible_alias = "audit")]
    Check(CheckArguments),
    /// Print two counties side by side: the aligned indicators, their differences, and why a cell is empty.
    ///
    /// Exit status as for `extract`; 2 also where the reports speak of no such county.
    Compare(CompareArguments),
    /// Write the manual pages and the shell completions into a folder, for packages.
    #[command(hide = true)]
    Describe {
        /// The folder.
        folder: PathBuf,
    },
    /// Make the comparison picture: title, both counties, trend, aligned table, notes and sources, as PNG, SVG or PDF.
    ///
    /// Pages beyond the first go beside it as `OUT-2.png`, `OUT-3.png` (a PDF holds all). The names of the files are
    /// printed. The same reports and options give the same bytes. Exit status as for `compare`; 1 also where the picture
    /// could not be saved.
    Sheet(SheetArguments),
}

/// Arguments of `compare`.
#[derive(Debug, Args)]
pub struct CompareArguments {
    /// The left county, by name (`中阳县`, `中阳`) or six-digit code; without it, the county with most figures.
    #[arg(long, value_name = "COUNTY")]
    pub left: Option<String>,
    /// The right county; without it, the next one.
    #[arg(long, value_name = "COUNTY")]
    pub right: Option<String>,
    /// How to write: `table` for the terminal, else a file of this kind. Without it, the ending of `-o` tells.
    #[arg(long, value_enum)]
    pub format: Option<TableFormat>,
    /// Where to.
    #[command(flatten)]
    pub output: Output,
    /// How far apart in time two figures may be and still be subtracted.
    #[arg(long, value_enum, default_value_t = Years::Same)]
    pub years: Years,
    /// Language of the words around the figures.
    #[arg(long, value_enum, default_value_t = Words::Zh)]
    pub lang: Words,
    /// Read the files in this encoding (utf-8, utf-16, gb18030, big5) instead of telling it by their bytes.
    #[arg(long, value_name = "LABEL")]
    pub encoding: Option<TextEncoding>,
    /// Text files; `-` is standard input.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
}

/// Arguments of `sheet`.
#[derive(Debug, Args)]
pub struct SheetArguments {
    /// The left county, by name (`中阳县`, `中阳`) or six-digit code; without it, the county with most figures.
    #[arg(long, value_name = "COUNTY")]
    pub left: Option<String>,
    /// The right county; without it, the next one.
    #[arg(long, value_name = "COUNTY")]
    pub right: Option<String>,
    /// The file to write; its ending says the format: `.png`, `.svg` or `.pdf`.
    #[arg(short, long, value_name = "OUT")]
    pub output: PathBuf,
    /// The form: A4 upright or across, 16:9 for slides, one long column for a telephone, or the trend
    /// plot alone.
    #[arg(long, value_enum, default_value_t = PictureSize::A4)]
    pub size: PictureSize,
    /// Pixels of a PNG for each point of the page, 1 to 4.
    #[arg(long, value_name = "N", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=4))]
    pub scale: u8,
    /// Language of the words around the figures.
    #[arg(long, value_enum, default_value_t = Words::Zh)]
    pub lang: Words,
    /// In colour, or black on white for print.
    #[arg(long, value_enum, default_value_t = PictureTheme::Light)]
    pub theme: PictureTheme,
    /// Which rows, words set apart by commas: `indicators` (those of the catalogue), `all` (figures outside it too),
    /// `both` (stated of both counties), `differing`, `targets`, and ids of indicators and of groups (`poverty`).
    #[arg(long, value_name = "ROWS", default_value = "indicators")]
    pub rows: String,
    /// How far apart in time two figures may be and still be subtracted.
    #[arg(long, value_enum, default_value_t = Years::Same)]
    pub years: Years,
    /// The day that the picture says it was made on, as 2026-11-22; without it, it says none.
    #[arg(long, value_name = "DATE")]
    pub date: Option<Instant>,
    /// Read the files in this encoding (utf-8, utf-16, gb18030, big5) instead of telling it by their bytes.
    #[arg(long, value_name = "LABEL")]
    pub encoding: Option<TextEncoding>,
    /// Text files; `-` is standard input.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
}

/// The form of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PictureSize {
    /// A4 upright.
    A4,
    /// A4 across.
    A4Landscape,
    /// 16:9.
    Wide,
    /// One column, as long as it takes.
    Long,
    /// The trend plot alone.
    Plot,
}

impl PictureSize {
    fn size(self) -> SheetSize {
        match self {
            Self::A4 => SheetSize::A4,
            Self::A4Landscape => SheetSize::A4Landscape,
            Self::Wide => SheetSize::Wide,
            Self::Long => SheetSize::Long,
            Self::Plot => SheetSize::Plot,
        }
    }
}

/// The looks of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum PictureTheme {
    /// The counties' colours.
    Light,
    /// Black on white.
    Print,
}

impl PictureTheme {
    fn theme(self) -> SheetTheme {
        match self {
            Self::Light => SheetTheme::Light,
            Self::Print => SheetTheme::Print,
        }
    }
}

/// Where to write.
#[derive(Debug, Args)]
pub struct Output {
    /// Write into this file instead of printing; a file that is there is replaced in one step.
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    pub path: Option<PathBuf>,
}

/// How `compare` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TableFormat {
    /// Columns lined up for the terminal.
    Table,
    /// UTF-8 with byte-order mark, opens in Excel and WPS.
    Csv,
    /// One JSON document.
    Json,
    /// Markdown, every figure with a footnote.
    Md,
    /// One page, every figure linked to its highlighted sentence.
    Html,
    /// A workbook: the comparison, all figures, their sources.
    Xlsx,
    /// SDMX-CSV 2.0; with -o, a note on its structure is written beside it.
    Sdmx,
}

/// How far apart in time two figures may be and still be subtracted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Years {
    /// The same year.
    Same,
    /// One year.
    One,
    /// The latest results of both, however far apart.
    Latest,
}

/// A language of the output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Words {
    /// 简体中文.
    Zh,
    /// English.
    En,
}

impl Words {
    fn language(self) -> Language {
        match self {
            Self::Zh => Language::Chinese,
            Self::En => Language::English,
        }
    }
}

/// Arguments of `extract`.
#[derive(Debug, Args)]
pub struct ExtractArguments {
    /// How to write; without it, the ending of `-o` tells, and JSON is printed.
    #[arg(long, value_enum)]
    pub format: Option<Format>,
    /// Where to.
    #[command(flatten)]
    pub output: Output,
    /// Print for a person instead: each figure in its sentence, and which rules gave it its area, period, indicator,
    /// status, form and bound.
    #[arg(long, conflicts_with_all = ["format", "path"])]
    pub explain: bool,
    /// Language of the words around the figures, in the formats for people.
    #[arg(long, value_enum, default_value_t = Words::Zh)]
    pub lang: Words,
    /// Read the files in this encoding (utf-8, utf-16, gb18030, big5) instead of telling it by their bytes.
    #[arg(long, value_name = "LABEL")]
    pub encoding: Option<TextEncoding>,
    /// Text files in UTF-8, UTF-16, Big5 or GB18030 (GBK, GB2312); `-` is standard input.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub struct CheckArguments {
    /// Print JSON: the checks with their terms, what they come to, and what rounding allows.
    #[arg(long)]
    pub json: bool,
    /// Read the files in this encoding (utf-8, utf-16, gb18030, big5) instead of telling it by their bytes.
    #[arg(long, value_name = "LABEL")]
    pub encoding: Option<TextEncoding>,
    /// Text files in UTF-8, UTF-16, Big5 or GB18030 (GBK, GB2312); `-` is standard input.
    #[arg(value_name = "FILE", required = true)]
    pub files: Vec<PathBuf>,
}

/// How `extract` prints.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// One JSON document, schema 1 (see the README): everything.
    Json,
    /// One line a figure; UTF-8 with byte-order mark, opens in Excel and WPS.
    Csv,
    /// Markdown, every figure with a footnote.
    Md,
    /// One page, every figure linked to its highlighted sentence.
    Html,
    /// A workbook: all figures, their sources.
    Xlsx,
    /// SDMX-CSV 2.0; with -o, a note on its structure is written beside it.
    Sdmx,
}

/// The arguments that the program was started with; ends it on wrong ones, and on `--help`, which says where the user's
/// own indicators go.
pub fn arguments() -> Arguments {
    let mut command = Arguments::command();
    if let Some(path) = crate::project::user_indicators_path() {
        let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
        let own = format!("Your own indicators, in the format of the built-in list: {}", path.display());
        command = command.after_help(format!("{help}\n\n{own}"));
    }
    Arguments::from_arg_matches(&command.get_matches()).unwrap_or_else(|error| error.exit())
}

/// Runs a command; the exit status is the process's.
pub fn run(command: &Command) -> ExitCode {
    match command {
        Command::Extract(arguments) => extract::run(arguments),
        Command::Compare(arguments) => compare::run(arguments),
        Command::Sheet(arguments) => sheet::run(arguments),
        Command::Check(arguments) => check::run(arguments),
        Command::Describe { folder } => describe::run(folder),
    }
}

/// The lists to read by, the user's own indicators among them.
fn codelists() -> &'static Codelists {
    let (codelists, message) = project::codelists();
    if let Some(message) = message {
        eprintln!("countylens: {message}");
    }
    codelists
}

/// The exit status after the output was `written`, or was not; `failed` where a file could not be read.
fn exit(written: io::Result<()>, failed: bool) -> ExitCode {
    match written {
        Ok(()) if failed => ExitCode::from(1),
        Ok(()) => ExitCode::SUCCESS,
        // A reader that closed the pipe (head, less) has what it wanted.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("countylens: the output could not be written ({error}); check the disk or the pipe");
            ExitCode::from(1)
        }
    }
}
