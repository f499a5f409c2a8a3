//! Facts and their review in words: states, marks, what was changed from what to what.

use super::ViewContext;
use crate::model::{Bound, Facts, Form, Observation, Quantity, Review, ReviewState, Status};

/// How a fact is put in words.
type Words = fn(&ViewContext<'_>, &Facts) -> String;

/// One fact before and after a correction.
pub(super) struct Change {
    /// What kind of fact.
    pub(super) label: String,
    pub(super) from: String,
    pub(super) to: String,
}

/// A state's name.
pub(super) fn state_key(state: ReviewState) -> &'static str {
    match state {
        ReviewState::Unreviewed => "review-unreviewed",
        ReviewState::Accepted => "review-accepted",
        ReviewState::Corrected => "review-corrected",
        ReviewState::Rejected => "review-rejected",
    }
}

/// A state's name; a figure that a person added is named so.
pub(super) fn state_text(context: &ViewContext<'_>, review: &Review) -> String {
    let by_hand = review.added && review.state != ReviewState::Rejected;
    context.text(if by_hand { "review-added" } else { state_key(review.state) })
}

/// A sign for what was made of a figure; empty where nobody has looked at it. All are in the embedded fonts.
pub(super) fn state_sign(review: &Review) -> &'static str {
    match review.state {
        ReviewState::Rejected => "×",
        _ if review.added => "✚",
        ReviewState::Unreviewed => "",
        ReviewState::Accepted => "✓",
        ReviewState::Corrected => "※",
    }
}

/// What a figure measures: its indicator, else the report's words for it.
pub(super) fn subject_of(context: &ViewContext<'_>, figure: &Observation) -> String {
    figure.indicator.as_ref().map_or_else(|| figure.label.to_string(), |id| context.indicator_name(id))
}

/// The original beside a corrected figure: what differs from it, `0.7% · 2017年底`.
pub(super) fn original_of(context: &ViewContext<'_>, figure: &Observation) -> Option<String> {
    let original = figure.review.original.as_deref()?;
    let parts: Vec<String> =
        changes(context, original, &Facts::of(figure)).into_iter().map(|change| change.from).collect();
    let parts = if parts.is_empty() { vec![value_of(context, original)] } else { parts };
    Some(context.locale.with("review-original", &[("facts", (&parts.join(" · ")).into())]))
}

/// The facts that differ, in words.
pub(super) fn changes(context: &ViewContext<'_>, from: &Facts, to: &Facts) -> Vec<Change> {
    let facts: [(&str, Words); 6] = [
        ("evidence-area", area_of),
        ("evidence-indicator", indicator_of),
        ("correct-value", value_of),
        ("evidence-time", |context, facts| context.locale.period(facts.period)),
        ("evidence-status", |context, facts| context.text(status_key(facts.status))),
        ("evidence-kind", |context, facts| context.text(form_key(facts.form))),
    ];
    let change = |(key, words): (&str, Words)| {
        let (from, to) = (words(context, from), words(context, to));
        (from != to).then(|| Change { label: context.text(key), from, to })
    };
    facts.into_iter().filter_map(change).collect()
}

/// All facts in one line: `贫困发生率 · 中阳县 · 2017年底 · 0.7%`.
pub(super) fn all_of(context: &ViewContext<'_>, facts: &Facts) -> String {
    let period = context.locale.period(facts.period);
    [indicator_of(context, facts), area_of(context, facts), period, value_of(context, facts)].join(" · ")
}

fn area_of(context: &ViewContext<'_>, facts: &Facts) -> String {
    let Some(area) = &facts.area else { return context.text("evidence-no-area") };
    area.code.map_or_else(|| area.name.to_string(), |code| format!("{} {code}", area.name))
}

fn indicator_of(context: &ViewContext<'_>, facts: &Facts) -> String {
    match &facts.indicator {
        Some(id) => context.indicator_name(id),
        None if facts.label.is_empty() => context.text("evidence-no-indicator"),
        None => facts.label.to_string(),
    }
}

fn value_of(context: &ViewContext<'_>, facts: &Facts) -> String {
    let Facts { value, unit, bound, .. } = facts;
    context.locale.quantity(&Quantity { value: *value, unit: unit.clone(), bound: *bound, as_written: "".into() })
}

/// The name of result or aim.
pub(super) fn status_key(status: Status) -> &'static str {
    match status {
        Status::Actual => "mark-actual",
        Status::Target => "mark-target",
    }
}

/// The name of level or change.
pub(super) fn form_key(form: Form) -> &'static str {
    match form {
        Form::Level => "evidence-level",
        Form::Change => "evidence-change",
    }
}

/// The name of a bound.
pub(super) fn bound_key(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "evidence-bound-exact",
        Bound::Approx => "evidence-bound-approx",
        Bound::Min => "evidence-bound-min",
        Bound::Max => "evidence-bound-max",
    }
}
