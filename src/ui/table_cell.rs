//! What all cells of the table have in common: where they stand, how keyboard and pointer reach them, their menu.

use egui::{Button, Key, KeyboardShortcut, Modifiers, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use super::table_keys::{keys_ui, marked};
use super::table_lines::{neighbours, places, row_at};
use super::table_wish::{CellAt, Copied};
use super::theme::Tokens;
use super::{Command, TableWish, ViewContext};
use crate::compare::{ArrangedLine, ObservationRef, RowPlace, Side, Subject, Years};
use crate::locale::CitationStyle;
use crate::model::Derived;

/// A cell that is being drawn.
#[derive(Clone, Copy)]
pub(super) struct CellUi<'a, 'b> {
    pub(super) context: &'b ViewContext<'a>,
    pub(super) at: CellAt,
    pub(super) lines: &'b [ArrangedLine],
    pub(super) columns: usize,
}

/// How a cell is reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// With Tab, the arrows and the pointer.
    Keyboard,
    /// With the arrows and the pointer.
    Pointer,
}

impl CellUi<'_, '_> {
    /// The cell as something to click, with its menu, its keys and what a screen reader says of it.
    pub(super) fn respond(&self, ui: &Ui, role: Role, label: &str, reach: Reach) -> Response {
        let rect = ui.max_rect();
        let table = &self.context.view.table;
        let here = table.cursor.is_some_and(|cursor| cursor.at == self.at);
        let sense = if here || reach == Reach::Keyboard { Sense::click() } else { Sense::CLICK };
        let sense = if role == Role::RowHeader { sense | Sense::DRAG } else { sense };
        let response = ui.interact(rect, ui.scope_id().with("cell"), sense);
        response.widget_info(|| WidgetInfo::labeled(role, true, label));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_row_index(self.at.line + 1);
            node.set_column_index(self.at.column);
        });
        if response.hovered() {
            ui.painter().rect_filled(rect.shrink(1.0), 0.0, Tokens::of(ui).button);
        }
        self.keys_ui(ui, &response);
        focus_ui(ui, &response);
        self.menu_ui(&response);
        if role == Role::RowHeader {
            self.drag_ui(ui, &response);
        }
        response
    }

    /// Lets a row be drawn by its name to where another of its group stands.
    fn drag_ui(&self, ui: &Ui, response: &Response) {
        let Some(ArrangedLine::Row { place, .. }) = self.lines.get(self.at.line) else { return };
        let Some(here) = row_at(self.context, *place).map(|row| &row.subject) else { return };
        response.dnd_set_drag_payload(here.clone());
        let Some(drawn) = response.dnd_hover_payload::<Subject>().filter(|drawn| **drawn != *here) else { return };
        let beside: Vec<Subject> = neighbours(self.context, self.lines, self.at.line).into_iter().cloned().collect();
        let (Some(from), Some(to)) =
            (beside.iter().position(|one| *one == *drawn), beside.iter().position(|one| one == here))
        else {
            return;
        };
        let edge = if from > to { ui.max_rect().top() + 1.0 } else { ui.max_rect().bottom() - 1.0 };
        ui.painter().hline(ui.max_rect().x_range(), edge, Stroke::new(2.0, Tokens::of(ui).county[0]));
        if response.dnd_release_payload::<Subject>().is_some() {
            self.context.send(Command::Table(TableWish::Place((*drawn).clone(), here.clone(), beside)));
        }
    }

    /// Acts on keys.
    pub(super) fn keys_ui(&self, ui: &Ui, response: &Response) {
        keys_ui(self.context, ui, response, self.at, self.lines, self.columns);
    }

    /// A derived value with its mark.
    pub(super) fn derived_text(&self, derived: &Derived) -> String {
        format!("◇ {}", self.context.locale.shown(derived.value, &derived.unit, false))
    }

    fn menu_ui(&self, response: &Response) {
        let Some(ArrangedLine::Row { place, years, .. }) = self.lines.get(self.at.line) else { return };
        let Some(row) = row_at(self.context, *place) else { return };
        response.context_menu(|ui| {
            self.copy_items_ui(ui, *place);
            ui.separator();
            self.row_items_ui(ui, &row.subject, *years);
            ui.separator();
            self.item_ui(ui, "table-usual-widths", TableWish::Widths(Vec::new()));
        });
    }

    fn copy_items_ui(&self, ui: &mut Ui, place: RowPlace) {
        let marked = marked(self.context, self.lines);
        let all = || places(self.lines);
        let several = marked.is_some();
        let rows = marked.unwrap_or_else(|| vec![place]);
        let cell = Command::Table(TableWish::Copy(Copied::Cell(place, self.at.column)));
        let keys = ui.ctx().format_shortcut(&KeyboardShortcut::new(Modifiers::COMMAND, Key::C));
        let button = Button::new(self.context.text("table-copy-cell"));
        if ui.add(if several { button } else { button.shortcut_text(keys) }).clicked() {
            self.context.send(cell);
            ui.close();
        }
        if let Some(figure) = self.figure(place) {
            for (key, style) in [
                ("table-cite", CitationStyle::Sentence),
                ("table-cite-bibtex", CitationStyle::BibTex),
                ("table-cite-gb", CitationStyle::GbT7714),
            ] {
                if let Some(citation) = self.context.citation(figure, style) {
                    self.item_ui(ui, key, TableWish::Copy(Copied::Text(citation)));
                }
            }
        }
        self.item_ui(ui, "table-copy-rows", TableWish::Copy(Copied::Rows(rows, false)));
        self.item_ui(ui, "table-copy-table", TableWish::Copy(Copied::Rows(all(), true)));
        self.item_ui(ui, "table-copy-markdown", TableWish::Copy(Copied::Markdown(all())));
    }

    /// The figure that the cell shows.
    fn figure(&self, place: RowPlace) -> Option<ObservationRef> {
        let side = *Side::BOTH.get(self.at.column.checked_sub(1)?)?;
        row_at(self.context, place)?.cells[side.index()].first()
    }

    fn row_items_ui(&self, ui: &mut Ui, subject: &Subject, years: Years) {
        let pinned = self.context.view.table.arrangement.pinned.contains(subject);
        let key = if pinned { "table-unpin" } else { "table-pin" };
        self.item_ui(ui, key, TableWish::TogglePin(subject.clone()));
        self.item_ui(ui, "table-hide", TableWish::Hide(subject.clone()));
        let beside: Vec<Subject> = neighbours(self.context, self.lines, self.at.line).into_iter().cloned().collect();
        for (key, up) in [("table-move-up", true), ("table-move-down", false)] {
            self.item_ui(ui, key, TableWish::Shift(subject.clone(), up, beside.clone()));
        }
        match years {
            Years::None => {}
            Years::Open => self.item_ui(ui, "table-fold-years", TableWish::OpenYears(subject.clone(), false)),
            Years::Folded(_) => self.item_ui(ui, "table-open-years", TableWish::OpenYears(subject.clone(), true)),
        }
    }

    fn item_ui(&self, ui: &mut Ui, key: &str, wish: TableWish) {
        if ui.button(self.context.text(key)).clicked() {
            self.context.send(Command::Table(wish));
            ui.close();
        }
    }
}

/// Shows where the keyboard is.
pub(super) fn focus_ui(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, Tokens::of(ui).focus);
        ui.painter().rect_stroke(ui.max_rect().shrink(2.0), 2.0, stroke, StrokeKind::Inside);
    }
}
