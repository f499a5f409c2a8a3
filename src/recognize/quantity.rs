//! Figures: a numeral with its unit, its bound, and its place in a range; and what looks like one but is not.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::{Numeral, PeriodMention, numeral_at};
use crate::codelist::{Codelists, Family, Unit};
use crate::model::Bound;

/// Which end of a range (`500-800万元`) a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RangeEnd {
    /// The lower one; its span is the numeral alone.
    Low,
    /// The upper one, which carries the unit.
    High,
}

/// A numeral with its unit. Offsets are bytes of the reflowed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// First byte of the numeral.
    pub start: usize,
    /// Just after the unit, or after the numeral where the counted noun tells the unit.
    pub end: usize,
    /// In the base unit, without sign.
    pub value: Decimal,
    /// Base unit.
    pub unit: Arc<str>,
    /// What the unit measures.
    pub family: Family,
    /// What the words at the numeral and after the unit say; words before it are read with the clause.
    pub bound: Bound,
    /// Just after the words that bound it (以上, 左右).
    pub bound_end: usize,
    /// Which end of a range it is.
    pub range: Option<RangeEnd>,
    /// Whether it is written in Chinese numerals.
    pub chinese: bool,
}

/// All figures of `text`, in order, each found when it is asked for. Numerals inside `periods` are dates, not figures.
pub fn figures<'a>(
    text: &'a str,
    periods: &'a [PeriodMention],
    codelists: &'a Codelists,
) -> impl Iterator<Item = Figure> + 'a {
    let mut periods = periods.iter().peekable();
    let mut skip_to = 0;
    let mut last_end = None;
    let found = text.char_indices().filter_map(move |(at, ch)| {
        if at < skip_to {
            return None;
        }
        while periods.next_if(|period| period.range.end <= at).is_some() {}
        if let Some(period) = periods.peek().filter(|period| period.range.start <= at) {
            skip_to = period.range.end;
            return None;
        }
        if ch == '零' {
            return zero(text, at, codelists).map(|figure| vec![figure]);
        }
        if !(ch.is_ascii_digit() || starts_chinese(ch)) {
            return None;
        }
        let (found, end) = figure_at(text, at, last_end == Some(at), codelists);
        skip_to = end;
        last_end = found.last().map(|figure| figure.end).or(last_end);
        Some(found)
    });
    found.flatten()
}

