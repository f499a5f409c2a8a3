//! The selected figure: its sentence, where that stands, and how it was read.

use egui::text::{LayoutJob, TextFormat};
use egui::{Frame, Label, Margin, RichText, ScrollArea, Ui};

use super::theme::{Tokens, bold, font, size};
use super::{Command, ViewContext, audit, facts, verdict, widgets};
use crate::compare::{Cell, ObservationRef, Side};
use crate::locale::CitationStyle;
use crate::model::{Bound, Form, Observation, PeriodBasis, Span, Trace};

const KEY_WIDTH: f32 = 52.0;
/// More statements of the same thing are counted, not listed.
const MOST_OTHERS: usize = 12;

/// Draws the panel.
pub(super) fn evidence_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    widgets::heading(ui, context.text("evidence-title"));
    let selected = context.view.selection.and_then(|at| context.observation(at).map(|figure| (at, figure)));
    let Some((at, figure)) = selected else {
        ui.label(widgets::dim(ui, context.text("evidence-empty")));
        return;
    };
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        figure_ui(context, ui, at, figure);
        source_ui(context, ui, at);
        verdict::verdict_ui(context, ui, figure);
        cite_ui(context, ui, at);
        steps_ui(context, ui, at);
        audit::figure_checks_ui(context, ui, at);
        how_ui(context, ui, figure);
        others_ui(context, ui, at);
        other_county_ui(context, ui, at);
        super::access::follow_focus(ui);
    });
}

fn figure_ui(context: &ViewContext<'_>, ui: &mut Ui, at: ObservationRef, figure: &Observation) {
    let tokens = Tokens::of(ui);
    let side = context.comparison.side_of(at);
    let colour = side.map_or(tokens.ink, |side| tokens.of_side(side));
    let value = context.locale.figure(figure, None);
    ui.horizontal_wrapped(|ui| {
        ui.label(RichText::new(value).font(bold(size::FIGURE)).color(colour));
        verdict::state_ui(context, ui, figure);
    });
    let area = figure.area.as_ref().map_or_else(|| context.text("evidence-no-area"), |area| area.name.to_string());
    let name = facts::subject_of(context, figure);
    let status = context.text(facts::status_key(figure.status));
    let facts = [area, name, context.locale.period_of(figure), status].join(" · ");
    ui.label(RichText::new(facts).color(tokens.dim));
    verdict::original_ui(context, ui, figure);

    let quote = Frame::new().inner_margin(Margin { left: 10, right: 0, top: 2, bottom: 2 });
    let response = quote.show(ui, |ui| {
        let job = sentence_job(&figure.evidence.sentence, figure.evidence.figure, tokens);
        ui.add(Label::new(job).wrap().selectable(true));
    });
    let rect = response.response.rect;
    ui.painter().vline(rect.left() + 1.5, rect.y_range(), egui::Stroke::new(3.0, colour));
    ui.add_space(2.0);
}

/// The sentence with the figure on the highlight colour.
pub(super) fn sentence_job(sentence: &str, figure: Span, tokens: &Tokens) -> LayoutJob {
    let byte = |letter: usize| sentence.char_indices().nth(letter).map_or(sentence.len(), |(byte, _)| byte);
    let (start, end) = (byte(figure.start), byte(figure.end.max(figure.start)));
    let format = |font_id, background| TextFormat {
        font_id,
        color: tokens.ink,
        background,
        line_height: Some(20.0),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    job.append(&sentence[..start], 0.0, format(font(size::BODY), egui::Color32::TRANSPARENT));
    job.append(&sentence[start..end], 0.0, format(bold(size::BODY), tokens.highlight));
    job.append(&sentence[end..], 0.0, format(font(size::BODY), egui::Color32::TRANSPARENT));
    job
}

fn source_ui(context: &ViewContext<'_>, ui: &mut Ui, at: ObservationRef) {
    let title = context
        .observation(at)
        .and_then(|figure| context.reports.get(at.report)?.articles.get(figure.article))
        .map_or_else(|| context.report_title(at.report).to_owned(), |article| article.title.clone());
    if !title.is_empty() {
        ui.label(widgets::dim(ui, title));
    }
    let article =
        context.observation(at).and_then(|figure| context.reports.get(at.report)?.articles.get(figure.article));
    if let Some(line) = article.map(|article| super::reports::imprint(context, article)).filter(|line| !line.is_empty())
    {
        ui.label(widgets::dim(ui, line));
    }
    let origin = context.reports.get(at.report).map(|report| &report.origin);
    let path = origin.map_or("", |origin| origin.path.as_str());
    let encoding = origin.map(|origin| super::reports::encoding(context, origin)).unwrap_or_default();
    let place = [context.report_name(at.report), &encoding].join(" · ");
    ui.label(widgets::dim(ui, place)).on_hover_text(path);
}

/// Buttons that copy the figure's citations, as far as its source is known.
fn cite_ui(context: &ViewContext<'_>, ui: &mut Ui, at: ObservationRef) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().button_padding.x = 10.0;
        ui.spacing_mut().item_spacing.x = 6.0;
        for style in CitationStyle::ALL {
            if let Some(citation) = context.citation(at, style) {
                widgets::command_button(ui, context, Command::Cite(style)).on_hover_text(citation);
            }
        }
    });
}

