//! The figures of all reports as a list to work through: those that nobody has looked at first, doubtful ones before
//! the others.

use egui::{Button, ComboBox, Context, Key, Modifiers, Popup, Response, RichText, Ui, vec2};

use super::facts::{state_key, state_sign, state_text, subject_of};
use super::rows::{Column, Look, columns, head_ui, paint_cell, row_response, rows_ui};
use super::theme::{GAP, Tokens, font, size};
use super::{Command, ReviewWish, ViewContext, widgets};
use crate::model::ReviewState;
use crate::review::{Doubt, QueueItem, WorkFilter};

/// Narrower than this, the list leaves the report's name out, in points.
const REPORT_FROM: f32 = 640.0;
const REPORT_WIDTH: f32 = 84.0;
const COMBO_WIDTH: f32 = 120.0;
const PROGRESS_WIDTH: f32 = 80.0;

/// Draws the pane.
pub(super) fn review_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.y = 4.0;
    filters_ui(context, ui);
    let list = context.worklist;
    if list.is_empty() {
        let done = context.view.work_filter.state == Some(ReviewState::Unreviewed);
        let text = context.text(if done { "review-all-done" } else { "review-none" });
        ui.centered_and_justified(|ui| ui.label(widgets::dim(ui, text)));
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let room = ui.available_width();
    let report_width = if room < REPORT_FROM { 1.0 } else { REPORT_WIDTH };
    let columns = columns(room, [14.0, 96.0, 146.0, 64.0, 76.0, 0.0, report_width]);
    let heads =
        ["", "correct-value", "evidence-indicator", "evidence-area", "evidence-time", "review-doubts", "reports-title"];
    head_ui(ui, &columns, heads.map(|key| if key.is_empty() { String::new() } else { context.text(key) }));
    let selected = context.view.selection;
    let reveal = if context.view.reveal_selection { selected.and_then(|at| list.place(at)) } else { None };
    rows_ui(ui, "worklist", list.len(), reveal, |ui, index, rect| {
        list.get(index).and_then(|item| row_ui(context, ui, item, index, rect, &columns))
    });
}

/// Lets the arrows go along the list. To be called when the table has been drawn: a cell of it that has the keyboard has
/// taken them for itself.
pub(super) fn keys_ui(context: &ViewContext<'_>, ctx: &Context) {
    if ctx.text_edit_focused() || Popup::is_any_open(ctx) {
        return;
    }
    let rows = [(Key::ArrowDown, ReviewWish::NextDoubt), (Key::ArrowUp, ReviewWish::PreviousDoubt)];
    for (key, wish) in rows {
        if ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
            context.send(Command::Review(wish));
        }
    }
}

/// How far the work has come, for the end of the row of tabs.
pub(super) fn progress_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let counts = context.worklist.counts(context.view.work_filter.report);
    let arguments = [("done", counts.reviewed().into()), ("all", counts.all().into())];
    ui.label(widgets::dim(ui, context.locale.with("review-progress", &arguments)));
    let share = counts.reviewed() as f32 / counts.all().max(1) as f32;
    let tokens = Tokens::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(PROGRESS_WIDTH, 6.0), egui::Sense::hover());
    ui.painter().rect_filled(rect, 3.0, tokens.line);
    ui.painter().rect_filled(rect.with_max_x(rect.left() + share * rect.width()), 3.0, tokens.good);
}

fn filters_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let filter = context.view.work_filter;
    let counts = context.worklist.counts(filter.report);
    ui.horizontal(|ui| {
        ui.add_space(8.0);
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.spacing_mut().button_padding.x = 8.0;
        let states = ReviewState::ALL.into_iter().map(Some).chain([None]);
        for state in states {
            let (key, count) = match state {
                Some(state) => (state_key(state), counts.of(state)),
                None => ("review-all", counts.all()),
            };
            let text = format!("{} {count}", context.text(key));
            let chip = Button::selectable(filter.state == state, RichText::new(text).size(size::SMALL));
            if ui.add(chip).clicked() {
                context.send(Command::Review(ReviewWish::ShowWork(WorkFilter { state, ..filter })));
            }
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            ui.add_space(8.0);
            let only = if context.reports.len() == 1 { Some(0) } else { filter.report };
            if let Some(report) = only {
                let waits = context.worklist.counts(Some(report)).of(ReviewState::Unreviewed) > 0;
                ui.add_enabled_ui(waits, |ui| {
                    widgets::command_button(ui, context, Command::Review(ReviewWish::AcceptReport(report)));
                });
            }
            if context.reports.len() > 1 {
                report_choice_ui(context, ui, filter);
            }
        });
    });
}

