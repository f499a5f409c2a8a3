//! What the app does with the lists of figures and of entries: keeps them up to date, filters them, goes along them.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;

use super::CountyLensApp;
use crate::audit;
use crate::compare::ObservationRef;
use crate::model::{Check, Derived, Report, SourceId};
use crate::review::{EntryFilter, EntryLine, Finder, WorkFilter, Worklist, entry_lines};
use crate::ui::Pane;

/// What is made of the reports and their history once a change, since it is drawn with every frame.
#[derive(Debug, Default)]
pub(super) struct ReviewLists {
    /// The audit of the figures.
    pub(super) checks: Vec<Check>,
    /// The figures that it speaks against, sorted.
    pub(super) doubted: Vec<ObservationRef>,
    /// Nothing has changed since that the audit goes by: figures were only found right.
    pub(super) keep_checks: bool,
    /// Values that follow from figures.
    pub(super) derived: Vec<Derived>,
    /// The audit that is under way on another thread.
    audit: Option<Receiver<Audit>>,
    /// The figures have changed since it began.
    audit_again: bool,
    /// Figures to work through.
    pub(super) work: Worklist,
    /// Entries of the history.
    pub(super) entries: Vec<EntryLine>,
    /// Where in the list of figures the work is: what was looked at may have left it.
    place: usize,
}

/// What an audit finds: checks, and values that follow from figures.
type Audit = (Vec<Check>, Vec<Derived>);

/// So many figures are audited while a frame waits, in some milliseconds; more of them on a thread of their own.
const AUDITED_AT_ONCE: usize = 1000;

impl ReviewLists {
    /// Whether an audit is under way.
    pub(super) fn is_auditing(&self) -> bool {
        self.audit.is_some()
    }

    /// Reports have left: what the audit says of the others goes by places that are no longer theirs.
    pub(super) fn forget_audit(&mut self) {
        self.checks.clear();
        self.derived.clear();
        (self.audit, self.audit_again) = (None, false);
    }
}

impl CountyLensApp {
    /// Audits the figures as they are now: at once where they are few, else what was found before stays until
    /// [`Self::receive_audit`] has the new.
    fn audit(&mut self) {
        if self.lists.is_auditing() {
            self.lists.audit_again = true;
            return;
        }
        let codelists = self.options.codelists;
        let audit = move |reports: &[Report]| (audit::checks(reports, codelists), audit::derived(reports, codelists));
        if self.reports.iter().map(|report| report.observations.len()).sum::<usize>() > AUDITED_AT_ONCE {
            let (sender, news) = channel();
            let (reports, wake) = (Arc::clone(&self.reports), self.ctx.clone());
            let work = move || {
                let found = audit(&reports);
                // Let go of them first: the window is about to change them.
                drop(reports);
                if sender.send(found).is_ok() {
                    wake.request_repaint();
                }
            };
            if thread::Builder::new().name("audit".to_owned()).spawn(work).is_ok() {
                self.lists.audit = Some(news);
                return;
            }
        }
        (self.lists.checks, self.lists.derived) = audit(&self.reports);
    }

    /// Takes in what the audit has found.
    pub(super) fn receive_audit(&mut self) {
        let Some(news) = &self.lists.audit else { return };
        let found = match news.try_recv() {
            Ok(found) => Some(found),
            Err(TryRecvError::Empty) => return,
            // A fault of the audit leaves what it had found before.
            Err(TryRecvError::Disconnected) => None,
        };
        self.lists.audit = None;
        if let Some(found) = found {
            (self.lists.checks, self.lists.derived) = found;
        }
        if std::mem::take(&mut self.lists.audit_again) {
            self.audit();
        }
        self.changes += 1;
        self.list_work();
        self.redraw_trends();
    }

    /// Makes the lists anew after figures or their history changed.
    pub(super) fn relist(&mut self) {
        if self.view.work_filter.report.is_some_and(|report| report >= self.reports.len()) {
            self.view.work_filter.report = None;
        }
        if !std::mem::take(&mut self.lists.keep_checks) {
            self.audit();
        }
        self.list_work();
        self.relist_entries();
    }

    /// Takes in that the figure `at` was looked at and left as it was, which changes nothing but what is said of it.
    pub(super) fn take_in_look(&mut self, at: ObservationRef) {
        self.desk.changed = true;
        self.changes += 1;
        self.comparison.choose_again(&self.reports, at, (self.options.codelists, self.view.tolerance));
        self.lists.work.look_at(&self.reports, at, self.view.work_filter);
        self.relist_entries();
    }

    fn list_work(&mut self) {
        self.lists.doubted = audit::flagged(&self.lists.checks);
        self.lists.work = Worklist::of(&self.reports, &self.lists.doubted, self.view.work_filter);
    }

    fn relist_entries(&mut self) {
        let sources: Vec<(SourceId, &Finder)> = self.sources.iter().map(|source| (source.id, &source.finder)).collect();
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
        let mut sources = self.sources.iter().enumerate();
        let Some((report, source)) = sources.find(|(_, source)| source.id == entry.source) else { return };
        let Some(figures) = self.reports.get(report).map(|report| &report.observations) else { return };
        let found = source.finder.find(figures, &entry.anchor).and_then(|index| figures.get(index));
        if let Some(figure) = found {
            let at = ObservationRef { report, id: figure.id };
            self.select(at);
        }
    }
}
