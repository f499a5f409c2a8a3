//! Files on disk: opening sources with clear errors, and saves that leave the old file or the new one.
//!
//! The only room that reads or writes files for the window and the command line alike.

mod config;
mod save;
mod source;

pub use config::{CONFIG_DIR_VARIABLE, codelists, config_dir, user_indicators_path};
pub use save::{SaveError, save_atomically};
pub use source::{MAX_SOURCE_BYTES, SourceError, read_source, read_standard_input};
