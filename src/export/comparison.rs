//! A comparison as files: every row with both figures, their sentences and sources, and why a cell is empty.

use std::io::{self, Write};

use serde::Serialize;

use super::csv::safe;
use crate::codelist::Codelists;
use crate::compare::{
    Cell, Comparison, ComparisonRow, Difference, GroupKey, ObservationRef, Side, Subject, observation,
};
use crate::locale::Locale;
use crate::model::{Area, Bound, Form, Instant, Observation, Period, PeriodBasis, Report, Review, ReviewState, Status};

/// What the writers of a comparison need.
#[derive(Clone, Copy)]
pub struct ComparisonSheet<'a> {
    /// The comparison.
    pub comparison: &'a Comparison,
    /// The reports that it was made of.
    pub reports: &'a [Report],
    /// The catalogue.
    pub codelists: &'a Codelists,
    /// The language of names and notes.
    pub locale: &'a Locale,
}

/// One row in words, for tables that people read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordedRow {
    /// Title of the group that the row opens; empty within the group.
    pub group: String,
    /// What is measured, with its unit, and whether it is a change.
    pub name: String,
    /// Left and right: figure and period, or why there is none.
    pub cells: [String; 2],
    /// Left minus right, or why not.
    pub difference: String,
    /// Left divided by right; empty where that cannot be said.
    pub ratio: String,
}

