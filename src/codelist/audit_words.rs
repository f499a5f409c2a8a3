//! Words by which a text says that figures belong together in arithmetic (`audit.toml`).

use serde::Deserialize;

use super::{CodelistError, from_toml};
use crate::model::IndicatorId;

/// The vocabulary of the audit. Each list is explained in `audit.toml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditWords {
    /// 其中.
    pub of_which: Vec<String>,
    /// 其余.
    pub rest: Vec<String>,
    /// 合计.
    pub sum: Vec<String>,
    /// 共.
    pub everything: Vec<String>,
    /// Words of shares.
    pub share: ShareWords,
    /// 人均, 户均.
    pub average: Vec<Average>,
    /// 月, 日: an average of that is none of the total.
    pub other_average: Vec<String>,
    /// Words of changes.
    pub change: ChangeWords,
    /// Units that count the same.
    pub alike: Vec<Alike>,
    /// Units that do not add up.
    pub never_added: Vec<String>,
    /// Totals that shrink.
    pub remaining: Vec<Remaining>,
    /// Rates that follow from two counts.
    pub rate: Vec<Rate>,
    /// Totals that are shared among heads or households.
    pub per: Vec<Per>,
}

/// A total, and what counts those that have left it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remaining {
    /// How many there are.
    pub total: IndicatorId,
    /// How many left.
    pub left: IndicatorId,
}

/// A rate and the counts that it is made of.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rate {
    /// In per cent.
    pub indicator: IndicatorId,
    /// Above the line.
    pub part: IndicatorId,
    /// Below the line.
    pub whole: IndicatorId,
}

/// Totals, and those who share them.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Per {
    /// Money of a year.
    pub totals: Vec<IndicatorId>,
    /// People or households.
    pub bases: Vec<IndicatorId>,
}

/// Words of shares.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShareWords {
    /// 占比.
    pub alone: Vec<String>,
    /// 占.
    pub opens: Vec<String>,
    /// 的.
    pub closes: Vec<String>,
    /// 全县.
    pub everywhere: Vec<String>,
    /// 达, 约.
    pub links: Vec<String>,
}

/// Words of changes.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChangeWords {
    /// 由.
    pub from: Vec<String>,
    /// 到.
    pub arrive: Vec<String>,
    /// 净.
    pub adverbs: Vec<String>,
    /// 年均, 同比.
    pub not: Vec<String>,
}

/// An average that names what it is shared among.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Average {
    /// 人均.
    pub words: Vec<String>,
    /// Family of the unit of what it is shared among.
    pub family: String,
    /// What stands behind the number of that, where the family counts many things.
    #[serde(default)]
    pub noun: String,
}

/// Units that count the same.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Alike {
    /// The units; the first stands for all.
    pub units: Vec<String>,
}

impl AuditWords {
    pub(super) fn parse(text: &str) -> Result<Self, CodelistError> {
        from_toml("audit.toml", text)
    }
}
