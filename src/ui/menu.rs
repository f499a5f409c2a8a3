//! The menu row.

use egui::{Button, MenuBar, RichText, Ui};

use super::context::{ExportTable, ThemeChoice};
use super::theme::{Tokens, bold, size};
use super::{Command, ReviewWish, TableWish, ViewContext, project, widgets};
use crate::compare::Tolerance;
use crate::locale::{CitationStyle, LandUnit, Language, NumberStyle};
use crate::model::{Review, ReviewState};

/// Draws the menus, the language switch and the switch for light and dark.
pub(super) fn menu_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    MenuBar::new().ui(ui, |ui| {
        ui.label(RichText::new(context.text("app-name")).font(bold(size::TITLE)).color(Tokens::of(ui).county[0]));
        let has_reports = !context.reports.is_empty();
        ui.menu_button(context.text("menu-file"), |ui| {
            item_ui(context, ui, Command::New, true);
            item_ui(context, ui, Command::Open, true);
            project::recent_ui(context, ui);
            ui.separator();
            item_ui(context, ui, Command::Save, true);
            item_ui(context, ui, Command::SaveAs, true);
            choice_ui(context, ui, Command::ToggleEmbed, context.project.embed);
            ui.separator();
            item_ui(context, ui, Command::Paste, true);
            item_ui(context, ui, Command::OpenSamples, true);
            ui.separator();
            item_ui(context, ui, Command::SavePicture, has_reports);
            item_ui(context, ui, Command::SaveWindow, has_reports);
            item_ui(context, ui, Command::Export(ExportTable::Comparison), has_reports);
            item_ui(context, ui, Command::Export(ExportTable::Figures), has_reports);
            item_ui(context, ui, Command::Export(ExportTable::History), !context.history.is_empty());
            item_ui(context, ui, Command::CloseAll, has_reports);
            ui.separator();
            item_ui(context, ui, Command::Quit, true);
        });
        ui.menu_button(context.text("menu-edit"), |ui| {
            item_ui(context, ui, Command::Review(ReviewWish::Undo), context.history.undoable().is_some());
            item_ui(context, ui, Command::Review(ReviewWish::Redo), context.history.redoable().is_some());
            ui.separator();
            review_items_ui(context, ui);
            ui.separator();
            for style in CitationStyle::ALL {
                let citation = context.view.selection.and_then(|at| context.citation(at, style));
                item_ui(context, ui, Command::Cite(style), citation.is_some());
            }
            ui.separator();
            item_ui(context, ui, Command::Swap, has_reports);
            item_ui(context, ui, Command::Find, has_reports);
            ui.separator();
            item_ui(context, ui, Command::PreviousFigure, has_reports);
            item_ui(context, ui, Command::NextFigure, has_reports);
        });
        ui.menu_button(context.text("menu-view"), |ui| {
            item_ui(context, ui, Command::ExpandAll, has_reports);
            item_ui(context, ui, Command::CollapseAll, has_reports);
            ui.menu_button(context.text("menu-align"), |ui| {
                for tolerance in Tolerance::ALL {
                    choice_ui(context, ui, Command::Align(tolerance), context.view.tolerance == tolerance);
                }
            });
            let derived = !context.view.table.arrangement.without_derived;
            choice_ui(context, ui, Command::Table(TableWish::ToggleDerived), derived);
            ui.menu_button(context.text("menu-units"), |ui| {
                let style = context.locale.unit_style();
                for numbers in NumberStyle::ALL {
                    choice_ui(context, ui, Command::Table(TableWish::Numbers(numbers)), style.numbers == numbers);
                }
                ui.separator();
                for land in LandUnit::ALL {
                    choice_ui(context, ui, Command::Table(TableWish::Land(land)), style.land == land);
                }
            });
            ui.separator();
            ui.menu_button(context.text("menu-theme"), |ui| {
                for choice in [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark] {
                    choice_ui(context, ui, Command::Theme(choice), context.view.theme == choice);
                }
            });
            ui.menu_button(context.text("menu-language"), |ui| {
                for language in Language::ALL {
                    choice_ui(context, ui, Command::Language(language), context.locale.language() == language);
                }
            });
        });
        ui.menu_button(context.text("menu-help"), |ui| {
            item_ui(context, ui, Command::OpenSamples, true);
            item_ui(context, ui, Command::About, true);
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            widgets::symbol_button(ui, context, "◐", Command::ToggleTheme);
            let next = Language::ALL.into_iter().find(|language| *language != context.locale.language());
            if let Some(language) = next {
                let command = Command::Language(language);
                let text = command.text_key().map(|key| context.text(key)).unwrap_or_default();
                if ui.button(text).on_hover_text(widgets::tooltip(ui, context, &command)).clicked() {
                    context.send(command);
                }
            }
        });
    });
}

fn review_items_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let review = context.view.selection.and_then(|at| context.observation(at)).map(|figure| &figure.review);
    let state = review.map(|review| review.state);
    let may_accept = matches!(state, Some(ReviewState::Unreviewed | ReviewState::Rejected));
    let may_reject = state.is_some_and(|state| state != ReviewState::Rejected);
    let has_figures = context.worklist.counts(None).all() > 0;
    for (wish, enabled) in [
        (ReviewWish::Accept, may_accept),
        (ReviewWish::Correct, review.is_some()),
        (ReviewWish::AskWhyRejected, may_reject),
        (ReviewWish::Reset, review.is_some_and(Review::can_be_reset)),
        (ReviewWish::AddMarked, context.view.marked.is_some()),
        (ReviewWish::NextDoubt, has_figures),
        (ReviewWish::PreviousDoubt, has_figures),
    ] {
        item_ui(context, ui, Command::Review(wish), enabled);
    }
}

fn item_ui(context: &ViewContext<'_>, ui: &mut Ui, command: Command, enabled: bool) {
    let text = command.text_key().map(|key| context.text(key)).unwrap_or_default();
    let mut button = Button::new(text);
    if let Some(shortcut) = command.shortcut() {
        button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut));
    }
    if ui.add_enabled(enabled, button).clicked() {
        context.send(command);
        ui.close();
    }
}

fn choice_ui(context: &ViewContext<'_>, ui: &mut Ui, command: Command, selected: bool) {
    let text = command.text_key().map(|key| context.text(key)).unwrap_or_default();
    if ui.add(Button::selectable(selected, text)).clicked() {
        context.send(command);
        ui.close();
    }
}
