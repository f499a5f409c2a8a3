//! Reads a report's bytes, or says in one sentence why not and what to do.

use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// The largest source that is read, in bytes. A newspaper page is some 20 kB; a file far beyond this is no report.
pub const MAX_SOURCE_BYTES: u64 = 32 * 1024 * 1024;

/// Why a source could not be opened. Messages end with what to do; the path comes first.
#[derive(Debug, thiserror::Error)]
pub enum SourceError {
    /// No such file.
    #[error("{0}: there is no such file; check the name")]
    NotFound(String),
    /// A folder.
    #[error("{0}: this is a folder; open the text files inside it")]
    Folder(String),
    /// The system refuses to let this user read it.
    #[error("{0}: you are not permitted to read this file; change its permissions or copy it")]
    NotPermitted(String),
    /// Larger than [`MAX_SOURCE_BYTES`].
    #[error("{path}: {megabytes} MB is too large for a report (at most {limit} MB are read); split it into its articles", limit = MAX_SOURCE_BYTES / 1024 / 1024)]
    TooLarge {
        /// The file.
        path: String,
        /// Its size in megabytes (2^20 bytes), rounded up; the limit itself where the size is not known.
        megabytes: u64,
    },
    /// Any other failure of the system.
    #[error("{path}: {source}; check the disk and try again")]
    Io {
        /// The file.
        path: String,
        /// What the system said.
        source: io::Error,
    },
}

impl SourceError {
    /// A stable name, by which the window looks up the message in the user's language.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NotFound(_) => "not-found",
            Self::Folder(_) => "folder",
            Self::NotPermitted(_) => "not-permitted",
            Self::TooLarge { .. } => "too-large",
            Self::Io { .. } => "io",
        }
    }
}

/// All bytes of the file at `path`.
pub fn read_source(path: &Path) -> Result<Vec<u8>, SourceError> {
    read_file(path, MAX_SOURCE_BYTES)
}

/// All bytes of the file at `path`, of which there may be `limit`.
pub(super) fn read_file(path: &Path, limit: u64) -> Result<Vec<u8>, SourceError> {
    let name = || path.display().to_string();
    let failed = |source: io::Error| match source.kind() {
        io::ErrorKind::NotFound => SourceError::NotFound(name()),
        io::ErrorKind::PermissionDenied => SourceError::NotPermitted(name()),
        io::ErrorKind::IsADirectory => SourceError::Folder(name()),
        _ => SourceError::Io { path: name(), source },
    };
    let metadata = fs::metadata(path).map_err(failed)?;
    if metadata.is_dir() {
        return Err(SourceError::Folder(name()));
    }
    if metadata.len() > limit {
        return Err(SourceError::TooLarge { path: name(), megabytes: metadata.len().div_ceil(1024 * 1024) });
    }
    read_limited(fs::File::open(path).map_err(failed)?, limit, &name(), failed)
}

/// All bytes of standard input, under the same limit.
pub fn read_standard_input() -> Result<Vec<u8>, SourceError> {
    read_limited(io::stdin().lock(), MAX_SOURCE_BYTES, "-", |source| SourceError::Io { path: "-".to_owned(), source })
}

/// Reads at most `limit` bytes: a device or a pipe has no size to ask for beforehand.
fn read_limited(
    reader: impl Read,
    limit: u64,
    name: &str,
    failed: impl FnOnce(io::Error) -> SourceError,
) -> Result<Vec<u8>, SourceError> {
    let mut bytes = Vec::new();
    reader.take(limit + 1).read_to_end(&mut bytes).map_err(failed)?;
    if bytes.len() as u64 > limit {
        return Err(SourceError::TooLarge { path: name.to_owned(), megabytes: limit / 1024 / 1024 });
    }
    Ok(bytes)
}
