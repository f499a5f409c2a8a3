//! One statement of one figure: area × indicator × period → quantity, with the sentence that says so.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Area, IndicatorId, Period, PeriodBasis, Quantity, Review, ReviewState, Span};

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
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// The sentence, reflowed: hard wraps and stray blanks removed. All its figures share it.
    pub sentence: Arc<str>,
    /// The figure inside `sentence`, in code points of `sentence`.
    pub figure: Span,
    /// The figure in the report's decoded text.
    pub span: Span,
    /// The sentence in the report's decoded text.
    pub sentence_span: Span,
}

/// What decided one thing about a figure: a rule by its short stable name, and the report's words, where words did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
pub struct Decision<Words = Arc<str>> {
    /// Name of the rule (`clause`, `section`, `stated`, …).
    pub rule: &'static str,
    /// The deciding words, reflowed; empty where no words decided.
    pub words: Words,
}

impl<'a> Decision<&'a str> {
    /// A rule that needed no words.
    pub fn rule(rule: &'static str) -> Self {
        Self { rule, words: "" }
    }

    /// A rule and the words that it went by.
    pub fn by(rule: &'static str, words: &'a str) -> Self {
        Self { rule, words }
    }
}

/// Why a figure was read as it was, its indicator aside: `rule` and `label` of the observation say that.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize)]
pub struct Trace {
    /// What chose the area.
    pub area: Decision,
    /// What chose the period.
    pub period: Decision,
    /// What chose result or aim.
    pub status: Decision,
    /// What chose level or change.
    pub form: Decision,
    /// What chose the bound.
    pub bound: Decision,
}

/// One figure that a report states, and what it means.
///
/// Texts are shared, since a report has many figures: of one sentence, of one place, in one unit, by one rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
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
    pub label: Arc<str>,
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
    pub rule: Arc<str>,
    /// Why it was read so.
    pub trace: Arc<Trace>,
    /// The sentence behind it.
    pub evidence: Evidence,
    /// What a person has said of it.
    #[serde(default)]
    pub review: Review,
}

impl Observation {
    /// Whether it counts: a person may have thrown it out.
    pub fn counts(&self) -> bool {
        self.review.state != ReviewState::Rejected
    }
}

/// One observation among the loaded reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ObservationRef {
    /// Index of the report among those loaded.
    pub report: usize,
    /// `Observation::id` within the report.
    pub id: usize,
}
