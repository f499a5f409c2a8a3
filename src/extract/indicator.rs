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
    let heads = heads(frame);
    let mut out: Vec<(IndicatorId, String)> = Vec::new();
    for head in heads {
        let mut best = 0;
        let mut found: Vec<(IndicatorId, String)> = Vec::new();
        let mut number = 0;
        let mut last: Option<&IndicatorId> = None;
        for reading in &codelists.readings {
            number = if last == Some(&reading.indicator) { number + 1 } else { 1 };
            last = Some(&reading.indicator);
            let Some(weight) = weight(reading, frame, &head) else { continue };
            if !allowed_as_part(frame, whole, reading) || weight < best {
                continue;
            }
            if weight > best {
                found.clear();
                best = weight;
            }
            if found.iter().all(|(id, _)| *id != reading.indicator) {
                found.push((reading.indicator.clone(), format!("{}#{number}", reading.indicator)));
            }
        }
        for entry in found {
            if out.iter().all(|(id, _)| *id != entry.0) {
                out.push(entry);
            }
        }
    }
    out
}

/// The noun phrases that the figure is said of: with 均 or 都 before it each of a list, otherwise one.
fn heads(frame: &Frame<'_>) -> Vec<String> {
    let shared = ["均达", "均为", "都达", "均超", "都超", "均实现", "都为", "全部达", "均在", "均低于", "均不", "均"];
    let clause = frame.clause_before.as_str();
    let tail: String = clause.chars().rev().take(6).collect::<Vec<_>>().into_iter().rev().collect();
    if frame.before.contains('、') && shared.iter().any(|word| tail.contains(word)) {
        return frame.before.split(['、', '和']).map(str::to_owned).collect();
    }
    vec![frame.before.clone()]
}

/// How much of the words a reading accounts for, in bytes of its longest matching noun; `None` where it does not fit.
fn weight(reading: &Reading, frame: &Frame<'_>, head: &str) -> Option<usize> {
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
    let asks = |words: &[String], texts: &[&str]| words.is_empty() || any_in(words, texts);
    if !asks(&reading.with, &clause) || !asks(&reading.also_with, &clause) {
        return None;
    }
    if !asks(&reading.before, &[&frame.clause_before]) {
        return None;
    }
    if !asks(&reading.topic, &[&frame.topic, &frame.clause_before, &frame.clause_after]) {
        return None;
    }
    let ends = longest(&reading.ends, |word| head.ends_with(word));
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
        _ => true,
    }
}
