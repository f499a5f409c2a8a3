//! The whole window: where each panel stands.

use egui::accesskit::Role;
use egui::{CentralPanel, Frame, Panel, Ui};

use super::context::Pane;
use super::theme::{self, GAP, Tokens};
use super::{
    ViewContext, access, compact, dialogs, drop_overlay, evidence, menu, notices, panes, reports, review, status,
    table, toolbar, welcome, widgets,
};

/// Below this width the side panels give way to the comparison, in points.
const NARROW: f32 = 1100.0;
const NARROW_REPORTS_WIDTH: f32 = 160.0;
const NARROW_EVIDENCE_WIDTH: f32 = 240.0;
/// Share of the middle's height that the plot takes, and its limits in points.
const PLOT_SHARE: f32 = 0.43;
const PLOT_HEIGHT: std::ops::RangeInclusive<f32> = 190.0..=900.0;
/// The same for the panes that are read.
const READING_SHARE: f32 = 0.6;

/// Draws everything.
pub fn window_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    theme::set_theme(ui.ctx(), context.view.theme);
    theme::quiet_tooltips(ui.ctx(), context.dialog.is_some());
    let tokens = Tokens::of(ui);
    let width = ui.available_width();
    let bar = |vertical| widgets::bar(tokens.panel, 12, vertical);
    let compact = access::is_compact(ui.ctx());
    Panel::top("menu").exact_size(theme::MENU_HEIGHT).frame(bar(2)).show(ui, |ui| {
        access::landmark(ui, Role::MenuBar, context.text("part-menu"));
        menu::menu_ui(context, ui);
    });
    if !compact {
        Panel::top("toolbar").exact_size(theme::TOOLBAR_HEIGHT).frame(bar(0)).show(ui, |ui| {
            access::landmark(ui, Role::Toolbar, context.text("part-tools"));
            toolbar::toolbar_ui(context, ui);
        });
    }
    Panel::bottom("status").exact_size(theme::STATUS_HEIGHT).frame(bar(0)).show(ui, |ui| {
        access::announced(ui, Role::Status);
        status::status_ui(context, ui);
    });
    if compact {
        middle(tokens).show(ui, |ui| compact::compact_ui(context, ui));
    } else if context.reports.is_empty() {
        middle(tokens).show(ui, |ui| {
            access::landmark(ui, Role::Main, context.text("part-start"));
            notices::notices_ui(context, ui);
            welcome::welcome_ui(context, ui);
        });
    } else {
        let narrow = width < NARROW;
        let reports_width = if narrow { NARROW_REPORTS_WIDTH } else { theme::REPORTS_WIDTH };
        let evidence_width = if narrow { NARROW_EVIDENCE_WIDTH } else { theme::EVIDENCE_WIDTH };
        let side = widgets::bar(tokens.panel, 12, 12);
        Panel::left("reports").exact_size(reports_width).resizable(false).frame(side).show(ui, |ui| {
            access::landmark(ui, Role::Navigation, context.text("reports-title"));
            reports::reports_ui(context, ui);
        });
        Panel::right("evidence").exact_size(evidence_width).resizable(false).frame(side).show(ui, |ui| {
            access::landmark(ui, Role::Complementary, context.text("evidence-title"));
            evidence::evidence_ui(context, ui);
        });
        middle(tokens).show(ui, |ui| {
            access::landmark(ui, Role::Main, context.text("part-comparison"));
            comparison_ui(context, ui);
        });
    }
    if context.view.pane == Pane::Review && context.dialog.is_none() {
        review::keys_ui(context, ui.ctx());
    }
    dialogs::dialog_ui(context, ui);
    drop_overlay::drop_overlay_ui(context, ui);
}

fn middle(tokens: &Tokens) -> CentralPanel {
    CentralPanel::default().frame(Frame::new().fill(tokens.background).inner_margin(egui::Margin::symmetric(16, 12)))
}

fn comparison_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    notices::notices_ui(context, ui);
    let tokens = Tokens::of(ui);
    let share = if context.view.pane == Pane::Trend { PLOT_SHARE } else { READING_SHARE };
    let height = (ui.available_height() * share).clamp(*PLOT_HEIGHT.start(), *PLOT_HEIGHT.end());
    widgets::card(tokens).show(ui, |ui| {
        ui.set_height(height);
        panes::panes_ui(context, ui);
    });
    ui.add_space(GAP - ui.spacing().item_spacing.y);
    widgets::card(tokens).show(ui, |ui| {
        ui.set_min_size(ui.available_size());
        table::table_ui(context, ui);
    });
}
