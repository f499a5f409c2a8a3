//! Dialogs drawn inside the window: pasted text, paths where there is no native dialog, about.

use egui::{Button, Id, Modal, Modifiers, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::context::Dialog;
use super::theme::{CONTROL_HEIGHT, Tokens};
use super::{Command, ViewContext, about, access, correct, palette, preferences, project, sheet, shortcuts, widgets};
use crate::model::ExportFormat;

const WIDTH: f32 = 520.0;
/// With a preview beside the choices.
const SHEET_WIDTH: f32 = 820.0;
const TEXT_HEIGHT: f32 = 300.0;
/// What figures are thrown out for.
const REJECT_REASONS: [&str; 5] =
    ["reject-no-figure", "reject-repeated", "reject-elsewhere", "reject-misprint", "reject-misread"];

/// How one dialog with a text field looks.
struct Form<'a> {
    title: &'a str,
    hint: &'a str,
    confirm: &'a str,
    label: &'a str,
    note: Option<&'a str>,
    /// Texts that confirm the dialog at a click.
    choices: &'a [&'a str],
    rows: usize,
}

/// A form for a path, where there is no native dialog.
fn path_form<'a>(title: &'a str, hint: &'a str, rows: usize) -> Form<'a> {
    let (confirm, label, note) = ("dialog-save-confirm", "dialog-path", Some("dialog-no-native"));
    Form { title, hint, confirm, label, note, choices: &[], rows }
}

/// Draws the open dialog, if any.
pub(super) fn dialog_ui(context: &ViewContext<'_>, ui: &Ui) {
    let Some(dialog) = context.dialog else { return };
    let frame = egui::Frame::popup(ui.style()).inner_margin(20);
    let response = Modal::new(Id::unique("dialog")).frame(frame).show(ui.ctx(), |ui| {
        let width = if matches!(dialog, Dialog::Sheet(_)) { SHEET_WIDTH } else { WIDTH };
        ui.set_width(width.min(ui.ctx().content_rect().width() - 48.0));
        let height = (ui.ctx().content_rect().height() - 72.0).max(120.0);
        // Where everything is large, a dialog may be higher than the window.
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
            match dialog {
                Dialog::Paste { text } => {
                    let form = Form {
                        title: "dialog-paste-title",
                        hint: "dialog-paste-hint",
                        confirm: "dialog-paste-confirm",
                        label: "dialog-text",
                        note: None,
                        choices: &[],
                        rows: 14,
                    };
                    form_ui(context, ui, &form, text);
                }
                Dialog::OpenPaths { text } => {
                    let form = path_form("dialog-open-title", "dialog-open-hint", 3);
                    form_ui(context, ui, &Form { confirm: "dialog-open-confirm", ..form }, text);
                }
                Dialog::SavePath { text } => {
                    form_ui(context, ui, &path_form("dialog-save-title", "dialog-save-hint", 1), text);
                }
                Dialog::SaveProject { text } => {
                    form_ui(context, ui, &path_form("dialog-save-project-title", "dialog-save-project-hint", 1), text);
                }
                Dialog::Question(question) => project::question_ui(context, ui, question),
                Dialog::Export { format, .. } => formats_ui(context, ui, *format),
                Dialog::ExportPath { text, .. } => {
                    form_ui(context, ui, &path_form("dialog-export-title", "dialog-export-hint", 1), text);
                }
                Dialog::Reject { reason } => {
                    let form = Form {
                        title: "dialog-reject-title",
                        hint: "dialog-reject-hint",
                        confirm: "dialog-reject-confirm",
                        label: "dialog-reason",
                        note: None,
                        choices: &REJECT_REASONS,
                        rows: 1,
                    };
                    form_ui(context, ui, &form, reason);
                }
                Dialog::Correct(form) => correct::correct_ui(context, ui, form),
                Dialog::Sheet(form) => sheet::sheet_ui(context, ui, form),
                Dialog::About => about::about_ui(context, ui),
                Dialog::Licences => about::licences_ui(context, ui),
                Dialog::Palette(open) => palette::palette_ui(context, ui, open),
                Dialog::Settings(form) => preferences::preferences_ui(context, ui, form),
                Dialog::Shortcuts => shortcuts::shortcuts_ui(context, ui),
            }
            access::follow_focus(ui);
        });
    });
    if response.should_close() {
        context.send(Command::CloseDialog);
    }
}

