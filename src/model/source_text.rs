//! A report's text as people read it, with the way back to the decoded text.

use super::Span;

/// A stretch of text that is laid out by itself: a paragraph, or a line of the page as printed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Paragraph {
    /// Its characters as the report prints them.
    pub text: String,
    /// Its sentences, in code points of `text`, ascending; none in a line as printed.
    pub sentences: Vec<Span>,
    /// Code points of `text` and of the decoded text from which on both advance together, ascending in both.
    runs: Vec<(usize, usize)>,
    /// Length of `text` in code points.
    length: usize,
}

impl Paragraph {
    /// A paragraph whose text and whose source advance together from each of `runs` on (code point of the text, code
    /// point of the decoded text), the first of them at 0.
    pub fn new(text: String, sentences: Vec<Span>, runs: Vec<(usize, usize)>) -> Self {
        let length = text.chars().count();
        Self { text, sentences, runs, length }
    }

    /// Length in code points.
    pub fn len(&self) -> usize {
        self.length
    }

    /// Whether it holds no character.
    pub fn is_empty(&self) -> bool {
        self.length == 0
    }

    /// Its extent in the decoded text.
    pub fn span(&self) -> Span {
        self.source_of(Span::new(0, self.length))
    }

    /// Where `part`, in code points of the paragraph, stands in the decoded text.
    pub fn source_of(&self, part: Span) -> Span {
        let last = if part.is_empty() { part.start } else { part.end - 1 };
        Span::new(self.source_at(part.start), self.source_at(last) + usize::from(!part.is_empty()))
    }

    /// Where `source`, in code points of the decoded text, stands in the paragraph; `None` where it lies outside.
    pub fn part_of(&self, source: Span) -> Option<Span> {
        let own = self.span();
        if source.is_empty() || source.end <= own.start || source.start >= own.end {
            return None;
        }
        let part = Span::new(self.offset_of(source.start), self.offset_of(source.end));
        (!part.is_empty()).then_some(part)
    }

    /// The sentence that holds code point `at` of the paragraph.
    pub fn sentence_at(&self, at: usize) -> Option<Span> {
        self.sentences.iter().copied().find(|sentence| sentence.contains(at))
    }

    /// The characters of `part`, in code points.
    pub fn slice(&self, part: Span) -> &str {
        let byte = |at: usize| self.text.char_indices().nth(at).map_or(self.text.len(), |(byte, _)| byte);
        self.text.get(byte(part.start)..byte(part.end)).unwrap_or("")
    }

    fn source_at(&self, at: usize) -> usize {
        let after = self.runs.partition_point(|(own, _)| *own <= at);
        after.checked_sub(1).and_then(|run| self.runs.get(run)).map_or(0, |(own, source)| source + (at - own))
    }

    /// The first code point of the paragraph that comes from `source` or from what follows it.
    fn offset_of(&self, source: usize) -> usize {
        let after = self.runs.partition_point(|(_, start)| *start <= source);
        let Some((own, start)) = after.checked_sub(1).and_then(|run| self.runs.get(run)) else { return 0 };
        // What lies between two runs was left out: white space, a doubled caption.
        let next = self.runs.get(after).map_or(self.length, |(own, _)| *own);
        (own + (source - start)).min(next)
    }
}

/// The text of a report in two layouts. Both cover the same decoded text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SourceText {
    /// Reflowed: hard wraps and stray blanks undone.
    pub paragraphs: Vec<Paragraph>,
    /// The lines of the file, as they are.
    pub lines: Vec<Paragraph>,
}

impl SourceText {
    /// The paragraph that holds the beginning of `source` (code points of the decoded text), and where in it.
    pub fn locate(&self, source: Span) -> Option<(usize, Span)> {
        locate(&self.paragraphs, source)
    }

    /// Where `words` stand, hard wraps and stray blanks disregarded: in code points of the decoded text, in its order.
    pub fn find(&self, words: &str) -> Vec<Span> {
        let length = words.chars().count();
        if length == 0 {
            return Vec::new();
        }
        let in_paragraph = |paragraph: &Paragraph| -> Vec<Span> {
            let (mut byte, mut letter) = (0, 0);
            let found = paragraph.text.match_indices(words).map(|(at, _)| {
                letter += paragraph.text.get(byte..at).map_or(0, |between| between.chars().count());
                byte = at;
                paragraph.source_of(Span::new(letter, letter + length))
            });
            found.collect()
        };
        self.paragraphs.iter().flat_map(in_paragraph).collect()
    }
}

/// As [`SourceText::locate`], in either layout.
pub fn locate(paragraphs: &[Paragraph], source: Span) -> Option<(usize, Span)> {
    let after = paragraphs.partition_point(|paragraph| paragraph.span().start <= source.start);
    let index = after.checked_sub(1)?;
    paragraphs.get(index)?.part_of(source).map(|part| (index, part))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `下降 30.⏎59 个` reflowed: blanks and the wrap are left out.
    fn paragraph() -> Paragraph {
        Paragraph::new("下降30.59个".to_owned(), vec![Span::new(0, 8)], vec![(0, 10), (2, 13), (5, 17), (7, 20)])
    }

    #[test]
    fn a_part_finds_its_source_and_back() {
        let paragraph = paragraph();
        assert_eq!(paragraph.source_of(Span::new(2, 7)), Span::new(13, 19));
        assert_eq!(paragraph.part_of(Span::new(13, 19)), Some(Span::new(2, 7)));
        assert_eq!(paragraph.part_of(Span::new(13, 20)), Some(Span::new(2, 7)), "the blank after it is left out");
        assert_eq!(paragraph.span(), Span::new(10, 21));
        assert_eq!(paragraph.part_of(Span::new(30, 31)), None);
        assert_eq!(paragraph.slice(Span::new(2, 7)), "30.59");
    }

    #[test]
    fn a_text_locates_a_span_in_its_paragraph() {
        let other = Paragraph::new("714人".to_owned(), Vec::new(), vec![(0, 40)]);
        let text = SourceText { paragraphs: vec![paragraph(), other], lines: Vec::new() };
        assert_eq!(text.locate(Span::new(40, 43)), Some((1, Span::new(0, 3))));
        assert_eq!(text.locate(Span::new(0, 3)), None);
        assert_eq!(text.find("59个"), [Span::new(17, 21)]);
        assert_eq!(text.find(""), []);
    }
}
