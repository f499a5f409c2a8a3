//! Two profiles, aligned: groups of rows, one row an indicator and a time.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::align::{Line, Slot, align, slots};
use super::choice::choose;
use super::{
    AreaKey, Choice, Difference, Incomparable, LEADING_INDICATOR, ObservationRef, Profile, Side, Tolerance, observation,
};
use crate::codelist::Codelists;
use crate::model::{Form, IndicatorId, Observation, Period, Report, Status};

/// What a row measures.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Subject {
    /// An indicator of the catalogue.
    Indicator(IndicatorId),
    /// A figure that fits no indicator, in the report's words.
    Label(Arc<str>),
}

/// What a group of rows is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum GroupKey {
    /// A group of the catalogue, by its id.
    Catalogue(String),
    /// Figures that fit no indicator.
    Other,
}

/// Why a side has no figure in a row. Never a zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MissingReason {
    /// No county is chosen for this side.
    NoArea,
    /// The reports do not state it.
    NotStated,
    /// Stated, but for other years.
    OtherYearsOnly,
    /// Stated only as the amount by which it moved.
    OnlyChange,
    /// Stated only as an aim.
    OnlyTarget,
}

/// One side of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// The reports state it.
    Stated {
        /// Every statement of it; the first is shown.
        refs: Vec<ObservationRef>,
        /// How many other values the others give.
        conflicting: usize,
        /// Why the first is shown.
        choice: Choice,
    },
    /// They do not.
    Missing(MissingReason),
}

impl Cell {
    /// The statement that is shown.
    pub fn first(&self) -> Option<ObservationRef> {
        match self {
            Self::Stated { refs, .. } => refs.first().copied(),
            Self::Missing(_) => None,
        }
    }

    fn is_part(&self) -> bool {
        matches!(self, Self::Stated { choice: Choice::Part, .. })
    }

    /// Every statement, the one that is shown first.
    pub fn refs(&self) -> &[ObservationRef] {
        match self {
            Self::Stated { refs, .. } => refs,
            Self::Missing(_) => &[],
        }
    }
}

/// One line of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonRow {
    /// What is measured.
    pub subject: Subject,
    /// Level or change.
    pub form: Form,
    /// Result or aim.
    pub status: Status,
    /// When; of the left side where the two differ; `None` where neither says.
    pub period: Option<Period>,
    /// Left and right.
    pub cells: [Cell; 2],
    /// Left against right.
    pub difference: Difference,
}

/// Rows that belong together, in the catalogue's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComparisonGroup {
    /// Which group.
    pub key: GroupKey,
    /// Its rows; rows of one subject stand together.
    pub rows: Vec<ComparisonRow>,
    /// How many subjects it has.
    pub subjects: usize,
    /// How many of those have a difference in at least one row.
    pub comparable: usize,
}

/// Two profiles and their aligned rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// Left and right; `None` where no county is chosen.
    pub profiles: [Option<Profile>; 2],
    /// Indicators with a dated level on either side, in the catalogue's order; the leading one always.
    pub plottable: Vec<IndicatorId>,
    /// Groups with at least one row, in the catalogue's order, other figures last.
    pub groups: Vec<ComparisonGroup>,
    /// Group, row and side that show each figure.
    places: BTreeMap<ObservationRef, (usize, usize, Side)>,
}

type Figures<'a> = [Vec<(ObservationRef, &'a Observation)>; 2];

impl Comparison {
    /// Aligns the profiles of the two areas; a side without an area stays empty.
    pub fn of(reports: &[Report], sides: [Option<&AreaKey>; 2], codelists: &Codelists, tolerance: Tolerance) -> Self {
        let profiles = sides.map(|key| key.and_then(|key| Profile::of(reports, key)));
        if profiles.iter().all(Option::is_none) {
            return Self::default();
        }
        let mut by_subject = figures_by_subject(reports, &profiles, codelists);
        by_subject.entry(Subject::Indicator(IndicatorId::new(LEADING_INDICATOR))).or_default();

        let chosen = [profiles[0].is_some(), profiles[1].is_some()];
        let plottable = plottable(&by_subject, codelists);
        let mut groups = Vec::new();
        for group in &codelists.groups {
            let mut rows = Vec::new();
            for indicator in &group.indicators {
                let subject = Subject::Indicator(indicator.id.clone());
                if let Some(figures) = by_subject.remove(&subject) {
                    rows.extend(rows_of(reports, &subject, figures, chosen, (codelists, tolerance)));
                }
            }
            groups.extend(group_of(GroupKey::Catalogue(group.id.clone()), rows));
        }
        let others = by_subject
            .into_iter()
            .flat_map(|(subject, figures)| rows_of(reports, &subject, figures, chosen, (codelists, tolerance)));
        groups.extend(group_of(GroupKey::Other, others.collect()));
        let places = places(&groups);
        Self { profiles, plottable, groups, places }
    }

