//! All figures of the loaded reports, in every format.

use std::collections::BTreeMap;
use std::io::{self, Write};

use super::{ExportFormat, workbook, write_json, write_reviewed_csv, xlsx};
use crate::codelist::Codelists;
use crate::compare::observation;
use crate::locale::{CitationStyle, Cited, Locale, file_name, status_key};
use crate::model::{Article, Derived, Form, Observation, ObservationRef, Report, SourceId, SourceText};
use crate::review::History;

/// The figures of the loaded reports, and what their writers need to put them in words.
#[derive(Clone, Copy)]
pub struct Figures<'a> {
    /// The reports.
    pub reports: &'a [Report],
    /// Their texts, in the same order; empty where none are at hand: a page then shows sentences in place of paragraphs.
    pub texts: &'a [SourceText],
    /// Values that follow from stated ones.
    pub derived: &'a [Derived],
    /// What a person changed, and how its sources are called; `None` without a history.
    pub history: Option<(&'a History, &'a BTreeMap<SourceId, String>)>,
    /// The catalogue.
    pub codelists: &'a Codelists,
    /// The language of names and notes.
    pub locale: &'a Locale,
}

/// One figure in words.
pub(super) struct WordedFigure {
    pub(super) at: ObservationRef,
    /// The place, or that none is named.
    pub(super) area: String,
    /// What it measures.
    pub(super) name: String,
    /// The figure with its marks: `○ ≤ 1%`.
    pub(super) figure: String,
    pub(super) period: String,
    /// Result, aim or change.
    pub(super) kind: String,
    /// The original beside a correction and why, or that the figure was thrown out or added; empty where nothing was done.
    pub(super) notes: String,
}

impl<'a> Figures<'a> {
    /// Writes all figures. JSON and CSV are those of [`write_json`] and [`write_reviewed_csv`].
    pub fn write(&self, format: ExportFormat, out: &mut impl Write) -> io::Result<()> {
        match format {
            ExportFormat::Json => write_json(self.reports, out),
            ExportFormat::Csv => write_reviewed_csv(self.reports, out),
            ExportFormat::Markdown => self.write_markdown(out),
            ExportFormat::Html => self.write_html(out),
            ExportFormat::Xlsx => xlsx::write(&workbook::of_figures(self), out),
            ExportFormat::Sdmx => self.write_sdmx(self.all(), self.derived, out),
        }
    }

    /// Every figure, in the order of the reports.
    pub(super) fn all(&self) -> impl Iterator<Item = ObservationRef> + use<'a> {
        let figures = |(report, own): (usize, &'a Report)| {
            own.observations.iter().map(move |figure| ObservationRef { report, id: figure.id })
        };
        self.reports.iter().enumerate().flat_map(figures)
    }

    pub(super) fn get(&self, at: ObservationRef) -> Option<&'a Observation> {
        observation(self.reports, at)
    }

    pub(super) fn article(&self, at: ObservationRef) -> Option<&'a Article> {
        self.reports.get(at.report)?.articles.get(self.get(at)?.article)
    }

    /// Headline, or file where there is none.
    pub(super) fn title(&self, at: ObservationRef) -> &'a str {
        let title = self.article(at).map(|article| article.title.trim()).filter(|title| !title.is_empty());
        title.unwrap_or_else(|| self.file(at.report))
    }

    /// Name of a report's file.
    pub(super) fn file(&self, report: usize) -> &'a str {
        self.reports.get(report).map_or("", |report| file_name(&report.origin.path))
    }

    /// Newspaper, date, page, author and file, as far as they are known: `吕梁日报 · 2018-08-08 · 第 1 版 · a.txt`.
    pub(super) fn imprint(&self, report: usize, article: Option<&Article>) -> String {
        let page = |page: &str| self.locale.with("reports-page", &[("page", page.into())]);
        let mut parts = Vec::new();
        if let Some(article) = article {
            parts.extend(article.newspaper.clone());
            parts.extend(article.date.map(|date| date.to_string()));
            parts.extend(article.page.as_deref().map(page));
            parts.extend(article.author.clone());
        }
        parts.push(self.file(report).to_owned());
        parts.join(" · ")
    }

    /// The figure cited; see [`Locale::citation`].
    pub(super) fn citation(&self, at: ObservationRef, style: CitationStyle) -> Option<String> {
        self.locale.citation(self.codelists, style, &Cited::of(self.reports, at)?)
    }

    /// Result, aim or change.
    pub(super) fn kind(&self, figure: &Observation) -> String {
        let status = self.locale.text(status_key(figure.status));
        match figure.form {
            Form::Level => status,
            Form::Change => format!("{status} · {}", self.locale.text("mark-change")),
        }
    }

    /// The original beside a correction, why, and what else a person made of it; empty where nothing was done.
    pub(super) fn notes(&self, figure: &Observation) -> String {
        let review = &figure.review;
        let state = match review.state {
            crate::model::ReviewState::Rejected => Some("review-rejected"),
            _ if review.added => Some("review-added"),
            _ => None,
        };
        let reason = review.reason.as_str();
        let why = (!reason.is_empty()).then(|| self.locale.with("review-why", &[("reason", reason.into())]));
        let parts = [state.map(|key| self.locale.text(key)), self.locale.original(self.codelists, figure), why];
        parts.into_iter().flatten().collect::<Vec<_>>().join(&self.locale.text("review-separator"))
    }

    pub(super) fn worded(&self, at: ObservationRef) -> Option<WordedFigure> {
        let figure = self.get(at)?;
        let area = figure.area.as_ref().map(|area| area.name.to_string());
        Some(WordedFigure {
            at,
            area: area.unwrap_or_else(|| self.locale.text("evidence-no-area")),
            name: self.locale.subject_of(self.codelists, figure),
            figure: self.locale.figure(figure, None),
            period: self.locale.period_of(figure),
            kind: self.kind(figure),
            notes: self.notes(figure),
        })
    }
}
