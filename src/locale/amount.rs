//! In which units figures are shown: scaled by 万 and 亿, as the report wrote them, or plain; land in 亩 or 公顷.
//!
//! Scaling moves the point and keeps every digit; only a converted area may be rounded, and says so.

use rust_decimal::Decimal;

use super::{Language, Locale, number};
use crate::model::Observation;

/// How large numbers are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NumberStyle {
    /// `182.73 亿元`, where the number gets shorter by it and loses no digit.
    Scaled,
    /// In the report's words: `182.73亿元`, `六千余人`.
    AsWritten,
    /// In full: `18,273,000,000 元`.
    Plain,
}

impl NumberStyle {
    /// All, in menu order.
    pub const ALL: [Self; 3] = [Self::Scaled, Self::AsWritten, Self::Plain];

    /// What a reader of `language` expects.
    pub fn of(language: Language) -> Self {
        match language {
            Language::Chinese | Language::Traditional => Self::Scaled,
            Language::English => Self::Plain,
        }
    }
}

/// In which unit land is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum LandUnit {
    /// The report's.
    #[default]
    AsStated,
    /// 亩.
    Mu,
    /// 公顷, of 15 亩 each (国务院《关于在我国统一实行法定计量单位的命令》, 1984).
    Hectare,
}

impl LandUnit {
    /// All, in menu order.
    pub const ALL: [Self; 3] = [Self::AsStated, Self::Mu, Self::Hectare];
}

/// Both choices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitStyle {
    /// Large numbers.
    pub numbers: NumberStyle,
    /// Land.
    pub land: LandUnit,
}

impl Default for UnitStyle {
    /// As files have it: plain, in the stated unit.
    fn default() -> Self {
        Self { numbers: NumberStyle::Plain, land: LandUnit::AsStated }
    }
}

const MU: &str = "亩";
const HECTARE: &str = "公顷";
const MU_PER_HECTARE: Decimal = Decimal::from_parts(15, 0, 0, false, 0);
/// An area that 15 does not divide keeps at least this many figures, and two after the point.
const LEAST_FIGURES: u32 = 4;

/// A power of ten with a name, and how many digits may stand behind the point of a number counted in it.
struct Scale {
    power: u32,
    most_digits: u32,
    key: &'static str,
}

const CHINESE: &[Scale] =
    &[Scale { power: 8, most_digits: 4, key: "scale-yi" }, Scale { power: 4, most_digits: 2, key: "scale-wan" }];
const ENGLISH: &[Scale] = &[
    Scale { power: 9, most_digits: 4, key: "scale-billion" },
    Scale { power: 6, most_digits: 4, key: "scale-million" },
];

/// `value` counted in the largest scale that shortens it, and that scale; exact.
fn scaled(value: Decimal, scales: &'static [Scale]) -> Option<(Decimal, &'static Scale)> {
    let value = value.normalize();
    scales.iter().find_map(|scale| {
        let mut counted = value;
        counted.set_scale(value.scale() + scale.power).ok()?;
        let counted = counted.normalize();
        (counted.abs() >= Decimal::ONE && counted.scale() <= scale.most_digits).then_some((counted, scale))
    })
}

/// An area in another unit, and whether that is exact.
struct Converted {
    value: Decimal,
    exact: bool,
}

fn converted(value: Decimal, unit: &str, land: LandUnit) -> Option<Converted> {
    match (unit, land) {
        (HECTARE, LandUnit::Mu) => Some(Converted { value: value.checked_mul(MU_PER_HECTARE)?, exact: true }),
        (MU, LandUnit::Hectare) => {
            let hectares = value.checked_div(MU_PER_HECTARE)?;
            // A fifth has one more digit; a third, if any, has no end.
            if hectares.normalize().scale() <= value.scale() + 1 {
                return Some(Converted { value: hectares, exact: true });
            }
            let whole = hectares.trunc().abs().to_string();
            let figures = u32::try_from(whole.len()).ok()?.saturating_add(2).max(LEAST_FIGURES);
            Some(Converted { value: hectares.round_sf(figures)?, exact: false })
        }
        _ => None,
    }
}

impl Locale {
    /// The same texts, with figures in other units.
    #[must_use]
    pub fn with_units(mut self, style: UnitStyle) -> Self {
        self.style = style;
        self
    }

    /// In which units figures are shown.
    pub fn unit_style(&self) -> UnitStyle {
        self.style
    }

    /// The unit in which figures of `unit` are shown, in the window's language.
    pub fn shown_unit<'a>(&'a self, unit: &'a str) -> &'a str {
        self.unit(match (unit, self.style.land) {
            (HECTARE, LandUnit::Mu) => MU,
            (MU, LandUnit::Hectare) => HECTARE,
            _ => unit,
        })
    }

