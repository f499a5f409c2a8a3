//! What a person made of the selected figure: its state, the original beside a correction, the reason, and the buttons.

use egui::{CornerRadius, RichText, Ui, vec2};

use super::facts::{original_of, state_sign, state_text};
use super::marks::one_line;
use super::theme::{Tokens, font, size};
use super::{Command, ReviewWish, ViewContext, widgets};
use crate::locale::correction_mark;
use crate::model::{Observation, ReviewState};

/// A tag with the state, at the right end of the line.
pub(super) fn state_ui(context: &ViewContext<'_>, ui: &mut Ui, figure: &Observation) {
    let tokens = Tokens::of(ui);
    let review = &figure.review;
    // The sign of a correction stands before the figure already.
    let sign = if correction_mark(review).is_empty() { state_sign(review) } else { "" };
    let text = format!("{sign} {}", state_text(context, review));
    let (ink, wash) = match review.state {
        ReviewState::Unreviewed => (tokens.dim, tokens.button),
        ReviewState::Accepted => (tokens.good, tokens.button),
        ReviewState::Corrected => (tokens.ink, tokens.highlight),
        ReviewState::Rejected => (tokens.bad, tokens.bad_wash),
    };
    let galley = ui.painter().layout_job(one_line(text.trim(), font(size::SMALL), ink, 140.0));
    let (rect, _) = ui.allocate_exact_size(galley.size() + vec2(14.0, 6.0), egui::Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::same(5), wash);
    let inside = egui::Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect);
    ui.place(inside, egui::Label::new(galley));
}

/// The original beside a correction, and why; nothing where there is neither.
pub(super) fn original_ui(context: &ViewContext<'_>, ui: &mut Ui, figure: &Observation) {
    let colour = Tokens::of(ui).ink;
    let reason = figure.review.reason.as_str();
    let why = (!reason.is_empty()).then(|| context.locale.with("review-why", &[("reason", reason.into())]));
    for line in [original_of(context, figure), why].into_iter().flatten() {
        ui.label(RichText::new(line).size(size::SMALL).color(colour));
    }
}

/// What can be done with the figure.
pub(super) fn verdict_ui(context: &ViewContext<'_>, ui: &mut Ui, figure: &Observation) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().button_padding.x = 10.0;
        ui.spacing_mut().item_spacing.x = 6.0;
        let review = &figure.review;
        if matches!(review.state, ReviewState::Unreviewed | ReviewState::Rejected) {
            widgets::command_button(ui, context, Command::Review(ReviewWish::Accept));
        }
        widgets::command_button(ui, context, Command::Review(ReviewWish::Correct));
        if review.state != ReviewState::Rejected {
            widgets::command_button(ui, context, Command::Review(ReviewWish::AskWhyRejected));
        }
        if review.can_be_reset() {
            widgets::command_button(ui, context, Command::Review(ReviewWish::Reset));
        }
    });
}
