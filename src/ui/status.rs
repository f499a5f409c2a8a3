//! The status bar: what is loaded, what is at work.

use std::collections::BTreeSet;

use egui::{ProgressBar, Ui};

use super::context::Pane;
use super::theme::Tokens;
use super::{Command, ViewContext, audit, widgets};

const PROGRESS_WIDTH: f32 = 80.0;

/// Draws the bar.
pub(super) fn status_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.horizontal_centered(|ui| {
        ui.spacing_mut().item_spacing.x = 20.0;
        if let Some(reading) = context.reading {
            // No spinner: it would repaint the window all the time, which is dear without a graphics card.
            let share = reading.done as f32 / reading.total.max(1) as f32;
            ui.add(
                ProgressBar::new(share)
                    .desired_width(PROGRESS_WIDTH)
                    .desired_height(6.0)
                    .fill(Tokens::of(ui).county[0]),
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
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let encodings: BTreeSet<&str> = context
                .reports
                .iter()
                .map(|report| report.origin.encoding.as_str())
                .filter(|e| !e.is_empty())
                .collect();
            let mut parts: Vec<String> = encodings.into_iter().map(str::to_owned).collect();
            parts.push(context.text("status-offline"));
            ui.label(widgets::dim(ui, parts.join(" · ")));
        });
    });
}

fn counts(context: &ViewContext<'_>) -> String {
    if context.reports.is_empty() {
        return context.text("status-empty");
    }
    let figures: usize = context.reports.iter().map(|report| report.observations.len()).sum();
    context.locale.with("status-reports", &[("reports", context.reports.len().into()), ("figures", figures.into())])
}
