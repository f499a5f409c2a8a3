//! Project files that no program wrote: an error that names the file, no panic, and the file as it was.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot set itself up has failed")]
#![allow(clippy::print_stdout, reason = "how many files were tried is part of the result")]

mod project_fixture;

use std::fs;
use std::path::Path;

use countylens::model::Origin;
use countylens::project::{
    PROJECT_VERSION, ProjectDocument, ProjectError, SaveProjectError, TableSettings, backup_path, read_project,
    save_project,
};
use project_fixture::project;

/// Tries to open and to save over `bytes`; the error of opening.
fn refuse(path: &Path, bytes: &[u8], what: &str) -> ProjectError {
    fs::write(path, bytes).unwrap();
    let opened = std::panic::catch_unwind(|| read_project(path)).unwrap_or_else(|_| panic!("panic: {what}"));
    let Err(error) = opened else { panic!("opened: {what}") };
    assert!(error.to_string().starts_with(&path.display().to_string()), "names the file: {what}: {error}");
    if !bytes.is_empty() {
        let saved = save_project(path, &ProjectDocument::default());
        assert!(matches!(saved, Err(SaveProjectError::WouldDestroy { .. })), "{what}: {saved:?}");
    }
    assert_eq!(fs::read(path).unwrap(), bytes, "the file is as it was: {what}");
    error
}

/// Every way to replace one value by another inside JSON, described.
fn replacements() -> Vec<(&'static str, String)> {
    let nested = |open: &str, close: &str| format!("{}{}", open.repeat(100_000), close.repeat(100_000));
    vec![
        ("null", "null".to_owned()),
        ("a boolean", "true".to_owned()),
        ("minus one", "-1".to_owned()),
        ("a fraction", "1.5".to_owned()),
        ("beyond 64 bits", "18446744073709551616".to_owned()),
        ("beyond floating point", "1e999".to_owned()),
        ("ten thousand digits", "9".repeat(10_000)),
        ("deep lists", nested("[", "]")),
        ("deep objects", nested("{\"a\":", "}").replace(":}", ":0}")),
        ("an unknown object", "{\"surprise\": 1}".to_owned()),
    ]
}

/// The places of a project's JSON whose value is replaced, as the text up to the value.
const FIELDS: [&str; 16] = [
    "\"countylens\": ",
    "\"program\": ",
    "\"sources\": ",
    "\"id\": ",
    "\"sha256\": ",
    "\"contents\": ",
    "\"view\": ",
    "\"chosen\": ",
    "\"window\": ",
    "\"table\": ",
    "\"rows\": ",
    "\"widths\": ",
    "\"history\": ",
    "\"entries\": ",
    "\"step\": ",
    "\"figure\": ",
];

/// `text` with the value behind the first `field` replaced.
fn with_value(text: &str, field: &str, value: &str) -> String {
    let start = text.find(field).unwrap_or_else(|| panic!("{field}")) + field.len();
    let mut parsed = serde_json::Deserializer::from_str(&text[start..]).into_iter::<serde_json::Value>();
    parsed.next().unwrap().unwrap();
    format!("{}{value}{}", &text[..start], &text[start + parsed.byte_offset()..])
}

