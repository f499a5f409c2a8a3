//! What a section of a page is about: the county, city or province whose its figures are where nothing else is said.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Places;
use crate::model::{Area, AreaLevel};
use crate::recognize::AreaTerm;
use crate::segment::{Sentence, numbered_place};

/// The level of the place that a section tells of.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum About {
    #[default]
    County,
    City,
    Province,
}

/// How somebody tells of the own county.
const OURS: [&str; 5] = ["我们", "我县", "我区", "我旗", "我市"];

/// What a section is about.
#[derive(Debug, Clone, Default)]
pub(super) struct Topic {
    pub(super) county: Option<Area>,
    pub(super) city: Option<Area>,
    pub(super) province: Option<Area>,
    /// Whose its figures are where nothing else is said: the county's, the city's or the province's.
    pub(super) about: About,
    /// Whether 全市 means the county.
    pub(super) county_is_city: bool,
    /// Whether it tells of several counties in turn.
    pub(super) several: bool,
    /// Whether it tells of several places that one from afar helps: what names none of them is told of them all.
    pub(super) of_all_helped: bool,
}

impl Places<'_> {
    pub(super) fn section_topics(&self) -> Vec<Topic> {
        let wholes: Vec<Topic> = self
            .page
            .articles
            .iter()
            .map(|article| self.topic(article.range.start, article.range.end, &Topic::default()))
            .collect();
        let unknown = Topic::default();
        let whole_of = |at: usize| {
            let after = self.page.articles.partition_point(|article| article.range.start <= at);
            after.checked_sub(1).and_then(|index| wholes.get(index)).unwrap_or(&unknown)
        };
        let mut topics: Vec<Topic> = self
            .page
            .sections
            .iter()
            .map(|section| self.topic(section.start, section.end, whole_of(section.start)))
            .collect();
        self.settle_city_words(&mut topics, &wholes);
        for (section, topic) in self.page.sections.iter().zip(&mut topics) {
            self.set_by_heading(section, topic);
        }
        let articles: Vec<usize> = self
            .page
            .sections
            .iter()
            .map(|section| self.page.articles.partition_point(|article| article.range.start <= section.start))
            .collect();
        // A section that names nothing goes on with its article's county: the one before it, else the next one.
        let fill = |topics: &mut Vec<Topic>, order: &mut dyn Iterator<Item = usize>, within_article: bool| {
            let mut last: Option<(usize, Topic)> = None;
            for index in order {
                let (Some(article), Some(topic)) = (articles.get(index), topics.get_mut(index)) else { continue };
                if let Some((from, known)) = &last {
                    if from == article || !within_article {
                        if topic.county.is_none() && topic.city.is_none() && topic.about != About::Province {
                            topic.about = known.about;
                        }
                        // A city's news names counties that what follows it is not about.
                        let own = self.page_county.clone().filter(|own| {
                            let holder = self.holds(Some(own), AreaLevel::City);
                            known.about == About::City && (known.city.is_none() || holder == known.city)
                        });
                        let theirs = own.or_else(|| known.county.clone());
                        topic.county = topic.county.take().or(theirs);
                        // A city that a county lies in, and not one that only comes up on the page.
                        let holder = self.holds(topic.county.as_ref(), AreaLevel::City);
                        let known_city = known.city.clone().filter(|_| holder.is_none() || holder == known.city);
                        topic.city = topic.city.take().or(known_city);
                        topic.province = topic.province.take().or_else(|| known.province.clone());
                    }
                }
                if topic.county.is_some() || topic.city.is_some() || topic.about == About::Province {
                    last = Some((*article, topic.clone()));
                }
            }
        };
        let count = topics.len();
        fill(&mut topics, &mut (0..count), true);
        fill(&mut topics, &mut (0..count).rev(), true);
        if let Some(county) = &self.page_county {
            for topic in topics.iter_mut().filter(|topic| topic.county.is_none() && topic.city.is_none()) {
                topic.county = Some(county.clone()).filter(|_| topic.about != About::Province);
            }
        }
        fill(&mut topics, &mut (0..count), false);
        fill(&mut topics, &mut (0..count).rev(), false);
        topics
    }

    /// Whether 全市 means a county-level city is for the whole article to say, not for one of its sections.
    fn settle_city_words(&self, topics: &mut [Topic], wholes: &[Topic]) {
        for (article, whole) in self.page.articles.iter().zip(wholes) {
            let first = self.page.sections.partition_point(|section| section.start < article.range.start);
            let sections = self.page.sections.iter().zip(topics.iter_mut()).skip(first);
            for (section, topic) in sections.take_while(|(section, _)| section.start < article.range.end) {
                if article.range.contains(&section.start) {
                    let same = topic.county.as_ref().is_none_or(|county| Some(county) == whole.county.as_ref());
                    // 全市 was taken for the city's where the section alone did not tell.
                    if whole.county_is_city && !topic.county_is_city && same && whole.about == About::County {
                        topic.about = About::County;
                    }
                    topic.county_is_city = whole.county_is_city && same;
                }
            }
        }
    }

    /// A marked or numbered heading that names one place says what its section is about: ◆秦安, 【织金县委书记】, 同类报道·安康市,
    /// 一、同心县。
    fn set_by_heading(&self, section: &Range<usize>, topic: &mut Topic) {
        let line = self.text.get(section.clone()).and_then(|words| words.split('\n').next()).unwrap_or("");
        // 一、红寺堡区。2014年…
        let numbered = numbered_place(line);
        let Some(mark) = numbered.or_else(|| self.codelists.press.opens_section(line)) else { return };
        let heads = numbered.is_some() || mark.ends_with('】');
        let length = if heads { mark.len() } else { line.len() };
        // 【背景】某县…: a label is no heading of its own where text goes on behind it.
        if !heads && line.contains(['。', '，', '；']) {
            return;
        }
        let named = self.mentions_in(section.start..section.start + length).iter().filter_map(|mention| {
            let AreaTerm::Listed(name) = mention.term else { return None };
            self.listed(name)
        });
        let mut named: Vec<Area> = named.collect();
        named.dedup();
        let [area] = named.as_slice() else { return };
        let area = Some(area.clone());
        match area.as_ref().map(|area| area.level) {
            Some(AreaLevel::County) => {
                let county_is_city = area.as_ref().is_some_and(|area| area.name.ends_with('市'));
                *topic = Topic { county: area, city: None, about: About::County, county_is_city, ..topic.clone() };
            }
            Some(AreaLevel::City) => *topic = Topic { city: area, about: About::City, ..topic.clone() },
            _ => return,
        }
        (topic.several, topic.of_all_helped) = (false, false);
    }

    /// What the text between two bytes is about, by how often it names counties and cities and says 全县 or 全市; those
    /// that only help what its article, `whole`, is about count for nothing.
    fn topic(&self, start: usize, end: usize, whole: &Topic) -> Topic {
        let mut counties: BTreeMap<Area, usize> = BTreeMap::new();
        let mut cities: BTreeMap<Area, usize> = BTreeMap::new();
        let mut provinces: BTreeMap<Area, usize> = BTreeMap::new();
        let mut own: Vec<(AreaLevel, char)> = Vec::new();
        let mut first = None;
        let mut opening = None;
        let mut goes_on = false;
        for mention in self.mentions_in(start..end) {
            match &mention.term {
                AreaTerm::Listed(name) => {
                    let Some(area) = self.listed(name) else { continue };
                    let map = match area.level {
                        AreaLevel::County => &mut counties,
                        AreaLevel::City => &mut cities,
                        AreaLevel::Province => &mut provinces,
                        _ => continue,
                    };
                    if self.is_in_passing(&area, mention.range.start) {
                        continue;
                    }
                    let helps = self.is_named_helper(&area, mention.range.start)
                        || self.only_helps(&area, mention.range.start, whole);
                    // A province may help its own.
                    let of_whole = whole.county.as_ref().or(whole.city.as_ref());
                    let own = self.holds(of_whole, AreaLevel::Province).is_none_or(|province| province == area);
                    if helps && !(area.level == AreaLevel::Province && own) {
                        continue;
                    }
                    if area.level != AreaLevel::Province && opening.is_none() {
                        opening = Some(area.clone());
                    }
                    if area.level == AreaLevel::County && first.is_none() {
                        first = Some(area.clone());
                    }
                    *map.entry(area).or_insert(0) += if name.short { 1 } else { 2 };
                }
                // 增速居全盟首位 is not told of 全盟.
                AreaTerm::Own(level, kind) if !self.is_aside(mention) => {
                    goes_on |= *level == AreaLevel::County && opening.is_none();
                    own.push((*level, *kind));
                }
                _ => {}
            }
        }
        let unknown = whole.county.is_none() && whole.city.is_none();
        // A county that is named in nothing but addresses.
        if counties.is_empty() && cities.is_empty() {
            let here = self.addresses_in(start..end).iter();
            let told =
                |area: &Area| area.level == AreaLevel::County && (unknown || whole.county.as_ref() == Some(area));
            for area in here.filter_map(|(_, name)| self.look_up(name)).filter(told) {
                *counties.entry(area).or_insert(0) += 1;
            }
        }
        // 全县 speaks for a county that is a 县, not for a helping 区; what is named first is what the text is about.
        let spoken_for =
            |area: &Area| own.iter().filter(|(_, kind)| *kind != '市' && area.name.ends_with(*kind)).count() * 2;
        let score = |(area, count): &(&Area, &usize)| {
            let first = first.as_ref() == Some(*area);
            // Of two that come up the page's own is rather meant.
            let own = self.page_county.as_ref() == Some(*area);
            **count + spoken_for(area) + 2 * usize::from(first) + 2 * usize::from(own)
        };
        let county = counties.iter().max_by_key(score);
        // 全州 speaks for a 州, and not for the 市 that helps it.
        let meant = |(area, count): &(&Area, &usize)| {
            let speaks = |(level, kind): &&(AreaLevel, char)| {
                *level == AreaLevel::City && *kind != '市' && area.name.ends_with(*kind)
            };
            **count + own.iter().filter(speaks).count() * 2
        };
        let city = cities.iter().max_by_key(meant);
        let weight = |found: Option<(&Area, &usize)>| found.map_or(0, |(_, count)| *count);
        let county_area = county.map(|(area, _)| area.clone());
        // 同期商洛市为10773元, in a county's own account: named in passing beside it.
        let beside = |city: &Area| {
            let holder = self.holds(whole.county.as_ref(), AreaLevel::City);
            whole.about == About::County
                && counties.is_empty()
                && holder.as_ref() == Some(city)
                && !own.iter().any(|(level, _)| *level == AreaLevel::City)
                && self.is_named_in_passing(city, start, end)
        };
        // 全州 of a county's own 州, where of cities only a 市 is named that helps.
        let other_kind = |city: &Area| {
            let holder = self.holds(county_area.as_ref(), AreaLevel::City).filter(|holder| holder != city);
            let speaks = |kind: char| holder.as_ref().is_some_and(|holder| holder.name.ends_with(kind));
            own.iter().any(|(level, kind)| {
                *level == AreaLevel::City && *kind != '市' && !city.name.ends_with(*kind) && speaks(*kind)
            })
        };
        let city = city.filter(|(area, _)| !beside(area) && !other_kind(area));
        let city_area = city.map(|(area, _)| area.clone());
        // 全市 is the county where that is a county-level city and named at least as often as the city above it.
        let leads =
            city_area.is_some() && opening == city_area && self.counties_in(counties.keys(), city_area.as_ref()) >= 2;
        let in_full = |area: &Area| area.code.is_some_and(|code| self.named.binary_search(&code).is_ok());
        let county_is_city = county_area.as_ref().is_some_and(|area| area.name.ends_with('市') && in_full(area))
            && (weight(county) >= weight(city) || opening == county_area)
            && !leads;
        let of_county =
            |(level, kind): &&(AreaLevel, char)| *level == AreaLevel::County || (county_is_city && *kind == '市');
        let own_county = own.iter().filter(of_county).count();
        let own_city = own.iter().filter(|entry| entry.0 == AreaLevel::City).count()
            - own.iter().filter(|entry| entry.0 == AreaLevel::City && of_county(entry)).count();
        // A city's piece that walks through its counties names each of them, and none above all; or it opens with the
        // city, says 全市 of it and then goes to some of its counties.
        let all: usize = counties.values().sum();
        let walks = counties.len() >= 3 && weight(county) * 2 < all && weight(city) > 0 && own_county == 0;
        let own_province = own.iter().filter(|entry| entry.0 == AreaLevel::Province).count();
        let province = provinces.iter().max_by_key(|(_, count)| **count);
        let of_province = own_province * 2 + weight(province);
        let (of_city, of_county) = (own_city * 2 + weight(city), own_county * 2 + weight(county));
        let opens = leads && own_city > 0 && of_city > own_county * 2;
        let of_a_city = whole.about == About::City || unknown && opening == city_area && of_city >= of_county;
        let passing = || county_area.as_ref().is_some_and(|county| self.is_named_in_passing(county, start, end));
        // 同为贫困县的中方县已在前面，我们没有退路: another county in passing, where somebody tells of the own one.
        let own = whole.county.as_ref().filter(|_| whole.about == About::County);
        let ours = self.text.get(start..end).is_some_and(|text| OURS.iter().any(|word| text.contains(word)));
        // 全县…。增速仅次于隰县。: what says 全县 before it names another one goes on with its article's.
        let for_ours = own.filter(|own| {
            let other = county_area.as_ref().is_some_and(|other| other != *own);
            other && (goes_on || ours && passing())
        });
        let county_area = for_ours.cloned().or_else(|| county_area.clone());
        let about = if of_province > of_city + of_county {
            About::Province
        } else if walks || opens || of_city > of_county || of_a_city && own_county == 0 && passing() {
            About::City
        } else {
            About::County
        };
        Topic {
            county: county_area,
            city: city_area,
            province: province.map(|(area, _)| area.clone()),
            about,
            county_is_city,
            several: counties.len() >= 2 && weight(county) * 5 < all * 3,
            of_all_helped: match cities.len().max(counties.len()) {
                0 => whole.of_all_helped,
                1 => false,
                _ => self.is_on_help_for_several(start),
            },
        }
    }

    /// Whether the text between two bytes names a county in one sentence alone that is not its first: 凌云县被评为全省先进 in
    /// a city's account.
    fn is_named_in_passing(&self, county: &Area, start: usize, end: usize) -> bool {
        let first = self.page.sentences.partition_point(|sentence| sentence.range.start < start);
        let here = self.page.sentences.iter().skip(first).take_while(|sentence| sentence.range.start < end);
        let named = here.enumerate().filter(|(_, sentence)| {
            self.mentions_in(sentence.range.clone())
                .iter()
                .any(|mention| self.listed_place(mention).as_ref() == Some(county))
        });
        let named: Vec<usize> = named.map(|(index, _)| index).collect();
        matches!(named.as_slice(), [only] if *only > 0)
    }

    /// How many of `counties` lie in `city`.
    fn counties_in<'m>(&self, counties: impl Iterator<Item = &'m Area>, city: Option<&Area>) -> usize {
        counties.filter(|county| self.holds(Some(county), AreaLevel::City).as_ref() == city).count()
    }

    /// Whether the sentence at byte `at` tells of `area` only as one that helps what `whole` is about.
    fn only_helps(&self, area: &Area, at: usize, whole: &Topic) -> bool {
        self.sentence_at(at)
            .is_some_and(|sentence| self.helps_from_afar(area, whole, sentence.range.start, sentence.range.end))
    }

    /// The sentence that byte `at` is in.
    pub(super) fn sentence_at(&self, at: usize) -> Option<&Sentence> {
        let after = self.page.sentences.partition_point(|sentence| sentence.range.start <= at);
        self.page.sentences.get(after.checked_sub(1)?)
    }

    /// The place whose the figures of a section are where nothing else is said.
    pub(super) fn place_told_of(&self, topic: &Topic) -> Option<Area> {
        if topic.of_all_helped {
            return None;
        }
        let city = || topic.city.clone().or_else(|| self.holds(topic.county.as_ref(), AreaLevel::City));
        match topic.about {
            About::Province => topic.province.clone().or_else(|| self.province_of(topic)),
            About::City => city().or_else(|| self.municipality(topic)).or_else(|| topic.county.clone()),
            About::County => topic.county.clone().or_else(|| topic.city.clone()),
        }
    }

    /// The municipality that the county of a section is in, whose 全市 it then says: 酉阳 of 重庆市.
    pub(super) fn municipality(&self, topic: &Topic) -> Option<Area> {
        let alone = self.holds(topic.county.as_ref(), AreaLevel::City).is_none();
        self.province_of(topic).filter(|province| alone && province.name.ends_with('市'))
    }

    /// The area of `level` that holds `area`.
    pub(super) fn holds(&self, area: Option<&Area>, level: AreaLevel) -> Option<Area> {
        let mut record = self.codelists.areas.by_code(area?.code?)?;
        loop {
            record = self.codelists.areas.parent(record)?;
            if record.level == level {
                return Some(Area { name: record.name.as_str().into(), level, code: Some(record.code) });
            }
        }
    }

    /// The province of what a section is about.
    pub(super) fn province_of(&self, topic: &Topic) -> Option<Area> {
        let of = |area: &Option<Area>| self.holds(area.as_ref(), AreaLevel::Province);
        of(&topic.county).or_else(|| of(&topic.city))
    }
}
