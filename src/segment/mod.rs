//! A page into articles, sections and sentences. Knows layout and punctuation, not figures.

mod article;
mod byline;
mod headline;
mod line;
mod origin;
mod sentence;

use std::ops::Range;

pub use origin::describe;
pub use sentence::Sentence;

/// A page in parts. All ranges are byte offsets of the reflowed text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Page {
    /// Articles, in the order of the page; together they cover every sentence.
    pub articles: Vec<ArticleRange>,
    /// Sections: an article, or the part of one between two headings. Places and plans are resolved within one.
    pub sections: Vec<Range<usize>>,
    /// Sentences, in the order of the page.
    pub sentences: Vec<Sentence>,
}

/// One article of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ArticleRange {
    /// Headline, or the opening words.
    pub title: Range<usize>,
    /// All of it.
    pub range: Range<usize>,
}

/// Takes a reflowed text (one paragraph a line) apart.
pub fn segment(text: &str) -> Page {
    let paragraphs = article::paragraphs(text);
    let articles = article::articles(text, &paragraphs);
    let sections = article::sections(text, &paragraphs, &articles);
    let sentences = sentence::sentences(text, &paragraphs, &sections, &articles);
    Page { articles, sections, sentences }
}
