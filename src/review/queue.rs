//! Which figures a person should look at first.

use std::collections::BTreeMap;

use crate::compare::ObservationRef;
use crate::model::{Observation, PeriodBasis, Report, ReviewState};

/// Why a figure is doubtful, the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Doubt {
    /// The report's own arithmetic speaks against it.
    FailedCheck,
    /// Another statement of the same thing for the same time gives another value.
    Conflict,
    /// An indicator without a place.
    NoArea,
    /// Its place is named only elsewhere in the article.
    AreaFromAfar,
    /// An indicator without a period.
    NoPeriod,
    /// Only the report's own date suggests its period.
    PeriodFromReport,
    /// Its period is named only in an earlier sentence.
    PeriodCarried,
    /// It fits no indicator.
    NoIndicator,
}

/// A figure that nobody has looked at yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueItem {
    /// Which.
    pub at: ObservationRef,
    /// Why it is doubtful, the gravest first; empty where nothing speaks against it.
    pub doubts: Vec<Doubt>,
}

/// All figures that nobody has looked at, the most doubtful first; figures outside the catalogue last. `failed` are
/// those that a failed check flags.
pub fn queue(reports: &[Report], failed: &[ObservationRef]) -> Vec<QueueItem> {
    let conflicting = conflicting(reports);
    let mut out = Vec::new();
    for (report, loaded) in reports.iter().enumerate() {
        for figure in loaded.observations.iter().filter(|figure| figure.review.state == ReviewState::Unreviewed) {
            let at = ObservationRef { report, id: figure.id };
            let mut doubts = doubts_of(figure);
            if failed.contains(&at) {
                doubts.push(Doubt::FailedCheck);
            }
            if conflicting.get(&key(figure)).is_some_and(|several| *several) && figure.indicator.is_some() {
                doubts.push(Doubt::Conflict);
            }
            doubts.sort_unstable();
            out.push(QueueItem { at, doubts });
        }
    }
    // Stable: the order of the text among equals. A figure without doubts comes after all with one, outsiders last.
    out.sort_by_key(|item| match item.doubts.first() {
        Some(Doubt::NoIndicator) => (2, Doubt::NoIndicator, 0),
        Some(gravest) => (0, *gravest, usize::MAX - item.doubts.len()),
        None => (1, Doubt::NoIndicator, 0),
    });
    out
}

fn doubts_of(figure: &Observation) -> Vec<Doubt> {
    if figure.indicator.is_none() {
        return vec![Doubt::NoIndicator];
    }
    let mut out = Vec::new();
    match &figure.area {
        None => out.push(Doubt::NoArea),
        Some(_) if matches!(figure.trace.area.rule, "section" | "paragraph") => out.push(Doubt::AreaFromAfar),
        Some(_) => {}
    }
    match figure.period_basis {
        None => out.push(Doubt::NoPeriod),
        Some(PeriodBasis::Report) => out.push(Doubt::PeriodFromReport),
        Some(PeriodBasis::Carried) => out.push(Doubt::PeriodCarried),
        Some(PeriodBasis::Stated) => {}
    }
    out
}

/// What two figures must share to state the same thing.
type Key<'a> = (
    Option<&'a crate::model::Area>,
    Option<&'a crate::model::IndicatorId>,
    Option<crate::model::Period>,
    crate::model::Status,
    crate::model::Form,
);

fn key(figure: &Observation) -> Key<'_> {
    (figure.area.as_ref(), figure.indicator.as_ref(), figure.period, figure.status, figure.form)
}

/// Whether each thing is stated with several values.
fn conflicting(reports: &[Report]) -> BTreeMap<Key<'_>, bool> {
    let mut values: BTreeMap<Key<'_>, rust_decimal::Decimal> = BTreeMap::new();
    let mut out: BTreeMap<Key<'_>, bool> = BTreeMap::new();
    let figures = reports.iter().flat_map(|report| &report.observations);
    for figure in figures.filter(|figure| figure.indicator.is_some() && figure.area.is_some() && figure.counts()) {
        let value = figure.quantity.value;
        let first = *values.entry(key(figure)).or_insert(value);
        *out.entry(key(figure)).or_default() |= first != value;
    }
    out
}
