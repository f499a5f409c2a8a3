//! The keyboard within a chart: left and right go from point to point of a county, up and down to another county; and what
//! a screen reader says of the whole chart.

use egui::{EventFilter, Id, Key, Modifiers, Response, Ui};

use super::ViewContext;
use crate::compare::Chart;

/// A point as the keyboard sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Stop {
    /// By which the keyboard knows it.
    pub(super) id: Id,
    /// The county's place among those drawn.
    pub(super) slot: usize,
    /// Place on the year axis, in years.
    pub(super) x: f64,
}

const KEYS: [Key; 4] = [Key::ArrowLeft, Key::ArrowRight, Key::ArrowUp, Key::ArrowDown];

/// The stop that `key` leads to from the one at `at`: the nearest in time of the same county, or of the county before or
/// after it.
fn target(stops: &[Stop], at: usize, key: Key) -> Option<usize> {
    let from = stops.get(at)?;
    let distance = |stop: &Stop| (stop.x - from.x).abs();
    let nearest = |stops: &mut dyn Iterator<Item = (usize, &Stop)>| {
        stops.min_by(|(_, a), (_, b)| distance(a).total_cmp(&distance(b))).map(|(index, _)| index)
    };
    let along = |forward: bool| {
        // Points of the same time are passed in their order.
        let order = |index: usize, stop: &Stop| stop.x.total_cmp(&from.x).then(index.cmp(&at));
        let wanted = if forward { std::cmp::Ordering::Greater } else { std::cmp::Ordering::Less };
        let beyond =
            stops.iter().enumerate().filter(|(index, stop)| stop.slot == from.slot && order(*index, stop) == wanted);
        let key = |(index, stop): &(usize, &Stop)| (stop.x, *index);
        let compare = |a: &(f64, usize), b: &(f64, usize)| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1));
        let found = if forward {
            beyond.min_by(|a, b| compare(&key(a), &key(b)))
        } else {
            beyond.max_by(|a, b| compare(&key(a), &key(b)))
        };
        found.map(|(index, _)| index)
    };
    let across = |later: bool| {
        let slots = stops.iter().map(|stop| stop.slot);
        let slot = if later {
            slots.filter(|slot| *slot > from.slot).min()
        } else {
            slots.filter(|slot| *slot < from.slot).max()
        }?;
        nearest(&mut stops.iter().enumerate().filter(|(_, stop)| stop.slot == slot))
    };
    match key {
        Key::ArrowLeft => along(false),
        Key::ArrowRight => along(true),
        Key::ArrowUp => across(false),
        Key::ArrowDown => across(true),
        _ => None,
    }
}

/// Keeps the arrows for the chart while a point has the keyboard.
pub(super) fn hold_keys(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    }
}

/// Moves the keyboard along the points.
pub(super) fn keys_ui(ui: &Ui, stops: &[Stop]) {
    let Some(focused) = ui.memory(egui::Memory::focused) else { return };
    let Some(at) = stops.iter().position(|stop| stop.id == focused) else { return };
    let pressed = ui.input_mut(|input| KEYS.into_iter().find(|key| input.consume_key(Modifiers::NONE, *key)));
    if let Some(to) = pressed.and_then(|key| target(stops, at, key)) {
        if let Some(stop) = stops.get(to) {
            ui.memory_mut(|memory| memory.request_focus(stop.id));
            ui.ctx().request_repaint();
        }
    }
}

/// What the chart shows, in a sentence: each county's points, from the first to the last.
pub(super) fn summary(context: &ViewContext<'_>, chart: &Chart) -> String {
    let counties = context.trends.counties.iter().zip(&chart.series).map(|(county, series)| {
        let words = |at| {
            let figure = context.observation(at)?;
            let (period, value) = (context.locale.period_of(figure), context.locale.quantity(&figure.quantity));
            Some(format!("{period} {value}"))
        };
        let said = |point: Option<&crate::compare::SeriesPoint>| point.and_then(|point| words(point.at));
        let (first, last) = (said(series.points.first()), said(series.points.last()));
        let key = match series.points.len() {
            0 => "part-plot-none",
            1 => "part-plot-one",
            _ => "part-plot-county",
        };
        context.locale.with(
            key,
            &[
                ("area", (&*county.area.name).into()),
                ("count", series.points.len().into()),
                ("first", (&first.unwrap_or_default()).into()),
                ("last", (&last.unwrap_or_default()).into()),
            ],
        )
    });
    let counties = counties.collect::<Vec<_>>().join(&context.text("review-separator"));
    let indicator = context.indicator_name(&chart.indicator);
    context.locale.with("part-plot", &[("indicator", (&indicator).into()), ("counties", (&counties).into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_arrows_reach_every_point_and_stop_at_the_ends() {
        let stop = |slot: usize, x: f64| Stop { id: Id::unique((slot, x.to_bits())), slot, x };
        // In the order of drawing: ends of lines first.
        let stops =
            [stop(0, 2018.0), stop(1, 2019.0), stop(0, 2014.0), stop(0, 2016.0), stop(1, 2015.0), stop(0, 2016.0)];
        let go = |at, key| target(&stops, at, key);
        assert_eq!(go(2, Key::ArrowRight), Some(3));
        assert_eq!(go(3, Key::ArrowRight), Some(5), "a point of the same time");
        assert_eq!(go(5, Key::ArrowRight), Some(0));
        assert_eq!(go(0, Key::ArrowRight), None);
        assert_eq!(go(0, Key::ArrowLeft), Some(5));
        assert_eq!(go(5, Key::ArrowLeft), Some(3));
        assert_eq!(go(2, Key::ArrowLeft), None);
        assert_eq!(go(2, Key::ArrowDown), Some(4), "the nearest in time of the other county");
        assert_eq!(go(4, Key::ArrowUp), Some(2));
        assert_eq!(go(2, Key::ArrowUp), None);
        assert_eq!(go(9, Key::ArrowUp), None);
    }
}
