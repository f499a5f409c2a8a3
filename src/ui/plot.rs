//! The trend of one indicator: two counties on one fixed scale.

use egui::{ComboBox, RichText, Ui, Vec2b, vec2};
use egui_plot::{GridMark, Line, LineStyle, Plot, PlotPoint, PlotPoints};

use super::marks::marker_ui;
use super::plot_marks::{Mark, marks_ui};
use super::theme::{CARD_HEAD_HEIGHT, GAP, Tokens, bold, font, size};
use super::{Command, ViewContext, widgets};
use crate::compare::{ObservationRef, Series, SeriesPoint, Side};
use crate::model::Status;

const FOOT_HEIGHT: f32 = 22.0;
/// Grid lines of the value axis, at most.
const VALUE_STEPS: f64 = 6.0;
const DASH: f32 = 5.0;
const MESSAGE_HEIGHT: f32 = 22.0;
/// Room for the label above the highest point, in points.
const LABEL_HEIGHT: f32 = 34.0;
/// Room that the year labels take below the plot, in points.
const AXIS_HEIGHT: f32 = 24.0;
/// Narrower than this, the head leaves out the counties' names: the controls above bear them too.
const NAMES_FROM: f32 = 150.0;

/// A line: whose, through which points, and whether it is dashed.
type Join = (Side, Vec<PlotPoint>, bool);

/// Draws the head, the plot, and what cannot be plotted.
pub(super) fn plot_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 0.0;
    let series = Side::BOTH.map(|side| series_of(context, side));
    head_ui(context, ui);
    let foot = series.iter().any(|series| !series.changes.is_empty() || !series.undated.is_empty());
    let height = ui.available_height() - if foot { FOOT_HEIGHT + 6.0 } else { 4.0 };
    canvas_ui(context, ui, &series, height);
    if foot {
        foot_ui(context, ui, &series);
    }
}

fn series_of(context: &ViewContext<'_>, side: Side) -> Series {
    let profile = context.comparison.profile(side);
    profile.map_or_else(Series::default, |profile| Series::of(context.reports, profile, &context.view.plotted))
}

fn head_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), CARD_HEAD_HEIGHT), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom(), tokens.border());
    let inner = rect.shrink2(vec2(GAP, 4.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner), |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            indicator_ui(context, ui);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                for (shapes, key) in [("○ □", "mark-target"), ("● ■", "mark-actual")] {
                    ui.label(widgets::dim(ui, format!("{shapes} {}", context.text(key))));
                    ui.add_space(6.0);
                }
                if ui.available_width() < NAMES_FROM {
                    return;
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    for side in Side::BOTH.into_iter().filter(|side| context.comparison.profile(*side).is_some()) {
                        ui.add_space(6.0);
                        marker_ui(ui, side);
                        let name = RichText::new(context.area_name(side)).font(bold(size::SMALL));
                        ui.add(egui::Label::new(name.color(tokens.of_side(side))).truncate());
                    }
                });
            });
        });
    });
}

fn indicator_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let plotted = &context.view.plotted;
    let unit = context.codelists.indicator(plotted).map_or("", |indicator| context.locale.unit(&indicator.unit));
    let name = context.indicator_name(plotted);
    let shown = if unit.is_empty() { name.clone() } else { format!("{name} ({unit})") };
    ui.visuals_mut().widgets.inactive.weak_bg_fill = Tokens::of(ui).panel;
    ui.spacing_mut().button_padding.x = 6.0;
    let label = context.text("plot-indicator");
    let response = ComboBox::from_id_salt("plotted")
        .selected_text(RichText::new(shown).font(bold(size::TITLE)))
        .height(360.0)
        .show_ui(ui, |ui| {
            for id in &context.comparison.plottable {
                if ui.selectable_label(id == plotted, context.indicator_name(id)).clicked() {
                    context.send(Command::PlotIndicator(id.clone()));
                }
            }
        })
        .response;
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(format!("{label} {name}")));
}

