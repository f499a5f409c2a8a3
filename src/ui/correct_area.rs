//! Places of one name, to choose one by the province and the prefecture that it lies in.

use egui::{Button, RichText, Ui, vec2};

use super::theme::{CONTROL_HEIGHT, size};
use super::{CorrectionForm, ViewContext};
use crate::codelist::{AreaRecord, Codelists};
use crate::review::{Field, Problem};

/// Buttons for the places that share the name which was typed; nothing where the name leaves no doubt.
pub(super) fn candidates_ui(context: &ViewContext<'_>, ui: &mut Ui, form: &mut CorrectionForm) {
    let several = form.errors.iter().find_map(|error| match &error.problem {
        Problem::SeveralAreas(codes) => Some(codes.clone()),
        _ => None,
    });
    let Some(several) = several else { return };
    ui.horizontal_wrapped(|ui| {
        for record in several.into_iter().filter_map(|code| context.codelists.areas.by_code(code)) {
            let text = RichText::new(full_name(context.codelists, record)).size(size::SMALL);
            if ui.add(Button::new(text).min_size(vec2(0.0, CONTROL_HEIGHT - 4.0))).clicked() {
                form.draft.area = format!("{} {}", record.name, record.code);
                form.errors.retain(|error| error.field != Field::Area);
            }
        }
    });
}

/// A place with those that it lies in before it: `江苏省徐州市鼓楼区`.
fn full_name(codelists: &Codelists, record: &AreaRecord) -> String {
    let mut names = vec![record.name.as_str()];
    let mut inner = record;
    while let Some(outer) = codelists.areas.parent(inner) {
        names.push(&outer.name);
        inner = outer;
    }
    names.reverse();
    names.concat()
}
