//! The form of a correction: every fact of a figure, with what is wrong under its field.

use egui::{Button, Label, RichText, ScrollArea, Ui, vec2};

use super::correct_area::candidates_ui;
use super::correct_indicator::indicator_ui;
use super::theme::{CONTROL_HEIGHT, Tokens, size};
use super::{CorrectionForm, CorrectionTarget, ReviewWish, ViewContext, dialogs, evidence, facts, widgets};
use crate::model::{Bound, Form, Span, Status};
use crate::review::{Field, Problem};
use crate::ui::Command;

const LABEL_WIDTH: f32 = 64.0;
const SENTENCE_HEIGHT: f32 = 84.0;

/// Draws the form. Enter in a field confirms it.
pub(super) fn correct_ui(context: &ViewContext<'_>, ui: &mut Ui, form: &CorrectionForm) {
    let mut edited = form.clone();
    let (title, confirm) = match form.target {
        CorrectionTarget::Figure(_) => ("correct-title", "correct-confirm"),
        CorrectionTarget::Marked(_) => ("correct-add-title", "correct-add-confirm"),
    };
    ui.heading(context.text(title));
    sentence_ui(context, ui, form.target);
    ui.add_space(2.0);
    ui.spacing_mut().item_spacing.y = 7.0;
    let confirmed = fields_ui(context, ui, &mut edited);
    if edited != *form {
        context.send(Command::Review(ReviewWish::EditForm(Box::new(edited))));
    }
    ui.add_space(4.0);
    dialogs::buttons_ui(context, ui, confirm, confirmed);
}

/// The sentence with the figure in it, as a reminder of what is being changed.
fn sentence_ui(context: &ViewContext<'_>, ui: &mut Ui, target: CorrectionTarget) {
    let tokens = Tokens::of(ui);
    let job = match target {
        CorrectionTarget::Figure(at) => context
            .observation(at)
            .map(|figure| evidence::sentence_job(&figure.evidence.sentence, figure.evidence.figure, tokens)),
        CorrectionTarget::Marked(marked) => {
            let paragraph = context.texts.get(marked.report).and_then(|text| text.paragraphs.get(marked.paragraph));
            paragraph.and_then(|paragraph| {
                let sentence = paragraph.sentence_at(marked.part.start)?;
                let figure = Span::new(marked.part.start - sentence.start, marked.part.end - sentence.start);
                Some(evidence::sentence_job(paragraph.slice(sentence), figure, tokens))
            })
        }
    };
    let Some(job) = job else { return };
    widgets::bar(tokens.background, 10, 6).corner_radius(6).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ScrollArea::vertical().id_salt("sentence").max_height(SENTENCE_HEIGHT).show(ui, |ui| {
            ui.add(Label::new(job).wrap().selectable(true));
        });
    });
}

/// All fields in the order in which Tab goes through them; whether Enter was pressed in one.
fn fields_ui(context: &ViewContext<'_>, ui: &mut Ui, form: &mut CorrectionForm) -> bool {
    // The keyboard starts at what is wrong, else at the value.
    let first = form.errors.iter().map(|error| error.field).find(|field| *field != Field::Indicator);
    let first = if context.view.focus_dialog { Some(first.unwrap_or(Field::Value)) } else { None };
    let mut confirmed = false;
    let mut text_ui = |ui: &mut Ui, form: &mut CorrectionForm, field: Field, label: &str, hint: &str| {
        let text = match field {
            Field::Area => &mut form.draft.area,
            Field::Indicator => &mut form.draft.label,
            Field::Value => &mut form.draft.value,
            Field::Unit => &mut form.draft.unit,
            Field::Period => &mut form.draft.period,
        };
        let before = text.clone();
        confirmed |= line_ui(context, ui, text, label, hint, first == Some(field));
        if *text != before {
            form.errors.retain(|error| error.field != field);
        }
        errors_ui(context, ui, form, field);
    };
    text_ui(ui, form, Field::Area, "evidence-area", "correct-area-hint");
    candidates_ui(context, ui, form);
    labelled(context, ui, "evidence-indicator", |ui| indicator_ui(context, ui, form));
    if form.draft.indicator.is_none() {
        text_ui(ui, form, Field::Indicator, "correct-label", "correct-label-hint");
    } else {
        errors_ui(context, ui, form, Field::Indicator);
    }
    text_ui(ui, form, Field::Value, "correct-value", "correct-value-hint");
    text_ui(ui, form, Field::Unit, "correct-unit", "correct-unit-hint");
    text_ui(ui, form, Field::Period, "evidence-time", "correct-period-hint");
    let draft = &mut form.draft;
    let bounds = [Bound::Exact, Bound::Approx, Bound::Min, Bound::Max];
    choice_ui(context, ui, "evidence-bound", &bounds.map(|bound| (bound, facts::bound_key(bound))), &mut draft.bound);
    let statuses = [Status::Actual, Status::Target];
    let statuses = statuses.map(|status| (status, facts::status_key(status)));
    choice_ui(context, ui, "evidence-status", &statuses, &mut draft.status);
    let forms = [Form::Level, Form::Change];
    choice_ui(context, ui, "evidence-kind", &forms.map(|form| (form, facts::form_key(form))), &mut draft.form);
    confirmed |= line_ui(context, ui, &mut draft.reason, "dialog-reason", "correct-reason-hint", false);
    confirmed
}

