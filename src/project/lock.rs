//! Two windows on one project: the second is told.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

/// How often to begin anew where another window lets its lock go at the same moment.
const TRIES: usize = 8;

/// Another window has the project open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the project is open in another window")]
pub struct InUse;

/// A project that nobody else may save as long as this lives. The system lets go of it when the program ends, however
/// it ends.
#[derive(Debug)]
pub struct ProjectLock {
    path: PathBuf,
    _file: File,
}

impl Drop for ProjectLock {
    fn drop(&mut self) {
        // Still locked here: a window that has just opened the same file finds out that it has lost its name.
        if let Err(error) = fs::remove_file(&self.path) {
            log::info!("{}: {error}", self.path.display());
        }
    }
}

/// Takes the project at `path` for this window, by a file `.NAME.lock` beside it. `None` where that is not possible, as
/// in a folder that is read-only: then there is nothing to be saved over either.
pub fn lock_project(path: &Path) -> Result<Option<ProjectLock>, InUse> {
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let name = real.file_name().unwrap_or_default().to_string_lossy();
    let path = real.with_file_name(format!(".{name}.lock"));
    for _ in 0..TRIES {
        match take(&path) {
            Ok(Some(file)) => return Ok(Some(ProjectLock { path, _file: file })),
            Ok(None) => {}
            Err(TryLockError::WouldBlock) => return Err(InUse),
            Err(TryLockError::Error(error)) => {
                log::info!("{}: no lock: {error}", path.display());
                return Ok(None);
            }
        }
    }
    Ok(None)
}

/// The locked file at `path`; `None` where the name was taken from it meanwhile.
fn take(path: &Path) -> Result<Option<File>, TryLockError> {
    static LOCKS: AtomicU64 = AtomicU64::new(0);
    let open = File::options().read(true).write(true).create(true).truncate(false).open(path);
    let mut file = open.map_err(TryLockError::Error)?;
    file.try_lock()?;
    let token = format!("{}-{}\n", std::process::id(), LOCKS.fetch_add(1, Ordering::Relaxed));
    file.set_len(0).and_then(|()| file.write_all(token.as_bytes())).map_err(TryLockError::Error)?;
    match fs::read(path) {
        Ok(found) if found == token.as_bytes() => Ok(Some(file)),
        // Windows lets nobody read what is locked, and takes no name from an open file.
        Err(error) if error.kind() != io::ErrorKind::NotFound => Ok(Some(file)),
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_window_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.countylens");
        let first = lock_project(&path).unwrap();
        assert!(first.is_some());
        assert_eq!(lock_project(&path).unwrap_err(), InUse);
        assert!(lock_project(&folder.path().join("b.countylens")).unwrap().is_some());
        drop(first);
        let second = lock_project(&path).unwrap();
        assert!(second.is_some());
        drop(second);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "nothing is left lying about");
        assert!(lock_project(&folder.path().join("none/a.countylens")).unwrap().is_none());
    }
}
