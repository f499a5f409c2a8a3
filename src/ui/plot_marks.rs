//! The points of the plot: drawn, labelled beside, hovered, clicked, reached by keyboard.

use egui::{Align2, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, vec2};
use egui_plot::{PlotPoint, PlotTransform};

use super::facts::original_of;
use super::marks::paint_marker;
use super::theme::{Tokens, bold, size};
use super::{Command, ViewContext, widgets};
use crate::compare::{ObservationRef, Side};
use crate::locale::correction_mark;

const HIT_SIZE: f32 = 20.0;
const LABEL_DISTANCE: f32 = 9.0;
const TOOLTIP_WIDTH: f32 = 340.0;
/// Letters of a sentence that a tooltip shows.
const TOOLTIP_LETTERS: usize = 160;

/// One point.
#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    /// Whose.
    pub side: Side,
    /// Years.
    pub x: f64,
    /// Value.
    pub y: f64,
    /// An aim.
    pub hollow: bool,
    /// The statement behind it.
    pub at: ObservationRef,
}

/// Draws the points inside `frame`.
pub(super) fn marks_ui(
    context: &ViewContext<'_>,
    ui: &mut Ui,
    marks: &[Mark],
    joins: &[(Side, Vec<PlotPoint>, bool)],
    transform: &PlotTransform,
    frame: Rect,
) {
    let segments: Vec<[Pos2; 2]> = joins
        .iter()
        .flat_map(|(_, points, _)| points.windows(2))
        .filter_map(|pair| {
            let [from, to] = pair else { return None };
            Some([transform.position_from_point(from), transform.position_from_point(to)])
        })
        .collect();
    let places: Vec<_> =
        marks.iter().map(|mark| transform.position_from_point(&PlotPoint::new(mark.x, mark.y))).collect();
    let mut taken: Vec<Rect> =
        places.iter().map(|at| Rect::from_center_size(*at, Vec2::splat(HIT_SIZE / 2.0))).collect();
    for (mark, at) in marks.iter().zip(places) {
        let Some(figure) = context.observation(mark.at) else { continue };
        let tokens = Tokens::of(ui);
        let colour = tokens.of_side(mark.side);
        let id = ui.scope_id().with(("mark", mark.at, mark.side));
        let response = ui.interact(Rect::from_center_size(at, Vec2::splat(HIT_SIZE)), id, Sense::click());
        let name = super::table_cells::cell_label(context, figure, mark.side);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if context.view.selection == Some(mark.at) || response.hovered() || response.has_focus() {
            ui.painter().circle(at, 9.0, tokens.wash(mark.side), Stroke::new(1.5, colour));
        }
        paint_marker(ui.painter(), at, mark.side, colour, mark.hollow.then_some(tokens.panel));

        let text = format!("{}{}", correction_mark(&figure.review), context.locale.quantity(&figure.quantity));
        let galley = ui.painter().layout_no_wrap(text, bold(size::SMALL), colour);
        let rect = free_place(at, galley.size(), &taken, &segments, frame);
        ui.painter().galley(rect.min, galley, colour);
        taken.push(rect);

        let response = response.on_hover_ui(|ui| {
            ui.set_max_width(TOOLTIP_WIDTH);
            ui.label(egui::RichText::new(name.as_str()).color(colour));
            ui.label(shortened(&figure.evidence.sentence));
            if let Some(original) = original_of(context, figure) {
                ui.label(original);
            }
            ui.label(widgets::dim(ui, context.report_name(mark.at.report)));
        });
        if response.clicked() {
            context.send(Command::Select(mark.at));
        }
    }
}

/// A place for a label beside `at` that covers no marker and no other label; above, if all are taken.
fn free_place(at: Pos2, label: Vec2, taken: &[Rect], segments: &[[Pos2; 2]], frame: Rect) -> Rect {
    let beside = |align: Align2, offset: Vec2| align.anchor_size(at + offset, label);
    let far = LABEL_DISTANCE;
    let candidates = [
        beside(Align2::CENTER_BOTTOM, vec2(0.0, -far)),
        beside(Align2::LEFT_BOTTOM, vec2(far * 0.7, -far * 0.7)),
        beside(Align2::RIGHT_BOTTOM, vec2(-far * 0.7, -far * 0.7)),
        beside(Align2::LEFT_CENTER, vec2(far, 0.0)),
        beside(Align2::RIGHT_CENTER, vec2(-far, 0.0)),
        beside(Align2::CENTER_TOP, vec2(0.0, far)),
        beside(Align2::CENTER_BOTTOM, vec2(0.0, -far - label.y)),
    ];
    let is_free = |rect: &&Rect| {
        frame.expand(4.0).contains_rect(**rect) && !taken.iter().any(|other| other.intersects(rect.shrink(1.0)))
    };
    let is_clear =
        |rect: &&Rect| is_free(rect) && !segments.iter().any(|[from, to]| crosses(rect.shrink(1.0), *from, *to));
    let found = candidates.iter().find(is_clear).or_else(|| candidates.iter().find(is_free));
    found.copied().unwrap_or(candidates[0])
}

/// Whether the line from `from` to `to` runs through `rect`, tried at close steps: lines are short and labels few.
fn crosses(rect: Rect, from: Pos2, to: Pos2) -> bool {
    let steps = (from.distance(to) / 4.0).ceil().max(1.0);
    let mut step = 0.0;
    while step <= steps {
        if rect.contains(from.lerp(to, step / steps)) {
            return true;
        }
        step += 1.0;
    }
    false
}

fn shortened(sentence: &str) -> String {
    let mut text: String = sentence.chars().take(TOOLTIP_LETTERS).collect();
    if text.len() < sentence.len() {
        text.push('…');
    }
    text
}
