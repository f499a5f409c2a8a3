//! What a page is made of: text with measured extent, lines and shapes, in points from the upper left corner.

use crate::model::ObservationRef;

/// How far a line of text rises above its baseline and falls below it, in shares of its size: the square of a Chinese
/// character.
const ASCENT: f32 = 0.88;
const DESCENT: f32 = 0.12;

/// A place on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Point {
    /// From the left edge.
    pub x: f32,
    /// From the upper edge.
    pub y: f32,
}

/// Shorthand for a [`Point`].
pub(super) fn at(x: f32, y: f32) -> Point {
    Point { x, y }
}

/// An upright rectangle.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Upper left corner.
    pub min: Point,
    /// Lower right corner.
    pub max: Point,
}

impl Rect {
    /// From its upper left corner.
    pub fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self { min: at(x, y), max: at(x + width, y + height) }
    }

    /// From left to right.
    pub fn width(&self) -> f32 {
        self.max.x - self.min.x
    }

    /// From top to bottom.
    pub fn height(&self) -> f32 {
        self.max.y - self.min.y
    }

    /// Smaller by `by` on each side.
    #[must_use]
    pub fn shrink(&self, by: f32) -> Self {
        Self { min: at(self.min.x + by, self.min.y + by), max: at(self.max.x - by, self.max.y - by) }
    }

    /// Whether the two share more than an edge.
    pub fn overlaps(&self, other: &Self) -> bool {
        self.min.x < other.max.x && other.min.x < self.max.x && self.min.y < other.max.y && other.min.y < self.max.y
    }

    /// Whether `other` lies inside.
    pub fn contains(&self, other: &Self) -> bool {
        self.min.x <= other.min.x && self.min.y <= other.min.y && other.max.x <= self.max.x && other.max.y <= self.max.y
    }

    /// From the nearest place in it to `to`.
    pub(super) fn distance(&self, to: Point) -> f32 {
        let outside = |place: f32, low: f32, high: f32| (low - place).max(place - high).max(0.0);
        outside(to.x, self.min.x, self.max.x).hypot(outside(to.y, self.min.y, self.max.y))
    }

    /// Its middle.
    pub(super) fn centre(&self) -> Point {
        at(f32::midpoint(self.min.x, self.max.x), f32::midpoint(self.min.y, self.max.y))
    }

    /// Whether the straight line from `from` to `to` runs through it (Liang and Barsky).
    pub(super) fn is_crossed(&self, [from, to]: [Point; 2]) -> bool {
        let (mut enters, mut leaves) = (0.0_f32, 1.0_f32);
        for (step, low, high) in [
            (to.x - from.x, self.min.x - from.x, self.max.x - from.x),
            (to.y - from.y, self.min.y - from.y, self.max.y - from.y),
        ] {
            if step.abs() < f32::EPSILON {
                if low > 0.0 || high < 0.0 {
                    return false;
                }
                continue;
            }
            enters = enters.max((low / step).min(high / step));
            leaves = leaves.min((low / step).max(high / step));
        }
        enters <= leaves
    }
}

/// Red, green, blue.
pub type Colour = [u8; 3];

/// Which end of a text stands at its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    /// The left one.
    Start,
    /// Its middle.
    Middle,
    /// The right one.
    End,
}

/// One run of text on one line.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    /// Where it stands, on its baseline.
    pub at: Point,
    /// Which end of it stands there.
    pub anchor: Anchor,
    /// The words.
    pub words: String,
    /// Height of a Chinese character.
    pub size: f32,
    /// Whether in the bold face.
    pub bold: bool,
    /// Colour.
    pub colour: Colour,
    /// Measured length.
    pub width: f32,
}

impl Text {
    /// Where its first character begins.
    pub fn left(&self) -> f32 {
        match self.anchor {
            Anchor::Start => self.at.x,
            Anchor::Middle => self.at.x - self.width / 2.0,
            Anchor::End => self.at.x - self.width,
        }
    }

    /// Its extent.
    pub fn bounds(&self) -> Rect {
        let top = self.at.y - self.size * ASCENT;
        Rect::new(self.left(), top, self.width, self.size * (ASCENT + DESCENT))
    }
}

/// How a line or an outline is drawn.
#[derive(Debug, Clone, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub colour: Colour,
    /// Width.
    pub width: f32,
    /// Lengths of dash and gap; none for a solid line.
    pub dash: Option<[f32; 2]>,
}

