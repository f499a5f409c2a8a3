//! SDMX-CSV 2.0: observations by dimension, measure and attribute, and the note that describes their structure.
//!
//! The rules are those of the SDMX technical working group's field guide for SDMX-CSV 2.0 (github.com/sdmx-twg/sdmx-csv).

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::civil::Date;

use super::figures::Figures;
use crate::model::{Derived, Form, Instant, Observation, ObservationRef, Period, Status};

/// Figures with a time, and those without: a time dimension may not stay empty, so that they have a structure each.
const DATED: &str = "COUNTYLENS:DF_COUNTY_REPORTS(1.0.0)";
const UNDATED: &str = "COUNTYLENS:DF_COUNTY_REPORTS_UNDATED(1.0.0)";
/// Code of what does not apply, and of what is not known (SDMX cross-domain code lists).
const NOT_APPLICABLE: &str = "_Z";
const UNKNOWN: &str = "_U";
/// Digits of a source's hash that tell it.
const SOURCE_DIGITS: usize = 12;

/// A column: its id, what it is in the structure, and what it holds.
type Column = (&'static str, &'static str, &'static str);

const COLUMNS: [Column; 29] = [
    ("STRUCTURE", "SDMX-CSV", "always `dataflow`"),
    ("STRUCTURE_ID", "SDMX-CSV", "the dataflow: one for figures with a time, one for figures without"),
    ("ACTION", "SDMX-CSV", "always `I`, information"),
    ("SOURCE", "dimension", "the report: the first twelve hexadecimal digits of its SHA-256"),
    ("STATEMENT", "dimension", "number of the figure within its report; `D` and a number for a derived value"),
    ("REF_AREA", "dimension", "place, by its code of GB/T 2260; `_U` where the report gives none or only a name"),
    ("INDICATOR", "dimension", "id of the catalogue of indicators; `_U` for a figure outside of it"),
    ("FORM", "dimension", "`LEVEL`, or `CHANGE` for the amount by which a level moved (a fall is negative)"),
    (
        "STATUS",
        "dimension",
        "`ACTUAL`: reported as a fact; `TARGET`: an aim, plan or threshold; `DERIVED`: no report states it",
    ),
    (
        "TIME_PERIOD",
        "time dimension",
        "year, month, day, or an interval as start/duration; of an interval that is open, the end that is known",
    ),
    ("OBS_VALUE", "measure", "the number in its base unit: 万 and 亿 are applied, a per cent stays a per cent"),
    ("UNIT_MEASURE", "attribute", "base unit in the report's words"),
    ("UNIT_MULT", "attribute", "always `0`: values are in units"),
    ("DECIMALS", "attribute", "decimals of the value"),
    (
        "OBS_STATUS",
        "attribute",
        "CL_OBS_STATUS: `A` normal, `F` for targets, `E` for derived values; STATUS says it exactly",
    ),
    ("BOUND", "attribute", "`EXACT`, `APPROX` (约, 余), `MIN` (以上), `MAX` (以下)"),
    ("PERIOD", "attribute", "the time as ISO 8601 has it, open intervals too (`2014/`, `/2018-12`)"),
    (
        "PERIOD_BASIS",
        "attribute",
        "`STATED` in the sentence, `CARRIED` from an earlier one, `REPORT`: only the report's date suggests it",
    ),
    ("AREA_NAME", "attribute", "place by name"),
    ("LABEL", "attribute", "what is counted, in the report's words"),
    ("AS_WRITTEN", "attribute", "numeral and unit as the report has them; of a derived value, its arithmetic"),
    ("SENTENCE", "attribute", "the sentence that states the figure"),
    ("NEWSPAPER", "attribute", "paper, agency or site"),
    ("PUBLISHED", "attribute", "date of the article"),
    ("PAGE", "attribute", "page of the paper"),
    ("HEADLINE", "attribute", "headline of the article"),
    ("FILE", "attribute", "the file that was read"),
    ("REVIEW", "attribute", "`UNREVIEWED`, `ACCEPTED`, `CORRECTED`, `REJECTED`: what a person made of the figure"),
    ("ORIGINAL", "attribute", "what the program had read, where a person changed it"),
];

/// The note that describes the structure of the files, in Markdown.
pub fn sdmx_structure() -> String {
    let mut out = format!(
        "# SDMX structure of CountyLens figures\n\nFormat: SDMX-CSV 2.0, UTF-8, comma-separated. One row is one figure \
         that a report states, or one value derived from such figures. SOURCE and STATEMENT make every key unique: two \
         reports may state the same figure, and one report may state it twice.\n\n- `{DATED}`: all dimensions below.\n- \
         `{UNDATED}`: the same without TIME_PERIOD, for figures whose time no text tells.\n\nOBS_VALUE is never empty: \
         what a report does not state has no row.\n\n| column | role | content |\n| --- | --- | --- |\n"
    );
    for (id, role, content) in COLUMNS {
        out.extend(["| ", id, " | ", role, " | ", content, " |\n"]);
    }
    out
}

/// Where the note goes: beside `a.sdmx.csv` stands `a.sdmx.structure.md`.
pub fn sdmx_structure_path(path: &Path) -> PathBuf {
    path.with_extension("structure.md")
}

impl Figures<'_> {
    /// Writes the figures `stated` and the values `derived`. No cell is changed against spreadsheets: the file is for
    /// programs, which read text as text.
    pub(super) fn write_sdmx(
        &self,
        stated: impl Iterator<Item = ObservationRef>,
        derived: &[Derived],
        out: &mut impl Write,
    ) -> io::Result<()> {
        let mut csv = csv::Writer::from_writer(out);
        csv.write_record(COLUMNS.map(|(id, ..)| id))?;
        for at in stated {
            if let Some(figure) = self.get(at) {
                csv.write_record(self.stated_row(at, figure))?;
            }
        }
        for (number, value) in (1..).zip(derived) {
            csv.write_record(self.derived_row(number, value))?;
        }
        csv.flush()
    }

    fn stated_row(&self, at: ObservationRef, figure: &Observation) -> [String; COLUMNS.len()] {
        let (status, obs_status) = match figure.status {
            Status::Actual => ("ACTUAL", "A"),
            Status::Target => ("TARGET", "F"),
        };
        let area = figure.area.as_ref();
        let quantity = &figure.quantity;
        let indicator = figure.indicator.as_ref().map_or(UNKNOWN, |id| id.as_str());
        let form = if figure.form == Form::Change { "CHANGE" } else { "LEVEL" };
        let [structure, time] = structure_and_time(figure.period);
        let [newspaper, published, page, headline, file] = self.origin_cells(at);
        [
            "dataflow".to_owned(),
            structure,
            "I".to_owned(),
            self.source_id(at.report),
            at.id.to_string(),
            area.and_then(|area| area.code).map_or_else(|| UNKNOWN.to_owned(), |code| code.to_string()),
            indicator.to_owned(),
            form.to_owned(),
            status.to_owned(),
            time,
            quantity.value.to_string(),
            quantity.unit.to_string(),
            "0".to_owned(),
            quantity.value.scale().to_string(),
            obs_status.to_owned(),
            quantity.bound.as_str().to_uppercase(),
            figure.period.map(|period| period.to_string()).unwrap_or_default(),
            figure.period_basis.map(|basis| basis.as_str().to_uppercase()).unwrap_or_default(),
            area.map(|area| area.name.to_string()).unwrap_or_default(),
            figure.label.to_string(),
            quantity.as_written.to_string(),
            figure.evidence.sentence.to_string(),
            newspaper,
            published,
            page,
            headline,
            file,
            figure.review.state.as_str().to_uppercase(),
            self.locale.original(self.codelists, figure).unwrap_or_default(),
        ]
    }

    fn derived_row(&self, number: usize, derived: &Derived) -> [String; COLUMNS.len()] {
        let first = derived.terms.first().map(|term| term.at);
        let sentence = first.and_then(|at| self.get(at)).map(|figure| figure.evidence.sentence.to_string());
        let [structure, time] = structure_and_time(derived.period);
        let [newspaper, published, page, headline, file] =
            first.map_or_else(Default::default, |at| self.origin_cells(at));
        [
            "dataflow".to_owned(),
            structure,
            "I".to_owned(),
            first.map_or_else(|| NOT_APPLICABLE.to_owned(), |at| self.source_id(at.report)),
            format!("D{number}"),
            derived.area.code.map_or_else(|| UNKNOWN.to_owned(), |code| code.to_string()),
            derived.indicator.to_string(),
            "LEVEL".to_owned(),
            "DERIVED".to_owned(),
            time,
            derived.value.to_string(),
            derived.unit.to_string(),
            "0".to_owned(),
            derived.value.scale().to_string(),
            "E".to_owned(),
            "EXACT".to_owned(),
            derived.period.map(|period| period.to_string()).unwrap_or_default(),
            String::new(),
            derived.area.name.to_string(),
            String::new(),
            self.locale.derivation(derived),
            sentence.unwrap_or_default(),
            newspaper,
            published,
            page,
            headline,
            file,
            String::new(),
            String::new(),
        ]
    }

    fn source_id(&self, report: usize) -> String {
        let hash = self.reports.get(report).map_or("", |report| &report.origin.sha256);
        hash.chars().take(SOURCE_DIGITS).collect()
    }

    /// Newspaper, date, page, headline, file.
    fn origin_cells(&self, at: ObservationRef) -> [String; 5] {
        let article = self.article(at);
        let of = |part: Option<&String>| part.cloned().unwrap_or_default();
        [
            of(article.and_then(|article| article.newspaper.as_ref())),
            article.and_then(|article| article.date).map(|date| date.to_string()).unwrap_or_default(),
            of(article.and_then(|article| article.page.as_ref())),
            of(article.map(|article| &article.title)),
            of(self.reports.get(at.report).map(|report| &report.origin.path)),
        ]
    }
}