impl ComparisonSheet<'_> {
    /// Heads of the columns of [`Self::rows`], the group's left out.
    pub fn heads(&self) -> [String; 5] {
        let area =
            |side| self.comparison.profile(side).map_or_else(String::new, |profile| profile.area.name.to_string());
        let text = |key| self.locale.text(key);
        [text("table-indicator"), area(Side::Left), area(Side::Right), text("table-difference"), text("table-ratio")]
    }

    /// All rows in words. Figures outside the catalogue come last.
    pub fn rows(&self) -> Vec<WordedRow> {
        let mut out = Vec::new();
        for group in &self.comparison.groups {
            let mut title = self.group_title(&group.key);
            for row in &group.rows {
                out.push(self.row(std::mem::take(&mut title), row));
            }
        }
        out
    }

    /// Title of a group, in the language at hand.
    pub fn group_title(&self, key: &GroupKey) -> String {
        match key {
            GroupKey::Other => self.locale.text("table-group-other"),
            GroupKey::Catalogue(id) => {
                let group = self.codelists.groups.iter().find(|group| group.id == *id);
                group.map_or_else(|| id.clone(), |group| self.locale.group(group).to_owned())
            }
        }
    }

    pub(super) fn row(&self, group: String, row: &ComparisonRow) -> WordedRow {
        WordedRow {
            group,
            name: self.row_name(row),
            cells: [0, 1].map(|side| self.cell(&row.cells[side])),
            difference: self.locale.difference(&row.difference),
            ratio: self.locale.ratio(&row.difference).unwrap_or_default(),
        }
    }

    /// What a row measures, and whether it is a change.
    pub(super) fn row_name(&self, row: &ComparisonRow) -> String {
        let name = match &row.subject {
            Subject::Label(label) => label.to_string(),
            Subject::Indicator(id) => self
                .codelists
                .indicator(id)
                .map_or_else(|| id.to_string(), |indicator| self.locale.indicator(indicator).to_owned()),
        };
        match row.form {
            Form::Change => format!("{name} · {}", self.locale.text("mark-change")),
            Form::Level => name,
        }
    }

    fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Missing(reason) => self.locale.missing(*reason),
            Cell::Stated { refs, conflicting, .. } => {
                let Some(figure) = refs.first().and_then(|at| observation(self.reports, *at)) else {
                    return String::new();
                };
                let others = if *conflicting > 0 { format!(" (+{conflicting})") } else { String::new() };
                let period = self.locale.period_of(figure);
                format!("{} · {period}{others}", self.locale.figure(figure, None))
            }
        }
    }

    /// Markdown: a heading, the table, nothing that is not in the table on the screen.
    pub fn write_markdown(&self, out: &mut impl Write) -> io::Result<()> {
        let heads = self.heads();
        writeln!(out, "## {} · {}\n", heads[1], heads[2])?;
        self.write_markdown_rows(self.rows().into_iter(), out)
    }

    /// The table alone.
    pub(super) fn write_markdown_rows(
        &self,
        rows: impl Iterator<Item = WordedRow>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let cell = |text: &str| text.replace('|', "\\|").replace('\n', " ");
        let heads = self.heads();
        writeln!(out, "| {} |", heads.each_ref().map(|head| cell(head)).join(" | "))?;
        writeln!(out, "| --- | ---: | ---: | ---: | ---: |")?;
        for row in rows {
            if !row.group.is_empty() {
                writeln!(out, "| **{}** | | | | |", cell(&row.group))?;
            }
            let [left, right] = &row.cells;
            let cells = [&row.name, left, right, &row.difference, &row.ratio].map(|text| cell(text));
            writeln!(out, "| {} |", cells.join(" | "))?;
        }
        Ok(())
    }

    /// CSV for spreadsheets: one line a row, both figures with unit, period, sentence and source in columns of their own.
    pub fn write_csv(&self, out: &mut impl Write) -> io::Result<()> {
        out.write_all("\u{feff}".as_bytes())?;
        let mut csv = csv::Writer::from_writer(out);
        let mut head: Vec<String> = ["group", "indicator", "name", "form", "status"].map(str::to_owned).to_vec();
        for side in ["left", "right"] {
            let columns =
                ["area", "value", "unit", "as_written", "period", "bound", "missing", "review", "sentence", "source"];
            head.extend(columns.map(|column| format!("{side}_{column}")));
        }
        head.extend(["difference", "difference_unit", "ratio", "not_comparable"].map(str::to_owned));
        csv.write_record(&head)?;
        for group in &self.comparison.groups {
            for row in &group.rows {
                let json = self.row_json(&group.key, row);
                let mut record: Vec<String> = vec![
                    json.group,
                    json.indicator.unwrap_or_default(),
                    json.name,
                    json.form.to_owned(),
                    json.status.to_owned(),
                ];
                for (side, cell) in [json.left, json.right].into_iter().enumerate() {
                    record.push(
                        self.comparison.profiles[side]
                            .as_ref()
                            .map(|found| found.area.name.to_string())
                            .unwrap_or_default(),
                    );
                    record.extend(cell.columns());
                }
                let (difference, reason) = (json.difference, json.not_comparable);
                let of =
                    |part: fn(DifferenceJson) -> Option<String>| difference.clone().and_then(part).unwrap_or_default();
                record.extend([of(|found| Some(found.value)), of(|found| Some(found.unit)), of(|found| found.ratio)]);
                record.push(reason.unwrap_or_default());
                csv.write_record(record.iter().map(|text| safe(text)))?;
            }
        }
        csv.flush()
    }

    /// JSON, schema 1: the two areas and the rows, every stated figure with its sentence and source.
    pub fn write_json(&self, out: &mut impl Write) -> io::Result<()> {
        #[derive(Serialize)]
        struct Document<'a> {
            schema: u8,
            left: Option<&'a Area>,
            right: Option<&'a Area>,
            rows: Vec<RowJson<'a>>,
        }
        let area = |side| self.comparison.profile(side).map(|profile| &profile.area);
        let rows =
            self.comparison.groups.iter().flat_map(|group| group.rows.iter().map(|row| self.row_json(&group.key, row)));
        let document = Document { schema: 1, left: area(Side::Left), right: area(Side::Right), rows: rows.collect() };
        serde_json::to_writer_pretty(&mut *out, &document)?;
        out.write_all(b"\n")
    }

    fn row_json(&self, group: &GroupKey, row: &ComparisonRow) -> RowJson<'_> {
        let indicator = match &row.subject {
            Subject::Indicator(id) => Some(id.to_string()),
            Subject::Label(_) => None,
        };
        let (difference, not_comparable) = match &row.difference {
            Difference::Absent => (None, None),
            Difference::NotComparable(_) => (None, Some(self.locale.difference(&row.difference))),
            Difference::Of { value, unit, ratio, approximate, apart } => {
                let ratio = ratio.and_then(|ratio| ratio.round_sf(6)).map(|ratio| ratio.normalize().to_string());
                let (value, unit) = (value.to_string(), unit.clone());
                (Some(DifferenceJson { value, unit, ratio, approximate: *approximate, years_apart: *apart }), None)
            }
        };
        RowJson {
            group: self.group_title(group),
            indicator,
            name: self.row(String::new(), row).name,
            form: if row.form == Form::Change { "change" } else { "level" },
            status: if row.status == Status::Target { "target" } else { "actual" },
            left: self.cell_json(&row.cells[0]),
            right: self.cell_json(&row.cells[1]),
            difference,
            not_comparable,
        }
    }

    fn cell_json(&self, cell: &Cell) -> CellJson<'_> {
        match cell {
            Cell::Missing(reason) => {
                CellJson { stated: Vec::new(), missing: Some(self.locale.missing(*reason)), shown_because: None }
            }
            Cell::Stated { refs, choice, .. } => CellJson {
                stated: refs.iter().filter_map(|at| self.stated(*at)).collect(),
                missing: None,
                shown_because: Some(self.locale.choice(*choice).trim().to_owned()).filter(|words| !words.is_empty()),
            },
        }
    }

    fn stated(&self, at: ObservationRef) -> Option<StatedJson<'_>> {
        let report = self.reports.get(at.report)?;
        let figure: &Observation = observation(self.reports, at)?;
        let article = report.articles.get(figure.article);
        Some(StatedJson {
            value: figure.quantity.value.to_string(),
            unit: &figure.quantity.unit,
            as_written: &figure.quantity.as_written,
            period: figure.period,
            period_basis: figure.period_basis,
            bound: figure.quantity.bound,
            sentence: &figure.evidence.sentence,
            source: SourceJson {
                path: &report.origin.path,
                title: article.map_or("", |article| &article.title),
                newspaper: article.and_then(|article| article.newspaper.as_deref()),
                date: article.and_then(|article| article.date),
                page: article.and_then(|article| article.page.as_deref()),
            },
            review: (figure.review.state != ReviewState::Unreviewed).then_some(&figure.review),
        })
    }
}

