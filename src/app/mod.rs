//! Owns the window's state: carries out commands, reads on worker threads, asks for files, saves pictures.
//!
//! Draws nothing itself; `ui` does.

mod crash;
mod dialogs;
mod drop;
mod export;
mod launch;
mod lines;
mod loading;
mod meeting;
mod opening;
mod picture;
mod program;
mod project;
mod rescue;
mod review;
mod samples;
mod session;
mod sheet;
mod settings;
mod source;
mod state;
mod table;
mod trends;
mod worker;
mod worklist;

pub use crash::keep_crash_reports;
pub use dialogs::DialogMode;
pub use launch::run;
pub use meeting::Meeting;
pub use state::{AppOptions, CountyLensApp};
pub use worker::ReadFunction;
