//! One loaded source and what was read from it.

use serde::{Deserialize, Serialize};

use super::{Observation, Span};

/// Where a report comes from, so that every figure can be traced to it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Origin {
    /// Path as given, `-` for standard input, or a title for pasted text.
    pub path: String,
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Label of the encoding that the bytes were decoded from (`UTF-8`, `GB18030`, …).
    pub encoding: String,
}

/// One article of a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Headline, or the opening words where no headline was recognised.
    pub title: String,
    /// Its extent in the report's decoded text.
    pub span: Span,
}

/// Something a reader of the report should know: where, what, and what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// Stable name of the finding, for example `undecodable-bytes`; texts in the user's language are looked up by it.
    pub code: String,
    /// Where in the decoded text; `None` for the whole report.
    pub span: Option<Span>,
    /// Plain statement, in English.
    pub message: String,
    /// What to do about it, in English.
    pub hint: Option<String>,
}

/// One loaded source: its origin, its articles and its figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Where it comes from.
    pub origin: Origin,
    /// Articles in the order of the page.
    pub articles: Vec<Article>,
    /// Figures in the order of the text.
    pub observations: Vec<Observation>,
    /// What a reader should know.
    pub diagnostics: Vec<Diagnostic>,
}
