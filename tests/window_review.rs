//! A person's review, driven by keyboard and by the labels of what is in the window.

#![cfg(feature = "window")]
#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

mod window_driver;
mod window_fixture;

use std::time::Instant;

use countylens::app::AppOptions;
use countylens::codelist::Codelists;
use countylens::model::{Area, AreaLevel, Report, ReviewState, SourceText};
use countylens::pipeline::{Document, ReadError, ReadOptions};
use egui::accesskit::{Role, Toggled};
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use window_driver::{Window, both, click, open, options, press, sample, says, tap, until};

/// Two sample reports with the review pane open.
fn review() -> Window {
    let mut window = open(AppOptions { files: both(), ..options() });
    click(&mut window, "复核");
    window
}

/// What a screen reader says of the row that is selected in the list.
fn selected_row(window: &Window) -> String {
    let rows = window.query_all_by_role(Role::ListBoxOption);
    let mut selected = rows.filter(|row| row.accesskit_node().toggled() == Some(Toggled::True));
    selected.find_map(|row| row.accesskit_node().label()).expect("a selected row")
}

/// What a screen reader says of the rows in sight.
fn rows(window: &Window) -> Vec<String> {
    window.query_all_by_role(Role::ListBoxOption).filter_map(|row| row.accesskit_node().label()).collect()
}

fn count(window: &Window, state: ReviewState) -> usize {
    let figures = window.state().reports().iter().flat_map(|report| &report.observations);
    figures.filter(|figure| figure.review.state == state).count()
}

fn write(window: &mut Window, field: &str, text: &str) {
    window.get_by_role_and_label(Role::TextInput, field).set_text_value_accesskit(text);
    window.run_ok();
}

#[test]
fn ten_figures_are_worked_through_by_keyboard() {
    let mut window = review();
    let all = window.state().reports().iter().map(|report| report.observations.len()).sum::<usize>();
    assert!(says(&window, &format!("已复核 0 / {all}")));

    let mut seen = Vec::new();
    for _ in 0..7 {
        seen.push(selected_row(&window));
        tap(&mut window, Key::A);
    }
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), 7, "each key goes on to another figure: {seen:#?}");
    assert_eq!(count(&window, ReviewState::Accepted), 7);
    assert!(says(&window, &format!("已复核 7 / {all}")));

    tap(&mut window, Key::N);
    let skipped = selected_row(&window);
    tap(&mut window, Key::P);
    assert_ne!(selected_row(&window), skipped);
    tap(&mut window, Key::ArrowDown);
    assert_eq!(selected_row(&window), skipped, "N and the arrow go the same way");

    tap(&mut window, Key::X);
    write(&mut window, "原因", "只是口号");
    tap(&mut window, Key::Enter);
    assert_eq!(count(&window, ReviewState::Rejected), 1);
    assert_ne!(selected_row(&window), skipped, "on to the next");

    tap(&mut window, Key::X);
    click(&mut window, "不是统计数字");
    assert_eq!(count(&window, ReviewState::Rejected), 2);
    click(&mut window, "已排除 2");
    assert!(rows(&window).iter().any(|row| row.contains("只是口号")));
    assert!(rows(&window).iter().any(|row| row.contains("不是统计数字")));
}

#[test]
fn a_period_is_corrected_after_a_wrong_input_and_marked_everywhere() {
    let mut window = open(AppOptions { files: both(), ..options() });
    window.query_all_by_label("贫困发生率 2017年底 中阳县 0.7%").next().expect("the cell").click();
    window.run_ok();
    tap(&mut window, Key::E);
    write(&mut window, "时间", "去年");
    tap(&mut window, Key::Enter);
    assert!(says(&window, "认不出这个时间"), "said in the form");
    assert_eq!(count(&window, ReviewState::Corrected), 0);
    // The keyboard is in the field that is wrong.
    assert!(window.get_by_role_and_label(Role::TextInput, "时间").is_focused());
    write(&mut window, "时间", "2016年底");
    assert!(!says(&window, "认不出这个时间"), "what was edited is no longer wrong");
    write(&mut window, "原因", "报告笔误");
    window.get_by_role_and_label(Role::TextInput, "原因").focus();
    window.run_ok();
    tap(&mut window, Key::Enter);
    assert_eq!(count(&window, ReviewState::Corrected), 1);
    assert!(says(&window, "贫困发生率 2016年底 中阳县 0.7% · 已更正"), "the table's cell");
    assert!(says(&window, "原读 2017年底"), "the original beside it");
    assert!(says(&window, "理由：报告笔误"));

    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert!(says(&window, "贫困发生率 2017年底 中阳县 0.7%"));
    assert_eq!(count(&window, ReviewState::Corrected), 0);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert!(says(&window, "贫困发生率 2016年底 中阳县 0.7% · 已更正"));
    click(&mut window, "恢复原读");
    assert!(says(&window, "贫困发生率 2017年底 中阳县 0.7%"));
}

