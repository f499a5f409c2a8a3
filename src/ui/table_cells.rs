//! The cells of a row: name, figures with their periods, missing reasons, difference.

use egui::{Color32, Label, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

use super::facts::{original_of, state_text, subject_of};
use super::marks::one_line;
use super::theme::{GAP, Tokens, font, size};
use super::{Command, ViewContext};
use crate::compare::{Cell, Choice, ComparisonRow, Difference, Side, Subject};
use crate::model::{Form, Observation, ReviewState, Status};

/// Room for a period beside its figure, in points, so that figures line up.
const PERIOD_WIDTH: f32 = 74.0;
const PERIOD_GAP: f32 = 6.0;

/// The name of what the row measures, with its unit; only the first row of a subject bears it.
pub(super) fn name_ui(context: &ViewContext<'_>, ui: &mut Ui, row: &ComparisonRow, named: bool) {
    let tokens = Tokens::of(ui);
    let rect = ui.max_rect();
    let aside = match (&row.subject, row.form) {
        // A change has no room for its period beside a value and a unit such as 个百分点.
        (_, Form::Change) => {
            let figure = row.cells.iter().filter_map(Cell::first).find_map(|at| context.observation(at));
            let period =
                figure.map_or_else(|| context.locale.period(row.period), |figure| context.locale.period_of(figure));
            format!("{} · {period}", context.text("mark-change"))
        }
        (Subject::Indicator(id), Form::Level) if named => {
            context.codelists.indicator(id).map_or("", |found| context.locale.shown_unit(&found.unit)).to_owned()
        }
        _ => String::new(),
    };
    let (left, middle, right) = (rect.left() + GAP, rect.center().y, rect.right() - 4.0);
    let aside = ui.painter().layout_job(one_line(&aside, font(size::TINY), tokens.dim, right - left));
    let aside_room = if aside.is_empty() { 0.0 } else { aside.size().x + PERIOD_GAP };
    let mut aside_left = left;
    if named {
        let name = context.subject_name(&row.subject);
        let room = right - left - aside_room;
        let galley = ui.painter().layout_job(one_line(&name, font(size::BODY), tokens.ink, room));
        let place = Rect::from_min_size(pos2(left, middle - galley.size().y / 2.0), galley.size());
        aside_left = place.right() + PERIOD_GAP;
        let response = ui.place(place, Label::new(galley).sense(Sense::hover())).on_hover_text(&name);
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    }
    ui.painter().galley(pos2(aside_left, middle - aside.size().y / 2.0 + 0.5), aside, tokens.dim);
}

/// One side's figure, or why there is none. A figure can be clicked and reached by keyboard.
pub(super) fn figure_cell_ui(context: &ViewContext<'_>, ui: &mut Ui, row: &ComparisonRow, side: Side) {
    match &row.cells[side.index()] {
        Cell::Missing(reason) => {
            let text = context.locale.missing(*reason);
            let (indicator, area) = (context.subject_name(&row.subject), context.area_name(side));
            let label = context.locale.with(
                "table-cell-missing",
                &[("indicator", (&indicator).into()), ("area", (&area).into()), ("reason", (&text).into())],
            );
            plain_ui(ui, &text, &label, Tokens::of(ui).dim, size::SMALL);
        }
        Cell::Stated { conflicting, choice, .. } => {
            let Some(at) = row.cells[side.index()].first() else { return };
            let Some(figure) = context.observation(at) else { return };
            let response = stated_ui(context, ui, row, figure, side, (*conflicting, *choice));
            if response.clicked() {
                context.send(Command::Select(at));
            }
        }
    }
}

fn stated_ui(
    context: &ViewContext<'_>,
    ui: &mut Ui,
    row: &ComparisonRow,
    figure: &Observation,
    side: Side,
    (conflicting, choice): (usize, Choice),
) -> Response {
    let tokens = Tokens::of(ui);
    let rect = ui.max_rect();
    let response = ui.interact(rect, ui.scope_id().with(("figure", side)), Sense::click());
    let name = cell_label(context, figure, side);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));

    let selected = matches!(&row.cells[side.index()], Cell::Stated { refs, .. }
        if context.view.selection.is_some_and(|at| refs.contains(&at)));
    let painter = ui.painter();
    if selected {
        painter.rect(
            rect.shrink(1.0),
            0.0,
            tokens.wash(side),
            Stroke::new(2.0, tokens.of_side(side)),
            StrokeKind::Inside,
        );
    } else if response.hovered() || response.has_focus() {
        painter.rect(rect.shrink(1.0), 0.0, tokens.button, Stroke::new(1.0, tokens.dim), StrokeKind::Inside);
    }

    let unit = match &row.subject {
        Subject::Indicator(id) => context.codelists.indicator(id).map(|indicator| indicator.unit.as_str()),
        Subject::Label(_) => None,
    };
    let text = context.locale.figure(figure, unit);
    let doubted = row.cells[side.index()].first().is_some_and(|at| context.is_doubted(at));
    let text = if doubted { format!("？{text}") } else { text };
    // The name's cell tells the period of a change.
    let period_width = if row.form == Form::Change { 0.0 } else { PERIOD_WIDTH + PERIOD_GAP };
    let mut period = context.locale.period_of(figure);
    if conflicting > 0 {
        period = format!("(+{conflicting}) {period}");
    }
    let (left, right) = (rect.left() + 6.0, rect.right() - GAP);
    let galley = painter.layout_job(one_line(&text, font(size::BODY), tokens.ink, right - left));
    // Figures line up where the column is wide enough; a long figure takes the period's room.
    let ends = (right - period_width).max(left + galley.size().x);
    let baseline = rect.center().y + galley.size().y / 2.0;
    painter.galley(pos2(ends - galley.size().x, rect.center().y - galley.size().y / 2.0), galley, tokens.ink);
    let room = right - ends - PERIOD_GAP;
    if room > 16.0 {
        let galley = painter.layout_job(one_line(&period, font(size::TINY), tokens.dim, room));
        painter.galley(pos2(ends + PERIOD_GAP, baseline - galley.size().y - 1.0), galley, tokens.dim);
    }

    let mut hover = format!("{name}\n{}", figure.evidence.sentence);
    if let Some(original) = original_of(context, figure) {
        hover = format!("{hover}\n{original}");
    }
    if doubted {
        hover = format!("{hover}\n{}", context.text("audit-doubted"));
    }
    if conflicting > 0 {
        let others = context.locale.with("table-conflicting", &[("count", conflicting.into())]);
        hover = format!("{hover}\n{others}{}", context.locale.choice(choice));
    }
    response.on_hover_text(hover)
}

