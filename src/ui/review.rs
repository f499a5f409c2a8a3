//! The review queue: figures that nobody has looked at, doubtful ones first.

use egui::Ui;

use super::ViewContext;

/// Draws the pane.
pub(super) fn review_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.label(context.text("command-show-review"));
}
