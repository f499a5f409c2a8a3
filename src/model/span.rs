//! Half-open intervals of text.

use serde::{Deserialize, Serialize};

/// A half-open interval `start..end`, in Unicode code points of a report's decoded text (a byte-order mark not counted).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Span {
    /// First code point inside the span.
    pub start: usize,
    /// First code point after the span; never less than `start`.
    pub end: usize,
}

impl Span {
    /// The span `start..end`; an `end` before `start` is taken as an empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Length in code points.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether the span holds nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `at` lies inside the span.
    pub fn contains(self, at: usize) -> bool {
        (self.start..self.end).contains(&at)
    }
}
