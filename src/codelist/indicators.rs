//! The catalogue of indicators, and how reports word each (`reads` in `indicators.toml`, whose head explains the fields).

use std::collections::HashMap;
use std::sync::Arc;

use rust_decimal::Decimal;
use serde::Deserialize;

use super::lexicon::{Lexicon, Sought};
use super::{CodelistError, Family, QuickHash, Units, WordSet, from_toml};
use crate::model::{Better, Indicator, IndicatorGroup, IndicatorId};

/// One way in which a figure states an indicator. Lists are alternatives; an empty list asks for nothing.
#[derive(Debug, Clone, Default)]
pub struct Reading {
    /// The indicator that the figure then is.
    pub indicator: IndicatorId,
    /// Name of the rule: the indicator and the reading's number among its readings.
    pub rule: Arc<str>,
    /// Families that the figure's unit may belong to.
    pub families: Vec<Family>,
    /// Which sides of the figure its noun is looked for on.
    sides: Sides,
    /// What stands before the figure in its clause.
    pub before: Sought,
    /// What stands somewhere in the clause.
    pub with: Sought,
    /// What stands there too.
    pub also_with: Sought,
    /// What stands earlier in the sentence, or leads into it.
    pub topic: Sought,
    /// What stands nowhere in the clause.
    pub without: Sought,
    /// What does not stand in the words of the figure itself, lists before it aside.
    pub not_own: Sought,
    /// What stands in the words of the figure itself.
    pub own: Sought,
    /// What does not stand before the figure since the last semicolon.
    pub not_segment: Sought,
    /// What stands in the figure's clause, up to the figure, or the one before it.
    pub near: Sought,
    /// What does not stand there.
    pub not_near: Sought,
    /// What stands in the clause behind the figure's own.
    pub then: Sought,
    /// What was named last before the figure: one of these, and not one of `rivals` after it.
    pub latest: Vec<String>,
    /// What else might have been meant.
    pub rivals: Vec<String>,
    /// Words that close what is said behind the figure, where one of them stands there.
    pub closed: Vec<String>,
    /// Wholes of which a part (其中) may be this indicator.
    pub part_of: Vec<IndicatorId>,
    /// Whether a figure for each unit of something may be meant.
    pub per: bool,
    /// Whether what is counted must be said anew: not carried over a clause mark to a figure with words of its own after it.
    pub anew: bool,
    /// Whether the figure must have no words of its own: 134个行政村，12.1万人.
    pub bare: bool,
    /// Whether only a part (其中) of one of `part_of` may be meant.
    pub part_only: bool,
    /// A county's total is never less: what a household borrows is not what the county lends.
    pub least: Option<Decimal>,
}

/// Where a reading looks for its noun.
#[derive(Debug, Clone, Copy, Default)]
enum Sides {
    /// Nowhere: other words tell the indicator.
    #[default]
    None,
    /// At the end of the words before the figure.
    Before,
    /// Near the start of the words after it.
    After,
    /// On either side.
    Either,
}

/// All readings, in the order of the catalogue, to be found by the nouns around a figure.
#[derive(Debug, Clone, Default)]
pub struct Readings {
    all: Vec<Reading>,
    /// How to find those that are open to a family.
    by_family: HashMap<Family, Nouns, QuickHash>,
    /// The words that readings ask for.
    pub lexicon: Lexicon,
}

/// The nouns of the readings that are open to one family, with the readings' indices.
#[derive(Debug, Clone, Default)]
struct Nouns {
    before: WordSet<Vec<usize>>,
    after: WordSet<Vec<usize>>,
    /// Readings that ask for no noun.
    nounless: Vec<usize>,
}

/// Indices of readings, each with the length of its noun before a figure and after it.
#[derive(Debug, Clone, Default)]
pub struct Behind(Vec<(usize, Option<usize>, Option<usize>)>);

/// How far into the words after a figure the counted noun may begin, in characters: 37个**建档立卡**贫困村.
const REACH: usize = 8;