    /// A number with its unit, in the chosen units: `182.73 亿元`, `折 3,830 公顷`; without the unit where it is `implied`.
    pub fn shown(&self, value: Decimal, unit: &str, implied: bool) -> String {
        let scales = match (self.style.numbers, self.language) {
            (NumberStyle::Scaled, Language::Chinese | Language::Traditional) => CHINESE,
            (NumberStyle::Scaled, Language::English) => ENGLISH,
            (NumberStyle::AsWritten | NumberStyle::Plain, _) => &[],
        };
        let conversion = converted(value, unit, self.style.land);
        let value = conversion.as_ref().map_or(value, |found| found.value);
        let unit_shown = if implied { "" } else { self.shown_unit(unit) };
        let amount = match (scaled(value, scales), unit_shown) {
            (Some((counted, scale)), unit) => {
                let scale = self.text(scale.key);
                let gap = if unit.is_empty() || self.language.is_chinese() { "" } else { " " };
                format!("{} {scale}{gap}{unit}", number(counted))
            }
            (None, "") => number(value),
            (None, "%") => format!("{}%", number(value)),
            (None, unit) => format!("{} {unit}", number(value)),
        };
        match conversion {
            None => amount,
            Some(Converted { exact, .. }) => {
                let key = if exact { "amount-converted" } else { "amount-converted-about" };
                self.with(key, &[("amount", (&amount).into())])
            }
        }
    }

    /// The report's own words for a figure, where they are to be shown and still say what it says.
    pub(super) fn words_of<'a>(&self, figure: &'a Observation) -> Option<&'a str> {
        let words = &*figure.quantity.as_written;
        let converts = self.shown_unit(&figure.quantity.unit) != self.unit(&figure.quantity.unit);
        let stands = figure.review.original.is_none() && !words.is_empty() && !converts;
        (self.style.numbers == NumberStyle::AsWritten && stands).then_some(words)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(language: Language, numbers: NumberStyle, land: LandUnit, value: &str, unit: &str) -> String {
        let locale = Locale::new(language).with_units(UnitStyle { numbers, land });
        locale.shown(value.parse().unwrap(), unit, false)
    }

    #[test]
    fn large_numbers_are_scaled_where_that_shortens_them() {
        for (value, unit, text) in [
            ("18273000000", "元", "182.73 亿元"),
            ("148000", "人", "14.8 万人"),
            ("20918", "人", "20,918 人"),
            ("9999", "元", "9,999 元"),
            ("10000", "户", "1 万户"),
            ("92016300", "元", "9,201.63 万元"),
            ("1027348765", "元", "1,027,348,765 元"),
            ("-14000", "人", "−1.4 万人"),
            ("20.5", "%", "20.5%"),
            ("0", "人", "0 人"),
        ] {
            assert_eq!(shown(Language::Chinese, NumberStyle::Scaled, LandUnit::AsStated, value, unit), text);
        }
        let english = |value| shown(Language::English, NumberStyle::Scaled, LandUnit::AsStated, value, "元");
        assert_eq!(
            [english("18273000000"), english("148000")],
            ["18.273 billion yuan".to_owned(), "148,000 yuan".to_owned()]
        );
    }

    #[test]
    fn land_is_converted_and_says_so() {
        for (value, unit, land, text) in [
            ("57450", "亩", LandUnit::Hectare, "折 3,830 公顷"),
            ("100", "亩", LandUnit::Hectare, "折约 6.667 公顷"),
            ("864300", "亩", LandUnit::Hectare, "折 57,620 公顷"),
            ("2.5", "公顷", LandUnit::Mu, "折 37.5 亩"),
            ("100", "亩", LandUnit::Mu, "100 亩"),
            ("100", "人", LandUnit::Hectare, "100 人"),
        ] {
            assert_eq!(shown(Language::Chinese, NumberStyle::Plain, land, value, unit), text);
        }
    }

    proptest! {
        #[test]
        fn a_scaled_number_is_exactly_the_number(mantissa in any::<i64>(), scale in 0_u32..8) {
            let value = Decimal::new(mantissa, scale);
            for scales in [CHINESE, ENGLISH] {
                if let Some((counted, scale)) = scaled(value, scales) {
                    prop_assert_eq!(counted * Decimal::from(10_u64.pow(scale.power)), value);
                    prop_assert!(counted.scale() <= scale.most_digits);
                }
            }
        }

        #[test]
        fn what_is_shown_reads_back_as_the_number(mantissa in any::<i64>(), scale in 0_u32..8) {
            let value = Decimal::new(mantissa, scale);
            let style = UnitStyle { numbers: NumberStyle::Scaled, land: LandUnit::AsStated };
            let text = Locale::new(Language::Chinese).with_units(style).shown(value, "元", true);
            let (digits, factor) = match text.split_once(' ') {
                Some((digits, "亿")) => (digits, 100_000_000_u32),
                Some((digits, _)) => (digits, 10_000),
                None => (text.as_str(), 1),
            };
            let read: Decimal = digits.replace(',', "").replace('−', "-").parse().unwrap();
            prop_assert_eq!(read * Decimal::from(factor), value);
        }
    }
}
