//! Values that follow from two figures: what is left of a total, rates, and totals shared among heads or households. Only
//! where place, time and scope agree: a total that stands where the leaving began, for a rate both counts in one sentence,
//! for a year's money those of that year.

use rust_decimal::Decimal;

use super::base::same_area;
use super::reckon::Use;
use crate::codelist::Codelists;
use crate::model::{
    Bound, Derived, DerivedKind, Form, IndicatorId, Instant, Observation, ObservationRef, Operator, Period,
    PeriodBasis, Report, Role, Status,
};

/// Decimals of a rate in per cent.
const RATE_DECIMALS: u32 = 2;

/// A figure and where it stands.
type Stated<'a> = (ObservationRef, &'a Observation);

/// Adds to `out` what follows from the counts of the report with this index.
pub(super) fn derived(reports: &[Report], index: usize, codelists: &Codelists, out: &mut Vec<Derived>) {
    let Some(report) = reports.get(index) else { return };
    let levels = |id: &IndicatorId| -> Vec<Stated<'_>> {
        let own = report.observations.iter().filter(|one| is_level_of(one, id));
        own.map(|one| (ObservationRef { report: index, id: one.id }, one)).collect()
    };
    let first = out.len();
    for words in &codelists.audit.remaining {
        let totals = levels(&words.total);
        for left in levels(&words.left) {
            let found = totals.iter().rev().find_map(|total| remaining(*total, left));
            out.extend(found.filter(|value| is_new(value, reports)));
        }
    }
    for words in &codelists.audit.rate {
        let wholes = levels(&words.whole);
        for part in levels(&words.part) {
            let found = wholes.iter().find_map(|whole| rate(part, *whole, &words.indicator));
            out.extend(found.filter(|value| is_new(value, reports)));
        }
    }
    for words in &codelists.audit.per {
        let totals: Vec<Stated<'_>> = words.totals.iter().flat_map(levels).collect();
        for base in &words.bases {
            let bases = levels(base);
            out.extend(totals.iter().filter_map(|total| bases.iter().find_map(|base| per_head(*total, *base))));
        }
    }
    let mut seen: Vec<Derived> = Vec::new();
    for value in out.split_off(first) {
        let same = |known: &Derived| {
            (&known.indicator, known.period, known.value) == (&value.indicator, value.period, value.value)
                && known.area == value.area
        };
        if !seen.iter().any(same) {
            seen.push(value);
        }
    }
    out.append(&mut seen);
}

fn is_level_of(one: &Observation, id: &IndicatorId) -> bool {
    one.indicator.as_ref() == Some(id)
        && (one.form, one.status) == (Form::Level, Status::Actual)
        && one.quantity.bound == Bound::Exact
        && one.counts()
}

fn same_sentence(one: &Observation, other: &Observation) -> bool {
    one.evidence.sentence_span == other.evidence.sentence_span
}

/// What is left of `total` once `left` of it have gone, where the leaving began when the total was counted.
fn remaining(total: Stated<'_>, left: Stated<'_>) -> Option<Derived> {
    let (one, other) = (total.1, left.1);
    let sure = |one: &Observation| one.period_basis != Some(PeriodBasis::Report);
    let period = match (one.period.filter(|_| sure(one)), other.period.filter(|_| sure(other))) {
        (Some(Period::At(at)), Some(Period::Between(from, to))) if is_start(at, from) => Some(Period::At(to)),
        // A year's leaving, from the stock at the end of the year before.
        (Some(Period::At(at)), Some(Period::At(year)))
            if year.month.is_none() && at.year + 1 == year.year && is_year_end(at) =>
        {
            Some(Period::At(year))
        }
        // 全县有447个贫困村，截至2018年底退出311个: the text says itself of how many.
        (None, Some(Period::Until(to))) if same_sentence(one, other) => Some(Period::At(to)),
        (None, None) if same_sentence(one, other) => None,
        _ => return None,
    };
    let before = one.evidence.span.start < other.evidence.span.start;
    let fits = same_area(one, other) && one.quantity.unit == other.quantity.unit && before;
    let value = one.quantity.value.checked_sub(other.quantity.value).filter(|value| *value >= Decimal::ZERO)?;
    let uses = [(Operator::Plus, Role::Whole, total), (Operator::Minus, Role::Part, left)];
    let unit = one.quantity.unit.clone();
    fits.then(|| make(DerivedKind::Remaining, one, one.indicator.clone()?, period, value, unit, uses))?
}

