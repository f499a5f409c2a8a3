//! A report says the same however its page is set: in narrow columns, with blank lines and with blanks inside numbers, with
//! half-width marks, straight quotation marks or full-width digits.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use countylens::codelist::Codelists;
use countylens::pipeline;

/// A paragraph of an unwrapped text is longer than any line of a column, in characters.
const LONG: usize = 60;

/// What a figure is read as: its place among the characters that are no white space, and all that is said of it.
type Reading = (usize, String, Option<String>, Option<String>, Option<String>, String);

fn readings(text: &str) -> BTreeSet<Reading> {
    let before: Vec<usize> = text
        .chars()
        .scan(0, |seen, ch| {
            let here = *seen;
            *seen += usize::from(!ch.is_whitespace());
            Some(here)
        })
        .collect();
    let report = pipeline::read(text.as_bytes(), "page", Codelists::builtin()).unwrap();
    report
        .observations
        .into_iter()
        .map(|it| {
            (
                before[it.evidence.span.start],
                it.quantity.as_written.to_string(),
                it.area.map(|area| area.name.to_string()),
                it.indicator.map(|id| id.to_string()),
                it.period.map(|period| period.to_string()),
                format!("{:?}", it.status),
            )
        })
        .collect()
}

/// Numbers that differ from one call to the next, the same in every run.
struct Dice(u32);

impl Dice {
    fn one_in(&mut self, sides: u32) -> bool {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8).is_multiple_of(sides)
    }
}

/// `text` as a newspaper's column of `width` characters: each paragraph set in, a blank line between lines, blanks around
/// numbers and inside words.
fn column(text: &str, width: usize) -> String {
    let mut dice = Dice(u32::try_from(text.len() + width).unwrap());
    let mut out = String::new();
    for paragraph in text.lines() {
        let characters: Vec<char> = paragraph.chars().filter(|ch| !ch.is_whitespace()).collect();
        let mut length = 0;
        out.push_str(if dice.one_in(2) { "  " } else { " " });
        for (index, ch) in characters.iter().enumerate() {
            out.push(*ch);
            length += 1;
            let Some(next) = characters.get(index + 1) else { break };
            let torn = ch.is_numeric() && (next.is_numeric() || *next == '.') || "，。、；：”）.%".contains(*next);
            let number = ch.is_numeric() != next.is_numeric() && *ch != '.';
            if length >= width && !torn {
                out.push_str("\n\n");
                length = 0;
            } else if !torn && dice.one_in(if number { 3 } else { 100 }) {
                out.push(' ');
            }
        }
        out.push_str("\n\n");
    }
    out
}

/// The texts of the corpus by their names, the halves aside that are looked at only to measure.
fn texts() -> Vec<(String, String)> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut texts = Vec::new();
    for half in ["dev", "dev-second", "dev-third", "dev-fourth", "dev-fifth", "pages-developed"] {
        let mut files: Vec<_> = fs::read_dir(corpus.join(half)).unwrap().map(|entry| entry.unwrap().path()).collect();
        files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
        files.sort();
        for path in files {
            let name = format!("{half}/{}", path.file_name().unwrap().to_string_lossy());
            texts.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    texts
}

/// The characters of `printed`, each in place of the one of `marks` that it stands for.
fn set_with(text: &str, marks: &str, printed: &str) -> String {
    let form = |ch: char| marks.chars().zip(printed.chars()).find(|(mark, _)| *mark == ch).map_or(ch, |(_, form)| form);
    text.chars().map(form).collect()
}

#[test]
fn a_page_is_read_alike_in_any_type() {
    let types = [
        ("half-width marks", "，；：！？（）", ",;:!?()"),
        ("straight quotation marks", "“”", "\"\""),
        ("full-width digits", "0123456789%", "０１２３４５６７８９％"),
        ("small marks", "、，", "﹑﹐"),
    ];
    let texts = texts();
    for (name, marks, printed) in types {
        let (mut all, mut differ) = (0, 0);
        for (_, text) in &texts {
            // What a figure is written as is compared in one type.
            let read = |text: &str| -> BTreeSet<Reading> {
                let one_type = |mut reading: Reading| {
                    reading.1 = set_with(&reading.1, printed, marks);
                    reading
                };
                readings(text).into_iter().map(one_type).collect()
            };
            let (plain, page) = (read(text), read(&set_with(text, marks, printed)));
            all += plain.len();
            differ += plain.symmetric_difference(&page).count();
        }
        println!("{name}: {differ} of {all} figures read otherwise");
        // A figure read otherwise counts twice: less than one in two hundred may be.
        assert!(differ * 100 <= all, "{name}: {differ} of {all}");
    }
}

#[test]
fn a_column_is_read_as_its_text_is() {
    let (mut number, mut all, mut other) = (0, 0, Vec::new());
    for (name, text) in texts() {
        if !text.lines().any(|line| line.chars().count() > LONG) {
            continue;
        }
        number += 1;
        let plain = readings(&text);
        for width in [14, 20, 27] {
            let page = readings(&column(&text, width));
            all += plain.len();
            let differ = plain.symmetric_difference(&page).map(|(_, written, ..)| written.as_str());
            let differ: Vec<&str> = differ.collect();
            if !differ.is_empty() {
                other.push((differ.len(), format!("{name} at {width}: {}", differ.join(" "))));
            }
        }
    }
    let count: usize = other.iter().map(|(count, _)| count).sum();
    println!("{number} texts in 3 widths: {count} of {all} figures read otherwise");
    assert!(number > 60, "{number} texts");
    // A figure read otherwise counts twice: as it is not read, and as it is.
    assert!(count * 100 <= all * 2, "{other:#?}");
}
