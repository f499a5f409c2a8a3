//! The app itself: state that lasts while the window is open, and what each command does to it.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use egui::{ColorImage, Context, Event, Id, Key, Modifiers, Popup, Ui, ViewportCommand};

use super::dialogs::Answer;
use super::drop::PendingDrop;
use super::lines::TableLines;
use super::loading::Batch;
use super::picture::PictureNews;
use super::project::{Desk, Next};
use super::session::{LoadedSource, Session};
use super::sheet::SheetDesk;
use super::worker::{Placement, ReadingNews};
use super::worklist::ReviewLists;
use super::{DialogMode, Meeting, ReadFunction};
use crate::codelist::Codelists;
use crate::compare::{AreaEntry, ArrangedLine, Comparison, ObservationRef, Trends};
use crate::locale::{Language, Locale};
use crate::model::{ExportFormat, Report, SourceText};
use crate::project::{Settings, read_settings};
use crate::review::History;
use crate::sheet;
use crate::ui::{
    Command, Dialog, ExportTable, Notice, Pane, ProgramWish, ReportSummary, ThemeChoice, ViewContext, ViewState,
    Wishes, install_fonts, install_theme, window_ui,
};

/// More messages than this are not kept.
const MOST_NOTICES: usize = 20;

/// How much work a crash may cost.
const AUTOSAVE_AFTER: Duration = Duration::from_secs(10);

/// What the app is started with.
pub struct AppOptions {
    /// Files to read at the start.
    pub files: Vec<PathBuf>,
    /// How to ask for paths.
    pub dialogs: DialogMode,
    /// The window's language.
    pub language: Language,
    /// Light, dark, or as the system.
    pub theme: ThemeChoice,
    /// Whether the desktop lets files be dropped on the window.
    pub takes_drops: bool,
    /// What turns bytes into reports.
    pub read: ReadFunction,
    /// The catalogue.
    pub codelists: &'static Codelists,
    /// What to tell the user at the start.
    pub message: Option<String>,
    /// Where later starts hand over their files; `None` where each start has a window of its own.
    pub meeting: Option<Meeting>,
    /// Where crash reports are; `None` where none are kept.
    pub journal: Option<PathBuf>,
    /// Where settings, recent projects and unsaved work are kept; `None` keeps none of them.
    pub settings: Option<PathBuf>,
    /// Whether to say what can be done, at the first comparison of all.
    pub first_steps: bool,
    /// How long after a change unsaved work is kept aside.
    pub autosave_after: Duration,
}

impl Default for AppOptions {
    fn default() -> Self {
        Self {
            files: Vec::new(),
            dialogs: DialogMode::Native,
            language: Language::of_system(),
            theme: ThemeChoice::System,
            takes_drops: !on_wayland(),
            read: crate::pipeline::read_document,
            codelists: Codelists::builtin(),
            message: None,
            meeting: None,
            journal: None,
            settings: None,
            first_steps: false,
            autosave_after: AUTOSAVE_AFTER,
        }
    }
}

/// Whether the window will be one of Wayland, where the windowing library delivers no drops.
fn on_wayland() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value: std::ffi::OsString| !value.is_empty());
    cfg!(target_os = "linux") && (is_set("WAYLAND_DISPLAY") || is_set("WAYLAND_SOCKET"))
}

/// The window's state.
pub struct CountyLensApp {
    pub(super) options: AppOptions,
    pub(super) ctx: Context,
    pub(super) locale: Locale,
    /// Shared with the audit, which goes over them on a thread of its own.
    pub(super) reports: Arc<Vec<Report>>,
    /// The text of each report.
    pub(super) texts: Vec<SourceText>,
    /// What each report was read from.
    pub(super) sources: Vec<LoadedSource>,
    pub(super) session: Session,
    pub(super) lists: ReviewLists,
    pub(super) desk: Desk,
    pub(super) summaries: Vec<ReportSummary>,
    pub(super) areas: Vec<AreaEntry>,
    pub(super) comparison: Comparison,
    /// How often the figures, their comparison or what is derived from them have changed.
    pub(super) changes: u64,
    pub(super) table: TableLines,
    pub(super) trends: Trends,
    pub(super) view: ViewState,
    pub(super) settings: Settings,
    pub(super) notices: Vec<Notice>,
    pub(super) dialog: Option<Dialog>,
    /// As what a table was exported last.
    pub(super) export_format: ExportFormat,