/// The dataflow, and the time as SDMX writes it.
fn structure_and_time(period: Option<Period>) -> [String; 2] {
    let time = period.and_then(|period| match period {
        Period::At(at) | Period::Since(at) | Period::Until(at) => Some(at.to_string()),
        Period::Between(from, to) => range(from, to),
    });
    time.map_or_else(|| [UNDATED.to_owned(), String::new()], |time| [DATED.to_owned(), time])
}

/// An SDMX time range: its first day and how long it lasts, in years or months where it is made of whole ones. `None` where
/// it ends before it begins.
fn range(from: Instant, to: Instant) -> Option<String> {
    let start = first_day(from)?;
    let after = match (to.month, to.day) {
        (None, _) | (Some(12), None) => first_day(Instant::year(to.year.checked_add(1)?))?,
        (Some(month), None) => first_day(Instant::month(to.year, month + 1)?)?,
        (Some(_), Some(_)) => first_day(to)?.tomorrow().ok()?,
    };
    if after <= start {
        return None;
    }
    let months =
        (i32::from(after.year()) - i32::from(start.year())) * 12 + i32::from(after.month()) - i32::from(start.month());
    let duration = match (start.day() == after.day() && start.day() == 1, months % 12) {
        (true, 0) => format!("P{}Y", months / 12),
        (true, _) => format!("P{months}M"),
        (false, _) => format!("P{}D", start.until(after).ok()?.get_days()),
    };
    Some(format!("{start}/{duration}"))
}

fn first_day(at: Instant) -> Option<Date> {
    let part = |part: Option<u8>| i8::try_from(part.unwrap_or(1)).ok();
    Date::new(i16::try_from(at.year).ok()?, part(at.month)?, part(at.day)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_written_as_sdmx_has_them() {
        for (period, time) in [
            ("2014", "2014"),
            ("2017-12", "2017-12"),
            ("2018-08-08", "2018-08-08"),
            ("2016/2018", "2016-01-01/P3Y"),
            ("2016-03/2016-12", "2016-03-01/P10M"),
            ("2018-02-27/2018-03-01", "2018-02-27/P3D"),
            ("2014/", "2014"),
            ("/2018-12", "2018-12"),
        ] {
            assert_eq!(structure_and_time(period.parse().ok()), [DATED.to_owned(), time.to_owned()], "{period}");
        }
        for period in [None, "2018/2016".parse().ok()] {
            assert_eq!(structure_and_time(period), [UNDATED.to_owned(), String::new()]);
        }
    }

    #[test]
    fn the_note_describes_every_column() {
        let note = sdmx_structure();
        for (id, ..) in COLUMNS {
            assert!(note.contains(&format!("| {id} |")), "{id}");
        }
    }
}
