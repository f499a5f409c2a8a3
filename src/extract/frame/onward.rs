//! Figures that have no noun of their own: which earlier one they go on with.

use super::noun::Noun;
use super::spot::Spot;
use super::{Frame, counts_people};
use crate::extract::chunk::strip;
use crate::extract::is_family;
use crate::extract::parts::is_noted;
use crate::model::Form;

/// What a sentence that names nothing says of what the last one counted: 今年预计可达1.05万元, 到今年底已完成4120户.
const BECAME: [&str; 13] =
    ["达", "升", "增至", "增加到", "增长到", "提高到", "降至", "降到", "下降到", "减少到", "突破", "完成", "目标"];

/// By what something is to become more, at the head of a sentence.
const PLANS: [&str; 6] = ["按照规划", "按规划", "根据规划", "按照计划", "按计划", "根据计划"];

/// What a figure goes on with.
pub(super) struct Onward<'f, 'a> {
    /// Whether it has no noun of its own and goes on with an earlier figure's.
    pub(super) goes_on: bool,
    /// The figure that it goes on with; where it does not, the one before it in the sentence.
    pub(super) last: Option<&'f Frame<'a>>,
    /// The figure of the sentence before of which each place's figure is.
    pub(super) of_whole: Option<&'f Frame<'a>>,
}

/// What the figure at `spot`, with `noun` before and `after` behind it, goes on with: one of `out`, its sentence's, or of
/// `previous`, the last one's.
pub(super) fn onward<'f, 'a>(
    spot: &Spot<'_, '_>,
    noun: &Noun,
    after: &str,
    out: &'f [Frame<'a>],
    previous: &'f [Frame<'a>],
) -> Onward<'f, 'a> {
    let goes_on = noun.stripped.noun.is_empty() && !sets_out(spot, noun, after);
    // Only the first figure of a sentence and its pair can open it.
    let opens = spot.position == 0 || spot.position == 1 && spot.adjacent();
    let from_before = in_last_sentence(spot, opens, previous);
    // 已有12.4万人脱贫。其中，恩施市2.1万人，…: each is of what the whole is.
    let of_whole = from_before.filter(|_| goes_on && after.is_empty() && (spot.place.is_some() || opens));
    let last = if goes_on { in_sentence(spot, noun, after, out).or(from_before) } else { out.last() };
    Onward { goes_on, last, of_whole }
}

/// Whether a figure without a noun before it tells of something else than the figure before does.
fn sets_out(spot: &Spot<'_, '_>, noun: &Noun, after: &str) -> bool {
    let (figure, cues) = (spot.figure, &spot.codelists().cues);
    let rate = is_family(figure, "percent");
    // Not where a place opens a clause that has its own noun behind the figure: …；全市68家帮扶车间.
    // …，全县由20.5%降至0.7%: the first end of a pair counts nothing behind it.
    let named = after.starts_with(char::is_alphabetic);
    let anew = spot.place.is_some() && !noun.stripped.from && named;
    // …累计退出86个，还有12个贫困村: what is left is told anew.
    let remains = spot.chunk.trim_end_matches('的');
    let left = (named || counts_people(figure))
        && !noun.of_those
        && cues.left.iter().any(|word| remains.ends_with(word.as_str()));
    // 贫困发生率11.4%；80%的农民种果树: a share of those behind it.
    let of_others =
        rate && after.strip_prefix('的').is_some_and(|of| cues.shared.iter().any(|word| of.starts_with(word.as_str())));
    // 开发公益性岗位1650个，为1.2万名劳动力发放补助: for whom something else is done.
    let for_them = spot.word_behind() && matches!(spot.chunk.trim_start_matches('，'), "为" | "给" | "向" | "帮助");
    // …13.9%，贫困人口总量居首、占全市的26.7%: a share of those of all the city.
    let of_all = rate
        && spot
            .chunk
            .strip_suffix('的')
            .and_then(|of| of.rsplit_once('占'))
            .is_some_and(|(_, of)| of.starts_with('全'));
    // 272名队员中，64.7%有大学以上学历: what a part of them has or is.
    let are = rate && after.starts_with(['有', '是']);
    // 剩下的1862户6827人由27名县级领导挂牌督战: by whom something is done.
    let by_whom = spot.chunk.trim_start_matches('，') == "由" && spot.word_behind() && counts_people(figure);
    // 268名队员中，有9人因脱岗被约谈: what some of them did.
    let comma = spot.said(spot.sentence.start..spot.clause.start).strip_suffix('，');
    let some = counts_people(figure)
        && spot.word_behind()
        && comma.is_some_and(|lead| lead.ends_with(['中', '里']))
        && ["有", "已有", "就有", "仅有"].contains(&&*spot.chunk);
    // 培训5万人次，力争260个村出列: an aim of another kind.
    let aim = named
        && ["力争", "确保", "争取", "努力实现"].contains(&spot.chunk.trim_start_matches('，'))
        && spot.last().is_some_and(|last| last.family != figure.family);
    anew || aim || left || some || by_whom || of_others || for_them || of_all || are
}

