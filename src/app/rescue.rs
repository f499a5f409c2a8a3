//! Keeps unsaved work aside while it is unsaved, offers what a crash has left, and lets no work go with the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use egui::{Context, ViewportCommand};
use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::CountyLensApp;
use super::opening::open_notice;
use super::project::{Next, Project, ProjectNews};
use super::sheet::PICTURE_SETTINGS;
use super::worker::error_notice;
use crate::locale::file_name;
use crate::project::{
    Autosave, Leftover, ProjectError, RecentProject, leftovers, lock_project, read_kept, recent_projects,
};
use crate::sheet::SheetChoice;
use crate::ui::{Dialog, Question};

/// What earlier windows have left in the settings folder.
pub(super) struct Beginning {
    pub(super) recent: Vec<RecentProject>,
    pub(super) leftovers: Vec<Leftover>,
    pub(super) unreadable: Vec<ProjectError>,
    pub(super) picture: Option<SheetChoice>,
}

impl CountyLensApp {
    /// Looks, on a worker, for what earlier windows have left.
    pub(super) fn look_for_leftovers(&mut self) {
        let Some(settings) = self.options.settings.clone() else { return };
        self.in_background(move || {
            let recent = recent_projects(&settings);
            let (leftovers, unreadable) = leftovers(&settings);
            let picture = read_kept(&settings, PICTURE_SETTINGS);
            Some(ProjectNews::Began(Beginning { recent, leftovers, unreadable, picture }))
        });
    }

    /// Takes in what earlier windows have left.
    pub(super) fn begin(&mut self, beginning: Beginning) {
        self.show_recent(&beginning.recent);
        self.sheet.choice = beginning.picture.unwrap_or(self.sheet.choice);
        for error in beginning.unreadable {
            let path = match &error {
                ProjectError::Damaged { path, .. } | ProjectError::Newer { path, .. } => path.clone(),
                ProjectError::Source(_) => String::new(),
            };
            self.notify(open_notice(Path::new(&path), &error));
        }
        self.desk.leftovers = beginning.leftovers;
        self.desk.leftovers.reverse();
    }

    /// Offers the next unsaved work that a crash has left, unless something else is asked.
    pub(super) fn offer_leftover(&mut self) {
        if self.dialog.is_some() || self.desk.offered.is_some() {
            return;
        }
        let Some(leftover) = self.desk.leftovers.pop() else { return };
        let name = leftover.document.unsaved_of.as_deref().map(|path| file_name(path).to_owned());
        let kept = Timestamp::try_from(leftover.kept).unwrap_or_default().to_zoned(TimeZone::system());
        let kept = kept.strftime("%Y-%m-%d %H:%M").to_string();
        let corrections = leftover.document.history.entries().iter().filter(|entry| !entry.undone).count();
        self.desk.offered = Some(leftover);
        self.show_dialog(Dialog::Question(Question::Recover { name, kept, corrections }));
    }

    /// Brings the offered work back, unsaved as it was. It stays kept aside until it is saved or given up.
    pub(super) fn recover(&mut self) {
        let Some(Leftover { document, autosave, .. }) = self.desk.offered.take() else { return };
        // Other leftovers would take its place: they are offered at the next start.
        self.desk.leftovers.clear();
        let path = document.unsaved_of.as_ref().map(PathBuf::from);
        let folder = path.as_deref().and_then(Path::parent).map(Path::to_path_buf);
        let mut project = Project { embed: document.embed, autosave: Some(Arc::new(autosave)), ..Project::default() };
        match path.as_deref().map(lock_project) {
            Some(Ok(lock)) => (project.path, project.lock) = (path, lock),
            // Another window has it: this becomes a project of its own.
            Some(Err(_)) => {
                project.title = path.as_deref().map(|path| file_name(&path.display().to_string()).to_owned());
            }
            None => {}
        }
        self.show_project(project, document, folder.as_deref(), Vec::new());
    }

    /// Unsaved work is kept aside some time after it changed; what is saved needs no keeping.
    pub(super) fn plan_autosave(&mut self, unsaved: bool) {
        if self.options.settings.is_none() || self.desk.project.opening.is_some() {
            return;
        }
        let project = &mut self.desk.project;
        if unsaved {
            project.autosave_due.get_or_insert_with(|| Instant::now() + self.options.autosave_after);
        } else {
            project.end_autosave();
        }
    }

    /// Keeps unsaved work aside, on a worker, when it is time.
    pub(super) fn autosave_when_due(&mut self, ctx: &Context) {
        let (Some(due), Some(settings)) = (self.desk.project.autosave_due, &self.options.settings) else { return };
        let left = due.saturating_duration_since(Instant::now());
        if !left.is_zero() {
            ctx.request_repaint_after(left);
            return;
        }
        let project = &mut self.desk.project;
        project.autosave_due = None;
        let autosave = Arc::clone(project.autosave.get_or_insert_with(|| Arc::new(Autosave::new(settings))));
        let mut document = self.document(None);
        document.unsaved_of = self.desk.project.path.as_ref().map(|path| path.display().to_string());
        self.in_background(move || {
            let error = autosave.keep(&document).err()?;
            Some(ProjectNews::NotKept(error_notice("notice-autosave-failed", vec![("reason", error.to_string())])))
        });
    }

    /// Asks before the window closes over unsaved work.
    pub(super) fn guard_closing(&mut self, ctx: &Context) {
        if !ctx.input(|input| input.viewport().close_requested()) || self.desk.leaving {
            return;
        }
        self.note_changes();
        self.desk.next = None;
        self.when_saved(Next::Quit);
        if !self.desk.leaving {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
    }
}
