//! Which of the places named around a figure it describes.

use super::Places;
use super::topic::{About, Topic};
use crate::extract::clause;
use crate::model::{Area, AreaLevel, Decision};
use crate::recognize::{AreaMention, AreaTerm};
use crate::segment::Sentence;

/// The rule by which a figure is the county's although somebody else made it: it is part of a total, and not that.
pub(in crate::extract) const HELPED: &str = "helper";

/// How much may stand between the place that the own one is compared with and its figure, in bytes: 同期平均水平的.
const THAN: usize = 24;

/// A figure whose area is asked for.
struct Asked<'m, 'a> {
    /// Its sentence: the number and the sentence.
    index: usize,
    sentence: &'m Sentence,
    /// Its first byte and the one behind it.
    at: usize,
    end: usize,
    /// Byte where its clause begins.
    clause_start: usize,
    /// What its section is about.
    topic: &'m Topic,
    /// The places named before it in its sentence.
    before: Vec<&'m AreaMention<'a>>,
}

/// What the places named before a figure say of it.
enum Found<'m, 'a> {
    /// Whose it is, and what chose it; `None`: no one place's.
    Area(Option<Area>, Decision<&'a str>),
    /// It is done by another place's help, and its own one is not named.
    Helper(&'m AreaMention<'a>),
    /// Nothing.
    Nothing,
}

impl<'a> Places<'a> {
    /// The area of the figure at bytes `at..end` of sentence `index`, and what chose it.
    pub(in crate::extract) fn area_of(&self, index: usize, at: usize, end: usize) -> (Option<Area>, Decision<&'a str>) {
        let Some(sentence) = self.page.sentences.get(index) else { return (None, Decision::rule("no-sentence")) };
        let unknown = Topic::default();
        let first = self.mentions.partition_point(|mention| mention.range.start < sentence.range.start);
        let here = self.mentions.get(first..).unwrap_or(&[]);
        let asked = Asked {
            index,
            at,
            end,
            sentence,
            clause_start: clause::start(self.text, at, sentence.range.start),
            topic: self.topics.get(sentence.section).unwrap_or(&unknown),
            before: here.iter().take_while(|mention| mention.range.end <= at).collect(),
        };
        if let Some((area, by)) = self.named_beside(&asked).or_else(|| self.somebodys(&asked)) {
            return (Some(area), by);
        }
        if let Some((earlier, place)) = self.pointed_at(index, at, end) {
            return self.area_of(earlier, place.start, place.end);
        }
        if let Some((mention, area)) = self.spent_on(sentence.range.end, at..end, asked.topic) {
            return (Some(area), Decision::by("spent-on", self.words(mention)));
        }
        if let Some(area) = self.distributed(index, at, asked.clause_start, &asked.before) {
            return (Some(area), Decision::by("respectively", "分别"));
        }
        match self.named_before(&asked) {
            Found::Area(area, by) => (area, by),
            Found::Helper(helper) => (self.area_of_section(&asked), Decision::by(HELPED, self.words(helper))),
            Found::Nothing => self.told_of_around(&asked),
        }
    }

    /// The place named right beside a figure, or that of another one which the own is compared with.
    fn named_beside(&self, asked: &Asked<'_, 'a>) -> Option<(Area, Decision<&'a str>)> {
        let Asked { at, end, topic, ref before, .. } = *asked;
        // The place may stand right behind the number: 380万吕梁儿女.
        let next = self.mentions.get(self.mentions.partition_point(|mention| mention.range.start < end));
        // …9.8万人旌德讯（通讯员…）, …9.8万人通榆：笤帚苗…: where the next article begins.
        let behind = next.filter(|mention| {
            let dateline = self.text.get(mention.range.end..).is_some_and(|rest| rest.starts_with(['讯', '电', '：']));
            mention.range.start == end && matches!(mention.term, AreaTerm::Listed(_)) && !dateline
        });
        if let Some((mention, area)) = behind.and_then(|it| Some((it, self.resolve(it, topic, before)?))) {
            return Some((area, Decision::by("behind", self.words(mention))));
        }
        let last = *before.last()?;
        let link = self.text.get(last.range.end..at)?;
        // 仅次于相邻的榕江县（3.09%）
        let bracketed = || self.listed_place(last).filter(|_| link == "（");
        // 比全市的4.76%高出一大截: whose it is that the own one is compared with.
        let than = || {
            let lead = self.text.get(..last.range.start).unwrap_or("");
            let against = self.codelists.cues.than.iter().any(|word| lead.ends_with(word.as_str()));
            let told = !link.contains(|ch: char| ch.is_ascii_digit() || "，、".contains(ch));
            let rest = self.text.get(end..).unwrap_or("");
            let more = rest.starts_with(['低', '高', '少', '多']);
            let mean = ["", "平均水平", "平均", "同期", "同期平均水平"].contains(&link);
            // 与自治区16567元的平均水平相比
            let level = ["的平均水平", "的水平", "的均值"].iter().find_map(|level| rest.strip_prefix(level));
            let likens = link.ends_with('的') && told || mean && (more || level.is_some());
            let than = against && link.len() <= THAN && likens;
            let beside = link.is_empty() && lead.ends_with(['与', '同', '和', '跟']);
            let beside = beside && level.is_some_and(|rest| rest.starts_with("相比"));
            // 与全省的10768元相比, 跟全市的10893元比
            let likened = link == "的" && lead.ends_with(['与', '同', '和', '跟']);
            let beside = beside || likened && ["相比，", "比，"].iter().any(|word| rest.starts_with(word));
            // 占全市搬迁1.53万人的近两成
            let share = lead.ends_with('占') && rest.starts_with('的') && link.chars().all(char::is_alphabetic);
            (than || beside || share).then(|| self.resolve(last, topic, before)).flatten()
        };
        Some((bracketed().or_else(than)?, Decision::by("clause", self.words(last))))
    }

