//! How fast a report is read, beside what no reader of this kind could beat: one look at every character and JSON of it.
//!
//! `cargo bench -p countylens-bench`, one thread. `reader` is the whole way from bytes to JSON; `ceiling` validates
//! UTF-8, drops white space, finds numbers by one regex with captures and every word of the code lists in one
//! Aho–Corasick pass, and writes what it found as JSON. The reader is to reach a third of the ceiling's throughput.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench whose own data is broken has nothing to measure")]

use std::sync::LazyLock;

use countylens::codelist::Codelists;
use countylens::{export, pipeline};
use countylens_bench::{Ceiling, vocabulary};
use divan::Bencher;
use divan::counter::BytesCount;
use regex::Regex;

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
