//! What stands behind a figure and is said of it, and where what is said of another begins.

use super::counts_people;
use super::spot::Spot;
use crate::codelist::TargetWord;
use crate::extract::chunk::without_notes;
use crate::extract::is_family;
use crate::extract::parts::{first_noun, later_on, partly_done, parts_follow, some_of_pair, watched_next};
use crate::recognize::Figure;

/// The longest quotation that is what a figure counts, in characters.
const QUOTED: usize = 8;

/// What a quotation before it may be the name of.
const KINDS: [&str; 11] = [
    "驻村工作队",
    "驻村工作组",
    "驻村帮扶工作队",
    "工作队",
    "工作组",
    "服务队",
    "扶贫车间",
    "就业帮扶车间",
    "车间",
    "合作社",
    "贫困村",
];

/// The words behind a figure.
pub(super) struct Behind {
    /// Those that are said of it.
    pub(super) after: String,
    /// Byte where its clause goes on with what is not said of it.
    pub(super) end: Option<usize>,
}

/// The words behind the figure at `spot`.
pub(super) fn behind(spot: &Spot<'_, '_>) -> Behind {
    let (text, figure, codelists) = (spot.around.text, spot.figure, spot.codelists());
    let next_start = spot.next().map_or(spot.sentence.end, |next| next.start);
    let mut after = spot.said(figure.bound_end..spot.clause.end.min(next_start).max(figure.bound_end));
    // 8个贫困县（市、区）摘帽, but 30个乡（镇、街道）
    let noted = without_notes(after);
    if noted.len() < after.len() && after.find('（').unwrap_or(0) > '乡'.len_utf8() {
        after = &noted;
    }
    after = noun_behind(spot, first_noun(after, codelists));
    // 1110个贫困村里出列的已有874个, 农业人口24.4万人中有贫困人口8.8万人: what some are is not said of the whole.
    let some = after
        .find("里")
        .or_else(|| after.find('中'))
        .filter(|_| next_counted(spot).is_some_and(|next| parts_follow(spot.up_to(next).unwrap_or(""))));
    let some = some.map(|at| at + '里'.len_utf8()).or_else(|| partly_done(text, figure, spot.next()?, codelists));
    if let Some(some) = some {
        after = after.get(..some).unwrap_or(after);
    }
    // 9个乡镇共培育合作社712个: what the next figure counts is not what this one does.
    let in_clause = spot.next_alike().is_some_and(|next| next.start <= spot.clause.end);
    let split = after.split_once('共').or_else(|| after.split_once("累计"));
    let shared = split.filter(|(own, _)| in_clause && !own.is_empty()).map(|(own, _)| own);
    after = shared.unwrap_or(after);
    // 2014年的516个贫困村到2019年全部出列: what became of them later is not said of that year's.
    let later =
        if some.is_some() { None } else { later_on(text, figure, figure.bound_end + after.len(), spot.periods()) };
    if let Some(later) = later {
        after = text.get(figure.bound_end..later).unwrap_or(after);
    }
    let cut_at = some.or(later).or(shared.map(str::len)).map(|_| figure.bound_end + after.len());
    // 8.2万“一方水土养不好一方人”的贫困群众: which of them are meant.
    let after = after.strip_prefix('“').and_then(|rest| rest.split_once("”的")).map_or(after, |(_, noun)| noun);
    // 25222人摘掉“穷帽子” are words of their own; other quotations are not said of the figure.
    let after = codelists.cues.plain(after);
    let after = outside_quotes(&after);
    let outcome = outcome_of_the_rest(spot);
    let of_outcome = outcome.map(|at| figure.bound_end + at);
    // 贫困户763户2506人中有760户2503人退出: nor of a pair.
    let of_some = cut_at.or_else(|| some_of_pair(text, spot.here, spot.position));
    let after = outcome.and_then(|at| after.get(..at)).unwrap_or(after);
    Behind { after: after.to_owned(), end: of_outcome.or(of_some).or_else(|| told_of_next(spot, after)) }
}

/// The figure behind it, where that counts in the same kind of unit, or both count people.
fn next_counted<'s>(spot: &Spot<'_, 's>) -> Option<&'s Figure> {
    spot.next_alike().or_else(|| spot.next().filter(|next| counts_people(next) && counts_people(spot.figure)))
}

