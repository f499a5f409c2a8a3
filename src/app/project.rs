//! The project that is open: its file, whether it is saved, and how it is saved and begun anew.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;
use std::time::Instant;

use super::CountyLensApp;
use super::dialogs::{DialogMode, Purpose};
use super::opening::{Opened, Opening};
use super::rescue::Beginning;
use super::session::Session;
use super::settings::settings_of;
use super::worker::error_notice;
use crate::compare::{Arrangement, Subject};
use crate::locale::file_name;
use crate::project::{
    Autosave, Leftover, PROJECT_EXTENSION, ProjectDocument, ProjectLock, RecentProject, SaveProjectError,
    forget_project, lock_project, recent_projects, remember_project, save_project,
};
use crate::ui::{Answer, Dialog, MissingSource, Notice, NoticeKind, ProjectStatus, Question, RecentEntry};

/// The project that is open.
#[derive(Default)]
pub(super) struct Project {
    /// Where it is saved; `None` before that.
    pub(super) path: Option<PathBuf>,
    /// Keeps other windows from saving it.
    pub(super) lock: Option<ProjectLock>,
    /// Its name while it has no file.
    pub(super) title: Option<String>,
    /// Whether the reports' texts are kept in its file.
    pub(super) embed: bool,
    /// What its file holds.
    pub(super) saved: Option<ProjectDocument>,
    /// Its reports are still being read.
    pub(super) opening: Option<Opening>,
    /// Where its unsaved work is kept.
    pub(super) autosave: Option<Arc<Autosave>>,
    /// When to keep it next.
    pub(super) autosave_due: Option<Instant>,
    /// Whether it differs from its file, as found at the last change.
    pub(super) unsaved: bool,
}

impl Project {
    /// Its work was saved or given up: nothing is kept aside any more.
    pub(super) fn end_autosave(&mut self) {
        self.autosave_due = None;
        if let Some(autosave) = self.autosave.take() {
            autosave.end();
        }
    }
}

/// What is to be done once the work is saved or given up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Next {
    /// Close the window.
    Quit,
    /// Begin anew.
    New,
    /// Open the project at the path, and these reports with it.
    Open(PathBuf, Vec<PathBuf>),
}

/// All that has to do with projects, the open one among them.
pub(super) struct Desk {
    pub(super) project: Project,
    /// Counts the projects, so that news of an earlier one are told.
    pub(super) number: u64,
    pub(super) next: Option<Next>,
    /// The window may close.
    pub(super) leaving: bool,
    /// Where a save under way writes to, and where to save once it is done.
    saving: Option<PathBuf>,
    save_again: Option<PathBuf>,
    /// Asked about before it is written over.
    pub(super) replacing: Option<PathBuf>,
    /// A project file is being read.
    pub(super) fetching: bool,
    /// What may be opened as a copy, and reports to read besides: a project open elsewhere, the backup of a damaged one.
    pub(super) copy_of: Option<(PathBuf, Vec<PathBuf>)>,
    /// Unsaved work of windows that crashed, the next to be offered last.
    pub(super) leftovers: Vec<Leftover>,
    pub(super) offered: Option<Leftover>,
    /// What a question lies over.
    pub(super) interrupted: Option<Dialog>,
    /// Something that a project keeps has changed since the last frame.
    pub(super) changed: bool,
    pub(super) status: ProjectStatus,
    pub(super) news: Receiver<ProjectNews>,
    sender: Sender<ProjectNews>,
    title: String,
}

impl Default for Desk {
    fn default() -> Self {
        let (sender, news) = channel();
        Self {
            project: Project::default(),
            number: 0,
            next: None,
            leaving: false,
            saving: None,
            save_again: None,
            replacing: None,
            fetching: false,
            copy_of: None,
            leftovers: Vec::new(),
            offered: None,
            interrupted: None,
            changed: true,
            status: ProjectStatus::default(),
            news,
            sender,
            title: String::new(),
        }
    }
}

/// What the threads that read and write projects say.
pub(super) enum ProjectNews {
    /// What earlier windows have left.
    Began(Beginning),
    /// The list of recent projects.
    Recent(Vec<RecentProject>),
    /// A project was read.
    Opened(Box<Opened>),
    /// Another window has it.
    InUse(PathBuf, Vec<PathBuf>),
    /// It could not be read.
    NotOpened(Notice),
    /// It is damaged, and its backup can be opened.
    Damaged { path: PathBuf, fault: String, backup: PathBuf },
    /// Project `number` was saved.
    Saved { number: u64, path: PathBuf, lock: Option<ProjectLock>, document: Box<ProjectDocument> },
    /// It could not be saved.
    NotSaved(Notice),
    /// Unsaved work could not be kept aside.
    NotKept(Notice),
}

