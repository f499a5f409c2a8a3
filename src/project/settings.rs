//! What the program remembers from one start to the next, in `settings.json` of the settings folder.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::config::{read_kept, write_kept};
use super::save::SaveError;
use crate::locale::Language;

const FILE: &str = "settings.json";

/// The settings; what is not set is as the system has it.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The window's language.
    pub language: Option<Language>,
    /// `system`, `light`, `dark` or `high-contrast`.
    pub theme: Option<String>,
    /// Size of everything, 1 for the usual one.
    pub zoom: Option<f32>,
    /// The folder that pictures and tables are offered first.
    pub folder: Option<PathBuf>,
    /// Where the window was.
    pub window: Option<WindowPlace>,
    /// Whether the first steps were shown.
    pub guided: bool,
}

/// Where a window was, in pixels of the whole desktop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowPlace {
    /// Left edge of the frame.
    pub x: i32,
    /// Top edge of the frame.
    pub y: i32,
    /// Width of the contents.
    pub width: u32,
    /// Height of the contents.
    pub height: u32,
    /// Whether it filled the screen.
    pub maximized: bool,
}

/// A screen, in pixels of the whole desktop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// Left edge.
    pub x: i32,
    /// Top edge.
    pub y: i32,
    /// Width.
    pub width: u32,
    /// Height.
    pub height: u32,
}

/// So much of the title must lie on a screen for a person to take hold of it, in pixels.
const LEAST_GRIP: i32 = 80;

impl WindowPlace {
    /// The same window where a person can reach it: as it was where its title lies on one of `screens`, else in the middle
    /// of the first; never larger than that screen. `None` without a screen, or for a window without a size.
    pub fn brought_back(self, screens: &[Screen]) -> Option<Self> {
        if self.width == 0 || self.height == 0 {
            return None;
        }
        let span = |length: u32| i32::try_from(length).unwrap_or(i32::MAX);
        let holds = |screen: &&Screen| {
            let across = self.x.saturating_add(span(self.width)).min(screen.x.saturating_add(span(screen.width)));
            let below = screen.y.saturating_add(span(screen.height));
            across.saturating_sub(self.x.max(screen.x)) >= LEAST_GRIP
                && (screen.y..below.saturating_sub(LEAST_GRIP)).contains(&self.y)
        };
        let (screen, is_there) = match screens.iter().find(holds) {
            Some(screen) => (screen, true),
            None => (screens.first()?, false),
        };
        let (width, height) = (self.width.min(screen.width), self.height.min(screen.height));
        if is_there {
            return Some(Self { width, height, ..self });
        }
        let x = screen.x.saturating_add(span(screen.width - width) / 2);
        let y = screen.y.saturating_add(span(screen.height - height) / 2);
        Some(Self { x, y, width, height, ..self })
    }
}

/// The settings in `folder`. A file that cannot be read has none.
pub fn read_settings(folder: &Path) -> Settings {
    read_kept(folder, FILE).unwrap_or_default()
}

/// Keeps `settings` in `folder`.
pub fn write_settings(folder: &Path, settings: &Settings) -> Result<(), SaveError> {
    write_kept(folder, FILE, settings)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn settings_come_back_and_a_damaged_file_has_none() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("new");
        assert_eq!(read_settings(&inside), Settings::default());
        let window = WindowPlace { x: -20, y: 40, width: 1200, height: 700, maximized: false };
        let settings = Settings { zoom: Some(1.5), window: Some(window), guided: true, ..Settings::default() };
        write_settings(&inside, &settings).unwrap();
        assert_eq!(read_settings(&inside), settings);
        fs::write(inside.join("settings.json"), "{\"zoom\": \"far\"").unwrap();
        assert_eq!(read_settings(&inside), Settings::default());
        fs::write(inside.join("settings.json"), "{\"zoom\": 1.2, \"of_a_newer_version\": []}").unwrap();
        assert_eq!(read_settings(&inside).zoom, Some(1.2));
    }

    #[test]
    fn a_window_comes_back_onto_a_screen_that_exists() {
        let left = Screen { x: 0, y: 0, width: 1920, height: 1080 };
        let right = Screen { x: 1920, y: 0, width: 2560, height: 1440 };
        let window = WindowPlace { x: 2000, y: 100, width: 2000, height: 1200, maximized: false };
        assert_eq!(window.brought_back(&[left, right]), Some(window));
        // The right screen is gone: in the middle of the other, no larger than that.
        let back = WindowPlace { x: 0, y: 0, width: 1920, height: 1080, ..window };
        assert_eq!(window.brought_back(&[left]), Some(back));
        // Only a strip of the title would be seen.
        let edge = WindowPlace { x: 1880, y: 100, width: 800, height: 600, maximized: true };
        assert_eq!(edge.brought_back(&[left]), Some(WindowPlace { x: 560, y: 240, ..edge }));
        // Above the screen nobody can take hold of it; a little to the left, one can.
        let above = WindowPlace { x: 100, y: -30, ..edge };
        assert_eq!(above.brought_back(&[left]).map(|place| place.y), Some(240));
        let aside = WindowPlace { x: -200, y: 0, ..edge };
        assert_eq!(aside.brought_back(&[left]), Some(aside));
        assert_eq!(window.brought_back(&[]), None);
        assert_eq!(WindowPlace { width: 0, ..window }.brought_back(&[left]), None);
    }
}
