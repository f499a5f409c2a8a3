//! The palette: a command is found by its name in the window's language, in English, or by its pinyin initials.

use egui::{Button, Key, Modifiers, RichText, ScrollArea, Ui, vec2};

use super::program::{Palette, ProgramWish};
use super::theme::{CONTROL_HEIGHT, Tokens, size};
use super::{Command, ViewContext, widgets};
use crate::codelist::finds;

const LIST_HEIGHT: f32 = 320.0;

/// Draws the field and the commands found that apply now. The keyboard stays in the field: up and down mark a command,
/// Enter calls it.
pub(super) fn palette_ui(context: &ViewContext<'_>, ui: &mut Ui, palette: &Palette) {
    let found = found(context, palette);
    let last = found.len().saturating_sub(1);
    let marked = palette.marked.min(last);
    // Before the field takes them.
    let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let mut to = marked;
    if pressed(ui, Key::ArrowDown) {
        to = if marked == last { 0 } else { marked + 1 };
    }
    if pressed(ui, Key::ArrowUp) {
        to = marked.checked_sub(1).unwrap_or(last);
    }
    if to != palette.marked {
        context.send(ProgramWish::Mark(to).into());
    }
    let called = pressed(ui, Key::Enter);

    ui.heading(context.text("command-palette"));
    ui.add_space(4.0);
    let mut sought = palette.sought.clone();
    let (label, hint) = (context.text("command-palette"), context.text("palette-hint"));
    let response = widgets::field(ui, &mut sought, label, hint, f32::INFINITY);
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(egui::accesskit::Role::SearchInput);
        if let Some((command, _)) = found.get(to) {
            // A screen reader says which command Enter would call.
            node.set_description(name(context, command));
        }
    });
    if context.view.focus_dialog {
        response.request_focus();
    }
    if response.changed() {
        context.send(Command::EditDialog(sought));
    }
    ui.add_space(6.0);
    if found.is_empty() {
        ui.label(widgets::dim(ui, context.text("palette-none")));
    }
    let height = LIST_HEIGHT.min(ui.ctx().content_rect().height() - 180.0).max(3.0 * CONTROL_HEIGHT);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        for (index, (command, menu)) in found.iter().enumerate() {
            let clicked = entry_ui(context, ui, command, menu, (index == to, to != palette.marked));
            if clicked || (called && index == to) {
                context.send(Command::CloseDialog);
                context.send(command.clone());
            }
        }
    });
}

fn entry_ui(
    context: &ViewContext<'_>,
    ui: &mut Ui,
    command: &Command,
    menu: &str,
    (marked, moved): (bool, bool),
) -> bool {
    let keys = command.shortcut().map(|keys| ui.ctx().format_shortcut(&keys)).unwrap_or_default();
    let aside = [context.text(menu), keys].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("   ");
    let tokens = Tokens::of(ui);
    let button = Button::selectable(marked, name(context, command))
        .right_text(RichText::new(aside).size(size::TINY).color(tokens.dim))
        .min_size(vec2(ui.available_width(), CONTROL_HEIGHT));
    let response = ui.add(button);
    if marked {
        ui.painter().vline(
            response.rect.left() + 1.5,
            response.rect.y_range(),
            egui::Stroke::new(3.0, tokens.county[0]),
        );
    }
    if marked && moved {
        response.scroll_to_me(None);
    }
    if let Some(tooltip) = command.text_key().and_then(|key| context.locale.tooltip(key)) {
        return response.on_hover_text(tooltip).clicked();
    }
    response.clicked()
}

/// The commands found, with the key of their menu's name: those whose name begins with what is sought come first.
fn found(context: &ViewContext<'_>, palette: &Palette) -> Vec<(Command, &'static str)> {
    let sought = palette.sought.trim().to_lowercase();
    let none = String::new();
    let names = palette.english.iter().chain(std::iter::repeat(&none));
    let listed = Command::listed().into_iter().zip(names).filter(|((_, command), _)| command.applies(context));
    let mut found: Vec<(usize, Command, &'static str)> = listed
        .filter_map(|((menu, command), english)| {
            let name = name(context, &command);
            let rank = match () {
                () if name.to_lowercase().starts_with(&sought) => 0,
                () if finds(&name, &sought) => 1,
                () if finds(english, &sought) => 2,
                () => return None,
            };
            Some((rank, command, menu))
        })
        .collect();
    found.sort_by_key(|(rank, ..)| *rank);
    found.into_iter().map(|(_, command, menu)| (command, menu)).collect()
}

fn name(context: &ViewContext<'_>, command: &Command) -> String {
    command.text_key().map(|key| context.text(key)).unwrap_or_default()
}
