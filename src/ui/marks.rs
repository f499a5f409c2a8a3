//! Markers: county A is round, county B square, everywhere; each pinned county has a shape of its own. Filled for
//! results, hollow for aims; a limit has an arrow, an approximate value whiskers, a derived one a diamond.

use egui::{Color32, Painter, Pos2, Rect, Sense, Stroke, Ui, Vec2, pos2, vec2};

use super::theme::{MARKER_RADIUS, Tokens};
use crate::compare::Side;
use crate::model::Bound;

/// Length of arrows and whiskers beyond a marker, in points.
const REACH: f32 = 6.0;

/// Paints the marker of `side`; `hollow` for an aim.
pub(super) fn paint_marker(painter: &Painter, at: Pos2, side: Side, colour: Color32, hollow: Option<Color32>) {
    paint_shape(painter, at, side.index(), colour, hollow);
}

/// Paints the marker of a county of the plot: 0 and 1 for the sides, then the pinned ones.
pub(super) fn paint_shape(painter: &Painter, at: Pos2, slot: usize, colour: Color32, hollow: Option<Color32>) {
    let stroke = if hollow.is_some() { Stroke::new(2.0, colour) } else { Stroke::NONE };
    let fill = hollow.unwrap_or(colour);
    let polygon = |corners: &[(f32, f32)]| {
        let points = corners.iter().map(|(x, y)| at + vec2(*x, *y) * MARKER_RADIUS).collect();
        painter.add(egui::Shape::convex_polygon(points, fill, stroke));
    };
    match slot {
        0 => {
            painter.circle(at, MARKER_RADIUS, fill, stroke);
        }
        1 => {
            let square = Rect::from_center_size(at, Vec2::splat(2.0 * MARKER_RADIUS - 1.0));
            painter.rect(square, 0.0, fill, stroke, egui::StrokeKind::Middle);
        }
        2 => polygon(&[(0.0, -1.15), (1.1, 0.85), (-1.1, 0.85)]),
        3 => polygon(&[(-1.1, -0.85), (1.1, -0.85), (0.0, 1.15)]),
        4 => polygon(&[(-0.85, -1.1), (1.15, 0.0), (-0.85, 1.1)]),
        5 => polygon(&[(0.85, -1.1), (0.85, 1.1), (-1.15, 0.0)]),
        6 => polygon(&[(0.0, -1.15), (1.1, -0.3), (0.7, 1.0), (-0.7, 1.0), (-1.1, -0.3)]),
        _ => polygon(&[(-0.5, -1.3), (0.5, -1.3), (0.5, 1.3), (-0.5, 1.3)]),
    }
}

/// Paints a derived value: a hollow diamond around a dot.
pub(super) fn paint_derived(painter: &Painter, at: Pos2, colour: Color32, hollow: Color32) {
    let far = MARKER_RADIUS * 1.5;
    let points = vec![at + vec2(0.0, -far), at + vec2(far, 0.0), at + vec2(0.0, far), at + vec2(-far, 0.0)];
    painter.add(egui::Shape::convex_polygon(points, hollow, Stroke::new(1.5, colour)));
}

/// Paints what is said of a value's exactness around its marker: an arrow up for at least, down for at most, whiskers
/// for approximate.
pub(super) fn paint_bound(painter: &Painter, at: Pos2, bound: Bound, colour: Color32) {
    let stroke = Stroke::new(1.5, colour);
    let line = |from: Vec2, to: Vec2| {
        painter.line_segment([at + from, at + to], stroke);
    };
    let stem = |way: f32| {
        let (near, tip) = (MARKER_RADIUS * way, (MARKER_RADIUS + REACH) * way);
        line(vec2(0.0, near), vec2(0.0, tip));
        tip
    };
    match bound {
        Bound::Exact => {}
        Bound::Approx => {
            for way in [-1.0, 1.0] {
                let tip = stem(way) - 2.0 * way;
                line(vec2(-3.0, tip), vec2(3.0, tip));
            }
        }
        Bound::Min | Bound::Max => {
            let way = if bound == Bound::Min { -1.0 } else { 1.0 };
            let tip = stem(way);
            for wing in [-3.0, 3.0] {
                line(vec2(0.0, tip), vec2(wing, tip - 3.5 * way));
            }
        }
    }
}

/// The marker of a county of the plot in a row of widgets, or of its aims.
pub(super) fn shape_ui(ui: &mut Ui, slot: usize, hollow: bool) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(2.0 * MARKER_RADIUS), Sense::hover());
    paint_shape(ui.painter(), rect.center(), slot, tokens.of_slot(slot), hollow.then_some(tokens.panel));
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

/// A small triangle beside what rows are sorted by: up for rising.
pub(super) fn paint_sorted(painter: &Painter, at: Pos2, rising: bool, colour: Color32) {
    let tip = if rising { -3.0 } else { 3.0 };
    let points = [vec2(-3.5, -tip * 0.8), vec2(3.5, -tip * 0.8), vec2(0.0, tip)];
    let points = points.iter().map(|offset| pos2(at.x + offset.x, at.y + offset.y)).collect();
    painter.add(egui::Shape::convex_polygon(points, colour, Stroke::NONE));
}

/// One line of text, cut with an ellipsis at `width`.
pub(super) fn one_line(text: &str, font: egui::FontId, colour: Color32, width: f32) -> egui::text::LayoutJob {
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = egui::text::TextWrapping::truncate_at_width(width.max(1.0));
    job
}
