//! The project file `NAME.countylens`: a comparison with all that a person did to its figures.
//!
//! JSON in UTF-8, at most [`MAX_PROJECT_BYTES`]:
//!
//! ```json
//! {
//!   "countylens": 2,
//!   "program": "0.1.0",
//!   "embed": false,
//!   "sources": [{
//!     "id": 1, "name": "zhongyang-2018.txt", "open": true,
//!     "path": "/home/me/reports/zhongyang-2018.txt", "relative": "reports/zhongyang-2018.txt",
//!     "sha256": "…64 hexadecimal digits…", "encoding": "gb18030", "contents": {"text": "…"}
//!   }],
//!   "view": {
//!     "chosen": [{"code": "141129"}, {"name": "某县"}], "tolerance": "same-year",
//!     "filter": "", "collapsed": ["other", {"catalogue": "income"}],
//!     "plotted": ["poverty_incidence"], "pinned": [{"code": "141124"}], "log": false, "pane": "trend",
//!     "window": {"years": [2500, 7500], "values": [0, 10000]},
//!     "table": {
//!       "numbers": "plain", "land": "mu", "widths": [3000, 2000, 2000, 2000, 1000],
//!       "rows": {
//!         "filters": ["both-stated"], "order": "difference", "descending": true,
//!         "pinned": [{"indicator": "poor_villages"}], "hidden": [{"label": "合作社"}], "moved": [],
//!         "years": [[{"indicator": "poverty_incidence"}, true]], "without_derived": false
//!       }
//!     }
//!   },
//!   "history": {"entries": […], "redo": [7]}
//! }
//! ```
//!
//! - `countylens` is the version of the format. A higher one is not opened and never written over. Any new field is a new
//!   version: a field that a version does not know is an error, so that saving cannot lose what it says.
//! - `view.window` is the part of the plot that is shown, in ten-thousandths of its axes; none for all of it. `numbers` is
//!   absent where the language decides. `widths` are those of the columns that a person has drawn, in ten-thousandths of
//!   the table's; `rows` is [`Arrangement`]. Version 1 had neither `window` nor `table`; it is read, and saved as version 2.
//! - A source is looked for at `path`, then at `relative` to the project's folder (`/` between names), then in `contents`
//!   (`{"text": …}` where its bytes are UTF-8, else `{"base64": …}`). `contents` is there where `embed` asks for it, and
//!   where there is no file: pasted text, the samples, a file that is gone. `encoding` is there where a person chose one.
//!   `open` is false for a source that was taken out of the window and still has corrections.
//! - `history` is [`History`]: every correction in order, undone ones too, each with the number of its source and the
//!   sentence by which its figure is found again, and the steps that may be redone.
//! - `unsaved_of` stands in automatic saves alone: the project file that they are the unsaved state of.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use crate::compare::{AreaKey, Arrangement, GroupKey, LEADING_INDICATOR, Tolerance};
use crate::locale::{LandUnit, NumberStyle};
use crate::model::{IndicatorId, Origin, SourceId, TextEncoding};
use crate::review::History;

/// The version of the format that this program writes.
pub const PROJECT_VERSION: u64 = 2;
/// The oldest version that is read.
const FIRST_VERSION: u64 = 1;
/// The whole of a plot's axis or of the table's width, as shares of it are written.
pub const WHOLE: u16 = 10_000;
/// The largest project file that is read, in bytes: several of the largest sources, embedded.
pub const MAX_PROJECT_BYTES: u64 = 256 * 1024 * 1024;
/// Far beyond what anybody opens, and far below where numbers end.
const LAST_SOURCE: u32 = 1_000_000_000;

/// All of a project file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProjectDocument {
    /// [`PROJECT_VERSION`].
    pub countylens: u64,
    /// Version of the program that wrote it.
    pub program: String,
    /// Of an automatic save: the project file whose unsaved state this is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unsaved_of: Option<String>,
    /// Whether the sources' contents are kept in the file though they are files of their own.
    pub embed: bool,
    /// Every source that is open or has corrections.
    pub sources: Vec<ProjectSource>,
    /// What was looked at.
    pub view: ViewSettings,
    /// What was done to figures.
    pub history: History,
}

