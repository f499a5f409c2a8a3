//! The project in the window: saved, opened, asked about, shared by two windows, and found again after a crash.

#![cfg(feature = "window")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot set itself up has failed")]

mod window_driver;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use countylens::app::AppOptions;
use countylens::compare::{RowFilter, RowOrder, Subject, Tolerance};
use countylens::locale::{LandUnit, NumberStyle};
use countylens::model::{IndicatorId, ReviewState};
use countylens::project::{PROJECT_VERSION, backup_path, read_project};
use countylens::review::History;
use countylens::ui::{Command, Pane, ReviewWish, TableView, TableWish, TrendWindow, TrendWish};
use egui::{Key, Modifiers, ViewportCommand, ViewportEvent, ViewportId};
use egui_kittest::kittest::Queryable as _;
use window_driver::{Window, click, has, open, options, press, sample, says, until};

const PATIENCE: Duration = Duration::from_secs(20);
const COMMAND_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Folders of one test: the user's settings, reports and projects.
struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A copy of a sample report, which a test may edit or move.
    fn report(&self, name: &str) -> PathBuf {
        fs::copy(sample(name), self.path(name)).expect("copied");
        self.path(name)
    }

    fn window(&self, files: &[PathBuf]) -> Window {
        self.window_with(files, Duration::from_hours(1))
    }

    /// A window that keeps unsaved work aside `autosave_after` a change.
    fn window_with(&self, files: &[PathBuf], autosave_after: Duration) -> Window {
        let settings = Some(self.path("settings"));
        let mut window = open(AppOptions { files: files.to_vec(), settings, autosave_after, ..options() });
        settle(&mut window);
        window
    }

    /// A window on both sample reports, with two corrections, one of them undone, and another pane.
    fn reviewed(&self) -> Window {
        let mut window = self.window(&["zhongyang-2018.txt", "linxian-2019.txt"].map(|name| self.report(name)));
        review(&mut window);
        window
    }

    fn autosaves(&self) -> usize {
        let names = fs::read_dir(self.path("settings/autosave")).into_iter().flatten().flatten();
        names.filter(|entry| entry.path().extension().is_some_and(|extension| extension == "countylens")).count()
    }
}

#[track_caller]
fn settle(window: &mut Window) {
    until(window, |window| !window.state().is_busy());
}

fn send(window: &mut Window, command: Command) {
    let ctx = window.ctx.clone();
    window.state_mut().carry_out(command, &ctx);
    window.run_ok();
}

/// Rejects a figure, accepts the next, corrects the period of a third, and takes the last step back.
fn review(window: &mut Window) {
    send(window, Command::NextFigure);
    send(window, Command::Review(ReviewWish::Accept));
    send(window, Command::NextFigure);
    send(window, Command::Review(ReviewWish::AskWhyRejected));
    window.get_by_label("原因").type_text("重复");
    window.run_ok();
    click(window, "排除");
    send(window, Command::NextFigure);
    send(window, Command::Review(ReviewWish::Accept));
    press(window, Modifiers::COMMAND, Key::Z);
    send(window, Command::ShowPane(Pane::History));
    assert_eq!(window.state().history().entries().len(), 3);
    assert!(window.state().history().redoable().is_some());
    assert!(window.state().has_unsaved_work());
}

/// Saves the project at `path` with the keyboard.
fn save_as(window: &mut Window, path: &Path) {
    press(window, COMMAND_SHIFT, Key::S);
    window.get_by_label("路径").set_text_value_accesskit(&path.display().to_string());
    window.run_ok();
    click(window, "保存");
    settle(window);
}

/// What a person asks the window's frame: to close.
fn close(window: &mut Window) -> Vec<ViewportCommand> {
    let viewport = window.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    viewport.events.push(ViewportEvent::Close);
    let mut commands = step(window);
    let viewport = window.input_mut().viewports.entry(ViewportId::ROOT).or_default();
    viewport.events.clear();
    commands.extend(step(window));
    commands
}