#[test]
fn the_history_lists_everything_and_says_what_was_undone() {
    let mut window = review();
    tap(&mut window, Key::A);
    tap(&mut window, Key::A);
    tap(&mut window, Key::X);
    click(&mut window, "程序读错");
    for _ in 0..2 {
        press(&mut window, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!((count(&window, ReviewState::Accepted), count(&window, ReviewState::Rejected)), (1, 0));
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!((count(&window, ReviewState::Accepted), count(&window, ReviewState::Rejected)), (2, 0));

    click(&mut window, "更正记录");
    let listed = rows(&window);
    assert_eq!(listed.len(), 3);
    assert!(listed[0].starts_with("排除 · 已撤销") && listed[0].contains("程序读错"), "the newest first: {listed:#?}");
    assert!(listed[1].starts_with("确认") && !listed[1].contains("已撤销"));
    write(&mut window, "查找更正记录", "程序读错");
    assert_eq!(rows(&window).len(), 1);
    window.get_by_role_and_label(Role::ListBoxOption, &listed[0]).click();
    window.run_ok();
    assert_eq!(selected_row(&window), listed[0], "a click selects the figure");
}

#[test]
fn a_whole_report_is_accepted_and_taken_back_at_once() {
    let mut window = open(AppOptions { files: vec![sample("zhongyang-2018.txt")], ..options() });
    click(&mut window, "复核");
    let all = window.state().reports()[0].observations.len();
    click(&mut window, "全部确认");
    assert_eq!(count(&window, ReviewState::Accepted), all);
    assert!(says(&window, "没有待复核的数字了"));
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(count(&window, ReviewState::Accepted), 0);
}

#[test]
fn letters_that_are_typed_stay_letters() {
    let mut window = review();
    press(&mut window, Modifiers::COMMAND, Key::F);
    for key in [Key::A, Key::X, Key::E, Key::N] {
        tap(&mut window, key);
    }
    assert_eq!(count(&window, ReviewState::Unreviewed), count_all(&window));
    assert!(!says(&window, "排除这个数字"), "no dialog opened");

    window.get_by_label("查找指标").type_text("贫困");
    window.run_ok();
    press(&mut window, Modifiers::COMMAND, Key::Z);
    assert_eq!(count(&window, ReviewState::Unreviewed), count_all(&window));
}

fn count_all(window: &Window) -> usize {
    window.state().reports().iter().map(|report| report.observations.len()).sum()
}

#[test]
fn places_of_one_name_are_chosen_by_province() {
    let mut window = review();
    tap(&mut window, Key::E);
    write(&mut window, "地区", "鼓楼区");
    tap(&mut window, Key::Enter);
    click(&mut window, "保存更正");
    assert!(says(&window, "个地方叫这个名字"));
    click(&mut window, "江苏省徐州市鼓楼区");
    let field = window.get_by_role_and_label(Role::TextInput, "地区");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("鼓楼区 320302"));
    click(&mut window, "保存更正");
    assert_eq!(count(&window, ReviewState::Corrected), 1);
}

#[test]
fn the_arrows_stay_in_the_table_while_it_has_the_keyboard() {
    let mut window = review();
    let listed = selected_row(&window);
    tap(&mut window, Key::ArrowDown);
    assert_ne!(selected_row(&window), listed, "nothing has the keyboard: they go along the list");
    // Below the list stands the table.
    let cells = window.query_all_by_label_contains("中阳县").filter(|node| node.accesskit_node().role() == Role::Cell);
    let cells = cells.filter(|cell| cell.rect().top() > 600.0);
    cells.min_by(|one, other| one.rect().top().total_cmp(&other.rect().top())).expect("a cell").click();
    window.run_ok();
    let listed = rows(&window);
    let chosen = window.state().view().selection;
    let line = |window: &Window| window.state().view().table.cursor.map(|cursor| cursor.at.line);
    let before = line(&window).expect("the cell has the keyboard");
    tap(&mut window, Key::ArrowDown);
    assert_eq!(line(&window), Some(before + 1));
    assert_eq!((rows(&window), window.state().view().selection), (listed, chosen));
}

#[test]
fn an_indicator_is_found_by_its_english_name() {
    let mut window = review();
    tap(&mut window, Key::E);
    let opener = window.query_all_by_label_contains("指标 ").find(|node| node.accesskit_node().role() == Role::Button);
    opener.expect("the indicator's button").click();
    window.run_ok();
    write(&mut window, "查找目录", "headcount ratio");
    click(&mut window, "贫困发生率");
    assert!(says(&window, "指标 贫困发生率"));
}

/// 30,000 figures in one report.
#[allow(clippy::unnecessary_wraps)] // the signature is the real reader's
fn read_many(_: &[u8], _: &str, _: &Codelists, _: ReadOptions) -> Result<Document, ReadError> {
    let Report { observations, .. } = window_fixture::zhongyang();
    let figures = (0..30_000).map(|index| {
        let mut figure = observations[index % observations.len()].clone();
        figure.id = index + 1;
        let sentence = format!("第{index}句：{}", figure.evidence.sentence);
        let shift = sentence.chars().count() - figure.evidence.sentence.chars().count();
        let part = figure.evidence.figure;
        figure.evidence.figure = countylens::model::Span::new(part.start + shift, part.end + shift);
        figure.evidence.sentence = sentence.into();
        figure.evidence.span = countylens::model::Span::new(index * 100, index * 100 + 4);
        figure.evidence.sentence_span = countylens::model::Span::new(index * 100, index * 100 + 60);
        figure
    });
    let area = window_fixture::county("中阳县", "141129");
    let mut report = window_fixture::report("很多.txt", "很多数字", &area, figures.collect());
    // No report says the same of one place thousands of times.
    for (index, figure) in report.observations.iter_mut().enumerate().skip(70) {
        figure.area = Some(Area { name: format!("第{}村", index / 7).into(), level: AreaLevel::Village, code: None });
    }
    Ok(Document { report, text: SourceText::default() })
}

#[test]
fn a_list_of_thirty_thousand_figures_is_drawn_and_worked_through() {
    let mut window = open(AppOptions { files: vec![sample("zhongyang-2018.txt")], read: read_many, ..options() });
    click(&mut window, "复核");
    assert!(rows(&window).len() < 60, "only rows in sight are laid out");
    let frames = 20;
    let start = Instant::now();
    for _ in 0..frames {
        window.step();
    }
    let a_frame = start.elapsed() / frames;
    let start = Instant::now();
    tap(&mut window, Key::A);
    let accepted = start.elapsed();
    let start = Instant::now();
    click(&mut window, "全部确认");
    let all = start.elapsed();
    assert_eq!(count(&window, ReviewState::Unreviewed), 0);
    println!("30,000 figures: {a_frame:.1?} a frame, {accepted:.1?} to accept one, {all:.1?} to accept all");
}

#[test]
fn the_history_is_exported_where_the_person_says() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("更正.csv");
    let mut window = review();
    tap(&mut window, Key::A);
    click(&mut window, "更正记录");
    click(&mut window, "导出更正记录…");
    write(&mut window, "路径", &path.display().to_string());
    tap(&mut window, Key::Enter);
    until(&mut window, |window| !window.state().notices().is_empty());
    assert!(says(&window, "已导出"), "{:?}", window.state().notices());
    let table = std::fs::read_to_string(path).expect("a table");
    assert_eq!(table.lines().count(), 2, "{table}");
    assert!(table.contains(",accept,"));
}
