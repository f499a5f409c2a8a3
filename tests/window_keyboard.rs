//! The window without a pointer, and what a screen reader finds in it.

#![cfg(feature = "window")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot set itself up has failed")]

mod window_driver;
mod window_fixture;

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use countylens::app::AppOptions;
use egui::accesskit::Role;
use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{AccessKitNode, NodeT as _, Queryable as _};
use window_driver::{SIZE, Window, both, open_in, options, press, until};

/// More steps than the window has things to reach.
const MOST_TABS: usize = 150;

fn window(files: Vec<PathBuf>, size: [f32; 2]) -> Window {
    open_in(AppOptions { files, read: window_fixture::read, ..options() }, size)
}

fn type_text(window: &mut Window, text: &str) {
    window.event(Event::Text(text.to_owned()));
    window.run_ok();
}

/// What a screen reader says of a node.
fn words(node: &AccessKitNode<'_>) -> String {
    node.label().or_else(|| node.value()).unwrap_or_default()
}

/// What has the keyboard.
fn focused(window: &Window) -> Option<(Role, String)> {
    let node = window.root().accesskit_node();
    let mut waiting = vec![node];
    while let Some(node) = waiting.pop() {
        if node.is_focused() && node.role() != Role::Window {
            return Some((node.role(), words(&node)));
        }
        waiting.extend(node.children());
    }
    None
}

/// Goes on with Tab until the keyboard is where `is_there` wants it.
fn tab_to(window: &mut Window, what: &str, is_there: impl Fn(Role, &str) -> bool) {
    let mut passed = Vec::new();
    for _ in 0..MOST_TABS {
        press(window, Modifiers::NONE, Key::Tab);
        if let Some((role, name)) = focused(window) {
            if is_there(role, &name) {
                return;
            }
            passed.push(format!("{role:?} {name}"));
        }
    }
    panic!("Tab does not reach {what}; it passes {passed:#?}");
}

#[test]
fn a_comparison_is_made_from_opening_to_the_picture_by_keyboard_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    let picture = folder.path().join("comparison.png");
    let mut window = window(Vec::new(), SIZE);

    // Open two files by their paths.
    press(&mut window, Modifiers::COMMAND, Key::O);
    let paths = both().iter().map(|path| path.display().to_string()).collect::<Vec<_>>();
    type_text(&mut window, &paths[0]);
    press(&mut window, Modifiers::NONE, Key::Enter);
    type_text(&mut window, &paths[1]);
    press(&mut window, Modifiers::COMMAND, Key::Enter);
    until(&mut window, |window| window.state().reports().len() == 2);

    // Exchange the counties with a button that Tab reaches.
    tab_to(&mut window, "the button that exchanges the sides", |role, name| role == Role::Button && name == "左右对调");
    press(&mut window, Modifiers::NONE, Key::Space);
    assert!(window.query_by_label("左县 临县").is_some());
    press(&mut window, Modifiers::COMMAND, Key::E);
    assert!(window.query_by_label("左县 中阳县").is_some());

    // Go along the plot's points: the keyboard is where the screen reader is.
    tab_to(&mut window, "a point of the plot", |role, name| role == Role::Button && name.starts_with("贫困发生率 "));
    let mut points = vec![focused(&window).expect("a point").1];
    for key in [Key::ArrowRight, Key::ArrowUp, Key::ArrowLeft, Key::ArrowRight, Key::ArrowDown] {
        press(&mut window, Modifiers::NONE, key);
        points.push(focused(&window).expect("a point").1);
    }
    assert!(points.iter().any(|point| point == "贫困发生率 2014 中阳县 20.5%"), "{points:?}");
    assert!(points.iter().any(|point| point == "贫困发生率 2018年底 临县 8.27%"), "{points:?}");
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert!(window.state().view().selection.is_some(), "Enter shows the point's sentence");

    // Into the table, cell by cell.
    tab_to(&mut window, "a figure of the table", |role, name| role == Role::Cell && name.contains("0.7%"));
    press(&mut window, Modifiers::NONE, Key::Enter);
    let first = window.state().view().selection;
    press(&mut window, Modifiers::NONE, Key::ArrowDown);
    press(&mut window, Modifiers::NONE, Key::Enter);
    assert_ne!(window.state().view().selection, first, "the row below was chosen");

    // Look only at one indicator.
    press(&mut window, Modifiers::COMMAND, Key::F);
    type_text(&mut window, "pkfsl");
    assert!(window.query_all_by_label("贫困村数 2014 中阳县 37 个").next().is_none());
    press(&mut window, Modifiers::NONE, Key::Escape);

    // Save the picture.
    press(&mut window, Modifiers::COMMAND, Key::P);
    until(&mut window, |window| window.query_by_label("A4 竖版").is_some());
    tab_to(&mut window, "the button that goes on", |role, name| role == Role::Button && name == "保存…");
    press(&mut window, Modifiers::NONE, Key::Enter);
    until(&mut window, |window| window.query_by_label("路径").is_some());
    press(&mut window, Modifiers::COMMAND, Key::A);
    type_text(&mut window, &picture.display().to_string());
    press(&mut window, Modifiers::NONE, Key::Enter);
    until(&mut window, |window| window.state().notices().iter().any(|notice| notice.key == "notice-saved"));
    let (width, height) = image::image_dimensions(&picture).expect("a picture");
    assert!(width > 1000 && height > 1000, "{width} × {height}");
}

