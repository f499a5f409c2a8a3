//! How much: an exact decimal in a base unit, with the words of the report beside it.

use std::sync::Arc;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What the words around a numeral say of its exactness.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Bound {
    /// As stated.
    Exact,
    /// 约, 近, 左右, 余, 多, 上下.
    Approx,
    /// At least: 以上, 不低于, 至少, 超过.
    Min,
    /// At most: 以下, 以内, 不超过, 低于.
    Max,
}

impl Bound {
    /// The word used in files (`exact`, `approx`, `min`, `max`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Approx => "approx",
            Self::Min => "min",
            Self::Max => "max",
        }
    }
}

/// A number with its unit (SDMX concepts `OBS_VALUE`, `UNIT_MEASURE`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// The number in the base unit: multipliers 百 千 万 亿 are applied, `%` is not (`0.7%` is 0.7). A fall stated as a
    /// change is negative.
    pub value: Decimal,
    /// Base unit in Chinese without multiplier, as written (`%`, `元`, `户`, `人次`).
    pub unit: Arc<str>,
    /// What the words say of exactness.
    pub bound: Bound,
    /// Numeral and unit as the report has them, white space removed: `1.4万余名`.
    pub as_written: Arc<str>,
}
