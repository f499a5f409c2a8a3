//! Lays a history over a report: the figures as a person left them, the reader's own facts kept beside.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::Finder;
use crate::model::{
    Action, Anchor, Bound, Correction, Evidence, Facts, Form, Observation, Paragraph, PeriodBasis, Quantity, Report,
    Review, ReviewState, SourceText, Span, Status,
};

/// The rule of figures that a person added.
const ADDED: &str = "added";

/// A correction whose sentence the report has no more, by its place in the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Orphan(pub usize);

/// Puts `report` back as it was read and lays the entries of its history over it, in their order. `corrections` are
/// those not undone, each with its place in the history; `text` is what the report was read from. `finder` is the one
/// of the report's figures, or the default where none was made yet; it knows the figures as they stand in the end.
/// Returns the entries that found no figure.
pub fn apply<'a>(
    report: &mut Report,
    text: &SourceText,
    finder: &mut Finder,
    corrections: impl IntoIterator<Item = (usize, &'a Correction)>,
) -> Vec<Orphan> {
    let known = report.observations.len();
    restore(report);
    if finder.len() != known || report.observations.len() != known {
        *finder = Finder::of(&report.observations);
    }
    let mut orphans = Vec::new();
    let mut is_longer = false;
    for (index, correction) in corrections {
        let done = match &correction.action {
            Action::Add { facts } => add(report, text, &correction.anchor, facts, &correction.reason).map(|figure| {
                finder.add(report.observations.len(), &figure);
                report.observations.push(figure);
                is_longer = true;
            }),
            _ => lay(&mut report.observations, finder, correction).map(|_| ()),
        };
        if done.is_none() {
            orphans.push(Orphan(index));
        }
    }
    if is_longer {
        report.observations.sort_by_key(|figure| (figure.evidence.span, figure.id));
        *finder = Finder::of(&report.observations);
    }
    orphans
}

/// Lays one entry more over figures that have all those before it; the id of the figure that it is about. `None` where
/// it finds none, and for one that adds a figure: that is for [`apply`].
pub fn lay(figures: &mut [Observation], finder: &Finder, correction: &Correction) -> Option<usize> {
    if matches!(correction.action, Action::Add { .. }) {
        return None;
    }
    let found = finder.find(figures, &correction.anchor)?;
    let figure = figures.get_mut(found)?;
    change(figure, &correction.action, &correction.reason);
    Some(figure.id)
}

fn restore(report: &mut Report) {
    report.observations.retain(|figure| !figure.review.added);
    for figure in &mut report.observations {
        if let Some(original) = std::mem::take(&mut figure.review).original {
            set(figure, &original);
        }
    }
}

fn change(figure: &mut Observation, action: &Action, reason: &str) {
    reason.clone_into(&mut figure.review.reason);
    figure.review.state = match action {
        Action::Accept => match figure.review.state {
            // It was looked at already, and stays marked.
            ReviewState::Corrected => ReviewState::Corrected,
            _ if figure.review.original.is_some() => ReviewState::Corrected,
            _ => ReviewState::Accepted,
        },
        Action::Reject => ReviewState::Rejected,
        Action::Reset => {
            if let Some(original) = figure.review.original.take() {
                set(figure, &original);
            }
            ReviewState::Unreviewed
        }
        Action::Correct { to, .. } | Action::Add { facts: to } => {
            let before = figure.review.original.take().unwrap_or_else(|| Box::new(Facts::of(figure)));
            set(figure, to);
            if *before == **to {
                ReviewState::Accepted
            } else {
                figure.review.original = Some(before);
                ReviewState::Corrected
            }
        }
    };
}

fn set(figure: &mut Observation, facts: &Facts) {
    let Facts { area, indicator, label, value, unit, bound, period, status, form } = facts.clone();
    if figure.period != period {
        figure.period_basis = period.map(|_| PeriodBasis::Stated);
    }
    (figure.area, figure.indicator, figure.label, figure.period) = (area, indicator, label, period);
    (figure.quantity.value, figure.quantity.unit, figure.quantity.bound) = (value, unit, bound);
    (figure.status, figure.form) = (status, form);
}

fn add(report: &Report, text: &SourceText, anchor: &Anchor, facts: &Facts, reason: &str) -> Option<Observation> {
    let (paragraph, sentence) = sentences_like(text, &anchor.sentence).nth(anchor.occurrence)?;
    let part = Span::new(sentence.start + anchor.figure.start, sentence.start + anchor.figure.end);
    let mut figure = observation_from_text(report, text, paragraph, part)?;
    if *figure.quantity.as_written != anchor.as_written {
        return None;
    }
    set(&mut figure, facts);
    reason.clone_into(&mut figure.review.reason);
    Some(figure)
}

/// What tells `figure`, which a person marked in `text`, from the others of its report. Its sentence is counted among
/// all that the text has, for the equal ones may state no other figure.
pub fn anchor_of_marked(text: &SourceText, figures: &[Observation], figure: &Observation) -> Anchor {
    let starts = |(index, sentence): (usize, Span)| {
        text.paragraphs
            .get(index)
            .is_some_and(|own| own.source_of(sentence).start < figure.evidence.sentence_span.start)
    };
    let occurrence = sentences_like(text, &figure.evidence.sentence).filter(|place| starts(*place)).count();
    Anchor { occurrence, ..super::anchor_of(figures, figure) }
}

fn sentences_like<'a>(text: &'a SourceText, words: &'a str) -> impl Iterator<Item = (usize, Span)> + 'a {
    let of_paragraph = move |(index, paragraph): (usize, &'a Paragraph)| {
        let same = move |sentence: &&Span| paragraph.slice(**sentence) == words;
        paragraph.sentences.iter().filter(same).map(move |sentence| (index, *sentence))
    };
    text.paragraphs.iter().enumerate().flat_map(of_paragraph)
}

/// A figure that the reader did not find, from the characters `part` (code points) of a paragraph: all that the text
/// itself tells of it, the rest left open. `None` where `part` lies in no sentence.
pub fn observation_from_text(report: &Report, text: &SourceText, paragraph: usize, part: Span) -> Option<Observation> {
    let paragraph = text.paragraphs.get(paragraph)?;
    let sentence = paragraph.sentence_at(part.start).filter(|sentence| part.end <= sentence.end && !part.is_empty())?;
    let span = paragraph.source_of(part);
    let article = report.articles.iter().rposition(|article| article.span.start <= span.start).unwrap_or(0);
    let as_written: String = paragraph.slice(part).chars().filter(|ch| !ch.is_whitespace()).collect();
    let id = report.observations.iter().map(|figure| figure.id).max().unwrap_or(0) + 1;
    Some(Observation {
        id,
        article,
        area: None,
        indicator: None,
        label: Arc::default(),
        quantity: Quantity {
            value: Decimal::ZERO,
            unit: Arc::default(),
            bound: Bound::Exact,
            as_written: as_written.into(),
        },
        period: None,
        period_basis: None,
        status: Status::Actual,
        form: Form::Level,
        rule: ADDED.into(),
        trace: Arc::default(),
        evidence: Evidence {
            sentence: paragraph.slice(sentence).into(),
            figure: Span::new(part.start - sentence.start, part.end - sentence.start),
            span,
            sentence_span: paragraph.source_of(sentence),
        },
        review: Review { state: ReviewState::Corrected, added: true, ..Review::default() },
    })
}
