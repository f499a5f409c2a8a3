//! Which year is a page's own: what it calls 今年 where no date says so.

use std::ops::Range;

use super::clause;
use crate::codelist::Cues;
use crate::model::{Instant, Period};
use crate::recognize::{PeriodMention, When};

/// A date within this many bytes of an article's start is its dateline.
const DATELINE: usize = 120;

/// How many characters after a year the verb may stand that puts it into the future: 2019年，全县将…
const VERB_WITHIN: usize = 8;

/// How many characters after the end of a year the 已 or 累计 may stand that says it is over.
const DONE_WITHIN: usize = 10;

/// The own year of the text in `range`: the latest one that it names as past or present, else the latest it names at all.
pub(super) fn report_year(text: &str, mentions: &[PeriodMention], range: Range<usize>, cues: &Cues) -> Option<u16> {
    let first = mentions.partition_point(|mention| mention.range.start < range.start);
    let here = mentions.iter().skip(first).take_while(|mention| mention.range.start < range.end);
    let mut latest = None;
    let mut latest_ahead = None;
    // A dateline with its year decides: 本报讯（记者…）2018年12月29日…
    let dateline = here
        .clone()
        .take_while(|mention| mention.range.start < range.start + DATELINE)
        .find(|mention| matches!(mention.when, When::Fixed(_)));
    if let Some(When::Fixed(Period::At(at @ Instant { day: Some(_), .. }))) = dateline.map(|mention| mention.when) {
        return Some(at.year);
    }
    for mention in here.filter(|mention| !mention.compared) {
        let When::Fixed(Period::At(at)) = mention.when else { continue };
        let before = text.get(clause::start(text, mention.range.start, range.start)..mention.range.start).unwrap_or("");
        let rest = text.get(mention.range.end..range.end).unwrap_or("");
        // 由2014年的20.5%降至0.7%: where it began.
        let words = text.get(mention.range.clone()).unwrap_or("");
        if words.starts_with(['由', '从']) && words.ends_with('的') {
            continue;
        }
        let after: String = rest.chars().take_while(|ch| !"。；\n".contains(*ch)).take(VERB_WITHIN).collect();
        let aims = |words: &str| cues.target_ahead.iter().any(|word| words.contains(word.as_str()));
        let ahead = mention.ahead && at.month.is_none() || aims(&after) || (aims(before) && !before.contains("部署"));
        let slot = if ahead { &mut latest_ahead } else { &mut latest };
        *slot = (*slot).max(Some(at.year));
    }
    latest.or(latest_ahead)
}

/// Whether of the year `last` the end is named as gone by (截至2018年底) or the work was assessed (2018年度考核结果), and no other
/// time inside it is named.
pub(super) fn looks_back(text: &str, mentions: &[PeriodMention], last: Option<u16>, cues: &Cues) -> bool {
    let mut ended = false;
    for mention in mentions {
        let When::Fixed(Period::At(at)) = mention.when else { continue };
        if Some(at.year) != last {
            continue;
        }
        match (at.month, at.day) {
            // 到2017年底，全县已有…
            (Some(12), None) => {
                let behind = text.get(mention.range.end..).unwrap_or("");
                let behind = behind.char_indices().nth(DONE_WITHIN).and_then(|(end, _)| behind.get(..end));
                let told = behind.is_some_and(|behind| behind.contains('已') || behind.contains("累计"));
                ended |= mention.until || !mention.ahead || told;
            }
            (Some(_), _) => return false,
            (None, _) => {
                let end = clause::end(text, mention.range.end, text.len());
                let clause = text.get(mention.range.end..end).unwrap_or("");
                ended |= cues.assessed.is_in(clause);
            }
        }
    }
    ended
}
