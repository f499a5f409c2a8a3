//! Finds the names of listed areas in a text, all in one pass.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{AreaList, AreaRecord, Trie};
use crate::model::{AreaCode, AreaLevel};

/// A name, and the areas that bear it.
#[derive(Debug, Clone)]
pub struct AreaName {
    /// The name as it is looked for.
    pub name: String,
    /// Codes of the areas that bear it, ascending.
    pub codes: Vec<AreaCode>,
    /// Their level; the largest where several levels share the name.
    pub level: AreaLevel,
    /// Whether it is the short form (中阳 for 中阳县).
    pub short: bool,
}

/// All names of listed areas, ready to be found.
#[derive(Debug, Clone, Default)]
pub struct AreaNames {
    names: Vec<AreaName>,
    finder: Trie,
}

impl AreaNames {
    /// Names of all areas of `areas`, full and short, and what `abbreviations` say that some full names are cut to.
    pub(super) fn new(areas: &AreaList, abbreviations: &BTreeMap<String, String>) -> Self {
        let mut by_name = BTreeMap::<(&str, bool), (Vec<AreaCode>, AreaLevel)>::new();
        let mut everyday: Vec<(String, &AreaRecord)> = Vec::new();
        for record in areas.records() {
            let mut add = |name, short| {
                let entry = by_name.entry((name, short)).or_insert_with(|| (Vec::new(), record.level));
                entry.0.push(record.code);
                entry.1 = entry.1.min(record.level);
            };
            // 城区, 郊区 and 矿区 are county-level names in the list and ordinary words in every report.
            if record.name.chars().count() > 2 || record.name.ends_with('县') {
                add(record.name.as_str(), false);
            }
            // 我市中阳县 names no 市中区, 全市北部 no 市北区.
            let short = record.short_name.as_deref().filter(|short| *short != record.name && !short.starts_with('市'));
            if let Some(short) = short {
                add(short, true);
                // In prose 化隆回族自治县 is 化隆县 or 化隆自治县, and 湘西土家族苗族自治州 is 湘西州.
                if let Some(kind) = record.name.split_once("自治").and_then(|(_, kind)| kind.chars().next()) {
                    everyday.push((format!("{short}{kind}"), record));
                    everyday.push((format!("{short}自治{kind}"), record));
                }
            }
        }
        for (name, full) in abbreviations {
            everyday.extend(areas.by_name(full).into_iter().map(|record| (name.clone(), record)));
        }
        for (name, record) in &everyday {
            let entry = by_name.entry((name, false)).or_insert_with(|| (Vec::new(), record.level));
            entry.0.push(record.code);
            entry.1 = entry.1.min(record.level);
        }
        let mut names: Vec<AreaName> = Vec::new();
        for ((name, short), (mut codes, level)) in by_name {
            codes.sort_unstable();
            codes.dedup();
            // A full name that is also a short one (吉林 city and province) keeps the full reading.
            if names.last().is_none_or(|last| last.name != name) {
                names.push(AreaName { name: name.to_owned(), codes, level, short });
            }
        }
        Self { finder: Trie::new(names.iter().map(|name| &name.name)), names }
    }

    /// Every listed name in `text`: its byte range and what it may mean, in order and without overlaps. The longest name wins
    /// where several begin at one place; of two that overlap the first, but a full name over a short one (甲县和静乐县 names
    /// no 和静) unless it may be part of other words (湖南县域).
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, &'a AreaName)> {
        let longest = self.finder.find_longest(text);
        let mut found = longest.filter_map(|(range, name)| self.names.get(name).map(|name| (range, name))).peekable();
        std::iter::from_fn(move || {
            let mut kept = found.next()?;
            while let Some((range, name)) = found.next_if(|(range, _)| range.start < kept.0.end) {
                if kept.1.short && !name.short && name.name.chars().nth(2).is_some() {
                    kept = (range, name);
                }
            }
            Some(kept)
        })
    }
}
