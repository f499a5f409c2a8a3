//! Indicators, areas, units and cue words, read from `assets/codelists`: vocabulary is data, not code.
//!
//! Only parses and looks up. How a report uses the words is for `recognize` and `extract`.

mod area_names;
mod areas;
mod audit_words;
mod cues;
mod exit;
mod indicators;
mod lexicon;
mod places;
mod press;
mod search;
mod simplified;
mod spotter;
mod trie;
mod units;
mod user;
mod word_set;

use std::collections::HashMap;
use std::sync::LazyLock;

pub use area_names::{AreaName, AreaNames};
pub use areas::{AreaList, AreaListError, AreaRecord};
pub use audit_words::{AuditWords, Average};
pub use cues::{Cues, LinkKind, TargetWord};
pub use exit::{ExitRules, ExitWords};
pub use indicators::{Behind, Catalogue, Reading, Readings};
pub use lexicon::{Found, Lexicon, Sought, Words};
pub use places::{PlaceWord, PlaceWords};
pub use press::{Press, SECTION_MARKS};
pub use search::{SearchKey, SearchWords, finds};
pub use simplified::Simplified;
pub use spotter::{Spotter, WordList};
pub use trie::Trie;
pub use units::{Family, Unit, Units};
pub use user::UserListError;
pub use word_set::{QuickHash, QuickHasher, WordSet};

use crate::model::{Bound, Indicator, IndicatorGroup, IndicatorId};

/// Everything the reader and the tables look up.
#[derive(Debug, Clone, Default)]
pub struct Codelists {
    /// The catalogue of indicators, in table order.
    pub groups: Vec<IndicatorGroup>,
    /// Where in `groups` each indicator stands.
    places: HashMap<IndicatorId, (usize, usize), QuickHash>,
    /// How reports word them.
    pub readings: Readings,
    /// Provinces, prefectures and counties.
    pub areas: AreaList,
    /// Their names, ready to be found in a text.
    pub area_names: AreaNames,
    /// Units and what they measure.
    pub units: Units,
    /// Words around figures.
    pub cues: Cues,
    /// Words for places.
    pub place_words: PlaceWords,
    /// Words by which figures are told to belong together.
    pub audit: AuditWords,
    /// How counties leave poverty.
    pub exit: ExitRules,
    /// Words of newspaper and web pages.
    pub press: Press,
    /// Traditional characters as Simplified ones.
    pub simplified: Simplified,
}

/// Why a list cannot be used. The message names the list and the place in it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CodelistError {
    /// Not the TOML that is expected.
    #[error("assets/codelists/{list}: {message}")]
    Toml {
        /// File name.
        list: &'static str,
        /// What is wrong and where.
        message: String,
    },
    /// Refers to a word list, unit or family that is not there.
    #[error("assets/codelists/{list}: {entry} refers to “{name}”, which is not defined")]
    Unknown {
        /// File name.
        list: &'static str,
        /// The entry at fault.
        entry: String,
        /// What it refers to.
        name: String,
    },
    /// The list of areas.
    #[error(transparent)]
    Areas(#[from] AreaListError),
}

/// The texts of the files in `assets/codelists`.
#[derive(Debug, Clone, Copy)]
pub struct ListTexts<'a> {
    /// `indicators.toml`.
    pub indicators: &'a str,
    /// `units.toml`.
    pub units: &'a str,
    /// `cues.toml`.
    pub cues: &'a str,
    /// `places.toml`.
    pub places: &'a str,
    /// `areas.csv`.
    pub areas: &'a str,
    /// `traditional.txt`.
    pub traditional: &'a str,
    /// `press.toml`.
    pub press: &'a str,
    /// `audit.toml`.
    pub audit: &'a str,
    /// `exit.toml`.
    pub exit: &'a str,
}

/// The files that come with the program.
const BUILTIN: ListTexts<'static> = ListTexts {
    indicators: include_str!("../../assets/codelists/indicators.toml"),
    units: include_str!("../../assets/codelists/units.toml"),
    cues: include_str!("../../assets/codelists/cues.toml"),
    places: include_str!("../../assets/codelists/places.toml"),
    areas: include_str!("../../assets/codelists/areas.csv"),
    traditional: include_str!("../../assets/codelists/traditional.txt"),
    press: include_str!("../../assets/codelists/press.toml"),
    audit: include_str!("../../assets/codelists/audit.toml"),
    exit: include_str!("../../assets/codelists/exit.toml"),
};

