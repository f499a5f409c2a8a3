//! A figure's facts in words, and what a correction changed of them.

use super::Locale;
use crate::codelist::Codelists;
use crate::model::{Bound, Facts, Form, IndicatorId, Observation, Quantity, Status};

/// How a fact is put in words.
type Words = fn(&Locale, &Codelists, &Facts) -> String;

/// One fact before and after a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FactChange {
    /// What kind of fact.
    pub label: String,
    /// As it was.
    pub from: String,
    /// As it is.
    pub to: String,
}

impl Locale {
    /// The catalogue's name of the indicator with `id`; the id where it has none.
    pub fn indicator_name(&self, codelists: &Codelists, id: &IndicatorId) -> String {
        codelists.indicator(id).map_or_else(|| id.to_string(), |indicator| self.indicator(indicator).to_owned())
    }

    /// What a figure measures: its indicator, else the report's words for it.
    pub fn subject_of(&self, codelists: &Codelists, figure: &Observation) -> String {
        let name = |id| self.indicator_name(codelists, id);
        figure.indicator.as_ref().map_or_else(|| figure.label.to_string(), name)
    }

    /// The facts that differ.
    pub fn changes(&self, codelists: &Codelists, from: &Facts, to: &Facts) -> Vec<FactChange> {
        let facts: [(&str, Words); 6] = [
            ("evidence-area", |locale, _, facts| locale.area_of(facts)),
            ("evidence-indicator", Self::indicator_of),
            ("correct-value", |locale, _, facts| locale.value_of(facts)),
            ("evidence-time", |locale, _, facts| locale.period(facts.period)),
            ("evidence-status", |locale, _, facts| locale.text(status_key(facts.status))),
            ("evidence-kind", |locale, _, facts| locale.text(form_key(facts.form))),
        ];
        let change = |(key, words): (&str, Words)| {
            let (from, to) = (words(self, codelists, from), words(self, codelists, to));
            (from != to).then(|| FactChange { label: self.text(key), from, to })
        };
        facts.into_iter().filter_map(change).collect()
    }

    /// The original beside a corrected figure: what differs from it, `原读 0.7% · 2017年底`.
    pub fn original(&self, codelists: &Codelists, figure: &Observation) -> Option<String> {
        let original = figure.review.original.as_deref()?;
        let changes = self.changes(codelists, original, &Facts::of(figure));
        let mut parts: Vec<String> = changes.into_iter().map(|change| change.from).collect();
        if parts.is_empty() {
            parts.push(self.value_of(original));
        }
        Some(self.with("review-original", &[("facts", (&parts.join(" · ")).into())]))
    }

    /// All facts in one line: `贫困发生率 · 中阳县 · 2017年底 · 0.7%`.
    pub fn facts(&self, codelists: &Codelists, facts: &Facts) -> String {
        let [indicator, area] = [self.indicator_of(codelists, facts), self.area_of(facts)];
        [indicator, area, self.period(facts.period), self.value_of(facts)].join(" · ")
    }

    fn area_of(&self, facts: &Facts) -> String {
        let Some(area) = &facts.area else { return self.text("evidence-no-area") };
        area.code.map_or_else(|| area.name.to_string(), |code| format!("{} {code}", area.name))
    }

    fn indicator_of(&self, codelists: &Codelists, facts: &Facts) -> String {
        match &facts.indicator {
            Some(id) => self.indicator_name(codelists, id),
            None if facts.label.is_empty() => self.text("evidence-no-indicator"),
            None => facts.label.to_string(),
        }
    }

    fn value_of(&self, facts: &Facts) -> String {
        let Facts { value, unit, bound, .. } = facts;
        self.quantity(&Quantity { value: *value, unit: unit.clone(), bound: *bound, as_written: "".into() })
    }
}

/// The name of result or aim.
pub fn status_key(status: Status) -> &'static str {
    match status {
        Status::Actual => "mark-actual",
        Status::Target => "mark-target",
    }
}

/// The name of level or change.
pub fn form_key(form: Form) -> &'static str {
    match form {
        Form::Level => "evidence-level",
        Form::Change => "evidence-change",
    }
}

/// The name of a bound.
pub fn bound_key(bound: Bound) -> &'static str {
    match bound {
        Bound::Exact => "evidence-bound-exact",
        Bound::Approx => "evidence-bound-approx",
        Bound::Min => "evidence-bound-min",
        Bound::Max => "evidence-bound-max",
    }
}
