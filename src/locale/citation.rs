//! A figure cited: as a sentence with its source, and its article as a reference in BibTeX and by GB/T 7714.

use std::fmt::Write as _;

use super::{Language, Locale};
use crate::codelist::Codelists;
use crate::compare::observation;
use crate::model::{Article, Bound, Form, Instant, Observation, ObservationRef, Origin, PeriodBasis, Report, Status};

/// More authors than this are 等.
const MOST_AUTHORS: usize = 3;
/// Digits of the source's hash in a BibTeX key.
const KEY_DIGITS: usize = 8;

/// How a figure is cited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CitationStyle {
    /// `中阳县2017年底贫困发生率0.7%（《吕梁日报》，2018年8月8日，第1版）`.
    Sentence,
    /// The article as an entry of a BibTeX file.
    BibTex,
    /// The article as GB/T 7714-2015 has it, a newspaper's being `[N]`.
    GbT7714,
}

impl CitationStyle {
    /// All, in menu order.
    pub const ALL: [Self; 3] = [Self::Sentence, Self::BibTex, Self::GbT7714];
}

/// What is cited.
#[derive(Debug, Clone, Copy)]
pub struct Cited<'a> {
    /// The figure.
    pub figure: &'a Observation,
    /// Its article.
    pub article: Option<&'a Article>,
    /// The file that it was read from.
    pub origin: &'a Origin,
}

impl<'a> Cited<'a> {
    /// The figure that `at` points to.
    pub fn of(reports: &'a [Report], at: ObservationRef) -> Option<Self> {
        let report = reports.get(at.report)?;
        let figure = observation(reports, at)?;
        Some(Self { figure, article: report.articles.get(figure.article), origin: &report.origin })
    }
}

impl Locale {
    /// The citation of a figure. A reference needs a newspaper and a headline: `None` where the page does not tell them.
    /// A sentence can always be made; where nothing else is known, its source is the file.
    pub fn citation(&self, codelists: &Codelists, style: CitationStyle, cited: &Cited<'_>) -> Option<String> {
        let reference = || Reference::of(cited.article?);
        match style {
            CitationStyle::Sentence => Some(self.cited_sentence(codelists, cited)),
            CitationStyle::BibTex => reference().map(|found| found.bibtex(&key_of(cited))),
            CitationStyle::GbT7714 => reference().map(|found| found.gb_t_7714()),
        }
    }

    fn cited_sentence(&self, codelists: &Codelists, cited: &Cited<'_>) -> String {
        let claim = self.claim(cited.figure, &self.subject_of(codelists, cited.figure));
        let source = self.source(cited);
        self.with("citation-sentence", &[("claim", (&claim).into()), ("source", (&source).into())])
    }

    /// `中阳县2017年底贫困发生率0.7%`.
    fn claim(&self, figure: &Observation, name: &str) -> String {
        let area = figure.area.as_ref().map(|area| &*area.name);
        let period = figure.period.map(|period| {
            let words = self.period_of_instants(period, Self::date_of_period);
            match figure.period_basis {
                Some(PeriodBasis::Report) => self.with("period-supplied", &[("period", (&words).into())]),
                _ => words,
            }
        });
        let place = match (area, &period) {
            (Some(area), Some(period)) => {
                self.with("citation-place", &[("area", area.into()), ("period", period.into())])
            }
            (area, period) => area.or(period.as_deref()).unwrap_or_default().to_owned(),
        };
        let quantity = &figure.quantity;
        let falls = figure.form == Form::Change && quantity.value.is_sign_negative();
        let value = if figure.form == Form::Change { quantity.value.abs() } else { quantity.value };
        let mut amount = self.shown(value, &quantity.unit, false);
        if self.language().is_chinese() {
            amount.retain(|letter| letter != ' ');
        }
        let bounded = |key| self.with(key, &[("amount", (&amount).into())]);
        let value = match quantity.bound {
            Bound::Exact => amount,
            Bound::Approx => bounded("citation-approx"),
            Bound::Min => bounded("citation-min"),
            Bound::Max => bounded("citation-max"),
        };
        let rate = if matches!(&*quantity.unit, "%" | "％" | "百分点") { "yes" } else { "no" };
        let key = match figure.form {
            Form::Level => "citation-level",
            Form::Change if falls => "citation-fall",
            Form::Change => "citation-rise",
        };
        let claim = self.with(key, &[("name", name.into()), ("value", (&value).into()), ("rate", rate.into())]);
        if place.is_empty() {
            return claim;
        }
        self.with("citation-claim", &[("place", (&place).into()), ("claim", (&claim).into())])
    }

