//! Wholes and their parts: what 其中 governs, and where what is told of some of those counted begins.

use std::ops::Range;

use super::chunk::strip;
use super::frame::{Frame, joined};
use super::is_family;
use crate::codelist::Codelists;
use crate::recognize::{Figure, PeriodMention};

/// Where the nearest 其中 stands that still governs byte `at`: its reach ends with a semicolon or a closing bracket.
/// `parts` are where it and its like stand in the sentence, which begins at byte `start`.
pub(super) fn part_before(text: &str, start: usize, at: usize, parts: &[Range<usize>]) -> Option<usize> {
    let before = text.get(start..at)?;
    // A figure in brackets right after another details that one: 安置点19个（县城6个、乡镇13个）.
    let bracket = before.rfind('（').filter(|open| {
        !before.get(*open..).unwrap_or("").contains('）')
            && before.get(..*open).is_some_and(|lead| lead.contains(|ch: char| ch.is_ascii_digit()))
    });
    let parts = parts.iter().filter(|part| start + part.end <= at).map(|part| part.start);
    let found = parts.chain(bracket).max()?;
    let between = before.get(found..)?;
    (!between.contains('；') && !between.contains('）')).then_some(start + found)
}

/// The figure that 其中 at byte `at` takes a part of: the nearest one before it of the same family.
pub(super) fn whole_of<'f, 'a>(
    frame: &Frame<'a>,
    at: usize,
    earlier: &'f [Frame<'a>],
    previous: &'f [Frame<'a>],
) -> Option<&'f Frame<'a>> {
    let kind = |other: &Frame<'a>| {
        other.is_like(frame) || is_family(&other.figure, "visit") && is_family(&frame.figure, "person")
    };
    // 居民人均可支配收入16325元。其中，城镇居民27914元: a mean that is an indicator is one of its parts' means.
    let total = |other: &Frame<'a>| !other.per || !other.indicators.is_empty();
    let same = |other: &&Frame<'a>| kind(other) && other.figure.start < at && total(other);
    // What a sentence has figures of before its 其中 is what it takes a part of.
    let previous = if earlier.iter().any(|other| other.figure.start < at) { &[] } else { previous };
    earlier.iter().rev().chain(previous.iter().rev()).find(same)
}

/// The posts right before the 其中 at byte `at` that those whom `frame` counts hold: 公益性岗位4200个，其中护林员1850名. The
/// catalogue counts them as people.
pub(super) fn posts_before<'f, 'a>(
    frame: &Frame<'a>,
    at: usize,
    earlier: &'f [Frame<'a>],
    codelists: &Codelists,
) -> Option<&'f Frame<'a>> {
    let last = earlier.iter().rev().find(|other| other.figure.start < at)?;
    let counts_people = |id| {
        let unit = codelists.indicator(id).and_then(|entry| codelists.units.family_of(&entry.unit));
        unit.is_some_and(|family| family == frame.figure.family)
    };
    let posts = is_family(&frame.figure, "person")
        && last.figure.family != frame.figure.family
        && last.indicators.iter().any(|(id, _)| counts_people(id));
    posts.then_some(last)
}

/// Whether `frame`, whose own noun is `noun`, counts another kind of place than `whole` does: no village is part of a county's
/// count of counties, as 15个乡镇 are none of villages.
pub(super) fn is_other_place(whole: &Frame<'_>, frame: &Frame<'_>, noun: &str) -> bool {
    let counted = |before: &str, after: &str| kind_of_place(after).or_else(|| kind_of_place(before));
    match (counted(&whole.before, &whole.after), counted(noun, &frame.after)) {
        (Some(whole), Some(part)) => whole != part,
        _ => false,
    }
}

/// Which of counties, townships and villages `noun` ends with.
fn kind_of_place(noun: &str) -> Option<usize> {
    const KINDS: [&[&str]; 3] =
        [&["县", "旗", "县区", "县市", "县（市、区）"], &["乡", "镇", "苏木", "街道"], &["村", "嘎查", "社区"]];
    KINDS.iter().position(|kind| kind.iter().any(|word| noun.ends_with(word)))
}

