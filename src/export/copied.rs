//! Rows of a comparison as text for the clipboard: tabs for spreadsheets, Markdown for notes.

use std::io;

use super::ComparisonSheet;
use super::csv::safe;
use super::markdown::escaped;
use crate::compare::{Cell, ComparisonRow, Difference, Side, observation};
use crate::locale::correction_mark;
use crate::model::{Form, Status};

impl ComparisonSheet<'_> {
    /// Lines of columns set apart by tabs, for a spreadsheet: values are plain numbers, units, bounds and periods stand in
    /// columns of their own, and where there is no value stands why. With a line of heads if `heads`.
    pub fn tabbed(&self, rows: &[&ComparisonRow], heads: bool) -> io::Result<String> {
        let mut out = csv::WriterBuilder::new().delimiter(b'\t').from_writer(Vec::new());
        if heads {
            out.write_record(self.tabbed_heads())?;
        }
        for row in rows {
            let mut record = vec![safe(&self.row_name(row)), self.figures.locale.text(kind_key(row))];
            for side in Side::BOTH {
                record.extend(self.tabbed_cell(&row.cells[side.index()]));
            }
            record.extend(self.tabbed_difference(&row.difference));
            out.write_record(record)?;
        }
        let bytes = out.into_inner().map_err(csv::IntoInnerError::into_error)?;
        String::from_utf8(bytes).map_err(io::Error::other)
    }

    /// A Markdown table of `rows` alone.
    pub fn markdown_of(&self, rows: &[&ComparisonRow]) -> io::Result<String> {
        let mut out = Vec::new();
        self.write_markdown_rows(rows.iter().map(|row| self.row(String::new(), row).map(escaped)), &mut out)?;
        String::from_utf8(out).map_err(io::Error::other)
    }

    /// One cell by its column: name, left, right, difference, ratio. A value is a plain number; where there is none, why.
    pub fn cell_text(&self, row: &ComparisonRow, column: usize) -> String {
        let [difference, _, ratio, _] = self.tabbed_difference(&row.difference);
        let stated = |side: Side| {
            let [value, ..] = self.tabbed_cell(&row.cells[side.index()]);
            value
        };
        match column {
            0 => self.row_name(row),
            1 => stated(Side::Left),
            2 => stated(Side::Right),
            3 if difference.is_empty() => self.figures.locale.difference(&row.difference),
            3 => difference,
            _ => ratio,
        }
    }

    fn tabbed_heads(&self) -> Vec<String> {
        let text = |key| self.figures.locale.text(key);
        let mut heads = vec![text("table-indicator"), text("evidence-kind")];
        let [_, left, right, difference, ratio] = self.heads();
        for area in [left, right] {
            let columns = ["correct-unit", "evidence-bound", "evidence-time"];
            heads.push(area.clone());
            heads.extend(columns.map(|key| format!("{area} {}", text(key))));
        }
        heads.extend([
            difference.clone(),
            format!("{difference} {}", text("correct-unit")),
            ratio,
            text("table-notes"),
        ]);
        heads
    }

    /// Value or why there is none, unit, bound, period.
    fn tabbed_cell(&self, cell: &Cell) -> [String; 4] {
        match cell {
            Cell::Missing(reason) => {
                [self.figures.locale.missing(*reason), String::new(), String::new(), String::new()]
            }
            Cell::Stated { .. } => {
                let figure = cell.first().and_then(|at| observation(self.figures.reports, at));
                figure.map_or_else(Default::default, |figure| {
                    let quantity = &figure.quantity;
                    let bound = format!(
                        "{}{}",
                        correction_mark(&figure.review),
                        self.figures.locale.bound_prefix(quantity.bound)
                    );
                    [
                        quantity.value.normalize().to_string(),
                        self.figures.locale.unit(&quantity.unit).to_owned(),
                        bound.trim().to_owned(),
                        self.figures.locale.period_of(figure),
                    ]
                })
            }
        }
    }

    /// Amount, unit, ratio, note.
    fn tabbed_difference(&self, difference: &Difference) -> [String; 4] {
        match difference {
            Difference::Absent => Default::default(),
            Difference::NotComparable(_) => {
                [String::new(), String::new(), String::new(), self.figures.locale.difference(difference)]
            }
            Difference::Of { value, unit, ratio, approximate, .. } => {
                let about = if *approximate { "≈" } else { "" };
                let note = self.figures.locale.difference_note(difference);
                let ratio = ratio.and_then(|ratio| ratio.round_sf(6)).map(|ratio| ratio.normalize().to_string());
                [
                    value.normalize().to_string(),
                    self.figures.locale.unit(unit).to_owned(),
                    ratio.unwrap_or_default(),
                    format!("{about}{note}"),
                ]
            }
        }
    }
}

fn kind_key(row: &ComparisonRow) -> &'static str {
    match (row.form, row.status) {
        (Form::Change, _) => "mark-change",
        (Form::Level, Status::Target) => "mark-target",
        (Form::Level, Status::Actual) => "mark-actual",
    }
}
