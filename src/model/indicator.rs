//! What is measured (SDMX concept `INDICATOR`), as the catalogue defines it.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// The stable key of an indicator, for example `poverty_incidence`. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct IndicatorId(Arc<str>);

impl IndicatorId {
    /// The id spelled `id`.
    pub fn new(id: &str) -> Self {
        Self(Arc::from(id))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Default for IndicatorId {
    fn default() -> Self {
        Self::new("")
    }
}

impl fmt::Display for IndicatorId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The direction in which a change of an indicator is an improvement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Better {
    /// More is better.
    Higher,
    /// Less is better.
    Lower,
    /// Neither.
    None,
}

/// One entry of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// Stable key.
    pub id: IndicatorId,
    /// Standard Chinese term.
    pub zh: String,
    /// English label.
    pub en: String,
    /// Base unit in Chinese without multiplier (`%`, `元`, `户`).
    pub unit: String,
    /// Direction of improvement.
    pub better: Better,
    /// Whether it is a state that holds at a time (villages that are poor), not something done over a time (villages
    /// that left poverty).
    #[serde(default)]
    pub stock: bool,
}

/// A titled group of indicators, in the order in which tables show them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IndicatorGroup {
    /// Stable key, for example `poverty`.
    pub id: String,
    /// Chinese title.
    pub zh: String,
    /// English title.
    pub en: String,
    /// Members, in table order.
    pub indicators: Vec<Indicator>,
}
