//! The form of a correction: every fact of a figure, with what is wrong beside its field.

use egui::Ui;

use super::{CorrectionForm, ViewContext};

/// Draws the form.
pub(super) fn correct_ui(context: &ViewContext<'_>, ui: &mut Ui, form: &CorrectionForm) {
    ui.heading(context.text("command-correct"));
    ui.label(&form.draft.value);
}
