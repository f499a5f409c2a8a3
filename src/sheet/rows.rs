//! Which rows of a comparison a sheet shows.

use std::collections::BTreeSet;

use crate::codelist::Codelists;
use crate::compare::{Arranged, ArrangedLine, Arrangement, Comparison, RowFilter, Subject};
use crate::model::{Derived, Report};

/// A choice of rows, in words set apart by commas: `indicators` (those of the catalogue), `all` (figures outside it too),
/// `both`, `differing`, `targets`, and ids of groups and indicators.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetRows {
    all: bool,
    filters: BTreeSet<RowFilter>,
    /// Ids of groups and indicators; all where there are none.
    names: BTreeSet<String>,
}

/// A word that chooses no rows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "“{word}” chooses no rows; say indicators, all, both, differing, targets, the id of an indicator (poverty_incidence) or \
     of a group: {groups}"
)]
pub struct UnknownRows {
    word: String,
    groups: String,
}

impl SheetRows {
    /// All rows, figures outside the catalogue too.
    pub fn all() -> Self {
        Self { all: true, ..Self::default() }
    }

    /// Reads a choice.
    pub fn parse(words: &str, codelists: &Codelists) -> Result<Self, UnknownRows> {
        let mut rows = Self::default();
        for word in words.split(',').map(str::trim).filter(|word| !word.is_empty()) {
            let group = |id: &str| codelists.groups.iter().any(|group| group.id == id);
            let indicator = |id: &str| {
                codelists.groups.iter().flat_map(|group| &group.indicators).any(|found| found.id.as_str() == id)
            };
            match word {
                "indicators" => {}
                "all" => rows.all = true,
                "both" => drop(rows.filters.insert(RowFilter::BothStated)),
                "differing" => drop(rows.filters.insert(RowFilter::Differing)),
                "targets" => drop(rows.filters.insert(RowFilter::Targets)),
                id if group(id) || indicator(id) => drop(rows.names.insert(id.to_owned())),
                _ => {
                    let groups: Vec<&str> = codelists.groups.iter().map(|group| group.id.as_str()).collect();
                    return Err(UnknownRows { word: word.to_owned(), groups: groups.join(", ") });
                }
            }
        }
        Ok(rows)
    }

    /// The lines of `comparison` that it chooses, none folded.
    pub fn lines(
        &self,
        comparison: &Comparison,
        reports: &[Report],
        derived: &[Derived],
        codelists: &Codelists,
    ) -> Vec<ArrangedLine> {
        let rows = comparison.groups.iter().flat_map(|group| &group.rows);
        let years = rows.map(|row| (row.subject.clone(), true)).collect();
        let arrangement = Arrangement { filters: self.filters.clone(), years, ..Arrangement::default() };
        let arranged = Arranged { comparison, reports, derived, collapsed: &BTreeSet::new(), searching: false };
        arrangement.lines(arranged, |subject| self.has(subject, codelists), |_| String::new())
    }

    fn has(&self, subject: &Subject, codelists: &Codelists) -> bool {
        let Subject::Indicator(id) = subject else { return self.all && self.names.is_empty() };
        let of_group = || {
            let mut groups = codelists.groups.iter().filter(|group| self.names.contains(&group.id));
            groups.any(|group| group.indicators.iter().any(|found| found.id == *id))
        };
        self.names.is_empty() || self.names.contains(id.as_str()) || of_group()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_chosen_by_words() {
        let lists = Codelists::builtin();
        assert_eq!(SheetRows::parse("", lists), Ok(SheetRows::default()));
        assert_eq!(SheetRows::parse("all", lists), Ok(SheetRows::all()));
        let some = SheetRows::parse("both, poverty", lists).unwrap();
        let incidence = Subject::Indicator(crate::model::IndicatorId::new("poverty_incidence"));
        assert!(some.has(&incidence, lists) && !some.has(&Subject::Label("合作社".into()), lists));
        assert!(!SheetRows::parse("industry", lists).unwrap().has(&incidence, lists));
        let error = SheetRows::parse("nonsense", lists).unwrap_err().to_string();
        assert!(error.contains("“nonsense”") && error.contains("poverty"), "{error}");
    }
}
