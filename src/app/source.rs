//! What the app does with the reports' text: how it is shown, and finding words in it.

use super::CountyLensApp;
use crate::ui::{Pane, SourceWish};

impl CountyLensApp {
    /// Carries out a wish about the text.
    pub(super) fn source(&mut self, wish: SourceWish) {
        let view = &mut self.view.source;
        match wish {
            SourceWish::Layout(layout) => {
                view.layout = layout;
                self.view.reveal_selection = true;
            }
            SourceWish::Both(both) => {
                view.both = both;
                self.view.reveal_selection = true;
            }
            SourceWish::Find(words) => {
                view.find = words;
                self.find_words();
            }
            SourceWish::NextHit => self.go_to_hit(|hit, count| (hit + 1) % count),
            SourceWish::PreviousHit => self.go_to_hit(|hit, count| (hit + count - 1) % count),
            SourceWish::Mark(marked) => self.view.marked = marked,
        }
    }

    /// Shows a pane, scrolled to what is selected.
    pub(super) fn show_pane(&mut self, pane: Pane) {
        self.view.pane = pane;
        self.view.reveal_selection = true;
    }

    /// Looks for the words of the find box in all reports.
    pub(super) fn find_words(&mut self) {
        let view = &mut self.view.source;
        let of_report = |(report, text): (usize, &crate::model::SourceText)| {
            text.find(&view.find).into_iter().map(move |span| (report, span)).collect::<Vec<_>>()
        };
        view.hits = self.texts.iter().enumerate().flat_map(of_report).collect();
        let shown = self.view.selection.map_or(0, |at| at.report);
        view.hit = view.hits.iter().position(|(report, _)| *report == shown).or((!view.hits.is_empty()).then_some(0));
        self.reveal_hit();
    }

    pub(super) fn go_to_hit(&mut self, to: impl Fn(usize, usize) -> usize) {
        let view = &mut self.view.source;
        let count = view.hits.len();
        view.hit = view.hit.filter(|_| count > 0).map(|hit| to(hit, count));
        self.reveal_hit();
    }

    /// Scrolls to the hit; one in a report that is not shown brings that report's first figure into the selection.
    fn reveal_hit(&mut self) {
        let view = &mut self.view.source;
        let Some((report, span)) = view.hit.and_then(|hit| view.hits.get(hit)).copied() else { return };
        view.reveal_hit = true;
        let shown = self.view.selection.map(|at| at.report);
        if shown != Some(report) && !view.both {
            let figures = self.reports.get(report).map(|loaded| loaded.observations.as_slice()).unwrap_or_default();
            let after = figures.partition_point(|figure| figure.evidence.span.start < span.start);
            let near = figures.get(after).or_else(|| figures.last());
            self.view.selection = near.map(|figure| crate::compare::ObservationRef { report, id: figure.id });
        }
    }
}
