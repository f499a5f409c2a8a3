//! The aligned table: one line an indicator and a time, both counties, their difference.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use egui::{EventFilter, Id, Key, Modifiers, Rect, Response, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};
use egui_table::{CellInfo, Column, HeaderCellInfo, HeaderRow, Table, TableDelegate, TableState};

use super::marks::{one_line, paint_chevron};
use super::table_cell::{CellUi, focus_ui};
use super::table_cells::{derived_ui, difference_ui, figure_cell_ui, name_ui, ratio_ui};
use super::table_head::{bar_ui, head_name, head_ui};
use super::table_lines::{group_title, row_at};
use super::table_wish::CellAt;
use super::theme::{GAP, ROW_HEIGHT, Tokens, bold, font, size};
use super::{Command, TableWish, ViewContext, widgets};
use crate::compare::{ArrangedLine, ObservationRef, Side};

const HEADER_HEIGHT: f32 = 32.0;
/// Narrower than this, the table leaves the ratio out, in points.
const RATIO_FROM: f32 = 560.0;
const RATIO_WIDTH: f32 = 56.0;
/// From this width on, names have room to spare.
const ROOMY: f32 = 700.0;
/// No column gets narrower than this, in points.
const LEAST_WIDTH: f32 = 48.0;
/// Of the column of differences, for the reason why there is none.
const LEAST_DIFFERENCE: f32 = 122.0;
/// How far an arrow key moves the edge of a column, in points.
const KEY_STEP: f32 = 8.0;

/// Draws the table and the row of filters above it.
pub(super) fn table_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 0.0;
    if context.comparison.groups.is_empty() {
        ui.centered_and_justified(|ui| ui.label(widgets::dim(ui, context.text("plot-choose"))));
        return;
    }
    bar_ui(context, ui);
    if context.lines.is_empty() {
        let sought = context.view.filter.trim();
        let text = if sought.is_empty() {
            context.text("table-nothing-passes")
        } else {
            context.locale.with("table-nothing-found", &[("filter", sought.into())])
        };
        ui.centered_and_justified(|ui| ui.label(widgets::dim(ui, text)));
        return;
    }
    let (left, right) = (context.area_name(Side::Left), context.area_name(Side::Right));
    let name = context.locale.with("part-table", &[("left", (&left).into()), ("right", (&right).into())]);
    let builder = UiBuilder::new().accessibility_role(Role::Table).accessibility_label(name);
    ui.scope_builder(builder, |ui| lines_ui(context, ui));
}

fn lines_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let lines = context.lines;
    let room = ui.available_width();
    let widths = widths(room, &context.view.table.widths);
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_row_count(lines.len() + 1);
        node.set_column_count(widths.len());
    });
    let mut table = Table::new()
        .id_salt("comparison")
        .num_rows(lines.len() as u64)
        .num_sticky_cols(1)
        .columns(widths.iter().map(|width| Column::new(*width).range(LEAST_WIDTH..=room)).collect::<Vec<_>>())
        .headers([HeaderRow::new(HEADER_HEIGHT)]);
    let id = table.get_id(ui);
    lay_out(ui, id, &widths);
    if let Some(line) = line_to_reveal(context, lines) {
        table = table.scroll_to_row(line as u64, None);
    }
    table.show(ui, &mut Delegate { context, lines, columns: widths.len(), rows: HashMap::new() });
    keep_widths(context, ui, id, &widths, room);
}

/// Puts the widths where the table looks for them.
fn lay_out(ui: &Ui, id: Id, widths: &[f32]) {
    let mut state = TableState::default();
    for (index, width) in widths.iter().enumerate() {
        state.col_widths.insert(Id::unique(index), *width);
    }
    state.store(ui, id);
}

/// Asks for the widths that a person has just drawn; a double click brings back the usual ones.
fn keep_widths(context: &ViewContext<'_>, ui: &Ui, id: Id, widths: &[f32], room: f32) {
    let Some(state) = TableState::load(ui, id) else { return };
    let now = |index: usize| state.col_widths.get(&Id::unique(index)).copied();
    let drawn: Vec<f32> = widths.iter().enumerate().map(|(index, width)| now(index).unwrap_or(*width)).collect();
    let grips = (0..widths.len()).map(|index| id.with(Id::unique(index)).with("resize"));
    let responses: Vec<_> = grips.filter_map(|grip| ui.read_response(grip)).collect();
    if let Some(drawn) = widths_by_key(context, ui, &responses, &drawn) {
        context.send(Command::Table(TableWish::Widths(drawn.iter().map(|width| width / room).collect())));
        return;
    }
    if responses.iter().any(egui::Response::double_clicked) {
        context.send(Command::Table(TableWish::Widths(Vec::new())));
    } else if responses.iter().any(egui::Response::dragged) && drawn != widths {
        let mut shares: Vec<f32> = drawn.iter().map(|width| width / room).collect();
        // A narrow table leaves the last column out: it keeps its share.
        shares.extend(context.view.table.widths.iter().skip(shares.len()));
        context.send(Command::Table(TableWish::Widths(shares)));
    }
}

