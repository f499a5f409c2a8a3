//! A person's review of what was read: corrections, their history, and which figures to look at first.
//!
//! Pure: works on reports that others loaded, and keeps no file.

mod anchor;
mod apply;
mod draft;
mod history;
mod lines;
mod queue;
mod worklist;

pub use anchor::{Finder, anchor_of};
pub use apply::{Orphan, anchor_of_marked, apply, lay, observation_from_text};
pub use draft::{Draft, Field, FieldError, Problem};
pub use history::History;
pub use lines::{EntryFilter, EntryKind, EntryLine, entry_lines};
pub use queue::{Doubt, QueueItem, queue};
pub use worklist::{StateCounts, WorkFilter, Worklist};