/// So many characters from 其中 on tell what kind of a part is taken.
const PART: usize = 40;

/// A total with a noun of its own is told in more characters.
const TOTAL: usize = 5;

/// Whether the words before a figure, with which its clause begins, tell of another deed, and of no part of what was counted
/// before: ，县里还选聘护林员640名, ，发放扶贫小额信贷1.16亿元; but ，还有脱贫户60户, nor behind 其中, with which `part` begins, and the
/// same deed.
pub(super) fn sets_out_anew(clause: &str, part: &str, codelists: &Codelists) -> bool {
    const OFFICES: [&str; 9] = ["县里", "区里", "市里", "旗里", "州里", "乡里", "镇里", "村里", "当地"];
    let clause = clause.trim_start_matches('，');
    let told = OFFICES.iter().find_map(|office| clause.strip_prefix(office)).unwrap_or(clause);
    // …，其中红枣15.2万亩，经济林提质增效累计11.5万亩
    if told.chars().count() > TOTAL && told.ends_with("累计") {
        return true;
    }
    let cues = &codelists.cues;
    let to_somebody = |deed: &&String| told.strip_prefix(deed.as_str()).is_some_and(|of| of.chars().nth(1).is_some());
    let anew =
        cues.part_anew.iter().find(to_somebody).or_else(|| cues.part_anew_alone.iter().find(|deed| *deed == told));
    let first = part.char_indices().nth(PART).and_then(|(end, _)| part.get(..end)).unwrap_or(part);
    if anew.is_some_and(|deed| !first.contains(deed.as_str())) {
        return true;
    }
    let deed = told.strip_prefix(['还', '又', '另']).map(|deed| deed.trim_start_matches('外'));
    deed.and_then(|deed| deed.chars().next()).is_some_and(|first| !"有剩是为余占含包需要将未没不分属".contains(first))
}

/// What stands behind a figure up to the next 、, or with those who are watched alike: 脱贫监测户、边缘户.
pub(super) fn first_noun<'t>(after: &'t str, codelists: &Codelists) -> &'t str {
    let Some((first, rest)) = after.split_once('、') else { return after };
    let is_watched = |words: &str| codelists.cues.watched.iter().any(|word| words.starts_with(word.as_str()));
    if !(is_watched(first) && is_watched(rest)) {
        return first;
    }
    rest.find('、').and_then(|end| after.get(..after.len() - rest.len() + end)).unwrap_or(after)
}

/// Where the figure begins that is listed behind the first of `figures` (or behind its pair, the members of households) and
/// counts those who are watched: 517户2186人贫困人口和1268户5342人脱贫监测户.
pub(super) fn watched_next(text: &str, figures: &[Figure], codelists: &Codelists) -> Option<usize> {
    let pair = |at: usize| {
        let (first, second) = (figures.get(at)?, figures.get(at + 1)?);
        (first.bound_end == second.start).then_some(at + 1)
    };
    let last = pair(0).unwrap_or(0);
    let next = last + 1;
    let counted = figures.get(pair(next).unwrap_or(next))?;
    let (here, there) = (figures.get(last)?, figures.get(next)?);
    let joined = text.get(here.bound_end..there.start)?.ends_with(['和', '与', '及', '、']);
    let noun = text.get(counted.bound_end..)?;
    let watched = codelists.cues.watched.iter().any(|word| noun.starts_with(word.as_str()));
    (joined && watched).then_some(there.start)
}

/// Whether a place stands right behind the 其中 that `range` begins with: what follows in the sentence is all its own.
pub(super) fn opens_with_place(text: &str, range: Range<usize>, places: &[Range<usize>]) -> bool {
    /// The longest word like 其中, in characters.
    const WORD: usize = 3;
    let first = places.partition_point(|place| place.start < range.start);
    places.get(first).filter(|place| place.end <= range.end).is_some_and(|place| {
        let word = text.get(range.start..place.start).unwrap_or("").trim_matches(['，', '：', '、', '（']);
        word.chars().count() <= WORD && !word.ends_with('在')
    })
}

