//! Everything a person can ask of the window: one list for menus, buttons and shortcuts.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::context::ThemeChoice;
use crate::compare::{AreaKey, GroupKey, ObservationRef, Side};
use crate::locale::Language;
use crate::model::{IndicatorId, TextEncoding};

/// A wish of the user, carried out by the app after the frame is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Ask for files and read them.
    Open,
    /// Ask for pasted text.
    Paste,
    /// Read the reports that come with the program.
    OpenSamples,
    /// Save the window as a picture.
    SavePicture,
    /// Take a report out of the window.
    RemoveReport(usize),
    /// Read a report's bytes again, in this encoding.
    ReadAs(usize, TextEncoding),
    /// Take all reports out of the window.
    CloseAll,
    /// Stop reading.
    CancelReading,
    /// Close the window.
    Quit,
    /// Show a county on a side.
    ChooseArea(Side, AreaKey),
    /// Exchange the sides.
    Swap,
    /// Put the keyboard into the filter box.
    Find,
    /// Show only indicators whose name contains the text.
    SetFilter(String),
    /// Fold or unfold a group of the table.
    ToggleGroup(GroupKey),
    /// Unfold all groups.
    ExpandAll,
    /// Fold all groups.
    CollapseAll,
    /// Draw another indicator.
    PlotIndicator(IndicatorId),
    /// Show the sentence behind a figure.
    Select(ObservationRef),
    /// The figure before the selected one in its report.
    PreviousFigure,
    /// The figure after the selected one in its report.
    NextFigure,
    /// Light, dark or as the system.
    Theme(ThemeChoice),
    /// From light to dark or back.
    ToggleTheme,
    /// Change the window's language.
    Language(Language),
    /// Say what this program is.
    About,
    /// The open dialog's text was edited.
    EditDialog(String),
    /// The open dialog is done.
    ConfirmDialog,
    /// The open dialog is given up.
    CloseDialog,
    /// Put a notice away.
    DismissNotice(usize),
}

const COMMAND_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

impl Command {
    /// Commands that a shortcut may call while no dialog is open. [`Command::Paste`] is not among them: the system
    /// delivers `Ctrl+V` as the clipboard's text.
    pub const WITH_SHORTCUT: [Self; 8] = [
        Self::Open,
        Self::SavePicture,
        Self::CloseAll,
        Self::Swap,
        Self::Find,
        Self::PreviousFigure,
        Self::NextFigure,
        Self::Quit,
    ];

    /// Key of its text in `commands.ftl`; its tooltip is the attribute there. Commands without a button have none.
    pub fn text_key(&self) -> Option<&'static str> {
        Some(match self {
            Self::Open => "command-open",
            Self::Paste => "command-paste",
            Self::OpenSamples => "command-samples",
            Self::SavePicture => "command-save-picture",
            Self::RemoveReport(_) => "command-remove-report",
            Self::ReadAs(..) => "command-encoding",
            Self::CloseAll => "command-close-all",
            Self::CancelReading => "command-cancel-reading",
            Self::Quit => "command-quit",
            Self::Swap => "command-swap",
            Self::Find => "command-find",
            Self::ExpandAll => "command-expand-all",
            Self::CollapseAll => "command-collapse-all",
            Self::PreviousFigure => "command-previous-figure",
            Self::NextFigure => "command-next-figure",
            Self::Theme(ThemeChoice::System) => "command-theme-system",
            Self::Theme(ThemeChoice::Light) => "command-theme-light",
            Self::Theme(ThemeChoice::Dark) => "command-theme-dark",
            Self::ToggleTheme => "command-toggle-theme",
            Self::Language(Language::Chinese) => "command-language-chinese",
            Self::Language(Language::English) => "command-language-english",
            Self::About => "command-about",
            Self::DismissNotice(_) => "command-dismiss",
            Self::ChooseArea(..)
            | Self::SetFilter(_)
            | Self::ToggleGroup(_)
            | Self::PlotIndicator(_)
            | Self::Select(_)
            | Self::EditDialog(_)
            | Self::ConfirmDialog
            | Self::CloseDialog => return None,
        })
    }

    /// The keys that call it.
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::Open => (Modifiers::COMMAND, Key::O),
            Self::Paste => (Modifiers::COMMAND, Key::V),
            Self::SavePicture => (Modifiers::COMMAND, Key::S),
            Self::CloseAll => (COMMAND_SHIFT, Key::W),
            Self::Swap => (Modifiers::COMMAND, Key::E),
            Self::Find => (Modifiers::COMMAND, Key::F),
            Self::PreviousFigure => (Modifiers::ALT, Key::ArrowLeft),
            Self::NextFigure => (Modifiers::ALT, Key::ArrowRight),
            Self::Quit => (Modifiers::COMMAND, Key::Q),
            _ => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }
}
