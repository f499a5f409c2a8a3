//! One whole review, all by keyboard, saved and opened again: what was done is there, and the comparison shows it.

#![cfg(feature = "window")]
#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

mod window_driver;

use std::path::PathBuf;

use countylens::app::AppOptions;
use countylens::model::{Observation, ReviewState};
use egui::{Event, Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use window_driver::{Window, both, open, options, press, says, tap, until};

const CONTROL: Modifiers = Modifiers::COMMAND;
const CONTROL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

fn window(files: Vec<PathBuf>) -> Window {
    let mut window = open(AppOptions { files, ..options() });
    until(&mut window, |window| !window.state().is_busy() && !window.state().reports().is_empty());
    window
}

/// Types in place of what the field that has the keyboard holds.
fn fill(window: &mut Window, words: &str) {
    press(window, CONTROL, Key::A);
    window.input_mut().events.push(Event::Text(words.to_owned()));
    window.run_ok();
}

/// The label of what has the keyboard.
fn focused(window: &Window) -> String {
    let nodes = window.query_all_by_role(Role::TextInput);
    let mut focused = nodes.filter(egui_kittest::Node::is_focused).filter_map(|node| node.accesskit_node().label());
    focused.next().unwrap_or_default()
}

fn figures(window: &Window) -> impl Iterator<Item = &Observation> {
    window.state().reports().iter().flat_map(|report| &report.observations)
}

fn count(window: &Window, state: ReviewState) -> usize {
    figures(window).filter(|figure| figure.review.state == state).count()
}

fn undone(window: &Window) -> Vec<&'static str> {
    let entries = window.state().history().entries().iter();
    entries.filter(|entry| entry.undone).map(|entry| entry.action.as_str()).collect()
}

#[test]
fn a_review_by_keyboard_is_saved_and_opened_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("walk.countylens");
    let mut window = window(both());

    press(&mut window, CONTROL, Key::Num3);
    tap(&mut window, Key::N);
    for _ in 0..10 {
        tap(&mut window, Key::A);
    }
    assert_eq!(count(&window, ReviewState::Accepted), 10);

    tap(&mut window, Key::E);
    assert_eq!(focused(&window), "数值");
    tap(&mut window, Key::Tab);
    assert_eq!(focused(&window), "单位");
    tap(&mut window, Key::Tab);
    assert_eq!(focused(&window), "时间");
    fill(&mut window, "2016-12");
    tap(&mut window, Key::Enter);
    assert_eq!(count(&window, ReviewState::Corrected), 1);

    tap(&mut window, Key::N);
    tap(&mut window, Key::X);
    tap(&mut window, Key::Enter);
    assert_eq!(count(&window, ReviewState::Rejected), 1);

    // The first letters of the first paragraph in sight become a figure.
    press(&mut window, CONTROL, Key::Num2);
    press(&mut window, CONTROL, Key::F);
    tap(&mut window, Key::Tab);
    tap(&mut window, Key::Home);
    for _ in 0..3 {
        press(&mut window, Modifiers::SHIFT, Key::ArrowRight);
    }
    press(&mut window, CONTROL_SHIFT, Key::A);
    assert_eq!(focused(&window), "数值");
    fill(&mut window, "12.5");
    tap(&mut window, Key::Tab);
    assert_eq!(focused(&window), "单位");
    fill(&mut window, "km");
    tap(&mut window, Key::Tab);
    fill(&mut window, "2016");
    for _ in 0..3 {
        press(&mut window, Modifiers::SHIFT, Key::Tab);
    }
    assert_eq!(focused(&window), "名目");
    fill(&mut window, "pilot");
    tap(&mut window, Key::Enter);
    let added = |window: &Window| figures(window).any(|figure| figure.review.added && &*figure.label == "pilot");
    assert!(added(&window));

    press(&mut window, CONTROL, Key::Z);
    press(&mut window, CONTROL, Key::Z);
    assert_eq!(undone(&window), ["reject", "add"]);
    press(&mut window, CONTROL_SHIFT, Key::Z);
    assert_eq!(undone(&window), ["add"]);

    press(&mut window, CONTROL, Key::Num1);
    press(&mut window, CONTROL, Key::F);
    fill(&mut window, "wfgz");
    let corrected = "危房改造户数 2016年底 临县 9,846 户 · 已更正";
    assert!(says(&window, corrected), "the comparison shows it");
    press(&mut window, CONTROL_SHIFT, Key::S);
    fill(&mut window, &path.display().to_string());
    tap(&mut window, Key::Enter);
    until(&mut window, |window| !window.state().is_busy());
    assert!(!window.state().has_unsaved_work(), "{:?}", window.state().notices());
    let history = window.state().history().clone();
    let reports = window.state().reports().to_vec();
    drop(window);

    let mut window = self::window(vec![path]);
    assert_eq!(*window.state().history(), history);
    assert_eq!(window.state().reports(), reports);
    assert!(says(&window, corrected), "and still does");
    assert!(!added(&window));
    press(&mut window, CONTROL_SHIFT, Key::Z);
    assert!(added(&window), "what was taken back can still be brought again");
}
