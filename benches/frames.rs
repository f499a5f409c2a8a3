//! What a frame of the window takes, beside the 16 ms that a screen of 60 Hz gives it.
//!
//! `cargo bench -p countylens-bench --features window --bench frames` prints the mean and the slowest frame of each way to
//! work: a 5 MB report scrolled, walked through and reviewed, 20,000 rows of the table, 200 series of the plot. A frame is
//! all that the program does for it, and the triangles; the graphics card's part is not in it.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a bench whose own data is broken has nothing to measure")]
#![allow(clippy::print_stdout, reason = "a bench says what it measured")]

#[path = "../tests/window_fixture/mod.rs"]
mod window_fixture;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use countylens::app::{AppOptions, CountyLensApp, DialogMode, ReadFunction};
use countylens::codelist::Codelists;
use countylens::locale::Language;
use countylens::model::{IndicatorId, SourceText};
use countylens::pipeline::{Document, ReadError, ReadOptions, read_document};
use countylens::ui::{Command, Pane, ReviewWish, ThemeChoice, TrendWish};
use countylens_bench::pages;
use egui::{Event, Key, Modifiers, Pos2, pos2, vec2};
use egui_kittest::Harness;

type Window = Harness<'static, CountyLensApp>;

const FRAMES: usize = 60;
/// Counties of the many series, and how many indicators each states: 200 series.
const COUNTIES: [&str; 8] = ["中阳县", "临县", "兴县", "石楼县", "岚县", "方山县", "柳林县", "交口县"];
const INDICATORS: usize = 25;

fn main() {
    long_report();
    many_rows();
    many_series();
}

/// A window of 1280×800 with a report of each text.
fn window(texts: &[String], read: ReadFunction) -> Window {
    let folder = tempfile::tempdir().expect("a folder");
    let files: Vec<PathBuf> = (0..texts.len()).map(|index| folder.path().join(format!("{index}.txt"))).collect();
    for (file, text) in files.iter().zip(texts) {
        std::fs::write(file, text).expect("written");
    }
    let options = AppOptions {
        files,
        dialogs: DialogMode::InApp,
        language: Language::Chinese,
        theme: ThemeChoice::Light,
        read,
        ..AppOptions::default()
    };
    let builder = Harness::builder().with_size([1280.0, 800.0]).with_max_steps(60).wgpu();
    let mut window = builder.build_eframe(|creation| CountyLensApp::new(creation, options));
    settle(&mut window);
    window
}

/// Steps until nothing is read or reckoned any more.
fn settle(window: &mut Window) {
    while window.state().is_busy() {
        std::thread::sleep(Duration::from_millis(2));
        window.step();
    }
    window.run_ok();
}

/// How long the next frame takes, its triangles included.
fn frame(window: &mut Window) -> Duration {
    let start = Instant::now();
    window.step();
    let output = window.output();
    let triangles = window.ctx.tessellate(output.shapes.clone(), output.pixels_per_point);
    std::hint::black_box(triangles);
    start.elapsed()
}

/// Prints what frames take, each after something was done.
fn measure(window: &mut Window, name: &str, mut act: impl FnMut(&mut Window, usize)) {
    let mut took = Vec::with_capacity(FRAMES);
    for number in 0..FRAMES {
        act(window, number);
        took.push(frame(window));
    }
    let mean = took.iter().sum::<Duration>() / u32::try_from(took.len()).expect("few frames");
    let slowest = took.iter().max().copied().unwrap_or_default();
    println!("{name:<58} {:>7.2} ms   slowest {:>7.2} ms", milliseconds(mean), milliseconds(slowest));
}

/// Prints what the frames of one wish take together until the window is still, and the slowest of them.
fn measure_once(window: &mut Window, name: &str, wish: Command) {
    window.run_ok();
    let ctx = window.ctx.clone();
    let start = Instant::now();
    window.state_mut().carry_out(wish, &ctx);
    let mut slowest = start.elapsed();
    slowest = slowest.max(frame(window));
    while window.state().is_busy() {
        slowest = slowest.max(frame(window));
        std::thread::sleep(Duration::from_millis(1));
    }
    slowest = slowest.max(frame(window));
    let all = milliseconds(start.elapsed());
    println!("{name:<58} {all:>7.2} ms   slowest {:>7.2} ms", milliseconds(slowest));
}

fn milliseconds(took: Duration) -> f64 {
    took.as_secs_f64() * 1000.0
}

fn scroll(window: &mut Window, by: f32) {
    window.input_mut().events.push(Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, -by),
        modifiers: Modifiers::NONE,
        phase: egui::TouchPhase::Move,
        source: egui::MouseWheelSource::Wheel,
    });
}

fn hover(window: &mut Window, at: Pos2) {
    window.input_mut().events.push(Event::PointerMoved(at));
}

/// A walk over the middle of the window.
fn path(number: usize, top: f32, bottom: f32) -> Pos2 {
    let share = number as f32 / FRAMES as f32;
    pos2(340.0 + 500.0 * share, top + (bottom - top) * ((share * 7.0) % 1.0))
}

fn wish(window: &mut Window, wish: Command) {
    let ctx = window.ctx.clone();
    window.state_mut().carry_out(wish, &ctx);
}

