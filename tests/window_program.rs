//! The program itself: palette, menus by keyboard, settings that last, the size of everything, the list of shortcuts.

#![cfg(feature = "window")]
#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

mod window_driver;
mod window_fixture;

use std::path::Path;

use countylens::app::AppOptions;
use countylens::locale::Language;
use countylens::ui::{Command, ThemeChoice};
use egui::accesskit::Role;
use egui::{ImeEvent, Key, Modifiers};
use egui_kittest::kittest::{By, Queryable as _};
use window_driver::{Window, both, click, click_button, has, open, options, press, says, until};

/// A window over two reports, with its settings in `settings`.
fn window(settings: Option<&Path>, language: Language) -> Window {
    open(AppOptions {
        files: if settings.is_some() { Vec::new() } else { both() },
        language,
        read: window_fixture::read,
        settings: settings.map(Path::to_path_buf),
        first_steps: true,
        ..options()
    })
}

fn call(window: &mut Window, words: &str) {
    press(window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    let field = window.query_all_by_label("查找命令…").find(egui_kittest::Node::is_focused);
    field.expect("the field has the keyboard").type_text(words);
    window.run_ok();
    press(window, Modifiers::NONE, Key::Enter);
}

#[test]
fn a_command_is_called_by_its_name_in_any_language_or_by_its_initials() {
    let mut window = window(None, Language::Chinese);
    call(&mut window, "gdbd");
    assert_eq!(window.state().view().theme, ThemeChoice::HighContrast);
    assert!(!has(&window, "命令面板"), "the palette is gone");
    call(&mut window, "swap si");
    assert!(has(&window, "左县 临县"));
    call(&mut window, "浅色");
    assert_eq!(window.state().view().theme, ThemeChoice::Light);
}

#[test]
fn the_palette_lists_what_applies_and_is_gone_through_with_the_arrows() {
    let mut window = window(None, Language::Chinese);
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    assert!(!has(&window, "撤销"), "nothing was done yet that could be undone");
    let field = window.query_all_by_label("查找命令…").find(egui_kittest::Node::is_focused);
    field.expect("the field has the keyboard").type_text("可差一年");
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::Escape);
    call(&mut window, "面积");
    // Three commands: the first is called unless another is marked.
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    window.query_all_by_label("查找命令…").find(egui_kittest::Node::is_focused).expect("the field").type_text("面积");
    window.run_ok();
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_eq!(window.state().view().table.land, countylens::locale::LandUnit::Hectare);
    // Words that no command has.
    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    window.query_all_by_label("查找命令…").find(egui_kittest::Node::is_focused).expect("the field").type_text("qqq");
    window.run_ok();
    assert!(has(&window, "没有这样的命令，或者它现在用不上"));
}

#[test]
fn alt_and_a_letter_open_a_menu_that_the_arrows_go_through() {
    let mut window = window(None, Language::English);
    press(&mut window, Modifiers::ALT, Key::V);
    assert!(says(&window, "Expand all groups"), "the menu is open");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!says(&window, "Expand all groups"));
    press(&mut window, Modifiers::ALT, Key::H);
    for _ in 0..2 {
        press(&mut window, Modifiers::NONE, Key::ArrowDown);
    }
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(has(&window, "Open a menu"), "the second item shows the shortcuts");
}

#[test]
fn every_shortcut_is_on_its_page() {
    let mut window = window(None, Language::English);
    press(&mut window, Modifiers::NONE, Key::F1);
    let with_shortcut = Command::ALWAYS.into_iter().chain(Command::WITH_SHORTCUT);
    let listed: Vec<Command> = Command::listed().into_iter().map(|(_, command)| command).collect();
    for command in with_shortcut {
        assert!(listed.contains(&command), "{command:?} is not listed");
    }
    for words in ["Ctrl+Shift+P", "F11", "Ctrl+Shift+Z", "Alt+⏴"] {
        let found = says(&window, words);
        assert!(found || words.starts_with("Alt"), "{words}");
    }
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert!(!has(&window, "Open a menu"));
}

#[test]
fn settings_last_from_one_start_to_the_next() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut first = window(Some(folder.path()), Language::Chinese);
    press(&mut first, Modifiers::COMMAND, Key::Plus);
    press(&mut first, Modifiers::COMMAND, Key::Equals);
    assert_eq!(first.state().view().zoom, 125);
    assert!((first.ctx.zoom_factor() - 1.25).abs() < 1e-6);
    assert!(has(&first, "125%"), "the window says so");
    press(&mut first, Modifiers::COMMAND, Key::Comma);
    first.query_all_by_label("深色").last().expect("a choice").click();
    first.run_ok();
    first.query_all_by_label("English").last().expect("a choice").click();
    first.run_ok();
    let second = window(Some(folder.path()), Language::Chinese);
    assert_eq!((second.state().view().zoom, second.state().view().theme), (125, ThemeChoice::Dark));
    assert!(has(&second, "File"));
}

