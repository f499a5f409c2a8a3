//! Shown while files hover over the window: which half takes which side.

use egui::{Align2, Color32, LayerId, Order, Rect, Ui, vec2};

use super::ViewContext;
use super::theme::{CARD_CORNER, Tokens, font, size};
use crate::compare::Side;

/// Draws the overlay if files hover. On many systems the pointer's place is not told during a drag, so both halves are
/// labelled and the one under the pointer, where known, is stronger.
pub(super) fn drop_overlay_ui(context: &ViewContext<'_>, ui: &Ui) {
    let (count, pointer) = ui.input(|input| (input.raw.hovered_files.len(), input.pointer.latest_pos()));
    if count == 0 {
        return;
    }
    let tokens = Tokens::of(ui);
    let layer = ui.ctx().layer_painter(LayerId::new(Order::Foreground, egui::Id::unique("drop-overlay")));
    let screen = ui.ctx().content_rect();
    if count > 1 {
        pane(&layer, screen.shrink(8.0), tokens.panel, tokens.dim, &context.text("drop-anywhere"));
        return;
    }
    for side in Side::BOTH {
        let half = half_of(screen, side);
        let over = pointer.is_some_and(|at| half.contains(at));
        let fill = if over { tokens.wash(side) } else { tokens.panel };
        let key = match side {
            Side::Left => "drop-left",
            Side::Right => "drop-right",
        };
        pane(&layer, half.shrink(8.0), fill, tokens.of_side(side), &context.text(key));
    }
}

/// The half of the window that belongs to `side`.
fn half_of(screen: Rect, side: Side) -> Rect {
    let half = vec2(screen.width() / 2.0, screen.height());
    match side {
        Side::Left => Rect::from_min_size(screen.left_top(), half),
        Side::Right => Rect::from_min_size(screen.center_top(), half),
    }
}

fn pane(painter: &egui::Painter, rect: Rect, fill: Color32, colour: Color32, text: &str) {
    painter.rect(
        rect,
        CARD_CORNER,
        fill.gamma_multiply(0.92),
        egui::Stroke::new(2.0, colour),
        egui::StrokeKind::Inside,
    );
    painter.text(rect.center(), Align2::CENTER_CENTER, text, font(size::FIGURE), colour);
}
