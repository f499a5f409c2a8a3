//! The first screen: drop, open, paste, or try the samples.

use egui::{RichText, Ui, UiBuilder, vec2};

use super::reports::dashed_border;
use super::theme::{self, Tokens};
use super::{Command, ViewContext, widgets};

const SIZE: egui::Vec2 = vec2(760.0, 380.0);

/// What stands inside the dashes is about this high, in points.
const CONTENT_HEIGHT: f32 = 210.0;

/// Draws the screen.
pub(super) fn welcome_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let (title, sides) = if context.takes_drops {
        ("welcome-title", "welcome-sides")
    } else {
        ("welcome-title-no-drop", "reports-no-drop")
    };
    let room = ui.available_rect_before_wrap();
    let rect = egui::Align2::CENTER_CENTER.align_size_within_rect(SIZE.min(room.size() - vec2(48.0, 48.0)), room);
    ui.painter().rect_filled(rect, theme::CARD_CORNER, tokens.panel);
    dashed_border(ui, rect);
    let inner = rect.shrink2(vec2(32.0, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
        ui.vertical_centered(|ui| {
            ui.add_space(((rect.height() - CONTENT_HEIGHT) / 2.0).max(12.0));
            ui.label(RichText::new(context.text(title)).size(theme::size::FIGURE));
            ui.add_space(6.0);
            ui.label(RichText::new(context.text("welcome-subtitle")).color(tokens.dim));
            ui.add_space(26.0);
            buttons_ui(context, ui);
            ui.add_space(26.0);
            for key in [sides, "welcome-offline"] {
                ui.label(widgets::dim(ui, context.text(key)));
            }
        });
    });
}

/// A row of buttons in the middle: their widths are known only once laid out, so the row is laid out twice.
fn buttons_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let commands = [Command::Open, Command::Paste, Command::OpenSamples];
    let padding = ui.spacing().button_padding.x * 2.0;
    let width: f32 = commands
        .iter()
        .filter_map(Command::text_key)
        .map(|key| {
            let galley =
                ui.painter().layout_no_wrap(context.text(key), theme::font(theme::size::BODY), Tokens::of(ui).ink);
            galley.size().x + padding
        })
        .sum();
    let gaps = ui.spacing().item_spacing.x * 2.0;
    ui.horizontal(|ui| {
        ui.add_space(((ui.available_width() - width - gaps) / 2.0).max(0.0));
        for command in commands {
            if command == Command::Open {
                widgets::primary_button(ui, context, command);
            } else {
                widgets::command_button(ui, context, command);
            }
        }
    });
}
