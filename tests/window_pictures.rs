//! How the window looks, where looks are the point: a few pictures, on reports built by hand.

#![cfg(feature = "window")]
#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

mod window_driver;
mod window_fixture;

use countylens::app::AppOptions;
use countylens::locale::Language;
use countylens::ui::ThemeChoice;
use window_driver::{open_texts, options};

fn picture(name: &str, files: &[&str], language: Language, theme: ThemeChoice) {
    let files: Vec<_> = files.iter().map(|name| (*name, "报告")).collect();
    let options = AppOptions { language, theme, read: window_fixture::read, ..options() };
    open_texts(options, &files).snapshot(name);
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
