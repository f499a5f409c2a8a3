//! 县鉴 CountyLens reads Chinese reports on how counties left poverty and lays two counties side by side.
//!
//! The rooms, in pipeline order; each imports only rooms above it (`tests/house.rs` checks that).

pub mod model;
pub mod codelist;
pub mod text;
pub mod segment;
pub mod recognize;
pub mod extract;
pub mod audit;
pub mod compare;
pub mod review;
pub mod locale;
pub mod sheet;
pub mod export;
pub mod project;
pub mod pipeline;
#[cfg(feature = "window")]
pub mod ui;
#[cfg(feature = "window")]
pub mod app;
pub mod cli;
