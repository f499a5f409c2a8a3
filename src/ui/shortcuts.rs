//! The page of keyboard shortcuts, made from the commands themselves.

use egui::{Grid, RichText, ScrollArea, Ui};

use super::theme::{Tokens, bold, size};
use super::{Command, ViewContext, dialogs, widgets};

/// Keys that are no commands: what they do, and how they are written.
const OTHERS: [(&str, &str); 8] = [
    ("shortcuts-menus", "F10, Alt"),
    ("shortcuts-next", "Tab, Shift+Tab"),
    ("shortcuts-press", "Enter, Space"),
    ("shortcuts-cells", "← ↑ → ↓, Home, End, Page Up, Page Down"),
    ("shortcuts-mark", "Shift+↑, Shift+↓"),
    ("shortcuts-copy", "Ctrl+C"),
    ("shortcuts-points", "← ↑ → ↓"),
    ("shortcuts-leave", "Esc"),
];

/// Draws the page.
pub(super) fn shortcuts_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.heading(context.text("command-shortcuts"));
    ui.add_space(4.0);
    let height = (ui.ctx().content_rect().height() - 160.0).clamp(120.0, 480.0);
    ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
        let mut last = "";
        for (menu, command) in Command::listed() {
            let Some(keys) = command.shortcut() else { continue };
            if menu != last {
                section_ui(ui, &context.text(menu));
                last = menu;
            }
            let name = command.text_key().map(|key| context.text(key)).unwrap_or_default();
            let keys = ui.ctx().format_shortcut(&keys);
            pair_ui(ui, &name, &keys);
        }
        section_ui(ui, &context.text("shortcuts-others"));
        for (key, keys) in OTHERS {
            pair_ui(ui, &context.text(key), keys);
        }
        super::access::follow_focus(ui);
    });
    dialogs::closing_ui(context, ui);
}

fn section_ui(ui: &mut Ui, name: &str) {
    ui.add_space(6.0);
    widgets::heading(ui, name);
}

fn pair_ui(ui: &mut Ui, name: &str, keys: &str) {
    Grid::new(("shortcut", name)).num_columns(2).min_col_width(ui.available_width() * 0.42).show(ui, |ui| {
        ui.label(name);
        ui.label(RichText::new(keys).font(bold(size::SMALL)).color(Tokens::of(ui).ink));
    });
}