fn canvas_ui(context: &ViewContext<'_>, ui: &mut Ui, series: &[Series; 2], height: f32) {
    let tokens = Tokens::of(ui);
    let marks = marks_of(series);
    let (from_year, to_year) = years(&marks);
    let messages = messages_of(context, series);
    if marks.is_empty() {
        // Axes without a figure would suggest a scale that nobody stated.
        let (frame, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::hover());
        let above = (frame.height() - messages.len() as f32 * MESSAGE_HEIGHT) / 2.0;
        messages_ui(ui, messages, frame.with_min_y(frame.top() + above.max(0.0)));
        return;
    }
    let largest = marks.iter().map(|mark| mark.y).fold(0.0, f64::max);
    let talk = LABEL_HEIGHT + messages.len() as f32 * MESSAGE_HEIGHT;
    let headroom = f64::from(talk / (height - AXIS_HEIGHT).max(talk * 2.0));
    let (step, top) = value_axis(largest, headroom);
    let lines = lines_of(series);
    let joins = lines.clone();
    let rate = context.codelists.indicator(&context.view.plotted).is_some_and(|indicator| indicator.unit == "%");

    let plot = Plot::new(("trend", &context.view.plotted))
        .height(height)
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
        .x_grid_spacer(move |_| year_marks(from_year, to_year))
        .y_grid_spacer(move |_| value_marks(step, top))
        .x_axis_formatter(|mark, _| format!("{:.0}", mark.value.floor()))
        .y_axis_formatter(move |mark, _| axis_value(mark.value, step, rate))
        .y_axis_min_width(48.0)
        // Only the counties' own figures may set the scale; both share it, and it starts at zero.
        .auto_bounds(Vec2b::FALSE)
        .default_x_bounds(from_year, to_year)
        .default_y_bounds(0.0, top);
    let response = plot.show(ui, |plot| {
        plot.set_plot_bounds_x(from_year..=to_year);
        plot.set_plot_bounds_y(0.0..=top);
        for (side, points, dashed) in lines {
            let style = if dashed { LineStyle::Dashed { length: DASH } } else { LineStyle::Solid };
            let width = if dashed { 1.5 } else { 2.0 };
            let line = Line::new("", PlotPoints::Owned(points));
            plot.line(line.color(tokens.of_side(side)).width(width).style(style).allow_hover(false));
        }
    });
    let frame = response.response.rect;
    ui.painter().hline(frame.x_range(), frame.bottom(), egui::Stroke::new(1.0, tokens.dim));
    messages_ui(ui, messages, frame);
    marks_ui(context, ui, &marks, &joins, &response.transform, frame);
}

/// Every dated level of both counties.
fn marks_of(series: &[Series; 2]) -> Vec<Mark> {
    let mark = |side: Side, point: &SeriesPoint| Mark {
        side,
        x: point.axis_years(),
        y: value_of(point),
        hollow: point.status == Status::Target,
        at: point.at,
    };
    Side::BOTH
        .into_iter()
        .flat_map(|side| series[side.index()].points.iter().map(move |point| mark(side, point)))
        .collect()
}

fn value_of(point: &SeriesPoint) -> f64 {
    // Decimals become floating point here only: a screen has no more digits.
    f64::try_from(point.value).unwrap_or(0.0)
}

/// Results joined as far as the series lets them; the last one joined by dashes to the aim after it.
fn lines_of(series: &[Series; 2]) -> Vec<Join> {
    let place = |point: &SeriesPoint| PlotPoint::new(point.axis_years(), value_of(point));
    let mut lines = Vec::new();
    for side in Side::BOTH {
        let series = &series[side.index()];
        lines.extend(series.aim().map(|ends| (side, ends.map(place).to_vec(), true)));
        lines.extend(series.lines().into_iter().map(|run| (side, run.into_iter().map(place).collect(), false)));
    }
    lines
}

/// The axis: whole years with room at both ends; a few years around a lone point.
fn years(marks: &[Mark]) -> (f64, f64) {
    let first = marks.iter().map(|mark| mark.x.floor()).fold(f64::MAX, f64::min);
    let last = marks.iter().map(|mark| mark.x.floor()).fold(f64::MIN, f64::max);
    let (first, last) = if last - first < 2.0 { (first - 1.0, last + 1.0) } else { (first, last) };
    let at_year_end = marks.iter().any(|mark| mark.x > last + 0.85);
    // A year's label stands at mid-year, where a figure for the whole year is drawn; a figure for a year's end stands
    // between two labels.
    (first + 0.05, last + if at_year_end { 1.7 } else { 1.2 })
}

