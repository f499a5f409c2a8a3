//! Which figures a person should look at first.

use std::collections::{HashMap, HashSet};

use rust_decimal::Decimal;

use crate::compare::ObservationRef;
use crate::model::{Area, Form, IndicatorId, Observation, Period, PeriodBasis, Report, ReviewState, Status};

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

/// A figure in the order in which a person looks at figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QueueItem {
    /// Which.
    pub at: ObservationRef,
    /// How far its review has come.
    pub state: ReviewState,
    /// Why it is doubtful, the gravest first; empty where nothing speaks against it, or a person has looked at it.
    pub doubts: Vec<Doubt>,
}

/// All figures. First those that nobody has looked at, the most doubtful first and figures outside the catalogue last;
/// then the others. `failed` are those that a failed check flags.
pub fn queue(reports: &[Report], failed: &[ObservationRef]) -> Vec<QueueItem> {
    let mut conflicting = conflicting(reports).into_iter();
    let failed: HashSet<&ObservationRef> = failed.iter().collect();
    let mut out = Vec::new();
    for (report, loaded) in reports.iter().enumerate() {
        for figure in &loaded.observations {
            let (at, state) = (ObservationRef { report, id: figure.id }, figure.review.state);
            let is_conflicting = conflicting.next().unwrap_or_default();
            let mut doubts = Vec::new();
            if state == ReviewState::Unreviewed {
                doubts = doubts_of(figure);
                doubts.extend(failed.contains(&at).then_some(Doubt::FailedCheck));
                doubts.extend(is_conflicting.then_some(Doubt::Conflict));
                doubts.sort_unstable();
            }
            out.push(QueueItem { at, state, doubts });
        }
    }
    // Stable: the order of the text among equals.
    out.sort_by_key(rank);
    out
}

/// A figure without doubts comes after all with one, outsiders follow, those that a person has looked at come last.
pub(super) fn rank(item: &QueueItem) -> (u8, Doubt, usize) {
    match item.doubts.first() {
        _ if item.state != ReviewState::Unreviewed => (3, Doubt::NoIndicator, 0),
        Some(Doubt::NoIndicator) => (2, Doubt::NoIndicator, 0),
        Some(gravest) => (0, *gravest, usize::MAX - item.doubts.len()),
        None => (1, Doubt::NoIndicator, 0),
    }
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
type Key<'a> = (Option<&'a Area>, Option<&'a IndicatorId>, Option<Period>, Status, Form);

fn key(figure: &Observation) -> Key<'_> {
    (figure.area.as_ref(), figure.indicator.as_ref(), figure.period, figure.status, figure.form)
}

/// Whether another statement of the same thing gives another value: for each figure, report by report. A figure's key is
/// hashed once, which is most of the work in a long report.
fn conflicting<'a>(reports: &'a [Report]) -> Vec<bool> {
    let mut things: HashMap<Key<'a>, usize> = HashMap::new();
    let mut values: Vec<(Decimal, bool)> = Vec::new();
    let mut thing_of = |figure: &'a Observation| {
        let Observation { indicator: Some(_), area: Some(_), quantity, .. } = figure else { return None };
        let next = values.len();
        let thing = *things.entry(key(figure)).or_insert(next);
        match values.get_mut(thing) {
            Some((value, conflicts)) => *conflicts |= *value != quantity.value,
            None => values.push((quantity.value, false)),
        }
        Some(thing)
    };
    let figures = reports.iter().flat_map(|report| &report.observations);
    let things: Vec<Option<usize>> = figures.map(|figure| figure.counts().then(|| thing_of(figure))?).collect();
    let conflicts = |thing: usize| values.get(thing).is_some_and(|(_, conflicts)| *conflicts);
    things.into_iter().map(|thing| thing.is_some_and(conflicts)).collect()
}
