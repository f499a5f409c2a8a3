//! The points of a chart: drawn, labelled beside, hovered, clicked, reached by keyboard.

use egui::{Color32, Id, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};
use egui_plot::PlotTransform;

use super::facts::original_of;
use super::marks::{paint_bound, paint_derived, paint_shape};
use super::plot_chart::{is_inside, value_of};
use super::plot_keys::{self, Stop};
use super::plot_labels::{Labels, paint_label};
use super::table_cells::figure_label;
use super::theme::{Tokens, bold, size};
use super::{Command, ViewContext, widgets};
use crate::compare::{Chart, ObservationRef, SeriesPoint, TrendCounty, Trends, ValueAxis, YearAxis};
use crate::locale::correction_mark;
use crate::model::{Derived, Operator, Status};

const HIT_SIZE: f32 = 20.0;
const MARKER_SIZE: f32 = 11.0;
const TOOLTIP_WIDTH: f32 = 340.0;
/// Letters of a sentence that a tooltip shows.
const TOOLTIP_LETTERS: usize = 160;

/// What is behind a point.
#[derive(Debug, Clone, Copy)]
pub(super) enum Source<'a> {
    /// A statement.
    Stated(&'a SeriesPoint),
    /// Arithmetic over statements.
    Derived(&'a Derived),
}

/// One point.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark<'a> {
    /// Whose.
    pub(super) county: &'a TrendCounty,
    /// Place on the year axis, in years.
    pub(super) x: f64,
    /// Place on the value axis.
    pub(super) y: f64,
    /// What is behind it.
    pub(super) source: Source<'a>,
    /// Whether a county's points end here: the label bears its name.
    pub(super) ends: bool,
}

/// The points of `chart`, those at the ends of lines first: their labels matter most. What the scale has no place for is
/// left out.
pub(super) fn marks_of<'a>(trends: &'a Trends, chart: &'a Chart, axis: &ValueAxis, years: &YearAxis) -> Vec<Mark<'a>> {
    let mut marks = Vec::new();
    for (county, series) in trends.counties.iter().zip(&chart.series) {
        let last = series.points.len().checked_sub(1);
        for (index, point) in series.points.iter().enumerate() {
            let Some(y) = axis.place(value_of(point.value)) else { continue };
            let source = Source::Stated(point);
            marks.push(Mark { county, x: point.axis_years(), y, source, ends: Some(index) == last });
        }
    }
    for (index, derived) in &chart.derived {
        let place = axis.place(value_of(derived.value));
        let (Some(county), Some(y)) = (trends.counties.get(*index), place) else { continue };
        let x = derived.period.map_or_else(|| years.margin(), |period| period.anchor().axis_years());
        marks.push(Mark { county, x, y, source: Source::Derived(derived), ends: false });
    }
    marks.sort_by_key(|mark| !mark.ends);
    marks
}

