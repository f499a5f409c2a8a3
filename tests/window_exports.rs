//! Exports and citations in the window: every format by label and key, files that open again, citations on the clipboard.

#![cfg(feature = "window")]
#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

mod window_driver;

use std::path::Path;

use countylens::app::AppOptions;
use countylens::export::ExportFormat;
use countylens::ui::{Command, NoticeKind};
use egui::accesskit::Role;
use egui::{Key, Modifiers, OutputCommand};
use egui_kittest::kittest::Queryable as _;
use window_driver::{Window, both, click, open, options, until};

fn window() -> Window {
    open(AppOptions { files: both(), ..options() })
}

/// Saves at `path` what the export dialog was confirmed with, and waits for the message.
fn save_at(window: &mut Window, path: &Path) -> NoticeKind {
    click(window, "选择位置…");
    let field = window.get_by_role_and_label(Role::TextInput, "路径");
    field.set_text_value_accesskit(&path.display().to_string());
    window.run_ok();
    window.key_press(Key::Enter);
    window.run_ok();
    until(window, |window| !window.state().notices().is_empty());
    let kind = window.state().notices().first().expect("a message").kind;
    let ctx = window.ctx.clone();
    window.state_mut().carry_out(Command::DismissNotice(0), &ctx);
    window.run_ok();
    kind
}

#[test]
fn the_comparison_and_the_figures_are_saved_in_every_format() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window();
    for (label, format) in [
        ("Excel 工作簿（.xlsx）：对照、数字、来源各一张表", ExportFormat::Xlsx),
        ("CSV 表格（.csv）：每行一项", ExportFormat::Csv),
        ("网页（.html）：点数字看原句，单个文件", ExportFormat::Html),
        ("Markdown（.md）：表格，原句作脚注", ExportFormat::Markdown),
        ("JSON（.json）：供程序读取", ExportFormat::Json),
        ("SDMX-CSV 2.0（.sdmx.csv）：供统计系统，附结构说明", ExportFormat::Sdmx),
    ] {
        for command in ["导出对照表…", "导出全部数字…"] {
            click(&mut window, "文件");
            window.get_by_label_contains(command).click();
            window.run_ok();
            click(&mut window, label);
            // A name without an ending gets that of the chosen format.
            let name = folder.path().join(command.trim_end_matches('…'));
            assert_eq!(save_at(&mut window, &name), NoticeKind::Done);
            let bytes = std::fs::read(format!("{}.{}", name.display(), format.extension())).expect("saved");
            assert!(bytes.len() > 1000, "{command} {format:?}");
        }
    }
    assert!(folder.path().join("导出对照表.sdmx.structure.md").exists());
}

#[test]
fn the_keyboard_opens_the_export_and_a_bad_folder_is_named() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window();
    window.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    window.run_ok();
    window.get_by_role_and_label(Role::RadioButton, "CSV 表格（.csv）：每行一项").focus();
    window.run_ok();
    window.key_press(Key::Space);
    window.run_ok();
    assert_eq!(save_at(&mut window, &folder.path().join("没有/对照.csv")), NoticeKind::Error);
}

/// What `ask` puts on the clipboard.
fn copied(window: &mut Window, ask: impl FnOnce(&mut Window)) -> Option<String> {
    ask(window);
    for _ in 0..4 {
        window.step();
        let found = window.output().platform_output.commands.iter().find_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if found.is_some() {
            return found;
        }
    }
    None
}

#[test]
fn a_figure_is_cited_from_the_keyboard_and_from_the_evidence() {
    let mut window = window();
    // In one frame: the clipboard is told of in the frame of the key.
    let keys = |window: &mut Window| {
        let modifiers = Modifiers::COMMAND | Modifiers::SHIFT;
        let (key, pressed) = (Key::K, true);
        let event = egui::Event::Key { key, pressed, modifiers, repeat: false, physical_key: None };
        window.input_mut().events.push(egui::Event::ModifiersChanged(modifiers));
        window.input_mut().events.push(event);
    };
    let ctx = window.ctx.clone();
    let at = countylens::model::ObservationRef { report: 0, id: 1 };
    window.state_mut().carry_out(Command::Select(at), &ctx);
    window.run_ok();
    let by_key = copied(&mut window, keys).expect("a citation");
    assert!(by_key.contains("中阳县2014年") && by_key.contains("zhongyang-2018.txt"), "{by_key}");
    let by_button = copied(&mut window, |window| window.get_by_label("复制引文").click());
    assert_eq!(by_button, Some(by_key));
    assert!(window.query_by_label("复制 BibTeX").is_none(), "the page names no newspaper");
}
