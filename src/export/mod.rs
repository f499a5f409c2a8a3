//! Observations written for other programs: JSON (the contract of `extract`) and CSV. Writes to `impl Write` only.

mod comparison;
mod csv;
mod json;

pub use comparison::{ComparisonSheet, WordedRow};
pub use csv::write_csv;
pub use json::write_json;
