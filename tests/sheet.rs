//! The comparison picture: no text over text, none beyond the margins, nothing lost, the same bytes each time; over
//! generated comparisons of all kinds.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

#[path = "window_fixture/mod.rs"]
mod window_fixture;

use countylens::codelist::Codelists;
use countylens::compare::{Comparison, DatedExit, Side, Tolerance, Trends, areas};
use countylens::locale::{Language, Locale, NumberStyle, UnitStyle, number};
use countylens::model::{
    Area, AreaCode, AreaLevel, Bound, ExitRef, Facts, Form, IndicatorId, Instant, Report, ReviewState, Status,
};
use countylens::sheet::{
    Ink, Item, Outline, Page, PlotSource, Point, Rect, Shape, Sheet, SheetFormat, SheetOptions, SheetRows, SheetSize,
    SheetSource, SheetTheme, plot_svg,
};
use window_fixture::{figure, report};

const INCIDENCE: &str = "poverty_incidence";
const NAMES: [(&str, &str); 6] = [
    ("中阳县", "141129"),
    ("临县", "141124"),
    ("积石山保安族东乡族撒拉族自治县", "622927"),
    ("双江拉祜族佤族布朗族傣族自治县", "530925"),
    ("Taxkorgan Tajik Autonomous County of the Kashgar Prefecture", ""),
    ("兴县", "141123"),
];

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

fn area(index: usize) -> Area {
    let (name, code) = NAMES[index];
    Area { name: name.into(), level: AreaLevel::County, code: AreaCode::parse(code) }
}

/// A report with `rows` figures of the catalogue, each of a value of its own, some of every kind.
fn generated(dice: &mut Dice, place: &Area, rows: usize, first: usize, plotted: bool) -> Report {
    let lists = Codelists::builtin();
    let indicators: Vec<_> = lists.groups.iter().flat_map(|group| &group.indicators).collect();
    let periods = ["2014", "2017-12", "2018-08-08", "2016/2018", "/2018-12", "2014/", ""];
    let mut figures = Vec::new();
    for index in 0..rows {
        let indicator = indicators[(index * 7 + dice.below(3)) % indicators.len()];
        if indicator.id.as_str() == INCIDENCE && !plotted {
            continue;
        }
        // Some are too long for a narrow column.
        let large = if dice.below(12) == 0 { 12_340_000_000 } else { 0 };
        let value = (large + 10_001 + first + index).to_string();
        let period = periods[dice.below(periods.len())];
        let mut made = figure(index + 1, indicator.id.as_str(), &value, &indicator.unit, period, "句子。");
        made.quantity.bound = [Bound::Exact, Bound::Exact, Bound::Approx, Bound::Min, Bound::Max][dice.below(5)];
        made.status = if dice.below(5) == 0 { Status::Target } else { Status::Actual };
        made.form = if dice.below(6) == 0 { Form::Change } else { Form::Level };
        if dice.below(9) == 0 {
            made.review.original = Some(Box::new(Facts { value: 777.into(), ..Facts::of(&made) }));
            made.review.state = ReviewState::Corrected;
        }
        if dice.below(7) == 0 {
            made.indicator = None;
            made.label = "建档立卡贫困户人均可支配收入比上年同期增加的幅度和工程的名称".into();
        }
        figures.push(made);
    }
    if plotted {
        for (index, year) in (2012..2020).enumerate().filter(|_| dice.below(3) > 0).collect::<Vec<_>>() {
            let value = format!("{}.{}", 40 - index * 4, dice.below(99));
            figures.push(figure(rows + index + 1, INCIDENCE, &value, "%", &format!("{year}-12"), "句子。"));
        }
    }
    for (index, made) in figures.iter_mut().enumerate() {
        made.id = index + 1;
    }
    let title = "这是一个长得要折行的标题".repeat(1 + dice.below(5));
    report(&format!("/somewhere/{}-{first}.txt", place.name), &title, place, figures)
}

/// What a sheet is made of, kept together.
struct Made {
    reports: Vec<Report>,
    comparison: Comparison,
    trends: Trends,
}

