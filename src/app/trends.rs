//! What the app does with wishes about the trend plot.

use super::CountyLensApp;
use crate::compare::{MOST_PINNED, Profile, Trends, exit};
use crate::model::ExitRef;
use crate::ui::{Pane, SourceWish, TrendWindow, TrendWish};

/// How much closer one step of zoom comes.
const STEP: f64 = 1.5;
/// The middle of what is shown.
const MIDDLE: [f64; 2] = [0.5, 0.5];

impl CountyLensApp {
    /// Carries out a wish about the trend plot.
    pub(super) fn trend(&mut self, wish: TrendWish) {
        let window = self.view.trend.window.unwrap_or(TrendWindow::WHOLE);
        match wish {
            TrendWish::Toggle(id) => {
                let plotted = &mut self.view.plotted;
                match plotted.iter().position(|known| *known == id) {
                    // Something is always drawn.
                    Some(_) if plotted.len() == 1 => {}
                    Some(known) => drop(plotted.remove(known)),
                    None => plotted.push(id),
                }
                self.redraw_trends();
            }
            TrendWish::Pin(key) => {
                let pinned = &mut self.view.pinned;
                match pinned.iter().position(|known| *known == key) {
                    Some(known) => drop(pinned.remove(known)),
                    None if pinned.len() < MOST_PINNED => pinned.push(key),
                    None => {}
                }
                self.redraw_trends();
            }
            TrendWish::Log(log) => {
                self.view.trend.log = log;
                self.view.trend.window = None;
            }
            TrendWish::Window(window) => self.view.trend.window = window,
            TrendWish::ZoomIn => self.view.trend.window = window.zoomed(STEP, MIDDLE),
            TrendWish::ZoomOut => self.view.trend.window = window.zoomed(1.0 / STEP, MIDDLE),
            TrendWish::Search(words) => self.view.trend.search = words,
            TrendWish::ShowExit(at) => self.show_exit(at),
        }
    }

    /// Finds anew what the plot shows, after the reports, the counties or the indicators changed.
    pub(super) fn redraw_trends(&mut self) {
        let pinned: Vec<Profile> = self.view.pinned.iter().filter_map(|key| Profile::of(&self.reports, key)).collect();
        self.trends = Trends::of(
            &self.reports,
            &self.comparison.profiles,
            &pinned,
            (&self.view.plotted, if self.view.table.arrangement.without_derived { &[] } else { &self.lists.derived }),
            self.options.codelists,
        );
    }

    /// Shows the words of an exit in their report.
    fn show_exit(&mut self, at: ExitRef) {
        let Some(found) = exit(&self.reports, at) else { return };
        let (words, span) = (found.evidence.figure, found.evidence.span);
        let words: String = found.evidence.sentence.chars().skip(words.start).take(words.len()).collect();
        self.show_pane(Pane::Source);
        self.source(SourceWish::Find(words));
        let here = |(report, hit): &(usize, crate::model::Span)| *report == at.report && hit.start == span.start;
        if let Some(hit) = self.view.source.hits.iter().position(here) {
            self.go_to_hit(|_, _| hit);
        }
    }
}
