//! Where labels stand: beside what they name, over nothing else.

use std::sync::Arc;

use egui::{Align2, Color32, Galley, Pos2, Rect, Ui, Vec2, pos2, vec2};

use super::theme::Tokens;

const DISTANCE: f32 = 9.0;

/// The places taken so far in a chart.
#[derive(Debug, Clone)]
pub(super) struct Labels {
    frame: Rect,
    markers: Vec<Rect>,
    placed: Vec<Rect>,
    lines: Vec<[Pos2; 2]>,
}

impl Labels {
    /// No label yet in `frame`, and markers at `markers`, which no label may cover; lines it avoids where it can.
    pub(super) fn new(frame: Rect, markers: Vec<Rect>, lines: Vec<[Pos2; 2]>) -> Self {
        Self { frame, markers, placed: Vec::new(), lines }
    }

    /// A place of `size` beside `at` that is free and nearer to no other marker; none is better than one that hides
    /// another, or seems to name it.
    pub(super) fn beside(&mut self, at: Pos2, size: Vec2) -> Option<Rect> {
        let far = DISTANCE;
        let place = |align: Align2, offset: Vec2| align.anchor_size(at + offset, size);
        let candidates = [
            place(Align2::CENTER_BOTTOM, vec2(0.0, -far)),
            place(Align2::LEFT_BOTTOM, vec2(far * 0.7, -far * 0.7)),
            place(Align2::RIGHT_BOTTOM, vec2(-far * 0.7, -far * 0.7)),
            place(Align2::LEFT_CENTER, vec2(far, 0.0)),
            place(Align2::RIGHT_CENTER, vec2(-far, 0.0)),
            place(Align2::CENTER_TOP, vec2(0.0, far)),
            place(Align2::LEFT_TOP, vec2(far * 0.7, far * 0.7)),
            place(Align2::RIGHT_TOP, vec2(-far * 0.7, far * 0.7)),
            place(Align2::LEFT_BOTTOM, vec2(far * 0.7, -far - size.y)),
            place(Align2::RIGHT_BOTTOM, vec2(-far * 0.7, -far - size.y)),
            place(Align2::CENTER_BOTTOM, vec2(0.0, -far - size.y)),
        ];
        let is_nearest = |markers: &[Rect], place: &Rect| {
            let far = place.distance_to_pos(at);
            markers.iter().all(|other| other.contains(at) || place.distance_to_pos(other.center()) > far)
        };
        self.first_that(&candidates, is_nearest)
    }

    /// The first of `candidates` that is free and crosses no line, else the first that is free.
    pub(super) fn first_free(&mut self, candidates: &[Rect]) -> Option<Rect> {
        self.first_that(candidates, |_, _| true)
    }

    /// The same of those that `suit` beside the markers; asked last, for it takes longest where markers are many.
    fn first_that(&mut self, candidates: &[Rect], suit: impl Fn(&[Rect], &Rect) -> bool) -> Option<Rect> {
        let is_free = |rect: &&Rect| {
            let mut taken = self.markers.iter().chain(&self.placed);
            self.frame.contains_rect(**rect)
                && !taken.any(|other| other.intersects(rect.shrink(1.0)))
                && suit(&self.markers, rect)
        };
        let is_clear = |rect: &&Rect| is_free(rect) && !self.lines.iter().any(|line| crosses(rect.shrink(1.0), *line));
        let found = candidates.iter().find(is_clear).or_else(|| candidates.iter().find(is_free)).copied()?;
        self.placed.push(found);
        Some(found)
    }

    /// As [`first_free`](Self::first_free), for words at the top of an upright line at `x`: where it can be had, their line
    /// runs through no other words.
    pub(super) fn on_line(&mut self, x: f32, candidates: &[Rect]) -> Option<Rect> {
        let line = |top: f32| [pos2(x, top), pos2(x, self.frame.bottom())];
        let is_clear = |place: &&Rect| !self.placed.iter().any(|other| crosses(*other, line(place.top())));
        let clear: Vec<Rect> = candidates.iter().filter(is_clear).copied().collect();
        self.first_free(&clear).or_else(|| self.first_free(candidates))
    }
}

