//! Above the table: which rows are shown, and the heads of the columns, by which rows are sorted.

use egui::accesskit::SortDirection;
use egui::{Button, Rect, RichText, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2};

use super::marks::{one_line, paint_marker, paint_sorted};
use super::table_cell::focus_ui;
use super::theme::{GAP, Tokens, bold, size};
use super::{Command, TableWish, ViewContext};
use crate::compare::{RowFilter, RowOrder, Side};

const BAR_HEIGHT: f32 = 32.0;

/// The filters, and what is hidden.
pub(super) fn bar_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(egui::vec2(ui.available_width(), BAR_HEIGHT), Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, tokens.border());
    let inner = rect.shrink2(egui::vec2(GAP - 4.0, 4.0));
    let builder = UiBuilder::new().max_rect(inner).layout(egui::Layout::left_to_right(egui::Align::Center));
    ui.scope_builder(builder, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.spacing_mut().button_padding.x = 8.0;
        let arrangement = &context.view.table.arrangement;
        for filter in RowFilter::ALL {
            chip_ui(context, ui, TableWish::ToggleFilter(filter), arrangement.filters.contains(&filter));
        }
        if context.hidden > 0 {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let text = context.locale.with("table-show-hidden", &[("count", context.hidden.into())]);
                if ui.add(Button::new(RichText::new(text).size(size::SMALL))).clicked() {
                    context.send(Command::Table(TableWish::ShowHidden));
                }
            });
        }
    });
}

fn chip_ui(context: &ViewContext<'_>, ui: &mut Ui, wish: TableWish, on: bool) {
    let tokens = Tokens::of(ui);
    let Some(key) = wish.text_key() else { return };
    let name = context.text(key);
    let colour = if on { tokens.county[0] } else { tokens.dim };
    let shown = if on { format!("✓ {name}") } else { name.clone() };
    let chip = Button::selectable(on, RichText::new(shown).size(size::SMALL).color(colour)).frame_when_inactive(true);
    let mut response = ui.add(chip);
    if let Some(tooltip) = context.locale.tooltip(key) {
        response = response.on_hover_text(tooltip);
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, &name));
    if response.clicked() {
        context.send(Command::Table(wish));
    }
}

/// What a column shows.
pub(super) fn head_name(context: &ViewContext<'_>, column: usize) -> String {
    match column {
        0 => context.text("table-indicator"),
        1 => context.area_name(Side::Left),
        2 => context.area_name(Side::Right),
        3 => context.text("table-difference"),
        _ => context.text("table-ratio"),
    }
}

/// The head of a column; a click sorts by it.
pub(super) fn head_ui(context: &ViewContext<'_>, ui: &mut Ui, column: usize) {
    let tokens = Tokens::of(ui);
    let rect = ui.max_rect();
    let text = head_name(context, column);
    let (side, order) = match column {
        0 => (None, RowOrder::Name),
        1 => (Some(Side::Left), RowOrder::Left),
        2 => (Some(Side::Right), RowOrder::Right),
        3 => (None, RowOrder::Difference),
        _ => (None, RowOrder::Ratio),
    };
    let colour = side.map_or(tokens.dim, |side| tokens.of_side(side));
    let arrangement = &context.view.table.arrangement;
    let sorted = arrangement.order == order;
    // Away from the edge, where the width is drawn.
    let response =
        ui.interact(rect.shrink2(egui::vec2(6.0, 0.0)), ui.scope_id().with(("head", column)), Sense::click());
    let state = match (sorted, arrangement.descending) {
        (false, _) => "table-sort",
        (true, false) => "table-sorted-up",
        (true, true) => "table-sorted-down",
    };
    let name = format!("{text} · {}", context.text(state));
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_row_index(0);
        node.set_column_index(column);
        if sorted {
            let falling = arrangement.descending;
            node.set_sort_direction(if falling { SortDirection::Descending } else { SortDirection::Ascending });
        }
    });
    if response.clicked() {
        context.send(Command::Table(TableWish::Sort(order)));
    }
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect.shrink2(egui::vec2(2.0, 3.0)), 4.0, tokens.button);
    }
    focus_ui(ui, &response);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, tokens.border());

    let aside = if side.is_some() { 24.0 } else { 2.0 } + if sorted { 12.0 } else { 0.0 };
    let galley = ui.painter().layout_job(one_line(&text, bold(size::SMALL), colour, rect.width() - GAP - aside));
    let right = rect.right() - GAP;
    let left = if column == 0 { rect.left() + GAP } else { right - galley.size().x };
    let place = Rect::from_min_size(pos2(left, rect.center().y - galley.size().y / 2.0), galley.size());
    if let Some(side) = side {
        paint_marker(ui.painter(), pos2(left - 12.0, rect.center().y), side, colour, None);
    }
    if sorted {
        let at = match (column, side) {
            (0, _) => place.right() + 8.0,
            (_, Some(_)) => left - 26.0,
            (_, None) => left - 8.0,
        };
        paint_sorted(ui.painter(), pos2(at, rect.center().y), !arrangement.descending, colour);
    }
    ui.painter().galley(place.min, galley, colour);
    response.on_hover_text(context.text(state));
}
