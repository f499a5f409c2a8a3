//! The most that any reader of this kind could do: one look at every character, and JSON of what stands there.
#![allow(
    clippy::unwrap_used,
    clippy::missing_panics_doc,
    reason = "a bench whose own data is broken has nothing to measure"
)]

mod pages;

use std::collections::BTreeSet;

use aho_corasick::{AhoCorasick, MatchKind};
use regex::Regex;
use serde::Serialize;

pub use pages::pages;

/// Numbers with the words before them, and nothing understood.
#[derive(Debug)]
pub struct Ceiling<'a> {
    words: &'a [String],
    finder: AhoCorasick,
    number: Regex,
}

/// A number, and the words of the code lists since the number before it.
#[derive(Serialize)]
struct Hit<'a> {
    at: usize,
    number: &'a str,
    multiplier: &'a str,
    approximate: Option<&'a str>,
    unit: Option<&'a str>,
    words: Vec<&'a str>,
}

impl<'a> Ceiling<'a> {
    /// Looks for `words`.
    pub fn new(words: &'a [String]) -> Self {
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).unwrap();
        let number = Regex::new(
            r"([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)([十百千万亿]*)(余|多)?(%|个百分点|人次|平方米|[个户人元亩家])?",
        )
        .unwrap();
        Self { words, finder, number }
    }

    /// The JSON of all numbers in `bytes`, which are UTF-8.
    pub fn run(&self, bytes: &[u8]) -> Vec<u8> {
        let text: String = std::str::from_utf8(bytes).unwrap().split_whitespace().collect();
        let mut words = self.finder.find_iter(&text).peekable();
        let group = |found: &regex::Captures<'_>, index| found.get(index).map(|group| &text[group.range()]);
        let hits: Vec<Hit<'_>> = self
            .number
            .captures_iter(&text)
            .map(|found| {
                let at = found.get(0).map_or(0, |whole| whole.start());
                let before = std::iter::from_fn(|| words.next_if(|word| word.start() < at));
                Hit {
                    at,
                    words: before.map(|word| self.words[word.pattern().as_usize()].as_str()).collect(),
                    number: group(&found, 1).unwrap_or(""),
                    multiplier: group(&found, 2).unwrap_or(""),
                    approximate: group(&found, 3),
                    unit: group(&found, 4),
                }
            })
            .collect();
        serde_json::to_vec(&hits).unwrap()
    }
}

/// Every word of the code lists: of indicators, cues, places and units all strings, of areas the names in full and in short.
pub fn vocabulary() -> Vec<String> {
    let mut words = BTreeSet::new();
    for list in [
        include_str!("../assets/codelists/indicators.toml"),
        include_str!("../assets/codelists/cues.toml"),
        include_str!("../assets/codelists/places.toml"),
        include_str!("../assets/codelists/units.toml"),
    ] {
        strings(&toml::Value::Table(toml::from_str(list).unwrap()), &mut words);
    }
    let mut areas = csv::Reader::from_reader(include_str!("../assets/codelists/areas.csv").as_bytes());
    for row in areas.records() {
        let row = row.unwrap();
        words.extend([1, 5].iter().filter_map(|column| row.get(*column)).map(str::to_owned));
    }
    // 通 @paved is made of words that are there by themselves.
    words.into_iter().filter(|word| !word.is_empty() && !word.is_ascii() && !word.contains('@')).collect()
}

fn strings(value: &toml::Value, words: &mut BTreeSet<String>) {
    match value {
        toml::Value::String(word) => {
            words.insert(word.clone());
        }
        toml::Value::Array(values) => values.iter().for_each(|value| strings(value, words)),
        toml::Value::Table(table) => {
            for (key, value) in table {
                words.insert(key.clone());
                strings(value, words);
            }
        }
        _ => {}
    }
}
