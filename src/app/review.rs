//! What the app does with a person's review: records it, lays the history over the reports, and goes on to the next doubt.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;

use super::CountyLensApp;
use crate::compare::{ObservationRef, observation};
use crate::model::{Action, Anchor, Facts, Observation, ReviewState, SourceId};
use crate::review::{Draft, Orphan, anchor_of_marked, apply, lay, observation_from_text};
use crate::ui::{CorrectionForm, CorrectionTarget, Dialog, ReviewWish};

impl CountyLensApp {
    /// Carries out a wish about figures.
    pub(super) fn review(&mut self, wish: ReviewWish) {
        match wish {
            ReviewWish::Accept => self.accept(),
            ReviewWish::Reset => self.reset(),
            ReviewWish::AskWhyRejected => {
                if self.selected_figure().is_some() {
                    self.show_dialog(Dialog::Reject { reason: String::new() });
                }
            }
            ReviewWish::Correct => self.open_correction(),
            ReviewWish::AddMarked => self.open_addition(),
            ReviewWish::AcceptReport(report) => self.accept_report(report),
            ReviewWish::EditForm(edited) => {
                if let Some(Dialog::Correct(form)) = &mut self.dialog {
                    log::debug!("form {:?}", edited.draft);
                    *form = edited;
                }
            }
            ReviewWish::ShowWork(filter) => self.show_work(filter),
            ReviewWish::ShowEntries(filter) => self.show_entries(filter),
            ReviewWish::NextDoubt => self.next_in_list(),
            ReviewWish::PreviousDoubt => self.previous_in_list(),
            ReviewWish::Undo => {
                let step = self.session.history.undo();
                self.after_step_back_or_forth("undo", step);
            }
            ReviewWish::Redo => {
                let step = self.session.history.redo();
                self.after_step_back_or_forth("redo", step);
            }
        }
    }

    /// Lays the history over one report, which may have been read just now.
    pub(super) fn apply_corrections(&mut self, index: usize) {
        let (Some(report), Some(text), Some(source)) =
            (Arc::make_mut(&mut self.reports).get_mut(index), self.texts.get(index), self.sources.get_mut(index))
        else {
            return;
        };
        let orphans = apply(report, text, &mut source.finder, self.session.history.of(source.id));
        self.session.orphans.insert(source.id, orphans);
    }

    fn after_step_back_or_forth(&mut self, way: &str, step: Option<u32>) {
        let Some(step) = step else { return };
        log::info!("{way} of step {step}");
        let of_step = self.session.history.entries().iter().filter(|entry| entry.step == step);
        self.apply_corrections_of(&of_step.map(|entry| entry.source).collect());
        self.view.selection = self.view.selection.filter(|at| observation(&self.reports, *at).is_some());
        self.recompute();
        self.select_of_step(step);
    }

    fn apply_corrections_of(&mut self, touched: &BTreeSet<SourceId>) {
        for index in 0..self.sources.len() {
            if touched.contains(&self.sources[index].id) {
                self.apply_corrections(index);
            }
        }
    }

    /// Lays the entries over the reports that the history has had since it had `before`. Returns the figures that they
    /// are about, added ones aside.
    fn lay_entries(&mut self, before: usize) -> Vec<ObservationRef> {
        let entries = self.session.history.entries().get(before..).unwrap_or_default();
        if entries.iter().any(|entry| matches!(entry.action, Action::Add { .. })) {
            self.apply_corrections_of(&entries.iter().map(|entry| entry.source).collect());
            return Vec::new();
        }
        let mut laid = Vec::with_capacity(entries.len());
        let reports = Arc::make_mut(&mut self.reports);
        for (index, entry) in entries.iter().enumerate() {
            let Some(report) = self.sources.iter().position(|source| source.id == entry.source) else { continue };
            let finder = &self.sources[report].finder;
            match lay(&mut reports[report].observations, finder, entry) {
                Some(id) => laid.push(ObservationRef { report, id }),
                None => self.session.orphans.entry(entry.source).or_default().push(Orphan(before + index)),
            }
        }
        laid
    }

    /// Records what was done to the figure at hand, and what is to be done to others with it.
    fn record(&mut self, reason: &str, done: Vec<(SourceId, Anchor, Action)>) {
        self.keep_place();
        let rejected = self.selected_figure().is_some_and(|(_, figure)| !figure.counts());
        let is_look = !rejected && done.iter().all(|(_, _, action)| *action == Action::Accept);
        for (source, anchor, action) in &done {
            log::info!("{} {} of source {}", action.as_str(), anchor.as_written, source.0);
        }
        let before = self.session.history.entries().len();
        self.session.history.record(Timestamp::now(), reason, done);
        let laid = self.lay_entries(before);
        if let ([at], true) = (laid.as_slice(), is_look) {
            self.take_in_look(*at);
        } else {
            self.lists.keep_checks = is_look;
            self.recompute();
        }
    }

