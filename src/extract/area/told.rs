//! Which county 该县 and its like point at, and how a place is brought up.

use super::Places;
use super::topic::{About, Topic};
use crate::model::{Area, AreaLevel};
use crate::recognize::{AreaMention, AreaTerm};
use crate::segment::Sentence;

impl Places<'_> {
    /// The county of the kind of `kind` that the paragraph told of before byte `at`, which 全县 or 该县 then means; in a
    /// text on several counties the one that the section last told of.
    pub(super) fn county_told_of(&self, at: usize, kind: char, topic: &Topic) -> Option<Area> {
        let told = |mention: &AreaMention<'_>, sentence: &Sentence| {
            // 某县委书记张三介绍，全县…
            let after = self.text.get(mention.range.end..).unwrap_or("");
            let speaks = sentence.range.contains(&at) && after.starts_with('委');
            let here = sentence.range.contains(&at);
            // 接受核查的彝良县作为已摘帽县…。三、主要措施。全县…: brought up in passing.
            let passing = !here && self.is_described(mention, sentence.range.start);
            self.leads(mention, sentence.range.start) && !passing && (speaks || !self.is_aside(mention))
        };
        // 该县 points at a county even where that is no subject.
        // 县委书记：“十三五”期间，全县…: who answers for the page's own county tells of no other that came up before.
        let whole = topic.several && !self.is_answered(at);
        let points = self.text.get(at..).is_some_and(|words| words.starts_with('该'));
        let pointed_at = || self.county_named_before(at, kind, topic, whole, |_, _| true);
        // 只剩西吉县1个未摘帽，该县…: the one that the sentence has just named, rather than one that it does not.
        let just_named = |mention: &AreaMention<'_>, sentence: &Sentence| {
            sentence.range.contains(&at) && !self.is_compared(mention) && !self.is_an_office(mention)
        };
        let near = || self.county_named_before(at, kind, topic, false, just_named);
        // 贡山县独龙江乡整乡脱贫，…。全县选聘…: whose township the paragraph has told of.
        let told = self
            .county_named_before(at, kind, topic, false, told)
            .or_else(|| self.county_addressed(at, kind))
            .or_else(|| self.county_named_before(at, kind, topic, whole, told));
        points.then(near).flatten().or(told).or_else(|| points.then(pointed_at).flatten())
    }

    /// The county of the kind of `kind` in the address that the paragraph named last before byte `at`.
    fn county_addressed(&self, at: usize, kind: char) -> Option<Area> {
        let addresses = self.addresses_in(self.paragraph_start(at)?..at).iter().rev();
        let mut counties = addresses.filter(|(_, name)| name.level == AreaLevel::County);
        counties.find_map(|(_, name)| self.look_up(name)).filter(|area| area.name.ends_with(kind))
    }

    /// Whether byte `at` is in a paragraph that somebody speaks who is named by an office alone: 县长：….
    fn is_answered(&self, at: usize) -> bool {
        /// The longest such name, in characters: 县乡村振兴局局长.
        const SPEAKER: usize = 10;
        let Some(first) = self.paragraph_start(at) else { return false };
        let label = self.text.get(first..at).and_then(|words| words.split_once('：')).map_or("", |(label, _)| label);
        (1..=SPEAKER).contains(&label.chars().count())
            && label.ends_with(['长', '记', '任', '人', '答'])
            && label.chars().all(char::is_alphabetic)
            && !self.mentions_in(first..first + label.len()).iter().any(|it| self.listed_place(it).is_some())
    }

    /// Where the paragraph begins that byte `at` is in.
    fn paragraph_start(&self, at: usize) -> Option<usize> {
        let index = self.page.sentences.partition_point(|other| other.range.start <= at).checked_sub(1)?;
        self.sentences_back(index, false).last().map(|(_, first)| first.range.start)
    }

    /// Whether 我县 is said by somebody who is quoted: 临县…。“我县…”.
    pub(super) fn is_quoted(&self, mention: &AreaMention<'_>) -> bool {
        let at = mention.range.start;
        let Some(first) = self.paragraph_start(at) else { return false };
        let paragraph = self.text.get(first..at).unwrap_or("");
        paragraph.rfind('“').is_some_and(|open| !paragraph.get(open..).unwrap_or("").contains('”'))
    }

    /// The county of who speaks at byte `at`, where the paragraph says who: 静乐县负责人：我县….
    pub(super) fn county_of_speaker(&self, at: usize) -> Option<Area> {
        let first = self.paragraph_start(at)?;
        let (label, _) = self.text.get(first..at)?.split_once('：')?;
        let named = self.mentions_in(first..first + label.len()).iter().rev().find_map(|it| self.listed_place(it));
        named.filter(|area| area.level == AreaLevel::County && !label.contains(['，', '。', '；', '“']))
    }

    /// The district that the paragraph named last before byte `at`, which 全区 means on a page about a county that is none.
    pub(super) fn district_named_before(&self, at: usize, topic: &Topic) -> Option<Area> {
        self.county_named_before(at, '区', topic, false, |_, _| true)
    }

    /// The county of the kind of `kind` that the paragraph, or the `whole` section, named last before byte `at` in a mention
    /// and sentence that `fit`; none that only helps what `topic` is about.
    fn county_named_before(
        &self,
        at: usize,
        kind: char,
        topic: &Topic,
        whole: bool,
        fit: impl Fn(&AreaMention<'_>, &Sentence) -> bool,
    ) -> Option<Area> {
        let here = self.page.sentences.partition_point(|sentence| sentence.range.start <= at).checked_sub(1)?;
        self.sentences_back(here, whole).find_map(|(_, other)| {
            let mentions = self.mentions_in(other.range.start..other.range.end.min(at));
            mentions.iter().rev().find_map(|mention| {
                let AreaTerm::Listed(name) = mention.term else { return None };
                let county = self.listed(name).filter(|area| area.level == AreaLevel::County)?;
                let found = county.name.ends_with(kind) && fit(mention, other);
                let helps = || self.helps_from_afar(&county, topic, other.range.start, other.range.end);
                (found && !helps()).then_some(county)
            })
        })
    }

    /// The city, of whichever level, that the paragraph told of before byte `at`, which 全市 then means: the last one that a
    /// sentence opens with. For another `kind` (全州) it is the last one named.
    pub(super) fn city_told_of(&self, at: usize, kind: char) -> Option<Area> {
        let here = self.page.sentences.partition_point(|sentence| sentence.range.start <= at).checked_sub(1)?;
        self.sentences_back(here, false).find_map(|(_, other)| {
            let mentions = self.mentions_in(other.range.start..other.range.end.min(at));
            mentions.iter().rev().find_map(|mention| {
                let AreaTerm::Listed(name) = mention.term else { return None };
                let subject = self.opens_clause(mention.range.start, other.range.start)
                    && !self.is_aside(mention)
                    && !self.is_listed_county(mention)
                    && !self.is_an_office(mention);
                // 天津市援建的车间: no municipality is said so of by another province's.
                let below = |area: &Area| matches!(area.level, AreaLevel::City | AreaLevel::County);
                let listed = self.listed(name).filter(|area| area.name.ends_with(kind) && below(area));
                listed.filter(|area| if kind == '市' { subject } else { area.level == AreaLevel::City })
            })
        })
    }

    /// Whether the article of the mention said 全市 before it named the county-level city `county` for the first time, and it or
    /// the page names other counties of the same prefecture, too: 全市 is then the prefecture.
    pub(super) fn city_was_told_of_first(&self, mention: &AreaMention<'_>, county: &Area) -> bool {
        /// So many places of an article are looked at: which city it tells of shows early.
        const PLACES: usize = 200;
        let articles = &self.page.articles;
        let index = articles.partition_point(|article| article.range.start <= mention.range.start);
        let Some(article) = index.checked_sub(1).and_then(|index| articles.get(index)) else { return false };
        let here = self.mentions_in(article.range.clone());
        let here = here.get(..PLACES).unwrap_or(here);
        let said = here.iter().position(|other| matches!(other.term, AreaTerm::Own(AreaLevel::City, '市')));
        let named = here.iter().position(|other| self.listed_place(other).as_ref() == Some(county));
        let prefecture = self.holds(Some(county), AreaLevel::City);
        let other = |other: &AreaMention<'_>| {
            let place = self.listed_place(other).filter(|area| area.level == AreaLevel::County && area != county);
            place.is_some() && self.holds(place.as_ref(), AreaLevel::City) == prefecture
        };
        said.zip(named).is_some_and(|(said, named)| said < named)
            && prefecture.as_ref().is_some_and(|city| city.name.ends_with('市'))
            && (here.iter().any(other) || self.mentions.iter().take(PLACES).any(other))
    }

    /// The city that an article tells of up to the end of a sentence where the county of its section comes up only later, or
    /// has been but one of a list (玉树州…，囊谦、杂多、治多3县脱贫摘帽).
    pub(super) fn city_before_county(&self, sentence: &Sentence, topic: &Topic) -> Option<Area> {
        let county = topic.county.as_ref().filter(|_| topic.about == About::County)?;
        let city = self.holds(Some(county), AreaLevel::City)?;
        let article = self.page.articles.get(sentence.article)?;
        let so_far = article.range.start..sentence.range.end;
        let here = self.mentions_in(so_far.clone());
        let told = here.iter().any(|mention| match mention.term {
            AreaTerm::Own(level, _) => level == AreaLevel::County,
            _ => self.listed_place(mention).as_ref() == Some(county) && !self.is_listed_county(mention),
        });
        if told || self.addresses_in(so_far).iter().any(|(_, name)| name.level == AreaLevel::County) {
            return None;
        }
        let of_city = here.iter().any(|mention| {
            self.listed_place(mention).as_ref() == Some(&city) && !self.is_aside(mention) && !self.is_an_office(mention)
        });
        of_city.then_some(city)
    }

    /// Whether `city` has fewer counties than the figure `counted` counts: 商都县等20个旗县 are a province's.
    pub(super) fn holds_fewer(&self, city: &Area, counted: &str) -> bool {
        let digits = counted.trim_end_matches(|ch: char| !ch.is_ascii_digit());
        let (Some(code), Ok(number)) = (city.code, digits.parse::<usize>()) else { return false };
        let inside = self.codelists.areas.records().filter(|record| {
            record.level == AreaLevel::County && record.to.is_none() && record.code.prefecture() == code.prefecture()
        });
        city.level == AreaLevel::City && inside.count() < number
    }

    /// Whether 我市 stands right before the list that the mention is in.
    pub(super) fn own_city_leads(&self, mention: &AreaMention<'_>) -> bool {
        let index = self.mentions.partition_point(|other| other.range.start < mention.range.start);
        let mut start = mention.range.start;
        for earlier in self.mentions.get(..index).unwrap_or(&[]).iter().rev() {
            match self.text.get(earlier.range.end..start) {
                Some("、" | "和") => start = earlier.range.start,
                Some("") => return matches!(earlier.term, AreaTerm::Own(AreaLevel::City, _)),
                _ => break,
            }
        }
        false
    }
}
