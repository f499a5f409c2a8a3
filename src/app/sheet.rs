//! The comparison picture: its dialog, its preview, its files, and a copy of it for the clipboard.

use std::path::{Path, PathBuf};
use std::thread;

use egui::{ColorImage, TextureHandle, TextureOptions};

use super::CountyLensApp;
use super::dialogs::Purpose;
use super::picture::PictureNews;
use super::worker::error_notice;
use crate::compare::ArrangedLine;
use crate::locale::Locale;
use crate::project::{save_atomically, write_kept};
use crate::sheet::{
    ChosenRows, Pixels, Sheet, SheetChoice, SheetFormat, SheetOptions, SheetRows, SheetSource, page_path,
};
use crate::ui::{Dialog, Notice, NoticeKind, SheetForm, SheetPreview, SheetWish};

/// Name of the remembered choice in the settings folder.
pub(super) const PICTURE_SETTINGS: &str = "picture.json";
/// Pixels for each point of the page, in the preview and on the clipboard.
const PREVIEW_SCALE: f32 = 1.0;
const COPY_SCALE: f32 = 2.0;

/// The picture that is being chosen.
#[derive(Default)]
pub(super) struct SheetDesk {
    /// What was chosen last, now or in an earlier window.
    pub(super) choice: SheetChoice,
    /// Number of the preview that was asked for last.
    asked: u64,
    texture: Option<TextureHandle>,
}

impl CountyLensApp {
    /// Opens the dialog, as it was left the last time.
    pub(super) fn open_sheet_dialog(&mut self) {
        if self.reports.is_empty() {
            return;
        }
        let choice = self.sheet.choice;
        self.show_dialog(Dialog::Sheet(Box::new(SheetForm { choice, page: 0, pages: 1, preview: None })));
        self.draw_preview();
    }

    /// Carries out a wish about the picture.
    pub(super) fn sheet(&mut self, wish: SheetWish) {
        let Some(Dialog::Sheet(form)) = &mut self.dialog else { return };
        match wish {
            SheetWish::Choose(choice) => {
                form.choice = choice;
                form.page = 0;
                self.sheet.choice = choice;
                self.draw_preview();
            }
            SheetWish::Page(page) => {
                form.page = page;
                self.draw_preview();
            }
            SheetWish::Copy => {
                let (choice, page) = (form.choice, form.page);
                let made = self.compose(choice);
                self.draw_in_background(made, page, COPY_SCALE, PictureNews::ToCopy);
            }
        }
    }

    /// The sheet as chosen. Takes some milliseconds; what takes long is done on a worker.
    fn compose(&mut self, choice: SheetChoice) -> Sheet {
        self.arrange_lines();
        let language = choice.language.unwrap_or(self.locale.language());
        let locale = Locale::new(language).with_units(self.view.table.units(language));
        let lines = self.sheet_lines(choice.rows);
        let source = SheetSource {
            comparison: &self.comparison,
            trends: &self.trends,
            reports: &self.reports,
            codelists: self.options.codelists,
            derived: &self.lists.derived,
            lines: &lines,
            locale: &locale,
        };
        Sheet::of(&source, SheetOptions { size: choice.size, theme: choice.theme, date: None })
    }

    fn sheet_lines(&self, rows: ChosenRows) -> Vec<ArrangedLine> {
        let derived = &self.lists.derived;
        let of = |rows: &SheetRows| rows.lines(&self.comparison, &self.reports, derived, self.options.codelists);
        match rows {
            ChosenRows::All => of(&SheetRows::all()),
            ChosenRows::Indicators => of(&SheetRows::default()),
            ChosenRows::Visible => self.table.lines.clone(),
        }
    }

    /// Asks for a picture of the page that the dialog shows.
    fn draw_preview(&mut self) {
        let Some(Dialog::Sheet(form)) = &self.dialog else { return };
        let (choice, page) = (form.choice, form.page);
        let made = self.compose(choice);
        if let Some(Dialog::Sheet(form)) = &mut self.dialog {
            form.pages = made.pages.len();
        }
        self.sheet.asked += 1;
        let asked = self.sheet.asked;
        // A graphics card takes no picture of any length.
        let most = self.ctx.input(|input| input.max_texture_side) as f32;
        let longest = made.pages.get(page).map_or(1.0, |page| page.size[0].max(page.size[1]));
        let scale = PREVIEW_SCALE.min((most - 1.0) / longest);
        self.draw_in_background(made, page, scale, move |pixels| PictureNews::Preview(asked, pixels));
    }

