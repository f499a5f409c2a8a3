//! The window, driven as a person or a screen reader would: by the labels of what is on it.

#![cfg(feature = "window")]
#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

mod window_driver;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use countylens::app::AppOptions;
use countylens::codelist::Codelists;
use countylens::pipeline::{Document, ReadError, ReadOptions};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use window_driver::{Window, click, has, open, options, sample, says, until};

fn window(files: &[&str]) -> Window {
    open(AppOptions { files: files.iter().map(|name| sample(name)).collect(), ..options() })
}

/// Asks for the window's own picture; the field for its path appears.
fn take_picture(window: &mut Window) {
    let keys = egui::Modifiers::COMMAND | egui::Modifiers::ALT;
    window.key_press_modifiers(keys, egui::Key::P);
    until(window, |window| has(window, "路径"));
}

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("the app reads the path".to_owned())
    }
}

fn drop_files(window: &mut Window, files: &[PathBuf], at: Option<egui::Pos2>) {
    for file in files {
        window.input_mut().dropped_files.push(Arc::new(Dropped(file.clone())));
    }
    if let Some(at) = at {
        window.hover_at(at);
    }
    window.step();
    until(window, |window| !window.state().is_reading());
}

#[test]
fn the_samples_are_laid_side_by_side_from_the_first_screen() {
    let mut window = window(&[]);
    click(&mut window, "打开示例报告");
    until(&mut window, |window| window.state().reports().len() == 2);
    for label in [
        "左县 中阳县",
        "右县 临县",
        "贫困发生率 2014 中阳县 20.5%",
        "贫困发生率 2017年底 中阳县 0.7%",
        "贫困村数 2014 中阳县 37 个",
        "贫困村数 2018年底 临县 136 个",
    ] {
        assert!(has(&window, label), "{label}");
    }
}

#[test]
fn a_click_on_a_figure_shows_its_sentence() {
    let mut window = window(&["zhongyang-2018.txt", "linxian-2019.txt"]);
    let cell = window.query_all_by_label("贫困发生率 2014 中阳县 20.5%").next().expect("the cell or the point");
    cell.click();
    window.run_ok();
    let sentence = window.query_all_by_label_contains("贫困人口7969户20918人，贫困发生率20.5").next();
    assert!(sentence.is_some(), "the evidence panel has the sentence");
    assert!(has(&window, "中阳县 · 贫困发生率 · 2014 · 实际"));
}

#[test]
fn a_file_takes_the_side_it_is_dropped_on() {
    let mut window = window(&[]);
    drop_files(&mut window, &[sample("zhongyang-2018.txt")], Some(egui::pos2(1000.0, 400.0)));
    assert!(has(&window, "右县 中阳县"));
    drop_files(&mut window, &[sample("linxian-2019.txt")], Some(egui::pos2(200.0, 400.0)));
    assert!(has(&window, "左县 临县"));
}

#[test]
fn several_files_dropped_at_once_are_laid_side_by_side() {
    let mut window = window(&[]);
    let files = ["linxian-2019.txt", "zhongyang-2018.txt"].map(sample);
    drop_files(&mut window, &files, Some(egui::pos2(1000.0, 400.0)));
    assert!(has(&window, "左县 临县") && has(&window, "右县 中阳县"));
}

#[test]
fn a_drop_without_a_known_place_is_read_all_the_same() {
    let mut window = window(&[]);
    drop_files(&mut window, &[sample("linxian-2019.txt")], None);
    until(&mut window, |window| window.state().reports().len() == 1);
    assert!(has(&window, "左县 临县"));
}

#[test]
fn counties_are_picked_and_swapped() {
    let mut window = window(&["zhongyang-2018.txt", "linxian-2019.txt"]);
    click(&mut window, "左右对调");
    assert!(has(&window, "左县 临县") && has(&window, "右县 中阳县"));
    click(&mut window, "右县 中阳县");
    let in_list = |label: String| label.starts_with("临县 ") && label.ends_with("个数字");
    let entry =
        window.query_all_by_label_contains("个数字").find(|node| node.accesskit_node().label().is_some_and(in_list));
    entry.expect("临县 in the list").click();
    window.run_ok();
    assert!(has(&window, "右县 临县"));
}

