//! The trend plot in the window: several indicators, pinned counties, exits and thresholds, zoom; by labels.

#![cfg(feature = "window")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test that cannot set itself up has failed")]

mod window_driver;
mod window_fixture;

use std::time::Instant;

use countylens::app::{AppOptions, ReadFunction};
use countylens::codelist::Codelists;
use countylens::model::SourceText;
use countylens::pipeline::{Document, ReadError, ReadOptions};
use egui::accesskit::{Role, Toggled};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use window_driver::{Window, has, open_texts, options, says};
use window_fixture::{county, figure, report};

const ZHONGYANG: &str = "中阳县2018年工作报告。\n2014年，全县贫困村37个，贫困人口20918人，贫困发生率20.5%。2017年底，全县贫困村减少至2个，\
     贫困人口714人，贫困发生率降到0.7%。2018年8月8日，经省政府批准退出贫困县。";
const LINXIAN: &str = "临县2019年工作报告。\n全县贫困发生率下降30.59个百分点。截至2018年底，全县仍有贫困村136个，\
     贫困人口48626名，贫困发生率8.27%。力争2019年临县摘帽。";
const ZIYUN: &str = "紫云苗族布依族自治县2020年工作报告。\n2014年，全县贫困发生率35.2%，贫困人口约11万人。2019年底，全县贫困发生率3.67%，\
     贫困人口12966人。";

/// A window with a report of each text.
fn window(texts: &[&str]) -> Window {
    window_with(texts, countylens::pipeline::read_document)
}

/// The same, read by `read`; the files are named by their numbers.
fn window_with(texts: &[&str], read: ReadFunction) -> Window {
    let names: Vec<String> = (0..texts.len()).map(|index| format!("{index}.txt")).collect();
    let files: Vec<_> = names.iter().map(String::as_str).zip(texts.iter().copied()).collect();
    open_texts(AppOptions { read, ..options() }, &files)
}

fn click(window: &mut Window, label: &str) {
    let node = window.query_all_by_label(label).next();
    node.unwrap_or_else(|| panic!("no {label}")).click();
    window.run_ok();
}

#[test]
fn points_thresholds_exits_and_derived_values_can_be_read_without_seeing_them() {
    let window = window(&[ZHONGYANG, LINXIAN]);
    for label in [
        "贫困发生率 2014 中阳县 20.5%",
        "贫困发生率 2018年底 临县 8.27%",
        "2% 退出线 中阳县 临县",
        "中阳县摘帽 2018-08-08",
        "临县目标摘帽 2019",
        "贫困发生率 时间未载 临县 推算 38.86% = 8.27% + 30.59 个百分点",
    ] {
        assert!(has(&window, label), "{label}");
    }
}

#[test]
fn counties_of_two_regions_have_a_threshold_each() {
    let window = window(&[ZHONGYANG, ZIYUN]);
    assert!(has(&window, "2% 退出线 中阳县") && has(&window, "3% 退出线 紫云苗族布依族自治县"));
}

#[test]
fn a_click_on_an_exit_leads_to_its_words_and_a_click_on_a_point_to_its_sentence() {
    let mut window = window(&[ZHONGYANG, LINXIAN]);
    click(&mut window, "贫困发生率 时间未载 临县 推算 38.86% = 8.27% + 30.59 个百分点");
    assert!(has(&window, "临县 · 贫困发生率 · 2018年底 · 实际"));
    click(&mut window, "中阳县摘帽 2018-08-08");
    assert!(has(&window, "第 1 处，共 1 处"), "the words are found in the text");
    assert!(says(&window, "原文第"), "the text is shown");
}

#[test]
fn several_indicators_stand_side_by_side() {
    let mut window = window(&[ZHONGYANG, LINXIAN]);
    click(&mut window, "走势图的指标 贫困发生率");
    click(&mut window, "并列贫困村数");
    click(&mut window, "并列贫困人口");
    assert!(has(&window, "走势图的指标 3 项指标"));
    for label in ["贫困发生率 2014 中阳县 20.5%", "贫困村数 2014 中阳县 37 个", "贫困人口 2018年底 临县 48,626 名"]
    {
        // In the table and in the plot.
        assert_eq!(window.query_all_by_label(label).count(), 2, "{label}");
    }
    click(&mut window, "并列贫困发生率");
    click(&mut window, "并列贫困人口");
    assert!(has(&window, "走势图的指标 贫困村数"));
    click(&mut window, "并列贫困村数");
    assert!(has(&window, "走势图的指标 贫困村数"), "something is always drawn");
}

#[test]
fn an_indicator_is_found_by_its_name_and_drawn_alone() {
    let mut window = window(&[ZHONGYANG, LINXIAN]);
    click(&mut window, "走势图的指标 贫困发生率");
    assert!(has(&window, "并列贫困村数") && has(&window, "并列贫困人口"));
    window.get_by_label("查找指标名称").focus();
    window.run_ok();
    window.get_by_label("查找指标名称").type_text("村");
    window.run_ok();
    assert!(has(&window, "并列贫困村数") && !has(&window, "并列贫困人口"));
    let names = window.query_all_by_label("贫困村数").filter(|node| node.accesskit_node().role() == Role::Button);
    names.collect::<Vec<_>>().pop().expect("the name in the menu").click();
    window.run_ok();
    assert!(has(&window, "走势图的指标 贫困村数"));
}

