//! The audit: whether the reports' figures fit each other, as a list and beside the selected figure.

use egui::{Label, RichText, Ui};

use super::rows::{Look, columns, head_ui, paint_cell, row_response, rows_ui};
use super::theme::{Tokens, size};
use super::{Command, ViewContext, widgets};
use crate::compare::ObservationRef;
use crate::model::{Check, Verdict};

/// Draws the pane: every check, those that differ first.
pub(super) fn audit_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 4.0;
    if context.checks.is_empty() {
        ui.centered_and_justified(|ui| ui.label(widgets::dim(ui, context.text("audit-none"))));
        return;
    }
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        ui.label(widgets::dim(ui, context.locale.check_summary(context.checks)));
    });
    let mut order: Vec<&Check> = context.checks.iter().collect();
    order.sort_by_key(|check| gravity(check));
    ui.spacing_mut().item_spacing.y = 0.0;
    let columns = columns(ui.available_width(), [14.0, 96.0, 0.0, 180.0, 90.0]);
    let heads = ["", "audit-kind", "audit-arithmetic", "audit-verdict", "reports-title"];
    head_ui(ui, &columns, heads.map(|key| if key.is_empty() { String::new() } else { context.text(key) }));
    let selected = context.view.selection;
    let place = |at: ObservationRef| order.iter().position(|check| check.uses(at));
    let reveal = if context.view.reveal_selection { selected.and_then(place) } else { None };
    rows_ui(ui, "checks", order.len(), reveal, |ui, index, rect| {
        let check = order.get(index)?;
        let figures = check.figures();
        let chosen = selected.and_then(|at| figures.iter().position(|figure| *figure == at));
        let (kind, arithmetic) = (context.locale.check_kind(check.kind), context.locale.arithmetic(check));
        let verdict = context.locale.verdict(check);
        let name = [verdict.as_str(), &kind, &arithmetic].join(" · ");
        let response = row_response(ui, "check", index, rect, chosen.is_some(), &name);
        let report = figures.first().map_or("", |at| context.report_name(at.report));
        let dim = Look { dim: true, ..Look::default() };
        let plain = Look::default();
        let emphasis = if matches!(check.verdict, Verdict::Agrees) { dim } else { plain };
        let cells =
            [(sign(check), plain), (kind.as_str(), dim), (&arithmetic, plain), (&verdict, emphasis), (report, dim)];
        for (column, (text, look)) in columns.iter().zip(cells) {
            paint_cell(ui, rect, column, text, look);
        }
        // Clicks go through its figures one after the other.
        if response.clicked() {
            let next = chosen.map_or(0, |place| (place + 1) % figures.len().max(1));
            if let Some(at) = figures.get(next) {
                context.send(Command::Select(*at));
            }
        }
        Some(response.on_hover_ui(|ui| {
            ui.set_max_width(420.0);
            ui.label(&name);
            for sentence in sentences(context, check) {
                ui.label(widgets::dim(ui, sentence));
            }
        }))
    });
}

/// The checks that the selected figure takes part in, for the evidence panel.
pub(super) fn figure_checks_ui(context: &ViewContext<'_>, ui: &mut Ui, at: ObservationRef) {
    let checks: Vec<&Check> = context.checks.iter().filter(|check| check.uses(at)).collect();
    if checks.is_empty() {
        return;
    }
    widgets::heading(ui, context.text("audit-title"));
    let tokens = Tokens::of(ui);
    for check in checks {
        let colour = match check.verdict {
            Verdict::Agrees => tokens.good,
            Verdict::Differs { .. } => tokens.bad,
            Verdict::CannotBeChecked { .. } => tokens.dim,
        };
        let verdict = format!("{} {}", sign(check), context.locale.verdict(check));
        ui.add(Label::new(RichText::new(verdict).size(size::SMALL).color(colour)).wrap());
        ui.add(Label::new(RichText::new(context.locale.arithmetic(check)).size(size::SMALL)).wrap());
        ui.horizontal_wrapped(|ui| {
            for other in check.figures().into_iter().filter(|other| *other != at) {
                let Some(figure) = context.observation(other) else { continue };
                let link = ui.link(RichText::new(context.locale.figure(figure, None)).size(size::SMALL));
                if link.on_hover_text(&*figure.evidence.sentence).clicked() {
                    context.send(Command::Select(other));
                }
            }
        });
    }
    ui.add_space(8.0);
}

/// How many checks agree and differ, for the status bar; `None` where nothing could be checked.
pub(super) fn summary(context: &ViewContext<'_>) -> Option<String> {
    (!context.checks.is_empty()).then(|| context.locale.check_summary(context.checks))
}

fn gravity(check: &Check) -> u8 {
    match check.verdict {
        Verdict::Differs { .. } => 0,
        Verdict::CannotBeChecked { .. } => 1,
        Verdict::Agrees => 2,
    }
}

fn sign(check: &Check) -> &'static str {
    match check.verdict {
        Verdict::Agrees => "✓",
        Verdict::Differs { .. } => "×",
        Verdict::CannotBeChecked { .. } => "?",
    }
}

/// The sentences of its figures, each once.
fn sentences<'a>(context: &ViewContext<'a>, check: &Check) -> Vec<&'a str> {
    let mut out: Vec<&str> = Vec::new();
    for figure in check.figures().into_iter().filter_map(|at| context.observation(at)) {
        if !out.contains(&&*figure.evidence.sentence) {
            out.push(&figure.evidence.sentence);
        }
    }
    out
}
