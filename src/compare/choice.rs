//! Which of several statements of one thing is shown, and why that one.

use std::cmp::Reverse;

use super::{ObservationRef, observation};
use crate::model::{Bound, Instant, Observation, PeriodBasis, Report, ReviewState};

/// Why a statement is shown rather than one that gives another value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Choice {
    /// No other gives another value.
    Undisputed,
    /// A person looked at it.
    Reviewed,
    /// The others are only about right, or limits.
    Exact,
    /// Its sentence states the time; of the others only the context does.
    TimeStated,
    /// Its report is later.
    LaterReport,
    /// It stands first; nothing else tells them apart.
    First,
}

/// What speaks for a statement, the weightiest first; the smallest is shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Weight {
    unreviewed: bool,
    inexact: bool,
    basis: Option<PeriodBasis>,
    date: Reverse<Option<Instant>>,
    at: ObservationRef,
}

fn weight(reports: &[Report], at: ObservationRef, figure: &Observation) -> Weight {
    let report = reports.get(at.report);
    let article = report.and_then(|report| report.articles.get(figure.article));
    Weight {
        unreviewed: figure.review.state == ReviewState::Unreviewed,
        inexact: figure.quantity.bound != Bound::Exact,
        basis: figure.period_basis,
        date: Reverse(article.and_then(|article| article.date)),
        at,
    }
}

/// Puts the statement that is to be shown first. Returns how many other values there are and why that one is shown.
pub(super) fn choose(reports: &[Report], refs: &mut [ObservationRef]) -> (usize, Choice) {
    let weight_of = |at: &ObservationRef| observation(reports, *at).map(|figure| weight(reports, *at, figure));
    refs.sort_by_cached_key(weight_of);
    let value_of = |at: &ObservationRef| observation(reports, *at).map(|figure| figure.quantity.value);
    let Some(shown) = refs.first() else { return (0, Choice::Undisputed) };
    let value = value_of(shown);
    let mut others: Vec<_> = refs.iter().filter(|at| value_of(at) != value).collect();
    let rival = others.first().and_then(|at| weight_of(at));
    let choice = weight_of(shown).zip(rival).map_or(Choice::Undisputed, |(shown, rival)| {
        if shown.unreviewed != rival.unreviewed {
            Choice::Reviewed
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
