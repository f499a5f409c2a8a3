//! Where a figure stands in its sentence.

use std::borrow::Cow;
use std::ops::Range;

use super::{Around, joined};
use crate::codelist::Codelists;
use crate::extract::chunk::without_periods;
use crate::extract::clause;
use crate::recognize::{Figure, PeriodMention};

/// A figure among those of its sentence, its clause, and the words and the place since the figure before.
pub(super) struct Spot<'a, 's> {
    /// What it is cut from.
    pub(super) around: Around<'a>,
    /// Bytes of its sentence.
    pub(super) sentence: Range<usize>,
    /// The figures of its sentence.
    pub(super) here: &'s [Figure],
    /// Its place among them.
    pub(super) position: usize,
    /// The figure.
    pub(super) figure: &'s Figure,
    /// Bytes of its clause.
    pub(super) clause: Range<usize>,
    /// Byte where the figure before it ends.
    pub(super) last_end: Option<usize>,
    /// Bytes of its clause since the figure before it.
    pub(super) words: Range<usize>,
    /// The same, without dates.
    pub(super) chunk: Cow<'a, str>,
    /// The last place that is named there.
    pub(super) place: Option<&'a Range<usize>>,
}

impl<'a, 's> Spot<'a, 's> {
    /// The spot of the figure at `position`.
    pub(super) fn new(
        around: Around<'a>,
        sentence: &Range<usize>,
        here: &'s [Figure],
        position: usize,
    ) -> Option<Self> {
        let figure = here.get(position)?;
        let clause_start = clause::start(around.text, figure.start, sentence.start);
        let clause_end = clause::end(around.text, figure.bound_end, sentence.end);
        let last_end = position.checked_sub(1).and_then(|last| here.get(last)).map(|last| last.bound_end);
        let words = last_end.map_or(clause_start, |end| end.max(clause_start))..figure.start;
        let first_place = around.places.partition_point(|place| place.start < words.start);
        let place = around
            .places
            .iter()
            .skip(first_place)
            .take_while(|place| place.end <= words.end)
            .filter(|place| !is_in_a_period(place, around.periods))
            .last();
        Some(Self {
            around,
            sentence: sentence.clone(),
            here,
            position,
            figure,
            clause: clause_start..clause_end,
            last_end,
            chunk: without_periods(around.text, words.clone(), around.periods),
            words,
            place,
        })
    }

    /// The text of `range`, `""` where there is none.
    pub(super) fn said(&self, range: Range<usize>) -> &'a str {
        self.around.text.get(range).unwrap_or("")
    }

    /// The same, without dates.
    pub(super) fn undated(&self, range: Range<usize>) -> Cow<'a, str> {
        without_periods(self.around.text, range, self.around.periods)
    }

    /// The vocabulary.
    pub(super) fn codelists(&self) -> &'a Codelists {
        self.around.codelists
    }

    /// The figure before it.
    pub(super) fn last(&self) -> Option<&'s Figure> {
        self.here.get(self.position.checked_sub(1)?)
    }

    /// The figure behind it.
    pub(super) fn next(&self) -> Option<&'s Figure> {
        self.here.get(self.position + 1)
    }

    /// The figure behind it, where that counts in the same kind of unit.
    pub(super) fn next_alike(&self) -> Option<&'s Figure> {
        self.next().filter(|next| next.family == self.figure.family)
    }

    /// What stands between it and the figure behind it.
    pub(super) fn up_to(&self, next: &Figure) -> Option<&'a str> {
        self.around.text.get(self.figure.bound_end..next.start)
    }

    /// What stands between it and the figure before, where that is of its clause.
    pub(super) fn since_last(&self) -> Option<&'a str> {
        let end = self.last_end.filter(|_| self.in_clause())?;
        self.around.text.get(end..self.figure.start)
    }

    /// Whether the figure before it is of its clause.
    pub(super) fn in_clause(&self) -> bool {
        self.last_end.is_some_and(|end| end >= self.clause.start)
    }

    /// Whether it stands beside the figure before: 7969户20918人.
    pub(super) fn adjacent(&self) -> bool {
        self.last_end.is_some_and(|end| joined(self.around.text, end, self.figure.start))
    }

    /// Whether a word follows it.
    pub(super) fn word_behind(&self) -> bool {
        self.rest().starts_with(char::is_alphabetic)
    }

    /// All that follows it.
    pub(super) fn rest(&self) -> &'a str {
        self.around.text.get(self.figure.bound_end..).unwrap_or("")
    }

    /// Its clause up to it.
    pub(super) fn lead(&self) -> &'a str {
        self.said(self.clause.start..self.figure.start)
    }

    /// The number with its unit.
    pub(super) fn written(&self) -> &'a str {
        self.said(self.figure.start..self.figure.end)
    }

    /// The periods.
    pub(super) fn periods(&self) -> &'a [PeriodMention] {
        self.around.periods
    }
}

/// Whether a place only says when: 贫困发生率从杭州结对帮扶之初的14.88%降至….
fn is_in_a_period(place: &Range<usize>, periods: &[PeriodMention]) -> bool {
    let next = periods.partition_point(|period| period.range.end < place.end);
    periods.get(next).is_some_and(|period| period.range.start <= place.start)
}
