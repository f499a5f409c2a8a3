//! Which rows the table shows and in what order: filters, sorting, pinned and hidden indicators, folded years.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

mod window_fixture;

use std::collections::BTreeSet;

use countylens::codelist::Codelists;
use countylens::compare::{
    Arranged, ArrangedLine, Arrangement, Comparison, RowFilter, RowOrder, Subject, Tolerance, Years, main_area,
};
use countylens::model::{IndicatorId, Report, ReviewState};
use window_fixture::{county, figure, linxian, report, zhongyang};

fn compare(reports: &[Report]) -> Comparison {
    let keys: Vec<_> =
        (0..reports.len()).filter_map(|index| main_area(reports, index)).map(|entry| entry.key).collect();
    Comparison::of(reports, [keys.first(), keys.get(1)], Codelists::builtin(), Tolerance::default())
}

fn subject(id: &str) -> Subject {
    Subject::Indicator(IndicatorId::new(id))
}

fn name(subject: &Subject) -> String {
    match subject {
        Subject::Indicator(id) => id.to_string(),
        Subject::Label(label) => label.to_string(),
    }
}

/// Every line as text: `[group]`, `id`, `id…2` for two folded under it, `-` for a row without its name.
fn shown(reports: &[Report], arrangement: &Arrangement) -> Vec<String> {
    let comparison = compare(reports);
    let arranged =
        Arranged { comparison: &comparison, reports, derived: &[], collapsed: &BTreeSet::new(), searching: false };
    let line = |line: &ArrangedLine| match line {
        ArrangedLine::Pinned => "[pinned]".to_owned(),
        ArrangedLine::Group(index, _) => format!("[{index}]"),
        ArrangedLine::Derived(..) => "derived".to_owned(),
        ArrangedLine::Row { named: false, .. } => "-".to_owned(),
        ArrangedLine::Row { place, years, .. } => {
            let name = name(&comparison.groups[place.group].rows[place.row].subject);
            if let Years::Folded(more) = years { format!("{name}…{more}") } else { name }
        }
    };
    arrangement.lines(arranged, |_| true, name).iter().map(line).collect()
}

/// The subjects alone, in order.
fn order(arrangement: &Arrangement) -> Vec<String> {
    let named = |text: &String| !text.starts_with(['[', '-']);
    let lines = shown(&[zhongyang(), linxian()], arrangement);
    lines.into_iter().filter(named).map(|text| text.split('…').next().unwrap_or_default().to_owned()).collect()
}

