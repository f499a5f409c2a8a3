//! The audit in the window: checks listed, those that differ first, flagged in table and queue, and led to their figures.

#![cfg(feature = "window")]
#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

mod window_driver;

use egui::Role;
use egui_kittest::kittest::Queryable as _;
use window_driver::{Window, click_button, open, options, paste, says};

/// The households add up; of the people, one figure has a wrong digit.
const PASTED: &str =
    "中阳县2018年脱贫攻坚情况。\n\n2018年，全县有贫困户4475户14819人，其中已脱贫3162户10572人，未脱贫1313户4257人。\n";

fn window() -> Window {
    let mut window = open(options());
    paste(&mut window, PASTED);
    window
}

fn rows(window: &Window) -> Vec<String> {
    let rows = window.query_all_by_role(Role::ListBoxOption);
    rows.filter_map(|row| egui_kittest::kittest::NodeT::accesskit_node(&row).label()).collect()
}

#[test]
fn checks_are_listed_with_their_arithmetic_and_lead_to_their_figures() {
    let mut window = window();
    click_button(&mut window, "核对");
    let listed = rows(&window);
    let agrees = listed.iter().position(|row| row.starts_with("一致") && row.contains("3162户 + 1313户 = 4,475 户"));
    assert!(agrees.is_some(), "{listed:?}");
    let row = listed[agrees.expect("the row")].clone();
    window.get_by_label(&row).click();
    window.run_ok();
    assert!(says(&window, "“3162户”"), "the first figure is selected");
    window.get_by_label(&row).click();
    window.run_ok();
    assert!(says(&window, "“1313户”"), "the next click goes on to the next");
}

#[test]
fn a_check_that_differs_comes_first_and_flags_its_figures() {
    let mut window = window();
    click_button(&mut window, "核对");
    let listed = rows(&window);
    assert!(listed[0].starts_with("不符") && listed[0].contains("10572人 + 4257人"), "{listed:?}");
    click_button(&mut window, "复核");
    let queue = rows(&window);
    let flagged: Vec<bool> = queue.iter().map(|row| row.contains("核算不符")).collect();
    assert_eq!(flagged, [true, true, true, false, false, false], "the figures of that sum come first: {queue:?}");
}

#[test]
fn the_status_bar_counts_the_checks() {
    let window = window();
    assert!(says(&window, "项核对一致"));
}
