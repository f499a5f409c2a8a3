//! Result or aim: words of aim in the sentence, plans that a paragraph is about, standards set per unit.

use super::any_in;
use super::frame::Frame;
use crate::codelist::Codelists;
use crate::model::{Decision, Status};
use crate::recognize::Figure;
use crate::segment::Page;

/// Words that may stand before the verb of a plan.
const PLAN_ADVERBS: [&str; 12] =
    ["要", "将", "继续", "全力", "重点", "扎实", "大力", "着力", "特别", "同时", "加快", "全面"];

/// Words behind a figure that make it an aim.
const AIMED: [&str; 4] = ["年度目标", "目标任务", "的目标", "减贫目标"];

/// Follows a page's sentences and knows where a plan is being told.
pub(super) struct Plans<'a> {
    text: &'a str,
    page: &'a Page,
    codelists: &'a Codelists,
    current: usize,
    /// Whether an earlier sentence of the section set out an aim and none since told of results.
    planning: bool,
    /// Whether the heading of the current part announces aims: 二、2020年主要目标.
    headed: bool,
}

impl<'a> Plans<'a> {
    pub(super) fn new(text: &'a str, page: &'a Page, codelists: &'a Codelists) -> Self {
        Self { text, page, codelists, current: 0, planning: false, headed: false }
    }

    /// Goes on to sentence `index`; every index in turn.
    pub(super) fn enter(&mut self, index: usize) {
        let cues = &self.codelists.cues;
        let sentence = self.page.sentences.get(index);
        let last = index.checked_sub(1).and_then(|last| self.page.sentences.get(last));
        if let (Some(last), Some(sentence)) = (last, sentence) {
            let words = self.text.get(last.range.clone()).unwrap_or("");
            if last.article != sentence.article {
                self.headed = false;
            } else if is_heading(words) {
                self.headed = any_in(&cues.target_opens, &[words]);
            }
            if last.section != sentence.section {
                self.planning = false;
            } else if any_in(&cues.target_opens, &[words]) {
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

    /// Whether `figure` is a result or an aim, and what says so.
    pub(super) fn status_of(&self, figure: &Figure, frame: &Frame<'_>, ahead: bool) -> (Status, Decision) {
        let cues = &self.codelists.cues;
        let Some(sentence) = self.page.sentences.get(self.current) else {
            return (Status::Actual, Decision::rule("told"));
        };
        let words = self.text.get(sentence.range.clone()).unwrap_or("");
        let at = figure.start - sentence.range.start;
        let before = words.get(..at).unwrap_or("");
        let done_after = |from: usize| before.get(from..).is_some_and(|rest| any_in(&cues.target_done, &[rest]));
        let remains =
            frame.indicators.iter().all(|(id, _)| id.as_str().starts_with("poor_")) && !frame.indicators.is_empty();
        if remains && frame.clause_before.contains("剩余") {
            return (Status::Actual, Decision::by("remaining", "剩余"));
        }
        if let Some(found) = self.aim_before(words, at) {
            if !done_after(found) {
                let cue = cues
                    .target_strong
                    .iter()
                    .filter(|cue| words.get(found..).is_some_and(|rest| rest.starts_with(cue.as_str())));
                let cue = cue.max_by_key(|cue| cue.len()).map_or("", String::as_str);
                return (Status::Target, Decision::by("aim-before", cue));
            }
        }
        // 12.7万人减贫年度目标: the word of aim stands behind what it is said of.
        if let Some(word) = AIMED.iter().find(|word| frame.clause_after.contains(**word)) {
            return (Status::Target, Decision::by("aim-behind", word));
        }
        let standard =
            frame.limited || frame.threshold || (frame.per && any_in(&cues.target_norm, &[&frame.clause_before]));
        if standard && !any_in(&cues.target_done, &[&frame.clause_before]) {
            return (Status::Target, Decision::rule("standard"));
        }
        let done = any_in(&cues.target_done, &[before]);
        if ahead && !done {
            return (Status::Target, Decision::rule("ahead"));
        }
        // In a plan, a clause that opens with what is to be done: 完成剩余104个村…
        let clause = frame.clause_before.trim_start_matches(|ch: char| !ch.is_alphabetic());
        // 三是新建农村公路60公里
        let numbered =
            clause.char_indices().nth(1).filter(|(_, ch)| *ch == '是').map_or(0, |(at, ch)| at + ch.len_utf8());
        let clause = clause.get(numbered..).unwrap_or(clause);
        let told = PLAN_ADVERBS.iter().find_map(|adverb| clause.strip_prefix(adverb)).unwrap_or(clause);
        let planned = cues.target_plan.iter().any(|verb| told.starts_with(verb.as_str()));
        let done_here = any_in(&cues.target_done, &[&frame.clause_before]);
        if self.planning && planned && !done {
            (Status::Target, Decision::rule("plan"))
        } else if self.headed && !done_here {
            (Status::Target, Decision::rule("plan-heading"))
        } else {
            (Status::Actual, Decision::rule("told"))
        }
    }
}

/// A short sentence or line that begins with a number or a year and has no figure of its own to tell: 二、2020年目标。
fn is_heading(words: &str) -> bool {
    const LONGEST: usize = 24;
    let numbered = words.starts_with('（')
        || words.chars().take(3).any(|ch| ch == '、')
        || words.starts_with(|ch: char| ch.is_ascii_digit());
    numbered && words.chars().count() <= LONGEST && !words.contains('，')
}
