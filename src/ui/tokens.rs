//! The colours of each appearance: the only file that may name a colour.

use egui::{Color32, Stroke, Ui};

use crate::compare::Side;

/// The colours of one appearance.
#[derive(Debug, Clone, Copy)]
pub(super) struct Tokens {
    /// Behind the cards.
    pub background: Color32,
    /// Cards, panels, bars.
    pub panel: Color32,
    /// Text.
    pub ink: Color32,
    /// Secondary text.
    pub dim: Color32,
    /// Borders and rules that only part things.
    pub line: Color32,
    /// Borders by which a field is known as one.
    pub edge: Color32,
    /// Round what has the keyboard.
    pub focus: Color32,
    /// Buttons at rest.
    pub button: Color32,
    /// Buttons under the pointer.
    pub button_hover: Color32,
    /// County A blue, county B vermilion: told apart by every kind of colour vision.
    pub county: [Color32; 2],
    /// Counties pinned into the plot beside the two: green, purple, olive, wine, teal, grey.
    pub pinned: [Color32; 6],
    /// Light washes of the county colours.
    pub county_wash: [Color32; 2],
    /// Text on a county colour.
    pub on_county: Color32,
    /// The figure within its sentence.
    pub highlight: Color32,
    /// It worked.
    pub good: Color32,
    /// It did not.
    pub bad: Color32,
    /// Wash behind an error.
    pub bad_wash: Color32,
}

pub(super) const LIGHT: Tokens = Tokens {
    background: Color32::from_rgb(0xf6, 0xf7, 0xf9),
    panel: Color32::from_rgb(0xff, 0xff, 0xff),
    ink: Color32::from_rgb(0x1b, 0x1f, 0x24),
    dim: Color32::from_rgb(0x5d, 0x67, 0x76),
    line: Color32::from_rgb(0xe1, 0xe5, 0xea),
    edge: Color32::from_rgb(0x7b, 0x84, 0x90),
    focus: Color32::from_rgb(0x1b, 0x1f, 0x24),
    button: Color32::from_rgb(0xee, 0xf1, 0xf4),
    button_hover: Color32::from_rgb(0xe2, 0xe7, 0xec),
    county: [Color32::from_rgb(0x00, 0x6c, 0xa9), Color32::from_rgb(0xad, 0x49, 0x00)],
    pinned: [
        Color32::from_rgb(0x00, 0x76, 0x56),
        Color32::from_rgb(0xa8, 0x3f, 0x86),
        Color32::from_rgb(0x77, 0x67, 0x00),
        Color32::from_rgb(0x7d, 0x1f, 0x2f),
        Color32::from_rgb(0x00, 0x72, 0x81),
        Color32::from_rgb(0x55, 0x5b, 0x66),
    ],
    county_wash: [Color32::from_rgb(0xe6, 0xf1, 0xf8), Color32::from_rgb(0xfb, 0xec, 0xe2)],
    on_county: Color32::from_rgb(0xff, 0xff, 0xff),
    highlight: Color32::from_rgb(0xff, 0xe9, 0xa8),
    good: Color32::from_rgb(0x2b, 0x74, 0x49),
    bad: Color32::from_rgb(0xa1, 0x3d, 0x00),
    bad_wash: Color32::from_rgb(0xfd, 0xf1, 0xe7),
};

pub(super) const DARK: Tokens = Tokens {
    background: Color32::from_rgb(0x16, 0x19, 0x1d),
    panel: Color32::from_rgb(0x1d, 0x21, 0x26),
    ink: Color32::from_rgb(0xe8, 0xeb, 0xef),
    dim: Color32::from_rgb(0x9e, 0xa8, 0xb5),
    line: Color32::from_rgb(0x2f, 0x35, 0x3d),
    edge: Color32::from_rgb(0x7a, 0x85, 0x93),
    focus: Color32::from_rgb(0xff, 0xff, 0xff),
    button: Color32::from_rgb(0x2a, 0x30, 0x37),
    button_hover: Color32::from_rgb(0x36, 0x3d, 0x46),
    county: [Color32::from_rgb(0x56, 0xb4, 0xe9), Color32::from_rgb(0xf0, 0x95, 0x5a)],
    pinned: [
        Color32::from_rgb(0x3f, 0xc9, 0x9b),
        Color32::from_rgb(0xdd, 0x8f, 0xc4),
        Color32::from_rgb(0xd2, 0xc2, 0x4c),
        Color32::from_rgb(0xea, 0x8c, 0x98),
        Color32::from_rgb(0x4f, 0xcb, 0xd8),
        Color32::from_rgb(0xb8, 0xbf, 0xc9),
    ],
    county_wash: [Color32::from_rgb(0x16, 0x30, 0x3f), Color32::from_rgb(0x3b, 0x26, 0x18)],
    on_county: Color32::from_rgb(0x06, 0x13, 0x1b),
    highlight: Color32::from_rgb(0x5b, 0x4a, 0x10),
    good: Color32::from_rgb(0x7c, 0xc7, 0x9a),
    bad: Color32::from_rgb(0xe0, 0xa9, 0x5a),
    bad_wash: Color32::from_rgb(0x33, 0x29, 0x1b),
};

