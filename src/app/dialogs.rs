//! Asks for paths: with the system's dialogs on a thread of their own, else with a field in the window.

use std::future::Future;
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use super::CountyLensApp;
use super::worker::{Placement, error_notice};
use crate::ui::Dialog;

/// An answer that comes faster than any person is no answer: on Linux without a desktop portal and without zenity the
/// dialog returns at once, as if it had been cancelled.
const FASTER_THAN_A_PERSON: Duration = Duration::from_millis(100);
/// File name extensions offered first.
const TEXT_EXTENSIONS: [&str; 4] = ["txt", "text", "md", "csv"];

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
            }),
            self.locale.text("dialog-filter-text"),
            self.locale.text("dialog-filter-all"),
        );
        let dialog = rfd::AsyncFileDialog::new().set_title(title);
        let (answers, wake) = (self.answer_sender.clone(), self.ctx.clone());
        let answer: Box<dyn FnOnce() -> Answer + Send> = match purpose {
            Purpose::Open => {
                let future = dialog.add_filter(filter, &TEXT_EXTENSIONS).add_filter(all, &["*"]).pick_files();
                Box::new(move || {
                    let paths = |files: Vec<rfd::FileHandle>| files.iter().map(|f| f.path().to_path_buf()).collect();
                    timed(purpose, || wait_for(future).map(paths), |files| Answer::Open(files.unwrap_or_default()))
                })
            }
            Purpose::Save => {
                let future = dialog.add_filter("PNG", &["png"]).set_file_name(self.picture_name()).save_file();
                Box::new(move || timed(purpose, || wait_for(future).map(|f| f.path().to_path_buf()), Answer::Save))
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
                Answer::Open(files) => self.load_files(files, Placement::Any),
                Answer::Save(Some(path)) => self.save_picture_to(path),
                Answer::Save(None) => self.picture = None,
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
            Purpose::Save => {
                let folder = std::env::current_dir().unwrap_or_default();
                Dialog::SavePath { text: folder.join(self.picture_name()).display().to_string() }
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
            Some(Dialog::Paste { text }) => self.load_text(&text),
            Some(Dialog::OpenPaths { text }) => {
                let files: Vec<_> =
                    text.lines().map(str::trim).filter(|line| !line.is_empty()).map(PathBuf::from).collect();
                if files.is_empty() {
                    self.notify(error_notice("notice-path-empty", Vec::new()));
                }
                self.load_files(files, Placement::Any);
            }
            Some(Dialog::SavePath { text }) if text.trim().is_empty() => {
                self.notify(error_notice("notice-path-empty", Vec::new()));
            }
            Some(Dialog::SavePath { text }) => self.save_picture_to(PathBuf::from(text.trim())),
            Some(Dialog::Correct(form)) => self.confirm_correction(form),
            Some(Dialog::Reject { reason }) => self.reject(&reason),
            Some(Dialog::About) | None => {}
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
