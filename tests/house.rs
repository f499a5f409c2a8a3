//! The rules of the house, checked over the source text: who imports whom, who touches files, how long a file may be.
//!
//! Each rule is a function from sources to complaints, so that it can be shown here to fail on a made-up source.

#![allow(clippy::unwrap_used, reason = "a test helper that cannot read the sources has nothing better to do")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Rooms of `src` that `ui` may know, besides itself.
const UI_MAY_IMPORT: [&str; 7] = ["model", "codelist", "compare", "review", "locale", "sheet", "ui"];
/// Where files may be read and written.
const MAY_USE_FILES: [&str; 4] = ["project", "cli", "app", "main"];
/// Where dialogs may be opened.
const MAY_USE_DIALOGS: [&str; 1] = ["app"];

/// A Rust file: path from the package's folder with `/`, and its text.
struct Source {
    path: String,
    text: String,
}

impl Source {
    /// `src/ui/table.rs` → `ui`, `src/pipeline.rs` → `pipeline`; `None` outside `src`.
    fn room(&self) -> Option<&str> {
        self.path.strip_prefix("src/")?.split(['/', '.']).next()
    }

    fn lines(&self) -> usize {
        self.text.lines().count()
    }

    fn code(&self) -> String {
        self.text.lines().map(|line| line.split("//").next().unwrap_or("")).collect::<Vec<_>>().join("\n")
    }
}

