//! The JSON contract of `extract`, schema 1. Fields are only ever added; a change of meaning raises the number.

use std::io::{self, Write};

use serde::Serialize;

use crate::model::{
    Area, Article, Bound, Diagnostic, Form, IndicatorId, Observation, Origin, Period, PeriodBasis, Report, Span,
    Status, Trace,
};

#[derive(Serialize)]
struct Document<'a> {
    schema: u8,
    reports: Vec<ReportJson<'a>>,
}

#[derive(Serialize)]
struct ReportJson<'a> {
    source: &'a Origin,
    articles: &'a [Article],
    observations: Vec<ObservationJson<'a>>,
    diagnostics: &'a [Diagnostic],
}

#[derive(Serialize)]
struct ObservationJson<'a> {
    id: usize,
    article: usize,
    area: Option<&'a Area>,
    indicator: Option<&'a str>,
    label: &'a str,
    /// A decimal string: JSON numbers are doubles to most readers.
    value: String,
    unit: &'a str,
    as_written: &'a str,
    period: Option<Period>,
    period_basis: Option<PeriodBasis>,
    status: Status,
    form: Form,
    bound: Bound,
    rule: &'a str,
    trace: &'a Trace,
    sentence: &'a str,
    span: Span,
}

/// Writes `reports` as one JSON document, indented, with a line feed at the end.
pub fn write_json(reports: &[Report], out: &mut impl Write) -> io::Result<()> {
    let document = Document {
        schema: 1,
        reports: reports
            .iter()
            .map(|report| ReportJson {
                source: &report.origin,
                articles: &report.articles,
                observations: report.observations.iter().map(observation).collect(),
                diagnostics: &report.diagnostics,
            })
            .collect(),
    };
    serde_json::to_writer_pretty(&mut *out, &document)?;
    out.write_all(b"\n")
}

fn observation(observation: &Observation) -> ObservationJson<'_> {
    ObservationJson {
        id: observation.id,
        article: observation.article,
        area: observation.area.as_ref(),
        indicator: observation.indicator.as_ref().map(IndicatorId::as_str),
        label: &observation.label,
        value: observation.quantity.value.to_string(),
        unit: &observation.quantity.unit,
        as_written: &observation.quantity.as_written,
        period: observation.period,
        period_basis: observation.period_basis,
        status: observation.status,
        form: observation.form,
        bound: observation.quantity.bound,
        rule: &observation.rule,
        trace: &observation.trace,
        sentence: &observation.evidence.sentence,
        span: observation.evidence.span,
    }
}