    /// What stands in the brackets: that it is an aim or was corrected, and where it was read.
    fn source(&self, Cited { figure, article, origin, .. }: &Cited<'_>) -> String {
        let aim = (figure.status == Status::Target).then(|| self.text("mark-target"));
        let corrected = figure
            .review
            .original
            .as_ref()
            .map(|_| self.with("citation-corrected", &[("written", (&*figure.quantity.as_written).into())]));
        let told = |key, name, text: &str| self.with(key, &[(name, text.into())]);
        let mut parts = Vec::new();
        if let Some(article) = article {
            parts.extend(article.newspaper.as_deref().map(|paper| told("citation-newspaper", "name", paper)));
            parts.extend(article.date.map(|date| self.date(date)));
            parts.extend(article.page.as_deref().map(|page| told("citation-page", "page", page)));
            let title = Some(article.title.trim()).filter(|title| !title.is_empty());
            parts.extend(title.map(|title| told("citation-headline", "title", title)));
        }
        if article.is_none_or(|article| article.newspaper.is_none()) {
            parts.push(file_name(&origin.path).to_owned());
        }
        let source = parts.join(&self.text("citation-comma"));
        let all: Vec<String> = aim.into_iter().chain(corrected).chain([source]).collect();
        all.join(&self.text("review-separator"))
    }

    /// An instant of a period in prose: a December without a day is the end of its year.
    fn date_of_period(&self, at: Instant) -> String {
        match at {
            Instant { month: Some(12), day: None, year } => {
                self.with("period-year-end", &[("year", (&year.to_string()).into())])
            }
            at => self.date(at),
        }
    }

    /// A date in prose: `2018年8月8日`, `2018年8月`, `2018年`; in English as ISO 8601 has it.
    fn date(&self, at: Instant) -> String {
        let digits = if self.language() == Language::English { 2 } else { 1 };
        let number = |part: Option<u8>| part.map(|part| format!("{part:0digits$}")).unwrap_or_default();
        let (year, month, day) = (at.year.to_string(), number(at.month), number(at.day));
        let key = match (at.month, at.day) {
            (None, _) => "citation-year",
            (Some(_), None) => "citation-month",
            (Some(_), Some(_)) => "citation-day",
        };
        self.with(key, &[("year", (&year).into()), ("month", (&month).into()), ("day", (&day).into())])
    }
}

/// The last part of a path, of any system.
pub(crate) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// A newspaper's article, as far as it is known.
struct Reference<'a> {
    title: &'a str,
    newspaper: &'a str,
    authors: Vec<&'a str>,
    date: Option<Instant>,
    page: Option<&'a str>,
}

impl<'a> Reference<'a> {
    fn of(article: &'a Article) -> Option<Self> {
        let title = Some(article.title.trim()).filter(|title| !title.is_empty())?;
        let newspaper = article.newspaper.as_deref()?;
        let authors = article.author.as_deref().unwrap_or_default().split_whitespace().collect();
        Some(Self { title, newspaper, authors, date: article.date, page: article.page.as_deref() })
    }

    /// `李正印. 全县贫困发生率降至0.73%[N]. 吕梁日报, 2019-03-01(1).` (GB/T 7714-2015, 4.4 and 8).
    fn gb_t_7714(&self) -> String {
        let mut out = self.authors.iter().take(MOST_AUTHORS).copied().collect::<Vec<_>>().join(", ");
        if self.authors.len() > MOST_AUTHORS {
            out.push_str(", 等");
        }
        if !out.is_empty() {
            out.push_str(". ");
        }
        // Writing to a String cannot fail.
        let _ = write!(out, "{}[N]. {}", self.title, self.newspaper);
        if let Some(date) = self.date {
            let _ = write!(out, ", {date}");
        }
        if let Some(page) = self.page {
            let _ = write!(out, "({page})");
        }
        out.push('.');
        out
    }

    /// An entry that plain BibTeX and biblatex both read.
    fn bibtex(&self, key: &str) -> String {
        let mut out = format!("@article{{{key},\n");
        let mut field = |name: &str, value: &str| {
            let _ = writeln!(out, "  {name} = {{{value}}},");
        };
        if !self.authors.is_empty() {
            field("author", &self.authors.iter().map(|name| in_tex(name)).collect::<Vec<_>>().join(" and "));
        }
        // Braces within keep the case of Latin letters.
        field("title", &format!("{{{}}}", in_tex(self.title)));
        field("journal", &in_tex(self.newspaper));
        if let Some(date) = self.date {
            field("year", &date.year.to_string());
            if let Some(month) = date.month {
                field("month", &month.to_string());
            }
            field("date", &date.to_string());
        }
        if let Some(page) = self.page {
            field("pages", &in_tex(page));
        }
        field("entrysubtype", "newspaper");
        field("langid", "chinese");
        out.push_str("}\n");
        out
    }
}

/// The same for all figures of an article, whoever makes it.
fn key_of(cited: &Cited<'_>) -> String {
    let hash: String = cited.origin.sha256.chars().take(KEY_DIGITS).collect();
    format!("report-{hash}-{}", cited.figure.article + 1)
}

/// Text in which TeX finds no command.
fn in_tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '{' | '}' | '%' | '&' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(letter);
            }
            letter if letter.is_control() => out.push(' '),
            letter => out.push(letter),
        }
    }
    out
}
