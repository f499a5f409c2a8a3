//! What the app does with sources: starts reading them, takes in what was read, and gives counties their sides.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use super::CountyLensApp;
use super::samples::SAMPLES;
use super::session::{Arrival, LoadedSource};
use super::worker::{Placement, ReadFrom, ReadingEvent, ReadingTools, Source, error_notice, start_reading};
use crate::compare::{AreaKey, Comparison, LEADING_INDICATOR, ObservationRef, Series, Side, areas};
use crate::locale::file_name;
use crate::model::{IndicatorId, Status, TextEncoding};
use crate::pipeline::{Document, ReadOptions};
use crate::review::Finder;
use crate::ui::{Notice, NoticeKind, Reading, ReportSummary};

/// Sources that are read together.
#[derive(Debug)]
pub(super) struct Batch {
    placement: Placement,
    /// Name of the source at hand.
    name: String,
    done: usize,
    total: usize,
    /// Counties of the reports read so far.
    counties: Vec<AreaKey>,
    cancelled: Arc<AtomicBool>,
    /// What the user asked for; with an encoding chosen, a report that is loaded already is read anew.
    asked: ReadOptions,
}

impl Batch {
    fn new(placement: Placement, total: usize, asked: ReadOptions) -> Self {
        let (name, counties, cancelled) = (String::new(), Vec::new(), Arc::default());
        Self { placement, name, done: 0, total, counties, cancelled, asked }
    }