fn step(window: &mut Window) -> Vec<ViewportCommand> {
    window.step();
    window.output().viewport_output.get(&ViewportId::ROOT).map(|output| output.commands.clone()).unwrap_or_default()
}

fn history(window: &Window) -> History {
    window.state().history().clone()
}

#[test]
fn a_project_opens_as_it_was_saved() {
    let desk = Desk::new();
    let mut window = desk.reviewed();
    click(&mut window, "左右对调");
    send(&mut window, Command::Align(Tolerance::Latest));
    let villages = Subject::Indicator(IndicatorId::new("poor_villages"));
    for wish in [
        TableWish::Numbers(NumberStyle::Plain),
        TableWish::Land(LandUnit::Hectare),
        TableWish::ToggleDerived,
        TableWish::ToggleFilter(RowFilter::BothStated),
        TableWish::Sort(RowOrder::Name),
        TableWish::TogglePin(villages.clone()),
        TableWish::Hide(Subject::Indicator(IndicatorId::new("forest_cover"))),
        TableWish::OpenYears(villages, false),
        TableWish::Widths(vec![0.3, 0.2, 0.2, 0.2, 0.1]),
    ] {
        send(&mut window, Command::Table(wish));
    }
    let part = TrendWindow { years: [0.25, 0.75], values: [0.0, 0.5] };
    send(&mut window, Command::Trend(TrendWish::Window(Some(part))));
    let looked_at = |window: &Window| {
        let view = window.state().view();
        let TableView { numbers, land, arrangement, widths, .. } = view.table.clone();
        (numbers, land, arrangement, widths, view.trend.window)
    };
    let looked = looked_at(&window);
    let (before, path) = (history(&window), desk.path("对比"));
    save_as(&mut window, &path);
    let path = desk.path("对比.countylens");
    assert!(path.is_file(), "the extension is added; {:?}", window.state().notices());
    assert!(!window.state().has_unsaved_work());
    let states = |window: &Window| -> Vec<ReviewState> {
        let reports = window.state().reports();
        reports.iter().flat_map(|report| report.observations.iter().map(|figure| figure.review.state)).collect()
    };
    let reviewed = states(&window);
    drop(window);

    let mut window = desk.window(std::slice::from_ref(&path));
    assert_eq!(history(&window), before, "undone entries and what may be redone too");
    assert_eq!(states(&window), reviewed);
    assert!(has(&window, "左县 临县") && has(&window, "右县 中阳县"));
    assert_eq!((window.state().view().pane, window.state().view().tolerance), (Pane::History, Tolerance::Latest));
    assert_eq!(looked_at(&window), looked, "units, rows, columns and the part of the plot");
    assert!(!window.state().has_unsaved_work(), "{:?}", window.state().notices());
    assert!(window.state().notices().is_empty(), "{:?}", window.state().notices());

    press(&mut window, COMMAND_SHIFT, Key::Z);
    assert_eq!(window.state().history().redoable(), None, "what was undone is redone after a restart");
    assert!(window.state().has_unsaved_work());
    press(&mut window, Modifiers::COMMAND, Key::S);
    settle(&mut window);
    assert!(!window.state().has_unsaved_work());
    assert_eq!(read_project(&path).expect("a project").history, history(&window));
    assert_eq!(read_project(&backup_path(&path)).expect("a backup").history, before);
}

#[test]
fn the_title_names_the_project_and_marks_unsaved_work() {
    let desk = Desk::new();
    let mut window = desk.reviewed();
    save_as(&mut window, &desk.path("两县.countylens"));
    send_raw(&mut window, Command::Review(ReviewWish::Undo));
    let title = |commands: Vec<ViewportCommand>| {
        commands.into_iter().rev().find_map(|command| match command {
            ViewportCommand::Title(title) => Some(title),
            _ => None,
        })
    };
    assert_eq!(title(step(&mut window)).as_deref(), Some("• 两县 — 县鉴 CountyLens"));
    send_raw(&mut window, Command::Review(ReviewWish::Redo));
    assert_eq!(title(step(&mut window)).as_deref(), Some("两县 — 县鉴 CountyLens"), "as it was saved");
}

