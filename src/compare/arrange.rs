//! Which rows of a comparison are shown and in what order: filters, sorting, pinned and hidden subjects, folded years.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::{Cell, Comparison, ComparisonRow, Difference, GroupKey, Side, Subject, observation};
use crate::model::{Derived, Form, IndicatorId, Observation, Report, ReviewState, Status};

/// More rows of one subject than this are folded at first.
const MOST_OPEN: usize = 3;

/// What a row must have to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowFilter {
    /// Both counties state it.
    BothStated,
    /// The two differ.
    Differing,
    /// It is an aim.
    Targets,
    /// A person corrected or added one of its figures.
    Corrected,
    /// Nobody has looked at one of its figures.
    Unreviewed,
}

impl RowFilter {
    /// All, in the order of their buttons.
    pub const ALL: [Self; 5] = [Self::BothStated, Self::Differing, Self::Targets, Self::Corrected, Self::Unreviewed];

    fn passes(self, row: &ComparisonRow, reports: &[Report]) -> bool {
        let mut figures = row.cells.iter().flat_map(Cell::refs).filter_map(|at| observation(reports, *at));
        match self {
            Self::BothStated => row.cells.iter().all(|cell| cell.first().is_some()),
            Self::Differing => matches!(row.difference, Difference::Of { value, .. } if !value.is_zero()),
            Self::Targets => row.status == Status::Target,
            Self::Corrected => {
                figures.any(|figure| figure.review.added || figure.review.state == ReviewState::Corrected)
            }
            Self::Unreviewed => figures
                .any(|figure: &Observation| !figure.review.added && figure.review.state == ReviewState::Unreviewed),
        }
    }
}

/// By what subjects are sorted within their group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowOrder {
    /// As the catalogue has them, or as they were moved by hand.
    #[default]
    Catalogue,
    /// By name.
    Name,
    /// By the left county's latest figure.
    Left,
    /// By the right county's latest figure.
    Right,
    /// By left minus right.
    Difference,
    /// By left divided by right.
    Ratio,
}

/// Everything a person has chosen of rows and their order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Arrangement {
    /// All of these must hold.
    pub filters: BTreeSet<RowFilter>,
    /// By what rows are sorted.
    pub order: RowOrder,
    /// Largest first.
    pub descending: bool,
    /// Shown above the groups, in this order.
    pub pinned: Vec<Subject>,
    /// Not shown.
    pub hidden: BTreeSet<Subject>,
    /// Subjects in the order they were given by hand; the others follow in the catalogue's.
    pub moved: Vec<Subject>,
    /// Whether the rows of a subject are open, where a person has opened or folded them.
    #[serde(with = "pairs")]
    pub years: BTreeMap<Subject, bool>,
    /// Whether derived values are left out.
    pub without_derived: bool,
}

/// A row of a comparison: index of its group, and its index there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowPlace {
    /// Index of the group.
    pub group: usize,
    /// Index within the group.
    pub row: usize,
}

/// The rows of one subject, on the line that bears its name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Years {
    /// There is one row only, or the name stands on an earlier line.
    None,
    /// They follow.
    Open,
    /// This many more are folded under it.
    Folded(usize),
}

/// One line on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ArrangedLine {
    /// Title of the pinned rows.
    Pinned,
    /// Title of the group with this index, and whether its rows follow.
    Group(usize, bool),
    /// A row.
    Row {
        /// Which.
        place: RowPlace,
        /// Whether it bears the subject's name.
        named: bool,
        /// The subject's other rows.
        years: Years,
    },
    /// The derived value with this index, of one side, under the rows of its subject.
    Derived(usize, Side),
}

/// What [`Arrangement::lines`] arranges.
#[derive(Clone, Copy)]
pub struct Arranged<'a> {
    /// The comparison.
    pub comparison: &'a Comparison,
    /// The reports that it was made of.
    pub reports: &'a [Report],
    /// Values derived from their figures.
    pub derived: &'a [Derived],
    /// Folded groups.
    pub collapsed: &'a BTreeSet<GroupKey>,
    /// Whether a search is on: it opens every group.
    pub searching: bool,
}

/// What rows are sorted by.
type Key<'a> = dyn Fn(&ComparisonRow) -> Option<Decimal> + 'a;

/// A subject with the rows of it that are shown.
struct Block<'a> {
    subject: &'a Subject,
    rows: Vec<(RowPlace, &'a ComparisonRow)>,
}

