//! Small parts that several panels share.

use egui::{Button, Color32, Frame, Margin, Response, RichText, TextEdit, Ui};

use super::theme::{self, CARD_CORNER, Tokens, size};
use super::{Command, ViewContext};

/// A button that sends `command`, with its text, tooltip and shortcut.
pub(super) fn command_button(ui: &mut Ui, context: &ViewContext<'_>, command: Command) -> Response {
    styled_command_button(ui, context, command, Button::new)
}

/// The one button that matters most: filled with the first county's colour.
pub(super) fn primary_button(ui: &mut Ui, context: &ViewContext<'_>, command: Command) -> Response {
    let tokens = Tokens::of(ui);
    styled_command_button(ui, context, command, |text| {
        Button::new(RichText::new(text).color(tokens.on_county)).fill(tokens.county[0])
    })
}

fn styled_command_button<'b>(
    ui: &mut Ui,
    context: &ViewContext<'_>,
    command: Command,
    button: impl FnOnce(String) -> Button<'b>,
) -> Response {
    let text = command.text_key().map(|key| context.text(key)).unwrap_or_default();
    let tooltip = tooltip(ui, context, &command);
    let response = ui.add(button(text).min_size(egui::vec2(0.0, theme::CONTROL_HEIGHT))).on_hover_text(tooltip);
    if response.clicked() {
        context.send(command);
    }
    response
}

/// A small button with a symbol for its face; its accessible name is the command's text.
pub(super) fn symbol_button(ui: &mut Ui, context: &ViewContext<'_>, symbol: &str, command: Command) -> Response {
    let name = command.text_key().map(|key| context.text(key)).unwrap_or_default();
    let tooltip = tooltip(ui, context, &command);
    let response = ui.add(Button::new(symbol).min_size(egui::vec2(theme::CONTROL_HEIGHT, 24.0))).on_hover_text(tooltip);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    if response.clicked() {
        context.send(command);
    }
    response
}

/// A command's tooltip with its shortcut.
pub(super) fn tooltip(ui: &Ui, context: &ViewContext<'_>, command: &Command) -> String {
    let text = command.text_key().and_then(|key| context.locale.tooltip(key)).unwrap_or_default();
    match command.shortcut() {
        Some(shortcut) => format!("{text}  {}", ui.ctx().format_shortcut(&shortcut)),
        None => text,
    }
}

/// A bordered field of one line; `name` is what a screen reader, and a test, knows it by: the hint vanishes with the first
/// letter.
pub(super) fn field(ui: &mut Ui, text: &mut String, name: String, hint: String, width: f32) -> Response {
    let border = Tokens::of(ui).field_border();
    let edit = TextEdit::singleline(text)
        .hint_text(hint)
        .desired_width(width)
        .align(egui::Align2::LEFT_CENTER)
        .min_size(egui::vec2(0.0, theme::CONTROL_HEIGHT));
    let response = ui.scope(|ui| {
        ui.visuals_mut().widgets.inactive.bg_stroke = border;
        ui.add(edit)
    });
    let response = response.inner;
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    response
}

/// Secondary text.
pub(super) fn dim(ui: &Ui, text: impl Into<String>) -> RichText {
    RichText::new(text).size(size::SMALL).color(Tokens::of(ui).dim)
}

/// The small heading of a section.
pub(super) fn heading(ui: &mut Ui, text: impl Into<String>) -> Response {
    let text = dim(ui, text).font(theme::bold(size::SMALL));
    ui.label(text)
}

/// A bordered area on the panel colour.
pub(super) fn card(tokens: &Tokens) -> Frame {
    Frame::new().fill(tokens.panel).stroke(tokens.border()).corner_radius(CARD_CORNER)
}

/// A frame that only fills.
pub(super) fn bar(fill: Color32, horizontal: i8, vertical: i8) -> Frame {
    Frame::new().fill(fill).inner_margin(Margin::symmetric(horizontal, vertical))
}
