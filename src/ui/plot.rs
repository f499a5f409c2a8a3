//! The trend pane: its controls, one chart for each indicator, and what cannot be drawn.

use egui::{RichText, ScrollArea, Ui, vec2};

use super::marks::shape_ui;
use super::plot_chart::{ChartFrame, chart_ui};
use super::theme::{CARD_HEAD_HEIGHT, GAP, Tokens, bold, font, size};
use super::trend_view::TrendWish;
use super::{Command, ViewContext, plot_menu, widgets};
use crate::compare::{ObservationRef, TrendCounty, YearAxis};

const FOOT_HEIGHT: f32 = 22.0;
/// What the foot lists, at most.
const MOST_IN_FOOT: usize = 60;
/// Narrower than this, charts stand under each other, in points.
const CHART_WIDTH: f32 = 270.0;
/// Lower than this, charts are reached by scrolling, in points.
const CHART_HEIGHT: f32 = 170.0;
const MOST_COLUMNS: usize = 4;
/// Of what filled and hollow markers mean, in points.
const SIGNS_WIDTH: f32 = 140.0;
/// Of a county's sign in the legend, with the gaps around it.
const COUNTY_SIGN: f32 = 26.0;

/// Draws the pane.
pub(super) fn plot_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 0.0;
    head_ui(context, ui);
    let undrawn = undrawn(context);
    let foot = if undrawn.is_empty() { 4.0 } else { FOOT_HEIGHT + 6.0 };
    let height = ui.available_height() - foot;
    charts_ui(context, ui, height);
    if !undrawn.is_empty() {
        foot_ui(context, ui, &undrawn);
    }
}

fn head_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), CARD_HEAD_HEIGHT), egui::Sense::hover());
    ui.painter().hline(rect.x_range(), rect.bottom(), tokens.border());
    let inner = rect.shrink2(vec2(GAP, 4.0));
    ui.scope_builder(egui::UiBuilder::new().max_rect(inner), |ui| {
        ui.horizontal_centered(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            ui.spacing_mut().button_padding.x = 6.0;
            plot_menu::indicators_ui(context, ui);
            plot_menu::counties_ui(context, ui);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let trend = &context.view.trend;
                if trend.window.is_some() {
                    widgets::command_button(ui, context, Command::Trend(TrendWish::Window(None)));
                    widgets::symbol_button(ui, context, "−", Command::Trend(TrendWish::ZoomOut));
                }
                widgets::symbol_button(ui, context, "+", Command::Trend(TrendWish::ZoomIn));
                let command = Command::Trend(TrendWish::Log(!trend.log));
                let text = command.text_key().map(|key| context.text(key)).unwrap_or_default();
                let button = ui.add(egui::Button::selectable(trend.log, text));
                if button.on_hover_text(widgets::tooltip(ui, context, &command)).clicked() {
                    context.send(command);
                }
                legend_ui(context, ui);
            });
        });
    });
}

/// Which county has which marker, and what filled and hollow ones mean: all of it, the counties, or nothing, as there is
/// room.
fn legend_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let counties = &context.trends.counties;
    let name = |name: &str| ui.painter().layout_no_wrap(name.to_owned(), bold(size::SMALL), Tokens::of(ui).ink);
    let names: f32 = counties.iter().map(|county| name(&county.area.name).size().x + COUNTY_SIGN).sum();
    let room = ui.available_width();
    if room < names {
        return;
    }
    ui.spacing_mut().item_spacing.x = 4.0;
    if room >= names + SIGNS_WIDTH {
        for (shapes, key) in [("○ □", "mark-target"), ("● ■", "mark-actual")] {
            let text = widgets::dim(ui, format!("{shapes} {}", context.text(key)));
            ui.label(text).on_hover_text(context.text("plot-legend"));
            ui.add_space(6.0);
        }
    }
    ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
        for county in counties {
            ui.add_space(4.0);
            shape_ui(ui, county.slot, false);
            let name = RichText::new(&*county.area.name).font(bold(size::SMALL));
            ui.add(egui::Label::new(name.color(Tokens::of(ui).of_slot(county.slot))).truncate());
        }
    });
}

