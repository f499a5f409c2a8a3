//! All that was done, in order, with undo and redo. Nothing ever leaves it.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::model::{Action, Anchor, Correction, SourceId};

/// Far beyond what anybody does, and far below where numbers end.
const LAST_STEP: u32 = 1_000_000_000;

/// The corrections of a project, oldest first.
///
/// Undone entries stay, marked: an edit after an undo ends the chance to redo them, not their record.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct History {
    entries: Vec<Correction>,
    /// Steps that may be redone, the last undone last.
    redo: Vec<u32>,
}

impl History {
    /// All entries, undone ones too, oldest first.
    pub fn entries(&self) -> &[Correction] {
        &self.entries
    }

    /// Whether anything was ever done.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Adds what was done at once as one step. Nothing happens where `done` is empty.
    pub fn record(&mut self, at: Timestamp, reason: &str, done: impl IntoIterator<Item = (SourceId, Anchor, Action)>) {
        let step = self.entries.iter().map(|entry| entry.step).max().unwrap_or(0) + 1;
        let before = self.entries.len();
        self.entries.extend(done.into_iter().map(|(source, anchor, action)| Correction {
            step,
            at,
            source,
            anchor,
            action,
            reason: reason.to_owned(),
            undone: false,
        }));
        if self.entries.len() > before {
            self.redo.clear();
        }
    }

    /// The step that [`Self::undo`] would take back.
    pub fn undoable(&self) -> Option<u32> {
        self.entries.iter().rev().find(|entry| !entry.undone).map(|entry| entry.step)
    }

    /// The step that [`Self::redo`] would bring back.
    pub fn redoable(&self) -> Option<u32> {
        self.redo.last().copied()
    }

    /// Takes the latest step back; says which it was.
    pub fn undo(&mut self) -> Option<u32> {
        let step = self.undoable()?;
        self.mark(step, true);
        self.redo.push(step);
        Some(step)
    }

    /// Brings the step back that was undone last; says which it was.
    pub fn redo(&mut self) -> Option<u32> {
        let step = self.redo.pop()?;
        self.mark(step, false);
        Some(step)
    }

    /// The entries of `source` that hold, each with its place among all entries.
    pub fn of(&self, source: SourceId) -> impl Iterator<Item = (usize, &Correction)> {
        self.entries.iter().enumerate().filter(move |(_, entry)| entry.source == source && !entry.undone)
    }

    /// Sources that any entry belongs to, undone ones too.
    pub fn has(&self, source: SourceId) -> bool {
        self.entries.iter().any(|entry| entry.source == source)
    }

    /// What is wrong with a history that was read from a file, in English; `None` for one that this program could have
    /// written.
    pub fn fault(&self) -> Option<String> {
        if self.entries.iter().any(|entry| !(1..=LAST_STEP).contains(&entry.step)) {
            return Some(format!("a step of the history is outside 1 to {LAST_STEP}"));
        }
        if !self.entries.is_sorted_by_key(|entry| entry.step) {
            return Some("the steps of the history are out of order".to_owned());
        }
        let beyond = |entry: &&Correction| {
            let Anchor { sentence, figure, .. } = &entry.anchor;
            figure.start > figure.end || figure.end > sentence.chars().count()
        };
        if let Some(entry) = self.entries.iter().find(beyond) {
            return Some(format!("the figure of step {} lies outside its sentence", entry.step));
        }
        let undone: BTreeSet<u32> = self.entries.iter().filter(|entry| entry.undone).map(|entry| entry.step).collect();
        let mut redo = BTreeSet::new();
        let wrong = self.redo.iter().find(|step| !undone.contains(step) || !redo.insert(**step));
        wrong.map(|step| format!("step {step} is to be redone and is not undone, or is so twice"))
    }

    fn mark(&mut self, step: u32, undone: bool) {
        self.entries.iter_mut().filter(|entry| entry.step == step).for_each(|entry| entry.undone = undone);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;

    fn anchor(words: &str) -> Anchor {
        Anchor {
            sentence: words.to_owned(),
            figure: Span::new(0, 1),
            occurrence: 0,
            as_written: "1".to_owned(),
            indicator: None,
        }
    }

    fn history(steps: &[&[&str]]) -> History {
        let mut history = History::default();
        for step in steps {
            let done = step.iter().map(|words| (SourceId(1), anchor(words), Action::Accept));
            history.record(Timestamp::UNIX_EPOCH, "", done);
        }
        history
    }

    fn holding(history: &History) -> Vec<&str> {
        history.of(SourceId(1)).map(|(_, entry)| entry.anchor.sentence.as_str()).collect()
    }

    #[test]
    fn what_was_done_at_once_is_undone_at_once() {
        let mut history = history(&[&["a"], &["b", "c"]]);
        assert_eq!(history.undo(), Some(2));
        assert_eq!(holding(&history), ["a"]);
        assert_eq!(history.redo(), Some(2));
        assert_eq!(holding(&history), ["a", "b", "c"]);
        assert_eq!((history.undo(), history.undo(), history.undo()), (Some(2), Some(1), None));
        assert_eq!((history.redo(), history.redo(), history.redo()), (Some(1), Some(2), None));
    }

    #[test]
    fn an_edit_after_an_undo_keeps_the_undone_on_record() {
        let mut history = history(&[&["a"], &["b"]]);
        history.undo();
        history.record(Timestamp::UNIX_EPOCH, "", [(SourceId(1), anchor("c"), Action::Reject)]);
        assert_eq!(history.redoable(), None);
        assert_eq!(holding(&history), ["a", "c"]);
        assert_eq!(history.entries().len(), 3);
        assert_eq!(history.undo(), Some(3));
        assert_eq!(history.undo(), Some(1), "what was undone before is not undone again");
    }

    #[test]
    fn a_history_reads_back_as_written_with_its_redo() {
        let mut history = history(&[&["a"], &["b"]]);
        history.undo();
        let text = serde_json::to_string(&history).unwrap();
        let mut back: History = serde_json::from_str(&text).unwrap();
        assert_eq!((&back, back.fault()), (&history, None));
        assert_eq!(back.redo(), Some(2));
    }

    #[test]
    fn a_history_that_no_program_wrote_has_a_fault() {
        let mut undone = history(&[&["a"], &["b"]]);
        undone.undo();
        let text = serde_json::to_string(&undone).unwrap();
        for (from, to) in [
            ("\"redo\":[2]", "\"redo\":[1]"),
            ("\"redo\":[2]", "\"redo\":[2,2]"),
            ("\"step\":1", "\"step\":0"),
            ("\"step\":1", "\"step\":3"),
            ("\"step\":2", "\"step\":4294967295"),
            ("\"end\":1", "\"end\":2"),
            ("\"start\":0", "\"start\":18446744073709551615"),
        ] {
            let changed = text.replacen(from, to, 1);
            assert_ne!(changed, text, "{from}");
            let back: History = serde_json::from_str(&changed).unwrap();
            assert!(back.fault().is_some(), "{to}");
        }
    }
}