    /// The person or family whose a figure is.
    fn somebodys(&self, asked: &Asked<'_, 'a>) -> Option<(Area, Decision<&'a str>)> {
        let Asked { at, end, sentence, clause_start, ref before, .. } = *asked;
        let start = sentence.range.start;
        let other = |name: &str| Area { name: name.into(), level: AreaLevel::Other, code: None };
        if self.in_somebodys_words(sentence, at) {
            return Some((other("受访者"), Decision::rule("speaker")));
        }
        let one_familys = || self.is_one_familys(start, at, end, before).then_some("一家");
        if let Some(word) = self.is_a_households(clause_start, at).or_else(one_familys) {
            return Some((other("农户"), Decision::by("family", word)));
        }
        let persons = self.tells_of_somebody(start, at, before)
            || self.is_a_villagers(clause_start, at)
            || self.is_his_or_hers(start, at, before)
            || self.is_an_officials(start, at, before)
            || self.describes_somebody(clause_start, at, end);
        persons.then(|| (other("受访者"), Decision::rule("person")))
    }

    /// The place named last before a figure, in its sentence, of those that are told of there.
    fn named_before<'m>(&self, asked: &Asked<'m, 'a>) -> Found<'m, 'a> {
        let Asked { index, at, end, sentence, clause_start, topic, ref before } = *asked;
        let start = sentence.range.start;
        let (mut helped, mut spoken_by) = (None, None);
        for mention in before.iter().rev().copied() {
            let same_clause = mention.range.start >= clause_start;
            if self.is_passed_over(mention, asked) {
                continue;
            }
            // 县里投入资金120万元，修路3公里: the money and the road are the village's that the paragraph tells of.
            let paid = || self.text.get(at..end).is_some_and(|sum| sum.ends_with('元') && !sum.contains('亿'));
            let payer = self.is_who_pays(mention) && (!same_clause || paid());
            // 这9个县累计退出628个村
            let others = !same_clause && self.points_at_counties(mention.range.end, at);
            if payer && self.small_place_told_of(index, topic).is_some() || others {
                break;
            }
            let several = |area| Found::Area(area, Decision::by("one-of-several", self.words(mention)));
            // 北中镇等3个乡镇 are a few of the county's, and no total of it.
            if matches!(mention.term, AreaTerm::Named(..)) && self.text.get(mention.range.end..at) == Some("等") {
                return several(None);
            }
            // 某市政协副主席、县委书记张三介绍: whose office it is, not what is told of.
            if self.is_an_office(mention) || self.is_a_second_office(mention) {
                spoken_by = spoken_by.or(Some(mention));
                continue;
            }
            if !self.is_told_of(mention, asked) {
                continue;
            }
            // 其中甲州7.53亿元、乙州3.88亿元，比上年增长31%: what grew is no one place's.
            if !same_clause && self.is_one_of_a_breakdown(mention, start) {
                // …: but of the whole that 其中 takes them from.
                if self.opens_a_part(mention, start) {
                    continue;
                }
                return several(None);
            }
            // 泾县等20个县退出贫困县序列；当年年底，最后402人全部脱贫: behind its semicolon the own county is told of again.
            // 其中延寿、木兰两县占38%；今年投入…: but not behind a part of the city's.
            let part = self.text.get(start..mention.range.start).is_some_and(|lead| lead.contains("其中"));
            let again =
                !same_clause && !part && self.text.get(mention.range.end..at).is_some_and(|it| it.contains('；'));
            if let Some(own) = self.listed_place(mention).filter(|own| again && topic.county.as_ref() == Some(own)) {
                if self.leads(mention, start) {
                    return Found::Area(Some(own), Decision::by("sentence", self.words(mention)));
                }
            }
            // 赫章县、望谟县等9个贫困县的贫困发生率为0: said of all nine, and of no place in the list.
            if self.is_said_of_many(mention, at) || self.is_listed_county(mention) && !self.counts_places(at, end) {
                return several(None);
            }
            if self.is_one_of_several(mention, at, end) {
                return several(self.holder_of_several(mention, at..end, topic, before));
            }
            if let Some(area) = self.resolve(mention, topic, before) {
                if self.helps_from_afar(&area, topic, start, at) {
                    helped = Some(mention);
                    continue;
                }
                if helped.is_none() && self.acts_together(mention) && !self.counts_places(at, end) {
                    return several(None);
                }
                let rule = if same_clause { "clause" } else { "sentence" };
                return Found::Area(Some(area), Decision::by(rule, self.words(mention)));
            }
        }
        if let Some((mention, area)) = spoken_by.and_then(|by| Some((by, self.resolve(by, topic, before)?))) {
            return Found::Area(Some(area), Decision::by("sentence", self.words(mention)));
        }
        if self.points_at_counties(start, at) || self.opens_with_counties(start, at) {
            let wide = |area: &Area| matches!(area.level, AreaLevel::City | AreaLevel::Province);
            return Found::Area(self.told_before(index, topic).filter(wide), Decision::rule("one-of-several"));
        }
        helped.map_or(Found::Nothing, Found::Helper)
    }

