//! Markers: county A is round, county B square, everywhere; filled for results, hollow for aims.

use egui::{Color32, Painter, Pos2, Rect, Sense, Stroke, Ui, Vec2, pos2, vec2};

use super::theme::{MARKER_RADIUS, Tokens};
use crate::compare::Side;

/// Paints the marker of `side`; `hollow` for an aim.
pub(super) fn paint_marker(painter: &Painter, at: Pos2, side: Side, colour: Color32, hollow: Option<Color32>) {
    let stroke = if hollow.is_some() { Stroke::new(2.0, colour) } else { Stroke::NONE };
    let fill = hollow.unwrap_or(colour);
    match side {
        Side::Left => {
            painter.circle(at, MARKER_RADIUS, fill, stroke);
        }
        Side::Right => {
            let square = Rect::from_center_size(at, Vec2::splat(2.0 * MARKER_RADIUS - 1.0));
            painter.rect(square, 0.0, fill, stroke, egui::StrokeKind::Middle);
        }
    }
}

/// The marker of `side` in a row of widgets.
pub(super) fn marker_ui(ui: &mut Ui, side: Side) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(2.0 * MARKER_RADIUS), Sense::hover());
    paint_marker(ui.painter(), rect.center(), side, Tokens::of(ui).of_side(side), None);
}

/// A small triangle: down for open, right for folded. Painted, since few fonts have a pleasant one.
pub(super) fn paint_chevron(painter: &Painter, at: Pos2, open: bool, colour: Color32) {
    let points = if open {
        [vec2(-4.0, -2.0), vec2(4.0, -2.0), vec2(0.0, 3.0)]
    } else {
        [vec2(-2.0, -4.0), vec2(3.0, 0.0), vec2(-2.0, 4.0)]
    };
    let points = points.iter().map(|offset| pos2(at.x + offset.x, at.y + offset.y)).collect();
    painter.add(egui::Shape::convex_polygon(points, colour, Stroke::NONE));
}

/// One line of text, cut with an ellipsis at `width`.
pub(super) fn one_line(text: &str, font: egui::FontId, colour: Color32, width: f32) -> egui::text::LayoutJob {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(1.0));
    job
}
