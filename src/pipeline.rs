//! Bytes to a report: the only file that names every reading stage. Pure: no files, no clock, no panic.

use crate::codelist::Codelists;
use crate::extract;
use crate::model::{Article, Diagnostic, EncodingConfidence, Origin, Report, SourceText, TextEncoding};
use crate::segment::{self, Page};
use crate::text::{self, DecodeError, Reflowed};

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

/// What a user may ask of the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReadOptions {
    /// The encoding to read in; `None` lets the bytes speak for themselves.
    pub encoding: Option<TextEncoding>,
}

/// Reads one report. `path` is kept as its origin and not opened.
pub fn read(bytes: &[u8], path: &str, codelists: &Codelists) -> Result<Report, ReadError> {
    read_with(bytes, path, codelists, ReadOptions::default())
}

/// A report with its text, for those who show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What was read.
    pub report: Report,
    /// What it was read from.
    pub text: SourceText,
}

/// Reads one report as the user asks. `path` is kept as its origin and not opened.
pub fn read_with(bytes: &[u8], path: &str, codelists: &Codelists, options: ReadOptions) -> Result<Report, ReadError> {
    read_and(bytes, path, codelists, options, |_, _, _| ()).map(|(report, ())| report)
}

/// As [`read_with`], with the text.
pub fn read_document(
    bytes: &[u8],
    path: &str,
    codelists: &Codelists,
    options: ReadOptions,
) -> Result<Document, ReadError> {
    let (report, text) = read_and(bytes, path, codelists, options, segment::source_text)?;
    Ok(Document { report, text })
}

/// Reads one report, and what `keep` makes of its decoded text, its reflowed text and its page.
fn read_and<T>(
    bytes: &[u8],
    path: &str,
    codelists: &Codelists,
    options: ReadOptions,
    keep: impl FnOnce(&str, &Reflowed, &Page) -> T,
) -> Result<(Report, T), ReadError> {
    let decoded = options.encoding.map_or_else(|| text::decode(bytes), |encoding| text::decode_as(bytes, encoding));
    let source = decoded.map_err(|error| match error {
        DecodeError::Empty => ReadError::Empty,
        DecodeError::NotText(kind) => ReadError::NotText { kind },
    })?;
    let printed = text::without_furniture(&source.text);
    let reflowed = text::reflow(&printed, &codelists.simplified);
    let lines = segment::lines(&printed, codelists);
    let page = segment::segment(&lines, &reflowed, codelists);
    let articles = page
        .articles
        .iter()
        .map(|article| Article {
            title: reflowed.text.get(article.title.clone()).unwrap_or("").to_owned(),
            span: reflowed.map.span(&reflowed.text, article.range.start, article.range.end),
            ..Article::default()
        })
        .collect();
    let articles = segment::describe(lines, articles, codelists);
    let (observations, exits) = extract::observations(&printed, &reflowed, &page, &articles, codelists);
    let mut diagnostics: Vec<Diagnostic> = source
        .undecodable
        .iter()
        .map(|span| Diagnostic {
            code: "undecodable-bytes".to_owned(),
            span: Some(*span),
            message: format!("{} bytes here are not {}", span.len(), source.encoding),
            hint: Some("save the file anew as UTF-8 if figures are missing here".to_owned()),
        })
        .collect();
    if source.confidence == EncodingConfidence::Doubtful {
        diagnostics.push(Diagnostic {
            code: "encoding-doubtful".to_owned(),
            span: None,
            message: format!("the encoding is doubtful; the file was read as {}", source.encoding),
            hint: Some(
                "if the text looks wrong, choose the encoding (--encoding utf-8, gb18030, big5, utf-16)".to_owned(),
            ),
        });
    }
    if observations.is_empty() {
        diagnostics.push(Diagnostic {
            code: "no-figures".to_owned(),
            span: None,
            message: "no figures were found in this text".to_owned(),
            hint: Some("check that it is the report you meant and that its text is complete".to_owned()),
        });
    }
    let origin = Origin {
        path: path.to_owned(),
        sha256: Origin::sha256_of(bytes),
        encoding: source.encoding.to_owned(),
        encoding_confidence: source.confidence,
    };
    let kept = keep(&source.text, &reflowed, &page);
    Ok((Report { origin, articles, observations, exits, diagnostics }, kept))
}
