//! How the cells of a comparison are worded: on the screen, in files and on paper alike.

use rust_decimal::Decimal;

use super::{Locale, number};
use crate::compare::{Choice, Difference, Incomparable, MissingReason, base_unit};
use crate::model::{Form, Observation, Review, ReviewState, Status};

/// Digits of a ratio.
const RATIO_DIGITS: u32 = 3;

/// What stands before a figure that is not as the program read it: `※ ` where a person corrected it, `✚ ` where one added
/// it, else nothing. The embedded font has both.
pub fn correction_mark(review: &Review) -> &'static str {
    match review.state {
        _ if review.added => "✚ ",
        ReviewState::Corrected => "※ ",
        ReviewState::Unreviewed | ReviewState::Accepted | ReviewState::Rejected => "",
    }
}

impl Locale {
    /// A figure as the table shows it, in the chosen units: `○ ≤ 1`, `▼ 30.59 百分点`, `714`, `※ 0.7`. Its unit is left out
    /// where it is `implied`.
    pub fn figure(&self, figure: &Observation, implied: Option<&str>) -> String {
        let quantity = &figure.quantity;
        let unit_implied = implied.is_some_and(|unit| base_unit(unit) == base_unit(&quantity.unit));
        let bound = self.bound_prefix(quantity.bound);
        let amount = |value: Decimal| match self.words_of(figure) {
            Some(words) => words.to_owned(),
            None => self.shown(value, &quantity.unit, unit_implied),
        };
        let mark = correction_mark(&figure.review);
        let aim = if figure.status == Status::Target { "○ " } else { "" };
        match figure.form {
            Form::Level => format!("{mark}{aim}{bound}{}", amount(quantity.value)),
            Form::Change => {
                let arrow = if quantity.value.is_sign_negative() { "▼" } else { "▲" };
                format!("{mark}{aim}{arrow} {bound}{}", amount(quantity.value.abs()))
            }
        }
    }

    /// Why a cell is empty.
    pub fn missing(&self, reason: MissingReason) -> String {
        self.text(match reason {
            MissingReason::NoArea => "missing-no-area",
            MissingReason::NotStated => "missing-not-stated",
            MissingReason::OtherYearsOnly => "missing-other-years",
            MissingReason::OnlyChange => "missing-only-change",
            MissingReason::OnlyTarget => "missing-only-target",
        })
    }

    /// Left minus right: `+1,113 元`, `−7.57 百分点（差 1 年）`, `不可比：单位不同`, `—`.
    pub fn difference(&self, difference: &Difference) -> String {
        match difference {
            Difference::Absent => "—".to_owned(),
            Difference::NotComparable(reason) => self.incomparable(*reason),
            Difference::Of { value, unit, approximate, supplied, apart, .. } => {
                let sign = if value.is_sign_positive() && !value.is_zero() { "+" } else { "" };
                let about = if *approximate { "≈ " } else { "" };
                let years = match apart {
                    0 => String::new(),
                    years => self.with("difference-apart", &[("count", usize::from(*years).into())]),
                };
                let amount = format!("{about}{sign}{}{years}", self.shown(*value, unit, false));
                if *supplied { self.with("period-supplied", &[("period", (&amount).into())]) } else { amount }
            }
        }
    }

    /// What speaks against a difference, to be read beside its amount: years that lie between the two figures, a time
    /// that nobody states. Empty where nothing does.
    pub fn difference_note(&self, difference: &Difference) -> String {
        let Difference::Of { supplied, apart, .. } = difference else { return String::new() };
        let years = (*apart > 0).then(|| self.with("difference-apart", &[("count", usize::from(*apart).into())]));
        let supplied = supplied.then(|| self.text("difference-supplied"));
        [years, supplied].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// Left divided by right; `None` where that cannot be said.
    pub fn ratio(&self, difference: &Difference) -> Option<String> {
        let Difference::Of { ratio, .. } = difference else { return None };
        ratio.and_then(|ratio| ratio.round_sf(RATIO_DIGITS)).map(number)
    }

    /// Why one of several values is shown, to be read after them; empty where there is one only.
    pub fn choice(&self, choice: Choice) -> String {
        let key = match choice {
            Choice::Undisputed => return String::new(),
            Choice::Reviewed => "choice-reviewed",
            Choice::AfterChange => "choice-after-change",
            Choice::Exact => "choice-exact",
            Choice::TimeStated => "choice-time-stated",
            Choice::LaterReport => "choice-later-report",
            Choice::Part => "choice-part",
            Choice::First => "choice-first",
        };
        self.text(key)
    }

    fn incomparable(&self, reason: Incomparable) -> String {
        match reason {
            Incomparable::DifferentYears { apart } => {
                self.with("incomparable-years", &[("count", usize::from(apart).into())])
            }
            Incomparable::DifferentPeriods => self.text("incomparable-periods"),
            Incomparable::UndatedPeriod => self.text("incomparable-undated"),
            Incomparable::Bounded => self.text("incomparable-bounded"),
            Incomparable::DifferentUnits => self.text("incomparable-units"),
            Incomparable::Parts => self.text("incomparable-parts"),
            Incomparable::PartOfPlace => self.text("incomparable-part-of-place"),
        }
    }
}