fn steps_ui(context: &ViewContext<'_>, ui: &mut Ui, at: ObservationRef) {
    let Some(report) = context.reports.get(at.report) else { return };
    let number = report.observations.iter().position(|found| found.id == at.id).map_or(0, |index| index + 1);
    ui.horizontal(|ui| {
        widgets::symbol_button(ui, context, "‹", Command::PreviousFigure);
        widgets::symbol_button(ui, context, "›", Command::NextFigure);
        let arguments = [("number", number.into()), ("count", report.observations.len().into())];
        ui.label(widgets::dim(ui, context.locale.with("evidence-place", &arguments)));
    });
    ui.add_space(6.0);
}

fn how_ui(context: &ViewContext<'_>, ui: &mut Ui, figure: &Observation) {
    widgets::heading(ui, context.text("evidence-how"));
    let quantity = &figure.quantity;
    pair_ui(context, ui, "evidence-written", &format!("“{}”", quantity.as_written));
    let area = figure.area.as_ref().map_or_else(
        || context.text("evidence-no-area"),
        |area| area.code.map_or_else(|| area.name.to_string(), |code| format!("{} {code}", area.name)),
    );
    pair_ui(context, ui, "evidence-area", &area);
    let basis = match figure.period_basis {
        Some(PeriodBasis::Stated) => Some("evidence-basis-stated"),
        Some(PeriodBasis::Carried) => Some("evidence-basis-carried"),
        Some(PeriodBasis::Report) => Some("evidence-basis-report"),
        None => None,
    };
    let period = context.locale.period_of(figure);
    let time = basis.map_or_else(|| period.clone(), |key| format!("{period} · {}", context.text(key)));
    pair_ui(context, ui, "evidence-time", &time);
    let form = context.text(facts::form_key(figure.form));
    let bound = context.text(facts::bound_key(quantity.bound));
    let outside = figure.indicator.is_none().then(|| context.text("evidence-no-indicator"));
    let kind: Vec<String> = [Some(form), Some(bound), outside].into_iter().flatten().collect();
    pair_ui(context, ui, "evidence-kind", &kind.join(" · "));
    let by_hand = context.text("review-added");
    pair_ui(context, ui, "evidence-rule", if figure.review.added { &by_hand } else { &figure.rule });
    ui.add_space(8.0);
    why_ui(context, ui, figure);
}

/// Which rules gave the figure its meaning, for a person who doubts it. A hand-made figure has none.
fn why_ui(context: &ViewContext<'_>, ui: &mut Ui, figure: &Observation) {
    if *figure.trace == Trace::default() || figure.review.added {
        return;
    }
    widgets::heading(ui, context.text("evidence-why"));
    let [area, period, indicator, status, form, bound] = context.locale.reasons(figure);
    pair_ui(context, ui, "evidence-area", &area);
    pair_ui(context, ui, "evidence-time", &period);
    pair_ui(context, ui, "evidence-indicator", &indicator);
    pair_ui(context, ui, "evidence-status", &status);
    if figure.form == Form::Change {
        pair_ui(context, ui, "evidence-kind", &form);
    }
    if figure.quantity.bound != Bound::Exact {
        pair_ui(context, ui, "evidence-bound", &bound);
    }
    ui.add_space(8.0);
}

fn pair_ui(context: &ViewContext<'_>, ui: &mut Ui, key: &str, value: &str) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let left = egui::Layout::left_to_right(egui::Align::Min);
        ui.allocate_ui_with_layout(egui::vec2(KEY_WIDTH, 16.0), left, |ui| {
            ui.set_width(KEY_WIDTH);
            ui.label(widgets::dim(ui, context.text(key)));
        });
        ui.add(Label::new(RichText::new(value).size(size::SMALL)).wrap());
    });
}

/// Other statements of the same cell, agreeing or not.
fn others_ui(context: &ViewContext<'_>, ui: &mut Ui, at: ObservationRef) {
    let Some((row, side)) = context.comparison.find(at) else { return };
    let Cell::Stated { refs, .. } = &row.cells[side.index()] else { return };
    let others: Vec<_> = refs.iter().filter(|other| **other != at).collect();
    if others.is_empty() {
        return;
    }
    widgets::heading(ui, context.text("evidence-others"));
    for other in others.iter().take(MOST_OTHERS) {
        statement_ui(context, ui, **other, side);
    }
    if others.len() > MOST_OTHERS {
        let more = [("count", (others.len() - MOST_OTHERS).into())];
        ui.label(widgets::dim(ui, context.locale.with("evidence-more", &more)));
    }
    ui.add_space(8.0);
}

/// What the other county states of the same thing.
fn other_county_ui(context: &ViewContext<'_>, ui: &mut Ui, at: ObservationRef) {
    let Some((row, side)) = context.comparison.find(at) else { return };
    let other = side.other();
    if context.comparison.profile(other).is_none() {
        return;
    }
    widgets::heading(ui, format!("{} · {}", context.text("evidence-other-county"), context.area_name(other)));
    let statements: Vec<_> =
        context.comparison.rows_of(&row.subject).filter_map(|row| row.cells[other.index()].first()).collect();
    if statements.is_empty() {
        ui.label(widgets::dim(ui, context.text("missing-not-stated")));
    }
    for statement in statements {
        statement_ui(context, ui, statement, other);
    }
}

fn statement_ui(context: &ViewContext<'_>, ui: &mut Ui, at: ObservationRef, side: Side) {
    let Some(figure) = context.observation(at) else { return };
    let value = context.locale.figure(figure, None);
    let text = format!("{value}  {}", context.locale.period_of(figure));
    let text = RichText::new(text).size(size::SMALL).color(Tokens::of(ui).of_side(side));
    let response = ui.link(text);
    if response.on_hover_text(&*figure.evidence.sentence).clicked() {
        context.send(Command::Select(at));
    }
}