/// One source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProjectSource {
    /// Its number, by which its corrections know it.
    pub id: SourceId,
    /// File name, or the title of a pasted text.
    pub name: String,
    /// Whether it is one of the reports in the window.
    pub open: bool,
    /// Its file's absolute path, where it has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The same from the project's folder.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relative: Option<String>,
    /// See [`Origin::sha256`].
    pub sha256: String,
    /// The encoding that a person chose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub encoding: Option<TextEncoding>,
    /// Its bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contents: Option<SourceBytes>,
}

/// The bytes of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceBytes(pub Arc<[u8]>);

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Written<T> {
    Text(T),
    Base64(String),
}

impl Serialize for SourceBytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match std::str::from_utf8(&self.0) {
            Ok(text) => Written::Text(text),
            Err(_) => Written::Base64(BASE64_STANDARD.encode(&self.0)),
        }
        .serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for SourceBytes {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Written::<String>::deserialize(deserializer)? {
            Written::Text(text) => Self(text.into_bytes().into()),
            Written::Base64(text) => Self(BASE64_STANDARD.decode(text).map_err(de::Error::custom)?.into()),
        })
    }
}

/// What was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ViewSettings {
    /// The county on each side.
    pub chosen: [Option<AreaKey>; 2],
    /// How far apart in time figures may be and still be subtracted.
    pub tolerance: Tolerance,
    /// Text that an indicator's name must contain.
    pub filter: String,
    /// Folded groups of the table.
    pub collapsed: BTreeSet<GroupKey>,
    /// The indicators that are drawn.
    pub plotted: Vec<IndicatorId>,
    /// Counties that are drawn beside the two.
    pub pinned: Vec<AreaKey>,
    /// Whether values are drawn on a logarithmic scale.
    pub log: bool,
    /// Name of what stands above the table.
    pub pane: String,
    /// The part of the plot that is shown; all of it where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<PlotWindow>,
    /// How the table is looked at.
    #[serde(default)]
    pub table: TableSettings,
}

/// A part of the plot, in parts of [`WHOLE`] of its axes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PlotWindow {
    /// From and to on the year axis.
    pub years: [u16; 2],
    /// From and to on the value axis.
    pub values: [u16; 2],
}

/// How the table was looked at.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TableSettings {
    /// How large numbers are shown; `None` for what the language is used to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub numbers: Option<NumberStyle>,
    /// In which unit land is shown.
    pub land: LandUnit,
    /// Which rows are shown and in what order.
    pub rows: Arrangement,
    /// Widths of the columns in parts of [`WHOLE`] of the table's, where a person has drawn them.
    pub widths: Vec<u16>,
}

impl Default for ViewSettings {
    fn default() -> Self {
        Self {
            chosen: [None, None],
            tolerance: Tolerance::default(),
            filter: String::new(),
            collapsed: BTreeSet::from([GroupKey::Other]),
            plotted: vec![IndicatorId::new(LEADING_INDICATOR)],
            pinned: Vec::new(),
            log: false,
            pane: String::new(),
            window: None,
            table: TableSettings::default(),
        }
    }
}

impl Default for ProjectDocument {
    fn default() -> Self {
        Self {
            countylens: PROJECT_VERSION,
            program: env!("CARGO_PKG_VERSION").to_owned(),
            unsaved_of: None,
            embed: false,
            sources: Vec::new(),
            view: ViewSettings::default(),
            history: History::default(),
        }
    }
}

/// Why bytes are no project of this version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Fault {
    /// Written by a later program: its version of the format.
    Newer(u64),
    /// What is wrong, in English.
    Damaged(String),
}

/// The part that all versions share.
#[derive(Deserialize)]
struct Header {
    countylens: u64,
}

impl ProjectDocument {
    /// The file's bytes.
    pub fn to_bytes(&self) -> Result<Vec<u8>, serde_json::Error> {
        let mut bytes = serde_json::to_vec_pretty(self)?;
        bytes.push(b'\n');
        Ok(bytes)
    }

