//! The trend plot of the sheet: its legend, one chart for each indicator, and what cannot be drawn in words.

use super::chart::{ChartDrawing, PlotSource};
use super::font::{Fonts, Style};
use super::layout::{Anchor, Drawing, Outline, at};
use super::marks::{Marker, draw_bound, solid};
use super::svg::{self, Links};
use super::theme::{PAPER, SheetTheme};
use crate::compare::{SeriesPoint, YearAxis};
use crate::model::{Bound, Status};

const SMALL: f32 = 10.5;
const LINE: f32 = 17.0;
/// Charts beside each other are at least so wide.
const CHART_WIDTH: f32 = 300.0;
/// Several charts are at least so high, each.
const CHART_HEIGHT: f32 = 170.0;

/// The trend plot alone, as an SVG element of `size`, to stand in a page of HTML: legend and charts, without a ground.
/// Points and their labels are links where `links` says so.
pub fn plot_svg(source: PlotSource<'_>, [width, height]: [f32; 2], theme: SheetTheme, links: Links<'_>) -> String {
    let fonts = Fonts::new();
    let plot = draw_plot(source, &fonts, theme, [width, height]);
    let title = source.trends.charts.iter().map(|chart| ChartDrawing::new(source, chart, &fonts, theme).title());
    svg::fragment(&plot.drawing, [width, plot.height], &title.collect::<Vec<_>>().join(", "), links)
}

/// A drawn plot.
pub(super) struct Plot {
    pub(super) drawing: Drawing,
    /// What it takes; less than it was given where there is little to draw.
    pub(super) height: f32,
}

/// Draws the plot into `width` and about `height`: it is lower where nothing can be drawn, higher where there are many
/// charts.
pub(super) fn draw_plot(source: PlotSource<'_>, fonts: &Fonts, theme: SheetTheme, [width, height]: [f32; 2]) -> Plot {
    let mut out = Drawing::default();
    let mut top = legend(source, fonts, theme, width, &mut out);
    let charts = &source.trends.charts;
    let drawn = charts.iter().filter(|chart| !ChartDrawing::new(source, chart, fonts, theme).is_empty()).count();
    let years = years(source);
    let columns = if charts.len() > 1 && width >= 2.0 * CHART_WIDTH { 2 } else { 1 };
    let column = (width - if columns == 2 { 16.0 } else { 0.0 }) / if columns == 2 { 2.0 } else { 1.0 };
    let rows = drawn.div_ceil(columns).max(1);
    let rows = f32::from(u16::try_from(rows).unwrap_or(u16::MAX));
    let chart_height = ((height - top) / rows - LINE).max(if drawn > 1 { CHART_HEIGHT - LINE } else { 120.0 });
    let small = Style { size: SMALL, bold: false, colour: theme.dim() };
    let mut row_bottom = top;
    let mut place = 0;
    for chart in charts {
        let drawing = ChartDrawing::new(source, chart, fonts, theme);
        let is_empty = drawing.is_empty();
        if is_empty || place % columns == 0 {
            top = row_bottom;
            place = 0;
        }
        let left = if place % columns == 1 { column + 16.0 } else { 0.0 };
        let mut y = top;
        if charts.len() > 1 {
            let bold = Style { size: SMALL + 0.5, bold: true, colour: theme.ink() };
            for line in fonts.wrap(&drawing.title(), bold, column) {
                out.text(fonts.set(&line, bold, at(left, y + 12.0), Anchor::Start));
                y += LINE;
            }
        }
        for message in drawing.messages() {
            for line in fonts.wrap(&message, small, column) {
                out.text(fonts.set(&line, small, at(left, y + 12.0), Anchor::Start));
                y += LINE;
            }
        }
        if let Some(years) = years.filter(|_| !is_empty) {
            out.append(drawing.draw([column, chart_height], years), at(left, y));
            y += chart_height;
            place += 1;
        }
        row_bottom = row_bottom.max(y);
    }
    Plot { drawing: out, height: row_bottom }
}

