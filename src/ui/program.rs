//! Wishes about the program itself, and its own pages: palette, settings, shortcuts, licences.

use super::Command;

/// Sizes of everything, in percent, that are offered.
pub const ZOOMS: [u16; 8] = [80, 90, 100, 110, 125, 150, 175, 200];

/// A wish about the program itself.
#[derive(Debug, Clone, PartialEq)]
pub enum ProgramWish {
    /// Find a command by its name.
    Palette,
    /// The command at this place of the palette is marked.
    Mark(usize),
    /// Everything larger.
    ZoomIn,
    /// Everything smaller.
    ZoomOut,
    /// Everything in this size, in percent.
    Zoom(u16),
    /// Fill the screen, or no more.
    FullScreen,
    /// Show the settings.
    Settings,
    /// The folder of pictures and tables was edited.
    EditFolder(String),
    /// List the keys that call commands.
    Shortcuts,
    /// Show the licences of all that the program is made of.
    Licences,
}

impl ProgramWish {
    /// Key of its text.
    pub(super) fn text_key(&self) -> Option<&'static str> {
        Some(match self {
            Self::Palette => "command-palette",
            Self::ZoomIn => "command-zoom-in",
            Self::ZoomOut => "command-zoom-out",
            Self::Zoom(_) => "command-zoom-reset",
            Self::FullScreen => "command-full-screen",
            Self::Settings => "command-settings",
            Self::Shortcuts => "command-shortcuts",
            Self::Licences => "command-licences",
            Self::Mark(_) | Self::EditFolder(_) => return None,
        })
    }
}

/// The open palette.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Palette {
    /// What was typed so far.
    pub sought: String,
    /// Place of the marked command among those found.
    pub marked: usize,
    /// English names of [`Command::listed`], in its order: a command is found by them whatever the window speaks.
    pub english: Vec<String>,
}

/// The open settings. Language, appearance and size change at once; the folder when it is confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SettingsForm {
    /// The folder of pictures and tables, as typed.
    pub folder: String,
    /// Whether it was confirmed and is no folder.
    pub no_folder: bool,
}

/// The next larger or smaller size after `percent`.
pub fn next_zoom(percent: u16, larger: bool) -> u16 {
    let next = if larger {
        ZOOMS.into_iter().find(|size| *size > percent)
    } else {
        ZOOMS.into_iter().rev().find(|size| *size < percent)
    };
    next.unwrap_or(percent)
}

impl From<ProgramWish> for Command {
    fn from(wish: ProgramWish) -> Self {
        Self::Program(wish)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_go_step_by_step_and_stop_at_the_ends() {
        assert_eq!((next_zoom(100, true), next_zoom(100, false)), (110, 90));
        assert_eq!((next_zoom(200, true), next_zoom(80, false)), (200, 80));
        assert_eq!((next_zoom(130, true), next_zoom(130, false)), (150, 125));
    }
}