impl Codelists {
    /// The built-in lists with a user's own indicators, given as the text of a file like `indicators.toml`.
    pub fn with_user_indicators(text: &str) -> Result<Self, UserListError> {
        let builtin = Self::builtin();
        let inner = |error: CodelistError| match error {
            CodelistError::Unknown { entry, name, .. } => UserListError::Entry {
                entry,
                fault: format!("refers to “{name}”, which is not defined"),
                hint: "check the spelling of the unit or the @words list",
            },
            other => UserListError::Toml(other.to_string()),
        };
        let mut file = from_toml(indicators::LIST, BUILTIN.indicators).map_err(inner)?;
        user::lay_over(&mut file, text)?;
        let Catalogue { groups, readings } = Catalogue::build(file, &builtin.units).map_err(inner)?;
        Ok(Self { places: places(&groups), groups, readings, ..builtin.clone() })
    }

    /// The lists that come with the program; parsed once. A test keeps them free of errors, so that the empty lists
    /// returned in case of one are never seen.
    pub fn builtin() -> &'static Self {
        static LISTS: LazyLock<Codelists> = LazyLock::new(|| {
            Codelists::parse(&BUILTIN).unwrap_or_else(|error| {
                log::error!("{error}");
                Codelists::default()
            })
        });
        &LISTS
    }

    /// Lists from the texts of their files.
    pub fn parse(texts: &ListTexts<'_>) -> Result<Self, CodelistError> {
        let units = Units::parse(texts.units)?;
        let Catalogue { groups, readings } = Catalogue::parse(texts.indicators, &units)?;
        let areas = AreaList::parse(texts.areas)?;
        let cues = Cues::parse(texts.cues)?;
        Ok(Self {
            places: places(&groups),
            groups,
            readings,
            area_names: AreaNames::new(&areas, &cues.abbreviations),
            areas,
            cues,
            place_words: PlaceWords::parse(texts.places)?,
            units,
            press: Press::parse(texts.press)?,
            audit: AuditWords::parse(texts.audit)?,
            exit: ExitRules::parse(texts.exit)?,
            simplified: Simplified::parse(texts.traditional),
        })
    }

    /// The catalogue's entry for `id`.
    pub fn indicator(&self, id: &IndicatorId) -> Option<&Indicator> {
        let (group, index) = self.place(id)?;
        self.groups.get(group)?.indicators.get(index)
    }

    /// Index of the group of `id`, and its index there: the order of the catalogue.
    pub fn place(&self, id: &IndicatorId) -> Option<(usize, usize)> {
        self.places.get(id).copied()
    }

    /// The bound that a cue directly before a numeral states, with the text before the cue.
    pub fn bound_before<'a>(&self, before: &'a str) -> Option<(&'a str, Bound)> {
        self.cues.bound_before.strip_suffix(before)
    }
}

fn places(groups: &[IndicatorGroup]) -> HashMap<IndicatorId, (usize, usize), QuickHash> {
    let of_group = |(group, found): (usize, &IndicatorGroup)| {
        let place = move |(index, entry): (usize, &Indicator)| (entry.id.clone(), (group, index));
        found.indicators.iter().enumerate().map(place).collect::<Vec<_>>()
    };
    groups.iter().enumerate().flat_map(of_group).collect()
}

/// Reads a list's TOML, with the list's name in the error.
fn from_toml<T: serde::de::DeserializeOwned>(list: &'static str, text: &str) -> Result<T, CodelistError> {
    toml::from_str(text).map_err(|error| CodelistError::Toml { list, message: error.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_that_come_with_the_program_are_free_of_errors() {
        let lists = Codelists::parse(&BUILTIN).unwrap();
        assert!(lists.groups.len() >= 10);
        let ids: Vec<_> = lists.groups.iter().flat_map(|group| &group.indicators).map(|entry| &entry.id).collect();
        let distinct: std::collections::BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), distinct.len());
        for id in ids {
            assert!(lists.readings.iter().any(|reading| reading.indicator == *id), "{id} can never be read");
        }
    }
}