fn long_report() {
    let mut window = window(&[pages().concat()], read_document);
    let figures = window.state().reports()[0].observations.len();
    println!("A report of 5 MB with {figures} figures");
    wish(&mut window, Command::ShowPane(Pane::Source));
    window.run_ok();
    hover(&mut window, pos2(600.0, 250.0));
    window.run_ok();
    measure(&mut window, "  its text scrolled", |window, _| scroll(window, 400.0));
    measure(&mut window, "  the next figure selected", |window, _| {
        window.input_mut().events.push(key(Key::ArrowRight, Modifiers::ALT));
    });
    wish(&mut window, Command::ShowPane(Pane::Trend));
    window.run_ok();
    measure(&mut window, "  the table scrolled", |window, _| {
        hover(window, pos2(600.0, 600.0));
        scroll(window, 100.0);
    });
    wish(&mut window, Command::ShowPane(Pane::Review));
    window.run_ok();
    measure(&mut window, "  the next doubt selected", |window, _| wish(window, Command::Review(ReviewWish::NextDoubt)));
    for _ in 0..3 {
        measure_once(&mut window, "  one figure accepted, all in all", Command::Review(ReviewWish::Accept));
    }
    for _ in 0..2 {
        wish(&mut window, Command::Review(ReviewWish::AskWhyRejected));
        window.run_ok();
        measure_once(&mut window, "  one figure rejected, all in all", Command::ConfirmDialog);
        measure_once(&mut window, "  that undone, all in all", Command::Review(ReviewWish::Undo));
    }
}

fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

/// 20,000 figures of their own kinds, all of one county.
#[allow(clippy::unnecessary_wraps)] // the signature is the real reader's
fn read_rows(_: &[u8], _: &str, _: &Codelists, _: ReadOptions) -> Result<Document, ReadError> {
    let figures = (1..=20_000).map(|id| {
        let sentence = format!("第{id}种产业发展园区{id}个。");
        let mut figure = window_fixture::figure(id, "", &id.to_string(), "个", "2018", &sentence);
        figure.label = format!("第{id}种产业").into();
        figure
    });
    let area = window_fixture::county("中阳县", "141129");
    let report = window_fixture::report("很多.txt", "很多数字", &area, figures.collect());
    Ok(Document { report, text: SourceText::default() })
}

fn many_rows() {
    let mut window = window(&["报告".to_owned()], read_rows);
    println!("20,000 rows of the table");
    wish(&mut window, Command::ExpandAll);
    window.run_ok();
    measure(&mut window, "  scrolled", |window, _| {
        hover(window, pos2(600.0, 600.0));
        scroll(window, 300.0);
    });
    measure(&mut window, "  hovered", |window, number| hover(window, path(number, 480.0, 760.0)));
    let order = countylens::compare::RowOrder::Name;
    wish(&mut window, Command::Table(countylens::ui::TableWish::Sort(order)));
    window.run_ok();
    measure(&mut window, "  sorted by name and scrolled", |window, _| {
        hover(window, pos2(600.0, 600.0));
        scroll(window, 300.0);
    });
    measure(&mut window, "  searched: a letter more each frame", |window, number| {
        wish(window, Command::SetFilter("第1"[..if number % 2 == 0 { 3 } else { 4 }].to_owned()));
    });
}

/// A county by the file's number, with six years of [`INDICATORS`] indicators.
#[allow(clippy::unnecessary_wraps)] // the signature is the real reader's
fn read_series(_: &[u8], path: &str, codelists: &Codelists, _: ReadOptions) -> Result<Document, ReadError> {
    let number = path.rsplit(['/', '\\']).next().and_then(|name| name.trim_end_matches(".txt").parse::<usize>().ok());
    let number = number.unwrap_or_default();
    let area = window_fixture::county(COUNTIES[number], &format!("14112{number}"));
    let mut figures = Vec::new();
    for (index, indicator) in indicators(codelists).into_iter().enumerate() {
        for year in 2014..2020 {
            let value = (100 + index * 7 + number * 11 + (year - 2014) * 3).to_string();
            let unit = codelists.indicator(&indicator).map_or("个", |known| known.unit.as_str());
            let id = figures.len() + 1;
            let year = year.to_string();
            figures.push(window_fixture::figure(id, indicator.as_str(), &value, unit, &year, "一句话。"));
        }
    }
    let report = window_fixture::report(path, COUNTIES[number], &area, figures);
    Ok(Document { report, text: SourceText::default() })
}

fn indicators(codelists: &Codelists) -> Vec<IndicatorId> {
    let all = codelists.groups.iter().flat_map(|group| &group.indicators);
    all.take(INDICATORS).map(|indicator| indicator.id.clone()).collect()
}

fn many_series() {
    let mut window = window(&COUNTIES.map(|_| "报告".to_owned()), read_series);
    let keys: Vec<_> =
        countylens::compare::areas(window.state().reports()).into_iter().map(|entry| entry.key).collect();
    for key in keys {
        if !window.state().view().chosen.contains(&Some(key.clone())) {
            wish(&mut window, Command::Trend(TrendWish::Pin(key)));
        }
    }
    for indicator in indicators(Codelists::builtin()) {
        if !window.state().view().plotted.contains(&indicator) {
            wish(&mut window, Command::Trend(TrendWish::Toggle(indicator)));
        }
    }
    window.run_ok();
    let view = window.state().view();
    println!("{} series of the plot", view.plotted.len() * (view.pinned.len() + 2));
    measure(&mut window, "  hovered", |window, number| hover(window, path(number, 120.0, 360.0)));
    measure(&mut window, "  zoomed by the wheel", |window, number| {
        hover(window, pos2(600.0, 240.0));
        scroll(window, if number < FRAMES / 2 { -20.0 } else { 20.0 });
    });
}
