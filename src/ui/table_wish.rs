//! How the table is looked at, and what can be asked of it.

use crate::compare::{Arrangement, RowFilter, RowOrder, RowPlace, Subject};
use crate::locale::{LandUnit, Language, NumberStyle, UnitStyle};

/// How the table is looked at.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TableView {
    /// How large numbers are shown; `None` for what the language is used to.
    pub numbers: Option<NumberStyle>,
    /// In which unit land is shown.
    pub land: LandUnit,
    /// Which rows are shown and in what order.
    pub arrangement: Arrangement,
    /// Where the keyboard is, and the rows that are marked from there.
    pub cursor: Option<TableCursor>,
    /// The cell at the cursor takes the keyboard once it is drawn.
    pub focus_cursor: bool,
    /// Widths of the columns as shares of the table's, where a person has drawn them; empty otherwise.
    pub widths: Vec<f32>,
}

impl TableView {
    /// The units of figures in a window of `language`.
    pub fn units(&self, language: Language) -> UnitStyle {
        UnitStyle { numbers: self.numbers.unwrap_or(NumberStyle::of(language)), land: self.land }
    }
}

/// A cell by the number of its line on the screen and its column, both from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellAt {
    /// The line; titles of groups count.
    pub line: usize,
    /// Name, left, right, difference, ratio.
    pub column: usize,
}

/// Where the keyboard is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableCursor {
    /// The cell.
    pub at: CellAt,
    /// The other end of the marked lines.
    pub anchor: usize,
}

impl TableCursor {
    /// First and last marked line.
    pub fn lines(self) -> std::ops::RangeInclusive<usize> {
        self.at.line.min(self.anchor)..=self.at.line.max(self.anchor)
    }
}

/// What is copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Copied {
    /// One cell, by its row and column.
    Cell(RowPlace, usize),
    /// A text as it is.
    Text(String),
    /// Rows, with a line of heads if so asked, for a spreadsheet.
    Rows(Vec<RowPlace>, bool),
    /// Rows as a Markdown table.
    Markdown(Vec<RowPlace>),
}

/// A wish about the table.
#[derive(Debug, Clone, PartialEq)]
pub enum TableWish {
    /// Show large numbers so.
    Numbers(NumberStyle),
    /// Show land in this unit.
    Land(LandUnit),
    /// Show derived values, or no longer.
    ToggleDerived,
    /// Show only rows like this, or no longer.
    ToggleFilter(RowFilter),
    /// Sort by this; twice turns it round, three times ends it.
    Sort(RowOrder),
    /// Show a subject above the groups, or no longer.
    TogglePin(Subject),
    /// Show a subject no longer.
    Hide(Subject),
    /// Show all that was hidden.
    ShowHidden,
    /// Move a subject up, or down, among these.
    Shift(Subject, bool, Vec<Subject>),
    /// Put the first subject where the second stands among these.
    Place(Subject, Subject, Vec<Subject>),
    /// Open or fold the rows of a subject.
    OpenYears(Subject, bool),
    /// Put the keyboard there.
    MoveTo(TableCursor),
    /// The cell at the cursor has the keyboard.
    Arrived,
    /// Columns of these shares; the usual ones if empty.
    Widths(Vec<f32>),
    /// Put this on the clipboard.
    Copy(Copied),
}

impl TableWish {
    /// Key of its text; `None` where no button asks for it.
    pub(super) fn text_key(&self) -> Option<&'static str> {
        Some(match self {
            Self::Numbers(NumberStyle::Scaled) => "command-numbers-scaled",
            Self::Numbers(NumberStyle::AsWritten) => "command-numbers-written",
            Self::Numbers(NumberStyle::Plain) => "command-numbers-plain",
            Self::Land(LandUnit::AsStated) => "command-land-stated",
            Self::Land(LandUnit::Mu) => "command-land-mu",
            Self::Land(LandUnit::Hectare) => "command-land-hectare",
            Self::ToggleDerived => "command-derived",
            Self::ToggleFilter(RowFilter::BothStated) => "table-filter-both",
            Self::ToggleFilter(RowFilter::Differing) => "table-filter-differing",
            Self::ToggleFilter(RowFilter::Targets) => "table-filter-targets",
            Self::ToggleFilter(RowFilter::Corrected) => "table-filter-corrected",
            Self::ToggleFilter(RowFilter::Unreviewed) => "table-filter-unreviewed",
            Self::TogglePin(_) => "table-pin",
            Self::Hide(_) => "table-hide",
            Self::ShowHidden => "table-show-hidden",
            Self::Shift(_, true, _) => "table-move-up",
            Self::Shift(_, false, _) => "table-move-down",
            Self::OpenYears(_, true) => "table-open-years",
            Self::OpenYears(_, false) => "table-fold-years",
            Self::Widths(_) => "table-usual-widths",
            Self::Copy(Copied::Cell(..) | Copied::Text(_)) => "table-copy-cell",
            Self::Copy(Copied::Rows(_, false)) => "table-copy-rows",
            Self::Copy(Copied::Rows(_, true)) => "table-copy-table",
            Self::Copy(Copied::Markdown(_)) => "table-copy-markdown",
            Self::Place(..) | Self::Sort(_) | Self::MoveTo(_) | Self::Arrived => return None,
        })
    }
}
