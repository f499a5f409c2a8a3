//! The menu row.

use egui::{Button, Key, MenuBar, RichText, Ui};

use super::context::{ExportTable, Pane, ThemeChoice};
use super::mnemonic;
use super::program::ProgramWish;
use super::theme::{Tokens, bold, size};
use super::{Command, ReviewWish, TableWish, ViewContext, access, project, widgets};
use crate::compare::Tolerance;
use crate::locale::{CitationStyle, LandUnit, Language, NumberStyle};

/// Draws the menus, the language switch and the switch for light and dark.
pub(super) fn menu_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    MenuBar::new().ui(ui, |ui| {
        ui.label(RichText::new(context.text("app-name")).font(bold(size::TITLE)).color(Tokens::of(ui).county[0]));
        mnemonic::menu_ui(context, ui, ("menu-file", Key::F, true), |ui| {
            item_ui(context, ui, Command::New);
            item_ui(context, ui, Command::Open);
            project::recent_ui(context, ui);
            ui.separator();
            item_ui(context, ui, Command::Save);
            item_ui(context, ui, Command::SaveAs);
            choice_ui(context, ui, Command::ToggleEmbed, context.project.embed);
            ui.separator();
            item_ui(context, ui, Command::Paste);
            item_ui(context, ui, Command::OpenSamples);
            ui.separator();
            item_ui(context, ui, Command::SavePicture);
            item_ui(context, ui, Command::SaveWindow);
            item_ui(context, ui, Command::Export(ExportTable::Comparison));
            item_ui(context, ui, Command::Export(ExportTable::Figures));
            item_ui(context, ui, Command::Export(ExportTable::History));
            item_ui(context, ui, Command::CloseAll);
            item_ui(context, ui, ProgramWish::Settings.into());
            ui.separator();
            item_ui(context, ui, Command::Quit);
        });
        mnemonic::menu_ui(context, ui, ("menu-edit", Key::E, false), |ui| {
            item_ui(context, ui, Command::Review(ReviewWish::Undo));
            item_ui(context, ui, Command::Review(ReviewWish::Redo));
            ui.separator();
            review_items_ui(context, ui);
            ui.separator();
            for style in CitationStyle::ALL {
                item_ui(context, ui, Command::Cite(style));
            }
            ui.separator();
            item_ui(context, ui, Command::Swap);
            item_ui(context, ui, Command::Find);
            ui.separator();
            item_ui(context, ui, Command::PreviousFigure);
            item_ui(context, ui, Command::NextFigure);
        });
        mnemonic::menu_ui(context, ui, ("menu-view", Key::V, false), |ui| {
            for pane in Pane::ALL {
                item_ui(context, ui, Command::ShowPane(pane));
            }
            ui.separator();
            item_ui(context, ui, Command::ExpandAll);
            item_ui(context, ui, Command::CollapseAll);
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
            for wish in [ProgramWish::ZoomIn, ProgramWish::ZoomOut, ProgramWish::Zoom(100), ProgramWish::FullScreen] {
                item_ui(context, ui, wish.into());
            }
            ui.separator();
            ui.menu_button(context.text("menu-theme"), |ui| {
                for choice in ThemeChoice::ALL {
                    choice_ui(context, ui, Command::Theme(choice), context.view.theme == choice);
                }
            });
            ui.menu_button(context.text("menu-language"), |ui| {
                for language in Language::ALL {
                    choice_ui(context, ui, Command::Language(language), context.locale.language() == language);
                }
            });
        });
        mnemonic::menu_ui(context, ui, ("menu-help", Key::H, false), |ui| {
            item_ui(context, ui, ProgramWish::Palette.into());
            item_ui(context, ui, ProgramWish::Shortcuts.into());
            ui.separator();
            item_ui(context, ui, Command::OpenSamples);
            item_ui(context, ui, Command::About);
        });
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            widgets::symbol_button(ui, context, "◐", Command::ToggleTheme);
            // From English back to the script that the system reads.
            let language = match context.locale.language() {
                Language::English if Language::of_system() == Language::Traditional => Language::Traditional,
                Language::English => Language::Chinese,
                Language::Chinese | Language::Traditional => Language::English,
            };
            let command = Command::Language(language);
            let text = command.text_key().map(|key| context.text(key)).unwrap_or_default();
            if ui.button(text).on_hover_text(widgets::tooltip(ui, context, &command)).clicked() {
                context.send(command);
            }
        });
    });
}

fn review_items_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    for wish in ReviewWish::LISTED {
        item_ui(context, ui, Command::Review(wish));
    }
}

fn item_ui(context: &ViewContext<'_>, ui: &mut Ui, command: Command) {
    let enabled = command.applies(context);
    let text = command.text_key().map(|key| context.text(key)).unwrap_or_default();
    let mut button = Button::new(text);
    if let Some(shortcut) = command.shortcut() {
        button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut));
    }
    let response = ui.add_enabled(enabled, button);
    access::focus_ring(ui, &response);
    if response.clicked() {
        context.send(command);
        ui.close();
    }
}

fn choice_ui(context: &ViewContext<'_>, ui: &mut Ui, command: Command, selected: bool) {
    let text = command.text_key().map(|key| context.text(key)).unwrap_or_default();
    let response = ui.add(Button::selectable(selected, text));
    access::focus_ring(ui, &response);
    if response.clicked() {
        context.send(command);
        ui.close();
    }
}
