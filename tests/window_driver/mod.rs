//! Opens windows for tests and works them by labels and keys, as a person or a screen reader does.
#![allow(dead_code)] // each test file uses its own part
#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use countylens::app::{AppOptions, CountyLensApp, DialogMode};
use countylens::locale::Language;
use countylens::ui::ThemeChoice;
use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

pub(crate) type Window = Harness<'static, CountyLensApp>;

/// Of the window, in points.
pub(crate) const SIZE: [f32; 2] = [1280.0, 800.0];

const PATIENCE: Duration = Duration::from_mins(1);

/// A light window in Chinese, where files can be dropped and paths are asked for in the window itself.
pub(crate) fn options() -> AppOptions {
    AppOptions {
        dialogs: DialogMode::InApp,
        language: Language::Chinese,
        theme: ThemeChoice::Light,
        takes_drops: true,
        ..AppOptions::default()
    }
}

/// A sample report.
pub(crate) fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples").join(name)
}

/// The sample reports on 中阳县 and 临县.
pub(crate) fn both() -> Vec<PathBuf> {
    vec![sample("zhongyang-2018.txt"), sample("linxian-2019.txt")]
}

/// A window that has read its files.
pub(crate) fn open(options: AppOptions) -> Window {
    open_in(options, SIZE)
}

/// The same, of another size.
pub(crate) fn open_in(options: AppOptions, size: [f32; 2]) -> Window {
    let builder = Harness::builder().with_size(size).with_max_steps(60).wgpu();
    let mut window = builder.build_eframe(|creation| CountyLensApp::new(creation, options));
    until(&mut window, |window| !window.state().is_reading());
    window
}

/// A window that has read files of these names and texts, which are gone by then.
pub(crate) fn open_texts(options: AppOptions, files: &[(&str, &str)]) -> Window {
    let folder = tempfile::tempdir().expect("a folder");
    let paths = files.iter().map(|(name, text)| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).expect("written");
        path
    });
    open(AppOptions { files: paths.collect(), ..options })
}

/// Runs frames until `done`, while workers do their part.
#[track_caller]
pub(crate) fn until(window: &mut Window, done: impl Fn(&Window) -> bool) {
    let start = Instant::now();
    while !done(window) {
        assert!(start.elapsed() < PATIENCE, "the window did not get there; messages: {:?}", window.state().notices());
        std::thread::sleep(Duration::from_millis(2));
        window.step();
    }
    window.run_ok();
}

#[track_caller]
pub(crate) fn click(window: &mut Window, label: &str) {
    window.get_by_label(label).click();
    window.run_ok();
}

/// Clicks the button of this label, or else the tab, where other things have the same words.
#[track_caller]
pub(crate) fn click_button(window: &mut Window, label: &str) {
    let of = |role| window.query_all_by_role_and_label(role, label);
    of(Role::Button).chain(of(Role::Tab)).next().expect(label).click();
    window.run_ok();
}

pub(crate) fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run_ok();
}

/// Presses a key alone.
pub(crate) fn tap(window: &mut Window, key: Key) {
    press(window, Modifiers::NONE, key);
}

/// Whether something has just this label.
pub(crate) fn has(window: &Window, label: &str) -> bool {
    window.query_all_by_label(label).next().is_some()
}

/// Whether a label holds these words.
pub(crate) fn says(window: &Window, words: &str) -> bool {
    window.query_all_by_label_contains(words).next().is_some()
}

/// Reads a pasted text.
pub(crate) fn paste(window: &mut Window, text: &str) {
    click_button(window, "粘贴文本…");
    window.get_by_label("报告的文字").focus();
    window.get_by_label("报告的文字").type_text(text);
    window.run_ok();
    click_button(window, "读取");
    until(window, |window| !window.state().reports().is_empty());
}
