//! Averages: 291个贫困村分配3161.89万元，村均收益10.87万元.

use rust_decimal::Decimal;

use super::misprint::one_digit_apart;
use super::reckon::{Use, hold};
use super::sentence::{Figure, Sentence};
use crate::codelist::{Average, Codelists};
use crate::model::{Bound, Check, CheckKind, Form, Operator, Role, Unclear, Verdict};

/// How far before an average its total and those who share it may stand, in figures.
const REACH: usize = 3;

/// The averages of a sentence.
pub(super) fn checks(sentence: &Sentence<'_>, codelists: &Codelists, out: &mut Vec<Check>) {
    let figures = &sentence.figures;
    for (at, average) in figures.iter().enumerate() {
        let words = codelists
            .audit
            .average
            .iter()
            .find(|average_words| average_words.words.iter().any(|word| average.clause.contains(word.as_str())));
        let Some(words) = words.filter(|_| !average.lead.contains('；')) else { continue };
        if codelists.audit.other_average.iter().any(|word| average.clause.contains(word.as_str())) {
            continue;
        }
        let earlier = figures.get(at.saturating_sub(REACH)..at).unwrap_or(&[]);
        // A semicolon ends what is told of the same people.
        let start = earlier.iter().rposition(|figure| figure.lead.contains('；')).unwrap_or(0);
        out.extend(check(earlier.get(start..).unwrap_or(&[]), average, words, codelists));
    }
}

fn check(earlier: &[Figure<'_>], average: &Figure<'_>, words: &Average, codelists: &Codelists) -> Option<Check> {
    // 户均增收3000元以上 fits almost any total.
    if !matches!(average.observation.quantity.bound, Bound::Exact | Bound::Approx) {
        return None;
    }
    let total = earlier.iter().rev().find(|figure| figure.kind == average.kind && figure.adds(codelists))?;
    let shares = |figure: &&Figure<'_>| {
        let family = codelists.units.family_of(&figure.observation.quantity.unit);
        let right_thing = words.noun.is_empty()
            || figure.tail.split('，').next().is_some_and(|tail| tail.contains(words.noun.as_str()));
        family.is_some_and(|family| *family == *words.family) && right_thing && figure.adds(codelists)
    };
    let heads = earlier.iter().rev().find(shares)?;
    let left = [Use::of(Operator::Plus, Role::Total, total), Use::of(Operator::Over, Role::Base, heads)];
    let right = [Use::of(Operator::Plus, Role::Average, average)];
    let unit = &average.observation.quantity.unit;
    let mut check = hold(CheckKind::PerHead, &left, &right, unit, Decimal::ZERO)?;
    if !check.differs() {
        return Some(check);
    }
    // 增收 is seldom paid out of the total that stands beside it.
    if average.observation.form == Form::Change {
        return None;
    }
    let stated = average.observation.quantity.value;
    if !one_digit_apart(check.expected.round_dp(stated.scale()), stated, 4) {
        check.verdict = Verdict::CannotBeChecked { why: Unclear::BaseNotNamed };
    }
    Some(check)
}
