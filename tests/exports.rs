//! Files for other programs and people: every format carries the evidence and the marks, holds no markup or formula of
//! anybody else's, and is the same each time; citations with all, some and none of an origin.

#![allow(clippy::expect_used, reason = "a test that cannot set itself up has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::{Command, Output};

use countylens::audit;
use countylens::codelist::Codelists;
use countylens::compare::{AreaKey, Comparison, Tolerance};
use countylens::export::{ComparisonSheet, ExportFormat, Figures, sdmx_structure};
use countylens::locale::{CitationStyle, Cited, Language, Locale};
use countylens::model::{
    AreaCode, Article, Derived, Facts, Instant, Observation, ObservationRef, Report, ReviewState, SourceText,
};
use countylens::pipeline::{Document, ReadOptions, read_document};

const HOSTILE: &str = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";

/// The sample reports of two counties, one figure corrected.
struct Fixture {
    reports: Vec<Report>,
    texts: Vec<SourceText>,
    derived: Vec<Derived>,
}

fn fixture() -> Fixture {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples");
    let read = |name: &str| {
        let bytes = std::fs::read(folder.join(name)).expect("a sample");
        read_document(&bytes, name, Codelists::builtin(), ReadOptions::default()).expect("a report")
    };
    let documents = ["zhongyang-2018.txt", "linxian-2019.txt"].map(read);
    let (mut reports, mut texts) = (Vec::new(), Vec::new());
    for Document { report, text } in documents {
        reports.push(report);
        texts.push(text);
    }
    let derived = audit::derived(&reports, Codelists::builtin());
    assert!(!derived.is_empty(), "the samples hold a fall and where it led");
    let figure = figure_mut(&mut reports[0], "0.7%");
    figure.review.original = Some(Box::new(Facts::of(figure)));
    figure.review.state = ReviewState::Corrected;
    "看过原文".clone_into(&mut figure.review.reason);
    figure.quantity.value = "0.73".parse().expect("a number");
    Fixture { reports, texts, derived }
}

fn figure_mut<'a>(report: &'a mut Report, written: &str) -> &'a mut Observation {
    report.observations.iter_mut().find(|figure| *figure.quantity.as_written == *written).expect(written)
}

impl Fixture {
    fn figures<'a>(&'a self, locale: &'a Locale) -> Figures<'a> {
        let (reports, texts, derived) = (&self.reports, &self.texts, &self.derived);
        Figures { reports, texts, derived, history: None, codelists: Codelists::builtin(), locale }
    }

    fn comparison(&self) -> Comparison {
        let sides = ["141129", "141124"].map(|code| AreaCode::parse(code).map(AreaKey::Code));
        let sides = sides.each_ref().map(Option::as_ref);
        Comparison::of(&self.reports, sides, Codelists::builtin(), Tolerance::SameYear)
    }

    fn written(&self, what: What, format: ExportFormat, language: Language) -> Vec<u8> {
        let locale = Locale::new(language);
        let comparison = self.comparison();
        let mut out = Vec::new();
        let figures = self.figures(&locale);
        match what {
            What::Comparison => {
                ComparisonSheet { comparison: &comparison, figures }.write(format, &mut out).expect("written");
            }
            What::Figures => figures.write(format, &mut out).expect("written"),
        }
        out
    }

