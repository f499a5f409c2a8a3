//! What the app does with a person's review: records it, lays the history over the reports, and goes on to the next doubt.

use jiff::Timestamp;

use super::CountyLensApp;
use crate::compare::{ObservationRef, observation};
use crate::model::{Action, Anchor, Facts, Observation, ReviewState, SourceId};
use crate::review::{Draft, anchor_of, apply, observation_from_text};
use crate::ui::{CorrectionForm, CorrectionTarget, Dialog, ReviewWish};

impl CountyLensApp {
    /// Carries out a wish about figures.
    pub(super) fn review(&mut self, wish: ReviewWish) {
        match wish {
            ReviewWish::Accept => self.act_on_selection(|_| Action::Accept, ""),
            ReviewWish::Reset => self.act_on_selection(|_| Action::Reset, ""),
            ReviewWish::AskWhyRejected => {
                if self.selected_figure().is_some() {
                    self.show_dialog(Dialog::Reject { reason: String::new() });
                }
            }
            ReviewWish::Correct => self.open_correction(),
            ReviewWish::AddMarked => self.open_addition(),
            ReviewWish::AcceptReport(report) => self.accept_report(report),
            ReviewWish::EditDraft(draft) => {
                if let Some(Dialog::Correct(form)) = &mut self.dialog {
                    form.draft = *draft;
                }
            }
            ReviewWish::NextDoubt => self.select_next_doubt(),
            ReviewWish::Undo => {
                self.session.history.undo();
                self.apply_all_corrections();
            }
            ReviewWish::Redo => {
                self.session.history.redo();
                self.apply_all_corrections();
            }
        }
    }

    /// Lays the history over one report, which may have been read just now.
    pub(super) fn apply_corrections(&mut self, index: usize) {
        let (Some(report), Some(text), Some(source)) =
            (self.reports.get_mut(index), self.texts.get(index), self.sources.get(index))
        else {
            return;
        };
        let orphans = apply(report, text, self.session.history.of(source.id));
        log::info!("{}: {} corrections found no figure", report.origin.path, orphans.len());
    }

    fn apply_all_corrections(&mut self) {
        for index in 0..self.reports.len() {
            self.apply_corrections(index);
        }
        self.view.selection = self.view.selection.filter(|at| observation(&self.reports, *at).is_some());
        self.recompute();
    }

    fn record(&mut self, reason: &str, done: Vec<(SourceId, Anchor, Action)>) {
        self.session.history.record(Timestamp::now(), reason, done);
        self.apply_all_corrections();
    }

    fn selected_figure(&self) -> Option<(ObservationRef, &Observation)> {
        let at = self.view.selection?;
        Some((at, observation(&self.reports, at)?))
    }

    /// What tells a figure of a loaded report from all others.
    fn anchor(&self, at: ObservationRef) -> Option<(SourceId, Anchor)> {
        let figures = &self.reports.get(at.report)?.observations;
        Some((self.sources.get(at.report)?.id, anchor_of(figures, observation(&self.reports, at)?)))
    }

    fn act_on_selection(&mut self, action: impl FnOnce(&Observation) -> Action, reason: &str) {
        let Some((at, figure)) = self.selected_figure() else { return };
        let action = action(figure);
        let Some((source, anchor)) = self.anchor(at) else { return };
        self.record(reason, vec![(source, anchor, action)]);
    }

    /// Throws the selected figure out.
    pub(super) fn reject(&mut self, reason: &str) {
        self.act_on_selection(|_| Action::Reject, reason.trim());
    }

    fn accept_report(&mut self, report: usize) {
        let Some(loaded) = self.reports.get(report) else { return };
        let waiting = loaded.observations.iter().filter(|figure| figure.review.state == ReviewState::Unreviewed);
        let waiting: Vec<ObservationRef> = waiting.map(|figure| ObservationRef { report, id: figure.id }).collect();
        let anchors = waiting.into_iter().filter_map(|at| self.anchor(at));
        let done = anchors.map(|(source, anchor)| (source, anchor, Action::Accept)).collect();
        self.record("", done);
    }

    fn open_correction(&mut self) {
        let Some((at, figure)) = self.selected_figure() else { return };
        let draft = Draft::of(&Facts::of(figure));
        self.show_dialog(Dialog::Correct(CorrectionForm::new(CorrectionTarget::Figure(at), draft)));
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
        self.show_dialog(Dialog::Correct(CorrectionForm::new(CorrectionTarget::Marked(marked), draft)));
    }

    /// Records the open form, or says in it what is wrong.
    pub(super) fn confirm_correction(&mut self, mut form: CorrectionForm) {
        let known = match form.target {
            CorrectionTarget::Figure(at) => observation(&self.reports, at).and_then(|figure| figure.area.as_ref()),
            CorrectionTarget::Marked(_) => None,
        };
        let facts = match form.draft.check(known, self.options.codelists) {
            Ok(facts) => Box::new(facts),
            Err(errors) => {
                form.errors = errors;
                self.dialog = Some(Dialog::Correct(form));
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
                let anchor = anchor_of(&report.observations, &figure);
                self.record(&reason, vec![(source.id, anchor, Action::Add { facts })]);
                self.view.marked = None;
                self.view.selection = Some(ObservationRef { report: marked.report, id: figure.id });
                self.view.reveal_selection = true;
            }
        }
    }

    fn select_next_doubt(&mut self) {
        let queue = crate::review::queue(&self.reports, &[]);
        let current = self.view.selection.and_then(|at| queue.iter().position(|item| item.at == at));
        let next = current.map_or(0, |index| index + 1);
        if let Some(item) = queue.get(next).or_else(|| queue.first()) {
            self.view.selection = Some(item.at);
            self.view.reveal_selection = true;
        }
    }
}
