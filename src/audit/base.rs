//! The base that incidence and poor population imply: 20918 ÷ 20.5% and 714 ÷ 0.7% are both about 102 000.
//!
//! Poverty incidence is the registered poor population over the registered rural population (国家统计局, 贫困发生率).

use rust_decimal::Decimal;

use super::reckon::{Use, hold};
use crate::model::{
    Area, Bound, Check, CheckKind, Form, Observation, ObservationRef, Operator, Period, PeriodBasis, Report, Role,
    Unclear, Verdict,
};

/// How far a county's rural base may move in a year, as a part of itself: natural growth is about half a per cent in these
/// counties; the yearly re-registration of the rural population moves it by as much as two more. In hundredths.
const DRIFT: i64 = 3;
/// Years between two figures of which one has no period.
const UNKNOWN_YEARS: i64 = 5;
/// How far a stated rural population, often rounded and of another year, may lie from the base. In hundredths.
const STATED: i64 = 2;

/// A figure and where it stands.
type Stated<'a> = (ObservationRef, &'a Observation);

/// A poor population and the incidence that goes with it.
#[derive(Clone, Copy)]
struct Pair<'a> {
    people: Stated<'a>,
    rate: Stated<'a>,
}

/// Bases implied by `reports`, against each other and against stated rural populations.
pub(super) fn checks(reports: &[Report], out: &mut Vec<Check>) {
    let all = || {
        reports.iter().enumerate().flat_map(|(report, read)| {
            read.observations.iter().map(move |one| (ObservationRef { report, id: one.id }, one))
        })
    };
    let levels = |id: &'static str| {
        let mut found: Vec<Stated<'_>> = all().filter(|(_, one)| is_level_of(one, id)).collect();
        found.sort_by_key(|(at, one)| (one.period.map(Period::anchor), *at));
        found
    };
    let people = levels("poor_population");
    let pairs: Vec<Pair<'_>> = levels("poverty_incidence")
        .into_iter()
        .filter_map(|rate| {
            let with = |other: &&Stated<'_>| goes_with(rate, **other);
            let same_sentence = |other: &&Stated<'_>| {
                other.0.report == rate.0.report && other.1.evidence.sentence_span == rate.1.evidence.sentence_span
            };
            let found = people.iter().filter(with).find(same_sentence).or_else(|| people.iter().find(with))?;
            Some(Pair { people: *found, rate })
        })
        .collect();
    for (index, later) in pairs.iter().enumerate() {
        // The nearest earlier pair of the same place: the longer the time between, the less they say of each other.
        let same =
            |pair: &&Pair<'_>| same_area(pair.rate.1, later.rate.1) && pair.people.1.period != later.people.1.period;
        let earlier = pairs.iter().take(index).rev().find(same);
        out.extend(earlier.and_then(|earlier| against_pair(earlier, later)));
    }
    for stated in levels("rural_population") {
        let near = |pair: &&Pair<'_>| years(pair.rate.1, stated.1);
        let pair = pairs.iter().filter(|pair| same_area(pair.rate.1, stated.1)).min_by_key(near);
        out.extend(pair.and_then(|pair| against_stated(pair, stated)));
    }
}

fn is_level_of(one: &Observation, id: &str) -> bool {
    let rounded = matches!(one.quantity.bound, Bound::Exact | Bound::Approx);
    one.indicator.as_ref().is_some_and(|own| own.as_str() == id)
        && one.form == Form::Level
        && rounded
        && one.counts()
        && one.quantity.value > Decimal::ZERO
}

/// Whether a poor population is of the place and time of an incidence.
fn goes_with(rate: Stated<'_>, people: Stated<'_>) -> bool {
    let (one, other) = (rate.1, people.1);
    let known = |one: &Observation| one.period.is_some() && one.period_basis != Some(PeriodBasis::Report);
    let same_sentence = rate.0.report == people.0.report && one.evidence.sentence_span == other.evidence.sentence_span;
    same_area(one, other)
        && one.status == other.status
        && one.period == other.period
        && (same_sentence || known(one) && known(other))
}

/// Whether both figures are of the same place.
pub(super) fn same_area(a: &Observation, b: &Observation) -> bool {
    let same =
        |a: &Area, b: &Area| if a.code.is_some() && b.code.is_some() { a.code == b.code } else { a.name == b.name };
    a.area.as_ref().zip(b.area.as_ref()).is_some_and(|(a, b)| same(a, b))
}

/// Years that may lie between two figures: a year without its month may be its first day or its last (2016年初, 2017年底).
fn years(a: &Observation, b: &Observation) -> i64 {
    let year = |one: &Observation| one.period.map(|period| i64::from(period.anchor().year));
    year(a).zip(year(b)).map_or(UNKNOWN_YEARS, |(a, b)| (a - b).abs() + 1)
}

fn quotient<'a>(pair: &Pair<'a>) -> [Use<'a>; 2] {
    [
        Use::new(Operator::Plus, Role::Part, pair.people.0, pair.people.1),
        Use::new(Operator::Over, Role::Share, pair.rate.0, pair.rate.1),
    ]
}

fn against_pair(earlier: &Pair<'_>, later: &Pair<'_>) -> Option<Check> {
    let drift = DRIFT * years(earlier.rate.1, later.rate.1);
    let unit = &earlier.people.1.quantity.unit;
    hold(CheckKind::ImpliedBase, &quotient(earlier), &quotient(later), unit, Decimal::new(drift, 2))
}

fn against_stated(pair: &Pair<'_>, stated: Stated<'_>) -> Option<Check> {
    let right = [Use::new(Operator::Plus, Role::Base, stated.0, stated.1)];
    let slack = STATED + DRIFT * years(pair.rate.1, stated.1);
    let unit = &stated.1.quantity.unit;
    let mut check = hold(CheckKind::ImpliedBase, &quotient(pair), &right, unit, Decimal::new(slack, 2))?;
    // Registered and resident rural population differ by a third in counties that people leave for work, not by half.
    let twice = Decimal::TWO;
    let near = check.stated < check.expected.checked_mul(twice)? && check.expected < check.stated.checked_mul(twice)?;
    if check.differs() && near {
        check.verdict = Verdict::CannotBeChecked { why: Unclear::OtherCount };
    }
    Some(check)
}
