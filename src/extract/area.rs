//! Which place a figure describes: the subject of its clause or sentence, or else the county or city its section is about.

use std::collections::BTreeMap;

use super::clause;
use crate::codelist::{AreaName, AreaRecord, Codelists};
use crate::model::{Area, AreaCode, AreaLevel};
use crate::recognize::{AreaMention, AreaTerm};
use crate::segment::Page;

/// Places of a page, resolved.
pub(super) struct Places<'a> {
    text: &'a str,
    page: &'a Page,
    codelists: &'a Codelists,
    mentions: Vec<AreaMention<'a>>,
    /// What each section is about.
    topics: Vec<Topic>,
    /// Codes of areas named in full on the page, for telling apart areas of one name.
    named: Vec<AreaCode>,
}

/// What a section is about.
#[derive(Debug, Clone, Default)]
struct Topic {
    county: Option<Area>,
    city: Option<Area>,
    /// Whether its figures are the city's where nothing else is said.
    about_city: bool,
}

impl<'a> Places<'a> {
    pub(super) fn new(text: &'a str, mentions: Vec<AreaMention<'a>>, page: &'a Page, codelists: &'a Codelists) -> Self {
        let mut named: Vec<AreaCode> = Vec::new();
        for mention in &mentions {
            if let AreaTerm::Listed(name) = mention.term {
                if !name.short {
                    named.extend(&name.codes);
                }
            }
        }
        named.sort_unstable();
        named.dedup();
        let mut places = Self { text, page, codelists, mentions, topics: Vec::new(), named };
        places.drop_doubtful_short_names();
        places.topics = places.section_topics();
        places
    }

    /// A short name (方山, 和平) is a place only where the page names the place, its city or a neighbour in full.
    fn drop_doubtful_short_names(&mut self) {
        let prefectures: Vec<AreaCode> = self.named.iter().map(|code| code.prefecture()).collect();
        let near = |code: &AreaCode| self.named.contains(code) || prefectures.contains(&code.prefecture());
        self.mentions.retain(|mention| match mention.term {
            AreaTerm::Listed(name) if name.short => name.codes.iter().any(near),
            _ => true,
        });
    }

    /// The area that a listed name means here: one in a province or city that the page names, else the only one there is.
    fn listed(&self, name: &AreaName) -> Option<Area> {
        let records: Vec<&AreaRecord> =
            name.codes.iter().filter_map(|code| self.codelists.areas.by_code(*code)).collect();
        let level_of = |record: &&&AreaRecord| record.level == name.level;
        let mut fitting: Vec<&AreaRecord> = records.iter().filter(level_of).copied().collect();
        if fitting.len() > 1 {
            let others = |record: &&AreaRecord| {
                self.named.iter().any(|code| {
                    *code != record.code
                        && (code.prefecture() == record.code.prefecture() || *code == record.code.province())
                })
            };
            let near: Vec<&AreaRecord> = fitting.iter().copied().filter(others).collect();
            if !near.is_empty() {
                fitting = near;
            }
        }
        let first = fitting.first()?;
        let name_in_full = if name.short { first.name.clone() } else { name.name.clone() };
        let code = if fitting.len() == 1 { Some(first.code) } else { None };
        Some(Area { name: name_in_full, level: first.level, code })
    }

