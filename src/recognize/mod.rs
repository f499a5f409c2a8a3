//! Mentions in a reflowed text: numerals with units, periods, areas. One grammar a file.
//!
//! What a mention means for its sentence is for `extract`.

mod area;
mod numeral;
mod period;
mod quantity;

pub use area::{AreaMention, AreaTerm, area_mentions, is_common_place};
pub use numeral::{Numeral, numeral_at};
pub use period::{PeriodMention, When, period_mentions};
pub use quantity::{Figure, RangeEnd, figures};