fn year_marks(from: f64, to: f64) -> Vec<GridMark> {
    let every = ((to - from) / 14.0).ceil().max(1.0);
    let mut marks = Vec::new();
    let mut year = from.floor();
    while year + 0.5 <= to {
        marks.push(GridMark { value: year + 0.5, step_size: every });
        year += every;
    }
    marks
}

/// Step and end of the value axis: from zero, in steps of 1, 2 or 5 times a power of ten, with room for a label above.
/// `headroom` is the share of the height that stays free above.
fn value_axis(largest: f64, headroom: f64) -> (f64, f64) {
    let wanted = if largest > 0.0 { largest / (1.0 - headroom) } else { 1.0 };
    let rough = wanted / VALUE_STEPS;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|factor| factor * power).into_iter().find(|step| *step >= rough);
    let step = step.unwrap_or(10.0 * power);
    (step, wanted)
}

fn value_marks(step: f64, top: f64) -> Vec<GridMark> {
    let mut marks = Vec::new();
    let mut value = 0.0;
    // A mark at the very top would be cut by the head of the card.
    while value <= top * 0.96 {
        marks.push(GridMark { value, step_size: step });
        value += step;
    }
    marks
}

fn axis_value(value: f64, step: f64, rate: bool) -> String {
    let decimals = usize::from(step < 1.0) + usize::from(step < 0.1);
    let number = format!("{value:.decimals$}");
    let grouped = number.parse().map_or(number, crate::locale::number);
    if rate { format!("{grouped}%") } else { grouped }
}

/// Which county states nothing that could be drawn.
fn messages_of(context: &ViewContext<'_>, series: &[Series; 2]) -> Vec<(String, Option<Side>)> {
    let indicator = context.indicator_name(&context.view.plotted);
    let mut messages = Vec::new();
    for side in Side::BOTH {
        let series = &series[side.index()];
        let Some(profile) = context.comparison.profile(side).filter(|_| series.points.is_empty()) else { continue };
        let key = if series.is_empty() { "plot-not-stated" } else { "plot-only-undrawn" };
        let arguments = [("area", (&*profile.area.name).into()), ("indicator", (&indicator).into())];
        messages.push((context.locale.with(key, &arguments), Some(side)));
    }
    if context.comparison.profiles.iter().all(Option::is_none) {
        messages.push((context.text("plot-choose"), None));
    }
    messages
}

/// Says so above the points.
fn messages_ui(ui: &mut Ui, messages: Vec<(String, Option<Side>)>, frame: egui::Rect) {
    let tokens = Tokens::of(ui);
    let mut top = frame.top() + 6.0;
    for (text, side) in messages {
        let colour = side.map_or(tokens.dim, |side| tokens.of_side(side));
        let galley = ui.painter().layout_no_wrap(text, font(size::BODY), colour);
        let at = egui::pos2(frame.center().x - galley.size().x / 2.0, top);
        let rect = egui::Rect::from_min_size(at, galley.size());
        ui.place(rect, egui::Label::new(galley));
        top += MESSAGE_HEIGHT;
    }
}

/// Changes and undated levels: shown as what they are, beside the plot and not in it.
fn foot_ui(context: &ViewContext<'_>, ui: &mut Ui, series: &[Series; 2]) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), FOOT_HEIGHT), egui::Sense::hover());
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect.shrink2(vec2(GAP, 0.0))), |ui| {
        egui::ScrollArea::horizontal().show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                ui.spacing_mut().button_padding.x = 4.0;
                ui.label(widgets::dim(ui, context.text("plot-undrawn")));
                for side in Side::BOTH {
                    let series = &series[side.index()];
                    for at in series.changes.iter().chain(&series.undated) {
                        undrawn_ui(context, ui, side, *at);
                    }
                }
            });
        });
    });
}

fn undrawn_ui(context: &ViewContext<'_>, ui: &mut Ui, side: Side, at: ObservationRef) {
    let Some(figure) = context.observation(at) else { return };
    let text = format!(
        "{} {} {}",
        context.area_name(side),
        context.locale.figure(figure, None),
        context.locale.period_of(figure)
    );
    let text = RichText::new(text).size(size::SMALL).color(Tokens::of(ui).of_side(side));
    let response = ui.add(egui::Button::new(text).small().frame_when_inactive(false));
    if response.on_hover_text(&*figure.evidence.sentence).clicked() {
        context.send(Command::Select(at));
    }
}
