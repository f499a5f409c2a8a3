//! Asks for paths: with the system's dialogs on a thread of their own, else with a field in the window.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use super::CountyLensApp;
use super::worker::{Placement, error_notice};
use crate::model::ExportFormat;
use crate::project::PROJECT_EXTENSION;
use crate::ui::{Dialog, ExportTable};

/// An answer that comes faster than any person is no answer: on Linux without a desktop portal and without zenity the
/// dialog returns at once, as if it had been cancelled.
const FASTER_THAN_A_PERSON: Duration = Duration::from_millis(100);
/// File name extensions offered first.
const EXTENSIONS: [&str; 5] = ["txt", "text", "md", "csv", PROJECT_EXTENSION];

/// How to ask for paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DialogMode {
    /// With the system's dialogs, and with a field in the window where there are none.
    #[default]
    Native,
    /// With a field in the window.
    InApp,
}

/// What a native dialog came back with.
#[derive(Debug)]
pub(super) enum Answer {
    /// Files to open; none if the user changed their mind.
    Open(Vec<PathBuf>),
    /// Where the picture shall go.
    Save(Option<PathBuf>),
    /// Where the project shall go.
    SaveProject(Option<PathBuf>),
    /// Where a table shall go.
    Export(ExportTable, ExportFormat, Option<PathBuf>),
    /// There is no native dialog here.
    NoneToBeHad(Purpose),
}

/// What a path is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Purpose {
    /// Reports to read.
    Open,
    /// The picture.
    Save,
    /// The project.
    Project,
    /// A table.
    Export(ExportTable, ExportFormat),
}

impl CountyLensApp {
    /// Asks for a path or several, natively where that works.
    pub(super) fn ask_for_path(&mut self, purpose: Purpose) {
        if self.options.dialogs == DialogMode::InApp {
            self.open_path_field(purpose);
            return;
        }
        if self.asking {
            return;
        }
        // Made here, awaited elsewhere: some systems want dialogs to begin on the main thread.
        let (title, filter, all) = (
            self.locale.text(match purpose {
                Purpose::Open => "dialog-open-title",
                Purpose::Save => "dialog-save-title",
                Purpose::Project => "dialog-save-project-title",
                Purpose::Export(..) => "dialog-export-title",
            }),
            self.locale.text("dialog-filter-text"),
            self.locale.text("dialog-filter-all"),
        );
        let projects = self.locale.text("dialog-filter-project");
        let mut dialog = rfd::AsyncFileDialog::new().set_title(title);
        if let Some(folder) = self.settings.folder.as_deref().filter(|_| purpose != Purpose::Open) {
            dialog = dialog.set_directory(folder);
        }
        let (answers, wake) = (self.answer_sender.clone(), self.ctx.clone());
        let answer: Box<dyn FnOnce() -> Answer + Send> = match purpose {
            Purpose::Open => {
                let future = dialog.add_filter(filter, &EXTENSIONS).add_filter(all, &["*"]).pick_files();
                Box::new(move || {
                    let paths = |files: Vec<rfd::FileHandle>| files.iter().map(|f| f.path().to_path_buf()).collect();
                    timed(purpose, || wait_for(future).map(paths), |files| Answer::Open(files.unwrap_or_default()))
                })
            }
            Purpose::Save => {
                let ending = self.picture_ending();
                let future =
                    dialog.add_filter(ending.to_uppercase(), &[ending]).set_file_name(self.picture_name()).save_file();
                Box::new(move || timed(purpose, || wait_for(future).map(|f| f.path().to_path_buf()), Answer::Save))
            }
            Purpose::Project => {
                let dialog = dialog.add_filter(projects, &[PROJECT_EXTENSION]).set_file_name(self.project_name());
                let future = dialog.save_file();
                let path = |file: rfd::FileHandle| file.path().to_path_buf();
                Box::new(move || timed(purpose, || wait_for(future).map(path), Answer::SaveProject))
            }
            Purpose::Export(table, format) => {
                let ending = format.extension();
                let dialog = dialog.add_filter(ending.to_uppercase(), &[ending]);
                let future = dialog.set_file_name(self.table_name(table, format)).save_file();
                let given = move |path| Answer::Export(table, format, path);
                Box::new(move || timed(purpose, || wait_for(future).map(|f| f.path().to_path_buf()), given))
            }
        };
        let spawned = thread::Builder::new().name("dialog".to_owned()).spawn(move || {
            if answers.send(answer()).is_ok() {
                wake.request_repaint();
            }
        });
        match spawned {
            Ok(_) => self.asking = true,
            Err(error) => self.notify(error_notice("notice-dialog-failed", vec![("reason", error.to_string())])),
        }
    }

