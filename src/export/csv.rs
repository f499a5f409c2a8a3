//! CSV for spreadsheets: UTF-8 with byte-order mark, one line a figure, no cell that runs as a formula.

use std::borrow::Borrow;
use std::io::{self, Write};

use rust_decimal::Decimal;

use super::review::{review_cells, review_header};
use crate::model::{Form, Report, Status};

/// Without the mark, Excel takes UTF-8 for the system's code page.
pub(super) const BYTE_ORDER_MARK: &[u8] = "\u{feff}".as_bytes();

const HEADER: [&str; 20] = [
    "path",
    "article",
    "id",
    "area",
    "level",
    "code",
    "indicator",
    "label",
    "value",
    "unit",
    "as_written",
    "period",
    "period_basis",
    "status",
    "form",
    "bound",
    "rule",
    "sentence",
    "start",
    "end",
];

/// Writes the observations of `reports`, columns as in the JSON contract.
pub fn write_csv<R: Borrow<Report>>(reports: impl IntoIterator<Item = R>, out: &mut impl Write) -> io::Result<()> {
    write(reports, false, out)
}

/// As [`write_csv`], with further columns: what a person made of each figure, and its original facts where they were
/// changed.
pub fn write_reviewed_csv<R: Borrow<Report>>(
    reports: impl IntoIterator<Item = R>,
    out: &mut impl Write,
) -> io::Result<()> {
    write(reports, true, out)
}

fn write<R: Borrow<Report>>(
    reports: impl IntoIterator<Item = R>,
    reviewed: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    out.write_all(BYTE_ORDER_MARK)?;
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(HEADER.into_iter().map(str::to_owned).chain(review_header().filter(|_| reviewed)))?;
    for report in reports {
        let report = report.borrow();
        for observation in &report.observations {
            let area = observation.area.as_ref();
            let title = report.articles.get(observation.article).map_or("", |article| article.title.as_str());
            let record = [
                safe(&report.origin.path),
                safe(title),
                observation.id.to_string(),
                safe(area.map_or("", |area| &area.name)),
                area.map_or("", |area| area.level.as_str()).to_owned(),
                area.and_then(|area| area.code).map(|code| code.to_string()).unwrap_or_default(),
                observation.indicator.as_ref().map_or("", |id| id.as_str()).to_owned(),
                safe(&observation.label),
                observation.quantity.value.to_string(),
                safe(&observation.quantity.unit),
                safe(&observation.quantity.as_written),
                observation.period.map(|period| period.to_string()).unwrap_or_default(),
                observation.period_basis.map_or("", |basis| basis.as_str()).to_owned(),
                if observation.status == Status::Target { "target" } else { "actual" }.to_owned(),
                if observation.form == Form::Change { "change" } else { "level" }.to_owned(),
                observation.quantity.bound.as_str().to_owned(),
                observation.rule.to_string(),
                safe(&observation.evidence.sentence),
                observation.evidence.span.start.to_string(),
                observation.evidence.span.end.to_string(),
            ];
            csv.write_record(record.into_iter().chain(review_cells(observation).filter(|_| reviewed)))?;
        }
    }
    csv.flush()
}

/// A text that a spreadsheet would run as a formula gets an apostrophe before it; a negative number is none.
pub(super) fn safe(text: &str) -> String {
    let dangerous = text.starts_with(['=', '+', '-', '@', '\t', '\r']) && text.parse::<Decimal>().is_err();
    if dangerous { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_do_not_run() {
        assert_eq!(safe("=1+1"), "'=1+1");
        assert_eq!(safe("-1+1"), "'-1+1");
        assert_eq!(safe("贫困村"), "贫困村");
        assert_eq!(safe("-30.59"), "-30.59");
    }
}
