//! All that the loaded reports say of one area.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::{Area, AreaCode, AreaLevel, Derived, ExitRef, Observation, ObservationRef, Report};

/// Which half of the comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// County A, drawn first.
    Left,
    /// County B.
    Right,
}

impl Side {
    /// Both, in drawing order.
    pub const BOTH: [Self; 2] = [Self::Left, Self::Right];

    /// 0 for the left, 1 for the right.
    pub fn index(self) -> usize {
        match self {
            Self::Left => 0,
            Self::Right => 1,
        }
    }

    /// The other half.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Left => Self::Right,
            Self::Right => Self::Left,
        }
    }
}

/// The observation that `at` points to.
pub fn observation(reports: &[Report], at: ObservationRef) -> Option<&Observation> {
    let observations = &reports.get(at.report)?.observations;
    // Ids count from 1 in the order of the text; figures that a person added move those behind them a little.
    let expected = at.id.checked_sub(1).and_then(|index| observations.get(index..)).unwrap_or_default();
    expected.iter().chain(observations).find(|found| found.id == at.id)
}

/// What makes two mentions of an area the same area: its code, or its name where no code is known.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AreaKey {
    /// A place of GB/T 2260.
    Code(AreaCode),
    /// A place known by name alone.
    Name(Arc<str>),
}

/// One place that can be chosen for a side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaEntry {
    /// Its identity.
    pub key: AreaKey,
    /// Name, level and code.
    pub area: Area,
    /// How many figures the reports state of it.
    pub figures: usize,
}

/// Every county and city with a figure, counties first; within a level, those with most figures first.
pub fn areas(reports: &[Report]) -> Vec<AreaEntry> {
    let codes = Codes::of(reports);
    let mut found: BTreeMap<AreaKey, AreaEntry> = BTreeMap::new();
    for (area, run) in reports.iter().flat_map(runs) {
        let key = codes.key_of(area);
        let entry = found.entry(key.clone()).or_insert_with(|| AreaEntry { key, area: area.clone(), figures: 0 });
        entry.figures += run.len();
        if entry.area.code.is_none() {
            entry.area.code = area.code;
        }
    }
    let mut entries: Vec<_> = found.into_values().collect();
    entries.sort_by_key(|entry| (level_rank(entry.area.level), std::cmp::Reverse(entry.figures), entry.key.clone()));
    entries
}

/// The place that `report` is mostly about: of its counties, else of its cities, the one with most figures.
pub fn main_area(reports: &[Report], report: usize) -> Option<AreaEntry> {
    let codes = Codes::of(reports);
    let mut found: BTreeMap<AreaKey, AreaEntry> = BTreeMap::new();
    for (area, run) in runs(reports.get(report)?) {
        let key = codes.key_of(area);
        let entry = found.entry(key.clone()).or_insert_with(|| AreaEntry { key, area: area.clone(), figures: 0 });
        entry.figures += run.len();
    }
    found.into_values().min_by_key(|entry| (level_rank(entry.area.level), std::cmp::Reverse(entry.figures)))
}

/// All that the loaded reports say of one county or city.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// The place.
    pub area: Area,
    /// Its figures, in the order of the reports and their text.
    pub observations: Vec<ObservationRef>,
    /// Its exits from poverty, in the same order.
    pub exits: Vec<ExitRef>,
}

impl Profile {
    /// The profile of the place with `key`; `None` where no report states a figure of it.
    pub fn of(reports: &[Report], key: &AreaKey) -> Option<Self> {
        let entry = areas(reports).into_iter().find(|entry| entry.key == *key)?;
        let codes = Codes::of(reports);
        let mut observations = Vec::with_capacity(entry.figures);
        let mut exits = Vec::new();
        for (index, report) in reports.iter().enumerate() {
            let own = runs(report).filter(|(area, _)| codes.key_of(area) == *key).flat_map(|(_, run)| run);
            observations.extend(own.map(|found| ObservationRef { report: index, id: found.id }));
            let own = report.exits.iter().enumerate().filter(|(_, exit)| codes.key_of(&exit.area) == *key);
            exits.extend(own.map(|(exit, _)| ExitRef { report: index, index: exit }));
        }
        Some(Self { area: entry.area, observations, exits })
    }

    /// The values among `derived`, which are of one indicator and have their indices, that are of this place; equal
    /// values once.
    pub fn derived<'a>(
        &self,
        derived: impl Iterator<Item = (usize, &'a Derived)>,
    ) -> impl Iterator<Item = (usize, &'a Derived)> {
        let mut values = BTreeSet::new();
        let fits = |value: &Derived| {
            value.area.name == self.area.name && (value.area.code.is_none() || value.area.code == self.area.code)
        };
        derived.filter(move |(_, value)| fits(value) && values.insert((value.value, value.period)))
    }
}

/// The area of a figure that may enter a profile: a village's figure is never the county's, and what a person threw out
/// is nobody's.
fn comparable_area(observation: &Observation) -> Option<&Area> {
    let area = observation.area.as_ref().filter(|_| observation.counts())?;
    matches!(area.level, AreaLevel::County | AreaLevel::City).then_some(area)
}

/// The figures that may enter a profile, those that follow each other and are of one place together: a place is looked
/// up once for all of them.
fn runs(report: &Report) -> impl Iterator<Item = (&Area, &[Observation])> {
    let runs = report.observations.chunk_by(|one, next| comparable_area(one) == comparable_area(next));
    runs.filter_map(|run| Some((comparable_area(run.first()?)?, run)))
}

/// The codes that the reports give to each name.
struct Codes<'a>(BTreeMap<&'a str, BTreeSet<AreaCode>>);

impl<'a> Codes<'a> {
    fn of(reports: &'a [Report]) -> Self {
        let mut codes: BTreeMap<&str, BTreeSet<AreaCode>> = BTreeMap::new();
        for (area, _) in reports.iter().flat_map(runs) {
            codes.entry(&area.name).or_default().extend(area.code);
        }
        Self(codes)
    }

    /// A name without a code is taken for the one coded place of that name, if the reports know exactly one.
    fn key_of(&self, area: &Area) -> AreaKey {
        let known = self.0.get(&*area.name).filter(|codes| codes.len() == 1).and_then(BTreeSet::first);
        area.code.or(known.copied()).map_or_else(|| AreaKey::Name(area.name.clone()), AreaKey::Code)
    }
}

fn level_rank(level: AreaLevel) -> u8 {
    u8::from(level != AreaLevel::County)
}