impl Readings {
    /// Every reading.
    pub fn iter(&self) -> impl Iterator<Item = &Reading> {
        self.all.iter()
    }

    /// The readings for `family` that ask for no noun, and those with a noun in `after`, which follows a figure.
    pub fn behind(&self, family: &Family, after: &str) -> Behind {
        // Index of the reading, its longest noun before the figure, and after it.
        let mut found = Vec::new();
        let Some(nouns) = self.by_family.get(family) else { return Behind(found) };
        found.extend(nouns.nounless.iter().map(|index| (*index, None, None)));
        // What stands before 的 is counted itself: 315个村的饮水工程 are villages, 89万人口中外出打工的 inhabitants.
        let mut starts = after.char_indices().take(REACH + 1);
        let (mut open, mut last) = (true, ' ');
        while let Some((offset, ch)) = starts.next().filter(|_| open) {
            let rest = after.get(offset..).unwrap_or("");
            for (word, indices) in nouns.after.prefixes(rest) {
                found.extend(indices.iter().map(|index| (*index, None, Some(word.len()))));
            }
            // 134个行政村均建有卫生室: what they have is not what is counted.
            open = ch != '的' && !("口户村镇".contains(last) && "中里均都全有建设通已".contains(ch));
            last = ch;
        }
        Behind(found)
    }

    /// The readings whose nouns stand around a figure, in the catalogue's order, each with the length of its longest
    /// noun there in bytes (1 where it asks for none): `head` is the noun phrase before the
    /// figure, `carried` whether it is carried over from an earlier clause, `behind` what was found after the figure.
    ///
    /// Only readings for `family`.
    pub fn of_nouns(&self, family: &Family, head: &str, carried: bool, behind: &Behind) -> Vec<(&Reading, usize)> {
        let Some(nouns) = self.by_family.get(family) else { return Vec::new() };
        let mut found = behind.0.clone();
        for (word, indices) in nouns.before.suffixes(head) {
            found.extend(indices.iter().map(|index| (*index, Some(word.len()), None)));
        }
        found.sort_unstable_by_key(|(index, ..)| *index);
        found.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                (kept.1, kept.2) = (kept.1.max(next.1), kept.2.max(next.2));
            }
            same
        });
        let noun = |(index, before, after): (usize, Option<usize>, Option<usize>)| {
            let reading = self.all.get(index)?;
            let before = before.filter(|_| !(reading.anew && carried));
            let length = match reading.sides {
                Sides::None => Some(1),
                Sides::Before => before,
                Sides::After => after,
                Sides::Either => before.max(after),
            }?;
            Some((reading, length))
        };
        found.into_iter().filter_map(noun).collect()
    }

    fn push(&mut self, reading: Reading, ends: &[String], starts: &[String]) {
        let index = self.all.len();
        for family in &reading.families {
            let nouns = self.by_family.entry(family.clone()).or_default();
            for (nouns, words) in [(&mut nouns.before, ends), (&mut nouns.after, starts)] {
                for word in words {
                    match nouns.get_mut(word) {
                        Some(indices) => indices.push(index),
                        None => nouns.insert(word, vec![index]),
                    }
                }
            }
            if ends.is_empty() && starts.is_empty() {
                nouns.nounless.push(index);
            }
        }
        self.all.push(reading);
    }
}

/// The parsed catalogue.
#[derive(Debug, Clone, Default)]
pub struct Catalogue {
    /// Indicators, in table order.
    pub groups: Vec<IndicatorGroup>,
    /// How reports word them, in the same order.
    pub readings: Readings,
}

#[derive(Deserialize)]
pub(super) struct File {
    pub(super) words: HashMap<String, Vec<String>>,
    pub(super) group: Vec<Group>,
}

#[derive(Deserialize)]
pub(super) struct Group {
    pub(super) id: String,
    pub(super) zh: String,
    pub(super) en: String,
    pub(super) indicator: Vec<Entry>,
}

