//! When a county left poverty, from all that the loaded reports say of it.

use crate::model::{Exit, ExitRef, Instant, Period, PeriodBasis, Report, Status};

/// An exit with a time of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedExit {
    /// The year, month or day.
    pub at: Instant,
    /// Whether it happened or is aimed at.
    pub status: Status,
    /// The statement behind it.
    pub from: ExitRef,
}

/// The exit that `at` points to.
pub fn exit(reports: &[Report], at: ExitRef) -> Option<&Exit> {
    reports.get(at.report)?.exits.get(at.index)
}

/// The exits among `refs` whose sentence tells the time, in order of time. Statements of one event count once, by the most
/// exact of them: 2018 and 2018-08-08 agree. Statements that disagree all stay.
pub fn dated_exits(reports: &[Report], refs: &[ExitRef]) -> Vec<DatedExit> {
    let dated = |from: &ExitRef| {
        let found = exit(reports, *from)?;
        let Some(Period::At(at)) = found.period.filter(|_| found.period_basis == Some(PeriodBasis::Stated)) else {
            return None;
        };
        Some(DatedExit { at, status: found.status, from: *from })
    };
    let all: Vec<DatedExit> = refs.iter().filter_map(dated).collect();
    let mut kept: Vec<DatedExit> = Vec::new();
    for (index, one) in all.iter().enumerate() {
        let told_better = all.iter().enumerate().any(|(other_index, other)| {
            let same = other.at == one.at && other_index < index;
            other.status == one.status && (same || (other.at != one.at && holds(one.at, other.at)))
        });
        if !told_better {
            kept.push(*one);
        }
    }
    kept.sort_by_key(|exit| (exit.at, exit.from));
    kept
}

/// Whether `inner` lies within `outer`: a day in its month, a month in its year.
fn holds(outer: Instant, inner: Instant) -> bool {
    let fits = |outer: Option<u8>, inner: Option<u8>| outer.is_none() || outer == inner;
    outer.year == inner.year && fits(outer.month, inner.month) && fits(outer.day, inner.day)
}
