//! Atomic saves: a crash, a power cut or a full disk leaves the old file or the new one, never half of one.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use super::file::backup_path;

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

/// What a save does to the disk, step by step, so that a test can stop after any of them.
pub trait Disk {
    /// An open file.
    type File;
    /// Makes a new file; an error where there is one.
    fn create(&self, path: &Path) -> io::Result<Self::File>;
    /// Appends all of `bytes`.
    fn write(&self, file: &mut Self::File, bytes: &[u8]) -> io::Result<()>;
    /// Waits until the disk holds what was written.
    fn sync(&self, file: &Self::File) -> io::Result<()>;
    /// Gives a file a second name. Not every file system can.
    fn link(&self, file: &Path, second: &Path) -> io::Result<()>;
    /// Moves a file in one step, over any that is there.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Deletes a file.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Waits until the disk holds the folder's list of names.
    fn sync_folder(&self, folder: &Path) -> io::Result<()>;
}

/// The real one.
#[derive(Debug, Clone, Copy)]
pub struct SystemDisk;

impl Disk for SystemDisk {
    type File = File;

    fn create(&self, path: &Path) -> io::Result<File> {
        File::create_new(path)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn link(&self, file: &Path, second: &Path) -> io::Result<()> {
        fs::hard_link(file, second)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        // Elsewhere a folder is no file that could be opened; the journal of the file system has to do.
        if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
    }
}

/// Writes `bytes` to a temporary file beside `path`, flushes it to the disk and renames it into place.
pub fn save_atomically(path: &Path, bytes: &[u8]) -> Result<(), SaveError> {
    save_on(&SystemDisk, path, bytes, None)
}

/// As [`save_atomically`], on any disk; the old file, if any, is kept as `backup` before the new one takes its place.
/// At no moment is there no file at `path` where there was one before.
pub fn save_on<D: Disk>(disk: &D, path: &Path, bytes: &[u8], backup: Option<&Path>) -> Result<(), SaveError> {
    // Behind a link, the file itself is replaced and the link stays.
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let failed = |source: io::Error| SaveError { path: path.to_path_buf(), source };
    let there = fs::metadata(&real).ok();
    if there.as_ref().is_some_and(|metadata| metadata.permissions().readonly()) {
        return Err(failed(io::Error::new(io::ErrorKind::PermissionDenied, "the file is write-protected")));
    }
    let temporary = beside(&real, "tmp");
    let saved = write_new(disk, &temporary, bytes)
        .and_then(|()| match backup.filter(|_| there.is_some()) {
            Some(backup) => keep(disk, &real, backup),
            None => Ok(()),
        })
        .and_then(|()| disk.rename(&temporary, &real));
    if let Err(error) = saved {
        // What is wrong was said already; at worst a temporary file stays behind.
        let _ = disk.remove(&temporary);
        return Err(failed(error));
    }
    if let Err(error) = disk.sync_folder(folder_of(&real)) {
        log::warn!("{}: saved, but its folder could not be flushed: {error}", real.display());
    }
    Ok(())
}

fn write_new<D: Disk>(disk: &D, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = disk.create(path)?;
    disk.write(&mut file, bytes)?;
    disk.sync(&file)
}

/// Makes `backup` the file that stands at `path`, which stays there.
fn keep<D: Disk>(disk: &D, path: &Path, backup: &Path) -> io::Result<()> {
    let spare = beside(backup, "tmp");
    let kept = match disk.link(path, &spare) {
        Ok(()) => Ok(()),
        Err(_) => write_new(disk, &spare, &fs::read(path)?),
    };
    let kept = kept.and_then(|()| disk.rename(&spare, backup));
    // Where both were names of one file already, POSIX leaves both.
    let _ = disk.remove(&spare);
    kept
}

/// A name in the folder of `path` that no other save uses.
fn beside(path: &Path, extension: &str) -> PathBuf {
    static SAVES: AtomicU64 = AtomicU64::new(0);
    let save = SAVES.fetch_add(1, Ordering::Relaxed);
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let started = std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default().as_nanos();
    path.with_file_name(format!(".{name}.{}-{started:x}-{save}.{extension}", std::process::id()))
}

/// Deletes the temporary files that saves of `path` have left in programs that were killed meanwhile. To be called by
/// the window that has the project; a file whose program may still be running stays.
pub fn sweep_leftovers(path: &Path) {
    let real = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let name = real.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let backup = backup_path(Path::new(&name)).to_string_lossy().into_owned();
    let Ok(entries) = fs::read_dir(folder_of(&real)) else { return };
    for entry in entries.flatten() {
        let found = entry.file_name();
        let found = found.to_string_lossy();
        let names = [&name, &backup];
        let program = names.iter().find_map(|name| program_of(&found, name));
        let stale = program.is_some_and(|program| is_over(program, &entry));
        if stale && let Err(error) = fs::remove_file(entry.path()) {
            log::info!("{}: {error}", entry.path().display());
        }
    }
}

/// The number of the program that wrote the temporary file `found` to save `name`; see [`beside`].
fn program_of(found: &str, name: &str) -> Option<u32> {
    let stamp = found.strip_prefix('.')?.strip_prefix(name)?.strip_prefix('.')?.strip_suffix(".tmp")?;
    let [program, started, save] = stamp.splitn(3, '-').collect::<Vec<_>>().try_into().ok()?;
    let ours = u128::from_str_radix(started, 16).is_ok() && save.parse::<u64>().is_ok();
    program.parse().ok().filter(|_| ours)
}

/// Whether a program has ended. Where the system does not say, no save takes a day.
fn is_over(program: u32, entry: &fs::DirEntry) -> bool {
    const A_DAY: std::time::Duration = std::time::Duration::from_hours(24);
    if program == std::process::id() {
        return false;
    }
    if cfg!(target_os = "linux") {
        return !Path::new("/proc").join(program.to_string()).exists();
    }
    let age = entry.metadata().and_then(|metadata| metadata.modified()).ok().and_then(|at| at.elapsed().ok());
    age.is_some_and(|age| age > A_DAY)
}

pub(super) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}
