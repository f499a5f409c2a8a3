//! A person's review of what was read: corrections, their history, and which figures to look at first.
//!
//! Pure: works on reports that others loaded, and keeps no file.

mod anchor;
mod apply;
mod draft;
mod history;
mod queue;

pub use anchor::{anchor_of, find};
pub use apply::{Orphan, apply, observation_from_text};
pub use draft::{Draft, Field, FieldError, Problem};
pub use history::History;
pub use queue::{Doubt, QueueItem, queue};