/// The years that all charts share.
fn years(source: PlotSource<'_>) -> Option<YearAxis> {
    let points = source.trends.charts.iter().flat_map(|chart| &chart.series).flat_map(|series| &series.points);
    let derived = source.trends.charts.iter().flat_map(|chart| &chart.derived);
    let exits = source.trends.counties.iter().flat_map(|county| &county.exits);
    let dated = derived.clone().filter_map(|(_, derived)| derived.period.map(|period| period.anchor().axis_years()));
    let places: Vec<f64> =
        points.map(SeriesPoint::axis_years).chain(dated).chain(exits.map(|exit| exit.at.axis_years())).collect();
    YearAxis::of(&places, derived.into_iter().any(|(_, derived)| derived.period.is_none()))
}

/// One entry of the legend: what is drawn before its words.
enum Sign {
    County(usize),
    Aim,
    Derived,
    Limit(Bound),
}

/// Says which county has which marker, and what the other signs of this plot mean. Returns how high that is.
fn legend(source: PlotSource<'_>, fonts: &Fonts, theme: SheetTheme, width: f32, out: &mut Drawing) -> f32 {
    let counties = source.trends.counties.iter();
    let mut entries: Vec<(Sign, String)> =
        counties.map(|county| (Sign::County(county.slot), county.area.name.to_string())).collect();
    let points = || source.trends.charts.iter().flat_map(|chart| &chart.series).flat_map(|series| &series.points);
    let text = |key: &str| source.locale.text(key);
    if points().any(|point| point.status == Status::Target) {
        entries.push((Sign::Aim, text("sheet-legend-target")));
    }
    if source.trends.charts.iter().any(|chart| !chart.derived.is_empty()) {
        entries.push((Sign::Derived, text("table-derived")));
    }
    for (bound, key) in
        [(Bound::Approx, "sheet-legend-approx"), (Bound::Min, "sheet-legend-min"), (Bound::Max, "sheet-legend-max")]
    {
        if points().any(|point| point.bound == bound) {
            entries.push((Sign::Limit(bound), text(key)));
        }
    }
    let (mut x, mut y) = (0.0, 0.0);
    for (sign, words) in entries {
        let (slot, bold) = if let Sign::County(slot) = sign { (Some(slot), true) } else { (None, false) };
        let colour = slot.map_or_else(|| theme.dim(), |slot| theme.county(slot));
        let style = Style { size: SMALL, bold, colour };
        let room = if slot.is_some() { 30.0 } else { 16.0 };
        let lines = fonts.wrap(&words, style, width - room);
        let longest = lines.iter().map(|line| fonts.width(line, style)).fold(0.0, f32::max);
        if x > 0.0 && x + room + longest > width {
            x = 0.0;
            y += LINE;
        }
        draw_sign(out, &sign, (x, y + 8.0), theme);
        for (index, line) in lines.iter().enumerate() {
            y += if index > 0 { LINE } else { 0.0 };
            out.text(fonts.set(line, style, at(x + room, y + 8.0 + SMALL * 0.38), Anchor::Start));
        }
        x += room + longest + 16.0;
    }
    y + LINE + 5.0
}

fn draw_sign(out: &mut Drawing, sign: &Sign, (x, y): (f32, f32), theme: SheetTheme) {
    let dim = theme.dim();
    let place = at(x + 6.0, y);
    match sign {
        Sign::County(slot) => {
            let colour = theme.county(*slot);
            let stroke = super::layout::Stroke { dash: theme.dash(*slot), ..solid(colour, 2.0) };
            out.shape(Outline::Open(vec![at(x, y), at(x + 24.0, y)]), None, Some(stroke));
            Marker { slot: *slot, colour, hollow: None, of: None }.draw(out, at(x + 12.0, y));
        }
        Sign::Aim => Marker { slot: 0, colour: dim, hollow: Some(PAPER), of: None }.draw(out, place),
        Sign::Derived => {
            Marker { slot: 0, colour: dim, hollow: None, of: None }.draw_derived(out, place, PAPER);
        }
        Sign::Limit(bound) => {
            // In the middle with its arrow.
            let by = match bound {
                Bound::Min => 3.0,
                Bound::Max => -3.0,
                Bound::Exact | Bound::Approx => 0.0,
            };
            let place = at(place.x, place.y + by);
            draw_bound(out, place, *bound, dim);
            Marker { slot: 0, colour: dim, hollow: None, of: None }.draw(out, place);
        }
    }
}