fn sources() -> Vec<Source> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![home.join("src"), home.join("tests")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path: PathBuf = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                let path = path.strip_prefix(home).unwrap().to_string_lossy().replace('\\', "/");
                found.push(Source { path, text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The rooms in the order in which `src/lib.rs` lists them.
fn rooms(lib: &str) -> Vec<&str> {
    lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect()
}

/// The first names after `root::` anywhere in `code`, groups in braces included:
/// `use crate::{model::Area, text};` and `crate::compare::align(…)` give `model`, `text`, `compare` for `crate`.
fn names_after(code: &str, root: &str) -> BTreeSet<String> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let word = |text: &str| text.trim_start().chars().take_while(|&c| is_word(c)).collect::<String>();
    let start = format!("{root}::");
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices(&start) {
        if code[..at].ends_with(is_word) || code[..at].ends_with(':') {
            continue;
        }
        let rest = code[at + start.len()..].trim_start();
        let Some(group) = rest.strip_prefix('{') else {
            names.insert(word(rest));
            continue;
        };
        names.insert(word(group));
        let mut depth = 0_i32;
        for (at, c) in group.char_indices() {
            match c {
                '{' => depth += 1,
                '}' if depth == 0 => break,
                '}' => depth -= 1,
                ',' if depth == 0 => drop(names.insert(word(&group[at + 1..]))),
                _ => {}
            }
        }
    }
    names.remove("");
    names
}

/// Whether `code` names the crate `name`, in a path or in a `use`.
fn names_crate(code: &str, name: &str) -> bool {
    !names_after(code, name).is_empty() || code.contains(&format!("use {name};"))
}

fn check_layers(source: &Source, rooms: &[&str]) -> Vec<String> {
    let Some(own) = source.room().filter(|own| rooms.contains(own)) else { return Vec::new() };
    let position = |room: &str| rooms.iter().position(|&listed| listed == room);
    let allowed = |room: &str| match position(room) {
        _ if own == "ui" => UI_MAY_IMPORT.contains(&room),
        Some(at) => Some(at) <= position(own),
        None => true,
    };
    let imported = names_after(&source.code(), "crate");
    let wrong = imported.iter().filter(|room| rooms.contains(&room.as_str()) && !allowed(room));
    wrong.map(|room| format!("{}: `{own}` must not import `{room}`", source.path)).collect()
}

fn check_files_and_dialogs(source: &Source) -> Vec<String> {
    let Some(own) = source.room() else { return Vec::new() };
    let code = source.code();
    let mut complaints = Vec::new();
    if names_after(&code, "std").contains("fs") && !MAY_USE_FILES.contains(&own) {
        complaints.push(format!("{}: `{own}` must not touch files: leave that to `project`", source.path));
    }
    if names_crate(&code, "rfd") && !MAY_USE_DIALOGS.contains(&own) {
        complaints.push(format!("{}: `{own}` must not open dialogs: leave that to `app`", source.path));
    }
    complaints
}

fn check_shape(source: &Source) -> Vec<String> {
    let limit = if source.path == "src/main.rs" { 99 } else { 800 };
    let mut complaints = Vec::new();
    if source.lines() > limit {
        complaints.push(format!("{}: {} lines, at most {limit}", source.path, source.lines()));
    }
    if !source.text.starts_with("//! ") {
        complaints.push(format!("{}: opens without //! saying what lives here", source.path));
    }
    complaints
}

/// Median and 95 % of file lengths.
fn check_lengths(mut lengths: Vec<usize>) -> Vec<String> {
    lengths.sort_unstable();
    let at =
        |percent: usize| lengths.get((lengths.len() * percent / 100).min(lengths.len().saturating_sub(1))).copied();
    [(50, 200), (95, 600)]
        .into_iter()
        .filter(|&(percent, limit)| at(percent).is_some_and(|lines| lines > limit))
        .map(|(percent, limit)| format!("{percent} % of files should have at most {limit} lines"))
        .collect()
}

fn nothing_wrong(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}

#[test]
fn rooms_import_only_rooms_above_them() {
    let lib = include_str!("../src/lib.rs");
    let rooms = rooms(lib);
    assert!(rooms.len() >= 10 && rooms.first() == Some(&"model"), "src/lib.rs lists the rooms: {rooms:?}");
    nothing_wrong(&sources().iter().flat_map(|source| check_layers(source, &rooms)).collect::<Vec<_>>());
}

#[test]
fn files_and_dialogs_stay_in_their_rooms() {
    nothing_wrong(&sources().iter().flat_map(check_files_and_dialogs).collect::<Vec<_>>());
}

#[test]
fn files_say_what_they_hold_and_stay_short() {
    let sources = sources();
    let mut complaints: Vec<_> = sources.iter().flat_map(check_shape).collect();
    complaints.extend(check_lengths(sources.iter().map(Source::lines).collect()));
    nothing_wrong(&complaints);
}

/// The rules themselves, on made-up sources.
mod rules {
    use super::*;

    const ROOMS: [&str; 6] = ["model", "codelist", "text", "compare", "locale", "ui"];

    fn source(path: &str, text: &str) -> Source {
        Source { path: path.to_owned(), text: text.to_owned() }
    }

    #[test]
    fn imports_are_found_in_every_form() {
        let code = "
            use crate::model::{Area, Span};
            pub(crate) use crate::{text::{decode, reflow}, compare, ui::table as t};
            use crate :: x; fn f() { crate::locale::text(mycrate::no, self::crate::no) }";
        let expected = ["compare", "locale", "model", "text", "ui"].map(str::to_owned);
        assert_eq!(names_after(code, "crate"), BTreeSet::from(expected));
        let group = names_after("use std::{\n    fs,\n    io::{self, Read},\n};", "std");
        assert_eq!(group, BTreeSet::from(["fs", "io"].map(str::to_owned)));
    }

    #[test]
    fn an_import_from_below_is_a_complaint() {
        let below = source("src/text/decode.rs", "//! x\nuse crate::compare::Row;\n");
        assert_eq!(check_layers(&below, &ROOMS), ["src/text/decode.rs: `text` must not import `compare`"]);
        let above =
            source("src/compare/mod.rs", "//! crate::ui is far away\nuse crate::{model::Area, compare::Row};\n");
        assert!(check_layers(&above, &ROOMS).is_empty());
    }

    #[test]
    fn the_window_never_sees_text() {
        let ui = source("src/ui/evidence.rs", "//! x\nuse crate::text::decode;\nuse crate::locale::Text;\n");
        assert_eq!(check_layers(&ui, &ROOMS), ["src/ui/evidence.rs: `ui` must not import `text`"]);
    }

    #[test]
    fn files_and_dialogs_are_complaints_elsewhere() {
        let ui = source("src/ui/open.rs", "//! x\nuse std::{fs, io};\nfn f() { rfd::FileDialog::new(); }\n");
        assert_eq!(check_files_and_dialogs(&ui).len(), 2);
        let app = source("src/app/open.rs", "//! x\nuse std::fs;\nuse rfd::AsyncFileDialog;\n");
        assert!(check_files_and_dialogs(&app).is_empty());
        let prose = source("src/ui/a.rs", "//! x\n// std::fs and rfd:: are named in a comment only\n");
        assert!(check_files_and_dialogs(&prose).is_empty());
    }

    #[test]
    fn long_and_silent_files_are_complaints() {
        assert_eq!(check_shape(&source("src/ui/a.rs", &"x\n".repeat(801))).len(), 2);
        assert_eq!(check_shape(&source("src/main.rs", &format!("//! x\n{}", "x\n".repeat(99)))).len(), 1);
        assert!(check_shape(&source("src/main.rs", "//! x\n")).is_empty());
        assert_eq!(check_lengths(vec![10, 201, 601]).len(), 2);
        assert!(check_lengths(vec![10; 99].into_iter().chain([799]).collect()).is_empty());
        assert!(check_lengths(Vec::new()).is_empty());
    }
}
