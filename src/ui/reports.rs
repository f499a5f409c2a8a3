//! The list of loaded reports, and where to drop more.

use egui::{Align2, CornerRadius, Frame, Margin, Rect, Role, Sense, Shape, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

use super::marks::one_line;
use super::theme::{CARD_CORNER, GAP, Tokens, bold, font, size};
use super::{Command, ReviewWish, ViewContext, project, widgets};
use crate::compare::{ObservationRef, Side};
use crate::model::{Article, EncodingConfidence, Origin, ReviewState, TextEncoding};

const DROP_HEIGHT: f32 = 96.0;
const CARD_HEIGHT: f32 = 74.0;

/// Draws the list.
pub(super) fn reports_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    widgets::heading(ui, context.text("reports-title"));
    let list_height = (ui.available_height() - DROP_HEIGHT - GAP).max(CARD_HEIGHT);
    egui::ScrollArea::vertical().max_height(list_height).auto_shrink([false, false]).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 10.0;
        for index in 0..context.reports.len() {
            report_ui(context, ui, index);
        }
        project::missing_ui(context, ui);
        super::access::follow_focus(ui);
    });
    drop_ui(context, ui);
}

fn report_ui(context: &ViewContext<'_>, ui: &mut Ui, index: usize) {
    let Some(report) = context.reports.get(index) else { return };
    let tokens = Tokens::of(ui);
    let (title, name) = (context.report_title(index), context.report_name(index));
    let selected = context.view.selection.is_some_and(|at| at.report == index);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), CARD_HEIGHT), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{title} {name}")));

    let border = match (response.has_focus(), selected || response.hovered()) {
        (true, _) => Stroke::new(2.0, tokens.focus),
        (false, true) => Stroke::new(1.0, tokens.dim),
        (false, false) => tokens.border(),
    };
    let painter = ui.painter();
    painter.rect(rect, CARD_CORNER, tokens.panel, border, egui::StrokeKind::Inside);
    let inner = rect.shrink2(vec2(10.0, 8.0));
    let line = |y: f32, text: &str, font, colour, room: f32| {
        let galley = painter.layout_job(one_line(text, font, colour, room));
        painter.galley(inner.left_top() + vec2(0.0, y), galley, colour);
    };
    line(0.0, title, bold(size::BODY), tokens.ink, inner.width() - 40.0);
    let article = report.observations.first().and_then(|figure| report.articles.get(figure.article));
    let imprint = article.map(|article| imprint(context, article)).filter(|line| !line.is_empty());
    let second = imprint.map_or_else(|| name.to_owned(), |line| format!("{name} · {line}"));
    line(20.0, &second, font(size::SMALL), tokens.dim, inner.width());

    let area = context.summaries.get(index).and_then(|summary| summary.area.as_ref());
    let side = area.and_then(|entry| {
        Side::BOTH.into_iter().find(|side| context.view.chosen[side.index()].as_ref() == Some(&entry.key))
    });
    let area_name = area.map_or_else(|| context.text("reports-no-area"), |entry| entry.area.name.to_string());
    let mut facts = context.locale.with("reports-figures", &[("count", report.observations.len().into())]);
    let review = context.worklist.counts(Some(index));
    if review.reviewed() > 0 {
        let arguments = [("done", review.reviewed().into()), ("all", review.all().into())];
        facts = context.locale.with("reports-reviewed", &arguments);
    }
    let corrected = review.of(ReviewState::Corrected);
    if corrected > 0 {
        facts = format!("{facts} · {}", context.locale.with("reports-corrected", &[("count", corrected.into())]));
    }
    if !report.diagnostics.is_empty() {
        let notes = context.locale.with("reports-notes", &[("count", report.diagnostics.len().into())]);
        facts = format!("{facts} · {notes}");
    }
    let tag = tag_ui(ui, &area_name, side, inner.left_top() + vec2(0.0, 40.0), inner.width());
    let left = tag.right() + 6.0;
    let galley = ui.painter().layout_job(one_line(&facts, font(size::TINY), tokens.dim, inner.right() - left));
    ui.painter().galley(egui::pos2(left, tag.center().y - galley.size().y / 2.0), galley, tokens.dim);

    let corner = Rect::from_min_size(rect.right_top() + vec2(-26.0, 6.0), vec2(20.0, 20.0));
    let mut close = ui.new_child(UiBuilder::new().max_rect(corner));
    close.spacing_mut().button_padding = vec2(2.0, 0.0);
    remove_ui(context, &mut close, index, title);

    let corner = Rect::from_min_size(rect.right_top() + vec2(-48.0, 6.0), vec2(20.0, 20.0));
    let mut more = ui.new_child(UiBuilder::new().max_rect(corner));
    more.spacing_mut().button_padding = vec2(2.0, 0.0);
    encoding_ui(context, &mut more, index, title);

    let notes: Vec<_> = report.diagnostics.iter().take(5).map(|found| diagnostic_text(context, index, found)).collect();
    let origin = [report.origin.path.clone(), encoding(context, &report.origin)];
    let hover = origin.into_iter().chain(notes).collect::<Vec<_>>().join("\n");
    let response = response.on_hover_text(format!("{title}\n{hover}"));
    if response.clicked()
        && let Some(first) = report.observations.first()
    {
        context.send(Command::Select(ObservationRef { report: index, id: first.id }));
    }
}

