//! Figures told again in an article without the words that say what they measure: in its headline, or in a quotation.

use std::collections::HashMap;
use std::sync::Arc;

use crate::model::{AreaLevel, Observation};

/// The rule of an indicator that a figure has from the same figure elsewhere in its article.
const AGAIN: &str = "told-again";

/// A number of fewer digits, noughts at its ends aside, may well stand for two things: 1.2万.
const DIGITS: usize = 3;

/// Files each figure that nothing else files, and that is no village's or person's, as what the very same number measures
/// where its article states it for the same county or city, if it measures but one thing there: 484 of
/// “484人的牵挂” over 未脱贫人口还有484人.
pub(super) fn file_what_is_told_again(observations: &mut [Observation]) {
    let mut alike: HashMap<(usize, String, Arc<str>), Vec<usize>> = HashMap::new();
    for (index, told) in observations.iter().enumerate() {
        let digits = told.quantity.value.mantissa().to_string();
        if digits.trim_matches(['-', '0']).len() >= DIGITS {
            let key = (told.article, told.quantity.value.to_string(), told.quantity.unit.clone());
            alike.entry(key).or_default().push(index);
        }
    }
    for indices in alike.into_values() {
        let filed = indices.iter().filter_map(|index| observations.get(*index)).filter(|it| is_total(it));
        let mut filed: Vec<_> = filed.map(|it| (it.indicator.clone(), it.area.clone(), it.form)).collect();
        filed.dedup();
        let [(indicator, area, form)] = filed.as_slice() else { continue };
        for index in indices {
            let Some(told) = observations.get_mut(index) else { continue };
            let unread = told.indicator.is_none() && &*told.rule == "unfiled:no-reading";
            if unread && told.area == *area && told.form == *form && !is_share(told) {
                told.indicator.clone_from(indicator);
                told.rule = AGAIN.into();
            }
        }
    }
}

/// Whether an observation states an indicator of a county or city.
fn is_total(told: &Observation) -> bool {
    let placed = told.area.as_ref().is_some_and(|area| matches!(area.level, AreaLevel::County | AreaLevel::City));
    told.indicator.is_some() && placed
}

/// Whether a figure says what part something is of something else: 占全市的26.6%, 完成总任务的91.2%.
fn is_share(told: &Observation) -> bool {
    let before: String = told.evidence.sentence.chars().take(told.evidence.figure.start).collect();
    let of = before.ends_with('的') && &*told.quantity.unit == "%";
    of || before.rsplit(['，', '。', '；']).next().is_some_and(|clause| clause.contains(['占', '比']))
}
