//! How the table is looked at, and what can be asked of it.

use crate::locale::{LandUnit, Language, NumberStyle, UnitStyle};

/// How the table is looked at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableView {
    /// How large numbers are shown; `None` for what the language is used to.
    pub numbers: Option<NumberStyle>,
    /// In which unit land is shown.
    pub land: LandUnit,
}

impl TableView {
    /// The units of figures in a window of `language`.
    pub fn units(&self, language: Language) -> UnitStyle {
        UnitStyle { numbers: self.numbers.unwrap_or(NumberStyle::of(language)), land: self.land }
    }
}

/// A wish about the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TableWish {
    /// Show large numbers so.
    Numbers(NumberStyle),
    /// Show land in this unit.
    Land(LandUnit),
}

impl TableWish {
    /// Key of its text.
    pub(super) fn text_key(self) -> &'static str {
        match self {
            Self::Numbers(NumberStyle::Scaled) => "command-numbers-scaled",
            Self::Numbers(NumberStyle::AsWritten) => "command-numbers-written",
            Self::Numbers(NumberStyle::Plain) => "command-numbers-plain",
            Self::Land(LandUnit::AsStated) => "command-land-stated",
            Self::Land(LandUnit::Mu) => "command-land-mu",
            Self::Land(LandUnit::Hectare) => "command-land-hectare",
        }
    }
}
