//! What the app does with sources: starts reading them, takes in what was read, and gives counties their sides.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::samples::SAMPLES;
use super::worker::{Batch, Placement, ReadingNews, ReadingTools, Source, error_notice, start_reading};
use super::{CountyLensApp, worker};
use crate::compare::{AreaEntry, Comparison, LEADING_INDICATOR, ObservationRef, Series, Side, areas, main_area};
use crate::model::{IndicatorId, Report, Status};
use crate::ui::{Notice, NoticeKind, Reading};

impl CountyLensApp {
    /// Reads files, on a worker.
    pub(super) fn load_files(&mut self, files: Vec<PathBuf>, placement: Placement) {
        self.load(files.into_iter().map(Source::File).collect(), placement);
    }

    /// Reads pasted words, on a worker.
    pub(super) fn load_text(&mut self, text: &str) {
        self.pasted += 1;
        let name = self.locale.with("reports-pasted", &[("number", self.pasted.into())]);
        self.load(vec![Source::Bytes(name, Arc::from(text.as_bytes()))], Placement::Any);
    }

    /// Reads the reports that come with the program.
    pub(super) fn load_samples(&mut self) {
        let source = |(name, bytes): &(&str, &[u8])| Source::Bytes((*name).to_owned(), Arc::from(*bytes));
        self.load(SAMPLES.iter().map(source).collect(), Placement::Any);
    }

    fn load(&mut self, sources: Vec<Source>, placement: Placement) {
        if sources.is_empty() {
            return;
        }
        if self.reading.is_none() {
            self.cancelled = Arc::default();
        }
        let total = sources.len();
        let tools = ReadingTools {
            read: self.options.read,
            codelists: self.options.codelists,
            cancelled: Arc::clone(&self.cancelled),
            news: self.news_sender.clone(),
            wake: self.ctx.clone(),
        };
        match start_reading(sources, placement, tools) {
            Ok(()) => {
                self.batches_at_work += 1;
                self.reading.get_or_insert_with(Reading::default).total += total;
            }
            Err(error) => {
                let arguments = vec![("name", self.locale.text("app-name")), ("reason", error.to_string())];
                self.notify(error_notice("error-other", arguments));
            }
        }
    }

    /// Stops reading after the source at hand.
    pub(super) fn cancel_reading(&mut self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    /// Takes in what the readers have sent since the last frame.
    pub(super) fn receive_news(&mut self) {
        while let Ok(news) = self.news.try_recv() {
            match news {
                ReadingNews::Started(name) => {
                    if let Some(reading) = &mut self.reading {
                        reading.name = name;
                    }
                }
                ReadingNews::Advanced => {
                    if let Some(reading) = &mut self.reading {
                        reading.done += 1;
                    }
                }
                ReadingNews::Finished(batch) => {
                    self.batches_at_work = self.batches_at_work.saturating_sub(1);
                    if self.batches_at_work == 0 {
                        self.reading = None;
                    }
                    self.take_in(batch);
                }
            }
        }
    }

    fn take_in(&mut self, batch: Batch) {
        let mut arrived = Vec::new();
        for report in batch.reports {
            arrived.push(self.take_in_report(report));
        }
        for failure in batch.failures {
            self.notify(failure);
        }
        if batch.unread > 0 {
            self.note("notice-cancelled", vec![("count", batch.unread.to_string())]);
        }
        self.recompute();
        self.place(&arrived, batch.placement);
        self.recompute();
        if self.view.selection.is_none() {
            self.view.selection = self.first_look();
        }
    }

    /// Adds a report and returns its index; one that is already loaded is not added twice.
    fn take_in_report(&mut self, report: Report) -> usize {
        let hash = &report.origin.sha256;
        let known = self.reports.iter().position(|loaded| !hash.is_empty() && loaded.origin.sha256 == *hash);
        let name = worker::file_name(&report.origin.path);
        if let Some(index) = known {
            self.note("notice-already-loaded", vec![("name", name)]);
            return index;
        }
        if report.observations.is_empty() {
            self.note("notice-no-figures", vec![("name", name)]);
        }
        self.reports.push(report);
        self.reports.len() - 1
    }

    /// Gives the main counties of reports that have just arrived their sides.
    fn place(&mut self, arrived: &[usize], placement: Placement) {
        let mut counties: Vec<AreaEntry> = Vec::new();
        for index in arrived {
            let Some(report) = self.reports.get(*index) else { continue };
            let (name, has_figures) = (worker::file_name(&report.origin.path), !report.observations.is_empty());
            let Some(entry) = main_area(&self.reports, *index) else {
                if has_figures {
                    self.note("notice-no-area", vec![("name", name)]);
                }
                continue;
            };
            if counties.iter().all(|known| known.key != entry.key) {
                counties.push(entry);
            }
        }
        let chosen = &mut self.view.chosen;
        match (placement, counties.as_slice()) {
            (_, []) => {}
            (Placement::On(side), [county]) => chosen[side.index()] = Some(county.key.clone()),
            (Placement::Any, [county]) => {
                let shown = chosen.iter().flatten().any(|key| *key == county.key);
                if let Some(free) = chosen.iter_mut().find(|side| side.is_none()).filter(|_| !shown) {
                    *free = Some(county.key.clone());
                }
            }
            (_, [first, second, ..]) => *chosen = [Some(first.key.clone()), Some(second.key.clone())],
        }
    }

    /// The figure to show before the user has chosen one: the left county's latest result of the leading indicator.
    fn first_look(&self) -> Option<ObservationRef> {
        let leading = IndicatorId::new(LEADING_INDICATOR);
        Side::BOTH.into_iter().find_map(|side| {
            let series = Series::of(&self.reports, self.comparison.profile(side)?, &leading);
            series.points.iter().rfind(|point| point.status == Status::Actual).map(|point| point.at)
        })
    }

    /// Aligns anew after the reports or the chosen counties changed.
    pub(super) fn recompute(&mut self) {
        self.areas = areas(&self.reports);
        for (side, chosen) in self.view.chosen.iter_mut().enumerate() {
            let Some(key) = chosen.as_ref() else { continue };
            if self.areas.iter().all(|entry| entry.key != *key) {
                // A later report may have told the code of a county known by name alone, or the reverse.
                let name = self.comparison.profiles[side].as_ref().map(|profile| profile.area.name.as_str());
                let same_name = self.areas.iter().find(|entry| Some(entry.area.name.as_str()) == name);
                *chosen = same_name.map(|entry| entry.key.clone());
            }
        }
        let [left, right] = &self.view.chosen;
        self.comparison = Comparison::of(&self.reports, [left.as_ref(), right.as_ref()], self.options.codelists);
    }

    /// Takes one report out; indices of later ones move down.
    pub(super) fn remove_report(&mut self, index: usize) {
        if index >= self.reports.len() {
            return;
        }
        self.reports.remove(index);
        self.view.selection = match self.view.selection {
            Some(at) if at.report == index => None,
            Some(at) if at.report > index => Some(ObservationRef { report: at.report - 1, ..at }),
            other => other,
        };
        self.recompute();
    }

    /// Takes all reports out.
    pub(super) fn close_all(&mut self) {
        self.reports.clear();
        self.view.selection = None;
        self.view.filter.clear();
        self.recompute();
    }

    fn note(&mut self, key: &str, arguments: Vec<(&'static str, String)>) {
        self.notify(Notice { kind: NoticeKind::Note, key: key.to_owned(), arguments });
    }
}
