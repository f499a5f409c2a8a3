//! What the drawing functions are given: shared, read-only, and a place to put commands.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::program::{Palette, SettingsForm};
use super::project::{ProjectStatus, Question};
use super::sheet::SheetForm;
use super::trend_view::TrendView;
use super::{Command, TableView};
use crate::codelist::Codelists;
use crate::compare::{
    AreaEntry, AreaKey, ArrangedLine, Comparison, GroupKey, LEADING_INDICATOR, ObservationRef, Side, Subject,
    Tolerance, Trends, main_area,
};
use crate::locale::{CitationStyle, Cited, Locale};
use crate::model::{Check, Derived, ExportFormat, IndicatorId, Observation, Report, SourceText, Span};
use crate::review::{Draft, EntryFilter, EntryLine, FieldError, History, WorkFilter, Worklist};

/// Light, dark, or as the system is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeChoice {
    /// As the system is set.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// White on black, with edges that show.
    HighContrast,
}

impl ThemeChoice {
    /// All, in menu order.
    pub const ALL: [Self; 4] = [Self::System, Self::Light, Self::Dark, Self::HighContrast];
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
    /// The indicators that are drawn; at least one.
    pub plotted: Vec<IndicatorId>,
    /// Counties that are drawn beside the two compared.
    pub pinned: Vec<AreaKey>,
    /// How the plot is looked at.
    pub trend: TrendView,
    /// Light or dark.
    pub theme: ThemeChoice,
    /// Size of everything, in percent.
    pub zoom: u16,
    /// What the middle shows above the table.
    pub pane: Pane,
    /// How far apart in time two figures may be and still be subtracted.
    pub tolerance: Tolerance,
    /// How the table is looked at.
    pub table: TableView,
    /// How the reports' text is shown.
    pub source: SourceView,
    /// What is marked in a report's text.
    pub marked: Option<Marked>,
    /// Which figures are listed.
    pub work_filter: WorkFilter,
    /// Which entries of the history are listed.
    pub entry_filter: EntryFilter,
    /// For one frame: the filter box takes the keyboard.
    pub focus_filter: bool,
    /// For one frame: the dialog's field takes the keyboard.
    pub focus_dialog: bool,
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
            plotted: vec![IndicatorId::new(LEADING_INDICATOR)],
            pinned: Vec::new(),
            trend: TrendView::default(),
            theme: ThemeChoice::System,
            zoom: 100,
            pane: Pane::default(),
            tolerance: Tolerance::default(),
            table: TableView::default(),
            source: SourceView::default(),
            marked: None,
            work_filter: WorkFilter::default(),
            entry_filter: EntryFilter::default(),
            focus_filter: false,
            focus_dialog: false,
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

/// A table that can be saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportTable {
    /// The two counties side by side.
    Comparison,
    /// All figures, with what a person made of them.
    Figures,
    /// The history of corrections.
    History,
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
    /// A field for the path of the project.
    SaveProject {
        /// What was typed so far.
        text: String,
    },
    /// Something to decide before work would be lost.
    Question(Question),
    /// As what kind of file a table is to be saved.
    Export {
        /// Which table.
        table: ExportTable,
        /// What is chosen.
        format: ExportFormat,
    },
    /// A field for the path of a table.
    ExportPath {
        /// Which table.
        table: ExportTable,
        /// As what.
        format: ExportFormat,
        /// What was typed so far.
        text: String,
    },
    /// Why the selected figure is thrown out.
    Reject {
        /// What was typed so far; may stay empty.
        reason: String,
    },
    /// A figure's facts, to be changed or added.
    Correct(Box<CorrectionForm>),
    /// What the comparison picture shall be like.
    Sheet(Box<SheetForm>),
    /// What this program is.
    About,
    /// The licences of all that it is made of.
    Licences,
    /// Commands by their names.
    Palette(Palette),
    /// The settings.
    Settings(SettingsForm),
    /// The keys that call commands.
    Shortcuts,
}

/// What the middle of the window shows above the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Pane {
    /// How an indicator moved.
    #[default]
    Trend,
    /// What the reports say.
    Source,
    /// What is to be looked at.
    Review,
    /// Whether the figures fit each other.
    Audit,
    /// What was done.
    History,
}

impl Pane {
    /// All, in the order of their tabs.
    pub const ALL: [Self; 5] = [Self::Trend, Self::Source, Self::Review, Self::Audit, Self::History];

    /// The word used in files (`trend`, `source`, `review`, `audit`, `history`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Trend => "trend",
            Self::Source => "source",
            Self::Review => "review",
            Self::Audit => "audit",
            Self::History => "history",
        }
    }
}

/// How a report's text is laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum SourceLayout {
    /// In paragraphs, hard wraps undone.
    #[default]
    Paragraphs,
    /// In the lines of the file.
    Lines,
}

/// How the reports' text is shown.
#[derive(Debug, Clone, Default)]
pub struct SourceView {
    /// Paragraphs or lines.
    pub layout: SourceLayout,
    /// Both counties' reports side by side.
    pub both: bool,
    /// Words to find.
    pub find: String,
    /// Where they stand: index of the report, and code points of its decoded text. In this order.
    pub hits: Vec<(usize, Span)>,
    /// Index of the hit that is shown.
    pub hit: Option<usize>,
    /// For one frame: the text scrolls to the hit.
    pub reveal_hit: bool,
    /// For one frame: the find box takes the keyboard.
    pub focus_find: bool,
}

/// Characters that were marked in a report's text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Marked {
    /// Which report.
    pub report: usize,
    /// Which of its paragraphs.
    pub paragraph: usize,
    /// Which characters of it, in code points.
    pub part: Span,
}

/// What a correction is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CorrectionTarget {
    /// A figure that was read or added.
    Figure(ObservationRef),
    /// Words that shall become one.
    Marked(Marked),
}

