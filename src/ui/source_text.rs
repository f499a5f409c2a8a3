//! The text of one report: only the paragraphs in view are laid out. Figures are underlined by county and kind.

use std::ops::Range;
use std::sync::Arc;

use egui::mutex::Mutex;
use egui::text::{CCursor, LayoutJob, TextFormat};
use egui::{Color32, Galley, Id, Pos2, Rect, ScrollArea, Shape, Stroke, TextBuffer, TextEdit, Ui, Vec2, pos2, vec2};

use super::command::SourceWish;
use super::context::{Marked, SourceLayout};
use super::text_heights::Heights;
use super::theme::{GAP, Tokens, font, size};
use super::{Command, ViewContext};
use crate::compare::{ObservationRef, Side};
use crate::model::{Form, Observation, Paragraph, Span, Status, locate};

const ROW_HEIGHT: f32 = 22.0;
const PARAGRAPH_GAP: f32 = 8.0;
/// Where the figure that is shown stands, as a share of the visible height.
const REVEAL_AT: f32 = 0.3;

/// A figure inside a paragraph, in code points.
struct Place<'a> {
    at: ObservationRef,
    figure: &'a Observation,
    part: Span,
}

/// Draws the text of `report` into what room there is.
pub(super) fn text_ui(context: &ViewContext<'_>, ui: &mut Ui, report: usize) {
    let (Some(text), Some(loaded)) = (context.texts.get(report), context.reports.get(report)) else { return };
    let layout = context.view.source.layout;
    let (paragraphs, gap) = match layout {
        SourceLayout::Paragraphs => (&text.paragraphs, PARAGRAPH_GAP),
        SourceLayout::Lines => (&text.lines, 0.0),
    };
    let id = Id::unique(("source", &loaded.origin.sha256, report, layout));
    let width = ui.available_width() - 2.0 * GAP - ui.spacing().scroll.allocated_width();
    let heights = heights(ui, id, paragraphs, width, gap);
    let mut area = ScrollArea::vertical().id_salt(id).auto_shrink([false, false]);
    if let Some(offset) = offset_to_reveal(context, ui, report, paragraphs, &heights.lock()) {
        area = area.vertical_scroll_offset(offset);
    }
    area.show_viewport(ui, |ui, viewport| {
        let known = heights.lock().clone();
        ui.set_height(known.total());
        let origin = ui.max_rect().min + vec2(GAP, 0.0);
        let mut measured = Vec::new();
        let first = known.at(viewport.top());
        let mut top = known.top(first);
        for (index, paragraph) in paragraphs.iter().enumerate().skip(first) {
            if top > viewport.bottom() {
                break;
            }
            let place = Rect::from_min_size(origin + vec2(0.0, top), vec2(width, known.height(index)));
            let height = paragraph_ui(context, ui, id, (report, index, paragraph), place) + gap;
            measured.push((index, height));
            top += height;
        }
        heights.lock().measured(&measured);
    });
}

/// The heights of this text from the last frame, or guesses.
fn heights(ui: &Ui, id: Id, paragraphs: &[Paragraph], width: f32, gap: f32) -> Arc<Mutex<Heights>> {
    let known: Option<Arc<Mutex<Heights>>> = ui.data(|data| data.get_temp(id));
    known.filter(|known| known.lock().fit(paragraphs.len(), width)).unwrap_or_else(|| {
        let guessed = Arc::new(Mutex::new(Heights::guess(paragraphs, width, size::BODY, ROW_HEIGHT, gap)));
        ui.data_mut(|data| data.insert_temp(id, Arc::clone(&guessed)));
        guessed
    })
}

/// How far to scroll so that what shall be shown is in view.
fn offset_to_reveal(
    context: &ViewContext<'_>,
    ui: &Ui,
    report: usize,
    paragraphs: &[Paragraph],
    heights: &Heights,
) -> Option<f32> {
    let view = &context.view.source;
    let hit = view.hit.and_then(|hit| view.hits.get(hit)).filter(|(of, _)| *of == report).map(|(_, span)| *span);
    let selected = context.view.selection.filter(|at| at.report == report);
    let selected = selected.and_then(|at| context.observation(at)).map(|figure| figure.evidence.span);
    let wanted = match (view.reveal_hit, context.view.reveal_selection) {
        (true, _) => hit,
        (false, true) => selected,
        (false, false) => None,
    };
    let (index, part) = locate(paragraphs, wanted?)?;
    let paragraph = paragraphs.get(index)?;
    let share = part.start as f32 / paragraph.len().max(1) as f32;
    Some((heights.top(index) + share * heights.height(index) - REVEAL_AT * ui.available_height()).max(0.0))
}