    /// Chooses anew what stands in the rows of the figure `at`, which a person has looked at and left as it was: nothing
    /// else of the comparison depends on that.
    pub fn choose_again(
        &mut self,
        reports: &[Report],
        at: ObservationRef,
        (codelists, tolerance): (&Codelists, Tolerance),
    ) {
        let Some((group, ..)) = self.places.get(&at) else { return };
        let Some(group) = self.groups.get_mut(*group) else { return };
        let of_figure = |row: &&mut ComparisonRow| row.cells.iter().any(|cell| cell.refs().contains(&at));
        for row in group.rows.iter_mut().filter(of_figure) {
            for cell in &mut row.cells {
                if let Cell::Stated { refs, conflicting, choice } = cell {
                    (*conflicting, *choice) = choose(reports, refs, codelists);
                }
            }
            row.difference = difference_of(reports, &row.cells, (codelists, tolerance));
        }
        group.comparable = comparable_in(&group.rows);
    }

    /// The profile of one side.
    pub fn profile(&self, side: Side) -> Option<&Profile> {
        self.profiles[side.index()].as_ref()
    }

    /// The side that an observation is shown on.
    pub fn side_of(&self, at: ObservationRef) -> Option<Side> {
        self.places.get(&at).map(|(_, _, side)| *side)
    }

    /// The row and the side that show `at`, and that row's cell.
    pub fn find(&self, at: ObservationRef) -> Option<(&ComparisonRow, Side)> {
        let (group, row, side) = *self.places.get(&at)?;
        Some((self.groups.get(group)?.rows.get(row)?, side))
    }

    /// Rows that measure `subject`.
    pub fn rows_of<'a>(&'a self, subject: &'a Subject) -> impl Iterator<Item = &'a ComparisonRow> {
        self.groups.iter().flat_map(|group| &group.rows).filter(move |row| row.subject == *subject)
    }
}

/// Where each figure is shown; on the left where both sides show it.
fn places(groups: &[ComparisonGroup]) -> BTreeMap<ObservationRef, (usize, usize, Side)> {
    let mut out = BTreeMap::new();
    for (group, rows) in groups.iter().enumerate().map(|(index, group)| (index, &group.rows)) {
        for (row, cells) in rows.iter().enumerate().map(|(index, row)| (index, &row.cells)) {
            for side in Side::BOTH {
                let Cell::Stated { refs, .. } = &cells[side.index()] else { continue };
                for at in refs {
                    out.entry(*at).or_insert((group, row, side));
                }
            }
        }
    }
    out
}

fn figures_by_subject<'a>(
    reports: &'a [Report],
    profiles: &[Option<Profile>; 2],
    codelists: &Codelists,
) -> BTreeMap<Subject, Figures<'a>> {
    let mut found: BTreeMap<Subject, Figures<'a>> = BTreeMap::new();
    for (side, profile) in profiles.iter().enumerate() {
        for at in profile.iter().flat_map(|profile| &profile.observations) {
            let Some(figure) = observation(reports, *at) else { continue };
            let known = figure.indicator.as_ref().filter(|id| codelists.indicator(id).is_some());
            let subject = known.cloned().map_or_else(|| Subject::Label(figure.label.clone()), Subject::Indicator);
            found.entry(subject).or_default()[side].push((*at, figure));
        }
    }
    found
}

fn plottable(by_subject: &BTreeMap<Subject, Figures<'_>>, codelists: &Codelists) -> Vec<IndicatorId> {
    let is_dated_level =
        |figure: &Observation| figure.form == Form::Level && figure.period.is_some_and(Period::is_point);
    let has_points = |id: &IndicatorId| {
        let figures = by_subject.get(&Subject::Indicator(id.clone()));
        figures.into_iter().flatten().flatten().any(|(_, figure)| is_dated_level(figure))
    };
    let all = codelists.groups.iter().flat_map(|group| &group.indicators).map(|indicator| &indicator.id);
    all.filter(|id| id.as_str() == LEADING_INDICATOR || has_points(id)).cloned().collect()
}

