//! The choice of an indicator: a button that opens the catalogue, searched by Chinese or English name or by id.

use egui::{Button, Key, Popup, PopupCloseBehavior, RichText, Role, ScrollArea, Ui, WidgetInfo, pos2, vec2};

use super::marks::paint_chevron;
use super::theme::{CONTROL_HEIGHT, Tokens, size};
use super::{CorrectionForm, ViewContext, widgets};
use crate::codelist::finds;
use crate::model::{Indicator, IndicatorId};
use crate::review::Field;

const LIST_HEIGHT: f32 = 240.0;

/// A choice: an indicator, or none of the catalogue.
struct Pick(Option<IndicatorId>);

/// Draws the button and, where it was pressed, the catalogue.
pub(super) fn indicator_ui(context: &ViewContext<'_>, ui: &mut Ui, form: &mut CorrectionForm) {
    let chosen = form.draft.indicator.clone();
    let name = chosen.as_ref().map_or_else(|| context.text("correct-no-indicator"), |id| context.indicator_name(id));
    let width = ui.available_width();
    let button = Button::new((name.as_str(), egui::Atom::grow())).truncate().min_size(vec2(width, CONTROL_HEIGHT));
    let response = ui.add(button);
    let label = context.text("evidence-indicator");
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(format!("{label} {name}")));
    let opener = response.id;
    paint_chevron(ui.painter(), pos2(response.rect.right() - 14.0, response.rect.center().y), true, Tokens::of(ui).dim);
    Popup::menu(&response).width(width).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_width(width - 12.0);
        if let Some(Pick(picked)) = catalogue_ui(context, ui, form, opener) {
            form.draft.indicator = picked;
            form.search.clear();
            form.errors.retain(|error| !matches!(error.field, Field::Indicator | Field::Unit));
            ui.close();
        }
    });
}

/// The field to search by, and what is found; the choice, once one is made.
fn catalogue_ui(context: &ViewContext<'_>, ui: &mut Ui, form: &mut CorrectionForm, opener: egui::Id) -> Option<Pick> {
    let (name, hint) = (context.text("correct-search"), context.text("correct-search-hint"));
    let response = widgets::field(ui, &mut form.search, name, hint, f32::INFINITY);
    if ui.memory(|memory| memory.focused().is_none_or(|focused| focused == opener)) {
        response.request_focus();
    }
    let words = form.search.trim();
    let found: Vec<&Indicator> = context
        .codelists
        .groups
        .iter()
        .flat_map(|group| &group.indicators)
        .filter(|indicator| {
            [&*indicator.zh, &indicator.en, indicator.id.as_str()].into_iter().any(|name| finds(name, words))
        })
        .collect();
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        return found.first().map(|indicator| Pick(Some(indicator.id.clone())));
    }
    let mut picked = None;
    ScrollArea::vertical().max_height(LIST_HEIGHT).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        let width = ui.available_width();
        if words.is_empty() {
            let none = Button::selectable(form.draft.indicator.is_none(), context.text("correct-no-indicator"));
            if ui.add(none.min_size(vec2(width, 24.0))).clicked() {
                picked = Some(Pick(None));
            }
        }
        for indicator in found {
            let unit = RichText::new(context.locale.unit(&indicator.unit)).size(size::TINY);
            let chosen = form.draft.indicator.as_ref() == Some(&indicator.id);
            let name = context.locale.indicator(indicator);
            let entry = Button::selectable(chosen, name).right_text(unit).truncate().min_size(vec2(width, 24.0));
            let response = ui.add(entry);
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, name));
            if response.clicked() {
                picked = Some(Pick(Some(indicator.id.clone())));
            }
        }
    });
    picked
}
