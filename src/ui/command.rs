//! Everything a person can ask of the window: one list for menus, buttons and shortcuts.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::TableWish;
use super::context::{CorrectionForm, ExportTable, Marked, Pane, SourceLayout, ThemeChoice};
use super::program::ProgramWish;
use super::project::Answer;
use super::sheet::SheetWish;
use super::trend_view::TrendWish;
use crate::compare::{AreaKey, GroupKey, ObservationRef, Side, Tolerance};
use crate::locale::{CitationStyle, Language};
use crate::model::{ExportFormat, IndicatorId, TextEncoding};
use crate::review::{EntryFilter, WorkFilter};

/// A wish of the user, carried out by the app after the frame is drawn.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Begin a project anew.
    New,
    /// Ask for files and read them.
    Open,
    /// Open the project at this path.
    OpenRecent(String),
    /// Save the project.
    Save,
    /// Save the project under another name.
    SaveAs,
    /// Keep the reports' texts in the project's file, or no more.
    ToggleEmbed,
    /// Ask for pasted text.
    Paste,
    /// Read the reports that come with the program.
    OpenSamples,
    /// Choose what the comparison picture shall be like, and save it.
    SavePicture,
    /// Save the window as it looks.
    SaveWindow,
    /// Something about the comparison picture.
    Sheet(SheetWish),
    /// Save a table: ask as what.
    Export(ExportTable),
    /// Save the table as this kind of file.
    ChooseFormat(ExportFormat),
    /// Put the citation of the selected figure on the clipboard.
    Cite(CitationStyle),
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
    /// Subtract figures this far apart in time.
    Align(Tolerance),
    /// Show only indicators whose name contains the text.
    SetFilter(String),
    /// Fold or unfold a group of the table.
    ToggleGroup(GroupKey),
    /// Unfold all groups.
    ExpandAll,
    /// Fold all groups.
    CollapseAll,
    /// Draw this indicator and no other.
    PlotIndicator(IndicatorId),
    /// Something about the trend plot.
    Trend(TrendWish),
    /// Show the sentence behind a figure.
    Select(ObservationRef),
    /// Show this above the table.
    ShowPane(Pane),
    /// Something about the table.
    Table(TableWish),
    /// Something about the reports' text.
    Source(SourceWish),
    /// Something about figures and their review.
    Review(ReviewWish),
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
    /// Something about the program itself.
    Program(ProgramWish),
    /// Say what this program is.
    About,
    /// The open dialog's text was edited.
    EditDialog(String),
    /// The open dialog is done.
    ConfirmDialog,
    /// The open dialog is given up.
    CloseDialog,
    /// The open question is answered.
    Answer(Answer),
    /// Put a notice away.
    DismissNotice(usize),
}

/// A wish about figures and their review. “The figure” is the selected one.
#[derive(Debug, Clone, PartialEq)]
pub enum ReviewWish {
    /// The figure is right.
    Accept,
    /// The figure is to be thrown out: ask why.
    AskWhyRejected,
    /// The figure goes back to what the reader had found.
    Reset,
    /// Open the figure's facts.
    Correct,
    /// Open a form for the words that are marked in the text.
    AddMarked,
    /// All figures of a report that nobody has looked at are right.
    AcceptReport(usize),
    /// The open form was edited.
    EditForm(Box<CorrectionForm>),
    /// List these figures.
    ShowWork(WorkFilter),
    /// List these entries of the history.
    ShowEntries(EntryFilter),
    /// Select the next figure of the list.
    NextDoubt,
    /// Select the figure before it in the list.
    PreviousDoubt,
    /// Take the last step back.
    Undo,
    /// Bring the step back that was taken back last.
    Redo,
}

impl ReviewWish {
    /// What can be done with the figure selected, in the order of menus.
    pub(super) const LISTED: [Self; 7] = [
        Self::Accept,
        Self::Correct,
        Self::AskWhyRejected,
        Self::Reset,
        Self::AddMarked,
        Self::NextDoubt,
        Self::PreviousDoubt,
    ];
}

/// A wish about the reports' text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceWish {
    /// Lay it out so.
    Layout(SourceLayout),
    /// Show both counties' reports side by side, or one.
    Both(bool),
    /// Find these words.
    Find(String),
    /// Go to the next hit.
    NextHit,
    /// Go to the hit before.
    PreviousHit,
    /// These words are marked.
    Mark(Option<Marked>),
}

const COMMAND_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

impl Command {
    /// Commands that a shortcut may call at any time: what is read in a dialog may be too small.
    pub const ALWAYS: [Self; 4] = [
        Self::Program(ProgramWish::ZoomIn),
        Self::Program(ProgramWish::ZoomOut),
        Self::Program(ProgramWish::Zoom(100)),
        Self::Program(ProgramWish::FullScreen),
    ];