#[test]
fn mutated_projects_are_refused_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("县.countylens");
    let bytes = project("记").to_bytes().unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    let mut tried = 0;
    let mut refuse = |bytes: &[u8], what: &str| {
        tried += 1;
        refuse(&path, bytes, what)
    };
    let body = bytes.len() - 2; // without the last brace and line feed it is no JSON
    for point in 0..80 {
        refuse(&bytes[..body * point / 80], &format!("cut off at {point}/80"));
    }
    for field in FIELDS {
        for (what, value) in replacements() {
            if matches!(field, "\"contents\": " | "\"window\": ") && value == "null" {
                continue; // the same as none
            }
            refuse(with_value(&text, field, &value).as_bytes(), &format!("{field} {what}"));
        }
    }
    for point in 1..40 {
        let at = bytes.len() * point / 40;
        for byte in [0xff, 0x00] {
            let mut broken = bytes.clone();
            broken.splice(at..at, [byte]);
            refuse(&broken, &format!("byte {byte} at {point}/40"));
        }
    }
    let changed = |from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    };
    let first = Origin::sha256_of(b"other");
    let sha256 = project("记").sources[0].sha256.clone();
    for (what, changed) in [
        ("a number twice", changed("\"id\": 7", "\"id\": 1")),
        ("a number of nothing", changed("\"id\": 7", "\"id\": 0")),
        ("the largest number", changed("\"id\": 7", "\"id\": 4294967295")),
        ("corrections of no source", changed("\"id\": 1", "\"id\": 2")),
        ("another text than its hash", changed(&sha256, &first)),
        ("a hash in capitals", changed(&sha256, &sha256.to_uppercase())),
        ("a short hash", changed(&sha256, &sha256[1..])),
        ("text twice", changed("\"text\": ", "\"text\": \"\", \"text\": ")),
        ("no base64", changed("\"base64\": \"", "\"base64\": \"*")),
        ("the last step", changed("\"step\": 1", "\"step\": 4294967295")),
        ("no step", changed("\"step\": 1", "\"step\": 0")),
        ("steps out of order", changed("\"step\": 1", "\"step\": 3")),
        ("a redo of nothing", changed("\"redo\": [", "\"redo\": [99,")),
        ("a figure beyond its sentence", changed("\"end\": ", "\"end\": 1000")),
        ("a figure that begins at the end of numbers", changed("\"start\": ", "\"start\": 1844674407370955161")),
        ("a decimal without end", changed("\"value\": \"", "\"value\": \"9999999999999999999999999999999")),
        ("a value that is none", changed("\"value\": \"", "\"value\": \"x")),
        ("no period", changed("\"period\": \"2", "\"period\": \"x2")),
        ("a month too many", changed("\"period\": \"2016-12", "\"period\": \"2016-13")),
        ("a year of 99999", changed("\"period\": \"2016", "\"period\": \"99999")),
        ("no time", changed("\"at\": \"1970", "\"at\": \"99970")),
        ("an unknown action", changed("\"accept\"", "\"applaud\"")),
        ("no code", changed("\"code\": \"141129\"", "\"code\": \"14112\"")),
        ("three sides", changed("\"chosen\": [", "\"chosen\": [null, ")),
        ("an unknown field", changed("\"embed\"", "\"colour\": 1, \"embed\"")),
        ("a field twice", changed("\"embed\"", "\"embed\": false, \"embed\"")),
        ("an unknown field of a correction", changed("\"reason\"", "\"mood\": 1, \"reason\"")),
        ("version 0", changed("\"countylens\": 2", "\"countylens\": 0")),
        ("settings that version 1 had not", changed("\"countylens\": 2", "\"countylens\": 1")),
        ("a part of the plot that is none", changed("\"years\": [\n        2500", "\"years\": [\n        7500")),
        ("a column wider than the table", changed("\"widths\": [", "\"widths\": [10001,")),
        ("a column left of the table", changed("\"widths\": [", "\"widths\": [-1,")),
        ("an unknown order", changed("\"order\": \"", "\"order\": \"by")),
        ("an unknown subject", changed("\"label\": \"合作社", "\"tag\": \"合作社")),
        ("an unknown setting of the table", changed("\"land\"", "\"colour\": 1, \"land\"")),
        ("an unknown setting of the rows", changed("\"hidden\"", "\"colour\": 1, \"hidden\"")),
        ("a version in words", changed("\"countylens\": 2", "\"countylens\": \"2\"")),
        ("no version", changed("\"countylens\": 2,", "")),
        ("two projects", format!("{text}{text}")),
        ("a byte-order mark of UTF-16", format!("\u{feff}{text}")),
        ("a list", format!("[{text}]")),
        ("a text", "中阳县2018年，贫困发生率0.7%。".to_owned()),
    ] {
        refuse(changed.as_bytes(), what);
    }
    println!("{tried} mutated projects, 0 panics, 0 written over");
    assert!(tried >= 100);
}

