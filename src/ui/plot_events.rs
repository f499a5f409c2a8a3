//! What stands behind the points: the exit thresholds across, and the counties' exits from poverty upright.

use egui::{Color32, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use egui_plot::{PlotPoint, PlotTransform};
use rust_decimal::Decimal;

use super::plot_chart::value_of;
use super::plot_labels::{Labels, paint_label};
use super::plot_marks::shortened;
use super::theme::{Tokens, bold, font, size};
use super::trend_view::TrendWish;
use super::{Command, ViewContext, widgets};
use crate::compare::{DatedExit, TrendCounty, ValueAxis, exit};
use crate::model::{Period, Status};

const TOOLTIP_WIDTH: f32 = 340.0;
const DASH: f32 = 3.0;
const GAP_IN_DASH: f32 = 3.0;
/// Half the width in which the pointer meets a line, in points.
const REACH: f32 = 4.0;
/// Rows of exit labels that are tried, from the top.
const ROWS: u8 = 6;

/// Draws the lines below which counties may leave: one for all, or each in the colour of those it is for.
pub(super) fn thresholds_ui(
    context: &ViewContext<'_>,
    ui: &Ui,
    labels: &mut Labels,
    axis: &ValueAxis,
    transform: &PlotTransform,
    frame: Rect,
) {
    let mut lines: Vec<(Decimal, Vec<&TrendCounty>)> = Vec::new();
    for county in &context.trends.counties {
        let Some(percent) = county.threshold else { continue };
        match lines.iter_mut().find(|(known, _)| *known == percent) {
            Some((_, counties)) => counties.push(county),
            None => lines.push((percent, vec![county])),
        }
    }
    let several = lines.len() > 1;
    for (percent, counties) in lines {
        let Some(place) = axis.place(value_of(percent)) else { continue };
        let y = transform.position_from_point(&PlotPoint::new(0.0, place)).y;
        if !frame.y_range().contains(y) {
            continue;
        }
        let tokens = Tokens::of(ui);
        let first = counties.first().map_or(tokens.dim, |county| tokens.of_slot(county.slot));
        let colour = if several { first } else { tokens.dim };
        dashed(ui, [pos2(frame.left(), y), pos2(frame.right(), y)], colour);
        let share = context.locale.amount(percent, "%");
        let text = context.locale.with("plot-threshold", &[("percent", (&share).into())]);
        let galley = ui.painter().layout_no_wrap(text.clone(), font(size::TINY), colour);
        let (width, height) = (galley.size().x, galley.size().y);
        let (left, right) = (frame.left() + 6.0, frame.right() - width - 4.0);
        let rows = [y - height - 1.0, y + 1.0];
        let corners = [right, left, f32::midpoint(left, right)].into_iter().flat_map(|x| rows.map(|y| pos2(x, y)));
        let candidates: Vec<Rect> = corners.map(|corner| Rect::from_min_size(corner, galley.size())).collect();
        if let Some(rect) = labels.first_free(&candidates) {
            paint_label(ui, rect, galley, colour);
        }
        let strip = Rect::from_x_y_ranges(frame.x_range(), y - REACH..=y + REACH);
        let response = ui.interact(strip, ui.scope_id().with(("threshold", percent)), Sense::hover());
        let names = counties.iter().map(|county| &*county.area.name).collect::<Vec<_>>().join(" ");
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{text} {names}")));
        response.on_hover_ui_at_pointer(|ui| {
            ui.set_max_width(TOOLTIP_WIDTH);
            ui.label(egui::RichText::new(format!("{text} · {names}")).color(colour));
            ui.label(context.locale.with("plot-threshold-rule", &[("percent", (&share).into())]));
            ui.label(widgets::dim(ui, &context.codelists.exit.source));
        });
    }
}

/// Where the upright lines of exits stand.
pub(super) fn exit_lines(context: &ViewContext<'_>, transform: &PlotTransform, frame: Rect) -> Vec<[Pos2; 2]> {
    let exits = context.trends.counties.iter().flat_map(|county| &county.exits);
    let upright = |exit: &DatedExit| {
        let x = exit_x(exit, transform);
        frame.x_range().contains(x).then(|| [pos2(x, frame.top()), pos2(x, frame.bottom())])
    };
    exits.filter_map(upright).collect()
}

fn exit_x(exit: &DatedExit, transform: &PlotTransform) -> f32 {
    transform.position_from_point(&PlotPoint::new(exit.at.axis_years(), 0.0)).x
}

/// Draws when counties left poverty, or mean to; a click leads to the sentence.
pub(super) fn exits_ui(
    context: &ViewContext<'_>,
    ui: &Ui,
    labels: &mut Labels,
    transform: &PlotTransform,
    frame: Rect,
) {
    for (county, dated) in context.trends.exits() {
        let x = exit_x(dated, transform);
        if frame.x_range().contains(x) {
            exit_ui(context, ui, labels, county, dated, (x, frame));
        }
    }
}

fn exit_ui(
    context: &ViewContext<'_>,
    ui: &Ui,
    labels: &mut Labels,
    county: &TrendCounty,
    dated: &DatedExit,
    (x, frame): (f32, Rect),
) {
    let tokens = Tokens::of(ui);
    let colour = tokens.of_slot(county.slot);
    let period = context.locale.period(Some(Period::At(dated.at)));
    let key = if dated.status == Status::Target { "plot-exit-target" } else { "plot-exit" };
    let arguments = [("area", (&*county.area.name).into()), ("period", (&period).into())];
    let text = context.locale.with(key, &arguments);
    let galley = ui.painter().layout_no_wrap(text.clone(), bold(size::TINY), colour);
    let mut candidates = Vec::new();
    for row in 0..ROWS {
        let top = frame.top() + 2.0 + f32::from(row) * (galley.size().y + 1.0);
        for left in [x + 4.0, x - 4.0 - galley.size().x] {
            candidates.push(Rect::from_min_size(pos2(left, top), galley.size()));
        }
    }
    let label = labels.on_line(x, &candidates);
    let line = [pos2(x, label.map_or(frame.top(), |label| label.top())), pos2(x, frame.bottom())];
    match dated.status {
        Status::Actual => {
            ui.painter().line_segment(line, Stroke::new(1.2, colour));
        }
        Status::Target => dashed(ui, line, colour),
    }
    let strip = Rect::from_two_pos(line[0], line[1]).expand2(vec2(REACH, 0.0));
    let id = ui.scope_id().with(("exit", dated.from, county.slot));
    let mut response = ui.interact(strip, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &text));
    if let Some(rect) = label {
        // The keyboard stops at the line; the label is a larger target for the pointer alone.
        response |= ui.interact(rect, id.with("label"), Sense::CLICK);
        paint_label(ui, rect, galley, colour);
    }
    if response.hovered() || response.has_focus() {
        ui.painter().line_segment(line, Stroke::new(2.5, colour));
    }
    let response = response.on_hover_ui_at_pointer(|ui| {
        ui.set_max_width(TOOLTIP_WIDTH);
        ui.label(egui::RichText::new(text.as_str()).color(colour));
        if let Some(found) = exit(context.reports, dated.from) {
            ui.label(shortened(&found.evidence.sentence));
        }
        ui.label(widgets::dim(ui, context.report_name(dated.from.report)));
    });
    if response.clicked() {
        context.send(Command::Trend(TrendWish::ShowExit(dated.from)));
    }
}

fn dashed(ui: &Ui, line: [Pos2; 2], colour: Color32) {
    ui.painter().extend(egui::Shape::dashed_line(&line, Stroke::new(1.2, colour), DASH, GAP_IN_DASH));
}