    /// Commands that a shortcut may call while no dialog is open. [`Command::Paste`] is not among them: the system
    /// delivers `Ctrl+V` as the clipboard's text.
    ///
    /// Those with more modifiers stand first: a shortcut is also called with more modifiers held than it asks for.
    pub const WITH_SHORTCUT: [Self; 30] = [
        Self::Program(ProgramWish::Palette),
        Self::Program(ProgramWish::Settings),
        Self::Program(ProgramWish::Shortcuts),
        Self::ShowPane(Pane::Trend),
        Self::ShowPane(Pane::Source),
        Self::ShowPane(Pane::Review),
        Self::ShowPane(Pane::Audit),
        Self::ShowPane(Pane::History),
        Self::Export(ExportTable::Comparison),
        Self::Cite(CitationStyle::Sentence),
        Self::Review(ReviewWish::AddMarked),
        Self::Review(ReviewWish::Redo),
        Self::Review(ReviewWish::Undo),
        Self::SaveAs,
        Self::SaveWindow,
        Self::Save,
        Self::New,
        Self::Review(ReviewWish::Accept),
        Self::Review(ReviewWish::Correct),
        Self::Review(ReviewWish::AskWhyRejected),
        Self::Review(ReviewWish::NextDoubt),
        Self::Review(ReviewWish::PreviousDoubt),
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
            Self::New => "command-new",
            Self::Open => "command-open",
            Self::Save => "command-save",
            Self::SaveAs => "command-save-as",
            Self::ToggleEmbed => "command-toggle-embed",
            Self::Paste => "command-paste",
            Self::OpenSamples => "command-samples",
            Self::SavePicture => "command-save-picture",
            Self::SaveWindow => "command-save-window",
            Self::Sheet(SheetWish::Copy) => "command-copy-picture",
            Self::Export(ExportTable::Comparison) => "command-export-comparison",
            Self::Export(ExportTable::Figures) => "command-export-figures",
            Self::Export(ExportTable::History) => "command-export-history",
            Self::Cite(CitationStyle::Sentence) => "command-cite",
            Self::Cite(CitationStyle::GbT7714) => "command-cite-gb",
            Self::Cite(CitationStyle::BibTex) => "command-cite-bibtex",
            Self::RemoveReport(_) => "command-remove-report",
            Self::ReadAs(..) => "command-encoding",
            Self::CloseAll => "command-close-all",
            Self::CancelReading => "command-cancel-reading",
            Self::Quit => "command-quit",
            Self::Swap => "command-swap",
            Self::Find => "command-find",
            Self::Align(Tolerance::SameYear) => "command-align-same",
            Self::Align(Tolerance::OneYear) => "command-align-one",
            Self::Align(Tolerance::Latest) => "command-align-latest",
            Self::Table(wish) => return wish.text_key(),
            Self::ExpandAll => "command-expand-all",
            Self::CollapseAll => "command-collapse-all",
            Self::ShowPane(Pane::Trend) => "command-show-trend",
            Self::ShowPane(Pane::Source) => "command-show-source",
            Self::ShowPane(Pane::Review) => "command-show-review",
            Self::ShowPane(Pane::Audit) => "command-show-audit",
            Self::ShowPane(Pane::History) => "command-show-history",
            Self::Source(SourceWish::NextHit) => "command-next-hit",
            Self::Source(SourceWish::PreviousHit) => "command-previous-hit",
            Self::Trend(TrendWish::Log(_)) => "command-trend-log",
            Self::Trend(TrendWish::ZoomIn) => "command-trend-zoom-in",
            Self::Trend(TrendWish::ZoomOut) => "command-trend-zoom-out",
            Self::Trend(TrendWish::Window(_)) => "command-trend-reset",
            Self::Review(ReviewWish::Accept) => "command-accept",
            Self::Review(ReviewWish::AskWhyRejected) => "command-reject",
            Self::Review(ReviewWish::Reset) => "command-reset-review",
            Self::Review(ReviewWish::Correct) => "command-correct",
            Self::Review(ReviewWish::AddMarked) => "command-add-marked",
            Self::Review(ReviewWish::AcceptReport(_)) => "command-accept-report",
            Self::Review(ReviewWish::NextDoubt) => "command-next-doubt",
            Self::Review(ReviewWish::PreviousDoubt) => "command-previous-doubt",
            Self::Review(ReviewWish::Undo) => "command-undo",
            Self::Review(ReviewWish::Redo) => "command-redo",
            Self::PreviousFigure => "command-previous-figure",
            Self::NextFigure => "command-next-figure",
            Self::Theme(ThemeChoice::System) => "command-theme-system",
            Self::Theme(ThemeChoice::Light) => "command-theme-light",
            Self::Theme(ThemeChoice::Dark) => "command-theme-dark",
            Self::Theme(ThemeChoice::HighContrast) => "command-theme-high-contrast",
            Self::ToggleTheme => "command-toggle-theme",
            Self::Language(Language::Chinese) => "command-language-chinese",
            Self::Language(Language::Traditional) => "command-language-traditional",
            Self::Language(Language::English) => "command-language-english",
            Self::Program(wish) => return wish.text_key(),
            Self::About => "command-about",
            Self::DismissNotice(_) => "command-dismiss",
            Self::OpenRecent(_)
            | Self::ChooseFormat(_)
            | Self::Answer(_)
            | Self::ChooseArea(..)
            | Self::SetFilter(_)
            | Self::ToggleGroup(_)
            | Self::PlotIndicator(_)
            | Self::Trend(_)
            | Self::Select(_)
            | Self::Sheet(SheetWish::Choose(_) | SheetWish::Page(_))
            | Self::Source(_)
            | Self::Review(ReviewWish::EditForm(_) | ReviewWish::ShowWork(_) | ReviewWish::ShowEntries(_))
            | Self::EditDialog(_)
            | Self::ConfirmDialog
            | Self::CloseDialog => return None,
        })
    }

    /// Whether its shortcut means the command even where the keyboard writes into a field. A letter is a letter there,
    /// and what was typed has an undo of its own.
    pub fn works_while_typing(&self) -> bool {
        let types = matches!(self, Self::Review(ReviewWish::Undo | ReviewWish::Redo));
        let is_letter =
            |keys: KeyboardShortcut| keys.modifiers.is_none() && !matches!(keys.logical_key, Key::F1 | Key::F11);
        !types && self.shortcut().is_some_and(|keys| !is_letter(keys))
    }

    /// The keys that call it.
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        let (modifiers, key) = match self {
            Self::New => (Modifiers::COMMAND, Key::N),
            Self::Open => (Modifiers::COMMAND, Key::O),
            Self::Save => (Modifiers::COMMAND, Key::S),
            Self::SaveAs => (COMMAND_SHIFT, Key::S),
            Self::Paste => (Modifiers::COMMAND, Key::V),
            Self::SavePicture => (Modifiers::COMMAND, Key::P),
            Self::SaveWindow => (Modifiers::COMMAND.plus(Modifiers::ALT), Key::P),
            Self::Review(ReviewWish::Accept) => (Modifiers::NONE, Key::A),
            Self::Review(ReviewWish::Correct) => (Modifiers::NONE, Key::E),
            Self::Review(ReviewWish::AskWhyRejected) => (Modifiers::NONE, Key::X),
            Self::Review(ReviewWish::NextDoubt) => (Modifiers::NONE, Key::N),
            Self::Review(ReviewWish::PreviousDoubt) => (Modifiers::NONE, Key::P),
            Self::Review(ReviewWish::Undo) => (Modifiers::COMMAND, Key::Z),
            Self::Review(ReviewWish::Redo) => (COMMAND_SHIFT, Key::Z),
            Self::Review(ReviewWish::AddMarked) => (COMMAND_SHIFT, Key::A),
            Self::ShowPane(Pane::Trend) => (Modifiers::COMMAND, Key::Num1),
            Self::ShowPane(Pane::Source) => (Modifiers::COMMAND, Key::Num2),
            Self::ShowPane(Pane::Review) => (Modifiers::COMMAND, Key::Num3),
            Self::ShowPane(Pane::Audit) => (Modifiers::COMMAND, Key::Num4),
            Self::ShowPane(Pane::History) => (Modifiers::COMMAND, Key::Num5),
            Self::Export(ExportTable::Comparison) => (COMMAND_SHIFT, Key::E),
            Self::Cite(CitationStyle::Sentence) => (COMMAND_SHIFT, Key::K),
            Self::CloseAll => (COMMAND_SHIFT, Key::W),
            Self::Swap => (Modifiers::COMMAND, Key::E),
            Self::Find => (Modifiers::COMMAND, Key::F),
            Self::PreviousFigure => (Modifiers::ALT, Key::ArrowLeft),
            Self::NextFigure => (Modifiers::ALT, Key::ArrowRight),
            Self::Quit => (Modifiers::COMMAND, Key::Q),
            Self::Program(ProgramWish::Palette) => (COMMAND_SHIFT, Key::P),
            Self::Program(ProgramWish::ZoomIn) => (Modifiers::COMMAND, Key::Plus),
            Self::Program(ProgramWish::ZoomOut) => (Modifiers::COMMAND, Key::Minus),
            Self::Program(ProgramWish::Zoom(100)) => (Modifiers::COMMAND, Key::Num0),
            Self::Program(ProgramWish::FullScreen) => (Modifiers::NONE, Key::F11),
            Self::Program(ProgramWish::Settings) => (Modifiers::COMMAND, Key::Comma),
            Self::Program(ProgramWish::Shortcuts) => (Modifiers::NONE, Key::F1),
            _ => return None,
        };
        Some(KeyboardShortcut::new(modifiers, key))
    }
}
