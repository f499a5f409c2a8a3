//! Markdown: tables for notes, every figure with a footnote that quotes its sentence and names its source.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::comparison::{ComparisonLine, ComparisonSheet, WordedRow};
use super::figures::Figures;
use crate::compare::{Cell, Side};
use crate::model::{Derived, ObservationRef};

/// Sentences by the figures that need them, in the order in which they are first needed.
#[derive(Default)]
struct Footnotes {
    numbers: BTreeMap<ObservationRef, usize>,
    order: Vec<ObservationRef>,
}

impl Footnotes {
    /// The mark of the figure's footnote: `[^3]`. Figures of one sentence share it.
    fn mark(&mut self, figures: &Figures<'_>, at: ObservationRef) -> String {
        let sentence = |at: ObservationRef| figures.get(at).map(|figure| figure.evidence.sentence_span);
        let same = self.order.iter().find(|own| own.report == at.report && sentence(**own) == sentence(at));
        let known = same.and_then(|own| self.numbers.get(own)).copied();
        let number = known.unwrap_or_else(|| {
            self.order.push(at);
            self.order.len()
        });
        self.numbers.insert(at, number);
        format!("[^{number}]")
    }

    fn write(&self, figures: &Figures<'_>, out: &mut impl Write) -> io::Result<()> {
        writeln!(out)?;
        for (index, at) in self.order.iter().enumerate() {
            let Some(figure) = figures.get(*at) else { continue };
            let imprint = figures.imprint(at.report, figures.article(*at));
            let (sentence, title) = (escaped(&figure.evidence.sentence), escaped(figures.title(*at)));
            writeln!(out, "[^{}]: “{sentence}” — {title} · {}", index + 1, escaped(&imprint))?;
        }
        Ok(())
    }
}

impl ComparisonSheet<'_> {
    /// Markdown: a heading, the table, what the marks mean, and the sentences.
    pub fn write_markdown(&self, out: &mut impl Write) -> io::Result<()> {
        let heads = self.heads();
        writeln!(out, "## {} · {}\n", escaped(&heads[1]), escaped(&heads[2]))?;
        let mut notes = Footnotes::default();
        let lines: Vec<_> = self.lines().collect();
        let rows = self.rows().into_iter().zip(&lines).map(|(row, (_, line))| self.noted(row, *line, &mut notes));
        let rows: Vec<_> = rows.collect();
        self.write_markdown_rows(rows.into_iter(), out)?;
        writeln!(out, "\n{}", escaped(&self.figures.locale.text("export-legend")))?;
        notes.write(&self.figures, out)
    }

    /// The row made safe, with the marks of its footnotes.
    fn noted(&self, row: WordedRow, line: ComparisonLine<'_>, notes: &mut Footnotes) -> WordedRow {
        let mut row = row.map(escaped);
        for side in Side::BOTH {
            let cell = &mut row.cells[side.index()];
            match line {
                ComparisonLine::Row(found) => self.note_cell(cell, &found.cells[side.index()], notes),
                ComparisonLine::Derived(own, derived) if own == side => {
                    let mut marks: Vec<_> =
                        derived.terms.iter().map(|term| notes.mark(&self.figures, term.at)).collect();
                    marks.dedup();
                    *cell += &marks.join(" ");
                }
                ComparisonLine::Derived(..) => {}
            }
        }
        row
    }

    fn note_cell(&self, cell: &mut String, stated: &Cell, notes: &mut Footnotes) {
        let Some(figure) = stated.first().and_then(|at| self.figures.get(at)) else { return };
        let changed = self.figures.notes(figure);
        if !changed.is_empty() {
            cell.extend([" · ", &escaped(&changed)]);
        }
        let mut marks: Vec<String> = stated.refs().iter().map(|at| notes.mark(&self.figures, *at)).collect();
        marks.dedup();
        *cell += &marks.join(" ");
    }

    /// The table alone. Its texts are Markdown already.
    pub(super) fn write_markdown_rows(
        &self,
        rows: impl Iterator<Item = WordedRow>,
        out: &mut impl Write,
    ) -> io::Result<()> {
        let heads = self.heads();
        writeln!(out, "| {} |", heads.each_ref().map(|head| escaped(head)).join(" | "))?;
        writeln!(out, "| --- | ---: | ---: | ---: | ---: |")?;
        for row in rows {
            if !row.group.is_empty() {
                writeln!(out, "| **{}** | | | | |", row.group)?;
            }
            let [left, right] = &row.cells;
            writeln!(out, "| {} | {left} | {right} | {} | {} |", row.name, row.difference, row.ratio)?;
        }
        Ok(())
    }
}

