//! How far two figures are apart, or why that cannot be said.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use crate::model::{Bound, Observation, PeriodBasis};

/// The outcome of comparing the two figures of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// Left minus right.
    Of {
        /// The amount.
        value: Decimal,
        /// Its unit: 百分点 for two percentages.
        unit: String,
        /// Left divided by right, where the right is not zero.
        ratio: Option<Decimal>,
        /// One of the figures is only about right, so the difference is too.
        approximate: bool,
        /// The time of at least one is known from its report's date alone, so that the two may be of different years.
        supplied: bool,
        /// How many years lie between the two; only a chosen [`Tolerance`] allows any.
        apart: u16,
    },
    /// Both are stated, yet one may not be taken from the other.
    NotComparable(Incomparable),
    /// One side or both state nothing.
    Absent,
}

/// Why two stated figures have no difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Incomparable {
    /// They hold for different years.
    DifferentYears {
        /// How many years apart.
        apart: u16,
    },
    /// They hold for different times of one year, or for intervals that differ.
    DifferentPeriods,
    /// At least one has no stated period.
    UndatedPeriod,
    /// At least one is an upper or a lower bound.
    Bounded,
    /// They count in different units.
    DifferentUnits,
    /// The sentence of at least one states several, each of something of its own.
    Parts,
    /// One place is a part of the other, and what is counted grows with a place.
    PartOfPlace,
}

/// How far apart in time two figures may be and still be subtracted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tolerance {
    /// Not at all: the same year.
    #[default]
    SameYear,
    /// One year.
    OneYear,
    /// However far, for the latest result of either side.
    Latest,
}

impl Tolerance {
    /// All, in menu order.
    pub const ALL: [Self; 3] = [Self::SameYear, Self::OneYear, Self::Latest];

    fn allows(self, apart: u16) -> bool {
        match self {
            Self::SameYear => apart == 0,
            Self::OneYear => apart <= 1,
            Self::Latest => true,
        }
    }
}

impl Difference {
    /// Compares two figures of one indicator, one status and one form.
    pub fn between(left: &Observation, right: &Observation, tolerance: Tolerance) -> Self {
        let (Some(left_period), Some(right_period)) = (left.period, right.period) else {
            return Self::NotComparable(Incomparable::UndatedPeriod);
        };
        let (left_year, right_year) = (left_period.anchor().year, right_period.anchor().year);
        let apart = left_year.abs_diff(right_year);
        if !tolerance.allows(apart) {
            return Self::NotComparable(Incomparable::DifferentYears { apart });
        }
        // Two levels a year apart are told to be so; flows of unlike intervals are never taken from each other.
        let points = left_period.is_point() && right_period.is_point();
        if !super::align::same_time(left_period, right_period) && (apart == 0 || !points) {
            return Self::NotComparable(Incomparable::DifferentPeriods);
        }
        let is_limit = |bound| matches!(bound, Bound::Min | Bound::Max);
        if is_limit(left.quantity.bound) || is_limit(right.quantity.bound) {
            return Self::NotComparable(Incomparable::Bounded);
        }
        let unit = base_unit(&left.quantity.unit);
        if unit != base_unit(&right.quantity.unit) {
            return Self::NotComparable(Incomparable::DifferentUnits);
        }
        let Some(value) = left.quantity.value.checked_sub(right.quantity.value) else { return Self::Absent };
        Self::Of {
            value,
            // The difference of two rates is a number of points, not a rate.
            unit: if unit == "%" { "百分点" } else { unit }.to_owned(),
            ratio: left.quantity.value.checked_div(right.quantity.value),
            supplied: [left, right].iter().any(|found| found.period_basis == Some(PeriodBasis::Report)),
            approximate: [left, right].iter().any(|found| found.quantity.bound == Bound::Approx),
            apart,
        }
    }
}

/// The unit that `unit` is another word for: people counted as 名 or 人 are the same people.
pub fn base_unit(unit: &str) -> &str {
    match unit {
        "％" => "%",
        "名" | "口" => "人",
        "家" | "处" | "所" | "座" => "个",
        other => other,
    }
}
