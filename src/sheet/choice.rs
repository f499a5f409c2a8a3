//! What a person last chose for the picture.

use serde::{Deserialize, Serialize};

use super::{SheetFormat, SheetSize, SheetTheme};
use crate::locale::Language;

/// Which rows a picture made in the window shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ChosenRows {
    /// Those that the table shows now.
    #[default]
    Visible,
    /// All of the catalogue.
    Indicators,
    /// All, figures outside the catalogue too.
    All,
}

impl ChosenRows {
    /// All, in menu order.
    pub const ALL: [Self; 3] = [Self::Visible, Self::Indicators, Self::All];
}

/// Everything that can be chosen for a picture in the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SheetChoice {
    /// The kind of file.
    pub format: SheetFormat,
    /// The form.
    pub size: SheetSize,
    /// The looks.
    pub theme: SheetTheme,
    /// The language; `None` for the window's.
    #[serde(with = "tag")]
    pub language: Option<Language>,
    /// The rows.
    pub rows: ChosenRows,
    /// Pixels of a PNG for each point of the page, 1 to 4.
    pub scale: u8,
}

impl Default for SheetChoice {
    fn default() -> Self {
        Self {
            format: SheetFormat::default(),
            size: SheetSize::default(),
            theme: SheetTheme::default(),
            language: None,
            rows: ChosenRows::default(),
            scale: 2,
        }
    }
}

/// A language as its tag.
mod tag {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use crate::locale::Language;

    #[allow(clippy::ref_option, clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
    pub(super) fn serialize<S: Serializer>(language: &Option<Language>, out: S) -> Result<S::Ok, S::Error> {
        language.map(Language::tag).serialize(out)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Language>, D::Error> {
        let tag = Option::<String>::deserialize(from)?;
        Ok(tag.and_then(|tag| Language::ALL.into_iter().find(|language| language.tag() == tag)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_reads_back_and_what_is_missing_is_usual() {
        let choice = SheetChoice { language: Some(Language::English), size: SheetSize::Wide, ..SheetChoice::default() };
        let text = serde_json::to_string(&choice).unwrap();
        assert_eq!(serde_json::from_str::<SheetChoice>(&text).unwrap(), choice);
        assert_eq!(serde_json::from_str::<SheetChoice>("{}").unwrap(), SheetChoice::default());
    }
}
