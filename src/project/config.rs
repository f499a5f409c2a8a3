//! The user's own settings on disk: where they are, and the indicators among them.

use std::fs;
use std::path::{Path, PathBuf};

use etcetera::BaseStrategy;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::save::{SaveError, save_atomically};
use super::source::{SourceError, read_source};
use crate::codelist::Codelists;

/// Overrides the folder, for tests and for programs carried on a stick.
pub const CONFIG_DIR_VARIABLE: &str = "COUNTYLENS_CONFIG_DIR";

/// The folder of the user's settings; `None` where the system names no home.
pub fn config_dir() -> Option<PathBuf> {
    if let Some(folder) = std::env::var_os(CONFIG_DIR_VARIABLE).filter(|folder| !folder.is_empty()) {
        return Some(PathBuf::from(folder));
    }
    etcetera::choose_base_strategy().ok().map(|home| home.config_dir().join("countylens"))
}

/// What the file `name` of the settings folder holds; `None` where there is none or it cannot be read.
pub fn read_kept<T: DeserializeOwned>(settings: &Path, name: &str) -> Option<T> {
    serde_json::from_slice(&read_source(&settings.join(name)).ok()?).ok()
}

/// Keeps `value` in the file `name` of the settings folder, which is made where it is missing.
pub fn write_kept<T: Serialize>(settings: &Path, name: &str, value: &T) -> Result<(), SaveError> {
    let path = settings.join(name);
    let failed = |source: std::io::Error| SaveError { path: path.clone(), source };
    let bytes = serde_json::to_vec_pretty(value).map_err(|error| failed(error.into()))?;
    fs::create_dir_all(settings).map_err(failed)?;
    save_atomically(&path, &bytes)
}

/// Where the user's own indicators are looked for.
pub fn user_indicators_path() -> Option<PathBuf> {
    config_dir().map(|folder| folder.join("indicators.toml"))
}

/// The code lists with the user's indicators over them, read once when the program starts; without a usable file those
/// that come with the program, and a message that says what to do about the file.
pub fn codelists() -> (&'static Codelists, Option<String>) {
    let Some(path) = user_indicators_path() else { return (Codelists::builtin(), None) };
    let left_out =
        |message: String| (Codelists::builtin(), Some(format!("{message} (until then the built-in list is used)")));
    let bytes = match read_source(&path) {
        Ok(bytes) => bytes,
        Err(SourceError::NotFound(_)) => return (Codelists::builtin(), None),
        Err(error) => return left_out(error.to_string()),
    };
    let Ok(text) = String::from_utf8(bytes) else {
        return left_out(format!("{}: is not UTF-8; save it as UTF-8", path.display()));
    };
    match Codelists::with_user_indicators(text.trim_start_matches('\u{feff}')) {
        // Kept until the program ends, like the lists that it replaces.
        Ok(lists) => (Box::leak(Box::new(lists)), None),
        Err(error) => left_out(format!("{}: {error}", path.display())),
    }
}
