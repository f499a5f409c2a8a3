//! What stands above the table: the trend, the reports' text, the review queue, the audit or the history, one at a time.

use egui::accesskit::Role;
use egui::{Button, Stroke, Ui, UiBuilder, WidgetInfo};

use super::context::Pane;
use super::theme::Tokens;
use super::{Command, ViewContext, access, audit, history, plot, review, source, widgets};

/// Draws the tabs and the pane that is chosen.
pub(super) fn panes_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    ui.horizontal(|ui| {
        access::landmark(ui, Role::TabList, context.text("part-panes"));
        ui.add_space(8.0);
        for pane in Pane::ALL {
            let command = Command::ShowPane(pane);
            let text = command.text_key().map(|key| context.text(key)).unwrap_or_default();
            let shown = context.view.pane == pane;
            let tab = ui.add(Button::selectable(shown, &text));
            tab.widget_info(|| WidgetInfo::selected(Role::Tab, true, shown, &text));
            if shown {
                // A mark besides the colour.
                let line = Stroke::new(2.0, Tokens::of(ui).county[0]);
                ui.painter().hline(tab.rect.x_range().shrink(6.0), tab.rect.bottom() - 1.0, line);
            }
            if tab.on_hover_text(widgets::tooltip(ui, context, &command)).clicked() {
                context.send(command);
            }
        }
        if context.view.pane == Pane::Review {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                ui.add_space(8.0);
                review::progress_ui(context, ui);
            });
        }
    });
    let name = Command::ShowPane(context.view.pane).text_key().map(|key| context.text(key)).unwrap_or_default();
    let builder = UiBuilder::new().accessibility_role(Role::TabPanel).accessibility_label(name);
    ui.scope_builder(builder, |ui| match context.view.pane {
        Pane::Trend => plot::plot_ui(context, ui),
        Pane::Source => source::source_ui(context, ui),
        Pane::Review => review::review_ui(context, ui),
        Pane::Audit => audit::audit_ui(context, ui),
        Pane::History => history::history_ui(context, ui),
    });
}
