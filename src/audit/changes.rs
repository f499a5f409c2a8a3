//! From, change and to: 由900元提高到1000元，增加100元; 贫困发生率由15.83%下降到1.37%，下降14.46个百分点.

use rust_decimal::Decimal;

use super::reckon::{Use, hold};
use super::sentence::{Figure, Sentence};
use crate::codelist::{Codelists, LinkKind};
use crate::model::{Check, CheckKind, Form, Operator, Role};

/// Punctuation between a level and the change that goes with it.
const JOINS: [char; 5] = ['，', ',', '、', '（', '('];

/// The changes of a sentence.
pub(super) fn checks(sentence: &Sentence<'_>, codelists: &Codelists, out: &mut Vec<Check>) {
    for three in sentence.figures.windows(3) {
        let [from, second, third] = three else { continue };
        if !starts(from, codelists) {
            continue;
        }
        let found = if arrives(second, false, codelists) && is_change(third, codelists) {
            check(from, third, second)
        } else if is_change(second, codelists) && arrives(third, true, codelists) {
            check(from, second, third)
        } else {
            None
        };
        out.extend(found);
    }
}

/// 由900元.
fn starts(figure: &Figure<'_>, codelists: &Codelists) -> bool {
    let words = &codelists.audit.change.from;
    figure.observation.form == Form::Level && words.iter().any(|word| figure.clause.contains(word.as_str()))
}

/// 提高到1000元; where a clause may end before it, 达到1000元 too.
fn arrives(figure: &Figure<'_>, own_clause: bool, codelists: &Codelists) -> bool {
    let words = &codelists.audit.change.arrive;
    let lead = if own_clause { figure.lead.trim_start_matches(JOINS) } else { figure.lead };
    let whole = !lead.contains(JOINS) && !lead.contains(['；', '。']);
    whole && figure.observation.form == Form::Level && words.iter().any(|word| lead.contains(word.as_str()))
}

/// 增加100元, and no word that makes it a change of another kind (年均, 同比).
fn is_change(figure: &Figure<'_>, codelists: &Codelists) -> bool {
    let words = &codelists.audit.change;
    let mut lead = figure.lead.trim_start_matches(JOINS);
    if figure.observation.form != Form::Change || words.not.iter().any(|word| lead.contains(word.as_str())) {
        return false;
    }
    while let Some(rest) = words.adverbs.iter().find_map(|adverb| lead.strip_prefix(adverb.as_str())) {
        lead = rest;
    }
    let link = codelists.cues.links.strip_prefix(lead);
    link.is_some_and(|(rest, kind)| rest.is_empty() && matches!(kind, LinkKind::Fall | LinkKind::Rise))
}

fn check(from: &Figure<'_>, change: &Figure<'_>, to: &Figure<'_>) -> Option<Check> {
    if from.kind != to.kind {
        return None;
    }
    let unit = &to.observation.quantity.unit;
    let (by, of) = (&*change.observation.quantity.unit, &**unit);
    let start = Use::of(Operator::Plus, Role::From, from);
    let arrival = Use::of(Operator::Plus, Role::To, to);
    let moved = Use::of(Operator::Plus, Role::Change, change);
    let points = || hold(CheckKind::FromTo, &[start, moved], &[arrival], unit, Decimal::ZERO);
    let growth = || {
        let back = Use::of(Operator::Minus, Role::From, from);
        let over = Use::of(Operator::Over, Role::From, from);
        hold(CheckKind::FromTo, &[arrival, back, over], &[moved], "%", Decimal::ZERO)
    };
    match (of, by) {
        ("%", "百分点") => points(),
        // 由20%提高到30%，提高10% is written for points, and may be meant as growth: it has to be wrong as both.
        ("%", "%") => points().filter(|check| !check.differs()),
        (_, "%") => growth(),
        _ if change.kind == to.kind => points(),
        _ => None,
    }
}
