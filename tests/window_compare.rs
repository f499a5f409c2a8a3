//! Two profiles side by side: what is aligned, what is never compared, and why a cell is empty.

#![cfg(feature = "window")]
#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

mod window_fixture;

use countylens::codelist::Codelists;
use countylens::compare::{
    Cell, Choice, Comparison, ComparisonRow, Difference, GroupKey, Incomparable, MissingReason, Series, Subject,
    Tolerance, areas, main_area,
};
use countylens::locale::{Language, Locale};
use countylens::model::{AreaLevel, Bound, Form, IndicatorId, Observation, PeriodBasis, Report, Status};
use window_fixture::{county, figure, linxian, report, zhongyang};

fn compare(reports: &[Report]) -> Comparison {
    let keys: Vec<_> =
        (0..reports.len()).filter_map(|index| main_area(reports, index)).map(|entry| entry.key).collect();
    Comparison::of(reports, [keys.first(), keys.get(1)], Codelists::builtin(), Tolerance::default())
}

fn rows<'a>(comparison: &'a Comparison, indicator: &str) -> Vec<&'a ComparisonRow> {
    let subject = Subject::Indicator(IndicatorId::new(indicator));
    comparison.groups.iter().flat_map(|group| &group.rows).filter(|row| row.subject == subject).collect()
}

/// The two figures of a row as `20.5`, or the reason why there is none.
fn cells(reports: &[Report], row: &ComparisonRow) -> [String; 2] {
    row.cells.clone().map(|cell| match cell {
        Cell::Missing(reason) => format!("{reason:?}"),
        Cell::Stated { refs, .. } => {
            countylens::compare::observation(reports, refs[0]).expect("the figure").quantity.value.to_string()
        }
    })
}

fn one(indicator: &str, value: &str, unit: &str, period: &str) -> Observation {
    figure(1, indicator, value, unit, period, "一句话。")
}

fn difference(left: Observation, right: Observation) -> Difference {
    let reports = [
        report("a", "甲", &county("甲县", "140001"), vec![left]),
        report("b", "乙", &county("乙县", "140002"), vec![right]),
    ];
    let comparison = compare(&reports);
    let row = comparison
        .groups
        .iter()
        .flat_map(|group| &group.rows)
        .find(|row| row.cells.iter().all(|c| c.first().is_some()));
    row.map_or(Difference::Absent, |row| row.difference.clone())
}

#[test]
fn the_two_real_pages_are_aligned() {
    let reports = [zhongyang(), linxian()];
    let comparison = compare(&reports);
    let shown: Vec<_> = rows(&comparison, "poverty_incidence").into_iter().map(|row| cells(&reports, row)).collect();
    let expected = [["20.5", "OtherYearsOnly"], ["0.7", "8.27"], ["NotStated", "1"], ["NotStated", "-30.59"]];
    assert_eq!(shown, expected.map(|row| row.map(str::to_owned)));
    let latest = rows(&comparison, "poverty_incidence")[1];
    let years_apart = Difference::NotComparable(Incomparable::DifferentYears { apart: 1 });
    assert_eq!(latest.difference, years_apart);
}

#[test]
fn an_equal_year_gives_a_difference_in_points() {
    let got =
        difference(one("poverty_incidence", "0.7", "%", "2018"), one("poverty_incidence", "8.27", "%", "2018-12"));
    let Difference::Of { value, unit, .. } = got else { panic!("{got:?}") };
    assert_eq!((value.to_string().as_str(), unit.as_str()), ("-7.57", "百分点"));
}

#[test]
fn a_difference_of_years_that_nobody_states_says_so() {
    let supplied = |value: &str| {
        let mut figure = one("pv_capacity", value, "兆瓦", "2019");
        figure.period_basis = Some(PeriodBasis::Report);
        figure
    };
    let locale = Locale::new(Language::Chinese);
    let stated = difference(one("pv_capacity", "101.8", "兆瓦", "2019"), one("pv_capacity", "193", "兆瓦", "2019"));
    assert_eq!((locale.difference(&stated), locale.difference_note(&stated)), ("−91.2 兆瓦".into(), String::new()));
    for (left, right) in
        [(supplied("101.8"), supplied("193")), (supplied("101.8"), one("pv_capacity", "193", "兆瓦", "2019"))]
    {
        let got = difference(left, right);
        assert_eq!(locale.difference(&got), "〔−91.2 兆瓦〕");
        assert_eq!(locale.difference_note(&got), "年份只据报告日期推定，两者可能不在同一年");
    }
}

