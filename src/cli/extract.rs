//! `countylens extract`: reports in, observations out.

use std::io::{self, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, Scope};

use super::{ExtractArguments, Format, explain};
use crate::codelist::Codelists;
use crate::export;
use crate::model::{Report, TextEncoding};
use crate::pipeline::{self, ReadOptions};
use crate::project;

pub(super) fn run(arguments: &ExtractArguments) -> ExitCode {
    let codelists = super::codelists();
    let mut failed = false;
    let written = each_report(&arguments.files, codelists, arguments.encoding, &mut failed, |reports| {
        let mut out = io::BufWriter::new(io::stdout().lock());
        let written = match arguments.format {
            _ if arguments.explain => explain::write(reports, &mut out),
            Format::Json => export::write_json(reports, &mut out),
            Format::Csv => export::write_csv(reports, &mut out),
        };
        written.and_then(|()| out.flush())
    });
    super::exit(written, failed)
}

/// All reports of `files`, and whether one could not be read.
pub(super) fn read_reports(
    files: &[PathBuf],
    codelists: &Codelists,
    encoding: Option<TextEncoding>,
) -> (Vec<Report>, bool) {
    let mut failed = false;
    let reports = each_report(files, codelists, encoding, &mut failed, |reports| reports.collect());
    (reports, failed)
}

/// Gives `take` the reports of `files` as they are read, and says what a user should know of each.
fn each_report<T>(
    files: &[PathBuf],
    codelists: &Codelists,
    encoding: Option<TextEncoding>,
    failed: &mut bool,
    take: impl FnOnce(&mut dyn Iterator<Item = Report>) -> T,
) -> T {
    thread::scope(|scope| {
        let read = read_all(scope, files, codelists, ReadOptions { encoding });
        let mut reports = read.filter_map(|(path, read)| match read {
            Ok(report) => {
                tell(path, &report);
                Some(report)
            }
            Err(message) => {
                eprintln!("countylens: {message}");
                *failed = true;
                None
            }
        });
        take(&mut reports)
    })
}

/// Reads `files` on all cores and gives them in their order.
///
/// The files are dealt out like cards, and a thread waits until its report is taken: never more reports are held than
/// there are threads, however many files there are.
fn read_all<'scope>(
    scope: &'scope Scope<'scope, '_>,
    files: &'scope [PathBuf],
    codelists: &'scope Codelists,
    options: ReadOptions,
) -> impl Iterator<Item = (&'scope Path, Result<Report, String>)> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(files.len());
    let hands: Vec<Receiver<Result<Report, String>>> = (0..threads)
        .map(|first| {
            let (give, take) = mpsc::sync_channel(0);
            scope.spawn(move || {
                for path in files.iter().skip(first).step_by(threads) {
                    // Nobody takes reports any more: the output could not be written.
                    if give.send(read(path, codelists, options)).is_err() {
                        break;
                    }
                }
            });
            take
        })
        .collect();
    files.iter().enumerate().map_while(move |(index, path)| {
        let hand = hands.get(index.checked_rem(threads)?)?;
        Some((path.as_path(), hand.recv().ok()?))
    })
}

/// Says what a reader of `report` should know.
fn tell(path: &Path, report: &Report) {
    for diagnostic in &report.diagnostics {
        let hint = diagnostic.hint.as_ref().map(|hint| format!("; {hint}")).unwrap_or_default();
        let place = diagnostic.span.map(|span| format!(" at character {}", span.start)).unwrap_or_default();
        eprintln!("countylens: {}{place}: {}{hint}", path.display(), diagnostic.message);
    }
}

fn read(path: &Path, codelists: &Codelists, options: ReadOptions) -> Result<Report, String> {
    let bytes = if path == Path::new("-") { project::read_standard_input() } else { project::read_source(path) };
    let bytes = bytes.map_err(|error| error.to_string())?;
    let name = path.display().to_string();
    pipeline::read_with(&bytes, &name, codelists, options).map_err(|error| format!("{name}: {error}"))
}
