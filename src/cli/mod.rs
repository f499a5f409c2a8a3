//! The command line: the same engine without a window. Printing is allowed here and nowhere else.
#![allow(clippy::print_stdout, clippy::print_stderr)]

mod extract;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::model::TextEncoding;
use clap::{Args, Parser, Subcommand, ValueEnum};

/// 县鉴 CountyLens reads Chinese reports on how counties left poverty and lays two counties side by side.
///
/// Without a command it opens the window, on the given files if there are any.
#[derive(Debug, Parser)]
#[command(name = "countylens", version, args_conflicts_with_subcommands = true)]
#[command(
    after_help = "Examples:\n  countylens zhongyang-2018.txt linxian-2019.txt     both reports in the window\n  countylens extract report.txt                       every figure of a report, as JSON\n  countylens extract --format csv *.txt > out.csv     a table for a spreadsheet\n\nIt runs offline: nothing is sent anywhere."
)]
pub struct Arguments {
    /// What to do instead of opening the window.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// Text files to open in the window.
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
}

/// Arguments of `extract`.
#[derive(Debug, Args)]
pub struct ExtractArguments {
    /// How to print: `json` has everything, `csv` one line a figure (UTF-8 with byte-order mark, opens in Excel and WPS).
    #[arg(long, value_enum, default_value_t = Format::Json)]
    pub format: Format,
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
    /// One JSON document, schema 1 (see the README).
    Json,
    /// A table, one line a figure.
    Csv,
}

/// Runs a command; the exit status is the process's.
pub fn run(command: &Command) -> ExitCode {
    match command {
        Command::Extract(arguments) => extract::run(arguments),
    }
}
