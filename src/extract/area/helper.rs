//! Places that only help the place a text is about: a city or district from afar that sends people or money.

use super::Places;
use super::lists::behind_number;
use super::topic::{About, Topic};
use crate::model::{Area, AreaLevel};
use crate::recognize::{AreaMention, AreaTerm};
use crate::segment::ArticleRange;

impl Places<'_> {
    /// The places that an article says help another one (深圳市龙岗区负责帮扶那坡县): they stay helpers throughout it.
    pub(super) fn named_helpers(&self) -> Vec<(usize, Area)> {
        let mut out = Vec::new();
        let helped = self.names_counties_that_are_helped();
        for article in &self.page.articles {
            let here = self.mentions_in(article.range.clone());
            let noted = here.iter().filter_map(|mention| self.noted_helper(mention));
            out.extend(noted.map(|area| (article.range.start, area)));
            let afar = here.iter().filter(|_| helped).filter_map(|mention| self.helper_from_afar(mention, article));
            out.extend(afar.map(|area| (article.range.start, area)));
            for (helper, helped) in here.iter().zip(here.iter().skip(1)) {
                let (Some(from), Some(to)) = (self.listed_place(helper), self.listed_place(helped)) else { continue };
                let link = self.text.get(helper.range.end..helped.range.start).unwrap_or("");
                let helps = link.chars().all(char::is_alphabetic)
                    && self.codelists.cues.help_directed.iter().any(|word| link.ends_with(word.as_str()))
                    && !self.codelists.cues.help_received.iter().any(|word| link.contains(word.as_str()));
                if helps && are_apart(&from, &to) {
                    out.push((article.range.start, from));
                } else if let Some(rich) = self.richer_of(helper, helped) {
                    out.push((article.range.start, rich));
                }
            }
        }
        out
    }

    /// The cities and districts that a page tells of with several places that they help: 某市对口帮扶的“两州”.
    pub(super) fn helpers_of_several(&self) -> Vec<(usize, Area)> {
        let cues = &self.codelists.cues;
        let several = |helper: &&AreaMention<'_>| {
            let after = self.text.get(helper.range.end..).unwrap_or("");
            let helped = cues.help_relative.iter().find_map(|word| after.strip_prefix(word.as_str()));
            let kind = helped.and_then(|helped| behind_number(helped.trim_start_matches('“')));
            kind.is_some_and(|kind| kind.trim_start_matches('个').starts_with(['州', '市', '县', '区', '地', '旗']))
        };
        let from = |article: &ArticleRange| {
            let here = self.mentions_in(article.range.clone());
            // 某市东西部扶贫协作…: the page is about the helper.
            let helper = self.listed_place(here.iter().find(several)?)?;
            let opening = here.iter().find_map(|mention| self.listed_place(mention))?;
            (opening == helper).then_some((article.range.start, helper))
        };
        self.page.articles.iter().filter_map(from).collect()
    }

    /// Whether the article around byte `at` tells of a place that helps several others.
    pub(super) fn is_on_help_for_several(&self, at: usize) -> bool {
        let after = self.page.articles.partition_point(|article| article.range.start <= at);
        let article = after.checked_sub(1).and_then(|index| self.page.articles.get(index));
        article.is_some_and(|article| self.helping_several.contains(&article.range.start))
    }

    /// The city or district of a province that helps, where a sentence tells of its help and no article opens with it: 全市…，福州市
    /// 落实帮扶资金….
    fn helper_from_afar(&self, mention: &AreaMention<'_>, article: &ArticleRange) -> Option<Area> {
        let area = self.listed_place(mention).filter(|area| self.is_of_a_province_that_helps(area))?;
        let first = &self.sentence_at(article.range.start)?.range;
        let sentence = &self.sentence_at(mention.range.start)?.range;
        let helps = self.text.get(sentence.clone()).is_some_and(|words| self.codelists.cues.help.is_in(words));
        (!first.contains(&mention.range.start) && helps).then_some(area)
    }

    /// Whether a page names a county in full of a province that is helped.
    fn names_counties_that_are_helped(&self) -> bool {
        let named = self.named.iter().filter_map(|code| self.codelists.areas.by_code(*code));
        let mut counties = named.filter(|record| record.level == AreaLevel::County).map(|record| Area {
            name: record.name.as_str().into(),
            level: record.level,
            code: Some(record.code),
        });
        counties.any(|county| !self.is_of_a_province_that_helps(&county))
    }

    /// Whether an area lies in a province whose cities and districts help those of others.
    fn is_of_a_province_that_helps(&self, area: &Area) -> bool {
        let province = self.holds(Some(area), AreaLevel::Province);
        province.is_some_and(|province| self.codelists.cues.help_from.iter().any(|it| **it == *province.name))
    }

    /// 东西部扶贫协作（浙江磐安）资金: the place in a note behind a word of help, of one of the provinces that help.
    fn noted_helper(&self, mention: &AreaMention<'_>) -> Option<Area> {
        /// What is noted, in characters: 东西部扶贫协作.
        const NOTED: usize = 8;
        let area = self.listed_place(mention)?;
        let lead = self.text.get(..mention.range.start)?.strip_suffix('（')?;
        let from = lead.char_indices().rev().nth(NOTED - 1).map_or(0, |(at, _)| at);
        let what = lead.get(from..)?.rsplit(['，', '、', '；', '。']).next()?;
        (self.codelists.cues.help.is_in(what) && self.is_of_a_province_that_helps(&area)).then_some(area)
    }

    /// 福州市长乐区和定西市漳县推进扶贫协作: of two places that a sentence of help joins, the one of the provinces that help.
    fn richer_of(&self, one: &AreaMention<'_>, other: &AreaMention<'_>) -> Option<Area> {
        let (here, there) = (self.listed_place(one)?, self.listed_place(other)?);
        let link = self.text.get(one.range.end..other.range.start)?;
        let sentence = self.sentence_at(one.range.start)?;
        let joined = matches!(link, "" | "、" | "和" | "与" | "—" | "·" | "－" | "-");
        let of_help = self.text.get(sentence.range.clone()).is_some_and(|words| self.codelists.cues.help.is_in(words));
        match (self.is_of_a_province_that_helps(&here), self.is_of_a_province_that_helps(&there)) {
            (true, false) if joined && of_help => Some(here),
            (false, true) if joined && of_help => Some(there),
            _ => None,
        }
    }

    /// 某区对口帮扶某县以来，…: whether a clause that says who helps the mention ends with when that was.
    pub(super) fn is_the_helped(&self, mention: &AreaMention<'_>) -> bool {
        let before = self.text.get(..mention.range.start).unwrap_or("");
        let behind = self.text.get(mention.range.end..).unwrap_or("");
        let mut since =
            ["以来", "后", "以后", "之后", "期间", "中"].iter().filter_map(|word| behind.strip_prefix(word));
        let helped = self.codelists.cues.help_directed.iter().any(|word| before.ends_with(word.as_str()));
        helped && since.any(|rest| rest.starts_with('，')) && self.listed_place(mention).is_some()
    }

    /// Whether a mention only says since when somebody has helped: 从杭州结对帮扶之初的14.88%.
    pub(super) fn is_when_help_began(&self, mention: &AreaMention<'_>) -> bool {
        /// The longest words of help, in characters: 东西部扶贫协作结对帮扶.
        const HELP: usize = 12;
        // No further: the text goes on to the end of the page.
        let behind = self.text.get(mention.range.end..).unwrap_or("");
        let end = behind.char_indices().nth(HELP + 2).map_or(behind.len(), |(end, _)| end);
        let behind = behind.get(..end).unwrap_or("");
        let at = ["之初", "之前", "以前"].iter().filter_map(|word| behind.find(word)).min();
        let help = at.and_then(|at| behind.get(..at));
        help.is_some_and(|help| help.chars().all(char::is_alphabetic) && self.codelists.cues.help.is_in(help))
    }

    pub(super) fn listed_place(&self, mention: &AreaMention<'_>) -> Option<Area> {
        let AreaTerm::Listed(name) = mention.term else { return None };
        self.listed(name).filter(|area| matches!(area.level, AreaLevel::County | AreaLevel::City))
    }

    /// Whether the article around byte `at` says that `area` helps another place.
    pub(super) fn is_named_helper(&self, area: &Area, at: usize) -> bool {
        let after = self.page.articles.partition_point(|article| article.range.start <= at);
        let article = after.checked_sub(1).and_then(|index| self.page.articles.get(index));
        article.is_some_and(|article| {
            self.helpers.binary_search_by_key(&(article.range.start, area), |(start, helper)| (*start, helper)).is_ok()
        })
    }

    /// Whether a mention only says whose something is that lies afar from what `topic` is about: 上海、太原的劳务站.
    pub(super) fn is_owner_afar(&self, mention: &AreaMention<'_>, topic: &Topic) -> bool {
        let AreaTerm::Listed(name) = mention.term else { return false };
        let (Some(own), Some(area)) = (self.place_told_of(topic), self.listed(name)) else { return false };
        let behind = self.text.get(mention.range.end..).unwrap_or("");
        let owns = behind.char_indices().take(LIST + 1).find(|(_, ch)| "的，。；".contains(*ch));
        let lists = owns.is_some_and(|(at, ch)| ch == '的' && (at == 0 || behind.starts_with('、')));
        lists && are_apart(&own, &area)
    }

    /// Whether an area only helps the county that the text is about: a city or district from afar that sends people or money.
    pub(super) fn helps_from_afar(&self, area: &Area, topic: &Topic, from: usize, at: usize) -> bool {
        let told_of = if topic.about == About::City { topic.city.as_ref() } else { topic.county.as_ref() };
        let afar = told_of.is_some_and(|county| are_apart(county, area));
        let said = self.text.get(from..at).unwrap_or("");
        afar && (self.codelists.cues.help.is_in(said) && !self.is_on_help_for_several(from)
            || self.is_named_helper(area, from))
    }
}

/// So many characters of other names may stand behind the first of those whose something is.
const LIST: usize = 8;

/// Whether two places lie in prefectures of their own, and neither in the other.
fn are_apart(one: &Area, other: &Area) -> bool {
    let wide = [one, other].iter().any(|place| place.level == AreaLevel::Province);
    let within = |area: &Area| area.code.map(|code| if wide { code.province() } else { code.prefecture() });
    let (one, other) = (within(one), within(other));
    one.is_some() && other.is_some() && one != other
}