/// The figure of the same sentence that one without a noun goes on with.
fn in_sentence<'f, 'a>(spot: &Spot<'_, '_>, noun: &Noun, after: &str, out: &'f [Frame<'a>]) -> Option<&'f Frame<'a>> {
    let (figure, last) = (spot.figure, out.last());
    let grows = noun.stripped.change.is_some() && is_family(figure, "percent");
    // …的村92个，占32.6%: the share of what was counted, not of another rate.
    let share = spot.chunk.trim_start_matches(['、', '，']).starts_with('占');
    // 13675户45165人、188个: villages are no people.
    let odd = is_family(figure, "piece") && after.is_empty() && last.is_some_and(|last| counts_people(&last.figure));
    // 收入增长15%以上，达到15300元: of what grew.
    let reached = ["达到", "达", "增至", "突破", "力争突破", "迈过", "跨过"]
        .contains(&spot.chunk.trim_start_matches('，'))
        && last.is_some_and(|last| {
            last.form == Form::Change && (is_family(&last.figure, "percent") || is_family(&last.figure, "point"))
        });
    // 7969户20918人; 达到…元，增长10.2%: what stands right before.
    if spot.adjacent() && !odd || grows || share || reached {
        return last;
    }
    // …of the same kind: 累计发放30亿元，覆盖6.1万户，2018年达到11.9亿元.
    // 吸纳务工人员778人（其中脱贫户411人），其中本县570人: a note that is closed is gone on with by nothing.
    let noted = |other: &&Frame<'_>| is_noted(spot.around.text, other.figure.bound_end..figure.start);
    // 7086元，比全市低412元，今年前三季度是5921元: how far it lies from another is gone on with by nothing.
    let alike = || out.iter().rev().filter(|other| other.figure.family == figure.family);
    let level = alike().find(|other| !other.threshold && !noted(other));
    level.or_else(|| alike().find(|other| !noted(other))).or_else(|| alike().next()).or(last)
}

/// The figure of the last sentence that one without a noun goes on with, `opens` where it begins its sentence.
fn in_last_sentence<'f, 'a>(spot: &Spot<'_, '_>, opens: bool, previous: &'f [Frame<'a>]) -> Option<&'f Frame<'a>> {
    let codelists = spot.codelists();
    let start = spot.sentence.start;
    // 从年底数据看，秭归0.69%、五峰0.81%
    let opening = spot.said(start..spot.figure.start);
    let viewed = || opening.split('，').next().is_some_and(|clause| clause.ends_with('看'));
    let by_place = opening.starts_with('从') && viewed() || opening.starts_with("分县");
    // 其中，大化县4.62万人、环江县1.69万人: the places share what the sentence before counted.
    let breaks_down =
        spot.place.is_some() && (by_place || codelists.cues.part.iter().any(|word| opening.starts_with(word)));
    // 今年预计可达1.05万元: a sentence that names nothing goes on with the last one.
    let silent = || {
        let first = spot.here.first().map_or(start, |first| first.start);
        let opening = spot.undated(start..first);
        // 按照规划，“十三五”末要达到42%
        let planned = opening.split_once('，').filter(|(plan, _)| PLANS.contains(plan)).map(|(_, rest)| rest);
        let opening = planned.unwrap_or(&opening);
        opens && strip(opening, codelists).noun.is_empty() && BECAME.iter().any(|word| opening.contains(word))
    };
    let total = |other: &&Frame<'_>| !other.per || !other.indicators.is_empty();
    let alike = |other: &&Frame<'_>| other.figure.family == spot.figure.family;
    // The sentence before is looked at only where it has such a figure.
    let found = previous.iter().rev().filter(alike).find(total)?;
    (breaks_down || silent()).then_some(found)
}
