//! How fast a report is read, beside what no reader of this kind could beat: one look at every character and JSON of it.
//!
//! `cargo bench -p countylens-bench`, one thread. `reader` is the whole way from bytes to JSON; `ceiling` validates
//! UTF-8, drops white space, finds numbers by one regex with captures and every word of the code lists in one
//! Aho–Corasick pass, and writes what it found as JSON. The reader is to reach a third of the ceiling's throughput.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench whose own data is broken has nothing to measure")]

use countylens::codelist::Codelists;
use countylens::{export, pipeline};
use countylens_bench::{Ceiling, pages, vocabulary};
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
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
