//! Values that follow from stated ones: 贫困发生率下降30.59个百分点…8.27% was 38.86% before.

use rust_decimal::Decimal;

use super::base::same_area;
use super::counts;
use super::reckon::{Cut, Use, amount};
use super::sentence::{Figure, Sentence, sentences};
use crate::codelist::Codelists;
use crate::model::{Bound, Derived, DerivedKind, Form, Operator, Report, Role, Status};

/// All values that can be derived from `reports`, report by report: where changes began, in the order of the text, then
/// what follows from counts. The period of the former stays open: a fall says from where, not from when.
pub fn derived(reports: &[Report], codelists: &Codelists) -> Vec<Derived> {
    let mut out = Vec::new();
    for (index, report) in reports.iter().enumerate() {
        let sentences = sentences(index, report, codelists);
        for (at, sentence) in sentences.iter().enumerate() {
            let before =
                at.checked_sub(1).and_then(|last| sentences.get(last)).filter(|before| sentence.follows(before));
            let after = sentences.get(at + 1).filter(|after| after.follows(sentence));
            for (position, change) in sentence.figures.iter().enumerate() {
                if !is_plain_change(change, sentence, codelists) {
                    continue;
                }
                let (earlier, later) = sentence.figures.split_at(position);
                let own = earlier.iter().rev().chain(later);
                let others = [after, before].into_iter().flatten().flat_map(|other| &other.figures);
                let level = own.chain(others).find(|level| is_level_of(level, change));
                out.extend(level.and_then(|level| base(level, change)));
            }
        }
        counts::derived(reports, index, codelists, &mut out);
    }
    out
}

/// A change of an indicator, against an unstated time, whose start the sentence does not state.
fn is_plain_change(change: &Figure<'_>, sentence: &Sentence<'_>, codelists: &Codelists) -> bool {
    let words = &codelists.audit.change;
    let stated = |figure: &Figure<'_>| {
        figure.observation.form == Form::Level && words.from.iter().any(|word| figure.clause.contains(word.as_str()))
    };
    is_sure(change)
        && change.observation.form == Form::Change
        && !words.not.iter().any(|word| change.clause.contains(word.as_str()))
        && !sentence.figures.iter().any(stated)
}

fn is_sure(figure: &Figure<'_>) -> bool {
    let one = figure.observation;
    one.indicator.is_some()
        && one.status == Status::Actual
        && matches!(one.quantity.bound, Bound::Exact | Bound::Approx)
}

fn is_level_of(level: &Figure<'_>, change: &Figure<'_>) -> bool {
    let (one, other) = (level.observation, change.observation);
    // 下降5% of 8.27% may be meant as five points or as a twentieth.
    let fits = match (&*one.quantity.unit, &*other.quantity.unit) {
        ("%", by) => by == "百分点",
        _ => level.kind == change.kind,
    };
    is_sure(level) && one.form == Form::Level && one.indicator == other.indicator && same_area(one, other) && fits
}

fn base(level: &Figure<'_>, change: &Figure<'_>) -> Option<Derived> {
    let uses = [Use::of(Operator::Plus, Role::To, level), Use::of(Operator::Minus, Role::Change, change)];
    let unit = &level.observation.quantity.unit;
    let value = amount(&uses, Cut::Rounded, unit)?.value.normalize();
    Some(Derived {
        kind: DerivedKind::BaseOfChange,
        area: level.observation.area.clone()?,
        indicator: level.observation.indicator.clone()?,
        period: None,
        value,
        unit: unit.clone(),
        terms: uses.iter().map(Use::term).collect(),
    })
    .filter(|derived| derived.value >= Decimal::ZERO)
}