#[test]
fn the_language_is_switched_and_figures_stay() {
    let mut window = window(&["zhongyang-2018.txt", "linxian-2019.txt"]);
    click(&mut window, "English");
    for label in ["File", "Open…", "Poverty incidence (headcount ratio) end-2017 中阳县 0.7%"] {
        assert!(has(&window, label), "{label}");
    }
    click(&mut window, "简体中文");
    assert!(has(&window, "文件"));
}

#[test]
fn the_picture_is_saved_as_a_png_of_the_windows_size() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("对比.png");
    let mut window = window(&["zhongyang-2018.txt", "linxian-2019.txt"]);
    take_picture(&mut window);
    let field = window.get_by_label("路径");
    field.set_text_value_accesskit(&path.display().to_string());
    window.run_ok();
    click(&mut window, "保存");
    until(&mut window, |window| !window.state().notices().is_empty());
    let picture = image::open(&path).expect("a picture").into_rgb8();
    assert_eq!(picture.dimensions(), (1280, 800));
    let colours: std::collections::BTreeSet<_> = picture.pixels().map(|pixel| pixel.0).collect();
    assert!(colours.len() > 50, "the picture shows more than a background");
}

#[test]
fn messages_stay_out_of_the_picture() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(&["zhongyang-2018.txt", "linxian-2019.txt"]);
    let mut save = |name: &str| {
        let path = folder.path().join(name);
        take_picture(&mut window);
        window.get_by_label("路径").set_text_value_accesskit(&path.display().to_string());
        window.run_ok();
        click(&mut window, "保存");
        let saved = path.display().to_string();
        until(&mut window, |window| window.state().notices().iter().any(|notice| notice.arguments[0].1 == saved));
        image::open(&path).expect("a picture").into_rgb8()
    };
    let (first, second) = (save("1.png"), save("2.png"));
    // The first save leaves a message above the plot, where the second picture must show the card's white.
    let middle = |picture: &image::RgbImage| (100..130).map(|y| picture.get_pixel(700, y).0).collect::<Vec<_>>();
    assert_eq!(middle(&first), middle(&second));
}

#[test]
fn files_are_opened_by_path_where_there_is_no_native_dialog() {
    let mut window = window(&[]);
    window.query_all_by_label("打开…").next().expect("a button").click();
    window.run_ok();
    let paths = format!("{}\n{}", sample("zhongyang-2018.txt").display(), sample("linxian-2019.txt").display());
    window.get_by_label("路径").set_text_value_accesskit(&paths);
    window.run_ok();
    click(&mut window, "打开");
    until(&mut window, |window| window.state().reports().len() == 2);
    assert!(has(&window, "左县 中阳县") && has(&window, "右县 临县"));
}

#[test]
fn what_cannot_be_read_is_said_and_leaves_the_rest_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let jpeg = folder.path().join("照片.txt");
    std::fs::write(&jpeg, [0xff, 0xd8, 0xff, 0xe0, 0, 16, b'J', b'F', b'I', b'F', 0, 1]).expect("written");
    let empty = folder.path().join("空.txt");
    std::fs::write(&empty, b"").expect("written");
    let mut window = window(&["zhongyang-2018.txt", "linxian-2019.txt"]);
    let files = [jpeg, empty, folder.path().to_path_buf(), folder.path().join("没有.txt")];
    drop_files(&mut window, &files, None);
    for words in ["JPEG 文件，不是文本", "文件是空的", "这是一个文件夹", "没有这个文件"] {
        assert!(says(&window, words), "{words}");
    }
    assert_eq!(window.state().reports().len(), 2);
    assert!(has(&window, "贫困发生率 2014 中阳县 20.5%"));
    window.query_all_by_label("知道了").next().expect("a way to put it away").click();
    window.run_ok();
    assert_eq!(window.state().notices().len(), 3);
}

#[test]
fn pasted_words_are_read_and_a_missing_incidence_is_said() {
    let mut window = window(&["zhongyang-2018.txt"]);
    click(&mut window, "粘贴文本…");
    let words = "兴县地处吕梁山区。2019年底，兴县全县贫困村296个，全县农村居民人均可支配收入达到6000元。";
    window.get_by_label("报告的文字").set_text_value_accesskit(words);
    window.run_ok();
    click(&mut window, "读取");
    until(&mut window, |window| window.state().reports().len() == 2);
    assert!(has(&window, "右县 兴县"));
    assert!(has(&window, "贫困发生率 兴县 未载"), "the table says so");
    assert!(has(&window, "兴县：报告未载贫困发生率"), "and so does the plot");
}

