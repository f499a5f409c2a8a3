//! The audit in the window: checks listed, those that differ first, flagged in table and queue, and led to their figures.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

use std::time::{Duration, Instant};

use countylens::app::{AppOptions, CountyLensApp, DialogMode};
use countylens::locale::Language;
use countylens::ui::ThemeChoice;
use egui::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

type Window<'a> = Harness<'a, CountyLensApp>;

const PATIENCE: Duration = Duration::from_secs(20);
/// The households add up; of the people, one figure has a wrong digit.
const PASTED: &str =
    "中阳县2018年脱贫攻坚情况。\n\n2018年，全县有贫困户4475户14819人，其中已脱贫3162户10572人，未脱贫1313户4257人。\n";

fn window() -> Window<'static> {
    let options = AppOptions {
        dialogs: DialogMode::InApp,
        language: Language::Chinese,
        theme: ThemeChoice::Light,
        takes_drops: true,
        ..AppOptions::default()
    };
    let builder = Harness::builder().with_size([1280.0, 800.0]).with_max_steps(60).wgpu();
    let mut window = builder.build_eframe(|creation| CountyLensApp::new(creation, options));
    click(&mut window, "粘贴文本…");
    window.get_by_label("报告的文字").focus();
    window.get_by_label("报告的文字").type_text(PASTED);
    window.run_ok();
    click(&mut window, "读取");
    let start = Instant::now();
    while window.state().reports().is_empty() {
        assert!(start.elapsed() < PATIENCE, "the text was not read");
        std::thread::sleep(Duration::from_millis(2));
        window.step();
    }
    window.run_ok();
    window
}

fn click(window: &mut Window<'_>, label: &str) {
    let of = |role| window.query_all_by_role_and_label(role, label);
    of(Role::Button).chain(of(Role::Tab)).next().expect(label).click();
    window.run_ok();
}

fn rows(window: &Window<'_>) -> Vec<String> {
    let rows = window.query_all_by_role(Role::ListBoxOption);
    rows.filter_map(|row| egui_kittest::kittest::NodeT::accesskit_node(&row).label()).collect()
}

#[test]
fn checks_are_listed_with_their_arithmetic_and_lead_to_their_figures() {
    let mut window = window();
    click(&mut window, "核对");
    let listed = rows(&window);
    let agrees = listed.iter().position(|row| row.starts_with("一致") && row.contains("3162户 + 1313户 = 4,475 户"));
    assert!(agrees.is_some(), "{listed:?}");
    let row = listed[agrees.expect("the row")].clone();
    window.get_by_label(&row).click();
    window.run_ok();
    assert!(window.query_all_by_label_contains("“3162户”").next().is_some(), "the first figure is selected");
    window.get_by_label(&row).click();
    window.run_ok();
    assert!(window.query_all_by_label_contains("“1313户”").next().is_some(), "the next click goes on to the next");
}

#[test]
fn a_check_that_differs_comes_first_and_flags_its_figures() {
    let mut window = window();
    click(&mut window, "核对");
    let listed = rows(&window);
    assert!(listed[0].starts_with("不符") && listed[0].contains("10572人 + 4257人"), "{listed:?}");
    click(&mut window, "复核");
    let queue = rows(&window);
    let flagged: Vec<bool> = queue.iter().map(|row| row.contains("核算不符")).collect();
    assert_eq!(flagged, [true, true, true, false, false, false], "the figures of that sum come first: {queue:?}");
}

#[test]
fn the_status_bar_counts_the_checks() {
    let window = window();
    assert!(window.query_all_by_label_contains("项核对一致").next().is_some());
}
