//! Colours, sizes and spacings: the only file that may name a colour.

use egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme, Ui, Visuals,
    vec2,
};

use super::context::ThemeChoice;
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
    /// Borders and rules.
    pub line: Color32,
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

const LIGHT: Tokens = Tokens {
    background: Color32::from_rgb(0xf6, 0xf7, 0xf9),
    panel: Color32::from_rgb(0xff, 0xff, 0xff),
    ink: Color32::from_rgb(0x1b, 0x1f, 0x24),
    dim: Color32::from_rgb(0x5d, 0x67, 0x76),
    line: Color32::from_rgb(0xe1, 0xe5, 0xea),
    button: Color32::from_rgb(0xee, 0xf1, 0xf4),
    button_hover: Color32::from_rgb(0xe2, 0xe7, 0xec),
    county: [Color32::from_rgb(0x00, 0x72, 0xb2), Color32::from_rgb(0xc9, 0x55, 0x00)],
    pinned: [
        Color32::from_rgb(0x00, 0x7f, 0x5c),
        Color32::from_rgb(0xa8, 0x3f, 0x86),
        Color32::from_rgb(0x7a, 0x6a, 0x00),
        Color32::from_rgb(0x7d, 0x1f, 0x2f),
        Color32::from_rgb(0x00, 0x7c, 0x8c),
        Color32::from_rgb(0x55, 0x5b, 0x66),
    ],
    county_wash: [Color32::from_rgb(0xe6, 0xf1, 0xf8), Color32::from_rgb(0xfb, 0xec, 0xe2)],
    on_county: Color32::from_rgb(0xff, 0xff, 0xff),
    highlight: Color32::from_rgb(0xff, 0xe9, 0xa8),
    good: Color32::from_rgb(0x2e, 0x7d, 0x4f),
    bad: Color32::from_rgb(0xa1, 0x3d, 0x00),
    bad_wash: Color32::from_rgb(0xfd, 0xf1, 0xe7),
};

