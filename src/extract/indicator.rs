//! Which indicators a figure states: the catalogue's readings against the words of its clause.

use super::any_in;
use super::frame::Frame;
use crate::codelist::{Codelists, Reading};
use crate::model::IndicatorId;

/// How far into the words after a figure the counted noun may begin, in characters: 37个**建档立卡**贫困村.
const REACH: usize = 8;

/// The indicators that `frame` states, each with the name of its rule. `whole` is what 其中 takes a part of.
pub(super) fn read(frame: &Frame<'_>, whole: Option<&Frame<'_>>, codelists: &Codelists) -> Vec<(IndicatorId, String)> {
    if frame.threshold {
        return Vec::new();
    }
    let mut out: Vec<(IndicatorId, String)> = Vec::new();
    for head in heads(frame) {
        let mut found = best(frame, &head.words, head.alone, whole, codelists);
        if found.is_empty() {
            // 养老保险、医疗保险参保率: what the list's last member ends with is said of each.
            found = best(frame, &format!("{}{}", head.words, head.tail), head.alone, whole, codelists);
        }
        if found.is_empty() && head.alone {
            // 兴县、临县分别减贫3.5万人、2.9万人: the list is of places or years, the noun stands behind 分别.
            found = best(frame, &frame.before, false, whole, codelists);
        }
        for entry in found {
            if out.iter().all(|(id, _)| *id != entry.0) {
                out.push(entry);
            }
        }
    }
    out
}

/// The readings of one noun phrase that account for most of its words.
fn best(
    frame: &Frame<'_>,
    head: &str,
    alone: bool,
    whole: Option<&Frame<'_>>,
    codelists: &Codelists,
) -> Vec<(IndicatorId, String)> {
    let mut most = 0;
    let mut found: Vec<(IndicatorId, String)> = Vec::new();
    let mut number = 0;
    let mut last: Option<&IndicatorId> = None;
    for reading in &codelists.readings {
        number = if last == Some(&reading.indicator) { number + 1 } else { 1 };
        last = Some(&reading.indicator);
        let Some(weight) = weight(reading, frame, head, alone) else { continue };
        if !allowed_as_part(frame, whole, reading) || weight < most {
            continue;
        }
        if weight > most {
            found.clear();
            most = weight;
        }
        if found.iter().all(|(id, _)| *id != reading.indicator) {
            found.push((reading.indicator.clone(), format!("{}#{number}", reading.indicator)));
        }
    }
    found
}

/// A noun phrase that a figure is said of.
struct Head {
    words: String,
    /// What the last member of the list ends with.
    tail: String,
    /// Whether the figure is said of this member of a list and not of the others.
    alone: bool,
}

/// The noun phrases that the figure is said of: after 均 each of a list, after 分别 the one in the figure's turn.
fn heads(frame: &Frame<'_>) -> Vec<Head> {
    const TAIL: usize = 3;
    let members = |list: &str| -> Vec<String> { list.split(['、', '和', '与', '及']).map(str::to_owned).collect() };
    let tail = |list: &[String]| -> String {
        let last: Vec<char> = list.last().map(|last| last.chars().collect()).unwrap_or_default();
        last.get(last.len().saturating_sub(TAIL)..).unwrap_or(&[]).iter().collect()
    };
    let one = || vec![Head { words: frame.before.clone(), tail: String::new(), alone: false }];
    let clause = frame.clause_before.as_str();
    if let Some((list, given)) = clause.split_once("分别") {
        let turn = given.matches(['、', '和']).count();
        let list = members(list);
        let tail = tail(&list);
        let own = (list.len() > turn && list.len() > 1).then(|| list.get(turn).cloned()).flatten();
        return own.map_or_else(one, |words| vec![Head { words, tail, alone: true }]);
    }
    let said_of_each = clause.chars().rev().take(6).any(|ch| ch == '均' || ch == '都')
        || clause.ends_with("全部达到")
        || clause.ends_with("全部达");
    let list = members(&frame.before);
    if said_of_each && list.len() > 1 {
        let tail = tail(&list);
        return list.into_iter().map(|words| Head { words, tail: tail.clone(), alone: true }).collect();
    }
    one()
}

/// How much of the words a reading accounts for, in bytes of its longest matching noun; `None` where it does not fit.
fn weight(reading: &Reading, frame: &Frame<'_>, head: &str, alone: bool) -> Option<usize> {
    if !reading.families.contains(&frame.figure.family) || (frame.per && !reading.per) {
        return None;
    }
    let clause = [frame.clause_before.as_str(), frame.clause_after.as_str(), frame.after.as_str()];
    if any_in(&reading.without, &clause) {
        return None;
    }
    if any_in(&reading.not_own, &[&frame.own]) || any_in(&reading.not_segment, &[frame.segment]) {
        return None;
    }
    if !reading.own.is_empty() && !any_in(&reading.own, &[&frame.own]) {
        return None;
    }
    let asks = |words: &[String], texts: &[&str]| words.is_empty() || any_in(words, texts);
    // Of a list, only the member's own words speak for it.
    let said = if alone { [head, frame.clause_after.as_str(), frame.after.as_str()] } else { clause };
    if !asks(&reading.with, &said) || !asks(&reading.also_with, &clause) {
        return None;
    }
    if !asks(&reading.before, &[&frame.clause_before]) {
        return None;
    }
    if !asks(&reading.topic, &[&frame.topic, &frame.clause_before, &frame.clause_after]) {
        return None;
    }
    let ends = longest(&reading.ends, |word| head.ends_with(word)).filter(|_| !(reading.anew && frame.carried));
    let starts = longest(&reading.starts, |word| near_start(&frame.after, word));
    let noun = match (reading.ends.is_empty(), reading.starts.is_empty()) {
        (true, true) => Some(1),
        (false, true) => ends,
        (true, false) => starts,
        (false, false) if reading.either_side => ends.max(starts),
        (false, false) => ends.and(starts),
    }?;
    Some(noun)
}

fn longest(words: &[String], fits: impl Fn(&str) -> bool) -> Option<usize> {
    words.iter().filter(|word| fits(word)).map(String::len).max()
}

fn near_start(after: &str, word: &str) -> bool {
    // What stands before 的 is counted itself: 315个村的饮水工程 are villages.
    let lead = after.find(word).and_then(|at| after.get(..at));
    lead.is_some_and(|lead| lead.chars().count() <= REACH && !lead.contains('的'))
}

/// A part of a whole is an indicator of its own only where the catalogue says so: farmland returned to forest is part of
/// afforestation and an indicator; the poor among those trained are not the county's poor.
fn allowed_as_part(frame: &Frame<'_>, whole: Option<&Frame<'_>>, reading: &Reading) -> bool {
    match whole {
        Some(whole) if frame.part => whole.indicators.iter().any(|(id, _)| reading.part_of.contains(id)),
        _ => !reading.part_only,
    }
}
