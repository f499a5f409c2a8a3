//! Pages as pixels, by way of their SVG and with the embedded fonts alone: the same on every machine.

use std::sync::{Arc, OnceLock};

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

use super::SheetError;
use super::font::{BOLD, FAMILY, REGULAR};

/// The largest picture that is drawn: as many pixels as four A4 pages at four times their size.
const MOST_PIXELS: f32 = 4.0 * 16.0 * 794.0 * 1123.0;

/// Pixels of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pixels {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Red, green, blue, alpha of each pixel, row by row; the ground is opaque.
    pub rgba: Vec<u8>,
}

/// The embedded fonts. Read once: that takes longer than a page.
fn fonts() -> Arc<fontdb::Database> {
    static FONTS: OnceLock<Arc<fontdb::Database>> = OnceLock::new();
    let made = FONTS.get_or_init(|| {
        let mut fonts = fontdb::Database::new();
        for bytes in [REGULAR, BOLD] {
            fonts.load_font_source(fontdb::Source::Binary(Arc::new(bytes)));
        }
        fonts.set_sans_serif_family(FAMILY);
        Arc::new(fonts)
    });
    Arc::clone(made)
}

fn render(svg: &str, scale: f32) -> Result<Pixmap, SheetError> {
    let options = Options { font_family: FAMILY.to_owned(), fontdb: fonts(), ..Options::default() };
    let tree = Tree::from_str(svg, &options).map_err(|error| SheetError(error.to_string()))?;
    let [width, height] = [tree.size().width(), tree.size().height()].map(|length| (length * scale).round());
    if width * height > MOST_PIXELS {
        return Err(SheetError(format!("{width}×{height} pixels")));
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "both are positive and below the limit")]
    let made = Pixmap::new(width as u32, height as u32);
    let mut pixels = made.ok_or_else(|| SheetError(format!("{width}×{height} pixels")))?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels)
}

/// A page, by its SVG, as a PNG file `scale` times its size.
pub(super) fn png(svg: &str, scale: f32) -> Result<Vec<u8>, SheetError> {
    render(svg, scale)?.encode_png().map_err(|error| SheetError(error.to_string()))
}

/// The same as pixels.
pub(super) fn pixels(svg: &str, scale: f32) -> Result<Pixels, SheetError> {
    let pixels = render(svg, scale)?;
    Ok(Pixels { width: pixels.width(), height: pixels.height(), rgba: pixels.take() })
}
