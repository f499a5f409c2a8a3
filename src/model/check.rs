//! An arithmetic check of stated figures: what was reckoned from what, and whether the report agrees with it.

use std::sync::Arc;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Bound, ObservationRef};

/// What kind of arithmetic a check does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CheckKind {
    /// Parts add up to a whole: 3162 + 1313 = 4475.
    PartsAndWhole,
    /// A part over its whole is the stated share: 215 ÷ 376 = 57.2%.
    Share,
    /// Poor people over poverty incidence give the same base at two times, or the stated rural population.
    ImpliedBase,
    /// Where a level started, and the change, give where it arrived: 15.83% − 14.46 = 1.37%.
    FromTo,
    /// A total over those who share it is the stated average: 3161.89 万元 ÷ 291 = 10.87 万元.
    PerHead,
    /// The same thing is stated twice.
    Repeated,
}

impl CheckKind {
    /// All kinds, in the order of lists.
    pub const ALL: [Self; 6] =
        [Self::PartsAndWhole, Self::Share, Self::ImpliedBase, Self::FromTo, Self::PerHead, Self::Repeated];

    /// The word used in files (`parts_and_whole`, `share`, …).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::PartsAndWhole => "parts_and_whole",
            Self::Share => "share",
            Self::ImpliedBase => "implied_base",
            Self::FromTo => "from_to",
            Self::PerHead => "per_head",
            Self::Repeated => "repeated",
        }
    }
}

/// What a figure is in a check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// One of the parts.
    Part,
    /// What the parts make.
    Whole,
    /// The part over the whole, in per cent.
    Share,
    /// A stated base: rural population, or those among whom a total is shared.
    Base,
    /// The level before.
    From,
    /// The amount of the change.
    Change,
    /// The level after.
    To,
    /// The total that an average is made of.
    Total,
    /// The average.
    Average,
    /// One of several statements of the same thing.
    Repeated,
}

/// How a figure joins those before it. Reckoned from left to right: `B − A ÷ A` is (B − A) ÷ A.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Operator {
    /// Added; the first figure of a side is added to nothing.
    Plus,
    /// Taken away.
    Minus,
    /// Divided by. A divisor in per cent is a hundredth of its number.
    Over,
}

/// One figure in the arithmetic of a check.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// How it joins the terms before it.
    pub operator: Operator,
    /// What it is.
    pub role: Role,
    /// Which statement it is.
    pub at: ObservationRef,
    /// Its number, in `unit`.
    pub value: Decimal,
    /// Base unit as written.
    pub unit: Arc<str>,
    /// Numeral and unit as the report has them.
    pub as_written: Arc<str>,
    /// What the words say of its exactness.
    pub bound: Bound,
}

/// What a number may be, ends included; `None` is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Range {
    /// Least.
    pub low: Option<Decimal>,
    /// Greatest.
    pub high: Option<Decimal>,
}

impl Range {
    /// Exactly `value`.
    pub fn exactly(value: Decimal) -> Self {
        Self { low: Some(value), high: Some(value) }
    }

    /// Whether `value` lies inside.
    pub fn contains(self, value: Decimal) -> bool {
        self.low.is_none_or(|low| low <= value) && self.high.is_none_or(|high| value <= high)
    }

    /// Whether the two have a number in common.
    pub fn meets(self, other: Self) -> bool {
        let below = |low: Option<Decimal>, high: Option<Decimal>| low.zip(high).is_none_or(|(low, high)| low <= high);
        below(self.low, other.high) && below(other.low, self.high)
    }
}

/// Why arithmetic that suggests itself decides nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Unclear {
    /// The text does not say what the share is a share of.
    WholeNotNamed,
    /// The text does not say that the total is shared among just those.
    BaseNotNamed,
    /// Rural population is counted in several ways (registered, resident), and the two may not be the same one.
    OtherCount,
}

/// What a check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "verdict")]
pub enum Verdict {
    /// The figures fit, within what rounding and words like 约 allow.
    Agrees,
    /// They do not.
    Differs {
        /// Stated less reckoned, in the check's unit.
        by: Decimal,
    },
    /// They do not, and the text leaves open whether they should.
    CannotBeChecked {
        /// What it leaves open.
        why: Unclear,
    },
}

/// Figures that should fit each other, the arithmetic, and whether they do. A check changes no figure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Check {
    /// What kind of arithmetic.
    pub kind: CheckKind,
    /// What is reckoned, from left to right.
    pub left: Vec<Term>,
    /// What it is held against: one stated figure, or two figures that give another base.
    pub right: Vec<Term>,
    /// Base unit of `expected`, `stated` and `tolerance`.
    pub unit: Arc<str>,
    /// What the left side gives; a quotient is rounded to six decimals.
    pub expected: Decimal,
    /// What the right side gives.
    pub stated: Decimal,
    /// Where `stated` may lie for the two to agree.
    pub tolerance: Range,
    /// What was found.
    #[serde(flatten)]
    pub verdict: Verdict,
}

impl Check {
    /// The figures that it uses, each once, in the order of the arithmetic.
    pub fn figures(&self) -> Vec<ObservationRef> {
        let mut figures = Vec::new();
        for term in self.left.iter().chain(&self.right) {
            if !figures.contains(&term.at) {
                figures.push(term.at);
            }
        }
        figures
    }

    /// Whether `at` is one of its figures.
    pub fn uses(&self, at: ObservationRef) -> bool {
        self.left.iter().chain(&self.right).any(|term| term.at == at)
    }

    /// Whether the figures contradict each other.
    pub fn differs(&self) -> bool {
        matches!(self.verdict, Verdict::Differs { .. })
    }
}
