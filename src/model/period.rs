//! When a figure holds or happened (SDMX concept `TIME_PERIOD`).

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A calendar year, month or day.
///
/// Ordered by year, then month, then day; a year sorts before its months, a month before its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant {
    /// Gregorian year.
    pub year: u16,
    /// Month 1–12, where known.
    pub month: Option<u8>,
    /// Day 1–31, where known; never without a month.
    pub day: Option<u8>,
}

impl Instant {
    /// A whole year.
    pub fn year(year: u16) -> Self {
        Self { year, month: None, day: None }
    }

    /// A month of a year; `None` for a month outside 1–12.
    pub fn month(year: u16, month: u8) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self { year, month: Some(month), day: None })
    }

    /// A day; `None` for a day or month that no calendar has.
    pub fn day(year: u16, month: u8, day: u8) -> Option<Self> {
        let of_month = Self::month(year, month)?;
        (1..=31).contains(&day).then_some(Self { day: Some(day), ..of_month })
    }

    /// The point on a year axis where the instant's span ends: 2017 → 2018.0 exclusive is shown at mid-year (2017.5),
    /// 2017-12 at 2017.96, 2018-08-08 at 2018.60. Unit: years.
    pub fn axis_years(self) -> f64 {
        let base = f64::from(self.year);
        match (self.month, self.day) {
            (None, _) => base + 0.5,
            (Some(12), None) => base + 0.96,
            (Some(month), None) => base + (f64::from(month) - 0.5) / 12.0,
            (Some(month), Some(day)) => base + (f64::from(month) - 1.0 + (f64::from(day) - 0.5) / 31.0) / 12.0,
        }
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
            if let Some(day) = self.day {
                write!(f, "-{day:02}")?;
            }
        }
        Ok(())
    }
}

impl Serialize for Instant {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// A text that is no period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("“{0}” is not a period: write 2018, 2018-12, 2018-12-11, 2016/2018, 2014/ or /2018-12")]
pub struct ParsePeriodError(String);

impl FromStr for Instant {
    type Err = ParsePeriodError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let error = || ParsePeriodError(text.to_owned());
        let mut parts = text.split('-');
        let mut next = |digits: usize| match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == digits => part.parse::<u16>().map(Some).map_err(|_| error()),
            Some(_) => Err(error()),
        };
        let year = next(4)?.ok_or_else(error)?;
        let month = next(2)?.map(u8::try_from).transpose().map_err(|_| error())?;
        let day = next(2)?.map(u8::try_from).transpose().map_err(|_| error())?;
        if parts.next().is_some() {
            return Err(error());
        }
        match (month, day) {
            (None, _) => Some(Self::year(year)),
            (Some(month), None) => Self::month(year, month),
            (Some(month), Some(day)) => Self::day(year, month, day),
        }
        .ok_or_else(error)
    }
}

/// A year, month or day, an interval of those, or an interval open at one end.
///
/// Written as in ISO 8601: `2014`, `2017-12`, `2018-08-08`, `2016/2018`, `2014/` (2014年以来), `/2018-12` (累计至2018年底).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Period {
    /// One year, month or day.
    At(Instant),
    /// From the first to the second, both included.
    Between(Instant, Instant),
    /// From the instant on.
    Since(Instant),
    /// Up to and including the instant, from an unstated start.
    Until(Instant),
}

impl Period {
    /// The last instant that the period names: where a level stated for it is drawn and sorted.
    pub fn anchor(self) -> Instant {
        match self {
            Self::At(at) | Self::Between(_, at) | Self::Since(at) | Self::Until(at) => at,
        }
    }

    /// Whether the period is a single year, month or day, so that a level can be drawn at it.
    pub fn is_point(self) -> bool {
        matches!(self, Self::At(_))
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(at) => write!(f, "{at}"),
            Self::Between(from, to) => write!(f, "{from}/{to}"),
            Self::Since(from) => write!(f, "{from}/"),
            Self::Until(to) => write!(f, "/{to}"),
        }
    }
}

impl FromStr for Period {
    type Err = ParsePeriodError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.split_once('/') {
            None => Ok(Self::At(text.parse()?)),
            Some(("", "")) => Err(ParsePeriodError(text.to_owned())),
            Some(("", to)) => Ok(Self::Until(to.parse()?)),
            Some((from, "")) => Ok(Self::Since(from.parse()?)),
            Some((from, to)) => Ok(Self::Between(from.parse()?, to.parse()?)),
        }
    }
}

impl Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Period {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

/// How the program knows a figure's period.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PeriodBasis {
    /// The sentence states it.
    Stated,
    /// An earlier sentence states it and still governs.
    Carried,
    /// Only the report's own date or year suggests it.
    Report,
}

impl PeriodBasis {
    /// The word used in files (`stated`, `carried`, `report`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Stated => "stated",
            Self::Carried => "carried",
            Self::Report => "report",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn periods_read_back_as_written() {
        for text in ["2014", "2017-12", "2018-08-08", "2016/2018", "2014/", "/2018-12"] {
            let period: Period = text.parse().unwrap();
            assert_eq!(period.to_string(), text);
        }
        for text in ["", "/", "201", "2018-13", "2018-00", "2018-01-32", "2018-1", "2018-01-01-01", "/2018/"] {
            assert!(text.parse::<Period>().is_err(), "{text}");
        }
    }
}
