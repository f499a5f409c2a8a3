//! A comparison and its figures written for other programs and for people: XLSX, CSV, HTML, Markdown, JSON, SDMX-CSV.
//! Writes to `impl Write` only. Every format carries the sentences and sources, and marks targets, derived values (◇) and
//! corrections.

mod comparison;
mod comparison_files;
mod copied;
mod csv;
mod figures;
mod html;
mod html_source;
mod indented;
mod json;
mod markdown;
mod review;
mod sdmx;
mod workbook;
mod xlsx;

pub use comparison::{ComparisonSheet, WordedRow};
pub use csv::{write_csv, write_reviewed_csv};
pub use figures::Figures;
pub use json::write_json;
pub use review::write_history;
pub use sdmx::{sdmx_structure, sdmx_structure_path};

pub use crate::model::ExportFormat;