/// How many bytes behind `figure` is its noun where what became of some of those is told right before `next`: 120个贫困村累计
/// 退出98个.
pub(super) fn partly_done(text: &str, figure: &Figure, next: &Figure, codelists: &Codelists) -> Option<usize> {
    let between = text.get(figure.bound_end..next.start).filter(|_| figure.family == next.family)?;
    // 103个“十三五”贫困村退出101个
    let listed = between.strip_prefix('“').and_then(|rest| rest.split_once("五”")).map_or(between, |(_, rest)| rest);
    let (skipped, between) = (between.len() - listed.len(), listed);
    let told = between.strip_suffix('了').unwrap_or(between);
    let done = codelists.cues.outcome.find(told).filter(|word| word.end == told.len()).map(|word| word.start).min()?;
    let lead = told.get(..done).filter(|lead| lead.chars().all(char::is_alphabetic))?;
    // 570个贫困村全部退出8个县区摘帽: two headlines.
    let lead = Some(lead).filter(|lead| !lead.ends_with(['部', '均', '都']))?;
    let noun = strip(lead, codelists).noun;
    (lead.starts_with(noun.as_str()) && noun.chars().count() > 1).then_some(skipped + noun.len())
}

/// Whether `between`, the words from a whole to the next figure, say that it is a part: 中有, 里出列的已有, 农业人口中有贫困人口.
pub(super) fn parts_follow(between: &str) -> bool {
    let named = || ["中有", "里有", "中已有"].iter().any(|word| between.contains(word)) && !between.contains("其中");
    !between.contains(['，', '。', '；', '、'])
        && (between.ends_with(['有', '已']) || between.starts_with('中') || named())
}

/// Just after the 中 behind households and their members, one of whom the figure at `position` counts, where a pair of parts
/// follows: 763户2506人中有760户2503人.
pub(super) fn some_of_pair(text: &str, here: &[Figure], position: usize) -> Option<usize> {
    let pair = |at: usize| {
        let (first, second) = (here.get(at)?, here.get(at + 1)?);
        let side_by_side =
            is_family(first, "household") && is_family(second, "person") && joined(text, first.bound_end, second.start);
        side_by_side.then_some((first, second))
    };
    let whole = if is_family(here.get(position)?, "household") { position } else { position.checked_sub(1)? };
    let ((_, last), (part, _)) = (pair(whole)?, pair(whole + 2)?);
    let between = text.get(last.bound_end..part.start)?;
    (between.starts_with('中') && parts_follow(between)).then_some(last.bound_end + '中'.len_utf8())
}

/// Where, before byte `end`, a later time is told of than the one that `figure` is said of by a 的 right before it.
pub(super) fn later_on(text: &str, figure: &Figure, end: usize, periods: &[PeriodMention]) -> Option<usize> {
    let lead = text.get(..figure.start)?.strip_suffix('的')?;
    let behind = periods.partition_point(|period| period.range.start < figure.start);
    let dated =
        periods.get(..behind)?.last().is_some_and(|period| period.range.end.abs_diff(lead.len()) <= '的'.len_utf8());
    let later = periods.get(behind).filter(|later| dated && later.range.start < end)?;
    let lead = text.get(figure.bound_end..later.range.start)?.trim_end_matches(['，', '到', '至', '于', '在', '截']);
    Some(figure.bound_end + lead.len())
}

/// Whether brackets that are open where `range` begins are closed within it.
pub(super) fn is_noted(text: &str, range: Range<usize>) -> bool {
    let between = text.get(range).unwrap_or("");
    between.find('）').is_some_and(|close| between.find('（').is_none_or(|open| close < open))
}
