//! A list of equal rows of which only those in sight are laid out, so that its length costs nothing.

use egui::{EventFilter, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::marks::one_line;
use super::theme::{GAP, ROW_HEIGHT, Tokens, font, size};

/// A part of a row: its text is cut where its width ends.
pub(super) struct Column {
    pub(super) left: f32,
    pub(super) width: f32,
}

/// Columns of the given widths beside each other; one of no width takes what is left of `room`. All in points.
pub(super) fn columns<const N: usize>(room: f32, widths: [f32; N]) -> [Column; N] {
    let fixed: f32 = widths.iter().sum();
    let rest = (room - 2.0 * GAP - fixed - GAP * (N as f32 - 1.0)).max(0.0);
    let mut left = GAP;
    widths.map(|width| {
        let width = if width == 0.0 { rest } else { width };
        let column = Column { left, width };
        left += width + GAP;
        column
    })
}

/// Draws the rows in sight; `reveal` is scrolled to.
pub(super) fn rows_ui(
    ui: &mut Ui,
    salt: &str,
    count: usize,
    reveal: Option<usize>,
    mut row_ui: impl FnMut(&mut Ui, usize, Rect) -> Option<Response>,
) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ScrollArea::vertical().id_salt(salt).auto_shrink([false, false]).show_rows(ui, ROW_HEIGHT, count, |ui, range| {
        let (left, width) = (ui.max_rect().left(), ui.available_width());
        let top = ui.max_rect().top() - range.start as f32 * ROW_HEIGHT;
        let place =
            |index: usize| Rect::from_min_size(pos2(left, top + index as f32 * ROW_HEIGHT), vec2(width, ROW_HEIGHT));
        let mut has_keyboard = false;
        let mut revealed = None;
        for index in range {
            let Some(response) = row_ui(ui, index, place(index)) else { continue };
            has_keyboard |= response.has_focus();
            revealed = if reveal == Some(index) { Some(response) } else { revealed };
        }
        // The keyboard goes along with the selection.
        if let Some(response) = revealed.filter(|_| has_keyboard) {
            response.request_focus();
        }
        if let Some(index) = reveal {
            // With its neighbours in sight.
            let around = place(index).expand2(vec2(0.0, ROW_HEIGHT));
            ui.scroll_to_rect_animation(around, None, egui::style::ScrollAnimation::none());
        }
    });
}

/// A row that can be clicked and reached by keyboard; `name` is what a screen reader says of it.
pub(super) fn row_response(ui: &Ui, salt: &str, index: usize, rect: Rect, selected: bool, name: &str) -> Response {
    let tokens = Tokens::of(ui);
    let response = ui.interact(rect, ui.scope_id().with((salt, index)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, selected, name));
    if response.has_focus() {
        // Up and down go along the list; the keyboard stays in it.
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
    let painter = ui.painter();
    if selected {
        painter.rect_filled(rect, 0.0, tokens.county_wash[0]);
        painter.vline(rect.left() + 1.5, rect.y_range(), Stroke::new(3.0, tokens.county[0]));
    } else if response.hovered() {
        painter.rect_filled(rect, 0.0, tokens.button);
    }
    if response.has_focus() {
        painter.rect(
            rect.shrink(1.0),
            0.0,
            egui::Color32::TRANSPARENT,
            Stroke::new(2.0, tokens.focus),
            StrokeKind::Inside,
        );
    }
    painter.hline(rect.x_range(), rect.bottom() - 0.5, tokens.border());
    response
}

/// How a text in a column looks.
#[derive(Clone, Copy, Default)]
pub(super) struct Look {
    /// Secondary.
    pub(super) dim: bool,
    /// Struck through.
    pub(super) struck: bool,
}

/// Paints `text` into `column` of the row at `rect`.
pub(super) fn paint_cell(ui: &Ui, rect: Rect, column: &Column, text: &str, look: Look) {
    let tokens = Tokens::of(ui);
    let (colour, points) = if look.dim { (tokens.dim, size::SMALL) } else { (tokens.ink, size::BODY) };
    let mut job = one_line(text, font(points), colour, column.width);
    if look.struck {
        for section in &mut job.sections {
            section.format.strikethrough = Stroke::new(1.0, colour);
        }
    }
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.left() + column.left, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, colour);
}

/// The names of the columns, above the rows.
pub(super) fn head_ui<const N: usize>(ui: &mut Ui, columns: &[Column; N], names: [String; N]) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD_HEIGHT), Sense::hover());
    ui.painter().rect_filled(rect, 0.0, tokens.background);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, tokens.border());
    for (column, name) in columns.iter().zip(names) {
        let galley = ui.painter().layout_job(one_line(&name, font(size::TINY), tokens.dim, column.width));
        let at = pos2(rect.left() + column.left, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, tokens.dim);
    }
}

const HEAD_HEIGHT: f32 = 22.0;