/// The edges of columns by keyboard: the arrows move the one that has it. The widths they lead to.
fn widths_by_key(context: &ViewContext<'_>, ui: &Ui, grips: &[Response], drawn: &[f32]) -> Option<Vec<f32>> {
    let mut found = None;
    for (column, grip) in grips.iter().enumerate() {
        let name = context.locale.with("table-width", &[("column", (&head_name(context, column)).into())]);
        grip.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, &name));
        if !grip.has_focus() {
            continue;
        }
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(grip.id, filter));
        let x = grip.rect.center().x;
        ui.painter().vline(x, grip.rect.y_range(), egui::Stroke::new(3.0, Tokens::of(ui).focus));
        for (key, step) in [(Key::ArrowLeft, -KEY_STEP), (Key::ArrowRight, KEY_STEP)] {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                let mut widths = drawn.to_vec();
                if let Some(width) = widths.get_mut(column) {
                    *width = (*width + step).max(LEAST_WIDTH);
                }
                found = Some(widths);
            }
        }
    }
    found
}

/// Widths of name, county A, county B, difference and, where there is room, ratio.
fn widths(room: f32, shares: &[f32]) -> Vec<f32> {
    let wide = room >= RATIO_FROM;
    let ratio = if wide { RATIO_WIDTH } else { 0.0 };
    // Names may be cut and shown whole on hover; figures may not.
    let share = if room >= ROOMY { 0.26 } else { 0.235 };
    let county = ((room - ratio) * if wide { share } else { 0.25 }).round();
    let difference = ((room - ratio) * 0.19).round().max(LEAST_DIFFERENCE);
    let name = room - ratio - difference - 2.0 * county;
    let mut widths = vec![name, county, county, difference];
    widths.extend((ratio > 0.0).then_some(ratio));
    for (width, share) in widths.iter_mut().zip(shares) {
        *width = (share * room).round().clamp(LEAST_WIDTH, room);
    }
    widths
}

fn line_to_reveal(context: &ViewContext<'_>, lines: &[ArrangedLine]) -> Option<usize> {
    let table = &context.view.table;
    if let Some(cursor) = table.cursor.filter(|_| table.focus_cursor) {
        return Some(cursor.at.line.min(lines.len().saturating_sub(1)));
    }
    let at = context.view.selection.filter(|_| context.view.reveal_selection)?;
    lines.iter().position(|line| shows(context, *line, at))
}

fn shows(context: &ViewContext<'_>, line: ArrangedLine, at: ObservationRef) -> bool {
    let ArrangedLine::Row { place, .. } = line else { return false };
    row_at(context, place).is_some_and(|row| row.cells.iter().any(|cell| cell.refs().contains(&at)))
}

struct Delegate<'a, 'b> {
    context: &'b ViewContext<'a>,
    lines: &'a [ArrangedLine],
    columns: usize,
    /// Rows that stand in the accessibility tree, by the number of their line.
    rows: HashMap<u64, Id>,
}

impl TableDelegate for Delegate<'_, '_> {
    fn header_cell_ui(&mut self, ui: &mut Ui, cell: &HeaderCellInfo) {
        head_ui(self.context, ui, cell.col_range.start);
    }