impl CountyLensApp {
    /// Does `work` on a thread of its own and takes in what it says.
    pub(super) fn in_background(&mut self, work: impl FnOnce() -> Option<ProjectNews> + Send + 'static) {
        let (sender, wake) = (self.desk.sender.clone(), self.ctx.clone());
        let spawned = thread::Builder::new().name("project".to_owned()).spawn(move || {
            if let Some(news) = work()
                && sender.send(news).is_ok()
            {
                wake.request_repaint();
            }
        });
        if let Err(error) = spawned {
            let arguments = vec![("name", self.locale.text("app-name")), ("reason", error.to_string())];
            self.notify(error_notice("error-other", arguments));
        }
    }

    /// Takes in what the threads say.
    pub(super) fn receive_project_news(&mut self) {
        while let Ok(news) = self.desk.news.try_recv() {
            match news {
                ProjectNews::Began(beginning) => self.begin(beginning),
                ProjectNews::Recent(recent) => self.show_recent(&recent),
                ProjectNews::Opened(opened) => self.opened(*opened),
                ProjectNews::InUse(path, reports) => {
                    self.desk.fetching = false;
                    let name = file_name(&path.display().to_string()).to_owned();
                    self.desk.copy_of = Some((path, reports));
                    self.ask(Question::InUse { name });
                }
                ProjectNews::Damaged { path, fault, backup } => {
                    self.desk.fetching = false;
                    let name = file_name(&path.display().to_string()).to_owned();
                    self.desk.copy_of = Some((backup, Vec::new()));
                    self.ask(Question::Damaged { name, fault });
                }
                ProjectNews::NotOpened(notice) => {
                    self.desk.fetching = false;
                    self.notify(notice);
                }
                ProjectNews::Saved { number, path, lock, document } => {
                    self.desk.saving = None;
                    if number == self.desk.number {
                        self.saved(path, lock, *document);
                    }
                }
                ProjectNews::NotSaved(notice) => {
                    (self.desk.saving, self.desk.save_again, self.desk.next) = (None, None, None);
                    self.notify(notice);
                }
                ProjectNews::NotKept(notice) => self.notify(notice),
            }
        }
    }

    /// Whether the project differs from its file. Without a file, reports that were only looked at are no work to lose.
    fn is_unsaved(&self) -> bool {
        let project = &self.desk.project;
        if project.opening.is_some() {
            return project.autosave.is_some();
        }
        let Some(saved) = &project.saved else {
            return !self.session.history.is_empty() || project.path.is_some() || project.autosave.is_some();
        };
        let sources = self.session.sources(&self.sources, false, None);
        let same = |(a, b): (&crate::project::ProjectSource, &crate::project::ProjectSource)| {
            (a.id, a.open, &a.path, a.encoding) == (b.id, b.open, &b.path, b.encoding)
        };
        saved.history != self.session.history
            || (&saved.view.chosen, saved.view.tolerance) != (&self.view.chosen, self.view.tolerance)
            || arranged(&saved.view.table.rows) != arranged(&self.view.table.arrangement)
            || saved.embed != project.embed
            || sources.len() != saved.sources.len()
            || !sources.iter().zip(&saved.sources).all(same)
    }

    /// Whether there is work that is not saved.
    pub fn has_unsaved_work(&self) -> bool {
        self.desk.project.unsaved
    }

    /// Brings what is shown of the project up to date after a change.
    pub(super) fn note_changes(&mut self) {
        if std::mem::take(&mut self.desk.changed) {
            let unsaved = self.is_unsaved();
            self.desk.project.unsaved = unsaved;
            self.plan_autosave(unsaved);
            let status = &mut self.desk.status;
            let name = self.desk.project.path.as_deref().and_then(Path::file_stem);
            status.name =
                name.map(|name| name.to_string_lossy().into_owned()).or_else(|| self.desk.project.title.clone());
            (status.unsaved, status.embed) = (unsaved, self.desk.project.embed);
            status.orphans = self.session.orphans.values().flatten().map(|orphan| orphan.0).collect();
            let opening = self.desk.project.opening.is_some();
            let missing = self.session.missing(&self.sources).filter(|_| !opening);
            status.missing = missing
                .map(|source| MissingSource {
                    id: source.id,
                    name: source.name.clone(),
                    corrections: self.session.corrections(source.id),
                })
                .collect();
        }
        let title = self.title();
        if title != self.desk.title {
            self.ctx.send_viewport_cmd(egui::ViewportCommand::Title(title.clone()));
            self.desk.title = title;
        }
    }