#[derive(Serialize)]
struct RowJson<'a> {
    group: String,
    indicator: Option<String>,
    name: String,
    form: &'static str,
    status: &'static str,
    left: CellJson<'a>,
    right: CellJson<'a>,
    difference: Option<DifferenceJson>,
    not_comparable: Option<String>,
}

#[derive(Serialize, Clone)]
struct DifferenceJson {
    value: String,
    unit: String,
    ratio: Option<String>,
    approximate: bool,
    years_apart: u16,
}

/// The first statement is the one that is shown.
#[derive(Serialize)]
struct CellJson<'a> {
    stated: Vec<StatedJson<'a>>,
    missing: Option<String>,
    shown_because: Option<String>,
}

impl CellJson<'_> {
    /// Value, unit, as written, period, bound, missing, review, sentence, source.
    fn columns(&self) -> [String; 9] {
        let missing = self.missing.clone().unwrap_or_default();
        let Some(shown) = self.stated.first() else {
            return std::array::from_fn(|column| if column == 5 { missing.clone() } else { String::new() });
        };
        [
            shown.value.clone(),
            shown.unit.to_owned(),
            shown.as_written.to_owned(),
            shown.period.map(|period| period.to_string()).unwrap_or_default(),
            shown.bound.as_str().to_owned(),
            missing,
            shown.review.map_or("", |review| review.state.as_str()).to_owned(),
            shown.sentence.to_owned(),
            shown.source.path.to_owned(),
        ]
    }
}

#[derive(Serialize)]
struct StatedJson<'a> {
    value: String,
    unit: &'a str,
    as_written: &'a str,
    period: Option<Period>,
    period_basis: Option<PeriodBasis>,
    bound: Bound,
    sentence: &'a str,
    source: SourceJson<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<&'a Review>,
}

#[derive(Serialize)]
struct SourceJson<'a> {
    path: &'a str,
    title: &'a str,
    newspaper: Option<&'a str>,
    date: Option<Instant>,
    page: Option<&'a str>,
}
