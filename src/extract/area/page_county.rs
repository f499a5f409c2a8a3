//! The county that a page tells of, and those that its articles only name in passing.

use std::collections::BTreeMap;

use super::Places;
use crate::model::{Area, AreaCode, AreaLevel};
use crate::recognize::{AreaMention, AreaTerm};

impl Places<'_> {
    /// The county that a page tells of, of which an article that names no place speaks: the one named more often than all others
    /// together, lists of several aside.
    pub(super) fn county_of_page(&self) -> Option<Area> {
        let mut named: BTreeMap<Area, usize> = BTreeMap::new();
        for mention in &self.mentions {
            let (before, behind) =
                (self.text.get(..mention.range.start).unwrap_or(""), self.text.get(mention.range.end..).unwrap_or(""));
            let listed = before.ends_with('、') || behind.starts_with('、');
            let county = self.listed_place(mention).filter(|area| area.level == AreaLevel::County && !listed);
            if let (Some(county), AreaTerm::Listed(name)) = (county, &mention.term) {
                let passing = self.is_in_passing(&county, mention.range.start)
                    || self.is_named_helper(&county, mention.range.start);
                *named.entry(county).or_insert(0) += if passing { 0 } else { 2 - usize::from(name.short) };
            }
        }
        for (_, name) in &self.addresses {
            if let Some(county) = self.look_up(name).filter(|area| area.level == AreaLevel::County) {
                *named.entry(county).or_insert(0) += 2 - usize::from(name.short);
            }
        }
        let all: usize = named.values().sum();
        let most = named.into_iter().max_by_key(|(_, count)| *count);
        most.filter(|(_, count)| count * 2 > all).map(|(county, _)| county)
    }

    /// The counties that an article names without being about them, where another one of the page is told of: beside its own
    /// (相邻的石城县、宁都县), or once, by their short names, where somebody works.
    pub(super) fn counties_in_passing(&self) -> Vec<(usize, Area)> {
        let county =
            |mention: &AreaMention<'_>| self.listed_place(mention).filter(|area| area.level == AreaLevel::County);
        let in_full = |mention: &AreaMention<'_>| matches!(mention.term, AreaTerm::Listed(name) if !name.short);
        // The first and the last article that tells of a county.
        let mut told: BTreeMap<Area, (usize, usize)> = BTreeMap::new();
        // What each article may only name in passing, and whether any other county of the page speaks against it or only one of
        // another province.
        let mut passing: Vec<Vec<(Area, bool)>> = Vec::new();
        for (index, article) in self.page.articles.iter().enumerate() {
            let here = self.mentions_in(article.range.clone());
            let named: Vec<(&AreaMention<'_>, Area)> =
                here.iter().filter_map(|mention| Some((mention, county(mention)?))).collect();
            let beside = self.beside(&named);
            let own: Vec<&(&AreaMention<'_>, Area)> =
                named.iter().filter(|(mention, _)| beside.binary_search(&mention.range.start).is_err()).collect();
            let first = self.sentence_at(article.range.start).map_or(0, |first| first.range.end);
            let is_told_of = |mention: &AreaMention<'_>| {
                let floor = self.sentence_at(mention.range.start).map_or(0, |sentence| sentence.range.start);
                mention.range.start < first || self.opens_clause(mention.range.start, floor)
            };
            let mut counties: BTreeMap<&Area, bool> = BTreeMap::new();
            for (mention, area) in &own {
                *counties.entry(area).or_insert(false) |= is_told_of(mention);
            }
            let once = matches!(own.as_slice(), [(mention, _)] if !in_full(mention));
            let unled = counties.iter().filter(|(_, led)| !**led).map(|(area, _)| ((*area).clone(), once));
            let others = named.iter().filter(|_| own.is_empty()).map(|(_, area)| (area.clone(), true));
            passing.push(unled.chain(others).collect());
            for (_, area) in own.iter().filter(|(mention, area)| in_full(mention) && counties.get(area) == Some(&true))
            {
                told.entry(area.clone()).or_insert((index, index)).1 = index;
            }
        }
        let mut out = Vec::new();
        for (index, (article, areas)) in self.page.articles.iter().zip(passing).enumerate() {
            let province = |area: &Area| area.code.map(AreaCode::province);
            let speaks_against = |(area, any): &(Area, bool)| {
                told.iter().any(|(other, (first, last))| {
                    other != area && (*first != index || *last != index) && (*any || province(other) != province(area))
                })
            };
            let only = areas.into_iter().filter(speaks_against).map(|(area, _)| (article.range.start, area));
            out.extend(only);
        }
        out.sort_unstable();
        out
    }

    /// Where those of the counties `named` begin that lie beside the own one: 相邻的石城县、宁都县.
    fn beside(&self, named: &[(&AreaMention<'_>, Area)]) -> Vec<usize> {
        let mut out: Vec<usize> = Vec::new();
        let mut last_end = None;
        for (mention, _) in named {
            let before = self.text.get(..mention.range.start).unwrap_or("");
            let led = self.codelists.cues.beside.iter().any(|word| before.ends_with(word.as_str()));
            let between = last_end.and_then(|end| self.text.get(end..mention.range.start));
            last_end = None;
            if led || matches!(between, Some("、" | "和" | "及")) {
                out.push(mention.range.start);
                last_end = Some(mention.range.end);
            }
        }
        out
    }

    /// Whether the article around byte `at` names a county only in passing.
    pub(super) fn is_in_passing(&self, county: &Area, at: usize) -> bool {
        let after = self.page.articles.partition_point(|article| article.range.start <= at);
        let article = after.checked_sub(1).and_then(|index| self.page.articles.get(index));
        article.is_some_and(|article| {
            let key = (article.range.start, county);
            self.passing.binary_search_by_key(&key, |(start, area)| (*start, area)).is_ok()
        })
    }
}
