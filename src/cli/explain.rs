//! `countylens extract --explain`: each figure in its sentence, and why it was read so, for a person.

use std::borrow::Borrow;
use std::io::{self, Write};

use crate::locale::{Language, Locale};
use crate::model::{Area, Form, IndicatorId, Observation, Report, Status};

/// Writes a block of plain text for every figure of `reports`.
pub(super) fn write<R: Borrow<Report>>(reports: impl IntoIterator<Item = R>, out: &mut impl Write) -> io::Result<()> {
    let locale = Locale::new(Language::English);
    for report in reports {
        let report = report.borrow();
        let origin = &report.origin;
        writeln!(out, "{}  {} ({})", origin.path, origin.encoding, origin.encoding_confidence.as_str())?;
        for observation in &report.observations {
            let title = report.articles.get(observation.article).map_or("", |article| article.title.as_str());
            writeln!(out, "\n{}  {title}", observation.id)?;
            block(observation, &locale, out)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn block(observation: &Observation, locale: &Locale, out: &mut impl Write) -> io::Result<()> {
    let quantity = &observation.quantity;
    let [area_by, period_by, indicator_by, status_by, form_by, bound_by] = locale.reasons(observation);
    let area = observation.area.as_ref().map_or_else(|| "none".to_owned(), named);
    let period = observation.period.map_or_else(|| "none".to_owned(), |period| period.to_string());
    let indicator = observation.indicator.as_ref().map_or("none", IndicatorId::as_str);
    let status = if observation.status == Status::Target { "target" } else { "actual" };
    let form = if observation.form == Form::Change { "change" } else { "level" };
    writeln!(out, "    {}", marked(observation))?;
    writeln!(out, "    value      {} {}, written {}", quantity.value, quantity.unit, quantity.as_written)?;
    let rows = [
        ("area", area.as_str(), area_by),
        ("period", period.as_str(), period_by),
        ("indicator", indicator, indicator_by),
        ("status", status, status_by),
        ("form", form, form_by),
        ("bound", quantity.bound.as_str(), bound_by),
    ];
    for (name, value, reason) in rows {
        // A reason that only repeats the value says nothing.
        let reason =
            if reason == value || reason == format!("a {value}") { String::new() } else { format!(": {reason}") };
        writeln!(out, "    {name:<10} {value}{reason}")?;
    }
    Ok(())
}

fn named(area: &Area) -> String {
    let code = area.code.map(|code| format!(" {code}")).unwrap_or_default();
    format!("{} ({}{code})", area.name, area.level.as_str())
}

/// The sentence with the figure in 【】.
pub(super) fn marked(observation: &Observation) -> String {
    let evidence = &observation.evidence;
    let mut out = String::new();
    for (at, ch) in evidence.sentence.chars().enumerate() {
        if at == evidence.figure.end {
            out.push('】');
        }
        if at == evidence.figure.start {
            out.push('【');
        }
        out.push(ch);
    }
    if evidence.figure.end >= evidence.sentence.chars().count() {
        out.push('】');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codelist::Codelists;

    #[test]
    fn every_figure_is_marked_and_explained() {
        let text = "临县地处山区。2018年底，全县贫困发生率约8.27%，比上年下降5.2个百分点，力争2019年降到1%以下。";
        let report = crate::pipeline::read(text.as_bytes(), "a.txt", Codelists::builtin()).unwrap();
        let mut out = Vec::new();
        write(&[report], &mut out).unwrap();
        let out = String::from_utf8(out).unwrap();
        for expected in [
            "约【8.27%】，",
            "下降【5.2个百分点】，",
            "降到【1%】以下",
            "period     2018-12: the sentence says “2018年底”",
            "status     target: “力争” before it makes it an aim",
            "form       change: “下降” makes it the amount of a change",
            "bound      approx: “约”",
            "bound      max: “以下”",
            "临县 (county 141124)",
        ] {
            assert!(out.contains(expected), "{expected} is missing in\n{out}");
        }
    }
}
