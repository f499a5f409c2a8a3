//! Bytes to a report: the only file that names every reading stage. Pure: no files, no clock, no panic.

use crate::codelist::Codelists;
use crate::model::Report;

/// Why bytes are no report at all. What to do stands at the end; callers put the file's name in front.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// No bytes, or white space only.
    #[error("the file is empty; save the report's text into it first")]
    Empty,
    /// Bytes that are no text; `kind` names the format where it is known (`JPEG`, `PDF`), else `binary`.
    #[error("this is a {kind} file, not text; save the report as a .txt file and open that")]
    NotText {
        /// Format, in a word.
        kind: &'static str,
    },
}

impl ReadError {
    /// A stable name, by which the window looks up the message in the user's language.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotText { .. } => "not-text",
        }
    }
}

/// Reads one report. `path` is kept as its origin and not opened.
pub fn read(bytes: &[u8], path: &str, codelists: &Codelists) -> Result<Report, ReadError> {
    let _ = (bytes, path, codelists);
    Err(ReadError::Empty)
}
