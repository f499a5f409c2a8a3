//! The table as a tool: units, filters, sorting, keyboard, copies; driven by labels and keys.

#![cfg(feature = "window")]
#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

mod window_driver;
mod window_fixture;

use std::time::Instant;

use countylens::app::{AppOptions, ReadFunction};
use countylens::audit;
use countylens::codelist::{Codelists, finds};
use countylens::compare::{Arranged, ArrangedLine, Comparison, GroupKey, ObservationRef, RowFilter, RowOrder, Subject};
use countylens::locale::{Language, Locale};
use countylens::model::{IndicatorId, SourceText, Span};
use countylens::pipeline::{Document, ReadError, ReadOptions};
use countylens::ui::{Command, ReviewWish, TableWish};
use egui::{Key, Modifiers, OutputCommand};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use window_driver::{Window, has, open_texts, options, says, tap, until};

fn window() -> Window {
    window_reading(window_fixture::read)
}

fn window_reading(read: ReadFunction) -> Window {
    open_texts(AppOptions { read, ..options() }, &[("zhongyang.txt", "报告"), ("linxian.txt", "报告")])
}

fn click(window: &mut Window, label: &str) {
    window.query_all_by_label(label).last().expect(label).click();
    window.run_ok();
}

/// The label of what has the keyboard.
fn focused(window: &Window) -> String {
    let node = window.query_all(egui_kittest::kittest::By::new()).find(egui_kittest::Node::is_focused);
    node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

/// What a command has put on the clipboard, in the frames until the window rests.
fn copied(window: &mut Window, ask: impl FnOnce(&mut Window)) -> String {
    ask(window);
    for _ in 0..4 {
        window.step();
        let commands = &window.output().platform_output.commands;
        if let Some(text) = commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        }) {
            return text;
        }
    }
    String::new()
}

const INCIDENCE: &str = "贫困发生率 2017年底 中阳县 0.7%";
const INCOME: &str = "农村居民人均可支配收入 2018 中阳县 6,837 元";
const VILLAGES: &str = "贫困村数 2014 中阳县 37 个";

#[test]
fn filters_keep_the_rows_they_name() {
    let mut window = window();
    assert!(has(&window, VILLAGES) && has(&window, INCOME));
    click(&mut window, "有差别");
    assert!(has(&window, INCOME) && !has(&window, VILLAGES));
    click(&mut window, "目标");
    assert!(has(&window, "没有符合这些条件的行"));
    click(&mut window, "有差别");
    click(&mut window, "目标");
    assert!(has(&window, VILLAGES) && has(&window, INCOME));
}

#[test]
fn indicators_are_found_by_pinyin_initials() {
    let mut window = window();
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.run_ok();
    window.get_by_label("查找指标").type_text("pkcs");
    window.run_ok();
    assert!(has(&window, VILLAGES) && !has(&window, INCOME));
}

#[test]
fn the_years_of_an_indicator_fold_under_its_latest_row() {
    let mut window = window();
    let earlier = "贫困发生率 2014 中阳县 20.5%";
    let in_table =
        |window: &Window| window.query_all_by_label(earlier).filter(|node| node.rect().top() > 390.0).count();
    assert_eq!(in_table(&window), 0);
    click(&mut window, "贫困发生率 · 另 3 行");
    assert_eq!(in_table(&window), 1);
}

#[test]
fn arrows_go_from_cell_to_cell_and_enter_selects() {
    let mut window = window();
    click(&mut window, INCIDENCE);
    assert_eq!(focused(&window), INCIDENCE);
    tap(&mut window, Key::ArrowRight);
    assert_eq!(focused(&window), "贫困发生率 2018年底 临县 8.27%");
    tap(&mut window, Key::Enter);
    assert!(has(&window, "临县 · 贫困发生率 · 2018年底 · 实际"), "the evidence of the other county");
    tap(&mut window, Key::ArrowRight);
    assert_eq!(focused(&window), "不可比：相差 1 年");
    tap(&mut window, Key::Home);
    assert_eq!(focused(&window), "贫困发生率 · 另 3 行");
    tap(&mut window, Key::ArrowDown);
    assert_eq!(focused(&window), "贫困村数");
    window.key_press_modifiers(Modifiers::COMMAND, Key::End);
    window.run_ok();
    assert_eq!(focused(&window), "其他数字", "the last line");
    tap(&mut window, Key::Enter);
    assert!(says(&window, "产业发展园区"), "enter opens the group");
}

#[test]
fn the_focused_cell_is_copied_as_a_plain_value() {
    let mut window = window();
    click(&mut window, INCOME);
    assert_eq!(copied(&mut window, |window| window.event(egui::Event::Copy)), "6837");
}

#[test]
fn marked_rows_are_copied_with_units_in_columns_of_their_own() {
    let mut window = window();
    click(&mut window, VILLAGES);
    window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    window.run_ok();
    let text = copied(&mut window, |window| window.event(egui::Event::Copy));
    let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split('\t').collect()).collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert_eq!(lines[0][..7], ["贫困村数", "实际", "37", "个", "", "2014", "只有其他年份"]);
    assert_eq!(lines[1][..10], ["贫困村数", "实际", "2", "个", "", "2017年底", "136", "个", "", "2018年底"]);
}