    fn section_topics(&self) -> Vec<Topic> {
        let mut topics: Vec<Topic> =
            self.page.sections.iter().map(|section| self.topic(section.start, section.end)).collect();
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
                        if topic.county.is_none() && topic.city.is_none() {
                            topic.about_city = known.about_city;
                        }
                        topic.county = topic.county.take().or_else(|| known.county.clone());
                        topic.city = topic.city.take().or_else(|| known.city.clone());
                    }
                }
                if topic.county.is_some() || topic.city.is_some() {
                    last = Some((*article, topic.clone()));
                }
            }
        };
        let count = topics.len();
        fill(&mut topics, &mut (0..count), true);
        fill(&mut topics, &mut (0..count).rev(), true);
        fill(&mut topics, &mut (0..count), false);
        fill(&mut topics, &mut (0..count).rev(), false);
        topics
    }

    /// What the text between two bytes is about, by how often it names counties and cities and says 全县 or 全市.
    fn topic(&self, start: usize, end: usize) -> Topic {
        let mut counties: BTreeMap<&str, (usize, &AreaName)> = BTreeMap::new();
        let mut cities: BTreeMap<&str, (usize, &AreaName)> = BTreeMap::new();
        let (mut own_county, mut own_city) = (0, 0);
        for mention in self.mentions.iter().filter(|mention| (start..end).contains(&mention.range.start)) {
            match &mention.term {
                AreaTerm::Listed(name) => {
                    let full = if name.short { self.full_name(name) } else { name.name.as_str() };
                    let map = match name.level {
                        AreaLevel::County => &mut counties,
                        AreaLevel::City => &mut cities,
                        _ => continue,
                    };
                    let entry = map.entry(full).or_insert((0, name));
                    entry.0 += if name.short { 1 } else { 2 };
                }
                AreaTerm::Own(AreaLevel::County) => own_county += 1,
                AreaTerm::Own(AreaLevel::City) => own_city += 1,
                _ => {}
            }
        }
        let most = |map: &BTreeMap<&str, (usize, &'a AreaName)>| map.values().max_by_key(|(count, _)| *count).copied();
        let (county, city) = (most(&counties), most(&cities));
        let weight = |found: Option<(usize, &AreaName)>| found.map_or(0, |(count, _)| count);
        let county_area = county.and_then(|(_, name)| self.listed(name));
        let city_area = city.and_then(|(_, name)| self.listed(name));
        let about_city = own_city * 2 + weight(city) > own_county * 2 + weight(county);
        Topic { county: county_area, city: city_area, about_city }
    }

    fn full_name(&self, name: &'a AreaName) -> &'a str {
        let known = name.codes.iter().find(|code| self.named.contains(code)).or_else(|| name.codes.first());
        known
            .and_then(|code| self.codelists.areas.by_code(*code))
            .map_or(name.name.as_str(), |record| record.name.as_str())
    }

    /// The area of the figure at byte `at` of sentence `index`, and the rule that chose it.
    pub(super) fn area_of(&self, index: usize, at: usize) -> (Option<Area>, &'static str) {
        let Some(sentence) = self.page.sentences.get(index) else { return (None, "no-sentence") };
        let topic = self.topics.get(sentence.section).cloned().unwrap_or_default();
        let clause_start = clause::start(self.text, at, sentence.range.start);
        let first = self.mentions.partition_point(|mention| mention.range.start < sentence.range.start);
        let here = self.mentions.get(first..).unwrap_or(&[]);
        let before: Vec<&AreaMention<'_>> = here.iter().take_while(|mention| mention.range.end <= at).collect();
        if in_own_words(self.text.get(sentence.range.start..at).unwrap_or("")) {
            return (Some(Area { name: "受访者".to_owned(), level: AreaLevel::Other, code: None }), "speaker");
        }
        for mention in before.iter().rev() {
            let same_clause = mention.range.start >= clause_start;
            let opens = self.opens_clause(mention.range.start, sentence.range.start);
            if !(same_clause && !self.is_aside(mention)) && !opens {
                continue;
            }
            if let Some(area) = self.resolve(mention, &topic, &before) {
                return (Some(area), if same_clause { "clause" } else { "sentence" });
            }
        }
        let default = if topic.about_city { topic.city.or(topic.county) } else { topic.county.or(topic.city) };
        (default, "section")
    }

    /// Whether a mention is the subject of its clause: nothing but a date or an adverb stands before it.
    fn opens_clause(&self, at: usize, floor: usize) -> bool {
        let start = clause::start(self.text, at, floor);
        let lead = self.text.get(start..at).unwrap_or("").trim_start_matches(['“', '”', '"', '、']);
        let only_time = lead.is_empty() || lead.ends_with(['年', '底', '末', '来', '间', '月', '日', '前', '中']);
        only_time && lead.chars().count() <= 12
    }

    /// Whether a mention only says where something ranks or happens: 在全省率先, 居全市前列.
    fn is_aside(&self, mention: &AreaMention<'_>) -> bool {
        let before = self.text.get(..mention.range.start).unwrap_or("");
        let after = self.text.get(mention.range.end..).unwrap_or("");
        let placed = before.ends_with(['在', '居', '列', '占', '为', '向', '赴', '往', '于', '与', '由']);
        placed
            || [
                "率先", "最多", "前列", "第一", "首", "平均", "推广", "领先", "各地", "等地", "等省", "委", "政府",
                "办", "级", "扶贫", "帮扶",
            ]
            .iter()
            .any(|word| after.starts_with(word))
                && !matches!(mention.term, AreaTerm::Own(AreaLevel::County))
    }

    fn resolve(&self, mention: &AreaMention<'_>, topic: &Topic, before: &[&AreaMention<'_>]) -> Option<Area> {
        let parent = |area: &Option<Area>, level: AreaLevel| -> Option<Area> {
            let mut record = self.codelists.areas.by_code(area.as_ref()?.code?)?;
            loop {
                record = self.codelists.areas.parent(record)?;
                if record.level == level {
                    return Some(Area { name: record.name.clone(), level, code: Some(record.code) });
                }
            }
        };
        match &mention.term {
            AreaTerm::Listed(name) => self.listed(name),
            AreaTerm::Own(AreaLevel::County) => topic.county.clone(),
            AreaTerm::Own(AreaLevel::City) => {
                let county_level_city = topic.county.clone().filter(|area| area.name.ends_with('市'));
                topic.city.clone().or(county_level_city).or_else(|| parent(&topic.county, AreaLevel::City))
            }
            AreaTerm::Own(AreaLevel::Province) => {
                parent(&topic.county, AreaLevel::Province).or_else(|| parent(&topic.city, AreaLevel::Province))
            }
            AreaTerm::Own(AreaLevel::Nation) => {
                Some(Area { name: "中国".to_owned(), level: AreaLevel::Nation, code: None })
            }
            AreaTerm::Own(_) => None,
            AreaTerm::Named(level, name) => Some(Area { name: name.clone(), level: *level, code: None }),
            AreaTerm::SameVillage => {
                let village = before
                    .iter()
                    .rev()
                    .chain(
                        self.mentions
                            .iter()
                            .rev()
                            .filter(|other| other.range.start < mention.range.start)
                            .collect::<Vec<_>>()
                            .iter(),
                    )
                    .find_map(|other| match &other.term {
                        AreaTerm::Named(AreaLevel::Village, name) => Some(name.clone()),
                        _ => None,
                    });
                let name = village.unwrap_or_else(|| "全村".to_owned());
                Some(Area { name, level: AreaLevel::Village, code: None })
            }
        }
    }
}

/// Whether the words up to a figure are somebody's own, spoken of themselves: “咱以前是贫困户…
fn in_own_words(before: &str) -> bool {
    let Some(open) = before.rfind('“') else { return false };
    let spoken = before.get(open..).unwrap_or("");
    !spoken.contains('”')
        && ["咱", "我家", "俺", "我已", "我的", "我们家", "自己家", "我一", "每天"]
            .iter()
            .any(|word| spoken.contains(word))
}
