//! The menus of the menu row: opened by the pointer, by Alt with a letter, and gone through by keyboard.

use egui::containers::menu::MenuButton;
use egui::text::{LayoutJob, TextFormat};
use egui::{Button, Event, Key, Modifiers, Popup, Role, Stroke, Ui, WidgetInfo};

use super::theme::{Tokens, font, size};
use super::{ViewContext, access};

/// A menu with the name at `key`; Alt with `letter` opens it, and so does F10 where it is the `first`.
pub(super) fn menu_ui(
    context: &ViewContext<'_>,
    ui: &mut Ui,
    (key, letter, first): (&str, Key, bool),
    items: impl FnOnce(&mut Ui),
) {
    let name = context.text(key);
    let colour = Tokens::of(ui).ink;
    let (response, _) = MenuButton::from_button(Button::new(title(&name, letter, colour))).ui(ui, items);
    response.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, &name));
    access::focus_ring(ui, &response);
    let popup = Popup::default_response_id(&response);
    let shortcut = letter.name().to_owned();
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_has_popup(egui::accesskit::HasPopup::Menu);
        node.set_keyboard_shortcut(format!("Alt+{shortcut}"));
    });
    // With the keyboard, the open menu goes along from name to name.
    let went_along = response.gained_focus() && Popup::is_any_open(ui.ctx()) && !Popup::is_id_open(ui.ctx(), popup);
    if went_along || (context.dialog.is_none() && is_called(ui, letter, first)) {
        Popup::open_id(ui.ctx(), popup);
        response.request_focus();
        ui.ctx().request_repaint();
    }
}

fn is_called(ui: &Ui, letter: Key, first: bool) -> bool {
    // There, Alt with a letter writes a sign.
    let has_letters = ui.ctx().os() != egui::os::OperatingSystem::Mac;
    ui.input_mut(|input| {
        let by_letter = has_letters && input.consume_key(Modifiers::ALT, letter);
        if by_letter {
            // A field that has the keyboard would write the letter.
            input
                .events
                .retain(|event| !matches!(event, Event::Text(text) if text.eq_ignore_ascii_case(letter.name())));
        }
        by_letter || (first && input.consume_key(Modifiers::NONE, Key::F10))
    })
}

/// `File` with its letter underlined; `文件(F)` where the name does not begin with it.
fn title(name: &str, letter: Key, colour: egui::Color32) -> LayoutJob {
    let plain = TextFormat { font_id: font(size::BODY), color: colour, ..TextFormat::default() };
    let underlined = TextFormat { underline: Stroke::new(1.0, colour), ..plain.clone() };
    let mut job = LayoutJob::default();
    let first = name.chars().next().filter(|first| first.to_string().eq_ignore_ascii_case(letter.name()));
    if let Some(first) = first {
        job.append(first.encode_utf8(&mut [0; 4]), 0.0, underlined);
        job.append(&name[first.len_utf8()..], 0.0, plain);
    } else {
        job.append(&format!("{name}("), 0.0, plain.clone());
        job.append(letter.name(), 0.0, underlined);
        job.append(")", 0.0, plain);
    }
    job
}