/// Paints a label where it was placed; a line behind it is broken, so that the words stay readable.
pub(super) fn paint_label(ui: &Ui, rect: Rect, galley: Arc<Galley>, colour: Color32) {
    ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 2.0, Tokens::of(ui).panel.gamma_multiply(0.82));
    ui.painter().galley(rect.min, galley, colour);
}

/// Whether a line runs through `rect` (Liang and Barsky).
fn crosses(rect: Rect, [from, to]: [Pos2; 2]) -> bool {
    let along = to - from;
    let (mut enters, mut leaves) = (0.0_f32, 1.0_f32);
    for (step, room_low, room_high) in
        [(along.x, rect.left() - from.x, rect.right() - from.x), (along.y, rect.top() - from.y, rect.bottom() - from.y)]
    {
        if step.abs() < f32::EPSILON {
            if room_low > 0.0 || room_high < 0.0 {
                return false;
            }
            continue;
        }
        let (one, other) = (room_low / step, room_high / step);
        enters = enters.max(one.min(other));
        leaves = leaves.min(one.max(other));
    }
    enters <= leaves
}

#[cfg(test)]
mod tests {
    use egui::pos2;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_line_through_a_label_is_seen() {
        let rect = Rect::from_min_max(pos2(10.0, 10.0), pos2(20.0, 20.0));
        assert!(crosses(rect, [pos2(0.0, 0.0), pos2(30.0, 30.0)]));
        assert!(crosses(rect, [pos2(15.0, 0.0), pos2(15.0, 12.0)]));
        assert!(!crosses(rect, [pos2(0.0, 0.0), pos2(30.0, 5.0)]));
        assert!(!crosses(rect, [pos2(0.0, 0.0), pos2(9.0, 9.0)]));
    }

    #[test]
    fn a_lone_label_stands_above_its_point() {
        let frame = Rect::from_min_max(pos2(0.0, 0.0), pos2(200.0, 100.0));
        let mut labels = Labels::new(frame, Vec::new(), Vec::new());
        let rect = labels.beside(pos2(100.0, 50.0), vec2(40.0, 12.0)).unwrap();
        assert!(rect.bottom() < 50.0 && (rect.center().x - 100.0).abs() < 0.01);
    }

    proptest! {
        #[test]
        fn labels_cover_neither_each_other_nor_a_marker_and_stay_inside(
            points in prop::collection::vec((0.0..400.0_f32, 0.0..200.0_f32), 1..60),
            sizes in prop::collection::vec((10.0..90.0_f32, 8.0..16.0_f32), 60),
        ) {
            let frame = Rect::from_min_max(pos2(0.0, 0.0), pos2(400.0, 200.0));
            let points: Vec<Pos2> = points.iter().map(|(x, y)| pos2(*x, *y)).collect();
            let markers: Vec<Rect> = points.iter().map(|at| Rect::from_center_size(*at, Vec2::splat(10.0))).collect();
            let lines = points.windows(2).map(|pair| [pair[0], pair[1]]).collect();
            let mut labels = Labels::new(frame, markers.clone(), lines);
            let mut placed: Vec<Rect> = Vec::new();
            for (at, (width, height)) in points.iter().zip(sizes) {
                placed.extend(labels.beside(*at, vec2(width, height)));
            }
            // Touching by a point is no overlap.
            let overlap = |one: &Rect, other: &Rect| one.shrink(1.01).intersects(*other);
            for (index, rect) in placed.iter().enumerate() {
                prop_assert!(frame.contains_rect(*rect));
                prop_assert!(!placed[..index].iter().any(|other| overlap(rect, other)));
                prop_assert!(!markers.iter().any(|marker| overlap(rect, marker)));
            }
        }
    }
}
