//! A correction as a person types it, and the checks on it.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use crate::codelist::{AreaRecord, Codelists};
use crate::model::{Area, AreaCode, AreaLevel, Bound, Facts, Form, IndicatorId, Period, Status};
use crate::recognize::{When, figures, numeral_at, period_mentions};

/// Years that a report on leaving poverty may speak of.
const YEARS: RangeInclusive<u16> = 1949..=2100;

/// The facts of a figure as fields of a form: free text where a person types, choices elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Name or code of a place, or both (`中阳县 141129`); empty for none.
    pub area: String,
    /// The catalogue's indicator.
    pub indicator: Option<IndicatorId>,
    /// What is counted, where it is no indicator of the catalogue.
    pub label: String,
    /// A number in any spelling that reports use: `0.7`, `20,918`, `1.4万`, `三千`.
    pub value: String,
    /// Base unit.
    pub unit: String,
    /// Exactness.
    pub bound: Bound,
    /// `2017`, `2017-12`, `2014/`, or in words (`2017年底`, `2014年以来`); empty for none.
    pub period: String,
    /// Result or aim.
    pub status: Status,
    /// Level or change.
    pub form: Form,
    /// Why.
    pub reason: String,
}

/// A field of a [`Draft`] that is checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// [`Draft::area`].
    Area,
    /// [`Draft::indicator`] and [`Draft::label`].
    Indicator,
    /// [`Draft::value`].
    Value,
    /// [`Draft::unit`].
    Unit,
    /// [`Draft::period`].
    Period,
}

/// What is wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Problem {
    /// Nothing is there and something must be.
    Empty,
    /// No number.
    NotANumber,
    /// A number without a unit.
    NoUnit,
    /// A unit that does not measure the indicator; the indicator's own unit.
    UnitOfAnother(String),
    /// No period in any spelling that is understood.
    NotAPeriod,
    /// A year that no such report speaks of.
    YearOutOfRange,
    /// Several places have this name: their codes, to choose one by.
    SeveralAreas(Vec<AreaCode>),
    /// No place has this code.
    UnknownCode,
}

/// A field and what is wrong with it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FieldError {
    /// Which field.
    pub field: Field,
    /// What is wrong.
    pub problem: Problem,
}

impl Draft {
    /// A form filled with `facts`.
    pub fn of(facts: &Facts) -> Self {
        let code = |area: &Area| area.code.map(|code| format!(" {code}")).unwrap_or_default();
        Self {
            area: facts.area.as_ref().map(|area| format!("{}{}", area.name, code(area))).unwrap_or_default(),
            indicator: facts.indicator.clone(),
            label: facts.label.to_string(),
            value: facts.value.to_string(),
            unit: facts.unit.to_string(),
            bound: facts.bound,
            period: facts.period.map(|period| period.to_string()).unwrap_or_default(),
            status: facts.status,
            form: facts.form,
            reason: String::new(),
        }
    }

    /// A form for a figure that a person marked in the text, filled with what its own words say.
    pub fn of_words(words: &str, area: Option<&Area>, codelists: &Codelists) -> Self {
        let found = figures(words, &period_mentions(words), codelists).next();
        let (value, unit, bound) = found.map_or_else(
            || (String::new(), String::new(), Bound::Exact),
            |figure| (figure.value.normalize().to_string(), figure.unit.to_string(), figure.bound),
        );
        let empty = Facts {
            area: area.cloned(),
            indicator: None,
            label: "".into(),
            value: Decimal::ZERO,
            unit: unit.into(),
            bound,
            period: None,
            status: Status::Actual,
            form: Form::Level,
        };
        Self { value, ..Self::of(&empty) }
    }

    /// The facts that the form states, or everything that is wrong with it. `known` is the place that the figure had:
    /// it may be one that no list has, a village or a firm.
    pub fn check(&self, known: Option<&Area>, codelists: &Codelists) -> Result<Facts, Vec<FieldError>> {
        let mut errors = Vec::new();
        let mut take = |field, problem| errors.push(FieldError { field, problem });
        let area = self.checked_area(known, codelists).unwrap_or_else(|problem| {
            take(Field::Area, problem);
            None
        });
        if self.indicator.is_none() && self.label.trim().is_empty() {
            take(Field::Indicator, Problem::Empty);
        }
        let value = self.checked_value(codelists).unwrap_or_else(|problem| {
            take(Field::Value, problem);
            Decimal::ZERO
        });
        if let Some(problem) = self.fault_of_unit(codelists) {
            take(Field::Unit, problem);
        }
        let period = checked_period(&self.period).unwrap_or_else(|problem| {
            take(Field::Period, problem);
            None
        });
        if !errors.is_empty() {
            return Err(errors);
        }
        Ok(Facts {
            area,
            indicator: self.indicator.clone(),
            label: self.label.trim().into(),
            value,
            unit: self.unit.trim().into(),
            bound: self.bound,
            period,
            status: self.status,
            form: self.form,
        })
    }

