//! Arithmetic on figures as written: what a rounded numeral may stand for, and what sides of a check come to.
//!
//! Nothing here overflows: a number too large for a decimal makes no check.

use rust_decimal::Decimal;

use super::sentence::Figure;
use crate::model::{Bound, Check, CheckKind, Observation, ObservationRef, Operator, Range, Role, Term, Verdict};

const HUNDRED: Decimal = Decimal::ONE_HUNDRED;
const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// How a stated result was cut to the digits that it shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    /// A count or a sum: exact, or rounded to the last digit.
    Rounded,
    /// A quotient, which writers round or simply cut off: 0.678 is written 0.68 and 0.67.
    RoundedOrCut,
}

/// The worth of the last digit of a numeral as written, and of its last digit that is no zero: 0.01万 and 0.01万 for
/// `1.25万`, 1 and 1000 for `3000`. `None` where it is not in Arabic digits.
fn steps(observation: &Observation) -> Option<(Decimal, Decimal)> {
    let written = &observation.quantity.as_written;
    let mut digits = String::new();
    for ch in written.chars() {
        match ch {
            '0'..='9' | '.' => digits.push(ch),
            '０'..='９' => digits.push(char::from_digit(u32::from(ch) - u32::from('０'), 10)?),
            '．' => digits.push('.'),
            ',' | '，' => {}
            _ if digits.is_empty() => {}
            _ => break,
        }
    }
    let number: Decimal = digits.parse().ok()?;
    let value = observation.quantity.value.abs();
    let scale = if number.is_zero() { Decimal::ONE } else { value.checked_div(number)?.normalize() };
    // A person may have corrected the value: then the numeral as printed says nothing of its digits.
    if scale.is_sign_negative() || scale.mantissa().to_string().trim_end_matches('0') != "1" {
        return None;
    }
    let last = Decimal::new(1, number.scale()).checked_mul(scale)?;
    let mut significant = last;
    let mut shifted = number.mantissa();
    while shifted != 0 && shifted % 10 == 0 {
        shifted /= 10;
        significant = significant.checked_mul(Decimal::TEN)?;
    }
    Some((last, significant))
}

/// Whether a numeral is rounded by its form: it has decimals, a multiplier or a rate's unit. A plain count is exact.
fn is_rounded(observation: &Observation, last: Decimal) -> bool {
    last != Decimal::ONE || matches!(&*observation.quantity.unit, "%" | "百分点" | "‰")
}

/// What `observation` may stand for, given how it was cut.
pub(super) fn range(observation: &Observation, cut: Cut) -> Option<Range> {
    let value = observation.quantity.value;
    let own = Decimal::new(1, value.normalize().scale());
    let (last, significant) = steps(observation).unwrap_or((own, own));
    let half = last.checked_mul(HALF)?;
    let (below, above) = match cut {
        Cut::RoundedOrCut => (half, last),
        Cut::Rounded if is_rounded(observation, last) => (half, half),
        Cut::Rounded => (Decimal::ZERO, Decimal::ZERO),
    };
    let lower = |by: Decimal| value.checked_sub(by);
    let upper = |by: Decimal| value.checked_add(by);
    Some(match observation.quantity.bound {
        Bound::Exact => Range { low: Some(lower(below)?), high: Some(upper(above)?) },
        // 约3000 is taken as 2000 to 4000: the words say no more than that the last digit that counts is not sure.
        Bound::Approx => {
            let by = significant.max(above);
            Range { low: Some(lower(by)?), high: Some(upper(by)?) }
        }
        Bound::Min => Range { low: Some(lower(below)?), high: None },
        Bound::Max => Range { low: None, high: Some(upper(above)?) },
    })
}

/// A figure's place in a side of a check.
#[derive(Debug, Clone, Copy)]
pub(super) struct Use<'a> {
    pub(super) operator: Operator,
    pub(super) role: Role,
    pub(super) at: ObservationRef,
    pub(super) observation: &'a Observation,
}

impl<'a> Use<'a> {
    pub(super) fn new(operator: Operator, role: Role, at: ObservationRef, observation: &'a Observation) -> Self {
        Self { operator, role, at, observation }
    }

    pub(super) fn of(operator: Operator, role: Role, figure: &Figure<'a>) -> Self {
        Self::new(operator, role, figure.at, figure.observation)
    }

    pub(super) fn term(&self) -> Term {
        let quantity = &self.observation.quantity;
        Term {
            operator: self.operator,
            role: self.role,
            at: self.at,
            value: quantity.value,
            unit: quantity.unit.clone(),
            as_written: quantity.as_written.clone(),
            bound: quantity.bound,
        }
    }
}

/// A reckoned side: its value and what it may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct Amount {
    pub(super) value: Decimal,
    pub(super) range: Range,
}