    fn title(&self) -> String {
        let status = &self.desk.status;
        if status.name.is_none() && !status.unsaved {
            return self.locale.text("app-title");
        }
        let name = status.name.clone().unwrap_or_else(|| self.locale.text("project-untitled"));
        let key = if status.unsaved { "project-title-unsaved" } else { "project-title" };
        self.locale.with(key, &[("name", (&name).into())])
    }

    /// The project as its file in `folder` would hold it.
    pub(super) fn document(&self, folder: Option<&Path>) -> ProjectDocument {
        let opening = self.desk.project.opening.as_ref();
        let view = opening.map_or_else(|| settings_of(&self.view), |opening| opening.view.clone());
        ProjectDocument {
            embed: self.desk.project.embed,
            sources: self.session.sources(&self.sources, self.desk.project.embed, folder),
            view,
            history: self.session.history.clone(),
            ..ProjectDocument::default()
        }
    }

    /// Saves the project where it was saved before, else asks where.
    pub(super) fn save(&mut self) {
        match self.desk.project.path.clone() {
            Some(path) => self.save_to(path),
            None => self.ask_for_path(Purpose::Project),
        }
    }

    /// Saves the project at a path that the user chose; asks before a file is replaced that no dialog has asked about.
    pub(super) fn save_as(&mut self, path: &Path) {
        let mut path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        let complete = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case(PROJECT_EXTENSION));
        if !complete {
            path.as_mut_os_string().push(format!(".{PROJECT_EXTENSION}"));
        }
        let asked = complete && self.options.dialogs == DialogMode::Native;
        if !asked && path.exists() && self.desk.project.path.as_ref() != Some(&path) {
            let name = file_name(&path.display().to_string()).to_owned();
            self.desk.replacing = Some(path);
            self.ask(Question::Replace { name });
            return;
        }
        self.save_to(path);
    }

    /// Saves the project at `path`, on a worker.
    pub(super) fn save_to(&mut self, path: PathBuf) {
        if self.desk.saving.is_some() {
            self.desk.save_again = Some(path);
            return;
        }
        self.desk.saving = Some(path.clone());
        let (document, number) = (self.document(path.parent()), self.desk.number);
        let own = self.desk.project.path.as_ref() == Some(&path);
        self.in_background(move || {
            let arguments = || vec![("path", path.display().to_string())];
            let lock = if own { Ok(None) } else { lock_project(&path) };
            let Ok(lock) = lock else {
                return Some(ProjectNews::NotSaved(error_notice("notice-project-in-use", arguments())));
            };
            Some(match save_project(&path, &document) {
                Ok(()) => ProjectNews::Saved { number, path, lock, document: Box::new(document) },
                Err(error) => ProjectNews::NotSaved(save_notice(&path, &error)),
            })
        });
    }

    fn saved(&mut self, path: PathBuf, lock: Option<ProjectLock>, document: ProjectDocument) {
        let project = &mut self.desk.project;
        if project.path.as_ref() != Some(&path) {
            project.lock = lock;
            project.path = Some(path.clone());
        }
        project.saved = Some(document);
        project.end_autosave();
        self.desk.changed = true;
        self.note_changes();
        let arguments = vec![("path", path.display().to_string())];
        self.notify(Notice { kind: NoticeKind::Done, key: "notice-project-saved".to_owned(), arguments });
        self.remember(path);
        if let Some(path) = self.desk.save_again.take() {
            self.save_to(path);
        } else if let Some(next) = self.desk.next.take() {
            // What was done while it was saved is asked about again.
            self.when_saved(next);
        }
    }

    /// Does `next` once there is no unsaved work.
    pub(super) fn when_saved(&mut self, next: Next) {
        let waits = self.desk.saving.is_some();
        if !self.desk.project.unsaved && !waits {
            self.proceed(next);
            return;
        }
        self.desk.next = Some(next);
        if !waits {
            self.ask(Question::Unsaved { name: self.desk.status.name.clone() });
        }
    }

    /// Leaves the project behind; what was kept of its unsaved work is no longer needed.
    pub(super) fn proceed(&mut self, next: Next) {
        match next {
            Next::Quit => {
                self.desk.project.end_autosave();
                self.desk.leaving = true;
                self.ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            Next::New => self.replace_project(Project::default(), Session::default()),
            Next::Open(path, reports) => self.fetch(path, reports, false),
        }
    }

    /// Puts everything away and another project in its place.
    pub(super) fn replace_project(&mut self, project: Project, session: Session) {
        self.stop_batches();
        self.close_all();
        self.desk.project.end_autosave();
        self.view.chosen = [None, None];
        self.session = session;
        self.desk.project = project;
        self.desk.number += 1;
        self.desk.changed = true;
    }

    /// Carries out the answer to the open question.
    pub(super) fn answer(&mut self, answer: Answer) {
        let question = self.dialog.take();
        self.dialog = self.desk.interrupted.take();
        match (question, answer) {
            (Some(Dialog::Question(Question::Unsaved { .. })), Answer::Save) => self.save(),
            (Some(Dialog::Question(Question::Unsaved { .. })), Answer::DontSave) => {
                self.dialog = None;
                if let Some(next) = self.desk.next.take() {
                    self.proceed(next);
                }
            }
            (
                Some(Dialog::Question(Question::InUse { .. } | Question::Damaged { .. })),
                Answer::OpenCopy | Answer::OpenBackup,
            ) => {
                if let Some((path, reports)) = self.desk.copy_of.take() {
                    self.fetch(path, reports, true);
                }
            }
            (Some(Dialog::Question(Question::Replace { .. })), Answer::Replace) => {
                if let Some(path) = self.desk.replacing.take() {
                    self.save_to(path);
                }
            }
            (Some(Dialog::Question(Question::Recover { .. })), Answer::Recover) => self.recover(),
            (Some(Dialog::Question(Question::Recover { .. })), Answer::Discard) => {
                if let Some(leftover) = self.desk.offered.take() {
                    leftover.autosave.end();
                }
            }
            (other, _) => self.dialog = other,
        }
    }

    /// Gives the open dialog up.
    pub(super) fn close_dialog(&mut self) {
        match self.dialog.take() {
            Some(Dialog::Question(question)) => {
                self.dialog = self.desk.interrupted.take();
                match question {
                    Question::Unsaved { .. } | Question::Replace { .. } => self.desk.next = None,
                    Question::InUse { .. } | Question::Damaged { .. } => self.desk.copy_of = None,
                    // Its file stays for the next start.
                    Question::Recover { .. } => self.desk.offered = None,
                }
            }
            Some(Dialog::SaveProject { .. }) => self.desk.next = None,
            _ => self.picture = None,
        }
    }

    /// Lays a question over whatever dialog is open.
    pub(super) fn ask(&mut self, question: Question) {
        match self.dialog.take() {
            Some(Dialog::Question(_)) | None => {}
            open => self.desk.interrupted = open,
        }
        self.show_dialog(Dialog::Question(question));
    }

    /// Puts `path` on top of the list of recent projects.
    pub(super) fn remember(&mut self, path: PathBuf) {
        self.change_recent(move |settings| remember_project(settings, &path));
    }

    /// Takes `path` off the list of recent projects.
    pub(super) fn forget(&mut self, path: PathBuf) {
        self.change_recent(move |settings| forget_project(settings, &path));
    }

    fn change_recent(&mut self, change: impl FnOnce(&Path) -> Result<(), crate::project::SaveError> + Send + 'static) {
        let Some(settings) = self.options.settings.clone() else { return };
        self.in_background(move || {
            if let Err(error) = change(&settings) {
                log::warn!("{error}");
            }
            Some(ProjectNews::Recent(recent_projects(&settings)))
        });
    }

    pub(super) fn show_recent(&mut self, recent: &[RecentProject]) {
        let entry =
            |project: &RecentProject| RecentEntry { path: project.path.display().to_string(), there: project.there };
        self.desk.status.recent = recent.iter().map(entry).collect();
    }

    /// The name that a new project's file is offered under: both counties.
    pub(super) fn project_name(&self) -> String {
        let name = self.desk.status.name.clone();
        let name = name.unwrap_or_else(|| {
            Path::new(&self.picture_name()).file_stem().unwrap_or_default().to_string_lossy().into_owned()
        });
        format!("{name}.{PROJECT_EXTENSION}")
    }

    /// Whether a project is being read or saved.
    pub(super) fn is_at_desk(&self) -> bool {
        self.desk.fetching || self.desk.saving.is_some() || self.desk.project.opening.is_some()
    }
}

/// What a person has done to the rows that is work to lose: pinned, hidden and moved ones.
fn arranged(rows: &Arrangement) -> (&[Subject], &BTreeSet<Subject>, &[Subject]) {
    (&rows.pinned, &rows.hidden, &rows.moved)
}

/// What to tell of a save that failed.
pub(super) fn save_notice(path: &Path, error: &SaveProjectError) -> Notice {
    let path = path.display().to_string();
    match error {
        SaveProjectError::Save(error) => {
            error_notice("error-save", vec![("path", path), ("reason", error.source.to_string())])
        }
        SaveProjectError::WouldDestroy { .. } => error_notice("error-project-would-destroy", vec![("name", path)]),
        SaveProjectError::Json { source, .. } => {
            error_notice("error-other", vec![("name", path), ("reason", source.to_string())])
        }
    }
}
