//! A comparison in words: every row with both figures, or why a cell is empty, and the values that were derived.

use std::io::{self, Write};

use super::{ExportFormat, Figures, workbook, xlsx};
use crate::compare::{Cell, Comparison, ComparisonRow, GroupKey, Side, Subject, observation};
use crate::model::{Derived, Form, ObservationRef};

/// What the writers of a comparison need.
#[derive(Clone, Copy)]
pub struct ComparisonSheet<'a> {
    /// The comparison.
    pub comparison: &'a Comparison,
    /// The reports that it was made of.
    pub figures: Figures<'a>,
}

/// One row in words, for tables that people read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WordedRow {
    /// Title of the group that the row opens; empty within the group.
    pub group: String,
    /// What is measured, and whether it is a change or derived.
    pub name: String,
    /// Left and right: figure and period, or why there is none.
    pub cells: [String; 2],
    /// Left minus right, or why not.
    pub difference: String,
    /// Left divided by right; empty where that cannot be said.
    pub ratio: String,
}

/// A row, or a value derived for one side, which stands under the rows of its subject.
#[derive(Clone, Copy)]
pub(super) enum ComparisonLine<'a> {
    Row(&'a ComparisonRow),
    Derived(Side, &'a Derived),
}

impl<'a> ComparisonSheet<'a> {
    /// Writes the comparison.
    pub fn write(&self, format: ExportFormat, out: &mut impl Write) -> io::Result<()> {
        match format {
            ExportFormat::Json => self.write_json(out),
            ExportFormat::Csv => self.write_csv(out),
            ExportFormat::Markdown => self.write_markdown(out),
            ExportFormat::Html => self.write_html(out),
            ExportFormat::Xlsx => xlsx::write(&workbook::of_comparison(self), out),
            ExportFormat::Sdmx => {
                let derived: Vec<Derived> = self
                    .lines()
                    .filter_map(|(_, line)| match line {
                        ComparisonLine::Row(_) => None,
                        ComparisonLine::Derived(_, derived) => Some(derived.clone()),
                    })
                    .collect();
                self.figures.write_sdmx(self.stated(), &derived, out)
            }
        }
    }

    /// Heads of the columns of [`Self::rows`], the group's left out.
    pub fn heads(&self) -> [String; 5] {
        let text = |key| self.figures.locale.text(key);
        let [left, right] = Side::BOTH.map(|side| self.area(side).to_owned());
        [text("table-indicator"), left, right, text("table-difference"), text("table-ratio")]
    }

    /// The county of a side; empty where none is chosen.
    pub(super) fn area(&self, side: Side) -> &'a str {
        self.comparison.profile(side).map_or("", |profile| &*profile.area.name)
    }

    /// Every line with its group, in the order of the table.
    pub(super) fn lines(&self) -> impl Iterator<Item = (&'a GroupKey, ComparisonLine<'a>)> {
        let sheet = *self;
        let of_subject = move |rows: &'a [ComparisonRow]| {
            let id = rows.first().and_then(|row| match &row.subject {
                Subject::Indicator(id) => Some(id),
                Subject::Label(_) => None,
            });
            let derived = Side::BOTH.into_iter().flat_map(move |side| {
                let profile = id.and_then(|_| sheet.comparison.profile(side));
                let found = id.zip(profile).into_iter();
                let found = found.flat_map(move |(id, profile)| {
                    let derived = sheet.figures.derived.iter().enumerate();
                    profile.derived(derived.filter(move |(_, value)| value.indicator == *id))
                });
                found.map(move |(_, value)| ComparisonLine::Derived(side, value))
            });
            rows.iter().map(ComparisonLine::Row).chain(derived)
        };
        let groups = self.comparison.groups.iter();
        groups.flat_map(move |group| {
            let subjects = group.rows.chunk_by(|one, other| one.subject == other.subject);
            subjects.flat_map(of_subject).map(move |line| (&group.key, line))
        })
    }

    /// All lines in words. Figures outside the catalogue come last.
    pub fn rows(&self) -> Vec<WordedRow> {
        let mut last = None;
        self.lines()
            .map(|(key, line)| {
                let opens = last.replace(key) != Some(key);
                let group = if opens { self.group_title(key) } else { String::new() };
                match line {
                    ComparisonLine::Row(row) => self.row(group, row),
                    ComparisonLine::Derived(side, derived) => self.derived_row(group, side, derived),
                }
            })
            .collect()
    }

    /// Every figure of the table, those too that a cell states besides the one shown; each once, in order.
    pub(super) fn stated(&self) -> impl Iterator<Item = ObservationRef> + use<'a> {
        let rows = self.comparison.groups.iter().flat_map(|group| &group.rows);
        let mut all: Vec<_> = rows.flat_map(|row| row.cells.iter().flat_map(Cell::refs)).copied().collect();
        all.sort_unstable();
        all.dedup();
        all.into_iter()
    }

    /// Title of a group, in the language at hand.
    pub fn group_title(&self, key: &GroupKey) -> String {
        match key {
            GroupKey::Other => self.figures.locale.text("table-group-other"),
            GroupKey::Catalogue(id) => {
                let group = self.figures.codelists.groups.iter().find(|group| group.id == *id);
                group.map_or_else(|| id.clone(), |group| self.figures.locale.group(group).to_owned())
            }
        }
    }

    pub(super) fn row(&self, group: String, row: &ComparisonRow) -> WordedRow {
        WordedRow {
            group,
            name: self.row_name(row),
            cells: [0, 1].map(|side| self.cell(&row.cells[side])),
            difference: self.figures.locale.difference(&row.difference),
            ratio: self.figures.locale.ratio(&row.difference).unwrap_or_default(),
        }
    }

    fn derived_row(&self, group: String, side: Side, derived: &Derived) -> WordedRow {
        let mut cells = [String::new(), String::new()];
        cells[side.index()] = format!("{} = {}", self.derived_value(derived), self.derivation(derived));
        let difference = self.figures.locale.text("incomparable-derived");
        WordedRow { group, name: self.derived_name(derived), cells, difference, ratio: String::new() }
    }

    /// What a row measures, and whether it is a change.
    pub(super) fn row_name(&self, row: &ComparisonRow) -> String {
        let name = match &row.subject {
            Subject::Label(label) => label.to_string(),
            Subject::Indicator(id) => self.figures.locale.indicator_name(self.figures.codelists, id),
        };
        match row.form {
            Form::Change => format!("{name} · {}", self.figures.locale.text("mark-change")),
            Form::Level => name,
        }
    }

    /// `贫困发生率 · 推算`.
    pub(super) fn derived_name(&self, derived: &Derived) -> String {
        let name = self.figures.locale.indicator_name(self.figures.codelists, &derived.indicator);
        format!("{name} · {}", self.figures.locale.text("table-derived"))
    }

    /// The value with its mark: `◇ 38.86%`.
    pub(super) fn derived_value(&self, derived: &Derived) -> String {
        format!("◇ {}", self.figures.locale.shown(derived.value, &derived.unit, false))
    }

    /// What it was reckoned from: `8.27% + 30.59个百分点`.
    pub(super) fn derivation(&self, derived: &Derived) -> String {
        let whole = self.figures.locale.derivation(derived);
        whole.rsplit_once(" = ").map_or(whole.clone(), |(terms, _)| terms.to_owned())
    }

    fn cell(&self, cell: &Cell) -> String {
        match cell {
            Cell::Missing(reason) => self.figures.locale.missing(*reason),
            Cell::Stated { refs, conflicting, .. } => {
                let Some(figure) = refs.first().and_then(|at| observation(self.figures.reports, *at)) else {
                    return String::new();
                };
                let others = if *conflicting > 0 { format!(" (+{conflicting})") } else { String::new() };
                let period = self.figures.locale.period_of(figure);
                format!("{} · {period}{others}", self.figures.locale.figure(figure, None))
            }
        }
    }
}
