//! Messages above the comparison, newest first, each put away by hand.

use egui::{Frame, Margin, RichText, Ui};

use super::context::{Notice, NoticeKind};
use super::theme::{CONTROL_CORNER, Tokens};
use super::{Command, ViewContext, access, widgets};
use crate::locale::Argument;

const SHOWN: usize = 4;

/// Draws the newest messages; older ones appear as these are put away.
pub(super) fn notices_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.scope(|ui| {
        access::announced(ui, egui::accesskit::Role::Log);
        list_ui(context, ui);
    });
}

fn list_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    for (index, notice) in context.notices.iter().enumerate().rev().take(SHOWN) {
        notice_ui(context, ui, index, notice);
    }
    let hidden = context.notices.len().saturating_sub(SHOWN);
    if hidden > 0 {
        let text = context.locale.with("notices-more", &[("count", hidden.into())]);
        ui.label(RichText::new(text).color(Tokens::of(ui).dim));
    }
}

fn notice_ui(context: &ViewContext<'_>, ui: &mut Ui, index: usize, notice: &Notice) {
    let tokens = Tokens::of(ui);
    let (symbol, colour, wash) = match notice.kind {
        NoticeKind::Done => ("✓", tokens.good, tokens.panel),
        NoticeKind::Note => ("●", tokens.dim, tokens.panel),
        NoticeKind::Error => ("⚠", tokens.bad, tokens.bad_wash),
    };
    let frame = Frame::new()
        .fill(wash)
        .stroke(egui::Stroke::new(1.0, colour))
        .corner_radius(CONTROL_CORNER)
        .inner_margin(Margin::symmetric(10, 5));
    frame.show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(symbol).color(colour));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                widgets::symbol_button(ui, context, "×", Command::DismissNotice(index));
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add(egui::Label::new(notice_text(context, notice)).wrap());
                });
            });
        });
    });
}

fn notice_text(context: &ViewContext<'_>, notice: &Notice) -> String {
    let arguments: Vec<(&str, Argument<'_>)> = notice
        .arguments
        .iter()
        .map(|(name, value)| (*name, value.parse().map_or(Argument::Text(value), Argument::Count)))
        .collect();
    context.locale.with(&notice.key, &arguments)
}
