//! Markers: county A is round, county B square, as in the window; each other county has a shape of its own. Filled for
//! results, hollow for aims; a limit has an arrow, an approximate value whiskers, a derived one is a diamond.

use super::layout::{Colour, Drawing, Ink, Outline, Point, Shape, Stroke, at};
use crate::model::{Bound, ObservationRef};

/// Radius of a marker.
pub(super) const RADIUS: f32 = 4.5;
/// Length of arrows and whiskers beyond a marker.
const REACH: f32 = 5.5;

/// What a marker stands for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marker {
    /// Which county's: 0 and 1 for the sides, then the pinned ones.
    pub(super) slot: usize,
    /// Its county's colour.
    pub(super) colour: Colour,
    /// The ground, seen through an aim.
    pub(super) hollow: Option<Colour>,
    /// The statement that it shows.
    pub(super) of: Option<ObservationRef>,
}

impl Marker {
    /// Draws it at `place`.
    pub(super) fn draw(self, out: &mut Drawing, place: Point) {
        let far = RADIUS;
        let corners = |corners: &[(f32, f32)]| {
            Outline::Closed(corners.iter().map(|(x, y)| at(place.x + x * far, place.y + y * far)).collect())
        };
        let outline = match self.slot {
            0 => Outline::Circle(place, far),
            1 => corners(&[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]),
            2 => corners(&[(0.0, -1.15), (1.1, 0.85), (-1.1, 0.85)]),
            3 => corners(&[(-1.1, -0.85), (1.1, -0.85), (0.0, 1.15)]),
            4 => corners(&[(-0.85, -1.1), (1.15, 0.0), (-0.85, 1.1)]),
            5 => corners(&[(0.85, -1.1), (0.85, 1.1), (-1.15, 0.0)]),
            6 => corners(&[(0.0, -1.15), (1.1, -0.3), (0.7, 1.0), (-0.7, 1.0), (-1.1, -0.3)]),
            _ => corners(&[(-0.5, -1.3), (0.5, -1.3), (0.5, 1.3), (-0.5, 1.3)]),
        };
        let stroke = self.hollow.is_some().then(|| solid(self.colour, 1.8));
        out.push(Ink::Shape(Shape { outline, fill: Some(self.hollow.unwrap_or(self.colour)), stroke }), self.of);
    }

    /// Draws a derived value at `place`: a hollow diamond.
    pub(super) fn draw_derived(self, out: &mut Drawing, place: Point, paper: Colour) {
        let far = RADIUS * 1.5;
        let corners = [(0.0, -far), (far, 0.0), (0.0, far), (-far, 0.0)];
        let outline = Outline::Closed(corners.iter().map(|(x, y)| at(place.x + x, place.y + y)).collect());
        let shape = Shape { outline, fill: Some(paper), stroke: Some(solid(self.colour, 1.5)) };
        out.push(Ink::Shape(shape), self.of);
    }
}

/// Draws what is said of a value's exactness around its marker: an arrow up for at least, down for at most, whiskers for
/// approximate.
pub(super) fn draw_bound(out: &mut Drawing, place: Point, bound: Bound, colour: Colour) {
    let mut line = |from: (f32, f32), to: (f32, f32)| {
        let ends = [from, to].map(|(x, y)| at(place.x + x, place.y + y));
        out.line(ends[0], ends[1], solid(colour, 1.4));
    };
    match bound {
        Bound::Exact => {}
        Bound::Approx => {
            for way in [-1.0, 1.0] {
                let tip = (RADIUS + REACH - 2.0) * way;
                line((0.0, RADIUS * way), (0.0, tip));
                line((-3.0, tip), (3.0, tip));
            }
        }
        Bound::Min | Bound::Max => {
            let way = if bound == Bound::Min { -1.0 } else { 1.0 };
            let tip = (RADIUS + REACH) * way;
            line((0.0, RADIUS * way), (0.0, tip));
            for wing in [-3.0, 3.0] {
                line((0.0, tip), (wing, tip - 3.5 * way));
            }
        }
    }
}

/// An unbroken line.
pub(super) fn solid(colour: Colour, width: f32) -> Stroke {
    Stroke { colour, width, dash: None }
}
