//! What the drawing functions are given: shared, read-only, and a place to put commands.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::Command;
use crate::codelist::Codelists;
use crate::compare::{AreaEntry, AreaKey, Comparison, GroupKey, LEADING_INDICATOR, ObservationRef, Side, Subject};
use crate::locale::Locale;
use crate::model::{IndicatorId, Observation, Report};

/// Light, dark, or as the system is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ThemeChoice {
    /// As the system is set.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

/// What the user has chosen to look at. Changed by commands only; not kept after the window closes.
#[derive(Debug, Clone)]
pub struct ViewState {
    /// The county on each side.
    pub chosen: [Option<AreaKey>; 2],
    /// Text that an indicator's name must contain.
    pub filter: String,
    /// Folded groups of the table.
    pub collapsed: BTreeSet<GroupKey>,
    /// The figure whose sentence is shown.
    pub selection: Option<ObservationRef>,
    /// The indicator that is drawn.
    pub plotted: IndicatorId,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// For one frame: the filter box takes the keyboard.
    pub focus_filter: bool,
    /// For one frame: the table scrolls to the selection.
    pub reveal_selection: bool,
}

impl Default for ViewState {
    fn default() -> Self {
        Self {
            chosen: [None, None],
            filter: String::new(),
            collapsed: BTreeSet::from([GroupKey::Other]),
            selection: None,
            plotted: IndicatorId::new(LEADING_INDICATOR),
            theme: ThemeChoice::System,
            focus_filter: false,
            reveal_selection: false,
        }
    }
}

/// How a notice is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeKind {
    /// It worked.
    Done,
    /// Worth knowing.
    Note,
    /// It did not work.
    Error,
}

/// One message to the user: its text is looked up by `key`, so that it changes with the language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How it is meant.
    pub kind: NoticeKind,
    /// Key of its text.
    pub key: String,
    /// Named parts of the text.
    pub arguments: Vec<(&'static str, String)>,
}

/// What is being read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// Name of the source at hand.
    pub name: String,
    /// Sources finished.
    pub done: usize,
    /// Sources in all.
    pub total: usize,
}

/// The dialog that lies over the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialog {
    /// A box for pasted text.
    Paste {
        /// What was typed or pasted so far.
        text: String,
    },
    /// A field for paths to open, one a line, where no native dialog is to be had.
    OpenPaths {
        /// What was typed so far.
        text: String,
    },
    /// A field for the path of the picture.
    SavePath {
        /// What was typed so far.
        text: String,
    },
    /// What this program is.
    About,
}

/// Everything the window shows.
pub struct ViewContext<'a> {
    /// Loaded reports.
    pub reports: &'a [Report],
    /// Counties and cities that the reports speak of.
    pub areas: &'a [AreaEntry],
    /// Catalogue of indicators.
    pub codelists: &'a Codelists,
    /// Texts.
    pub locale: &'a Locale,
    /// The two profiles, aligned.
    pub comparison: &'a Comparison,
    /// What the user looks at.
    pub view: &'a ViewState,
    /// Messages, oldest first.
    pub notices: &'a [Notice],
    /// Work at hand.
    pub reading: Option<&'a Reading>,
    /// The open dialog.
    pub dialog: Option<&'a Dialog>,
    commands: RefCell<Vec<Command>>,
}

/// The parts of a [`ViewContext`].
pub struct ViewParts<'a> {
    /// See [`ViewContext::reports`].
    pub reports: &'a [Report],
    /// See [`ViewContext::areas`].
    pub areas: &'a [AreaEntry],
    /// See [`ViewContext::codelists`].
    pub codelists: &'a Codelists,
    /// See [`ViewContext::locale`].
    pub locale: &'a Locale,
    /// See [`ViewContext::comparison`].
    pub comparison: &'a Comparison,
    /// See [`ViewContext::view`].
    pub view: &'a ViewState,
}

impl<'a> ViewContext<'a> {
    /// A context that shows `parts`, with no messages, no work and no dialog.
    pub fn new(parts: &ViewParts<'a>) -> Self {
        let ViewParts { reports, areas, codelists, locale, comparison, view } = *parts;
        Self {
            reports,
            areas,
            codelists,
            locale,
            comparison,
            view,
            notices: &[],
            reading: None,
            dialog: None,
            commands: RefCell::default(),
        }
    }

    /// Asks for `command` once the frame is drawn.
    pub fn send(&self, command: Command) {
        self.commands.borrow_mut().push(command);
    }

    /// What was asked for.
    pub fn into_commands(self) -> Vec<Command> {
        self.commands.into_inner()
    }

    /// The text with `key`.
    pub fn text(&self, key: &str) -> String {
        self.locale.text(key)
    }

    /// The observation that `at` points to.
    pub fn observation(&self, at: ObservationRef) -> Option<&'a Observation> {
        crate::compare::observation(self.reports, at)
    }

    /// Name of the county on `side`, or the invitation to choose one.
    pub fn area_name(&self, side: Side) -> String {
        self.comparison.profile(side).map_or_else(|| self.text("picker-none"), |profile| profile.area.name.clone())
    }

    /// Name of what a row measures, in the window's language.
    pub fn subject_name(&self, subject: &Subject) -> String {
        match subject {
            Subject::Indicator(id) => self.indicator_name(id),
            Subject::Label(label) => label.clone(),
        }
    }

    /// Name of an indicator, in the window's language.
    pub fn indicator_name(&self, id: &IndicatorId) -> String {
        self.codelists
            .indicator(id)
            .map_or_else(|| id.to_string(), |indicator| self.locale.indicator(indicator).to_owned())
    }

    /// Title of a report: the headline of the article with most figures, else its file name.
    pub fn report_title(&self, index: usize) -> String {
        let Some(report) = self.reports.get(index) else { return String::new() };
        let figures = |article: usize| report.observations.iter().filter(|found| found.article == article).count();
        let titled = report.articles.iter().enumerate().filter(|(_, article)| !article.title.trim().is_empty());
        let headline = titled.min_by_key(|(number, _)| std::cmp::Reverse(figures(*number)));
        headline.map_or_else(|| self.report_name(index), |(_, article)| article.title.trim().to_owned())
    }

    /// File name of a report.
    pub fn report_name(&self, index: usize) -> String {
        let path = self.reports.get(index).map_or("", |report| report.origin.path.as_str());
        path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned()
    }
}
