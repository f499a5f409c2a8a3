//! The tables of a workbook: the comparison, the figures, their sources, the history of corrections.

use super::comparison::{ComparisonLine, ComparisonSheet};
use super::figures::Figures;
use super::review::{history_cells, history_header};
use crate::compare::{Cell, ComparisonRow, Difference, GroupKey, Side};
use crate::locale::{CitationStyle, bound_key};
use crate::model::{Bound, Derived, ObservationRef, Status};
use rust_decimal::Decimal;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Content {
    Empty,
    Text(String),
    Number(Decimal),
    /// Text that leads to a row of another table: its index in the workbook, and the row, from 0 under the heads.
    Row(String, usize, usize),
    /// Text that leads to a file.
    File(String),
}

/// One table: a sheet of the workbook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Table {
    pub(super) title: String,
    /// Heads, and widths in characters.
    pub(super) columns: Vec<(String, u8)>,
    pub(super) rows: Vec<Vec<Content>>,
}

const NARROW: u8 = 8;
const USUAL: u8 = 14;
const WIDE: u8 = 24;
const SENTENCE: u8 = 52;

fn text(words: impl Into<String>) -> Content {
    let words = words.into();
    if words.is_empty() { Content::Empty } else { Content::Text(words) }
}

/// The comparison, all figures, the sources and the history.
pub(super) fn of_comparison(sheet: &ComparisonSheet<'_>) -> Vec<Table> {
    let mut tables = vec![comparison(sheet)];
    tables.extend(of_figures_from(&sheet.figures, 1));
    tables
}

/// All figures, the sources and the history.
pub(super) fn of_figures(figures: &Figures<'_>) -> Vec<Table> {
    of_figures_from(figures, 0)
}

/// As [`of_figures`], where the first table is the one with index `first` of the workbook.
fn of_figures_from(figures: &Figures<'_>, first: usize) -> Vec<Table> {
    let mut tables = vec![all_figures(figures, first + 1), sources(figures)];
    tables.extend(history(figures));
    tables
}

impl Figures<'_> {
    /// Row of a figure in the table of all figures.
    fn row_of(&self, at: ObservationRef) -> Option<usize> {
        let before: usize = self.reports.get(..at.report)?.iter().map(|report| report.observations.len()).sum();
        let own = self.reports.get(at.report)?.observations.iter().position(|figure| figure.id == at.id)?;
        Some(before + own)
    }

    /// Row of a figure's article in the table of sources; of its report where that has no article.
    fn source_row(&self, at: ObservationRef) -> Option<usize> {
        let rows = |articles: usize| articles.max(1);
        let before: usize = self.reports.get(..at.report)?.iter().map(|report| rows(report.articles.len())).sum();
        let last = rows(self.reports.get(at.report)?.articles.len()) - 1;
        Some(before + self.get(at)?.article.min(last))
    }

    /// `≈`, `≥`, `≤` in words, and what a person made of the figure.
    fn bound_words(&self, bound: Bound) -> Content {
        if bound == Bound::Exact { Content::Empty } else { text(self.locale.text(bound_key(bound))) }
    }
}

fn comparison(sheet: &ComparisonSheet<'_>) -> Table {
    let locale = sheet.figures.locale;
    let word = |key| locale.text(key);
    let mut columns =
        vec![(word("export-group"), USUAL), (word("table-indicator"), WIDE), (word("evidence-kind"), NARROW)];
    for side in Side::BOTH {
        let area = sheet.area(side);
        columns.push((area.to_owned(), USUAL));
        for (key, width) in [
            ("correct-unit", NARROW),
            ("evidence-bound", NARROW),
            ("evidence-time", USUAL),
            ("table-notes", WIDE),
            ("evidence-title", SENTENCE),
            ("export-source", WIDE),
        ] {
            columns.push((format!("{area} {}", word(key)), width));
        }
    }
    let difference = word("table-difference");
    columns.extend([
        (difference.clone(), USUAL),
        (format!("{difference} {}", word("correct-unit")), NARROW),
        (word("table-ratio"), NARROW),
        (word("table-notes"), WIDE),
    ]);
    let rows = sheet.lines().map(|(group, line)| comparison_row(sheet, group, line)).collect();
    Table { title: word("export-comparison-name"), columns, rows }
}

fn comparison_row(sheet: &ComparisonSheet<'_>, group: &GroupKey, line: ComparisonLine<'_>) -> Vec<Content> {
    let locale = sheet.figures.locale;
    let mut cells = vec![text(sheet.group_title(group))];
    match line {
        ComparisonLine::Row(row) => {
            let kind = locale.text(if row.status == Status::Target { "mark-target" } else { "mark-actual" });
            cells.extend([text(sheet.row_name(row)), text(kind)]);
            cells.extend(row.cells.iter().flat_map(|cell| stated(sheet, cell)));
            cells.extend(difference(sheet, row));
        }
        ComparisonLine::Derived(side, derived) => {
            cells.extend([text(sheet.derived_name(derived)), text(format!("◇ {}", locale.text("table-derived")))]);
            for own in Side::BOTH {
                cells.extend(if own == side { derived_cells(sheet, derived) } else { [const { Content::Empty }; 7] });
            }
            let why = text(locale.text("incomparable-derived"));
            cells.extend([Content::Empty, Content::Empty, Content::Empty, why]);
        }
    }
    cells
}