fn report_choice_ui(context: &ViewContext<'_>, ui: &mut Ui, filter: WorkFilter) {
    let name = |report: Option<usize>| {
        report.map_or_else(|| context.text("review-all-reports"), |index| context.report_name(index).to_owned())
    };
    let shown = name(filter.report);
    let label = context.text("reports-title");
    let response = ComboBox::from_id_salt("worklist-report")
        .width(COMBO_WIDTH.min(ui.available_width()))
        .truncate()
        .selected_text(RichText::new(&shown).font(font(size::SMALL)))
        .show_ui(ui, |ui| {
            for report in std::iter::once(None).chain((0..context.reports.len()).map(Some)) {
                if ui.selectable_label(report == filter.report, name(report)).clicked() {
                    context.send(Command::Review(ReviewWish::ShowWork(WorkFilter { report, ..filter })));
                }
            }
        })
        .response;
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(format!("{label} {shown}")));
}

fn row_ui(
    context: &ViewContext<'_>,
    ui: &Ui,
    item: &QueueItem,
    index: usize,
    rect: egui::Rect,
    columns: &[Column; 7],
) -> Option<Response> {
    let figure = context.observation(item.at)?;
    let area = figure.area.as_ref().map_or_else(|| context.text("evidence-no-area"), |area| area.name.to_string());
    let value = context.locale.figure(figure, None);
    let (subject, period) = (subject_of(context, figure), context.locale.period_of(figure));
    let aside = match item.state {
        ReviewState::Unreviewed => item.doubts.iter().map(|doubt| context.text(doubt_key(*doubt))).collect(),
        _ => [super::facts::original_of(context, figure), Some(figure.review.reason.clone())]
            .into_iter()
            .flatten()
            .filter(|words| !words.is_empty())
            .collect::<Vec<_>>(),
    };
    let aside = aside.join(context.text("review-separator").as_str());
    let state = state_text(context, &figure.review);
    let name = [value.as_str(), &subject, &area, &period, &state, &aside];
    let name = name.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let selected = context.view.selection == Some(item.at);
    let response = row_response(ui, "figure", index, rect, selected, &name);
    let report = context.report_name(item.at.report);
    let rejected = item.state == ReviewState::Rejected;
    let plain = Look { struck: rejected, dim: rejected };
    let dim = Look { dim: true, struck: rejected };
    let aside_look = Look { dim: true, ..Look::default() };
    // The sign of a correction stands before its value already.
    let sign = if matches!(item.state, ReviewState::Accepted | ReviewState::Rejected) && !figure.review.added {
        state_sign(&figure.review)
    } else {
        ""
    };
    let cells = [
        (sign, aside_look),
        (value.as_str(), plain),
        (&subject, plain),
        (&area, dim),
        (&period, dim),
        (&aside, aside_look),
        (if columns[6].width > GAP { report } else { "" }, aside_look),
    ];
    for (column, (text, look)) in columns.iter().zip(cells) {
        paint_cell(ui, rect, column, text, look);
    }
    let response = response.on_hover_ui(|ui| {
        ui.set_max_width(360.0);
        ui.label(&name);
        ui.label(widgets::dim(ui, &*figure.evidence.sentence));
        ui.label(widgets::dim(ui, report));
    });
    if response.clicked() {
        context.send(Command::Select(item.at));
    }
    Some(response)
}

/// A doubt in words.
fn doubt_key(doubt: Doubt) -> &'static str {
    match doubt {
        Doubt::FailedCheck => "doubt-failed-check",
        Doubt::Conflict => "doubt-conflict",
        Doubt::NoArea => "doubt-no-area",
        Doubt::AreaFromAfar => "doubt-area-from-afar",
        Doubt::NoPeriod => "doubt-no-period",
        Doubt::PeriodFromReport => "doubt-period-from-report",
        Doubt::PeriodCarried => "doubt-period-carried",
        Doubt::NoIndicator => "doubt-no-indicator",
    }
}
