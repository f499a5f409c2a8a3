//! Which indicators a figure states: the catalogue's readings against the words of its clause.

use std::cell::OnceCell;
use std::ops::Range;
use std::sync::Arc;

use super::frame::{Frame, Told};
use super::{clause, is_family};
use crate::codelist::{Behind, Codelists, Reading, Sought, Words};
use crate::model::{Form, IndicatorId};

/// The indicators that `frame` states, each with the name of its rule. `whole` is what 其中 takes a part of.
pub(super) fn read(
    frame: &Frame<'_>,
    whole: Option<&Frame<'_>>,
    codelists: &Codelists,
) -> Vec<(IndicatorId, Arc<str>)> {
    if frame.threshold || frame.class || frame.located {
        return Vec::new();
    }
    let said = Said::new(frame, codelists);
    let mut out: Vec<(IndicatorId, Arc<str>)> = Vec::new();
    for head in heads(frame) {
        let mut found = best(&said, &head.words, head.alone, whole);
        // 养老保险、医疗保险参保率: what the list's last member ends with is said of each; the least that fits is meant.
        let mut tail = head.tail.char_indices().rev();
        while let Some((from, _)) = tail.next().filter(|_| found.is_empty()) {
            let words = format!("{}{}", head.words, head.tail.get(from..).unwrap_or(""));
            found = best(&said, &words, head.alone, whole);
        }
        if found.is_empty() {
            // 贫困户数、贫困人口数分别为…: 数 only says that it is counted.
            let counted = COUNTED.iter().find_map(|word| head.words.strip_suffix(word));
            found = counted.map_or(found, |words| best(&said, words, head.alone, whole));
        }
        if found.is_empty() {
            // 建成县城、阳方口等集中安置点14个: of which some are named.
            let kind = head.words.rsplit_once('等').map(|(_, kind)| kind).filter(|kind| kind.chars().nth(1).is_some());
            found = kind.map_or(found, |words| best(&said, words, head.alone, whole));
        }
        if found.is_empty() && head.alone {
            // 兴县、临县分别减贫3.5万人、2.9万人: the list is of places or years, the noun stands behind 分别.
            found = best(&said, &frame.before, false, whole);
        }
        for reading in found {
            if out.iter().all(|(id, _)| *id != reading.indicator) {
                out.push((reading.indicator.clone(), reading.rule.clone()));
            }
        }
    }
    out
}

/// Whether what stands behind a figure, `after`, is counties: 贫困县, 省定贫困县, 县退出.
pub(super) fn counts_counties(after: &str, codelists: &Codelists) -> bool {
    let cues = &codelists.cues;
    let (kinds, ranks): (Vec<&str>, Vec<&str>) =
        cues.of_counties.iter().map(String::as_str).partition(|word| word.ends_with(['县', '市', '区', '旗']));
    let ranked = ranks.iter().find_map(|rank| after.strip_prefix(rank));
    let kind = ranked.map_or(after, |rest| rest.trim_start_matches('级'));
    let all = |rest: &str| {
        rest.is_empty()
            || rest.starts_with(['中', '（', '均', '都', '全'])
            || cues.outcome.find(rest).any(|word| word.start == 0)
    };
    // 8个县区摘帽
    let several = |rest: &str| all(rest) || rest.strip_prefix(['区', '市']).is_some_and(all);
    kinds.iter().any(|word| word.contains("贫困") && kind.starts_with(word))
        || kind.strip_prefix('县').is_some_and(several)
}

/// Deeds that are done to what stands behind a figure, and to nothing that an earlier clause names.
const DOES: [&str; 7] = ["完成", "新建", "建成", "打造", "创建", "实施", "建设"];

/// Ends of a noun that only say that it is counted.
const COUNTED: [&str; 4] = ["数量", "总数", "人数", "数"];

