//! Units that figures carry, in families that indicators ask for.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Deserialize;

use super::{CodelistError, WordSet, from_toml};

/// What a unit measures (`person`, `yuan`, `percent`, …), by its id in `units.toml`. Cheap to clone.
pub type Family = Arc<str>;

/// A unit in its own spelling, and its family.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Base unit, for example `人次`.
    pub name: Arc<str>,
    /// What it measures.
    pub family: Family,
}

/// All units.
#[derive(Debug, Clone, Default)]
pub struct Units {
    names: WordSet<Unit>,
    implied: WordSet<Unit>,
    implied_before: WordSet<Unit>,
    implied_before_large: WordSet<Unit>,
    /// Nouns that tell the unit only right behind the number.
    implied_next: WordSet<Unit>,
    implied_led_by: Vec<String>,
    /// Characters after a unit that make another word of it.
    not_before: HashMap<String, String>,
    /// Characters after a place-like unit that make a word of it.
    not_after_place: String,
    not_after: WordSet<()>,
    families: HashMap<Arc<str>, Family>,
    reach: usize,
}

#[derive(Deserialize)]
struct File {
    family: Vec<FamilyEntry>,
    implied: Implied,
    implied_before: HashMap<String, Vec<String>>,
    place: Place,
    not_after: Words,
    not_before: HashMap<String, String>,
}

#[derive(Deserialize)]
struct Place {
    not_before: String,
}

#[derive(Deserialize)]
struct FamilyEntry {
    id: String,
    units: Vec<String>,
}

#[derive(Deserialize)]
struct Implied {
    reach: usize,
    led_by: Vec<String>,
    person: Vec<String>,
    household: Vec<String>,
    person_next: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct Words {
    pub(super) words: Vec<String>,
}

impl Units {
    pub(super) fn parse(text: &str) -> Result<Self, CodelistError> {
        let file: File = from_toml("units.toml", text)?;
        let mut families = HashMap::new();
        let mut names = WordSet::default();
        for entry in &file.family {
            let family: Family = Arc::from(entry.id.as_str());
            families.insert(family.clone(), family.clone());
            for unit in &entry.units {
                let name = if unit == "个百分点" { "百分点" } else { unit };
                names.insert(unit, Unit { name: Arc::from(name), family: family.clone() });
            }
        }
        let mut implied = WordSet::default();
        for (unit, family, nouns) in
            [("人", "person", &file.implied.person), ("户", "household", &file.implied.household)]
        {
            for noun in nouns {
                implied.insert(noun, Unit { name: Arc::from(unit), family: Arc::from(family) });
            }
        }
        let mut implied_next = WordSet::default();
        for noun in &file.implied.person_next {
            implied_next.insert(noun, Unit { name: Arc::from("人"), family: Arc::from("person") });
        }
        let (mut implied_before, mut implied_before_large) = (WordSet::default(), WordSet::default());
        for (family, nouns) in &file.implied_before {
            let unit = match family.as_str() {
                "person" | "person_large" => "人",
                "household" => "户",
                "yuan" | "yuan_large" => "元",
                _ => "%",
            };
            let (words, family) = match family.strip_suffix("_large") {
                Some(family) => (&mut implied_before_large, family),
                None => (&mut implied_before, family.as_str()),
            };
            for noun in nouns {
                words.insert(noun, Unit { name: Arc::from(unit), family: Arc::from(family) });
            }
        }
        let mut not_after = WordSet::default();
        for word in &file.not_after.words {
            not_after.insert(word, ());
        }
        Ok(Self {
            names,
            implied,
            implied_before,
            implied_before_large,
            implied_next,
            not_before: file.not_before,
            not_after_place: file.place.not_before,
            not_after,
            families,
            reach: file.implied.reach,
            implied_led_by: file.implied.led_by,
        })
    }

    /// The longest unit that `text` starts with, and the text after it.
    pub fn strip_prefix<'a>(&self, text: &'a str) -> Option<(&'a str, &Unit)> {
        let found = self.names.strip_prefix_ref(text);
        found.filter(|(rest, unit)| {
            let other_word = self.not_before.get(&*unit.name);
            !other_word.is_some_and(|next| rest.starts_with(|ch| next.contains(ch)))
                && (&*unit.family != "place" || !rest.starts_with(|ch| self.not_after_place.contains(ch)))
        })
    }

    /// The unit of a bare number, told by the noun right before it: 人 after 总人口, % after 发生率; 元 after 收入, where
    /// it is `large`: so many 万 or 亿.
    pub fn implied_before(&self, text: &str, large: bool) -> Option<&Unit> {
        let of_large = || self.implied_before_large.strip_suffix_ref(text).filter(|_| large);
        self.implied_before.strip_suffix_ref(text).or_else(of_large).map(|(_, unit)| unit)
    }

    /// The unit that a counted noun near the start of `text` tells: 人 for `吕梁儿女`, 户 for `贫困户`.
    ///
    /// Words that only say which of them are meant may stand between (现行标准下, “一方水土养不好一方人”的).
    pub fn implied(&self, text: &str) -> Option<&Unit> {
        let led = self.implied_led_by.iter().find_map(|words| text.strip_prefix(words.as_str()));
        let quoted = || text.strip_prefix('“').and_then(|rest| rest.split_once('”')).map(|(_, rest)| rest);
        let plain = |rest: &&str| rest.starts_with('的');
        let text = led.or_else(|| quoted().filter(plain)).unwrap_or(text);
        if let Some((_, unit)) = self.implied_next.strip_prefix_ref(text) {
            return Some(unit);
        }
        for (offset, ch) in text.char_indices().take(self.reach) {
            if !ch.is_alphabetic() {
                return None;
            }
            if let Some((_, unit)) = text.get(offset..).and_then(|rest| self.implied.strip_prefix_ref(rest)) {
                return Some(unit);
            }
        }
        None
    }

    /// Whether the words after a number make it a name, an ordinal or a clock time.
    pub fn excluded_after(&self, text: &str) -> bool {
        self.not_after.strip_prefix_ref(text).is_some()
    }

    /// The family called `id`.
    pub fn family(&self, id: &str) -> Option<Family> {
        self.families.get(id).cloned()
    }

    /// The family of the unit spelled `name`.
    pub fn family_of(&self, name: &str) -> Option<Family> {
        self.strip_prefix(name).filter(|(rest, _)| rest.is_empty()).map(|(_, unit)| unit.family.clone())
    }
}