/// Paper, date, page and authors of an article, where known.
pub(super) fn imprint(context: &ViewContext<'_>, article: &Article) -> String {
    let page = article.page.as_deref().map(|page| context.locale.with("reports-page", &[("page", page.into())]));
    let date = article.date.map(|date| date.to_string());
    let parts = [article.newspaper.clone(), date, page, article.author.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// The encoding, and how sure it is unless certain.
pub(super) fn encoding(context: &ViewContext<'_>, origin: &Origin) -> String {
    let doubt = match origin.encoding_confidence {
        EncodingConfidence::Certain | EncodingConfidence::Probable => return origin.encoding.clone(),
        EncodingConfidence::Doubtful => context.text("reports-encoding-doubtful"),
        EncodingConfidence::Chosen => context.text("reports-encoding-chosen"),
    };
    format!("{} {doubt}", origin.encoding)
}

/// A small menu on the card: accept all figures, read the same bytes in another encoding.
fn encoding_ui(context: &ViewContext<'_>, ui: &mut Ui, index: usize, title: &str) {
    let name = context.text("command-encoding");
    let menu = egui::containers::menu::MenuButton::from_button(
        egui::Button::new(widgets::dim(ui, "⋯")).frame_when_inactive(false),
    );
    let (response, _) = menu.ui(ui, |ui| {
        let accept = Command::Review(ReviewWish::AcceptReport(index));
        let waits = context.worklist.counts(Some(index)).of(ReviewState::Unreviewed) > 0;
        let text = accept.text_key().map(|key| context.text(key)).unwrap_or_default();
        let button = ui.add_enabled(waits, egui::Button::new(text));
        if button.on_hover_text(widgets::tooltip(ui, context, &accept)).clicked() {
            context.send(accept);
            ui.close();
        }
        ui.separator();
        ui.label(widgets::dim(ui, &name));
        for encoding in TextEncoding::ALL {
            if ui.button(encoding.label().to_uppercase()).clicked() {
                context.send(Command::ReadAs(index, encoding));
                ui.close();
            }
        }
    });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{name} {title}")));
    response.on_hover_text(name);
}

fn remove_ui(context: &ViewContext<'_>, ui: &mut Ui, index: usize, title: &str) {
    let text = context.text("command-remove-report");
    let response = ui.add(egui::Button::new(widgets::dim(ui, "×")).frame_when_inactive(false));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{text} {title}")));
    let command = Command::RemoveReport(index);
    if response.on_hover_text(widgets::tooltip(ui, context, &command)).clicked() {
        context.send(command);
    }
}

/// A county's name on its wash, or grey where it is on neither side.
fn tag_ui(ui: &Ui, text: &str, side: Option<Side>, at: egui::Pos2, room: f32) -> Rect {
    let tokens = Tokens::of(ui);
    let (ink, wash) = side.map_or((tokens.dim, tokens.button), |side| (tokens.of_side(side), tokens.wash(side)));
    let galley = ui.painter().layout_job(one_line(text, font(size::TINY), ink, room - 12.0));
    let rect = Rect::from_min_size(at, galley.size() + vec2(12.0, 3.0));
    ui.painter().rect_filled(rect, CornerRadius::same(4), wash);
    let inside = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect);
    ui.painter().galley(inside.min, galley, ink);
    rect
}

fn diagnostic_text(context: &ViewContext<'_>, index: usize, found: &crate::model::Diagnostic) -> String {
    let (name, encoding) = (context.report_name(index), &context.reports[index].origin.encoding);
    let arguments = [("name", name.into()), ("encoding", encoding.into()), ("reason", (&found.message).into())];
    let known = context.locale.find(&format!("diagnostic-{}", found.code), &arguments);
    known.unwrap_or_else(|| context.locale.with("diagnostic-other", &arguments))
}

fn drop_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let tokens = Tokens::of(ui);
    ui.add_space(GAP - ui.spacing().item_spacing.y);
    let frame = Frame::new().inner_margin(Margin::symmetric(8, 14));
    let response = frame.show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.vertical_centered(|ui| {
            let hint = if context.takes_drops { "reports-drop-sides" } else { "reports-no-drop" };
            if context.takes_drops {
                ui.label(egui::RichText::new(context.text("reports-drop")).color(tokens.dim));
            }
            ui.label(widgets::dim(ui, context.text(hint)));
        });
    });
    dashed_border(ui, response.response.rect);
}

/// A dashed border: here things may be dropped.
pub(super) fn dashed_border(ui: &Ui, rect: Rect) {
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    let stroke = Stroke::new(1.5, Tokens::of(ui).line);
    ui.painter().extend(Shape::dashed_line(&corners, stroke, 6.0, 4.0));
}
