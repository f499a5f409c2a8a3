//! Atomic saves: a crash or a full disk leaves the old file or the new one, never half of one.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Why a file could not be saved. The path comes first, what to do last.
#[derive(Debug, thiserror::Error)]
#[error(
    "{path}: could not be saved ({source}); choose another folder or free some space. The old file, if any, is unchanged"
)]
pub struct SaveError {
    /// Where it should have gone.
    pub path: PathBuf,
    /// What the system said.
    pub source: io::Error,
}

/// Writes `bytes` to a temporary file beside `path`, flushes it to the disk and renames it into place.
pub fn save_atomically(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    let failed = |source: io::Error| SaveError { path: path.to_path_buf(), source };
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut temporary = tempfile::NamedTempFile::new_in(folder).map_err(failed)?;
    temporary.write_all(bytes).map_err(failed)?;
    temporary.as_file().sync_all().map_err(failed)?;
    temporary.persist(path).map_err(|error| failed(error.error))?;
    Ok(())
}