    /// Sources being read, by the number of their batch.
    pub(super) batches: BTreeMap<u64, Batch>,
    pub(super) batches_started: u64,
    pub(super) news: Receiver<ReadingNews>,
    pub(super) news_sender: Sender<ReadingNews>,
    /// How many texts were pasted, to name them.
    pub(super) pasted: usize,
    pub(super) dropped: PendingDrop,

    /// Files that later starts have handed over.
    pub(super) handed: Option<Receiver<Vec<PathBuf>>>,

    pub(super) asking: bool,
    pub(super) answers: Receiver<Answer>,
    pub(super) answer_sender: Sender<Answer>,

    pub(super) picture_wanted: bool,
    /// Frames in which messages stay out of the window, because it is being pictured.
    pub(super) frames_without_notices: u8,
    pub(super) picture: Option<Arc<ColorImage>>,
    pub(super) sheet: SheetDesk,
    pub(super) picture_news: Receiver<PictureNews>,
    pub(super) picture_sender: Sender<PictureNews>,

    /// What had the keyboard in the last frame.
    focused: Option<Id>,
}

impl CountyLensApp {
    /// An app in the window that `creation` describes; starts reading the options' files.
    pub fn new(creation: &eframe::CreationContext<'_>, mut options: AppOptions) -> Self {
        let ctx = creation.egui_ctx.clone();
        install_fonts(&ctx, [sheet::REGULAR, sheet::BOLD]);
        install_theme(&ctx);
        let (news_sender, news) = channel();
        let (answer_sender, answers) = channel();
        let (picture_sender, picture_news) = channel();
        let files = std::mem::take(&mut options.files);
        let settings = options.settings.as_deref().map(read_settings).unwrap_or_default();
        super::program::bring_back(creation, settings.window);
        let language = settings.language.unwrap_or(options.language);
        let view = ViewState { theme: options.theme, ..ViewState::default() };
        let mut app = Self {
            locale: Locale::new(language).with_units(view.table.units(language)),
            view,
            settings,
            options,
            ctx,
            reports: Arc::default(),
            texts: Vec::new(),
            export_format: ExportFormat::Xlsx,
            sources: Vec::new(),
            session: Session::default(),
            lists: ReviewLists::default(),
            desk: Desk::default(),
            summaries: Vec::new(),
            areas: Vec::new(),
            comparison: Comparison::default(),
            changes: 0,
            table: TableLines::default(),
            trends: Trends::default(),
            notices: Vec::new(),
            dialog: None,
            batches: BTreeMap::new(),
            batches_started: 0,
            news,
            news_sender,
            pasted: 0,
            dropped: PendingDrop::default(),
            handed: None,
            asking: false,
            answers,
            answer_sender,
            picture_wanted: false,
            frames_without_notices: 0,
            picture: None,
            sheet: SheetDesk::default(),
            picture_news,
            picture_sender,
            focused: None,
        };
        let ctx = app.ctx.clone();
        app.apply_settings(&ctx);
        if let Some(reason) = app.options.message.take() {
            app.notify(super::worker::error_notice("notice-user-list", vec![("reason", reason)]));
        }
        app.tell_of_crashes();
        app.look_for_leftovers();
        app.wait_for_files();
        app.open_files(files, Placement::Any);
        app
    }

    /// Whether sources are being read.
    pub fn is_reading(&self) -> bool {
        !self.batches.is_empty()
    }

    /// Whether anything is being read, audited or saved.
    pub fn is_busy(&self) -> bool {
        self.is_reading() || self.lists.is_auditing() || self.is_at_desk()
    }

    /// The loaded reports.
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// What was done to their figures.
    pub fn history(&self) -> &History {
        &self.session.history
    }

    /// The lines that the table showed in the last frame.
    pub fn lines(&self) -> &[ArrangedLine] {
        &self.table.lines
    }

    /// What is looked at.
    pub fn view(&self) -> &ViewState {
        &self.view
    }

    /// Messages that are shown.
    pub fn notices(&self) -> &[Notice] {
        &self.notices
    }

    /// Shows a message; the same message twice in a row is shown once.
    pub(super) fn notify(&mut self, notice: Notice) {
        self.notices.retain(|known| *known != notice);
        self.notices.push(notice);
        let surplus = self.notices.len().saturating_sub(MOST_NOTICES);
        self.notices.drain(..surplus);
    }

    fn receive(&mut self, ctx: &Context) {
        self.receive_drops(ctx);
        self.receive_news();
        self.receive_audit();
        self.receive_answers();
        self.receive_pictures();
        self.receive_project_news();
        self.receive_files(ctx);
        self.offer_leftover();
        self.guard_closing(ctx);
    }