#[test]
fn a_newer_version_is_said_to_be_one_whatever_else_it_holds() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.countylens");
    for version in [PROJECT_VERSION + 1, u64::MAX] {
        let text = format!("{{\"shape\": {{\"new\": [1]}}, \"countylens\": {version}}}");
        let error = refuse(&path, text.as_bytes(), "a newer version");
        assert!(matches!(error, ProjectError::Newer { version: found, .. } if found == version), "{error}");
    }
}

#[test]
fn a_damaged_project_names_its_backup_if_that_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.countylens");
    let backup_of = |error: ProjectError| match error {
        ProjectError::Damaged { backup, .. } => backup,
        other => panic!("{other}"),
    };
    assert_eq!(backup_of(refuse(&path, b"{", "no backup")), None);
    save_project(&backup_path(&path), &project("旧")).unwrap();
    let error = refuse(&path, b"{", "a backup");
    assert!(error.to_string().contains("a.countylens.bak"), "{error}");
    assert_eq!(backup_of(error), Some(backup_path(&path)));
    fs::write(backup_path(&path), b"{").unwrap();
    assert_eq!(backup_of(refuse(&path, b"{", "a broken backup")), None);
}

#[test]
fn what_is_absurdly_large_or_no_file_is_not_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.countylens");
    let file = fs::File::create(&path).unwrap();
    file.set_len(1 << 40).unwrap();
    assert!(matches!(read_project(&path), Err(ProjectError::Damaged { .. })));
    assert_eq!(file.metadata().unwrap().len(), 1 << 40);
    assert!(matches!(read_project(folder.path()), Err(ProjectError::Source(_))));
    assert!(matches!(read_project(&folder.path().join("none.countylens")), Err(ProjectError::Source(_))));
}

#[test]
fn a_project_reads_back_as_it_was_saved() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.countylens");
    for document in [project("一"), project("二"), ProjectDocument::default()] {
        save_project(&path, &document).unwrap();
        assert_eq!(read_project(&path).unwrap(), document);
    }
    assert_eq!(read_project(&backup_path(&path)).unwrap(), project("二"));
    // Some dialogs make an empty file before they hand its name over.
    let empty = folder.path().join("empty.countylens");
    fs::write(&empty, b"").unwrap();
    save_project(&empty, &project("一")).unwrap();
    assert_eq!(read_project(&empty).unwrap(), project("一"));
}

/// What version 1 of the program's format looked like.
const VERSION_1: &str = r#"{
  "countylens": 1,
  "program": "0.1.0",
  "embed": false,
  "sources": [],
  "view": {
    "chosen": [{"code": "141129"}, {"name": "某县"}],
    "tolerance": "one-year",
    "filter": "贫困",
    "collapsed": ["other", {"catalogue": "income"}],
    "plotted": ["poverty_incidence"],
    "pinned": [{"code": "141124"}],
    "log": true,
    "pane": "review"
  },
  "history": {"entries": [], "redo": []}
}"#;

#[test]
fn a_project_of_version_1_opens_and_is_saved_as_one_of_this_version() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.countylens");
    fs::write(&path, VERSION_1).unwrap();
    let project = read_project(&path).unwrap();
    assert_eq!(project.countylens, PROJECT_VERSION);
    assert!(project.view.log && project.view.chosen.iter().all(Option::is_some));
    assert_eq!((project.view.window, &project.view.table), (None, &TableSettings::default()));
    save_project(&path, &project).unwrap();
    assert_eq!(read_project(&path).unwrap(), project);
    assert_eq!(fs::read_to_string(backup_path(&path)).unwrap(), VERSION_1);
}
