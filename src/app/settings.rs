//! What a project keeps of how it was looked at: from the window into its file and back.

use crate::project::{PlotWindow, TableSettings, ViewSettings, WHOLE};
use crate::ui::{Pane, TableView, TrendView, TrendWindow, ViewState};

/// What the file keeps of `view`.
pub(super) fn settings_of(view: &ViewState) -> ViewSettings {
    let TableView { numbers, land, arrangement, widths, .. } = &view.table;
    ViewSettings {
        chosen: view.chosen.clone(),
        tolerance: view.tolerance,
        filter: view.filter.clone(),
        collapsed: view.collapsed.clone(),
        plotted: view.plotted.clone(),
        pinned: view.pinned.clone(),
        log: view.trend.log,
        pane: view.pane.as_str().to_owned(),
        window: view.trend.window.and_then(|TrendWindow { years, values }| {
            let (years, values) = (years.map(parts), values.map(parts));
            let is_some = |[from, to]: [u16; 2]| from < to;
            (is_some(years) && is_some(values)).then_some(PlotWindow { years, values })
        }),
        table: TableSettings {
            numbers: *numbers,
            land: *land,
            rows: arrangement.clone(),
            widths: widths.iter().map(|width| parts(f64::from(*width))).collect(),
        },
    }
}

/// Looks at things as `settings` say.
pub(super) fn restore(view: &mut ViewState, settings: ViewSettings) {
    let ViewSettings { chosen, tolerance, filter, collapsed, plotted, pinned, log, pane, window, table } = settings;
    (view.chosen, view.tolerance) = (chosen, tolerance);
    (view.filter, view.collapsed) = (filter, collapsed);
    if !plotted.is_empty() {
        view.plotted = plotted;
    }
    view.pinned = pinned;
    let window = window.map(|window| TrendWindow { years: window.years.map(share), values: window.values.map(share) });
    view.trend = TrendView { log, window, ..TrendView::default() };
    view.pane = Pane::ALL.into_iter().find(|known| known.as_str() == pane).unwrap_or_default();
    #[allow(clippy::cast_possible_truncation)] // of four digits
    let widths = table.widths.into_iter().map(|width| share(width) as f32).collect();
    view.table =
        TableView { numbers: table.numbers, land: table.land, arrangement: table.rows, widths, ..TableView::default() };
}

/// `share` of a whole in parts of [`WHOLE`].
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped
fn parts(share: f64) -> u16 {
    (share.clamp(0.0, 1.0) * f64::from(WHOLE)).round() as u16
}

fn share(parts: u16) -> f64 {
    f64::from(parts) / f64::from(WHOLE)
}
