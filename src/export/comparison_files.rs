//! A comparison for programs: CSV and JSON, every row with both figures, their sentences and sources, and why a cell is
//! empty.

use std::io::{self, Write};

use serde::Serialize;

use super::comparison::{ComparisonLine, ComparisonSheet};
use super::csv::{BYTE_ORDER_MARK, safe};
use crate::compare::{Cell, ComparisonRow, Difference, GroupKey, ObservationRef, Side, Subject, observation};
use crate::model::{
    Area, Bound, Derived, Form, Instant, Observation, Period, PeriodBasis, Review, ReviewState, Status, Term,
};

/// Columns of one side.
const SIDE_COLUMNS: [&str; 15] = [
    "area",
    "value",
    "unit",
    "as_written",
    "period",
    "bound",
    "missing",
    "review",
    "sentence",
    "source",
    "headline",
    "newspaper",
    "date",
    "page",
    "original",
];

impl ComparisonSheet<'_> {
    /// CSV for spreadsheets: one line a row, both figures with unit, period, sentence and source in columns of their own.
    /// A derived value has a line of its own, with status `derived`, and the sentences that it was reckoned from.
    pub fn write_csv(&self, out: &mut impl Write) -> io::Result<()> {
        out.write_all(BYTE_ORDER_MARK)?;
        let mut csv = csv::Writer::from_writer(out);
        let mut head: Vec<String> = ["group", "indicator", "name", "form", "status"].map(str::to_owned).to_vec();
        for side in ["left", "right"] {
            head.extend(SIDE_COLUMNS.map(|column| format!("{side}_{column}")));
        }
        head.extend(["difference", "difference_unit", "ratio", "not_comparable"].map(str::to_owned));
        csv.write_record(&head)?;
        for (group, line) in self.lines() {
            let record = match line {
                ComparisonLine::Row(row) => self.row_record(group, row),
                ComparisonLine::Derived(side, derived) => self.derived_record(group, side, derived),
            };
            csv.write_record(record.iter().map(|text| safe(text)))?;
        }
        csv.flush()
    }

    fn row_record(&self, group: &GroupKey, row: &ComparisonRow) -> Vec<String> {
        let json = self.row_json(group, row);
        let (form, status) = (json.form.to_owned(), json.status.to_owned());
        let mut record = vec![json.group, json.indicator.unwrap_or_default(), json.name, form, status];
        for (side, cell) in Side::BOTH.into_iter().zip([json.left, json.right]) {
            record.push(self.area(side).to_owned());
            record.extend(cell.columns());
            let figure = row.cells[side.index()].first().and_then(|at| self.figures.get(at));
            let original = figure.and_then(|figure| self.figures.locale.original(self.figures.codelists, figure));
            record.push(original.unwrap_or_default());
        }
        let difference = json.difference.as_ref();
        let of = |part: fn(&DifferenceJson) -> &str| difference.map(part).unwrap_or_default().to_owned();
        record.extend([of(|found| &found.value), of(|found| &found.unit)]);
        record.push(difference.and_then(|found| found.ratio.clone()).unwrap_or_default());
        record.push(json.not_comparable.unwrap_or_default());
        record
    }

    fn derived_record(&self, group: &GroupKey, side: Side, derived: &Derived) -> Vec<String> {
        let (indicator, name) = (derived.indicator.to_string(), self.derived_name(derived));
        let mut record = vec![self.group_title(group), indicator, name, "level".to_owned(), "derived".to_owned()];
        for own in Side::BOTH {
            record.push(self.area(own).to_owned());
            if own != side {
                record.extend(std::iter::repeat_n(String::new(), SIDE_COLUMNS.len() - 1));
                continue;
            }
            let source = derived.terms.first().and_then(|term| self.figures.reports.get(term.at.report));
            let columns = [
                derived.value.to_string(),
                derived.unit.to_string(),
                self.derivation(derived),
                derived.period.map(|period| period.to_string()).unwrap_or_default(),
                Bound::Exact.as_str().to_owned(),
                String::new(),
                String::new(),
                self.sentences_of(derived).join(" "),
                source.map(|report| report.origin.path.clone()).unwrap_or_default(),
            ];
            let rest = SIDE_COLUMNS.len() - 1 - columns.len();
            record.extend(columns.into_iter().chain(std::iter::repeat_n(String::new(), rest)));
        }
        record.extend([String::new(), String::new(), String::new()]);
        record.push(self.figures.locale.text("incomparable-derived"));
        record
    }

    /// JSON, schema 1: the two areas and the rows, every stated figure with its sentence and source.
    pub fn write_json(&self, out: &mut impl Write) -> io::Result<()> {
        #[derive(Serialize)]
        struct Document<'a> {
            schema: u8,
            left: Option<&'a Area>,
            right: Option<&'a Area>,
            rows: Vec<RowJson<'a>>,
            derived: Vec<DerivedJson<'a>>,
        }
        let area = |side| self.comparison.profile(side).map(|profile| &profile.area);
        let rows =
            self.comparison.groups.iter().flat_map(|group| group.rows.iter().map(|row| self.row_json(&group.key, row)));
        let derived = self.lines().filter_map(|(_, line)| match line {
            ComparisonLine::Row(_) => None,
            ComparisonLine::Derived(side, value) => Some(self.derived_json(side, value)),
        });
        let (left, right) = (area(Side::Left), area(Side::Right));
        let document = Document { schema: 1, left, right, rows: rows.collect(), derived: derived.collect() };
        serde_json::to_writer_pretty(&mut *out, &document)?;
        out.write_all(b"\n")
    }

    /// The sentences that a value was derived from, each once.
    fn sentences_of(&self, derived: &Derived) -> Vec<&str> {
        let figures = derived.terms.iter().filter_map(|term| self.figures.get(term.at));
        let mut sentences: Vec<&str> = figures.map(|figure| &*figure.evidence.sentence).collect();
        sentences.dedup();
        sentences
    }

    fn derived_json<'b>(&'b self, side: Side, derived: &'b Derived) -> DerivedJson<'b> {
        DerivedJson {
            side: if side == Side::Left { "left" } else { "right" },
            area: &derived.area,
            indicator: derived.indicator.as_str(),
            value: derived.value.to_string(),
            unit: &derived.unit,
            period: derived.period,
            terms: &derived.terms,
            sentences: self.sentences_of(derived),
        }
    }

    fn row_json(&self, group: &GroupKey, row: &ComparisonRow) -> RowJson<'_> {
        let indicator = match &row.subject {
            Subject::Indicator(id) => Some(id.to_string()),
            Subject::Label(_) => None,
        };
        let (difference, not_comparable) = match &row.difference {
            Difference::Absent => (None, None),
            Difference::NotComparable(_) => (None, Some(self.figures.locale.difference(&row.difference))),
            Difference::Of { value, unit, ratio, approximate, supplied, apart } => {
                let ratio = ratio.and_then(|ratio| ratio.round_sf(6)).map(|ratio| ratio.normalize().to_string());
                let (value, unit) = (value.to_string(), unit.clone());
                let (approximate, period_supplied, years_apart) = (*approximate, *supplied, *apart);
                (Some(DifferenceJson { value, unit, ratio, approximate, period_supplied, years_apart }), None)
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
            Cell::Missing(reason) => CellJson {
                stated: Vec::new(),
                missing: Some(self.figures.locale.missing(*reason)),
                shown_because: None,
            },
            Cell::Stated { refs, choice, .. } => CellJson {
                stated: refs.iter().filter_map(|at| self.stated_json(*at)).collect(),
                missing: None,
                shown_because: Some(self.figures.locale.choice(*choice).trim().to_owned())
                    .filter(|words| !words.is_empty()),
            },
        }
    }

    fn stated_json(&self, at: ObservationRef) -> Option<StatedJson<'_>> {
        let report = self.figures.reports.get(at.report)?;
        let figure: &Observation = observation(self.figures.reports, at)?;
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
    period_supplied: bool,
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
    /// The columns of a side between its area and its original.
    fn columns(&self) -> [String; 13] {
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
            shown.source.title.to_owned(),
            shown.source.newspaper.unwrap_or_default().to_owned(),
            shown.source.date.map(|date| date.to_string()).unwrap_or_default(),
            shown.source.page.unwrap_or_default().to_owned(),
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

/// A value that no report states, with what it was reckoned from.
#[derive(Serialize)]
struct DerivedJson<'a> {
    side: &'static str,
    area: &'a Area,
    indicator: &'a str,
    value: String,
    unit: &'a str,
    period: Option<Period>,
    terms: &'a [Term],
    sentences: Vec<&'a str>,
}

#[derive(Serialize)]
struct SourceJson<'a> {
    path: &'a str,
    title: &'a str,
    newspaper: Option<&'a str>,
    date: Option<Instant>,
    page: Option<&'a str>,
}
