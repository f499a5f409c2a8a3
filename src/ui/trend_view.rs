//! How the trend plot is looked at, and what a person may wish of it.

use crate::compare::AreaKey;
use crate::model::{ExitRef, IndicatorId};

/// The smallest part of an axis that can be looked at.
const SMALLEST: f64 = 0.02;

/// How the trend plot is looked at, beside which indicators of which counties.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct TrendView {
    /// Values on a logarithmic scale.
    pub log: bool,
    /// The part that is shown; `None` for all.
    pub window: Option<TrendWindow>,
    /// Words that an indicator's name in the menu must contain.
    pub search: String,
}

/// A part of the plot, in shares of its whole axes from their beginning; the same part of every chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TrendWindow {
    /// From and to on the year axis.
    pub years: [f64; 2],
    /// From and to on the value axis.
    pub values: [f64; 2],
}

impl TrendWindow {
    /// All of it.
    pub const WHOLE: Self = Self { years: [0.0, 1.0], values: [0.0, 1.0] };

    /// A `factor` times smaller part around `at`, a share of what is shown now, from the left and from below; `None`
    /// where that is all.
    pub fn zoomed(self, factor: f64, at: [f64; 2]) -> Option<Self> {
        let zoom = |[from, to]: [f64; 2], at: f64| {
            let (pivot, length) = (from + (to - from) * at, to - from);
            let wanted = (length / factor).clamp(SMALLEST, 1.0);
            within(pivot - wanted * at, wanted)
        };
        Self { years: zoom(self.years, at[0]), values: zoom(self.values, at[1]) }.unless_whole()
    }

    /// The part that lies `by` further, in shares of what is shown now; stops at the ends of the axes.
    pub fn moved(self, by: [f64; 2]) -> Option<Self> {
        let shift = |[from, to]: [f64; 2], by: f64| within(from + (to - from) * by, to - from);
        Self { years: shift(self.years, by[0]), values: shift(self.values, by[1]) }.unless_whole()
    }

    fn unless_whole(self) -> Option<Self> {
        (self != Self::WHOLE).then_some(self)
    }
}

/// The stretch of `length` that begins at `from`, moved so far that it lies within 0 and 1.
fn within(from: f64, length: f64) -> [f64; 2] {
    let from = from.clamp(0.0, (1.0 - length).max(0.0));
    [from, (from + length).min(1.0)]
}

/// A wish about the trend plot.
#[derive(Debug, Clone, PartialEq)]
pub enum TrendWish {
    /// Draw an indicator beside the others, or no more.
    Toggle(IndicatorId),
    /// Draw a county beside the two compared, or no more.
    Pin(AreaKey),
    /// Draw values on a logarithmic scale, or on a linear one.
    Log(bool),
    /// Show this part; all where there is none.
    Window(Option<TrendWindow>),
    /// Show a smaller part.
    ZoomIn,
    /// Show a larger part.
    ZoomOut,
    /// Show in the menu only indicators whose name contains these words.
    Search(String),
    /// Show the sentence that tells of a county's exit.
    ShowExit(ExitRef),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zooming_in_and_out_comes_back_to_the_whole() {
        let near = TrendWindow::WHOLE.zoomed(2.0, [0.25, 0.5]).unwrap();
        assert_eq!(near, TrendWindow { years: [0.125, 0.625], values: [0.25, 0.75] });
        assert_eq!(near.zoomed(0.5, [0.25, 0.5]), None);
        assert_eq!(near.zoomed(0.25, [1.0, 1.0]), None);
    }

    #[test]
    fn panning_stops_at_the_ends() {
        let near = TrendWindow { years: [0.2, 0.4], values: [0.0, 0.5] };
        assert_eq!(near.moved([-5.0, -1.0]).unwrap(), TrendWindow { years: [0.0, 0.2], values: [0.0, 0.5] });
        let far = near.moved([50.0, 0.0]).unwrap();
        assert!((far.years[1] - 1.0).abs() < 1e-9 && (far.years[1] - far.years[0] - 0.2).abs() < 1e-9);
        assert_eq!(TrendWindow::WHOLE.moved([0.5, 0.5]), None);
    }

    #[test]
    fn no_zoom_goes_below_the_smallest_part() {
        let mut window = TrendWindow::WHOLE;
        for _ in 0..50 {
            window = window.zoomed(3.0, [0.5, 0.5]).unwrap();
        }
        assert!(window.years[1] - window.years[0] >= SMALLEST * 0.999);
    }
}