/// Draws one paragraph at `place` and returns how high it became.
fn paragraph_ui(
    context: &ViewContext<'_>,
    ui: &mut Ui,
    id: Id,
    (report, index, paragraph): (usize, usize, &Paragraph),
    place: Rect,
) -> f32 {
    let tokens = Tokens::of(ui);
    let places = places(context, report, paragraph);
    let washes = washes(context, report, paragraph, &places, tokens);
    let mut layouter = |ui: &Ui, text: &dyn TextBuffer, width: f32| -> Arc<Galley> {
        let mut job = job(text.as_str(), &washes, tokens.ink);
        job.wrap.max_width = width;
        ui.fonts_mut(|fonts| fonts.layout_job(job))
    };
    let mut words = paragraph.text.as_str();
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(place).id_salt((id, index)));
    let output = TextEdit::multiline(&mut words)
        .id(id.with(index))
        .frame(egui::Frame::NONE)
        .desired_rows(1)
        .desired_width(place.width())
        .margin(Vec2::ZERO)
        .layouter(&mut layouter)
        .show(&mut child);
    let response = &output.response.response;
    let name = context.locale.with("source-paragraph", &[("number", (index + 1).into())]);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(name));
    for place in &places {
        underline(context, ui, &output.galley, output.galley_pos, place);
    }
    let marked = output.cursor_range.map(|range| {
        let range = range.as_sorted_char_range();
        range.start.0..range.end.0
    });
    if response.clicked() {
        if let Some(at) = marked.as_ref().and_then(|range| figure_at(context, &places, range.start)) {
            context.send(Command::Select(at));
            // The keyboard goes on with the figures, not with the text.
            response.surrender_focus();
        }
    }
    mark(context, report, paragraph, marked, response.has_focus());
    if let Some(pointer) = response.hover_pos() {
        let letter = output.galley.cursor_from_pos(pointer - output.galley_pos).index;
        if let Some(place) = places.iter().find(|place| place.part.contains(letter.into())) {
            let text = hover_text(context, place.figure);
            ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
            response.clone().on_hover_text_at_pointer(text);
        }
    }
    output.galley.size().y.max(ROW_HEIGHT)
}

fn hover_text(context: &ViewContext<'_>, figure: &Observation) -> String {
    let area = figure.area.as_ref().map_or_else(|| context.text("evidence-no-area"), |area| area.name.to_string());
    let name = figure.indicator.as_ref().map_or_else(|| figure.label.to_string(), |id| context.indicator_name(id));
    let value = context.locale.figure(figure, None);
    [area, name, context.locale.period_of(figure), value].join(" · ")
}

/// The figures of `report` in `paragraph`.
fn places<'a>(context: &ViewContext<'a>, report: usize, paragraph: &Paragraph) -> Vec<Place<'a>> {
    let Some(figures) = context.reports.get(report).map(|loaded| &loaded.observations) else { return Vec::new() };
    let span = paragraph.span();
    // Figures stand in the order of the text; one may begin in the line before.
    let first = figures.partition_point(|figure| figure.evidence.span.end <= span.start);
    let here = figures.iter().skip(first).take_while(|figure| figure.evidence.span.start < span.end);
    let place = |figure: &'a Observation| {
        let part = paragraph.part_of(figure.evidence.span)?;
        Some(Place { at: ObservationRef { report, id: figure.id }, figure, part })
    };
    here.filter_map(place).collect()
}

