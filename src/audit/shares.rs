//! Shares: 376个行政村…5万元以上215个，占比57.2%.
//!
//! The part stands right before its share. The whole is a figure of the same unit before the part; where several could be
//! it, one that fits is it.

use rust_decimal::Decimal;

use super::misprint::one_digit_apart;
use super::reckon::{Use, hold};
use super::sentence::{Figure, Sentence};
use crate::codelist::Codelists;
use crate::model::{Check, CheckKind, Operator, Role, Unclear, Verdict};

/// What the words of a share say of its whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of<'a> {
    /// 占比: nothing.
    WhatStandsBefore,
    /// 占贫困户总数的: a name.
    Named(&'a str),
    /// 占总数376个的: the figure right before the share.
    Stated,
}

/// The shares of `sentences`, which follow each other in one report.
pub(super) fn checks(sentences: &[Sentence<'_>], codelists: &Codelists, out: &mut Vec<Check>) {
    for (index, sentence) in sentences.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|last| sentences.get(last));
        let before = before.filter(|before| sentence.follows(before)).map_or(&[][..], |before| &before.figures);
        let figures = &sentence.figures;
        for (at, share) in figures.iter().enumerate().filter(|(_, figure)| &*figure.observation.quantity.unit == "%") {
            let earlier = figures.get(..at).unwrap_or(&[]);
            let Some(of) = words(share.lead, codelists) else { continue };
            out.extend(check(earlier, before, share, of, codelists));
        }
    }
}

/// What the words before a share say; `None` where they are not those of a share of the figure before them.
fn words<'a>(lead: &'a str, codelists: &Codelists) -> Option<Of<'a>> {
    let words = &codelists.audit.share;
    let mut lead = lead.trim_start_matches(['，', ',', '、', '（', '(', '；']);
    if words.closes.iter().any(|close| lead == close) {
        return Some(Of::Stated);
    }
    loop {
        if words.alone.iter().any(|alone| lead == alone) {
            return Some(Of::WhatStandsBefore);
        }
        let named = words.opens.iter().find_map(|open| lead.strip_prefix(open.as_str()));
        let close = |named: &'a str| {
            let ends = words.closes.iter().filter_map(|close| named.strip_suffix(close.as_str()));
            ends.min_by_key(|name| name.len())
        };
        if let Some(name) = named.and_then(close).filter(|name| !name.contains(['，', '、'])) {
            let everywhere = words.everywhere.iter().find_map(|place| name.strip_prefix(place.as_str()));
            return Some(match everywhere.unwrap_or(name) {
                "" => Of::WhatStandsBefore,
                name => Of::Named(name),
            });
        }
        lead = words.links.iter().filter_map(|link| lead.strip_suffix(link.as_str())).min_by_key(|rest| rest.len())?;
    }
}

fn check(
    earlier: &[Figure<'_>],
    before: &[Figure<'_>],
    share: &Figure<'_>,
    of: Of<'_>,
    codelists: &Codelists,
) -> Option<Check> {
    let (last, rest) = earlier.split_last()?;
    let (part, rest, stated) = match of {
        Of::Stated => {
            let (part, rest) = rest.split_last()?;
            let said = codelists.audit.share.opens.iter().any(|open| last.lead.contains(open.as_str()));
            (part, rest, Some(last).filter(|_| said && last.kind == part.kind)?.into())
        }
        _ => (last, rest, None),
    };
    if !part.adds(codelists) {
        return None;
    }
    if let Some(whole) = stated {
        return reckon(part, whole, share);
    }
    // 7969户20918人，占比…: the share may be that of the first half of the pair.
    let mut parts = vec![part];
    if part.is_paired() {
        parts.extend(rest.last().filter(|pair| pair.adds(codelists)));
    }
    let opens = |figure: &Figure<'_>| codelists.audit.of_which.iter().any(|word| figure.lead.contains(word.as_str()));
    let wholes = |part: &Figure<'_>| {
        let own = rest.iter().rev().chain(before.iter().rev().filter(|_| opens(part) || rest.iter().any(opens)));
        let fits = |whole: &&Figure<'_>| {
            let larger = whole.observation.quantity.value >= part.observation.quantity.value;
            whole.kind == part.kind && whole.at != part.at && whole.adds(codelists) && larger
        };
        own.filter(fits).cloned().collect::<Vec<_>>()
    };
    let agreeing = parts.iter().find_map(|part| {
        wholes(part).iter().find_map(|whole| reckon(part, whole, share).filter(|check| !check.differs()))
    });
    if agreeing.is_some() {
        return agreeing;
    }
    let part = *parts.last()?;
    let wholes = wholes(part);
    let [whole] = wholes.as_slice() else { return None };
    let mut check = reckon(part, whole, share)?;
    let named = match of {
        Of::Named(name) if !whole.observation.label.contains(name) => return None,
        Of::Named(_) => true,
        _ => opens(part),
    };
    let places = share.observation.quantity.value.scale();
    let misprint = one_digit_apart(check.expected.round_dp(places), share.observation.quantity.value, 3);
    if !named && !misprint {
        check.verdict = Verdict::CannotBeChecked { why: Unclear::WholeNotNamed };
    }
    Some(check)
}

fn reckon(part: &Figure<'_>, whole: &Figure<'_>, share: &Figure<'_>) -> Option<Check> {
    let left = [Use::of(Operator::Plus, Role::Part, part), Use::of(Operator::Over, Role::Whole, whole)];
    let right = [Use::of(Operator::Plus, Role::Share, share)];
    hold(CheckKind::Share, &left, &right, "%", Decimal::ZERO)
}