fn made(reports: Vec<Report>) -> Made {
    let lists = Codelists::builtin();
    let known = areas(&reports);
    let key = |name: &str| known.iter().find(|entry| *entry.area.name == *name).map(|entry| &entry.key);
    let names: Vec<String> =
        reports.iter().map(|report| report.observations[0].area.as_ref().unwrap().name.to_string()).collect();
    let sides = [key(&names[0]), names.get(1).and_then(|name| key(name))];
    let comparison = Comparison::of(&reports, sides, lists, Tolerance::Latest);
    let plotted = [IndicatorId::new(INCIDENCE)];
    let trends = Trends::of(&reports, &comparison.profiles, &[], (&plotted, &[]), lists);
    Made { reports, comparison, trends }
}

fn sheet(made: &Made, language: Language, rows: &SheetRows, options: SheetOptions) -> Sheet {
    let lists = Codelists::builtin();
    let units = UnitStyle { numbers: NumberStyle::Plain, ..UnitStyle::default() };
    let locale = Locale::new(language).with_units(units);
    let lines = rows.lines(&made.comparison, &made.reports, &[], lists);
    let source = SheetSource {
        comparison: &made.comparison,
        trends: &made.trends,
        reports: &made.reports,
        codelists: lists,
        derived: &[],
        lines: &lines,
        locale: &locale,
    };
    Sheet::of(&source, options)
}

/// What is wrong with a page: text over text or over a marker, text beyond the margins.
fn faults(page: &Page) -> Vec<String> {
    let mut faults = Vec::new();
    let texts: Vec<(Rect, &str)> = page.drawing.texts().map(|text| (text.bounds(), text.words.as_str())).collect();
    let is_marker = |outline: &Outline| !matches!(outline, Outline::Open(_));
    let markers: Vec<Rect> = page
        .drawing
        .items
        .iter()
        .filter(|item| item.of.is_some())
        .filter_map(|item| match &item.ink {
            Ink::Shape(shape) if is_marker(&shape.outline) => Some(shape.bounds()),
            Ink::Shape(_) | Ink::Text(_) => None,
        })
        .collect();
    for (index, (rect, words)) in texts.iter().enumerate() {
        if !page.inner.contains(rect) {
            faults.push(format!("“{words}” goes beyond the margin: {rect:?} of {:?}", page.inner));
        }
        // Half a point: touching is not overlapping.
        let inside = rect.shrink(0.5);
        for (_, other) in texts[..index].iter().filter(|(other, _)| other.shrink(0.5).overlaps(&inside)) {
            faults.push(format!("“{words}” stands over “{other}”"));
        }
        if markers.iter().any(|marker| marker.shrink(0.5).overlaps(&inside)) {
            faults.push(format!("“{words}” stands over a marker"));
        }
    }
    faults
}

#[test]
fn nothing_overlaps_overflows_or_is_lost_in_sixty_comparisons() {
    let mut dice = Dice(7);
    let mut kinds = std::collections::BTreeSet::new();
    for turn in 0..60 {
        let rows = [1, 2, 5, 12, 30, 60, 110, 200][turn % 8];
        let (left, right) = (area(dice.below(6)), area(dice.below(5)));
        let plotted = [turn % 5 != 0, turn % 3 != 0];
        let mut reports = vec![generated(&mut dice, &left, rows, 0, plotted[0])];
        if left != right && turn % 11 != 0 {
            reports.push(generated(&mut dice, &right, rows.div_ceil(2), 1000, plotted[1]));
        }
        if reports.iter().any(|report| report.observations.is_empty()) {
            continue;
        }
        let made = made(reports);
        for language in Language::ALL {
            let size = SheetSize::ALL[dice.below(5)];
            let theme = SheetTheme::ALL[dice.below(2)];
            kinds.insert((language.tag(), size, theme));
            let date = (turn % 2 == 0).then(|| "2026-11-22".parse().unwrap());
            let sheet = sheet(&made, language, &SheetRows::all(), SheetOptions { size, theme, date });
            for (number, page) in sheet.pages.iter().enumerate() {
                let found = faults(page);
                assert!(found.is_empty(), "turn {turn}, {size:?}, {language:?}, page {}: {found:#?}", number + 1);
            }
            assert!(!matches!(size, SheetSize::Long | SheetSize::Plot) || sheet.pages.len() == 1);
            let shown: String = sheet
                .pages
                .iter()
                .flat_map(|page| page.drawing.texts())
                .fold(String::new(), |all, text| all + &text.words + "\n");
            for group in made.comparison.groups.iter().filter(|_| size != SheetSize::Plot) {
                for at in group.rows.iter().flat_map(|row| &row.cells).filter_map(countylens::compare::Cell::first) {
                    let found = &made.reports[at.report].observations[at.id - 1];
                    let value = number(found.quantity.value);
                    assert!(shown.contains(&value), "turn {turn}, {size:?}: {value} is lost");
                }
            }
            assert!(!shown.contains('□'), "a character without a glyph");
        }
    }
    assert!(kinds.len() >= 18, "of 20 kinds only {} were tried", kinds.len());
}

