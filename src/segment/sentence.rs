//! Sentences, and the clauses inside one.

use std::ops::Range;

use super::ArticleRange;

/// A sentence of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentence {
    /// Byte range in the reflowed text, its full stop and closing quotes included.
    pub range: Range<usize>,
    /// Index of its paragraph; equal numbers are one paragraph.
    pub paragraph: usize,
    /// Index of its section.
    pub section: usize,
    /// Index of its article.
    pub article: usize,
}

/// Marks that a point of a list begins with.
const BULLETS: [char; 4] = ['●', '◆', '■', '◇'];

/// Sentences of all paragraphs. One ends at 。！？ with any closing quotes after it, before a point of a list (●), or with its
/// paragraph.
pub(super) fn sentences(
    text: &str,
    paragraphs: &[Range<usize>],
    sections: &[Range<usize>],
    articles: &[ArticleRange],
) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let section = sections.partition_point(|section| section.start <= paragraph.start).saturating_sub(1);
        let article = articles.partition_point(|article| article.range.start <= paragraph.start).saturating_sub(1);
        let mut push = |range: Range<usize>| {
            if !text.get(range.clone()).unwrap_or("").trim().is_empty() {
                out.push(Sentence { range, paragraph: index, section, article });
            }
        };
        let words = text.get(paragraph.clone()).unwrap_or("");
        let mut start = 0;
        let mut ended = false;
        for (offset, ch) in words.char_indices() {
            // …下降为0.2%●今年，…: points of a list that was set as one paragraph.
            let bullet = offset > start && BULLETS.contains(&ch);
            if bullet || ended && !"”’』」）".contains(ch) {
                push(paragraph.start + start..paragraph.start + offset);
                start = offset;
                ended = false;
            }
            ended |= matches!(ch, '。' | '！' | '？');
        }
        push(paragraph.start + start..paragraph.end);
    }
    out
}
