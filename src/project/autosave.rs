//! Unsaved work, kept aside until it is saved: what a crash leaves is found at the next start.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

use super::document::ProjectDocument;
use super::file::{PROJECT_EXTENSION, ProjectError, SaveProjectError, is_backup_path, is_project_path, read_project};
use super::lock::{ProjectLock, lock_project};
use super::save::{SaveError, save_atomically};

/// Where one window keeps its unsaved work.
#[derive(Debug)]
pub struct Autosave {
    folder: PathBuf,
    state: Mutex<State>,
}

#[derive(Debug)]
enum State {
    /// Nothing was kept yet.
    Empty,
    /// Kept here. The lock tells other windows that somebody still works on it.
    Kept { path: PathBuf, _lock: Option<ProjectLock> },
    /// The work was saved or given up.
    Ended,
}

/// Unsaved work of a window that ended without being asked.
#[derive(Debug)]
pub struct Leftover {
    /// What it held.
    pub document: ProjectDocument,
    /// When it was kept.
    pub kept: SystemTime,
    /// Where; may be used on.
    pub autosave: Autosave,
}

impl Autosave {
    /// A place under the settings folder `settings`; no file is made yet.
    pub fn new(settings: &Path) -> Self {
        Self { folder: folder_in(settings), state: Mutex::new(State::Empty) }
    }

    /// Keeps `document`, in place of what was kept before. Does nothing once the work has ended.
    pub fn keep(&self, document: &ProjectDocument) -> Result<(), SaveProjectError> {
        let mut state = self.state();
        if let State::Empty = *state {
            let path = self.folder.join(new_name());
            let failed = |source: io::Error| SaveError { path: path.clone(), source };
            fs::create_dir_all(&self.folder).map_err(failed)?;
            // Nobody else knows the name yet.
            let lock = lock_project(&path).unwrap_or_default();
            *state = State::Kept { path, _lock: lock };
        }
        let State::Kept { path, .. } = &*state else { return Ok(()) };
        let json = |source| SaveProjectError::Json { path: path.display().to_string(), source };
        let bytes = document.to_bytes().map_err(json)?;
        Ok(save_atomically(path, &bytes)?)
    }

    /// The work was saved or given up: what was kept is deleted, and no more is kept.
    pub fn end(&self) {
        let mut state = self.state();
        if let State::Kept { path, .. } = &*state {
            match fs::remove_file(path) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => log::warn!("{}: {error}", path.display()),
                _ => {}
            }
        }
        *state = State::Ended;
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // A thread that panicked while saving has left the old file or the new one.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What ended windows have left in the settings folder `settings`, newest first, and what of it cannot be read. Windows
/// that still run keep theirs to themselves.
pub fn leftovers(settings: &Path) -> (Vec<Leftover>, Vec<ProjectError>) {
    let folder = folder_in(settings);
    let (mut found, mut unreadable) = (Vec::new(), Vec::new());
    for entry in fs::read_dir(&folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if !is_project_path(&path) || is_backup_path(&path) {
            continue;
        }
        let Ok(lock) = lock_project(&path) else { continue };
        let kept = entry.metadata().and_then(|metadata| metadata.modified()).unwrap_or(SystemTime::UNIX_EPOCH);
        match read_project(&path) {
            Ok(document) => {
                let state = Mutex::new(State::Kept { path, _lock: lock });
                found.push(Leftover { document, kept, autosave: Autosave { folder: folder.clone(), state } });
            }
            Err(error) => unreadable.push(error),
        }
    }
    found.sort_by_key(|leftover| std::cmp::Reverse(leftover.kept));
    (found, unreadable)
}

fn folder_in(settings: &Path) -> PathBuf {
    settings.join("autosave")
}

fn new_name() -> String {
    static NAMES: AtomicU64 = AtomicU64::new(0);
    let now = SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default().as_millis();
    format!("{now}-{}-{}.{PROJECT_EXTENSION}", std::process::id(), NAMES.fetch_add(1, Ordering::Relaxed))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_an_ended_window_left_is_offered() {
        let settings = tempfile::tempdir().unwrap();
        let open = Autosave::new(settings.path());
        let document = ProjectDocument { embed: true, ..ProjectDocument::default() };
        open.keep(&document).unwrap();
        assert!(leftovers(settings.path()).0.is_empty(), "its window still runs");
        drop(open);
        let (mut found, unreadable) = leftovers(settings.path());
        assert_eq!((found.len(), unreadable.len()), (1, 0));
        let left = found.remove(0);
        assert_eq!(left.document, document);
        assert!(leftovers(settings.path()).0.is_empty(), "one window at a time recovers it");
        left.autosave.end();
        left.autosave.keep(&document).unwrap();
        drop(left);
        assert!(leftovers(settings.path()).0.is_empty(), "what was saved is offered no more");
    }
}