#[test]
fn the_whole_table_is_copied_from_the_menu() {
    let mut window = window();
    window.query_all_by_label(INCOME).last().expect("a cell").click_secondary();
    window.run_ok();
    let text = copied(&mut window, |window| window.get_by_label("复制全表（表格软件）").click());
    assert_eq!(text.lines().next().map(|heads| heads.split('\t').count()), Some(14), "{text}");
    assert!(
        text.contains("农村居民人均可支配收入\t实际\t6837\t元\t\t2018\t5724\t元\t\t2018\t1113\t元\t1.19444"),
        "{text}"
    );
}

#[test]
fn rows_are_pinned_hidden_and_shown_again() {
    let mut window = window();
    let choose = |window: &mut Window, item: &str| {
        window.query_all_by_label(INCOME).last().expect("a cell").click_secondary();
        window.run_ok();
        click(window, item);
    };
    let top = |window: &Window, label: &str| window.query_all_by_label(label).last().expect("a cell").rect().top();
    assert!(top(&window, INCOME) > top(&window, VILLAGES));
    choose(&mut window, "置顶");
    assert!(top(&window, INCOME) < top(&window, VILLAGES));
    choose(&mut window, "隐藏这项");
    assert!(!has(&window, INCOME));
    click(&mut window, "已隐藏 1 项，全部显示");
    assert!(has(&window, INCOME));
}

#[test]
fn a_row_is_drawn_by_its_name_to_where_another_stands() {
    let mut window = window();
    let name = |window: &Window, label: &str| {
        let nodes = window.query_all_by_role(egui::accesskit::Role::RowHeader);
        let mut named = nodes.filter(|node| node.accesskit_node().label().is_some_and(|name| name == label));
        named.next().expect(label).rect()
    };
    assert!(name(&window, "贫困村数").top() < name(&window, "贫困人口").top());
    let (from, to) = (name(&window, "贫困人口").center(), name(&window, "贫困村数").center());
    window.drag_at(from);
    window.run_ok();
    window.hover_at(to);
    window.run_ok();
    window.drop_at(to);
    window.run_ok();
    assert!(name(&window, "贫困人口").top() < name(&window, "贫困村数").top());
}

#[test]
fn a_click_on_a_head_sorts() {
    let mut window = window();
    click(&mut window, "中阳县 · 点击排序");
    assert!(has(&window, "中阳县 · 升序"));
    click(&mut window, "中阳县 · 升序");
    assert!(has(&window, "中阳县 · 降序"));
    let top = |label: &str| window.query_all_by_label(label).last().expect("a cell").rect().top();
    assert!(top(VILLAGES) < top(INCIDENCE) && top("贫困人口 2014 中阳县 20,918 人") < top(VILLAGES));
}

#[test]
fn the_units_of_figures_are_chosen_and_labels_stay_plain() {
    let mut window = window();
    click(&mut window, "视图");
    click(&mut window, "数字单位");
    click(&mut window, "按原文");
    let label = "贫困人口 2018年底 临县 48,626 名";
    assert!(has(&window, label));
    click(&mut window, label);
    assert!(has(&window, "48626名"), "the evidence panel has the figure in the report's words");
}

/// The reports with their sentences one behind the other, so that something can be derived.
fn read_in_order(bytes: &[u8], path: &str, codelists: &Codelists, how: ReadOptions) -> Result<Document, ReadError> {
    let mut document = window_fixture::read(bytes, path, codelists, how)?;
    let mut end = 0;
    for sentence in document.report.observations.chunk_by_mut(|a, b| a.evidence.sentence == b.evidence.sentence) {
        let span = Span::new(end, end + sentence[0].evidence.sentence.chars().count());
        for figure in sentence {
            figure.evidence.sentence_span = span;
        }
        end = span.end;
    }
    Ok(document)
}

/// The lines that follow from what is loaded and looked at, without anything remembered.
fn lines_made_anew(window: &Window, language: Language) -> Vec<ArrangedLine> {
    let (app, codelists, locale) = (window.state(), Codelists::builtin(), Locale::new(language));
    let (reports, view) = (app.reports(), app.view());
    let [left, right] = &view.chosen;
    let comparison = Comparison::of(reports, [left.as_ref(), right.as_ref()], codelists, view.tolerance);
    let derived = audit::derived(reports, codelists);
    let collapsed = &view.collapsed;
    let of =
        Arranged { comparison: &comparison, reports, derived: &derived, collapsed, searching: !view.filter.is_empty() };
    let found = |subject: &Subject| match subject {
        Subject::Label(label) => finds(label, &view.filter),
        Subject::Indicator(id) => codelists
            .indicator(id)
            .is_some_and(|known| finds(&known.zh, &view.filter) || finds(&known.en, &view.filter)),
    };
    let name = |subject: &Subject| match subject {
        Subject::Label(label) => label.to_string(),
        Subject::Indicator(id) => locale.indicator_name(codelists, id),
    };
    view.table.arrangement.lines(of, found, name)
}