/// Sends a command without a frame after it.
fn send_raw(window: &mut Window, command: Command) {
    let ctx = window.ctx.clone();
    window.state_mut().carry_out(command, &ctx);
}

#[test]
fn closing_with_unsaved_work_asks_first() {
    let desk = Desk::new();
    let mut window = desk.reviewed();
    assert!(close(&mut window).contains(&ViewportCommand::CancelClose));
    assert!(has(&window, "要保存项目吗？"));
    click(&mut window, "取消");
    assert!(!has(&window, "要保存项目吗？"));

    close(&mut window);
    window.run_ok();
    click(&mut window, "保存");
    let path = desk.path("关.countylens");
    window.get_by_label("路径").set_text_value_accesskit(&path.display().to_string());
    window.run_ok();
    window.get_by_label("保存").click();
    let mut closed = false;
    let start = Instant::now();
    while !closed && start.elapsed() < PATIENCE {
        closed = step(&mut window).contains(&ViewportCommand::Close);
    }
    assert!(closed, "once saved, the window closes");
    assert!(path.is_file());
    assert!(!close(&mut window).contains(&ViewportCommand::CancelClose));
}

#[test]
fn closing_without_saving_leaves_nothing_behind() {
    let desk = Desk::new();
    let mut window = desk.window_with(&[desk.report("zhongyang-2018.txt")], Duration::ZERO);
    review(&mut window);
    until(&mut window, |_| desk.autosaves() == 1);
    close(&mut window);
    window.run_ok();
    window.get_by_label("不保存").click();
    let commands: Vec<_> = (0..3).flat_map(|_| step(&mut window)).collect();
    assert!(commands.contains(&ViewportCommand::Close));
    drop(window);
    assert_eq!(desk.autosaves(), 0);
    assert!(!has(&desk.window(&[]), "有上次没有保存的工作"));
}

#[test]
fn a_window_without_work_closes_at_once() {
    let desk = Desk::new();
    let mut window = desk.window(&[desk.report("zhongyang-2018.txt")]);
    assert!(!close(&mut window).contains(&ViewportCommand::CancelClose));
}

#[test]
fn a_new_project_begins_empty_and_asks_first() {
    let desk = Desk::new();
    let mut window = desk.reviewed();
    press(&mut window, Modifiers::COMMAND, Key::N);
    assert!(has(&window, "要保存项目吗？"));
    click(&mut window, "不保存");
    assert!(window.state().reports().is_empty() && window.state().history().is_empty());
    assert!(!window.state().has_unsaved_work());
}

#[test]
fn a_crash_leaves_work_that_the_next_start_offers() {
    let desk = Desk::new();
    let mut window = desk.window_with(&[desk.report("zhongyang-2018.txt")], Duration::ZERO);
    send(&mut window, Command::Paste);
    window.get_by_label("报告的文字").set_text_value_accesskit("2018年，临县贫困发生率8.27%。");
    window.run_ok();
    click(&mut window, "读取");
    settle(&mut window);
    review(&mut window);
    let before = history(&window);
    until(&mut window, |_| desk.autosaves() == 1);
    // The last change may still be on its way.
    let kept = |desk: &Desk| {
        let entry = fs::read_dir(desk.path("settings/autosave")).expect("a folder").flatten();
        let path = entry.map(|entry| entry.path()).find(|path| path.extension().is_some_and(|e| e == "countylens"));
        read_project(&path.expect("a file")).map(|document| document.history).ok()
    };
    until(&mut window, |_| kept(&desk).as_ref() == Some(&before));
    assert!(!has(&desk.window(&[]), "有上次没有保存的工作"), "its window still runs");
    drop(window); // Nobody was asked: as in a crash.

    let mut window = desk.window(&[]);
    until(&mut window, |window| has(window, "有上次没有保存的工作"));
    click(&mut window, "以后再说");
    drop(window);
    let mut window = desk.window(&[]);
    until(&mut window, |window| has(window, "有上次没有保存的工作"));
    click(&mut window, "恢复");
    settle(&mut window);
    assert_eq!(history(&window), before);
    assert_eq!(window.state().reports().len(), 2, "the pasted text too");
    assert!(window.state().has_unsaved_work());
    assert_eq!(desk.autosaves(), 1, "kept until it is saved");
    save_as(&mut window, &desk.path("救回.countylens"));
    assert_eq!(desk.autosaves(), 0);
    assert_eq!(read_project(&desk.path("救回.countylens")).expect("a project").history, before);
}