impl Block<'_> {
    /// The latest dated result, which stands for the others when they are folded.
    fn lead(&self) -> usize {
        let is_result = |row: &ComparisonRow| (row.form, row.status) == (Form::Level, Status::Actual);
        let dated = self.rows.iter().rposition(|(_, row)| is_result(row) && row.period.is_some());
        dated.or_else(|| self.rows.iter().position(|(_, row)| is_result(row))).unwrap_or(0)
    }

    /// The value that sorts it; of the rows that have one, the lead's, else the last.
    fn key(&self, value: impl Fn(&ComparisonRow) -> Option<Decimal>) -> Option<Decimal> {
        let lead = self.rows.get(self.lead()).and_then(|(_, row)| value(row));
        lead.or_else(|| self.rows.iter().rev().find_map(|(_, row)| value(row)))
    }
}

impl Arrangement {
    /// The lines to show. `finds` tells whether a search finds a subject, `name` what it is called.
    pub fn lines(
        &self,
        of: Arranged<'_>,
        mut finds: impl FnMut(&Subject) -> bool,
        name: impl Fn(&Subject) -> String,
    ) -> Vec<ArrangedLine> {
        let derived = if self.without_derived || !self.filters.is_empty() { &[] } else { of.derived };
        let derived = by_indicator(derived);
        let mut pinned: Vec<Block<'_>> = Vec::new();
        let mut lines = Vec::new();
        for (index, group) in of.comparison.groups.iter().enumerate() {
            let open = of.searching || !of.collapsed.contains(&group.key);
            let (mut blocks, mut has_rows, mut start) = (Vec::new(), false, 0);
            for found in group.rows.chunk_by(|row, next| row.subject == next.subject) {
                let Some(ComparisonRow { subject, .. }) = found.first() else { continue };
                let place = RowPlace { group: index, row: start };
                start += found.len();
                let is_pinned = self.pinned.contains(subject);
                // One row is enough for the title of a folded group.
                let is_enough = !open && has_rows && !is_pinned;
                if is_enough || self.hidden.contains(subject) || !finds(subject) {
                    continue;
                }
                let rows = found.iter().enumerate().filter(|(_, row)| self.passes(row, of.reports));
                let rows: Vec<_> = rows.map(|(at, row)| (RowPlace { row: place.row + at, ..place }, row)).collect();
                let into = if is_pinned { &mut pinned } else { &mut blocks };
                if !rows.is_empty() {
                    has_rows |= !is_pinned;
                    into.push(Block { subject, rows });
                }
            }
            if !has_rows {
                continue;
            }
            lines.push(ArrangedLine::Group(index, open));
            if open {
                self.sort(&mut blocks, of.reports, &name);
                for block in &blocks {
                    self.push(&mut lines, block, of, &derived);
                }
            }
        }
        if pinned.is_empty() {
            return lines;
        }
        pinned.sort_by_key(|block| self.pinned.iter().position(|subject| subject == block.subject));
        let mut out = vec![ArrangedLine::Pinned];
        for block in &pinned {
            self.push(&mut out, block, of, &derived);
        }
        out.append(&mut lines);
        out
    }

    /// How many subjects of `comparison` are hidden.
    pub fn hidden_in(&self, comparison: &Comparison) -> usize {
        self.hidden.iter().filter(|subject| comparison.rows_of(subject).next().is_some()).count()
    }

    /// Whether the rows of `subject`, `count` in number, are shown rather than folded.
    pub fn is_open(&self, subject: &Subject, count: usize) -> bool {
        self.years.get(subject).copied().unwrap_or(count <= MOST_OPEN)
    }

    /// Moves `subject` one place in `order`, the subjects that stand together with it as they stand now.
    pub fn shift(&mut self, subject: &Subject, up: bool, order: Vec<Subject>) {
        let Some(at) = order.iter().position(|found| found == subject) else { return };
        let to = if up { at.checked_sub(1) } else { Some(at + 1) };
        let Some(onto) = to.and_then(|to| order.get(to)).cloned() else { return };
        self.place(subject, &onto, order);
    }

