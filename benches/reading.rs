//! How fast a report is read, beside what no reader of this kind could beat: one look at every character and JSON of it.
//!
//! `cargo bench --no-default-features`, one thread. `reader` is the whole way from bytes to JSON; `ceiling` validates
//! UTF-8, drops white space, finds numbers by one regex with captures and every word of the code lists in one
//! Aho–Corasick pass, and writes what it found as JSON. The reader is to reach a third of the ceiling's throughput.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench whose own data is broken has nothing to measure")]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};
use countylens::codelist::Codelists;
use countylens::{export, pipeline};
use divan::Bencher;
use divan::counter::BytesCount;
use regex::Regex;
use serde::Serialize;

fn main() {
    divan::main();
}

/// At least this much text, in bytes.
const SIZE: usize = 5 * 1024 * 1024;

const SAMPLES: [&str; 3] = [
    include_str!("../assets/samples/jiaokou-2018.txt"),
    include_str!("../assets/samples/linxian-2019.txt"),
    include_str!("../assets/samples/zhongyang-2018.txt"),
];

/// Counties whose names take turns in the copies of the samples.
const COUNTIES: [&str; 8] = ["中阳", "方山", "石楼", "岚县", "柳林", "静乐", "岢岚", "代县"];

/// The samples again and again, each copy an article of its own with other figures and another county's name.
fn pages() -> Vec<String> {
    let mut out = Vec::new();
    let mut size = 0;
    for copy in 0.. {
        let county = COUNTIES[copy / SAMPLES.len() % COUNTIES.len()];
        let text = SAMPLES[copy % SAMPLES.len()].replace("中阳", county);
        let page = format!("第{copy}版\n\n{}\n\n（记者）\n\n", vary(&text, copy));
        size += page.len();
        out.push(page);
        if size >= SIZE {
            break;
        }
    }
    out
}

/// Other last digits in all numbers that are no dates.
fn vary(text: &str, copy: usize) -> String {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(\d)(\s*(?:[^\d\s.年月日]|$))").unwrap());
    let turn = |digit: &str| (digit.parse::<usize>().unwrap() + copy) % 9 + 1;
    NUMBER.replace_all(text, |found: &regex::Captures<'_>| format!("{}{}", turn(&found[1]), &found[2])).into_owned()
}

#[divan::bench]
fn reader(bencher: Bencher<'_, '_>) {
    let text = pages().concat();
    let codelists = Codelists::builtin();
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let report = pipeline::read(text.as_bytes(), "bench", codelists).unwrap();
        let mut out = Vec::new();
        export::write_json(&[report], &mut out).unwrap();
        out
    });
}

/// The same bytes as a report each, to tell work that grows with the length of a text from work that does not.
#[divan::bench]
fn reader_page_by_page(bencher: Bencher<'_, '_>) {
    let pages = pages();
    let codelists = Codelists::builtin();
    bencher.counter(BytesCount::new(pages.iter().map(String::len).sum::<usize>())).bench(|| {
        let mut out = Vec::new();
        for page in &pages {
            let report = pipeline::read(page.as_bytes(), "bench", codelists).unwrap();
            export::write_json(&[report], &mut out).unwrap();
        }
        out
    });
}

#[divan::bench]
fn ceiling(bencher: Bencher<'_, '_>) {
    let text = pages().concat();
    let words = vocabulary();
    let ceiling = Ceiling::new(&words);
    bencher.counter(BytesCount::of_str(&text)).bench(|| ceiling.run(text.as_bytes()));
}

/// Numbers with the words before them, and nothing understood.
struct Ceiling<'a> {
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
    fn new(words: &'a [String]) -> Self {
        let finder = AhoCorasick::builder().match_kind(MatchKind::LeftmostLongest).build(words).unwrap();
        let number = Regex::new(
            r"([0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?)([十百千万亿]*)(余|多)?(%|个百分点|人次|平方米|[个户人元亩家])?",
        )
        .unwrap();
        Self { words, finder, number }
    }

    fn run(&self, bytes: &[u8]) -> Vec<u8> {
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

/// Every word of the code lists: of indicators, cues and units all strings, of areas the names in full and in short.
fn vocabulary() -> Vec<String> {
    let mut words = BTreeSet::new();
    for list in [
        include_str!("../assets/codelists/indicators.toml"),
        include_str!("../assets/codelists/cues.toml"),
        include_str!("../assets/codelists/units.toml"),
    ] {
        strings(&toml::Value::Table(toml::from_str(list).unwrap()), &mut words);
    }
    let mut areas = csv::Reader::from_reader(include_str!("../assets/codelists/areas.csv").as_bytes());
    for row in areas.records() {
        let row = row.unwrap();
        words.extend([1, 5].iter().filter_map(|column| row.get(*column)).map(str::to_owned));
    }
    words.into_iter().filter(|word| !word.is_empty() && !word.is_ascii()).collect()
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
