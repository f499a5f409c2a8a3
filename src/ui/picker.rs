//! The box that says which county a side shows, and lets another be chosen.

use egui::{Button, Popup, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::marks::{paint_chevron, paint_marker};
use super::theme::{CONTROL_CORNER, CONTROL_HEIGHT, MARKER_RADIUS, Tokens, bold, size};
use super::{Command, ViewContext};
use crate::compare::Side;

const WIDTH: f32 = 136.0;
const LIST_WIDTH: f32 = 220.0;
const LIST_HEIGHT: f32 = 420.0;

/// Draws the box of `side`; its list has counties first, then cities.
pub(super) fn picker_ui(context: &ViewContext<'_>, ui: &mut Ui, side: Side) {
    let tokens = Tokens::of(ui);
    let side_name = context.text(match side {
        Side::Left => "picker-left",
        Side::Right => "picker-right",
    });
    let area_name = context.area_name(side);
    let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, CONTROL_HEIGHT + 2.0), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("{side_name} {area_name}")));

    let chosen = context.view.chosen[side.index()].as_ref();
    let colour = if chosen.is_some() { tokens.of_side(side) } else { tokens.dim };
    let lively = response.hovered() || response.has_focus();
    let border = match (response.has_focus(), lively) {
        (true, _) => Stroke::new(2.0, tokens.focus),
        (false, true) => Stroke::new(1.5, tokens.of_side(side)),
        (false, false) => tokens.field_border(),
    };
    let painter = ui.painter();
    painter.rect(rect, CONTROL_CORNER, tokens.panel, border, egui::StrokeKind::Inside);
    let middle = rect.center().y;
    paint_marker(painter, pos2(rect.left() + 16.0, middle), side, colour, None);
    let text_left = rect.left() + 16.0 + MARKER_RADIUS + 8.0;
    let text_colour = if chosen.is_some() { tokens.ink } else { tokens.dim };
    let text_room = rect.right() - 24.0 - text_left;
    let galley = painter.layout_job(super::marks::one_line(&area_name, bold(size::BODY), text_colour, text_room));
    painter.galley(pos2(text_left, middle - galley.size().y / 2.0), galley, text_colour);
    paint_chevron(painter, pos2(rect.right() - 14.0, middle), true, tokens.dim);

    let response = response.on_hover_text(side_name);
    Popup::menu(&response).show(|ui| {
        ui.set_min_width(LIST_WIDTH);
        if context.areas.is_empty() {
            ui.label(context.text("status-empty"));
        }
        egui::ScrollArea::vertical().max_height(LIST_HEIGHT).show(ui, |ui| {
            for entry in context.areas {
                let count = context.locale.with("picker-figures", &[("count", entry.figures.into())]);
                let button = Button::selectable(chosen == Some(&entry.key), &*entry.area.name)
                    .right_text(egui::RichText::new(count.as_str()).size(size::TINY).color(tokens.dim))
                    .min_size(vec2(LIST_WIDTH, CONTROL_HEIGHT));
                let response = ui.add(button);
                response.widget_info(|| {
                    let selected = chosen == Some(&entry.key);
                    WidgetInfo::selected(Role::Button, true, selected, format!("{} {count}", entry.area.name))
                });
                if response.clicked() {
                    context.send(Command::ChooseArea(side, entry.key.clone()));
                    ui.close();
                }
            }
        });
    });
}