fn starts_chinese(ch: char) -> bool {
    matches!(ch, '一' | '二' | '两' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百')
}

/// 贫困发生率由1.47%下降到零: a rate or the end of a change that is said to be nothing. Elsewhere 零 counts nothing (零距离, 清零).
fn zero(text: &str, at: usize, codelists: &Codelists) -> Option<Figure> {
    const LINKS: [&str; 14] = [
        "降至",
        "降到",
        "降为",
        "下降到",
        "下降至",
        "下降为",
        "减少到",
        "减少至",
        "减少为",
        "减至",
        "减到",
        "减为",
        "率为",
        "均为",
    ];
    /// How far behind a rate it may be told that nothing is left, in characters.
    const NEAR: usize = 15;
    let end = at + '零'.len_utf8();
    let (before, rest) = (text.get(..at)?, text.get(end..)?);
    let ends = rest.is_empty() || rest.starts_with(['，', '。', '；', '、', '\n', '）']);
    if !ends || !LINKS.iter().any(|link| before.ends_with(link)) {
        return None;
    }
    let numeral = Numeral {
        end,
        digits: Decimal::ZERO,
        multiplier: Decimal::ONE,
        chinese: true,
        approximate: false,
        share: false,
    };
    // 贫困发生率22.6%；…；如今，已降为零: of the rate told before.
    let rate = || {
        let mut near =
            before.chars().rev().take(NEAR).skip_while(|ch| !ch.is_ascii_digit() && !matches!(ch, '%' | '％'));
        let told = near.next().is_some_and(|ch| matches!(ch, '%' | '％'));
        let (_, unit) = codelists.units.strip_prefix("%").filter(|_| told)?;
        Some((unit.clone(), end))
    };
    let (unit, end) = unit_after(&numeral, rest, before, codelists).or_else(rate)?;
    Some(Figure {
        start: at,
        end,
        value: Decimal::ZERO,
        unit: unit.name,
        family: unit.family,
        bound: Bound::Exact,
        bound_end: end,
        range: None,
        chinese: true,
    })
}

/// The figure or the two ends of a range that begin at `at`, and where scanning goes on.
fn figure_at(text: &str, at: usize, follows_unit: bool, codelists: &Codelists) -> (Vec<Figure>, usize) {
    let units = &codelists.units;
    let after_one = at + text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
    let Some(numeral) = numeral_at(text, at, units) else { return (Vec::new(), after_one) };
    let give_up = (Vec::new(), numeral.end.max(after_one));
    let before = text.get(..at).unwrap_or("");
    if !numeral.chinese && !follows_unit && is_part_of_name(before, text.get(numeral.end..).unwrap_or("")) {
        return give_up;
    }
    if before.ends_with(['第', '〔', '[', '.', '／', '/']) && !before.ends_with("的第") {
        return give_up;
    }
    // A range: 500-800万元, 3万至4万元, 1—2个.
    let rest = text.get(numeral.end..).unwrap_or("");
    if !numeral.chinese {
        if let Some((high, range_end)) = range_high(text, numeral.end, codelists) {
            let from_to = before.ends_with(['从', '由', '自']);
            if !from_to {
                let multiplier = if numeral.multiplier == Decimal::ONE { high.multiplier } else { numeral.multiplier };
                if let (Some(low), Some(top)) = (numeral.digits.checked_mul(multiplier), high.value) {
                    let make = |start, end, value, range| Figure {
                        start,
                        end,
                        value,
                        unit: high.unit.name.clone(),
                        family: high.unit.family.clone(),
                        bound: if range == RangeEnd::Low { Bound::Min } else { Bound::Max },
                        bound_end: end,
                        range: Some(range),
                        chinese: false,
                    };
                    let low = make(at, numeral.end, low, RangeEnd::Low);
                    let top = make(high.start, range_end, top, RangeEnd::High);
                    return (vec![low, top], range_end);
                }
            }
        }
    }
    let Some(value) = numeral.value() else { return give_up };
    // 9时30分
    if before.ends_with('时') && before.trim_end_matches('时').ends_with(|ch: char| ch.is_ascii_digit()) {
        return give_up;
    }
    // 六十出头的贫困户: somebody's age.
    if numeral.chinese && rest.starts_with("出头") {
        return give_up;
    }
    let Some((unit, end)) = unit_after(&numeral, rest, before, codelists) else { return give_up };
    if numeral.chinese && !counts_in_words(&numeral, &unit, before, text.get(end..).unwrap_or(""), codelists) {
        return (Vec::new(), after_one.max(numeral.end));
    }
    // 前10个月: a time.
    if before.ends_with('前') && unit.name.contains('月') {
        return give_up;
    }
    let mut bound = if numeral.approximate { Bound::Approx } else { Bound::Exact };
    let mut bound_end = end;
    let mut after = text.get(end..).unwrap_or("");
    if let Some(rest) = after.strip_prefix(['余', '多']) {
        // 2公里多, 3年多
        if unit.family.as_ref() != "person" {
            bound = Bound::Approx;
            bound_end += after.len() - rest.len();
            after = rest;
        }
    }
    if let Some((rest, said)) = codelists.cues.bound_after.strip_prefix(after) {
        bound = said;
        bound_end = text.len() - rest.len();
    }
    let figure = Figure {
        start: at,
        end,
        value,
        unit: unit.name,
        family: unit.family,
        bound,
        bound_end,
        range: None,
        chinese: numeral.chinese,
    };
    (vec![figure], end)
}

/// The unit of a numeral: written after it, told by the counted noun, or `%` for a share in words or a bare rate.
fn unit_after(numeral: &super::Numeral, rest: &str, before: &str, codelists: &Codelists) -> Option<(Unit, usize)> {
    /// How far before a number the words may begin that tell its unit, in characters: 由2014年底的65.78万减到2019年的10.58万.
    const REACH: usize = 40;
    let before = before.char_indices().rev().nth(REACH).and_then(|(at, _)| before.get(at..)).unwrap_or(before);
    let units = &codelists.units;
    let percent = || units.strip_prefix("%").map(|(_, unit)| (unit.clone(), numeral.end));
    if numeral.share {
        return percent();
    }
    if units.excluded_after(rest) {
        return None;
    }
    if let Some((after, unit)) = units.strip_prefix(rest) {
        // Written in Latin letters, a unit must not be the start of a longer word (20m, but not 20md).
        let cut = unit.name.is_ascii() && after.starts_with(|ch: char| ch.is_ascii_alphabetic());
        if !cut {
            return Some((unit.clone(), numeral.end + rest.len() - after.len()));
        }
    }
    if let Some(unit) = units.implied(rest) {
        return Some((unit.clone(), numeral.end));
    }
    // A bare number: what stands right before it tells the unit, links aside.
    let behind = codelists.cues.bound_after.strip_prefix(rest).map_or(rest, |(behind, _)| behind);
    let ends = behind.is_empty() || behind.starts_with(['，', '。', '；', '、', '\n', '）', ',', ';']);
    // 从65.78万减到10.58万
    let in_ten_thousands = numeral.multiplier > Decimal::ONE;
    let bare = ends
        // 人口38.5万的山区县
        || in_ten_thousands && behind.starts_with('的')
        || in_ten_thousands && opens_a_pair(before) && codelists.cues.links.strip_prefix_ref(rest).is_some();
    // The first end of a pair gives way to the noun before it.
    let pair = before.trim_end_matches(|ch: char| !ch.is_ascii_digit() && !"万亿余多".contains(ch));
    let pair = pair.trim_end_matches(|ch: char| ch.is_ascii_digit() || ".万亿余多".contains(ch));
    // 从2013年底的44.3万减少到去年底的29.1万
    let dated = pair.trim_end_matches(|ch: char| ch.is_ascii_digit() || "年月底末初的".contains(ch));
    let pair = if dated.ends_with(['由', '从']) { dated } else { pair };
    // 失学辍学学生由118人降为0: or to what the first end is counted in.
    let first = pair.strip_suffix(['由', '从']).filter(|_| bare).and_then(|_| before.get(pair.len()..));
    let counted = first.and_then(|first| {
        let written = first.trim_start_matches(|ch: char| ch.is_ascii_digit() || ".百千万亿余多".contains(ch));
        units
            .strip_prefix(written)
            .filter(|(link, _)| codelists.cues.links.strip_suffix(link).is_some_and(|it| it.0.is_empty()))
    });
    let before = match pair.strip_suffix(['由', '从']) {
        Some(noun) if bare => noun,
        _ => before,
    };
    let mut noun = before;
    while units.implied_before(noun, in_ten_thousands).is_none() {
        let shorter = noun.trim_end_matches(['个', '近', '约', '共', '就', '却', '也', '才']);
        let link = codelists.cues.links.strip_suffix(shorter).map(|(rest, _)| rest);
        match link.or_else(|| codelists.bound_before(shorter).map(|(rest, _)| rest)) {
            Some(rest) => noun = rest,
            None if shorter.len() < noun.len() => noun = shorter,
            // 由1.47%下降到0: the other end of the pair says what it is.
            None if bare && noun.len() < before.len() && noun.ends_with(['%', '％']) => return percent(),
            None => break,
        }
    }
    let unit =
        units.implied_before(noun, in_ten_thousands).or_else(|| counted.map(|(_, unit)| unit)).filter(|_| bare)?;
    let fits = &*unit.family != "percent" || numeral.value().is_some_and(|value| value <= Decimal::ONE_HUNDRED);
    fits.then(|| (unit.clone(), numeral.end))
}

/// Whether what stands before a number opens a pair: 由, 由2014年底的.
fn opens_a_pair(before: &str) -> bool {
    let dated = before.trim_end_matches(|ch: char| ch.is_ascii_digit() || "年月底末初的近约".contains(ch));
    dated.ends_with(['由', '从'])
}

struct High {
    start: usize,
    value: Option<Decimal>,
    multiplier: Decimal,
    unit: Unit,
}

/// The upper end of a range whose lower numeral ends at `at`.
fn range_high(text: &str, at: usize, codelists: &Codelists) -> Option<(High, usize)> {
    let mut rest = text.get(at..)?;
    // The lower end may have a unit of its own: 20%到30%, 3万元至4万元. 降5个百分点至3.75% is no range.
    let own = codelists.units.strip_prefix(rest);
    if let Some((after, _)) = own {
        rest = after;
    }
    let after = ["——", "—", "–", "-", "~", "～", "至", "到", "一"].iter().find_map(|dash| rest.strip_prefix(dash))?;
    if !after.starts_with(|ch: char| ch.is_ascii_digit()) {
        return None;
    }
    let start = text.len() - after.len();
    let numeral = numeral_at(text, start, &codelists.units)?;
    let (_, unit) = codelists.units.strip_prefix(text.get(numeral.end..)?)?;
    if own.is_some_and(|(_, own)| own.family != unit.family) {
        return None;
    }
    let (after_unit, _) = codelists.units.strip_prefix(text.get(numeral.end..)?)?;
    let high = High { start, value: numeral.value(), multiplier: numeral.multiplier, unit: unit.clone() };
    Some((high, text.len() - after_unit.len()))
}

/// Numbers that are names: `3N35`, `222+N`, `“131”`, `G20`, and the digits of a telephone number.
fn is_part_of_name(before: &str, after: &str) -> bool {
    let joins = |ch: char| ch == '+' || ch == '＋' || ch == '×';
    if before.ends_with(|ch: char| ch.is_ascii_alphabetic() || joins(ch)) || after.starts_with(joins) {
        return true;
    }
    if after.starts_with(|ch: char| ch.is_ascii_uppercase()) && !after.starts_with("MW") && !after.starts_with("GW") {
        return true;
    }
    let quoted = before.ends_with(['“', '"', '‘', '「']) && after.starts_with(['”', '"', '’', '」']);
    quoted || before.ends_with("电话") || before.ends_with("热线")
}

/// The longest name of a village, in characters.
const NAME: usize = 4;

/// Whether a count in Chinese numerals truly counts: large ones do, small ones only before a noun that such reports count.
fn counts_in_words(numeral: &super::Numeral, unit: &Unit, before: &str, after: &str, codelists: &Codelists) -> bool {
    const COUNTED: [&str; 13] = [
        "县",
        "贫困县",
        "国定贫困县",
        "国家级贫困县",
        "省级贫困县",
        "省定贫困县",
        "深度贫困县",
        "乡镇",
        "贫困村",
        "行政村",
        "村",
        "乡",
        "镇",
    ];
    if numeral.share {
        return true;
    }
    // 几十公里: nobody says how many.
    if before.ends_with('几') {
        return false;
    }
    if before.ends_with(['“', '第', '十']) || numeral.digits < Decimal::from(2) {
        return false;
    }
    if codelists.units.family("measure").as_ref() == Some(&unit.family) {
        return false;
    }
    if numeral.digits >= Decimal::ONE_HUNDRED {
        return true;
    }
    // 五十镇班彦村: a township that is called by a number.
    if ["乡", "镇"].contains(&&*unit.name) && after.chars().skip(1).take(NAME).any(|ch| ch == '村') {
        return false;
    }
    match &*unit.family {
        // 县十六届人大, 十九届四中全会: its number, no count.
        "count" | "occasion" => {
            let body = after.starts_with(['人', '政', '党', '全', '委']) && numeral.digits > Decimal::TWO;
            // 十九届二中、三中全会, 十四届二次全会
            let session = after.chars().nth(1).filter(|_| after.starts_with(|ch| "一二三四五六七八".contains(ch)));
            let body = body || matches!(session, Some('中' | '次'));
            !body && (&*unit.name == "届" || numeral.digits > Decimal::TEN)
        }
        "piece" | "place" if numeral.digits > Decimal::TEN => true,
        "piece" => COUNTED.iter().any(|noun| after.starts_with(noun)),
        "household" | "mu" | "kilometre" | "yuan" | "megawatt" => true,
        "person" => numeral.digits > Decimal::TEN,
        _ => false,
    }
}
