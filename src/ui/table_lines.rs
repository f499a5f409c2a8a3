//! The rows and titles of the lines that the table shows.

use super::ViewContext;
use crate::compare::{ArrangedLine, ComparisonRow, GroupKey, RowPlace, Subject};

/// The row of a line.
pub(super) fn row_at<'a>(context: &ViewContext<'a>, place: RowPlace) -> Option<&'a ComparisonRow> {
    context.comparison.groups.get(place.group)?.rows.get(place.row)
}

/// The rows among `lines`, in their order.
pub(super) fn places<'b>(lines: impl IntoIterator<Item = &'b ArrangedLine>) -> Vec<RowPlace> {
    let place = |line: &ArrangedLine| match line {
        ArrangedLine::Row { place, .. } => Some(*place),
        ArrangedLine::Pinned | ArrangedLine::Group(..) | ArrangedLine::Derived(..) => None,
    };
    lines.into_iter().filter_map(place).collect()
}

/// The subjects that stand together with line `at`: those of its group, or the pinned ones.
pub(super) fn neighbours<'a>(context: &ViewContext<'a>, lines: &[ArrangedLine], at: usize) -> Vec<&'a Subject> {
    let is_title = |line: &ArrangedLine| matches!(line, ArrangedLine::Pinned | ArrangedLine::Group(..));
    let start = lines.iter().take(at).rposition(is_title).map_or(0, |title| title + 1);
    let rows = lines.iter().skip(start).take_while(|line| !is_title(line));
    let named = rows.filter_map(|line| match line {
        ArrangedLine::Row { place, named: true, .. } => row_at(context, *place).map(|row| &row.subject),
        _ => None,
    });
    named.collect()
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
