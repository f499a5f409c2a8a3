//! A history laid over what was read: corrected, thrown out, added, undone, and found again in an edited source.
#![allow(clippy::unwrap_used, reason = "a test that finds nothing has failed")]

use countylens::codelist::Codelists;
use countylens::compare::{Comparison, ObservationRef, Tolerance, areas, observation};
use countylens::export::{write_csv, write_history, write_json, write_reviewed_csv};
use countylens::model::{Action, Facts, Observation, Report, ReviewState, SourceId, Span};
use countylens::pipeline::{Document, ReadOptions, read_document};
use countylens::review::{
    Doubt, Finder, History, Orphan, WorkFilter, Worklist, anchor_of, anchor_of_marked, apply, lay,
    observation_from_text, queue,
};
use rust_decimal::Decimal;

const TEXT: &str = "中阳县2018年工作报告\n2014年，全县共有贫困村37个，贫困发生率20.5%。\n2017年底，全县贫困村减少至2个，贫困\n发生率降到0.7%。\n全县建成大棚约三百来座光伏电站。\n";

fn document(text: &str) -> Document {
    read_document(text.as_bytes(), "a.txt", Codelists::builtin(), ReadOptions::default()).unwrap()
}

fn figure<'a>(document: &'a Document, words: &str) -> &'a Observation {
    document.report.observations.iter().find(|figure| *figure.quantity.as_written == *words).unwrap()
}

fn record(history: &mut History, document: &Document, words: &str, action: impl FnOnce(&Observation) -> Action) {
    let figure = figure(document, words);
    let entry = (SourceId(1), anchor_of(&document.report.observations, figure), action(figure));
    history.record(jiff::Timestamp::UNIX_EPOCH, "看过原文", [entry]);
}

fn apply_to(document: &mut Document, history: &History) -> Vec<Orphan> {
    apply(&mut document.report, &document.text, &mut Finder::default(), history.of(SourceId(1)))
}

fn to_2016(figure: &Observation) -> Action {
    let from = Box::new(Facts::of(figure));
    let to = Box::new(Facts { period: "2016-12".parse().ok(), ..(*from).clone() });
    Action::Correct { from, to }
}

fn reviewed() -> (Document, History) {
    let mut history = History::default();
    let mut document = document(TEXT);
    record(&mut history, &document, "0.7%", to_2016);
    record(&mut history, &document, "37个", |_| Action::Reject);
    record(&mut history, &document, "20.5%", |_| Action::Accept);
    let paragraph = document.text.paragraphs.iter().position(|paragraph| paragraph.text.contains("三百来座")).unwrap();
    let words = document.text.paragraphs[paragraph].text.clone();
    let start = words[..words.find("三百").unwrap()].chars().count();
    let added =
        observation_from_text(&document.report, &document.text, paragraph, Span::new(start, start + 4)).unwrap();
    let facts = Facts { label: "大棚".into(), value: Decimal::from(300), unit: "座".into(), ..Facts::of(&added) };
    let anchor = anchor_of_marked(&document.text, &document.report.observations, &added);
    history.record(jiff::Timestamp::UNIX_EPOCH, "", [(SourceId(1), anchor, Action::Add { facts: Box::new(facts) })]);
    assert_eq!(apply_to(&mut document, &history), []);
    (document, history)
}

#[test]
fn a_history_makes_of_the_figures_what_a_person_made_of_them() {
    let (reviewed, _) = reviewed();
    let corrected = figure(&reviewed, "0.7%");
    assert_eq!(corrected.period, "2016-12".parse().ok());
    assert_eq!(corrected.review.state, ReviewState::Corrected);
    assert_eq!(corrected.review.original.as_ref().unwrap().period, "2017-12".parse().ok());
    assert_eq!(corrected.review.reason, "看过原文");
    assert!(!figure(&reviewed, "37个").counts());
    assert_eq!(figure(&reviewed, "20.5%").review.state, ReviewState::Accepted);
    let added = figure(&reviewed, "三百来座");
    assert!(added.review.added && added.evidence.sentence.starts_with("全县建成"));
    assert_eq!((added.quantity.value, &*added.label), (Decimal::from(300), "大棚"));
    assert!(reviewed.report.observations.is_sorted_by_key(|figure| figure.evidence.span.start));
}

#[test]
fn undoing_everything_leaves_what_was_read() {
    let (mut reviewed, mut history) = reviewed();
    while history.undo().is_some() {}
    assert_eq!(apply_to(&mut reviewed, &history), []);
    assert_eq!(reviewed.report, document(TEXT).report);
}

#[test]
fn an_edited_source_keeps_the_corrections_whose_words_it_keeps() {
    let (_, history) = reviewed();
    let mut edited =
        document(&TEXT.replace("2017年底，全县贫困村", "新稿：2017年底，全县贫困村").replace("约三百来座", "约四百座"));
    let orphans = apply_to(&mut edited, &history);
    assert_eq!(figure(&edited, "0.7%").review.state, ReviewState::Corrected, "its sentence begins otherwise now");
    assert_eq!(orphans, [Orphan(3)], "the added figure's words are gone");
}

