//! Specification cases as data: every phrasing in `tests/spec/*.toml` must give exactly the figures that its case says.
//!
//! A case is added by editing a TOML file; the head of each file says how. Cases that the reader does not meet yet are
//! named in `tests/spec/open.txt`: the test fails when another one fails, and when one named there has come to pass.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use countylens::codelist::Codelists;
use countylens::model::{Form, Observation, Status};
use countylens::pipeline;

#[derive(serde::Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    page: Option<String>,
    says: Vec<String>,
    means: Vec<toml::Table>,
}

const PAGE: &str = "中阳县2018年工作报告。";

/// The field of an observation that a case's key names, as the case would write it.
fn field(observation: &Observation, key: &str) -> String {
    let area = observation.area.as_ref();
    match key {
        "value" => observation.quantity.value.to_string(),
        "unit" => observation.quantity.unit.to_string(),
        "indicator" => observation.indicator.as_ref().map_or("none", |id| id.as_str()).to_owned(),
        "area" => area.map_or("none", |area| &area.name).to_owned(),
        "level" => area.map_or("none", |area| area.level.as_str()).to_owned(),
        "period" => observation.period.map_or("none".to_owned(), |period| period.to_string()),
        "status" => if observation.status == Status::Target { "target" } else { "actual" }.to_owned(),
        "form" => if observation.form == Form::Change { "change" } else { "level" }.to_owned(),
        "bound" => observation.quantity.bound.as_str().to_owned(),
        "as_written" => observation.quantity.as_written.to_string(),
        other => panic!("tests/spec: unknown key {other}"),
    }
}

/// What a phrasing gives instead of what its case means; `None` where it gives that.
fn miss(case: &Case, phrasing: &str) -> Option<String> {
    let page = case.page.as_deref().unwrap_or(PAGE);
    let text = format!("{page}\n{phrasing}");
    let report = pipeline::read(text.as_bytes(), "spec", Codelists::builtin()).unwrap();
    let lead = page.chars().count();
    let found: Vec<&Observation> =
        report.observations.iter().filter(|observation| observation.evidence.span.start > lead).collect();
    let keys: BTreeSet<&String> = case.means.iter().flat_map(toml::Table::keys).collect();
    let shown = |observation: &&Observation| {
        keys.iter().map(|key| format!("{key}={}", field(observation, key))).collect::<Vec<_>>().join(" ")
    };
    let mut out = String::new();
    if found.len() != case.means.len() {
        let _ = write!(out, "{} figures, not {}: ", found.len(), case.means.len());
    }
    for (observation, wanted) in found.iter().zip(&case.means) {
        for (key, value) in wanted {
            let have = field(observation, key);
            let want = value.as_str().unwrap_or_default();
            if have != want {
                let _ = write!(out, "{key} {have}, not {want}; ");
            }
        }
    }
    (!out.is_empty()).then(|| {
        let all: Vec<String> = found.iter().map(shown).collect();
        format!("{}: {phrasing}\n    {out}\n    gives {all:?}", case.name)
    })
}

#[test]
fn every_phrasing_means_what_its_case_says() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/spec");
    let open = fs::read_to_string(folder.join("open.txt")).unwrap();
    let mut open: BTreeSet<&str> = open.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    let (mut phrasings, mut missed) = (0, 0);
    let mut failures = Vec::new();
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    for path in files.iter().filter(|path| path.extension().is_some_and(|extension| extension == "toml")) {
        let text = fs::read_to_string(path).unwrap();
        let file: File = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for case in &file.case {
            for phrasing in &case.says {
                phrasings += 1;
                let found = miss(case, phrasing);
                missed += usize::from(found.is_some());
                match (found, open.remove(phrasing.as_str())) {
                    (Some(failure), false) => failures.push(failure),
                    (None, true) => {
                        failures.push(format!("{}: passes now; strike it from open.txt: {phrasing}", case.name));
                    }
                    _ => {}
                }
            }
        }
    }
    println!("{} of {phrasings} phrasings pass", phrasings - missed);
    assert!(phrasings >= 500, "only {phrasings} phrasings");
    assert!(open.is_empty(), "open.txt names phrasings that no case has: {open:?}");
    assert!(failures.is_empty(), "{} phrasings:\n{}", failures.len(), failures.join("\n"));
}