impl WordedRow {
    /// Every text of it put through `change`.
    pub(super) fn map(self, change: impl Fn(&str) -> String) -> Self {
        Self {
            group: change(&self.group),
            name: change(&self.name),
            cells: self.cells.each_ref().map(|cell| change(cell)),
            difference: change(&self.difference),
            ratio: change(&self.ratio),
        }
    }
}

impl Figures<'_> {
    /// Markdown: a heading and a table for each report, then the sentences.
    pub(super) fn write_markdown(&self, out: &mut impl Write) -> io::Result<()> {
        let mut notes = Footnotes::default();
        let keys =
            ["evidence-area", "table-indicator", "correct-value", "evidence-time", "evidence-kind", "table-notes"];
        let heads = keys.map(|key| self.locale.text(key));
        for (index, report) in self.reports.iter().enumerate() {
            writeln!(out, "## {}\n", escaped(self.file(index)))?;
            writeln!(out, "| {} |\n| --- | --- | ---: | --- | --- | --- |", heads.join(" | "))?;
            for figure in &report.observations {
                let Some(row) = self.worded(ObservationRef { report: index, id: figure.id }) else { continue };
                let cells = [&row.area, &row.name, &row.figure, &row.period, &row.kind, &row.notes];
                let [area, name, figure, period, kind, changed] = cells.map(|text| escaped(text));
                let mark = notes.mark(self, row.at);
                writeln!(out, "| {area} | {name} | {figure}{mark} | {period} | {kind} | {changed} |")?;
            }
            for derived in self.derived.iter().filter(|derived| is_of(derived, index)) {
                let mut marks: Vec<_> = derived.terms.iter().map(|term| notes.mark(self, term.at)).collect();
                marks.dedup();
                let marks = marks.join(" ");
                let name = self.locale.indicator_name(self.codelists, &derived.indicator);
                let [area, name, period] =
                    [&derived.area.name, &*name, &self.locale.period(derived.period)].map(escaped);
                let (value, kind) = (escaped(&self.locale.derivation(derived)), self.locale.text("table-derived"));
                writeln!(out, "| {area} | {name} | ◇ {value}{marks} | {period} | {kind} | |")?;
            }
            writeln!(out)?;
        }
        writeln!(out, "{}", escaped(&self.locale.text("export-legend")))?;
        notes.write(self, out)
    }
}

/// Whether a value was derived from figures of the report with this index.
pub(super) fn is_of(derived: &Derived, report: usize) -> bool {
    derived.terms.first().is_some_and(|term| term.at.report == report)
}

/// Text that stands for itself in a table of Markdown, and holds no markup of any page that it is put into.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '|' | '\\' | '`' | '*' | '_' | '[' | ']' | '~' => {
                out.push('\\');
                out.push(letter);
            }
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_stays_in_its_cell_and_is_no_markup() {
        assert_eq!(escaped("a|b\nc"), "a\\|b c");
        assert_eq!(escaped("<img src=x> [x](javascript:0) *b*"), "&lt;img src=x&gt; \\[x\\](javascript:0) \\*b\\*");
        assert_eq!(escaped("0.7% − 30.59 个百分点"), "0.7% − 30.59 个百分点");
    }
}