/// The open form of a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionForm {
    /// What it is about.
    pub target: CorrectionTarget,
    /// What was typed so far.
    pub draft: Draft,
    /// What was wrong when it was last confirmed, less what was edited since.
    pub errors: Vec<FieldError>,
    /// What was typed to find an indicator.
    pub search: String,
}

impl CorrectionForm {
    /// A form that nobody has confirmed yet.
    pub fn new(target: CorrectionTarget, draft: Draft) -> Self {
        Self { target, draft, errors: Vec::new(), search: String::new() }
    }
}

/// What the list says of a report. Found once, since the list is drawn with every frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportSummary {
    /// The headline of the article with most figures, else the file name.
    pub title: String,
    /// File name.
    pub name: String,
    /// The county or city that it is mostly about.
    pub area: Option<AreaEntry>,
}

impl ReportSummary {
    /// A summary of each report.
    pub fn of(reports: &[Report]) -> Vec<Self> {
        let summary = |(index, report): (usize, &Report)| {
            let path = report.origin.path.as_str();
            let name = path.rsplit(['/', '\\']).next().unwrap_or(path).to_owned();
            let mut figures = vec![0_usize; report.articles.len()];
            for figure in &report.observations {
                if let Some(count) = figures.get_mut(figure.article) {
                    *count += 1;
                }
            }
            let titles = report.articles.iter().map(|article| article.title.trim()).zip(figures);
            let headlines = titles.filter(|(title, _)| !title.is_empty());
            let title = headlines.min_by_key(|(_, figures)| std::cmp::Reverse(*figures));
            let title = title.map_or_else(|| name.clone(), |(title, _)| title.to_owned());
            Self { title, name, area: main_area(reports, index) }
        };
        reports.iter().enumerate().map(summary).collect()
    }
}

/// Commands that the drawing functions have sent.
#[derive(Debug, Default)]
pub struct Wishes(RefCell<Vec<Command>>);

/// Everything the window shows.
pub struct ViewContext<'a> {
    /// Loaded reports.
    pub reports: &'a [Report],
    /// The text of each.
    pub texts: &'a [SourceText],
    /// What was done to their figures.
    pub history: &'a History,
    /// The audit of the reports' figures.
    pub checks: &'a [Check],
    /// The figures that a check speaks against, sorted.
    pub doubted: &'a [ObservationRef],
    /// Values that follow from the reports' figures.
    pub derived: &'a [Derived],
    /// Their figures in order of doubt.
    pub worklist: &'a Worklist,
    /// The entries of their history that are listed.
    pub entries: &'a [EntryLine],
    /// What the list says of each.
    pub summaries: &'a [ReportSummary],
    /// Counties and cities that the reports speak of.
    pub areas: &'a [AreaEntry],
    /// Catalogue of indicators.
    pub codelists: &'a Codelists,
    /// Texts.
    pub locale: &'a Locale,
    /// The two profiles, aligned.
    pub comparison: &'a Comparison,
    /// The lines of the table.
    pub lines: &'a [ArrangedLine],
    /// How many subjects are hidden from it.
    pub hidden: usize,
    /// What the plot shows.
    pub trends: &'a Trends,
    /// What the user looks at.
    pub view: &'a ViewState,
    /// Messages, oldest first.
    pub notices: &'a [Notice],
    /// Work at hand.
    pub reading: Option<&'a Reading>,
    /// The open dialog.
    pub dialog: Option<&'a Dialog>,
    /// The project that is open.
    pub project: &'a ProjectStatus,
    /// Whether files can be dropped here.
    pub takes_drops: bool,
    /// What is asked for while the frame is drawn.
    pub wishes: Wishes,
}

impl<'a> ViewContext<'a> {
    /// Asks for `command` once the frame is drawn.
    pub fn send(&self, command: Command) {
        self.wishes.0.borrow_mut().push(command);
    }

    /// What was asked for.
    pub fn into_commands(self) -> Vec<Command> {
        self.wishes.0.into_inner()
    }

    /// The text with `key`.
    pub fn text(&self, key: &str) -> String {
        self.locale.text(key)
    }

    /// The observation that `at` points to.
    pub fn observation(&self, at: ObservationRef) -> Option<&'a Observation> {
        crate::compare::observation(self.reports, at)
    }

    /// The figure cited; `None` where the page does not tell its newspaper and headline, and the style wants them.
    pub fn citation(&self, at: ObservationRef, style: CitationStyle) -> Option<String> {
        self.locale.citation(self.codelists, style, &Cited::of(self.reports, at)?)
    }

    /// Whether a check speaks against a figure.
    pub fn is_doubted(&self, at: ObservationRef) -> bool {
        self.doubted.binary_search(&at).is_ok()
    }

    /// Name of the county on `side`, or the invitation to choose one.
    pub fn area_name(&self, side: Side) -> String {
        self.comparison.profile(side).map_or_else(|| self.text("picker-none"), |profile| profile.area.name.to_string())
    }

    /// Name of what a row measures, in the window's language.
    pub fn subject_name(&self, subject: &Subject) -> String {
        match subject {
            Subject::Indicator(id) => self.indicator_name(id),
            Subject::Label(label) => label.to_string(),
        }
    }

    /// Name of an indicator, in the window's language.
    pub fn indicator_name(&self, id: &IndicatorId) -> String {
        self.locale.indicator_name(self.codelists, id)
    }

    /// Title of a report.
    pub fn report_title(&self, index: usize) -> &'a str {
        self.summaries.get(index).map_or("", |summary| &summary.title)
    }

    /// File name of a report.
    pub fn report_name(&self, index: usize) -> &'a str {
        self.summaries.get(index).map_or("", |summary| &summary.name)
    }
}
