//! The row of controls: open, the two counties, the filter, the picture.

use egui::Ui;

use super::{Command, ViewContext, picker, widgets};
use crate::compare::Side;

const FILTER_WIDTH: f32 = 190.0;
const NARROW_FILTER_WIDTH: f32 = 120.0;

/// Draws the controls in two rows, for a window too narrow for one.
pub(super) fn compact_toolbar_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.horizontal_wrapped(|ui| {
        picker::picker_ui(context, ui, Side::Left);
        widgets::symbol_button(ui, context, "⇄", Command::Swap);
        picker::picker_ui(context, ui, Side::Right);
    });
    ui.horizontal_wrapped(|ui| {
        widgets::command_button(ui, context, Command::Open);
        widgets::command_button(ui, context, Command::Paste);
        ui.add_enabled_ui(!context.reports.is_empty(), |ui| {
            widgets::primary_button(ui, context, Command::SavePicture);
            filter_ui(context, ui);
        });
    });
}

/// Draws the row.
pub(super) fn toolbar_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.horizontal_centered(|ui| {
        widgets::command_button(ui, context, Command::Open);
        widgets::command_button(ui, context, Command::Paste);
        ui.add_space(8.0);
        picker::picker_ui(context, ui, Side::Left);
        widgets::symbol_button(ui, context, "⇄", Command::Swap);
        picker::picker_ui(context, ui, Side::Right);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_enabled_ui(!context.reports.is_empty(), |ui| {
                widgets::primary_button(ui, context, Command::SavePicture);
                filter_ui(context, ui);
            });
        });
    });
}

fn filter_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let shortcut = Command::Find.shortcut().map(|keys| ui.ctx().format_shortcut(&keys)).unwrap_or_default();
    let hint = context.locale.with("filter-hint", &[("shortcut", (&shortcut).into())]);
    let mut filter = context.view.filter.clone();
    let width = if ui.available_width() > FILTER_WIDTH + 16.0 { FILTER_WIDTH } else { NARROW_FILTER_WIDTH };
    let response = widgets::field(ui, &mut filter, context.text("command-find"), hint, width);
    if context.view.focus_filter {
        response.request_focus();
    }
    if response.changed() {
        context.send(Command::SetFilter(filter));
    } else if response.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Escape)) {
        context.send(Command::SetFilter(String::new()));
    }
}
