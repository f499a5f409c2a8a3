//! The aligned table: one line an indicator and a time, both counties, their difference.

use egui::{Role, Sense, Ui, WidgetInfo, pos2, vec2};
use egui_table::{CellInfo, Column, HeaderCellInfo, HeaderRow, Table, TableDelegate};

use super::marks::{one_line, paint_chevron, paint_marker};
use super::table_cells::{difference_ui, figure_cell_ui, name_ui, ratio_ui};
use super::table_lines::{TableLine, group_title, table_lines};
use super::theme::{GAP, ROW_HEIGHT, Tokens, font, size};
use super::{Command, ViewContext, widgets};
use crate::compare::{Cell, ComparisonGroup, ObservationRef, Side};

const HEADER_HEIGHT: f32 = 32.0;
/// Narrower than this, the table leaves the ratio out, in points.
const RATIO_FROM: f32 = 560.0;
const RATIO_WIDTH: f32 = 56.0;

/// Draws the table.
pub(super) fn table_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let lines = table_lines(context);
    if lines.is_empty() {
        let filter = context.view.filter.trim();
        let text = if filter.is_empty() {
            context.text("plot-choose")
        } else {
            context.locale.with("table-nothing-found", &[("filter", filter.into())])
        };
        ui.centered_and_justified(|ui| ui.label(widgets::dim(ui, text)));
        return;
    }
    let columns = columns(ui.available_width());
    let mut table = Table::new()
        .id_salt("comparison")
        .num_rows(lines.len() as u64)
        .columns(
            columns.iter().map(|width| Column::new(*width).range(*width..=*width).resizable(false)).collect::<Vec<_>>(),
        )
        .headers([HeaderRow::new(HEADER_HEIGHT)]);
    if context.view.reveal_selection
        && let Some(at) = context.view.selection
        && let Some(line) = lines.iter().position(|line| shows(line, at))
    {
        table = table.scroll_to_row(line as u64, None);
    }
    table.show(ui, &mut Delegate { context, lines });
}

/// Widths of name, county A, county B, difference and, where there is room, ratio.
fn columns(room: f32) -> Vec<f32> {
    let wide = room >= RATIO_FROM;
    let ratio = if wide { RATIO_WIDTH } else { 0.0 };
    // Names may be cut and shown whole on hover; figures may not.
    let county = ((room - ratio) * if wide { 0.22 } else { 0.268 }).round();
    let difference = ((room - ratio) * 0.19).round();
    let name = room - ratio - difference - 2.0 * county;
    let mut widths = vec![name, county, county, difference];
    widths.extend((ratio > 0.0).then_some(ratio));
    widths
}

fn shows(line: &TableLine<'_>, at: ObservationRef) -> bool {
    let TableLine::Row { row, .. } = line else { return false };
    row.cells.iter().any(|cell| matches!(cell, Cell::Stated { refs, .. } if refs.contains(&at)))
}

struct Delegate<'a, 'b> {
    context: &'b ViewContext<'a>,
    lines: Vec<TableLine<'a>>,
}

impl TableDelegate for Delegate<'_, '_> {
    fn header_cell_ui(&mut self, ui: &mut Ui, cell: &HeaderCellInfo) {
        let tokens = Tokens::of(ui);
        let rect = ui.max_rect();
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, tokens.border());
        let (text, colour, side) = match cell.col_range.start {
            0 => (self.context.text("table-indicator"), tokens.dim, None),
            1 => (self.context.area_name(Side::Left), tokens.of_side(Side::Left), Some(Side::Left)),
            2 => (self.context.area_name(Side::Right), tokens.of_side(Side::Right), Some(Side::Right)),
            3 => (self.context.text("table-difference"), tokens.dim, None),
            _ => (self.context.text("table-ratio"), tokens.dim, None),
        };
        let room = rect.width() - GAP - if side.is_some() { 24.0 } else { 2.0 };
        let galley = ui.painter().layout_job(one_line(&text, font(size::SMALL), colour, room));
        let left = match cell.col_range.start {
            0 => rect.left() + GAP,
            _ => rect.right() - GAP - galley.size().x,
        };
        let top = rect.center().y - galley.size().y / 2.0;
        if let Some(side) = side {
            paint_marker(ui.painter(), pos2(left - 12.0, rect.center().y), side, colour, None);
        }
        ui.place(egui::Rect::from_min_size(pos2(left, top), galley.size()), egui::Label::new(galley));
    }

    fn row_ui(&mut self, ui: &mut Ui, row_nr: u64) {
        let tokens = Tokens::of(ui);
        let rect = ui.max_rect();
        let line = usize::try_from(row_nr).ok().and_then(|row| self.lines.get(row)).copied();
        if let Some(TableLine::Group { group, open }) = line {
            group_ui(self.context, ui, group, open);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, tokens.border());
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: &CellInfo) {
        let line = usize::try_from(cell.row_nr).ok().and_then(|row| self.lines.get(row)).copied();
        let Some(TableLine::Row { row, named }) = line else { return };
        match cell.col_nr {
            0 => name_ui(self.context, ui, row, named),
            1 => figure_cell_ui(self.context, ui, row, Side::Left),
            2 => figure_cell_ui(self.context, ui, row, Side::Right),
            3 => difference_ui(self.context, ui, row),
            _ => ratio_ui(self.context, ui, row),
        }
    }

    fn default_row_height(&self) -> f32 {
        ROW_HEIGHT
    }
}

fn group_ui(context: &ViewContext<'_>, ui: &mut Ui, group: &ComparisonGroup, open: bool) {
    let tokens = Tokens::of(ui);
    let rect = ui.max_rect();
    let title = group_title(context, &group.key);
    let response = ui.interact(rect, ui.scope_id().with(("group", &group.key)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::DisclosureTriangle, true, open, &title));
    let lively = response.hovered() || response.has_focus();
    ui.painter().rect_filled(rect, 0.0, if lively { tokens.button } else { tokens.background });
    paint_chevron(ui.painter(), pos2(rect.left() + GAP + 3.0, rect.center().y), open, tokens.dim);
    let counts = [("subjects", group.subjects.into()), ("comparable", group.comparable.into())];
    let key = if group.comparable > 0 { "table-group-comparable" } else { "table-group" };
    let mut left = rect.left() + GAP + 14.0;
    for (text, points) in [(title, size::BODY), (context.locale.with(key, &counts), size::TINY)] {
        let galley = ui.painter().layout_job(one_line(&text, font(points), tokens.dim, rect.right() - left - GAP));
        let width = galley.size().x;
        ui.painter().galley(pos2(left, rect.center().y - galley.size().y / 2.0), galley, tokens.dim);
        left += width + vec2(10.0, 0.0).x;
    }
    if response.clicked() {
        context.send(Command::ToggleGroup(group.key.clone()));
    }
}