    /// Whether a place named before a figure has nothing to do with it.
    fn is_passed_over(&self, mention: &AreaMention<'_>, asked: &Asked<'_, 'a>) -> bool {
        let Asked { at, end, sentence, clause_start, topic, .. } = *asked;
        let start = sentence.range.start;
        // 全县有欣荣村、广荣村、隆源村3个贫困村: counted by what holds them.
        if matches!(mention.term, AreaTerm::Named(..)) && self.is_in_counted_list(mention, at, end)
            // 片区县3个（榆中县、永登县、皋兰县），插花县1个: a note is closed before the figure.
            || self.is_in_closed_note(mention, start, at)
            // 贫困发生率从杭州结对帮扶之初的14.88%降至0.23%: when help began.
            || self.is_when_help_began(mention)
            // 某县是榆林贫困程度较深的县之一：104个行政村中…: what it is one of.
            || matches!(mention.term, AreaTerm::Listed(_))
                && self.is_whose_it_is_one_of(mention)
                && self.text.get(mention.range.end..at).is_some_and(|between| between.contains("之一"))
        {
            return true;
        }
        if mention.range.start >= clause_start {
            // 完成宣城市下达的1.9万人减贫任务: who set it.
            return self.sets_a_task(mention)
                // 未摘帽的某县、14个村, 某县高科技产业园等17个园区: one of what is listed, or lies where one is.
                || self.is_listed_with(mention, start, at);
        }
        let wide = matches!(mention.term, AreaTerm::Own(level, _) if level < AreaLevel::County);
        // 南漳、保康、谷城三县全部摘帽，346个贫困村出列: behind the counties that a city counts, it is told of again.
        topic.about == About::City && self.is_done_by_all(mention, sentence)
            // 在州委、州政府的坚强领导下，减贫1.2万人: whose guidance it was.
            || self.is_under_guidance(mention, sentence)
            // …，其中某村的制衣车间吸纳38人；开发公益性岗位6218个: what was taken out ends with its part of the sentence.
            || self.is_a_closed_part(mention, start, at)
            // 上海、太原的劳务站专人跟踪；31家车间…: whose something else is that lies afar.
            || self.is_owner_afar(mention, topic)
            // 内蒙古自治区批准该县退出国贫县，…，当时的贫困发生率…: who only let it leave.
            || self.announces(mention)
            // …，全省第一；到去年底…: among whom it ranks.
            || wide && self.is_aside(mention)
            // 全省排名，我们只排第34位: who speaks tells of the own place again.
            || self.is_left_for_us(mention, clause_start)
    }

    /// Whether the words before a figure tell of a place named there, and do not merely name it.
    fn is_told_of(&self, mention: &AreaMention<'_>, asked: &Asked<'_, 'a>) -> bool {
        let Asked { at, end, sentence, clause_start, .. } = *asked;
        // 作为全省36个贫困县之一, 成为全县8个中心村之一: counted by what holds them.
        let holds = || {
            let own = matches!(mention.term, AreaTerm::Own(..));
            own && (mention.range.end == at && !self.is_taken_in(mention) || self.is_one_of_those(mention, at, end))
        };
        let same_clause = mention.range.start >= clause_start;
        if same_clause && (holds() || self.is_averaged(mention, at) || !self.is_aside(mention)) {
            return true;
        }
        let start = sentence.range.start;
        let led = self.leads(mention, start) || self.is_approved(mention) || self.is_where_it_spread(mention);
        led && !self.is_compared(mention)
    }

    /// What is told of around a sentence that names no place for a figure.
    fn told_of_around(&self, asked: &Asked<'_, 'a>) -> (Option<Area>, Decision<&'a str>) {
        let Asked { index, sentence, topic, ref before, .. } = *asked;
        if let Some((mention, area)) = self.counted_for(before, topic, &sentence.range) {
            return (Some(area), Decision::by("sentence", self.words(mention)));
        }
        match self.small_place_told_of(index, topic).or_else(|| self.told_before(index, topic)) {
            Some(area) => (Some(area), Decision::rule("paragraph")),
            None => (self.area_of_section(asked), Decision::rule("section")),
        }
    }

    /// What the section of a figure is about.
    fn area_of_section(&self, asked: &Asked<'_, 'a>) -> Option<Area> {
        self.city_before_county(asked.sentence, asked.topic).or_else(|| self.place_told_of(asked.topic))
    }
}
