//! Figures that are somebody's own: a villager's, an official's work, a household's life in direct speech.

use super::Places;
use super::lists::behind_number;
use crate::recognize::AreaMention;
use crate::segment::Sentence;

impl<'a> Places<'a> {
    /// Whether the sentence tells of somebody by age (今年58岁, 62岁的老李), and names no place since.
    pub(super) fn tells_of_somebody(&self, from: usize, at: usize, before: &[&AreaMention<'_>]) -> bool {
        let Some(said) = self.text.get(from..at) else { return false };
        let Some(found) = said.rfind('岁') else { return false };
        let age = said.get(..found).is_some_and(|lead| lead.ends_with(|ch: char| ch.is_ascii_digit()));
        let after = said.get(found + '岁'.len_utf8()..).unwrap_or("");
        let of_many = ["以", "及", "至", "的劳动力", "的老", "劳动", "人口", "老人", "儿童"];
        // 58岁的某人在某镇开了店，…: where.
        let place = before.iter().any(|mention| mention.range.start > from + found && !self.is_aside(mention));
        age && !place && !after.is_empty() && !of_many.iter().any(|word| after.starts_with(word))
    }

    /// Whether the clause opens with a villager by name: 村民潘忠华种了5亩百香果.
    pub(super) fn is_a_villagers(&self, clause: usize, at: usize) -> bool {
        let named = self.text.get(clause..at).and_then(|clause| clause.strip_prefix("村民"));
        named.is_some_and(|rest| {
            rest.starts_with(|ch: char| ch.is_alphabetic() && !"小人的委会自们户均代中就参共有占达由从".contains(ch))
        })
    }

    /// Whether the sentence tells of one family by its size (一家7口靠12头牛生活), and names no place since. `end` is where the
    /// figure ends.
    pub(super) fn is_one_familys(&self, from: usize, at: usize, end: usize, before: &[&AreaMention<'_>]) -> bool {
        let Some(said) = self.text.get(from..end) else { return false };
        let Some((lead, behind)) = said.rsplit_once("一家") else { return false };
        let named = before.last().is_some_and(|mention| mention.range.start > from + lead.len());
        !named && behind_number(behind).is_some_and(|rest| rest.starts_with('口')) && from + lead.len() < at
    }

    /// The word by which the figure at byte `at` is one household's: 他家, 张建国家里.
    pub(super) fn is_a_households(&self, clause: usize, at: usize) -> Option<&'a str> {
        let said = self.text.get(clause..at)?;
        let cues = &self.codelists.cues;
        let of_many = |at: usize| {
            let (lead, word) = said.split_at(at);
            // 94家中央单位
            let counted =
                lead.ends_with(|ch: char| ch.is_ascii_digit() || "一二两三四五六七八九十几多余各".contains(ch));
            (word.starts_with('家') || word.starts_with("全家"))
                && (counted || cues.family_not.iter().any(|word| lead.ends_with(word.as_str())))
        };
        let found = cues.family.find(said).find(|word| !of_many(word.start)).and_then(|word| said.get(word));
        found.or_else(|| self.old_neighbours(said))
    }

    /// The household that a clause opens with by how neighbours call its head: 老闫家8亩地.
    fn old_neighbours(&self, said: &'a str) -> Option<&'a str> {
        let mut name = said.trim_start_matches(|ch: char| !ch.is_alphabetic()).char_indices();
        let (_, old) = name.next()?;
        let (_, surname) = name.next()?;
        let (_, home) = name.next()?;
        (old == '老' && self.codelists.cues.surnames.contains(surname) && home == '家').then_some(said)
    }

    /// Whether the figure at bytes `at..end` only describes one person: 一名经营着1000亩茶园的农民.
    pub(super) fn describes_somebody(&self, clause: usize, at: usize, end: usize) -> bool {
        let lead = self.text.get(clause..at).unwrap_or("");
        let lead = ["一名", "一位"].iter().find_map(|one| lead.rsplit_once(one)).map_or("的", |(_, lead)| lead);
        let behind = self.text.get(end..super::clause::end(self.text, end, self.text.len())).unwrap_or("");
        !lead.is_empty() && lead.chars().all(|ch| ch.is_alphabetic() && ch != '的') && behind.contains('的')
    }

    /// Whether he or she is the subject of an earlier clause or the figure's own (2017年他首次养蚕，收入4000元), and no place
    /// is named since.
    pub(super) fn is_his_or_hers(&self, from: usize, at: usize, before: &[&AreaMention<'_>]) -> bool {
        let cues = &self.codelists.cues;
        let Some(said) = self.text.get(from..at) else { return false };
        let found = cues.pronoun.iter().filter_map(|word| said.rfind(word.as_str()).map(|found| (found, word.len())));
        let Some((found, length)) = found.max() else { return false };
        let after = said.get(found + length..).unwrap_or("");
        let place = before.last().is_some_and(|mention| mention.range.start > from + found);
        let joins = after.starts_with(|ch: char| cues.pronoun_joins.contains(ch));
        // 跟着他干的46户脱了贫
        let followed = said.get(..found).is_some_and(|lead| lead.ends_with('跟') || lead.ends_with("跟着"));
        !place && !joins && !cues.pronoun_says.is_in(after) && (followed || self.opens_clause(from + found, from))
    }

    /// Whether the sentence tells of one of a village's people or who works for one, by title and name (第一书记李明争取资金…)
    /// or by name and office (杨林是合作社负责人，…), and names no place since.
    pub(super) fn is_an_officials(&self, from: usize, at: usize, before: &[&AreaMention<'_>]) -> bool {
        let Some(said) = self.text.get(from..at) else { return false };
        let mut start = 0;
        let mut named = None;
        for clause in said.split_inclusive(['，', '：', '；']) {
            named = self.person_named_in(clause).map(|found| start + found).or(named);
            start += clause.len();
        }
        named.is_some_and(|found| !before.iter().any(|mention| mention.range.start > from + found))
    }

    /// Where a clause begins with how neighbours call somebody: 老张头一回贷了3万元, 王大娘养了2头猪; but not 老龙潭村.
    fn neighbour_named_in(&self, clause: &str) -> Option<usize> {
        let cues = &self.codelists.cues;
        let said = clause.trim_start_matches(|ch: char| !ch.is_alphabetic());
        let rest = said.strip_prefix('老').unwrap_or(said);
        let behind = rest.strip_prefix(|ch| cues.surnames.contains(ch))?;
        let old = rest.len() < said.len() && behind.starts_with(|ch| cues.neighbour_does.contains(ch));
        (old || cues.kin.iter().any(|word| behind.starts_with(word.as_str()))).then(|| clause.len() - said.len())
    }

    /// Where in a clause a person is named, by a title before the name or an office behind it.
    fn person_named_in(&self, clause: &str) -> Option<usize> {
        let cues = &self.codelists.cues;
        if let Some(found) = self.neighbour_named_in(clause) {
            return Some(found);
        }
        let titled = |title: &str, not: &str| {
            let found = clause.find(title)?;
            let name = clause.get(found + title.len()..)?;
            if is_dotted_name(name) {
                return Some(found);
            }
            let mut name = name.chars();
            name.next().filter(|ch| cues.surnames.contains(*ch) && !not.contains(*ch))?;
            name.next().is_some_and(char::is_alphabetic).then_some(found)
        };
        if cues.title.is_in(clause) || cues.villager.is_in(clause) {
            let by_title = cues.title.iter().find_map(|title| titled(title, ""));
            // 村民于2018年…, 村民向…
            if let Some(found) = by_title.or_else(|| cues.villager.iter().find_map(|title| titled(title, "于向曾")))
            {
                return Some(found);
            }
        }
        let (name, office) = clause.split_once('是')?;
        let office = office.trim_end_matches(|ch: char| !ch.is_alphabetic());
        if !cues.held_office.iter().any(|word| office.ends_with(word.as_str())) {
            return None;
        }
        let name = name.rsplit(|ch: char| ch == '的' || !ch.is_alphabetic()).next()?;
        ((2..=3).contains(&name.chars().count()) && name.starts_with(|ch| cues.surnames.contains(ch)))
            .then(|| clause.find(name))?
    }

    /// Whether byte `at` of `sentence` lies in direct speech about the speaker's own life: a quotation that its paragraph
    /// has opened and not closed. Officials too are quoted, on the county: only words of a household make it a person's.
    pub(super) fn in_somebodys_words(&self, sentence: &Sentence, at: usize) -> bool {
        /// The longest speech, in characters.
        const SPEECH: usize = 1000;
        let paragraph = self.page.sentences.partition_point(|other| other.paragraph < sentence.paragraph);
        let from = self.page.sentences.get(paragraph).map_or(at, |first| first.range.start);
        let mut before = self.text.get(from..at).unwrap_or("").char_indices().rev().take(SPEECH);
        let quote = before.find(|(_, ch)| matches!(ch, '“' | '”')).filter(|(_, ch)| *ch == '“');
        let spoken = quote.and_then(|(open, _)| self.text.get(from + open..at));
        spoken.is_some_and(|spoken| self.codelists.cues.speech.is_in(spoken))
    }
}

/// Whether `text` begins with a name of two parts: 托乎提·如则.
fn is_dotted_name(text: &str) -> bool {
    /// The longest first part, in characters.
    const PART: usize = 8;
    // No further: the text goes on to the end of the page.
    let dot = text.char_indices().take(PART + 1).enumerate().find(|(_, (_, ch))| *ch == '·');
    let Some((length, (at, _))) = dot else { return false };
    let (first, rest) = text.split_at(at);
    length >= 2
        && first.chars().all(char::is_alphabetic)
        && rest.strip_prefix('·').is_some_and(|rest| rest.starts_with(char::is_alphabetic))
}
