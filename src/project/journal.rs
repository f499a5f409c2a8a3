//! What the program writes down about itself, for people who report a fault: a log, and a report of each crash.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;

use super::config::CONFIG_DIR_VARIABLE;

/// A log longer than this is put aside when the program starts.
const LONGEST_LOG: u64 = 1 << 20;
/// So many crash reports are kept.
const MOST_REPORTS: usize = 10;
/// Ends the name of a crash report that no start has told of yet.
const UNTOLD: &str = "untold";

/// The folder of the log and the crash reports; `None` where the system names no home.
pub fn journal_dir() -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os(CONFIG_DIR_VARIABLE).filter(|folder| !folder.is_empty()) {
        return Some(PathBuf::from(folder).join("log"));
    }
    let home = etcetera::choose_base_strategy().ok()?;
    let state = home.state_dir().unwrap_or_else(|| home.data_dir());
    Some(state.join("countylens"))
}

/// Opens `countylens.log` to write at its end. One grown long becomes `countylens.log.old`.
pub fn open_log(folder: &Path) -> io::Result<File> {
    fs::create_dir_all(folder)?;
    let path = folder.join("countylens.log");
    if fs::metadata(&path).is_ok_and(|log| log.len() > LONGEST_LOG) {
        fs::rename(&path, folder.join("countylens.log.old"))?;
    }
    OpenOptions::new().create(true).append(true).open(path)
}

/// Keeps `report` of a crash at `moment`, a time that sorts as text and may stand in a file name.
pub fn keep_crash_report(folder: &Path, moment: &str, report: &str) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let path = folder.join(format!("crash-{moment}.{UNTOLD}"));
    fs::write(&path, report)?;
    Ok(path)
}

/// Crash reports that no start has told of, oldest first; after this they count as told. Of those told earlier only the
/// latest are kept.
pub fn untold_crash_reports(folder: &Path) -> Vec<PathBuf> {
    let mut reports: Vec<PathBuf> = fs::read_dir(folder)
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("crash-")))
        .collect();
    reports.sort();
    let surplus = reports.len().saturating_sub(MOST_REPORTS);
    for old in reports.drain(..surplus) {
        // One that cannot be removed does no harm.
        let _ = fs::remove_file(old);
    }
    let untold = reports.into_iter().filter(|path| path.extension().is_some_and(|ending| ending == UNTOLD));
    untold
        .filter_map(|path| {
            let told = path.with_extension("txt");
            fs::rename(&path, &told).ok().map(|()| told)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use super::*;

    #[test]
    fn a_crash_is_told_once_and_its_report_stays() {
        let folder = tempfile::tempdir().unwrap();
        assert!(untold_crash_reports(&folder.path().join("none")).is_empty());
        keep_crash_report(folder.path(), "20260102T030405", "it broke").unwrap();
        let told = untold_crash_reports(folder.path());
        assert_eq!(told, [folder.path().join("crash-20260102T030405.txt")]);
        assert_eq!(fs::read_to_string(&told[0]).unwrap(), "it broke");
        assert!(untold_crash_reports(folder.path()).is_empty());
    }

    #[test]
    fn only_the_latest_reports_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        for second in 10..30 {
            keep_crash_report(folder.path(), &format!("20260102T0304{second}"), "").unwrap();
        }
        let told = untold_crash_reports(folder.path());
        assert_eq!(told.len(), MOST_REPORTS);
        assert_eq!(told[0], folder.path().join("crash-20260102T030420.txt"));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), MOST_REPORTS);
    }

    #[test]
    fn a_long_log_is_put_aside() {
        let folder = tempfile::tempdir().unwrap();
        open_log(folder.path()).unwrap().set_len(LONGEST_LOG + 1).unwrap();
        assert_eq!(open_log(folder.path()).unwrap().metadata().unwrap().len(), 0);
        assert!(folder.path().join("countylens.log.old").is_file());
    }
}