/// Value, unit, bound, period, notes or why there is none, sentence, and a link to the figure's row.
fn stated(sheet: &ComparisonSheet<'_>, cell: &Cell) -> [Content; 7] {
    const EMPTY: Content = Content::Empty;
    let figures = &sheet.figures;
    match cell {
        Cell::Missing(reason) => [EMPTY, EMPTY, EMPTY, EMPTY, text(figures.locale.missing(*reason)), EMPTY, EMPTY],
        Cell::Stated { conflicting, choice, .. } => {
            let Some((at, figure)) = cell.first().and_then(|at| Some((at, figures.get(at)?))) else {
                return [EMPTY; 7];
            };
            let others = [("count", (*conflicting).into())];
            let others = (*conflicting > 0).then(|| figures.locale.with("table-conflicting", &others));
            let chosen = Some(figures.locale.choice(*choice)).filter(|words| !words.trim().is_empty());
            let changed = Some(figures.notes(figure)).filter(|words| !words.is_empty());
            let notes: Vec<String> = [changed, others, chosen].into_iter().flatten().collect();
            [
                Content::Number(figure.quantity.value),
                text(figures.locale.unit(&figure.quantity.unit)),
                figures.bound_words(figure.quantity.bound),
                text(figures.locale.period_of(figure)),
                text(notes.join(&figures.locale.text("review-separator"))),
                text(&*figure.evidence.sentence),
                figure_link(figures, at),
            ]
        }
    }
}

/// Headline or file, which leads to the figure's row. The sentence itself is no link: some programs do not wrap links.
fn figure_link(figures: &Figures<'_>, at: ObservationRef) -> Content {
    let title = figures.title(at);
    figures.row_of(at).map_or_else(|| text(title), |row| Content::Row(title.to_owned(), 1, row))
}

fn derived_cells(sheet: &ComparisonSheet<'_>, derived: &Derived) -> [Content; 7] {
    let first = derived.terms.first().and_then(|term| Some((term.at, sheet.figures.get(term.at)?)));
    [
        Content::Number(derived.value),
        text(sheet.figures.locale.unit(&derived.unit)),
        Content::Empty,
        text(sheet.figures.locale.period(derived.period)),
        text(format!("◇ {}", sheet.figures.locale.derivation(derived))),
        first.map_or(Content::Empty, |(_, figure)| text(&*figure.evidence.sentence)),
        first.map_or(Content::Empty, |(at, _)| figure_link(&sheet.figures, at)),
    ]
}

/// Amount, unit, ratio, notes.
fn difference(sheet: &ComparisonSheet<'_>, row: &ComparisonRow) -> [Content; 4] {
    let locale = sheet.figures.locale;
    match &row.difference {
        Difference::Absent => [const { Content::Empty }; 4],
        Difference::NotComparable(_) => {
            [Content::Empty, Content::Empty, Content::Empty, text(locale.difference(&row.difference))]
        }
        Difference::Of { value, unit, ratio, approximate, .. } => {
            let about = if *approximate { locale.text("bound-approx") } else { String::new() };
            let note = locale.difference_note(&row.difference);
            let ratio = ratio.and_then(|ratio| ratio.round_sf(6)).map_or(Content::Empty, Content::Number);
            [Content::Number(*value), text(locale.unit(unit)), ratio, text(format!("{about}{note}"))]
        }
    }
}

/// Every figure, then the derived values; `sources` is the index of the table of sources.
fn all_figures(figures: &Figures<'_>, sources: usize) -> Table {
    let columns = [
        ("export-number", NARROW),
        ("evidence-area", USUAL),
        ("export-code", NARROW),
        ("table-indicator", WIDE),
        ("correct-label", WIDE),
        ("correct-value", USUAL),
        ("correct-unit", NARROW),
        ("evidence-bound", NARROW),
        ("evidence-written", USUAL),
        ("evidence-time", USUAL),
        ("evidence-kind", USUAL),
        ("evidence-title", SENTENCE),
        ("export-source", WIDE),
        ("export-review", USUAL),
        ("export-original", WIDE),
        ("export-original-value", USUAL),
        ("dialog-reason", WIDE),
        ("evidence-rule", WIDE),
    ];
    let mut rows: Vec<_> = figures.all().filter_map(|at| figure_row(figures, at, sources)).collect();
    rows.extend(figures.derived.iter().map(|derived| derived_row(figures, derived, sources)));
    let columns = columns.map(|(key, width)| (figures.locale.text(key), width)).into();
    Table { title: figures.locale.text("export-figures-name"), columns, rows }
}