fn rows_of(
    reports: &[Report],
    subject: &Subject,
    figures: Figures<'_>,
    chosen: [bool; 2],
    (codelists, tolerance): (&Codelists, Tolerance),
) -> Vec<ComparisonRow> {
    let [left, right] = figures.map(|side| slots(side.into_iter()));
    let stated = [left.clone(), right.clone()];
    let mut lines = align(left, right, tolerance);
    if lines.is_empty() {
        lines.push([None, None]);
    }
    lines.into_iter().map(|line| row_of(reports, subject, line, &stated, chosen, (codelists, tolerance))).collect()
}

fn row_of(
    reports: &[Report],
    subject: &Subject,
    line: Line,
    stated: &[Vec<Slot>; 2],
    chosen: [bool; 2],
    (codelists, tolerance): (&Codelists, Tolerance),
) -> ComparisonRow {
    let shown = line.iter().flatten().next();
    let period = shown.and_then(|slot| slot.period);
    let kind = shown.map_or((Form::Level, Status::Actual), |slot| (slot.form, slot.status));
    let [left, right] = line;
    let cell = |slot: Option<Slot>, side: usize| match slot {
        Some(Slot { mut refs, .. }) => {
            let (conflicting, choice) = choose(reports, &mut refs, codelists);
            Cell::Stated { refs, conflicting, choice }
        }
        None if !chosen[side] => Cell::Missing(MissingReason::NoArea),
        None => Cell::Missing(missing_reason(kind, &stated[side])),
    };
    let cells = [cell(left, 0), cell(right, 1)];
    let difference = difference_of(reports, &cells, (codelists, tolerance));
    ComparisonRow { subject: subject.clone(), form: kind.0, status: kind.1, period, cells, difference }
}

fn difference_of(reports: &[Report], cells: &[Cell; 2], (codelists, tolerance): (&Codelists, Tolerance)) -> Difference {
    let first = |side: usize| cells[side].first().and_then(|at| observation(reports, at));
    match (first(0), first(1)) {
        (Some(_), Some(_)) if cells.iter().any(Cell::is_part) => Difference::NotComparable(Incomparable::Parts),
        (Some(left), Some(right)) if is_within(left, right) && grows_with_place(left, codelists) => {
            Difference::NotComparable(Incomparable::PartOfPlace)
        }
        (Some(left), Some(right)) => Difference::between(left, right, tolerance),
        _ => Difference::Absent,
    }
}

/// Whether one figure is of a county and the other of its own city, by the codes of GB/T 2260: what counts in the one is
/// in the other already.
fn is_within(one: &Observation, other: &Observation) -> bool {
    let code = |figure: &Observation| figure.area.as_ref().and_then(|area| area.code).map(|code| code.to_string());
    let Some((one, other)) = code(one).zip(code(other)) else { return false };
    let is_city = |code: &str| code.ends_with("00");
    one.get(..4) == other.get(..4) && is_city(&one) != is_city(&other)
}

/// Whether a figure counts: neither a rate nor one for each of something.
fn grows_with_place(figure: &Observation, codelists: &Codelists) -> bool {
    let known = figure.indicator.as_ref().and_then(|id| codelists.indicator(id));
    let name = known.map_or(&*figure.label, |indicator| indicator.zh.as_str());
    !matches!(&*figure.quantity.unit, "%" | "％" | "‰" | "百分点") && !codelists.cues.per.is_in(name)
}

fn missing_reason(kind: (Form, Status), stated: &[Slot]) -> MissingReason {
    let has = |form, status| stated.iter().any(|slot| (slot.form, slot.status) == (form, status));
    if has(kind.0, kind.1) {
        return MissingReason::OtherYearsOnly;
    }
    if kind != (Form::Level, Status::Actual) {
        return MissingReason::NotStated;
    }
    match (has(Form::Change, Status::Actual), has(Form::Level, Status::Target)) {
        (true, _) => MissingReason::OnlyChange,
        (false, true) => MissingReason::OnlyTarget,
        (false, false) => MissingReason::NotStated,
    }
}

fn group_of(key: GroupKey, rows: Vec<ComparisonRow>) -> Option<ComparisonGroup> {
    let (subjects, comparable) = (subjects_of(&rows).count(), comparable_in(&rows));
    (!rows.is_empty()).then_some(ComparisonGroup { key, rows, subjects, comparable })
}

/// The rows of each subject: they stand together.
fn subjects_of(rows: &[ComparisonRow]) -> impl Iterator<Item = &[ComparisonRow]> {
    rows.chunk_by(|one, next| one.subject == next.subject)
}

fn comparable_in(rows: &[ComparisonRow]) -> usize {
    let has_difference =
        |rows: &&[ComparisonRow]| rows.iter().any(|row| matches!(row.difference, Difference::Of { .. }));
    subjects_of(rows).filter(has_difference).count()
}
