//! What the app does with the lists of figures and of entries: keeps them up to date, filters them, goes along them.

use super::CountyLensApp;
use crate::audit;
use crate::compare::ObservationRef;
use crate::model::{Check, Derived, SourceId};
use crate::review::{EntryFilter, EntryLine, Finder, WorkFilter, Worklist, entry_lines};
use crate::ui::Pane;

/// What is made of the reports and their history once a change, since it is drawn with every frame.
#[derive(Debug, Default)]
pub(super) struct ReviewLists {
    /// The audit of the figures.
    pub(super) checks: Vec<Check>,
    /// Nothing has changed since that the audit goes by: figures were only found right.
    pub(super) keep_checks: bool,
    /// Values that follow from figures.
    pub(super) derived: Vec<Derived>,
    /// Figures to work through.
    pub(super) work: Worklist,
    /// Entries of the history.
    pub(super) entries: Vec<EntryLine>,
    /// Where in the list of figures the work is: what was looked at may have left it.
    place: usize,
}

impl CountyLensApp {
    /// Makes the lists anew after figures or their history changed.
    pub(super) fn relist(&mut self) {
        if self.view.work_filter.report.is_some_and(|report| report >= self.reports.len()) {
            self.view.work_filter.report = None;
        }
        if !std::mem::take(&mut self.lists.keep_checks) {
            self.lists.checks = audit::checks(&self.reports, self.options.codelists);
            self.lists.derived = audit::derived(&self.reports, self.options.codelists);
        }
        let flagged = audit::flagged(&self.lists.checks);
        self.lists.work = Worklist::of(&self.reports, &flagged, self.view.work_filter);
        self.relist_entries();
    }

    fn relist_entries(&mut self) {
        let sources: Vec<SourceId> = self.sources.iter().map(|source| source.id).collect();
        let filter = &self.view.entry_filter;
        self.lists.entries =
            entry_lines(&self.session.history, &self.reports, &sources, self.options.codelists, filter);
    }

    /// Selects the figure where the work is, or the first of the list.
    pub(super) fn resume_work(&mut self) {
        self.select_in_list(self.lists.place);
    }

    /// Shows other figures in the list.
    pub(super) fn show_work(&mut self, filter: WorkFilter) {
        self.view.work_filter = filter;
        self.lists.work.show(filter);
        self.lists.place = 0;
        self.view.reveal_selection = true;
    }

    /// Shows other entries of the history.
    pub(super) fn show_entries(&mut self, filter: EntryFilter) {
        self.view.entry_filter = filter;
        self.relist_entries();
    }

    /// Remembers where the work is, before the figure at hand may leave the list.
    pub(super) fn keep_place(&mut self) {
        if let Some(place) = self.view.selection.and_then(|at| self.lists.work.place(at)) {
            self.lists.place = place;
        }
    }

    /// Selects the next figure that nobody has looked at, where the list is being worked through.
    pub(super) fn go_on(&mut self) {
        if self.view.pane == Pane::Review
            && let Some(at) = self.lists.work.next_doubt(self.lists.place)
        {
            self.select(at);
        }
    }

    /// Selects the figure below the selected one in the list.
    pub(super) fn next_in_list(&mut self) {
        let place = self.view.selection.and_then(|at| self.lists.work.place(at));
        self.select_in_list(place.map_or(self.lists.place, |place| place + 1));
    }

    /// Selects the figure above the selected one in the list.
    pub(super) fn previous_in_list(&mut self) {
        let place = self.view.selection.and_then(|at| self.lists.work.place(at));
        self.select_in_list(place.unwrap_or(self.lists.place).saturating_sub(1));
    }

    fn select_in_list(&mut self, place: usize) {
        let place = place.min(self.lists.work.len().saturating_sub(1));
        if let Some(item) = self.lists.work.get(place) {
            let at = item.at;
            self.lists.place = place;
            self.select(at);
        }
    }

    /// Selects the first figure that a step of the history is about, so that undoing shows what it undoes.
    pub(super) fn select_of_step(&mut self, step: u32) {
        let Some(entry) = self.session.history.entries().iter().find(|entry| entry.step == step) else { return };
        let Some(report) = self.sources.iter().position(|source| source.id == entry.source) else { return };
        let Some(figures) = self.reports.get(report).map(|report| &report.observations) else { return };
        let found = Finder::of(figures).find(figures, &entry.anchor).and_then(|index| figures.get(index));
        if let Some(figure) = found {
            let at = ObservationRef { report, id: figure.id };
            self.select(at);
        }
    }
}
