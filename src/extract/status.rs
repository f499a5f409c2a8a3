//! Result or aim: words of aim in the sentence, plans that a paragraph is about, standards set per unit.

use super::any_in;
use super::frame::Frame;
use crate::codelist::Codelists;
use crate::model::Status;
use crate::recognize::Figure;
use crate::segment::Page;

/// Follows a page's sentences and knows where a plan is being told.
pub(super) struct Plans<'a> {
    text: &'a str,
    page: &'a Page,
    codelists: &'a Codelists,
    current: usize,
    /// Whether an earlier sentence of the section set out an aim and none since told of results.
    planning: bool,
}

impl<'a> Plans<'a> {
    pub(super) fn new(text: &'a str, page: &'a Page, codelists: &'a Codelists) -> Self {
        Self { text, page, codelists, current: 0, planning: false }
    }

    /// Goes on to sentence `index`; every index in turn.
    pub(super) fn enter(&mut self, index: usize) {
        let cues = &self.codelists.cues;
        let sentence = self.page.sentences.get(index);
        let last = index.checked_sub(1).and_then(|last| self.page.sentences.get(last));
        if let (Some(last), Some(sentence)) = (last, sentence) {
            let words = self.text.get(last.range.clone()).unwrap_or("");
            if last.section != sentence.section {
                self.planning = false;
            } else if self.aim_before(words, words.len()).is_some() {
                self.planning = true;
            } else if any_in(&cues.target_done, &[words]) {
                self.planning = false;
            }
        }
        self.current = index;
    }

    /// Where the last word of aim before byte `at` of `words` stands.
    fn aim_before(&self, words: &str, at: usize) -> Option<usize> {
        let cues = &self.codelists.cues;
        let before = words.get(..at)?;
        cues.target_strong
            .iter()
            .flat_map(|cue| before.match_indices(cue.as_str()))
            .filter(|(found, cue)| {
                !cues.target_not.iter().any(|phrase| {
                    words
                        .match_indices(phrase.as_str())
                        .any(|(start, _)| start <= *found && found + cue.len() <= start + phrase.len())
                })
            })
            .map(|(found, _)| found)
            .max()
    }

    /// Whether `figure` is a result or an aim.
    pub(super) fn status_of(&self, figure: &Figure, frame: &Frame<'_>) -> Status {
        let cues = &self.codelists.cues;
        let Some(sentence) = self.page.sentences.get(self.current) else { return Status::Actual };
        let words = self.text.get(sentence.range.clone()).unwrap_or("");
        let at = figure.start - sentence.range.start;
        let before = words.get(..at).unwrap_or("");
        let done_after = |from: usize| before.get(from..).is_some_and(|rest| any_in(&cues.target_done, &[rest]));
        if let Some(found) = self.aim_before(words, at) {
            if !done_after(found) {
                return Status::Target;
            }
        }
        let standard = frame.limited || (frame.per && any_in(&cues.target_norm, &[&frame.clause_before]));
        if standard && !any_in(&cues.target_done, &[&frame.clause_before]) {
            return Status::Target;
        }
        let planned = any_in(&cues.target_plan, &[before]) && !any_in(&cues.target_done, &[before]);
        if self.planning && planned { Status::Target } else { Status::Actual }
    }
}
