//! Reads sources on a thread of their own, so that the window never waits.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use crate::codelist::Codelists;
use crate::compare::Side;
use crate::pipeline::{Document, ReadError, ReadOptions};
use crate::project::{MAX_SOURCE_BYTES, SourceError, read_source};
use crate::ui::{Notice, NoticeKind};

/// Turns bytes into a report and its text: [`crate::pipeline::read_document`], or a stand-in in tests.
pub type ReadFunction = fn(&[u8], &str, &Codelists, ReadOptions) -> Result<Document, ReadError>;

/// Something to read.
#[derive(Debug, Clone)]
pub(super) enum Source {
    /// A file.
    File(PathBuf),
    /// Bytes at hand: a sample or pasted text, with a name.
    Bytes(String, Arc<[u8]>),
}

impl Source {
    fn path(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Bytes(name, _) => name.clone(),
        }
    }
}

/// Which side the reports of a batch are meant for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Placement {
    /// Wherever there is room.
    Any,
    /// This side.
    On(Side),
}

/// News from a reading thread, with the number of the batch.
#[derive(Debug)]
pub(super) struct ReadingNews {
    pub(super) batch: u64,
    pub(super) event: ReadingEvent,
}

/// What happened.
#[derive(Debug)]
pub(super) enum ReadingEvent {
    /// The source of this name is next.
    Started(String),
    /// It was read, from these bytes.
    Read(Box<Document>, Arc<[u8]>),
    /// It could not be read.
    Failed(Notice),
}

/// What a batch needs of the app.
pub(super) struct ReadingTools {
    pub(super) batch: u64,
    pub(super) read: ReadFunction,
    /// What the user asks of the reading.
    pub(super) asked: ReadOptions,
    pub(super) codelists: &'static Codelists,
    /// Set when nobody waits for this batch any more.
    pub(super) cancelled: Arc<AtomicBool>,
    pub(super) news: Sender<ReadingNews>,
    /// Wakes the window.
    pub(super) wake: egui::Context,
}

/// Starts reading `sources`; news arrive through the tools.
pub(super) fn start_reading(sources: Vec<Source>, tools: ReadingTools) -> std::io::Result<()> {
    thread::Builder::new().name("reader".to_owned()).spawn(move || read_all(&sources, &tools)).map(drop)
}

fn read_all(sources: &[Source], tools: &ReadingTools) {
    let tell = |event| {
        // The window may be gone already; then nobody needs to know.
        if tools.news.send(ReadingNews { batch: tools.batch, event }).is_ok() {
            tools.wake.request_repaint();
        }
    };
    for source in sources {
        if tools.cancelled.load(Ordering::Relaxed) {
            return;
        }
        tell(ReadingEvent::Started(file_name(&source.path())));
        tell(match read_one(source, tools) {
            Ok((document, bytes)) => ReadingEvent::Read(Box::new(document), bytes),
            Err(notice) => ReadingEvent::Failed(notice),
        });
    }
}

fn read_one(source: &Source, tools: &ReadingTools) -> Result<(Document, Arc<[u8]>), Notice> {
    let path = source.path();
    let bytes: Arc<[u8]> = match source {
        Source::File(file) => read_source(file).map_err(|error| source_notice(&path, &error))?.into(),
        Source::Bytes(_, bytes) => Arc::clone(bytes),
    };
    // A fault of the reader must not leave the window waiting for news that never come.
    let outcome = catch_unwind(AssertUnwindSafe(|| (tools.read)(&bytes, &path, tools.codelists, tools.asked)));
    match outcome {
        Ok(read) => read.map(|document| (document, bytes)).map_err(|error| read_notice(&path, &error)),
        Err(_) => Err(error_notice("error-fault", vec![("name", path)])),
    }
}

fn source_notice(path: &str, error: &SourceError) -> Notice {
    let mut arguments = vec![("name", path.to_owned())];
    match error {
        SourceError::TooLarge { megabytes, .. } => {
            arguments.push(("megabytes", megabytes.to_string()));
            arguments.push(("limit", (MAX_SOURCE_BYTES / 1024 / 1024).to_string()));
        }
        SourceError::Io { source, .. } => arguments.push(("reason", source.to_string())),
        SourceError::NotFound(_) | SourceError::Folder(_) | SourceError::NotPermitted(_) => {}
    }
    error_notice(&format!("error-{}", error.code()), arguments)
}

fn read_notice(path: &str, error: &ReadError) -> Notice {
    let mut arguments = vec![("name", path.to_owned()), ("reason", error.to_string())];
    if let ReadError::NotText { kind } = error {
        arguments.push(("kind", (*kind).to_owned()));
    }
    error_notice(&format!("error-{}", error.code()), arguments)
}

/// A message that something did not work.
pub(super) fn error_notice(key: &str, arguments: Vec<(&'static str, String)>) -> Notice {
    Notice { kind: NoticeKind::Error, key: key.to_owned(), arguments }
}

/// The last part of a path.
pub(super) fn file_name(path: &str) -> String {
    path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned()
}
