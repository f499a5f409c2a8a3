//! What the table is asked for: units, rows and their order, the keyboard's place, copies.

use egui::Context;

use super::CountyLensApp;
use crate::compare::{ComparisonRow, RowOrder, RowPlace};
use crate::export::{ComparisonSheet, Figures};
use crate::locale::{Language, Locale};
use crate::ui::{Copied, TableWish};

impl CountyLensApp {
    /// Carries out a wish about the table.
    pub(super) fn table(&mut self, wish: TableWish, ctx: &Context) {
        self.desk.changed = true;
        let table = &mut self.view.table;
        let rows = &mut table.arrangement;
        match wish {
            TableWish::Numbers(style) => {
                table.numbers = Some(style);
                self.speak(self.locale.language());
            }
            TableWish::Land(unit) => {
                table.land = unit;
                self.speak(self.locale.language());
            }
            TableWish::ToggleDerived => {
                rows.without_derived = !rows.without_derived;
                self.redraw_trends();
            }
            TableWish::ToggleFilter(filter) => {
                if !rows.filters.remove(&filter) {
                    rows.filters.insert(filter);
                }
            }
            TableWish::Sort(order) => {
                (rows.order, rows.descending) = match (rows.order == order, rows.descending) {
                    (false, _) => (order, false),
                    (true, false) => (order, true),
                    (true, true) => (RowOrder::Catalogue, false),
                };
            }
            TableWish::TogglePin(subject) => {
                if rows.pinned.contains(&subject) {
                    rows.pinned.retain(|pinned| *pinned != subject);
                } else {
                    rows.pinned.push(subject);
                }
            }
            TableWish::Hide(subject) => {
                rows.hidden.insert(subject);
            }
            TableWish::ShowHidden => rows.hidden.clear(),
            TableWish::Shift(subject, up, beside) => {
                rows.shift(&subject, up, beside);
                // What was moved by hand is seen where it was put.
                (rows.order, rows.descending) = (RowOrder::Catalogue, false);
            }
            TableWish::Place(subject, onto, beside) => {
                rows.place(&subject, &onto, beside);
                (rows.order, rows.descending) = (RowOrder::Catalogue, false);
            }
            TableWish::OpenYears(subject, open) => {
                rows.years.insert(subject, open);
            }
            TableWish::MoveTo(cursor) => (table.cursor, table.focus_cursor) = (Some(cursor), true),
            TableWish::Arrived => table.focus_cursor = false,
            TableWish::Widths(shares) => table.widths = shares,
            TableWish::Copy(copied) => {
                if let Some(text) = self.copied(&copied) {
                    ctx.copy_text(text);
                }
            }
        }
    }

    /// Puts the window's texts into `language` and its figures into the chosen units.
    pub(super) fn speak(&mut self, language: Language) {
        self.locale = Locale::new(language).with_units(self.view.table.units(language));
    }

    /// What goes to the clipboard. Figures are plain there, whatever units the window shows.
    fn copied(&self, copied: &Copied) -> Option<String> {
        let locale = Locale::new(self.locale.language());
        let figures = Figures {
            reports: &self.reports,
            texts: &self.texts,
            derived: &self.lists.derived,
            history: None,
            codelists: self.options.codelists,
            locale: &locale,
        };
        let sheet = ComparisonSheet { comparison: &self.comparison, figures };
        let written = match copied {
            Copied::Cell(place, column) => return self.row(*place).map(|row| sheet.cell_text(row, *column)),
            Copied::Text(text) => return Some(text.clone()),
            Copied::Rows(places, heads) => sheet.tabbed(&self.rows(places), *heads),
            Copied::Markdown(places) => sheet.markdown_of(&self.rows(places)),
        };
        written.inspect_err(|error| log::error!("not copied: {error}")).ok()
    }

    fn rows(&self, places: &[RowPlace]) -> Vec<&ComparisonRow> {
        places.iter().filter_map(|place| self.row(*place)).collect()
    }

    fn row(&self, place: RowPlace) -> Option<&ComparisonRow> {
        self.comparison.groups.get(place.group)?.rows.get(place.row)
    }
}
