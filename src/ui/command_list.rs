//! All commands with a name, in the order of the menus, and which of them apply now.

use super::context::{ExportTable, Pane, ThemeChoice};
use super::program::ProgramWish;
use super::trend_view::TrendWish;
use super::{Command, ReviewWish, TableWish, ViewContext};
use crate::compare::{RowFilter, Tolerance};
use crate::locale::{CitationStyle, LandUnit, Language, NumberStyle};
use crate::model::{Review, ReviewState};

impl Command {
    /// Every command that can be called by name, by the menu that it belongs to.
    pub fn listed() -> Vec<(&'static str, Self)> {
        let menus = [
            ("menu-file", file_commands()),
            ("menu-edit", edit_commands()),
            ("menu-view", view_commands()),
            ("menu-help", help_commands()),
        ];
        menus
            .into_iter()
            .flat_map(|(menu, commands)| commands.into_iter().map(move |command| (menu, command)))
            .collect()
    }

    /// Whether it does anything now.
    pub(super) fn applies(&self, context: &ViewContext<'_>) -> bool {
        let has_reports = !context.reports.is_empty();
        match self {
            Self::SavePicture
            | Self::SaveWindow
            | Self::Export(ExportTable::Comparison | ExportTable::Figures)
            | Self::CloseAll
            | Self::Swap
            | Self::Find
            | Self::PreviousFigure
            | Self::NextFigure
            | Self::ExpandAll
            | Self::CollapseAll
            | Self::ShowPane(_)
            | Self::Align(_)
            | Self::Table(_)
            | Self::Trend(_) => has_reports,
            Self::Export(ExportTable::History) => !context.history.is_empty(),
            Self::Cite(style) => context.view.selection.and_then(|at| context.citation(at, *style)).is_some(),
            Self::CancelReading => context.reading.is_some(),
            Self::Review(wish) => review_applies(wish, context),
            Self::Language(language) => context.locale.language() != *language,
            Self::Theme(choice) => context.view.theme != *choice,
            Self::Program(ProgramWish::ZoomIn) => super::next_zoom(context.view.zoom, true) != context.view.zoom,
            Self::Program(ProgramWish::ZoomOut) => super::next_zoom(context.view.zoom, false) != context.view.zoom,
            Self::Program(ProgramWish::Zoom(percent)) => context.view.zoom != *percent,
            _ => true,
        }
    }
}

fn review_applies(wish: &ReviewWish, context: &ViewContext<'_>) -> bool {
    let review = || context.view.selection.and_then(|at| context.observation(at)).map(|figure| &figure.review);
    match wish {
        ReviewWish::Undo => context.history.undoable().is_some(),
        ReviewWish::Redo => context.history.redoable().is_some(),
        ReviewWish::Accept => {
            review().is_some_and(|found| matches!(found.state, ReviewState::Unreviewed | ReviewState::Rejected))
        }
        ReviewWish::Correct => review().is_some(),
        ReviewWish::AskWhyRejected => review().is_some_and(|found| found.state != ReviewState::Rejected),
        ReviewWish::Reset => review().is_some_and(Review::can_be_reset),
        ReviewWish::AddMarked => context.view.marked.is_some(),
        ReviewWish::NextDoubt | ReviewWish::PreviousDoubt => context.worklist.counts(None).all() > 0,
        _ => true,
    }
}

fn file_commands() -> Vec<Command> {
    vec![
        Command::New,
        Command::Open,
        Command::Save,
        Command::SaveAs,
        Command::ToggleEmbed,
        Command::Paste,
        Command::OpenSamples,
        Command::SavePicture,
        Command::SaveWindow,
        Command::Export(ExportTable::Comparison),
        Command::Export(ExportTable::Figures),
        Command::Export(ExportTable::History),
        Command::CloseAll,
        Command::CancelReading,
        ProgramWish::Settings.into(),
        Command::Quit,
    ]
}

fn edit_commands() -> Vec<Command> {
    let wishes = [ReviewWish::Undo, ReviewWish::Redo].into_iter().chain(ReviewWish::LISTED);
    let others = [Command::Swap, Command::Find, Command::PreviousFigure, Command::NextFigure];
    let citations = CitationStyle::ALL.map(Command::Cite);
    wishes.map(Command::Review).chain(citations).chain(others).collect()
}

fn view_commands() -> Vec<Command> {
    let mut commands: Vec<Command> = Pane::ALL.into_iter().map(Command::ShowPane).collect();
    commands.extend([Command::ExpandAll, Command::CollapseAll]);
    commands.extend(Tolerance::ALL.map(Command::Align));
    let mut table: Vec<TableWish> = vec![TableWish::ToggleDerived];
    table.extend(NumberStyle::ALL.map(TableWish::Numbers));
    table.extend(LandUnit::ALL.map(TableWish::Land));
    table.extend(RowFilter::ALL.map(TableWish::ToggleFilter));
    table.push(TableWish::ShowHidden);
    commands.extend(table.into_iter().map(Command::Table));
    commands.extend([TrendWish::ZoomIn, TrendWish::ZoomOut, TrendWish::Window(None)].map(Command::Trend));
    commands.extend(ThemeChoice::ALL.map(Command::Theme));
    commands.extend(Language::ALL.map(Command::Language));
    let program = [
        ProgramWish::ZoomIn,
        ProgramWish::ZoomOut,
        ProgramWish::Zoom(100),
        ProgramWish::FullScreen,
        ProgramWish::Palette,
    ];
    commands.extend(program.map(Command::Program));
    commands
}

fn help_commands() -> Vec<Command> {
    vec![ProgramWish::Shortcuts.into(), Command::About, ProgramWish::Licences.into()]
}
