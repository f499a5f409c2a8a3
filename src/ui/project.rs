//! What the window shows of the project: its name, the recent ones, sources that are gone, and questions before work
//! would be lost.

use std::collections::BTreeSet;

use egui::{Button, RichText, Ui, vec2};

use super::theme::{CONTROL_HEIGHT, Tokens};
use super::{Command, ViewContext, widgets};
use crate::locale::Argument;
use crate::model::SourceId;

/// The project that is open.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ProjectStatus {
    /// Its name; `None` before it has one.
    pub name: Option<String>,
    /// Whether it differs from its file.
    pub unsaved: bool,
    /// Whether the reports' texts are kept in its file.
    pub embed: bool,
    /// Projects that were opened last, latest first.
    pub recent: Vec<RecentEntry>,
    /// Reports of the project that could not be read; their corrections are kept.
    pub missing: Vec<MissingSource>,
    /// Corrections whose sentence no report has, by their place in the history.
    pub orphans: BTreeSet<usize>,
}

/// A project that was opened before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecentEntry {
    /// Its path.
    pub path: String,
    /// Whether it is still there.
    pub there: bool,
}

/// A report of the project that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingSource {
    /// Its number, by which its corrections know it.
    pub id: SourceId,
    /// Its name.
    pub name: String,
    /// How many corrections belong to it, undone ones not counted.
    pub corrections: usize,
}

/// A question that must be answered first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Question {
    /// The project of this name has unsaved changes.
    Unsaved {
        /// Its name; `None` before it has one.
        name: Option<String>,
    },
    /// The project of this name is open in another window.
    InUse {
        /// Its name.
        name: String,
    },
    /// The project of this name is damaged and has a backup.
    Damaged {
        /// Its name.
        name: String,
        /// What is wrong, in English.
        fault: String,
    },
    /// A file of this name is there already.
    Replace {
        /// Its name.
        name: String,
    },
    /// A crash left unsaved work.
    Recover {
        /// Name of its project; `None` before it had one.
        name: Option<String>,
        /// When it was kept, in local time.
        kept: String,
        /// How many corrections it has.
        corrections: usize,
    },
}

/// An answer to a [`Question`]; to give up is [`Command::CloseDialog`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Save first.
    Save,
    /// Lose the changes.
    DontSave,
    /// Open a copy without a name.
    OpenCopy,
    /// Open a copy of what the last save replaced.
    OpenBackup,
    /// Write over the file.
    Replace,
    /// Bring the unsaved work back.
    Recover,
    /// Delete the unsaved work.
    Discard,
}

/// Draws a question with its answers, the first of which stands out.
pub(super) fn question_ui(context: &ViewContext<'_>, ui: &mut Ui, question: &Question) {
    let named = |name: &Option<String>| name.clone().unwrap_or_else(|| context.text("project-untitled"));
    let (title, text, answers, cancel): (_, _, &[Answer], _) = match question {
        Question::Unsaved { name } => {
            let text = context.locale.with("question-unsaved", &[("name", Argument::Text(&named(name)))]);
            ("question-unsaved-title", text, &[Answer::Save, Answer::DontSave], "dialog-cancel")
        }
        Question::InUse { name } => {
            let text = context.locale.with("question-in-use", &[("name", Argument::Text(name))]);
            ("question-in-use-title", text, &[Answer::OpenCopy], "dialog-cancel")
        }
        Question::Damaged { name, fault } => {
            let arguments = [("name", Argument::Text(name)), ("reason", Argument::Text(fault))];
            let text = context.locale.with("question-damaged", &arguments);
            ("question-damaged-title", text, &[Answer::OpenBackup], "dialog-cancel")
        }
        Question::Replace { name } => {
            let text = context.locale.with("question-replace", &[("name", Argument::Text(name))]);
            ("question-replace-title", text, &[Answer::Replace], "dialog-cancel")
        }
        Question::Recover { name, kept, corrections } => {
            let name = named(name);
            let arguments =
                [("name", Argument::Text(&name)), ("kept", Argument::Text(kept)), ("count", (*corrections).into())];
            let text = context.locale.with("question-recover", &arguments);
            ("question-recover-title", text, &[Answer::Recover, Answer::Discard], "question-later")
        }
    };
    ui.heading(context.text(title));
    ui.add_space(4.0);
    ui.label(text);
    ui.add_space(8.0);
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        for (index, answer) in answers.iter().enumerate() {
            answer_ui(context, ui, *answer, index == 0);
        }
        if ui.add(Button::new(context.text(cancel)).min_size(vec2(72.0, CONTROL_HEIGHT))).clicked() {
            context.send(Command::CloseDialog);
        }
    });
}

fn answer_ui(context: &ViewContext<'_>, ui: &mut Ui, answer: Answer, first: bool) {
    let text = context.text(match answer {
        Answer::Save => "answer-save",
        Answer::DontSave => "answer-dont-save",
        Answer::OpenCopy => "answer-open-copy",
        Answer::OpenBackup => "answer-open-backup",
        Answer::Replace => "answer-replace",
        Answer::Recover => "answer-recover",
        Answer::Discard => "answer-discard",
    });
    let button = if first {
        let tokens = Tokens::of(ui);
        Button::new(RichText::new(text).color(tokens.on_county)).fill(tokens.county[0])
    } else {
        Button::new(text)
    };
    let response = ui.add(button.min_size(vec2(72.0, CONTROL_HEIGHT)));
    if first && context.view.focus_dialog {
        response.request_focus();
    }
    if response.clicked() {
        context.send(Command::Answer(answer));
    }
}

/// Draws the menu of recent projects; those that are gone cannot be chosen.
pub(super) fn recent_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    let recent = &context.project.recent;
    ui.add_enabled_ui(!recent.is_empty(), |ui| {
        ui.menu_button(context.text("menu-recent"), |ui| {
            for entry in recent {
                let name = entry.path.rsplit(['/', '\\']).next().unwrap_or(&entry.path);
                let response = ui.add_enabled(entry.there, Button::new(name));
                let gone = context.text("project-gone");
                let response = response.on_hover_text(&entry.path).on_disabled_hover_text(gone);
                if response.clicked() {
                    context.send(Command::OpenRecent(entry.path.clone()));
                    ui.close();
                }
            }
        });
    });
}

/// Draws what is missing of the project's reports.
pub(super) fn missing_ui(context: &ViewContext<'_>, ui: &mut Ui) {
    for source in &context.project.missing {
        let arguments = [("name", Argument::Text(&source.name)), ("count", source.corrections.into())];
        let text = context.locale.with("reports-missing", &arguments);
        ui.label(widgets::dim(ui, text).color(Tokens::of(ui).bad));
    }
}
