//! The cells of a row: name, figures with their periods, missing reasons, difference.

use egui::{Color32, Rect, Response, Role, Stroke, StrokeKind, Ui, pos2};

use super::facts::{original_of, state_text, subject_of};
use super::marks::{one_line, paint_chevron};
use super::table_cell::{CellUi, Reach, focus_ui};
use super::theme::{GAP, Tokens, font, size};
use super::{Command, TableWish, ViewContext};
use crate::compare::{Cell, Choice, ComparisonRow, Difference, Side, Subject, Years};
use crate::model::{Derived, Form, Observation, ReviewState, Status};

/// Room for a period beside its figure, in points, so that figures line up.
const PERIOD_WIDTH: f32 = 74.0;
const PERIOD_GAP: f32 = 6.0;
/// Room for the digits behind the point, in points, so that figures line up on it.
const FRACTION_WIDTH: f32 = 20.0;
/// A column too narrow for a number of five digits beside its period keeps no room for a fraction.
const WHOLE_WIDTH: f32 = 40.0;
/// Less room than this beside a name stays empty.
const LEAST_ASIDE: f32 = 10.0;
/// From the left edge to a name: room for the triangle that opens the years.
const NAME_LEFT: f32 = GAP + 6.0;

/// The name of what the row measures, with its unit; only the first row of a subject bears it. Opens its years.
pub(super) fn name_ui(cell: &CellUi<'_, '_>, ui: &mut Ui, row: &ComparisonRow, named: bool, years: Years) {
    let context = cell.context;
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
    let name = context.subject_name(&row.subject);
    let more = match years {
        Years::Folded(count) => context.locale.with("table-more-rows", &[("count", count.into())]),
        Years::Open | Years::None => String::new(),
    };
    let label = match years {
        _ if !named => format!("{name} · {}", context.locale.period(row.period)),
        Years::Folded(_) => format!("{name} · {more}"),
        Years::Open | Years::None => name.clone(),
    };
    let response = cell.respond(ui, Role::RowHeader, &label, Reach::Pointer);
    if response.clicked() && years != Years::None {
        let open = years != Years::Open;
        context.send(Command::Table(TableWish::OpenYears(row.subject.clone(), open)));
    }
    match years {
        Years::None => {}
        Years::Open | Years::Folded(_) => {
            let at = pos2(rect.left() + GAP - 3.0, rect.center().y);
            paint_chevron(ui.painter(), at, years == Years::Open, tokens.dim);
        }
    }
    let (left, middle, right) = (rect.left() + NAME_LEFT, rect.center().y, rect.right() - 4.0);
    let aside = [aside, more].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
    let mut aside_left = left;
    if named {
        let galley = ui.painter().layout_job(one_line(&name, font(size::BODY), tokens.ink, right - left));
        let place = Rect::from_min_size(pos2(left, middle - galley.size().y / 2.0), galley.size());
        aside_left = place.right() + PERIOD_GAP;
        ui.painter().galley(place.min, galley, tokens.ink);
        response.on_hover_text(&name);
    }
    // The name goes before what is said beside it.
    if right - aside_left > LEAST_ASIDE {
        let aside = ui.painter().layout_job(one_line(&aside, font(size::TINY), tokens.dim, right - aside_left));
        ui.painter().galley(pos2(aside_left, middle - aside.size().y / 2.0 + 0.5), aside, tokens.dim);
    }
}

/// One side's figure, or why there is none. A figure can be clicked and reached by keyboard.
pub(super) fn figure_cell_ui(cell: &CellUi<'_, '_>, ui: &mut Ui, row: &ComparisonRow, side: Side) {
    let context = cell.context;
    match &row.cells[side.index()] {
        Cell::Missing(reason) => {
            let text = context.locale.missing(*reason);
            let (indicator, area) = (context.subject_name(&row.subject), context.area_name(side));
            let label = context.locale.with(
                "table-cell-missing",
                &[("indicator", (&indicator).into()), ("area", (&area).into()), ("reason", (&text).into())],
            );
            plain_ui(cell, ui, &text, &label, Tokens::of(ui).dim, size::SMALL);
        }
        Cell::Stated { conflicting, choice, .. } => {
            let Some(at) = row.cells[side.index()].first() else { return };
            let Some(figure) = context.observation(at) else { return };
            let response = stated_ui(cell, ui, row, figure, side, (*conflicting, *choice));
            if response.clicked() {
                context.send(Command::Select(at));
            }
        }
    }
}

