//! The rows of the table in words, and which marks they use, so that the notes explain those and no others.

use std::collections::BTreeSet;

use super::source::{SheetSource, Sources, circled};
use crate::compare::{
    ArrangedLine, Cell, ComparisonRow, Difference, GroupKey, MissingReason, RowPlace, Side, Subject, Years, observation,
};
use crate::model::{Bound, Form, Observation, PeriodBasis, ReviewState, Status};

/// A mark that a note explains, in the order of the notes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    Number,
    Target,
    Derived(usize),
    Approx,
    Limit,
    Change,
    Corrected,
    Added,
    Supplied,
    Conflicting,
    NotStated,
    OtherYears,
    OnlyChange,
    OnlyTarget,
    Incomparable,
}

/// A cell: what leads, and what stands smaller beside or under it.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct CellWords {
    pub(super) value: String,
    /// Whether the value is none, but words in its place.
    pub(super) faint: bool,
    pub(super) aside: Vec<String>,
}

/// A line of the table.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum RowWords {
    /// Title of a group.
    Group(String),
    /// A row: what is measured, whether that is named on this row, left, right, difference, ratio.
    Row { name: String, named: bool, cells: Box<[CellWords; 4]> },
}

/// All rows in words, with what they cite and which marks they use.
pub(super) struct TableWords {
    pub(super) rows: Vec<RowWords>,
    pub(super) sources: Sources,
    pub(super) marks: BTreeSet<Mark>,
    /// First and last year of the figures shown.
    pub(super) years: Option<(u16, u16)>,
    /// Whether any row has a ratio.
    pub(super) ratios: bool,
    /// Rows of the comparison that are not among them.
    pub(super) left_out: usize,
}

impl TableWords {
    pub(super) fn of(source: &SheetSource<'_>) -> Self {
        let sources = Sources::default();
        let mut table =
            Self { rows: Vec::new(), sources, marks: BTreeSet::new(), years: None, ratios: false, left_out: 0 };
        let mut shown = BTreeSet::new();
        for line in source.lines {
            match line {
                ArrangedLine::Pinned => table.rows.push(RowWords::Group(source.text("table-pinned"))),
                ArrangedLine::Group(index, open) => {
                    let group = source.comparison.groups.get(*index);
                    // A folded group shows nothing.
                    if let Some(group) = group.filter(|_| *open) {
                        table.rows.push(RowWords::Group(group_title(source, &group.key)));
                    }
                }
                ArrangedLine::Row { place, named, years } => {
                    if let Some(row) = row_at(source, *place) {
                        shown.insert(*place);
                        table.row(source, row, *named, *years);
                    }
                }
                ArrangedLine::Derived(index, side) => table.derived(source, *index, *side),
            }
        }
        let all: usize = source.comparison.groups.iter().map(|group| group.rows.len()).sum();
        table.left_out = all.saturating_sub(shown.len());
        table
    }

    fn row(&mut self, source: &SheetSource<'_>, row: &ComparisonRow, named: bool, years: Years) {
        let (name, unit) = subject(source, row);
        let name = match years {
            Years::Folded(count) => {
                format!("{name} · {}", source.locale.with("table-more-rows", &[("count", count.into())]))
            }
            Years::None | Years::Open => name,
        };
        let unit = unit.filter(|_| row.form == Form::Level);
        let cells = Side::BOTH.map(|side| self.cell(source, &row.cells[side.index()], unit));
        let [left, right] = cells;
        if row.form == Form::Change {
            self.marks.insert(Mark::Change);
        }
        let plain = |value: String, faint: bool| CellWords { value, faint, aside: Vec::new() };
        let difference = source.locale.difference(&row.difference);
        let faint = !matches!(row.difference, Difference::Of { .. });
        if matches!(row.difference, Difference::NotComparable(_)) {
            self.marks.insert(Mark::Incomparable);
        }
        if matches!(row.difference, Difference::Of { approximate: true, .. }) {
            self.marks.insert(Mark::Approx);
        }
        let ratio = source.locale.ratio(&row.difference);
        self.ratios |= ratio.is_some();
        let ratio = plain(ratio.unwrap_or_default(), false);
        let cells = Box::new([left, right, plain(difference, faint), ratio]);
        self.rows.push(RowWords::Row { name, named, cells });
    }

