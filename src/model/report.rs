//! One loaded source and what was read from it.

use std::fmt::Write as _;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Exit, Instant, Observation, Span};

/// How sure the program is of the encoding that it read a file in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EncodingConfidence {
    /// A byte-order mark says so, or every byte fits UTF-8.
    #[default]
    Certain,
    /// The bytes read as Chinese in this encoding and clearly worse in the others.
    Probable,
    /// Another encoding reads about as well, or none reads well.
    Doubtful,
    /// The user said so.
    Chosen,
}

impl EncodingConfidence {
    /// The word used in files (`certain`, `probable`, `doubtful`, `chosen`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Certain => "certain",
            Self::Probable => "probable",
            Self::Doubtful => "doubtful",
            Self::Chosen => "chosen",
        }
    }
}

/// An encoding that a user may choose for a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TextEncoding {
    /// UTF-8, with or without byte-order mark.
    Utf8,
    /// UTF-16 in the byte order that the file shows.
    Utf16,
    /// GB18030, and so GBK and GB2312.
    Gb18030,
    /// Big5.
    Big5,
}

/// A label that names no encoding which reports come in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is no encoding that reports are read in; choose one of utf-8, utf-16, gb18030, big5")]
pub struct UnknownEncoding(String);

impl TextEncoding {
    /// All of them, in the order of menus.
    pub const ALL: [Self; 4] = [Self::Utf8, Self::Utf16, Self::Gb18030, Self::Big5];

    /// The label on the command line and in menus.
    pub fn label(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
            Self::Gb18030 => "gb18030",
            Self::Big5 => "big5",
        }
    }
}

impl FromStr for TextEncoding {
    type Err = UnknownEncoding;

    fn from_str(label: &str) -> Result<Self, Self::Err> {
        match label.trim().to_ascii_lowercase().replace(['_', ' '], "-").as_str() {
            "utf-8" | "utf8" => Ok(Self::Utf8),
            "utf-16" | "utf16" | "utf-16le" | "utf-16be" => Ok(Self::Utf16),
            "gb18030" | "gbk" | "gb2312" | "cp936" | "gb-18030" => Ok(Self::Gb18030),
            "big5" | "big-5" | "cp950" => Ok(Self::Big5),
            _ => Err(UnknownEncoding(label.to_owned())),
        }
    }
}

/// Where a report comes from, so that every figure can be traced to it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Origin {
    /// Path as given, `-` for standard input, or a title for pasted text.
    pub path: String,
    /// SHA-256 of the bytes, in lower-case hexadecimal.
    pub sha256: String,
    /// Label of the encoding that the bytes were decoded from (`UTF-8`, `GB18030`, …).
    pub encoding: String,
    /// How sure that is.
    #[serde(default)]
    pub encoding_confidence: EncodingConfidence,
}

impl Origin {
    /// The SHA-256 of `bytes`, as [`Self::sha256`] is written.
    pub fn sha256_of(bytes: &[u8]) -> String {
        let mut sha256 = String::with_capacity(64);
        for byte in Sha256::digest(bytes) {
            // Writing to a String cannot fail.
            let _ = write!(sha256, "{byte:02x}");
        }
        sha256
    }
}

/// One article of a page.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Article {
    /// Headline, or the opening words where no headline was recognised.
    pub title: String,
    /// Its extent in the report's decoded text.
    pub span: Span,
    /// Paper, agency or site that it comes from, where the page says so.
    #[serde(default)]
    pub newspaper: Option<String>,
    /// Its date, where the dateline or the page gives one with its year.
    #[serde(default)]
    pub date: Option<Instant>,
    /// Page of the paper (`1`, `A2`).
    #[serde(default)]
    pub page: Option<String>,
    /// Names of those who wrote it, a blank between two.
    #[serde(default)]
    pub author: Option<String>,
    /// Where it goes on or comes from on another page.
    #[serde(default)]
    pub continued: Option<Continued>,
}

/// An article's other part: 下转4版, 上接1版.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Continued {
    /// Page that it goes on upon.
    pub to: Option<String>,
    /// Page that it comes from.
    pub from: Option<String>,
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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Report {
    /// Where it comes from.
    pub origin: Origin,
    /// Articles in the order of the page.
    pub articles: Vec<Article>,
    /// Figures in the order of the text.
    pub observations: Vec<Observation>,
    /// Exits from poverty in the order of the text.
    pub exits: Vec<Exit>,
    /// What a reader should know.
    pub diagnostics: Vec<Diagnostic>,
}