/// White on black, for eyes that need it: every colour far from the ground, edges that show.
pub(super) const HIGH_CONTRAST: Tokens = Tokens {
    background: Color32::from_rgb(0x00, 0x00, 0x00),
    panel: Color32::from_rgb(0x00, 0x00, 0x00),
    ink: Color32::from_rgb(0xff, 0xff, 0xff),
    dim: Color32::from_rgb(0xd8, 0xd8, 0xd8),
    line: Color32::from_rgb(0x8c, 0x8c, 0x8c),
    edge: Color32::from_rgb(0xb0, 0xb0, 0xb0),
    focus: Color32::from_rgb(0xff, 0xff, 0x00),
    button: Color32::from_rgb(0x1f, 0x1f, 0x1f),
    button_hover: Color32::from_rgb(0x3d, 0x3d, 0x3d),
    county: [Color32::from_rgb(0x56, 0xc6, 0xff), Color32::from_rgb(0xff, 0xb0, 0x00)],
    pinned: [
        Color32::from_rgb(0x5e, 0xe6, 0xa8),
        Color32::from_rgb(0xff, 0x9f, 0xe0),
        Color32::from_rgb(0xff, 0xf3, 0x6b),
        Color32::from_rgb(0xff, 0x8a, 0x8a),
        Color32::from_rgb(0x6f, 0xe9, 0xf5),
        Color32::from_rgb(0xd0, 0xd0, 0xd0),
    ],
    county_wash: [Color32::from_rgb(0x00, 0x30, 0x4a), Color32::from_rgb(0x4a, 0x2e, 0x00)],
    on_county: Color32::from_rgb(0x00, 0x00, 0x00),
    highlight: Color32::from_rgb(0x6b, 0x56, 0x00),
    good: Color32::from_rgb(0x7d, 0xff, 0x9e),
    bad: Color32::from_rgb(0xff, 0xb0, 0x8a),
    bad_wash: Color32::from_rgb(0x3a, 0x14, 0x00),
};

