//! The dialog of the comparison picture: what to make, and how it will look.

use egui::{Button, RichText, Sense, Ui, vec2};

use super::theme::{CONTROL_HEIGHT, Tokens};
use super::{Command, ViewContext, dialogs, widgets};
use crate::locale::Language;
use crate::sheet::{ChosenRows, SheetChoice, SheetFormat, SheetSize, SheetTheme};

/// Least room for the preview, in points.
const LEAST_PREVIEW: f32 = 200.0;
const PREVIEW_HEIGHT: f32 = 420.0;
const CHOICES_WIDTH: f32 = 250.0;

/// A page as it will look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SheetPreview {
    /// The picture.
    pub texture: egui::TextureId,
    /// Its width and height, in pixels.
    pub size: [usize; 2],
}

/// The open dialog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetForm {
    /// What is chosen.
    pub choice: SheetChoice,
    /// Index of the page that is shown.
    pub page: usize,
    /// How many there are.
    pub pages: usize,
    /// How it will look; `None` until that is known.
    pub preview: Option<SheetPreview>,
}

/// A wish about the picture.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum SheetWish {
    /// Make it so.
    Choose(SheetChoice),
    /// Show the page with this index.
    Page(usize),
    /// Put the page that is shown on the clipboard.
    Copy,
}

/// Draws the dialog.
pub(super) fn sheet_ui(context: &ViewContext<'_>, ui: &mut Ui, form: &SheetForm) {
    ui.heading(context.text("sheet-dialog-title"));
    ui.add_space(6.0);
    let preview_width = (ui.available_width() - CHOICES_WIDTH - 16.0).max(LEAST_PREVIEW);
    ui.horizontal_top(|ui| {
        ui.vertical(|ui| {
            ui.set_width(CHOICES_WIDTH);
            choices_ui(context, ui, form.choice);
        });
        ui.add_space(8.0);
        ui.vertical(|ui| {
            ui.set_width(preview_width);
            preview_ui(context, ui, form, preview_width);
        });
    });
    ui.add_space(8.0);
    ui.horizontal(|ui| {
        let copy = Command::Sheet(SheetWish::Copy);
        let text = context.text("command-copy-picture");
        let button = Button::new(text).min_size(vec2(72.0, CONTROL_HEIGHT));
        if ui.add(button).on_hover_text(widgets::tooltip(ui, context, &copy)).clicked() {
            context.send(copy);
        }
        dialogs::buttons_ui(context, ui, "sheet-dialog-save", false);
    });
}

fn choices_ui(context: &ViewContext<'_>, ui: &mut Ui, now: SheetChoice) {
    let size_key = |size| match size {
        SheetSize::A4 => "sheet-size-a-four",
        SheetSize::A4Landscape => "sheet-size-landscape",
        SheetSize::Wide => "sheet-size-wide",
        SheetSize::Long => "sheet-size-long",
        SheetSize::Plot => "sheet-size-plot",
    };
    let of = |choices: Vec<(String, SheetChoice)>, title: &str, ui: &mut Ui| {
        ui.label(widgets::dim(ui, context.text(title)));
        ui.horizontal_wrapped(|ui| {
            for (text, choice) in choices {
                let response = ui.radio(choice == now, text);
                if context.view.focus_dialog && choice == now && title == "sheet-choose-size" {
                    response.request_focus();
                }
                if response.clicked() {
                    context.send(Command::Sheet(SheetWish::Choose(choice)));
                }
            }
        });
        ui.add_space(6.0);
    };
    let sizes = SheetSize::ALL.map(|size| (context.text(size_key(size)), SheetChoice { size, ..now }));
    of(sizes.to_vec(), "sheet-choose-size", ui);
    let formats = SheetFormat::ALL.map(|format| (format.extension().to_uppercase(), SheetChoice { format, ..now }));
    of(formats.to_vec(), "sheet-choose-format", ui);
    if now.format == SheetFormat::Png {
        let scales = [1, 2, 3, 4].map(|scale| (format!("{scale}×"), SheetChoice { scale, ..now }));
        of(scales.to_vec(), "sheet-choose-scale", ui);
    }
    let language = now.language.unwrap_or(context.locale.language());
    let now_language = SheetChoice { language: Some(language), ..now };
    ui.label(widgets::dim(ui, context.text("menu-language")));
    ui.horizontal_wrapped(|ui| {
        for language in Language::ALL {
            let Some(key) = Command::Language(language).text_key() else { continue };
            let choice = SheetChoice { language: Some(language), ..now };
            if ui.radio(choice == now_language, context.text(key)).clicked() {
                context.send(Command::Sheet(SheetWish::Choose(choice)));
            }
        }
    });
    ui.add_space(6.0);
    let themes = [(SheetTheme::Light, "sheet-theme-light"), (SheetTheme::Print, "sheet-theme-print")];
    let themes = themes.map(|(theme, key)| (context.text(key), SheetChoice { theme, ..now }));
    of(themes.to_vec(), "sheet-choose-theme", ui);
    if now.size != SheetSize::Plot {
        let key = |rows| match rows {
            ChosenRows::Visible => "sheet-rows-visible",
            ChosenRows::Indicators => "sheet-rows-indicators",
            ChosenRows::All => "sheet-rows-all",
        };
        let rows = ChosenRows::ALL.map(|rows| (context.text(key(rows)), SheetChoice { rows, ..now }));
        of(rows.to_vec(), "sheet-choose-rows", ui);
    }
}

fn preview_ui(context: &ViewContext<'_>, ui: &mut Ui, form: &SheetForm, width: f32) {
    let height = PREVIEW_HEIGHT.min(ui.ctx().content_rect().height() - 220.0).max(LEAST_PREVIEW);
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    let tokens = Tokens::of(ui);
    ui.painter().rect_filled(rect, 4.0, tokens.background);
    let place = context.locale.with("sheet-preview", &[("page", (form.page + 1).into()), ("pages", form.pages.into())]);
    if let Some(preview) = form.preview {
        let [across, down] = preview.size.map(|side| side as f32);
        let size = vec2(across, down) * ((height - 12.0) / down).min((width - 12.0) / across);
        let place = egui::Rect::from_center_size(rect.center(), size);
        egui::Image::new(egui::load::SizedTexture::new(preview.texture, size)).paint_at(ui, place);
        ui.painter().rect_stroke(place, 0.0, tokens.border(), egui::StrokeKind::Outside);
    } else {
        let text = RichText::new(context.text("sheet-preview-waits")).color(tokens.dim);
        ui.place(egui::Rect::from_center_size(rect.center(), vec2(width, 22.0)), egui::Label::new(text));
    }
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Image, true, &place));
    ui.horizontal(|ui| {
        for (sign, to) in [("‹", form.page.checked_sub(1)), ("›", Some(form.page + 1).filter(|to| *to < form.pages))]
        {
            let name = context.text(if sign == "‹" { "sheet-page-before" } else { "sheet-page-after" });
            let button = ui.add_enabled(to.is_some(), Button::new(sign)).on_hover_text(&name);
            ui.ctx().accesskit_node_builder(button.id, |node| node.set_label(name));
            if let Some(to) = to.filter(|_| button.clicked()) {
                context.send(Command::Sheet(SheetWish::Page(to)));
            }
        }
        ui.label(widgets::dim(ui, place));
    });
}
