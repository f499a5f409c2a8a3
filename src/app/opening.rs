//! Opens projects: reads the file, finds its reports again, and says what has changed or is missing.

use std::path::{Path, PathBuf};

use super::CountyLensApp;
use super::project::{Next, Project, ProjectNews};
use super::session::Session;
use super::settings::restore;
use super::worker::{Placement, Source, StoredSource, error_notice, source_notice};
use crate::locale::file_name;
use crate::model::SourceId;
use crate::project::{
    ProjectDocument, ProjectError, ProjectLock, SourceError, ViewSettings, is_backup_path, is_project_path,
    lock_project, read_project, sweep_leftovers,
};
use crate::ui::{Notice, NoticeKind};

/// A project file that was read.
pub(super) struct Opened {
    pub(super) path: PathBuf,
    pub(super) document: ProjectDocument,
    pub(super) lock: Option<ProjectLock>,
    /// It shall get a name of its own.
    pub(super) copy: bool,
    /// Reports to read besides.
    pub(super) reports: Vec<PathBuf>,
}

/// A project whose reports are being read.
pub(super) struct Opening {
    /// The batch that reads them.
    pub(super) batch: u64,
    /// What to look at once they are there.
    pub(super) view: ViewSettings,
    /// Reports to read besides.
    reports: Vec<PathBuf>,
}

impl CountyLensApp {
    /// Reads files: a project among them is opened, reports are added to it.
    pub(super) fn open_files(&mut self, files: Vec<PathBuf>, placement: Placement) {
        let (mut projects, reports): (Vec<_>, Vec<_>) = files.into_iter().partition(|file| is_project_path(file));
        if projects.is_empty() {
            self.load_files(reports, placement);
            return;
        }
        for surplus in projects.split_off(1) {
            let name = file_name(&surplus.display().to_string()).to_owned();
            self.note("notice-one-project", vec![("name", name)]);
        }
        if let Some(path) = projects.pop() {
            self.open_project(&path, reports);
        }
    }

    /// Reads pasted words, or opens the project whose path they are.
    pub(super) fn open_pasted(&mut self, text: &str) {
        let line = text.trim();
        let path = Path::new(line.strip_prefix("file://").unwrap_or(line));
        if !line.contains('\n') && is_project_path(path) && path.is_file() {
            self.open_project(path, Vec::new());
        } else {
            self.load_text(text);
        }
    }

