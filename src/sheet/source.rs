//! What a sheet is made of, and which of the sources it cites have which number.

use super::chart::PlotSource;
use crate::codelist::Codelists;
use crate::compare::{ArrangedLine, Comparison, ObservationRef, Trends, observation};
use crate::locale::Locale;
use crate::model::{Derived, Report};

/// What a sheet is made of.
#[derive(Clone, Copy)]
pub struct SheetSource<'a> {
    /// The comparison.
    pub comparison: &'a Comparison,
    /// What its plot shows.
    pub trends: &'a Trends,
    /// The reports that both are made of.
    pub reports: &'a [Report],
    /// The catalogue.
    pub codelists: &'a Codelists,
    /// Values derived from the reports' figures.
    pub derived: &'a [Derived],
    /// The rows to show, in their order.
    pub lines: &'a [ArrangedLine],
    /// The language, and the units of figures.
    pub locale: &'a Locale,
}

impl<'a> SheetSource<'a> {
    pub(super) fn plot(&self) -> PlotSource<'a> {
        let Self { trends, reports, codelists, locale, .. } = *self;
        PlotSource { trends, reports, codelists, locale }
    }

    pub(super) fn text(&self, key: &str) -> String {
        self.locale.text(key)
    }

    pub(super) fn is_chinese(&self) -> bool {
        self.locale.language().is_chinese()
    }
}

/// The articles that a sheet cites, in the order in which it first does.
#[derive(Debug, Default)]
pub(super) struct Sources {
    /// Index of the report, and of the article in it.
    cited: Vec<(usize, usize)>,
}

impl Sources {
    /// The number of the article that states `at`, from 1.
    pub(super) fn number(&mut self, reports: &[Report], at: ObservationRef) -> usize {
        let article = observation(reports, at).map_or(0, |figure| figure.article);
        let key = (at.report, article);
        let known = self.cited.iter().position(|cited| *cited == key);
        known.unwrap_or_else(|| {
            self.cited.push(key);
            self.cited.len() - 1
        }) + 1
    }

    /// Each cited article in words: number, title, paper, date, page, file.
    pub(super) fn entries(&self, source: &SheetSource<'_>) -> Vec<[String; 2]> {
        let mut entries = Vec::new();
        for (index, (report, article)) in self.cited.iter().enumerate() {
            let Some(report) = source.reports.get(*report) else { continue };
            let article = report.articles.get(*article);
            let title = article.map(|article| article.title.trim()).filter(|title| !title.is_empty());
            let file = report.origin.path.rsplit(['/', '\\']).next().unwrap_or(&report.origin.path);
            let with = |key: &str, name: &str, words: &str| source.locale.with(key, &[(name, words.into())]);
            let parts = [
                title.map(|title| with("sheet-source-title", "title", title)),
                article.and_then(|article| article.newspaper.clone()),
                article.and_then(|article| article.date).map(|date| date.to_string()),
                article.and_then(|article| article.page.as_deref()).map(|page| with("sheet-source-page", "page", page)),
                Some(with("sheet-source-file", "file", file)),
            ];
            let words: Vec<String> = parts.into_iter().flatten().collect();
            entries.push([circled(index + 1), words.join(if source.is_chinese() { "，" } else { ", " })]);
        }
        entries
    }
}

/// A number in a circle, up to 50; beyond, in brackets.
pub(super) fn circled(number: usize) -> String {
    let first = match number {
        1..=20 => 0x2460 - 1,
        21..=35 => 0x3251 - 21,
        36..=50 => 0x32b1 - 36,
        _ => return format!("[{number}]"),
    };
    let sign = u32::try_from(first + number).ok().and_then(char::from_u32);
    sign.map_or_else(|| format!("[{number}]"), String::from)
}

#[cfg(test)]
mod tests {
    use super::circled;

    #[test]
    fn numbers_stand_in_circles_up_to_fifty() {
        assert_eq!([1, 20, 21, 35, 36, 50, 51].map(circled), ["①", "⑳", "㉑", "㉟", "㊱", "㊿", "[51]"]);
    }
}
