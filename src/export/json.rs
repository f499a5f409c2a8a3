//! The JSON contract of `extract`, schema 1. Fields are only ever added; a change of meaning raises the number.

use std::borrow::Borrow;
use std::io::{self, Write};

use serde::Serialize;

use super::indented::Indented;
use crate::model::{Observation, Report, Review};

/// Writes `reports` as one JSON document, indented, with a line feed at the end; each as soon as the iterator has it.
pub fn write_json<R: Borrow<Report>>(reports: impl IntoIterator<Item = R>, out: &mut impl Write) -> io::Result<()> {
    /// Written piece by piece, so that never all of a document is held.
    const PIECE: usize = 1 << 16;
    let mut piece = Vec::with_capacity(2 * PIECE);
    piece.extend(b"{\n  \"schema\": 1,\n  \"reports\": [");
    let mut any = false;
    for report in reports {
        let Report { origin, articles, observations, diagnostics, .. } = report.borrow();
        piece.extend(if any { &b",\n    {"[..] } else { b"\n    {" });
        any = true;
        piece.extend(b"\n      \"source\": ");
        indented(&mut piece, 3, origin)?;
        piece.extend(b",\n      \"articles\": ");
        indented(&mut piece, 3, articles)?;
        piece.extend(b",\n      \"observations\": [");
        for (index, one) in observations.iter().enumerate() {
            piece.extend(if index > 0 { &b",\n        {"[..] } else { b"\n        {" });
            observation(&mut piece, one)?;
            piece.extend(b"\n        }");
            if piece.len() >= PIECE {
                out.write_all(&piece)?;
                piece.clear();
            }
        }
        piece.extend(if observations.is_empty() { &b"]"[..] } else { b"\n      ]" });
        piece.extend(b",\n      \"diagnostics\": ");
        indented(&mut piece, 3, diagnostics)?;
        piece.extend(b"\n    }");
        out.write_all(&piece)?;
        piece.clear();
    }
    piece.extend(if any { &b"\n  ]\n}\n"[..] } else { b"]\n}\n" });
    out.write_all(&piece)
}

/// Writes `value` as it stands `depth` brackets deep.
fn indented(out: &mut Vec<u8>, depth: usize, value: &impl Serialize) -> io::Result<()> {
    Ok(value.serialize(&mut serde_json::Serializer::with_formatter(out, Indented::at(depth)))?)
}

/// Writes fields whose values take one line, each as a key, with what stands before it, and its value.
///
/// Figures are many and small: most of a document is keys and indents, which so are written in one piece.
macro_rules! fields {
    ($out:expr, $($lead:literal $key:literal: $value:expr),+ $(,)?) => {
        $($out.extend(concat!($lead, "\"", $key, "\": ").as_bytes()); serde_json::to_writer(&mut *$out, &$value)?;)+
    };
}

/// Writes the fields of an observation.
fn observation(out: &mut Vec<u8>, observation: &Observation) -> io::Result<()> {
    let Observation { quantity, evidence, trace, .. } = observation;
    fields!(out, "\n          " "id": observation.id, ",\n          " "article": observation.article);
    match &observation.area {
        None => out.extend(b",\n          \"area\": null"),
        Some(area) => {
            out.extend(b",\n          \"area\": {");
            fields!(
                out,
                "\n            " "name": area.name,
                ",\n            " "level": area.level,
                ",\n            " "code": area.code,
            );
            out.extend(b"\n          }");
        }
    }
    fields!(
        out,
        ",\n          " "indicator": observation.indicator,
        ",\n          " "label": observation.label,
        // A decimal string: JSON numbers are doubles to most readers.
        ",\n          " "value": quantity.value.to_string(),
        ",\n          " "unit": quantity.unit,
        ",\n          " "as_written": quantity.as_written,
        ",\n          " "period": observation.period,
        ",\n          " "period_basis": observation.period_basis,
        ",\n          " "status": observation.status,
        ",\n          " "form": observation.form,
        ",\n          " "bound": quantity.bound,
        ",\n          " "rule": observation.rule,
        ",\n          " "sentence": evidence.sentence,
    );
    out.extend(b",\n          \"span\": {");
    fields!(out, "\n            " "start": evidence.span.start, ",\n            " "end": evidence.span.end);
    out.extend(b"\n          },\n          \"trace\": {");
    // What chose the indicator, or left it open.
    let words = if observation.indicator.is_some() { &*observation.label } else { "" };
    let decisions: [(&[u8], &str, &str); 6] = [
        (b"\n            \"area\": {", trace.area.rule, &trace.area.words),
        (b",\n            \"period\": {", trace.period.rule, &trace.period.words),
        (b",\n            \"indicator\": {", &observation.rule, words),
        (b",\n            \"status\": {", trace.status.rule, &trace.status.words),
        (b",\n            \"form\": {", trace.form.rule, &trace.form.words),
        (b",\n            \"bound\": {", trace.bound.rule, &trace.bound.words),
    ];
    for (key, rule, words) in decisions {
        out.extend(key);
        fields!(out, "\n              " "rule": rule, ",\n              " "words": words);
        out.extend(b"\n            }");
    }
    out.extend(b"\n          }");
    // Only where a person has looked at the figure.
    if observation.review != Review::default() {
        out.extend(b",\n          \"review\": ");
        indented(out, 5, &observation.review)?;
    }
    Ok(())
}
