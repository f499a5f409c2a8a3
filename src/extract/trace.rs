//! Why a figure was read as it was: the words that made it a change or bounded it.

use super::frame::Frame;
use crate::codelist::{Codelists, LinkKind};
use crate::model::{Bound, Decision, Form};

/// What made the figure of `frame` a level or a change.
pub(super) fn form<'f>(frame: &'f Frame<'_>, codelists: &Codelists) -> Decision<&'f str> {
    if frame.form == Form::Level {
        return Decision::rule("level");
    }
    let links = &codelists.cues.links;
    // The last word of rising or falling before the figure.
    let mut words = frame.clause_before.as_str();
    while let Some((at, _)) = words.char_indices().next_back() {
        if let Some((before, kind)) = links.strip_suffix(words) {
            if matches!(kind, LinkKind::Fall | LinkKind::Rise) {
                return Decision::by("change", words.get(before.len()..).unwrap_or(""));
            }
        }
        words = words.get(..at).unwrap_or("");
    }
    Decision::rule("change")
}

/// What bounded the figure of `frame`, in the reflowed `text`.
pub(super) fn bound<'a>(frame: &Frame<'_>, text: &'a str, codelists: &Codelists) -> Decision<&'a str> {
    let figure = &frame.figure;
    if frame.bound == Bound::Exact {
        return Decision::rule("exact");
    }
    let before = text.get(..figure.start).unwrap_or("");
    if let Some((rest, bound)) = codelists.cues.bound_before.strip_suffix(before) {
        if bound == frame.bound {
            return Decision::by("before", before.get(rest.len()..).unwrap_or(""));
        }
    }
    match text.get(figure.end..figure.bound_end) {
        Some(after) if !after.is_empty() => Decision::by("behind", after),
        _ => Decision::by("within", text.get(figure.start..figure.end).unwrap_or("")),
    }
}
