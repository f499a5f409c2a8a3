//! Indicators that a figure has from others: from the whole that it is a part of, the figure before, the list.

use std::sync::Arc;

use super::frame::{Frame, joined};
use super::parts::{households_of, members_of, posts_before, whole_of};
use super::status::Plans;
use super::{indicator, is_family};
use crate::codelist::Codelists;
use crate::model::{Form, IndicatorId};

/// Gives each frame the indicators that it states. `previous` are the frames of the last sentence that has any.
pub(super) fn read_indicators<'a>(text: &str, out: &mut [Frame<'a>], previous: &[Frame<'a>], codelists: &Codelists) {
    for position in 0..out.len() {
        let (earlier, from_here) = out.split_at(position);
        let Some(frame) = from_here.first() else { break };
        let whole = frame.part_at.and_then(|at| whole_of(frame, at, earlier, previous));
        let whole = frame.part_at.and_then(|at| posts_before(frame, at, earlier, codelists)).or(whole);
        let found = grown(text, out, position).map(<[_]>::to_vec);
        let found = found.or_else(|| (!frame.indicators.is_empty()).then(|| frame.indicators.clone()));
        let mut found = found.unwrap_or_else(|| indicator::read(frame, whole, codelists));
        // 城镇和农村居民收入分别增长8.1%和9.3%，其中农村居民收入达到1.1万元: of what grew, and no part of an amount before it.
        let grew: Vec<_> = earlier.iter().rev().take_while(|other| other.form == Form::Change).collect();
        if found.is_empty() && frame.part && !grew.is_empty() {
            found = indicator::read(&Frame { part: false, ..frame.clone() }, None, codelists);
            found.retain(|(id, _)| grew.iter().any(|other| other.indicators.iter().any(|(it, _)| it == id)));
        }
        // 全市2.7万户8.6万人住进新居，其中甲县5236户1.71万人: of what all of them did.
        // …其中，恩施市有监测对象2103户，利川市2287户: of what is said of the place before.
        if frame.place_part && frame.after.is_empty() {
            let alike = |other: &&Frame<'_>| {
                let same = other.part_at == frame.part_at && other.figure.family == frame.figure.family;
                same && !other.indicators.is_empty()
            };
            let listed = earlier.iter().rev().find(alike);
            if let Some(lender) = listed.or(whole.filter(|whole| !whole.indicators.is_empty())) {
                found.clone_from(&lender.indicators);
            }
            // 全州贫困人口减少到1200人，其中石渠仍有107户418人: the households of those people.
            if let (true, Some(pair)) = (found.is_empty(), out.get(position + 1)) {
                found = households_of(frame, pair, earlier, codelists);
            }
        }
        // 新发放小额信贷9.2亿元，余额3亿元。其中，甲县发放2.4亿元、乙县1.5亿元: of what is told by the same verb.
        if found.is_empty() && frame.part_at.is_some() {
            found = told_by_its_verb(frame, earlier, previous);
        }
        // 贫困发生率22.17%，比全市的4.76%高, 高于阜平县（13.8%）: another place's, of the same.
        if found.is_empty() && is_of_another(text, frame) {
            found = last_alike(earlier, frame);
        }
        if let (true, Some(last)) = (found.is_empty() && !frame.part, earlier.last()) {
            found = members_of(frame, last, codelists);
        }
        // 改造危房169户，超额完成省下达的120户任务: of what was done; 减贫任务8000人，实际完成8600人: of the task.
        let fulfils = || {
            ["实际完成", "实际", "实际为", "实际达到"].contains(&frame.clause_own.as_str()) && frame.after.is_empty()
        };
        if found.is_empty() && (Plans::task_that_was_set(frame).is_some() || fulfils()) {
            found = last_alike(earlier, frame);
        }
        // 2016年底降到23.8%，2017年底降到17.1%: and so it goes on.
        if let (true, Some(last)) = (found.is_empty(), earlier.last().filter(|last| runs_on(text, last, frame))) {
            found.clone_from(&last.indicators);
        }
        // 岷县3.6万人、通渭县2.7万人: the next place of a list, of the same.
        if let (true, true, Some(last)) = (found.is_empty(), frame.next_place, earlier.last()) {
            found.clone_from(&last.indicators);
        }
        // 贫困人口21万人，贫困发生率19%；如今分别降为1万人和0.9%: of what was said before, told apart by the units.
        if found.is_empty() && frame.form == Form::Level && !frame.per && says_again(frame, codelists) {
            let same = |other: &&Frame<'_>| {
                other.figure.family == frame.figure.family && !other.indicators.is_empty() && !other.part
            };
            // …14260元，…14380元。去年这两项分别是12240元和13260元: each is of the one in its turn, if need be of the sentence before.
            let (turn, count) = frame.turn;
            let here = earlier.get(..position.saturating_sub(turn)).unwrap_or(&[]);
            let of = |frames: &[Frame<'_>]| {
                let mut level = frames.iter().rev().filter(same).filter(|other| other.form == Form::Level);
                level.nth((count - 1).saturating_sub(turn)).map(|other| other.indicators.clone())
            };
            let pointed = frame.clause_own.contains(['这', '该']);
            found = of(here).or_else(|| of(previous).filter(|_| pointed)).unwrap_or_default();
        }
        // 81个贫困村分三年退出，2017年17个、2018年39个: how it went year by year.
        let again = || codelists.cues.again.find(&frame.before).next().is_some();
        let nameless = frame.bare || !frame.own.contains(char::is_alphabetic) || again();
        if found.is_empty() && nameless && frame.dated && frame.form == Form::Level && frame.after.is_empty() {
            found = year_by_year(frame, earlier, previous, codelists);
        }
        // 由53个乡镇减为31个: what the change began with.
        let ends = |last: &&Frame<'_>| last.from && last.figure.family == frame.figure.family;
        if let (true, Some(last)) = (found.is_empty() && frame.bare, earlier.last().filter(ends)) {
            found.clone_from(&last.indicators);
        }
        // 资助贫困学生2.6万人次，发放1754万元: for those who were aided, and nothing that came before.
        if let (true, Some(last)) =
            (is_family(&frame.figure, "yuan"), earlier.last().filter(|last| pays_for(last, frame)))
        {
            found = last.indicators.iter().map(|(_, rule)| (IndicatorId::new(SPENT), rule.clone())).collect();
        }
        // 大同市计划退出的3个贫困县区, 14个省定贫困县: what counts counties counts nothing else.
        if indicator::counts_counties(&frame.after, codelists) {
            found.retain(|(id, _)| codelists.cues.counts_counties.iter().any(|counting| counting == id.as_str()));
        }
        if let Some(frame) = out.get_mut(position) {
            frame.indicators = found;
        }
    }
}