impl Amount {
    fn times(self, factor: Decimal) -> Option<Self> {
        let times = |end: Option<Decimal>| end.map_or(Some(None), |end| end.checked_mul(factor).map(Some));
        let range = Range { low: times(self.range.low)?, high: times(self.range.high)? };
        Some(Self { value: self.value.checked_mul(factor)?, range })
    }

    fn join(self, operator: Operator, other: Self) -> Option<Self> {
        let both = |a: Option<Decimal>, b: Option<Decimal>, f: fn(Decimal, Decimal) -> Option<Decimal>| match (a, b) {
            (Some(a), Some(b)) => f(a, b).map(Some),
            _ => Some(None),
        };
        let (add, sub, div) = (Decimal::checked_add, Decimal::checked_sub, Decimal::checked_div);
        let (a, b) = (self.range, other.range);
        Some(match operator {
            Operator::Plus => Self {
                value: add(self.value, other.value)?,
                range: Range { low: both(a.low, b.low, add)?, high: both(a.high, b.high, add)? },
            },
            Operator::Minus => Self {
                value: sub(self.value, other.value)?,
                range: Range { low: both(a.low, b.high, sub)?, high: both(a.high, b.low, sub)? },
            },
            Operator::Over => {
                // Only a divisor that is surely above zero keeps the ends in their order, whatever the dividend's sign.
                let floor = b.low.filter(|low| *low > Decimal::ZERO)?;
                let negative = |end: Decimal| end < Decimal::ZERO;
                let low_by = if a.low.is_some_and(negative) { Some(floor) } else { b.high };
                let high_by = if a.high.is_some_and(negative) { b.high } else { Some(floor) };
                let low = both(a.low, low_by, div)?;
                Self { value: div(self.value, other.value)?, range: Range { low, high: both(a.high, high_by, div)? } }
            }
        })
    }
}

/// What `uses` come to, from left to right, in `unit`.
pub(super) fn amount(uses: &[Use<'_>], cut: Cut, unit: &str) -> Option<Amount> {
    let mut sum: Option<Amount> = None;
    for term in uses {
        let own = &term.observation.quantity;
        let mut next = Amount { value: own.value, range: range(term.observation, cut)? };
        if term.operator == Operator::Over && &*own.unit == "%" {
            next = next.times(Decimal::new(1, 2))?;
        }
        sum = Some(match sum {
            None => next,
            Some(sum) => sum.join(term.operator, next)?,
        });
    }
    let sum = sum?;
    let ratio =
        uses.last().is_some_and(|last| last.operator == Operator::Over && &*last.observation.quantity.unit != "%");
    if ratio && unit == "%" { sum.times(HUNDRED) } else { Some(sum) }
}

/// Holds `left` against `right` in `unit`. `slack` widens the reckoned range at both ends by that part of itself.
pub(super) fn hold(kind: CheckKind, left: &[Use<'_>], right: &[Use<'_>], unit: &str, slack: Decimal) -> Option<Check> {
    let quotient = matches!(kind, CheckKind::Share | CheckKind::PerHead)
        || left.last().is_some_and(|last| last.operator == Operator::Over) && right.len() == 1 && unit == "%";
    let cut = if quotient { Cut::RoundedOrCut } else { Cut::Rounded };
    let reckoned = amount(left, Cut::Rounded, unit)?;
    let stated = amount(right, cut, unit)?;
    let widened = |end: Option<Decimal>, sign: Decimal| match end {
        Some(end) => end.checked_add(end.abs().checked_mul(slack)?.checked_mul(sign)?).map(Some),
        None => Some(None),
    };
    let reckoned_range =
        Range { low: widened(reckoned.range.low, -Decimal::ONE)?, high: widened(reckoned.range.high, Decimal::ONE)? };
    let tolerance = Range {
        low: reckoned_range
            .low
            .zip(stated.range.high)
            .and_then(|(low, high)| low.checked_sub(high.checked_sub(stated.value)?)),
        high: reckoned_range
            .high
            .zip(stated.range.low)
            .and_then(|(high, low)| high.checked_add(stated.value.checked_sub(low)?)),
    };
    let verdict = if reckoned_range.meets(stated.range) {
        Verdict::Agrees
    } else {
        Verdict::Differs { by: tidy(stated.value.checked_sub(reckoned.value)?) }
    };
    Some(Check {
        kind,
        left: left.iter().map(Use::term).collect(),
        right: right.iter().map(Use::term).collect(),
        unit: unit.into(),
        expected: tidy(reckoned.value),
        stated: tidy(stated.value),
        tolerance: Range { low: tolerance.low.map(tidy), high: tolerance.high.map(tidy) },
        verdict,
    })
}

/// A quotient without its endless digits.
fn tidy(value: Decimal) -> Decimal {
    value.round_dp(6).normalize()
}
