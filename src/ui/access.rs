//! What keyboard and screen reader need everywhere: parts of the window by name, the keyboard's place in sight.

use egui::accesskit::{Live, Role};
use egui::{Context, Rect, Response, Stroke, StrokeKind, Ui};

use super::theme::{CONTROL_CORNER, Tokens};

/// Makes all of `ui` a part of the window that a screen reader jumps to and names.
pub(super) fn landmark(ui: &Ui, role: Role, name: String) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        node.set_label(name);
    });
}

/// Makes all of `ui` something that a screen reader reads out when it changes.
pub(super) fn announced(ui: &Ui, role: Role) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        node.set_live(Live::Polite);
    });
}

/// Round what has the keyboard, where the widget shows it by its ground alone.
pub(super) fn focus_ring(ui: &Ui, response: &Response) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, Tokens::of(ui).focus);
        ui.painter().rect_stroke(response.rect, CONTROL_CORNER, stroke, StrokeKind::Inside);
    }
}

/// Where the keyboard has just gone to within `ui`.
fn new_focus(ui: &Ui) -> Option<Rect> {
    let focused = ui.memory(egui::Memory::focused)?;
    let response = ui.ctx().read_response(focused)?;
    let inside = response.layer_id == ui.layer_id() && ui.min_rect().contains(response.rect.center());
    (inside && response.gained_focus()).then_some(response.rect)
}

/// Scrolls to what the keyboard has just gone to. To be called at the end of what scrolls.
pub(super) fn follow_focus(ui: &Ui) {
    if let Some(rect) = new_focus(ui) {
        ui.scroll_to_rect(rect.expand(12.0), None);
    }
}

/// The same, to the middle: what comes next is drawn too, so that the keyboard finds it.
pub(super) fn follow_focus_closely(ui: &Ui) {
    if let Some(rect) = new_focus(ui) {
        ui.scroll_to_rect(rect, Some(egui::Align::Center));
    }
}

/// Whether the window is so small, or so much enlarged, that its parts stand below each other and are scrolled.
pub(super) fn is_compact(ctx: &Context) -> bool {
    let size = ctx.content_rect().size();
    size.x < COMPACT_WIDTH || size.y < COMPACT_HEIGHT
}

/// Less than three panels side by side need, in points.
const COMPACT_WIDTH: f32 = 800.0;
/// Less than plot and table above each other need, in points.
const COMPACT_HEIGHT: f32 = 520.0;
