//! What stands before a figure and is counted by it, or lent to it by the clause before.

use super::spot::Spot;
use super::{Frame, counts_people};
use crate::extract::chunk::{Stripped, ranked_by, strip, without_notes};
use crate::extract::{clause, is_family};

/// How many characters may stand between the ends of a pair.
const PAIRED: usize = 14;

/// Verbs by which a place has what a clause before names as one of its kind, and how that clause begins: 像这样的扶贫车间，全县建了92个.
const BUILT: [&str; 6] = ["建", "建起", "办", "办起", "开", "开办"];
const ALIKE: [&str; 4] = ["像这样的", "这样的", "类似的", "像这种"];

/// Where things are, each place with how many it has.
const SPREAD: [&str; 4] = ["分布在", "集中在", "分布于", "集中于"];

/// The noun before a figure.
pub(super) struct Noun {
    /// What stands right before the figure, taken apart; its noun is the one that counts, wherever it stands.
    pub(super) stripped: Stripped,
    /// The noun between the figure and the place or figure before it.
    pub(super) own: String,
    /// Whether the clause before lent it.
    pub(super) borrowed: bool,
    /// Whether the figure counts some of those whom the figure before does.
    pub(super) of_those: bool,
}

/// The noun of the figure at `spot`; `out` are the frames before it.
pub(super) fn noun_before(spot: &Spot<'_, '_>, out: &[Frame<'_>]) -> Noun {
    let codelists = spot.codelists();
    // What stands behind a place is the noun; a place alone goes on: 全市2.1%，其中临县8.27%.
    let behind_place = spot.place.map(|place| spot.undated(place.end..spot.words.end));
    let noun_words = behind_place.as_deref().map_or(&*spot.chunk, behind_count_of_places);
    let mut stripped = strip(&without_notes(noun_words), codelists);
    // A place is no part of what is counted.
    let own = stripped.noun.clone();
    if let Some(noun) = before_place(spot).filter(|_| own.is_empty()) {
        stripped.noun = noun;
    }
    // 监测对象最多的东乡县为5218户
    let ranked = spot.place.filter(|_| own.is_empty());
    let ranked = ranked.and_then(|at| ranked_by(spot.around.text, spot.words.start..at.end, spot.around.places));
    if let Some(noun) = ranked {
        stripped.noun = strip(noun, codelists).noun;
    }
    // 贫困发生率6.52%，较建档立卡之初下降24.78个百分点: since when it fell counts nothing.
    let since = stripped.change.is_some() && stripped.noun.starts_with(['较', '比']);
    if since && stripped.noun.ends_with(['初', '时', '前', '末', '底', '年', '较', '比'])
        || is_of_the_last(spot, &stripped, out)
    {
        stripped.noun.clear();
    }
    // 甲县剩余贫困人口9.1万人，乙县最多，还有12.5万人: of those whom the figure before counted.
    let of_those = !spot.word_behind()
        && codelists.cues.left.iter().any(|word| spot.chunk.ends_with(word.as_str()))
        && out.last().is_some_and(|last| {
            last.figure.family == spot.figure.family
                && last.before.contains("贫困")
                && !last.clause_before.contains(['减', '脱', '退', '出'])
        });
    // A clause of a link alone goes on with the clause before it: …首次突破万元，达到10372元.
    let own_behind = spot.word_behind() && !stripped.linked;
    let lent = if of_those || own_behind { None } else { lent_by_clause(spot, &stripped.noun) };
    let borrowed = lent.is_some();
    if let Some(noun) = lent {
        stripped.noun = noun;
    }
    Noun { stripped, own, borrowed, of_those }
}

/// What stands behind the number of the places listed before: 甲、乙、丙三县分别发放…, 甲县一个县就有….
fn behind_count_of_places(words: &str) -> &str {
    const PLACES: [&str; 9] = ["县（市、区）", "县（市）", "县区", "县市", "区县", "县", "区", "旗", "市"];
    let number = |ch: char| ch.is_ascii_digit() || "一两三四五六七八九十".contains(ch);
    let rest = words.trim_start_matches(number);
    if rest.len() == words.len() {
        return words;
    }
    let rest = rest.strip_prefix('个').unwrap_or(rest);
    PLACES.iter().find_map(|places| rest.strip_prefix(places)).unwrap_or(words)
}

/// The noun before the place before the figure: 就业车间全县共118个.
fn before_place(spot: &Spot<'_, '_>) -> Option<String> {
    let place = spot.place?;
    let lead = spot.undated(spot.words.start..place.start);
    // 贫困发生率泾县为0.58%、旌德县为0.61%
    let said_of = ["为", "是", "达", "仅为"].contains(&spot.said(place.end..spot.figure.start));
    let named = lead.chars().count() > 2 && !lead.contains(['、', '和', '中', '“']);
    let whole = spot.said(place.clone()).starts_with('全');
    (named && (said_of && is_family(spot.figure, "percent") || whole)).then(|| {
        // …27.6%，而当时全市只有13.9%: 而 counts nothing.
        let noun = strip(&without_notes(&lead), spot.codelists()).noun;
        noun.trim_start_matches(['而', '但']).to_owned()
    })
}

/// Whether what stands between a figure and the one before it is no noun of its own.
fn is_of_the_last(spot: &Spot<'_, '_>, stripped: &Stripped, out: &[Frame<'_>]) -> bool {
    let (Some(last), figure) = (out.last(), spot.figure) else { return false };
    let alike = last.figure.family == figure.family;
    let between = spot.since_last();
    // 14个乡镇5个街道: what stands between two figures that each have a noun behind them is the first one's.
    let enumerated = spot.word_behind()
        && between.is_some_and(|words| {
            let noun = words.chars().count() > 1 && words.chars().all(char::is_alphabetic);
            // 205个行政村13个社区, but not 77个贫困村中有65个实现脱贫.
            let short = words.chars().count() <= 4 && !words.contains(['中', '里', '有', '已', '共', '的']);
            noun && (is_family(figure, "count") || is_family(figure, "piece") && short)
        })
        && alike
        && last.bare_before;
    // 脱贫65个村4700户1.7万人: the villages are what the first figure counts.
    let villages = between.is_some_and(|words| ["村", "贫困村", "行政村", "嘎查", "嘎查村"].contains(&words))
        && counts_people(figure)
        && is_family(&last.figure, "piece")
        && {
            // 全县281个行政村45.4万人
            let of_all = last.bare_before && between == Some("行政村") && is_family(figure, "person");
            !last.before.is_empty() || of_all
        };
    // 从28.3%一路降到0.7%: between the ends of a pair stand no nouns.
    let pair = last.from && alike && stripped.linked && spot.place.is_none() && spot.chunk.chars().count() <= PAIRED;
    // 24个乡镇、333个行政村、48.7万人: and whom all of them hold.
    let and_people = between.is_some_and(|words| {
        ["行政村、", "建制村、", "乡镇、", "镇、", "乡、", "街道、", "社区、", "村、"].contains(&words)
    }) && is_family(figure, "person");
    enumerated || villages || pair || and_people
}

/// The noun that the clause before lends to a figure whose own is `noun`, `None` where it lends nothing.
fn lent_by_clause(spot: &Spot<'_, '_>, noun: &str) -> Option<String> {
    let (text, start) = (spot.around.text, spot.sentence.start);
    let built = BUILT.contains(&noun.trim_start_matches(['已', '共', '又', '新']));
    let ends_by = |at: usize| spot.last_end.is_none_or(|end| end <= at);
    if !(noun.is_empty() || built) || !ends_by(spot.clause.start) {
        return None;
    }
    let comma = spot.clause.start.saturating_sub('，'.len_utf8()).max(start);
    let earlier = clause::start(text, comma, start);
    if !ends_by(earlier) {
        return None;
    }
    // “到2018年年底，减少到2140户: what only tells the time lends no noun.
    let lent = spot.undated(earlier..comma);
    let timed = lent.chars().all(|ch| "“到至截止在于".contains(ch));
    // 从年底数据看，秭归0.69%
    let viewed = lent.starts_with(['从', '分']) && lent.ends_with('看');
    // 广昌是原中央苏区县，24.8万人，129个行政村: nor what a place is.
    let is_what = spot.codelists().cues.copula.is_in(&lent) && lent.ends_with(['县', '旗', '乡', '镇', '村']);
    let lent = if timed || viewed || is_what { "" } else { spot.said(earlier..comma) };
    let lent = before_comparison(lent);
    // …和乙县（760人）: a place alone lends nothing.
    let name = earlier + lent.len() - lent.trim_start_matches(['、', '和', '及']).len();
    let places = spot.around.places;
    let place = places.get(places.partition_point(|place| place.start < name));
    if place.is_some_and(|place| *place == (name..comma)) {
        return None;
    }
    // 积石山县次之，3469户: of what places are ranked by.
    let lent = ranked_by(text, earlier..comma, spot.around.places).unwrap_or(lent);
    // 像这样的扶贫车间，全县建了92个
    let alike = ALIKE.iter().find_map(|word| lent.strip_prefix(word));
    let lent = if built { alike? } else { alike.unwrap_or(lent) };
    Some(strip(&without_notes(lent), spot.codelists()).noun)
}

/// What a clause that compares, says vaguely how much has changed, or only names a whole, is about: 贫困发生率低于全省平均水平,
/// 贫困发生率降了近一半, 剩余贫困人口中.
fn before_comparison(clause: &str) -> &str {
    const VAGUE: [&str; 6] = ["一半", "过半", "大半", "一大截", "明显", "大幅"];
    const CHANGED: [&str; 8] = ["低于", "高于", "下降", "减少", "降低", "增长", "降了", "减了"];
    let compared = ["平均水平", "平均", "平均值"].iter().any(|mean| clause.ends_with(mean));
    let vague = VAGUE.iter().any(|word| clause.ends_with(word));
    let at = CHANGED.iter().filter_map(|word| clause.find(word)).min().filter(|_| compared || vague);
    // 剩余贫困人口中，甲县1200人
    let among = clause.strip_suffix('中').filter(|whole| whole.chars().nth(2).is_some());
    // 剩余贫困人口主要分布在甲县（1200人）
    let spread = SPREAD.iter().filter_map(|word| clause.find(word)).min();
    let about = at.or(spread).and_then(|at| clause.get(..at));
    let about = about.map(|about| about.trim_end_matches(['远', '仍', '已', '也', '均', '大', '略', '又', '主', '要']));
    about.or(among).unwrap_or(clause)
}