#[test]
fn a_third_county_is_drawn_beside_the_two() {
    let mut window = window(&[ZHONGYANG, LINXIAN, ZIYUN]);
    assert!(!has(&window, "贫困发生率 2014 紫云苗族布依族自治县 35.2%"));
    click(&mut window, "加入走势图…");
    click(&mut window, "紫云苗族布依族自治县");
    assert!(has(&window, "贫困发生率 2014 紫云苗族布依族自治县 35.2%"));
    assert!(has(&window, "3% 退出线 紫云苗族布依族自治县"));
}

#[test]
fn zoom_shows_less_and_reset_shows_all_again() {
    let mut window = window(&[ZHONGYANG, LINXIAN]);
    let point = "贫困发生率 2014 中阳县 20.5%";
    let drawn = |window: &Window| window.query_all_by_label(point).count();
    assert_eq!((drawn(&window), has(&window, "复原")), (2, false));
    for _ in 0..4 {
        click(&mut window, "放大");
    }
    assert_eq!((drawn(&window), has(&window, "复原")), (1, true), "the point lies outside, its cell remains");
    click(&mut window, "复原");
    assert_eq!((drawn(&window), has(&window, "复原")), (2, false));
}

#[test]
fn a_logarithmic_scale_is_switched_on_and_off() {
    let mut window = window(&[ZHONGYANG, LINXIAN]);
    let place = |window: &Window| {
        let nodes = window.query_all_by_label("贫困发生率 2018年底 临县 8.27%");
        nodes.map(|node| node.rect().center().y).fold(f32::MAX, f32::min)
    };
    let before = place(&window);
    click(&mut window, "对数");
    assert!(place(&window) < before - 20.0, "8.27 of 20.5 is more than half way up from 0.7 by its logarithm");
    click(&mut window, "对数");
    assert!((place(&window) - before).abs() < 0.5);
}

/// Counties of the many series, and how many indicators each states.
const COUNTIES: [&str; 8] = ["中阳县", "临县", "兴县", "石楼县", "岚县", "方山县", "柳林县", "交口县"];
const INDICATORS: usize = 25;

/// Stands in for the reader: a county by the file's number, with six years of [`INDICATORS`] indicators.
#[allow(clippy::unnecessary_wraps)] // the signature is the real reader's
fn read_many(_: &[u8], path: &str, codelists: &Codelists, _: ReadOptions) -> Result<Document, ReadError> {
    let number = path.rsplit(['/', '\\']).next().and_then(|name| name.trim_end_matches(".txt").parse::<usize>().ok());
    let number = number.unwrap_or_default();
    let area = county(COUNTIES[number], &format!("14112{number}"));
    let mut figures = Vec::new();
    let indicators = codelists.groups.iter().flat_map(|group| &group.indicators).take(INDICATORS);
    for (index, indicator) in indicators.enumerate() {
        for year in 2014..2020 {
            let value = (100 + index * 7 + number * 11 + (year - 2014) * 3).to_string();
            let id = figures.len() + 1;
            figures.push(figure(id, indicator.id.as_str(), &value, &indicator.unit, &year.to_string(), "一句话。"));
        }
    }
    Ok(Document { report: report(path, COUNTIES[number], &area, figures), text: SourceText::default() })
}

#[test]
fn two_hundred_series_are_drawn() {
    const FRAMES: u32 = 30;
    let mut window = window_with(&COUNTIES.map(|_| "报告"), read_many);
    let press = |window: &mut Window, part: &str, role: Role| {
        let boxes = window.query_all_by_label_contains(part).filter(|node| node.accesskit_node().role() == role);
        let labels: Vec<String> = boxes.filter_map(|node| node.accesskit_node().label()).collect();
        for label in labels {
            let node = window.query_all_by_label(&label).find(|node| {
                node.accesskit_node().role() == role && node.accesskit_node().toggled() != Some(Toggled::True)
            });
            if let Some(node) = node {
                node.click_accesskit();
                window.step();
            }
        }
        window.run_ok();
    };
    click(&mut window, "加入走势图…");
    press(&mut window, "县", Role::CheckBox);
    click(&mut window, "加入走势图…");
    click(&mut window, "走势图的指标 贫困发生率");
    press(&mut window, "并列", Role::CheckBox);
    assert!(has(&window, &format!("走势图的指标 {INDICATORS} 项指标")));
    window.key_press(egui::Key::Escape);
    window.run_ok();
    let first = window.query_all_by_label("贫困发生率 2019 柳林县 181%").count();
    assert_eq!(first, 1, "a pinned county's last point is drawn");
    let start = Instant::now();
    for _ in 0..FRAMES {
        window.step();
    }
    println!("200 series: a frame takes {:?}", start.elapsed() / FRAMES);
}