#[test]
fn people_are_people_whatever_they_are_counted_in() {
    let got = difference(one("poor_population", "714", "人", "2018"), one("poor_population", "48626", "名", "2018"));
    assert!(matches!(got, Difference::Of { .. }), "{got:?}");
}

#[test]
fn what_may_not_be_compared_is_not() {
    let level = || one("poverty_incidence", "0.7", "%", "2018");
    let with = |change: fn(&mut Observation)| {
        let mut other = one("poverty_incidence", "1", "%", "2018");
        change(&mut other);
        difference(level(), other)
    };
    assert_eq!(with(|o| o.status = Status::Target), Difference::Absent, "a result and an aim share no row");
    assert_eq!(with(|o| o.form = Form::Change), Difference::Absent, "nor do a level and a change");
    assert_eq!(with(|o| o.quantity.bound = Bound::Max), Difference::NotComparable(Incomparable::Bounded));
    assert_eq!(
        with(|o| o.period = Some("2018-06".parse().expect("a month"))),
        Difference::NotComparable(Incomparable::DifferentPeriods)
    );
    assert_eq!(with(|o| o.quantity.unit = "户".into()), Difference::NotComparable(Incomparable::DifferentUnits));
}

#[test]
fn the_leading_indicator_is_there_even_if_nobody_states_it() {
    let reports = [report("a", "甲", &county("兴县", "141123"), vec![one("poor_villages", "296", "个", "2014")])];
    let comparison = compare(&reports);
    let row = &comparison.groups[0].rows[0];
    assert_eq!(row.subject, Subject::Indicator(IndicatorId::new("poverty_incidence")));
    assert_eq!(row.cells, [Cell::Missing(MissingReason::NotStated), Cell::Missing(MissingReason::NoArea)]);
}

#[test]
fn a_side_that_states_only_a_change_says_so() {
    let change = Observation { form: Form::Change, ..one("poverty_incidence", "-3", "百分点", "2018") };
    let reports = [
        report("a", "甲", &county("甲县", "140001"), vec![one("poverty_incidence", "2", "%", "2018")]),
        report("b", "乙", &county("乙县", "140002"), vec![change]),
    ];
    let comparison = compare(&reports);
    assert_eq!(rows(&comparison, "poverty_incidence")[0].cells[1], Cell::Missing(MissingReason::OnlyChange));
}

#[test]
fn a_villages_figure_is_never_the_countys() {
    let mut reports = [report("a", "甲", &county("甲县", "140001"), vec![one("poor_villages", "2", "个", "2018")])];
    let mut of_village = one("poor_population", "91", "人", "2018");
    of_village.area = Some(countylens::model::Area { level: AreaLevel::Village, ..county("甲村", "") });
    reports[0].observations.push(of_village);
    assert_eq!(areas(&reports).len(), 1);
    assert!(rows(&compare(&reports), "poor_population").is_empty());
}

#[test]
fn conflicting_statements_are_counted_and_repeats_are_not() {
    let figures = vec![
        figure(1, "poor_villages", "2", "个", "2018", "两个。"),
        figure(2, "poor_villages", "2", "个", "2018", "还是两个。"),
        figure(3, "poor_villages", "3", "个", "2018", "三个。"),
    ];
    let reports = [report("a", "甲", &county("甲县", "140001"), figures)];
    let comparison = compare(&reports);
    let Cell::Stated { refs, conflicting, .. } = &rows(&comparison, "poor_villages")[0].cells[0] else { panic!() };
    assert_eq!((refs.len(), *conflicting), (3, 1));
}

#[test]
fn figures_outside_the_catalogue_come_last_under_their_own_names() {
    let comparison = compare(&[zhongyang(), linxian()]);
    let last = comparison.groups.last().expect("a group");
    assert_eq!(last.key, GroupKey::Other);
    assert_eq!(last.rows[0].subject, Subject::Label("产业发展园区".into()));
}

#[test]
fn a_series_has_levels_and_keeps_changes_apart() {
    let reports = [zhongyang(), linxian()];
    let comparison = compare(&reports);
    let profile = comparison.profiles[1].as_ref().expect("临县");
    let series = Series::of(&reports, profile, &IndicatorId::new("poverty_incidence"));
    let points: Vec<_> = series.points.iter().map(|point| (point.value.to_string(), point.status)).collect();
    assert_eq!(points, [("8.27".to_owned(), Status::Actual), ("1".to_owned(), Status::Target)]);
    assert_eq!(series.changes.len(), 1);
}

