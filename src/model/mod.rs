//! The nouns of the program, in SDMX and W3C Data Cube terms: areas, indicators, periods, quantities, observations.
//!
//! No I/O, no reading of prose, no drawing, and nothing imported from the other rooms.

mod area;
mod indicator;
mod observation;
mod period;
mod quantity;
mod report;
mod span;

pub use area::{Area, AreaCode, AreaLevel};
pub use indicator::{Better, Indicator, IndicatorGroup, IndicatorId};
pub use observation::{Evidence, Form, Observation, Status};
pub use period::{Instant, ParsePeriodError, Period, PeriodBasis};
pub use quantity::{Bound, Quantity};
pub use report::{Article, Continued, Diagnostic, EncodingConfidence, Origin, Report, TextEncoding, UnknownEncoding};
pub use span::Span;
