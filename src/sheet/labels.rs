//! Where labels of the plot stand: beside what they name, over nothing else.

use super::layout::{Point, Rect, at};

/// From a marker to its label.
const DISTANCE: f32 = 8.0;

/// The places taken so far in a chart.
pub(super) struct Labels {
    frame: Rect,
    markers: Vec<Rect>,
    placed: Vec<Rect>,
    lines: Vec<[Point; 2]>,
}

impl Labels {
    /// No label yet in `frame`, and markers at `markers`, which no label may cover; lines it avoids where it can.
    pub(super) fn new(frame: Rect, markers: Vec<Rect>, lines: Vec<[Point; 2]>) -> Self {
        Self { frame, markers, placed: Vec::new(), lines }
    }

    /// A place of `width` and `height` beside `at` that is free and nearer to no other marker; none is better than one
    /// that hides another, or seems to name it.
    pub(super) fn beside(&mut self, at: Point, width: f32, height: f32) -> Option<Rect> {
        let far = DISTANCE;
        let (left, middle, right) = (at.x - width - far * 0.7, at.x - width / 2.0, at.x + far * 0.7);
        let (above, below) = (at.y - far - height, at.y + far);
        let candidates = [
            (middle, above),
            (right, above + 2.0),
            (left, above + 2.0),
            (right + 3.0, at.y - height / 2.0),
            (left - 3.0, at.y - height / 2.0),
            (middle, below),
            (right, below - 2.0),
            (left, below - 2.0),
            (right, above - height),
            (left, above - height),
            (middle, above - height),
            (right, below + height),
            (left, below + height),
        ];
        let is_nearest = |markers: &[Rect], place: &Rect| {
            let far = place.distance(at);
            markers.iter().all(|other| other.distance(at) == 0.0 || place.distance(other.centre()) > far)
        };
        let candidates = candidates.map(|(x, y)| Rect::new(x, y, width, height));
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
            self.frame.contains(rect) && !taken.any(|other| other.overlaps(rect)) && suit(&self.markers, rect)
        };
        let is_clear = |rect: &&Rect| is_free(rect) && !self.lines.iter().any(|line| rect.is_crossed(*line));
        let found = candidates.iter().find(is_clear).or_else(|| candidates.iter().find(is_free)).copied()?;
        self.placed.push(found);
        Some(found)
    }

    /// As [`first_free`](Self::first_free), for words at the top of an upright line at `x`: where it can be had, their line
    /// runs through no other words, and those placed later keep off it.
    pub(super) fn on_line(&mut self, x: f32, candidates: &[Rect]) -> Option<Rect> {
        let line = |top: f32| [at(x, top), at(x, self.frame.max.y)];
        let is_clear = |place: &&Rect| !self.placed.iter().any(|other| other.is_crossed(line(place.min.y)));
        let clear: Vec<Rect> = candidates.iter().filter(is_clear).copied().collect();
        let found = self.first_free(&clear).or_else(|| self.first_free(candidates));
        self.lines.push([at(x, found.map_or(self.frame.min.y, |found| found.min.y)), at(x, self.frame.max.y)]);
        found
    }
}
