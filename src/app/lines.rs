//! The lines of the table: arranged once a change, since they are drawn with every frame and may be tens of thousands.

use std::collections::{BTreeSet, HashMap};

use super::CountyLensApp;
use crate::codelist::{Codelists, SearchKey, SearchWords};
use crate::compare::{Arranged, ArrangedLine, Arrangement, GroupKey, Subject};
use crate::locale::Language;

/// The lines and what they were made of.
#[derive(Debug, Default)]
pub(super) struct TableLines {
    /// What the table shows.
    pub(super) lines: Vec<ArrangedLine>,
    /// How many subjects are hidden.
    pub(super) hidden: usize,
    made_of: Option<MadeOf>,
    /// What subjects are found by, while something is sought.
    keys: HashMap<Subject, SearchKey>,
}

/// All that the lines depend on; of the figures and their comparison, how often they have changed.
#[derive(Debug, PartialEq)]
struct MadeOf {
    changes: u64,
    arrangement: Arrangement,
    collapsed: BTreeSet<GroupKey>,
    sought: String,
    language: Language,
}

impl CountyLensApp {
    /// Arranges the lines anew if anything that they depend on has changed.
    pub(super) fn arrange_lines(&mut self) {
        let view = &self.view;
        let (arrangement, language) = (&view.table.arrangement, self.locale.language());
        let is_same = |made_of: &MadeOf| {
            (made_of.changes, &made_of.arrangement, &made_of.collapsed, &made_of.sought, made_of.language)
                == (self.changes, arrangement, &view.collapsed, &view.filter, language)
        };
        if self.table.made_of.as_ref().is_some_and(is_same) {
            return;
        }
        let (codelists, sought) = (self.options.codelists, SearchWords::of(&view.filter));
        let mut keys = std::mem::take(&mut self.table.keys);
        if sought.is_empty() {
            keys = HashMap::new();
        }
        let mut found = |subject: &Subject| {
            if sought.is_empty() {
                return true;
            }
            if let Some(key) = keys.get(subject) {
                return key.has(&sought);
            }
            keys.entry(subject.clone()).or_insert(search_key(codelists, subject)).has(&sought)
        };
        let arranged = Arranged {
            comparison: &self.comparison,
            reports: &self.reports,
            derived: &self.lists.derived,
            collapsed: &view.collapsed,
            searching: !sought.is_empty(),
        };
        let name = |subject: &Subject| match subject {
            Subject::Label(label) => label.to_string(),
            Subject::Indicator(id) => self.locale.indicator_name(codelists, id),
        };
        let lines = arrangement.lines(arranged, &mut found, name);
        let made_of = MadeOf {
            changes: self.changes,
            arrangement: arrangement.clone(),
            collapsed: view.collapsed.clone(),
            sought: view.filter.clone(),
            language,
        };
        let hidden = arrangement.hidden_in(&self.comparison);
        self.table = TableLines { lines, hidden, made_of: Some(made_of), keys };
    }
}

/// A subject is found by its Chinese and by its English words, and by its pinyin initials, whatever the window speaks.
fn search_key(codelists: &Codelists, subject: &Subject) -> SearchKey {
    match subject {
        Subject::Label(label) => SearchKey::of([&**label]),
        Subject::Indicator(id) => {
            let known = codelists.indicator(id);
            SearchKey::of(known.into_iter().flat_map(|indicator| [&*indicator.zh, &*indicator.en]))
        }
    }
}