#[test]
fn tab_comes_round_the_whole_window() {
    let mut window = window(both(), SIZE);
    let mut roles = std::collections::BTreeSet::new();
    let mut first = None;
    for step in 0..MOST_TABS {
        press(&mut window, Modifiers::NONE, Key::Tab);
        let Some(here) = focused(&window) else { continue };
        assert!(!here.1.is_empty(), "step {step}: a {:?} without a name has the keyboard", here.0);
        if first.is_none() {
            first = Some(here.clone());
        } else if first.as_ref() == Some(&here) && step > 20 {
            break;
        }
        roles.insert(format!("{:?}", here.0));
    }
    for role in ["Button", "Cell", "CheckBox", "ColumnHeader", "ComboBox", "MenuItem", "Splitter", "Tab", "TextInput"] {
        assert!(roles.contains(role), "{role} is not among {roles:?}");
    }
}

#[test]
fn nothing_is_lost_at_twice_the_size_on_a_small_screen() {
    // 1024 × 700 at 200 %.
    let mut window = window(both(), [512.0, 350.0]);
    let reachable = [
        (Role::ComboBox, "左县 中阳县"),
        (Role::Button, "保存对比图…"),
        (Role::TextInput, "查找指标"),
        (Role::Tab, "核对"),
        (Role::Cell, "贫困发生率 2017年底 中阳县 0.7%"),
        (Role::ColumnHeader, "中阳县 · 点击排序"),
        (Role::Button, "临县千名干部誓师决战脱贫 临县2019.txt"),
    ];
    for (role, name) in reachable {
        tab_to(&mut window, name, |found, words| found == role && words.starts_with(name));
        // The keyboard's place is brought into sight.
        for _ in 0..40 {
            window.step();
        }
        let node = window.query_all_by_label_contains(name).find(egui_kittest::Node::is_focused).expect(name);
        let (rect, screen) = (node.rect(), egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(512.0, 350.0)));
        assert!(
            screen.expand(1.0).contains_rect(rect.intersect(screen)) && rect.intersects(screen),
            "{name}: {rect:?}"
        );
    }
}

/// The tree as text: a line a node, indented; what only groups others and says nothing is left out.
fn tree(window: &Window) -> String {
    fn write(node: &AccessKitNode<'_>, depth: usize, out: &mut String) {
        let (role, words) = (node.role(), words(node));
        let silent = matches!(role, Role::GenericContainer | Role::TextRun | Role::Pane | Role::Unknown)
            || (words.is_empty() && matches!(role, Role::Window | Role::ScrollBar | Role::Splitter));
        if !silent {
            let indent = "  ".repeat(depth);
            let mut line = format!("{indent}{role:?} {words}");
            for (name, index) in [("row", node.data().row_index()), ("column", node.data().column_index())] {
                if let Some(index) = index {
                    write!(line, " [{name} {index}]").expect("written");
                }
            }
            out.push_str(line.trim_end());
            out.push('\n');
        }
        for child in node.children() {
            write(&child, if silent { depth } else { depth + 1 }, out);
        }
    }
    let mut out = String::new();
    write(&window.root().accesskit_node(), 0, &mut out);
    out
}

#[test]
fn a_screen_reader_finds_the_table_with_its_heads_and_the_points_of_the_plot() {
    let window = window(both(), SIZE);
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/snapshots/accessibility.txt");
    let found = tree(&window);
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &found).expect("written");
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(found, kept, "the tree is not as in {}; UPDATE_SNAPSHOTS=1 keeps the new one", path.display());
    for line in [
        "Table 指标对照：中阳县与临县",
        "ColumnHeader 中阳县 · 点击排序",
        "RowHeader 贫困发生率",
        "Cell 贫困发生率 2017年底 中阳县 0.7%",
        "Figure 贫困发生率走势：中阳县 2 个点，2014 20.5% 至 2017年底 0.7%；",
        "Button 贫困发生率 2017年底 中阳县 0.7%",
        "Navigation 报告",
        "Complementary 原文",
    ] {
        assert!(found.lines().any(|found| found.trim_start().starts_with(line)), "{line}");
    }
}

#[test]
fn each_row_of_the_table_stands_once_in_the_tree_and_begins_with_its_name() {
    let window = window(both(), [1280.0, 800.0]);
    let rows: Vec<_> = window.query_all_by_role(Role::Row).map(|row| row.accesskit_node()).collect();
    let numbers: Vec<_> = rows.iter().map(|row| row.data().row_index()).collect();
    assert!(numbers.len() > 5);
    assert!(numbers.is_sorted_by(|one, next| one < next), "{numbers:?}");
    for row in rows {
        fn roles(node: &AccessKitNode<'_>) -> Vec<Role> {
            let below = node.children().flat_map(|child| roles(&child)).collect();
            if node.role() == Role::GenericContainer { below } else { vec![node.role()] }
        }
        let found: Vec<Role> = row.children().flat_map(|child| roles(&child)).collect();
        let is_whole = found == [Role::DisclosureTriangle]
            || found == [Role::RowHeader, Role::Cell, Role::Cell, Role::Cell, Role::Cell];
        assert!(is_whole, "row {:?}: {found:?}", row.data().row_index());
    }
}
