//! The words around a figure, taken apart: what it counts, how it is linked, what it is a part of.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use super::chunk::{Stripped, bound, ranked_by, strip, without_notes, without_periods};
use super::lent::read_indicators;
use super::parts::{
    first_noun, is_noted, is_other_place, later_on, opens_with_place, part_before, partly_done, parts_follow,
    sets_out_anew, some_of_pair, watched_next, whole_of,
};
use super::{clause, is_family};
use crate::codelist::{Codelists, Found, LinkKind, TargetWord};
use crate::model::{Bound, Form, IndicatorId};
use crate::recognize::{Figure, PeriodMention};
use crate::segment::Page;

/// A figure in its clause.
#[derive(Debug, Clone)]
pub(super) struct Frame<'a> {
    /// The figure.
    pub(super) figure: Figure,
    /// What stands before the figure and is said of it, links and dates taken off: `全县建档立卡贫困户`.
    pub(super) before: String,
    /// What stands after it up to the next punctuation or figure: `贫困村`.
    pub(super) after: String,
    /// What stands before it since the figure or the clause mark before, and after it: the words that are its own.
    pub(super) own: String,
    /// Its clause up to the figure; for a clause that only goes on about the one before, that one too.
    pub(super) clause_before: String,
    /// Its clause up to the figure, what an earlier clause lends it left out.
    pub(super) clause_own: String,
    /// Its clause after the figure.
    pub(super) clause_after: String,
    /// The clause behind its own.
    pub(super) next_clause: &'a str,
    /// What leads into the sentence, and the sentence.
    pub(super) told: Rc<Told<'a>>,
    /// Byte of what is told where the clause begins.
    pub(super) topic_end: usize,
    /// Bytes of what is told up to the figure, since the sentence's last semicolon.
    pub(super) segment: Range<usize>,
    /// Level or change.
    pub(super) form: Form,
    /// Whether the change is downwards.
    pub(super) falls: bool,
    /// What the words say of exactness.
    pub(super) bound: Bound,
    /// Whether a word directly before the figure sets a limit (不低于, 不超过).
    pub(super) limited: bool,
    /// Whether it is a figure for each unit of something.
    pub(super) per: bool,
    /// Whether `before` comes from an earlier clause although words follow the figure: 大棚360座，12个村受益.
    pub(super) carried: bool,
    /// Whether it only says where something was done: 在18个乡镇建成….
    pub(super) located: bool,
    /// Whether it has no words of its own, links and times aside.
    pub(super) bare: bool,
    /// Whether no noun stands before it.
    pub(super) bare_before: bool,
    /// Whether a time stands among its own words.
    pub(super) dated: bool,
    /// Whether it follows 其中 and is part of a whole.
    pub(super) part: bool,
    /// Byte where the 其中 that governs the figure stands.
    pub(super) part_at: Option<usize>,
    /// Whether it is only one place's of what 其中 takes a part of: 其中甲县5236户1.71万人.
    pub(super) place_part: bool,
    /// Whether it is only another place's of what the figure right before it counts.
    pub(super) next_place: bool,
    /// Its place among figures of one kind that stand side by side, and how many they are: 29973元、11206元.
    pub(super) turn: (usize, usize),
    /// Whether it opens a pair: 由900元.
    pub(super) from: bool,
    /// Whether it has no noun of its own and goes on with an earlier figure's.
    pub(super) goes_on: bool,
    /// Whether it is the limit of a class, or counts only that class: 贫困发生率20%以上的贫困村92个.
    pub(super) class: bool,
    /// Whether it is only what another figure is measured against: 0.89%，低于3%; 高于全省2.1个百分点.
    pub(super) threshold: bool,
    /// What is counted, for people.
    pub(super) label: String,
    /// Indicators that the figure states, each with the rule that says so.
    pub(super) indicators: Vec<(IndicatorId, Arc<str>)>,
}

/// What leads into a sentence, and the sentence; its figures share what is found in it.
#[derive(Debug)]
pub(super) struct Told<'a> {
    pub(super) words: Cow<'a, str>,
    /// Words that readings ask for, once one has asked.
    pub(super) found: OnceCell<Found>,
}

impl Frame<'_> {
    /// What leads into the sentence, and the sentence up to the clause.
    pub(super) fn topic(&self) -> &str {
        self.told.words.get(..self.topic_end).unwrap_or("")
    }

    /// The rule that left the figure without an indicator.
    pub(super) fn unfiled_rule(&self) -> &'static str {
        if self.threshold {
            "unfiled:threshold"
        } else if self.per {
            "unfiled:per-unit"
        } else if self.part {
            "unfiled:part-of-whole"
        } else {
            "unfiled:no-reading"
        }
    }
}

/// How many characters may stand between the ends of a pair.
const PAIRED: usize = 14;

/// What is told of by how many live there.
const HAMLETS: [&str; 6] = ["自然村", "自然屯", "自然寨", "村民小组", "村民组", "村组"];

/// What a sentence that names nothing says of what the last one counted: 今年预计可达1.05万元, 到今年底已完成4120户.
const BECAME: [&str; 13] =
    ["达", "升", "增至", "增加到", "增长到", "提高到", "降至", "降到", "下降到", "减少到", "突破", "完成", "目标"];

