//! Observations written for other programs: JSON (the contract of `extract`) and CSV. Writes to `impl Write` only.

mod comparison;
mod copied;
mod csv;
mod indented;
mod json;
mod review;

pub use comparison::{ComparisonSheet, WordedRow};
pub use csv::{write_csv, write_reviewed_csv};
pub use json::write_json;
pub use review::write_history;