#[test]
fn a_county_without_a_code_is_the_coded_one_of_its_name() {
    let mut without = county("中阳县", "");
    without.code = None;
    let reports = [zhongyang(), report("b", "乙", &without, vec![one("poor_villages", "0", "个", "2020")])];
    assert_eq!(areas(&reports).len(), 1);
}

/// What the real reader makes of a text about 中阳县 and one about `right`.
fn read_beside(left: &str, right: &str) -> (Vec<Report>, Comparison) {
    let read = |text: &str| countylens::pipeline::read(text.as_bytes(), text, Codelists::builtin()).expect("a report");
    let reports = vec![read(&format!("中阳县2018年工作报告。\n{left}")), read(right)];
    let comparison = compare(&reports);
    (reports, comparison)
}

const LINXIAN_2018: &str =
    "临县2018年工作报告。\n2018年底，全县光伏扶贫装机193兆瓦，森林覆盖率20%。2018年，全县发放扶贫贷款63亿元。";

#[test]
fn parts_that_one_sentence_states_are_not_subtracted_from_a_whole() {
    let text = "2018年底，全县建成28.3兆瓦村级分布式和20兆瓦集中式光伏扶贫电站。";
    let (reports, comparison) = read_beside(text, LINXIAN_2018);
    let rows = rows(&comparison, "pv_capacity");
    assert_eq!(cells(&reports, rows[0]), ["28.3", "193"]);
    assert!(matches!(rows[0].cells[0], Cell::Stated { conflicting: 1, choice: Choice::Part, .. }));
    assert_eq!(rows[0].difference, Difference::NotComparable(Incomparable::Parts));
}

#[test]
fn of_a_change_within_one_time_its_end_is_shown() {
    let right = "临县2018年工作报告。\n2018年，全县森林覆盖率20%。";
    let (reports, comparison) = read_beside("全县森林覆盖率由19.1%提高到22%。", right);
    let rows = rows(&comparison, "forest_coverage");
    assert_eq!(cells(&reports, rows[0]), ["22", "20"]);
    assert!(matches!(rows[0].cells[0], Cell::Stated { conflicting: 1, choice: Choice::AfterChange, .. }));
    assert!(matches!(rows[0].difference, Difference::Of { .. }));
}

#[test]
fn what_a_change_began_with_is_of_no_time_where_none_is_said() {
    let (reports, comparison) = read_beside("2018年底，全县森林覆盖率由19.1%提高到22%。", LINXIAN_2018);
    let rows = rows(&comparison, "forest_coverage");
    assert_eq!(rows.len(), 2);
    let (undated, dated) = (rows[0], rows[1]);
    assert_eq!((undated.period, cells(&reports, undated)[0].as_str()), (None, "19.1"));
    assert_eq!(cells(&reports, dated), ["22", "20"]);
    assert!(matches!(dated.cells[0], Cell::Stated { conflicting: 0, choice: Choice::Undisputed, .. }));
    assert!(matches!(dated.difference, Difference::Of { .. }));
}

#[test]
fn what_only_the_reports_date_gives_a_year_is_no_other_value_of_what_states_one() {
    let text = "全县累计发放扶贫贷款182亿元。2018年，全县发放扶贫贷款64亿元。";
    let (reports, comparison) = read_beside(text, LINXIAN_2018);
    let rows = rows(&comparison, "poverty_loans");
    let shown: Vec<_> = rows.iter().map(|row| cells(&reports, row)).collect();
    assert_eq!(
        shown,
        [["64", "63"], ["182", "OtherYearsOnly"]].map(|row| row.map(|cell| {
            cell.parse::<u64>().map_or_else(|_| cell.to_owned(), |number| (number * 100_000_000).to_string())
        }))
    );
}

#[test]
fn a_county_is_subtracted_from_its_city_only_in_rates() {
    let city = |text: &str| format!("吕梁市2018年工作报告。\n2018年底，全市{text}。");
    let difference = |left: &str, right: &str, indicator: &str| {
        let (_, comparison) = read_beside(&format!("2018年底，全县{left}。"), &city(right));
        rows(&comparison, indicator)[0].difference.clone()
    };
    let counted = difference("贫困人口714人", "贫困人口13万人", "poor_population");
    assert_eq!(counted, Difference::NotComparable(Incomparable::PartOfPlace));
    let rate = difference("贫困发生率0.7%", "贫困发生率3%", "poverty_incidence");
    assert!(matches!(rate, Difference::Of { .. }), "{rate:?}");
    let average = difference("农村居民人均可支配收入6837元", "农村居民人均可支配收入8000元", "rural_income_per_capita");
    assert!(matches!(average, Difference::Of { .. }), "{average:?}");
}