#[test]
fn at_first_the_catalogue_rules_and_more_than_three_rows_are_folded() {
    let lines = shown(&[zhongyang(), linxian()], &Arrangement::default());
    let expected = [
        "[0]",
        "poverty_incidence…3",
        "poor_villages",
        "-",
        "poor_population",
        "-",
        "[1]",
        "rural_income_per_capita",
        "[2]",
        "产业发展园区",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn folded_rows_are_opened_and_open_ones_folded() {
    let mut arrangement = Arrangement::default();
    arrangement.years.insert(subject("poverty_incidence"), true);
    arrangement.years.insert(subject("poor_villages"), false);
    let lines = shown(&[zhongyang(), linxian()], &arrangement);
    assert_eq!(lines[1..6], ["poverty_incidence", "-", "-", "-", "poor_villages…1"]);
}

#[test]
fn the_latest_result_stands_for_the_folded_ones() {
    let figures = ["2014", "2016", "2018", "2019"].iter().zip(1..);
    let mut figures: Vec<_> =
        figures.map(|(year, id)| figure(id, "poor_villages", &id.to_string(), "个", year, "句。")).collect();
    figures[3].status = countylens::model::Status::Target;
    let reports = [report("a", "甲", &county("甲县", "140001"), figures)];
    let comparison = compare(&reports);
    let arranged = Arranged {
        comparison: &comparison,
        reports: &reports,
        derived: &[],
        collapsed: &BTreeSet::new(),
        searching: false,
    };
    let lines = Arrangement::default().lines(arranged, |found| *found == subject("poor_villages"), name);
    let Some(ArrangedLine::Row { place, years: Years::Folded(3), .. }) = lines.get(1) else { panic!("{lines:?}") };
    let row = &comparison.groups[place.group].rows[place.row];
    assert_eq!(row.period, Some("2018".parse().expect("a year")));
}

#[test]
fn each_filter_keeps_its_rows_and_together_they_keep_what_passes_all() {
    let with =
        |filters: &[RowFilter]| Arrangement { filters: filters.iter().copied().collect(), ..Arrangement::default() };
    let kept = |filters: &[RowFilter]| shown(&[zhongyang(), linxian()], &with(filters));
    assert_eq!(
        kept(&[RowFilter::BothStated]),
        ["[0]", "poverty_incidence", "poor_villages", "poor_population", "[1]", "rural_income_per_capita"]
    );
    assert_eq!(kept(&[RowFilter::Differing]), ["[1]", "rural_income_per_capita"]);
    assert_eq!(kept(&[RowFilter::Targets]), ["[0]", "poverty_incidence"]);
    assert_eq!(kept(&[RowFilter::Targets, RowFilter::BothStated]), [""; 0]);
    assert_eq!(kept(&[RowFilter::Corrected]), [""; 0]);

    let mut reports = [zhongyang(), linxian()];
    for figure in reports.iter_mut().flat_map(|report| &mut report.observations) {
        figure.review.state = ReviewState::Accepted;
    }
    reports[0].observations[1].review.state = ReviewState::Corrected;
    assert_eq!(shown(&reports, &with(&[RowFilter::Corrected])), ["[0]", "poor_population"]);
    assert_eq!(shown(&reports, &with(&[RowFilter::Unreviewed])), [""; 0]);
    reports[1].observations[3].review.state = ReviewState::Unreviewed;
    assert_eq!(shown(&reports, &with(&[RowFilter::Unreviewed])), ["[0]", "poverty_incidence"]);
}

#[test]
fn rows_are_sorted_within_their_group_and_those_without_a_value_stand_last() {
    let by = |order_by, descending| order(&Arrangement { order: order_by, descending, ..Arrangement::default() });
    let start = |names: Vec<String>| names[..3].join(" ");
    assert_eq!(start(by(RowOrder::Name, false)), "poor_population poor_villages poverty_incidence");
    assert_eq!(start(by(RowOrder::Name, true)), "poverty_incidence poor_villages poor_population");
    assert_eq!(start(by(RowOrder::Left, false)), "poverty_incidence poor_villages poor_population");
    assert_eq!(start(by(RowOrder::Right, true)), "poor_population poor_villages poverty_incidence");

    let mut reports = [zhongyang(), linxian()];
    // Without 中阳县's villages, that row has no left value.
    reports[0].observations.retain(|figure| figure.indicator != Some(IndicatorId::new("poor_villages")));
    for descending in [false, true] {
        let arrangement = Arrangement { order: RowOrder::Left, descending, ..Arrangement::default() };
        let lines = shown(&reports, &arrangement);
        let group: Vec<_> = lines.iter().take_while(|line| *line != "[1]").collect();
        assert_eq!(group.last().map(|line| line.as_str()), Some("poor_villages"), "{lines:?}");
    }
}

#[test]
fn pinned_rows_stand_above_and_hidden_ones_nowhere() {
    let arrangement = Arrangement {
        pinned: vec![subject("rural_income_per_capita"), subject("poor_villages")],
        hidden: BTreeSet::from([subject("poverty_incidence"), subject("not_in_this_comparison")]),
        ..Arrangement::default()
    };
    let reports = [zhongyang(), linxian()];
    let lines = shown(&reports, &arrangement);
    let expected = [
        "[pinned]",
        "rural_income_per_capita",
        "poor_villages",
        "-",
        "[0]",
        "poor_population",
        "-",
        "[2]",
        "产业发展园区",
    ];
    assert_eq!(lines, expected);
    assert_eq!(arrangement.hidden_in(&compare(&reports)), 1);
}

#[test]
fn rows_are_moved_by_hand_and_stay_where_they_were_put() {
    let mut arrangement = Arrangement::default();
    let beside = |names: [&str; 3]| names.map(subject).to_vec();
    let mut shift = |id: &str, up, names| {
        arrangement.shift(&subject(id), up, beside(names));
        order(&arrangement)[..3].join(" ")
    };
    let first = ["poverty_incidence", "poor_villages", "poor_population"];
    assert_eq!(shift("poor_population", true, first), "poverty_incidence poor_population poor_villages");
    let second = ["poverty_incidence", "poor_population", "poor_villages"];
    assert_eq!(shift("poverty_incidence", false, second), "poor_population poverty_incidence poor_villages");
    let third = ["poor_population", "poverty_incidence", "poor_villages"];
    assert_eq!(
        shift("poor_population", true, third),
        "poor_population poverty_incidence poor_villages",
        "the first stays"
    );
}