fn charts_ui(context: &ViewContext<'_>, ui: &mut Ui, height: f32) {
    let trends = context.trends;
    if trends.counties.is_empty() {
        let rect = ui.allocate_exact_size(vec2(ui.available_width(), height), egui::Sense::hover()).0;
        let text = egui::Label::new(widgets::dim(ui, context.text("plot-choose")).font(font(size::BODY)));
        ui.place(egui::Rect::from_center_size(rect.center(), vec2(rect.width(), 22.0)), text);
        return;
    }
    let points = trends.charts.iter().flat_map(|chart| &chart.series).flat_map(|series| &series.points);
    let exits = trends.counties.iter().flat_map(|county| &county.exits);
    let places: Vec<f64> =
        points.map(crate::compare::SeriesPoint::axis_years).chain(exits.map(|exit| exit.at.axis_years())).collect();
    let margin = trends.charts.iter().any(|chart| chart.derived.iter().any(|(_, derived)| derived.period.is_none()));
    let years = YearAxis::of(&places, margin);
    let count = trends.charts.len();
    let width = ui.available_width();
    if let [chart] = trends.charts.as_slice() {
        chart_ui(context, ui, chart, years, &ChartFrame { size: vec2(width, height), titled: false, scrolls: false });
        return;
    }
    let fitting = (1..=MOST_COLUMNS.min(count)).rev().find(|columns| width / *columns as f32 >= CHART_WIDTH);
    let columns = fitting.unwrap_or(1);
    let rows = count.div_ceil(columns);
    let chart_height = (height / rows as f32).max(CHART_HEIGHT).floor();
    let scrolls = chart_height * rows as f32 > height + 1.0;
    ScrollArea::vertical().id_salt("charts").max_height(height).min_scrolled_height(height).show(ui, |ui| {
        let chart_width = (ui.available_width() / columns as f32).floor();
        let size = vec2(chart_width, chart_height);
        for row in trends.charts.chunks(columns) {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                for chart in row {
                    let place = egui::Rect::from_min_size(ui.cursor().min, size);
                    // Charts out of sight are not drawn, and can be many.
                    if ui.is_rect_visible(place) {
                        let frame = ChartFrame { size, titled: true, scrolls };
                        ui.push_id(&chart.indicator, |ui| {
                            ui.vertical(|ui| {
                                ui.set_min_size(size);
                                chart_ui(context, ui, chart, years, &frame);
                            });
                        });
                    } else {
                        ui.allocate_exact_size(size, egui::Sense::hover());
                    }
                }
            });
        }
    });
}

/// Changes and levels without a time of all charts.
fn undrawn<'a>(context: &ViewContext<'a>) -> Vec<(&'a TrendCounty, ObservationRef)> {
    let charts = context.trends.charts.iter();
    let of_county = charts.flat_map(|chart| context.trends.counties.iter().zip(&chart.series));
    of_county
        .flat_map(|(county, series)| series.changes.iter().chain(&series.undated).map(move |at| (county, *at)))
        .take(MOST_IN_FOOT)
        .collect()
}

/// Changes and undated levels: shown as what they are, beside the plot and not in it.
fn foot_ui(context: &ViewContext<'_>, ui: &mut Ui, undrawn: &[(&TrendCounty, ObservationRef)]) {
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), FOOT_HEIGHT), egui::Sense::hover());
    ui.scope_builder(egui::UiBuilder::new().max_rect(rect.shrink2(vec2(GAP, 0.0))), |ui| {
        ScrollArea::horizontal().id_salt("undrawn").show(ui, |ui| {
            ui.horizontal_centered(|ui| {
                ui.spacing_mut().button_padding.x = 4.0;
                ui.label(widgets::dim(ui, context.text("plot-undrawn")));
                for (county, at) in undrawn {
                    undrawn_ui(context, ui, county, *at);
                }
            });
        });
    });
}

fn undrawn_ui(context: &ViewContext<'_>, ui: &mut Ui, county: &TrendCounty, at: ObservationRef) {
    let Some(figure) = context.observation(at) else { return };
    let several = context.trends.charts.len() > 1;
    let indicator = figure.indicator.as_ref().filter(|_| several).map(|id| context.indicator_name(id));
    let words = [
        indicator.unwrap_or_default(),
        county.area.name.to_string(),
        context.locale.figure(figure, None),
        context.locale.period_of(figure),
    ];
    let text = words.join(" ");
    let text = RichText::new(text.trim()).size(size::SMALL).color(Tokens::of(ui).of_slot(county.slot));
    let response = ui.add(egui::Button::new(text).small().frame_when_inactive(false));
    if response.on_hover_text(&*figure.evidence.sentence).clicked() {
        context.send(Command::Select(at));
    }
}
