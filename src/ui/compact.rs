//! The window where there is little room, or everything is large: its parts below each other, scrolled.

use egui::accesskit::Role;
use egui::{ScrollArea, Ui, UiBuilder, vec2};

use super::theme::Tokens;
use super::{ViewContext, access, evidence, notices, panes, reports, table, toolbar, welcome, widgets};

/// Heights of the parts, in points: each fits a window of 1024 × 700 at twice the size.
const PANE_HEIGHT: f32 = 270.0;
const TABLE_HEIGHT: f32 = 280.0;
const EVIDENCE_HEIGHT: f32 = 280.0;
const REPORTS_HEIGHT: f32 = 270.0;
const WELCOME_HEIGHT: f32 = 250.0;

/// Draws the controls, the comparison, the evidence and the reports.
pub(super) fn compact_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        part_ui(ui, (Role::Toolbar, context.text("part-tools")), None, |ui| toolbar::compact_toolbar_ui(context, ui));
        notices::notices_ui(context, ui);
        if context.reports.is_empty() {
            let name = context.text("part-start");
            part_ui(ui, (Role::Main, name), Some(WELCOME_HEIGHT), |ui| welcome::welcome_ui(context, ui));
        } else {
            part_ui(ui, (Role::Main, context.text("part-comparison")), None, |ui| {
                card_ui(ui, "pane", PANE_HEIGHT, |ui| panes::panes_ui(context, ui));
                card_ui(ui, "table", TABLE_HEIGHT, |ui| table::table_ui(context, ui));
            });
            let name = (Role::Complementary, context.text("evidence-title"));
            part_ui(ui, name, Some(EVIDENCE_HEIGHT), |ui| evidence::evidence_ui(context, ui));
            let name = (Role::Navigation, context.text("reports-title"));
            part_ui(ui, name, Some(REPORTS_HEIGHT), |ui| reports::reports_ui(context, ui));
        }
        access::follow_focus_closely(ui);
    });
}

/// A part of the window with its name for screen readers; of this height, where it is given.
fn part_ui(ui: &mut Ui, (role, name): (Role, String), height: Option<f32>, content: impl FnOnce(&mut Ui)) {
    let mut builder = UiBuilder::new().id_salt(name.as_str()).accessibility_role(role).accessibility_label(&name);
    if let Some(height) = height {
        let place = egui::Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height));
        builder = builder.max_rect(place);
    }
    ui.scope_builder(builder, |ui| {
        ui.set_min_height(height.unwrap_or_default());
        content(ui);
    });
}

fn card_ui(ui: &mut Ui, salt: &str, height: f32, content: impl FnOnce(&mut Ui)) {
    let place = egui::Rect::from_min_size(ui.cursor().min, vec2(ui.available_width(), height));
    ui.scope_builder(UiBuilder::new().id_salt(salt).max_rect(place), |ui| {
        widgets::card(Tokens::of(ui)).show(ui, |ui| {
            ui.set_min_size(ui.available_size());
            content(ui);
        });
    });
}