/// Lines that cross the label of an exit other than their own, which they stand beside.
fn crossed(page: &Page) -> Vec<String> {
    let upright = |item: &Item| match &item.ink {
        Ink::Shape(Shape { outline: Outline::Open(points), .. }) => match points[..] {
            [top, foot] if (top.x - foot.x).abs() < 0.01 => Some((top, foot)),
            _ => None,
        },
        _ => None,
    };
    let lines: Vec<(Point, Point)> = page.drawing.items.iter().filter_map(upright).collect();
    let labels = page.drawing.texts().filter(|text| text.words.contains("摘帽"));
    let crossed = labels.filter(|label| {
        let inside = label.bounds().shrink(0.5);
        let through = |x: f32| inside.min.x < x && x < inside.max.x;
        lines.iter().any(|(top, foot)| through(top.x) && top.y < inside.max.y && inside.min.y < foot.y)
    });
    crossed.map(|label| label.words.clone()).collect()
}

#[test]
fn no_line_runs_through_the_words_of_an_exit() {
    let mut made = two_counties(1);
    let exit = |months: usize, status: Status| {
        let (years, month) = (months / 12, months % 12 + 1);
        let at = Instant { year: 2014 + u16::try_from(years).unwrap(), month: u8::try_from(month).ok(), day: None };
        DatedExit { at, status, from: ExitRef { report: 0, index: 0 } }
    };
    let options = SheetOptions { size: SheetSize::Plot, ..SheetOptions::default() };
    let mut found = Vec::new();
    for left in (0..96).step_by(5) {
        for right in (0..96).step_by(7) {
            made.trends.counties[0].exits = vec![exit(left, Status::Actual)];
            made.trends.counties[1].exits = vec![exit(right, Status::Target)];
            let sheet = sheet(&made, Language::Chinese, &SheetRows::all(), options);
            let page = &sheet.pages[0];
            let labels = page.drawing.texts().filter(|text| text.words.contains("摘帽")).count();
            assert_eq!(labels, 2, "exits {left} and {right} months after 2014");
            found.extend(crossed(page).into_iter().map(|words| format!("{left} {right}: {words}")));
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

fn two_counties(rows: usize) -> Made {
    let mut dice = Dice(3);
    let left = generated(&mut dice, &area(0), rows, 0, true);
    made(vec![left, generated(&mut dice, &area(1), rows, 1000, true)])
}

#[test]
fn every_page_of_a_long_table_has_its_heads() {
    let made = two_counties(150);
    let sheet = sheet(&made, Language::Chinese, &SheetRows::all(), SheetOptions::default());
    assert!(sheet.pages.len() > 4, "{}", sheet.pages.len());
    for (index, page) in sheet.pages.iter().enumerate() {
        let has = |words: &str| page.drawing.texts().any(|text| text.words == words);
        let of_table = page.drawing.texts().any(|text| text.words == "未载");
        assert!(!of_table || (has("指标") && has("差")), "page {}", index + 1);
        assert!(has(&format!("{} / {}", index + 1, sheet.pages.len())));
    }
}

#[test]
fn the_text_of_svg_is_text_and_the_same_sheet_gives_the_same_bytes() {
    let made = two_counties(12);
    for format in [SheetFormat::Svg, SheetFormat::Pdf] {
        let files = || {
            let sheet = sheet(&made, Language::Chinese, &SheetRows::default(), SheetOptions::default());
            sheet.files(format, 1.0).expect("a picture")
        };
        assert!(files() == files(), "{format:?} differs");
    }
    let sheet = sheet(&made, Language::Chinese, &SheetRows::default(), SheetOptions::default());
    let svg = sheet.svg(0);
    assert!(svg.contains(">中阳县与临县脱贫情况对照</text>") && svg.contains(">贫困发生率（%）</text>"));
    assert!(!svg.contains("<path") && !svg.contains("<image"), "letters drawn as shapes");
}

#[test]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "places on a page")]
fn pixels_have_the_size_asked_for_and_show_the_words() {
    let made = two_counties(2);
    let options = SheetOptions { size: SheetSize::Long, theme: SheetTheme::Print, date: None };
    let sheet = sheet(&made, Language::Chinese, &SheetRows::default(), options);
    let pixels = sheet.pixels(0, 1.0).expect("pixels");
    let [width, height] = sheet.pages[0].size;
    assert_eq!((f64::from(pixels.width), f64::from(pixels.height)), (f64::from(width), f64::from(height.round())));
    // The title: dark on white, and as broad as its letters.
    let title = sheet.pages[0].drawing.texts().next().expect("a title").bounds();
    let dark = |x: usize, y: usize| pixels.rgba[4 * (y * pixels.width as usize + x)] < 128;
    let rows = title.min.y as usize..title.max.y as usize;
    let columns: Vec<usize> = (0..pixels.width as usize).filter(|x| rows.clone().any(|y| dark(*x, y))).collect();
    assert!(
        (columns[0] as f32 - title.min.x).abs() < 3.0 && (columns[columns.len() - 1] as f32 - title.max.x).abs() < 3.0
    );
    assert!(pixels.rgba.chunks(4).all(|pixel| pixel[0] == pixel[1] && pixel[1] == pixel[2]), "print has no colour");
    assert!(sheet.pixels(0, 400.0).is_err(), "too large a picture is refused");
}

#[test]
fn corrections_and_choices_of_rows_are_told() {
    let mut made = two_counties(8);
    let figure = &mut made.reports[0].observations[0];
    figure.quantity.bound = Bound::Exact;
    figure.review.original = Some(Box::new(Facts { value: 4321.into(), ..Facts::of(figure) }));
    figure.review.state = ReviewState::Corrected;
    figure.status = Status::Actual;
    let made = self::made(made.reports);
    let shown = |rows: &SheetRows| {
        let sheet = sheet(&made, Language::Chinese, rows, SheetOptions::default());
        sheet.pages.iter().flat_map(|page| page.drawing.texts()).map(|text| text.words.clone()).collect::<Vec<_>>()
    };
    let all = shown(&SheetRows::all());
    assert!(all.iter().any(|words| words.contains("原读 4,321")), "{all:?}");
    let one = shown(&SheetRows::parse(INCIDENCE, Codelists::builtin()).unwrap());
    assert!(one.len() < all.len() && one.iter().any(|words| words.contains("行没有列出")), "{one:?}");
    assert!(made.comparison.profile(Side::Right).is_some());
}

#[test]
fn the_plot_alone_stands_in_a_page_and_leads_to_its_sentences() {
    let made = two_counties(3);
    let lists = Codelists::builtin();
    let locale = Locale::new(Language::English);
    let source = PlotSource { trends: &made.trends, reports: &made.reports, codelists: lists, locale: &locale };
    let svg = plot_svg(source, [600.0, 260.0], SheetTheme::Light, &|at| Some(format!("#r{}-{}", at.report, at.id)));
    assert!(svg.starts_with("<svg ") && svg.contains("<a href=\"#r0-") && svg.contains("中阳县"));
    assert!(!svg.contains("<rect width=\"600\""), "no ground of its own");
}