    /// Moves `subject` to where `onto` stands in `order`, the subjects that stand together as they stand now; those
    /// between move up or down by one.
    pub fn place(&mut self, subject: &Subject, onto: &Subject, mut order: Vec<Subject>) {
        let place = |sought: &Subject| order.iter().position(|found| found == sought);
        let (Some(from), Some(to)) = (place(subject), place(onto)) else { return };
        let moved = order.remove(from);
        order.insert(to, moved);
        if self.pinned.contains(subject) {
            let unseen = self.pinned.iter().filter(|found| !order.contains(found)).cloned().collect::<Vec<_>>();
            self.pinned = order;
            self.pinned.extend(unseen);
            return;
        }
        self.moved.retain(|found| !order.contains(found));
        self.moved.append(&mut order);
    }

    fn passes(&self, row: &ComparisonRow, reports: &[Report]) -> bool {
        self.filters.iter().all(|filter| filter.passes(row, reports))
    }

    fn sort(&self, blocks: &mut [Block<'_>], reports: &[Report], name: &impl Fn(&Subject) -> String) {
        let stated = |row: &ComparisonRow, side: Side| {
            let at = row.cells[side.index()].first()?;
            observation(reports, at).map(|figure| figure.quantity.value)
        };
        let key: Box<Key<'_>> = match self.order {
            RowOrder::Catalogue => {
                if !self.moved.is_empty() {
                    let place = |subject| self.moved.iter().position(|found| found == subject).unwrap_or(usize::MAX);
                    blocks.sort_by_cached_key(|block| place(block.subject));
                }
                return;
            }
            RowOrder::Name if self.descending => {
                blocks.sort_by_cached_key(|block| Reverse(name(block.subject)));
                return;
            }
            RowOrder::Name => {
                blocks.sort_by_cached_key(|block| name(block.subject));
                return;
            }
            RowOrder::Left => Box::new(|row| stated(row, Side::Left)),
            RowOrder::Right => Box::new(|row| stated(row, Side::Right)),
            RowOrder::Difference => Box::new(|row| match row.difference {
                Difference::Of { value, .. } => Some(value),
                Difference::NotComparable(_) | Difference::Absent => None,
            }),
            RowOrder::Ratio => Box::new(|row| match row.difference {
                Difference::Of { ratio, .. } => ratio,
                Difference::NotComparable(_) | Difference::Absent => None,
            }),
        };
        // What has no value stands last, whichever way the others are sorted.
        blocks.sort_by_cached_key(|block| {
            let value = block.key(&key);
            (value.is_none(), value.map(|value| if self.descending { -value } else { value }))
        });
    }

    fn push(&self, lines: &mut Vec<ArrangedLine>, block: &Block<'_>, of: Arranged<'_>, derived: &ByIndicator<'_>) {
        let count = block.rows.len();
        if count > 1 && !self.is_open(block.subject, count) {
            let (place, _) = block.rows[block.lead()];
            lines.push(ArrangedLine::Row { place, named: true, years: Years::Folded(count - 1) });
            return;
        }
        for (index, (place, _)) in block.rows.iter().enumerate() {
            let years = if index == 0 && count > 1 { Years::Open } else { Years::None };
            lines.push(ArrangedLine::Row { place: *place, named: index == 0, years });
        }
        let Subject::Indicator(id) = block.subject else { return };
        let Some(derived) = derived.get(id) else { return };
        for side in Side::BOTH {
            let Some(profile) = of.comparison.profile(side) else { continue };
            lines.extend(profile.derived(derived.iter().copied()).map(|(index, _)| ArrangedLine::Derived(index, side)));
        }
    }
}

/// Derived values of each indicator, with their indices.
type ByIndicator<'a> = BTreeMap<&'a IndicatorId, Vec<(usize, &'a Derived)>>;

fn by_indicator(derived: &[Derived]) -> ByIndicator<'_> {
    let mut found = ByIndicator::new();
    for (index, value) in derived.iter().enumerate() {
        found.entry(&value.indicator).or_default().push((index, value));
    }
    found
}

/// In files, subjects with what is chosen for them: names of JSON objects are texts only.
mod pairs {
    use std::collections::BTreeMap;

    use serde::{Deserialize, Deserializer, Serializer};

    use super::Subject;

    pub(super) fn serialize<S: Serializer>(map: &BTreeMap<Subject, bool>, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(map)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<BTreeMap<Subject, bool>, D::Error> {
        Vec::deserialize(from).map(|pairs: Vec<(Subject, bool)>| pairs.into_iter().collect())
    }
}
