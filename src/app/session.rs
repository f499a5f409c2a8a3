//! What is kept of the work on the loaded reports: their sources and the history of corrections.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::model::SourceId;
use crate::review::History;

/// What a loaded report was read from.
#[derive(Debug, Clone)]
pub(super) struct LoadedSource {
    /// Its number, by which its corrections know it.
    pub(super) id: SourceId,
    /// Its bytes, to read them in another encoding.
    pub(super) bytes: Arc<[u8]>,
}

/// The work so far. A report that is taken out and loaded again finds its corrections.
#[derive(Debug, Clone, Default)]
pub(super) struct Session {
    /// Everything that was done to figures.
    pub(super) history: History,
    /// Sources that were ever loaded, by the SHA-256 of their bytes.
    known: BTreeMap<String, SourceId>,
}

impl Session {
    /// The number of the source with this SHA-256: a new one at first sight.
    pub(super) fn source_id(&mut self, sha256: &str) -> SourceId {
        let next = SourceId(self.known.values().map(|id| id.0 + 1).max().unwrap_or(1));
        *self.known.entry(sha256.to_owned()).or_insert(next)
    }
}
