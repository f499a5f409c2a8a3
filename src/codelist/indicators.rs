//! The catalogue of indicators, and how reports word each (`reads` in `indicators.toml`, whose head explains the fields).

use std::collections::HashMap;

use serde::Deserialize;

use super::{CodelistError, Family, Units, from_toml};
use crate::model::{Better, Indicator, IndicatorGroup, IndicatorId};

/// One way in which a figure states an indicator. Lists are alternatives; an empty list asks for nothing.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The indicator that the figure then is.
    pub indicator: IndicatorId,
    /// Families that the figure's unit may belong to.
    pub families: Vec<Family>,
    /// What the words before the figure end with.
    pub ends: Vec<String>,
    /// What the words after the figure start with.
    pub starts: Vec<String>,
    /// Whether `ends` and `starts` are alternatives to each other.
    pub either_side: bool,
    /// What stands before the figure in its clause.
    pub before: Vec<String>,
    /// What stands somewhere in the clause.
    pub with: Vec<String>,
    /// What stands there too.
    pub also_with: Vec<String>,
    /// What stands earlier in the sentence, or leads into it.
    pub topic: Vec<String>,
    /// What stands nowhere in the clause.
    pub without: Vec<String>,
    /// What does not stand in the words of the figure itself, lists before it aside.
    pub not_own: Vec<String>,
    /// What stands in the words of the figure itself.
    pub own: Vec<String>,
    /// What does not stand before the figure since the last semicolon.
    pub not_segment: Vec<String>,
    /// Wholes of which a part (其中) may be this indicator.
    pub part_of: Vec<IndicatorId>,
    /// Whether a figure for each unit of something may be meant.
    pub per: bool,
    /// Whether what is counted must be said anew: not carried over a clause mark to a figure with words of its own after it.
    pub anew: bool,
    /// Whether only a part (其中) of one of `part_of` may be meant.
    pub part_only: bool,
}

/// The parsed catalogue.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    /// Indicators, in table order.
    pub groups: Vec<IndicatorGroup>,
    /// How reports word them, in the same order.
    pub readings: Vec<Reading>,
}

#[derive(Deserialize)]
struct File {
    words: HashMap<String, Vec<String>>,
    group: Vec<Group>,
}

#[derive(Deserialize)]
struct Group {
    id: String,
    zh: String,
    en: String,
    indicator: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    zh: String,
    en: String,
    unit: String,
    better: Better,
    #[serde(default)]
    stock: bool,
    #[serde(default)]
    reads: Vec<Reads>,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Reads {
    unit: Vec<String>,
    noun: Vec<String>,
    ends: Vec<String>,
    starts: Vec<String>,
    before: Vec<String>,
    with: Vec<String>,
    also_with: Vec<String>,
    topic: Vec<String>,
    without: Vec<String>,
    not_own: Vec<String>,
    own: Vec<String>,
    not_segment: Vec<String>,
    part_of: Vec<String>,
    per: bool,
    anew: bool,
    part_only: bool,
}

const LIST: &str = "indicators.toml";

impl Catalogue {
    pub(super) fn parse(text: &str, units: &Units) -> Result<Self, CodelistError> {
        let file: File = from_toml(LIST, text)?;
        let mut catalogue = Self::default();
        for group in file.group {
            let mut indicators = Vec::new();
            for entry in group.indicator {
                let id = IndicatorId::new(&entry.id);
                for reads in &entry.reads {
                    catalogue.readings.push(reading(&id, &entry.unit, reads, &file.words, units)?);
                }
                indicators.push(Indicator {
                    id,
                    zh: entry.zh,
                    en: entry.en,
                    unit: entry.unit,
                    better: entry.better,
                    stock: entry.stock,
                });
            }
            catalogue.groups.push(IndicatorGroup { id: group.id, zh: group.zh, en: group.en, indicators });
        }
        Ok(catalogue)
    }
}

fn reading(
    id: &IndicatorId,
    unit: &str,
    reads: &Reads,
    words: &HashMap<String, Vec<String>>,
    units: &Units,
) -> Result<Reading, CodelistError> {
    let unknown = |name: &str| CodelistError::Unknown { list: LIST, entry: id.to_string(), name: name.to_owned() };
    let mut families = Vec::new();
    if reads.unit.is_empty() {
        families.push(units.family_of(unit).ok_or_else(|| unknown(unit))?);
    }
    for name in &reads.unit {
        families.push(units.family(name).ok_or_else(|| unknown(name))?);
    }
    // 个 counts what any other counting unit counts.
    if families.iter().any(|family| &**family == "count") {
        families.extend(units.family("piece"));
    }
    // The change of a rate is stated in percentage points.
    if families.iter().any(|family| &**family == "percent") {
        families.extend(units.family("point"));
    }
    let expand = |list: &[String]| -> Result<Vec<String>, CodelistError> {
        let mut out = Vec::new();
        for word in list {
            match word.strip_prefix('@') {
                Some(name) => out.extend(words.get(name).ok_or_else(|| unknown(name))?.iter().cloned()),
                None => out.push(word.clone()),
            }
        }
        Ok(out)
    };
    let noun = expand(&reads.noun)?;
    let side = |list: &[String]| expand(list).map(|list| [noun.clone(), list].concat());
    Ok(Reading {
        indicator: id.clone(),
        families,
        ends: side(&reads.ends)?,
        starts: side(&reads.starts)?,
        either_side: !noun.is_empty() || (!reads.ends.is_empty() && !reads.starts.is_empty()),
        before: expand(&reads.before)?,
        with: expand(&reads.with)?,
        also_with: expand(&reads.also_with)?,
        topic: expand(&reads.topic)?,
        without: expand(&reads.without)?,
        not_own: expand(&reads.not_own)?,
        own: expand(&reads.own)?,
        not_segment: expand(&reads.not_segment)?,
        part_of: reads.part_of.iter().map(|id| IndicatorId::new(id)).collect(),
        per: reads.per,
        anew: reads.anew,
        part_only: reads.part_only,
    })
}
