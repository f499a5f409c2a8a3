//! Finds a figure again by its sentence.

use crate::model::{Anchor, IndicatorId, Observation, Span};

/// How many characters on either side of a figure must be the same where its sentence was edited.
const CONTEXT: usize = 8;

/// What tells `figure` from the others of its report.
pub fn anchor_of(figures: &[Observation], figure: &Observation) -> Anchor {
    Anchor {
        sentence: figure.evidence.sentence.to_string(),
        figure: figure.evidence.figure,
        occurrence: occurrence(figures, figure),
        as_written: figure.quantity.as_written.to_string(),
        indicator: as_read(figure).cloned(),
    }
}

/// Index of the figure that `anchor` was made of: in the same sentence, else, where that was edited, with the same words
/// around it; `None` where the text has it no more or leaves a doubt which it is.
pub fn find(figures: &[Observation], anchor: &Anchor) -> Option<usize> {
    let same_figure = |figure: &Observation| *figure.quantity.as_written == *anchor.as_written;
    let same_sentence = |figure: &Observation| {
        *figure.evidence.sentence == *anchor.sentence && figure.evidence.figure == anchor.figure && same_figure(figure)
    };
    let exact: Vec<usize> = positions(figures, same_sentence);
    if !exact.is_empty() {
        let of_occurrence: Vec<usize> = exact
            .iter()
            .copied()
            .filter(|index| figures.get(*index).is_some_and(|found| occurrence(figures, found) == anchor.occurrence))
            .collect();
        return choose(figures, if of_occurrence.is_empty() { &exact } else { &of_occurrence }, anchor);
    }
    let words = context(&anchor.sentence, anchor.figure);
    let edited = positions(figures, |figure| {
        same_figure(figure) && context(&figure.evidence.sentence, figure.evidence.figure) == words
    });
    choose(figures, &edited, anchor)
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

fn positions(figures: &[Observation], holds: impl Fn(&Observation) -> bool) -> Vec<usize> {
    figures.iter().enumerate().filter(|(_, figure)| holds(figure)).map(|(index, _)| index).collect()
}

/// How many sentences of the same words stand before that of `figure`.
fn occurrence(figures: &[Observation], figure: &Observation) -> usize {
    let own = figure.evidence.sentence_span.start;
    let mut before: Vec<usize> = figures
        .iter()
        .filter(|other| other.evidence.sentence_span.start < own && other.evidence.sentence == figure.evidence.sentence)
        .map(|other| other.evidence.sentence_span.start)
        .collect();
    before.sort_unstable();
    before.dedup();
    before.len()
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