/// What a screen reader says of a figure: `贫困发生率 2014 中阳县 20.5%`.
pub(super) fn cell_label(context: &ViewContext<'_>, figure: &Observation, side: Side) -> String {
    figure_label(context, figure, &context.area_name(side))
}

/// The same, of the place called `area`.
pub(super) fn figure_label(context: &ViewContext<'_>, figure: &Observation, area: &str) -> String {
    let indicator = subject_of(context, figure);
    let period = context.locale.period_of(figure);
    let value = context.locale.quantity(&figure.quantity);
    let key = match (figure.form, figure.status) {
        (Form::Change, _) => "table-cell-change",
        (Form::Level, Status::Target) => "table-cell-target",
        (Form::Level, Status::Actual) => "table-cell",
    };
    let arguments = [
        ("indicator", (&indicator).into()),
        ("period", (&period).into()),
        ("area", area.into()),
        ("value", (&value).into()),
    ];
    let name = context.locale.with(key, &arguments);
    let changed = figure.review.state == ReviewState::Corrected || figure.review.added;
    if changed { format!("{name} · {}", state_text(context, &figure.review)) } else { name }
}

/// Left minus right, or why not.
pub(super) fn difference_ui(context: &ViewContext<'_>, ui: &mut Ui, row: &ComparisonRow) {
    let tokens = Tokens::of(ui);
    let text = context.locale.difference(&row.difference);
    let (colour, points) = match &row.difference {
        Difference::Of { apart: 0, .. } => (tokens.ink, size::BODY),
        Difference::Of { .. } => (tokens.ink, size::SMALL),
        Difference::NotComparable(_) | Difference::Absent => (tokens.dim, size::SMALL),
    };
    plain_ui(ui, &text, &text, colour, points);
}

/// Left divided by right, to three figures.
pub(super) fn ratio_ui(context: &ViewContext<'_>, ui: &mut Ui, row: &ComparisonRow) {
    let tokens = Tokens::of(ui);
    let ratio = context.locale.ratio(&row.difference);
    let colour = if ratio.is_some() { tokens.ink } else { tokens.dim };
    let text = ratio.unwrap_or_else(|| "—".to_owned());
    plain_ui(ui, &text, &text, colour, size::SMALL);
}

/// Text at the right edge of the cell, cut if need be and then shown whole on hover.
fn plain_ui(ui: &mut Ui, text: &str, label: &str, colour: Color32, points: f32) {
    let rect = ui.max_rect();
    let galley = ui.painter().layout_job(one_line(text, font(points), colour, rect.width() - GAP - 4.0));
    let cut = galley.elided;
    let place = Rect::from_min_size(
        pos2(rect.right() - GAP - galley.size().x, rect.center().y - galley.size().y / 2.0),
        galley.size(),
    );
    let response = ui.place(place, Label::new(galley).sense(Sense::hover()));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, label));
    if cut {
        response.on_hover_text(text);
    }
}
