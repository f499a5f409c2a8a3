//! A figure and its review in words: what it measures, states, marks.

use super::ViewContext;
pub(super) use crate::locale::{bound_key, form_key, status_key};
use crate::model::{Observation, Review, ReviewState};

/// A state's name.
pub(super) fn state_key(state: ReviewState) -> &'static str {
    match state {
        ReviewState::Unreviewed => "review-unreviewed",
        ReviewState::Accepted => "review-accepted",
        ReviewState::Corrected => "review-corrected",
        ReviewState::Rejected => "review-rejected",
    }
}

/// A state's name; a figure that a person added is named so.
pub(super) fn state_text(context: &ViewContext<'_>, review: &Review) -> String {
    let by_hand = review.added && review.state != ReviewState::Rejected;
    context.text(if by_hand { "review-added" } else { state_key(review.state) })
}

/// A sign for what was made of a figure; empty where nobody has looked at it. All are in the embedded fonts.
pub(super) fn state_sign(review: &Review) -> &'static str {
    match review.state {
        ReviewState::Rejected => "×",
        _ if review.added => "✚",
        ReviewState::Unreviewed => "",
        ReviewState::Accepted => "✓",
        ReviewState::Corrected => "※",
    }
}

/// What a figure measures: its indicator, else the report's words for it.
pub(super) fn subject_of(context: &ViewContext<'_>, figure: &Observation) -> String {
    context.locale.subject_of(context.codelists, figure)
}

/// The original beside a corrected figure: what differs from it, `0.7% · 2017年底`.
pub(super) fn original_of(context: &ViewContext<'_>, figure: &Observation) -> Option<String> {
    context.locale.original(context.codelists, figure)
}
