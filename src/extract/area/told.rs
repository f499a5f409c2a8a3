//! Which county 该县 and its like point at, and how a place is brought up.

use super::topic::{About, Topic};
use super::{EXAMPLES, Places};
use crate::extract::clause;
use crate::model::{Area, AreaLevel};
use crate::recognize::{AreaMention, AreaTerm};
use crate::segment::Sentence;

impl Places<'_> {
    /// The county of the kind of `kind` that the paragraph told of before byte `at`, which 全县 or 该县 then means; in a
    /// text on several counties the one that the section last told of.
    pub(super) fn county_told_of(&self, at: usize, kind: char, topic: &Topic) -> Option<Area> {
        let here = self.page.sentences.partition_point(|sentence| sentence.range.start <= at).checked_sub(1)?;
        let sentence = self.page.sentences.get(here)?;
        let within = |other: &&Sentence| {
            other.paragraph == sentence.paragraph || topic.several && other.section == sentence.section
        };
        let told = |any: bool| {
            self.page.sentences.get(..=here)?.iter().rev().take_while(within).find_map(|other| {
                let mentions = self.mentions_in(other.range.start..other.range.end.min(at));
                mentions.iter().rev().find_map(|mention| {
                    let AreaTerm::Listed(name) = mention.term else { return None };
                    // 某县委书记张三介绍，全县…
                    let after = self.text.get(mention.range.end..).unwrap_or("");
                    let speaks = other.range == sentence.range && after.starts_with('委');
                    let subject = any || self.leads(mention, other.range.start) && (speaks || !self.is_aside(mention));
                    let county = self.listed(name).filter(|area| area.level == AreaLevel::County && subject)?;
                    let helps = self.helps_from_afar(&county, topic, other.range.start, other.range.end);
                    (county.name.ends_with(kind) && !helps).then_some(county)
                })
            })
        };
        // 该县 points at a county even where that is no subject.
        let points = self.text.get(at..).is_some_and(|words| words.starts_with('该'));
        told(false).or_else(|| points.then(|| told(true)).flatten())
    }

    /// The district that the paragraph named last before byte `at`, which 全区 means on a page about a county that is none.
    pub(super) fn district_named_before(&self, at: usize, topic: &Topic) -> Option<Area> {
        let here = self.page.sentences.partition_point(|sentence| sentence.range.start <= at).checked_sub(1)?;
        let paragraph = self.page.sentences.get(here)?.paragraph;
        let sentences = self.page.sentences.get(..=here)?.iter().rev();
        sentences.take_while(|other| other.paragraph == paragraph).find_map(|other| {
            self.mentions_in(other.range.start..other.range.end.min(at)).iter().rev().find_map(|mention| {
                let AreaTerm::Listed(name) = mention.term else { return None };
                let district = self.listed(name).filter(|area| area.level == AreaLevel::County)?;
                let helps = self.helps_from_afar(&district, topic, other.range.start, other.range.end);
                (district.name.ends_with('区') && !helps).then_some(district)
            })
        })
    }

    /// The city, of whichever level, that the paragraph told of before byte `at`, which 全市 then means: the last one that a
    /// sentence opens with. For another `kind` (全州) it is the last one named.
    pub(super) fn city_told_of(&self, at: usize, kind: char) -> Option<Area> {
        let here = self.page.sentences.partition_point(|sentence| sentence.range.start <= at).checked_sub(1)?;
        let sentence = self.page.sentences.get(here)?;
        let within = |other: &&Sentence| other.paragraph == sentence.paragraph;
        self.page.sentences.get(..=here)?.iter().rev().take_while(within).find_map(|other| {
            let mentions = self.mentions_in(other.range.start..other.range.end.min(at));
            mentions.iter().rev().find_map(|mention| {
                let AreaTerm::Listed(name) = mention.term else { return None };
                let subject = self.opens_clause(mention.range.start, other.range.start)
                    && !self.is_aside(mention)
                    && !self.is_listed_county(mention)
                    && !self.is_an_office(mention);
                let listed = self.listed(name).filter(|area| area.name.ends_with(kind));
                listed.filter(|area| if kind == '市' { subject } else { area.level == AreaLevel::City })
            })
        })
    }

    /// The city that an article tells of up to the end of a sentence where the county of its section comes up only later, or
    /// has been but one of a list (玉树州…，囊谦、杂多、治多3县脱贫摘帽).
    pub(super) fn city_before_county(&self, sentence: &Sentence, topic: &Topic) -> Option<Area> {
        let county = topic.county.as_ref().filter(|_| topic.about == About::County)?;
        let city = self.holds(Some(county), AreaLevel::City)?;
        let article = self.page.articles.get(sentence.article)?;
        let addressed = self.addresses.iter().any(|(at, name)| {
            (article.range.start..sentence.range.end).contains(at) && name.level == AreaLevel::County
        });
        let here = self.mentions_in(article.range.start..sentence.range.end);
        let told = here.iter().any(|mention| match mention.term {
            AreaTerm::Own(level, _) => level == AreaLevel::County,
            _ => self.listed_place(mention).as_ref() == Some(county) && !self.is_listed_county(mention),
        });
        let of_city = here.iter().any(|mention| {
            self.listed_place(mention).as_ref() == Some(&city) && !self.is_aside(mention) && !self.is_an_office(mention)
        });
        (of_city && !told && !addressed).then_some(city)
    }

    /// Whether a place is taken for an example of which the text then tells: 以临县为例, 拿石磨岩村来说.
    pub(super) fn is_the_example(&self, mention: &AreaMention<'_>) -> bool {
        let before = self.text.get(..mention.range.start).unwrap_or("");
        let after = self.text.get(mention.range.end..).unwrap_or("");
        let (lead, follow) = &self.codelists.cues.example;
        lead.iter().any(|word| before.ends_with(word.as_str()))
            && follow.iter().any(|word| after.starts_with(word.as_str()))
    }

    /// Whether a clause that `lead` opens before the place at byte `at` says where the figures come from: 据策勒县统计.
    pub(super) fn is_the_source(&self, lead: &str, at: usize) -> bool {
        let (before, behind) = &self.codelists.cues.source;
        let clause = || self.text.get(at..clause::end(self.text, at, self.text.len()));
        before.iter().any(|word| word == lead) && clause().is_some_and(|clause| behind.is_in(clause))
    }

    /// Whether something is built at a place, of which the rest of the sentence then tells: 实施昂拉乡河东搬迁项目，投资….
    pub(super) fn is_built_there(&self, mention: &AreaMention<'_>, floor: usize) -> bool {
        let cues = &self.codelists.cues;
        let lead = self.text.get(floor..mention.range.start).unwrap_or("");
        let end = clause::end(self.text, mention.range.end, self.text.len());
        let built = self.text.get(mention.range.end..end).unwrap_or("");
        cues.site_built.iter().any(|verb| lead.ends_with(verb.as_str()))
            && built.chars().all(char::is_alphabetic)
            && cues.venue.find(built).any(|(kind, ())| kind.end == built.len())
    }

    /// Whether a place only says where something goes: 跨区域搬到县城和七星关区8463户, 连接镇区和陡寨村的公路.
    pub(super) fn is_where_to(&self, mention: &AreaMention<'_>) -> bool {
        let before = self.text.get(..mention.range.start).unwrap_or("");
        let towards = &self.codelists.cues.towards;
        let near =
            before.char_indices().rev().nth(EXAMPLES + 2).map_or(before, |(at, _)| before.get(at..).unwrap_or(""));
        towards.is_in(near)
            && towards.iter().any(|word| {
                let between = near.rsplit_once(word).map(|(_, between)| between);
                between.is_some_and(|between| between.chars().all(|ch| ch.is_alphabetic() || ch == '、'))
            })
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
