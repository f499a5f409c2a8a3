//! What the audit must find in any table of whole numbers, made up at random.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use countylens::audit;
use countylens::codelist::Codelists;
use countylens::model::{Check, CheckKind, Report, Verdict};
use countylens::pipeline;
use proptest::prelude::*;

const WHERE: [&str; 5] = ["乡内务工", "县内务工", "市内务工", "省内务工", "境外务工"];

fn read(text: &str) -> Report {
    pipeline::read(format!("中阳县2018年工作报告。\n{text}").as_bytes(), "made up", Codelists::builtin()).unwrap()
}

fn checks(reports: &[Report], kind: CheckKind) -> Vec<Check> {
    let mut found = audit::checks(reports, Codelists::builtin());
    found.retain(|check| check.kind == kind);
    found
}

/// 全县转移就业30000人，其中乡内务工10000人、县内务工20000人。
fn listed(whole: u32, parts: &[u32]) -> String {
    let list: Vec<String> = WHERE.iter().zip(parts).map(|(place, part)| format!("{place}{part}人")).collect();
    format!("全县转移就业{whole}人，其中{}。", list.join("、"))
}

/// `number` with another digit at `place`; the first digit never becomes 0.
fn misprinted(number: u32, place: usize, by: u8) -> u32 {
    let mut digits = number.to_string().into_bytes();
    let place = place % digits.len();
    let (first, count) = if place == 0 { (b'1', 9) } else { (b'0', 10) };
    digits[place] = first + (digits[place] - first + 1 + by % (count - 1)) % count;
    String::from_utf8(digits).unwrap().parse().unwrap()
}

/// Whether some of the first parts happen to be the whole.
fn fits_by_chance(whole: u32, parts: &[u32]) -> bool {
    (2..=parts.len()).any(|count| parts[..count].iter().sum::<u32>() == whole)
}

fn verdicts(reports: &[Report]) -> Vec<(CheckKind, String)> {
    let found = audit::checks(reports, Codelists::builtin());
    let verdict = |check: &Check| match check.verdict {
        // Which of two statements comes first turns the difference round.
        Verdict::Differs { by } => format!("differs by {}", by.abs()),
        Verdict::Agrees => "agrees".to_owned(),
        Verdict::CannotBeChecked { .. } => "cannot be checked".to_owned(),
    };
    let mut found: Vec<_> = found.iter().map(|check| (check.kind, verdict(check))).collect();
    found.sort();
    found
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn parts_that_make_the_whole_agree(parts in prop::collection::vec(1_u32..200_000, 2..=5)) {
        let found = checks(&[read(&listed(parts.iter().sum(), &parts))], CheckKind::PartsAndWhole);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(found[0].verdict, Verdict::Agrees);
        prop_assert_eq!(found[0].expected, found[0].stated);
    }

    #[test]
    fn one_wrong_digit_differs(
        parts in prop::collection::vec(1000_u32..200_000, 2..=5), which in 0_usize..6, place in 0_usize..6, by in 0_u8..8,
    ) {
        let mut whole = parts.iter().sum();
        let mut parts = parts;
        let count = parts.len();
        let figure = parts.get_mut(which % (count + 1)).unwrap_or(&mut whole);
        let right = *figure;
        *figure = misprinted(right, place, by);
        // Of a round number too few digits are written for one of them to be told from chance.
        prop_assume!(right % 10 != 0 || *figure % 10 != 0);
        prop_assume!(!fits_by_chance(whole, &parts));
        let found = checks(&[read(&listed(whole, &parts))], CheckKind::PartsAndWhole);
        prop_assert_eq!(found.len(), 1, "{}", listed(whole, &parts));
        let gap = i64::from(whole) - parts.iter().map(|part| i64::from(*part)).sum::<i64>();
        prop_assert_eq!(found[0].verdict, Verdict::Differs { by: gap.into() });
    }

    #[test]
    fn shares_agree_up_to_rounding_and_no_further(whole in 100_u32..100_000, tenths in 10_u32..990, off in 2_u32..300) {
        let part = u32::try_from(u64::from(whole) * u64::from(tenths) / 1000).unwrap();
        prop_assume!(part > 0);
        // The share to a tenth of a per cent, rounded half up, and one that is off by at least two tenths.
        let share = (u64::from(part) * 2000 / u64::from(whole)).div_ceil(2);
        let said = |share: u64| format!("全县培训{whole}人，其中贫困户{part}人，占比{}.{}%。", share / 10, share % 10);
        let found = checks(&[read(&said(share))], CheckKind::Share);
        prop_assert_eq!(found.len(), 1, "{}", said(share));
        prop_assert_eq!(found[0].verdict, Verdict::Agrees, "{}", said(share));
        let off = u64::from(off);
        for wrong in [Some(share + off), share.checked_sub(off)].into_iter().flatten() {
            let found = checks(&[read(&said(wrong))], CheckKind::Share);
            prop_assert_eq!(found.len(), 1);
            prop_assert!(found[0].differs(), "{}", said(wrong));
        }
    }

    #[test]
    fn from_and_change_make_to(from in 500_u32..9000, change in 1_u32..5000, off in 1_u32..500) {
        let said = |change: u32, to: u32| format!("护工培训补助标准由{from}元提高到{to}元，提高{change}元。");
        let found = checks(&[read(&said(change, from + change))], CheckKind::FromTo);
        prop_assert_eq!(found.iter().map(|check| check.verdict).collect::<Vec<_>>(), [Verdict::Agrees]);
        let found = checks(&[read(&said(change + off, from + change))], CheckKind::FromTo);
        prop_assert_eq!(found.iter().map(|check| check.verdict).collect::<Vec<_>>(), [Verdict::Differs { by: (-i64::from(off)).into() }]);
    }

    #[test]
    fn the_order_of_figures_and_of_reports_changes_no_verdict(
        base in 50_000_u32..500_000, rates in prop::collection::vec(20_u32..400, 2..=4), seed in any::<u64>(),
    ) {
        let told = |(index, rate): (usize, &u32)| {
            let people = u64::from(base) * u64::from(*rate) / 1000;
            let year = 2014 + index;
            let stated = format!("{year}年底，全县贫困人口{people}人，贫困发生率{}.{}%。", rate / 10, rate % 10);
            read(&format!("{stated}2013年底，全县共有贫困村{}个。{}", 30 + index % 2, listed(30_000, &[10_000, 20_000])))
        };
        let mut reports: Vec<Report> = rates.iter().enumerate().map(told).collect();
        let before = verdicts(&reports);
        prop_assert!(before.len() > reports.len());
        let turn = usize::try_from(seed % 97).unwrap();
        for report in &mut reports {
            let count = report.observations.len();
            report.observations.rotate_left(turn % count);
        }
        let in_order = verdicts(&reports);
        prop_assert_eq!(&before, &in_order);
        let count = reports.len();
        reports.rotate_left(turn % count);
        reports.swap(0, count - 1);
        prop_assert_eq!(before, verdicts(&reports));
    }
}
