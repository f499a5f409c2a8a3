//! The embedded Chinese fonts, first for every glyph they have; the system's fonts stand behind them.

use egui::epaint::text::{FontInsert, FontPriority, InsertFontFamily};
use egui::{Context, FontData, FontFamily};

/// The family of titles, county names and figures that lead.
pub(super) fn bold_family() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Registers the regular and the bold font with `ctx`.
pub fn install_fonts(ctx: &Context, [regular, bold]: [&'static [u8]; 2]) {
    // Highest: otherwise a Latin font supplies narrow Western quotation marks around Chinese words.
    let place = |family, priority| InsertFontFamily { family, priority };
    let everywhere = vec![
        place(FontFamily::Proportional, FontPriority::Highest),
        place(FontFamily::Monospace, FontPriority::Highest),
        place(bold_family(), FontPriority::Lowest),
    ];
    let emphasis = vec![place(bold_family(), FontPriority::Highest)];
    ctx.add_font(FontInsert::new("NotoSansSC", FontData::from_static(regular), everywhere));
    ctx.add_font(FontInsert::new("NotoSansSC-Bold", FontData::from_static(bold), emphasis));
}
