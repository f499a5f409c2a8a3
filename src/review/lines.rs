//! The history as a list to read: the newest entry first, filtered, each with the figure that it is about.

use super::{Finder, History};
use crate::codelist::Codelists;
use crate::compare::ObservationRef;
use crate::model::{Action, Correction, Facts, IndicatorId, Report, SourceId};

/// What kind of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntryKind {
    /// [`Action::Accept`].
    Accepted,
    /// [`Action::Correct`].
    Corrected,
    /// [`Action::Reject`].
    Rejected,
    /// [`Action::Add`].
    Added,
    /// [`Action::Reset`].
    Restored,
}

impl EntryKind {
    /// All of them, in the order of menus.
    pub const ALL: [Self; 5] = [Self::Accepted, Self::Corrected, Self::Rejected, Self::Added, Self::Restored];

    /// The kind of `entry`.
    pub fn of(entry: &Correction) -> Self {
        match entry.action {
            Action::Accept => Self::Accepted,
            Action::Correct { .. } => Self::Corrected,
            Action::Reject => Self::Rejected,
            Action::Add { .. } => Self::Added,
            Action::Reset => Self::Restored,
        }
    }
}

/// Which entries the list shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EntryFilter {
    /// Of this kind; `None` for all.
    pub kind: Option<EntryKind>,
    /// Words that the sentence, the reason, the figure, its place or its indicator must contain.
    pub words: String,
}

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EntryLine {
    /// Its place in the history.
    pub entry: usize,
    /// The report that it belongs to, where that is loaded.
    pub report: Option<usize>,
    /// The figure that it is about, where that is still there.
    pub at: Option<ObservationRef>,
}

/// The entries of `history` that pass `filter`, the newest first. `sources` are those of `reports`, in the same order,
/// each with the finder of its report's figures.
pub fn entry_lines(
    history: &History,
    reports: &[Report],
    sources: &[(SourceId, &Finder)],
    codelists: &Codelists,
    filter: &EntryFilter,
) -> Vec<EntryLine> {
    let words = filter.words.trim().to_lowercase();
    let passes = |entry: &Correction| {
        filter.kind.is_none_or(|kind| EntryKind::of(entry) == kind)
            && (words.is_empty() || mentions(entry, &words, codelists))
    };
    let line = |(index, entry): (usize, &Correction)| {
        let report = sources.iter().position(|(source, _)| *source == entry.source).filter(|at| *at < reports.len());
        let at = report.and_then(|report| {
            let figures = &reports.get(report)?.observations;
            let (_, finder) = sources.get(report)?;
            let figure = figures.get(finder.find(figures, &entry.anchor)?)?;
            Some(ObservationRef { report, id: figure.id })
        });
        EntryLine { entry: index, report, at }
    };
    history.entries().iter().enumerate().rev().filter(|(_, entry)| passes(entry)).map(line).collect()
}

/// Whether anything that is told of `entry` contains `words`, which are in lower case. Indicators are known by both of
/// their names.
fn mentions(entry: &Correction, words: &str, codelists: &Codelists) -> bool {
    let has = |text: &str| text.to_lowercase().contains(words);
    let has_name = |id: &IndicatorId| {
        codelists.indicator(id).map_or_else(|| has(id.as_str()), |found| has(&found.zh) || has(&found.en))
    };
    let in_facts = |facts: &Facts| {
        facts.indicator.as_ref().is_some_and(has_name)
            || facts.area.as_ref().is_some_and(|area| has(&area.name))
            || has(&facts.label)
    };
    has(&entry.anchor.sentence)
        || has(&entry.anchor.as_written)
        || has(&entry.reason)
        || entry.anchor.indicator.as_ref().is_some_and(has_name)
        || match &entry.action {
            Action::Correct { from, to } => in_facts(from) || in_facts(to),
            Action::Add { facts } => in_facts(facts),
            Action::Accept | Action::Reject | Action::Reset => false,
        }
}
