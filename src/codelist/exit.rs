//! How counties leave poverty: thresholds by province and the words of the event (`exit.toml`).

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::{CodelistError, Spotter, from_toml};
use crate::model::{AreaCode, IndicatorId};

/// What the rule asks of a county that leaves, and how reports say that one has left.
#[derive(Debug, Clone, Default)]
pub struct ExitRules {
    /// Where the thresholds are laid down, as a reader would cite it.
    pub source: String,
    /// What the thresholds are set for.
    pub indicator: IndicatorId,
    /// Upper limits in per cent, by the first two digits of a county's code.
    thresholds: BTreeMap<String, Decimal>,
    /// Words that say that a county left the list of poor counties.
    pub words: Spotter<()>,
    /// The words around them; each list is explained in `exit.toml`.
    pub around: ExitWords,
}

/// Words around those of an exit.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExitWords {
    words: Vec<String>,
    /// Between the words and the end of their clause.
    pub tails: Vec<String>,
    /// Right before the words: no exit.
    pub not: Vec<String>,
    /// Before the words: an aim.
    pub aim: Vec<String>,
    /// Between the place and the words: what leaves is no county.
    pub others: Vec<String>,
    /// After a list of places, which are some of those counted.
    pub among: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    source: String,
    indicator: IndicatorId,
    threshold: Vec<Threshold>,
    event: ExitWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Threshold {
    provinces: Vec<String>,
    percent: Decimal,
}

impl ExitRules {
    pub(super) fn parse(text: &str) -> Result<Self, CodelistError> {
        let File { source, indicator, threshold, event } = from_toml("exit.toml", text)?;
        let of_rule = |rule: Threshold| {
            rule.provinces.into_iter().map(move |province| (province, rule.percent)).collect::<Vec<_>>()
        };
        Ok(Self {
            source,
            indicator,
            thresholds: threshold.into_iter().flat_map(of_rule).collect(),
            words: Spotter::new(event.words.iter().map(|word| (word, ()))),
            around: event,
        })
    }

    /// The poverty incidence in per cent at or below which a county with this code leaves; `None` in provinces without
    /// counties on the national list.
    pub fn threshold(&self, code: AreaCode) -> Option<Decimal> {
        self.thresholds.get(code.to_string().get(..2)?).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codelist::Codelists;

    #[test]
    fn every_province_has_the_threshold_of_its_region() {
        let exit = &Codelists::builtin().exit;
        let at = |code: &str| exit.threshold(AreaCode::parse(code).unwrap()).map(|percent| percent.to_string());
        for (provinces, percent) in [
            ("13 14 22 23 34 36 41 42 43 46", Some("2")),
            ("15 45 50 51 52 53 54 61 62 63 64 65", Some("3")),
            ("11 12 21 31 32 33 35 37 44 71 81 82", None),
        ] {
            for province in provinces.split(' ') {
                assert_eq!(at(&format!("{province}1129")).as_deref(), percent, "{province}");
            }
        }
        let provinces = Codelists::builtin().areas.records().filter(|record| record.code.province() == record.code);
        assert_eq!(provinces.count(), 34, "the test names each of them");
    }

    #[test]
    fn the_thresholds_are_set_for_an_indicator_of_the_catalogue() {
        let lists = Codelists::builtin();
        assert!(lists.indicator(&lists.exit.indicator).is_some_and(|indicator| indicator.unit == "%"));
    }
}