    /// Opens the project at `path` once the work at hand is saved or given up.
    pub(super) fn open_project(&mut self, path: &Path, reports: Vec<PathBuf>) {
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_path_buf());
        if self.desk.project.path.as_ref() == Some(&path) {
            self.note("notice-already-loaded", vec![("name", file_name(&path.display().to_string()).to_owned())]);
            self.load_files(reports, Placement::Any);
            return;
        }
        self.when_saved(Next::Open(path, reports));
    }

    /// Reads the project file at `path` on a worker, as a copy without a name if so wished.
    pub(super) fn fetch(&mut self, path: PathBuf, reports: Vec<PathBuf>, copy: bool) {
        self.desk.fetching = true;
        let copy = copy || is_backup_path(&path);
        self.in_background(move || {
            // A lock on what is not there would make a file beside it.
            let lock = if copy || !path.exists() { Ok(None) } else { lock_project(&path) };
            let Ok(lock) = lock else { return Some(ProjectNews::InUse(path, reports)) };
            if lock.is_some() {
                sweep_leftovers(&path);
            }
            Some(match read_project(&path) {
                Ok(document) => ProjectNews::Opened(Box::new(Opened { path, document, lock, copy, reports })),
                Err(ProjectError::Damaged { fault, backup: Some(backup), .. }) => {
                    ProjectNews::Damaged { path, fault, backup }
                }
                Err(error) => ProjectNews::NotOpened(open_notice(&path, &error)),
            })
        });
    }

    /// Puts a project that was read in the place of the one at hand.
    pub(super) fn opened(&mut self, opened: Opened) {
        self.desk.fetching = false;
        let Opened { path, document, lock, copy, reports } = opened;
        let mut project = Project { lock, embed: document.embed, ..Project::default() };
        if copy {
            let name = file_name(&path.display().to_string()).to_owned();
            project.title = Some(self.locale.with("project-copy", &[("name", (&name).into())]));
        } else {
            project.path = Some(path.clone());
            self.remember(path.clone());
        }
        self.show_project(project, document, path.parent(), reports);
    }

    /// Shows the project that `document` describes and reads its reports; `folder` is that of its file.
    pub(super) fn show_project(
        &mut self,
        project: Project,
        document: ProjectDocument,
        folder: Option<&Path>,
        reports: Vec<PathBuf>,
    ) {
        let ProjectDocument { sources, view, history, .. } = document;
        let stored = sources.iter().filter(|source| source.open).map(|source| {
            Source::Stored(Box::new(StoredSource {
                id: source.id,
                name: source.path.clone().unwrap_or_else(|| source.name.clone()),
                files: source.candidates(folder),
                sha256: source.sha256.clone(),
                encoding: source.encoding,
                contents: source.contents.as_ref().map(|contents| contents.0.clone()),
            }))
        });
        let stored: Vec<Source> = stored.collect();
        self.replace_project(project, Session::of(history, sources));
        let batch = self.load(stored, Placement::Any);
        self.desk.project.opening = Some(Opening { batch: batch.unwrap_or_default(), view, reports });
        if batch.is_none() {
            self.finish_opening();
        }
    }

    /// The project's reports were read as far as they will be: shows what was looked at when it was saved.
    pub(super) fn finish_opening(&mut self) {
        let Some(Opening { view, reports, .. }) = self.desk.project.opening.take() else { return };
        restore(&mut self.view, view);
        self.speak(self.locale.language());
        self.recompute();
        self.view.selection = self.first_look();
        // What a crash left, or a copy, is in no file yet.
        let project = &self.desk.project;
        if project.path.is_some() && project.autosave.is_none() {
            self.desk.project.saved = Some(self.document(None));
        }
        let missing: Vec<_> =
            self.session.missing(&self.sources).map(|source| (source.id, source.name.clone())).collect();
        for (id, name) in missing {
            let count = self.session.corrections(id).to_string();
            self.notify(error_notice("notice-source-missing", vec![("name", name), ("count", count)]));
        }
        self.load_files(reports, Placement::Any);
    }

    /// Says of a source that changed how many of its corrections found their figures again.
    pub(super) fn tell_of_change(&mut self, id: SourceId, name: String) {
        let lost = self.session.orphans.get(&id).map_or(0, Vec::len);
        let found = self.session.corrections(id).saturating_sub(lost);
        let arguments = vec![("name", name), ("found", found.to_string()), ("lost", lost.to_string())];
        self.notify(Notice { kind: NoticeKind::Note, key: "notice-source-changed".to_owned(), arguments });
    }

    /// Opens a project of the list of recent ones.
    pub(super) fn open_recent(&mut self, path: &str) {
        let path = PathBuf::from(path);
        if !path.exists() {
            self.notify(source_notice(&path.display().to_string(), &SourceError::NotFound(String::new())));
            self.forget(path);
            return;
        }
        self.open_project(&path, Vec::new());
    }
}

/// What to tell of a project that could not be opened.
pub(super) fn open_notice(path: &Path, error: &ProjectError) -> Notice {
    let name = path.display().to_string();
    match error {
        ProjectError::Source(error) => source_notice(&name, error),
        ProjectError::Newer { version, .. } => {
            error_notice("error-project-newer", vec![("name", name), ("version", version.to_string())])
        }
        ProjectError::Damaged { fault, .. } => {
            error_notice("error-project-damaged", vec![("name", name), ("reason", fault.clone())])
        }
    }
}