#[test]
fn equal_sentences_are_told_apart_by_their_order() {
    let twice = format!("{TEXT}{}", TEXT.lines().nth(1).unwrap());
    let mut document = document(&twice);
    let last = document.report.observations.iter().rfind(|figure| *figure.quantity.as_written == *"20.5%").unwrap();
    let entry = (SourceId(1), anchor_of(&document.report.observations, last), Action::Reject);
    let id = last.id;
    let mut history = History::default();
    history.record(jiff::Timestamp::UNIX_EPOCH, "", [entry]);
    apply_to(&mut document, &history);
    let rejected: Vec<usize> =
        document.report.observations.iter().filter(|figure| !figure.counts()).map(|figure| figure.id).collect();
    assert_eq!(rejected, [id]);
}

#[test]
fn a_figure_is_added_to_the_sentence_in_which_it_was_marked() {
    // The reader finds no figure in either of the equal sentences.
    let mut document =
        document("全县建成大棚约三百来座光伏电站。\n2018年中阳县贫困发生率0.7%。\n全县建成大棚约三百来座光伏电站。\n");
    let last = document.text.paragraphs.iter().rposition(|paragraph| paragraph.text.contains("三百来座")).unwrap();
    let paragraph = &document.text.paragraphs[last];
    let byte = paragraph.text.rfind("三百").unwrap();
    let start = paragraph.text[..byte].chars().count();
    let added = observation_from_text(&document.report, &document.text, last, Span::new(start, start + 4)).unwrap();
    let anchor = anchor_of_marked(&document.text, &document.report.observations, &added);
    assert_eq!(anchor.occurrence, 1);
    let facts = Box::new(Facts { label: "大棚".into(), unit: "座".into(), ..Facts::of(&added) });
    let mut history = History::default();
    history.record(jiff::Timestamp::UNIX_EPOCH, "", [(SourceId(1), anchor, Action::Add { facts })]);
    assert_eq!(apply_to(&mut document, &history), []);
    assert_eq!(figure(&document, "三百来座").evidence.span, added.evidence.span);
}

/// The cell of `column` in the line of a table that contains `words`.
fn cell(table: &[u8], words: &str, column: &str) -> String {
    let mut reader = csv::Reader::from_reader(table.strip_prefix("\u{feff}".as_bytes()).unwrap());
    let place = reader.headers().unwrap().iter().position(|name| name == column).unwrap();
    let mut lines = reader.records().map(Result::unwrap).filter(|line| line.iter().any(|cell| cell == words));
    lines.next().unwrap()[place].to_owned()
}

#[test]
fn exports_say_what_a_person_made_of_each_figure() {
    let (reviewed, _) = reviewed();
    let mut table = Vec::new();
    write_reviewed_csv([&reviewed.report], &mut table).unwrap();
    for (words, column, expected) in [
        ("0.7%", "review", "corrected"),
        ("0.7%", "period", "2016-12"),
        ("0.7%", "original_period", "2017-12"),
        ("0.7%", "original_value", "0.7"),
        ("0.7%", "reason", "看过原文"),
        ("37个", "review", "rejected"),
        ("20.5%", "review", "accepted"),
        ("20.5%", "original_value", ""),
        ("三百来座", "added", "yes"),
        ("2个", "review", "unreviewed"),
    ] {
        assert_eq!(cell(&table, words, column), expected, "{words} {column}");
    }
    let mut json = Vec::new();
    write_json([&reviewed.report], &mut json).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&json).unwrap();
    let figures = json["reports"][0]["observations"].as_array().unwrap();
    let of = |words: &str| figures.iter().find(|figure| figure["as_written"] == words).unwrap();
    assert_eq!(of("0.7%")["review"]["state"], "corrected");
    assert_eq!(of("0.7%")["review"]["original"]["period"], "2017-12");
    assert!(of("2个").get("review").is_none(), "nobody has looked at it");
}

#[test]
fn the_json_is_laid_out_by_its_brackets() {
    let empty = countylens::pipeline::read("没有数字。".as_bytes(), "空.txt", Codelists::builtin()).unwrap();
    for reports in [vec![], vec![reviewed().0.report, empty.clone(), document(TEXT).report], vec![empty]] {
        let mut json = Vec::new();
        write_json(&reports, &mut json).unwrap();
        let json = String::from_utf8(json).unwrap();
        serde_json::from_str::<serde_json::Value>(&json).unwrap();
        let (mut depth, mut quoted, mut last, mut out) = (0, false, ' ', String::new());
        for ch in json.chars().filter(|ch| !matches!(ch, '\n')) {
            let blank = ch == ' ' && !quoted;
            match ch {
                '"' if last != '\\' => quoted = !quoted,
                '{' | '[' if !quoted => depth += 1,
                '}' | ']' if !quoted => depth -= 1,
                _ => {}
            }
            let opens =
                !quoted && matches!(last, '{' | '[' | ',') || quoted && ch == '"' && matches!(last, '{' | '[' | ',');
            if blank {
                continue;
            }
            let empty = matches!((last, ch), ('{', '}') | ('[', ']'));
            if !empty && (opens || !quoted && matches!(ch, '}' | ']')) {
                out.push('\n');
                out.push_str(&"  ".repeat(if opens && matches!(ch, '{' | '[') { depth - 1 } else { depth }));
            }
            out.push(ch);
            if ch == ':' && !quoted {
                out.push(' ');
            }
            last = if quoted && ch != '"' && ch != '\\' { 'x' } else { ch };
        }
        assert_eq!(json, out + "\n");
    }
}

