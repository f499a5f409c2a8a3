//! What a person made of a figure: looked at it, mended it, threw it out, or added one.

use std::sync::Arc;

use jiff::Timestamp;
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Area, Bound, Form, IndicatorId, Observation, Period, Span, Status};

/// How far a person's review of a figure has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ReviewState {
    /// Nobody has looked at it.
    #[default]
    Unreviewed,
    /// A person found it right.
    Accepted,
    /// A person changed it; the reader's own facts are kept beside it.
    Corrected,
    /// A person threw it out. It stays in the text and leaves every comparison.
    Rejected,
}

impl ReviewState {
    /// All of them, in the order of menus.
    pub const ALL: [Self; 4] = [Self::Unreviewed, Self::Accepted, Self::Corrected, Self::Rejected];

    /// The word used in files (`unreviewed`, `accepted`, `corrected`, `rejected`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unreviewed => "unreviewed",
            Self::Accepted => "accepted",
            Self::Corrected => "corrected",
            Self::Rejected => "rejected",
        }
    }
}

/// The parts of an observation that a person may correct.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// See [`Observation::area`].
    pub area: Option<Area>,
    /// See [`Observation::indicator`].
    pub indicator: Option<IndicatorId>,
    /// See [`Observation::label`].
    pub label: Arc<str>,
    /// See [`super::Quantity::value`].
    pub value: Decimal,
    /// See [`super::Quantity::unit`].
    pub unit: Arc<str>,
    /// See [`super::Quantity::bound`].
    pub bound: Bound,
    /// See [`Observation::period`].
    pub period: Option<Period>,
    /// See [`Observation::status`].
    pub status: Status,
    /// See [`Observation::form`].
    pub form: Form,
}

/// What a person has said of an observation so far. The default is that nobody has looked at it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Review {
    /// How far it has come.
    pub state: ReviewState,
    /// What the reader had found, where a person changed it.
    pub original: Option<Box<Facts>>,
    /// Why it was changed or thrown out; empty where no reason was given.
    pub reason: String,
    /// Whether a person added the figure; the reader had not found it.
    pub added: bool,
}

/// Which source of a project a correction belongs to. Numbers are never used twice within a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SourceId(pub u32);

/// By what a figure is found again after its source was edited, moved, or read by a later version of the program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Anchor {
    /// Its sentence, reflowed.
    pub sentence: String,
    /// The figure inside `sentence`, in code points.
    pub figure: Span,
    /// How many equal sentences stand before it in the report.
    pub occurrence: usize,
    /// The figure as the report writes it.
    pub as_written: String,
    /// The indicator that the reader gave it: one figure may state several.
    pub indicator: Option<IndicatorId>,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase", deny_unknown_fields)]
pub enum Action {
    /// Found right.
    Accept,
    /// Thrown out.
    Reject,
    /// Put back as the reader had it, not looked at.
    Reset,
    /// Changed.
    Correct {
        /// As it was.
        from: Box<Facts>,
        /// As it is now.
        to: Box<Facts>,
    },
    /// Added from the text.
    Add {
        /// What it says.
        facts: Box<Facts>,
    },
}

impl Action {
    /// The word used in files (`accept`, `reject`, `reset`, `correct`, `add`).
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Reject => "reject",
            Self::Reset => "reset",
            Self::Correct { .. } => "correct",
            Self::Add { .. } => "add",
        }
    }
}

/// One entry of the history: when, what, from, to, why, and the sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Correction {
    /// Number of the step; entries made at once share one and are undone together.
    pub step: u32,
    /// When.
    pub at: Timestamp,
    /// In which source.
    pub source: SourceId,
    /// Which figure.
    pub anchor: Anchor,
    /// What was done.
    pub action: Action,
    /// Why; may be empty.
    pub reason: String,
    /// Taken back. It stays in the history.
    #[serde(default)]
    pub undone: bool,
}

impl Review {
    /// Whether there is anything to put back as the reader had it. A figure that a person added, it had not at all.
    pub fn can_be_reset(&self) -> bool {
        self.state != ReviewState::Unreviewed && (!self.added || self.original.is_some())
    }
}

impl Facts {
    /// The facts of `figure` as they stand.
    pub fn of(figure: &Observation) -> Self {
        Self {
            area: figure.area.clone(),
            indicator: figure.indicator.clone(),
            label: figure.label.clone(),
            value: figure.quantity.value,
            unit: figure.quantity.unit.clone(),
            bound: figure.quantity.bound,
            period: figure.period,
            status: figure.status,
            form: figure.form,
        }
    }
}
