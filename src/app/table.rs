//! What the table is asked for: units.

use super::CountyLensApp;
use crate::locale::{Language, Locale};
use crate::ui::TableWish;

impl CountyLensApp {
    /// Carries out a wish about the table.
    pub(super) fn table(&mut self, wish: TableWish) {
        match wish {
            TableWish::Numbers(style) => self.view.table.numbers = Some(style),
            TableWish::Land(unit) => self.view.table.land = unit,
        }
        self.speak(self.locale.language());
    }

    /// Puts the window's texts into `language` and its figures into the chosen units.
    pub(super) fn speak(&mut self, language: Language) {
        self.locale = Locale::new(language).with_units(self.view.table.units(language));
    }
}