/// The readings of one noun phrase that account for most of its words, one an indicator.
fn best<'a>(said: &Said<'_, 'a>, head: &str, alone: bool, whole: Option<&Frame<'_>>) -> Vec<&'a Reading> {
    // 工作队1546支，19.5万人脱贫: what an earlier clause counted gives way to what the figure's own words count.
    if said.frame.carried && !head.is_empty() {
        let own = best(said, "", alone, whole);
        // 建成扶贫车间128个，176个村受益: and where no reading knows those, nothing is told of them.
        let kinds = &said.codelists.cues.kinds;
        let after = said.frame.after.as_str();
        let others = kinds.iter().any(|kind| after.starts_with(kind.as_str()) && !head.contains(kind.as_str()));
        // 新认定帮扶车间10家，完成35个省级整治建设点
        let does = DOES.iter().any(|verb| said.frame.clause_own.ends_with(verb)) && after.chars().nth(3).is_some();
        if !own.is_empty() || others || does {
            return own;
        }
    }
    let mut most = 0;
    let mut found: Vec<&Reading> = Vec::new();
    let Frame { figure, carried, after, .. } = said.frame;
    let readings = &said.codelists.readings;
    let behind = said.behind.get_or_init(|| readings.behind(&figure.family, after));
    for (reading, weight) in readings.of_nouns(&figure.family, head, *carried, behind) {
        if weight < most {
            continue;
        }
        if said.is_share() && said.codelists.indicator(&reading.indicator).is_none_or(|entry| entry.unit != "%") {
            continue;
        }
        if !said.allow(reading, head, alone) || !allowed_as_part(said.frame, whole, reading) {
            continue;
        }
        if weight > most {
            found.clear();
            most = weight;
        }
        if found.iter().all(|other| other.indicator != reading.indicator) {
            found.push(reading);
        }
    }
    found
}

/// A noun phrase that a figure is said of.
struct Head {
    words: String,
    /// What the last member of the list ends with.
    tail: String,
    /// Whether the figure is said of this member of a list and not of the others.
    alone: bool,
}

/// The noun phrases that the figure is said of: after 均 each of a list, after 分别 the one in the figure's turn.
fn heads(frame: &Frame<'_>) -> Vec<Head> {
    let members = |list: &str| -> Vec<String> {
        // 城乡居民人均可支配收入 are two.
        match list.split_once("城乡") {
            Some((before, after)) if after.contains("收入") || after.contains("支出") => {
                vec![format!("{before}城镇{after}"), format!("{before}农村{after}")]
            }
            // 收入2021年、2022年、2023年分别为…: what names no more than years is no member.
            _ => list_members(list).map(without_year).filter(|member| !member.is_empty()).map(str::to_owned).collect(),
        }
    };
    let tail = |list: &[String]| list.last().cloned().unwrap_or_default();
    let one = || vec![Head { words: frame.before.clone(), tail: String::new(), alone: false }];
    let clause = frame.clause_before.as_str();
    if let Some(told) = clause::respectively(clause) {
        let (list, given) = (clause.get(..told.start).unwrap_or(""), clause.get(told.end..).unwrap_or(""));
        // 分别由14826元、5320元增加到21450元、8260元: each end of the change begins with the first again.
        let pair = given.contains(['由', '从']).then(|| given.rsplit_once(['到', '至', '为'])).flatten();
        let turn = pair.map_or(given, |(_, end)| end).matches(['、', '和']).count();
        // 城乡居民人均可支配收入年均分别增长…
        let list = members(list.trim_end_matches("年均"));
        let tail = tail(&list);
        // 田东县、田阳县、平果县减贫人口分别为…: the list is of places, the noun behind it is each one's.
        let of_places = !frame.before.is_empty()
            && !frame.before.contains(['、', '和'])
            && list.split_last().is_some_and(|(last, _)| last.ends_with(frame.before.as_str()))
            && list.first().is_some_and(|first| first.ends_with(['县', '区', '市', '旗', '镇', '乡', '村', '州']));
        if let ([only], true) = (list.as_slice(), frame.before.contains('、')) {
            return vec![Head { words: only.clone(), tail: String::new(), alone: false }];
        }
        let own = (!of_places && list.len() > turn && list.len() > 1).then(|| list.get(turn).cloned()).flatten();
        return own.map_or_else(one, |words| vec![Head { words, tail, alone: true }]);
    }
    let said_of_each =
        says_each(clause) || clause.ends_with("全部达到") || clause.ends_with("全部达") || clause.ends_with("同为");
    let list = members(&frame.before);
    // 通硬化路率、通客车率达到100%
    let rates = list.len() > 1 && frame.turn.1 == 1 && list.iter().all(|member| member.ends_with('率'));
    let said_of_each = said_of_each || rates && is_family(&frame.figure, "percent");
    // 城镇、农村居民人均可支配收入29973元、11206元
    let (turn, count) = frame.turn;
    if count > 1 && list.len() == count && !said_of_each {
        let tail = tail(&list);
        return list
            .into_iter()
            .skip(turn)
            .take(1)
            .map(|words| Head { words, tail: tail.clone(), alone: true })
            .collect();
    }
    if said_of_each && list.len() > 1 {
        let tail = tail(&list);
        return list.into_iter().map(|words| Head { words, tail: tail.clone(), alone: true }).collect();
    }
    one()
}

