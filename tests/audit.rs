//! The audit, specified as data: every text in `tests/audit/*.toml` must give exactly the checks that its case says, with
//! their verdicts and their arithmetic.

#![allow(clippy::panic, clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::fs;
use std::path::Path;

use countylens::audit;
use countylens::codelist::Codelists;
use countylens::locale::{Language, Locale};
use countylens::model::{Check, Derived, Report, Verdict};
use countylens::pipeline;

#[derive(serde::Deserialize)]
struct File {
    case: Vec<Case>,
}

#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    /// Texts that each give `checks`.
    says: Vec<String>,
    /// A second report beside the text.
    beside: Option<String>,
    checks: Vec<String>,
}

const PAGE: &str = "中阳县2018年工作报告。";

fn read(text: &str) -> Report {
    pipeline::read(format!("{PAGE}\n{text}").as_bytes(), "audit", Codelists::builtin()).unwrap()
}

/// A check as cases write it: `share agrees: 215个 ÷ 376个 ≈ 57.18%；原文为57.2%`.
fn written(check: &Check, locale: &Locale) -> String {
    let verdict = match check.verdict {
        Verdict::Agrees => "agrees",
        Verdict::Differs { .. } => "differs",
        Verdict::CannotBeChecked { .. } => "cannot_be_checked",
    };
    format!("{} {verdict}: {}", check.kind.as_str(), locale.arithmetic(check))
}

#[test]
fn every_text_gives_the_checks_that_its_case_says() {
    let locale = Locale::new(Language::Chinese);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/audit");
    let mut files: Vec<_> = fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let mut texts = 0;
    let mut failures = Vec::new();
    for path in files {
        let file: File = toml::from_str(&fs::read_to_string(&path).unwrap())
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        for case in &file.case {
            for text in &case.says {
                texts += 1;
                let reports: Vec<Report> =
                    [Some(text), case.beside.as_ref()].into_iter().flatten().map(|text| read(text)).collect();
                let checks = audit::checks(&reports, Codelists::builtin());
                let found: Vec<String> = checks.iter().map(|check| written(check, &locale)).collect();
                if found != case.checks {
                    failures
                        .push(format!("{}: {text}\n    wanted {:#?}\n    found {found:#?}", case.name, case.checks));
                }
            }
        }
    }
    println!("{texts} texts");
    assert!(failures.is_empty(), "{} texts:\n{}", failures.len(), failures.join("\n"));
}

fn values(text: &str) -> Vec<String> {
    let text = format!("临县2019年工作报告。\n{text}");
    let reports = [pipeline::read(text.as_bytes(), "a", Codelists::builtin()).unwrap()];
    let found = audit::derived(&reports, Codelists::builtin());
    found.iter().map(|one| format!("{} {}{}", one.indicator, one.value, one.unit)).collect()
}

#[test]
fn a_level_and_its_fall_give_where_it_stood() {
    for text in [
        "全县贫困发生率下降30.59个百分点。截至2018年底，全县贫困发生率8.27%。",
        "截至2018年底，全县贫困发生率8.27%，下降30.59个百分点。",
    ] {
        assert_eq!(values(text), ["poverty_incidence 38.86%"], "{text}");
    }
}

#[test]
fn nothing_is_derived_that_is_stated_or_left_open() {
    for text in [
        "全县贫困发生率由38.86%下降到8.27%，下降30.59个百分点。",
        "2018年底，全县贫困发生率8.27%，比上年下降5.2个百分点。",
        "2018年底，全县贫困发生率8.27%。2018年底，兴县贫困发生率下降5.2个百分点。",
        "2018年底，全县贫困发生率8.27%，力争下降5.2个百分点。",
    ] {
        assert_eq!(values(text), [""; 0], "{text}");
    }
}