    /// Gives the county of a report that has just arrived a side. The first two counties of a batch stand side by side;
    /// a single one takes the side it was meant for, else a free one.
    fn place(&mut self, county: AreaKey, chosen: &mut [Option<AreaKey>; 2]) {
        if self.counties.contains(&county) {
            return;
        }
        self.counties.push(county.clone());
        match (self.placement, self.counties.as_slice()) {
            (Placement::On(side), [_]) => chosen[side.index()] = Some(county),
            (Placement::Any, [_]) => {
                let shown = chosen.contains(&Some(county.clone()));
                if let Some(free) = chosen.iter_mut().find(|side| side.is_none()).filter(|_| !shown) {
                    *free = Some(county);
                }
            }
            (_, [first, second]) => *chosen = [Some(first.clone()), Some(second.clone())],
            _ => {}
        }
    }
}

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

    /// Reads the bytes of a loaded report again, in another encoding.
    pub(super) fn read_as(&mut self, index: usize, encoding: TextEncoding) {
        let (Some(report), Some(source)) = (self.reports.get(index), self.sources.get(index)) else { return };
        let source = Source::Bytes(report.origin.path.clone(), Arc::clone(&source.bytes));
        let asked = ReadOptions { encoding: Some(encoding) };
        self.load_with(vec![source], Placement::Any, asked);
    }

    /// Starts reading; the number of the batch, if there is anything to read.
    pub(super) fn load(&mut self, sources: Vec<Source>, placement: Placement) -> Option<u64> {
        self.load_with(sources, placement, ReadOptions::default())
    }

    fn load_with(&mut self, sources: Vec<Source>, placement: Placement, asked: ReadOptions) -> Option<u64> {
        if sources.is_empty() {
            return None;
        }
        self.batches_started += 1;
        let batch = Batch::new(placement, sources.len(), asked);
        let tools = ReadingTools {
            batch: self.batches_started,
            read: self.options.read,
            asked,
            codelists: self.options.codelists,
            cancelled: Arc::clone(&batch.cancelled),
            news: self.news_sender.clone(),
            wake: self.ctx.clone(),
        };
        match start_reading(sources, tools) {
            Ok(()) => {
                self.batches.insert(self.batches_started, batch);
                Some(self.batches_started)
            }
            Err(error) => {
                let arguments = vec![("name", self.locale.text("app-name")), ("reason", error.to_string())];
                self.notify(error_notice("error-other", arguments));
                None
            }
        }
    }

    /// What is being read, over all batches.
    pub(super) fn reading(&self) -> Option<Reading> {
        let latest = self.batches.values().next_back()?;
        Some(Reading {
            name: latest.name.clone(),
            done: self.batches.values().map(|batch| batch.done).sum(),
            total: self.batches.values().map(|batch| batch.total).sum(),
        })
    }

    /// Stops reading at once: nobody waits for the source at hand, whose thread ends with it.
    pub(super) fn cancel_reading(&mut self) {
        let unread = self.stop_batches();
        if unread > 0 {
            self.note("notice-cancelled", vec![("count", unread.to_string())]);
        }
        self.finish_opening();
    }

    /// Waits for nothing any more; says how many sources were not read.
    pub(super) fn stop_batches(&mut self) -> usize {
        let mut unread = 0;
        for batch in std::mem::take(&mut self.batches).into_values() {
            batch.cancelled.store(true, Ordering::Relaxed);
            unread += batch.total - batch.done;
        }
        unread
    }

    /// Takes in what the readers have sent since the last frame.
    pub(super) fn receive_news(&mut self) {
        while let Ok(news) = self.news.try_recv() {
            // A batch that was given up may still send what it had at hand.
            let Some(mut batch) = self.batches.remove(&news.batch) else { continue };
            match news.event {
                ReadingEvent::Started(name) => batch.name = name,
                ReadingEvent::Read(document, from) => {
                    batch.done += 1;
                    self.take_in(*document, from, &mut batch);
                }
                ReadingEvent::Missing => batch.done += 1,
                ReadingEvent::Failed(notice) => {
                    batch.done += 1;
                    self.notify(notice);
                }
            }
            if batch.done < batch.total {
                self.batches.insert(news.batch, batch);
            } else if self.desk.project.opening.as_ref().is_some_and(|opening| opening.batch == news.batch) {
                self.finish_opening();
            }
        }
    }

    /// Adds a report and gives its county a side; a report that is already loaded is not added twice.
    fn take_in(&mut self, document: Document, from: ReadFrom, batch: &mut Batch) {
        let Document { report, text } = document;
        let hash = &report.origin.sha256;
        let known = self.reports.iter().position(|loaded| !hash.is_empty() && loaded.origin.sha256 == *hash);
        let name = file_name(&report.origin.path).to_owned();
        let has_figures = !report.observations.is_empty();
        log::info!("read {name}: {} figures", report.observations.len());
        let index = known.unwrap_or(self.reports.len());
        let read_anew = known.filter(|_| batch.asked.encoding.is_some());
        if let Some(index) = read_anew {
            Arc::make_mut(&mut self.reports)[index] = report;
            self.texts[index] = text;
            self.sources[index].encoding = from.encoding;
            self.sources[index].finder = Finder::default();
            self.apply_corrections(index);
            // Its figures are others now.
            self.view.selection = self.view.selection.filter(|at| at.report != index);
            self.recompute();
        } else if known.is_some() {
            self.note("notice-already-loaded", vec![("name", name.clone())]);
        } else {
            let arrival = Arrival { id: from.id, name: &name, file: from.file.as_deref(), sha256: hash };
            let (id, changed) = self.session.take_in(&arrival, &self.sources);
            let ReadFrom { bytes, file, encoding, .. } = from;
            self.sources.push(LoadedSource { id, bytes, file, encoding, finder: Finder::default() });
            Arc::make_mut(&mut self.reports).push(report);
            self.texts.push(text);
            self.apply_corrections(index);
            self.recompute();
            if changed {
                self.tell_of_change(id, name.clone());
            }
        }
        match self.summaries.get(index).and_then(|summary| summary.area.clone()) {
            Some(county) => {
                batch.place(county.key, &mut self.view.chosen);
                self.recompute();
            }
            None if has_figures => self.note("notice-no-area", vec![("name", name)]),
            None => self.note("notice-no-figures", vec![("name", name)]),
        }
        if self.view.selection.is_none() {
            self.view.selection = self.first_look();
        }
    }

    /// The figure to show before the user has chosen one: the left county's latest result of the leading indicator.
    pub(super) fn first_look(&self) -> Option<ObservationRef> {
        let leading = IndicatorId::new(LEADING_INDICATOR);
        Side::BOTH.into_iter().find_map(|side| {
            let series = Series::of(&self.reports, self.comparison.profile(side)?, &leading);
            series.points.iter().rfind(|point| point.status == Status::Actual).map(|point| point.at)
        })
    }

    /// Aligns anew after the reports or the chosen counties changed.
    pub(super) fn recompute(&mut self) {
        self.desk.changed = true;
        self.changes += 1;
        self.areas = areas(&self.reports);
        self.summaries = ReportSummary::of(&self.reports);
        for (side, chosen) in self.view.chosen.iter_mut().enumerate() {
            let Some(key) = chosen.as_ref() else { continue };
            if self.areas.iter().all(|entry| entry.key != *key) {
                // A later report may have told the code of a county known by name alone, or the reverse.
                let name = self.comparison.profiles[side].as_ref().map(|profile| &*profile.area.name);
                let same_name = self.areas.iter().find(|entry| Some(&*entry.area.name) == name);
                // The choice waits for a report that a project has and that could not be read.
                let waits = same_name.is_none() && self.session.missing(&self.sources).next().is_some();
                if !waits {
                    *chosen = same_name.map(|entry| entry.key.clone());
                }
            }
        }
        let [left, right] = &self.view.chosen;
        self.comparison =
            Comparison::of(&self.reports, [left.as_ref(), right.as_ref()], self.options.codelists, self.view.tolerance);
        self.relist();
        self.redraw_trends();
    }

    /// Takes one report out; indices of later ones move down.
    pub(super) fn remove_report(&mut self, index: usize) {
        if index >= self.reports.len() {
            return;
        }
        Arc::make_mut(&mut self.reports).remove(index);
        self.lists.forget_audit();
        self.view.work_filter.report = None;
        self.texts.remove(index);
        self.session.close(self.sources.remove(index).id);
        self.view.selection = match self.view.selection {
            Some(at) if at.report == index => None,
            Some(at) if at.report > index => Some(ObservationRef { report: at.report - 1, ..at }),
            other => other,
        };
        self.recompute();
    }

    /// Takes all reports out.
    pub(super) fn close_all(&mut self) {
        self.reports = Arc::default();
        self.lists.forget_audit();
        self.texts.clear();
        for source in std::mem::take(&mut self.sources) {
            self.session.close(source.id);
        }
        self.view.selection = None;
        self.view.filter.clear();
        self.recompute();
    }

    /// Shows a message that is worth knowing.
    pub(super) fn note(&mut self, key: &str, arguments: Vec<(&'static str, String)>) {
        self.notify(Notice { kind: NoticeKind::Note, key: key.to_owned(), arguments });
    }
}