fn stated_ui(
    cell: &CellUi<'_, '_>,
    ui: &mut Ui,
    row: &ComparisonRow,
    figure: &Observation,
    side: Side,
    (conflicting, choice): (usize, Choice),
) -> Response {
    let context = cell.context;
    let tokens = Tokens::of(ui);
    let rect = ui.max_rect();
    let name = cell_label(context, figure, side);
    let response = cell.respond(ui, Role::Cell, &name, Reach::Keyboard);

    let refs = row.cells[side.index()].refs();
    if context.view.selection.is_some_and(|at| refs.contains(&at)) {
        let stroke = Stroke::new(2.0, tokens.of_side(side));
        ui.painter().rect(rect.shrink(1.0), 0.0, tokens.wash(side), stroke, StrokeKind::Inside);
        focus_ui(ui, &response);
    }

    let unit = match &row.subject {
        Subject::Indicator(id) => context.codelists.indicator(id).map(|indicator| indicator.unit.as_str()),
        Subject::Label(_) => None,
    };
    let text = context.locale.figure(figure, unit);
    let doubted = refs.first().is_some_and(|at| context.is_doubted(*at));
    let text = if doubted { format!("？{text}") } else { text };
    let mut period = context.locale.period_of(figure);
    if conflicting > 0 {
        period = format!("(+{conflicting}) {period}");
    }
    // The name's cell tells the period of a change.
    paint_figure(ui, rect, &text, (row.form != Form::Change).then_some(&period));

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

/// Paints a figure so that its point stands below those of other rows, with its period beside it.
fn paint_figure(ui: &Ui, rect: Rect, text: &str, period: Option<&String>) {
    let tokens = Tokens::of(ui);
    let painter = ui.painter();
    let (left, right) = (rect.left() + 6.0, rect.right() - GAP);
    let galley = painter.layout_job(one_line(text, font(size::BODY), tokens.ink, right - left));
    let width = galley.size().x;
    let period_width = if period.is_some() { PERIOD_WIDTH + PERIOD_GAP } else { 0.0 };
    let starts = if period.is_some() {
        let whole = painter.layout_job(one_line(whole_part(text), font(size::BODY), tokens.ink, f32::INFINITY));
        let fraction = (right - left - period_width - WHOLE_WIDTH).clamp(0.0, FRACTION_WIDTH);
        right - period_width - fraction - whole.size().x
    } else {
        right - width
    };
    // A figure gives up its place under the others before its period is cut, and a long one takes the period's room.
    let beside = period.map_or(0.0, |period| {
        painter.layout_job(one_line(period, font(size::TINY), tokens.dim, f32::INFINITY)).size().x + PERIOD_GAP
    });
    let starts = starts.min(right - beside - width).max(left);
    let ends = (starts + width).max(right - period_width);
    let baseline = rect.center().y + galley.size().y / 2.0;
    painter.galley(pos2(starts, rect.center().y - galley.size().y / 2.0), galley, tokens.ink);
    let room = right - ends - PERIOD_GAP;
    if let Some(period) = period.filter(|_| room > 16.0) {
        let galley = painter.layout_job(one_line(period, font(size::TINY), tokens.dim, room));
        painter.galley(pos2(ends + PERIOD_GAP, baseline - galley.size().y - 1.0), galley, tokens.dim);
    }
}

/// A figure up to its point: `○ ≤ 1` of `○ ≤ 1.5%`; all of it where it has no digits.
fn whole_part(text: &str) -> &str {
    let Some(first) = text.find(|ch: char| ch.is_ascii_digit()) else { return text };
    let (before, digits) = text.split_at(first);
    let length = digits.find(|ch: char| !ch.is_ascii_digit() && ch != ',').unwrap_or(digits.len());
    text.get(..before.len() + length).unwrap_or(text)
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

/// A value that follows from two stated ones: marked, with its arithmetic on hover, and never subtracted.
pub(super) fn derived_ui(cell: &CellUi<'_, '_>, ui: &mut Ui, index: usize, of: Side) {
    let context = cell.context;
    let Some(derived) = context.derived.get(index) else { return };
    let tokens = Tokens::of(ui);
    let side = match cell.at.column {
        1 => Some(Side::Left),
        2 => Some(Side::Right),
        _ => None,
    };
    match side {
        Some(side) if side == of => {
            let label = derived_label(context, derived, of);
            let response = cell.respond(ui, Role::Cell, &label, Reach::Keyboard);
            let text = cell.derived_text(derived);
            paint_figure(ui, ui.max_rect(), &text, Some(&context.locale.period(derived.period)));
            response.on_hover_text(format!("{label}\n{}", context.locale.derivation(derived)));
        }
        None if cell.at.column == 0 => {
            let text = format!("◇ {}", context.text("table-derived"));
            let response = cell.respond(ui, Role::RowHeader, &text, Reach::Pointer);
            let galley = ui.painter().layout_job(one_line(&text, font(size::TINY), tokens.dim, response.rect.width()));
            let rect = response.rect;
            let at = pos2(rect.left() + NAME_LEFT, rect.center().y - galley.size().y / 2.0);
            ui.painter().galley(at, galley, tokens.dim);
        }
        None if cell.at.column == 3 => {
            let text = context.text("incomparable-derived");
            plain_ui(cell, ui, &text, &text, tokens.dim, size::SMALL);
        }
        Some(_) | None => {
            plain_ui(cell, ui, "—", "—", tokens.dim, size::SMALL);
        }
    }
}

fn derived_label(context: &ViewContext<'_>, derived: &Derived, side: Side) -> String {
    let (indicator, area) = (context.indicator_name(&derived.indicator), context.area_name(side));
    let value = context.locale.amount(derived.value, &derived.unit);
    let arguments = [("indicator", (&indicator).into()), ("area", (&area).into()), ("value", (&value).into())];
    context.locale.with("table-cell-derived", &arguments)
}

/// Left minus right, or why not.
pub(super) fn difference_ui(cell: &CellUi<'_, '_>, ui: &mut Ui, row: &ComparisonRow) {
    let tokens = Tokens::of(ui);
    let text = cell.context.locale.difference(&row.difference);
    let (colour, points) = match &row.difference {
        Difference::Of { apart: 0, .. } => (tokens.ink, size::BODY),
        Difference::Of { .. } => (tokens.ink, size::SMALL),
        Difference::NotComparable(_) | Difference::Absent => (tokens.dim, size::SMALL),
    };
    if matches!(row.difference, Difference::Of { supplied: true, .. }) {
        let why = cell.context.text("difference-supplied");
        let label =
            cell.context.locale.with("table-difference-why", &[("amount", (&text).into()), ("why", (&why).into())]);
        plain_ui(cell, ui, &text, &label, colour, points).on_hover_text(why);
    } else {
        plain_ui(cell, ui, &text, &text, colour, points);
    }
}

/// Left divided by right, to three figures.
pub(super) fn ratio_ui(cell: &CellUi<'_, '_>, ui: &mut Ui, row: &ComparisonRow) {
    let tokens = Tokens::of(ui);
    let ratio = cell.context.locale.ratio(&row.difference);
    let (colour, points) = if ratio.is_some() { (tokens.ink, size::BODY) } else { (tokens.dim, size::SMALL) };
    let text = ratio.unwrap_or_else(|| "—".to_owned());
    plain_ui(cell, ui, &text, &text, colour, points);
}

fn plain_ui(cell: &CellUi<'_, '_>, ui: &mut Ui, text: &str, label: &str, colour: Color32, points: f32) -> Response {
    let rect = ui.max_rect();
    let response = cell.respond(ui, Role::Cell, label, Reach::Pointer);
    let galley = ui.painter().layout_job(one_line(text, font(points), colour, rect.width() - GAP - 4.0));
    let cut = galley.elided;
    let at = pos2(rect.right() - GAP - galley.size().x, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, colour);
    if cut { response.on_hover_text(text) } else { response }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_parted_at_its_point() {
        for (text, whole) in [
            ("0.7", "0"),
            ("○ ≤ 1.5%", "○ ≤ 1"),
            ("20,918", "20,918"),
            ("182.73 亿", "182"),
            ("1.4万余名", "1"),
            ("六千余人", "六千余人"),
        ] {
            assert_eq!(whole_part(text), whole);
        }
    }
}
