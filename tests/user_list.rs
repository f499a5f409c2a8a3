//! The user's own indicators, found in the config folder by the built program.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::path::Path;
use std::process::{Command, Output};

use countylens::codelist::Codelists;

const OWN: &str = "[[group]]\nid = \"own\"\nzh = \"自定\"\nen = \"Own\"\n[[group.indicator]]\nid = \"beehives\"\nzh = \"蜂箱数\"\nunit = \"个\"\n[[group.indicator.reads]]\nnoun = [\"蜂箱\"]\n";

fn extract(folder: &Path) -> Output {
    let report = folder.join("report.txt");
    std::fs::write(&report, "临县地处山区。2018年底，全县有蜂箱1200个。").unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_countylens"));
    command.env("COUNTYLENS_CONFIG_DIR", folder).arg("extract").arg(report).output().unwrap()
}

#[test]
fn a_known_indicator_is_read_by_own_words_too() {
    let own = "[[group]]\nid = \"poverty\"\n[[group.indicator]]\nid = \"poor_villages\"\n[[group.indicator.reads]]\nnoun = [\"难点村\"]\n";
    let text = "临县地处山区。2018年底，全县有难点村37个。".as_bytes();
    let lists = Codelists::with_user_indicators(own).unwrap();
    let filed = |lists: &Codelists| {
        let report = countylens::pipeline::read(text, "a.txt", lists).unwrap();
        report.observations.iter().filter(|found| found.indicator.is_some()).count()
    };
    assert_eq!((filed(Codelists::builtin()), filed(&lists)), (0, 1));
}

#[test]
fn own_indicators_are_found_in_the_config_folder() {
    let folder = tempfile::tempdir().unwrap();
    let without = extract(folder.path());
    assert!(without.status.success() && !String::from_utf8_lossy(&without.stdout).contains("beehives"));
    std::fs::write(folder.path().join("indicators.toml"), OWN).unwrap();
    let with = extract(folder.path());
    assert!(with.status.success() && with.stderr.is_empty());
    assert!(String::from_utf8_lossy(&with.stdout).contains("\"indicator\": \"beehives\""));
}

#[test]
fn a_faulty_list_is_said_with_its_path_and_left_out() {
    let folder = tempfile::tempdir().unwrap();
    let list = folder.path().join("indicators.toml");
    std::fs::write(&list, OWN.replace("\"个\"", "\"顶帽\"")).unwrap();
    let output = extract(folder.path());
    assert!(output.status.success(), "the reports are still read");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    for expected in [list.display().to_string().as_str(), "beehives", "顶帽", "check the spelling"] {
        assert!(said.contains(expected), "{expected} is missing in {said}");
    }
}

#[test]
fn help_says_where_the_list_goes() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_countylens"));
    let output = command.env("COUNTYLENS_CONFIG_DIR", "/some/where").arg("--help").output().unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("/some/where"));
}

#[test]
fn an_unknown_encoding_is_refused_with_the_known_ones() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_countylens"));
    let output = command.args(["extract", "--encoding", "latin-1"]).arg(folder.path()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("utf-8, utf-16, gb18030, big5"));
}
