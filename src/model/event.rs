//! Something that happened to a place, or shall: a county leaves the list of poor counties.

use serde::{Deserialize, Serialize};

use super::{Area, Evidence, Period, PeriodBasis, Status};

/// A county's exit from poverty (退出贫困县, 脱贫摘帽), as one sentence states it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exit {
    /// The county.
    pub area: Area,
    /// When; `None` where nothing suggests a time.
    pub period: Option<Period>,
    /// How `period` is known; `None` exactly where `period` is.
    pub period_basis: Option<PeriodBasis>,
    /// Whether it happened or is aimed at.
    pub status: Status,
    /// The sentence; its `figure` and `span` are those of the words that say it.
    pub evidence: Evidence,
}

/// One exit among the loaded reports.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ExitRef {
    /// Index of the report among those loaded.
    pub report: usize,
    /// Index among the report's exits.
    pub index: usize,
}
