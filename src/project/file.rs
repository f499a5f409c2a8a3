//! Opens and saves project files; one that this program does not understand is never written over.

use std::fs;
use std::path::{Path, PathBuf};

use super::document::{Fault, MAX_PROJECT_BYTES, ProjectDocument};
use super::save::{Disk, SaveError, SystemDisk, save_on, sweep_leftovers};
use super::source::{SourceError, read_file};

/// File name extension of projects.
pub const PROJECT_EXTENSION: &str = "countylens";
const BACKUP_SUFFIX: &str = ".bak";

/// Why a project could not be opened. The path comes first, what to do last.
#[derive(Debug, thiserror::Error)]
pub enum ProjectError {
    /// The file cannot be read at all.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// No project of this version.
    #[error("{path}: this is no project file or it is damaged ({fault}); {}", what_to_do(backup.as_deref()))]
    Damaged {
        /// The file.
        path: String,
        /// What is wrong, in English.
        fault: String,
        /// The backup beside it, if that can be opened.
        backup: Option<PathBuf>,
    },
    /// Written by a later version of the program.
    #[error("{path}: this project is of format {version}, later than this program knows; open it with a newer one")]
    Newer {
        /// The file.
        path: String,
        /// Version of its format.
        version: u64,
    },
}

fn what_to_do(backup: Option<&Path>) -> String {
    backup.map_or_else(
        || "open another copy of it, if there is one".to_owned(),
        |backup| format!("open the backup {}", backup.display()),
    )
}

/// Why a project could not be saved.
#[derive(Debug, thiserror::Error)]
pub enum SaveProjectError {
    /// The disk refused.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// What stands there must not be written over.
    #[error("{path}: not saved, for the file there is not one that this program can read; save under another name")]
    WouldDestroy {
        /// The file.
        path: String,
    },
    /// The project cannot be written as JSON.
    #[error("{path}: not saved ({source}); please tell us")]
    Json {
        /// The file.
        path: String,
        /// Why.
        source: serde_json::Error,
    },
}

/// Whether `path` looks like a project or the backup of one, by its name.
pub fn is_project_path(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let name = name.strip_suffix(BACKUP_SUFFIX).unwrap_or(&name);
    name.strip_suffix(PROJECT_EXTENSION).is_some_and(|stem| stem.ends_with('.'))
}

/// Whether `path` is the backup of a project, by its name.
pub fn is_backup_path(path: &Path) -> bool {
    is_project_path(path) && path.extension().is_none_or(|extension| !extension.eq_ignore_ascii_case(PROJECT_EXTENSION))
}

/// Where the file that a save replaces is kept: `NAME.countylens.bak`.
pub fn backup_path(path: &Path) -> PathBuf {
    let mut backup = path.as_os_str().to_owned();
    backup.push(BACKUP_SUFFIX);
    PathBuf::from(backup)
}

/// The project at `path`. Changes no file.
pub fn read_project(path: &Path) -> Result<ProjectDocument, ProjectError> {
    parse(path).map_err(|error| match error {
        ProjectError::Damaged { path: name, fault, .. } => {
            let backup = Some(backup_path(path)).filter(|backup| parse(backup).is_ok());
            ProjectError::Damaged { path: name, fault, backup }
        }
        other => other,
    })
}

fn parse(path: &Path) -> Result<ProjectDocument, ProjectError> {
    let name = || path.display().to_string();
    let damaged = |fault: String| ProjectError::Damaged { path: name(), fault, backup: None };
    let bytes = match read_file(path, MAX_PROJECT_BYTES) {
        Err(SourceError::TooLarge { megabytes, .. }) => {
            return Err(damaged(format!("{megabytes} MB is larger than any project")));
        }
        read => read?,
    };
    ProjectDocument::parse(&bytes).map_err(|fault| match fault {
        Fault::Newer(version) => ProjectError::Newer { path: name(), version },
        Fault::Damaged(fault) => damaged(fault),
    })
}

/// Saves `document` at `path`; the project that was there becomes the backup, and what killed programs left goes.
pub fn save_project(path: &Path, document: &ProjectDocument) -> Result<(), SaveProjectError> {
    save_project_on(&SystemDisk, path, document)?;
    sweep_leftovers(path);
    Ok(())
}

/// As [`save_project`], on any disk.
pub fn save_project_on<D: Disk>(disk: &D, path: &Path, document: &ProjectDocument) -> Result<(), SaveProjectError> {
    let name = || path.display().to_string();
    let bytes = document.to_bytes().map_err(|source| SaveProjectError::Json { path: name(), source })?;
    // Some dialogs make an empty file of the name that was chosen.
    let empty = fs::metadata(path).is_ok_and(|metadata| metadata.is_file() && metadata.len() == 0);
    let backup = match parse(path) {
        _ if empty => None,
        Ok(_) => Some(backup_path(path)),
        Err(ProjectError::Source(SourceError::NotFound(_))) => None,
        Err(_) => return Err(SaveProjectError::WouldDestroy { path: name() }),
    };
    Ok(save_on(disk, path, &bytes, backup.as_deref())?)
}
