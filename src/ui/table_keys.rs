//! The keyboard in the table: from cell to cell, and copying.

use egui::{Event, EventFilter, Key, Modifiers, Response, Ui};

use super::table_lines::places;
use super::table_wish::{CellAt, Copied, TableCursor};
use super::{Command, TableWish, ViewContext};
use crate::compare::ArrangedLine;

/// How far page up and page down go, in lines.
const PAGE: usize = 10;

const KEYS: [Key; 8] =
    [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight, Key::Home, Key::End, Key::PageUp, Key::PageDown];

/// The cell that `key` leads to from `at`, in a table of `lines` and `columns`. With `far` (Ctrl), Home and End go to the
/// first and the last line.
fn target(at: CellAt, key: Key, far: bool, lines: usize, columns: usize) -> CellAt {
    let (last_line, last_column) = (lines.saturating_sub(1), columns.saturating_sub(1));
    let CellAt { line, column } = at;
    let (line, column) = match key {
        Key::ArrowUp => (line.saturating_sub(1), column),
        Key::ArrowDown => (line + 1, column),
        Key::ArrowLeft => (line, column.saturating_sub(1)),
        Key::ArrowRight => (line, column + 1),
        Key::Home if far => (0, column),
        Key::End if far => (last_line, column),
        Key::Home => (line, 0),
        Key::End => (line, last_column),
        Key::PageUp => (line.saturating_sub(PAGE), column),
        Key::PageDown => (line + PAGE, column),
        _ => (line, column),
    };
    CellAt { line: line.min(last_line), column: column.min(last_column) }
}

/// Gives the keyboard to the cell `at` if it is wanted there, and acts on keys while the cell has it.
pub(super) fn keys_ui(
    context: &ViewContext<'_>,
    ui: &Ui,
    response: &Response,
    at: CellAt,
    lines: &[ArrangedLine],
    columns: usize,
) {
    let table = &context.view.table;
    if table.focus_cursor && table.cursor.is_some_and(|cursor| cursor.at == at) {
        response.request_focus();
        context.send(Command::Table(TableWish::Arrived));
    }
    if response.clicked() || response.secondary_clicked() {
        let extend = ui.input(|input| input.modifiers.shift);
        let within = table.cursor.filter(|cursor| extend || cursor.lines().contains(&at.line));
        let keeps = extend || response.secondary_clicked();
        let anchor = within.filter(|_| keeps).map_or(at.line, |cursor| cursor.anchor);
        context.send(Command::Table(TableWish::MoveTo(TableCursor { at, anchor })));
    }
    if !response.has_focus() {
        return;
    }
    // The arrows go from cell to cell; Tab leaves the table.
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    let pressed = ui.input_mut(|input| {
        KEYS.into_iter().find_map(|key| {
            let ways = [(Modifiers::NONE, false), (Modifiers::SHIFT, false), (Modifiers::COMMAND, true)];
            // Alt with an arrow is a shortcut of the window.
            let way = ways.into_iter().find(|(modifiers, _)| input.modifiers.matches_exact(*modifiers));
            way.and_then(|(modifiers, far)| input.consume_key(modifiers, key).then_some((key, far, modifiers.shift)))
        })
    });
    if let Some((key, far, extend)) = pressed {
        let to = target(at, key, far, lines.len(), columns);
        let anchor =
            table.cursor.filter(|_| extend).map_or(if extend { at.line } else { to.line }, |cursor| cursor.anchor);
        context.send(Command::Table(TableWish::MoveTo(TableCursor { at: to, anchor })));
    }
    if ui.input(|input| input.events.iter().any(|event| matches!(event, Event::Copy))) {
        if let Some(copied) = copied(context, lines, at) {
            context.send(Command::Table(TableWish::Copy(copied)));
        }
    }
}

/// What `Ctrl+C` copies: the marked rows, else the cell.
fn copied(context: &ViewContext<'_>, lines: &[ArrangedLine], at: CellAt) -> Option<Copied> {
    if let Some(marked) = marked(context, lines) {
        return Some(Copied::Rows(marked, false));
    }
    match lines.get(at.line)? {
        ArrangedLine::Row { place, .. } => Some(Copied::Cell(*place, at.column)),
        ArrangedLine::Pinned | ArrangedLine::Group(..) | ArrangedLine::Derived(..) => None,
    }
}

/// The rows that are marked, where several lines are.
pub(super) fn marked(context: &ViewContext<'_>, lines: &[ArrangedLine]) -> Option<Vec<crate::compare::RowPlace>> {
    let range = context.view.table.cursor?.lines();
    let several = range.start() != range.end();
    several.then(|| places(lines.iter().skip(*range.start()).take(range.end() + 1 - range.start())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_lead_from_cell_to_cell_and_stop_at_the_edges() {
        let at = |line, column| CellAt { line, column };
        for (key, far, to) in [
            (Key::ArrowUp, false, at(4, 2)),
            (Key::ArrowDown, false, at(6, 2)),
            (Key::ArrowLeft, false, at(5, 1)),
            (Key::ArrowRight, false, at(5, 3)),
            (Key::Home, false, at(5, 0)),
            (Key::End, false, at(5, 4)),
            (Key::Home, true, at(0, 2)),
            (Key::End, true, at(19, 2)),
            (Key::PageUp, false, at(0, 2)),
            (Key::PageDown, false, at(15, 2)),
            (Key::A, false, at(5, 2)),
        ] {
            assert_eq!(target(at(5, 2), key, far, 20, 5), to, "{key:?}");
        }
        assert_eq!(target(at(19, 4), Key::ArrowDown, false, 20, 5), at(19, 4));
        assert_eq!(target(at(0, 0), Key::ArrowRight, false, 1, 1), at(0, 0));
    }
}
