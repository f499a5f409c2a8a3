//! The projects that were opened last, in `recent.json` of the settings folder.

use std::path::{Path, PathBuf};

use super::config::{read_kept, write_kept};
use super::save::SaveError;

/// In the settings folder.
const FILE: &str = "recent.json";
/// So many are kept.
const MOST: usize = 10;

/// A project that was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentProject {
    /// Where it was.
    pub path: PathBuf,
    /// Whether it is still there.
    pub there: bool,
}

/// The list, latest first. A file that cannot be read is an empty list.
pub fn recent_projects(settings: &Path) -> Vec<RecentProject> {
    let there = |path: PathBuf| RecentProject { there: path.is_file(), path };
    read(settings).into_iter().map(there).collect()
}

/// Puts `path`, absolute, on top of the list.
pub fn remember_project(settings: &Path, path: &Path) -> Result<(), SaveError> {
    let mut paths = read(settings);
    paths.retain(|known| known != path);
    paths.insert(0, path.to_path_buf());
    paths.truncate(MOST);
    write(settings, &paths)
}

/// Takes `path` off the list.
pub fn forget_project(settings: &Path, path: &Path) -> Result<(), SaveError> {
    let mut paths = read(settings);
    paths.retain(|known| known != path);
    write(settings, &paths)
}

fn read(settings: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = read_kept(settings, FILE).unwrap_or_default();
    paths.truncate(MOST);
    paths
}

fn write(settings: &Path, paths: &[PathBuf]) -> Result<(), SaveError> {
    let texts: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
    write_kept(settings, FILE, &texts)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_list_keeps_ten_and_knows_which_are_gone() {
        let settings = tempfile::tempdir().unwrap();
        assert!(recent_projects(settings.path()).is_empty());
        let project = |number: usize| settings.path().join(format!("{number}.countylens"));
        fs::write(project(11), "").unwrap();
        for number in (1..=11).chain([5]) {
            remember_project(settings.path(), &project(number)).unwrap();
        }
        let list = recent_projects(settings.path());
        assert_eq!(list.len(), MOST);
        assert_eq!((&list[0].path, list[0].there), (&project(5), false));
        assert_eq!((&list[1].path, list[1].there), (&project(11), true));
        forget_project(settings.path(), &project(5)).unwrap();
        assert_eq!(recent_projects(settings.path())[0].path, project(11));
        fs::write(settings.path().join("recent.json"), "[1").unwrap();
        assert!(recent_projects(settings.path()).is_empty());
    }
}
