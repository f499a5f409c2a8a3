//! The JSON contract of `extract`, schema 1. Fields are only ever added; a change of meaning raises the number.

use std::borrow::Borrow;
use std::cell::Cell;
use std::io::{self, Write};

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::indented::Indented;
use crate::model::{
    Area, Bound, Decision, Form, IndicatorId, Observation, Period, PeriodBasis, Report, Review, Span, Status,
};

#[derive(Serialize)]
struct Document<S> {
    schema: u8,
    reports: S,
}

/// Items that are made one by one while they are written, so that never all of them are held. Written once.
struct Each<I>(Cell<Option<I>>);

impl<I: IntoIterator<Item: Serialize>> Each<I> {
    fn new(items: I) -> Self {
        Self(Cell::new(Some(items)))
    }
}

impl<I: IntoIterator<Item: Serialize>> Serialize for Each<I> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.take().into_iter().flatten())
    }
}

struct ReportJson<R>(R);

impl<R: Borrow<Report>> Serialize for ReportJson<R> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Report { origin, articles, observations, diagnostics, .. } = self.0.borrow();
        let mut fields = serializer.serialize_struct("report", 4)?;
        fields.serialize_field("source", origin)?;
        fields.serialize_field("articles", articles)?;
        fields.serialize_field("observations", &Each::new(observations.iter().map(observation)))?;
        fields.serialize_field("diagnostics", diagnostics)?;
        fields.end()
    }
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
    sentence: &'a str,
    span: Span,
    trace: TraceJson<'a>,
    /// Only where a person has looked at the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<&'a Review>,
}

#[derive(Serialize)]
struct TraceJson<'a> {
    area: &'a Decision,
    period: &'a Decision,
    indicator: FiledJson<'a>,
    status: &'a Decision,
    form: &'a Decision,
    bound: &'a Decision,
}

/// What chose the indicator, or left it open.
#[derive(Serialize)]
struct FiledJson<'a> {
    rule: &'a str,
    words: &'a str,
}

/// Writes `reports` as one JSON document, indented, with a line feed at the end; each as soon as the iterator has it.
pub fn write_json<R: Borrow<Report>>(reports: impl IntoIterator<Item = R>, out: &mut impl Write) -> io::Result<()> {
    let document = Document { schema: 1, reports: Each::new(reports.into_iter().map(ReportJson)) };
    document.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, Indented::default()))?;
    out.write_all(b"\n")
}

fn observation(observation: &Observation) -> ObservationJson<'_> {
    let words = if observation.indicator.is_some() { &*observation.label } else { "" };
    let trace = &observation.trace;
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
        sentence: &observation.evidence.sentence,
        span: observation.evidence.span,
        trace: TraceJson {
            area: &trace.area,
            period: &trace.period,
            indicator: FiledJson { rule: &observation.rule, words },
            status: &trace.status,
            form: &trace.form,
            bound: &trace.bound,
        },
        review: (observation.review != Review::default()).then_some(&observation.review),
    }
}
