//! Finds a figure again by its sentence.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::model::{Anchor, Evidence, IndicatorId, Observation, Span};

/// How many characters on either side of a figure must be the same where its sentence was edited.
const CONTEXT: usize = 8;

/// The figures of a report by their sentences and by their words, so that thousands of corrections find theirs at once.
/// It goes by figures in the order in which it was told of them.
#[derive(Debug, Clone, Default)]
pub struct Finder {
    sentences: HashMap<Arc<str>, Vec<Place>>,
    written: HashMap<Arc<str>, Vec<usize>>,
    figures: usize,
}

/// A figure within its sentence.
#[derive(Debug, Clone, Copy)]
struct Place {
    index: usize,
    figure: Span,
    /// Where the sentence starts in the decoded text.
    sentence: usize,
}

impl Finder {
    /// Knows all of `figures`.
    pub fn of(figures: &[Observation]) -> Self {
        let mut finder = Self::default();
        figures.iter().enumerate().for_each(|(index, figure)| finder.add(index, figure));
        finder
    }

    /// How many figures it knows.
    pub fn len(&self) -> usize {
        self.figures
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.figures == 0
    }

    /// Knows one figure more, the one at `index`.
    pub fn add(&mut self, index: usize, figure: &Observation) {
        self.figures += 1;
        let Evidence { sentence, figure: part, sentence_span, .. } = &figure.evidence;
        let place = Place { index, figure: *part, sentence: sentence_span.start };
        self.sentences.entry(Arc::clone(sentence)).or_default().push(place);
        self.written.entry(Arc::clone(&figure.quantity.as_written)).or_default().push(index);
    }

    /// What tells `figure` from the others.
    pub fn anchor(&self, figure: &Observation) -> Anchor {
        Anchor {
            sentence: figure.evidence.sentence.to_string(),
            figure: figure.evidence.figure,
            occurrence: self.occurrence(&figure.evidence.sentence, figure.evidence.sentence_span.start),
            as_written: figure.quantity.as_written.to_string(),
            indicator: as_read(figure).cloned(),
        }
    }

    /// Index of the figure that `anchor` was made of: in the same sentence, else, where that was edited, with the same
    /// words around it; `None` where the text has it no more or leaves a doubt which it is. `figures` are those that
    /// the finder knows.
    pub fn find(&self, figures: &[Observation], anchor: &Anchor) -> Option<usize> {
        let same_figure =
            |index: &usize| figures.get(*index).is_some_and(|figure| *figure.quantity.as_written == *anchor.as_written);
        let places = self.sentences.get(anchor.sentence.as_str()).map_or(&[][..], Vec::as_slice);
        let exact: Vec<&Place> =
            places.iter().filter(|place| place.figure == anchor.figure && same_figure(&place.index)).collect();
        if !exact.is_empty() {
            let all: Vec<usize> = exact.iter().map(|place| place.index).collect();
            let of_occurrence: Vec<usize> = exact
                .iter()
                .filter(|place| self.occurrence(&anchor.sentence, place.sentence) == anchor.occurrence)
                .map(|place| place.index)
                .collect();
            return choose(figures, if of_occurrence.is_empty() { &all } else { &of_occurrence }, anchor);
        }
        let words = context(&anchor.sentence, anchor.figure);
        let same_words = |index: &usize| {
            figures
                .get(*index)
                .is_some_and(|figure| context(&figure.evidence.sentence, figure.evidence.figure) == words)
        };
        let written = self.written.get(anchor.as_written.as_str()).map_or(&[][..], Vec::as_slice);
        let edited: Vec<usize> = written.iter().copied().filter(same_words).collect();
        choose(figures, &edited, anchor)
    }

    /// How many sentences of the same words stand before the one that starts at `start`.
    fn occurrence(&self, sentence: &str, start: usize) -> usize {
        let places = self.sentences.get(sentence).map_or(&[][..], Vec::as_slice);
        let before: BTreeSet<usize> =
            places.iter().map(|place| place.sentence).filter(|other| *other < start).collect();
        before.len()
    }
}

/// What tells `figure` from the others of its report. For many, ask a [`Finder`].
pub fn anchor_of(figures: &[Observation], figure: &Observation) -> Anchor {
    Finder::of(figures).anchor(figure)
}

/// Of figures at one place, the one that was read as the same indicator; a single one, whatever it was read as.
fn choose(figures: &[Observation], found: &[usize], anchor: &Anchor) -> Option<usize> {
    if let [only] = found {
        return Some(*only);
    }
    let same: Vec<usize> = found
        .iter()
        .copied()
        .filter(|index| figures.get(*index).is_some_and(|figure| as_read(figure) == anchor.indicator.as_ref()))
        .collect();
    let [only] = same.as_slice() else { return None };
    Some(*only)
}

/// The indicator that the reader gave it, whatever a person made of it since.
fn as_read(figure: &Observation) -> Option<&IndicatorId> {
    figure.review.original.as_ref().map_or(figure.indicator.as_ref(), |original| original.indicator.as_ref())
}

/// The characters before and after `figure` in `sentence`.
fn context(sentence: &str, figure: Span) -> (Vec<char>, Vec<char>) {
    let letters: Vec<char> = sentence.chars().filter(|ch| !ch.is_whitespace()).collect();
    let spaces = |end: usize| sentence.chars().take(end).filter(|ch| ch.is_whitespace()).count();
    let (start, end) =
        (figure.start - spaces(figure.start).min(figure.start), figure.end - spaces(figure.end).min(figure.end));
    let before = letters.get(start.saturating_sub(CONTEXT)..start).unwrap_or_default();
    let after = letters.get(end..(end + CONTEXT).min(letters.len())).unwrap_or_default();
    (before.to_vec(), after.to_vec())
}