    fn cell(&mut self, source: &SheetSource<'_>, cell: &Cell, unit: Option<&str>) -> CellWords {
        match cell {
            Cell::Missing(reason) => {
                self.marks.extend(match reason {
                    MissingReason::NoArea => None,
                    MissingReason::NotStated => Some(Mark::NotStated),
                    MissingReason::OtherYearsOnly => Some(Mark::OtherYears),
                    MissingReason::OnlyChange => Some(Mark::OnlyChange),
                    MissingReason::OnlyTarget => Some(Mark::OnlyTarget),
                });
                CellWords { value: source.locale.missing(*reason), faint: true, aside: Vec::new() }
            }
            Cell::Stated { refs, conflicting, .. } => {
                let Some(at) = refs.first() else { return CellWords::default() };
                let Some(figure) = observation(source.reports, *at) else { return CellWords::default() };
                self.mark(figure);
                let mut period = source.locale.period_of(figure);
                if *conflicting > 0 {
                    self.marks.insert(Mark::Conflicting);
                    period = format!("(+{conflicting}) {period}");
                }
                let number = self.sources.number(source.reports, *at);
                self.marks.insert(Mark::Number);
                let mut aside = vec![format!("{period} {}", circled(number))];
                aside.extend(original(source, figure));
                CellWords { value: source.locale.figure(figure, unit), faint: false, aside }
            }
        }
    }

    fn mark(&mut self, figure: &Observation) {
        let review = &figure.review;
        let marks = [
            (figure.status == Status::Target, Mark::Target),
            (figure.quantity.bound == Bound::Approx, Mark::Approx),
            (matches!(figure.quantity.bound, Bound::Min | Bound::Max), Mark::Limit),
            (review.state == ReviewState::Corrected && !review.added, Mark::Corrected),
            (review.added, Mark::Added),
            (figure.period_basis == Some(PeriodBasis::Report), Mark::Supplied),
        ];
        self.marks.extend(marks.into_iter().filter(|(occurs, _)| *occurs).map(|(_, mark)| mark));
        if let Some(year) = figure.period.map(|period| period.anchor().year) {
            let (first, last) = self.years.unwrap_or((year, year));
            self.years = Some((first.min(year), last.max(year)));
        }
    }

    fn derived(&mut self, source: &SheetSource<'_>, index: usize, side: Side) {
        let Some(derived) = source.derived.get(index) else { return };
        self.marks.insert(Mark::Derived(index));
        let number = derived.terms.first().map(|term| self.sources.number(source.reports, term.at));
        let period = source.locale.period(derived.period);
        let aside = number.map_or_else(|| period.clone(), |number| format!("{period} {}", circled(number)));
        let value = format!("◇ {}", source.locale.amount(derived.value, &derived.unit));
        let mut cells: Box<[CellWords; 4]> = Box::default();
        cells[side.index()] = CellWords { value, faint: false, aside: vec![aside] };
        cells[side.other().index()] = CellWords { value: "—".to_owned(), faint: true, aside: Vec::new() };
        cells[2] = CellWords { value: source.text("incomparable-derived"), faint: true, aside: Vec::new() };
        let name = format!("◇ {}", source.text("table-derived"));
        self.rows.push(RowWords::Row { name, named: true, cells });
    }
}

fn row_at<'a>(source: &SheetSource<'a>, place: RowPlace) -> Option<&'a ComparisonRow> {
    source.comparison.groups.get(place.group)?.rows.get(place.row)
}

/// What a row measures with its unit, and the unit as the catalogue has it.
fn subject<'a>(source: &SheetSource<'a>, row: &ComparisonRow) -> (String, Option<&'a str>) {
    let found = match &row.subject {
        Subject::Label(label) => return (label.to_string(), None),
        Subject::Indicator(id) => source.codelists.indicator(id),
    };
    let Some(indicator) = found else { return (String::new(), None) };
    let name = source.locale.indicator(indicator);
    if row.form == Form::Change {
        return (format!("{name} · {}", source.text("mark-change")), None);
    }
    let name = match (source.locale.shown_unit(&indicator.unit), source.is_chinese()) {
        ("", _) => name.to_owned(),
        (unit, true) => format!("{name}（{unit}）"),
        (unit, false) => format!("{name} ({unit})"),
    };
    (name, Some(&indicator.unit))
}

fn group_title(source: &SheetSource<'_>, key: &GroupKey) -> String {
    match key {
        GroupKey::Other => source.text("table-group-other"),
        GroupKey::Catalogue(id) => {
            let group = source.codelists.groups.iter().find(|group| group.id == *id);
            group.map_or_else(|| id.clone(), |group| source.locale.group(group).to_owned())
        }
    }
}

/// What the program had read, where a person changed it.
fn original(source: &SheetSource<'_>, figure: &Observation) -> Option<String> {
    let original = figure.review.original.as_deref()?;
    let bound = source.locale.bound_prefix(original.bound);
    let mut words = format!("{bound}{}", source.locale.shown(original.value, &original.unit, false));
    if original.period != figure.period {
        words = format!("{words} {}", source.locale.period(original.period));
    }
    Some(source.locale.with("sheet-original", &[("value", (&words).into())]))
}
