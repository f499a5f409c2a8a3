//! Observations written for other programs: JSON (the contract of `extract`) and CSV. Writes to `impl Write` only.

mod csv;
mod json;

pub use csv::write_csv;
pub use json::write_json;
