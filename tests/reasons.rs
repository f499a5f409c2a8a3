//! Why figures were read as they were is said in words, in every language, whatever rule decided.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot set itself up has failed")]

use std::collections::BTreeSet;
use std::path::Path;

use countylens::codelist::Codelists;
use countylens::locale::{Language, Locale};
use countylens::pipeline::read;

#[test]
fn every_rule_has_its_words() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let languages = [Language::Chinese, Language::Traditional, Language::English].map(Locale::new);
    let mut texts = 0;
    let mut bare = BTreeSet::new();
    for part in ["dev", "dev-second", "pages-developed", "pages-developed-second"] {
        for entry in std::fs::read_dir(corpus.join(part)).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_none_or(|extension| extension != "txt") {
                continue;
            }
            texts += 1;
            let report = read(&std::fs::read(&path).unwrap(), "page.txt", Codelists::builtin()).unwrap();
            for observation in &report.observations {
                for locale in &languages {
                    let reasons = locale.reasons(observation).into_iter();
                    bare.extend(reasons.filter(|reason| {
                        reason.starts_with(|ch: char| ch.is_ascii_lowercase())
                            && reason.chars().all(|ch| ch.is_ascii_lowercase() || ch == '-')
                    }));
                }
            }
        }
    }
    assert!(texts > 60, "only {texts} texts were read");
    bare.remove("exact");
    assert!(bare.is_empty(), "rules without words: {bare:?}");
}