    fn selected_figure(&self) -> Option<(ObservationRef, &Observation)> {
        let at = self.view.selection?;
        Some((at, observation(&self.reports, at)?))
    }

    /// What tells a figure of a loaded report from all others.
    fn anchor(&self, at: ObservationRef) -> Option<(SourceId, Anchor)> {
        let source = self.sources.get(at.report)?;
        Some((source.id, source.finder.anchor(observation(&self.reports, at)?)))
    }

    fn act_on_selection(&mut self, action: Action, reason: &str) {
        let Some(at) = self.view.selection else { return };
        let Some((source, anchor)) = self.anchor(at) else { return };
        self.record(reason, vec![(source, anchor, action)]);
    }

    /// Finds the selected figure right; one that was looked at already stays as it is.
    fn accept(&mut self) {
        let Some((_, figure)) = self.selected_figure() else { return };
        if matches!(figure.review.state, ReviewState::Unreviewed | ReviewState::Rejected) {
            self.act_on_selection(Action::Accept, "");
        } else {
            self.keep_place();
        }
        self.go_on();
    }

    /// Throws the selected figure out.
    pub(super) fn reject(&mut self, reason: &str) {
        self.act_on_selection(Action::Reject, reason.trim());
        self.go_on();
    }

    fn reset(&mut self) {
        if self.selected_figure().is_some_and(|(_, figure)| figure.review.can_be_reset()) {
            self.act_on_selection(Action::Reset, "");
        }
    }

    fn accept_report(&mut self, report: usize) {
        let (Some(loaded), Some(source)) = (self.reports.get(report), self.sources.get(report)) else { return };
        let waiting = loaded.observations.iter().filter(|figure| figure.review.state == ReviewState::Unreviewed);
        let done = waiting.map(|figure| (source.id, source.finder.anchor(figure), Action::Accept)).collect();
        self.record("", done);
    }

    fn open_correction(&mut self) {
        let Some((at, figure)) = self.selected_figure() else { return };
        let draft = Draft::of(&Facts::of(figure));
        self.show_form(CorrectionTarget::Figure(at), draft);
    }

    fn show_form(&mut self, target: CorrectionTarget, draft: Draft) {
        self.show_dialog(Dialog::Correct(Box::new(CorrectionForm::new(target, draft))));
    }

    fn open_addition(&mut self) {
        let Some(marked) = self.view.marked else { return };
        let (Some(report), Some(text)) = (self.reports.get(marked.report), self.texts.get(marked.report)) else {
            return;
        };
        let Some(figure) = observation_from_text(report, text, marked.paragraph, marked.part) else { return };
        // The place that the words around it speak of is the likeliest.
        let neighbours =
            report.observations.iter().filter(|other| other.evidence.span.start <= figure.evidence.span.start);
        let area = neighbours.filter_map(|other| other.area.as_ref()).next_back().cloned();
        let draft = Draft::of_words(&figure.quantity.as_written, area.as_ref(), self.options.codelists);
        self.show_form(CorrectionTarget::Marked(marked), draft);
    }

    /// Records the open form, or says in it what is wrong.
    pub(super) fn confirm_correction(&mut self, mut form: Box<CorrectionForm>) {
        let known = match form.target {
            CorrectionTarget::Figure(at) => observation(&self.reports, at).and_then(|figure| figure.area.as_ref()),
            CorrectionTarget::Marked(_) => None,
        };
        let facts = match form.draft.check(known, self.options.codelists) {
            Ok(facts) => Box::new(facts),
            Err(errors) => {
                form.errors = errors;
                self.show_dialog(Dialog::Correct(form));
                return;
            }
        };
        let reason = form.draft.reason.trim().to_owned();
        match form.target {
            CorrectionTarget::Figure(at) => {
                let Some((source, anchor)) = self.anchor(at) else { return };
                let Some(from) = observation(&self.reports, at).map(|figure| Box::new(Facts::of(figure))) else {
                    return;
                };
                let action = if from == facts { Action::Accept } else { Action::Correct { from, to: facts } };
                self.record(&reason, vec![(source, anchor, action)]);
            }
            CorrectionTarget::Marked(marked) => {
                let (Some(report), Some(text), Some(source)) =
                    (self.reports.get(marked.report), self.texts.get(marked.report), self.sources.get(marked.report))
                else {
                    return;
                };
                let Some(figure) = observation_from_text(report, text, marked.paragraph, marked.part) else { return };
                let anchor = anchor_of_marked(text, &report.observations, &figure);
                self.record(&reason, vec![(source.id, anchor, Action::Add { facts })]);
                self.view.marked = None;
                self.select(ObservationRef { report: marked.report, id: figure.id });
            }
        }
    }
}
