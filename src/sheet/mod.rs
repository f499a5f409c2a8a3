//! The comparison sheet: one picture of two counties that stands by itself, in a paper, on a slide or in a chat.
//!
//! Pure: a comparison goes in, laid-out pages come out ([`Page`]), and from them SVG, PNG and PDF, the same bytes each time.
//! Lengths are points of a page: 96 to the inch.

mod chart;
mod choice;
mod compose;
mod font;
mod labels;
mod layout;
mod marks;
mod notes;
mod pdf;
mod plot;
mod png;
mod rows;
mod source;
mod svg;
mod table;
mod theme;
mod words;

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

pub use chart::PlotSource;
pub use choice::{ChosenRows, SheetChoice};
pub use font::{BOLD, REGULAR};
pub use layout::{Anchor, Colour, Drawing, Ink, Item, Outline, Page, Point, Rect, Shape, Stroke, Text};
pub use plot::plot_svg;
pub use png::Pixels;
pub use rows::{SheetRows, UnknownRows};
pub use source::SheetSource;
pub use svg::Links;
pub use theme::SheetTheme;

use crate::locale::Language;
use crate::model::Instant;

/// The form of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SheetSize {
    /// A4 upright.
    #[default]
    A4,
    /// A4 across.
    A4Landscape,
    /// 16:9, for slides.
    Wide,
    /// One column for a telephone, as long as it takes.
    Long,
    /// The trend plot alone.
    Plot,
}

impl SheetSize {
    /// All, in menu order.
    pub const ALL: [Self; 5] = [Self::A4, Self::A4Landscape, Self::Wide, Self::Long, Self::Plot];
}

/// The kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SheetFormat {
    /// Pixels, one file a page.
    #[default]
    Png,
    /// Lines and text, one file a page.
    Svg,
    /// Lines and text, all pages in one file.
    Pdf,
}

impl SheetFormat {
    /// All, in menu order.
    pub const ALL: [Self; 3] = [Self::Png, Self::Svg, Self::Pdf];

    /// The end of its file names.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Svg => "svg",
            Self::Pdf => "pdf",
        }
    }
}

/// How a sheet shall be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SheetOptions {
    /// Its form.
    pub size: SheetSize,
    /// Its looks.
    pub theme: SheetTheme,
    /// The day that it says it was made on, if any.
    pub date: Option<Instant>,
}

/// Where the page with this index goes: `out.png`, `out-2.png`, `out-3.png`.
pub fn page_path(path: &Path, index: usize) -> PathBuf {
    if index == 0 {
        return path.to_path_buf();
    }
    let mut name = path.file_stem().map(OsString::from).unwrap_or_default();
    name.push(format!("-{}", index + 1));
    if let Some(ending) = path.extension() {
        name.push(".");
        name.push(ending);
    }
    path.with_file_name(name)
}

/// Why a sheet could not become a file. Names the part that failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the picture could not be made ({0}); try a smaller scale, another format or fewer rows")]
pub struct SheetError(String);

/// A laid-out sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Sheet {
    /// Its title.
    pub title: String,
    /// Its language.
    pub language: Language,
    /// At least one.
    pub pages: Vec<Page>,
}

impl Sheet {
    /// Lays out what `source` has.
    pub fn of(source: &SheetSource<'_>, options: SheetOptions) -> Self {
        compose::compose(source, options)
    }

    /// The page with this index as SVG; empty where there is none.
    pub fn svg(&self, page: usize) -> String {
        let page = self.pages.get(page);
        page.map_or_else(String::new, |page| svg::page_svg(page, &self.title, self.language.tag(), theme::PAPER))
    }

    /// The page with this index as pixels, `scale` times its size.
    pub fn pixels(&self, page: usize, scale: f32) -> Result<Pixels, SheetError> {
        png::pixels(&self.svg(page), scale)
    }

    /// The files that it becomes in `format`: one a page, one for all in PDF; `scale` is for pixels.
    pub fn files(&self, format: SheetFormat, scale: f32) -> Result<Vec<Vec<u8>>, SheetError> {
        match format {
            SheetFormat::Pdf => Ok(vec![pdf::pdf(self)?]),
            SheetFormat::Svg => Ok((0..self.pages.len()).map(|page| self.svg(page).into_bytes()).collect()),
            SheetFormat::Png => (0..self.pages.len()).map(|page| png::png(&self.svg(page), scale)).collect(),
        }
    }
}
