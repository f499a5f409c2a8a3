//! Brings the figures that two profiles state of one subject onto common lines.

use std::collections::BTreeMap;

use super::{ObservationRef, Tolerance};
use crate::model::{Form, Instant, Observation, Period, PeriodBasis, Status};

/// All figures of one side that say the same kind of thing for the same time.
#[derive(Debug, Clone)]
pub(super) struct Slot {
    pub(super) form: Form,
    pub(super) status: Status,
    pub(super) period: Option<Period>,
    pub(super) refs: Vec<ObservationRef>,
}

impl Slot {
    fn kind(&self) -> (Form, Status) {
        (self.form, self.status)
    }

    fn is_result(&self) -> bool {
        self.kind() == (Form::Level, Status::Actual)
    }

    fn is_dated_result(&self) -> bool {
        self.is_result() && self.period.is_some_and(Period::is_point)
    }

    /// Levels before changes, then by time, then results before aims.
    pub(super) fn order(&self) -> (Form, Option<Instant>, Status, Option<Period>) {
        (self.form, self.period.map(Period::anchor), self.status, self.period)
    }
}

/// One line: a slot of the left, of the right, or of both.
pub(super) type Line = [Option<Slot>; 2];

/// Collects a side's figures of one subject into slots, in order of time. What only the report's own date gives a year,
/// and gives another value than what states it, stands apart: 累计发放182亿元 is no other value of 2018年63亿元.
pub(super) fn slots<'a>(figures: impl Iterator<Item = (ObservationRef, &'a Observation)>) -> Vec<Slot> {
    let mut found: BTreeMap<_, Vec<(ObservationRef, &Observation)>> = BTreeMap::new();
    for (at, figure) in figures {
        let key = (figure.form, figure.period.map(Period::anchor), figure.status, figure.period);
        found.entry(key).or_default().push((at, figure));
    }
    let mut out = Vec::with_capacity(found.len());
    for ((form, _, status, period), figures) in found {
        let is_stated = |figure: &Observation| figure.period_basis != Some(PeriodBasis::Report);
        let stated = |value| figures.iter().any(|(_, figure)| is_stated(figure) && figure.quantity.value == value);
        let any_stated = figures.iter().any(|(_, figure)| is_stated(figure));
        let belongs = |figure: &Observation| !any_stated || is_stated(figure) || stated(figure.quantity.value);
        for own in [true, false] {
            let refs: Vec<_> = figures.iter().filter(|(_, figure)| belongs(figure) == own).map(|(at, _)| *at).collect();
            if !refs.is_empty() {
                out.push(Slot { form, status, period, refs });
            }
        }
    }
    out
}

/// Lays two sides on common lines: equal periods first, then the same year; then the latest results, though their
/// years differ, since a reader looks for "where do both stand now".
pub(super) fn align(left: Vec<Slot>, right: Vec<Slot>, tolerance: Tolerance) -> Vec<Line> {
    let mut right: Vec<Option<Slot>> = right.into_iter().map(Some).collect();
    let mut lines: Vec<Line> = left.into_iter().map(|slot| [Some(slot), None]).collect();
    pair(&mut lines, &mut right, |a, b| a.period == b.period);
    pair(&mut lines, &mut right, |a, b| a.period.zip(b.period).is_some_and(|(a, b)| same_time(a, b)));
    pair(&mut lines, &mut right, |a, b| a.is_dated_result() && b.is_dated_result() && year(a) == year(b));
    if tolerance == Tolerance::OneYear {
        let near = |a: &Slot, b: &Slot| year(a).zip(year(b)).is_some_and(|(a, b)| a.abs_diff(b) <= 1);
        pair(&mut lines, &mut right, |a, b| a.is_dated_result() && b.is_dated_result() && near(a, b));
    }
    pair_latest(&mut lines, &mut right);
    lines.extend(right.into_iter().flatten().map(|slot| [None, Some(slot)]));
    lines.sort_by_key(|line| line.iter().flatten().map(Slot::order).min());
    lines
}

/// Whether two periods name the same time, so that figures for them may be compared: a stock stated for a year holds
/// at the year's end.
pub(super) fn same_time(a: Period, b: Period) -> bool {
    let end_of_year = |at: Instant| Instant { month: at.month.filter(|month| *month != 12), day: None, ..at };
    let same =
        |a: Instant, b: Instant| a == b || (a.day.is_none() && b.day.is_none() && end_of_year(a) == end_of_year(b));
    match (a, b) {
        (Period::At(a), Period::At(b))
        | (Period::Since(a), Period::Since(b))
        | (Period::Until(a), Period::Until(b)) => same(a, b),
        (Period::Between(from_a, to_a), Period::Between(from_b, to_b)) => same(from_a, from_b) && same(to_a, to_b),
        _ => false,
    }
}

fn pair(lines: &mut [Line], right: &mut [Option<Slot>], matches: impl Fn(&Slot, &Slot) -> bool) {
    for line in lines.iter_mut() {
        let [Some(left), place @ None] = line else { continue };
        let partner = right
            .iter_mut()
            .find(|slot| slot.as_ref().is_some_and(|slot| slot.kind() == left.kind() && matches(left, slot)));
        *place = partner.and_then(Option::take);
    }
}

/// Puts the latest results of both on one line, if neither found a partner; an undated one counts as the oldest.
fn pair_latest(lines: &mut [Line], right: &mut [Option<Slot>]) {
    let latest_left = lines.iter_mut().rfind(|line| line[0].as_ref().is_some_and(Slot::is_result));
    let Some([Some(_), place @ None]) = latest_left else { return };
    let latest_right = right.iter_mut().rfind(|slot| slot.as_ref().is_some_and(Slot::is_result));
    *place = latest_right.and_then(Option::take);
}

fn year(slot: &Slot) -> Option<u16> {
    slot.period.map(|period| period.anchor().year)
}
