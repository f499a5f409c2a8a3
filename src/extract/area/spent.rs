//! Money of the county that goes to one village: 县里整合资金500万元，为某村修路.

use std::ops::Range;

use super::Places;
use super::topic::Topic;
use crate::extract::clause;
use crate::model::{Area, AreaLevel};
use crate::recognize::{AreaMention, AreaTerm};

impl Places<'_> {
    /// The one village or township that the sum of money at bytes `figure` is spent on, by the words right behind it.
    pub(super) fn spent_on(
        &self,
        until: usize,
        figure: Range<usize>,
        topic: &Topic,
    ) -> Option<(&AreaMention<'_>, Area)> {
        self.text.get(figure.clone()).filter(|figure| figure.ends_with('元'))?;
        let this = clause::end(self.text, figure.end, until);
        let next = clause::end(self.text, (this + '，'.len_utf8()).min(until), until);
        let mention = self.mentions_in(figure.end..next).first()?;
        let small =
            matches!(mention.term, AreaTerm::Named(AreaLevel::Village | AreaLevel::Township, _) | AreaTerm::Same(_));
        let lead = self.text.get(figure.end..mention.range.start)?;
        let cues = &self.codelists.cues;
        let ends_with = |words: &[String]| words.iter().any(|word| lead.ends_with(word.as_str()));
        let done_for = ends_with(&cues.spent_for) && !ends_with(&cues.spent_for_not);
        let alone = !self.is_example(mention)
            && !self.text.get(mention.range.end..).is_some_and(|after| after.starts_with(['、', '和', '与', '及']));
        let plain = !lead.contains(|ch: char| ch.is_ascii_digit());
        (small && done_for && alone && plain).then(|| self.resolve(mention, topic, &[]).map(|area| (mention, area)))?
    }
}