/// What no label may cover.
pub(super) fn marker_rects(marks: &[Mark<'_>], transform: &PlotTransform, frame: Rect) -> Vec<Rect> {
    let rect =
        |mark: &Mark<'_>| Some(Rect::from_center_size(is_inside(mark, transform, frame)?, Vec2::splat(MARKER_SIZE)));
    marks.iter().filter_map(rect).collect()
}

/// Draws the points inside `frame`.
pub(super) fn marks_ui(
    context: &ViewContext<'_>,
    ui: &mut Ui,
    marks: &[Mark<'_>],
    labels: &mut Labels,
    transform: &PlotTransform,
    frame: Rect,
) {
    let tokens = Tokens::of(ui);
    // The ends of lines are labelled first and drawn last, so that they lie on top.
    for mark in marks {
        let Some(at) = is_inside(mark, transform, frame) else { continue };
        let colour = tokens.of_slot(mark.county.slot);
        let value = value_text(context, mark);
        let name = if mark.ends && context.trends.counties.len() > 1 { Some(&*mark.county.area.name) } else { None };
        let layout = |text: String| ui.painter().layout_no_wrap(text, bold(size::SMALL), colour);
        let full = name.map(|name| layout(format!("{name} {value}")));
        let placed = full.and_then(|galley| Some((labels.beside(at, galley.size())?, galley)));
        let placed = placed.or_else(|| {
            let galley = layout(value);
            Some((labels.beside(at, galley.size())?, galley))
        });
        if let Some((rect, galley)) = placed {
            paint_label(ui, rect, galley, colour);
        }
    }
    let mut stops = Vec::new();
    for mark in marks.iter().rev() {
        let Some(at) = is_inside(mark, transform, frame) else { continue };
        let id = mark_ui(context, ui, mark, at, colour_of(tokens, mark));
        stops.push(Stop { id, slot: mark.county.slot, x: mark.x });
    }
    plot_keys::keys_ui(ui, &stops);
}

fn colour_of(tokens: &Tokens, mark: &Mark<'_>) -> Color32 {
    tokens.of_slot(mark.county.slot)
}

fn value_text(context: &ViewContext<'_>, mark: &Mark<'_>) -> String {
    match mark.source {
        Source::Stated(point) => context.observation(point.at).map_or_else(String::new, |figure| {
            format!("{}{}", correction_mark(&figure.review), context.locale.quantity(&figure.quantity))
        }),
        Source::Derived(derived) => format!("◇ {}", context.locale.amount(derived.value, &derived.unit)),
    }
}

/// Draws a point; by its id the keyboard finds it.
fn mark_ui(context: &ViewContext<'_>, ui: &Ui, mark: &Mark<'_>, at: egui::Pos2, colour: Color32) -> Id {
    let tokens = Tokens::of(ui);
    let leads_to = match mark.source {
        Source::Stated(point) => Some(point.at),
        Source::Derived(derived) => derived.terms.first().map(|term| term.at),
    };
    let id = ui.scope_id().with(("mark", leads_to, mark.county.slot, matches!(mark.source, Source::Derived(_))));
    let response = ui.interact(Rect::from_center_size(at, Vec2::splat(HIT_SIZE)), id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name_of(context, mark)));
    let stated = matches!(mark.source, Source::Stated(_));
    let selected = stated && leads_to.is_some() && context.view.selection == leads_to;
    plot_keys::hold_keys(ui, &response);
    if selected || response.hovered() || response.has_focus() {
        let ring = if response.has_focus() { Stroke::new(2.0, tokens.focus) } else { Stroke::new(1.5, colour) };
        ui.painter().circle(at, 9.0, tokens.wash_of_slot(mark.county.slot), ring);
    }
    match mark.source {
        Source::Stated(point) => {
            paint_bound(ui.painter(), at, point.bound, colour);
            let hollow = (point.status == Status::Target).then_some(tokens.panel);
            paint_shape(ui.painter(), at, mark.county.slot, colour, hollow);
        }
        Source::Derived(_) => paint_derived(ui.painter(), at, colour, tokens.panel),
    }
    let response = response.on_hover_ui(|ui| {
        ui.set_max_width(TOOLTIP_WIDTH);
        ui.label(egui::RichText::new(name_of(context, mark)).color(colour));
        if let Some(at) = leads_to {
            statement_ui(context, ui, at);
        }
    });
    if let Some(at) = leads_to.filter(|_| response.clicked()) {
        context.send(Command::Select(at));
    }
    id
}

/// What a screen reader says of a point; for a derived one with its arithmetic.
fn name_of(context: &ViewContext<'_>, mark: &Mark<'_>) -> String {
    let area = &*mark.county.area.name;
    match mark.source {
        Source::Stated(point) => {
            context.observation(point.at).map_or_else(String::new, |figure| figure_label(context, figure, area))
        }
        Source::Derived(derived) => {
            let (indicator, value) =
                (context.indicator_name(&derived.indicator), context.locale.amount(derived.value, &derived.unit));
            let (period, terms) = (context.locale.period(derived.period), arithmetic(context, derived));
            context.locale.with(
                "plot-derived",
                &[
                    ("indicator", (&indicator).into()),
                    ("period", (&period).into()),
                    ("area", area.into()),
                    ("value", (&value).into()),
                    ("terms", (&terms).into()),
                ],
            )
        }
    }
}

/// `8.27% + 30.59 个百分点`
fn arithmetic(context: &ViewContext<'_>, derived: &Derived) -> String {
    let mut out = String::new();
    for term in &derived.terms {
        // A fall is a negative number, taken away: both signs become one.
        let negative = term.value.is_sign_negative() && !term.value.is_zero();
        let sign = match (term.operator, negative) {
            (Operator::Over, _) => "÷",
            (Operator::Plus, false) | (Operator::Minus, true) => "+",
            (Operator::Plus, true) | (Operator::Minus, false) => "−",
        };
        if !out.is_empty() {
            out = format!("{out} {sign} ");
        }
        out.push_str(&context.locale.amount(term.value.abs(), &term.unit));
    }
    out
}

fn statement_ui(context: &ViewContext<'_>, ui: &mut Ui, at: ObservationRef) {
    let Some(figure) = context.observation(at) else { return };
    ui.label(shortened(&figure.evidence.sentence));
    if let Some(original) = original_of(context, figure) {
        ui.label(original);
    }
    ui.label(widgets::dim(ui, context.report_name(at.report)));
}

/// The beginning of a sentence.
pub(super) fn shortened(sentence: &str) -> String {
    let mut text: String = sentence.chars().take(TOOLTIP_LETTERS).collect();
    if text.len() < sentence.len() {
        text.push('…');
    }
    text
}
