//! What stands right before a figure, taken apart: its noun, and the times, notes, links and bounds between the two.

use std::borrow::Cow;
use std::ops::Range;

use crate::codelist::{Codelists, LinkKind};
use crate::model::Bound;
use crate::recognize::{Figure, PeriodMention, RangeEnd};

/// The text of `range` without the period mentions in it.
pub(super) fn without_periods<'a>(text: &'a str, range: Range<usize>, periods: &[PeriodMention]) -> Cow<'a, str> {
    let mut out = Cow::default();
    let mut at = range.start;
    let first = periods.partition_point(|period| period.range.end <= range.start);
    for period in periods.iter().skip(first).take_while(|period| period.range.start < range.end) {
        out += text.get(at..period.range.start.max(at)).unwrap_or("");
        at = period.range.end.min(range.end).max(at);
    }
    out += text.get(at..range.end).unwrap_or("");
    out
}

/// `chunk` without its bracketed notes.
pub(super) fn without_notes(chunk: &str) -> Cow<'_, str> {
    let mut out = Cow::default();
    let mut rest = chunk;
    while let Some((before, after)) = rest.split_once('（') {
        let Some((_, after)) = after.split_once('）') else { break };
        out += before;
        rest = after;
    }
    out += rest;
    out
}

/// What stands right before a figure, taken apart.
pub(super) struct Stripped {
    /// What is counted, `""` where no noun stands there.
    pub(super) noun: String,
    /// Whether 由 or 从 opens a pair: 由900元提高到1000元.
    pub(super) from: bool,
    /// Whether a link stands right before the number.
    pub(super) linked: bool,
    /// The way of a change: 增长, 下降.
    pub(super) change: Option<LinkKind>,
    /// How exact the words make the number.
    pub(super) bound: Option<Bound>,
    /// Whether they set a limit: 不低于.
    pub(super) limited: bool,
}

/// Takes links, bounds and adverbs off the end of a chunk. What is nearest to the number decides level or change.
pub(super) fn strip(chunk: &str, codelists: &Codelists) -> Stripped {
    let mut out =
        Stripped { noun: String::new(), from: false, linked: false, change: None, bound: None, limited: false };
    let rest = chunk.trim_start_matches(['、', '和', '与', '及', '”', '）', '，', ',']);
    // 而2015年只有2600元
    let rest = rest.strip_prefix(['而', '但']).unwrap_or(rest);
    let mut rest = rest.trim_start_matches('、');
    let (mut linked, mut listed) = (false, false);
    // 增幅预计为14.1%: what is said to be so much is a change.
    let mut copula = true;
    loop {
        // 贫困人口逐年下降：2016年底19926人
        listed |= rest.ends_with('：');
        let bound = codelists.bound_before(rest);
        let link = codelists.cues.links.strip_suffix(rest);
        let adverb = codelists.cues.adverbs.strip_suffix(rest);
        let left = |found: Option<usize>| found.unwrap_or(usize::MAX);
        let (by_bound, by_link, by_adverb) =
            (left(bound.map(|it| it.0.len())), left(link.map(|it| it.0.len())), left(adverb.map(|it| it.0.len())));
        // The longest word that ends the chunk is meant: 预计, not 计.
        if let (Some((shorter, kind)), true) = (link, by_link < by_bound && by_link < by_adverb) {
            let word = rest.get(shorter.len()..).unwrap_or("");
            let names_change = copula && word.ends_with(['幅', '速']);
            if matches!(kind, LinkKind::Fall | LinkKind::Rise) && (!linked || names_change) && !listed {
                out.change = out.change.or(Some(kind));
            }
            copula &= matches!(word, "为" | "是" | "达" | "达到" | "保持在" | "稳定在");
            out.from |= kind == LinkKind::From;
            // 了 and 的 say nothing of level or change: 下降了, 的人口
            linked |= !rest.ends_with(['了', '的', '：', ':', '（']);
            rest = shorter;
        } else if let (Some((shorter, said)), true) = (bound, by_bound <= by_adverb) {
            out.bound = out.bound.or(Some(said));
            out.limited |=
                rest.ends_with(['于', '过', '超', '少', '多']) && rest.contains('不') || rest.ends_with("至少");
            linked |= rest.ends_with("控制在");
            rest = shorter;
        } else if let Some((shorter, ())) = adverb {
            rest = shorter;
        } else {
            break;
        }
    }
    out.linked = linked;
    rest.trim_start_matches('“').is_empty().then(|| rest = "");
    rest.clone_into(&mut out.noun);
    out
}

/// What places are ranked by in `clause`, where all else there is one of `places`: 监测对象 of 监测对象最多的东乡县, `""` of
/// 积石山县次之 and 最少的鹤峰县.
pub(super) fn ranked_by<'t>(text: &'t str, clause: Range<usize>, places: &[Range<usize>]) -> Option<&'t str> {
    const RANKS: [&str; 13] =
        ["居前", "靠前", "居前三位", "最多", "最少", "最高", "最低", "最大", "最小", "次之", "其次", "居首", "居次"];
    let words = text.get(clause.clone())?;
    let (at, rank) = RANKS.iter().filter_map(|rank| words.rfind(rank).map(|at| (at, rank))).max()?;
    let place = places.get(places.partition_point(|place| place.start < clause.start))?;
    let (before, behind) = (words.get(..at)?, words.get(at + rank.len()..)?);
    let name = text.get(place.clone())?;
    let noun = before.trim_start_matches(|ch: char| !ch.is_alphabetic());
    // 其中武隆最高
    let noun = noun.strip_prefix("其中").unwrap_or(noun);
    if let Some(rest) = noun.strip_prefix(name) {
        return behind.is_empty().then_some(rest);
    }
    let behind = behind.strip_prefix('的')?;
    (behind.strip_prefix('是').unwrap_or(behind) == name).then_some(noun)
}

/// How exact a figure is: by its range, its own words, or those before it.
pub(super) fn bound(figure: &Figure, stripped: &Stripped) -> Bound {
    match (figure.range, figure.bound, stripped.bound) {
        (Some(RangeEnd::Low), ..) => Bound::Min,
        (Some(RangeEnd::High), ..) => Bound::Max,
        // What follows the unit outweighs what stands before the number.
        (None, Bound::Exact, before) => before.unwrap_or(Bound::Exact),
        (None, after, _) => after,
    }
}
