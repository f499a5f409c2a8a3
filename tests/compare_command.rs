//! `countylens compare` as a stranger would call it: the same comparison in four forms, and clear words for a wrong name.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

use std::path::Path;
use std::process::{Command, Output};

const SAMPLES: [&str; 3] = ["zhongyang-2018.txt", "linxian-2019.txt", "jiaokou-2018.txt"];

fn compare(arguments: &[&str]) -> Output {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    let settings = tempfile::tempdir().expect("a folder");
    Command::new(env!("CARGO_BIN_EXE_countylens"))
        .arg("compare")
        .args(arguments)
        .args(SAMPLES.map(|name| folder.join(name)))
        .env("COUNTYLENS_CONFIG_DIR", settings.path())
        .output()
        .expect("the program starts")
}

fn printed(arguments: &[&str]) -> String {
    let output = compare(arguments);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The line of `text` that holds all of `words`.
fn line_with<'a>(text: &'a str, words: &[&str]) -> &'a str {
    let found = text.lines().find(|line| words.iter().all(|word| line.contains(word)));
    assert!(found.is_some(), "no line with {words:?} in\n{text}");
    found.unwrap_or_default()
}

#[test]
fn the_table_says_what_both_state_and_why_there_is_no_difference() {
    let table = printed(&["--left", "中阳", "--right", "141124"]);
    assert!(table.lines().next().is_some_and(|heads| heads.contains("中阳县") && heads.contains("临县")), "{table}");
    let incidence = line_with(&table, &["贫困发生率", "0.7%", "8.27%"]);
    assert!(incidence.contains("不可比：相差 1 年"), "{incidence}");
    line_with(&table, &["贫困发生率", "20.5%", "只有其他年份"]);
}

#[test]
fn years_apart_are_subtracted_when_asked_for_and_said_so() {
    for years in ["one", "latest"] {
        let table = printed(&["--left", "中阳县", "--right", "临县", "--years", years]);
        line_with(&table, &["贫困发生率", "−7.57 个百分点（差 1 年）"]);
    }
}

#[test]
fn csv_reads_back_with_every_figure_and_its_sentence() {
    let text = printed(&["--left", "中阳", "--right", "临县", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let heads = reader.headers().expect("heads").clone();
    let column = |name: &str| heads.iter().position(|head| head == name).expect(name);
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows");
    let row = rows.iter().find(|row| &row[column("left_value")] == "0.7").expect("the row of 2017");
    assert_eq!(&row[column("indicator")], "poverty_incidence");
    assert_eq!((&row[column("right_value")], &row[column("right_period")]), ("8.27", "2018-12"));
    assert!(row[column("left_sentence")].contains("0.7%"));
    assert!(row[column("right_source")].ends_with("linxian-2019.txt"));
    let missing = rows.iter().find(|row| &row[column("left_value")] == "20.5").expect("the row of 2014");
    assert_eq!((&missing[column("right_value")], &missing[column("right_missing")]), ("", "只有其他年份"));
}

#[test]
fn json_holds_both_areas_and_every_statement() {
    let text = printed(&["--left", "中阳", "--right", "临县", "--format", "json", "--lang", "en"]);
    let document: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((&document["left"]["code"], &document["right"]["name"]), (&"141129".into(), &"临县".into()));
    let rows = document["rows"].as_array().expect("rows");
    let incidence = rows.iter().find(|row| row["left"]["stated"][0]["value"] == "0.7").expect("the row of 2017");
    assert_eq!(incidence["not_comparable"], "1 year apart");
    assert!(
        incidence["left"]["stated"][0]["source"]["path"].as_str().is_some_and(|path| path.contains("zhongyang-2018"))
    );
}

#[test]
fn markdown_has_a_line_a_row() {
    let text = printed(&["--left", "中阳", "--right", "临县", "--format", "md"]);
    let row = line_with(&text, &["0.7%", "8.27%"]);
    assert_eq!(row.matches('|').count(), 6, "{row}");
}

#[test]
fn a_county_that_no_report_speaks_of_is_named_with_those_there_are() {
    let output = compare(&["--left", "巴黎"]);
    let message = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(2));
    assert!(message.contains("巴黎") && message.contains("中阳县") && message.contains("临县"), "{message}");
}
