//! The user's own indicators: the same format as `indicators.toml`, laid over the catalogue that comes with the program.

use std::collections::{BTreeSet, HashMap};

use serde::Deserialize;

use super::indicators::{Entry, File, Group, Reads};
use crate::model::Better;

/// What is wrong in a user's list: the entry, the fault, and what to do. The file's name is for the caller to put before it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum UserListError {
    /// Not the TOML that is expected; the message names the line.
    #[error("{0}; compare it with the built-in indicators.toml")]
    Toml(String),
    /// An entry that cannot be used.
    #[error("{entry}: {fault}; {hint}")]
    Entry {
        /// The entry: its id, or the words list's name.
        entry: String,
        /// What is wrong.
        fault: String,
        /// What to do.
        hint: &'static str,
    },
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct UserFile {
    words: HashMap<String, Vec<String>>,
    group: Vec<UserGroup>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UserGroup {
    id: String,
    zh: Option<String>,
    en: Option<String>,
    #[serde(default)]
    indicator: Vec<UserEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct UserEntry {
    id: String,
    zh: Option<String>,
    en: Option<String>,
    unit: Option<String>,
    better: Option<Better>,
    #[serde(default)]
    stock: bool,
    #[serde(default)]
    least: Option<u64>,
    /// Other wordings, for people; as in the built-in list.
    #[serde(default, rename = "aka")]
    _aka: Vec<String>,
    #[serde(default)]
    reads: Vec<Reads>,
}

fn fault(entry: &str, fault: impl Into<String>, hint: &'static str) -> UserListError {
    UserListError::Entry { entry: entry.to_owned(), fault: fault.into(), hint }
}

/// Lays the user's list over `file`: an id that is there gets the readings besides its own, a new one is appended to its group.
pub(super) fn lay_over(file: &mut File, text: &str) -> Result<(), UserListError> {
    let user: UserFile = toml::from_str(text).map_err(|error| UserListError::Toml(error.to_string()))?;
    for (name, words) in user.words {
        if file.words.insert(name.clone(), words).is_some() {
            return Err(fault(
                &format!("words.{name}"),
                "the built-in list has words of this name",
                "choose another name",
            ));
        }
    }
    let mut seen = BTreeSet::new();
    for group in user.group {
        for entry in &group.indicator {
            check(entry)?;
            if !seen.insert(entry.id.clone()) {
                return Err(fault(&entry.id, "stands twice in this file", "put its readings into one entry"));
            }
        }
        let known = file.group.iter().position(|known| known.id == group.id);
        let place = known.unwrap_or(file.group.len());
        if known.is_none() {
            let (Some(zh), Some(en)) = (group.zh, group.en) else {
                let hint = "add zh and en, or use the id of a built-in group";
                return Err(fault(&group.id, "a new group needs its names", hint));
            };
            file.group.push(Group { id: group.id.clone(), zh, en, indicator: Vec::new() });
        }
        for entry in group.indicator {
            let known = file.group.iter_mut().flat_map(|group| &mut group.indicator).find(|known| known.id == entry.id);
            if let Some(known) = known {
                if entry.unit.as_ref().is_some_and(|unit| *unit != known.unit) {
                    let said = format!("the built-in indicator of this id is in {}", known.unit);
                    return Err(fault(&entry.id, said, "leave unit out, or choose another id"));
                }
                known.reads.extend(entry.reads);
                continue;
            }
            let (Some(zh), Some(unit)) = (entry.zh, entry.unit) else {
                let hint = "add both, or use the id of a built-in indicator to extend it";
                return Err(fault(&entry.id, "a new indicator needs zh and unit", hint));
            };
            let (en, better) = (entry.en.unwrap_or_else(|| zh.clone()), entry.better.unwrap_or(Better::None));
            let UserEntry { id, stock, least, reads, .. } = entry;
            let entry = Entry { id, zh, en, unit, better, stock, least, reads };
            if let Some(group) = file.group.get_mut(place) {
                group.indicator.push(entry);
            }
        }
    }
    Ok(())
}

fn check(entry: &UserEntry) -> Result<(), UserListError> {
    let plain = |ch: char| ch.is_ascii_lowercase() || ch.is_ascii_digit() || ch == '_';
    if entry.id.is_empty() || !entry.id.chars().all(plain) {
        return Err(fault(&format!("“{}”", entry.id), "is no id", "use a–z, 0–9 and _ only"));
    }
    if entry.reads.is_empty() {
        return Err(fault(&entry.id, "has no reads and could never be found", "add [[group.indicator.reads]]"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::codelist::Codelists;
    use crate::model::IndicatorId;

    fn error(text: &str) -> String {
        Codelists::with_user_indicators(text).map(|_| ()).unwrap_err().to_string()
    }

    const OWN: &str = r#"
[[group]]
id = "own"
zh = "自定"
en = "My own"
  [[group.indicator]]
  id = "beehives"
  zh = "蜂箱数"
  unit = "个"
    [[group.indicator.reads]]
    noun = ["蜂箱"]
[[group]]
id = "poverty"
  [[group.indicator]]
  id = "poor_villages"
    [[group.indicator.reads]]
    noun = ["难点村"]
"#;

    #[test]
    fn new_indicators_join_their_group_and_known_ones_get_readings() {
        let lists = Codelists::with_user_indicators(OWN).unwrap();
        let readings = |lists: &Codelists, id: &str| {
            lists.readings.iter().filter(|reading| reading.indicator == IndicatorId::new(id)).count()
        };
        assert_eq!(readings(&lists, "beehives"), 1);
        assert_eq!(readings(&lists, "poor_villages"), readings(Codelists::builtin(), "poor_villages") + 1);
        assert_eq!(lists.groups.last().map(|group| group.id.as_str()), Some("own"));
        assert_eq!(lists.groups.len(), Codelists::builtin().groups.len() + 1);
    }

    #[test]
    fn faults_name_the_entry_and_what_to_do() {
        assert!(error("[[group]\nid = 1").contains("indicators.toml"));
        assert!(error(&OWN.replace("beehives", "Bee hives")).contains("use a–z"));
        assert!(error(&OWN.replace("unit = \"个\"", "")).contains("beehives: a new indicator needs zh and unit"));
        assert!(error(&OWN.replace("unit = \"个\"", "unit = \"顶帽\"")).contains("beehives"));
        assert!(error(&OWN.replace("noun = [\"蜂箱\"]", "nouns = [\"蜂箱\"]")).contains("nouns"));
        assert!(error(&OWN.replace("[\"蜂箱\"]", "[\"@no_such_words\"]")).contains("no_such_words"));
        assert!(error("[words]\npoor = [\"穷\"]").contains("words.poor"));
        assert!(error(&OWN.replace("poor_villages", "beehives")).contains("stands twice"));
    }
}