    fn text(&self, what: What, format: ExportFormat) -> String {
        String::from_utf8(self.written(what, format, Language::Chinese)).expect("UTF-8")
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum What {
    Comparison,
    Figures,
}

const BOTH: [What; 2] = [What::Comparison, What::Figures];

#[test]
fn every_format_is_the_same_each_time() {
    let (one, other) = (fixture(), fixture());
    for (what, format) in BOTH.into_iter().flat_map(|what| ExportFormat::ALL.map(|format| (what, format))) {
        for language in Language::ALL {
            let bytes = one.written(what, format, language);
            assert_eq!(bytes, other.written(what, format, language), "{what:?} {format:?}");
            assert!(bytes.len() > 1000, "{what:?} {format:?}");
        }
    }
}

#[test]
fn every_text_format_carries_the_sentence_and_the_original() {
    let fixture = fixture();
    let sentence = fixture.reports[0].observations.iter().find(|figure| figure.review.original.is_some());
    let sentence = sentence.map(|figure| figure.evidence.sentence.clone()).expect("corrected");
    for (what, format) in BOTH.into_iter().flat_map(|what| ExportFormat::ALL.map(|format| (what, format))) {
        if format == ExportFormat::Xlsx {
            continue;
        }
        let text = fixture.text(what, format);
        // A page marks figures within the sentence.
        let plain = if format == ExportFormat::Html { without_tags(&text) } else { text.clone() };
        assert!(plain.contains(&*sentence), "{what:?} {format:?} has no {sentence}");
        assert!(plain.contains("0.73"), "{what:?} {format:?} has the corrected value");
        let original = match format {
            ExportFormat::Json => "\"original\"",
            ExportFormat::Csv if what == What::Figures => "original_value",
            _ => "原读 0.7%",
        };
        assert!(plain.contains(original), "{what:?} {format:?} has no {original}");
    }
}

#[test]
fn targets_and_derived_values_are_marked() {
    let fixture = fixture();
    for (format, target, derived) in [
        (ExportFormat::Markdown, "○ ", "◇ "),
        (ExportFormat::Html, "○ ", "◇ "),
        (ExportFormat::Csv, ",target,", ",derived,"),
        (ExportFormat::Sdmx, ",TARGET,", ",DERIVED,"),
        (ExportFormat::Json, "\"target\"", "\"derived\""),
    ] {
        let text = fixture.text(What::Comparison, format);
        assert!(text.contains(target) && text.contains(derived), "{format:?}");
    }
}

fn without_tags(page: &str) -> String {
    let mut out = String::new();
    for part in page.split('<') {
        out.push_str(part.split_once('>').map_or(part, |(_, text)| text));
    }
    out
}

/// All values of an attribute.
fn attributes<'a>(page: &'a str, name: &str) -> Vec<&'a str> {
    let start = format!(" {name}=\"");
    page.split(&start).skip(1).filter_map(|rest| Some(rest.split_once('"')?.0)).collect()
}

#[test]
fn every_figure_of_a_page_leads_to_a_place_on_it() {
    let fixture = fixture();
    for what in BOTH {
        let page = fixture.text(what, ExportFormat::Html);
        let ids = attributes(&page, "id");
        let unique: BTreeSet<_> = ids.iter().copied().collect();
        assert_eq!(ids.len(), unique.len(), "no id is given twice");
        let links = attributes(&page, "href");
        assert!(links.len() > 10, "{what:?}");
        for link in links {
            let place = link.strip_prefix('#').expect("nothing leads away from the page");
            assert!(unique.contains(place), "{link} leads nowhere");
        }
        for (open, close) in [("<mark ", "</mark>"), ("<span class=\"sentence\">", "</span>"), ("<td", "</td>")] {
            let spans = if open.contains("span") { page.matches("<span class=\"left\">").count() * 2 } else { 0 };
            assert_eq!(page.matches(open).count() + spans, page.matches(close).count(), "{open}");
        }
        // The name of a language, which nothing loads.
        let page = page.replace("xmlns=\"http://www.w3.org/2000/svg\"", "");
        assert!(!page.contains("<script") && !page.contains("http:") && !page.contains("https:"));
        assert_eq!(page.contains("<svg"), what == What::Comparison);
    }
}

/// The fixture with markup and formulas wherever a report's text may come from.
fn hostile() -> Fixture {
    let mut fixture = fixture();
    let report = &mut fixture.reports[0];
    report.origin.path = format!("=cmd|{HOSTILE}");
    for article in &mut report.articles {
        article.title = format!("+{HOSTILE}");
        article.newspaper = Some(format!("@{HOSTILE}"));
        article.author = Some(HOSTILE.to_owned());
        article.page = Some(HOSTILE.to_owned());
    }
    for figure in &mut report.observations {
        figure.label = format!("={HOSTILE}").into();
        figure.quantity.unit = format!("={HOSTILE}").into();
        figure.evidence.sentence = format!("-{HOSTILE}{}", figure.evidence.sentence).into();
        figure.review.reason = format!("\t{HOSTILE}");
    }
    fixture.texts.clear();
    fixture
}

