//! One chart: an indicator of all counties on one scale, with its lines; the pointer zooms and pans it.

use egui::{Rect, Response, Sense, Ui, Vec2, Vec2b, pos2, vec2};
use egui_plot::{AxisHints, GridMark, Line, LineStyle, Plot, PlotPoint, PlotPoints, PlotResponse, PlotTransform};

use super::plot_events::{exit_lines, exits_ui, thresholds_ui};
use super::plot_labels::Labels;
use super::plot_marks::{Mark, marker_rects, marks_of, marks_ui};
use super::theme::{GAP, Tokens, bold, font, size};
use super::trend_view::{TrendWindow, TrendWish};
use super::{Command, ViewContext, widgets};
use crate::compare::{Chart, SeriesPoint, Tick, ValueAxis, YearAxis};
use crate::locale::{Locale, axis_text};

const DASH: f32 = 5.0;
const TITLE_HEIGHT: f32 = 20.0;
const MESSAGE_HEIGHT: f32 = 20.0;
/// Room for the label above the highest point, in points.
const LABEL_HEIGHT: f32 = 30.0;
/// Room that one exit's label takes, in points.
const EXIT_HEIGHT: f32 = 16.0;
/// Room that the year labels take below the plot, in points.
const AXIS_HEIGHT: f32 = 24.0;
/// Width that a year's label needs, in points.
const YEAR_WIDTH: f32 = 44.0;
/// Height that a value's label needs, in points.
const VALUE_HEIGHT: f32 = 27.0;
/// How fast the wheel zooms, per point of scrolling.
const WHEEL: f32 = 0.004;

/// Where a chart stands.
pub(super) struct ChartFrame {
    /// In points.
    pub(super) size: Vec2,
    /// Whether it bears its indicator's name.
    pub(super) titled: bool,
    /// Whether the wheel scrolls the charts, so that it zooms only with Ctrl.
    pub(super) scrolls: bool,
}

/// Draws `chart`; without axes where it states nothing that could be drawn.
pub(super) fn chart_ui(
    context: &ViewContext<'_>,
    ui: &mut Ui,
    chart: &Chart,
    years: Option<YearAxis>,
    frame: &ChartFrame,
) {
    let name = super::plot_keys::summary(context, chart);
    let builder = egui::UiBuilder::new().accessibility_role(egui::Role::Figure).accessibility_label(name);
    ui.scope_builder(builder, |ui| drawing_ui(context, ui, chart, years, frame));
}

