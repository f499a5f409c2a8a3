//! Every county of the area list is known by its full name, in short where its page names it in full, and as 全县, 全区, 全市
//! or 全旗.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use countylens::codelist::{AreaRecord, Codelists};
use countylens::model::AreaLevel;
use countylens::pipeline;

/// Counties whose short name may mean another place even then: one that was called so in full (沙县 before it became 沙县区), a
/// village (孟村, 周村), a direction (东区), all of a prefecture (全州).
const OPEN: usize = 10;

fn page(county: &AreaRecord) -> Option<String> {
    let name = &county.name;
    let short = county.short_name.as_ref().unwrap_or(name);
    let own = name.chars().last().filter(|kind| "县区市旗".contains(*kind))?;
    let (opening, told) = (
        format!("{name}脱贫摘帽纪实\n2020年1月8日\n\n近年来，{name}坚持精准方略。{short}坚持"),
        format!(
            "贫困发生率由2014年的20.5%降至0.7%。\n\n全{own}减贫1.2万人。\n\n去年，{short}农村居民人均可支配收入达到9862元。\n"
        ),
    );
    Some(opening + "精准方略，" + &told)
}

#[test]
fn every_county_is_known_by_its_names() {
    let codelists = Codelists::builtin();
    let counties: Vec<&AreaRecord> = codelists
        .areas
        .records()
        .filter(|record| record.level == AreaLevel::County && record.to.is_none())
        .filter(|record| codelists.areas.by_name(&record.name).len() == 1)
        .collect();
    assert!(counties.len() > 2600, "{}", counties.len());
    let mut wrong = Vec::new();
    for county in counties {
        let Some(text) = page(county) else { continue };
        let report = pipeline::read(text.as_bytes(), "page", codelists).unwrap();
        let codes: Vec<_> = report.observations.iter().map(|it| it.area.as_ref().and_then(|area| area.code)).collect();
        if codes.len() != 4 || codes.iter().any(|code| *code != Some(county.code)) {
            wrong.push(county.name.as_str());
        }
    }
    assert!(wrong.len() <= OPEN, "{} of other places: {}", wrong.len(), wrong.join("、"));
}

#[test]
fn autonomous_counties_are_known_by_what_prose_calls_them() {
    let codelists = Codelists::builtin();
    let named = codelists.areas.records().filter(|record| record.level == AreaLevel::County && record.to.is_none());
    let autonomous = named.filter_map(|record| {
        let (_, kind) = record.name.split_once("自治")?;
        Some((record, record.short_name.as_deref()?, kind))
    });
    let mut wrong = Vec::new();
    let mut tried = 0;
    for (county, short, kind) in autonomous {
        for called in [format!("{short}{kind}"), format!("{short}自治{kind}")] {
            tried += 1;
            let text = format!("2020年1月8日\n\n去年，{called}贫困发生率降至0.7%。\n");
            let report = pipeline::read(text.as_bytes(), "page", codelists).unwrap();
            let code = report.observations.first().and_then(|it| it.area.as_ref()).and_then(|area| area.code);
            if code != Some(county.code) {
                wrong.push(called);
            }
        }
    }
    assert!(tried > 200, "{tried}");
    assert!(wrong.is_empty(), "of other places: {}", wrong.join("、"));
}
