//! Exits from poverty as data: every phrasing in `tests/exits/cases.toml` must give exactly the exits of its case.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use countylens::codelist::Codelists;
use countylens::compare::dated_exits;
use countylens::model::{Exit, ExitRef, Report, Status};
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
    means: Vec<String>,
}

/// `中阳县 2018-08-08 stated actual`
fn told(exit: &Exit) -> String {
    let period = exit.period.map_or("none".to_owned(), |period| period.to_string());
    let basis = exit.period_basis.map_or("none", |basis| basis.as_str());
    let status = if exit.status == Status::Target { "target" } else { "actual" };
    format!("{} {period} {basis} {status}", exit.area.name)
}

#[test]
fn every_phrasing_gives_the_exits_of_its_case() {
    let text = include_str!("exits/cases.toml");
    let file: File = toml::from_str(text).unwrap();
    let mut failures = Vec::new();
    for case in &file.case {
        let page = case.page.as_deref().unwrap_or("中阳县2018年工作报告。");
        for phrasing in &case.says {
            let report = pipeline::read(format!("{page}\n{phrasing}").as_bytes(), "a", Codelists::builtin()).unwrap();
            let found: Vec<String> = report.exits.iter().map(told).collect();
            if found != case.means {
                failures.push(format!("{}: {phrasing}\n    gives {found:?}", case.name));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn an_exit_quotes_its_words() {
    let text = "中阳县2018年工作报告。\n2018年8月8日，经省政府批准退出贫\n困县，全县欢腾。";
    let report = pipeline::read(text.as_bytes(), "a", Codelists::builtin()).unwrap();
    let evidence = &report.exits.first().unwrap().evidence;
    let source: String = text.chars().skip(evidence.span.start).take(evidence.span.len()).collect();
    assert_eq!(source.replace('\n', ""), "退出贫困县");
    let inside: String = evidence.sentence.chars().skip(evidence.figure.start).take(evidence.figure.len()).collect();
    assert_eq!(inside, "退出贫困县");
}

fn dates(texts: &[&str]) -> Vec<String> {
    let read = |text: &&str| {
        let text = format!("中阳县2023年工作报告。{text}");
        pipeline::read(text.as_bytes(), "a", Codelists::builtin()).unwrap()
    };
    let reports: Vec<Report> = texts.iter().map(read).collect();
    let refs = reports
        .iter()
        .enumerate()
        .flat_map(|(report, found)| (0..found.exits.len()).map(move |index| ExitRef { report, index }));
    let found = dated_exits(&reports, &refs.collect::<Vec<_>>());
    found.iter().map(|exit| format!("{} {:?}", exit.at, exit.status)).collect()
}

#[test]
fn one_event_counts_once_by_its_most_exact_statement() {
    assert_eq!(
        dates(&["2018年脱贫摘帽。", "2018年8月8日退出贫困县。", "2018年8月8日脱贫摘帽。"]),
        ["2018-08-08 Actual"]
    );
}

#[test]
fn statements_that_disagree_stay_and_an_aim_is_no_exit() {
    assert_eq!(dates(&["2017年脱贫摘帽。", "2018年8月8日退出贫困县。"]), ["2017 Actual", "2018-08-08 Actual"]);
    assert_eq!(dates(&["力争2018年摘帽。", "2018年8月8日退出贫困县。"]), ["2018 Target", "2018-08-08 Actual"]);
}

#[test]
fn what_only_the_reports_date_suggests_has_no_date() {
    assert_eq!(dates(&["全县脱贫摘帽。"]), [""; 0]);
}