fn form_ui(context: &ViewContext<'_>, ui: &mut Ui, form: &Form<'_>, text: &str) {
    ui.heading(context.text(form.title));
    if let Some(note) = form.note {
        ui.label(widgets::dim(ui, context.text(note)));
    }
    if !form.choices.is_empty() {
        choices_ui(context, ui, form.choices);
    }
    ui.add_space(4.0);
    let border = Tokens::of(ui).field_border();
    ui.visuals_mut().widgets.inactive.bg_stroke = border;
    let mut edited = text.to_owned();
    let done = form.rows > 1 && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, egui::Key::Enter));
    let response = if form.rows == 1 {
        ui.add(TextEdit::singleline(&mut edited).hint_text(context.text(form.hint)).desired_width(f32::INFINITY))
    } else {
        let edit = TextEdit::multiline(&mut edited)
            .hint_text(context.text(form.hint))
            .desired_width(f32::INFINITY)
            .desired_rows(form.rows);
        ScrollArea::vertical().max_height(TEXT_HEIGHT).show(ui, |ui| ui.add(edit)).inner
    };
    let label = context.text(form.label);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(label));
    if context.view.focus_dialog {
        response.request_focus();
    }
    if response.changed() {
        context.send(Command::EditDialog(edited));
    }
    // In a field of several lines, Enter begins a line; with Ctrl it is done.
    let enter = if form.rows == 1 {
        response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter))
    } else {
        done
    };
    ui.add_space(8.0);
    buttons_ui(context, ui, form.confirm, enter);
}

/// The kinds of files that a table can be saved as.
fn formats_ui(context: &ViewContext<'_>, ui: &mut Ui, chosen: ExportFormat) {
    ui.heading(context.text("dialog-export-title"));
    ui.add_space(4.0);
    for format in ExportFormat::ALL {
        let response = ui.radio(chosen == format, context.text(format_key(format)));
        if context.view.focus_dialog && chosen == format {
            response.request_focus();
        }
        if response.clicked() {
            context.send(Command::ChooseFormat(format));
        }
    }
    ui.add_space(8.0);
    buttons_ui(context, ui, "dialog-export-confirm", false);
}

fn format_key(format: ExportFormat) -> &'static str {
    match format {
        ExportFormat::Xlsx => "export-format-xlsx",
        ExportFormat::Csv => "export-format-csv",
        ExportFormat::Html => "export-format-html",
        ExportFormat::Markdown => "export-format-md",
        ExportFormat::Json => "export-format-json",
        ExportFormat::Sdmx => "export-format-sdmx",
    }
}

/// Texts that are chosen at a click.
fn choices_ui(context: &ViewContext<'_>, ui: &mut Ui, keys: &[&str]) {
    ui.add_space(4.0);
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.y = 6.0;
        for key in keys {
            let text = context.text(key);
            if ui.add(Button::new(text.as_str()).min_size(vec2(0.0, CONTROL_HEIGHT))).clicked() {
                context.send(Command::EditDialog(text));
                context.send(Command::ConfirmDialog);
            }
        }
    });
}

/// The buttons at the foot of a dialog; `confirmed_by_key` where the keyboard has confirmed it already.
pub(super) fn buttons_ui(context: &ViewContext<'_>, ui: &mut Ui, confirm: &str, confirmed_by_key: bool) {
    ui.visuals_mut().widgets.inactive.bg_stroke = egui::Stroke::NONE;
    // A row of its own height: the rest of the room must not grow the dialog.
    let row = vec2(ui.available_width(), CONTROL_HEIGHT);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let tokens = Tokens::of(ui);
        let confirm = Button::new(RichText::new(context.text(confirm)).color(tokens.on_county))
            .fill(tokens.county[0])
            .min_size(vec2(72.0, CONTROL_HEIGHT));
        if ui.add(confirm).clicked() || confirmed_by_key {
            context.send(Command::ConfirmDialog);
        }
        close_ui(context, ui, "dialog-cancel");
    });
}

fn close_ui(context: &ViewContext<'_>, ui: &mut Ui, key: &str) {
    if ui.add(Button::new(context.text(key)).min_size(vec2(72.0, CONTROL_HEIGHT))).clicked() {
        context.send(Command::CloseDialog);
    }
}

/// The one button of a page that is only read.
pub(super) fn closing_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.add_space(8.0);
    let row = vec2(ui.available_width(), CONTROL_HEIGHT);
    ui.allocate_ui_with_layout(row, egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let button = Button::new(context.text("dialog-close")).min_size(vec2(72.0, CONTROL_HEIGHT));
        let response = ui.add(button);
        if context.view.focus_dialog {
            response.request_focus();
        }
        if response.clicked() {
            context.send(Command::CloseDialog);
        }
    });
}