fn figure_row(figures: &Figures<'_>, at: ObservationRef, sources: usize) -> Option<Vec<Content>> {
    let figure = figures.get(at)?;
    let words = figures.worded(at)?;
    let area = figure.area.as_ref();
    let review = &figure.review;
    let state = match (review.state.as_str(), review.added) {
        ("rejected", _) => "review-rejected",
        (_, true) => "review-added",
        ("corrected", _) => "review-corrected",
        ("accepted", _) => "review-accepted",
        _ => "review-unreviewed",
    };
    let original = figures.locale.original(figures.codelists, figure);
    let original_value = review.original.as_ref().map_or(Content::Empty, |facts| Content::Number(facts.value));
    Some(vec![
        text(figure.id.to_string()),
        text(words.area),
        text(area.and_then(|area| area.code).map(|code| code.to_string()).unwrap_or_default()),
        text(figure.indicator.as_ref().map(|_| words.name).unwrap_or_default()),
        text(&*figure.label),
        Content::Number(figure.quantity.value),
        text(figures.locale.unit(&figure.quantity.unit)),
        figures.bound_words(figure.quantity.bound),
        text(&*figure.quantity.as_written),
        text(words.period),
        text(words.kind),
        text(&*figure.evidence.sentence),
        source(figures, at, sources),
        text(figures.locale.text(state)),
        text(original.unwrap_or_default()),
        original_value,
        text(review.reason.as_str()),
        text(&*figure.rule),
    ])
}

fn derived_row(figures: &Figures<'_>, derived: &Derived, sources: usize) -> Vec<Content> {
    let first = derived.terms.first().map(|term| term.at);
    let mut row = vec![
        text("◇"),
        text(&*derived.area.name),
        text(derived.area.code.map(|code| code.to_string()).unwrap_or_default()),
        text(figures.locale.indicator_name(figures.codelists, &derived.indicator)),
        Content::Empty,
        Content::Number(derived.value),
        text(figures.locale.unit(&derived.unit)),
        Content::Empty,
        text(figures.locale.derivation(derived)),
        text(figures.locale.period(derived.period)),
        text(format!("◇ {}", figures.locale.text("table-derived"))),
        first.and_then(|at| figures.get(at)).map_or(Content::Empty, |figure| text(&*figure.evidence.sentence)),
        first.map_or(Content::Empty, |at| source(figures, at, sources)),
    ];
    row.resize(18, Content::Empty);
    row
}

/// Headline or file, which leads to the row of the source.
fn source(figures: &Figures<'_>, at: ObservationRef, sources: usize) -> Content {
    let title = figures.title(at);
    figures.source_row(at).map_or_else(|| text(title), |row| Content::Row(title.to_owned(), sources, row))
}

/// One row an article.
fn sources(figures: &Figures<'_>) -> Table {
    let columns = [
        ("export-file", WIDE),
        ("export-headline", SENTENCE),
        ("export-newspaper", USUAL),
        ("export-date", USUAL),
        ("export-page", NARROW),
        ("export-author", USUAL),
        ("export-reference", SENTENCE),
        ("export-encoding", USUAL),
        ("export-hash", WIDE),
    ];
    let mut rows = Vec::new();
    for (index, report) in figures.reports.iter().enumerate() {
        for article in 0..report.articles.len().max(1) {
            let cited = report.observations.iter().find(|figure| figure.article == article);
            let cited = cited.map(|figure| ObservationRef { report: index, id: figure.id });
            let reference = cited.and_then(|at| figures.citation(at, CitationStyle::GbT7714));
            let known = report.articles.get(article);
            let of = |part: Option<&str>| text(part.unwrap_or_default());
            rows.push(vec![
                Content::File(report.origin.path.clone()),
                of(known.map(|found| found.title.as_str())),
                of(known.and_then(|found| found.newspaper.as_deref())),
                text(known.and_then(|found| found.date).map(|date| date.to_string()).unwrap_or_default()),
                of(known.and_then(|found| found.page.as_deref())),
                of(known.and_then(|found| found.author.as_deref())),
                text(reference.unwrap_or_default()),
                text(report.origin.encoding.as_str()),
                text(report.origin.sha256.as_str()),
            ]);
        }
    }
    let columns = columns.map(|(key, width)| (figures.locale.text(key), width)).into();
    Table { title: figures.locale.text("export-sources-name"), columns, rows }
}

/// Every entry of the history; `None` where nothing was ever done.
fn history(figures: &Figures<'_>) -> Option<Table> {
    let (history, names) = figures.history.filter(|(history, _)| !history.is_empty())?;
    let header: Vec<String> = history_header().collect();
    let is_number: Vec<bool> = header.iter().map(|name| name.starts_with("value_") || name == "step").collect();
    let name = |source| names.get(&source).cloned().unwrap_or_default();
    let rows = history.entries().iter().map(|entry| {
        let cells = history_cells(entry, name).zip(&is_number);
        let content = |(cell, number): (String, &bool)| match cell.parse() {
            Ok(value) if *number => Content::Number(value),
            _ => text(cell),
        };
        cells.map(content).collect()
    });
    let columns = header.iter().map(|name| (name.clone(), if name == "sentence" { SENTENCE } else { USUAL })).collect();
    Some(Table { title: figures.locale.text("command-show-history"), columns, rows: rows.collect() })
}
