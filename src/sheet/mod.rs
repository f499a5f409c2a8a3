//! The comparison sheet: one picture of two counties that stands by itself, in a paper, on a slide or in a chat.
//!
//! Pure: a comparison goes in, laid-out pages come out ([`Page`]), and from them SVG, PNG and PDF, the same bytes each time.
//! Lengths are points of a page: 96 to the inch.

mod chart;
mod font;
mod labels;
mod layout;
mod marks;
mod plot;
mod svg;
mod theme;

pub use chart::PlotSource;
pub use font::{BOLD, REGULAR};
pub use layout::{Anchor, Colour, Drawing, Ink, Item, Outline, Page, Point, Rect, Shape, Stroke, Text};
pub use plot::plot_svg;
pub use svg::Links;
pub use theme::SheetTheme;
