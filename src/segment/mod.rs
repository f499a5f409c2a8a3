//! A page into articles, sections and sentences. Knows layout and punctuation, not figures.

mod article;
mod byline;
mod column;
mod headline;
mod line;
mod origin;
mod paragraph;
mod sentence;

use std::ops::Range;

use crate::codelist::Codelists;
use crate::text::Reflowed;

use article::Layout;
use line::Kind;

pub(crate) use article::numbered_place;
pub use line::{Line, lines};
pub use origin::describe;
pub use paragraph::source_text;
pub(crate) use sentence::LONGEST_SENTENCE;
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

/// Takes a reflowed text (one paragraph a line) apart. The `lines` of what it was made from say where bylines and web-page
/// noise stand.
pub fn segment(lines: &[Line<'_>], reflowed: &Reflowed, codelists: &Codelists) -> Page {
    let text = reflowed.text.as_str();
    let layout = layout(lines, reflowed, codelists);
    let paragraphs = article::paragraphs(text, &layout);
    let articles = article::articles(text, &paragraphs, &layout);
    let sections = article::sections(text, &paragraphs, &articles, &codelists.press);
    let sentences = sentence::sentences(text, &paragraphs, &sections, &articles);
    Page { articles, sections, sentences }
}

/// Paragraphs that the lines of the source show: an article's dateline, a byline, what follows a byline or a sign-off.
fn layout(lines: &[Line<'_>], reflowed: &Reflowed, codelists: &Codelists) -> Layout {
    let mut out = Layout::default();
    for (index, (line, (byte, _))) in lines.iter().zip(&reflowed.lines).enumerate() {
        let next = reflowed.lines.get(index + 1).map_or(reflowed.text.len(), |(byte, _)| *byte);
        let top = index < origin::UNDER_HEADLINE;
        let dated = top && byline::is_date(&line.text);
        let imprint = line.is_labelled_imprint(codelists) || top && line.kind == Kind::Imprint;
        let stands_alone = dated || imprint || matches!(line.kind, Kind::Byline | Kind::Noise);
        let caption = line.kind == Kind::Caption;
        if stands_alone || caption || line.kind == Kind::Opening {
            out.cuts.push(*byte);
        }
        // A caption may go on in the next line; one that is closed, or printed double, does not.
        let caption_ends = caption && (line.closes() || line.text.ends_with('摄'));
        if stands_alone || caption_ends || line.signs_off(codelists) {
            out.cuts.push(next);
        }
        if caption {
            out.captions.push(*byte);
        }
        if line.kind == Kind::Byline {
            out.bylines.push(*byte);
        }
        let opening = opening_under_headline(lines, index, codelists);
        if let Some(length) = opening.or_else(|| column::opening_beside_headline(lines, index)) {
            out.cuts.push(byte + length);
            out.openings.push(byte + length);
        }
        if let Some(opens) = column::begins_at(lines, index) {
            out.cuts.extend([*byte, next]);
            out.openings.push(if opens > index { next } else { *byte });
        }
        if stands_alone && line.kind != Kind::Byline && !dated {
            out.noise.push(*byte..next);
        }
    }
    out.cuts.dedup();
    out
}

/// Where line `index` stands right under a headline and begins with who took part (李正印主持 “…): the length of that in
/// bytes without blanks. What follows the blank is another article, set beside the headline.
fn opening_under_headline(lines: &[Line<'_>], index: usize, codelists: &Codelists) -> Option<usize> {
    /// What follows is text, not more names.
    const TEXT: usize = 10;
    let line = lines.get(index)?;
    let (piece, rest) = line.text.split_once(char::is_whitespace)?;
    let above = lines.get(index.checked_sub(1)?)?;
    let before = lines.get(index.checked_sub(2)?)?;
    let goes_on = rest.chars().count() >= TEXT
        && !rest.split_whitespace().all(|word| headline::is_appearance(word, &codelists.press));
    let fits =
        headline::is_appearance(piece, &codelists.press) && above.could_be_headline() && before.closes() && goes_on;
    fits.then_some(piece.len())
}
