//! How periods, numbers and units are written.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rust_decimal::Decimal;

use super::{Language, Locale};
use crate::model::{Bound, Indicator, IndicatorGroup, Instant, Observation, Period, PeriodBasis, Quantity};

impl Locale {
    /// A period in words: `2014`, `2017年底`, `2016至2018`, `截至2018年底`.
    pub fn period(&self, period: Option<Period>) -> String {
        period.map_or_else(|| self.text("period-undated"), |period| self.period_of_instants(period, Self::instant))
    }

    /// A period whose years, months and days are worded by `instant`.
    pub(super) fn period_of_instants(&self, period: Period, instant: impl Fn(&Self, Instant) -> String) -> String {
        match period {
            Period::At(at) => instant(self, at),
            Period::Between(from, to) => {
                let (from, to) = (instant(self, from), instant(self, to));
                self.with("period-between", &[("from", (&from).into()), ("to", (&to).into())])
            }
            Period::Since(from) => self.with("period-since", &[("from", (&instant(self, from)).into())]),
            Period::Until(to) => self.with("period-until", &[("to", (&instant(self, to)).into())]),
        }
    }

    /// As [`Self::period`], in brackets where only the report's date suggests it.
    pub fn period_of(&self, figure: &Observation) -> String {
        let period = self.period(figure.period);
        match figure.period_basis {
            Some(PeriodBasis::Report) => self.with("period-supplied", &[("period", (&period).into())]),
            _ => period,
        }
    }

    fn instant(&self, at: Instant) -> String {
        let year = at.year.to_string();
        let two_digits = |part: Option<u8>| part.map(|part| format!("{part:02}")).unwrap_or_default();
        let (month, day) = (two_digits(at.month), two_digits(at.day));
        let key = match (at.month, at.day) {
            (None, _) => "period-year",
            (Some(12), None) => "period-year-end",
            (Some(_), None) => "period-month",
            (Some(_), Some(_)) => "period-day",
        };
        let month = if key == "period-month" && self.language.is_chinese() {
            month.trim_start_matches('0').to_owned()
        } else {
            month
        };
        self.with(key, &[("year", (&year).into()), ("month", (&month).into()), ("day", (&day).into())])
    }

    /// A moment in the computer's time zone: `2026-11-22 11:39`.
    pub fn time(&self, at: Timestamp) -> String {
        let zoned = at.to_zoned(TimeZone::system());
        let two_digits = |part: i8| format!("{part:02}");
        let (month, day) = (two_digits(zoned.month()), two_digits(zoned.day()));
        let clock = format!("{:02}:{:02}", zoned.hour(), zoned.minute());
        let year = zoned.year().to_string();
        let arguments =
            [("year", (&year).into()), ("month", (&month).into()), ("day", (&day).into()), ("clock", (&clock).into())];
        self.with("history-time", &arguments)
    }

    /// A unit in the window's language; empty where English has no word for it (`个`).
    pub fn unit<'a>(&'a self, unit: &'a str) -> &'a str {
        self.units.get(unit).map_or(unit, String::as_str)
    }

    /// A number with its unit: `20.5%`, `714 人`.
    pub fn amount(&self, value: Decimal, unit: &str) -> String {
        let number = number(value);
        match self.unit(unit) {
            "" => number,
            "%" => format!("{number}%"),
            unit => format!("{number} {unit}"),
        }
    }

    /// A figure with its unit and what is said of its exactness: `≤ 1%`, `约 14,000 名`.
    pub fn quantity(&self, quantity: &Quantity) -> String {
        format!("{}{}", self.bound_prefix(quantity.bound), self.amount(quantity.value, &quantity.unit))
    }

    /// `≤ `, `≥ `, `约 ` or nothing.
    pub fn bound_prefix(&self, bound: Bound) -> String {
        match bound {
            Bound::Exact => String::new(),
            Bound::Approx => format!("{} ", self.text("bound-approx")),
            Bound::Min => format!("{} ", self.text("bound-min")),
            Bound::Max => format!("{} ", self.text("bound-max")),
        }
    }

    /// The catalogue's name of an indicator.
    pub fn indicator<'a>(&self, indicator: &'a Indicator) -> &'a str {
        match self.language {
            Language::Chinese | Language::Traditional => &indicator.zh,
            Language::English => &indicator.en,
        }
    }

    /// The catalogue's title of a group.
    pub fn group<'a>(&self, group: &'a IndicatorGroup) -> &'a str {
        match self.language {
            Language::Chinese | Language::Traditional => &group.zh,
            Language::English => &group.en,
        }
    }
}

/// A number with its thousands set apart and a true minus sign.
pub fn number(value: Decimal) -> String {
    let plain = value.abs().normalize().to_string();
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(w, f)| (w, Some(f)));
    let mut text = String::with_capacity(plain.len() + 4);
    if value.is_sign_negative() && !value.is_zero() {
        text.push('−');
    }
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index) % 3 == 0 {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

/// A value of the axis as text, with as many decimals as `step` needs.
pub fn axis_text(value: f64, step: f64, rate: bool) -> String {
    let mut decimals: usize = 0;
    let mut unit = 1.0;
    while step < unit * 0.999 && decimals < 6 {
        decimals += 1;
        unit /= 10.0;
    }
    let plain = format!("{value:.decimals$}");
    let grouped = plain.parse().map_or(plain, number);
    if rate { format!("{grouped}%") } else { grouped }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_and_keep_their_digits() {
        for (value, text) in [("20918", "20,918"), ("0.70", "0.7"), ("-30.59", "−30.59"), ("92016300", "92,016,300")]
        {
            assert_eq!(number(value.parse().unwrap()), text);
        }
    }

    #[test]
    fn periods_in_both_languages() {
        let written = |language, text: &str| Locale::new(language).period(Some(text.parse().unwrap()));
        for (text, chinese, english) in [
            ("2014", "2014", "2014"),
            ("2017-12", "2017年底", "end-2017"),
            ("2018-06", "2018年6月", "2018-06"),
            ("2018-08-08", "2018-08-08", "2018-08-08"),
            ("/2018-12", "截至2018年底", "by end-2018"),
            ("2016/2018", "2016至2018", "2016 to 2018"),
            ("2014/", "2014以来", "since 2014"),
        ] {
            assert_eq!(
                (written(Language::Chinese, text), written(Language::English, text)),
                (chinese.into(), english.into())
            );
        }
    }
}
