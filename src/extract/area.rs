//! Which place a figure describes: the subject of its clause or sentence, or else the county or city its section is about.

mod address;
mod choice;
mod earlier;
mod helper;
mod lists;
mod page_county;
mod person;
mod short_names;
mod spent;
mod subject;
mod told;
mod topic;

use std::collections::HashMap;
use std::ops::Range;

pub(super) use choice::HELPED;
use topic::{About, Topic};

use super::clause;
use crate::codelist::{AreaName, AreaRecord, Codelists, QuickHash};
use crate::model::{Area, AreaCode, AreaLevel};
use crate::recognize::{AreaMention, AreaTerm};
use crate::segment::Page;

/// How many bytes into a sentence, behind a date, the place may stand that it opens with.
const OPENING: usize = 48;

/// How many bytes before 这个县 the county may stand that it means.
const POINTED: usize = 240;

/// The longest deed by which a county's offices brought a firm there, in characters: 招商引进的.
const DEED: usize = 6;

/// Places of a page, resolved.
pub(super) struct Places<'a> {
    text: &'a str,
    page: &'a Page,
    codelists: &'a Codelists,
    mentions: Vec<AreaMention<'a>>,
    /// Where places are named.
    ranges: Vec<Range<usize>>,
    /// What the names of listed areas mean on this page.
    meant: HashMap<&'a str, Option<Area>, QuickHash>,
    /// What each section is about.
    topics: Vec<Topic>,
    /// Codes of areas named in full on the page, ascending, for telling apart areas of one name.
    named: Vec<AreaCode>,
    /// Places that an article tells of as helpers of another place, each with the byte where the article begins; sorted.
    helpers: Vec<(usize, Area)>,
    /// Where articles begin that tell of a place which helps several others.
    helping_several: Vec<usize>,
    /// Counties that an article only names in passing, each with the byte where the article begins; sorted.
    passing: Vec<(usize, Area)>,
    /// The county that the page tells of, if it tells of one.
    page_county: Option<Area>,
    /// The places named as part of an address (金寨县麻埠镇齐山村), and where, in the order of the text.
    addresses: Vec<(usize, &'a AreaName)>,
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
        let mut places = Self {
            text,
            page,
            codelists,
            mentions,
            ranges: Vec::new(),
            meant: HashMap::default(),
            topics: Vec::new(),
            named,
            helpers: Vec::new(),
            helping_several: Vec::new(),
            passing: Vec::new(),
            page_county: None,
            addresses: Vec::new(),
        };
        places.drop_doubtful_short_names();
        places.complete_addresses();
        places.drop_qualifiers();
        places.drop_loose_here();
        for mention in &places.mentions {
            places.ranges.push(mention.range.clone());
            if let AreaTerm::Listed(name) = mention.term {
                if !places.meant.contains_key(name.name.as_str()) {
                    let area = places.look_up(name);
                    places.meant.insert(&name.name, area);
                }
            }
        }
        places.helpers = places.named_helpers();
        let helpers = places.helpers_of_several();
        places.helping_several = helpers.iter().map(|(article, _)| *article).collect();
        places.helpers.extend(helpers);
        places.helpers.sort_unstable();
        places.helpers.dedup();
        places.passing = places.counties_in_passing();
        places.page_county = places.county_of_page();
        places.topics = places.section_topics();
        places
    }

    /// Where places are named, in the order of the text.
    pub(super) fn ranges(&self) -> &[Range<usize>] {
        &self.ranges
    }

    /// Of 新疆维吾尔自治区和田地区 only the last is told of.
    fn drop_qualifiers(&mut self) {
        let mut kept: Vec<AreaMention<'a>> = Vec::new();
        for mut mention in std::mem::take(&mut self.mentions) {
            let qualifier = kept.pop_if(|last| {
                // 该县龙镇村
                let own = matches!(last.term, AreaTerm::Own(AreaLevel::County, _))
                    && matches!(mention.term, AreaTerm::Named(AreaLevel::Village | AreaLevel::Township, _))
                    && self.text.get(last.range.clone()).is_some_and(|words| words.starts_with(['该', '我', '本']));
                let qualifies =
                    own || matches!(last.term, AreaTerm::Listed(_) | AreaTerm::Named(AreaLevel::Township, _));
                let anew = !matches!(mention.term, AreaTerm::Same(_));
                // 临夏州的东乡县
                let inside = || match (&last.term, &mention.term) {
                    (AreaTerm::Listed(wide), AreaTerm::Listed(part)) => wide.level < part.level && !wide.short,
                    _ => false,
                };
                let between = self.text.get(last.range.end..mention.range.start);
                // 县里引进的某公司招工268人: who brought it there.
                let brought = || {
                    let by = between.and_then(|words| words.strip_suffix('的'));
                    let opens = self
                        .text
                        .get(..last.range.start)
                        .is_some_and(|lead| lead.is_empty() || lead.ends_with(['，', '。', '；', '：', '\n', '“']));
                    opens
                        && matches!(mention.term, AreaTerm::Named(AreaLevel::Other, _))
                        && self.is_who_pays(last)
                        && by.is_some_and(|deed| {
                            (1..=DEED).contains(&deed.chars().count()) && deed.chars().all(char::is_alphabetic)
                        })
                };
                // 同处六盘山片区的清水县
                let region = matches!(&last.term, AreaTerm::Named(_, name) if self.codelists.place_words.region.is_in(name))
                    && matches!(mention.term, AreaTerm::Listed(_))
                    && between == Some("的");
                brought() || region || qualifies && anew && (between == Some("") || between == Some("的") && inside())
            });
            if let Some(qualifier) = qualifier {
                // 灵丘县南山区: a part of the county that is called as a district elsewhere is.
                if let (AreaTerm::Listed(name), AreaTerm::Listed(part)) = (&qualifier.term, &mention.term) {
                    let counties = name.level == AreaLevel::County && part.level == AreaLevel::County;
                    let near = |code: &AreaCode| name.codes.iter().any(|other| other.province() == code.province());
                    if counties && !part.codes.iter().any(near) {
                        let words = self.text.get(mention.range.clone()).unwrap_or("");
                        mention.term = AreaTerm::Named(AreaLevel::Other, words);
                    }
                }
                // 阜平县县委: the office of the place itself.
                let same = matches!((&qualifier.term, &mention.term),
                    (AreaTerm::Listed(name), AreaTerm::Own(level, _)) if name.level == *level);
                if same {
                    mention.term = qualifier.term.clone();
                }
                if let AreaTerm::Listed(name) = qualifier.term {
                    self.addresses.push((qualifier.range.start, name));
                }
                mention.range.start = qualifier.range.start;
            }
            kept.push(mention);
        }
        self.addresses.sort_unstable_by_key(|(at, _)| *at);
        self.mentions = kept;
    }

    /// 这里 is a village or township only where the place named last is one, and a bare 合作社 one that was told of only
    /// behind such a place or a body.
    fn drop_loose_here(&mut self) {
        let (mut small, mut told) = (false, false);
        let text = self.text;
        self.mentions.retain_mut(|mention| {
            let words = text.get(mention.range.clone()).unwrap_or("");
            let before = text.get(..mention.range.start).unwrap_or("");
            match mention.term {
                // 村里 and 镇里 say themselves what they are.
                AreaTerm::Same(_) if words.ends_with('里') => small || !words.starts_with(['这', '那']),
                AreaTerm::Same(_) | AreaTerm::Named(AreaLevel::Village | AreaLevel::Township, _) => {
                    (small, told) = (true, true);
                    true
                }
                AreaTerm::Loose(name) => {
                    mention.term = AreaTerm::Named(AreaLevel::Other, name);
                    told
                }
                // 某社区地处某县，…这里…: where it lies.
                _ if self.codelists.cues.lies_in.iter().any(|word| before.ends_with(word.as_str())) => true,
                AreaTerm::Named(AreaLevel::Other, _) => {
                    (small, told) = (false, true);
                    true
                }
                _ => {
                    (small, told) = (false, false);
                    true
                }
            }
        });
    }

    /// The words of a mention.
    fn words(&self, mention: &AreaMention<'_>) -> &'a str {
        self.text.get(mention.range.clone()).unwrap_or("")
    }

    /// The area that a listed name of the page means.
    fn listed(&self, name: &AreaName) -> Option<Area> {
        self.meant.get(name.name.as_str()).cloned().flatten()
    }

    /// The mentions that begin in `range`.
    fn mentions_in(&self, range: Range<usize>) -> &[AreaMention<'a>] {
        let first = self.mentions.partition_point(|mention| mention.range.start < range.start);
        let end = self.mentions.partition_point(|mention| mention.range.start < range.end);
        self.mentions.get(first..end).unwrap_or(&[])
    }

    /// The mention before another one.
    fn mention_before(&self, mention: &AreaMention<'_>) -> Option<&AreaMention<'a>> {
        let index = self.mentions.partition_point(|other| other.range.start < mention.range.start);
        self.mentions.get(index.checked_sub(1)?)
    }

    /// The places named as part of addresses that begin in `range`.
    fn addresses_in(&self, range: Range<usize>) -> &[(usize, &'a AreaName)] {
        let first = self.addresses.partition_point(|(at, _)| *at < range.start);
        let end = self.addresses.partition_point(|(at, _)| *at < range.end);
        self.addresses.get(first..end).unwrap_or(&[])
    }

    /// The area that a listed name means here: one in a province or city that the page names, else the only one there is.
    fn look_up(&self, name: &AreaName) -> Option<Area> {
        let records: Vec<&AreaRecord> =
            name.codes.iter().filter_map(|code| self.codelists.areas.by_code(*code)).collect();
        // 承德 where the page says 承德县 and never 承德市: of the places that are called so, the one that is named in full.
        if name.short && records.len() > 1 {
            let mut said = records.iter().filter(|record| self.named.binary_search(&record.code).is_ok());
            if let (Some(only), None) = (said.next(), said.next()) {
                return Some(Area { name: only.name.as_str().into(), level: only.level, code: Some(only.code) });
            }
        }
        let level_of = |record: &&&AreaRecord| record.level == name.level;
        let mut fitting: Vec<&AreaRecord> = records.iter().filter(level_of).copied().collect();
        // A code that was replaced (威宁 522427, since 2011 520526) is the same place.
        if fitting.iter().any(|record| record.to.is_none()) {
            fitting.retain(|record| record.to.is_none());
        }
        if fitting.len() > 1 {
            let others = |record: &&AreaRecord| {
                self.named.iter().any(|code| {
                    !name.codes.contains(code)
                        && (code.prefecture() == record.code.prefecture() || *code == record.code.province())
                })
            };
            let near: Vec<&AreaRecord> = fitting.iter().copied().filter(others).collect();
            if !near.is_empty() {
                fitting = near;
            }
        }
        let first = fitting.first()?;
        let code = if fitting.len() == 1 { Some(first.code) } else { None };
        Some(Area { name: first.name.as_str().into(), level: first.level, code })
    }

    /// The place that counties are counted in where the words name one county: the one above it, if the section is about that.
    pub(super) fn above_counties(&self, index: usize) -> Option<Area> {
        let section = self.page.sentences.get(index)?.section;
        let topic = self.topics.get(section)?;
        self.place_told_of(topic).filter(|area| area.level != AreaLevel::County)
    }

    /// The county or city that an earlier clause of the sentence has a figure right behind: 脱贫后的定西1101个贫困村退出，….
    fn counted_for<'m>(
        &self,
        before: &[&'m AreaMention<'a>],
        topic: &Topic,
        sentence: &Range<usize>,
    ) -> Option<(&'m AreaMention<'a>, Area)> {
        let mention =
            before.iter().rev().find(|mention| matches!(mention.term, AreaTerm::Listed(_) | AreaTerm::Own(..)))?;
        let after = self.text.get(mention.range.end..)?;
        let counts = after.starts_with(|ch: char| ch.is_ascii_digit());
        let area = self.resolve(mention, topic, before)?;
        // 天镇等全省10个深度贫困县，贫困人口减少到7583人: of all those of the province.
        let clause = self.text.get(mention.range.end..clause::end(self.text, mention.range.end, sentence.end))?;
        if counts
            && matches!(mention.term, AreaTerm::Own(AreaLevel::Province, _))
            && clause.ends_with(['县', '市', '区', '旗'])
        {
            return Some((*mention, area));
        }
        let own = !self.is_aside(mention) && !self.is_office_or_listed(mention);
        let helps = self.helps_from_afar(&area, topic, sentence.start, mention.range.end);
        (counts && own && !helps && matches!(area.level, AreaLevel::County | AreaLevel::City))
            .then_some((*mention, area))
    }

    fn is_office_or_listed(&self, mention: &AreaMention<'_>) -> bool {
        self.is_an_office(mention) || self.is_listed_county(mention)
    }

    /// The county that is named at byte `at`.
    pub(super) fn county_at(&self, at: usize) -> Option<Area> {
        let mention = self.mentions_in(at..at + 1).first()?;
        let AreaTerm::Listed(name) = mention.term else { return None };
        self.listed(name).filter(|area| area.level == AreaLevel::County)
    }

    fn resolve(&self, mention: &AreaMention<'_>, topic: &Topic, before: &[&AreaMention<'_>]) -> Option<Area> {
        match &mention.term {
            AreaTerm::Listed(name) => self.listed(name),
            // 全区 is the autonomous region's where the county is no district.
            AreaTerm::Own(AreaLevel::County, '区')
                if topic.county.as_ref().is_none_or(|county| !county.name.ends_with('区'))
                    || topic.about != About::County
                        && self.county_told_of(mention.range.start, '区', topic).is_none() =>
            {
                self.province_of(topic)
                    .filter(|province| province.name.ends_with("自治区"))
                    .or_else(|| self.district_named_before(mention.range.start, topic))
                    .or_else(|| topic.county.clone())
            }
            AreaTerm::Own(AreaLevel::County, kind) => {
                let words = self.text.get(mention.range.clone()).unwrap_or("");
                // 坝下的阳原县前年就已摘帽。这个县…: the one named last.
                if words.starts_with("这个") {
                    let near = mention.range.start.saturating_sub(POINTED)..mention.range.start;
                    let mut named = self.mentions_in(near).iter().rev().filter_map(|other| self.listed_place(other));
                    if let Some(county) = named.next().filter(|area| area.level == AreaLevel::County) {
                        return Some(county);
                    }
                }
                // 我县 is the page's own, but in the mouth of another county's people.
                let named = !words.starts_with(['我', '本']);
                if let Some(county) = self.county_of_speaker(mention.range.start).filter(|_| !named) {
                    return Some(county);
                }
                let told = (named || self.is_quoted(mention))
                    .then(|| self.county_told_of(mention.range.start, *kind, topic))
                    .flatten();
                let addressed = || self.addresses.iter().map(|(_, name)| *name);
                let address = || addressed().find(|name| name.level == AreaLevel::County);
                told.or_else(|| topic.county.clone())
                    .or_else(|| address().and_then(|name| self.look_up(name)).filter(|area| area.name.ends_with(*kind)))
            }
            AreaTerm::Own(AreaLevel::City, kind) => {
                // 全州 is no 杭州市.
                let fits = |area: &Area| !matches!(kind, '州' | '盟' | '区') || area.name.ends_with(*kind);
                // 全市…。平泉市去年摘帽，隆化县…: a city that is told of only later, beside other counties, is not it.
                let own = |area: &Area| area.level != AreaLevel::County || !self.city_was_told_of_first(mention, area);
                // 礼县…，全市: in a county's own account its prefecture, whichever other city helps it.
                let holder = || self.holds(topic.county.as_ref(), AreaLevel::City).filter(fits);
                self.city_told_of(mention.range.start, *kind)
                    .filter(own)
                    .or_else(|| topic.county.clone().filter(|_| *kind == '市' && topic.county_is_city).filter(own))
                    .or_else(|| holder().filter(|_| topic.about == About::County))
                    .or_else(|| topic.city.clone().filter(fits))
                    .or_else(holder)
                    .or_else(|| self.municipality(topic))
            }
            AreaTerm::Own(AreaLevel::Province, _) => self.province_of(topic).or_else(|| topic.province.clone()),
            AreaTerm::Own(AreaLevel::Nation, _) => {
                Some(Area { name: "中国".into(), level: AreaLevel::Nation, code: None })
            }
            AreaTerm::Own(..) | AreaTerm::Loose(_) => None,
            AreaTerm::Named(level, name) => Some(Area { name: (*name).into(), level: *level, code: None }),
            AreaTerm::Same(level) => {
                /// So many places may have come up since the village was named.
                const REACH: usize = 200;
                let earlier = self.mentions_in(0..mention.range.start).iter().rev().take(REACH);
                // 在甲乡，记者看到，这里…
                let here = self.text.get(mention.range.clone()).is_some_and(|words| words.ends_with("这里"));
                let is_it = |level_of: &AreaLevel| level_of == level || here && *level_of == AreaLevel::Township;
                let named = before.iter().rev().copied().chain(earlier).find_map(|other| match &other.term {
                    AreaTerm::Named(level_of, name) if is_it(level_of) && !self.is_where_to(other) => {
                        Some((*level_of, *name))
                    }
                    _ => None,
                });
                let unnamed = if *level == AreaLevel::Village { "全村" } else { "全乡镇" };
                let (level, name) = named.unwrap_or((*level, unnamed));
                Some(Area { name: name.into(), level, code: None })
            }
        }
    }
}
