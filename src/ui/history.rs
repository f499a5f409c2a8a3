//! The history: every correction with its sentence.

use egui::Ui;

use super::ViewContext;

/// Draws the pane.
pub(super) fn history_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.label(context.text("command-show-history"));
}
