//! The dialog of the comparison picture, driven by the labels and keys that a person or a screen reader has.

#![cfg(feature = "window")]
#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

mod window_driver;

use std::path::Path;

use countylens::app::AppOptions;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use window_driver::{Window, both, click, has, open, options, until};

/// A window on two sample reports that keeps its settings in `settings`.
fn window(settings: &Path) -> Window {
    open(AppOptions { files: both(), settings: Some(settings.to_path_buf()), ..options() })
}

/// Opens the dialog and waits until the picture is seen.
fn open_dialog(window: &mut Window) {
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::P);
    window.run_ok();
    seen(window);
}

fn seen(window: &mut Window) {
    until(window, |window| has(window, "A4 竖版") && !has(window, "正在画…"));
}

fn is_chosen(window: &Window, label: &str) -> bool {
    window.get_by_label(label).accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
}

#[test]
fn a_picture_is_chosen_seen_saved_and_the_choice_remembered() {
    let settings = tempfile::tempdir().expect("a folder");
    let path = settings.path().join("对照.svg");
    let mut first = window(settings.path());
    open_dialog(&mut first);
    assert!(is_chosen(&first, "A4 竖版") && is_chosen(&first, "PNG") && is_chosen(&first, "2×"));
    click(&mut first, "手机长图");
    click(&mut first, "SVG");
    seen(&mut first);
    assert!(is_chosen(&first, "手机长图") && !has(&first, "2×"), "only pixels have a resolution");
    assert!(has(&first, "预览，第 1 页，共 1 页"));
    click(&mut first, "保存…");
    until(&mut first, |window| has(window, "路径"));
    first.get_by_label("路径").set_text_value_accesskit(&path.display().to_string());
    first.run_ok();
    click(&mut first, "保存");
    until(&mut first, |window| !window.state().notices().is_empty());
    let svg = std::fs::read_to_string(&path).expect("a picture");
    assert!(svg.contains(">中阳县与临县脱贫情况对照</text>"), "{}", &svg[..200]);
    until(&mut first, |_| settings.path().join("picture.json").exists());
    drop(first);

    let mut second = window(settings.path());
    open_dialog(&mut second);
    assert!(is_chosen(&second, "手机长图") && is_chosen(&second, "SVG"));
}

#[test]
fn the_picture_shows_the_rows_that_the_table_shows_and_goes_to_the_clipboard() {
    let settings = tempfile::tempdir().expect("a folder");
    let path = settings.path().join("对照.svg");
    let mut window = window(settings.path());
    window.get_by_label("查找指标").set_text_value_accesskit("贫困发生率");
    window.run_ok();
    open_dialog(&mut window);
    click(&mut window, "SVG");
    click(&mut window, "复制图片");
    until(&mut window, |window| window.state().notices().iter().any(|notice| notice.key == "notice-copied-picture"));
    click(&mut window, "保存…");
    until(&mut window, |window| has(window, "路径"));
    window.get_by_label("路径").set_text_value_accesskit(&path.display().to_string());
    window.run_ok();
    click(&mut window, "保存");
    until(&mut window, |_| path.exists());
    let svg = std::fs::read_to_string(&path).expect("a picture");
    assert!(svg.contains("贫困发生率（%）") && !svg.contains("贫困村数（个）"));
}
