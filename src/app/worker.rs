//! Reads sources on a thread of their own, so that the window never waits.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

use crate::codelist::Codelists;
use crate::compare::Side;
use crate::locale::file_name;
use crate::model::{Origin, SourceId, TextEncoding};
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
    /// A source of a project.
    Stored(Box<StoredSource>),
}

/// A source of a project, to be found again.
#[derive(Debug, Clone)]
pub(super) struct StoredSource {
    pub(super) id: SourceId,
    /// Its path, or its name where it never had one.
    pub(super) name: String,
    /// Where its file may be, the likeliest first.
    pub(super) files: Vec<PathBuf>,
    /// The hash that its bytes had.
    pub(super) sha256: String,
    /// The encoding that the user chose.
    pub(super) encoding: Option<TextEncoding>,
    /// Its bytes as the project keeps them.
    pub(super) contents: Option<Arc<[u8]>>,
}

/// What a report was read from.
#[derive(Debug, Clone)]
pub(super) struct ReadFrom {
    pub(super) bytes: Arc<[u8]>,
    /// The file, absolute.
    pub(super) file: Option<PathBuf>,
    /// Its number, where a project tells it.
    pub(super) id: Option<SourceId>,
    /// The encoding that the user chose.
    pub(super) encoding: Option<TextEncoding>,
}

impl Source {
    fn path(&self) -> String {
        match self {
            Self::File(path) => path.display().to_string(),
            Self::Bytes(name, _) => name.clone(),
            Self::Stored(stored) => stored.name.clone(),
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
    /// It was read.
    Read(Box<Document>, ReadFrom),
    /// It could not be read.
    Failed(Notice),
    /// It is not there; the project still knows it.
    Missing,
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
        tell(ReadingEvent::Started(file_name(&source.path()).to_owned()));
        tell(match read_one(source, tools) {
            Ok((document, from)) => ReadingEvent::Read(Box::new(document), from),
            Err(Some(notice)) => ReadingEvent::Failed(notice),
            Err(None) => ReadingEvent::Missing,
        });
    }
}

/// Reads one source; an error without words is that of a project's source that is nowhere.
fn read_one(source: &Source, tools: &ReadingTools) -> Result<(Document, ReadFrom), Option<Notice>> {
    let mut path = source.path();
    let encoding = tools.asked.encoding;
    let from = match source {
        Source::File(file) => {
            let bytes = read_source(file).map_err(|error| source_notice(&path, &error))?.into();
            ReadFrom { bytes, file: std::path::absolute(file).ok(), id: None, encoding }
        }
        Source::Bytes(_, bytes) => ReadFrom { bytes: Arc::clone(bytes), file: None, id: None, encoding },
        Source::Stored(stored) => find_again(stored).ok_or(None)?,
    };
    if let (Source::Stored(_), Some(file)) = (source, &from.file) {
        path = file.display().to_string();
    }
    let (bytes, asked) = (&from.bytes, ReadOptions { encoding: from.encoding });
    // A fault of the reader must not leave the window waiting for news that never come.
    let outcome = catch_unwind(AssertUnwindSafe(|| (tools.read)(bytes, &path, tools.codelists, asked)));
    match outcome {
        Ok(Ok(document)) => Ok((document, from)),
        Ok(Err(error)) => Err(Some(read_notice(&path, &error))),
        Err(_) => Err(Some(error_notice("error-fault", vec![("name", path)]))),
    }
}

/// The bytes of a project's source: of a file that still holds them, else of one that was changed since, else as the
/// project keeps them; `None` where there is none of these.
fn find_again(stored: &StoredSource) -> Option<ReadFrom> {
    let found = |bytes, file| ReadFrom { bytes, file, id: Some(stored.id), encoding: stored.encoding };
    let mut changed = None;
    for file in &stored.files {
        let Ok(bytes) = read_source(file) else { continue };
        let same = Origin::sha256_of(&bytes) == stored.sha256;
        let read = found(bytes.into(), std::path::absolute(file).ok());
        if same {
            return Some(read);
        }
        changed.get_or_insert(read);
    }
    changed.or_else(|| stored.contents.as_ref().map(|bytes| found(Arc::clone(bytes), None)))
}

/// What to tell of a file that could not be opened.
pub(super) fn source_notice(path: &str, error: &SourceError) -> Notice {
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