fn drawing_ui(context: &ViewContext<'_>, ui: &mut Ui, chart: &Chart, years: Option<YearAxis>, frame: &ChartFrame) {
    let mut height = frame.size.y;
    if frame.titled {
        title_ui(context, ui, chart, frame.size.x);
        height -= TITLE_HEIGHT;
    }
    let messages = messages(context, chart);
    let exits: usize = context.trends.counties.iter().map(|county| county.exits.len()).sum();
    let talk = LABEL_HEIGHT + messages.len() as f32 * MESSAGE_HEIGHT + exits.min(3) as f32 * EXIT_HEIGHT;
    let headroom = f64::from(talk / (height - AXIS_HEIGHT).max(talk * 2.0));
    let is_threshold = chart.indicator == context.codelists.exit.indicator;
    let thresholds = context.trends.counties.iter().filter_map(|county| county.threshold).filter(|_| is_threshold);
    let points = chart.series.iter().flat_map(|series| &series.points).map(|point| point.value);
    let stated: Vec<_> = points.chain(chart.derived.iter().map(|(_, derived)| derived.value)).collect();
    let drawn: Vec<f64> = stated.iter().copied().chain(thresholds).map(value_of).collect();
    let axis = ValueAxis::of(drawn.iter().copied(), context.view.trend.log, headroom);
    let (Some(years), Some(axis), false) = (years, axis, stated.is_empty()) else {
        // Axes without a figure would suggest a scale that nobody stated.
        let (rect, _) = ui.allocate_exact_size(vec2(frame.size.x, height), Sense::hover());
        let above = (rect.height() - messages.len() as f32 * MESSAGE_HEIGHT) / 2.0;
        messages_ui(ui, messages, rect.with_min_y(rect.top() + above.max(0.0)));
        return;
    };
    let marks = marks_of(context.trends, chart, &axis, &years);
    let response = axes_ui(context, ui, chart, (years, axis), vec2(frame.size.x, height));
    let rect = response.response.rect;
    ui.painter().hline(rect.x_range(), rect.bottom(), egui::Stroke::new(1.0, Tokens::of(ui).dim));
    pointer_ui(context, ui, &response.response, frame.scrolls);
    let mut lines = segments(chart, &axis, &response.transform);
    lines.extend(exit_lines(context, &response.transform, rect));
    let mut labels = Labels::new(rect.expand2(vec2(2.0, 0.0)), marker_rects(&marks, &response.transform, rect), lines);
    if is_threshold {
        thresholds_ui(context, ui, &mut labels, &axis, &response.transform, rect);
    }
    let top = rect.top() + messages.len() as f32 * MESSAGE_HEIGHT;
    exits_ui(context, ui, &mut labels, &response.transform, rect.with_min_y(top));
    messages_ui(ui, messages, rect);
    if years.ends[0] < years.first {
        margin_ui(context, ui, years, &response.transform, rect);
    }
    marks_ui(context, ui, &marks, &mut labels, &response.transform, rect);
}

