//! 县鉴 CountyLens reads Chinese reports on how counties left poverty and lays two counties side by side.
//!
//! The rooms, in pipeline order; each imports only rooms above it (`tests/house.rs` checks that).

pub mod app;
pub mod cli;
pub mod codelist;
pub mod compare;
pub mod export;
pub mod extract;
pub mod locale;
pub mod model;
pub mod pipeline;
pub mod project;
pub mod recognize;
pub mod segment;
pub mod text;
pub mod ui;
