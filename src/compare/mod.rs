//! Lays what the loaded reports say of two places side by side: profiles, aligned rows, differences, missing reasons,
//! series.
//!
//! Pure, and works on observations alone: never sees a report's text, never formats anything for the eye.

mod align;
mod arrange;
mod axis;
mod choice;
mod comparison;
mod difference;
mod exits;
mod profile;
mod series;
mod trends;

pub use arrange::{Arranged, ArrangedLine, Arrangement, RowFilter, RowOrder, RowPlace, Years};
pub use axis::{Tick, ValueAxis, YearAxis};
pub use choice::Choice;
pub use comparison::{Cell, Comparison, ComparisonGroup, ComparisonRow, GroupKey, MissingReason, Subject};
pub use difference::{Difference, Incomparable, Tolerance, base_unit};
pub use exits::{DatedExit, dated_exits, exit};
pub use profile::{AreaEntry, AreaKey, Profile, Side, areas, main_area, observation};

pub use crate::model::ObservationRef;
pub use series::{LONGEST_GAP, Series, SeriesPoint};
pub use trends::{Chart, MOST_PINNED, TrendCounty, Trends};

/// The indicator that leads every comparison, stated or not: how poverty fell is the question people come with.
pub const LEADING_INDICATOR: &str = "poverty_incidence";