    fn checked_area(&self, known: Option<&Area>, codelists: &Codelists) -> Result<Option<Area>, Problem> {
        let typed = self.area.trim();
        if typed.is_empty() {
            return Ok(None);
        }
        let (name, code) = match typed.rsplit_once(char::is_whitespace) {
            Some((name, code)) if AreaCode::parse(code).is_some() => (name.trim(), AreaCode::parse(code)),
            _ => (if AreaCode::parse(typed).is_some() { "" } else { typed }, AreaCode::parse(typed)),
        };
        let of_record = |record: &AreaRecord| Area {
            name: if name.is_empty() { record.name.as_str() } else { name }.into(),
            level: record.level,
            code: Some(record.code),
        };
        if let Some(code) = code {
            let record = codelists.areas.by_code(code).ok_or(Problem::UnknownCode)?;
            return Ok(Some(of_record(record)));
        }
        if let Some(known) = known.filter(|known| &*known.name == name) {
            return Ok(Some(known.clone()));
        }
        let mut records = codelists.areas.by_name(name);
        if records.is_empty() {
            records = codelists.areas.by_short_name(name);
        }
        let mut codes: Vec<AreaCode> =
            records.iter().filter(|record| record.to.is_none()).map(|record| record.code).collect();
        codes.dedup();
        match (codes.as_slice(), records.first()) {
            ([_, _, ..], _) => Err(Problem::SeveralAreas(codes)),
            (_, Some(record)) => Ok(Some(Area { name: record.name.as_str().into(), ..of_record(record) })),
            (_, None) => Ok(Some(Area { name: name.into(), level: level_of_name(name), code: None })),
        }
    }

    fn checked_value(&self, codelists: &Codelists) -> Result<Decimal, Problem> {
        let typed: String = self.value.chars().filter(|ch| !ch.is_whitespace() && !matches!(ch, ',' | '，')).collect();
        let (sign, digits) = match typed.strip_prefix(['-', '−', '－']) {
            Some(rest) => (Decimal::NEGATIVE_ONE, rest),
            None => (Decimal::ONE, typed.as_str()),
        };
        if digits.is_empty() {
            return Err(Problem::Empty);
        }
        let plain = digits.parse::<Decimal>().ok().filter(|_| digits.starts_with(|ch: char| ch.is_ascii_digit()));
        let in_words =
            || numeral_at(digits, 0, &codelists.units).filter(|numeral| numeral.end == digits.len())?.value();
        let value = plain.or_else(in_words).ok_or(Problem::NotANumber)?;
        Ok((value * sign).normalize())
    }

    fn fault_of_unit(&self, codelists: &Codelists) -> Option<Problem> {
        let unit = self.unit.trim();
        if unit.is_empty() {
            return Some(Problem::NoUnit);
        }
        let indicator = codelists.indicator(self.indicator.as_ref()?)?;
        let family = |unit: &str| codelists.units.family_of(if unit == "百分点" { "%" } else { unit });
        let (own, asked) = (family(unit)?, family(&indicator.unit)?);
        (own != asked).then(|| Problem::UnitOfAnother(indicator.unit.clone()))
    }
}

fn checked_period(typed: &str) -> Result<Option<Period>, Problem> {
    let typed: String = typed.chars().filter(|ch| !ch.is_whitespace()).collect();
    if typed.is_empty() {
        return Ok(None);
    }
    let period = typed.parse().ok().or_else(|| period_in_words(&typed)).ok_or(Problem::NotAPeriod)?;
    let in_range = match period {
        Period::At(at) | Period::Since(at) | Period::Until(at) => YEARS.contains(&at.year),
        Period::Between(from, to) if from > to => return Err(Problem::NotAPeriod),
        Period::Between(from, to) => YEARS.contains(&from.year) && YEARS.contains(&to.year),
    };
    if in_range { Ok(Some(period)) } else { Err(Problem::YearOutOfRange) }
}

/// `2017年底`, `2014年以来`, `截至2018年底`, `“十三五”期间`, and nothing else around it.
fn period_in_words(typed: &str) -> Option<Period> {
    let mentions = period_mentions(typed);
    let [mention] = mentions.as_slice() else { return None };
    let When::Fixed(period) = mention.when else { return None };
    if mention.range != (0..typed.len()) {
        return None;
    }
    Some(match period {
        Period::At(at) if mention.since => Period::Since(at),
        Period::At(at) if mention.until => Period::Until(at),
        other => other,
    })
}

