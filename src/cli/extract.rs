//! `countylens extract`: reports in, observations out.

use std::io::{self, Write};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, Scope};

use super::{ExtractArguments, Format, explain, output};
use crate::codelist::Codelists;
use crate::export::{self, ExportFormat, Figures};
use crate::locale::Locale;
use crate::model::{Derived, Report, SourceText, TextEncoding};
use crate::pipeline::{self, Document, ReadError, ReadOptions};
use crate::{audit, project};

pub(super) fn run(arguments: &ExtractArguments) -> ExitCode {
    let codelists = super::codelists();
    let path = arguments.output.path.as_deref();
    let format = match output::format_of(arguments.format.map(Format::file), path) {
        Ok(format) => format.unwrap_or(ExportFormat::Json),
        Err(message) => return output::wrong_usage(&message),
    };
    if arguments.explain || matches!(format, ExportFormat::Json | ExportFormat::Csv) {
        let mut failed = false;
        if let Some(path) = path {
            let mut bytes = Vec::new();
            let written = write_each(arguments, format, codelists, &mut failed, &mut bytes);
            return output::save(format, path, &bytes, written, failed);
        }
        let mut out = io::BufWriter::new(io::stdout().lock());
        let written = write_each(arguments, format, codelists, &mut failed, &mut out);
        return super::exit(written.and_then(|()| out.flush()), failed);
    }
    let documents = read_documents(&arguments.files, codelists, arguments.encoding);
    let locale = Locale::new(arguments.lang.language());
    let derived = audit::derived(&documents.reports, codelists);
    let figures = documents.figures(&derived, codelists, &locale);
    output::write(format, path, documents.failed, |out| figures.write(format, out))
}

/// Writes each report as soon as it is read, so that never all of them are held.
fn write_each(
    arguments: &ExtractArguments,
    format: ExportFormat,
    codelists: &Codelists,
    failed: &mut bool,
    out: &mut impl Write,
) -> io::Result<()> {
    each(&arguments.files, codelists, arguments.encoding, failed, &REPORT, |reports| match format {
        _ if arguments.explain => explain::write(reports, out),
        ExportFormat::Csv => export::write_csv(reports, out),
        _ => export::write_json(reports, out),
    })
}

impl Format {
    fn file(self) -> ExportFormat {
        match self {
            Self::Json => ExportFormat::Json,
            Self::Csv => ExportFormat::Csv,
            Self::Md => ExportFormat::Markdown,
            Self::Html => ExportFormat::Html,
            Self::Xlsx => ExportFormat::Xlsx,
            Self::Sdmx => ExportFormat::Sdmx,
        }
    }
}

/// Reports with their texts, and whether a file could not be read.
pub(super) struct Documents {
    pub(super) reports: Vec<Report>,
    pub(super) texts: Vec<SourceText>,
    pub(super) failed: bool,
}

impl Documents {
    /// Their figures, for the writers of files.
    pub(super) fn figures<'a>(
        &'a self,
        derived: &'a [Derived],
        codelists: &'a Codelists,
        locale: &'a Locale,
    ) -> Figures<'a> {
        Figures { reports: &self.reports, texts: &self.texts, derived, history: None, codelists, locale }
    }
}

/// How to read a file: into what, and where the report is in that.
struct Reader<T> {
    read: fn(&[u8], &str, &Codelists, ReadOptions) -> Result<T, ReadError>,
    report: fn(&T) -> &Report,
}

const REPORT: Reader<Report> = Reader { read: pipeline::read_with, report: |report| report };
const DOCUMENT: Reader<Document> = Reader { read: pipeline::read_document, report: |document| &document.report };

/// All reports of `files`, and whether one could not be read.
pub(super) fn read_reports(
    files: &[PathBuf],
    codelists: &Codelists,
    encoding: Option<TextEncoding>,
) -> (Vec<Report>, bool) {
    let mut failed = false;
    let reports = each(files, codelists, encoding, &mut failed, &REPORT, |reports| reports.collect());
    (reports, failed)
}

/// Reads `files` with their texts.
pub(super) fn read_documents(files: &[PathBuf], codelists: &Codelists, encoding: Option<TextEncoding>) -> Documents {
    let mut failed = false;
    let split = |documents: &mut dyn Iterator<Item = Document>| {
        documents.map(|Document { report, text }| (report, text)).unzip()
    };
    let (reports, texts) = each(files, codelists, encoding, &mut failed, &DOCUMENT, split);
    Documents { reports, texts, failed }
}

/// Gives `take` the `files` as they are read, and says what a user should know of each.
fn each<T: Send, R>(
    files: &[PathBuf],
    codelists: &Codelists,
    encoding: Option<TextEncoding>,
    failed: &mut bool,
    reader: &Reader<T>,
    take: impl FnOnce(&mut dyn Iterator<Item = T>) -> R,
) -> R {
    let Reader { read, report } = *reader;
    thread::scope(|scope| {
        let files = read_all(scope, files, move |path| read_with(path, codelists, ReadOptions { encoding }, read));
        let mut found = files.filter_map(|(path, found)| match found {
            Ok(found) => {
                tell(path, report(&found));
                Some(found)
            }
            Err(message) => {
                eprintln!("countylens: {message}");
                *failed = true;
                None
            }
        });
        take(&mut found)
    })
}

/// Reads `files` on all cores and gives them in their order.
///
/// The files are dealt out like cards, and a thread waits until its report is taken: never more reports are held than
/// there are threads, however many files there are.
fn read_all<'scope, T: Send + 'scope>(
    scope: &'scope Scope<'scope, '_>,
    files: &'scope [PathBuf],
    read: impl Fn(&Path) -> Result<T, String> + Copy + Send + 'scope,
) -> impl Iterator<Item = (&'scope Path, Result<T, String>)> {
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(files.len());
    let hands: Vec<Receiver<Result<T, String>>> = (0..threads)
        .map(|first| {
            let (give, take) = mpsc::sync_channel(0);
            scope.spawn(move || {
                for path in files.iter().skip(first).step_by(threads) {
                    // Nobody takes reports any more: the output could not be written.
                    if give.send(read(path)).is_err() {
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

fn read_with<T>(
    path: &Path,
    codelists: &Codelists,
    options: ReadOptions,
    read: fn(&[u8], &str, &Codelists, ReadOptions) -> Result<T, ReadError>,
) -> Result<T, String> {
    let bytes = if path == Path::new("-") { project::read_standard_input() } else { project::read_source(path) };
    let bytes = bytes.map_err(|error| error.to_string())?;
    let name = path.display().to_string();
    read(&bytes, &name, codelists, options).map_err(|error| format!("{name}: {error}"))
}
