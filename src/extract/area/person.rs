//! Figures that are somebody's own: a villager's, an official's work, a household's life in direct speech.

use super::Places;
use crate::recognize::AreaMention;

impl Places<'_> {
    /// Whether the sentence tells of somebody by age (今年58岁, 62岁的老李), and names no place since.
    pub(super) fn tells_of_somebody(&self, from: usize, at: usize, before: &[&AreaMention<'_>]) -> bool {
        let Some(said) = self.text.get(from..at) else { return false };
        let Some(found) = said.rfind('岁') else { return false };
        let age = said.get(..found).is_some_and(|lead| lead.ends_with(|ch: char| ch.is_ascii_digit()));
        let after = said.get(found + '岁'.len_utf8()..).unwrap_or("");
        let of_many = ["以", "及", "至", "的劳动力", "的老", "劳动", "人口", "老人", "儿童"];
        let place = before.last().is_some_and(|mention| mention.range.start > from + found);
        age && !place && !after.is_empty() && !of_many.iter().any(|word| after.starts_with(word))
    }

    /// Whether the clause opens with a villager by name: 村民潘忠华种了5亩百香果.
    pub(super) fn is_a_villagers(&self, clause: usize, at: usize) -> bool {
        let named = self.text.get(clause..at).and_then(|clause| clause.strip_prefix("村民"));
        named.is_some_and(|rest| {
            rest.starts_with(|ch: char| ch.is_alphabetic() && !"小人的委会自们户均代中就参共有占达由从".contains(ch))
        })
    }

    /// Whether the sentence opens with one who works for a village, by title and name (第一书记李明争取资金…), and names no
    /// place since.
    pub(super) fn is_an_officials(&self, from: usize, at: usize, before: &[&AreaMention<'_>]) -> bool {
        let Some(said) = self.text.get(from..at) else { return false };
        let opening = said.split(['，', '：']).next().unwrap_or("");
        if !self.codelists.cues.title.is_in(opening) {
            return false;
        }
        let titled = self.codelists.cues.title.iter().find_map(|title| {
            let found = opening.find(title)?;
            let named = opening.get(found + title.len()..)?;
            named.starts_with(|ch: char| self.codelists.cues.surnames.contains(ch)).then_some(found)
        });
        titled.is_some_and(|found| !before.iter().any(|mention| mention.range.start > from + found))
    }

    /// Whether byte `at` lies in direct speech about the speaker: an open quotation of some length that names no place.
    /// Officials quoted on the county say 全县 or name it.
    pub(super) fn in_somebodys_words(&self, from: usize, at: usize) -> bool {
        let before = self.text.get(from..at).unwrap_or("");
        let Some(open) = before.rfind('“') else { return false };
        let spoken = before.get(open + '“'.len_utf8()..).unwrap_or("");
        if spoken.contains('”') {
            return false;
        }
        // Officials too are quoted, on the county: only words of a household's own life make it a person's figure.
        self.codelists.cues.speech.is_in(spoken)
    }
}
