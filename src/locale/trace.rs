//! Why a figure was read as it was, in words for a person.

use super::Locale;
use crate::model::{Decision, Observation};

impl Locale {
    /// What chose the area, the period, the indicator, the status, the form and the bound, in this order.
    pub fn reasons(&self, observation: &Observation) -> [String; 6] {
        let by = |key: fn(&str) -> Option<&'static str>, decision: &Decision| {
            self.reason(key(decision.rule), decision.rule, &decision.words)
        };
        let Observation { trace, rule, label, .. } = observation;
        [
            by(area_key, &trace.area),
            by(period_key, &trace.period),
            self.reason(indicator_key(rule), rule, label),
            by(status_key, &trace.status),
            by(form_key, &trace.form),
            by(bound_key, &trace.bound),
        ]
    }

    /// The text with `key`; the rule's own name where there is none.
    fn reason(&self, key: Option<&str>, rule: &str, words: &str) -> String {
        let arguments = [("words", words.into()), ("rule", rule.into())];
        key.map_or_else(|| rule.to_owned(), |key| self.with(key, &arguments))
    }
}

fn area_key(rule: &str) -> Option<&'static str> {
    Some(match rule {
        "behind" => "trace-area-behind",
        "clause" => "trace-area-clause",
        "sentence" => "trace-area-sentence",
        "paragraph" => "trace-area-paragraph",
        "section" => "trace-area-section",
        "respectively" => "trace-area-respectively",
        "speaker" => "trace-area-speaker",
        "person" => "trace-area-person",
        "family" => "trace-area-family",
        "one-of-several" => "trace-area-one-of-several",
        "helper" => "trace-area-helper",
        "spent-on" => "trace-area-spent-on",
        "standard" => "trace-area-standard",
        "no-sentence" => "trace-area-no-sentence",
        _ => return None,
    })
}

fn period_key(rule: &str) -> Option<&'static str> {
    Some(match rule {
        "stated" => "trace-period-stated",
        "carried" => "trace-period-carried",
        "heading" => "trace-period-heading",
        "report" => "trace-period-report",
        "none" => "trace-period-none",
        _ => return None,
    })
}

fn indicator_key(rule: &str) -> Option<&'static str> {
    Some(match rule {
        "unfiled:no-reading" => "trace-indicator-unread",
        "unfiled:per-unit" => "trace-indicator-per",
        "unfiled:part-of-whole" => "trace-indicator-part",
        "unfiled:threshold" => "trace-indicator-threshold",
        "told-again" => "trace-indicator-again",
        other if other.contains('#') => "trace-indicator-reading",
        _ => return None,
    })
}

fn status_key(rule: &str) -> Option<&'static str> {
    Some(match rule {
        "told" => "trace-status-told",
        "remaining" => "trace-status-remaining",
        "aim-before" => "trace-status-aim-before",
        "aim-behind" => "trace-status-aim-behind",
        "standard" => "trace-status-standard",
        "ahead" => "trace-status-ahead",
        "plan" => "trace-status-plan",
        "plan-heading" => "trace-status-plan-heading",
        _ => return None,
    })
}

fn form_key(rule: &str) -> Option<&'static str> {
    Some(match rule {
        "level" => "trace-form-level",
        "change" => "trace-form-change",
        _ => return None,
    })
}

fn bound_key(rule: &str) -> Option<&'static str> {
    Some(match rule {
        "exact" => "trace-bound-exact",
        "before" | "behind" | "within" => "trace-bound-words",
        _ => return None,
    })
}
