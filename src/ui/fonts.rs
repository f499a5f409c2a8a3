//! The embedded Chinese fonts, first for every glyph they have; the system's fonts stand behind them.

use egui::epaint::text::{FontInsert, FontPriority, InsertFontFamily};
use egui::{Context, FontData, FontFamily};

const REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Regular.subset.ttf");
/// The characters of GB2312 only: enough for titles and county names; the regular font stands behind it.
const BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Bold.subset.ttf");

/// The family of titles, county names and figures that lead.
pub(super) fn bold_family() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Registers the fonts with `ctx`.
pub fn install_fonts(ctx: &Context) {
    // Highest: otherwise a Latin font supplies narrow Western quotation marks around Chinese words.
    let place = |family, priority| InsertFontFamily { family, priority };
    let everywhere = vec![
        place(FontFamily::Proportional, FontPriority::Highest),
        place(FontFamily::Monospace, FontPriority::Highest),
        place(bold_family(), FontPriority::Lowest),
    ];
    let emphasis = vec![place(bold_family(), FontPriority::Highest)];
    ctx.add_font(FontInsert::new("NotoSansSC", FontData::from_static(REGULAR), everywhere));
    ctx.add_font(FontInsert::new("NotoSansSC-Bold", FontData::from_static(BOLD), emphasis));
}