    /// The project in `bytes`, checked so that the rest of the program can rely on it.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, Fault> {
        let damaged = |error: serde_json::Error| Fault::Damaged(error.to_string());
        let header: Header = serde_json::from_slice(bytes).map_err(damaged)?;
        if header.countylens > PROJECT_VERSION {
            return Err(Fault::Newer(header.countylens));
        }
        let mut document: Self = serde_json::from_slice(bytes).map_err(damaged)?;
        if let Some(fault) = document.fault() {
            return Err(Fault::Damaged(fault));
        }
        document.countylens = PROJECT_VERSION;
        Ok(document)
    }

    fn fault(&self) -> Option<String> {
        if !(FIRST_VERSION..=PROJECT_VERSION).contains(&self.countylens) {
            return Some(format!("there is no version {} of the format", self.countylens));
        }
        let ViewSettings { window, table, .. } = &self.view;
        if self.countylens == FIRST_VERSION && (window.is_some() || *table != TableSettings::default()) {
            return Some(format!("version {FIRST_VERSION} of the format knows no such settings of plot and table"));
        }
        let is_part = |[from, to]: [u16; 2]| from < to && to <= WHOLE;
        if window.is_some_and(|window| !is_part(window.years) || !is_part(window.values)) {
            return Some("the window of the plot is no part of it".to_owned());
        }
        if table.widths.iter().any(|width| *width > WHOLE) {
            return Some("a column is wider than the table".to_owned());
        }
        let mut ids = BTreeSet::new();
        for source in &self.sources {
            let id = source.id.0;
            if !(1..=LAST_SOURCE).contains(&id) || !ids.insert(source.id) {
                return Some(format!("number {id} of a source stands twice or is outside 1 to {LAST_SOURCE}"));
            }
            let hexadecimal = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);
            if source.sha256.len() != 64 || !source.sha256.bytes().all(hexadecimal) {
                return Some(format!("the sha256 of source {id} is not 64 hexadecimal digits"));
            }
            let contents = source.contents.as_ref();
            if contents.is_some_and(|contents| Origin::sha256_of(&contents.0) != source.sha256) {
                return Some(format!("the contents of source {id} are not those of its sha256"));
            }
        }
        if let Some(entry) = self.history.entries().iter().find(|entry| !ids.contains(&entry.source)) {
            return Some(format!("step {} of the history is of no source", entry.step));
        }
        self.history.fault()
    }
}

impl ProjectSource {
    /// Where its file may be, for a project in `folder`; the likeliest first.
    pub fn candidates(&self, folder: Option<&Path>) -> Vec<PathBuf> {
        let relative = self.relative.as_deref().zip(folder).map(|(relative, folder)| folder.join(relative));
        let mut found: Vec<PathBuf> = self.path.iter().map(PathBuf::from).chain(relative).collect();
        found.dedup();
        found
    }
}

/// `path` from `folder`, both absolute, with `/` between names; `None` where no such path leads there.
pub fn relative_path(folder: &Path, path: &Path) -> Option<String> {
    let (from, to): (Vec<_>, Vec<_>) = (folder.components().collect(), path.components().collect());
    let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
    if shared == 0 {
        return None;
    }
    let up = from.iter().skip(shared).map(|_| Some(".."));
    let down = to.iter().skip(shared).map(|component| match component {
        Component::Normal(name) => name.to_str(),
        _ => None,
    });
    let names: Option<Vec<&str>> = up.chain(down).collect();
    names.map(|names| names.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_told_from_the_projects_folder() {
        let relative = |folder: &str, path: &str| relative_path(Path::new(folder), Path::new(path));
        assert_eq!(relative("/home/me/work", "/home/me/work/a/县.txt").as_deref(), Some("a/县.txt"));
        assert_eq!(relative("/home/me/work", "/home/me/b.txt").as_deref(), Some("../b.txt"));
        assert_eq!(relative("work", "/home/me/b.txt"), None);
    }

    #[test]
    fn bytes_are_text_where_they_can_be() {
        for bytes in ["2017年".as_bytes(), &[0xd6, 0xd0, 0xd1, 0xf4]] {
            let written = serde_json::to_string(&SourceBytes(bytes.into())).unwrap();
            assert_eq!(written.contains("text"), bytes[0] == b'2');
            assert_eq!(&*serde_json::from_str::<SourceBytes>(&written).unwrap().0, bytes);
        }
    }
}
