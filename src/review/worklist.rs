//! The figures of all reports as a list to work through: in order of doubt, filtered, counted.

use super::queue::rank;
use super::{QueueItem, queue};
use crate::compare::{ObservationRef, observation};
use crate::model::{Report, ReviewState};

/// Which figures the list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct WorkFilter {
    /// In this state; `None` for all.
    pub state: Option<ReviewState>,
    /// Of this report; `None` for all.
    pub report: Option<usize>,
}

impl Default for WorkFilter {
    fn default() -> Self {
        Self { state: Some(ReviewState::Unreviewed), report: None }
    }
}

/// How many figures are in each state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct StateCounts([usize; ReviewState::ALL.len()]);

impl StateCounts {
    /// In one state.
    pub fn of(&self, state: ReviewState) -> usize {
        ReviewState::ALL.iter().zip(self.0).find(|(own, _)| **own == state).map_or(0, |(_, count)| count)
    }

    /// In all of them.
    pub fn all(&self) -> usize {
        self.0.iter().sum()
    }

    /// Those that a person has looked at.
    pub fn reviewed(&self) -> usize {
        self.all() - self.of(ReviewState::Unreviewed)
    }

    fn count(&mut self, state: ReviewState) {
        self.of_mut(state).for_each(|count| *count += 1);
    }

    fn move_one(&mut self, from: ReviewState, to: ReviewState) {
        self.of_mut(from).for_each(|count| *count = count.saturating_sub(1));
        self.count(to);
    }

    fn of_mut(&mut self, state: ReviewState) -> impl Iterator<Item = &mut usize> {
        ReviewState::ALL.iter().zip(&mut self.0).filter(move |(own, _)| **own == state).map(|(_, count)| count)
    }
}

/// The list. Made once a change, since it is drawn with every frame.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Worklist {
    items: Vec<QueueItem>,
    /// Those of `items` that pass the filter.
    shown: Vec<usize>,
    of_report: Vec<StateCounts>,
}

impl Worklist {
    /// All figures of `reports`; `failed` as for [`queue`].
    pub fn of(reports: &[Report], failed: &[ObservationRef], filter: WorkFilter) -> Self {
        let mut of_report = vec![StateCounts::default(); reports.len()];
        let items = queue(reports, failed);
        for item in &items {
            if let Some(counts) = of_report.get_mut(item.at.report) {
                counts.count(item.state);
            }
        }
        let mut list = Self { items, shown: Vec::new(), of_report };
        list.show(filter);
        list
    }

    /// Takes in that a person has looked at the figure `at` and left it as it was: nothing of the others has changed.
    pub fn look_at(&mut self, reports: &[Report], at: ObservationRef, filter: WorkFilter) {
        let Some(state) = observation(reports, at).map(|figure| figure.review.state) else { return };
        let Some(from) = self.items.iter().position(|item| item.at == at) else { return };
        let before = self.items.remove(from);
        let item = QueueItem { at, state, doubts: Vec::new() };
        let order = |item: &QueueItem| {
            let place = observation(reports, item.at).map(|figure| figure.evidence.span);
            (rank(item), item.at.report, place, item.at.id)
        };
        let to = self.items.partition_point(|other| order(other) < order(&item));
        self.items.insert(to, item);
        if let Some(counts) = self.of_report.get_mut(at.report) {
            counts.move_one(before.state, state);
        }
        self.show(filter);
    }

    /// Shows what passes `filter`.
    pub fn show(&mut self, filter: WorkFilter) {
        let passes = |item: &QueueItem| {
            filter.state.is_none_or(|state| item.state == state)
                && filter.report.is_none_or(|report| item.at.report == report)
        };
        self.shown = self.items.iter().enumerate().filter(|(_, item)| passes(item)).map(|(index, _)| index).collect();
    }

    /// How many figures are shown.
    pub fn len(&self) -> usize {
        self.shown.len()
    }

    /// Whether none is shown.
    pub fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// The figure in this place of the list.
    pub fn get(&self, place: usize) -> Option<&QueueItem> {
        self.shown.get(place).and_then(|index| self.items.get(*index))
    }

    /// The place of a figure in the list; `None` where it is not shown.
    pub fn place(&self, at: ObservationRef) -> Option<usize> {
        (0..self.len()).find(|place| self.get(*place).is_some_and(|item| item.at == at))
    }

    /// The first figure from `place` on that nobody has looked at, else the first of all such that are shown.
    pub fn next_doubt(&self, place: usize) -> Option<ObservationRef> {
        let waits = |item: &&QueueItem| item.state == ReviewState::Unreviewed;
        let from = |start: usize| (start..self.len()).filter_map(|place| self.get(place)).find(waits);
        from(place).or_else(|| from(0)).map(|item| item.at)
    }

    /// How far the review of one report has come; of all for `None`.
    pub fn counts(&self, report: Option<usize>) -> StateCounts {
        let chosen = self.of_report.iter().enumerate().filter(|(index, _)| report.is_none_or(|own| own == *index));
        chosen.fold(StateCounts::default(), |mut sum, (_, counts)| {
            sum.0.iter_mut().zip(counts.0).for_each(|(sum, count)| *sum += count);
            sum
        })
    }
}
