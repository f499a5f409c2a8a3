//! The same thing stated twice: in two places of a report, or in two reports.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::reckon::{Use, hold};
use crate::codelist::Codelists;
use crate::model::{
    Check, CheckKind, Form, IndicatorId, Observation, ObservationRef, Operator, Period, PeriodBasis, Report, Role,
    Status,
};

/// A figure and where it stands.
type Stated<'a> = (ObservationRef, &'a Observation);
/// What makes two statements be about the same thing.
type Key = (String, IndicatorId, Period, Status, Form, String);

/// Statements of `reports` that are about the same thing, each against the next in value.
pub(super) fn checks(reports: &[Report], codelists: &Codelists, out: &mut Vec<Check>) {
    let mut same: BTreeMap<Key, Vec<Stated<'_>>> = BTreeMap::new();
    for (report, read) in reports.iter().enumerate() {
        for one in read.observations.iter().filter(|one| one.counts()) {
            let Some(key) = key(one, codelists) else { continue };
            same.entry(key).or_default().push((ObservationRef { report, id: one.id }, one));
        }
    }
    for ((_, indicator, ..), mut stated) in same {
        // Neighbours by value: what is found must not hang on the order in which reports were opened.
        stated.sort_by_key(|(at, one)| (one.quantity.value, *at));
        for two in stated.windows(2) {
            let [mut first, mut other] = *two else { continue };
            if other.0 < first.0 {
                std::mem::swap(&mut first, &mut other);
            }
            let same_sentence =
                first.0.report == other.0.report && first.1.evidence.sentence_span == other.1.evidence.sentence_span;
            if same_sentence {
                continue;
            }
            let unit = &other.1.quantity.unit;
            let check = hold(CheckKind::Repeated, &[repeated(first)], &[repeated(other)], unit, Decimal::ZERO);
            out.extend(check.filter(|check| !check.differs() || is_state(&indicator, codelists)));
        }
    }
}

fn repeated(stated: Stated<'_>) -> Use<'_> {
    Use::new(Operator::Plus, Role::Repeated, stated.0, stated.1)
}

/// `None` where the text leaves open what the figure is or when it holds.
fn key(one: &Observation, codelists: &Codelists) -> Option<Key> {
    let area = one.area.as_ref()?;
    let place = area.code.map_or_else(|| area.name.to_string(), |code| code.to_string());
    let period = one.period.filter(|period| period.is_point() && one.period_basis != Some(PeriodBasis::Report))?;
    let family = codelists.units.family_of(&one.quantity.unit)?;
    Some((place, one.indicator.clone()?, period, one.status, one.form, family.to_string()))
}

/// Whether an indicator has one value at a time: a state or a rate. What is done over a time (people lifted) is stated for
/// the year and for all years until then, and the words do not always tell which.
fn is_state(id: &IndicatorId, codelists: &Codelists) -> bool {
    codelists.indicator(id).is_some_and(|indicator| indicator.stock || indicator.unit == "%")
}