    /// Takes in what native dialogs came back with.
    pub(super) fn receive_answers(&mut self) {
        while let Ok(answer) = self.answers.try_recv() {
            self.asking = false;
            match answer {
                Answer::Open(files) => self.open_files(files, Placement::Any),
                Answer::SaveProject(Some(path)) => self.save_as(&path),
                Answer::SaveProject(None) => self.desk.next = None,
                Answer::Save(Some(path)) => self.save_picture_to(path),
                Answer::Save(None) => self.picture = None,
                Answer::Export(table, format, Some(path)) => self.export_to(table, format, path),
                Answer::Export(_, _, None) => {}
                Answer::NoneToBeHad(purpose) => {
                    // It will not be there the next time either.
                    self.options.dialogs = DialogMode::InApp;
                    self.open_path_field(purpose);
                }
            }
        }
    }

    fn open_path_field(&mut self, purpose: Purpose) {
        self.show_dialog(match purpose {
            Purpose::Open => Dialog::OpenPaths { text: String::new() },
            Purpose::Export(table, format) => {
                let text = self.folder().join(self.table_name(table, format)).display().to_string();
                Dialog::ExportPath { table, format, text }
            }
            Purpose::Save => Dialog::SavePath { text: self.folder().join(self.picture_name()).display().to_string() },
            Purpose::Project => {
                let own = self.desk.project.path.as_deref().and_then(Path::parent).map(Path::to_path_buf);
                let folder = own.unwrap_or_else(|| self.folder());
                Dialog::SaveProject { text: folder.join(self.project_name()).display().to_string() }
            }
        });
    }

    /// Lays a dialog over the window and gives it the keyboard.
    pub(super) fn show_dialog(&mut self, dialog: Dialog) {
        self.dialog = Some(dialog);
        self.view.focus_dialog = true;
    }

    /// Carries out the open dialog.
    pub(super) fn confirm_dialog(&mut self) {
        match self.dialog.take() {
            Some(Dialog::Paste { text }) => self.open_pasted(&text),
            Some(Dialog::OpenPaths { text }) => {
                let files: Vec<_> =
                    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(PathBuf::from).collect();
                if files.is_empty() {
                    self.notify(error_notice("notice-path-empty", Vec::new()));
                }
                self.open_files(files, Placement::Any);
            }
            Some(Dialog::SavePath { text } | Dialog::SaveProject { text } | Dialog::ExportPath { text, .. })
                if text.trim().is_empty() =>
            {
                self.desk.next = None;
                self.notify(error_notice("notice-path-empty", Vec::new()));
            }
            Some(Dialog::SaveProject { text }) => self.save_as(Path::new(text.trim())),
            Some(Dialog::SavePath { text }) => self.save_picture_to(PathBuf::from(text.trim())),
            Some(Dialog::Export { table, format }) => self.ask_where(table, format),
            Some(Dialog::ExportPath { table, format, text }) => {
                self.export_to(table, format, PathBuf::from(text.trim()));
            }
            Some(Dialog::Correct(form)) => self.confirm_correction(form),
            Some(Dialog::Sheet(form)) => self.confirm_sheet(form.choice),
            Some(Dialog::Reject { reason }) => self.reject(&reason),
            Some(open @ Dialog::Question(_)) => self.dialog = Some(open),
            Some(Dialog::Settings(form)) => self.confirm_settings(form),
            Some(Dialog::About | Dialog::Licences | Dialog::Palette(_) | Dialog::Shortcuts) | None => {}
        }
    }
}

fn timed<T>(purpose: Purpose, ask: impl FnOnce() -> Option<T>, answer: impl FnOnce(Option<T>) -> Answer) -> Answer {
    let start = Instant::now();
    let given = ask();
    if given.is_none() && start.elapsed() < FASTER_THAN_A_PERSON { Answer::NoneToBeHad(purpose) } else { answer(given) }
}

/// Runs `future` to its end on this thread.
fn wait_for<T>(future: impl Future<Output = T>) -> T {
    struct Unpark(Thread);
    impl Wake for Unpark {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(output) => return output,
            Poll::Pending => thread::park(),
        }
    }
}
