//! `countylens sheet` as a stranger would call it: the same bytes each time, and clear words for what cannot be done.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

use std::path::Path;
use std::process::{Command, Output};

const SAMPLES: [&str; 3] = ["zhongyang-2018.txt", "linxian-2019.txt", "jiaokou-2018.txt"];

fn sheet(folder: &Path, arguments: &[&str]) -> Output {
    let samples = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    Command::new(env!("CARGO_BIN_EXE_countylens"))
        .arg("sheet")
        .args(arguments)
        .args(SAMPLES.map(|name| samples.join(name)))
        .current_dir(folder)
        .env("COUNTYLENS_CONFIG_DIR", folder)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .output()
        .expect("the program starts")
}

fn complaint(folder: &Path, arguments: &[&str], status: i32) -> String {
    let output = sheet(folder, arguments);
    let words = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(status), "{words}");
    words
}

#[test]
fn the_same_reports_give_the_same_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let make = |name: &str| {
        let output = sheet(folder.path(), &["--left", "中阳", "--right", "临县", "-o", name]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let printed = String::from_utf8(output.stdout).expect("names of files");
        let files = printed.lines().map(|line| std::fs::read(folder.path().join(line)).expect("a file"));
        files.collect::<Vec<_>>()
    };
    let svg = make("one.svg");
    assert!(svg == make("two.svg") && make("one.pdf") == make("two.pdf"));
    assert!(svg.len() > 1, "the table takes more than a page, each a file");
    assert!(String::from_utf8_lossy(&svg[0]).contains("中阳县与临县脱贫情况对照"));
    assert!(folder.path().join("one-2.svg").exists());
}

#[test]
fn a_picture_is_as_large_as_asked_for_and_bears_its_date() {
    let folder = tempfile::tempdir().expect("a folder");
    let size = ["--size", "wide", "--rows", "poverty_incidence", "--lang", "en", "--date", "2026-11-22"];
    let output = sheet(folder.path(), &[&size[..], &["--scale", "1", "-o", "out.png"]].concat());
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let png = std::fs::read(folder.path().join("out.png")).expect("a picture");
    assert_eq!((&png[1..4], &png[16..24]), (&b"PNG"[..], &[0, 0, 5, 0, 0, 0, 2, 0xd0][..]), "1280 by 720");
    let output = sheet(folder.path(), &[&size[..], &["-o", "out.svg"]].concat());
    assert!(output.status.success());
    let svg = std::fs::read_to_string(folder.path().join("out.svg")).expect("a picture");
    assert!(svg.contains("Made 2026-11-22") && svg.contains("leaving poverty compared"));
}

#[test]
fn what_cannot_be_done_is_said_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let at = folder.path();
    let ending = complaint(at, &["-o", "out.gif"], 2);
    assert!(ending.contains("out.gif") && ending.contains(".png, .svg or .pdf"), "{ending}");
    let county = complaint(at, &["--left", "没有县", "-o", "out.svg"], 2);
    assert!(county.contains("没有县") && county.contains("中阳县"), "{county}");
    let rows = complaint(at, &["--rows", "nonsense", "-o", "out.svg"], 2);
    assert!(rows.contains("nonsense") && rows.contains("poverty"), "{rows}");
    let missing = complaint(at, &["-o", "no/such/folder/out.svg"], 1);
    assert!(missing.contains("no/such/folder/out.svg") && missing.contains("choose another folder"), "{missing}");
    complaint(at, &["--scale", "5", "-o", "out.png"], 2);
    assert!(std::fs::read_dir(at).expect("the folder").next().is_none(), "nothing half-made is left");
}
