//! Which year is a page's own: what it calls 今年 where no date says so.

use std::ops::Range;

use super::clause;
use crate::codelist::Cues;
use crate::model::{Instant, Period};
use crate::recognize::{PeriodMention, When};

/// The months in which an account tells of the year just over.
pub(super) const FIRST_MONTHS: u8 = 3;

/// A date within this many bytes of an article's start is its dateline.
const DATELINE: usize = 120;

/// How many characters after a year the verb may stand that puts it into the future: 2019年，全县将…
const VERB_WITHIN: usize = 8;

/// So many characters before a year it may be said that what follows was vowed.
const VOW: usize = 60;

/// How many characters after the end of a year the 已 or 累计 may stand that says it is over.
const DONE_WITHIN: usize = 10;

/// The own year of the text in `range`: the latest one that it names as past or present, else `page`'s, else the latest it names
/// at all.
pub(super) fn report_year(
    text: &str,
    mentions: &[PeriodMention],
    range: Range<usize>,
    page: Option<u16>,
    cues: &Cues,
) -> Option<u16> {
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
    // 2021年以来 where the current year is called so: an earlier one.
    let calls_it_so = here.clone().any(|mention| matches!(mention.when, When::Relative { years: 0, .. }));
    for mention in here.filter(|mention| !mention.compared) {
        let words = text.get(mention.range.clone()).unwrap_or("");
        let at = match mention.when {
            When::Fixed(Period::At(at)) => at,
            // 2014年至2017年四年间, but no five-year plan, which may last on.
            When::Fixed(Period::Between(_, last)) if words.contains(&last.year.to_string()) => last,
            _ => continue,
        };
        if mention.since && at.month.is_none() {
            // 2023年以来，某州…: how news of the current year opens.
            let over = calls_it_so && !text.get(mention.range.end..).is_some_and(|rest| rest.starts_with('，'));
            latest = latest.max(Some(at.year + u16::from(over)));
            continue;
        }
        let before = text.get(clause::start(text, mention.range.start, range.start)..mention.range.start).unwrap_or("");
        let rest = text.get(mention.range.end..range.end).unwrap_or("");
        // 由2014年的20.5%降至0.7%: where it began.
        if words.starts_with(['由', '从']) && words.ends_with('的') {
            continue;
        }
        let after: String = rest.chars().take_while(|ch| !"。；\n".contains(*ch)).take(VERB_WITHIN).collect();
        let aims = |words: &str| cues.target_ahead.iter().any(|word| words.contains(word.as_str()));
        // 立下军令状：2018年、2019年各减贫1.7万人，2019年贫困发生率降到3%以下
        let lead = text.get(range.start..mention.range.start).unwrap_or("");
        let vow = lead.char_indices().rev().take(VOW).take_while(|(_, ch)| *ch != '。').last();
        let vowed = vow.and_then(|(at, _)| lead.get(at..)).is_some_and(|sentence| sentence.contains("军令状"));
        let ahead =
            mention.ahead && at.month.is_none() || vowed || aims(&after) || (aims(before) && !before.contains("部署"));
        let slot = if ahead { &mut latest_ahead } else { &mut latest };
        *slot = (*slot).max(Some(at.year));
    }
    latest.or(page).or(latest_ahead)
}

/// Whether the year `last` is over: its end is named as gone by (截至2018年底) or the work was assessed (2018年度考核结果), and no
/// other time inside it is named; or one of the articles, which begin at `starts`, opens with a day (5月6日) that comes before a
/// month of that year which is told of, or in the first months of the next.
pub(super) fn looks_back(
    text: &str,
    mentions: &[PeriodMention],
    last: Option<u16>,
    starts: impl Iterator<Item = usize>,
    cues: &Cues,
) -> bool {
    let (mut over, mut named) = (false, false);
    let mut months = Vec::new();
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
                over |= mention.until || !mention.ahead || told;
            }
            (Some(month), _) => months.push(month),
            (None, _) => {
                let end = clause::end(text, mention.range.end, text.len());
                let clause = text.get(mention.range.end..end).unwrap_or("");
                over |= cues.assessed.is_in(clause);
                named |= !mention.ahead && !mention.compared;
            }
        }
    }
    let opened = starts.filter_map(|start| {
        let first = mentions.partition_point(|mention| mention.range.start < start);
        let mut here = mentions.iter().skip(first).take_while(|mention| mention.range.start < start + DATELINE);
        here.find_map(|mention| match mention.when {
            When::OfYear { month, day: Some(_) } if !mention.ahead => Some(month),
            _ => None,
        })
    });
    let later = |now: u8| months.iter().any(|month| *month > now) || months.is_empty() && named && now <= FIRST_MONTHS;
    over && months.is_empty() || opened.into_iter().any(later)
}
