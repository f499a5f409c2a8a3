//! How reports call places (`places.toml`): their own one, those named before, villages and townships, firms and venues.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::units::Words;
use super::{CodelistError, Spotter, WordList, from_toml};
use crate::model::AreaLevel;

/// What a word says of the place that it calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceWord {
    /// The place that the report is about: its level, and the kind of place that the word names (县, 市, 州, 旗, 区).
    Own(AreaLevel, char),
    /// The village or township named before.
    Same(AreaLevel),
    /// The people of the village named before.
    Villagers,
    /// What the name of a village or township ends with.
    End(AreaLevel),
}

/// All words of `places.toml`; each list is explained there.
#[derive(Debug, Clone, Default)]
pub struct PlaceWords {
    /// 全县, 全村, 镇 and their like.
    pub words: Spotter<PlaceWord>,
    /// Words about the names of villages and townships.
    pub small: SmallPlaceWords,
    /// What makes another name of a short name of a place.
    pub feature: Vec<String>,
    /// Words about firms, schools and other bodies.
    pub body: BodyWords,
    /// Parts of the country that hold several prefectures: 南疆四地州.
    pub region: WordList,
    /// Words about parks, bases, projects and the like.
    pub venue: VenueWords,
}

/// Words about the names of villages and townships.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SmallPlaceWords {
    /// Words before 村, 乡 or 镇 that are no proper names: 贫困, 行政.
    pub common: Vec<String>,
    /// Words that may lead into such a name: 走进.
    pub led_by: Vec<String>,
    /// Parts of such names written with a character that otherwise ends a name: 红旗.
    pub names: Vec<String>,
    /// A village's people and offices, right behind its name.
    pub people: Vec<String>,
    /// How what a village is told to be begins behind 这个: 曾经, 藏在.
    pub pointed: Vec<String>,
}

/// Words about firms, schools and other bodies.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BodyWords {
    /// Ends of their names.
    pub words: WordList,
    /// Words that they do not hold: 支持, 引进.
    pub not: Vec<String>,
    /// What firms that name it live by: 农业, 科技.
    pub trades: Vec<String>,
}

/// Words about parks, bases, projects and the like.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VenueWords {
    /// Ends of their names.
    pub words: WordList,
    /// What is said right behind one of them that is told of.
    pub told: Vec<String>,
    /// What is said of one that was named before, without its name.
    pub again: Vec<String>,
    /// What any of its kind is called, longest first.
    pub common: Vec<String>,
    /// Verbs of which it is the object.
    pub verbs: Vec<String>,
    /// Words of names that hold such a verb and are none: 和谐, 新城.
    pub not_verbs: Vec<String>,
    /// How a tale goes to one: 走进.
    pub visited: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    own: BTreeMap<AreaLevel, BTreeMap<char, Vec<String>>>,
    same: Same,
    ends: BTreeMap<AreaLevel, Vec<String>>,
    small: SmallPlaceWords,
    feature: Words,
    body: BodyWords,
    region: Words,
    venue: VenueWords,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Same {
    village: Vec<String>,
    township: Vec<String>,
    villagers: Vec<String>,
}

impl PlaceWords {
    pub(super) fn parse(text: &str) -> Result<Self, CodelistError> {
        let File { own, same, ends, small, feature, body, region, mut venue } = from_toml("places.toml", text)?;
        let mut words: Vec<(&String, PlaceWord)> = Vec::new();
        for (level, kinds) in &own {
            for (kind, calls) in kinds {
                words.extend(calls.iter().map(|word| (word, PlaceWord::Own(*level, *kind))));
            }
        }
        words.extend(same.village.iter().map(|word| (word, PlaceWord::Same(AreaLevel::Village))));
        words.extend(same.township.iter().map(|word| (word, PlaceWord::Same(AreaLevel::Township))));
        words.extend(same.villagers.iter().map(|word| (word, PlaceWord::Villagers)));
        for (level, kinds) in &ends {
            words.extend(kinds.iter().map(|word| (word, PlaceWord::End(*level))));
        }
        venue.common.sort_by_key(|word| std::cmp::Reverse(word.len()));
        Ok(Self { words: Spotter::new(words), small, feature: feature.words, body, region: region.words.into(), venue })
    }
}