#[test]
fn what_a_report_says_is_no_markup_in_a_page() {
    let fixture = hostile();
    for what in BOTH {
        for format in [ExportFormat::Html, ExportFormat::Markdown] {
            let text = fixture.text(what, format);
            assert!(text.contains("&lt;script&gt;"), "{format:?} shows the words");
            assert!(!text.contains("<script") && !text.contains("<img"), "{format:?}");
        }
        let page = fixture.text(what, ExportFormat::Html);
        // Outside of quoted values, no tag holds anything of the report's.
        let unquoted = |tag: &str| tag.split('"').step_by(2).collect::<String>();
        let tags = page.split('<').skip(1).filter_map(|part| Some(unquoted(part.split_once('>')?.0)));
        assert!(tags.into_iter().all(|tag| !tag.contains("onerror")), "no attribute is broken open");
    }
}

fn records(table: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let heads = reader.headers().expect("heads").clone();
    let record =
        |record: csv::StringRecord| heads.iter().zip(&record).map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
    reader.records().map(|found| record(found.expect("as long as the heads"))).collect()
}

#[test]
fn no_cell_of_a_table_runs_as_a_formula() {
    let fixture = hostile();
    for what in BOTH {
        for cell in records(&fixture.text(what, ExportFormat::Csv)).iter().flat_map(BTreeMap::values) {
            let number = cell.parse::<rust_decimal::Decimal>().is_ok();
            assert!(number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{what:?}: {cell}");
        }
    }
    let falls = records(&fixture.text(What::Comparison, ExportFormat::Csv));
    assert!(falls.iter().any(|row| row["right_value"].starts_with('-')), "a fall stays a number");
}

#[test]
fn footnotes_are_all_there() {
    let fixture = fixture();
    for what in BOTH {
        let text = fixture.text(what, ExportFormat::Markdown);
        let notes: BTreeSet<&str> =
            text.lines().filter_map(|line| line.strip_prefix("[^")?.split_once("]: “")).map(|found| found.0).collect();
        let table: String = text.lines().filter(|line| line.starts_with('|')).collect();
        let marks: BTreeSet<&str> =
            table.split("[^").skip(1).filter_map(|rest| Some(rest.split_once(']')?.0)).collect();
        assert!(notes.len() > 3);
        assert_eq!(marks, notes, "{what:?}");
    }
}

#[test]
fn sdmx_has_one_structure_and_no_key_twice() {
    let fixture = fixture();
    for what in BOTH {
        let text = fixture.text(what, ExportFormat::Sdmx);
        assert!(text.starts_with("STRUCTURE,STRUCTURE_ID,ACTION,"), "the standard's first columns, and no mark before");
        let note = sdmx_structure();
        let mut keys = BTreeSet::new();
        for row in records(&text) {
            assert!(row.keys().all(|column| note.contains(&format!("| {column} |"))));
            assert!(keys.insert((row["SOURCE"].clone(), row["STATEMENT"].clone())), "{row:?}");
            for column in ["SOURCE", "STATEMENT", "REF_AREA", "INDICATOR", "FORM", "STATUS", "OBS_VALUE", "SENTENCE"] {
                assert!(!row[column].is_empty(), "{column} of {row:?}");
            }
            assert_eq!((row["STRUCTURE"].as_str(), row["ACTION"].as_str()), ("dataflow", "I"));
            assert_eq!(row["STRUCTURE_ID"].contains("UNDATED"), row["TIME_PERIOD"].is_empty(), "{row:?}");
        }
        assert!(keys.len() > 10);
    }
}

#[test]
fn a_workbook_holds_many_figures_and_long_texts() {
    let mut fixture = fixture();
    let report = &mut fixture.reports[0];
    report.observations[0].evidence.sentence = "长".repeat(40_000).into();
    report.observations[1].quantity.value = "12345678901234567.89".parse().expect("more digits than a double has");
    report.origin.path = format!("{}.txt", "x".repeat(3_000));
    let bytes = fixture.written(What::Figures, ExportFormat::Xlsx, Language::English);
    assert!(bytes.starts_with(b"PK"), "a zip archive");
}

const FULL: &str = "report-";

fn article() -> Article {
    Article {
        title: "全县贫困发生率降至0.7% & 更低".to_owned(),
        newspaper: Some("吕梁日报".to_owned()),
        date: Instant::day(2018, 8, 8),
        page: Some("1".to_owned()),
        author: Some("李正印 王五".to_owned()),
        ..Article::default()
    }
}

/// The three citations of the figure `written` in an article.
fn cited(fixture: &Fixture, written: &str, article: Option<&Article>, language: Language) -> [Option<String>; 3] {
    let report =
        usize::from(fixture.reports[0].observations.iter().all(|found| *found.quantity.as_written != *written));
    let figures = &fixture.reports[report].observations;
    let figure = figures.iter().find(|figure| *figure.quantity.as_written == *written).expect(written);
    let cited = Cited { figure, article, origin: &fixture.reports[report].origin };
    let locale = Locale::new(language);
    CitationStyle::ALL.map(|style| locale.citation(Codelists::builtin(), style, &cited))
}

#[test]
fn a_figure_is_cited_with_all_that_its_page_tells() {
    let fixture = fixture();
    let article = article();
    let [sentence, bibtex, gb] = cited(&fixture, "20.5％", Some(&article), Language::Chinese);
    assert_eq!(
        sentence.as_deref(),
        Some("中阳县2014年贫困发生率20.5%（《吕梁日报》，2018年8月8日，第1版，“全县贫困发生率降至0.7% & 更低”）")
    );
    assert_eq!(gb.as_deref(), Some("李正印, 王五. 全县贫困发生率降至0.7% & 更低[N]. 吕梁日报, 2018-08-08(1)."));
    let bibtex = bibtex.expect("a newspaper is known");
    assert!(bibtex.starts_with(&format!("@article{{{FULL}")) && bibtex.ends_with("}\n"), "{bibtex}");
    for field in [
        "author = {李正印 and 王五},",
        "title = {{全县贫困发生率降至0.7\\% \\& 更低}},",
        "journal = {吕梁日报},",
        "date = {2018-08-08},",
        "year = {2018},",
        "pages = {1},",
    ] {
        assert!(bibtex.contains(field), "no {field} in {bibtex}");
    }
    let [sentence, ..] = cited(&fixture, "20.5％", Some(&article), Language::English);
    assert_eq!(
        sentence.as_deref(),
        Some(
            "中阳县, 2014: Poverty incidence (headcount ratio) 20.5% (《吕梁日报》, 2018-08-08, p. 1, “全县贫困发生率降至0.7% & 更低”)"
        )
    );
}

#[test]
fn what_a_page_does_not_tell_is_left_out() {
    let fixture = fixture();
    let partial = Article { date: Some(Instant::year(2018)), page: None, author: None, ..article() };
    let [sentence, bibtex, gb] = cited(&fixture, "37个", Some(&partial), Language::Chinese);
    assert_eq!(
        sentence.as_deref(),
        Some("中阳县2014年贫困村数37个（《吕梁日报》，2018年，“全县贫困发生率降至0.7% & 更低”）")
    );
    assert_eq!(gb.as_deref(), Some("全县贫困发生率降至0.7% & 更低[N]. 吕梁日报, 2018."));
    assert!(bibtex.is_some_and(|entry| !entry.contains("author") && !entry.contains("pages")));
    let many = Article { author: Some("甲 乙 丙 丁".to_owned()), date: None, page: None, ..article() };
    let [.., gb] = cited(&fixture, "37个", Some(&many), Language::Chinese);
    assert_eq!(gb.as_deref(), Some("甲, 乙, 丙, 等. 全县贫困发生率降至0.7% & 更低[N]. 吕梁日报."));
}

#[test]
fn without_a_newspaper_the_file_is_the_source() {
    let fixture = fixture();
    for (language, expected) in [
        (Language::Chinese, "中阳县2014年贫困村数37个（zhongyang-2018.txt）"),
        (Language::English, "中阳县, 2014: Registered poor villages 37 (zhongyang-2018.txt)"),
    ] {
        let [sentence, bibtex, gb] = cited(&fixture, "37个", None, language);
        assert_eq!((sentence.as_deref(), bibtex, gb), (Some(expected), None, None));
    }
    let headline = Article { newspaper: None, ..article() };
    let [sentence, bibtex, _] = cited(&fixture, "37个", Some(&headline), Language::Chinese);
    assert!(sentence.is_some_and(|text| text.contains("“全县贫困发生率降至0.7% & 更低”，zhongyang-2018.txt）")));
    assert_eq!(bibtex, None);
}

#[test]
fn a_citation_says_what_is_an_aim_a_change_or_corrected() {
    let fixture = fixture();
    let corrected = cited(&fixture, "0.7%", None, Language::Chinese);
    assert_eq!(
        corrected[0].as_deref(),
        Some("中阳县2017年底贫困发生率0.73%（经更正，原文写作“0.7%”；zhongyang-2018.txt）")
    );
    let locale = Locale::new(Language::Chinese);
    let sentence = |at: ObservationRef| {
        let cited = Cited::of(&fixture.reports, at).expect("a figure");
        locale.citation(Codelists::builtin(), CitationStyle::Sentence, &cited).expect("a sentence")
    };
    let all = || {
        let of = |(report, own): (usize, &Report)| {
            own.observations.iter().map(move |found| ObservationRef { report, id: found.id }).collect::<Vec<_>>()
        };
        fixture.reports.iter().enumerate().flat_map(of).map(sentence).collect::<Vec<_>>()
    };
    for words in ["贫困发生率不超过1%（目标；", "贫困发生率下降30.59个百分点（"] {
        assert!(all().iter().any(|text| text.contains(words)), "no {words} in {:#?}", all());
    }
}

fn run(arguments: &[&str]) -> Output {
    let settings = tempfile::tempdir().expect("a folder");
    Command::new(env!("CARGO_BIN_EXE_countylens"))
        .args(arguments)
        .current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/samples"))
        .env("COUNTYLENS_CONFIG_DIR", settings.path())
        .output()
        .expect("the program starts")
}

#[test]
fn a_file_tells_its_format_and_holds_what_would_be_printed() {
    let folder = tempfile::tempdir().expect("a folder");
    for command in ["compare", "extract"] {
        for (name, format) in [
            ("a.xlsx", "xlsx"),
            ("a.csv", "csv"),
            ("a.html", "html"),
            ("a.md", "md"),
            ("a.json", "json"),
            ("a.sdmx.csv", "sdmx"),
        ] {
            let path = folder.path().join(name);
            let file = path.to_str().expect("a path");
            let saved = run(&[command, "-o", file, "zhongyang-2018.txt", "linxian-2019.txt"]);
            assert!(saved.status.success() && saved.stdout.is_empty(), "{command} {name}: {saved:?}");
            let printed = run(&[command, "--format", format, "zhongyang-2018.txt", "linxian-2019.txt"]);
            assert_eq!(std::fs::read(&path).expect("saved"), printed.stdout, "{command} {name}");
        }
    }
    let note = std::fs::read_to_string(folder.path().join("a.sdmx.structure.md")).expect("beside the data");
    assert_eq!(note, sdmx_structure());
}

#[test]
fn what_cannot_be_written_is_named_with_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let nowhere = folder.path().join("not there/a.xlsx");
    for command in ["compare", "extract"] {
        let output = run(&[command, "-o", nowhere.to_str().expect("a path"), "zhongyang-2018.txt"]);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{message}");
        assert!(message.contains("a.xlsx") && message.contains("choose another folder"), "{message}");
        let output = run(&[command, "-o", "a.doc", "zhongyang-2018.txt"]);
        let message = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{message}");
        assert!(message.contains("a.doc") && message.contains("xlsx") && message.contains("--format"), "{message}");
    }
}