#[test]
fn a_second_window_is_told_and_saves_under_another_name() {
    let desk = Desk::new();
    let path = desk.path("共用.countylens");
    let mut first = desk.reviewed();
    save_as(&mut first, &path);

    let mut second = desk.window(std::slice::from_ref(&path));
    assert!(has(&second, "项目已在另一个窗口打开"));
    click(&mut second, "打开副本");
    settle(&mut second);
    assert_eq!(history(&second), history(&first));
    press(&mut second, COMMAND_SHIFT, Key::Z);
    save_as(&mut second, &path);
    assert!(has(&second, "文件已经存在"));
    click(&mut second, "覆盖");
    settle(&mut second);
    assert!(says(&second, "另一个窗口正在使用这个项目"), "{:?}", second.state().notices());
    assert_eq!(read_project(&path).expect("a project").history, history(&first));
    drop(first);

    let third = desk.window(&[path]);
    assert!(!has(&third, "项目已在另一个窗口打开"), "the first window is gone");
}

#[test]
fn reports_that_moved_changed_or_went_keep_their_corrections() {
    let desk = Desk::new();
    let mut window = desk.reviewed();
    let before = history(&window);
    save_as(&mut window, &desk.path("a.countylens"));
    drop(window);

    // Moved with the project.
    let moved = desk.path("moved");
    fs::create_dir(&moved).expect("a folder");
    for name in ["zhongyang-2018.txt", "linxian-2019.txt", "a.countylens"] {
        fs::rename(desk.path(name), moved.join(name)).expect("moved");
    }
    let window = desk.window(&[moved.join("a.countylens")]);
    assert_eq!((history(&window), window.state().reports().len()), (before.clone(), 2));
    assert!(window.state().notices().is_empty(), "{:?}", window.state().notices());
    drop(window);

    // One is changed, the other gone.
    let file = moved.join("zhongyang-2018.txt");
    let text = fs::read_to_string(&file).expect("text");
    fs::write(&file, format!("编者按。\n\n{text}")).expect("written");
    fs::remove_file(moved.join("linxian-2019.txt")).expect("removed");
    let mut window = desk.window(&[moved.join("a.countylens")]);
    assert!(says(&window, "2 条更正找到了原句，0 条没有找到"), "{:?}", window.state().notices());
    assert!(says(&window, "linxian-2019.txt：找不到这篇报告"), "{:?}", window.state().notices());
    assert!(says(&window, "linxian-2019.txt：找不到文件"), "the list of reports has it");
    assert_eq!(history(&window), before, "no correction is dropped");
    press(&mut window, Modifiers::COMMAND, Key::S);
    settle(&mut window);
    drop(window);

    // The one comes back, the other is another text altogether.
    fs::copy(desk.report("linxian-2019.txt"), moved.join("linxian-2019.txt")).expect("copied");
    fs::remove_file(desk.path("linxian-2019.txt")).expect("removed");
    fs::write(&file, "中阳县2018年贫困发生率0.7%。").expect("written");
    let window = desk.window(&[moved.join("a.countylens")]);
    assert!(says(&window, "0 条更正找到了原句，2 条没有找到"), "{:?}", window.state().notices());
    assert_eq!((history(&window), window.state().reports().len()), (before, 2), "nothing is dropped");
}

