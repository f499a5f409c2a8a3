//! The way back from reflowed text to the source: every byte offset of the one has a code point of the other.

use crate::model::Span;

/// Maps byte offsets of a reflowed text to code points of its source.
///
/// Kept as runs in which both texts advance together, one code point of the source for each of the reflowed text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SourceMap {
    /// First byte in the reflowed text and first code point in the source, of each run, ascending.
    runs: Vec<(usize, usize)>,
}

impl SourceMap {
    /// Notes that the code point put at `byte` of the reflowed text came from code point `source`, where a run
    /// begins: wherever it does not follow on the one before, and now and then elsewhere.
    pub(super) fn start_run(&mut self, byte: usize, source: usize) {
        self.runs.push((byte, source));
    }

    /// Bytes of the reflowed text and code points of the source from which on both advance together, ascending.
    pub fn runs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.runs.iter().copied()
    }

    /// The code point of the source that the character at byte `byte` of `text` came from.
    ///
    /// `text` is the reflowed text that the map was made with; an offset past its end maps past the last code point.
    pub fn code_point(&self, text: &str, byte: usize) -> usize {
        let after = self.runs.partition_point(|(start, _)| *start <= byte);
        let Some((start, source)) = after.checked_sub(1).and_then(|index| self.runs.get(index)) else {
            return 0;
        };
        source + text.get(*start..byte.min(text.len())).map_or(0, |run| run.chars().count())
    }

    /// The source of the bytes `start..end` of `text`: from the first character's code point to just after the last one's.
    pub fn span(&self, text: &str, start: usize, end: usize) -> Span {
        let first = self.code_point(text, start);
        let last = text.get(start..end).and_then(|piece| piece.char_indices().next_back());
        match last {
            Some((offset, _)) => Span::new(first, self.code_point(text, start + offset) + 1),
            None => Span::new(first, first),
        }
    }
}