#[test]
fn a_folder_that_is_none_is_said_beside_its_field() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut window = window(Some(folder.path()), Language::Chinese);
    press(&mut window, Modifiers::COMMAND, Key::Comma);
    let type_path = |window: &mut Window, path: &Path| {
        window
            .get_by_role_and_label(Role::TextInput, "保存图片和表格的文件夹")
            .set_text_value_accesskit(&path.display().to_string());
        window.run_ok();
        window.get_by_label("完成").click();
        window.run_ok();
    };
    type_path(&mut window, &folder.path().join("none"));
    assert!(has(&window, "⚠ 没有这个文件夹，请检查路径。"));
    type_path(&mut window, folder.path());
    assert!(!has(&window, "⚠ 没有这个文件夹，请检查路径。"));
    let kept = countylens::project::read_settings(folder.path());
    assert_eq!(kept.folder.as_deref(), Some(folder.path()));
}

#[test]
fn the_first_steps_are_said_once_and_go_with_the_first_figure() {
    let folder = tempfile::tempdir().expect("a folder");
    let has_steps = |window: &Window| window.state().notices().iter().any(|notice| notice.key == "notice-first-steps");
    let mut first = window(Some(folder.path()), Language::Chinese);
    assert!(!has_steps(&first), "nothing to explain yet");
    first.get_by_label("打开示例报告").click();
    until(&mut first, |window| window.state().reports().len() == 2);
    assert!(has_steps(&first));
    press(&mut first, Modifiers::ALT, Key::ArrowRight);
    assert!(!has_steps(&first));
    let mut second = window(Some(folder.path()), Language::Chinese);
    second.get_by_label("打开示例报告").click();
    until(&mut second, |window| window.state().reports().len() == 2);
    assert!(!has_steps(&second));
}

#[test]
fn the_licences_are_a_page_away() {
    let mut window = window(None, Language::English);
    call_english(&mut window, "licen");
    assert!(says(&window, "accesskit"));
    press(&mut window, Modifiers::NONE, Key::Escape);
    call_english(&mut window, "about");
    assert!(says(&window, "never goes online"));
}

fn call_english(window: &mut Window, words: &str) {
    press(window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    let field = window.query_all_by_label("Find a command…").find(egui_kittest::Node::is_focused);
    field.expect("the field has the keyboard").type_text(words);
    window.run_ok();
    press(window, Modifiers::NONE, Key::Enter);
}

/// Composes words in the field that has the keyboard, as an input method does, and says what the field then holds.
fn compose(window: &mut Window, letters: &[&str], words: &str) -> String {
    let held = |window: &Window| {
        let field = window.query_all(By::new()).find(egui_kittest::Node::is_focused);
        field.and_then(|field| field.value()).expect("a field has the keyboard")
    };
    let send = |window: &mut Window, event: ImeEvent| {
        window.event(egui::Event::Ime(event));
        window.run_ok();
        let ime = window.output().platform_output.ime.expect("the field tells the input method where it is");
        assert!(!ime.should_interrupt_composition, "{words}: nothing cuts the composition off");
    };
    let before = held(window);
    for text in letters {
        send(window, ImeEvent::Preedit { text: (*text).to_owned(), active_range_chars: None });
        assert_eq!(held(window), format!("{before}{text}"), "what is composed is seen");
    }
    send(window, ImeEvent::Commit(words.to_owned()));
    held(window)
}

#[test]
fn an_input_method_composes_in_every_field() {
    let mut window = window(None, Language::Chinese);
    press(&mut window, Modifiers::COMMAND, Key::F);
    assert_eq!(compose(&mut window, &["p", "pin", "pin'kun", "贫困"], "贫困"), "贫困");
    assert_eq!(compose(&mut window, &["cun"], "村"), "贫困村", "a second word follows the first");

    press(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    assert_eq!(compose(&mut window, &["b", "bao", "bao'c", "bao'cun", "保存"], "保存"), "保存");
    press(&mut window, Modifiers::NONE, Key::Escape);

    click(&mut window, "粘贴文本…");
    window.get_by_label("报告的文字").focus();
    window.run_ok();
    assert_eq!(compose(&mut window, &["zhong", "zhong'yang"], "中阳"), "中阳");
    press(&mut window, Modifiers::NONE, Key::Escape);

    click(&mut window, "复核");
    press(&mut window, Modifiers::NONE, Key::X);
    assert_eq!(compose(&mut window, &["kou", "kou'hao"], "口号"), "口号");
    press(&mut window, Modifiers::NONE, Key::Escape);

    press(&mut window, Modifiers::NONE, Key::E);
    window.get_by_role_and_label(Role::TextInput, "原因").focus();
    window.run_ok();
    assert_eq!(compose(&mut window, &["bi", "bi'wu"], "笔误"), "笔误");
    press(&mut window, Modifiers::NONE, Key::Escape);

    click_button(&mut window, "原文");
    window.get_by_role_and_label(Role::TextInput, "在原文中查找").focus();
    window.run_ok();
    assert_eq!(compose(&mut window, &["quan", "quan'xian"], "全县"), "全县");
}
