//! The menus of the trend pane: which indicators are drawn, and which counties beside the two compared.

use egui::{Button, Popup, PopupCloseBehavior, Role, ScrollArea, Ui, WidgetInfo};

use super::marks::shape_ui;
use super::theme::{CONTROL_HEIGHT, Tokens, bold, size};
use super::trend_view::TrendWish;
use super::{Command, ViewContext, widgets};
use crate::codelist::finds;
use crate::compare::MOST_PINNED;
use crate::model::IndicatorId;

const MENU_WIDTH: f32 = 280.0;
const MENU_HEIGHT: f32 = 380.0;
/// What the other controls of the head need, in points, and with those that zooming brings.
const CONTROLS: f32 = 235.0;
const ZOOMED_CONTROLS: f32 = 350.0;

/// The box that says what is drawn, and lets one or several indicators be chosen.
pub(super) fn indicators_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let plotted = &context.view.plotted;
    let name = match plotted.as_slice() {
        [one] => context.indicator_name(one),
        several => context.locale.with("plot-several", &[("count", several.len().into())]),
    };
    let unit = match plotted.as_slice() {
        [one] => context.codelists.indicator(one).map_or("", |indicator| context.locale.unit(&indicator.unit)),
        _ => "",
    };
    let shown = if unit.is_empty() { name.clone() } else { format!("{name} ({unit})") };
    // A long name is cut before it pushes the other controls of the head onto each other.
    let others = if context.view.trend.window.is_some() { ZOOMED_CONTROLS } else { CONTROLS };
    let room = (ui.available_width() - others).max(90.0);
    let job = super::marks::one_line(&shown, bold(size::TITLE), Tokens::of(ui).ink, room);
    let text = ui.painter().layout_job(job);
    let button = Button::new((text, egui::Atom::grow(), "   ")).fill(Tokens::of(ui).panel);
    let response = ui.add(button).on_hover_text(context.text("plot-indicator-hint"));
    let arrow = egui::pos2(response.rect.right() - 10.0, response.rect.center().y);
    super::marks::paint_chevron(ui.painter(), arrow, true, Tokens::of(ui).dim);
    let label = format!("{} {name}", context.text("plot-indicator"));
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, &label));
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_min_width(MENU_WIDTH);
        search_ui(context, ui);
        ScrollArea::vertical().auto_shrink([false, true]).max_height(MENU_HEIGHT).show(ui, |ui| {
            let search = context.view.trend.search.trim().to_lowercase();
            for id in context.comparison.plottable.iter().filter(|id| is_meant(context, id, &search)) {
                indicator_ui(context, ui, id);
            }
        });
    });
}

fn search_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let mut search = context.view.trend.search.clone();
    let name = context.text("plot-search");
    if widgets::field(ui, &mut search, name.clone(), name, MENU_WIDTH - 12.0).changed() {
        context.send(Command::Trend(TrendWish::Search(search)));
    }
}

/// A name is found by its Chinese and by its English words, whatever the window speaks.
fn is_meant(context: &ViewContext<'_>, id: &IndicatorId, search: &str) -> bool {
    search.is_empty()
        || context
            .codelists
            .indicator(id)
            .is_some_and(|indicator| finds(&indicator.zh, search) || finds(&indicator.en, search))
}

/// An indicator: its box adds it to the plot or takes it out, its name draws it alone.
fn indicator_ui(context: &ViewContext<'_>, ui: &mut Ui, id: &IndicatorId) {
    let name = context.indicator_name(id);
    let plotted = &context.view.plotted;
    let mut on = plotted.contains(id);
    ui.horizontal(|ui| {
        let label = context.locale.with("plot-beside", &[("indicator", (&name).into())]);
        let response = ui.checkbox(&mut on, "").on_hover_text(&label);
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, plotted.contains(id), &label));
        if response.changed() {
            context.send(Command::Trend(TrendWish::Toggle(id.clone())));
        }
        let alone = plotted.as_slice() == [id.clone()];
        if ui.selectable_label(alone, name).clicked() {
            context.send(Command::PlotIndicator(id.clone()));
            ui.close();
        }
    });
}

/// The button that lets further counties be drawn beside the two.
pub(super) fn counties_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let others: Vec<_> =
        context.areas.iter().filter(|entry| !context.view.chosen.contains(&Some(entry.key.clone()))).collect();
    if others.is_empty() {
        return;
    }
    let text = egui::RichText::new(context.text("plot-pin")).size(size::SMALL);
    let button = Button::new(text).min_size(egui::vec2(0.0, 24.0));
    let response = ui.add(button).on_hover_text(context.text("plot-pin-hint"));
    Popup::menu(&response).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_min_width(MENU_WIDTH * 0.7);
        let pinned = &context.view.pinned;
        ScrollArea::vertical().auto_shrink([false, true]).max_height(MENU_HEIGHT).show(ui, |ui| {
            for entry in others {
                let slot = pinned.iter().position(|key| *key == entry.key).map(|index| index + 2);
                let mut on = slot.is_some();
                ui.add_enabled_ui(on || pinned.len() < MOST_PINNED, |ui| {
                    ui.horizontal(|ui| {
                        ui.set_min_height(CONTROL_HEIGHT);
                        if ui.checkbox(&mut on, &*entry.area.name).changed() {
                            context.send(Command::Trend(TrendWish::Pin(entry.key.clone())));
                        }
                        if let Some(slot) = slot {
                            shape_ui(ui, slot, false);
                        }
                        let count = context.locale.with("picker-figures", &[("count", entry.figures.into())]);
                        ui.label(widgets::dim(ui, count));
                    });
                });
            }
        });
    });
}