/// The axes and the lines.
fn axes_ui(
    context: &ViewContext<'_>,
    ui: &mut Ui,
    chart: &Chart,
    (years, axis): (YearAxis, ValueAxis),
    size: Vec2,
) -> PlotResponse<()> {
    let tokens = Tokens::of(ui);
    let rate = context.codelists.indicator(&chart.indicator).is_some_and(|indicator| indicator.unit == "%");
    let window = context.view.trend.window.unwrap_or(TrendWindow::WHOLE);
    let part = |[from, to]: [f64; 2], share: [f64; 2]| share.map(|share| from + (to - from) * share);
    let [from_year, to_year] = part(years.ends, window.years);
    let [bottom, top] = part(axis.ends, window.values);
    let labels = f64::from((size.x / YEAR_WIDTH).floor().max(1.0));
    // As close as the marks are set, not as the library would have them.
    let year_axis = AxisHints::new_x()
        .formatter(|mark, _| format!("{:.0}", mark.value.floor()))
        .label_spacing(egui::Rangef::new(YEAR_WIDTH * 0.5, YEAR_WIDTH * 0.7));
    let steps = f64::from(((size.y - AXIS_HEIGHT) / VALUE_HEIGHT).clamp(2.0, 6.0));
    let value_axis = AxisHints::new_y()
        .formatter(move |mark, _| axis_text(axis.value(mark.value), mark.step_size, rate))
        .min_thickness(48.0)
        .label_spacing(egui::Rangef::new(9.0, 14.0));
    let plot = Plot::new(("trend", &chart.indicator))
        .width(size.x)
        .height(size.y)
        // Its points have the keyboard, not the area behind them.
        .sense(Sense::CLICK | Sense::DRAG)
        .allow_drag(false)
        .allow_zoom(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .allow_axis_zoom_drag(false)
        .show_crosshair(false)
        .show_x(false)
        .show_y(false)
        .show_background(false)
        .show_grid(Vec2b::new(false, true))
        .grid_color(tokens.line)
        .grid_fade(0.0)
        .set_margin_fraction(vec2(0.0, 0.0))
        .x_grid_spacer(move |_| grid(&years.marks(from_year, to_year, labels)))
        .y_grid_spacer(move |_| grid(&axis.marks(bottom, top, steps)))
        .custom_x_axes(vec![year_axis])
        .custom_y_axes(vec![value_axis])
        // Only the counties' own figures may set the scale; all share it, and it starts at zero unless logarithms do.
        .auto_bounds(Vec2b::FALSE)
        .default_x_bounds(from_year, to_year)
        .default_y_bounds(bottom, top);
    plot.show(ui, |plot| {
        plot.set_plot_bounds_x(from_year..=to_year);
        plot.set_plot_bounds_y(bottom..=top);
        for (county, series) in context.trends.counties.iter().zip(&chart.series) {
            let mut draw = |points: Vec<PlotPoint>, style: LineStyle, width: f32| {
                let line = Line::new("", PlotPoints::Owned(points)).style(style).width(width);
                plot.line(line.color(tokens.of_slot(county.slot)).allow_hover(false));
            };
            if let Some(ends) = series.aim() {
                draw(places(&ends, &axis), LineStyle::Dashed { length: DASH }, 1.5);
            }
            for run in series.lines() {
                draw(places(&run, &axis), LineStyle::Solid, 2.0);
            }
        }
    })
}

fn grid(ticks: &[Tick]) -> Vec<GridMark> {
    ticks.iter().map(|tick| GridMark { value: tick.at, step_size: tick.step }).collect()
}

fn places(points: &[&SeriesPoint], axis: &ValueAxis) -> Vec<PlotPoint> {
    let place = |point: &&SeriesPoint| Some(PlotPoint::new(point.axis_years(), axis.place(value_of(point.value))?));
    points.iter().filter_map(place).collect()
}

/// The lines on the screen, which labels avoid.
fn segments(chart: &Chart, axis: &ValueAxis, transform: &PlotTransform) -> Vec<[egui::Pos2; 2]> {
    let mut out = Vec::new();
    for series in &chart.series {
        let aim = series.aim().map(|ends| ends.to_vec());
        for run in series.lines().into_iter().chain(aim) {
            let run: Vec<_> = places(&run, axis).iter().map(|place| transform.position_from_point(place)).collect();
            out.extend(run.windows(2).filter_map(|pair| <[egui::Pos2; 2]>::try_from(pair).ok()));
        }
    }
    out
}

/// A number on the screen. Decimals become floating point here only: a screen has no more digits.
pub(super) fn value_of(value: rust_decimal::Decimal) -> f64 {
    f64::try_from(value).unwrap_or(0.0)
}

/// Wheel and pinch zoom, dragging pans, a double click shows all again.
fn pointer_ui(context: &ViewContext<'_>, ui: &Ui, response: &Response, scrolls: bool) {
    let window = context.view.trend.window.unwrap_or(TrendWindow::WHOLE);
    let send = |window| context.send(Command::Trend(TrendWish::Window(window)));
    if response.double_clicked() {
        send(None);
        return;
    }
    let rect = response.rect;
    if response.dragged() && response.drag_delta() != Vec2::ZERO && window != TrendWindow::WHOLE {
        let by = response.drag_delta();
        send(window.moved([f64::from(-by.x / rect.width()), f64::from(by.y / rect.height())]));
    }
    let Some(pointer) = response.hover_pos().filter(|_| response.contains_pointer()) else { return };
    let (pinch, wheel) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta().y));
    let factor = if scrolls { pinch } else { pinch * (wheel * WHEEL).exp() };
    if (factor - 1.0).abs() > 1e-4 {
        let at = [(pointer.x - rect.left()) / rect.width(), (rect.bottom() - pointer.y) / rect.height()];
        let zoomed = window.zoomed(f64::from(factor), at.map(f64::from));
        if zoomed != context.view.trend.window {
            send(zoomed);
        }
    }
}

