//! Counties told of together: lists that end with their number (甲、乙两县), and what becomes of all of them.

use std::ops::Range;

use super::Places;
use super::topic::{About, Topic};
use crate::extract::clause;
use crate::model::{Area, AreaLevel};
use crate::recognize::{AreaMention, AreaTerm};
use crate::segment::Sentence;

impl<'a> Places<'a> {
    /// The list of counties that the mention is in and that ends with their number: 甲、乙、丙3县, 甲、乙等7个. With it, whether
    /// the number counts no others.
    fn counted_list(&self, mention: &AreaMention<'_>) -> Option<(&[AreaMention<'a>], bool)> {
        let at = self.mentions.partition_point(|other| other.range.start < mention.range.start);
        let joined = |pair: &&[AreaMention<'_>]| match pair {
            [a, b] => matches!(self.text.get(a.range.end..b.range.start), Some("、" | "和" | "与" | "及")),
            _ => false,
        };
        let before = self.mentions.get(..=at)?.windows(2).rev().take_while(joined).count();
        let behind = self.mentions.get(at..)?.windows(2).take_while(joined).count();
        let list = self.mentions.get(at - before..=at + behind).filter(|list| list.len() >= 2)?;
        let rest = self.text.get(list.last()?.range.end..)?;
        let number = rest.trim_start_matches('等');
        let counted = behind_number(number)?;
        counted.starts_with(['个', '县', '市', '区', '旗']).then_some((list, number.len() == rest.len()))
    }

    /// The city that holds all of a list of counties that a number counts: 安定区、渭源县和漳县3个县区.
    pub(super) fn city_of_list(&self, mention: &AreaMention<'_>) -> Option<Area> {
        let (list, all) = self.counted_list(mention)?;
        let mut cities = list.iter().map(|mention| match mention.term {
            AreaTerm::Listed(name) => self.holds(self.listed(name).as_ref(), AreaLevel::City),
            _ => None,
        });
        let city = cities.next()?;
        city.filter(|city| all && cities.all(|other| other.as_ref() == Some(city)))
    }

    /// The place that holds all the counties or cities that `figure` counts, of which the mention names one.
    pub(super) fn holder_of_several(
        &self,
        mention: &AreaMention<'_>,
        figure: Range<usize>,
        topic: &Topic,
        before: &[&AreaMention<'a>],
    ) -> Option<Area> {
        let AreaTerm::Listed(one) = mention.term else { return None };
        let one = self.listed(one);
        // 哈尔滨、绥化等7个市
        if one.as_ref().is_some_and(|one| one.level == AreaLevel::City) {
            return self.holds(one.as_ref(), AreaLevel::Province);
        }
        // 四川省政府批准昭觉等7个县: counted by the place that holds them all, if one is named.
        let named = before.iter().rev().find_map(|other| match other.term {
            AreaTerm::Listed(name) if matches!(name.level, AreaLevel::City | AreaLevel::Province) => self.listed(name),
            _ => None,
        });
        // 吕梁市临县等6个县
        let address = self.addresses.iter().find(|(start, _)| *start == mention.range.start);
        let named = address.and_then(|(_, name)| self.look_up(name)).or(named);
        // 安定区、陇西县、渭源县、临洮县和漳县5个县区: all that the number counts lie in one city.
        let whole = self.city_of_list(mention).or(named);
        let whole = whole.or_else(|| self.place_told_of(topic).filter(|_| topic.about != About::County));
        // 包括我市甲县、乙县在内的9个县: counted beyond the own city; 省政府批准甲市等17个县: more than its city has.
        let city = whole.clone().or_else(|| self.holds(one.as_ref(), AreaLevel::City));
        let counted = self.text.get(figure).unwrap_or("");
        if self.own_city_leads(mention) || city.is_some_and(|city| self.holds_fewer(&city, counted)) {
            return self.holds(one.as_ref(), AreaLevel::Province).or_else(|| self.province_of(topic));
        }
        whole
    }

    /// Whether the mention is one of counties whose number and what became of them its clause tells: 甲、乙两县全部摘帽.
    pub(super) fn is_done_by_all(&self, mention: &AreaMention<'_>, sentence: &Sentence) -> bool {
        let end = clause::end(self.text, mention.range.end, sentence.range.end);
        let clause = self.text.get(mention.range.end..end).unwrap_or("");
        self.counted_list(mention).is_some() && self.codelists.cues.outcome.is_in(clause) && !clause.contains('未')
    }

    /// Whether a mention stands in brackets that are closed before byte `at`.
    pub(super) fn is_in_closed_note(&self, mention: &AreaMention<'_>, floor: usize, at: usize) -> bool {
        let before = self.text.get(floor..mention.range.start).unwrap_or("");
        let open = before.rfind('（').is_some_and(|open| before.rfind('）').is_none_or(|close| close < open));
        open && self.text.get(mention.range.end..at).is_some_and(|between| between.contains('）'))
    }

    /// Whether a county or city is only one of what is listed with the figure at byte `at` (未摘帽的某县、14个村), or lies where
    /// one of those is that it counts (建成某县茶叶产业园等17个园区). `floor` is where the sentence begins.
    pub(super) fn is_listed_with(&self, mention: &AreaMention<'_>, floor: usize, at: usize) -> bool {
        let place = matches!(mention.term, AreaTerm::Listed(name) if name.level != AreaLevel::Province);
        let Some(between) = self.text.get(mention.range.end..at).filter(|_| place) else { return false };
        // 南疆四地州——喀什、和田减贫…: it only says which those are.
        let before = self.text.get(..mention.range.start).unwrap_or("");
        let index = self.mentions.partition_point(|other| other.range.start < mention.range.start);
        let told = index.checked_sub(1).and_then(|last| self.mentions.get(last));
        if before.strip_suffix("——").is_some_and(|lead| told.is_some_and(|told| told.range.end == lead.len())) {
            return true;
        }
        let next = self.text.get(mention.range.end..).and_then(|rest| rest.strip_prefix('、'));
        if next.is_some_and(|item| item.starts_with(|ch: char| ch.is_ascii_digit())) {
            return true;
        }
        let start = clause::start(self.text, mention.range.start, floor);
        let lead = self.text.get(start..mention.range.start).unwrap_or("");
        let made = !lead.is_empty() && !lead.ends_with(|ch| "帮助为给让使持导在于向对与和由从".contains(ch));
        let example =
            between.strip_suffix('等').filter(|name| !name.is_empty() && name.chars().all(char::is_alphabetic));
        made && example.is_some() && !self.opens_clause(mention.range.start, floor)
    }

    /// Whether the mention is one of several places that its clause gives each a figure: 其中甲州7.53亿元、乙州3.88亿元.
    pub(super) fn is_one_of_a_breakdown(&self, mention: &AreaMention<'_>, floor: usize) -> bool {
        let start = clause::start(self.text, mention.range.start, floor);
        let end = clause::end(self.text, mention.range.end, self.text.len());
        let given = |other: &&AreaMention<'_>| {
            matches!(other.term, AreaTerm::Listed(_))
                && self.text.get(other.range.end..).is_some_and(|rest| rest.starts_with(|ch: char| ch.is_ascii_digit()))
        };
        given(&mention) && self.mentions_in(start..end).iter().filter(given).count() >= 2
    }

    /// Whether the clause of a mention begins with 其中 or its like.
    pub(super) fn opens_a_part(&self, mention: &AreaMention<'_>, floor: usize) -> bool {
        let start = clause::start(self.text, mention.range.start, floor);
        let words = self.text.get(start..mention.range.start).unwrap_or("");
        self.codelists.cues.part.iter().any(|word| words.starts_with(word))
    }

    /// 这9个县累计退出628个村: whether the words between two bytes point at counties that were counted before.
    pub(super) fn points_at_counties(&self, from: usize, at: usize) -> bool {
        let words = self.text.get(from..at).unwrap_or("");
        let mut pointed = self.codelists.cues.counties_pointed_at.iter();
        pointed.any(|those| words.rsplit_once(those.as_str()).is_some_and(|(_, rest)| self.counts_them_first(rest)))
    }

    /// 17个县（区）贫困发生率均低于2%，…: whether a clause between two bytes opens with so many counties, and no place is named
    /// since.
    pub(super) fn opens_with_counties(&self, from: usize, at: usize) -> bool {
        let Some(words) = self.text.get(from..at) else { return false };
        let named = self.mentions_in(from..at).last().map_or(from, |mention| mention.range.end);
        let mut clauses = words.split_inclusive(['，', '：', '；']).scan(from, |start, clause| {
            let at = *start;
            *start += clause.len();
            Some((at, clause))
        });
        clauses.any(|(start, clause)| start >= named && self.counts_them_first(clause))
    }

    /// 作为全国第二批摘帽的26个县区之一: whether the mention holds the counties, one of which is told of, that the figure at bytes
    /// `at..end` counts.
    pub(super) fn is_one_of_those(&self, mention: &AreaMention<'_>, at: usize, end: usize) -> bool {
        let between = self.text.get(mention.range.end..at).unwrap_or("，");
        let behind = self.text.get(end..clause::end(self.text, end, self.text.len())).unwrap_or("");
        self.counts_places(at, end) && behind.contains("之一") && between.chars().all(char::is_alphanumeric)
    }

    /// Whether a mention says only where something was first, or ranks: 在全省率先.
    pub(super) fn is_rank(&self, mention: &AreaMention<'_>) -> bool {
        let before = self.text.get(..mention.range.start).unwrap_or("");
        let after = self.text.get(mention.range.end..).unwrap_or("");
        let cues = &self.codelists.cues;
        before.ends_with('在') && cues.aside.iter().any(|word| after.starts_with(word.as_str()))
    }

    /// 7个贫困村贫困发生率降至2%以下; 12个村全部出列，贫困发生率均低于2%: whether the rate before byte `at` is that of villages
    /// which sentence `index` counts before it.
    pub(in crate::extract) fn is_rate_of_villages(&self, index: usize, at: usize) -> bool {
        /// What stands between the number and 村: 个深度贫困.
        const KIND: usize = 5;
        let from = self.page.sentences.get(index).map_or(at, |sentence| sentence.range.start);
        let words = self.text.get(from..at).unwrap_or("");
        let Some((counted, rest)) = words.rsplit_once('村') else { return false };
        let mut lead = counted.chars().rev();
        let number = lead.by_ref().take(KIND + 1).find(|ch| !ch.is_alphabetic() || "多余".contains(*ch));
        if !number.is_some_and(|ch| ch.is_ascii_digit() || "多余".contains(ch)) {
            return false;
        }
        let plain = self.mentions_in(at - rest.len()..at).is_empty();
        let own = self.text.get(clause::start(self.text, at, from)..at).unwrap_or("");
        let of_each = own.contains(['均', '都']) && !own.contains(['、', '和', '与']);
        let said_of_them = !rest.contains(['，', '；', '、', '和']) && !self.codelists.cues.outcome.is_in(rest);
        plain && (said_of_them || of_each)
    }

    /// Whether `words` open with a number of counties that the rest is said of: not 9个县、729个贫困村脱贫, nor 11个县中10个.
    fn counts_them_first(&self, words: &str) -> bool {
        let Some(counted) = behind_number(words) else { return false };
        let kind = counted.strip_prefix('个').unwrap_or(counted);
        let kinds = self.codelists.cues.of_counties.iter().filter_map(|it| kind.strip_prefix(it.as_str()));
        let Some(behind) = kinds.min_by_key(|rest| rest.len()).filter(|_| kind.starts_with(['县', '贫'])) else {
            return false;
        };
        let noted = behind.strip_prefix('（').and_then(|note| note.split_once('）'));
        !noted.map_or(behind, |(_, rest)| rest).starts_with(['、', '中'])
    }
}

/// Whether `name` may be the short name of a county or city in a list, or is none at all.
pub(super) fn is_short_name(name: &str) -> bool {
    name.is_empty() || (2..=4).contains(&name.chars().count()) && name.chars().all(char::is_alphabetic)
}

/// What stands behind the number, in figures or in words, that `text` begins with.
pub(super) fn behind_number(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|ch: char| ch.is_ascii_digit() || "一二两三四五六七八九十".contains(ch));
    (rest.len() < text.len()).then_some(rest)
}