/// `after` from the noun on, which a unit or a place may hold a part of.
fn noun_behind<'t>(spot: &Spot<'t, '_>, mut after: &'t str) -> &'t str {
    let figure = spot.figure;
    // 317万忻州人民: whose people they are.
    let places = spot.around.places;
    let theirs = places.get(places.partition_point(|place| place.start < figure.bound_end));
    if let Some(theirs) = theirs.filter(|place| place.start == figure.bound_end) {
        after = after.get(theirs.len()..).unwrap_or(after);
    }
    // 67万人口, 33万人民: the unit is 人 and the noun 人口.
    if after.starts_with(['口', '民']) && spot.written().ends_with('人') {
        let unit = figure.end.saturating_sub('人'.len_utf8());
        after = spot.around.text.get(unit..figure.bound_end + after.len()).unwrap_or(after);
    }
    // 3000万元的专项扶贫资金
    if is_family(figure, "yuan") {
        after = after.strip_prefix('的').unwrap_or(after);
    }
    // 83.9%的森林覆盖率
    if let Some(rate) = after.strip_prefix('的').filter(|_| is_family(figure, "percent")) {
        let noun = rate.split(|ch: char| !ch.is_alphabetic()).next().unwrap_or("");
        if noun.ends_with(['率', '度']) || noun.contains('率') {
            after = rate;
        }
    }
    // 643户2758人的脱贫监测户、边缘户
    if let Some(who) = after.strip_prefix('的').filter(|_| super::counts_people(figure)) {
        let watched = &spot.codelists().cues.watched;
        if watched.iter().any(|word| who.starts_with(word.as_str())) {
            after = who;
        }
    }
    // 48.7万口人
    if spot.written().ends_with('口') {
        after = after.strip_prefix('人').unwrap_or(after);
    }
    after
}

/// What of `after` is said of the figure before it, where parts of it are quoted.
fn outside_quotes(after: &str) -> &str {
    // 选派147名“第一书记”: a quotation that begins there is what is counted.
    let quoted = after.strip_prefix('“').and_then(|rest| rest.split_once('”'));
    // 35支“访惠聚”工作队: unless it is the name of such.
    let kind = quoted.map(|(_, kind)| kind).filter(|kind| KINDS.iter().any(|word| kind.starts_with(word)));
    // 33个“十三五”贫困村退出: when they were listed.
    let of_plan = quoted.filter(|(noun, _)| noun.starts_with('十') && noun.ends_with('五')).map(|(_, rest)| rest);
    let named = quoted.filter(|(noun, _)| noun.chars().count() <= QUOTED).map(|(noun, _)| noun);
    of_plan.or(kind).or(named).or_else(|| after.split(['“', '”']).next()).unwrap_or("")
}

/// Where what is said of the next figure begins, which is not said of this one; `after` is said of it.
fn told_of_next(spot: &Spot<'_, '_>, after: &str) -> Option<usize> {
    let (text, codelists) = (spot.around.text, spot.codelists());
    // 120个贫困村已有37个摘帽: what is said of the next figure is not said of the whole.
    let split = spot.next_alike().filter(|next| {
        spot.up_to(next).is_some_and(|between| {
            !between.contains(['、', '，', '；', '。']) && (between.contains('已') || between.ends_with('有'))
        })
    });
    // 减贫7844人、发放扶贫贷款5.1亿元: an item that begins with another deed.
    let deed = || {
        let next = spot.next().filter(|_| after.is_empty())?;
        let item = spot.up_to(next)?.strip_prefix('、')?;
        let cues = &codelists.cues;
        let mut deeds = cues.part_anew.iter().chain(&cues.part_anew_alone).map(String::as_str).chain(["新增", "新建"]);
        deeds.any(|deed| item.starts_with(deed)).then_some(spot.figure.bound_end)
    };
    // 104.6万人脱贫、28.63万人易地扶贫搬迁: an item that says itself what is done shares no words with the next.
    let item = || {
        let said = codelists.cues.outcome.is_in(after);
        spot.next().filter(|next| {
            spot.up_to(next)
                .is_some_and(|between| said && between.ends_with('、') && !between.contains(['，', '；', '。']))
        })
    };
    let begins = split.or_else(item).map(|next| next.start);
    begins.or_else(deed).or_else(|| watched_next(text, spot.here.get(spot.position..)?, codelists))
}

/// How many bytes behind a figure of those who are left it is told what becomes of them: 剩余84户160人将于年底前脱贫, 已达到脱贫
/// 标准. There they still are, and are counted as such.
fn outcome_of_the_rest(spot: &Spot<'_, '_>) -> Option<usize> {
    let (figure, cues) = (spot.figure, &spot.codelists().cues);
    let counted_as = || cues.still_poor.iter().filter_map(|word| spot.lead().rsplit_once(word.as_str()));
    let remaining = counts_people(figure) && counted_as().any(|(_, counted)| !counted.contains('村'));
    // 14个未脱贫村、剩余的…已达到退出标准
    let counted = spot.rest();
    let not_yet = cues.not_yet.iter().any(|word| counted.starts_with(word.as_str()));
    let still = (remaining || not_yet)
        && cues
            .target
            .find(spot.said(spot.sentence.start..figure.start))
            .all(|(_, kind)| !matches!(kind, TargetWord::Strong | TargetWord::Opens));
    if !still {
        return None;
    }
    // 剩余贫困人口520人达到脱贫标准 are named as such; 剩余的2160名贫困人口达到脱贫标准 tells what became of them.
    let named = not_yet || counted_as().any(|(_, counted)| counted.contains('贫'));
    let behind = spot.around.text.get(figure.bound_end..spot.clause.end)?;
    let lifted = !named && ["脱贫", "达标"].iter().any(|word| behind.contains(word));
    let open = cues.until_outcome.iter().filter(|word| !(lifted && word.contains('达')));
    open.filter_map(|word| behind.find(word.as_str())).min()
}