fn title_ui(context: &ViewContext<'_>, ui: &mut Ui, chart: &Chart, width: f32) {
    let (rect, _) = ui.allocate_exact_size(vec2(width, TITLE_HEIGHT), Sense::hover());
    let unit =
        context.codelists.indicator(&chart.indicator).map_or("", |indicator| context.locale.unit(&indicator.unit));
    let name = context.indicator_name(&chart.indicator);
    let shown = if unit.is_empty() { name } else { format!("{name} ({unit})") };
    let text = super::marks::one_line(&shown, bold(size::SMALL), Tokens::of(ui).ink, width - 2.0 * GAP);
    ui.place(rect.shrink2(vec2(GAP, 0.0)), egui::Label::new(text).halign(egui::Align::Min));
}

/// Says what the margin before the years is for.
fn margin_ui(context: &ViewContext<'_>, ui: &Ui, years: YearAxis, transform: &PlotTransform, rect: Rect) {
    let tokens = Tokens::of(ui);
    let edge = transform.position_from_point(&PlotPoint::new(years.first, 0.0)).x;
    if edge <= rect.left() {
        return;
    }
    ui.painter().vline(edge.min(rect.right()), rect.y_range(), tokens.border());
    let text = ui.painter().layout_no_wrap(context.text("period-undated"), font(size::TINY), tokens.dim);
    // Where the margin is narrow, the words go on below the value axis, not into the first year.
    let width = text.size().x;
    let left = (f32::midpoint(rect.left(), edge) - width / 2.0).min(edge - width - 2.0);
    ui.painter().galley(pos2(left, rect.bottom() + 4.0), text, tokens.dim);
}

/// Which counties state nothing that could be drawn: counties and a slot for the colour, where it is one county.
fn messages(context: &ViewContext<'_>, chart: &Chart) -> Vec<(String, Option<usize>)> {
    let indicator = context.indicator_name(&chart.indicator);
    let mut out = Vec::new();
    for (key, stated) in [("plot-not-stated", false), ("plot-only-undrawn", true)] {
        let counties = context.trends.counties.iter().zip(chart.series.iter().enumerate());
        let here: Vec<_> = counties
            .filter(|(_, (index, series))| {
                let derived = chart.derived.iter().any(|(county, _)| county == index);
                series.points.is_empty() && !derived && series.is_empty() != stated
            })
            .map(|(county, _)| county)
            .collect();
        if here.is_empty() {
            continue;
        }
        let names: Vec<&str> = here.iter().map(|county| &*county.area.name).collect();
        let names = names.join(separator(context.locale));
        let arguments = [("area", (&names).into()), ("indicator", (&indicator).into())];
        let slot = if let [county] = here.as_slice() { Some(county.slot) } else { None };
        out.push((context.locale.with(key, &arguments), slot));
    }
    out
}

fn separator(locale: &Locale) -> &'static str {
    match locale.language() {
        crate::locale::Language::Chinese | crate::locale::Language::Traditional => "、",
        crate::locale::Language::English => ", ",
    }
}

/// Says so above the points.
fn messages_ui(ui: &mut Ui, messages: Vec<(String, Option<usize>)>, frame: Rect) {
    let tokens = Tokens::of(ui);
    let mut top = frame.top() + 4.0;
    for (text, slot) in messages {
        let colour = slot.map_or(tokens.dim, |slot| tokens.of_slot(slot));
        let job = super::marks::one_line(&text, font(size::BODY), colour, frame.width() - GAP);
        let galley = ui.painter().layout_job(job);
        let at = pos2(frame.center().x - galley.size().x / 2.0, top);
        let response = ui.place(Rect::from_min_size(at, galley.size()), egui::Label::new(galley));
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &text));
        response.on_hover_ui(|ui| {
            ui.label(widgets::dim(ui, &text));
        });
        top += MESSAGE_HEIGHT;
    }
}

/// Whether a mark is inside what is shown.
pub(super) fn is_inside(mark: &Mark<'_>, transform: &PlotTransform, frame: Rect) -> Option<egui::Pos2> {
    let at = transform.position_from_point(&PlotPoint::new(mark.x, mark.y));
    frame.expand(2.0).contains(at).then_some(at)
}
