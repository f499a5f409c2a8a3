//! Checks in words: their kind, their arithmetic, their verdict.

use rust_decimal::{Decimal, RoundingStrategy};

use super::{Language, Locale};
use crate::model::{Bound, Check, CheckKind, Derived, Operator, Term, Unclear, Verdict};

impl Locale {
    /// What kind of arithmetic it is, in two or three words.
    pub fn check_kind(&self, kind: CheckKind) -> String {
        self.text(match kind {
            CheckKind::PartsAndWhole => "check-kind-parts",
            CheckKind::Share => "check-kind-share",
            CheckKind::ImpliedBase => "check-kind-base",
            CheckKind::FromTo => "check-kind-change",
            CheckKind::PerHead => "check-kind-average",
            CheckKind::Repeated => "check-kind-repeated",
        })
    }

    /// What was reckoned and what is stated: `3,162 户 + 1,313 户 = 4,475 户`.
    pub fn arithmetic(&self, check: &Check) -> String {
        let left = self.side(&check.left);
        let right = self.side(&check.right);
        let expected = self.scaled(check.expected, check.stated, check);
        if let ([_], [_]) = (check.left.as_slice(), check.right.as_slice()) {
            return self.with("check-both", &[("left", (&left).into()), ("right", (&right).into())]);
        }
        let exact = shown(check.expected, check.stated) == check.expected;
        let reckoned = if exact { "=" } else { "≈" };
        let left = format!("{left} {reckoned} {expected}");
        if check.right.len() > 1 {
            let stated = self.scaled(check.stated, check.expected, check);
            let right = format!("{right} ≈ {stated}");
            return self.with("check-both", &[("left", (&left).into()), ("right", (&right).into())]);
        }
        let plain = check.right.iter().all(|term| term.bound == Bound::Exact);
        if plain && check.expected == check.stated {
            return left;
        }
        self.with("check-stated", &[("left", (&left).into()), ("stated", (&right).into())])
    }

    /// How a value was derived: `8.27% + 30.59个百分点 = 38.86%`.
    pub fn derivation(&self, derived: &Derived) -> String {
        format!("{} = {}", self.side(&derived.terms), self.amount(derived.value, &derived.unit))
    }

    /// What was found, in words: 一致, 相差 1 户, 无法核对.
    pub fn verdict(&self, check: &Check) -> String {
        match check.verdict {
            Verdict::Agrees => self.text("check-agrees"),
            Verdict::Differs { by } => {
                let by = match &*check.unit {
                    "%" => self.amount(shown(by.abs(), check.stated), "百分点"),
                    _ => self.scaled(by.abs(), check.stated, check),
                };
                let key = if check.stated > check.expected { "check-differs-more" } else { "check-differs-less" };
                self.with(key, &[("by", (&by).into())])
            }
            Verdict::CannotBeChecked { why } => self.text(match why {
                Unclear::WholeNotNamed => "check-unclear-whole",
                Unclear::BaseNotNamed => "check-unclear-base",
                Unclear::OtherCount => "check-unclear-count",
            }),
        }
    }

    /// `value` in the unit of `check`, with as many digits as `beside` needs; in Chinese in 万 or 亿 where the stated figure
    /// is.
    fn scaled(&self, value: Decimal, beside: Decimal, check: &Check) -> String {
        let written = check.right.first().map_or("", |term| &*term.as_written);
        let scales = [('亿', Decimal::from(100_000_000)), ('万', Decimal::from(10_000))];
        let found = scales.into_iter().find(|(mark, _)| written.contains(*mark));
        match found.filter(|_| self.language().is_chinese() && check.right.len() == 1) {
            Some((mark, scale)) => self.amount(shown(value / scale, beside / scale), &format!("{mark}{}", check.unit)),
            None => self.amount(shown(value, beside), &check.unit),
        }
    }

    /// How many checks agree, differ, and cannot be decided.
    pub fn check_summary(&self, checks: &[Check]) -> String {
        let differ = checks.iter().filter(|check| check.differs()).count();
        let agree = checks.iter().filter(|check| check.verdict == Verdict::Agrees).count();
        let unclear = checks.len() - agree - differ;
        let counts = [("agree", agree.into()), ("differ", differ.into()), ("unclear", unclear.into())];
        self.with("check-summary", &counts)
    }

    /// One side of a check: `20,918 人 ÷ 20.5%`.
    fn side(&self, terms: &[Term]) -> String {
        let mut out = String::new();
        let mut sum = false;
        for (index, term) in terms.iter().enumerate() {
            // A change is stored with its direction: what falls is taken away.
            let takes = term.value.is_sign_negative() != (term.operator == Operator::Minus);
            if index > 0 {
                if term.operator == Operator::Over && sum {
                    out = format!("({out})");
                }
                out.push_str(match term.operator {
                    Operator::Over => " ÷ ",
                    _ if takes => " − ",
                    _ => " + ",
                });
                sum = term.operator != Operator::Over;
            }
            out.push_str(&self.bound_prefix(term.bound));
            match self.language() {
                Language::Chinese | Language::Traditional => out.push_str(&term.as_written),
                Language::English => {
                    let value = if index > 0 { term.value.abs() } else { term.value };
                    out.push_str(&self.amount(value, &term.unit));
                }
            }
        }
        out
    }
}

/// `value` to one digit more than `beside` shows; whole where it is large or where `beside` is a quotient itself.
fn shown(value: Decimal, beside: Decimal) -> Decimal {
    /// More decimals than a report writes.
    const QUOTIENT: u32 = 5;
    let stated = beside.normalize().scale();
    let digits = match stated {
        QUOTIENT.. => 0,
        _ if value.abs() >= Decimal::from(10_000) => stated,
        _ => stated + 1,
    };
    value.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero).normalize()
}