/// The rate of `part` in `whole`, which one sentence states for one time.
fn rate(part: Stated<'_>, whole: Stated<'_>, indicator: &IndicatorId) -> Option<Derived> {
    let (one, other) = (part.1, whole.1);
    let fits = same_sentence(one, other)
        && same_area(one, other)
        && one.period == other.period
        && one.quantity.unit == other.quantity.unit
        && one.quantity.value <= other.quantity.value;
    let value = one.quantity.value.checked_mul(Decimal::ONE_HUNDRED)?.checked_div(other.quantity.value)?;
    let value = value.round_dp(RATE_DECIMALS).normalize();
    let uses = [(Operator::Plus, Role::Part, part), (Operator::Over, Role::Base, whole)];
    fits.then(|| make(DerivedKind::Rate, one, indicator.clone(), one.period, value, "%".into(), uses))?
}

/// What the money of `total` comes to for each of `base`, whom the text counts in the same year.
fn per_head(total: Stated<'_>, base: Stated<'_>) -> Option<Derived> {
    let (one, other) = (total.1, base.1);
    let stated = |one: &Observation| one.period_basis != Some(PeriodBasis::Report) || same_sentence(total.1, base.1);
    let (Period::At(year), Period::At(at)) = (one.period?, other.period?) else { return None };
    let fits = same_area(one, other)
        && stated(one)
        && stated(other)
        && year.month.is_none()
        && at.year == year.year
        && is_year_end(at);
    let value = one.quantity.value.checked_div(other.quantity.value)?;
    let decimals = if value < Decimal::ONE_HUNDRED { 2 } else { 0 };
    let unit = format!("{}/{}", one.quantity.unit, other.quantity.unit);
    let uses = [(Operator::Plus, Role::Total, total), (Operator::Over, Role::Base, base)];
    let value = value.round_dp(decimals).normalize();
    fits.then(|| make(DerivedKind::PerHead, one, one.indicator.clone()?, one.period, value, unit.into(), uses))?
}

fn make(
    kind: DerivedKind,
    of: &Observation,
    indicator: IndicatorId,
    period: Option<Period>,
    value: Decimal,
    unit: std::sync::Arc<str>,
    uses: [(Operator, Role, Stated<'_>); 2],
) -> Option<Derived> {
    let terms = uses.map(|(operator, role, (at, one))| Use::new(operator, role, at, one).term());
    Some(Derived { kind, area: of.area.clone()?, indicator, period, value, unit, terms: terms.into() })
}

/// Whether no report states it: the same thing of the same place, for that time or, where none is known, in that sentence.
fn is_new(value: &Derived, reports: &[Report]) -> bool {
    let of_place = |one: &Observation| {
        let same = |area: &crate::model::Area| area.name == value.area.name && area.level == value.area.level;
        is_level_of(one, &value.indicator) && one.area.as_ref().is_some_and(same)
    };
    let sources: Vec<ObservationRef> = value.terms.iter().map(|term| term.at).collect();
    let stated = reports.iter().enumerate().flat_map(|(report, read)| {
        read.observations.iter().map(move |one| (ObservationRef { report, id: one.id }, one))
    });
    let time = |period: Option<Period>| period.map(|period| (period.anchor().year, is_year_end(period.anchor())));
    !stated.filter(|(at, one)| of_place(one) && !sources.contains(at)).any(|(at, one)| match value.period {
        Some(_) => time(one.period) == time(value.period),
        None => sources.iter().any(|source| {
            source.report == at.report
                && reports.get(source.report).is_some_and(|read| {
                    read.observations.iter().any(|own| own.id == source.id && same_sentence(own, one))
                })
        }),
    })
}

/// Whether an interval that begins at `from` begins with the stock of `at`.
fn is_start(at: Instant, from: Instant) -> bool {
    at == from || (at.year == from.year && from.month.is_none() && at.month.is_none())
}

/// A year without its month, or its December: a stock stated so holds at the year's end.
fn is_year_end(at: Instant) -> bool {
    at.day.is_none() && at.month.is_none_or(|month| month == 12)
}
