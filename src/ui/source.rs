//! The reports' text: paragraphs with every figure underlined.

use egui::Ui;

use super::ViewContext;

/// Draws the pane.
pub(super) fn source_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.label(context.text("command-show-source"));
}
