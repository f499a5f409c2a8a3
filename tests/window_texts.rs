//! The window's texts: both languages say the same things, and every text that the source asks for is there.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use countylens::locale::{Language, Locale};

/// Keys and their attributes, and the places that each text fills.
fn keys(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for file in language.files() {
        let mut last = String::new();
        for line in file.lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line.split_once(" =").filter(|_| line.starts_with(|c: char| c.is_ascii_lowercase()))
            {
                assert!(found.insert(key.to_owned(), BTreeSet::new()).is_none(), "{key} is given twice");
                key.clone_into(&mut last);
            } else if let Some(attribute) = line.trim().strip_prefix('.').and_then(|rest| rest.split_once(" =")) {
                found.entry(format!("{last}.{}", attribute.0)).or_default();
            }
            let places = line.split('$').skip(1).map(|rest| rest.split(|c: char| !c.is_ascii_lowercase()).next());
            found.entry(last.clone()).or_default().extend(places.flatten().map(str::to_owned));
        }
    }
    found.remove("");
    found
}

/// All string literals of the sources that draw or speak.
fn literals() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut folders = ["ui", "app", "locale", "sheet", "export"]
        .map(|room| Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room))
        .to_vec();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("a folder of sources") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let source = std::fs::read_to_string(path).expect("a source");
                found.extend(source.split('"').skip(1).step_by(2).map(str::to_owned));
            }
        }
    }
    found
}

#[test]
fn both_languages_have_the_same_texts_with_the_same_places() {
    let (chinese, english) = (keys(Language::Chinese), keys(Language::English));
    let only = |a: &BTreeMap<String, BTreeSet<String>>, b: &BTreeMap<String, BTreeSet<String>>| {
        a.keys().filter(|key| !b.contains_key(*key)).cloned().collect::<Vec<_>>()
    };
    assert_eq!(only(&chinese, &english), Vec::<String>::new(), "missing in English");
    assert_eq!(only(&english, &chinese), Vec::<String>::new(), "missing in Chinese");
    for (key, places) in &chinese {
        assert_eq!(places, &english[key], "places of {key}");
    }
}

#[test]
fn every_text_asked_for_exists_and_every_text_is_asked_for() {
    let keys = keys(Language::Chinese);
    let families: BTreeSet<&str> = keys.keys().filter_map(|key| key.split('-').next()).collect();
    let literals = literals();
    let looks_like_a_key = |text: &&String| {
        let known_family =
            text.split_once('-').is_some_and(|(family, rest)| families.contains(family) && !rest.is_empty());
        known_family && text.chars().all(|c| c.is_ascii_lowercase() || c == '-')
    };
    for text in literals.iter().filter(looks_like_a_key).filter(|text| *text != "drop-overlay") {
        assert!(keys.contains_key(text), "the source asks for “{text}”");
    }
    let by_code = ["error-", "diagnostic-"];
    for key in keys.keys().filter(|key| !key.contains('.') && by_code.iter().all(|family| !key.starts_with(family))) {
        assert!(literals.contains(key), "nothing asks for “{key}”");
    }
}

#[test]
fn every_error_of_the_core_has_a_text() {
    for language in Language::ALL {
        let locale = Locale::new(language);
        for code in ["not-found", "folder", "not-permitted", "too-large", "io", "empty", "not-text"] {
            assert!(locale.find(&format!("error-{code}"), &[("name", "x".into())]).is_some(), "{code}");
        }
        for key in ["command-open", "command-paste", "command-save-picture"] {
            assert!(locale.tooltip(key).is_some(), "{key}");
        }
    }
}
