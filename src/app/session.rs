//! What is kept of the work on the loaded reports: their sources and the history of corrections.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::model::{SourceId, TextEncoding};
use crate::project::{ProjectSource, SourceBytes, relative_path};
use crate::review::{Finder, History, Orphan};

/// What a loaded report was read from.
#[derive(Debug, Clone)]
pub(super) struct LoadedSource {
    /// Its number, by which its corrections know it.
    pub(super) id: SourceId,
    /// Its bytes, to read them in another encoding.
    pub(super) bytes: Arc<[u8]>,
    /// The file they came from.
    pub(super) file: Option<PathBuf>,
    /// The encoding that the user chose.
    pub(super) encoding: Option<TextEncoding>,
    /// Finds its figures by their sentences.
    pub(super) finder: Finder,
}

/// The work so far. A report that is taken out and loaded again finds its corrections.
#[derive(Debug, Clone, Default)]
pub(super) struct Session {
    /// Everything that was done to figures.
    pub(super) history: History,
    /// The corrections of each loaded report whose sentence it has no more.
    pub(super) orphans: BTreeMap<SourceId, Vec<Orphan>>,
    /// Sources that were ever loaded.
    known: Vec<ProjectSource>,
}

/// A source that is being taken in.
pub(super) struct Arrival<'a> {
    /// Its number, where a project tells it.
    pub(super) id: Option<SourceId>,
    pub(super) name: &'a str,
    pub(super) file: Option<&'a Path>,
    pub(super) sha256: &'a str,
}

impl Session {
    /// The work that a project holds; nothing of it is loaded yet.
    pub(super) fn of(history: History, sources: Vec<ProjectSource>) -> Self {
        Self { history, orphans: BTreeMap::new(), known: sources }
    }

    /// The number of a source that has just been read, and whether it was another text the last time: the same one by
    /// its bytes, else by its file, where that is not loaded yet, else a new one.
    pub(super) fn take_in(&mut self, arrival: &Arrival<'_>, loaded: &[LoadedSource]) -> (SourceId, bool) {
        let path = arrival.file.and_then(Path::to_str);
        let is_loaded = |id: SourceId| loaded.iter().any(|source| source.id == id);
        let same_file = |source: &&ProjectSource| path.is_some() && source.path.as_deref() == path;
        let known = arrival
            .id
            .or_else(|| self.known.iter().find(|source| source.sha256 == arrival.sha256).map(|source| source.id))
            .or_else(|| self.known.iter().filter(same_file).map(|source| source.id).find(|id| !is_loaded(*id)));
        let next = SourceId(self.known.iter().map(|source| source.id.0 + 1).max().unwrap_or(1));
        let id = known.unwrap_or(next);
        let Some(source) = self.known.iter_mut().find(|source| source.id == id) else {
            self.known.push(ProjectSource {
                id,
                name: arrival.name.to_owned(),
                open: true,
                path: path.map(str::to_owned),
                relative: None,
                sha256: arrival.sha256.to_owned(),
                encoding: None,
                contents: None,
            });
            return (id, false);
        };
        let changed = source.sha256 != arrival.sha256;
        source.open = true;
        arrival.sha256.clone_into(&mut source.sha256);
        if path.is_some() {
            arrival.name.clone_into(&mut source.name);
            source.path = path.map(str::to_owned);
        }
        (id, changed)
    }

    /// The source was taken out of the window; its corrections stay.
    pub(super) fn close(&mut self, id: SourceId) {
        self.known.iter_mut().filter(|source| source.id == id).for_each(|source| source.open = false);
        self.orphans.remove(&id);
    }

    /// Sources that belong into the window and are not in it.
    pub(super) fn missing(&self, loaded: &[LoadedSource]) -> impl Iterator<Item = &ProjectSource> {
        let is_loaded = |id: SourceId| loaded.iter().any(|source| source.id == id);
        self.known.iter().filter(move |source| source.open && !is_loaded(source.id))
    }

    /// How many corrections of a source hold.
    pub(super) fn corrections(&self, id: SourceId) -> usize {
        self.history.of(id).count()
    }

    /// All sources as a project keeps them: those that are open or have corrections. Contents are kept where `embed` asks
    /// for them, and where there is no file; `folder` is the project's.
    pub(super) fn sources(&self, loaded: &[LoadedSource], embed: bool, folder: Option<&Path>) -> Vec<ProjectSource> {
        let kept = self.known.iter().filter(|source| source.open || self.history.has(source.id));
        let written = kept.map(|source| {
            let mut source = source.clone();
            if let Some(report) = loaded.iter().find(|report| report.id == source.id) {
                let path = report.file.as_deref().and_then(Path::to_str);
                source.encoding = report.encoding;
                source.contents = (embed || path.is_none()).then(|| SourceBytes(Arc::clone(&report.bytes)));
                // Of a source that is gone, only the way that the project was given leads back.
                if let (Some(folder), Some(path)) = (folder, path) {
                    source.relative = relative_path(folder, Path::new(path));
                }
            }
            source
        });
        written.collect()
    }
}