const DARK: Tokens = Tokens {
    background: Color32::from_rgb(0x16, 0x19, 0x1d),
    panel: Color32::from_rgb(0x1d, 0x21, 0x26),
    ink: Color32::from_rgb(0xe8, 0xeb, 0xef),
    dim: Color32::from_rgb(0x98, 0xa2, 0xb0),
    line: Color32::from_rgb(0x2f, 0x35, 0x3d),
    button: Color32::from_rgb(0x2a, 0x30, 0x37),
    button_hover: Color32::from_rgb(0x36, 0x3d, 0x46),
    county: [Color32::from_rgb(0x56, 0xb4, 0xe9), Color32::from_rgb(0xf0, 0x95, 0x5a)],
    pinned: [
        Color32::from_rgb(0x3f, 0xc9, 0x9b),
        Color32::from_rgb(0xdd, 0x8f, 0xc4),
        Color32::from_rgb(0xd2, 0xc2, 0x4c),
        Color32::from_rgb(0xe8, 0x7f, 0x8d),
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

/// Height of the menu row, in points.
pub(super) const MENU_HEIGHT: f32 = 28.0;
/// Height of the row of controls, in points.
pub(super) const TOOLBAR_HEIGHT: f32 = 48.0;
/// Height of the status bar, in points.
pub(super) const STATUS_HEIGHT: f32 = 26.0;
/// Width of the list of reports, in points.
pub(super) const REPORTS_WIDTH: f32 = 200.0;
/// Width of the evidence panel, in points.
pub(super) const EVIDENCE_WIDTH: f32 = 300.0;
/// Height of the head of a card, in points.
pub(super) const CARD_HEAD_HEIGHT: f32 = 36.0;
/// Height of a table row, in points.
pub(super) const ROW_HEIGHT: f32 = 28.0;
/// Height of a control, in points.
pub(super) const CONTROL_HEIGHT: f32 = 28.0;
/// Distance between cards, and from text to an edge, in points.
pub(super) const GAP: f32 = 12.0;
/// Radius of a marker, in points.
pub(super) const MARKER_RADIUS: f32 = 5.0;
/// How long the pointer rests before a tooltip appears, in seconds.
const TOOLTIP_DELAY: f32 = 0.3;
/// The same while a dialog lies over the window: an hour.
const NO_TOOLTIPS: f32 = 3600.0;
/// Corners of controls.
pub(super) const CONTROL_CORNER: CornerRadius = CornerRadius::same(6);
/// Corners of cards.
pub(super) const CARD_CORNER: CornerRadius = CornerRadius::same(8);

/// Sizes of text, in points.
pub(super) mod size {
    /// Running text.
    pub(crate) const BODY: f32 = 13.0;
    /// Titles of cards.
    pub(crate) const TITLE: f32 = 14.5;
    /// Secondary text.
    pub(crate) const SMALL: f32 = 12.0;
    /// Periods beside figures.
    pub(crate) const TINY: f32 = 11.0;
    /// The selected figure.
    pub(crate) const FIGURE: f32 = 24.0;
}

impl Tokens {
    /// The colours that `ui` is drawn in.
    pub(super) fn of(ui: &Ui) -> &'static Self {
        if ui.visuals().dark_mode { &DARK } else { &LIGHT }
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
}

/// A font of running text.
pub(super) fn font(size: f32) -> FontId {
    FontId::new(size, FontFamily::Proportional)
}

/// A font of titles, county names and figures that lead.
pub(super) fn bold(size: f32) -> FontId {
    FontId::new(size, super::fonts::bold_family())
}

/// Applies the tokens to both appearances of `ctx`.
pub fn install_theme(ctx: &Context) {
    // Where the system does not say, a page is white.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    for (theme, tokens) in [(Theme::Light, &LIGHT), (Theme::Dark, &DARK)] {
        ctx.style_mut_of(theme, |style| apply(style, tokens, theme));
    }
}

/// Keeps the tooltips of what lies under a dialog from showing over it.
pub(super) fn quiet_tooltips(ctx: &Context, quiet: bool) {
    let delay = if quiet { NO_TOOLTIPS } else { TOOLTIP_DELAY };
    if (ctx.global_style().interaction.tooltip_delay - delay).abs() > f32::EPSILON {
        ctx.all_styles_mut(|style| style.interaction.tooltip_delay = delay);
    }
}

/// Switches `ctx` to the chosen appearance.
pub(super) fn set_theme(ctx: &Context, choice: ThemeChoice) {
    ctx.set_theme(match choice {
        ThemeChoice::System => egui::ThemePreference::System,
        ThemeChoice::Light => egui::ThemePreference::Light,
        ThemeChoice::Dark => egui::ThemePreference::Dark,
    });
}

fn apply(style: &mut Style, tokens: &Tokens, theme: Theme) {
    for (text_style, points) in [
        (TextStyle::Small, size::TINY),
        (TextStyle::Body, size::BODY),
        (TextStyle::Button, size::BODY),
        (TextStyle::Monospace, size::BODY),
    ] {
        style.text_styles.insert(text_style, font(points));
    }
    style.text_styles.insert(TextStyle::Heading, bold(size::TITLE));
    style.spacing.item_spacing = vec2(8.0, 6.0);
    style.spacing.button_padding = vec2(12.0, 4.0);
    style.spacing.interact_size = vec2(28.0, 24.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.scroll = egui::style::ScrollStyle::thin();
    style.interaction.tooltip_delay = TOOLTIP_DELAY;
    style.visuals = visuals(tokens, theme);
}

fn visuals(tokens: &Tokens, theme: Theme) -> Visuals {
    let mut visuals = theme.default_visuals();
    visuals.panel_fill = tokens.background;
    visuals.window_fill = tokens.panel;
    visuals.window_stroke = tokens.border();
    visuals.window_corner_radius = CARD_CORNER;
    visuals.menu_corner_radius = CARD_CORNER;
    visuals.extreme_bg_color = tokens.panel;
    visuals.faint_bg_color = tokens.background;
    visuals.text_edit_bg_color = Some(tokens.panel);
    visuals.weak_text_color = Some(tokens.dim);
    visuals.hyperlink_color = tokens.county[0];
    visuals.selection.bg_fill = tokens.county_wash[0];
    visuals.selection.stroke = Stroke::new(1.0, tokens.county[0]);
    let soft = Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::from_black_alpha(40) };
    visuals.window_shadow = soft;
    visuals.popup_shadow = soft;

    let widgets = &mut visuals.widgets;
    for (widget, fill, stroke) in [
        (&mut widgets.noninteractive, tokens.panel, tokens.border()),
        (&mut widgets.inactive, tokens.button, Stroke::NONE),
        (&mut widgets.hovered, tokens.button_hover, tokens.border()),
        (&mut widgets.active, tokens.button_hover, Stroke::new(1.0, tokens.county[0])),
        (&mut widgets.open, tokens.button_hover, tokens.border()),
    ] {
        widget.bg_fill = fill;
        widget.weak_bg_fill = fill;
        widget.bg_stroke = stroke;
        widget.fg_stroke = Stroke::new(1.0, tokens.ink);
        widget.corner_radius = CONTROL_CORNER;
        widget.expansion = 0.0;
    }
    visuals
}
