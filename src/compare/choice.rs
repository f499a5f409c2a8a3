//! Which of several statements of one thing is shown, and why that one.

use std::cmp::Reverse;

use super::{ObservationRef, observation};
use crate::codelist::Codelists;
use crate::model::{Bound, Instant, Observation, PeriodBasis, Report, ReviewState};

/// Why a statement is shown rather than one that gives another value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// No other gives another value.
    Undisputed,
    /// A person looked at it.
    Reviewed,
    /// The other is where a change began that ended here: 由19.1%提高到22%.
    AfterChange,
    /// The others are only about right, or limits.
    Exact,
    /// Its sentence states the time; of the others only the context does.
    TimeStated,
    /// Its report is later.
    LaterReport,
    /// Its sentence states several, each of something of its own: 28.3兆瓦村级和20兆瓦集中式.
    Part,
    /// It stands first; nothing else tells them apart.
    First,
}

/// What speaks for a statement, the weightiest first; the smallest is shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Weight {
    unreviewed: bool,
    start: bool,
    inexact: bool,
    basis: Option<PeriodBasis>,
    date: Reverse<Option<Instant>>,
    at: ObservationRef,
}

fn weight(reports: &[Report], at: ObservationRef, figure: &Observation, start: bool) -> Weight {
    let report = reports.get(at.report);
    let article = report.and_then(|report| report.articles.get(figure.article));
    Weight {
        unreviewed: figure.review.state == ReviewState::Unreviewed,
        start,
        inexact: figure.quantity.bound != Bound::Exact,
        basis: figure.period_basis,
        date: Reverse(article.and_then(|article| article.date)),
        at,
    }
}

/// Puts the statement that is to be shown first. Returns how many other values there are and why that one is shown.
pub(super) fn choose(reports: &[Report], refs: &mut [ObservationRef], codelists: &Codelists) -> (usize, Choice) {
    let figure_of = |at: &ObservationRef| observation(reports, *at);
    let mut in_order = refs.to_vec();
    in_order.sort_unstable();
    let changes = in_order.windows(2).filter(|two| begins_change(reports, two[0], two[1], codelists));
    let starts: Vec<ObservationRef> = changes.map(|two| two[0]).collect();
    let weight_of = |at: &ObservationRef| figure_of(at).map(|figure| weight(reports, *at, figure, starts.contains(at)));
    refs.sort_by_cached_key(weight_of);
    let value_of = |at: &ObservationRef| figure_of(at).map(|figure| figure.quantity.value);
    let Some(shown) = refs.first() else { return (0, Choice::Undisputed) };
    let value = value_of(shown);
    let mut others: Vec<_> = refs.iter().filter(|at| value_of(at) != value).collect();
    let rival = others.first().and_then(|at| weight_of(at));
    let is_part = others.iter().any(|at| !starts.contains(at) && same_sentence(reports, *shown, **at));
    let choice = weight_of(shown).zip(rival).map_or(Choice::Undisputed, |(shown, rival)| {
        if shown.unreviewed != rival.unreviewed {
            Choice::Reviewed
        } else if is_part {
            Choice::Part
        } else if shown.start != rival.start {
            Choice::AfterChange
        } else if shown.inexact != rival.inexact {
            Choice::Exact
        } else if shown.basis != rival.basis {
            Choice::TimeStated
        } else if shown.date != rival.date {
            Choice::LaterReport
        } else {
            Choice::First
        }
    });
    others.sort_by_key(|at| value_of(at));
    others.dedup_by_key(|at| value_of(at));
    (others.len(), choice)
}

fn same_sentence(reports: &[Report], one: ObservationRef, other: ObservationRef) -> bool {
    let sentence = |at| observation(reports, at).map(|figure| figure.evidence.sentence_span);
    one.report == other.report && sentence(one) == sentence(other) && sentence(one).is_some_and(|span| !span.is_empty())
}

/// Whether `at` is the level that a change began with and `other` the one that it led to, as their sentence says: right
/// after 由 or 从, and with 到 or 至 right between them in one clause.
fn begins_change(reports: &[Report], at: ObservationRef, other: ObservationRef, codelists: &Codelists) -> bool {
    let (Some(from), Some(to)) = (observation(reports, at), observation(reports, other)) else { return false };
    let (start, end) = (from.evidence.figure, to.evidence.figure);
    if !same_sentence(reports, at, other) || start.end > end.start {
        return false;
    }
    let words = &codelists.audit.change;
    let sentence = &from.evidence.sentence;
    let slice = |from: usize, to: usize| -> String { sentence.chars().skip(from).take(to - from).collect() };
    let between = slice(start.end, end.start);
    let before = slice(0, start.start);
    words.from.iter().any(|word| before.ends_with(word.as_str()))
        && words.arrive.iter().any(|word| between.ends_with(word.as_str()))
        && !between.contains(['，', '。', '；', '、'])
}