#[test]
fn a_project_with_its_texts_needs_no_files() {
    let desk = Desk::new();
    let mut window = desk.reviewed();
    click(&mut window, "文件");
    click(&mut window, "把报告文字存进项目");
    save_as(&mut window, &desk.path("a.countylens"));
    let before = history(&window);
    drop(window);
    for name in ["zhongyang-2018.txt", "linxian-2019.txt"] {
        fs::remove_file(desk.path(name)).expect("removed");
    }
    let window = desk.window(&[desk.path("a.countylens")]);
    assert_eq!((history(&window), window.state().reports().len()), (before, 2));
    assert!(has(&window, "左县 中阳县") && has(&window, "右县 临县"));
}

#[test]
fn a_damaged_or_newer_project_is_said_to_be_so_and_left_alone() {
    let desk = Desk::new();
    let path = desk.path("a.countylens");
    let newer = format!("{{\"countylens\": {}}}", PROJECT_VERSION + 1);
    for (text, words) in [("{\"countylens\": 1, ", "文件已损坏"), (&newer, "更新的版本")] {
        fs::write(&path, text).expect("written");
        let mut window = desk.reviewed();
        press(&mut window, Modifiers::COMMAND, Key::O);
        window.get_by_label("路径").set_text_value_accesskit(&path.display().to_string());
        window.run_ok();
        click(&mut window, "打开");
        click(&mut window, "不保存");
        settle(&mut window);
        assert!(says(&window, words), "{:?}", window.state().notices());
        assert_eq!(window.state().history().entries().len(), 3, "the work at hand stays");
        save_as(&mut window, &path);
        click(&mut window, "覆盖");
        settle(&mut window);
        assert!(says(&window, "不能覆盖"), "{:?}", window.state().notices());
        assert_eq!(fs::read_to_string(&path).expect("text"), text);
    }
}

#[test]
fn recent_projects_are_offered_and_those_gone_are_not() {
    let desk = Desk::new();
    let mut window = desk.reviewed();
    for name in ["一.countylens", "二.countylens"] {
        save_as(&mut window, &desk.path(name));
    }
    drop(window);
    fs::remove_file(desk.path("二.countylens")).expect("removed");
    let mut window = desk.window(&[]);
    click(&mut window, "文件");
    click(&mut window, "最近的项目");
    assert!(has(&window, "二.countylens"));
    click(&mut window, "一.countylens");
    settle(&mut window);
    assert_eq!(window.state().history().entries().len(), 3);
}

#[test]
fn a_damaged_project_offers_its_backup() {
    let desk = Desk::new();
    let path = desk.path("a.countylens");
    let mut window = desk.reviewed();
    let before = history(&window);
    save_as(&mut window, &path);
    press(&mut window, COMMAND_SHIFT, Key::Z);
    press(&mut window, Modifiers::COMMAND, Key::S);
    settle(&mut window);
    drop(window);
    let damaged = fs::read(&path).expect("a project").split_off(100);
    fs::write(&path, &damaged).expect("written");

    let mut window = desk.window(std::slice::from_ref(&path));
    assert!(has(&window, "项目文件已损坏"), "{:?}", window.state().notices());
    click(&mut window, "打开备份");
    settle(&mut window);
    assert_eq!(history(&window), before, "as it was saved the time before");
    press(&mut window, Modifiers::COMMAND, Key::S);
    assert!(has(&window, "路径"), "a copy is saved under a name of its own");
    assert_eq!(fs::read(&path).expect("a file"), damaged);
}

#[test]
fn a_pasted_path_opens_the_project() {
    let desk = Desk::new();
    let path = desk.path("a.countylens");
    let mut window = desk.reviewed();
    save_as(&mut window, &path);
    let before = history(&window);
    drop(window);
    let mut window = desk.window(&[]);
    window.event(egui::Event::Paste(format!("{}\n", path.display())));
    window.run_ok();
    click(&mut window, "读取");
    settle(&mut window);
    assert_eq!(history(&window), before);
}
