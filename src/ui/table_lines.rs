//! Which lines the table shows: groups, folded or not, and the rows that pass the filter.

use super::ViewContext;
use crate::compare::{ComparisonGroup, ComparisonRow, GroupKey, Subject};

/// One line of the table on the screen.
#[derive(Debug, Clone, Copy)]
pub(super) enum TableLine<'a> {
    /// Title of a group.
    Group {
        /// The group.
        group: &'a ComparisonGroup,
        /// Whether its rows follow.
        open: bool,
    },
    /// A row of figures.
    Row {
        /// The row.
        row: &'a ComparisonRow,
        /// Whether it is the first of its subject, and so bears the name.
        named: bool,
    },
}

/// The lines to show. A filter opens every group that has a hit and hides the others.
pub(super) fn table_lines<'a>(context: &ViewContext<'a>) -> Vec<TableLine<'a>> {
    let filter = context.view.filter.trim().to_lowercase();
    let mut lines = Vec::new();
    for group in &context.comparison.groups {
        let rows: Vec<_> = group.rows.iter().filter(|row| matches(context, &row.subject, &filter)).collect();
        if rows.is_empty() {
            continue;
        }
        let open = !filter.is_empty() || !context.view.collapsed.contains(&group.key);
        lines.push(TableLine::Group { group, open });
        if open {
            let mut last = None;
            for row in rows {
                let named = last.replace(&row.subject) != Some(&row.subject);
                lines.push(TableLine::Row { row, named });
            }
        }
    }
    lines
}

/// Title of a group, in the window's language.
pub(super) fn group_title(context: &ViewContext<'_>, key: &GroupKey) -> String {
    match key {
        GroupKey::Other => context.text("table-group-other"),
        GroupKey::Catalogue(id) => {
            let group = context.codelists.groups.iter().find(|group| group.id == *id);
            group.map_or_else(|| id.clone(), |group| context.locale.group(group).to_owned())
        }
    }
}

/// A name is found by its Chinese and by its English words, whatever the window speaks.
fn matches(context: &ViewContext<'_>, subject: &Subject, filter: &str) -> bool {
    let has = |name: &str| filter.is_empty() || name.to_lowercase().contains(filter);
    match subject {
        Subject::Label(label) => has(label),
        Subject::Indicator(id) => {
            context.codelists.indicator(id).is_some_and(|indicator| has(&indicator.zh) || has(&indicator.en))
        }
    }
}
