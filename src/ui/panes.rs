//! What stands above the table: the trend, the reports' text, the review queue, the audit or the history, one at a time.

use egui::{Button, Ui};

use super::context::Pane;
use super::{Command, ViewContext, audit, history, plot, review, source, widgets};

/// Draws the tabs and the pane that is chosen.
pub(super) fn panes_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        for pane in Pane::ALL {
            let command = Command::ShowPane(pane);
            let text = command.text_key().map(|key| context.text(key)).unwrap_or_default();
            let tab = ui.add(Button::selectable(context.view.pane == pane, text));
            if tab.on_hover_text(widgets::tooltip(ui, context, &command)).clicked() {
                context.send(command);
            }
        }
        if context.view.pane == Pane::Review {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add_space(8.0);
                review::progress_ui(context, ui);
            });
        }
    });
    match context.view.pane {
        Pane::Trend => plot::plot_ui(context, ui),
        Pane::Source => source::source_ui(context, ui),
        Pane::Review => review::review_ui(context, ui),
        Pane::Audit => audit::audit_ui(context, ui),
        Pane::History => history::history_ui(context, ui),
    }
}
