//! `countylens extract`: reports in, observations out.

use std::io::{self, Write};
use std::path::Path;
use std::process::ExitCode;

use super::{ExtractArguments, Format, explain};
use crate::codelist::Codelists;
use crate::export;
use crate::model::Report;
use crate::pipeline::{self, ReadOptions};
use crate::project;

pub(super) fn run(arguments: &ExtractArguments) -> ExitCode {
    let (codelists, message) = project::codelists();
    if let Some(message) = message {
        eprintln!("countylens: {message}");
    }
    let options = ReadOptions { encoding: arguments.encoding };
    let mut reports = Vec::new();
    let mut failed = false;
    for path in &arguments.files {
        match read(path, codelists, options) {
            Ok(report) => {
                for diagnostic in &report.diagnostics {
                    let hint = diagnostic.hint.as_ref().map(|hint| format!("; {hint}")).unwrap_or_default();
                    let place = diagnostic.span.map(|span| format!(" at character {}", span.start)).unwrap_or_default();
                    eprintln!("countylens: {}{place}: {}{hint}", path.display(), diagnostic.message);
                }
                reports.push(report);
            }
            Err(message) => {
                eprintln!("countylens: {message}");
                failed = true;
            }
        }
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written = match arguments.format {
        _ if arguments.explain => explain::write(&reports, &mut out),
        Format::Json => export::write_json(&reports, &mut out),
        Format::Csv => export::write_csv(&reports, &mut out),
    };
    match written.and_then(|()| out.flush()) {
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

fn read(path: &Path, codelists: &Codelists, options: ReadOptions) -> Result<Report, String> {
    let bytes = if path == Path::new("-") { project::read_standard_input() } else { project::read_source(path) };
    let bytes = bytes.map_err(|error| error.to_string())?;
    let name = path.display().to_string();
    pipeline::read_with(&bytes, &name, codelists, &options).map_err(|error| format!("{name}: {error}"))
}