/// `member` of a list without the year at its end: 农村居民人均可支配收入2021年.
fn without_year(member: &str) -> &str {
    let year = member.strip_suffix(['底', '末']).unwrap_or(member).strip_suffix('年');
    year.map_or(member, |lead| lead.trim_end_matches(|ch: char| ch.is_ascii_digit()))
}

/// The members of a list: 自来水普及率、通客车率和参保率. What joins them inside a word joins nothing (普及, 参与, 和谐).
fn list_members(list: &str) -> impl Iterator<Item = &str> {
    let joins = |at: usize, ch: char| {
        let (before, after) = (list.get(..at).unwrap_or(""), list.get(at + ch.len_utf8()..).unwrap_or(""));
        match ch {
            '、' => true,
            '和' => !after.starts_with(['谐', '平', '田']),
            '与' => !before.ends_with('参'),
            '及' => !before.ends_with(['普', '涉', '惠', '波']) && !after.starts_with('时'),
            _ => false,
        }
    };
    let mut from = 0;
    let ends = list.char_indices().filter(move |(at, ch)| joins(*at, *ch)).map(|(at, ch)| (at, at + ch.len_utf8()));
    ends.chain([(list.len(), list.len())]).filter_map(move |(end, next)| {
        let member = list.get(from..end);
        from = next;
        member
    })
}

/// Whether 均 or 都 stands shortly before a clause's end; that of 人均 says nothing of a list.
fn says_each(clause: &str) -> bool {
    let mut last = clause.chars().rev();
    (0..6).any(|_| match last.next() {
        Some('都' | '双') => true,
        Some('均') => !last.clone().next().is_some_and(|before| "人户村亩年月日平生".contains(before)),
        _ => false,
    })
}

/// The catalogue's words around a figure: each text is looked through once, and only where a reading asks for it.
struct Said<'f, 'a> {
    frame: &'f Frame<'f>,
    codelists: &'a Codelists,
    clause_before: OnceCell<Words>,
    clause_after: OnceCell<Words>,
    clause: OnceCell<Words>,
    topic: OnceCell<Words>,
    own: OnceCell<Words>,
    segment: OnceCell<Words>,
    near: OnceCell<Words>,
    then: OnceCell<Words>,
    /// Readings with a noun behind the figure.
    behind: OnceCell<Behind>,
}

impl<'f, 'a> Said<'f, 'a> {
    fn new(frame: &'f Frame<'_>, codelists: &'a Codelists) -> Self {
        let [clause_before, clause_after, clause, topic, own, segment, near, then] = Default::default();
        Self {
            frame,
            codelists,
            clause_before,
            clause_after,
            clause,
            topic,
            own,
            segment,
            near,
            then,
            behind: OnceCell::new(),
        }
    }

