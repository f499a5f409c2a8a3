//! Tables that the app saves: the history of corrections, and the figures with what a person made of them.

use std::io;
use std::path::PathBuf;
use std::thread;

use super::CountyLensApp;
use super::picture::PictureNews;
use super::worker::error_notice;
use crate::export::{write_history, write_reviewed_csv};
use crate::model::SourceId;
use crate::project::save_atomically;
use crate::ui::{ExportTable, Notice, NoticeKind};

impl CountyLensApp {
    /// Writes a table to `path`, on a worker. A missing extension is added.
    pub(super) fn export_to(&mut self, table: ExportTable, mut path: PathBuf) {
        if path.extension().is_none() {
            path.as_mut_os_string().push(".csv");
        }
        let mut bytes = Vec::new();
        if let Err(error) = self.write_table(table, &mut bytes) {
            let arguments = vec![("path", path.display().to_string()), ("reason", error.to_string())];
            self.notify(error_notice("error-save", arguments));
            return;
        }
        let (news, wake) = (self.picture_sender.clone(), self.ctx.clone());
        let spawned = thread::Builder::new().name("export".to_owned()).spawn(move || {
            let notice = match save_atomically(&path, &bytes) {
                Ok(()) => {
                    let arguments = vec![("path", path.display().to_string())];
                    Notice { kind: NoticeKind::Done, key: "notice-exported".to_owned(), arguments }
                }
                Err(error) => {
                    let (path, reason) = (error.path.display().to_string(), error.source.to_string());
                    error_notice("error-save", vec![("path", path), ("reason", reason)])
                }
            };
            if news.send(PictureNews::Ended(notice)).is_ok() {
                wake.request_repaint();
            }
        });
        if let Err(error) = spawned {
            self.notify(error_notice("notice-dialog-failed", vec![("reason", error.to_string())]));
        }
    }

    fn write_table(&self, table: ExportTable, out: &mut Vec<u8>) -> io::Result<()> {
        match table {
            ExportTable::Figures => write_reviewed_csv(self.reports.as_slice(), out),
            ExportTable::History => {
                let path = |source: SourceId| {
                    let loaded = self.sources.iter().zip(self.reports.iter()).find(|(loaded, _)| loaded.id == source);
                    loaded.map_or_else(String::new, |(_, report)| report.origin.path.clone())
                };
                write_history(&self.session.history, path, out)
            }
        }
    }

    /// A name for the table.
    pub(super) fn table_name(&self, table: ExportTable) -> String {
        let name = self.locale.text(match table {
            ExportTable::History => "command-show-history",
            ExportTable::Figures => "export-figures-name",
        });
        format!("{name}.csv")
    }
}
