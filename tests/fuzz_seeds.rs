//! The seeds of the fuzz targets, and inputs that once broke the reader, held against what the targets check.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a test that cannot read its seeds has nothing better to do"
)]

#[path = "../fuzz/checks.rs"]
mod checks;

use std::fs;
use std::path::Path;

fn replay(target: &str, check: fn(&[u8])) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut seeds: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    seeds.sort();
    assert!(seeds.len() >= 12, "only {} seeds for {target}", seeds.len());
    for seed in seeds {
        println!("{}", seed.display());
        check(&fs::read(&seed).unwrap());
    }
}

#[test]
fn decode() {
    replay("decode", checks::decode);
}

#[test]
fn reflow() {
    replay("reflow", checks::reflow);
}

#[test]
fn reader() {
    replay("reader", checks::reader);
}
