//! Sizes and spacings, and how an appearance becomes the style that everything is drawn in.

use egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme, Visuals, vec2,
};

use super::context::ThemeChoice;
pub(super) use super::tokens::Tokens;
use super::tokens::{DARK, HIGH_CONTRAST, LIGHT};

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
    let (preference, dark) = match choice {
        ThemeChoice::System => (egui::ThemePreference::System, &DARK),
        ThemeChoice::Light => (egui::ThemePreference::Light, &DARK),
        ThemeChoice::Dark => (egui::ThemePreference::Dark, &DARK),
        ThemeChoice::HighContrast => (egui::ThemePreference::Dark, &HIGH_CONTRAST),
    };
    ctx.set_theme(preference);
    if ctx.style_of(Theme::Dark).visuals.panel_fill != dark.background {
        ctx.style_mut_of(Theme::Dark, |style| apply(style, dark, Theme::Dark));
    }
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
    visuals.selection.stroke = Stroke::new(1.5, tokens.county[0]);
    let soft = Shadow { offset: [0, 4], blur: 16, spread: 0, color: Color32::from_black_alpha(40) };
    visuals.window_shadow = soft;
    visuals.popup_shadow = soft;

    let widgets = &mut visuals.widgets;
    for (widget, fill, stroke) in [
        (&mut widgets.noninteractive, tokens.panel, tokens.border()),
        (&mut widgets.inactive, tokens.button, Stroke::NONE),
        (&mut widgets.hovered, tokens.button_hover, tokens.border()),
        // What has the keyboard is drawn as active.
        (&mut widgets.active, tokens.button_hover, Stroke::new(2.0, tokens.focus)),
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
