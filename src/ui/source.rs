//! The reports' text: one report or both counties' side by side, with a find box and the legend of the underlines.

use egui::{Button, RichText, Ui, vec2};

use super::command::{ReviewWish, SourceWish};
use super::context::SourceLayout;
use super::theme::{GAP, Tokens, bold, size};
use super::{Command, ViewContext, source_text, widgets};
use crate::compare::Side;

const FIND_WIDTH: f32 = 150.0;
const HEAD_HEIGHT: f32 = 34.0;

/// Draws the controls and the text.
pub(super) fn source_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.horizontal(|ui| {
        ui.set_height(HEAD_HEIGHT);
        ui.add_space(GAP);
        let view = &context.view.source;
        for (layout, key) in [(SourceLayout::Paragraphs, "source-paragraphs"), (SourceLayout::Lines, "source-lines")] {
            choice_ui(context, ui, key, view.layout == layout, SourceWish::Layout(layout));
        }
        choice_ui(context, ui, "source-both", view.both, SourceWish::Both(!view.both));
        ui.separator();
        find_ui(context, ui);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(GAP);
            ui.add_enabled_ui(context.view.marked.is_some(), |ui| {
                widgets::command_button(ui, context, Command::Review(ReviewWish::AddMarked));
            });
        });
    });
    let shown = reports_shown(context);
    if let [(side, report)] = shown.as_slice() {
        report_ui(context, ui, *report, *side);
    } else {
        ui.columns(shown.len().max(1), |columns| {
            for (ui, (side, report)) in columns.iter_mut().zip(&shown) {
                report_ui(context, ui, *report, *side);
            }
        });
    }
}

fn choice_ui(context: &ViewContext<'_>, ui: &mut Ui, key: &str, chosen: bool, wish: SourceWish) {
    let tooltip = context.locale.tooltip(key).unwrap_or_default();
    let button = Button::selectable(chosen, context.text(key)).min_size(vec2(0.0, 24.0));
    if ui.add(button).on_hover_text(tooltip).clicked() {
        context.send(Command::Source(wish));
    }
}

fn find_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let view = &context.view.source;
    let mut find = view.find.clone();
    let name = context.text("source-find");
    let response = widgets::field(ui, &mut find, name.clone(), name, FIND_WIDTH);
    if view.focus_find {
        response.request_focus();
    }
    if response.changed() {
        context.send(Command::Source(SourceWish::Find(find)));
    } else if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        context.send(Command::Source(SourceWish::NextHit));
        response.request_focus();
    }
    if !view.find.is_empty() {
        let number = view.hit.map_or(0, |hit| hit + 1);
        let arguments = [("number", number.into()), ("count", view.hits.len().into())];
        ui.label(widgets::dim(ui, context.locale.with("source-hits", &arguments)));
        widgets::symbol_button(ui, context, "‹", Command::Source(SourceWish::PreviousHit));
        widgets::symbol_button(ui, context, "›", Command::Source(SourceWish::NextHit));
    }
}

/// The reports to show: that of the selected figure, else the left county's; with both, the other county's beside it.
fn reports_shown(context: &ViewContext<'_>) -> Vec<(Option<Side>, usize)> {
    let of_side = |side| source_text::report_of(context, side).map(|report| (Some(side), report));
    let selected = context.view.selection.map(|at| (context.comparison.side_of(at), at.report));
    let main = selected.or_else(|| Side::BOTH.into_iter().find_map(of_side)).unwrap_or((None, 0));
    if !context.view.source.both {
        return vec![main];
    }
    let other = match main.0 {
        Some(side) => of_side(side.other()),
        None => Side::BOTH.into_iter().filter_map(of_side).find(|(_, report)| *report != main.1),
    };
    match other {
        Some(other) if other.1 != main.1 => {
            let mut both = vec![main, other];
            both.sort_by_key(|(side, _)| side.map_or(0, Side::index));
            both
        }
        _ => vec![main],
    }
}

fn report_ui(context: &ViewContext<'_>, ui: &mut Ui, report: usize, side: Option<Side>) {
    let tokens = Tokens::of(ui);
    ui.horizontal(|ui| {
        ui.add_space(GAP);
        let colour = side.map_or(tokens.ink, |side| tokens.of_side(side));
        let title = RichText::new(context.report_title(report)).font(bold(size::SMALL)).color(colour);
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(GAP);
            ui.label(widgets::dim(ui, context.text("source-legend")));
            ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                ui.add(egui::Label::new(title).truncate()).on_hover_text(context.report_name(report));
            });
        });
    });
    source_text::text_ui(context, ui, report);
}