/// Backgrounds, in code points of the paragraph: hits of the find box, and the selected figure over them.
fn washes(
    context: &ViewContext<'_>,
    report: usize,
    paragraph: &Paragraph,
    places: &[Place<'_>],
    tokens: &Tokens,
) -> Vec<(Span, Color32)> {
    let view = &context.view.source;
    let span = paragraph.span();
    let first = view.hits.partition_point(|(of, hit)| (*of, hit.end) <= (report, span.start));
    let hits = view.hits.iter().enumerate().skip(first);
    let here = hits.take_while(|(_, (of, hit))| *of == report && hit.start < span.end);
    let mut out: Vec<(Span, Color32)> = here
        .filter_map(|(number, (_, hit))| {
            let colour = if view.hit == Some(number) { tokens.county_wash[1] } else { tokens.button_hover };
            paragraph.part_of(*hit).map(|part| (part, colour))
        })
        .collect();
    let selected = places.iter().find(|place| context.view.selection == Some(place.at));
    out.extend(selected.map(|place| (place.part, tokens.highlight)));
    out
}

/// `text` on its backgrounds; a later one lies over an earlier.
fn job(text: &str, washes: &[(Span, Color32)], ink: Color32) -> LayoutJob {
    let mut edges: Vec<usize> = washes.iter().flat_map(|(part, _)| [part.start, part.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut job = LayoutJob::default();
    let mut edges = edges.into_iter().peekable();
    let (mut from, mut letter) = (0, 0);
    let mut push = |range: Range<usize>, letter: usize| {
        let background = washes.iter().rfind(|(part, _)| part.contains(letter)).map(|(_, colour)| *colour);
        let format = TextFormat {
            font_id: font(size::BODY),
            color: ink,
            background: background.unwrap_or(Color32::TRANSPARENT),
            line_height: Some(ROW_HEIGHT),
            ..TextFormat::default()
        };
        job.append(&text[range], 0.0, format);
    };
    for (at, (byte, _)) in text.char_indices().enumerate() {
        if edges.next_if_eq(&at).is_some() && byte > from {
            push(from..byte, letter);
            (from, letter) = (byte, at);
        }
    }
    push(from..text.len(), letter);
    job
}

/// Solid for a result, dashed for an aim, dotted for a change; struck through where a person threw it out.
fn underline(context: &ViewContext<'_>, ui: &Ui, galley: &Galley, origin: Pos2, place: &Place<'_>) {
    let tokens = Tokens::of(ui);
    let side = context.comparison.side_of(place.at);
    let colour = side.map_or(tokens.dim, |side| tokens.of_side(side));
    let width = if place.figure.indicator.is_some() { 1.6 } else { 0.8 };
    let stroke = Stroke::new(width, colour);
    for row in rows(galley, place.part) {
        let row = row.translate(origin.to_vec2());
        let line = |y: f32| [pos2(row.left(), y), pos2(row.right(), y)];
        let points = line(row.bottom() - 2.0);
        match (place.figure.form, place.figure.status) {
            (Form::Change, _) => ui.painter().extend(Shape::dotted_line(&points, colour, 4.0, width * 0.7)),
            (Form::Level, Status::Target) => ui.painter().extend(Shape::dashed_line(&points, stroke, 4.0, 3.0)),
            (Form::Level, Status::Actual) => {
                ui.painter().line_segment(points, stroke);
            }
        }
        if !place.figure.counts() {
            ui.painter().line_segment(line(row.center().y), Stroke::new(1.0, tokens.bad));
        }
    }
}

/// The rectangles that `part` covers, one a row.
fn rows(galley: &Galley, part: Span) -> Vec<Rect> {
    let mut out: Vec<Rect> = Vec::new();
    for letter in part.start..part.end {
        let before = galley.pos_from_cursor(CCursor { index: letter.into(), prefer_next_row: true });
        let after = galley.pos_from_cursor(CCursor { index: (letter + 1).into(), prefer_next_row: false });
        let rect = Rect::from_min_max(before.min, pos2(after.right().max(before.left()), before.bottom()));
        match out.last_mut() {
            Some(last) if (last.top() - rect.top()).abs() < 1.0 => *last = last.union(rect),
            _ => out.push(rect),
        }
    }
    out
}

/// The figure at `letter`; of several the one after the selected one, so that clicks go through them.
fn figure_at(context: &ViewContext<'_>, places: &[Place<'_>], letter: usize) -> Option<ObservationRef> {
    let touches = |place: &&Place<'_>| place.part.start <= letter && letter <= place.part.end;
    let here: Vec<ObservationRef> = places.iter().filter(touches).map(|place| place.at).collect();
    let selected = here.iter().position(|at| context.view.selection == Some(*at));
    here.get(selected.map_or(0, |index| (index + 1) % here.len())).copied()
}

/// Tells the app which words are marked, where that changed.
fn mark(
    context: &ViewContext<'_>,
    report: usize,
    paragraph: &Paragraph,
    marked: Option<Range<usize>>,
    has_focus: bool,
) {
    if !has_focus {
        return;
    }
    let text = context.texts.get(report);
    let marked = marked.filter(|range| !range.is_empty()).and_then(|range| {
        let source = paragraph.source_of(Span::new(range.start, range.end));
        let (paragraph, part) = text?.locate(source)?;
        Some(Marked { report, paragraph, part })
    });
    if marked != context.view.marked {
        context.send(Command::Source(SourceWish::Mark(marked)));
    }
}

/// The report that most figures of a side come from.
pub(super) fn report_of(context: &ViewContext<'_>, side: Side) -> Option<usize> {
    let mut counts = vec![0_usize; context.reports.len()];
    for at in &context.comparison.profile(side)?.observations {
        if let Some(count) = counts.get_mut(at.report) {
            *count += 1;
        }
    }
    (0..counts.len()).rev().max_by_key(|report| counts[*report]).filter(|report| counts[*report] > 0)
}
