//! The window's own picture as a PNG file.

use std::io::Cursor;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use egui::{ColorImage, Context};

use super::CountyLensApp;
use super::dialogs::Purpose;
use super::worker::error_notice;
use crate::compare::Side;
use crate::project::save_atomically;
use crate::sheet::Pixels;
use crate::ui::{Notice, NoticeKind};

/// The pixels are of the frame that asks for them or of one soon after.
const FRAMES_WITHOUT_NOTICES: u8 = 3;

/// News of a picture.
#[derive(Debug)]
pub(super) enum PictureNews {
    /// The window's pixels.
    Taken(Arc<ColorImage>),
    /// How a page of the comparison picture looks, asked for under this number.
    Preview(u64, Pixels),
    /// A page for the clipboard.
    ToCopy(Pixels),
    /// It was saved, or could not be.
    Ended(Notice),
}

impl CountyLensApp {
    /// Asks for the window's pixels. Called a frame after the command, when the menu that sent it is gone.
    pub(super) fn take_picture_if_wanted(&mut self, ctx: &Context) {
        if !std::mem::take(&mut self.picture_wanted) {
            return;
        }
        self.frames_without_notices = FRAMES_WITHOUT_NOTICES;
        let (news, wake) = (self.picture_sender.clone(), ctx.clone());
        ctx.request_screenshot(move |image| {
            if news.send(PictureNews::Taken(image)).is_ok() {
                wake.request_repaint();
            }
        });
    }

    /// Takes in pixels and outcomes.
    pub(super) fn receive_pictures(&mut self) {
        while let Ok(news) = self.picture_news.try_recv() {
            match news {
                PictureNews::Taken(image) => {
                    self.picture = Some(image);
                    self.frames_without_notices = 0;
                    self.ask_for_path(Purpose::Save);
                }
                PictureNews::Preview(asked, pixels) => self.show_preview(asked, &pixels),
                PictureNews::ToCopy(pixels) => self.copy_pixels(&pixels),
                PictureNews::Ended(notice) => self.notify(notice),
            }
        }
    }

    /// Writes the window's picture, if it was taken, else the comparison picture, to `path`, on a worker. A missing extension is added.
    pub(super) fn save_picture_to(&mut self, mut path: PathBuf) {
        let Some(image) = self.picture.take() else {
            self.save_sheet_to(path);
            return;
        };
        if !path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("png")) {
            path.as_mut_os_string().push(".png");
        }
        let (news, wake) = (self.picture_sender.clone(), self.ctx.clone());
        let spawned = thread::Builder::new().name("picture".to_owned()).spawn(move || {
            let notice = match encode(&image) {
                Ok(bytes) => match save_atomically(&path, &bytes) {
                    Ok(()) => {
                        let arguments = vec![("path", path.display().to_string())];
                        Notice { kind: NoticeKind::Done, key: "notice-saved".to_owned(), arguments }
                    }
                    Err(error) => {
                        let (path, reason) = (error.path.display().to_string(), error.source.to_string());
                        error_notice("error-save", vec![("path", path), ("reason", reason)])
                    }
                },
                Err(error) => error_notice("error-encode", vec![("reason", error.to_string())]),
            };
            if news.send(PictureNews::Ended(notice)).is_ok() {
                wake.request_repaint();
            }
        });
        if let Err(error) = spawned {
            self.notify(error_notice("error-encode", vec![("reason", error.to_string())]));
        }
    }

    /// A name for the picture: both counties.
    pub(super) fn picture_name(&self) -> String {
        let names: Vec<&str> = Side::BOTH
            .into_iter()
            .filter_map(|side| self.comparison.profile(side))
            .map(|profile| &*profile.area.name)
            .collect();
        let name = if names.is_empty() { "countylens".to_owned() } else { names.join("-") };
        format!("{name}.{}", self.picture_ending())
    }
}

fn encode(image: &ColorImage) -> Result<Vec<u8>, image::ImageError> {
    let pixels: Vec<u8> = image.pixels.iter().flat_map(|pixel| [pixel.r(), pixel.g(), pixel.b()]).collect();
    let wrong_size = || {
        let kind = image::error::ParameterErrorKind::DimensionMismatch;
        image::ImageError::Parameter(image::error::ParameterError::from_kind(kind))
    };
    let side = |length: usize| u32::try_from(length).map_err(|_| wrong_size());
    let (width, height) = (side(image.size[0])?, side(image.size[1])?);
    let picture = image::RgbImage::from_raw(width, height, pixels).ok_or_else(wrong_size)?;
    let mut bytes = Vec::new();
    picture.write_to(&mut Cursor::new(&mut bytes), image::ImageFormat::Png)?;
    Ok(bytes)
}
