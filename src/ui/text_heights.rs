//! Where each paragraph of a long text stands, although only those in view are laid out.

use crate::model::Paragraph;

/// A character of a Chinese text is as wide as it is high; one of Latin script about half as wide.
const NARROW_WIDTH: f32 = 0.56;

/// Tops and heights of paragraphs in points: guessed from their characters, and put right as they are laid out.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Heights {
    /// The width that they were guessed for.
    width: f32,
    of: Vec<f32>,
    /// One more than there are paragraphs: the last is the bottom.
    tops: Vec<f32>,
}

impl Heights {
    /// Guesses for a text set in `font` points with rows of `row` points, `gap` points below each paragraph.
    pub(super) fn guess(paragraphs: &[Paragraph], width: f32, font: f32, row: f32, gap: f32) -> Self {
        let height = |paragraph: &Paragraph| {
            let wide: f32 = paragraph.text.chars().map(|ch| if ch.is_ascii() { NARROW_WIDTH } else { 1.0 }).sum();
            (wide * font / width.max(font)).ceil().max(1.0) * row + gap
        };
        let mut out = Self { width, of: paragraphs.iter().map(height).collect(), tops: Vec::new() };
        out.add_up();
        out
    }

    /// Whether they are of a text of `count` paragraphs at this width.
    pub(super) fn fit(&self, count: usize, width: f32) -> bool {
        self.of.len() == count && (self.width - width).abs() < 0.5
    }

    /// Height of the whole text.
    pub(super) fn total(&self) -> f32 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// The paragraph at height `y`.
    pub(super) fn at(&self, y: f32) -> usize {
        self.tops.partition_point(|top| *top <= y).saturating_sub(1).min(self.of.len().saturating_sub(1))
    }

    /// Where paragraph `index` begins.
    pub(super) fn top(&self, index: usize) -> f32 {
        self.tops.get(index).copied().unwrap_or_else(|| self.total())
    }

    /// How high paragraph `index` is.
    pub(super) fn height(&self, index: usize) -> f32 {
        self.of.get(index).copied().unwrap_or(0.0)
    }

    /// Notes heights as laid out.
    pub(super) fn measured(&mut self, found: &[(usize, f32)]) {
        let mut changed = false;
        for (index, height) in found {
            if let Some(known) = self.of.get_mut(*index).filter(|known| (**known - height).abs() > 0.01) {
                *known = *height;
                changed = true;
            }
        }
        if changed {
            self.add_up();
        }
    }

    fn add_up(&mut self) {
        let mut bottom = 0.0;
        self.tops.clear();
        self.tops.push(0.0);
        self.tops.extend(self.of.iter().map(|height| {
            bottom += height;
            bottom
        }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_are_found_by_height_also_after_measuring() {
        let paragraph = |count: usize| Paragraph::new("数".repeat(count), Vec::new(), vec![(0, 0)]);
        let mut heights = Heights::guess(&[paragraph(10), paragraph(25), paragraph(1)], 100.0, 10.0, 20.0, 5.0);
        let near = |a: f32, b: f32| (a - b).abs() < 0.001;
        assert!(near(heights.top(1), 25.0) && near(heights.top(2), 90.0));
        assert_eq!([0.0, 24.0, 25.0, 100.0, 900.0].map(|y| heights.at(y)), [0, 0, 1, 2, 2]);
        heights.measured(&[(0, 45.0)]);
        assert!(near(heights.top(1), 45.0) && near(heights.total(), 135.0));
        assert!(heights.fit(3, 100.0) && !heights.fit(3, 90.0) && !heights.fit(2, 100.0));
    }
}