    fn in_text(&self, text: &str) -> Words {
        self.codelists.readings.lexicon.said(text)
    }

    /// In the bytes `range` of what the figure's sentence tells.
    fn told(&self, range: Range<usize>) -> Words {
        let Told { words, found } = &*self.frame.told;
        found.get_or_init(|| self.codelists.readings.lexicon.find(words)).within(range)
    }

    /// In the clause up to the figure.
    fn clause_before(&self) -> &Words {
        self.clause_before.get_or_init(|| self.in_text(&self.frame.clause_before))
    }

    /// In the clause after the figure.
    fn clause_after(&self) -> &Words {
        self.clause_after.get_or_init(|| self.in_text(&self.frame.clause_after))
    }

    /// In the whole clause, and in the noun after the figure.
    fn clause(&self) -> &Words {
        self.clause.get_or_init(|| {
            let mut words = self.in_text(&self.frame.after);
            words.add(self.clause_before());
            words.add(self.clause_after());
            words
        })
    }

    /// In the words that are the figure's own.
    fn own(&self) -> &Words {
        self.own.get_or_init(|| self.in_text(&self.frame.own))
    }

    /// Before the figure since the last semicolon.
    fn segment(&self) -> &Words {
        self.segment.get_or_init(|| self.told(self.frame.segment.clone()))
    }

    /// In the clause up to the figure and in the clause before it.
    fn near(&self) -> &Words {
        self.near.get_or_init(|| {
            let earlier = self.frame.topic().strip_suffix(['，', '：']).unwrap_or("");
            let mut words = self.in_text(earlier.rsplit(['，', '；', '：', '。']).next().unwrap_or(""));
            words.add(self.clause_before());
            words
        })
    }

    /// In what leads into the clause.
    fn topic(&self) -> &Words {
        self.topic.get_or_init(|| self.told(0..self.frame.topic_end))
    }

    /// In the clause behind the figure's own.
    fn then(&self) -> &Words {
        self.then.get_or_init(|| self.in_text(self.frame.next_clause))
    }

    /// Whether the figure is a share of the amount named before it: 药材收入占农民纯收入的60%, 农民收入的60%来自药材.
    fn is_share(&self) -> bool {
        let Frame { figure, clause_before, .. } = self.frame;
        let comes_from = || ["来自", "来源于", "靠"].iter().any(|word| self.frame.after.starts_with(word));
        let taken_of = || {
            let of = clause_before.rsplit_once('占').map(|(_, of)| of);
            // 只相当于全区平均水平11325元的67.8%
            let so_much = || clause_before.contains("相当于");
            of.is_some_and(|of| !of.contains(|ch: char| ch.is_ascii_digit())) || so_much()
        };
        is_family(figure, "percent") && clause_before.ends_with('的') && (comes_from() || taken_of())
    }

    /// Whether what `reading` is about was named last: 参加养老保险18万人，参保率98.6%.
    fn last_named(&self, reading: &Reading, head: &str, alone: bool) -> bool {
        let before =
            if alone { head.to_owned() } else { format!("{}{}", self.frame.topic(), self.frame.clause_before) };
        let last = |words: &[String]| words.iter().filter_map(|word| before.rfind(word.as_str())).max();
        last(&reading.latest).is_some_and(|at| last(&reading.rivals) < Some(at))
    }

    /// Whether one of `nouns` stands right behind the figure.
    fn counts_behind(&self, nouns: &[String]) -> bool {
        nouns.iter().any(|noun| self.frame.after.starts_with(noun.as_str()))
    }