    fn draw_in_background(
        &mut self,
        made: Sheet,
        page: usize,
        scale: f32,
        news: impl FnOnce(Pixels) -> PictureNews + Send + 'static,
    ) {
        self.make_picture(move || match made.pixels(page, scale) {
            Ok(pixels) => news(pixels),
            Err(error) => PictureNews::Ended(error_notice("error-encode", vec![("reason", error.to_string())])),
        });
    }

    /// Takes in the picture of a page.
    pub(super) fn show_preview(&mut self, asked: u64, pixels: &Pixels) {
        let Some(Dialog::Sheet(form)) = &mut self.dialog else { return };
        if asked != self.sheet.asked {
            return;
        }
        let image = image_of(pixels);
        let size = image.size;
        let texture = self.ctx.load_texture("sheet", image, TextureOptions::LINEAR);
        form.preview = Some(SheetPreview { texture: texture.id(), size });
        self.sheet.texture = Some(texture);
    }

    /// Puts a drawn page on the clipboard.
    pub(super) fn copy_pixels(&mut self, pixels: &Pixels) {
        self.ctx.copy_image(image_of(pixels));
        let notice = Notice { kind: NoticeKind::Done, key: "notice-copied-picture".to_owned(), arguments: Vec::new() };
        self.notify(notice);
    }

    /// Asks where the picture shall go, and remembers how it was chosen.
    pub(super) fn confirm_sheet(&mut self, choice: SheetChoice) {
        self.sheet.choice = choice;
        if let Some(settings) = self.options.settings.clone() {
            self.in_background(move || {
                if let Err(error) = write_kept(&settings, PICTURE_SETTINGS, &choice) {
                    log::warn!("{error}");
                }
                None
            });
        }
        self.ask_for_path(Purpose::Save);
    }

    /// Saves the picture to `path`, further pages beside it. A missing ending is added.
    pub(super) fn save_sheet_to(&mut self, mut path: PathBuf) {
        let choice = self.sheet.choice;
        let ending = choice.format.extension();
        if !path.extension().is_some_and(|found| found.eq_ignore_ascii_case(ending)) {
            path.as_mut_os_string().push(format!(".{ending}"));
        }
        let made = self.compose(choice);
        self.make_picture(move || PictureNews::Ended(save_sheet(&made, choice, &path)));
    }

    fn make_picture(&mut self, make: impl FnOnce() -> PictureNews + Send + 'static) {
        let (news, wake) = (self.picture_sender.clone(), self.ctx.clone());
        let spawned = thread::Builder::new().name("picture".to_owned()).spawn(move || {
            if news.send(make()).is_ok() {
                wake.request_repaint();
            }
        });
        if let Err(error) = spawned {
            self.notify(error_notice("error-encode", vec![("reason", error.to_string())]));
        }
    }

    /// The ending of the picture that is to be saved: the window's is a PNG.
    pub(super) fn picture_ending(&self) -> &'static str {
        let format = if self.picture.is_some() { SheetFormat::Png } else { self.sheet.choice.format };
        format.extension()
    }
}

fn save_sheet(made: &Sheet, choice: SheetChoice, path: &Path) -> Notice {
    let files = match made.files(choice.format, f32::from(choice.scale)) {
        Ok(files) => files,
        Err(error) => return error_notice("error-encode", vec![("reason", error.to_string())]),
    };
    for (index, bytes) in files.iter().enumerate() {
        if let Err(error) = save_atomically(&page_path(path, index), bytes) {
            let (path, reason) = (error.path.display().to_string(), error.source.to_string());
            return error_notice("error-save", vec![("path", path), ("reason", reason)]);
        }
    }
    let last = page_path(path, files.len().saturating_sub(1));
    let mut names = path.display().to_string();
    if files.len() > 1 {
        names = format!("{names} … {}", last.file_name().unwrap_or_default().to_string_lossy());
    }
    Notice { kind: NoticeKind::Done, key: "notice-saved".to_owned(), arguments: vec![("path", names)] }
}

fn image_of(pixels: &Pixels) -> ColorImage {
    let side = |length: u32| usize::try_from(length).unwrap_or(0);
    ColorImage::from_rgba_unmultiplied([side(pixels.width), side(pixels.height)], &pixels.rgba)
}