/// A figure of lines.
#[derive(Debug, Clone, PartialEq)]
pub enum Outline {
    /// Straight lines from corner to corner.
    Open(Vec<Point>),
    /// The same, closed.
    Closed(Vec<Point>),
    /// A circle by its centre and radius.
    Circle(Point, f32),
}

/// A shape, filled or drawn or both.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Its lines.
    pub outline: Outline,
    /// Its inside.
    pub fill: Option<Colour>,
    /// Its edge.
    pub stroke: Option<Stroke>,
}

impl Shape {
    /// Its extent, the width of its edge left out.
    pub fn bounds(&self) -> Rect {
        match &self.outline {
            Outline::Circle(centre, radius) => {
                Rect::new(centre.x - radius, centre.y - radius, 2.0 * radius, 2.0 * radius)
            }
            Outline::Open(points) | Outline::Closed(points) => {
                let first = points.first().copied().unwrap_or(at(0.0, 0.0));
                points.iter().fold(Rect { min: first, max: first }, |rect, point| Rect {
                    min: at(rect.min.x.min(point.x), rect.min.y.min(point.y)),
                    max: at(rect.max.x.max(point.x), rect.max.y.max(point.y)),
                })
            }
        }
    }
}

/// What an item shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Ink {
    /// Words.
    Text(Text),
    /// Lines and areas.
    Shape(Shape),
}

/// One thing on a page.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    /// What is drawn.
    pub ink: Ink,
    /// The statement that it shows.
    pub of: Option<ObservationRef>,
}

/// Things drawn one over the other, the first undermost.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawing {
    /// In the order of drawing.
    pub items: Vec<Item>,
}

impl Drawing {
    /// Adds words.
    pub(super) fn text(&mut self, text: Text) {
        if !text.words.is_empty() {
            self.push(Ink::Text(text), None);
        }
    }

    /// Adds a shape.
    pub(super) fn shape(&mut self, outline: Outline, fill: Option<Colour>, stroke: Option<Stroke>) {
        self.push(Ink::Shape(Shape { outline, fill, stroke }), None);
    }

    /// Adds a straight line.
    pub(super) fn line(&mut self, from: Point, to: Point, stroke: Stroke) {
        self.shape(Outline::Open(vec![from, to]), None, Some(stroke));
    }

    /// Adds what shows the statement `of`.
    pub(super) fn push(&mut self, ink: Ink, of: Option<ObservationRef>) {
        self.items.push(Item { ink, of });
    }

    /// Adds all of `other`, moved by `by`.
    pub(super) fn append(&mut self, other: Self, by: Point) {
        let moved = |point: &mut Point| *point = at(point.x + by.x, point.y + by.y);
        self.items.extend(other.items.into_iter().map(|mut item| {
            match &mut item.ink {
                Ink::Text(text) => moved(&mut text.at),
                Ink::Shape(shape) => match &mut shape.outline {
                    Outline::Circle(centre, _) => moved(centre),
                    Outline::Open(points) | Outline::Closed(points) => points.iter_mut().for_each(moved),
                },
            }
            item
        }));
    }

    /// Its runs of text.
    pub fn texts(&self) -> impl Iterator<Item = &Text> {
        self.items.iter().filter_map(|item| match &item.ink {
            Ink::Text(text) => Some(text),
            Ink::Shape(_) => None,
        })
    }
}

/// A finished page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// Width and height.
    pub size: [f32; 2],
    /// The part that may bear text.
    pub inner: Rect,
    /// What it shows.
    pub drawing: Drawing,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_through_a_rectangle_is_seen() {
        let rect = Rect::new(10.0, 10.0, 10.0, 10.0);
        assert!(rect.is_crossed([at(0.0, 0.0), at(30.0, 30.0)]));
        assert!(rect.is_crossed([at(15.0, 0.0), at(15.0, 12.0)]));
        assert!(!rect.is_crossed([at(0.0, 0.0), at(30.0, 5.0)]));
        assert!(!rect.is_crossed([at(0.0, 0.0), at(9.0, 9.0)]));
    }

    #[test]
    fn rectangles_that_touch_do_not_overlap() {
        let rect = Rect::new(0.0, 0.0, 10.0, 10.0);
        assert!(!rect.overlaps(&Rect::new(10.0, 0.0, 5.0, 5.0)));
        assert!(rect.overlaps(&Rect::new(9.0, 9.0, 5.0, 5.0)));
    }
}