/// Derived values with their period and arithmetic.
fn reckoned(text: &str) -> Vec<String> {
    let text = format!("临县2019年工作报告。\n{text}");
    let reports = [pipeline::read(text.as_bytes(), "a", Codelists::builtin()).unwrap()];
    let locale = Locale::new(Language::Chinese);
    let found = audit::derived(&reports, Codelists::builtin());
    let period = |one: &Derived| one.period.map_or_else(|| "-".to_owned(), |period| period.to_string());
    found.iter().map(|one| format!("{} {} {}", one.indicator, period(one), locale.derivation(one))).collect()
}

#[test]
fn what_is_left_of_a_total_follows_where_the_leaving_began_with_it() {
    for (text, value) in [
        ("2017年底，全县有贫困村50个。2018年，全县退出贫困村20个。", "poor_villages 2018 50个 − 20个 = 30 个"),
        ("全县有贫困村447个，截至2018年底累计退出贫困村311个。", "poor_villages 2018-12 447个 − 311个 = 136 个"),
    ] {
        assert_eq!(reckoned(text), [value], "{text}");
    }
}

#[test]
fn nothing_is_left_of_a_total_of_another_time_or_place() {
    for text in [
        // The stock may be that before the leaving or after it.
        "2018年，全县有贫困村50个，退出贫困村20个。",
        "2016年底，全县有贫困村50个。2018年，全县退出贫困村20个。",
        "2017年底，全县有贫困村50个。2018年，兴县退出贫困村20个。",
        "2017年底，全县有贫困村50个。2018年，全县计划退出贫困村20个。",
        "2017年底，全县有贫困村50个。2018年，全县退出贫困村20多个，至少退出20个以上。",
        "2017年底，全县有贫困村50个。2018年，全县退出贫困村20个。2018年底，全县还有贫困村30个。",
        "2017年底，全县有贫困村50个。2018年，全县退出贫困村60个。",
        "2016年底，全县有贫困村50个。截至2018年底，全县累计退出贫困村40个。",
    ] {
        assert_eq!(reckoned(text), [""; 0], "{text}");
    }
}

#[test]
fn a_rate_follows_from_two_counts_of_one_sentence() {
    let text = "2018年底，全县总人口20万人，其中城镇人口8万人。";
    assert_eq!(reckoned(text), ["urbanisation_rate 2018-12 8万人 ÷ 20万人 = 40%"]);
    for text in [
        "2018年底，全县总人口20万人。2018年底，城镇人口8万人。",
        "2018年底，全县总人口20万人，其中城镇人口8万人，城镇化率40.1%。",
        "2017年底，全县总人口20万人，2018年底城镇人口8万人。",
        "2018年底，全县总人口20万人，其中城镇人口约800户。",
    ] {
        assert_eq!(reckoned(text), [""; 0], "{text}");
    }
}

#[test]
fn money_is_shared_among_those_of_its_year() {
    for (text, values) in [
        (
            "2018年底，全县总人口5万人，总户数2万户。2018年，全县地区生产总值完成12.5亿元。",
            vec!["gdp 2018 12.5亿元 ÷ 5万人 = 25,000 元/人"],
        ),
        (
            "2018年，全县有贫困户500户1600人，投入扶贫资金800万元。",
            vec![
                "poverty_funds 2018 800万元 ÷ 1600人 = 5,000 元/人",
                "poverty_funds 2018 800万元 ÷ 500户 = 16,000 元/户",
            ],
        ),
        ("2017年底，全县总人口5万人。2018年，全县地区生产总值完成12.5亿元。", vec![]),
        ("2018年底，全县总人口5万人。2018年，兴县地区生产总值完成12.5亿元。", vec![]),
        ("2018年底，全县总人口约5万人。2018年，全县地区生产总值突破12.5亿元。", vec![]),
        ("2018年底，全县总人口5万人。2016年以来，全县累计投入扶贫资金12.5亿元。", vec![]),
    ] {
        assert_eq!(reckoned(text), values, "{text}");
    }
}