#[test]
fn what_nobody_has_looked_at_is_written_as_before() {
    let report = document(TEXT).report;
    let (mut table, mut json) = (Vec::new(), Vec::new());
    write_csv([&report], &mut table).unwrap();
    write_json([&report], &mut json).unwrap();
    assert!(!String::from_utf8(table).unwrap().contains("review"));
    assert!(!String::from_utf8(json).unwrap().contains("review"));
}

#[test]
fn the_history_is_written_with_what_was_undone() {
    let (_, mut history) = reviewed();
    history.undo();
    let mut table = Vec::new();
    write_history(&history, |_| "=report.txt".to_owned(), &mut table).unwrap();
    for (words, column, expected) in [
        ("0.7%", "action", "correct"),
        ("0.7%", "period_from", "2017-12"),
        ("0.7%", "period_to", "2016-12"),
        ("0.7%", "report", "'=report.txt"),
        ("0.7%", "time", "1970-01-01T00:00:00Z"),
        ("三百来座", "action", "add"),
        ("三百来座", "undone", "yes"),
        ("三百来座", "value_to", "300"),
        ("37个", "reason", "看过原文"),
    ] {
        assert_eq!(cell(&table, words, column), expected, "{words} {column}");
    }
}

#[test]
fn what_one_entry_changes_is_what_making_all_anew_finds() {
    let sample = include_str!("../assets/samples/zhongyang-2018.txt");
    let codelists = Codelists::builtin();
    let mut documents = [document(sample), document(&sample.replace('7', "8"))];
    let mut finder = Finder::default();
    let mut history = History::default();
    apply(&mut documents[0].report, &documents[0].text, &mut finder, []);
    let [read, other] = documents;
    let (text, untouched) = (read.text, read.report.clone());
    let mut reports = vec![read.report, other.report];
    let key = areas(&reports)[0].key.clone();
    let compared = |reports: &[Report]| Comparison::of(reports, [Some(&key), None], codelists, Tolerance::default());
    let (mut comparison, mut list) = (compared(&reports), Worklist::of(&reports, &[], WorkFilter::default()));
    let mut chosen_otherwise = 0;
    for number in 0..reports[0].observations.len() {
        let figure = &reports[0].observations[number];
        let at = ObservationRef { report: 0, id: figure.id };
        let action = match number % 4 {
            0 => Action::Reject,
            1 => to_2016(figure),
            _ => Action::Accept,
        };
        let is_look = action == Action::Accept;
        let before = history.entries().len();
        let entry = (SourceId(1), finder.anchor(figure), action);
        history.record(jiff::Timestamp::UNIX_EPOCH, "", [entry]);
        let laid = lay(&mut reports[0].observations, &finder, &history.entries()[before]);
        let mut anew = untouched.clone();
        apply(&mut anew, &text, &mut Finder::default(), history.of(SourceId(1)));
        assert_eq!((laid, &reports[0]), (Some(at.id), &anew), "entry {number}");
        let (comparison_anew, list_anew) = (compared(&reports), Worklist::of(&reports, &[], WorkFilter::default()));
        if is_look {
            chosen_otherwise += usize::from(comparison != comparison_anew);
            comparison.choose_again(&reports, at, (codelists, Tolerance::default()));
            list.look_at(&reports, at, WorkFilter::default());
            assert!(comparison == comparison_anew && list == list_anew, "figure {number}");
        }
        (comparison, list) = (comparison_anew, list_anew);
    }
    assert!(chosen_otherwise > 0, "what was looked at is preferred somewhere");
}

#[test]
fn statements_of_one_thing_with_several_values_are_doubtful_and_thrown_out_ones_are_no_rivals() {
    let texts = [TEXT.to_owned(), TEXT.replace("20.5%", "21.5%")];
    let mut reports = texts.map(|text| document(&text).report);
    let conflicting = |reports: &[Report]| -> Vec<(usize, String)> {
        let items = queue(reports, &[]);
        let found = items.iter().filter(|item| item.doubts.contains(&Doubt::Conflict)).map(|item| item.at);
        let words = |at: ObservationRef| observation(reports, at).unwrap().quantity.as_written.to_string();
        let mut found: Vec<_> = found.map(|at| (at.report, words(at))).collect();
        found.sort();
        found
    };
    assert_eq!(conflicting(&reports), [(0, "20.5%".to_owned()), (1, "21.5%".to_owned())]);
    let rival = reports[1].observations.iter_mut().find(|figure| *figure.quantity.as_written == *"21.5%").unwrap();
    rival.review.state = ReviewState::Rejected;
    assert_eq!(conflicting(&reports), []);
}