#[derive(Deserialize)]
pub(super) struct Entry {
    pub(super) id: String,
    pub(super) zh: String,
    pub(super) en: String,
    pub(super) unit: String,
    pub(super) better: Better,
    #[serde(default)]
    pub(super) stock: bool,
    #[serde(default)]
    pub(super) least: Option<u64>,
    #[serde(default)]
    pub(super) reads: Vec<Reads>,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Reads {
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
    near: Vec<String>,
    not_near: Vec<String>,
    then: Vec<String>,
    latest: Vec<String>,
    rivals: Vec<String>,
    closed: Vec<String>,
    part_of: Vec<String>,
    per: bool,
    anew: bool,
    bare: bool,
    part_only: bool,
}

pub(super) const LIST: &str = "indicators.toml";

impl Catalogue {
    pub(super) fn parse(text: &str, units: &Units) -> Result<Self, CodelistError> {
        Self::build(from_toml(LIST, text)?, units)
    }

    /// The catalogue of a parsed file.
    pub(super) fn build(file: File, units: &Units) -> Result<Self, CodelistError> {
        let mut catalogue = Self::default();
        for group in file.group {
            let mut indicators = Vec::new();
            for entry in group.indicator {
                let id = IndicatorId::new(&entry.id);
                for (number, reads) in (1..).zip(&entry.reads) {
                    let rule = (number, entry.least);
                    add_reading(&mut catalogue.readings, &id, rule, &entry.unit, reads, &file.words, units)?;
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
        catalogue.readings.lexicon.finish();
        Ok(catalogue)
    }
}

fn add_reading(
    readings: &mut Readings,
    id: &IndicatorId,
    (number, least): (usize, Option<u64>),
    unit: &str,
    reads: &Reads,
    words: &HashMap<String, Vec<String>>,
    units: &Units,
) -> Result<(), CodelistError> {
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
            // A blank that joins nothing is where the figure stands among its own words: " 贫困乡" begins behind it.
            if !word.contains('@') {
                out.push(word.clone());
                continue;
            }
            let mut joined = vec![String::new()];
            for part in word.split(' ') {
                let parts = match part.strip_prefix('@') {
                    Some(name) => words.get(name).ok_or_else(|| unknown(name))?.as_slice(),
                    None => &[part.to_owned()],
                };
                joined = joined.iter().flat_map(|lead| parts.iter().map(move |part| format!("{lead}{part}"))).collect();
            }
            out.append(&mut joined);
        }
        Ok(out)
    };
    let noun = expand(&reads.noun)?;
    let side = |list: &[String]| expand(list).map(|list| [noun.clone(), list].concat());
    let (ends, starts) = (side(&reads.ends)?, side(&reads.starts)?);
    let sides = match (ends.is_empty(), starts.is_empty()) {
        (true, true) => Sides::None,
        (false, true) => Sides::Before,
        (true, false) => Sides::After,
        (false, false) => Sides::Either,
    };
    let mut set = |list: &[String]| expand(list).map(|list| readings.lexicon.set(&list));
    let reading = Reading {
        indicator: id.clone(),
        rule: format!("{id}#{number}").into(),
        families,
        sides,
        before: set(&reads.before)?,
        with: set(&reads.with)?,
        also_with: set(&reads.also_with)?,
        topic: set(&reads.topic)?,
        without: set(&reads.without)?,
        not_own: set(&reads.not_own)?,
        own: set(&reads.own)?,
        not_segment: set(&reads.not_segment)?,
        near: set(&reads.near)?,
        not_near: set(&reads.not_near)?,
        then: set(&reads.then)?,
        latest: expand(&reads.latest)?,
        rivals: expand(&reads.rivals)?,
        closed: expand(&reads.closed)?,
        part_of: reads.part_of.iter().map(|id| IndicatorId::new(id)).collect(),
        per: reads.per,
        anew: reads.anew,
        bare: reads.bare,
        part_only: reads.part_only,
        least: least.map(Decimal::from),
    };
    readings.push(reading, &ends, &starts);
    Ok(())
}
