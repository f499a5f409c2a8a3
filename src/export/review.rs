//! What a person made of the figures as CSV: the history entry by entry, and columns that stand beside reviewed figures.

use std::io::{self, Write};

use super::csv::{BYTE_ORDER_MARK, safe};
use crate::model::{Action, Correction, Facts, Form, Observation, SourceId, Status};
use crate::review::{EntryKind, History};

/// The facts that a person may change, in the order of [`cells_of`].
const FACTS: [&str; 10] = ["area", "code", "indicator", "label", "value", "unit", "bound", "period", "status", "form"];

/// Columns that stand beside a reviewed figure, before those of its original facts.
const REVIEW: [&str; 3] = ["review", "added", "reason"];

/// Names of the columns of [`review_cells`].
pub(super) fn review_header() -> impl Iterator<Item = String> {
    REVIEW.into_iter().map(str::to_owned).chain(FACTS.iter().map(|fact| format!("original_{fact}")))
}

/// State, whether a person added it, the reason, and the facts that the program had read where a person changed them.
pub(super) fn review_cells(figure: &Observation) -> impl Iterator<Item = String> {
    let review = &figure.review;
    let own = [review.state.as_str().to_owned(), yes(review.added), review.reason.clone()];
    own.into_iter().chain(cells_of(review.original.as_deref())).map(|cell| safe(&cell))
}

/// Names of the columns of [`history_cells`].
pub(super) fn history_header() -> impl Iterator<Item = String> {
    let own = ["step", "time", "report", "action", "undone", "reason", "as_written", "sentence"].map(str::to_owned);
    let pairs = FACTS.iter().flat_map(|fact| [format!("{fact}_from"), format!("{fact}_to")]);
    own.into_iter().chain(pairs)
}

/// One entry as cells. `report` names the report of a source.
pub(super) fn history_cells(entry: &Correction, report: impl Fn(SourceId) -> String) -> impl Iterator<Item = String> {
    let (from, to) = match &entry.action {
        Action::Correct { from, to } => (Some(&**from), Some(&**to)),
        Action::Add { facts } => (None, Some(&**facts)),
        Action::Accept | Action::Reject | Action::Reset => (None, None),
    };
    let own = [
        entry.step.to_string(),
        entry.at.to_string(),
        report(entry.source),
        action(EntryKind::of(entry)).to_owned(),
        yes(entry.undone),
        entry.reason.clone(),
        entry.anchor.as_written.clone(),
        entry.anchor.sentence.clone(),
    ];
    let facts = cells_of(from).into_iter().zip(cells_of(to)).flat_map(<[String; 2]>::from);
    own.into_iter().chain(facts)
}

/// Writes every entry of `history`, oldest first, undone ones too. `report` names the report of a source.
///
/// Columns: step, time (RFC 3339, UTC), report, action, undone, reason, the figure as written, its sentence, and each
/// fact before and after.
pub fn write_history(history: &History, report: impl Fn(SourceId) -> String, out: &mut impl Write) -> io::Result<()> {
    out.write_all(BYTE_ORDER_MARK)?;
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(history_header())?;
    for entry in history.entries() {
        csv.write_record(history_cells(entry, &report).map(|cell| safe(&cell)))?;
    }
    csv.flush()
}

fn action(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Accepted => "accept",
        EntryKind::Corrected => "correct",
        EntryKind::Rejected => "reject",
        EntryKind::Added => "add",
        EntryKind::Restored => "reset",
    }
}

fn yes(holds: bool) -> String {
    if holds { "yes" } else { "" }.to_owned()
}

/// The facts as cells, all empty where there are none.
fn cells_of(facts: Option<&Facts>) -> [String; FACTS.len()] {
    let Some(facts) = facts else { return Default::default() };
    let area = facts.area.as_ref();
    [
        area.map_or("", |area| &area.name).to_owned(),
        area.and_then(|area| area.code).map(|code| code.to_string()).unwrap_or_default(),
        facts.indicator.as_ref().map_or("", |id| id.as_str()).to_owned(),
        facts.label.to_string(),
        facts.value.to_string(),
        facts.unit.to_string(),
        facts.bound.as_str().to_owned(),
        facts.period.map(|period| period.to_string()).unwrap_or_default(),
        if facts.status == Status::Target { "target" } else { "actual" }.to_owned(),
        if facts.form == Form::Change { "change" } else { "level" }.to_owned(),
    ]
}
