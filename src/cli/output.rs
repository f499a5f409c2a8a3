//! Where a command writes: to standard output, or into a file in one step.

use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::process::ExitCode;

use crate::export::{ExportFormat, sdmx_structure, sdmx_structure_path};
use crate::project;

/// Wrong usage, as the argument parser has it.
const USAGE: u8 = 2;

/// The format that was asked for, else the one that the file's name tells; `None` where neither is given.
pub(super) fn format_of(asked: Option<ExportFormat>, path: Option<&Path>) -> Result<Option<ExportFormat>, String> {
    match (asked, path) {
        (Some(format), _) => Ok(Some(format)),
        (None, None) => Ok(None),
        (None, Some(path)) => ExportFormat::of_path(path).map(Some).ok_or_else(|| {
            let known = ExportFormat::ALL.map(ExportFormat::extension).join(", ");
            format!("{}: the name does not tell the format; end it in one of {known}, or give --format", path.display())
        }),
    }
}

/// Says what was wrong with the arguments.
pub(super) fn wrong_usage(message: &str) -> ExitCode {
    eprintln!("countylens: {message}");
    ExitCode::from(USAGE)
}

/// Writes what `fill` makes into the file at `path`, or prints it.
pub(super) fn write(
    format: ExportFormat,
    path: Option<&Path>,
    failed: bool,
    fill: impl FnOnce(&mut Vec<u8>) -> io::Result<()>,
) -> ExitCode {
    if path.is_none() && format == ExportFormat::Xlsx && io::stdout().is_terminal() {
        return wrong_usage("a workbook cannot be shown here; name a file with -o");
    }
    let mut bytes = Vec::new();
    let written = fill(&mut bytes);
    if let Some(path) = path {
        return save(format, path, &bytes, written, failed);
    }
    let mut out = io::stdout().lock();
    super::exit(written.and_then(|()| out.write_all(&bytes)).and_then(|()| out.flush()), failed)
}

/// Saves `bytes`, which were `written` in full, and beside SDMX-CSV the note on its structure.
pub(super) fn save(format: ExportFormat, path: &Path, bytes: &[u8], written: io::Result<()>, failed: bool) -> ExitCode {
    if let Err(error) = written {
        eprintln!("countylens: {}: not written ({error})", path.display());
        return ExitCode::from(1);
    }
    let note = (format == ExportFormat::Sdmx).then(|| (sdmx_structure_path(path), sdmx_structure()));
    let note = note.as_ref().map(|(path, note)| (path.as_path(), note.as_bytes()));
    for (path, bytes) in [(path, bytes)].into_iter().chain(note) {
        if let Err(error) = project::save_atomically(path, bytes) {
            eprintln!("countylens: {error}");
            return ExitCode::from(1);
        }
    }
    if failed { ExitCode::from(1) } else { ExitCode::SUCCESS }
}