    fn row_ui(&mut self, ui: &mut Ui, row_nr: u64) {
        let tokens = Tokens::of(ui);
        let rect = ui.max_rect();
        let Ok(line) = usize::try_from(row_nr) else { return };
        // The table draws the columns that scroll first, then the one that stays: a screen reader is to find one row.
        if let Entry::Vacant(row) = self.rows.entry(row_nr) {
            row.insert(ui.unique_id());
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
                node.set_role(Role::Row);
                node.set_row_index(line + 1);
            });
        }
        let marked = self.context.view.table.cursor.map(super::table_wish::TableCursor::lines);
        if matches!(self.lines.get(line), Some(ArrangedLine::Group(..) | ArrangedLine::Pinned)) {
            ui.painter().rect_filled(rect, 0.0, tokens.background);
        } else if marked.is_some_and(|lines| lines.start() != lines.end() && lines.contains(&line)) {
            ui.painter().rect_filled(rect, 0.0, tokens.county_wash[0]);
        }
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, tokens.border());
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: &CellInfo) {
        let Some(row) = self.rows.get(&cell.row_nr).copied().filter(|_| cell.col_nr == 0) else {
            self.part_ui(ui, cell);
            return;
        };
        ui.scope_builder(UiBuilder::new().accessibility_parent(row), |ui| self.part_ui(ui, cell));
        // Its name is drawn last and comes first.
        ui.ctx().accesskit_node_builder(row, |node| {
            let mut parts = node.children().to_vec();
            parts.rotate_right(1);
            node.set_children(parts);
        });
    }

    fn default_row_height(&self) -> f32 {
        ROW_HEIGHT
    }
}

impl Delegate<'_, '_> {
    fn part_ui(&self, ui: &mut Ui, cell: &CellInfo) {
        let Ok(line) = usize::try_from(cell.row_nr) else { return };
        let Some(found) = self.lines.get(line) else { return };
        let at = CellAt { line, column: cell.col_nr };
        let cell = CellUi { context: self.context, at, lines: self.lines, columns: self.columns };
        match *found {
            ArrangedLine::Pinned => title_ui(&cell, ui, None),
            ArrangedLine::Group(group, open) => title_ui(&cell, ui, Some((group, open))),
            ArrangedLine::Derived(index, side) => derived_ui(&cell, ui, index, side),
            ArrangedLine::Row { place, named, years } => {
                let Some(row) = row_at(self.context, place) else { return };
                match at.column {
                    0 => name_ui(&cell, ui, row, named, years),
                    1 => figure_cell_ui(&cell, ui, row, Side::Left),
                    2 => figure_cell_ui(&cell, ui, row, Side::Right),
                    3 => difference_ui(&cell, ui, row),
                    _ => ratio_ui(&cell, ui, row),
                }
            }
        }
    }
}

/// The title of a group, or of the pinned rows. Its name stands in the first column and stays there; the whole line folds.
fn title_ui(cell: &CellUi<'_, '_>, ui: &mut Ui, group: Option<(usize, bool)>) {
    let context = cell.context;
    let found = group.and_then(|(index, open)| context.comparison.groups.get(index).map(|group| (group, open)));
    let tokens = Tokens::of(ui);
    let rect = ui.max_rect();
    let sense = if cell.at.column == 0 { Sense::click() } else { Sense::CLICK };
    let response = ui.interact(rect, ui.scope_id().with("title"), sense);
    cell.keys_ui(ui, &response);
    if let (Some((group, _)), true) = (found, response.clicked()) {
        context.send(Command::ToggleGroup(group.key.clone()));
    }
    if cell.at.column > 0 {
        focus_ui(ui, &response);
        return;
    }
    let title = found.map_or_else(|| context.text("table-pinned"), |(group, _)| group_title(context, &group.key));
    response.widget_info(|| match found {
        Some((_, open)) => WidgetInfo::selected(Role::DisclosureTriangle, true, open, &title),
        None => WidgetInfo::labeled(Role::Heading, true, &title),
    });
    if found.is_some() && response.hovered() {
        ui.painter().rect_filled(rect, 0.0, tokens.button);
    }
    focus_ui(ui, &response);
    let mut left = rect.left() + GAP + 14.0;
    let mut texts = vec![(title, bold(size::SMALL))];
    if let Some((group, open)) = found {
        paint_chevron(ui.painter(), pos2(rect.left() + GAP + 3.0, rect.center().y), open, tokens.dim);
        let counts = [("subjects", group.subjects.into()), ("comparable", group.comparable.into())];
        let key = if group.comparable > 0 { "table-group-comparable" } else { "table-group" };
        texts.push((context.locale.with(key, &counts), font(size::TINY)));
    }
    for (text, font) in texts {
        let galley = ui.painter().layout_job(one_line(&text, font, tokens.dim, rect.right() - left - 4.0));
        let place = Rect::from_min_size(pos2(left, rect.center().y - galley.size().y / 2.0), galley.size());
        ui.painter().galley(place.min, galley, tokens.dim);
        left = place.right() + vec2(10.0, 0.0).x;
    }
}