    /// Commands that the keyboard calls. An open dialog has the keyboard to itself.
    fn commands_by_key(&mut self, ctx: &Context) -> Vec<Command> {
        let alt = ctx.input(|input| input.modifiers.alt);
        // Alt with a letter opens a menu or writes a sign; it is no shortcut that asks for the letter alone.
        let is_pressed = |command: &Command| {
            let keys = command.shortcut().filter(|keys| keys.modifiers.alt || !alt);
            keys.is_some_and(|keys| ctx.input_mut(|input| input.consume_shortcut(&keys)))
        };
        let mut commands: Vec<Command> = Command::ALWAYS.into_iter().filter(is_pressed).collect();
        let second = ctx.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Equals));
        commands.extend(second.then_some(Command::Program(ProgramWish::ZoomIn)));
        if self.dialog.is_some() {
            return commands;
        }
        if !ctx.text_edit_focused() {
            let pasted = ctx.input(|input| {
                input.events.iter().find_map(|event| match event {
                    Event::Paste(text) => Some(text.clone()),
                    _ => None,
                })
            });
            if let Some(text) = pasted {
                self.show_dialog(Dialog::Paste { text });
            }
        }
        let typing = ctx.text_edit_focused() || Popup::is_any_open(ctx);
        let usable = |command: &Command| !typing || command.works_while_typing();
        commands.extend(Command::WITH_SHORTCUT.into_iter().filter(usable).filter(is_pressed));
        commands
    }

    /// Does what the user wishes, as if a menu, a button or a key had sent it.
    pub fn carry_out(&mut self, command: Command, ctx: &Context) {
        match command {
            // What is done to figures now would go with them when the project that is being read takes their place.
            Command::Review(_) if self.desk.fetching => {}
            Command::New => self.when_saved(Next::New),
            Command::OpenRecent(path) => self.open_recent(&path),
            Command::Save => self.save(),
            Command::SaveAs => self.ask_for_path(super::dialogs::Purpose::Project),
            Command::ToggleEmbed => {
                self.desk.project.embed = !self.desk.project.embed;
                self.desk.changed = true;
            }
            Command::Answer(answer) => self.answer(answer),
            Command::Open => self.ask_for_path(super::dialogs::Purpose::Open),
            Command::Paste => self.show_dialog(Dialog::Paste { text: String::new() }),
            Command::OpenSamples => self.load_samples(),
            Command::SavePicture => self.open_sheet_dialog(),
            Command::SaveWindow => self.picture_wanted = !self.reports.is_empty(),
            Command::Sheet(wish) => self.sheet(wish),
            Command::Export(ExportTable::History) => self.ask_where(ExportTable::History, ExportFormat::Csv),
            Command::Export(table) => self.show_dialog(Dialog::Export { table, format: self.export_format }),
            Command::ChooseFormat(chosen) => {
                if let Some(Dialog::Export { format, .. }) = &mut self.dialog {
                    *format = chosen;
                }
            }
            Command::Cite(style) => self.cite(style, ctx),
            Command::RemoveReport(index) => self.remove_report(index),
            Command::ReadAs(index, encoding) => self.read_as(index, encoding),
            Command::CloseAll => self.close_all(),
            Command::CancelReading => self.cancel_reading(),
            Command::Quit => ctx.send_viewport_cmd(ViewportCommand::Close),
            Command::ChooseArea(side, key) => {
                self.view.chosen[side.index()] = Some(key);
                self.recompute();
            }
            Command::Swap => {
                self.view.chosen.swap(0, 1);
                self.recompute();
            }
            Command::Align(tolerance) => {
                self.view.tolerance = tolerance;
                self.recompute();
            }
            Command::Find if self.view.pane == Pane::Source => self.view.source.focus_find = true,
            Command::Find => self.view.focus_filter = true,
            Command::SetFilter(filter) => self.view.filter = filter,
            Command::ToggleGroup(key) => {
                if !self.view.collapsed.remove(&key) {
                    self.view.collapsed.insert(key);
                }
            }
            Command::ExpandAll => self.view.collapsed.clear(),
            Command::CollapseAll => {
                self.view.collapsed = self.comparison.groups.iter().map(|group| group.key.clone()).collect();
            }
            Command::PlotIndicator(id) => {
                self.view.plotted = vec![id];
                self.view.trend.window = None;
                self.redraw_trends();
            }
            Command::Trend(wish) => self.trend(wish),
            Command::Select(at) => self.select(at),
            Command::ShowPane(pane) => {
                self.show_pane(pane);
                if pane == Pane::Review {
                    self.resume_work();
                }
            }
            Command::Table(wish) => self.table(wish, ctx),
            Command::Source(wish) => self.source(wish),
            Command::Review(wish) => self.review(wish),
            Command::PreviousFigure => self.step(|index| index.checked_sub(1)),
            Command::NextFigure => self.step(|index| index.checked_add(1)),
            Command::Theme(theme) => self.wear(theme),
            Command::ToggleTheme => {
                let dark = ctx.theme() == egui::Theme::Dark;
                self.wear(if dark { ThemeChoice::Light } else { ThemeChoice::Dark });
            }
            Command::Language(language) => {
                self.speak(language);
                self.keep(|settings| settings.language = Some(language));
            }
            Command::Program(wish) => self.program(wish, ctx),
            Command::About => self.show_dialog(Dialog::About),
            Command::EditDialog(edited) => self.edit_dialog(edited),
            Command::ConfirmDialog => self.confirm_dialog(),
            Command::CloseDialog => self.close_dialog(),
            Command::DismissNotice(index) => {
                if index < self.notices.len() {
                    self.notices.remove(index);
                }
            }
        }
    }

    fn edit_dialog(&mut self, edited: String) {
        if let Some(Dialog::Palette(palette)) = &mut self.dialog {
            (palette.sought, palette.marked) = (edited, 0);
            return;
        }
        if let Some(
            Dialog::Paste { text }
            | Dialog::OpenPaths { text }
            | Dialog::SavePath { text }
            | Dialog::SaveProject { text }
            | Dialog::ExportPath { text, .. }
            | Dialog::Reject { reason: text },
        ) = &mut self.dialog
        {
            *text = edited;
        }
    }

    pub(super) fn select(&mut self, at: ObservationRef) {
        self.view.selection = Some(at);
        self.view.reveal_selection = true;
        self.end_guide();
    }

    /// Moves the selection within its report, or to the first figure where nothing is selected.
    fn step(&mut self, to: impl Fn(usize) -> Option<usize>) {
        let report = self.view.selection.map_or(0, |at| at.report);
        let Some(figures) = self.reports.get(report).map(|report| &report.observations) else { return };
        let current = self.view.selection.and_then(|at| figures.iter().position(|figure| figure.id == at.id));
        let next = current.map_or(Some(0), to).and_then(|index| figures.get(index));
        if let Some(figure) = next {
            let at = ObservationRef { report, id: figure.id };
            self.select(at);
        }
    }
}