/// A field with its label before it.
fn labelled<R>(context: &ViewContext<'_>, ui: &mut Ui, label: &str, field: impl FnOnce(&mut Ui) -> R) -> R {
    ui.horizontal(|ui| {
        let left = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(vec2(LABEL_WIDTH, CONTROL_HEIGHT), left, |ui| {
            ui.set_width(LABEL_WIDTH);
            ui.add(Label::new(widgets::dim(ui, context.text(label))).truncate());
        });
        field(ui)
    })
    .inner
}

/// A field of one line; whether Enter was pressed in it.
fn line_ui(
    context: &ViewContext<'_>,
    ui: &mut Ui,
    text: &mut String,
    label: &str,
    hint: &str,
    takes_keyboard: bool,
) -> bool {
    labelled(context, ui, label, |ui| {
        let response = widgets::field(ui, text, context.text(label), context.text(hint), f32::INFINITY);
        if takes_keyboard {
            response.request_focus();
        }
        response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter))
    })
}

fn errors_ui(context: &ViewContext<'_>, ui: &mut Ui, form: &CorrectionForm, field: Field) {
    for error in form.errors.iter().filter(|error| error.field == field) {
        ui.horizontal(|ui| {
            ui.add_space(LABEL_WIDTH + ui.spacing().item_spacing.x);
            let text = RichText::new(problem_text(context, field, &error.problem)).size(size::SMALL);
            ui.add(Label::new(text.color(Tokens::of(ui).bad)).wrap());
        });
    }
}

fn choice_ui<T: Copy + PartialEq>(
    context: &ViewContext<'_>,
    ui: &mut Ui,
    label: &str,
    choices: &[(T, &str)],
    chosen: &mut T,
) {
    labelled(context, ui, label, |ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        for (choice, key) in choices {
            let button = Button::selectable(*chosen == *choice, context.text(key)).min_size(vec2(0.0, 24.0));
            if ui.add(button).clicked() {
                *chosen = *choice;
            }
        }
    });
}

fn problem_text(context: &ViewContext<'_>, field: Field, problem: &Problem) -> String {
    let key = match (problem, field) {
        (Problem::Empty, Field::Indicator) => "fault-no-subject",
        (Problem::Empty, _) => "fault-empty",
        (Problem::NotANumber, _) => "fault-not-a-number",
        (Problem::NoUnit, _) => "fault-no-unit",
        (Problem::UnitOfAnother(unit), _) => {
            return context.locale.with("fault-unit-of-another", &[("unit", unit.into())]);
        }
        (Problem::NotAPeriod, _) => "fault-not-a-period",
        (Problem::YearOutOfRange, _) => "fault-year-out-of-range",
        (Problem::SeveralAreas(codes), _) => {
            return context.locale.with("fault-several-areas", &[("count", codes.len().into())]);
        }
        (Problem::UnknownCode, _) => "fault-unknown-code",
    };
    context.text(key)
}