/// The level that a name's ending tells.
fn level_of_name(name: &str) -> AreaLevel {
    match name.chars().last() {
        Some('省') => AreaLevel::Province,
        Some('市' | '州' | '盟') => AreaLevel::City,
        Some('县' | '旗' | '区') => AreaLevel::County,
        Some('镇' | '乡') => AreaLevel::Township,
        Some('村') => AreaLevel::Village,
        _ => AreaLevel::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft() -> Draft {
        let codelists = Codelists::builtin();
        let draft = Draft::of_words("0.7%", None, codelists);
        Draft { indicator: Some(IndicatorId::new("poverty_incidence")), ..draft }
    }

    fn fault(change: impl FnOnce(&mut Draft)) -> (Field, Problem) {
        let mut draft = draft();
        change(&mut draft);
        let mut errors = draft.check(None, Codelists::builtin()).unwrap_err();
        assert_eq!(errors.len(), 1, "{errors:?}");
        errors.pop().map(|error| (error.field, error.problem)).unwrap()
    }

    #[test]
    fn marked_words_fill_the_form() {
        let draft = Draft::of_words("1.4万余名", None, Codelists::builtin());
        assert_eq!((draft.value.as_str(), draft.unit.as_str(), draft.bound), ("14000", "名", Bound::Approx));
    }

    #[test]
    fn every_spelling_of_a_number_is_read() {
        for (typed, value) in
            [("0.70", "0.7"), ("20,918", "20918"), ("1.4万", "14000"), ("三千", "3000"), ("-30.59", "-30.59")]
        {
            let draft = Draft { value: typed.to_owned(), ..draft() };
            assert_eq!(draft.check(None, Codelists::builtin()).unwrap().value.to_string(), value, "{typed}");
        }
    }

    #[test]
    fn every_spelling_of_a_period_is_read() {
        for (typed, period) in [
            ("2017", "2017"),
            ("2017-12", "2017-12"),
            ("2017年底", "2017-12"),
            ("2014年以来", "2014/"),
            ("截至2018年底", "/2018-12"),
            ("2016—2018年", "2016/2018"),
            ("", ""),
        ] {
            let draft = Draft { period: typed.to_owned(), ..draft() };
            let facts = draft.check(None, Codelists::builtin()).unwrap();
            assert_eq!(facts.period.map(|period| period.to_string()).unwrap_or_default(), period, "{typed}");
        }
    }

    #[test]
    fn places_are_found_by_name_short_name_and_code() {
        for (typed, code) in
            [("中阳县", "141129"), ("中阳", "141129"), ("141129", "141129"), ("中阳县 141129", "141129")]
        {
            let draft = Draft { area: typed.to_owned(), ..draft() };
            let area = draft.check(None, Codelists::builtin()).unwrap().area.unwrap();
            assert_eq!((&*area.name, area.code), ("中阳县", AreaCode::parse(code)), "{typed}");
        }
        let village = Draft { area: "某某新村".to_owned(), ..draft() };
        assert_eq!(village.check(None, Codelists::builtin()).unwrap().area.unwrap().level, AreaLevel::Village);
    }

    #[test]
    fn faults_name_the_field() {
        assert_eq!(fault(|draft| draft.value.clear()), (Field::Value, Problem::Empty));
        assert_eq!(fault(|draft| draft.value = "七成多吧".to_owned()), (Field::Value, Problem::NotANumber));
        assert_eq!(fault(|draft| draft.unit.clear()), (Field::Unit, Problem::NoUnit));
        assert_eq!(fault(|draft| draft.unit = "户".to_owned()), (Field::Unit, Problem::UnitOfAnother("%".to_owned())));
        assert_eq!(fault(|draft| draft.period = "去年".to_owned()), (Field::Period, Problem::NotAPeriod));
        assert_eq!(fault(|draft| draft.period = "1217".to_owned()), (Field::Period, Problem::YearOutOfRange));
        assert_eq!(fault(|draft| draft.period = "2018/2016".to_owned()), (Field::Period, Problem::NotAPeriod));
        assert_eq!(fault(|draft| draft.area = "999999".to_owned()), (Field::Area, Problem::UnknownCode));
        assert!(matches!(fault(|draft| draft.area = "鼓楼区".to_owned()), (Field::Area, Problem::SeveralAreas(_))));
        assert_eq!(fault(|draft| draft.indicator = None), (Field::Indicator, Problem::Empty));
    }
}
