//! How the window looks, where looks are the point: a few pictures, on reports built by hand.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

mod window_fixture;

use countylens::app::{AppOptions, CountyLensApp, DialogMode};
use countylens::locale::Language;
use countylens::ui::ThemeChoice;
use egui_kittest::Harness;

fn picture(name: &str, files: &[&str], language: Language, theme: ThemeChoice) {
    let folder = tempfile::tempdir().expect("a folder");
    let files = files.iter().map(|name| folder.path().join(name)).collect::<Vec<_>>();
    for file in &files {
        std::fs::write(file, "报告").expect("written");
    }
    let mut window = Harness::builder().with_size([1280.0, 800.0]).with_max_steps(60).wgpu().build_eframe(|creation| {
        let options = AppOptions {
            files,
            dialogs: DialogMode::InApp,
            language,
            theme,
            takes_drops: true,
            read: window_fixture::read,
            ..AppOptions::default()
        };
        CountyLensApp::new(creation, options)
    });
    while window.state().is_reading() {
        std::thread::sleep(std::time::Duration::from_millis(2));
        window.step();
    }
    window.run_ok();
    window.snapshot(name);
}

#[test]
fn first_screen() {
    picture("first-screen", &[], Language::Chinese, ThemeChoice::Light);
}

#[test]
fn two_counties_in_chinese_on_white() {
    picture("two-counties-light", &["zhongyang.txt", "linxian.txt"], Language::Chinese, ThemeChoice::Light);
}

#[test]
fn two_counties_in_english_on_black() {
    picture("two-counties-dark", &["zhongyang.txt", "linxian.txt"], Language::English, ThemeChoice::Dark);
}