#[test]
fn the_filter_keeps_only_matching_indicators() {
    let mut window = window(&["zhongyang-2018.txt", "linxian-2019.txt"]);
    window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::F);
    window.run_ok();
    assert!(window.get_by_label("查找指标").is_focused());
    window.get_by_label("查找指标").type_text("贫困人口");
    window.run_ok();
    assert!(has(&window, "贫困人口 2014 中阳县 20,918 人"));
    assert!(!has(&window, "贫困村数 2014 中阳县 37 个"));
}

#[test]
fn reading_can_be_stopped_and_what_was_read_stays() {
    /// Never done with the second file in the time of the test.
    fn slowly(bytes: &[u8], path: &str, codelists: &Codelists, asked: ReadOptions) -> Result<Document, ReadError> {
        if path.contains("linxian") {
            std::thread::sleep(Duration::from_secs(20));
        }
        countylens::pipeline::read_document(bytes, path, codelists, asked)
    }
    let mut window = open(AppOptions { read: slowly, ..options() });
    let files = ["zhongyang-2018.txt", "linxian-2019.txt", "jiaokou-2018.txt"].map(sample);
    for file in files {
        window.input_mut().dropped_files.push(Arc::new(Dropped(file)));
    }
    window.step();
    window.step();
    until(&mut window, |window| window.state().reports().len() == 1);
    click(&mut window, "停止读取");
    assert!(!window.state().is_reading(), "the window does not wait for the file at hand");
    assert_eq!(window.state().reports().len(), 1);
    assert!(says(&window, "还有 2 个文件没有读"));
}

#[test]
fn a_report_can_be_read_in_another_encoding() {
    // ASCII reads alike in both, so that nothing is drawn that the font has no glyph for.
    let path = std::env::temp_dir().join(format!("countylens-encoding-{}.txt", std::process::id()));
    std::fs::write(&path, "Zhongyang 2018: 37%").expect("a temporary file");
    let mut window = window(&[]);
    window.input_mut().dropped_files.push(Arc::new(Dropped(path.clone())));
    window.step();
    until(&mut window, |window| window.state().reports().len() == 1);
    assert_eq!(window.state().reports()[0].origin.encoding, "UTF-8");
    std::fs::remove_file(path).expect("the file is there");
    let label = window
        .query_all_by_label_contains("文字编码")
        .find_map(|node| node.accesskit_node().label())
        .expect("the menu of the card");
    click(&mut window, &label);
    click(&mut window, "GB18030");
    // The same bytes: the file itself is gone.
    until(&mut window, |window| window.state().reports()[0].origin.encoding == "gb18030");
    assert_eq!(window.state().reports().len(), 1, "the report is read anew, not a second time");
    assert_eq!(window.state().reports()[0].origin.encoding_confidence.as_str(), "chosen");
}

#[test]
fn ctrl_v_brings_the_clipboard_into_the_paste_box() {
    let mut window = window(&[]);
    window.event(egui::Event::Paste("2018年，中阳县贫困发生率0.7%。".to_owned()));
    window.run_ok();
    click(&mut window, "读取");
    until(&mut window, |window| window.state().reports().len() == 1);
    assert!(has(&window, "左县 中阳县"));
}

#[test]
fn an_idle_window_does_not_repaint() {
    let mut window = window(&["zhongyang-2018.txt", "linxian-2019.txt"]);
    window.run_ok();
    window.step();
    let delay = window.output().viewport_output[&egui::ViewportId::ROOT].repaint_delay;
    assert_eq!(delay, Duration::MAX, "nothing asks for another frame");
}

#[test]
fn figures_are_walked_through_by_keyboard() {
    let mut window = window(&["zhongyang-2018.txt", "linxian-2019.txt"]);
    let place = |window: &Window| {
        window
            .query_all_by_label_contains("第 ")
            .find_map(|node| node.value().or_else(|| node.accesskit_node().label()))
    };
    let before = place(&window);
    window.key_press_modifiers(egui::Modifiers::ALT, egui::Key::ArrowRight);
    window.run_ok();
    assert_ne!(before, place(&window), "the next figure is shown");
}
