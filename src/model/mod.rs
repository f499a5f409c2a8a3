//! The nouns of the program, in SDMX and W3C Data Cube terms: areas, indicators, periods, quantities, observations.
//!
//! No I/O, no reading of prose, no drawing, and nothing imported from the other rooms.

mod area;
mod check;
mod correction;
mod derived;
mod event;
mod export_format;
mod indicator;
mod observation;
mod period;
mod quantity;
mod report;
mod source_text;
mod span;

pub use area::{Area, AreaCode, AreaLevel};
pub use check::{Check, CheckKind, Operator, Range, Role, Term, Unclear, Verdict};
pub use correction::{Action, Anchor, Correction, Facts, Review, ReviewState, SourceId};
pub use derived::{Derived, DerivedKind};
pub use event::{Exit, ExitRef};
pub use export_format::ExportFormat;
pub use indicator::{Better, Indicator, IndicatorGroup, IndicatorId};
pub use observation::{Decision, Evidence, Form, Observation, ObservationRef, Status, Trace};
pub use period::{Instant, ParsePeriodError, Period, PeriodBasis};
pub use quantity::{Bound, Quantity};
pub use report::{Article, Continued, Diagnostic, EncodingConfidence, Origin, Report, TextEncoding, UnknownEncoding};
pub use source_text::{Paragraph, SourceText, locate};
pub use span::Span;