/// Verbs by which a place has what a clause before names as one of its kind, and how that clause begins: 像这样的扶贫车间，全县建了92个.
const BUILT: [&str; 6] = ["建", "建起", "办", "办起", "开", "开办"];
const ALIKE: [&str; 4] = ["像这样的", "这样的", "类似的", "像这种"];

/// The longest quotation that is what a figure counts, in characters.
const QUOTED: usize = 8;

/// What the frames of a page are cut from.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    /// The reflowed text.
    pub(super) text: &'a str,
    /// Its sentences and sections.
    pub(super) page: &'a Page,
    /// Its period mentions.
    pub(super) periods: &'a [PeriodMention],
    /// Where it names places.
    pub(super) places: &'a [Range<usize>],
    /// The vocabulary.
    pub(super) codelists: &'a Codelists,
}

/// Frames of the figures `here` of sentence `index`. `previous` are those of the last sentence that has
/// any, which 其中 may refer to.
pub(super) fn frames<'a>(around: &Around<'a>, index: usize, here: &[Figure], previous: &[Frame<'a>]) -> Vec<Frame<'a>> {
    let Around { text, page, periods, places, codelists } = *around;
    let Some(sentence) = page.sentences.get(index) else { return Vec::new() };
    let range = sentence.range.clone();
    let (lead, sentence) = (lead_in(text, page, index, codelists), text.get(range.clone()).unwrap_or(""));
    let words = if lead.is_empty() { Cow::Borrowed(sentence) } else { Cow::Owned(format!("{lead}{sentence}")) };
    let told = Rc::new(Told { words, found: OnceCell::new() });
    let parts: Vec<Range<usize>> = codelists.cues.part.find(sentence).collect();
    let mut out: Vec<Frame<'a>> = Vec::with_capacity(here.len());
    for (position, figure) in here.iter().enumerate() {
        let clause_start = clause::start(text, figure.start, range.start);
        let clause_end = clause::end(text, figure.bound_end, range.end);
        let last_end = position.checked_sub(1).and_then(|last| here.get(last)).map(|last| last.bound_end);
        let chunk_start = last_end.map_or(clause_start, |end| end.max(clause_start));
        let words = chunk_start..figure.start;
        let chunk = without_periods(text, words.clone(), periods);
        let place = places
            .iter()
            .skip(places.partition_point(|place| place.start < words.start))
            .take_while(|place| place.end <= words.end)
            .filter(|place| !is_in_a_period(place, periods))
            .last();
        // What stands behind a place is the noun; a place alone goes on: 全市2.1%，其中临县8.27%.
        let behind_place = place.map(|place| without_periods(text, place.end..words.end, periods));
        let noun_words = behind_place.as_deref().unwrap_or(&chunk);
        let mut stripped = strip(&without_notes(noun_words), codelists);
        // A place is no part of what is counted.
        let own_noun = stripped.noun.clone();
        // 就业车间全县共118个: the noun stands before the place.
        if let Some(place) = place.filter(|_| stripped.noun.is_empty()) {
            let lead = without_periods(text, words.start..place.start, periods);
            // 贫困发生率泾县为0.58%、旌德县为0.61%
            let said_of =
                text.get(place.end..figure.start).is_some_and(|link| ["为", "是", "达", "仅为"].contains(&link));
            if lead.chars().count() > 2
                && !lead.contains(['、', '和', '中', '“'])
                && (said_of && is_family(figure, "percent")
                    || text.get(place.clone()).is_some_and(|name| name.starts_with('全')))
            {
                // …27.6%，而当时全市只有13.9%: 而 counts nothing.
                let noun = strip(&without_notes(&lead), codelists).noun;
                noun.trim_start_matches(['而', '但']).clone_into(&mut stripped.noun);
            }
        }
        // 监测对象最多的东乡县为5218户
        let ranked = place.filter(|_| own_noun.is_empty()).and_then(|at| ranked_by(text, words.start..at.end, places));
        if let Some(noun) = ranked {
            stripped.noun = strip(noun, codelists).noun;
        }
        // 14个乡镇5个街道: what stands between two figures that each have a noun behind them is the first one's.
        let between = last_end.filter(|end| *end >= clause_start).and_then(|end| text.get(end..figure.start));
        let noun_behind = text.get(figure.bound_end..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        let enumerated = noun_behind
            && between.is_some_and(|words| {
                let noun = words.chars().count() > 1 && words.chars().all(char::is_alphabetic);
                // 205个行政村13个社区, but not 77个贫困村中有65个实现脱贫.
                let short = words.chars().count() <= 4 && !words.contains(['中', '里', '有', '已', '共', '的']);
                noun && (is_family(figure, "count") || is_family(figure, "piece") && short)
            })
            && out.last().is_some_and(|last| last.figure.family == figure.family && last.bare_before);
        // 脱贫65个村4700户1.7万人: the villages are what the first figure counts.
        let villages = between.is_some_and(|words| ["村", "贫困村", "行政村", "嘎查", "嘎查村"].contains(&words))
            && counts_people(figure)
            && out.last().is_some_and(|last| {
                // 全县281个行政村45.4万人
                let of_all = last.bare_before && between == Some("行政村") && is_family(figure, "person");
                is_family(&last.figure, "piece") && (!last.before.is_empty() || of_all)
            });
        // 从28.3%一路降到0.7%: between the ends of a pair stand no nouns.
        let second = out.last().is_some_and(|last| last.from && last.figure.family == figure.family);
        let pair = second && stripped.linked && place.is_none() && chunk.chars().count() <= PAIRED;
        // 24个乡镇、333个行政村、48.7万人: and whom all of them hold.
        let and_people =
            between.is_some_and(|words| ["行政村、", "建制村、"].contains(&words)) && is_family(figure, "person");
        if enumerated || villages || pair || and_people {
            stripped.noun.clear();
        }
        // 甲县剩余贫困人口9.1万人，乙县最多，还有12.5万人: of those whom the figure before counted.
        let of_those = !text.get(figure.bound_end..).is_some_and(|rest| rest.starts_with(char::is_alphabetic))
            && codelists.cues.left.iter().any(|word| chunk.ends_with(word.as_str()))
            && out.last().is_some_and(|last| {
                last.figure.family == figure.family
                    && last.before.contains("贫困")
                    && !last.clause_before.contains(['减', '脱', '退', '出'])
            });
        // A clause of a link alone goes on with the clause before it: …首次突破万元，达到10372元.
        let own_behind = noun_behind && !stripped.linked;
        let mut borrowed = false;
        let built = BUILT.contains(&stripped.noun.as_str());
        let nameless = stripped.noun.is_empty() || built;
        if nameless && !of_those && !own_behind && last_end.is_none_or(|end| end <= clause_start) {
            let comma = clause_start.saturating_sub('，'.len_utf8()).max(range.start);
            let earlier = clause::start(text, comma, range.start);
            if last_end.is_none_or(|end| end <= earlier) {
                // “到2018年年底，减少到2140户: what only tells the time lends no noun.
                let lent = without_periods(text, earlier..comma, periods);
                let timed = lent.chars().all(|ch| "“到至截止在于".contains(ch));
                // 从年底数据看，秭归0.69%
                let viewed = lent.starts_with('从') && lent.ends_with('看');
                let lent = if timed || viewed { "" } else { text.get(earlier..comma).unwrap_or("") };
                // 积石山县次之，3469户: of what places are ranked by.
                let lent = ranked_by(text, earlier..comma, places).unwrap_or(lent);
                // 像这样的扶贫车间，全县建了92个
                let alike = ALIKE.iter().find_map(|word| lent.strip_prefix(word));
                if let Some(lent) = if built { alike } else { alike.or(Some(lent)) } {
                    stripped.noun = strip(lent, codelists).noun;
                    borrowed = true;
                }
            }
        }
        let next_start = here.get(position + 1).map_or(range.end, |next| next.start);
        let mut after = text.get(figure.bound_end..clause_end.min(next_start).max(figure.bound_end)).unwrap_or("");
        // 8个贫困县（市、区）摘帽, but 30个乡（镇、街道）
        let noted = without_notes(after);
        let noun = after.find('（').unwrap_or(0);
        if noted.len() < after.len() && noun > '乡'.len_utf8() {
            after = &noted;
        }
        after = first_noun(after, codelists);
        // 317万忻州人民: whose people they are.
        let theirs = places.get(places.partition_point(|place| place.start < figure.bound_end));
        if let Some(theirs) = theirs.filter(|place| place.start == figure.bound_end) {
            after = after.get(theirs.len()..).unwrap_or(after);
        }
        // 67万人口, 33万人民: the unit is 人 and the noun 人口.
        if after.starts_with(['口', '民']) && text.get(figure.start..figure.end).is_some_and(|it| it.ends_with('人'))
        {
            after =
                text.get(figure.end.saturating_sub('人'.len_utf8())..figure.bound_end + after.len()).unwrap_or(after);
        }
        // 3000万元的专项扶贫资金
        if is_family(figure, "yuan") {
            after = after.strip_prefix('的').unwrap_or(after);
        }
        // 48.7万口人
        if text.get(figure.start..figure.end).is_some_and(|it| it.ends_with('口')) {
            after = after.strip_prefix('人').unwrap_or(after);
        }
        // 1110个贫困村里出列的已有874个, 农业人口24.4万人中有贫困人口8.8万人: what some are is not said of the whole.
        let partly = || partly_done(text, figure, here.get(position + 1)?, codelists);
        let some = after.find("里").or_else(|| after.find('中')).filter(|_| {
            here.get(position + 1).is_some_and(|next| {
                next.family == figure.family && parts_follow(text.get(figure.bound_end..next.start).unwrap_or(""))
            })
        });
        let some = some.map(|at| at + '里'.len_utf8()).or_else(partly);
        // 贫困户763户2506人中有760户2503人退出: nor of a pair.
        let some_of_pair = some_of_pair(text, here, position);
        if let Some(some) = some {
            after = after.get(..some).unwrap_or(after);
        }
        // 9个乡镇共培育合作社712个: what the next figure counts is not what this one does.
        let next_alike = here.get(position + 1).filter(|next| next.family == figure.family && next.start <= clause_end);
        let split = after.split_once('共').or_else(|| after.split_once("累计"));
        if let Some((own, _)) = split.filter(|(own, _)| next_alike.is_some() && !own.is_empty()) {
            after = own;
        }
        // 2014年的516个贫困村到2019年全部出列: what became of them later is not said of that year's.
        let later = some.is_none().then(|| later_on(text, figure, figure.bound_end + after.len(), periods)).flatten();
        if let Some(later) = later {
            after = text.get(figure.bound_end..later).unwrap_or(after);
        }
        let some_at = some.or(later).map(|_| figure.bound_end + after.len()).or(some_of_pair);
        // 8.2万“一方水土养不好一方人”的贫困群众: which of them are meant.
        let after = after.strip_prefix('“').and_then(|rest| rest.split_once("”的")).map_or(after, |(_, noun)| noun);
        // 25222人摘掉“穷帽子” are words of their own; other quotations are not said of the figure.
        let after = codelists.cues.plain(after);
        // 选派147名“第一书记”: a quotation that begins there is what is counted.
        let quoted = after.strip_prefix('“').and_then(|rest| rest.split_once('”'));
        // 33个“十三五”贫困村退出: when they were listed.
        let of_plan = quoted.filter(|(noun, _)| noun.starts_with('十') && noun.ends_with('五')).map(|(_, rest)| rest);
        let named = quoted.filter(|(noun, _)| noun.chars().count() <= QUOTED).map(|(noun, _)| noun);
        let named = of_plan.or(named);
        let after = named.or_else(|| after.split(['“', '”']).next()).unwrap_or("");
        // 120个贫困村已有37个摘帽: what is said of the next figure is not said of the whole.
        let of_next = here.get(position + 1).filter(|next| next.family == figure.family).and_then(|next| {
            let between = text.get(figure.bound_end..next.start)?;
            let splits =
                !between.contains(['、', '，', '；', '。']) && (between.contains('已') || between.ends_with('有'));
            splits.then_some(next.start)
        });
        // 104.6万人脱贫、28.63万人易地扶贫搬迁: an item that says itself what is done shares no words with the next.
        let of_next = of_next.or_else(|| {
            let next = here.get(position + 1)?;
            let between = text.get(figure.bound_end..next.start)?;
            let said = codelists.cues.outcome.is_in(after);
            (said && between.ends_with('、') && !between.contains(['，', '；', '。'])).then_some(next.start)
        });
        let of_next = of_next.or_else(|| watched_next(text, here.get(position..)?, codelists));
        let last = out.last();
        let of_next = some_at.or(of_next);
        // 剩余84户160人将于年底前脱贫, 已达到脱贫标准: there they still are, and are counted as such.
        let own_lead = text.get(clause_start..figure.start).unwrap_or("");
        let people = counts_people(figure);
        let counted_as = || codelists.cues.still_poor.iter().filter_map(|word| own_lead.rsplit_once(word.as_str()));
        let remaining = people && counted_as().any(|(_, counted)| !counted.contains('村'));
        // 14个未脱贫村、剩余的…已达到退出标准
        let counted = text.get(figure.bound_end..).unwrap_or("");
        let not_yet = codelists.cues.not_yet.iter().any(|word| counted.starts_with(word.as_str()));
        let still = (remaining || not_yet)
            && codelists
                .cues
                .target
                .find(text.get(range.start..figure.start).unwrap_or(""))
                .all(|(_, kind)| !matches!(kind, TargetWord::Strong | TargetWord::Opens));
        // 剩余贫困人口520人达到脱贫标准 are named as such; 剩余的2160名贫困人口达到脱贫标准 tells what became of them.
        let named = not_yet || counted_as().any(|(_, counted)| counted.contains('贫'));
        let outcome = text.get(figure.bound_end..clause_end).filter(|_| still).and_then(|behind| {
            let lifted = !named && ["脱贫", "达标"].iter().any(|word| behind.contains(word));
            let open = codelists.cues.until_outcome.iter().filter(|word| !(lifted && word.contains('达')));
            open.filter_map(|word| behind.find(word.as_str())).min()
        });
        let outcome_at = outcome.map(|at| figure.bound_end + at);
        let after = outcome.and_then(|at| after.get(..at)).unwrap_or(after);
        let of_next = outcome_at.or(of_next);
        // An empty chunk goes on with what the figure before was said of: 7969户20918人; 达到…元，增长10.2%.
        // Not where a place opens a clause that has its own noun behind the figure: …；全市68家帮扶车间.
        // …，全县由20.5%降至0.7%: the first end of a pair counts nothing behind it.
        let anew = place.is_some() && !stripped.from && after.chars().next().is_some_and(char::is_alphabetic);
        // …累计退出86个，还有12个贫困村: what is left is told anew.
        let counted = after.starts_with(char::is_alphabetic) || counts_people(figure);
        let remains = chunk.trim_end_matches('的');
        let left = counted && !of_those && codelists.cues.left.iter().any(|word| remains.ends_with(word.as_str()));
        // 贫困发生率11.4%；80%的农民种果树: a share of those behind it.
        let of_others = is_family(figure, "percent")
            && after
                .strip_prefix('的')
                .is_some_and(|noun| codelists.cues.shared.iter().any(|word| noun.starts_with(word)));
        // 开发公益性岗位1650个，为1.2万名劳动力发放补助: for whom something else is done.
        let for_them = noun_behind && matches!(chunk.trim_start_matches('，'), "为" | "给" | "向" | "帮助");
        // …13.9%，贫困人口总量居首、占全市的26.7%: a share of those of all the city.
        let of_all = is_family(figure, "percent")
            && chunk.strip_suffix('的').and_then(|of| of.rsplit_once('占')).is_some_and(|(_, of)| of.starts_with('全'));
        let goes_on = stripped.noun.is_empty() && !anew && !left && !of_others && !for_them && !of_all;
        // …of the same kind: 累计发放30亿元，覆盖6.1万户，2018年达到11.9亿元.
        let adjacent = last_end.is_some_and(|end| joined(text, end, figure.start));
        let in_clause = last_end.is_some_and(|end| end >= clause_start);
        let grows = stripped.change.is_some() && is_family(figure, "percent");
        // …的村92个，占32.6%: the share of what was counted, not of another rate.
        let share = chunk.trim_start_matches(['、', '，']).starts_with('占');
        // 13675户45165人、188个: villages are no people.
        let odd = adjacent
            && is_family(figure, "piece")
            && after.is_empty()
            && out.last().is_some_and(|last| counts_people(&last.figure));
        let last = if goes_on && (!adjacent || odd) && !grows && !share {
            // 吸纳务工人员778人（其中脱贫户411人），其中本县570人: a note that is closed is gone on with by nothing.
            let noted = |other: &&Frame<'_>| is_noted(text, other.figure.bound_end..figure.start);
            let alike = || out.iter().rev().filter(|other| other.figure.family == figure.family);
            alike().find(|other| !noted(other)).or_else(|| alike().next()).or(last)
        } else {
            last
        };
        // 其中，大化县4.62万人、环江县1.69万人: the places share what the sentence before counted.
        // 今年预计可达1.05万元: a sentence that names nothing goes on with the last one.
        let opens = position == 0 || position == 1 && adjacent;
        let silent = || {
            let first = here.first().filter(|_| opens).map_or(range.start, |first| first.start);
            let opening = without_periods(text, range.start..first, periods);
            opens && strip(&opening, codelists).noun.is_empty() && BECAME.iter().any(|word| opening.contains(word))
        };
        let shared = || {
            // 从年底数据看，秭归0.69%、五峰0.81%
            let opening = text.get(range.start..figure.start).unwrap_or("");
            let viewed = || opening.split('，').next().is_some_and(|clause| clause.ends_with('看'));
            let by_place = opening.starts_with('从') && viewed() || opening.starts_with("分县");
            let breaks_down =
                place.is_some() && (by_place || codelists.cues.part.iter().any(|word| opening.starts_with(word)));
            let allowed = breaks_down || silent();
            let total = |other: &&Frame<'_>| !other.per || !other.indicators.is_empty();
            let mut alike = previous.iter().rev().filter(|other| allowed && other.figure.family == figure.family);
            alike.find(total)
        };
        let from_before = shared();
        // 已有12.4万人脱贫。其中，恩施市2.1万人，…: each is of what the whole is.
        let of_whole = from_before.filter(|_| goes_on && after.is_empty() && (place.is_some() || opens));
        let last = if goes_on { last.or(from_before) } else { last };
        let total = chunk.contains("累计") || chunk.contains("总数") || chunk.contains("总量");
        let before = match last {
            Some(last) if goes_on && total => last.before.trim_start_matches("新增").to_owned(),
            Some(last) if goes_on => last.before.clone(),
            _ => codelists.cues.plain(stripped.noun.as_str()).into_owned(),
        };
        let own_clause = text.get(clause_start..figure.start).unwrap_or("");
        let clause_before = match last {
            // 新增合作社118家，累计达到1236家: the total is no longer what was added.
            Some(last) if goes_on && total => format!("{}{own_clause}", last.before.trim_start_matches("新增")),
            Some(last) if goes_on && last_end.is_some_and(|end| end <= clause_start) => {
                format!("{}{own_clause}", last.clause_before)
            }
            // 人均纯收入达到9862元，较2015年的2674元增加7188元: what the figure before was lent speaks for this one, too.
            Some(last)
                if goes_on
                    && (stripped.change.is_some() || adjacent && !noun_behind)
                    && last.clause_before.len() > last.clause_own.len() =>
            {
                let taken_over = last.clause_before.strip_suffix(last.clause_own.as_str()).unwrap_or("");
                format!("{taken_over}{own_clause}")
            }
            _ => own_clause.to_owned(),
        };
        let part_at = part_before(text, range.start, figure.start, &parts);
        // 人均 reaches over a list (人均养殖生猪3头、种植核桃2亩), not over a clause; a rate is no amount for each.
        let same_clause = last_end.is_some_and(|end| end > clause_start);
        let per = !is_family(figure, "percent")
            && !is_family(figure, "point")
            && (codelists.cues.per.is_in(&chunk)
                || (same_clause && place.is_none() && last.is_some_and(|last| last.per)));
        let behind =
            clause_end + text.get(clause_end..range.end).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        // 615个贫困村（含162个深度贫困村）全部出列: the clause goes on behind a note.
        let note = text.get(clause_end..range.end).filter(|rest| of_next.is_none() && rest.starts_with('（'));
        let noted = note.and_then(|rest| rest.find('）')).map(|close| clause_end + close + '）'.len_utf8());
        let goes_on_behind = noted.and_then(|at| text.get(at..clause::end(text, at, range.end))).unwrap_or("");
        let segment = text.get(range.start..figure.start).and_then(|words| words.rsplit('；').next()).unwrap_or("");
        let in_told = |at: usize| lead.len() + at - range.start;
        // …与邻县相望，全县12万人: nothing but the county itself.
        let lone_whole = own_noun.is_empty()
            && place.is_some_and(|place| {
                text.get(place.clone()).is_some_and(|name| name.starts_with('全'))
                    && text.get(words.start..place.start).is_some_and(|lead| !lead.contains(char::is_alphanumeric))
            });
        let mut frame = Frame {
            figure: figure.clone(),
            next_clause: text.get(behind..clause::end(text, behind, range.end)).unwrap_or(""),
            bare: (stripped.noun.is_empty() && place.is_none() || lone_whole) && !after.contains(char::is_alphabetic),
            located: is_located(&chunk, figure, after, codelists),
            bare_before: own_noun.is_empty() || stripped.noun.is_empty() || stripped.noun.ends_with('辖'),
            dated: text.get(words.clone()).is_some_and(|said| said.len() > chunk.len())
                // 其中2019年减贫2684户8532人，21个贫困村出列
                || out.last().is_some_and(|last| {
                    last.dated && (adjacent || part_at.is_some() && last.part_at == part_at)
                }),
            own: codelists
                .cues
                .plain([if goes_on { before.as_str() } else { "" }, &chunk, " ", after].concat())
                .into_owned(),
            before,
            after: after.to_owned(),
            clause_before: codelists.cues.plain(clause_before).into_owned(),
            clause_own: codelists.cues.plain(own_clause).into_owned(),
            clause_after: codelists
                .cues
                .plain(
                    [text.get(figure.bound_end..of_next.unwrap_or(clause_end)).unwrap_or(""), goes_on_behind].concat(),
                )
                .into_owned(),
            told: told.clone(),
            topic_end: in_told(clause_start),
            segment: in_told(figure.start - segment.len())..in_told(figure.start),
            form: if stripped.change.is_some() || is_family(figure, "point") { Form::Change } else { Form::Level },
            falls: stripped.change == Some(LinkKind::Fall),
            bound: bound(figure, &stripped),
            limited: stripped.limited,
            threshold: (goes_on
                && stripped.bound.is_some()
                && !chunk.ends_with("突破")
                && chunk.chars().count() <= 4
                && last.is_some_and(|last| last.figure.family == figure.family))
                || adjacent && last.is_some_and(|last| last.threshold && is_family(&last.figure, "point"))
                || differs_from_another(own_clause, figure, codelists)
                || is_norm(segment, own_clause, figure, &stripped, codelists),
            per,
            class: sizes_hamlets(text, figure)
                || here.get(position + 1).is_some_and(|next| limits_class(text, figure, next))
                || position
                    .checked_sub(1)
                    .and_then(|last| here.get(last))
                    .is_some_and(|last| limits_class(text, last, figure)),
            carried: (goes_on || borrowed) && !same_clause && !after.is_empty(),
            // A place of its own, or a new total, ends what 其中 began.
            part: part_at.is_some_and(|at| !opens_with_place(text, at..figure.start, places))
                && place.is_none()
                && !(in_clause && out.last().is_some_and(|last| last.part_at == part_at && !last.part))
                && !codelists
                    .cues
                    .still_poor
                    .iter()
                    .any(|word| chunk.trim_start_matches('，').starts_with(word.as_str()))
                && !["总", "全县", "全市"].iter().any(|total| chunk.trim_start_matches('，').starts_with(total)),
            part_at,
            place_part: part_at.is_some()
                && own_noun.is_empty()
                && !borrowed
                && (place.is_some() || adjacent && out.last().is_some_and(|last| last.place_part)),
            goes_on,
            next_place: after.is_empty()
                && own_noun.is_empty()
                && place.is_some_and(|place| {
                    let between = last_end.and_then(|end| text.get(end..place.start)).unwrap_or("");
                    // 贫困村256个（甲县114个、乙县102个）
                    let listed = between == "、" && out.last().is_some_and(|last| last.after.is_empty());
                    let noted = between.strip_suffix('（').is_some_and(|noun| noun.chars().all(char::is_alphabetic));
                    // 山西有36个国定贫困县，忻州占11个
                    let shared = between.strip_suffix('，').is_some_and(|noun| noun.chars().all(char::is_alphabetic))
                        && matches!(text.get(place.end..figure.start), Some("占" | "占了" | "就占" | "就占了"));
                    (listed || noted) && place.end == figure.start || shared
                })
                && out.last().is_some_and(|last| last.figure.family == figure.family),
            turn: turn(text, here, position),
            // 由2015年的5200户1.9万人减少到…: so do those beside it.
            from: stripped.from || adjacent && chunk.chars().count() <= 1 && out.last().is_some_and(|last| last.from),
            label: String::new(),
            indicators: of_whole.map(|whole| whole.indicators.clone()).unwrap_or_default(),
        };
        // 有贫困县7个，其中国定贫困县6个，贫困村820个: villages are no part of the counties, nor what follows them.
        let kinds = part_at.filter(|_| frame.part).and_then(|at| whole_of(&frame, at, &out, previous));
        let follows_part = !in_clause && out.last().is_some_and(|last| last.part_at == part_at);
        let told = part_at.zip(last_end).and_then(|(from, to)| text.get(from..to)).unwrap_or("");
        let anew = follows_part && sets_out_anew(&chunk, told, codelists);
        if kinds.is_some_and(|whole| is_other_place(whole, &frame, &own_noun)) || anew {
            frame.part = false;
        }
        if is_family(figure, "measure") && &*figure.unit == "倍" {
            frame.form = Form::Level;
        }
        // 分别增长6.8%、10.2%: the list's first figure says how all of them are meant.
        // So with 减少2100户7800人.
        let listed = adjacent && chunk.chars().count() <= 1;
        let alike = |last: &&Frame<'_>| {
            last.figure.family == figure.family
                || counts_people(&last.figure) && counts_people(figure) && stripped.change.is_none()
        };
        if let Some(last) = out.last().filter(|_| listed).filter(alike) {
            frame.form = last.form;
            frame.falls = last.falls;
        }
        frame.label = label(&frame, if own_noun.is_empty() { &frame.before } else { &own_noun });
        out.push(frame);
    }
    share_nouns_behind(text, &mut out);
    read_indicators(text, &mut out, previous, codelists);
    out
}

/// The noun after a figure also counts the one right before it: 3000户1.2万人脱贫.
fn share_nouns_behind(text: &str, out: &mut [Frame<'_>]) {
    for position in (0..out.len().saturating_sub(1)).rev() {
        let adjacent = match (out.get(position), out.get(position + 1)) {
            (Some(this), Some(next))
                if matches!(this.after.as_str(), "" | "和" | "及" | "与")
                    && joined(text, this.figure.bound_end, next.figure.start) =>
            {
                Some(next.after.clone())
            }
            _ => None,
        };
        if let (Some(after), Some(this)) = (adjacent, out.get_mut(position)) {
            this.after = after;
        }
    }
}

/// Whether a figure counts no more than the places that something is done in: 在18个乡镇建成…, but 控制在3个以内.
/// So with 让412个行政村接通宽带, but not 让36个贫困村摘帽.
fn is_located(chunk: &str, figure: &Figure, after: &str, codelists: &Codelists) -> bool {
    let kept = ["控制在", "稳定在", "保持在", "维持在", "分布在", "分散在"].iter().any(|word| chunk.ends_with(word));
    let counts = is_family(figure, "piece") || is_family(figure, "place");
    let made = chunk.ends_with('让') && !codelists.cues.outcome.is_in(after);
    // 对16个集中安置点实施提升改造
    let treated =
        chunk.ends_with('对') && ["实施", "进行", "开展", "给予", "予以"].iter().any(|word| after.contains(word));
    // 昌洲等22个乡镇受灾: a few of them.
    let some = chunk.ends_with('等') && after.starts_with(['乡', '镇', '村', '县']);
    counts && (chunk.ends_with('在') && !kept || made || treated || some) && after.starts_with(char::is_alphabetic)
}

/// Whether a figure is what a rule asks for: 贫困村出列须综合贫困发生率低于3%; 国家规定的错退率低于2%. `segment` and `clause`
/// stand before it.
fn is_norm(segment: &str, clause: &str, figure: &Figure, stripped: &Stripped, codelists: &Codelists) -> bool {
    let rate = is_family(figure, "percent");
    let bounded = bound(figure, stripped) != Bound::Exact;
    // 贫困村出列须, but not 脱贫须防返贫
    let asked = |word: Range<usize>| {
        let (of, asks) = (segment.get(..word.start).unwrap_or(""), segment.get(word.end..).unwrap_or(""));
        of.ends_with(['村', '户', '县', '旗'])
            && ["须", "必须", "标准为", "标准是", "条件为", "条件是"].iter().any(|word| asks.starts_with(word))
    };
    rate && bounded && clause.contains("规定的") || (rate || bounded) && codelists.cues.outcome.find(segment).any(asked)
}

/// Whether a figure says how far something lies from another place's: 高于全省平均水平1.2个百分点.
fn differs_from_another(clause: &str, figure: &Figure, codelists: &Codelists) -> bool {
    let rate = is_family(figure, "point") || is_family(figure, "percent");
    // 比全县农村居民收入增速高出2.3个百分点
    let more = ["高", "高出", "低", "快", "多"].iter().any(|word| clause.ends_with(word));
    let than = clause.rsplit_once('比').is_some_and(|(_, other)| {
        more && codelists.cues.against_whom.iter().any(|place| other.starts_with(place.as_str()))
    });
    // 高于自治区和固原市3.5个百分点
    let place = |other: &str| other.ends_with(['省', '市', '州', '县', '区', '旗', '盟']) && !other.contains('，');
    let against = || {
        codelists.cues.against.iter().any(|word| {
            clause.rsplit_once(word.as_str()).is_some_and(|(_, other)| {
                place(other) || codelists.cues.against_whom.iter().any(|place| other.contains(place.as_str()))
            })
        })
    };
    rate && (than || against())
}

/// Whether a figure counts people or households.
fn counts_people(figure: &Figure) -> bool {
    is_family(figure, "person") || is_family(figure, "household")
}

/// Whether `figure` says how many live in the smallest or largest of the hamlets told of: 25户以上自然村公路硬化率.
fn sizes_hamlets(text: &str, figure: &Figure) -> bool {
    let people = counts_people(figure);
    let behind = text.get(figure.bound_end..).map(|behind| behind.trim_start_matches('的'));
    people
        && figure.bound_end > figure.end
        && behind.is_some_and(|noun| HAMLETS.iter().any(|hamlet| noun.starts_with(hamlet)))
}

/// Whether `figure` is the limit of what `next` counts: 20%以上的贫困村92个.
fn limits_class(text: &str, figure: &Figure, next: &Figure) -> bool {
    /// The noun between them, in characters.
    const NOUN: usize = 10;
    let noun = text.get(figure.bound_end..next.start).and_then(|between| between.strip_prefix('的'));
    // 25户以上的村民小组道路硬化率96% is a rate of the whole county.
    let noun = noun.filter(|_| !(is_family(next, "percent") && sizes_hamlets(text, figure)));
    let sized = ["percent", "yuan", "person", "household", "mu"].iter().any(|family| is_family(figure, family));
    // 10人以上的“巧媳妇”加工点582个
    let plain = |ch: char| ch.is_alphabetic() || "“”".contains(ch);
    sized
        && figure.bound_end > figure.end
        && noun.is_some_and(|noun| noun.chars().count() <= NOUN && noun.chars().all(plain))
}

/// The place of the figure at `position` among those of one kind that stand side by side, and how many they are.
fn turn(text: &str, here: &[Figure], position: usize) -> (usize, usize) {
    let follows = |at: usize| match (at.checked_sub(1).and_then(|last| here.get(last)), here.get(at)) {
        (Some(last), Some(next)) => last.family == next.family && joined(text, last.bound_end, next.start),
        _ => false,
    };
    let before = (1..=position).rev().take_while(|at| follows(*at)).count();
    let after = (position + 1..here.len()).take_while(|at| follows(*at)).count();
    (before, before + 1 + after)
}

/// Whether a place only says when: 贫困发生率从杭州结对帮扶之初的14.88%降至….
fn is_in_a_period(place: &Range<usize>, periods: &[PeriodMention]) -> bool {
    let next = periods.partition_point(|period| period.range.end < place.end);
    periods.get(next).is_some_and(|period| period.range.start <= place.start)
}

/// Whether two figures stand side by side: 7969户20918人, 8273户、34518人.
pub(super) fn joined(text: &str, end: usize, start: usize) -> bool {
    matches!(text.get(end..start), Some("" | "、" | "和" | "及"))
}

/// The words that open a topic before the sentence: 聚焦光伏扶贫。 or 一是光伏收益成为…; before 其中 the sentence of which it takes a
/// part.
fn lead_in<'a>(text: &'a str, page: &Page, index: usize, codelists: &Codelists) -> &'a str {
    const SHORT: usize = 24;
    let Some(sentence) = page.sentences.get(index) else { return "" };
    let earlier = page.sentences.get(index.saturating_sub(8)..index).unwrap_or(&[]);
    let opens_part = text
        .get(sentence.range.clone())
        .is_some_and(|words| codelists.cues.part.iter().any(|word| words.starts_with(word)));
    if let Some(whole) = earlier.last().filter(|whole| opens_part && whole.section == sentence.section) {
        return text.get(whole.range.clone()).unwrap_or("");
    }
    for candidate in earlier.iter().rev().take_while(|candidate| candidate.section == sentence.section) {
        let words = text.get(candidate.range.clone()).unwrap_or("");
        let numbered =
            words.chars().nth(1).is_some_and(|second| second == '是' || second == '、') || words.starts_with('（');
        if numbered || words.chars().count() <= SHORT {
            return words;
        }
    }
    ""
}

