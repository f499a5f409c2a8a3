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

/// A sentence this long, in characters, is no sentence but a table or a list that was set as one: it is cut behind the next
/// mark, so that reading takes time by the length of the page and not by its square.
pub(crate) const LONGEST_SENTENCE: usize = 800;

/// Sentences of all paragraphs. One ends at 。！？ with any closing quotes after it, before a point of a list (●), or with its
/// paragraph; one that goes on and on, at a lesser mark.
pub(super) fn sentences(
    text: &str,
    paragraphs: &[Range<usize>],
    sections: &[Range<usize>],
    articles: &[ArticleRange],
) -> Vec<Sentence> {
    let mut out = Vec::new();
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let article = articles.partition_point(|article| article.range.start <= paragraph.start).saturating_sub(1);
        let mut push = |range: Range<usize>| {
            let section = sections.partition_point(|section| section.start <= range.start).saturating_sub(1);
            if !text.get(range.clone()).unwrap_or("").trim().is_empty() {
                out.push(Sentence { range, paragraph: index, section, article });
            }
        };
        let words = text.get(paragraph.clone()).unwrap_or("");
        let mut start = 0;
        let mut ended = false;
        let mut length = 0;
        let mut last = None;
        for (offset, ch) in words.char_indices() {
            // …下降为0.2%●今年，…: points of a list that was set as one paragraph.
            let bullet = offset > start && BULLETS.contains(&ch);
            let cut = length >= LONGEST_SENTENCE && last.is_some_and(|last| may_be_cut(last, ch, length));
            if bullet || cut || ended && !"”’』」）".contains(ch) {
                push(paragraph.start + start..paragraph.start + offset);
                start = offset;
                ended = false;
                length = 0;
            }
            ended |= matches!(ch, '。' | '！' | '？');
            length += 1;
            last = Some(ch);
        }
        push(paragraph.start + start..paragraph.end);
    }
    out
}

/// Whether what is too long for a sentence may be cut between two of its characters, `length` of which it has by then.
fn may_be_cut(last: char, next: char, length: usize) -> bool {
    let inside_a_number = next.is_ascii_digit() && last != ' ';
    !inside_a_number && ("，；、 ".contains(last) || length >= 2 * LONGEST_SENTENCE && !last.is_ascii_digit())
}
