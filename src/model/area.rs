//! Places that figures describe (SDMX concept `REF_AREA`).

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// How large a place is, from a county's point of view.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AreaLevel {
    /// The whole country.
    Nation,
    /// A province, autonomous region or municipality under the central government.
    Province,
    /// A prefecture-level city, prefecture or league.
    City,
    /// A county, county-level city, district, banner.
    County,
    /// A town, township or street office.
    Township,
    /// An administrative or natural village.
    Village,
    /// Anything else a figure may describe: a company, a park, a school, a person.
    Other,
}

impl AreaLevel {
    /// The word used in files (`county`, `city`, …).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Nation => "nation",
            Self::Province => "province",
            Self::City => "city",
            Self::County => "county",
            Self::Township => "township",
            Self::Village => "village",
            Self::Other => "other",
        }
    }
}

/// A six-digit area code of GB/T 2260, for example `141129` for 中阳县.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaCode(u32);

impl AreaCode {
    /// The code, or `None` where `text` is not six ASCII digits.
    pub fn parse(text: &str) -> Option<Self> {
        let six_digits = text.len() == 6 && text.bytes().all(|b| b.is_ascii_digit());
        six_digits.then(|| text.parse().ok().map(Self)).flatten()
    }

    /// The province that the code lies in: its first two digits, as `140000`.
    pub fn province(self) -> Self {
        Self(self.0 / 10_000 * 10_000)
    }

    /// The prefecture that the code lies in: its first four digits, as `141100`.
    pub fn prefecture(self) -> Self {
        Self(self.0 / 100 * 100)
    }
}

impl fmt::Display for AreaCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:06}", self.0)
    }
}

impl Serialize for AreaCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AreaCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom(format!("an area code has six digits, not “{text}”")))
    }
}

/// A place, by its full official name. Cheap to clone.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Area {
    /// Full official name as of the report's time, for example `中阳县`.
    pub name: Arc<str>,
    /// How large the place is.
    pub level: AreaLevel,
    /// GB/T 2260 code, where the place has one and the text leaves no doubt which.
    pub code: Option<AreaCode>,
}
