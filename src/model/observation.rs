//! One statement of one figure: area × indicator × period → quantity, with the sentence that says so.

use serde::{Deserialize, Serialize};

use super::{Area, IndicatorId, Period, PeriodBasis, Quantity, Span};

/// Whether a figure is a result or an aim (SDMX concept `OBS_STATUS`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Reported as a fact.
    Actual,
    /// An aim, a plan, a standard or a threshold.
    Target,
}

/// Whether a figure is a level or the amount by which a level moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    /// 降到0.7%, 共有37个.
    Level,
    /// 下降30.59个百分点, 增加800元.
    Change,
}

/// Where a report says it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// The sentence, reflowed: hard wraps and stray blanks removed.
    pub sentence: String,
    /// The figure inside `sentence`, in code points of `sentence`.
    pub figure: Span,
    /// The figure in the report's decoded text.
    pub span: Span,
    /// The sentence in the report's decoded text.
    pub sentence_span: Span,
}

/// One figure that a report states, and what it means.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Observation {
    /// Number within the report, from 1, in the order of the text.
    pub id: usize,
    /// Index of the article in the report's `articles`.
    pub article: usize,
    /// The place that the figure describes; `None` where the text names none.
    pub area: Option<Area>,
    /// The catalogue's indicator; `None` where the figure is none of them.
    pub indicator: Option<IndicatorId>,
    /// What is counted, in the report's words.
    pub label: String,
    /// The figure.
    pub quantity: Quantity,
    /// When it holds or happened.
    pub period: Option<Period>,
    /// How `period` is known; `None` exactly where `period` is.
    pub period_basis: Option<PeriodBasis>,
    /// Result or aim.
    pub status: Status,
    /// Level or change.
    pub form: Form,
    /// Name of the rule that chose the indicator, or that left it open.
    pub rule: String,
    /// The sentence behind it.
    pub evidence: Evidence,
}
