//! Places that earlier sentences told of, and that a sentence which names none goes on with.

use super::clause;
use super::topic::Topic;
use super::{OPENING, Places};
use crate::model::{Area, AreaLevel};
use crate::recognize::{AreaMention, AreaTerm};
use crate::segment::Sentence;

impl Places<'_> {
    /// The village or township that the last sentences of the paragraph told of, if no county came up since.
    pub(super) fn small_place_told_of(&self, index: usize, topic: &Topic) -> Option<Area> {
        /// A tale of a village is a few sentences long.
        const SENTENCES: usize = 8;
        let sentence = self.page.sentences.get(index)?;
        let earlier =
            self.page.sentences.get(..index)?.iter().rev().take_while(|other| other.paragraph == sentence.paragraph);
        for other in earlier.take(SENTENCES) {
            let mentions = self.mentions_in(other.range.clone());
            for mention in mentions.iter().rev() {
                match mention.term {
                    // 窝在全县西北角: where it lies.
                    AreaTerm::Listed(_) | AreaTerm::Own(..) if self.is_aside(mention) => {}
                    // 某乡…，是全省20个极贫乡镇之一: what it is one of.
                    AreaTerm::Own(AreaLevel::Province | AreaLevel::Nation, _)
                        if !self.opens_clause(mention.range.start, other.range.start) => {}
                    AreaTerm::Listed(_) | AreaTerm::Own(..) => return None,
                    AreaTerm::Named(AreaLevel::Village | AreaLevel::Township, _) | AreaTerm::Same(_)
                        if self.leads(mention, other.range.start) && !self.owns_a_noun(mention) =>
                    {
                        return self.resolve(mention, topic, &[]);
                    }
                    // 曲塘村柑橘合作社通过…: a village's own.
                    AreaTerm::Named(AreaLevel::Other, name)
                        if name.contains(['村', '乡', '镇']) && self.leads(mention, other.range.start) =>
                    {
                        return self.resolve(mention, topic, &[]);
                    }
                    _ => {}
                }
            }
        }
        None
    }

    /// The place that an earlier sentence of the paragraph opened with.
    pub(super) fn told_before(&self, index: usize, topic: &Topic) -> Option<Area> {
        let sentence = self.page.sentences.get(index)?;
        let earlier =
            self.page.sentences.get(..index)?.iter().rev().take_while(|other| other.paragraph == sentence.paragraph);
        for other in earlier {
            let here = self.mentions_in(other.range.clone());
            // 某市委常委、某县委书记张三介绍，全县…: whose office it is, not what is told of.
            let Some(opening) = here.iter().find(|mention| !self.is_an_office(mention)) else { continue };
            // 其中，甲县2.1万人，乙县2.4万人。 tells of no one place.
            let subjects = here.iter().filter(|mention| {
                matches!(mention.term, AreaTerm::Listed(name) if name.level == AreaLevel::County)
                    && self.opens_clause(mention.range.start, other.range.start)
            });
            let mut subjects: Vec<&str> = subjects.filter_map(|mention| self.text.get(mention.range.clone())).collect();
            subjects.dedup();
            let words = self.text.get(other.range.clone()).unwrap_or("");
            let part = self.codelists.cues.part.iter().any(|word| words.starts_with(word));
            if part
                || subjects.len() > 1
                || self.is_listed_county(opening)
                || self.is_under_guidance(opening, other)
                || !self.opens_clause(opening.range.start, other.range.start)
            {
                continue;
            }
            let area = match &opening.term {
                AreaTerm::Listed(name) => self.listed(name),
                AreaTerm::Own(..) => self.resolve(opening, topic, &[]),
                AreaTerm::Named(_, name) if self.codelists.cues.region.is_in(name) => self.resolve(opening, topic, &[]),
                _ => continue,
            };
            // 全省58个贫困县，吕梁占了10个。: told of the province for the sake of the own place.
            let wide = area.as_ref().is_some_and(|area| matches!(area.level, AreaLevel::Province | AreaLevel::Nation));
            let own = self.place_told_of(topic).filter(|own| {
                let names_own = |mention: &&AreaMention<'_>| {
                    self.opens_clause(mention.range.start, other.range.start)
                        && self.resolve(mention, topic, &[]).as_ref() == Some(own)
                };
                wide && here.iter().skip(1).any(|mention| names_own(&mention))
            });
            let area = own.or(area);
            let helps = |area: &Area| self.helps_from_afar(area, topic, other.range.start, other.range.end);
            let early = opening.range.start <= other.range.start + OPENING;
            match area {
                Some(area) if helps(&area) || !early && area.level != AreaLevel::County => {}
                found => return found,
            }
        }
        None
    }

    /// 在市委、市政府的坚强领导下，…: whose guidance it was, not what is told of.
    pub(super) fn is_under_guidance(&self, mention: &AreaMention<'_>, sentence: &Sentence) -> bool {
        let start = clause::start(self.text, mention.range.start, sentence.range.start);
        let end = clause::end(self.text, mention.range.end, sentence.range.end);
        self.text.get(start..end).is_some_and(|words| words.starts_with('在') && words.ends_with('下'))
    }
}
