//! The history: every correction, the newest first, with what it changed from what to what, why, and its sentence.

use egui::{Button, ComboBox, Response, RichText, Ui};

use super::context::ExportTable;
use super::rows::{Column, Look, columns, head_ui, paint_cell, row_response, rows_ui};
use super::theme::{GAP, font, size};
use super::{Command, ReviewWish, ViewContext, widgets};
use crate::locale::FactChange;
use crate::model::{Action, Correction};
use crate::review::{EntryFilter, EntryKind, EntryLine};

const SEARCH_WIDTH: f32 = 180.0;
const KIND_WIDTH: f32 = 96.0;
/// Narrower than this, the list leaves the report's name out, in points.
const REPORT_FROM: f32 = 640.0;
const REPORT_WIDTH: f32 = 92.0;

/// Draws the pane.
pub(super) fn history_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 4.0;
    filters_ui(context, ui);
    if context.entries.is_empty() {
        let text = context.text(if context.history.is_empty() { "history-empty" } else { "history-none" });
        ui.centered_and_justified(|ui| ui.label(widgets::dim(ui, text)));
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let room = ui.available_width();
    let report_width = if room < REPORT_FROM { 1.0 } else { REPORT_WIDTH };
    let columns = columns(room, [112.0, 62.0, 116.0, 0.0, 92.0, report_width]);
    let heads = ["history-when", "history-what", "history-figure", "history-changes", "dialog-reason", "reports-title"];
    head_ui(ui, &columns, heads.map(|key| context.text(key)));
    rows_ui(ui, "entries", context.entries.len(), None, |ui, index, rect| {
        let line = context.entries.get(index)?;
        let entry = context.history.entries().get(line.entry)?;
        Some(entry_ui(context, ui, *line, entry, rect, &columns))
    });
}

fn filters_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let filter = &context.view.entry_filter;
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        let mut words = filter.words.clone();
        let (name, hint) = (context.text("history-search"), context.text("history-search-hint"));
        if widgets::field(ui, &mut words, name, hint, SEARCH_WIDTH).changed() {
            send(context, EntryFilter { words, ..filter.clone() });
        }
        kind_ui(context, ui, filter);
        let arguments = [("count", context.entries.len().into())];
        ui.label(widgets::dim(ui, context.locale.with("history-count", &arguments)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(8.0);
            ui.add_enabled_ui(!context.history.is_empty(), |ui| {
                widgets::command_button(ui, context, Command::Export(ExportTable::History));
            });
            for wish in [ReviewWish::Redo, ReviewWish::Undo] {
                let enabled = match wish {
                    ReviewWish::Undo => context.history.undoable().is_some(),
                    _ => context.history.redoable().is_some(),
                };
                ui.add_enabled_ui(enabled, |ui| widgets::command_button(ui, context, Command::Review(wish)));
            }
        });
    });
}

fn kind_ui(context: &ViewContext<'_>, ui: &mut Ui, filter: &EntryFilter) {
    let name = |kind: Option<EntryKind>| context.text(kind.map_or("history-all-kinds", kind_key));
    let shown = name(filter.kind);
    let label = context.text("history-what");
    let response = ComboBox::from_id_salt("entry-kind")
        .width(KIND_WIDTH)
        .selected_text(RichText::new(&shown).font(font(size::SMALL)))
        .show_ui(ui, |ui| {
            for kind in std::iter::once(None).chain(EntryKind::ALL.map(Some)) {
                if ui.add(Button::selectable(kind == filter.kind, name(kind))).clicked() {
                    send(context, EntryFilter { kind, ..filter.clone() });
                }
            }
        })
        .response;
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(format!("{label} {shown}")));
}

fn send(context: &ViewContext<'_>, filter: EntryFilter) {
    context.send(Command::Review(ReviewWish::ShowEntries(filter)));
}

fn entry_ui(
    context: &ViewContext<'_>,
    ui: &mut Ui,
    line: EntryLine,
    entry: &Correction,
    rect: egui::Rect,
    columns: &[Column; 6],
) -> Response {
    let when = context.locale.time(entry.at);
    let mut what = context.text(kind_key(EntryKind::of(entry)));
    if entry.undone {
        what = context.text("history-undone");
    }
    let changed = changes_of(context, entry);
    let figure = figure_of(context, line, entry);
    let report = line.report.map_or_else(|| gone(context, entry), |at| context.report_name(at).to_owned());
    let orphan = context.project.orphans.contains(&line.entry).then(|| context.text("history-orphan"));
    let kind = context.text(kind_key(EntryKind::of(entry)));
    let undone = entry.undone.then(|| context.text("history-undone"));
    if orphan.is_some() {
        what = format!("{what} ⚠");
    }
    let parts = [Some(kind), undone, orphan, Some(figure.clone()), Some(changed.clone()), Some(entry.reason.clone())];
    let name = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let selected = line.at.is_some() && line.at == context.view.selection;
    let response = row_response(ui, "entry", line.entry, rect, selected, &name);
    let dim = Look { dim: true, struck: false };
    let plain = Look { dim: entry.undone, struck: entry.undone };
    let cells = [
        (when.as_str(), dim),
        (&what, dim),
        (&figure, plain),
        (&changed, plain),
        (&entry.reason, Look { dim: true, struck: entry.undone }),
        (if columns[5].width > GAP { &report } else { "" }, dim),
    ];
    for (column, (text, look)) in columns.iter().zip(cells) {
        paint_cell(ui, rect, column, text, look);
    }
    let hover = response.clone();
    hover.on_hover_ui(|ui| {
        ui.set_max_width(380.0);
        ui.label(format!("{when}  {name}"));
        ui.label(widgets::dim(ui, entry.anchor.sentence.as_str()));
        ui.label(widgets::dim(ui, report.as_str()));
    });
    if response.clicked()
        && let Some(at) = line.at
    {
        context.send(Command::Select(at));
    }
    response
}

/// What is said of the report of `entry`, which is not in the window: it was closed, or it could not be read.
fn gone(context: &ViewContext<'_>, entry: &Correction) -> String {
    let missing = context.project.missing.iter().find(|source| source.id == entry.source);
    missing.map_or_else(
        || context.text("history-not-loaded"),
        |source| context.locale.with("history-missing", &[("name", source.name.as_str().into())]),
    )
}

/// The figure in the report's words, and what it measures.
fn figure_of(context: &ViewContext<'_>, line: EntryLine, entry: &Correction) -> String {
    let figure = line.at.and_then(|at| context.observation(at));
    let subject = match (&entry.anchor.indicator, figure) {
        (Some(id), _) => context.indicator_name(id),
        (None, Some(figure)) => super::facts::subject_of(context, figure),
        (None, None) => String::new(),
    };
    let parts = [entry.anchor.as_written.clone(), subject];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `时间 2017年底 → 2016年底`; all facts of a figure that was added.
fn changes_of(context: &ViewContext<'_>, entry: &Correction) -> String {
    match &entry.action {
        Action::Correct { from, to } => {
            let change = |change: FactChange| format!("{} {} → {}", change.label, change.from, change.to);
            let changes = context.locale.changes(context.codelists, from, to);
            changes.into_iter().map(change).collect::<Vec<_>>().join(" · ")
        }
        Action::Add { facts } => context.locale.facts(context.codelists, facts),
        Action::Accept | Action::Reject | Action::Reset => String::new(),
    }
}

fn kind_key(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Accepted => "history-accepted",
        EntryKind::Corrected => "history-corrected",
        EntryKind::Rejected => "history-rejected",
        EntryKind::Added => "history-added",
        EntryKind::Restored => "history-restored",
    }
}