/// What is counted, in 2 to 14 characters of the report.
fn label(frame: &Frame<'_>, noun: &str) -> String {
    const OWN: [&str; 10] = ["全县", "全市", "我县", "我市", "该县", "全省", "全区", "全旗", "全州", "全村"];
    const LONGEST: usize = 14;
    let tail = |text: &str| -> String {
        let from = text.char_indices().rev().nth(LONGEST - 1).map_or(0, |(from, _)| from);
        text.get(from..).unwrap_or("").to_owned()
    };
    let two = |words: &str| words.chars().nth(1).is_some();
    let noun = noun.rsplit(|ch: char| !ch.is_alphabetic()).find(|words| !words.is_empty()).unwrap_or("");
    let noun = OWN.iter().find_map(|own| noun.strip_prefix(own)).filter(|rest| !rest.is_empty()).unwrap_or(noun);
    if ["count", "piece", "place", "person", "household", "goods"].contains(&&*frame.figure.family) {
        let counted: String = frame.after.chars().take_while(|ch| ch.is_alphabetic()).take(10).collect();
        if two(&counted) {
            return counted;
        }
    }
    if two(noun) {
        return tail(noun);
    }
    let words: String = frame.clause_before.chars().filter(|ch| ch.is_alphabetic()).collect();
    tail(&words)
}