#[test]
fn the_lines_of_the_table_follow_whatever_changes() {
    let mut window = window_reading(read_in_order);
    let mut language = Language::Chinese;
    let mut does = |window: &mut Window, commands: Vec<Command>| {
        let before = window.state().lines().to_vec();
        for command in commands {
            if let Command::Language(spoken) = command {
                language = spoken;
            }
            let ctx = window.ctx.clone();
            window.state_mut().carry_out(command, &ctx);
        }
        until(window, |window| !window.state().is_busy());
        assert_eq!(window.state().lines(), lines_made_anew(window, language));
        window.state().lines() != before
    };
    let subject = |id: &str| Subject::Indicator(IndicatorId::new(id));
    let table = |wish| vec![Command::Table(wish)];
    let at = |report, id| Command::Select(ObservationRef { report, id });

    assert!(does(&mut window, vec![Command::SetFilter("pkcs".into())]), "search");
    assert!(does(&mut window, vec![Command::SetFilter("income".into())]), "another search");
    assert!(does(&mut window, vec![Command::SetFilter(String::new())]), "no search");
    assert!(does(&mut window, vec![Command::CollapseAll]), "collapse");
    assert!(does(&mut window, vec![Command::ToggleGroup(GroupKey::Other)]), "one open");
    assert!(does(&mut window, vec![Command::ExpandAll]), "expand");
    assert!(does(&mut window, table(TableWish::ToggleFilter(RowFilter::Differing))), "filter");
    assert!(does(&mut window, table(TableWish::ToggleFilter(RowFilter::Differing))), "no filter");
    assert!(does(&mut window, table(TableWish::OpenYears(subject("poverty_incidence"), true))), "years");
    assert!(does(&mut window, table(TableWish::ToggleDerived)), "derived");
    assert!(does(&mut window, table(TableWish::ToggleDerived)), "derived again");
    assert!(does(&mut window, table(TableWish::Hide(subject("poor_villages")))), "hide");
    assert!(does(&mut window, table(TableWish::ShowHidden)), "show");
    assert!(does(&mut window, table(TableWish::TogglePin(subject("poor_villages")))), "pin");
    assert!(does(&mut window, table(TableWish::Sort(RowOrder::Name))), "sort");
    assert!(does(&mut window, vec![Command::Language(Language::English)]), "language");
    assert!(does(&mut window, vec![Command::Swap]), "swap");
    assert!(does(&mut window, vec![at(0, 1), Command::Review(ReviewWish::AskWhyRejected), Command::ConfirmDialog]));
    assert!(does(&mut window, vec![Command::Review(ReviewWish::Undo)]), "undo");
    assert!(does(&mut window, vec![Command::Review(ReviewWish::Redo)]), "redo");
    assert!(does(&mut window, vec![Command::RemoveReport(0)]), "a report fewer");
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("zhongyang.txt");
    std::fs::write(&path, "报告").expect("written");
    let path = path.display().to_string();
    assert!(does(&mut window, vec![Command::Open, Command::EditDialog(path), Command::ConfirmDialog]), "a file more");
    let unreviewed = || table(TableWish::ToggleFilter(RowFilter::Unreviewed));
    assert!(does(&mut window, unreviewed()), "what nobody has looked at");
    assert!(does(&mut window, vec![Command::Review(ReviewWish::AcceptReport(1))]), "a report found right");
}

/// 20,000 figures of their own kinds, all of one county.
#[allow(clippy::unnecessary_wraps)] // the signature is the real reader's
fn read_many(_: &[u8], _: &str, _: &Codelists, _: ReadOptions) -> Result<Document, ReadError> {
    let figures = (1..=20_000).map(|id| {
        let sentence = format!("第{id}种产业发展园区{id}个。");
        let mut figure = window_fixture::figure(id, "", &id.to_string(), "个", "2018", &sentence);
        figure.label = format!("第{id}种产业").into();
        figure
    });
    let area = window_fixture::county("中阳县", "141129");
    let report = window_fixture::report("很多.txt", "很多数字", &area, figures.collect());
    Ok(Document { report, text: SourceText::default() })
}

#[test]
fn twenty_thousand_rows_are_drawn_as_far_as_they_are_in_sight() {
    let mut window = window_reading(read_many);
    click(&mut window, "其他数字");
    let rows = window.query_all_by_label_contains("种产业 2018 中阳县").count();
    assert!(rows > 0 && rows < 60, "{rows} rows are laid out");
    let frames = 20;
    let time = |window: &mut Window| {
        let start = Instant::now();
        for _ in 0..frames {
            window.step();
        }
        start.elapsed() / frames
    };
    let plain = time(&mut window);
    click(&mut window, "中阳县 · 点击排序");
    let sorted = time(&mut window);
    println!("20,000 rows: {plain:.1?} a frame, {sorted:.1?} sorted");
}
