//! An empty window of the same toolkit with the same fonts: what CountyLens's start is measured against.

use eframe::egui::{self, FontData, FontDefinitions, FontFamily};

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        egui::CentralPanel::default().show(ui, |ui| ui.label("空 empty"));
    }
}

fn main() -> eframe::Result {
    let viewport = egui::ViewportBuilder::default().with_inner_size([1280.0, 800.0]);
    let options = eframe::NativeOptions { viewport, centered: true, ..eframe::NativeOptions::default() };
    let create: eframe::AppCreator<'_> = Box::new(|creation| {
        creation.egui_ctx.set_theme(egui::Theme::Light);
        let mut fonts = FontDefinitions::default();
        let fonts_of = [
            ("regular", include_bytes!("../assets/fonts/NotoSansSC-Regular.subset.ttf").as_slice()),
            ("bold", include_bytes!("../assets/fonts/NotoSansSC-Bold.subset.ttf").as_slice()),
        ];
        for (name, bytes) in fonts_of {
            fonts.font_data.insert(name.to_owned(), FontData::from_static(bytes).into());
            fonts.families.entry(FontFamily::Proportional).or_default().insert(0, name.to_owned());
        }
        creation.egui_ctx.set_fonts(fonts);
        Ok(Box::new(Empty))
    });
    eframe::run_native("empty", options, create)
}
