//! The embedded Chinese font, first for every glyph it has; the system's fonts stand behind it.

use egui::epaint::text::{FontInsert, FontPriority, InsertFontFamily};
use egui::{Context, FontData, FontFamily};

const NOTO_SANS_SC: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Regular.subset.ttf");

/// Registers the font with `ctx`.
pub fn install_fonts(ctx: &Context) {
    // Highest: otherwise a Latin font supplies narrow Western quotation marks around Chinese words.
    let first_for = |family| InsertFontFamily { family, priority: FontPriority::Highest };
    let families = vec![first_for(FontFamily::Proportional), first_for(FontFamily::Monospace)];
    ctx.add_font(FontInsert::new("NotoSansSC", FontData::from_static(NOTO_SANS_SC), families));
}