impl Tokens {
    /// The colours that `ui` is drawn in.
    pub(super) fn of(ui: &Ui) -> &'static Self {
        let ground = ui.visuals().panel_fill;
        let found = [&LIGHT, &DARK, &HIGH_CONTRAST].into_iter().find(|tokens| tokens.background == ground);
        found.unwrap_or(&LIGHT)
    }

    /// The colour of a side.
    pub(super) fn of_side(&self, side: Side) -> Color32 {
        self.county[side.index()]
    }

    /// The colour of a county of the plot: 0 and 1 for the sides, then the pinned ones.
    pub(super) fn of_slot(&self, slot: usize) -> Color32 {
        let all = self.county.iter().chain(&self.pinned);
        all.copied().nth(slot).unwrap_or(self.dim)
    }

    /// The wash of a county of the plot.
    pub(super) fn wash_of_slot(&self, slot: usize) -> Color32 {
        self.county_wash.get(slot).copied().unwrap_or_else(|| self.of_slot(slot).gamma_multiply(0.16))
    }

    /// The wash of a side.
    pub(super) fn wash(&self, side: Side) -> Color32 {
        self.county_wash[side.index()]
    }

    /// A border.
    pub(super) fn border(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }

    /// The border of a field.
    pub(super) fn field_border(&self) -> Stroke {
        Stroke::new(1.0, self.edge)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [(&str, &Tokens); 3] = [("light", &LIGHT), ("dark", &DARK), ("high contrast", &HIGH_CONTRAST)];
    /// What WCAG 2.2 asks of text (1.4.3) and of marks and the borders of fields (1.4.11).
    const TEXT: f64 = 4.5;
    const MARK: f64 = 3.0;

    /// Linear light of each channel, 0 to 1.
    fn linear(colour: Color32) -> [f64; 3] {
        [colour.r(), colour.g(), colour.b()].map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        })
    }

    /// Contrast as WCAG 2.2 defines it, from 1 to 21.
    fn contrast(a: Color32, b: Color32) -> f64 {
        let luminance = |colour| {
            let [r, g, b] = linear(colour);
            0.2126 * r + 0.7152 * g + 0.0722 * b
        };
        let (a, b): (f64, f64) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_stands_out_from_what_it_stands_on() {
        for (name, tokens) in ALL {
            let grounds = [tokens.background, tokens.panel, tokens.button, tokens.button_hover];
            let [left, right] = tokens.county_wash;
            let mut pairs = vec![
                (tokens.ink, tokens.highlight),
                (tokens.ink, tokens.bad_wash),
                (tokens.bad, tokens.bad_wash),
                (tokens.county[0], left),
                (tokens.county[1], right),
            ];
            pairs.extend(tokens.county.map(|ground| (tokens.on_county, ground)));
            for text in [tokens.ink, tokens.dim] {
                pairs.extend([left, right].map(|ground| (text, ground)));
            }
            let texts = [tokens.ink, tokens.dim, tokens.good, tokens.bad].into_iter();
            for text in texts.chain(tokens.county).chain(tokens.pinned) {
                pairs.extend(grounds.map(|ground| (text, ground)));
            }
            for (text, ground) in pairs {
                let found = contrast(text, ground);
                assert!(found >= TEXT, "{name}: {text:?} on {ground:?} has {found:.2}");
            }
        }
    }

    #[test]
    fn fields_and_the_keyboard_are_seen() {
        for (name, tokens) in ALL {
            for mark in [tokens.edge, tokens.focus] {
                for ground in [tokens.background, tokens.panel, tokens.button] {
                    let found = contrast(mark, ground);
                    assert!(found >= MARK, "{name}: {mark:?} on {ground:?} has {found:.2}");
                }
            }
        }
    }

    /// The colour as eyes without one kind of cone see it (Machado, Oliveira and Fernandes 2009, severity 1), in CIELAB.
    #[allow(clippy::many_single_char_names, reason = "the letters of the standard")]
    fn seen(colour: Color32, rows: [[f64; 3]; 3]) -> [f64; 3] {
        let light = linear(colour);
        let mix = |row: [f64; 3]| row.iter().zip(light).map(|(share, part)| share * part).sum::<f64>().clamp(0.0, 1.0);
        let [r, g, b] = rows.map(mix);
        let x = (0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505;
        let y = 0.2126 * r + 0.7152 * g + 0.0722 * b;
        let z = (0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.089;
        let f = |t: f64| if t > 0.008_856 { t.cbrt() } else { 7.787 * t + 16.0 / 116.0 };
        [116.0 * f(y) - 16.0, 500.0 * (f(x) - f(y)), 200.0 * (f(y) - f(z))]
    }

    #[test]
    fn the_two_counties_differ_for_every_kind_of_colour_vision() {
        let kinds = [
            ("all cones", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
            (
                "no red",
                [
                    [0.152_286, 1.052_583, -0.204_868],
                    [0.114_503, 0.786_281, 0.099_216],
                    [-0.003_882, -0.048_116, 1.051_998],
                ],
            ),
            (
                "no green",
                [
                    [0.367_322, 0.860_646, -0.227_968],
                    [0.280_085, 0.672_501, 0.047_413],
                    [-0.011_820, 0.042_940, 0.968_881],
                ],
            ),
            (
                "no blue",
                [
                    [1.255_528, -0.076_749, -0.178_779],
                    [-0.078_411, 0.930_809, 0.147_602],
                    [0.004_733, 0.691_367, 0.303_900],
                ],
            ),
        ];
        for (name, tokens) in ALL {
            for (kind, matrix) in kinds {
                let [left, right] = tokens.county.map(|colour| seen(colour, matrix));
                let apart = left.iter().zip(right).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt();
                // Ten times what the eye tells apart side by side is told apart across a chart.
                assert!(apart > 25.0, "{name}, {kind}: {apart:.1} apart");
            }
        }
    }
}
