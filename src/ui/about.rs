//! What the program is, how to cite it, and the licences of all that it is made of.

use egui::{Label, RichText, ScrollArea, Ui};

use super::program::ProgramWish;
use super::theme::{Tokens, bold, font, size};
use super::{ViewContext, dialogs, widgets};

/// Made by `assets/licences/make_licences.py`; `tests/licences.rs` checks that nothing is missing.
const LICENCES: &str = include_str!("../../assets/licences/licences.txt");

/// Draws the page.
pub(super) fn about_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.label(RichText::new(context.text("app-title")).font(bold(size::FIGURE)));
    let version = env!("CARGO_PKG_VERSION");
    ui.label(context.locale.with("dialog-about-version", &[("version", version.into())]));
    ui.label(context.text("dialog-about-text"));
    ui.label(context.text("about-offline"));
    ui.add_space(4.0);
    widgets::heading(ui, context.text("about-cite"));
    let citation = context.locale.with("about-citation", &[("version", version.into())]);
    ui.add(Label::new(RichText::new(citation).color(Tokens::of(ui).ink)).wrap().selectable(true));
    ui.add_space(4.0);
    ui.label(widgets::dim(ui, context.text("dialog-about-licence")));
    ui.add_space(4.0);
    widgets::command_button(ui, context, ProgramWish::Licences.into());
    dialogs::closing_ui(context, ui);
}

/// Draws the licences. Only the lines in sight are laid out: there are thousands.
pub(super) fn licences_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.heading(context.text("command-licences"));
    ui.add_space(4.0);
    let lines: Vec<&str> = LICENCES.lines().collect();
    let height = (ui.ctx().content_rect().height() - 160.0).clamp(120.0, 480.0);
    let row_height = ui.fonts_mut(|fonts| fonts.row_height(&font(size::TINY)));
    ui.spacing_mut().item_spacing.y = 1.0;
    ScrollArea::both().max_height(height).auto_shrink([false, false]).show_rows(
        ui,
        row_height,
        lines.len(),
        |ui, rows| {
            for line in lines.get(rows).unwrap_or_default() {
                ui.add(Label::new(RichText::new(*line).font(font(size::TINY))).extend());
            }
        },
    );
    dialogs::closing_ui(context, ui);
}
