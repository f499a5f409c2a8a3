//! The text as people read it: paragraphs with their sentences, and the lines as printed.

use super::Page;
use crate::model::{Paragraph, SourceText, Span};
use crate::text::Reflowed;

/// Longer stretches without a line feed are cut, at a sentence's end where there is one, so that no piece takes long
/// to lay out. In code points.
const LONGEST: usize = 2000;

/// Both layouts of a report. `source` is the decoded text that `reflowed` and `page` were made from.
pub fn source_text(source: &str, reflowed: &Reflowed, page: &Page) -> SourceText {
    SourceText { paragraphs: paragraphs(source, reflowed, page), lines: lines(source) }
}

fn paragraphs(source: &str, reflowed: &Reflowed, page: &Page) -> Vec<Paragraph> {
    let printed: Vec<char> = source.chars().collect();
    let mut ends = page.sentences.iter().map(|sentence| sentence.range.clone()).peekable();
    let mut out = Vec::new();
    let mut piece = Piece::default();
    let mut runs = reflowed.map.runs().peekable();
    let mut source_at = 0;
    for (byte, ch) in reflowed.text.char_indices() {
        while let Some((_, source)) = runs.next_if(|(start, _)| *start <= byte) {
            source_at = source;
        }
        let end = byte + ch.len_utf8();
        if ch == '\n' {
            piece.finish(&mut out);
        } else {
            if ends.peek().is_some_and(|sentence| sentence.start == byte) {
                piece.sentence_start = Some(piece.length);
            }
            let as_printed = printed.get(source_at).copied().filter(|as_printed| !as_printed.is_whitespace());
            piece.push(if ch.is_whitespace() { ch } else { as_printed.unwrap_or(ch) }, source_at);
        }
        if ends.next_if(|sentence| sentence.end <= end).is_some() {
            piece.end_sentence();
            if piece.length > LONGEST / 2 {
                piece.finish(&mut out);
            }
        }
        if piece.length >= LONGEST {
            piece.finish(&mut out);
        }
        source_at += 1;
    }
    piece.finish(&mut out);
    out
}

fn lines(source: &str) -> Vec<Paragraph> {
    let mut out = Vec::new();
    let mut piece = Piece::default();
    for (at, ch) in source.chars().enumerate() {
        if ch == '\n' || piece.length >= LONGEST {
            piece.finish_line(&mut out, at);
        }
        if !matches!(ch, '\n' | '\r' | '\u{feff}') {
            piece.push(ch, at);
        }
    }
    piece.finish(&mut out);
    out
}

/// A paragraph in the making.
#[derive(Default)]
struct Piece {
    text: String,
    length: usize,
    sentences: Vec<Span>,
    sentence_start: Option<usize>,
    runs: Vec<(usize, usize)>,
    /// Code point of the source that would follow on.
    next: usize,
}

impl Piece {
    fn push(&mut self, ch: char, source: usize) {
        if self.runs.is_empty() || self.next != source {
            self.runs.push((self.length, source));
        }
        self.text.push(ch);
        self.length += 1;
        self.next = source + 1;
    }

    fn end_sentence(&mut self) {
        if let Some(start) = self.sentence_start.take() {
            self.sentences.push(Span::new(start, self.length));
        }
    }

    /// Ends the paragraph, and a sentence that is cut with it.
    fn finish(&mut self, out: &mut Vec<Paragraph>) {
        let goes_on = self.sentence_start.is_some();
        self.end_sentence();
        let done = std::mem::take(self);
        self.sentence_start = goes_on.then_some(0);
        if done.length > 0 {
            out.push(Paragraph::new(done.text, done.sentences, done.runs));
        }
    }

    /// Ends a line, also an empty one: it is part of the layout. `at` is the code point after it.
    fn finish_line(&mut self, out: &mut Vec<Paragraph>, at: usize) {
        if self.length == 0 {
            out.push(Paragraph::new(String::new(), Vec::new(), vec![(0, at)]));
        }
        self.finish(out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codelist::Codelists;

    #[test]
    fn paragraphs_lead_back_to_what_the_source_says() {
        let source = "第1版\n\n　　2014年，全县共有貧困人 口 7969 户 20918\n\n人，贫困发生率 20.5％。其中一半是外出务\n\n工的人。\n\n记者 李明\n";
        let codelists = Codelists::builtin();
        let reflowed = crate::text::reflow(source, &codelists.simplified);
        let page = crate::segment::segment(&crate::segment::lines(source, codelists), &reflowed, codelists);
        let text = source_text(source, &reflowed, &page);
        let characters: Vec<char> = source.chars().collect();
        for paragraph in text.paragraphs.iter().chain(&text.lines) {
            for (at, ch) in paragraph.text.chars().enumerate().filter(|(_, ch)| !ch.is_whitespace()) {
                let span = paragraph.source_of(Span::new(at, at + 1));
                assert_eq!(characters[span.start], ch, "{} of {}", at, paragraph.text);
            }
            for sentence in &paragraph.sentences {
                assert!(!paragraph.slice(*sentence).is_empty());
            }
        }
        let long = text.paragraphs.iter().find(|paragraph| paragraph.text.contains("20918人")).unwrap();
        assert_eq!(long.sentences.len(), 2, "{long:?}");
        assert!(long.text.contains("貧困人口7969户"), "kept as printed: {}", long.text);
        assert_eq!(text.lines.iter().map(|line| line.text.as_str()).nth(1), Some(""));
        let joined: Vec<&str> = text.lines.iter().map(|line| line.text.as_str()).collect();
        assert_eq!(joined.join("\n"), source.trim_end_matches('\n'));
    }

    #[test]
    fn a_text_without_line_feeds_is_cut_into_pieces() {
        let source = "全县减少贫困人口714人。".repeat(1000);
        let codelists = Codelists::builtin();
        let reflowed = crate::text::reflow(&source, &codelists.simplified);
        let page = crate::segment::segment(&crate::segment::lines(&source, codelists), &reflowed, codelists);
        let text = source_text(&source, &reflowed, &page);
        assert!(text.paragraphs.iter().all(|paragraph| paragraph.len() <= LONGEST));
        assert_eq!(text.paragraphs.iter().map(Paragraph::len).sum::<usize>(), source.chars().count());
        assert_eq!(text.paragraphs.iter().map(|paragraph| paragraph.sentences.len()).sum::<usize>(), 1000);
    }
}