impl eframe::App for CountyLensApp {
    fn ui(&mut self, ui: &mut Ui, frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        self.remember_place(&ctx, frame);
        self.take_picture_if_wanted(&ctx);
        self.receive(&ctx);
        let mut commands = self.commands_by_key(&ctx);

        self.arrange_lines();
        let reading = self.reading();
        let context = ViewContext {
            reports: &self.reports,
            texts: &self.texts,
            history: &self.session.history,
            checks: &self.lists.checks,
            doubted: &self.lists.doubted,
            derived: &self.lists.derived,
            worklist: &self.lists.work,
            entries: &self.lists.entries,
            summaries: &self.summaries,
            areas: &self.areas,
            codelists: self.options.codelists,
            locale: &self.locale,
            comparison: &self.comparison,
            lines: &self.table.lines,
            hidden: self.table.hidden,
            trends: &self.trends,
            view: &self.view,
            notices: if self.frames_without_notices == 0 { &self.notices } else { &[] },
            reading: reading.as_ref(),
            dialog: self.dialog.as_ref(),
            project: &self.desk.status,
            takes_drops: self.options.takes_drops,
            wishes: Wishes::default(),
        };
        window_ui(&context, ui);
        commands.extend(context.into_commands());

        if self.frames_without_notices > 0 {
            self.frames_without_notices -= 1;
            ctx.request_repaint();
        }
        self.view.focus_filter = false;
        self.view.focus_dialog = false;
        self.view.reveal_selection = false;
        self.view.source.reveal_hit = false;
        self.view.source.focus_find = false;
        if !commands.is_empty() {
            // What a command changes is seen in the next frame.
            ctx.request_repaint();
        }
        for command in commands {
            self.carry_out(command, &ctx);
        }
        self.guide();
        self.note_changes();
        self.autosave_when_due(&ctx);
        let focused = ctx.memory(egui::Memory::focused);
        if focused != self.focused {
            self.focused = focused;
            log::debug!("keyboard at {focused:?}");
        }
    }
}