/// The indicators of the last of `earlier` figures of the same family that is a level and states any.
fn last_alike(earlier: &[Frame<'_>], frame: &Frame<'_>) -> Vec<(IndicatorId, Arc<str>)> {
    let alike = |other: &&Frame<'_>| {
        other.figure.family == frame.figure.family && other.form == Form::Level && !other.indicators.is_empty()
    };
    earlier.iter().rev().find(alike).map_or_else(Vec::new, |other| other.indicators.clone())
}

/// The indicators of the figure of a whole that is told by the verb which a place's part is told by, or which the place before
/// it in the list has.
fn told_by_its_verb(frame: &Frame<'_>, earlier: &[Frame<'_>], previous: &[Frame<'_>]) -> Vec<(IndicatorId, Arc<str>)> {
    const VERBS: [&str; 6] = ["发放", "投入", "投放", "培训", "搬迁", "改造"];
    let alike = |other: &&Frame<'_>| other.figure.family == frame.figure.family && !other.indicators.is_empty();
    let listed = frame.place_part.then(|| earlier.iter().rev().find(|other| other.part_at == frame.part_at)).flatten();
    let verb = VERBS.iter().find(|verb| frame.before == **verb);
    let whole = verb.and_then(|verb| {
        let mut wholes = earlier.iter().rev().chain(previous.iter().rev()).filter(alike);
        wholes.find(|other| other.clause_before.contains(verb))
    });
    whole.or(listed.filter(alike)).map_or_else(Vec::new, |other| other.indicators.clone())
}

/// Pupils who are aided, and what is spent on them.
const AIDED: &str = "students_aided";
const SPENT: &str = "education_spending";

/// Whether `frame` says no more than what was paid out to the pupils that `last` counts.
fn pays_for(last: &Frame<'_>, frame: &Frame<'_>) -> bool {
    let paid = ["发放", "共发放", "累计发放", "兑现", "落实"].contains(&frame.clause_own.as_str());
    paid && frame.after.is_empty() && last.indicators.iter().any(|(id, _)| id.as_str() == AIDED)
}

