//! The reports' text in the window: figures clicked in it, words found and marked in it, both layouts, and long reports.

#![cfg(feature = "window")]
#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

mod window_driver;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use countylens::app::AppOptions;
use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::Queryable as _;
use window_driver::{Window, both, click_button, open, options, paste, says};

const FRAMES: u32 = 20;
const PASTED: &str = "中阳县的数字。\n\n37个贫困村和7969户贫困户2014年分布在中阳县。三百来座大棚分布在全县。\n\n2017年底，全县贫困\n发生率降到0.7%。\n";

fn window(files: Vec<PathBuf>) -> Window {
    open(AppOptions { files, ..options() })
}

/// The text of the pasted report.
fn pasted() -> Window {
    let mut window = window(Vec::new());
    paste(&mut window, PASTED);
    click_button(&mut window, "原文");
    window
}

#[test]
fn a_click_on_a_figure_in_the_text_selects_it() {
    let mut window = pasted();
    let place = window.get_by_label("原文第 2 段").rect();
    let first_letter = egui::pos2(place.left() + 5.0, place.top() + 11.0);
    window.hover_at(first_letter);
    window.run_ok();
    for pressed in [true, false] {
        let button = egui::PointerButton::Primary;
        window.input_mut().events.push(egui::Event::PointerButton {
            pos: first_letter,
            button,
            pressed,
            modifiers: Modifiers::NONE,
        });
        window.step();
    }
    window.run_ok();
    assert!(says(&window, "“37个”"), "the evidence shows the figure as written");
}

#[test]
fn words_are_found_across_hard_wraps_and_counted() {
    let mut window = pasted();
    window.get_by_label("在原文中查找").focus();
    window.get_by_label("在原文中查找").type_text("贫困");
    window.run_ok();
    assert!(says(&window, "第 1 处，共 3 处"));
    click_button(&mut window, "下一处");
    assert!(says(&window, "第 2 处，共 3 处"));
    window.get_by_label("在原文中查找").focus();
    window.get_by_label("在原文中查找").type_text("发生率");
    window.run_ok();
    assert!(says(&window, "第 1 处，共 1 处"), "the words run over a hard wrap");
}

#[test]
fn the_keyboard_goes_from_the_find_box_to_the_text() {
    let mut window = pasted();
    window.key_press_modifiers(Modifiers::COMMAND, Key::F);
    window.run_ok();
    assert!(window.get_by_label("在原文中查找").is_focused());
    window.key_press(Key::Tab);
    window.run_ok();
    assert!(window.get_by_label("原文第 1 段").is_focused());
}

#[test]
fn the_layout_of_the_file_is_one_click_away() {
    let mut window = pasted();
    assert!(!says(&window, "原文第 6 段"));
    click_button(&mut window, "原版");
    assert!(says(&window, "原文第 6 段"), "six lines, the hard wrap and the empty ones among them");
}

#[test]
fn both_reports_stand_side_by_side() {
    let mut window = window(both());
    click_button(&mut window, "原文");
    let paragraphs = |window: &Window| window.query_all_by_label("原文第 1 段").count();
    click_button(&mut window, "两县并排");
    let both = paragraphs(&window) + window.query_all_by_label_contains("原文第").count();
    click_button(&mut window, "两县并排");
    let one = window.query_all_by_label_contains("原文第").count();
    assert!(both > one, "{both} paragraphs of both, {one} of one");
}

#[test]
fn words_marked_by_keyboard_become_a_figure() {
    let mut window = pasted();
    window.get_by_label("原文第 2 段").focus();
    window.run_ok();
    let end_of_first = PASTED.lines().nth(2).and_then(|line| line.find("三百")).expect("the words are there");
    let letters = PASTED.lines().nth(2).map_or(0, |line| line[..end_of_first].chars().count());
    window.key_press(Key::Home);
    for _ in 0..letters {
        window.key_press(Key::ArrowRight);
    }
    for _ in 0..4 {
        window.key_press_modifiers(Modifiers::SHIFT, Key::ArrowRight);
    }
    window.run_ok();
    let before = window.state().reports()[0].observations.len();
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::A);
    window.run_ok();
    let value = window.get_by_role_and_label(Role::TextInput, "数值").value();
    assert_eq!(value.as_deref(), Some(""), "the form is open and guesses nothing of words that the reader cannot read");
    assert!(window.state().reports()[0].observations.len() == before, "nothing is added before it is confirmed");
}

/// How long a frame takes in a long report; printed, since it is the machine's speed. `cargo test --release` tells most.
#[test]
fn a_long_report_is_scrolled_and_selected_in() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("long.txt");
    let sample = include_str!("../assets/samples/zhongyang-2018.txt");
    let megabytes = if cfg!(debug_assertions) { 1 } else { 5 };
    std::fs::write(&path, sample.repeat(megabytes * 1024 * 1024 / sample.len() + 1)).expect("a file");
    let mut window = window(vec![path]);
    click_button(&mut window, "原文");
    let place = window.get_all_by_label_contains("原文第").next().expect("a paragraph").rect();
    window.hover_at(place.center());
    let figures = window.state().reports()[0].observations.len();
    let mut slowest = [Duration::ZERO; 2];
    let mut sum = [Duration::ZERO; 2];
    for frame in 0..FRAMES {
        let scroll = egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -400.0),
            modifiers: Modifiers::NONE,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
        };
        window.input_mut().events.push(scroll);
        let start = Instant::now();
        window.step();
        let scrolled = start.elapsed();
        window.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
        let start = Instant::now();
        window.step();
        for (kind, took) in [scrolled, start.elapsed()].into_iter().enumerate() {
            slowest[kind] = slowest[kind].max(if frame == 0 { Duration::ZERO } else { took });
            sum[kind] += took;
        }
    }
    window.run_ok();
    println!(
        "{megabytes} MB, {figures} figures: a frame of scrolling {:?} (slowest {:?}), of selecting {:?} (slowest {:?})",
        sum[0] / FRAMES,
        slowest[0],
        sum[1] / FRAMES,
        slowest[1]
    );
    assert!(window.query_all_by_label_contains("原文第").count() < 60, "only the paragraphs in view are laid out");
}
