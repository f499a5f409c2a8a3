//! A figure that no report states and that follows from two that one does. Never mixed with stated figures unmarked.

use std::sync::Arc;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Area, IndicatorId, Period, Term};

/// How a value was derived.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DerivedKind {
    /// Where a level stood before it fell or rose: 8.27% + 30.59 个百分点.
    BaseOfChange,
    /// What is left of a total: 37 个 − 35 个.
    Remaining,
    /// One count over another: 7.8 万人 ÷ 16.2 万人.
    Rate,
    /// What a total comes to for each who shares it: 4,100 万元 ÷ 1.02 万人. Its unit is not that of its indicator.
    PerHead,
}

/// A derived value with its arithmetic.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Derived {
    /// How it was derived.
    pub kind: DerivedKind,
    /// The place that it describes.
    pub area: Area,
    /// What it measures.
    pub indicator: IndicatorId,
    /// When it held; `None` where the text does not say: it is drawn at the margin, never at a guessed year.
    pub period: Option<Period>,
    /// The number, in `unit`.
    pub value: Decimal,
    /// Base unit as written.
    pub unit: Arc<str>,
    /// What it was reckoned from, from left to right.
    pub terms: Vec<Term>,
}