/// The indicators of a figure with nothing but its year: those of the last one of its kind in the sentence, or in the one before
/// where the words point back (这个数字逐年往下走：2016年19.5%).
fn year_by_year(
    frame: &Frame<'_>,
    earlier: &[Frame<'_>],
    previous: &[Frame<'_>],
    codelists: &Codelists,
) -> Vec<(IndicatorId, Arc<str>)> {
    let same = |other: &&Frame<'_>| other.figure.family == frame.figure.family && other.form == Form::Level;
    let lender = match earlier.iter().rev().find(same) {
        None if [frame.topic(), &frame.before]
            .iter()
            .any(|words| codelists.cues.again.find(words).next().is_some()) =>
        {
            previous.iter().rev().find(same)
        }
        lender => lender,
    };
    lender.map_or_else(Vec::new, |other| other.indicators.clone())
}

/// Whether the figure's clause only points back at what was counted before: 前者只剩, 三个数依次是. With a noun of its own
/// (看戏的依次是) it does not.
fn says_again(frame: &Frame<'_>, codelists: &Codelists) -> bool {
    let cues = &codelists.cues;
    let Some(word) = cues.again.find(&frame.clause_own).next() else { return false };
    let lead = frame.clause_own.get(..word.start).unwrap_or("");
    // 而2014年这个数字是8300元
    let year = lead.trim_end_matches(['底', '末']).strip_suffix('年');
    let undated = year.map(|year| year.trim_end_matches(|ch: char| ch.is_ascii_digit()));
    let lead = undated.filter(|lead| year.is_some_and(|year| year.len() == lead.len() + 4)).unwrap_or(lead);
    let led_in = lead.is_empty() || cues.opening.iter().any(|word| word == lead);
    led_in && matches!(frame.after.as_str(), "" | "和" | "与")
}

/// The indicators of the figure that the one at `position` only says the growth of: 31.5亿元，比上年增长18.3%;
/// …28460元和11236元，分别增长6.5%和10.8%. Those before `position` are known.
fn grown<'f>(text: &str, frames: &'f [Frame<'_>], position: usize) -> Option<&'f [(IndicatorId, Arc<str>)]> {
    let frame = frames.get(position)?;
    if frame.form != Form::Change || !frame.goes_on || frame.threshold || frame.per {
        return None;
    }
    let alike = |a: &Frame<'_>, b: &Frame<'_>| a.figure.family == b.figure.family;
    let follows = |at: usize| match (at.checked_sub(1).and_then(|last| frames.get(last)), frames.get(at)) {
        (Some(last), Some(next)) => {
            next.form == Form::Change
                && last.form == Form::Change
                && next.goes_on
                && alike(last, next)
                && joined(text, last.figure.bound_end, next.figure.start)
        }
        _ => false,
    };
    let first = (1..=position).rev().find(|at| !follows(*at))?;
    let count = 1 + (position + 1..frames.len()).take_while(|at| follows(*at)).count() + position - first;
    let grown = frames.get(first.checked_sub(count)?..first)?;
    let base = grown.get(position - first)?;
    let one_kind = grown.iter().all(|other| alike(other, base) && !other.indicators.is_empty());
    // The growth of a rate is read by its own noun.
    let fits =
        one_kind && !is_family(&base.figure, "percent") && (is_family(&frame.figure, "percent") || alike(base, frame));
    (fits && (count > 1 || is_family(&frame.figure, "percent"))).then_some(base.indicators.as_slice())
}

/// Whether `frame` tells what became of the same as `last` at a later time, and no more: ，2017年底降到17.1%.
fn runs_on(text: &str, last: &Frame<'_>, frame: &Frame<'_>) -> bool {
    const BECAME: [&str; 12] =
        ["直至", "直到", "降到", "降至", "降为", "下降到", "下降至", "减少到", "增加到", "提高到", "上升到", "达到"];
    let between = text.get(last.figure.bound_end..frame.figure.start).unwrap_or("");
    let time = |ch: char| ch.is_ascii_digit() || "，、；年月底末到至又再一两三四五六七八九十后".contains(ch);
    // 直至2018年底的1.36%
    let of_then = |ch: char| ch.is_ascii_digit() || "年月底末的".contains(ch);
    let same = last.figure.family == frame.figure.family && last.form == Form::Level && frame.form == Form::Level;
    same && frame.after.is_empty()
        && between.starts_with(['，', '、', '；'])
        && BECAME.contains(&between.trim_start_matches(time).trim_end_matches(of_then))
}

/// Whether a rate is another place's, beside the own one: 比全市的4.76%, 阜平县（13.8%）, 高于全市13.9%的平均水平.
fn is_of_another(text: &str, frame: &Frame<'_>) -> bool {
    /// The longest name of a place, in characters.
    const PLACE: usize = 8;
    let (lead, behind) =
        (text.get(..frame.figure.start).unwrap_or(""), text.get(frame.figure.bound_end..).unwrap_or(""));
    // 却仍比全市15948元低了6461元
    let differs = behind.starts_with(['低', '高', '少', '多']);
    let of = frame.clause_own.strip_suffix('的').or(Some(frame.clause_own.as_str()).filter(|_| differs));
    let than = of.and_then(|lead| lead.rsplit_once(['比', '较']));
    let of_place = than.is_some_and(|(_, place)| {
        (1..=PLACE).contains(&place.chars().count()) && !place.contains(|ch: char| ch.is_ascii_digit())
    });
    let noted = behind.starts_with('）')
        && lead.strip_suffix('（').is_some_and(|lead| lead.ends_with(['县', '市', '州', '区', '旗', '省']));
    // 远高于全市13.9%的平均水平; 与邻近的宁国市摘帽时1.6%的水平相比
    let mean = frame.clause_own.contains(['高', '低', '与', '同'])
        && ["的平均水平", "的水平"].iter().any(|word| behind.starts_with(word));
    is_family(&frame.figure, "percent") && (of_place || noted || mean)
        || is_family(&frame.figure, "yuan") && (of_place && differs || mean)
}
