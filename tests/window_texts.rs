//! The window's texts: both languages say the same things, and every text that the source asks for is there.

#![cfg(feature = "window")]
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
fn all_languages_have_the_same_texts_with_the_same_places() {
    let chinese = keys(Language::Chinese);
    let only = |a: &BTreeMap<String, BTreeSet<String>>, b: &BTreeMap<String, BTreeSet<String>>| {
        a.keys().filter(|key| !b.contains_key(*key)).cloned().collect::<Vec<_>>()
    };
    for language in Language::ALL {
        let (tag, other) = (language.tag(), keys(language));
        assert_eq!(only(&chinese, &other), Vec::<String>::new(), "missing in {tag}");
        assert_eq!(only(&other, &chinese), Vec::<String>::new(), "only in {tag}");
        for (key, places) in &chinese {
            assert_eq!(places, &other[key], "places of {key} in {tag}");
        }
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

/// Characters that mainland and Taiwan write differently, of those that interfaces use most.
const SIMPLIFIED_ONLY: &str =
    "这数报县读写时间开关设选择页务过还为个们么见认识说话请谁调论试词语译误诉证评议讲许记录网络编码类导项";

#[test]
fn each_script_keeps_to_itself() {
    // What a person has to type or to find in a report stays as reports write it.
    let quoted = ["correct-", "fault-", "command-language-", "-hint"];
    for file in Language::Traditional.files() {
        for line in file.lines().filter(|line| !line.starts_with('#') && !quoted.iter().any(|key| line.contains(key))) {
            let found: String = line.chars().filter(|ch| SIMPLIFIED_ONLY.contains(*ch)).collect();
            assert!(found.is_empty() || line.contains("简体"), "{found} in: {line}");
        }
    }
}

#[test]
fn the_embedded_font_has_every_character_of_the_texts() {
    let ctx = egui::Context::default();
    countylens::ui::install_fonts(&ctx, [countylens::sheet::REGULAR, countylens::sheet::BOLD]);
    let mut missing = BTreeSet::new();
    let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
        let font = egui::FontId::proportional(13.0);
        for language in Language::ALL {
            let characters: BTreeSet<char> = language.files().iter().flat_map(|file| file.chars()).collect();
            for ch in characters.into_iter().filter(|ch| !ch.is_whitespace() && *ch != '\u{fffd}') {
                if !ui.fonts_mut(|fonts| fonts.has_glyph(&font, ch)) {
                    missing.insert(ch);
                }
            }
        }
    });
    output.textures_delta.clear();
    assert_eq!(missing, BTreeSet::new());
}
