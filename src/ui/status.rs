//! The status bar: what is loaded, what is at work.

use std::collections::BTreeSet;

use egui::{ProgressBar, ScrollArea, Ui};

use super::context::Pane;
use super::program::ProgramWish;
use super::theme::Tokens;
use super::{Command, ViewContext, access, audit, widgets};

const PROGRESS_WIDTH: f32 = 80.0;

/// Draws the bar; where there is little room, it is scrolled.
pub(super) fn status_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    if access::is_compact(ui.ctx()) {
        ScrollArea::horizontal().show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                ui.spacing_mut().item_spacing.x = 16.0;
                program_ui(context, ui);
                reports_ui(context, ui);
                access::follow_focus(ui);
            });
        });
        return;
    }
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        reports_ui(context, ui);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| program_ui(context, ui));
    });
}

/// What is at work, and what is loaded.
fn reports_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    if let Some(reading) = context.reading {
        // No spinner: it would repaint the window all the time, which is dear without a graphics card.
        let share = reading.done as f32 / reading.total.max(1) as f32;
        ui.add(
            ProgressBar::new(share).desired_width(PROGRESS_WIDTH).desired_height(6.0).fill(Tokens::of(ui).county[0]),
        );
        let arguments = [
            ("name", (&reading.name).into()),
            ("done", (reading.done + 1).min(reading.total).into()),
            ("total", reading.total.into()),
        ];
        ui.label(widgets::dim(ui, context.locale.with("status-reading", &arguments)));
        let text = widgets::dim(ui, context.text("command-cancel-reading"));
        if ui.small_button(text).clicked() {
            context.send(Command::CancelReading);
        }
    }
    ui.label(widgets::dim(ui, counts(context)));
    let comparable: usize = context.comparison.groups.iter().map(|group| group.comparable).sum();
    if comparable > 0 {
        ui.label(widgets::dim(ui, context.locale.with("status-indicators", &[("count", comparable.into())])));
    }
    if let Some(summary) = audit::summary(context) {
        let command = Command::ShowPane(Pane::Audit);
        let tooltip = widgets::tooltip(ui, context, &command);
        let text = widgets::dim(ui, summary);
        if ui.add(egui::Label::new(text).sense(egui::Sense::click())).on_hover_text(tooltip).clicked() {
            context.send(command);
        }
    }
    let review = context.worklist.counts(None);
    if review.reviewed() > 0 {
        let arguments = [("done", review.reviewed().into()), ("all", review.all().into())];
        ui.label(widgets::dim(ui, context.locale.with("review-progress", &arguments)));
    }
}

/// The size of everything where it is not the usual one, the encodings, and that nothing goes online.
fn program_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let encodings: BTreeSet<&str> =
        context.reports.iter().map(|report| report.origin.encoding.as_str()).filter(|e| !e.is_empty()).collect();
    let mut parts: Vec<String> = encodings.into_iter().map(str::to_owned).collect();
    parts.push(context.text("status-offline"));
    ui.label(widgets::dim(ui, parts.join(" · ")));
    if context.view.zoom != 100 {
        let percent = [("percent", usize::from(context.view.zoom).into())];
        let zoom = widgets::dim(ui, context.locale.with("status-zoom", &percent));
        let command = ProgramWish::Zoom(100).into();
        let tooltip = widgets::tooltip(ui, context, &command);
        if ui.add(egui::Button::new(zoom).small()).on_hover_text(tooltip).clicked() {
            context.send(command);
        }
    }
}

fn counts(context: &ViewContext<'_>) -> String {
    if context.reports.is_empty() {
        return context.text("status-empty");
    }
    let figures: usize = context.reports.iter().map(|report| report.observations.len()).sum();
    context.locale.with("status-reports", &[("reports", context.reports.len().into()), ("figures", figures.into())])
}
