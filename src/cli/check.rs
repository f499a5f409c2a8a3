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
    let written = if arguments.json {
        write_json(&reports, &checks, &mut out)
    } else {
        write(&reports, &checks, &Locale::new(Language::of_system()), &mut out)
    };
    super::exit(written.and_then(|()| out.flush()), failed)
}

fn write_json(reports: &[Report], checks: &[Check], out: &mut impl Write) -> io::Result<()> {
    let reports = reports.iter().map(|report| report.origin.path.as_str()).collect();
    serde_json::to_writer_pretty(&mut *out, &Document { schema: 1, reports, checks })?;
    out.write_all(b"\n")
}

fn write(reports: &[Report], checks: &[Check], locale: &Locale, out: &mut impl Write) -> io::Result<()> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codelist::Codelists;
    use crate::pipeline;

    fn checked(text: &str) -> (Vec<Report>, Vec<Check>) {
        let reports = vec![pipeline::read(text.as_bytes(), "a.txt", Codelists::builtin()).unwrap()];
        let checks = audit::checks(&reports, Codelists::builtin());
        (reports, checks)
    }

    #[test]
    fn a_check_is_told_in_both_languages_with_its_sentence() {
        let (reports, checks) =
            checked("中阳县2018年工作报告。\n全县完成造林86.43万亩，其中退耕还林57.5万亩，其他造林29.93万亩。");
        for (language, expected) in [
            (
                Language::Chinese,
                ["不符：原文少 1 万亩  分项与合计", "57.5万亩 + 29.93万亩 = 87.43 万亩；原文为86.43万亩"],
            ),
            (
                Language::English,
                [
                    "stated 10,000 mu too little  Parts and whole",
                    "575,000 mu + 299,300 mu = 874,300 mu; stated: 864,300 mu",
                ],
            ),
        ] {
            let mut out = Vec::new();
            write(&reports, &checks, &Locale::new(language), &mut out).unwrap();
            let out = String::from_utf8(out).unwrap();
            for part in expected.into_iter().chain(["其中退耕还林【57.5万亩】"]) {
                assert!(out.contains(part), "{part} is missing in\n{out}");
            }
        }
    }

    #[test]
    fn json_has_the_terms_and_what_rounding_allows() {
        let (reports, checks) =
            checked("中阳县2018年工作报告。\n376个行政村集体经济全部破零，5万元以上215个，占比57.2%。");
        let mut out = Vec::new();
        write_json(&reports, &checks, &mut out).unwrap();
        let document: serde_json::Value = serde_json::from_slice(&out).unwrap();
        let check = &document["checks"][0];
        assert_eq!((&check["kind"], &check["verdict"]), (&"share".into(), &"agrees".into()));
        assert_eq!(check["left"][1]["role"], "whole");
        assert_eq!(check["left"][1]["at"]["report"], 0);
        assert_eq!(check["stated"], "57.2");
        // 57.18 less a tenth that a writer may have cut off, and half a tenth more.
        assert_eq!(
            (&check["tolerance"]["low"], &check["tolerance"]["high"]),
            (&"57.080851".into(), &"57.230851".into())
        );
    }
}
