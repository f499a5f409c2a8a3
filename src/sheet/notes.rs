//! The notes of a sheet: what its marks mean, those that occur and no others.

use rust_decimal::Decimal;

use super::source::SheetSource;
use super::words::{Mark, TableWords};
use crate::model::{Bound, Status};

/// The notes, one after the other in a paragraph without a sign.
pub(super) fn notes(source: &SheetSource<'_>, words: &TableWords) -> Vec<[String; 2]> {
    let mut marks = words.marks.clone();
    // What only the plot shows is explained too.
    let points = || source.trends.charts.iter().flat_map(|chart| &chart.series).flat_map(|series| &series.points);
    marks.extend(points().any(|point| point.status == Status::Target).then_some(Mark::Target));
    marks.extend(points().any(|point| point.bound == Bound::Approx).then_some(Mark::Approx));
    marks.extend(points().any(|point| matches!(point.bound, Bound::Min | Bound::Max)).then_some(Mark::Limit));
    let plotted = source.trends.charts.iter().flat_map(|chart| &chart.derived);
    let index = |value| source.derived.iter().position(|derived| derived == value);
    marks.extend(plotted.filter_map(|(_, derived)| index(derived)).map(Mark::Derived));
    let mut notes: Vec<String> = marks.iter().map(|mark| note(source, *mark)).collect();
    notes.dedup();
    notes.extend(thresholds(source));
    if words.left_out > 0 {
        notes.push(source.locale.with("sheet-note-left-out", &[("count", words.left_out.into())]));
    }
    if notes.is_empty() {
        return Vec::new();
    }
    vec![[String::new(), notes.join(if source.is_chinese() { "" } else { " " })]]
}

fn note(source: &SheetSource<'_>, mark: Mark) -> String {
    source.text(match mark {
        Mark::Number => "sheet-note-number",
        Mark::Target => "sheet-note-target",
        Mark::Approx => "sheet-note-approx",
        Mark::Limit => "sheet-note-limit",
        Mark::Change => "sheet-note-change",
        Mark::Corrected => "sheet-note-corrected",
        Mark::Added => "sheet-note-added",
        Mark::Supplied => "sheet-note-supplied",
        Mark::Conflicting => "sheet-note-conflicting",
        Mark::NotStated => "sheet-note-not-stated",
        Mark::OtherYears => "sheet-note-other-years",
        Mark::OnlyChange => "sheet-note-only-change",
        Mark::OnlyTarget => "sheet-note-only-target",
        Mark::Incomparable => "sheet-note-incomparable",
        Mark::Derived(index) => {
            let Some(derived) = source.derived.get(index) else { return String::new() };
            let terms = source.locale.derivation(derived);
            let arguments = [("area", (&*derived.area.name).into()), ("terms", (&terms).into())];
            return source.locale.with("sheet-note-derived", &arguments);
        }
    })
}

/// The exit lines that the plot shows.
fn thresholds(source: &SheetSource<'_>) -> Vec<String> {
    let rules = &source.codelists.exit;
    let is_drawn = source.trends.charts.iter().any(|chart| {
        chart.indicator == rules.indicator
            && (!chart.derived.is_empty() || chart.series.iter().any(|series| !series.points.is_empty()))
    });
    if !is_drawn {
        return Vec::new();
    }
    let mut lines: Vec<Decimal> = source.trends.counties.iter().filter_map(|county| county.threshold).collect();
    lines.sort_unstable();
    lines.dedup();
    let note = |percent: &Decimal| {
        let percent = source.locale.amount(*percent, "%");
        let arguments = [("percent", (&percent).into()), ("source", (&rules.source).into())];
        source.locale.with("sheet-note-threshold", &arguments)
    };
    lines.iter().map(note).collect()
}
