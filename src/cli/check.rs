//! `countylens check`: whether the figures of reports fit each other, with the arithmetic and the sentences.

use std::io::{self, Write};
use std::process::ExitCode;

use serde::Serialize;

use super::explain::marked;
use super::{CheckArguments, extract};
use crate::audit;
use crate::compare::observation;
use crate::locale::{Language, Locale};
use crate::model::{Check, Report};

#[derive(Serialize)]
struct Document<'a> {
    schema: u8,
    reports: Vec<&'a str>,
    checks: &'a [Check],
}

pub(super) fn run(arguments: &CheckArguments) -> ExitCode {
    let codelists = super::codelists();
    let (reports, failed) = extract::read_reports(&arguments.files, codelists, arguments.encoding);
    let checks = audit::checks(&reports, codelists);
    let mut out = io::BufWriter::new(io::stdout().lock());
    let written =
        if arguments.json { write_json(&reports, &checks, &mut out) } else { write(&reports, &checks, &mut out) };
    super::exit(written.and_then(|()| out.flush()), failed)
}

fn write_json(reports: &[Report], checks: &[Check], out: &mut impl Write) -> io::Result<()> {
    let reports = reports.iter().map(|report| report.origin.path.as_str()).collect();
    serde_json::to_writer_pretty(&mut *out, &Document { schema: 1, reports, checks })?;
    out.write_all(b"\n")
}

fn write(reports: &[Report], checks: &[Check], out: &mut impl Write) -> io::Result<()> {
    let locale = Locale::new(Language::of_system());
    for check in checks {
        writeln!(out, "{}  {}", locale.verdict(check), locale.check_kind(check.kind))?;
        writeln!(out, "    {}", locale.arithmetic(check))?;
        let mut last = None;
        for at in check.figures() {
            let (Some(report), Some(figure)) = (reports.get(at.report), observation(reports, at)) else { continue };
            let sentence = (at.report, figure.evidence.sentence_span);
            // A sentence is shown once, with the first of its figures marked.
            if last != Some(sentence) {
                writeln!(out, "    {} {}: {}", report.origin.path, at.id, marked(figure))?;
            }
            last = Some(sentence);
        }
        writeln!(out)?;
    }
    writeln!(out, "{}", locale.check_summary(checks))
}
