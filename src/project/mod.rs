//! Files on disk: opening sources and projects with clear errors, and saves that leave the old file or the new one.
//!
//! The only room that reads or writes files for the window and the command line alike.

mod autosave;
mod config;
mod document;
mod file;
mod journal;
mod lock;
mod recent;
mod save;
mod settings;
mod source;

pub use autosave::{Autosave, Leftover, leftovers};
pub use config::{CONFIG_DIR_VARIABLE, codelists, config_dir, read_kept, user_indicators_path, write_kept};
pub use document::{
    MAX_PROJECT_BYTES, PROJECT_VERSION, PlotWindow, ProjectDocument, ProjectSource, SourceBytes, TableSettings,
    ViewSettings, WHOLE, relative_path,
};
pub use file::{
    PROJECT_EXTENSION, ProjectError, SaveProjectError, backup_path, is_backup_path, is_project_path, read_project,
    save_project, save_project_on,
};
pub use journal::{journal_dir, keep_crash_report, open_log, untold_crash_reports};
pub use lock::{InUse, ProjectLock, lock_project};
pub use recent::{RecentProject, forget_project, recent_projects, remember_project};
pub use save::{Disk, SaveError, SystemDisk, save_atomically, save_on, sweep_leftovers};
pub use settings::{Screen, Settings, WindowPlace, read_settings, write_settings};
pub use source::{MAX_SOURCE_BYTES, SourceError, read_source, read_standard_input};
