//! Files that the app saves: the comparison, all figures, the history of corrections; and citations for the clipboard.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use egui::Context;

use super::CountyLensApp;
use super::dialogs::Purpose;
use super::picture::PictureNews;
use super::worker::error_notice;
use crate::audit;
use crate::codelist::Codelists;
use crate::compare::{Comparison, Side};
use crate::export::{ComparisonSheet, ExportFormat, Figures, sdmx_structure, sdmx_structure_path, write_history};
use crate::locale::{CitationStyle, Cited, Language, Locale};
use crate::model::{Report, SourceId, SourceText};
use crate::project::{SaveError, save_atomically};
use crate::review::History;
use crate::ui::{ExportTable, Notice, NoticeKind};

/// What a worker needs to write a table, apart from the window.
struct Export {
    table: ExportTable,
    format: ExportFormat,
    path: PathBuf,
    reports: Arc<Vec<Report>>,
    texts: Vec<SourceText>,
    comparison: Comparison,
    history: History,
    /// How the sources of the history are called.
    names: BTreeMap<SourceId, String>,
    codelists: &'static Codelists,
    language: Language,
}

impl Export {
    fn bytes(&self) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        // Figures are plain in files, whatever units the window shows.
        let locale = Locale::new(self.language);
        // The window may still be at it.
        let derived = audit::derived(&self.reports, self.codelists);
        let figures = Figures {
            reports: &self.reports,
            texts: &self.texts,
            derived: &derived,
            history: Some((&self.history, &self.names)),
            codelists: self.codelists,
            locale: &locale,
        };
        match self.table {
            ExportTable::Comparison => {
                let sheet = ComparisonSheet { comparison: &self.comparison, figures };
                sheet.write(self.format, &mut out)?;
            }
            ExportTable::Figures => figures.write(self.format, &mut out)?,
            ExportTable::History => {
                let name = |source| self.names.get(&source).cloned().unwrap_or_default();
                write_history(&self.history, name, &mut out)?;
            }
        }
        Ok(out)
    }

    fn save(&self) -> Result<(), SaveError> {
        let failed = |source| SaveError { path: self.path.clone(), source };
        save_atomically(&self.path, &self.bytes().map_err(failed)?)?;
        if self.format == ExportFormat::Sdmx {
            save_atomically(&sdmx_structure_path(&self.path), sdmx_structure().as_bytes())?;
        }
        Ok(())
    }
}

impl CountyLensApp {
    /// Asks where a table shall go.
    pub(super) fn ask_where(&mut self, table: ExportTable, format: ExportFormat) {
        if table != ExportTable::History {
            self.export_format = format;
        }
        self.ask_for_path(Purpose::Export(table, format));
    }

    /// Writes a table to `path`, on a worker. A name that tells a format has its way; else that of `format` is added.
    pub(super) fn export_to(&mut self, table: ExportTable, format: ExportFormat, mut path: PathBuf) {
        let told = ExportFormat::of_path(&path).filter(|_| table != ExportTable::History);
        if told.is_none() && (table != ExportTable::History || path.extension().is_none()) {
            path.as_mut_os_string().push(".");
            path.as_mut_os_string().push(format.extension());
        }
        let names = self.sources.iter().zip(self.reports.iter());
        let export = Export {
            table,
            format: told.unwrap_or(format),
            path,
            reports: self.reports.clone(),
            texts: self.texts.clone(),
            comparison: self.comparison.clone(),
            history: self.session.history.clone(),
            names: names.map(|(source, report)| (source.id, report.origin.path.clone())).collect(),
            codelists: self.options.codelists,
            language: self.locale.language(),
        };
        let (news, wake) = (self.picture_sender.clone(), self.ctx.clone());
        let spawned = thread::Builder::new().name("export".to_owned()).spawn(move || {
            let notice = match export.save() {
                Ok(()) => {
                    let arguments = vec![("path", export.path.display().to_string())];
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

    /// A name for the table.
    pub(super) fn table_name(&self, table: ExportTable, format: ExportFormat) -> String {
        let name = match table {
            ExportTable::History => self.locale.text("command-show-history"),
            ExportTable::Figures => self.locale.text("export-figures-name"),
            ExportTable::Comparison => {
                let area = |side| Some(self.comparison.profile(side)?.area.name.to_string());
                let areas: Vec<String> = Side::BOTH.into_iter().filter_map(area).collect();
                if areas.is_empty() { self.locale.text("export-comparison-name") } else { areas.join("-") }
            }
        };
        format!("{name}.{}", format.extension())
    }

    /// Puts the citation of the selected figure on the clipboard, where it can be made.
    pub(super) fn cite(&self, style: CitationStyle, ctx: &Context) {
        let cited = self.view.selection.and_then(|at| Cited::of(&self.reports, at));
        let text = cited.and_then(|cited| self.locale.citation(self.options.codelists, style, &cited));
        if let Some(text) = text {
            ctx.copy_text(text);
        }
    }
}