    /// Whether the first of `nouns` behind the figure is what it counts: nothing else is told of them there.
    fn closes(&self, nouns: &[String]) -> bool {
        let after = self.frame.after.as_str();
        let found = nouns.iter().filter_map(|noun| after.find(noun.as_str()).map(|at| (at, at + noun.len())));
        let Some((start, end)) = found.min_by_key(|(start, end)| (*start, usize::MAX - end)) else { return true };
        let cues = &self.codelists.cues;
        let (lead, rest) = (after.get(..start).unwrap_or(""), after.get(end..).unwrap_or(""));
        !cues.closing_led_by.iter().any(|word| lead.contains(word.as_str()))
            && (rest.is_empty() || cues.closing.iter().any(|word| rest.starts_with(word.as_str())))
    }

    /// Whether the words around the figure allow `reading`, its noun aside.
    fn allow(&self, reading: &Reading, head: &str, alone: bool) -> bool {
        let frame = self.frame;
        if frame.per && !reading.per || reading.bare && !frame.bare {
            return false;
        }
        // 靠着5万元小额信贷办起养鸡场: one household's.
        let total = frame.form == Form::Level && !frame.from;
        if total && reading.least.is_some_and(|least| frame.figure.value < least) {
            return false;
        }
        // 87个村出列，6.6万贫困人口…: where the figure has its noun behind it, an earlier clause says nothing against it.
        let without = || {
            if frame.carried && !reading.closed.is_empty() && self.counts_behind(&reading.closed) {
                let own = [self.in_text(&frame.clause_own), self.in_text(&frame.after)];
                own.iter().any(|said| said.any(&reading.without)) || self.clause_after().any(&reading.without)
            } else {
                self.clause().any(&reading.without)
            }
        };
        if !reading.without.is_empty() && without() {
            return false;
        }
        if !reading.not_own.is_empty() && self.own().any(&reading.not_own) {
            return false;
        }
        if !reading.not_segment.is_empty() && self.segment().any(&reading.not_segment) {
            return false;
        }
        if !reading.near.is_empty() && !self.near().any(&reading.near) {
            return false;
        }
        if !reading.not_near.is_empty() && self.near().any(&reading.not_near) {
            return false;
        }
        if !reading.closed.is_empty() && !self.closes(&reading.closed) {
            return false;
        }
        if !reading.latest.is_empty() && !self.last_named(reading, head, alone) {
            return false;
        }
        // Of a list, only the member's own words speak for it.
        let with = |list: &Sought| {
            if alone {
                [&self.in_text(head), self.clause_after(), &self.in_text(&frame.after)]
                    .iter()
                    .any(|said| said.any(list))
            } else {
                self.clause().any(list)
            }
        };
        let topic =
            |list: &Sought| self.topic().any(list) || self.clause_before().any(list) || self.clause_after().any(list);
        (reading.own.is_empty() || self.own().any(&reading.own))
            && (reading.with.is_empty() || with(&reading.with))
            && (reading.then.is_empty() || self.then().any(&reading.then))
            && (reading.also_with.is_empty() || self.clause().any(&reading.also_with))
            && (reading.before.is_empty() || self.clause_before().any(&reading.before))
            && (reading.topic.is_empty() || topic(&reading.topic))
    }
}

/// A part of a whole is an indicator of its own only where the catalogue says so: farmland returned to forest is part of
/// afforestation and an indicator; the poor among those trained are not the county's poor.
fn allowed_as_part(frame: &Frame<'_>, whole: Option<&Frame<'_>>, reading: &Reading) -> bool {
    match whole {
        Some(whole) if frame.part => {
            // 医疗卫生机构196个，其中村卫生室145个: things of a kind among others that no indicator counts.
            let things = ["piece", "place", "count"].iter().any(|family| is_family(&frame.figure, family))
                && !["poor_", "villages_exited"].iter().any(|of| reading.indicator.as_str().starts_with(of));
            whole.indicators.is_empty() && things
                // 整合资金12.6亿元，其中2019年2.1亿元: the same of a shorter time.
                || whole
                    .indicators
                    .iter()
                    .any(|(id, _)| reading.part_of.contains(id) || frame.dated && *id == reading.indicator)
        }
        _ => !reading.part_only,
    }
}
