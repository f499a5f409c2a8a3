//! The settings page. Language, appearance and size change at once, so that one sees what one chooses.

use egui::{Button, Grid, TextEdit, Ui};

use super::context::ThemeChoice;
use super::program::{ProgramWish, SettingsForm, ZOOMS};
use super::theme::Tokens;
use super::{Command, ViewContext, dialogs, widgets};
use crate::locale::Language;

/// Draws the page.
pub(super) fn preferences_ui(context: &ViewContext<'_>, ui: &mut Ui, form: &SettingsForm) {
    ui.heading(context.text("settings-title"));
    ui.add_space(8.0);
    Grid::new("settings").num_columns(2).spacing([16.0, 12.0]).show(ui, |ui| {
        widgets::heading(ui, context.text("menu-language"));
        choices_ui(
            ui,
            Language::ALL,
            |language| (Command::Language(language), context.locale.language() == language, None),
            context,
        );
        ui.end_row();
        widgets::heading(ui, context.text("menu-theme"));
        choices_ui(
            ui,
            ThemeChoice::ALL,
            |choice| (Command::Theme(choice), context.view.theme == choice, None),
            context,
        );
        ui.end_row();
        widgets::heading(ui, context.text("settings-zoom"));
        choices_ui(
            ui,
            ZOOMS,
            |percent| (ProgramWish::Zoom(percent).into(), context.view.zoom == percent, Some(format!("{percent}%"))),
            context,
        );
        ui.end_row();
        widgets::heading(ui, context.text("settings-folder"));
        ui.vertical(|ui| folder_ui(context, ui, form));
        ui.end_row();
    });
    ui.add_space(8.0);
    dialogs::buttons_ui(context, ui, "settings-confirm", false);
}

/// A row of choices, the present one marked.
fn choices_ui<T>(
    ui: &mut Ui,
    all: impl IntoIterator<Item = T>,
    about: impl Fn(T) -> (Command, bool, Option<String>),
    context: &ViewContext<'_>,
) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.spacing_mut().button_padding.x = 8.0;
        for choice in all {
            let (command, chosen, name) = about(choice);
            let name = name.or_else(|| Some(context.text(command.text_key()?))).unwrap_or_default();
            let text = if chosen { format!("● {name}") } else { name.clone() };
            let response = ui.add(Button::selectable(chosen, text).frame_when_inactive(true));
            response.widget_info(|| egui::WidgetInfo::selected(egui::Role::RadioButton, true, chosen, &name));
            if response.clicked() {
                context.send(command);
            }
        }
    });
}

fn folder_ui(context: &ViewContext<'_>, ui: &mut Ui, form: &SettingsForm) {
    let tokens = Tokens::of(ui);
    let border = if form.no_folder { egui::Stroke::new(1.5, tokens.bad) } else { tokens.field_border() };
    let mut folder = form.folder.clone();
    let response = ui
        .scope(|ui| {
            ui.visuals_mut().widgets.inactive.bg_stroke = border;
            let edit = TextEdit::singleline(&mut folder).hint_text(context.text("settings-folder-hint"));
            ui.add(edit.desired_width(f32::INFINITY))
        })
        .inner;
    let label = context.text("settings-folder");
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
    if response.changed() {
        context.send(ProgramWish::EditFolder(folder).into());
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        context.send(Command::ConfirmDialog);
    }
    if form.no_folder {
        ui.label(egui::RichText::new(format!("⚠ {}", context.text("settings-no-folder"))).color(tokens.bad));
    }
}
