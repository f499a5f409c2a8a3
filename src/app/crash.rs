//! Keeps a report when the program breaks. It stays on this machine; the next start says where it is.

use std::backtrace::Backtrace;
use std::panic::{self, PanicHookInfo};
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::CountyLensApp;
use crate::project::{keep_crash_report, untold_crash_reports};
use crate::ui::{Notice, NoticeKind};

/// From now on a panic, in whatever thread, leaves a report in `folder`, and is printed as before.
pub fn keep_crash_reports(folder: PathBuf) {
    let before = panic::take_hook();
    panic::set_hook(Box::new(move |broken| {
        keep(&folder, broken);
        before(broken);
    }));
}

fn keep(folder: &Path, broken: &PanicHookInfo<'_>) {
    let now = Timestamp::now();
    let moment = now.strftime("%Y%m%dT%H%M%S%.6fZ").to_string();
    let thread = std::thread::current().name().unwrap_or("?").to_owned();
    let report = format!(
        "县鉴 CountyLens {version} ({system} {machine})\n{now}, thread {thread}\n\n{broken}\n\n{trace}\n",
        version = env!("CARGO_PKG_VERSION"),
        system = std::env::consts::OS,
        machine = std::env::consts::ARCH,
        trace = Backtrace::force_capture(),
    );
    match keep_crash_report(folder, &moment, &report) {
        Ok(path) => log::error!("the program broke; report: {}", path.display()),
        Err(error) => log::error!("the program broke, and no report could be kept in {}: {error}", folder.display()),
    }
}

impl CountyLensApp {
    /// Says where the reports of earlier crashes are.
    pub(super) fn tell_of_crashes(&mut self) {
        for report in self.options.journal.as_deref().map(untold_crash_reports).unwrap_or_default() {
            let arguments = vec![("path", report.display().to_string())];
            self.notify(Notice { kind: NoticeKind::Note, key: "notice-crash-report".to_owned(), arguments });
        }
    }
}
