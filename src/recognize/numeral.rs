//! Numerals: Arabic and Chinese, with multipliers 十 百 千 万 亿 and the 余 or 多 that makes one approximate.

use rust_decimal::Decimal;

use crate::codelist::Units;

/// A numeral as it stands in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Numeral {
    /// Byte offset just after the numeral, its multipliers and its 余 or 多.
    pub end: usize,
    /// The number before its trailing multipliers.
    pub digits: Decimal,
    /// Product of the trailing multipliers (1 where there are none).
    pub multiplier: Decimal,
    /// Whether 余, 多 or 几 makes it approximate.
    pub approximate: bool,
    /// Whether it is written in Chinese numerals.
    pub chinese: bool,
    /// Whether it is a share (百分之, 三分之一, 九成), so that its unit is `%`.
    pub share: bool,
}

impl Numeral {
    /// The number in full; `None` where it exceeds what a decimal of 96 bits holds.
    pub fn value(&self) -> Option<Decimal> {
        self.digits.checked_mul(self.multiplier)
    }
}

/// The numeral that begins at byte `at` of `text`, if one does.
pub fn numeral_at(text: &str, at: usize, units: &Units) -> Option<Numeral> {
    let first = text.get(at..)?.chars().next()?;
    if first.is_ascii_digit() { arabic(text, at, units) } else { chinese(text, at) }
}

fn arabic(text: &str, at: usize, units: &Units) -> Option<Numeral> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let run = |mut at: usize| {
        while digit(at) {
            at += 1;
        }
        at
    };
    let mut end = run(at);
    // Thousands: 1,234,567 — each group three digits.
    while bytes.get(end) == Some(&b',') && run(end + 1) == end + 4 {
        end += 4;
    }
    if bytes.get(end) == Some(&b'.') && digit(end + 1) {
        end = run(end + 1);
    }
    let written: String = text.get(at..end)?.chars().filter(|ch| *ch != ',').collect();
    let digits = Decimal::from_str_exact(&written).ok()?;
    let tail = tail(text, end, units);
    Some(Numeral {
        end: tail.end,
        digits,
        multiplier: tail.multiplier,
        approximate: tail.approximate,
        chinese: false,
        share: false,
    })
}

struct Tail {
    end: usize,
    multiplier: Decimal,
    approximate: bool,
}

/// Multipliers and 余 or 多 after Arabic digits: `1.4万余`, `160余万`, `3000多`, `2万亿`.
fn tail(text: &str, start: usize, units: &Units) -> Tail {
    let mut out = Tail { end: start, multiplier: Decimal::ONE, approximate: false };
    for ch in text.get(start..).unwrap_or("").chars() {
        if let Some(power) = multiplier(ch) {
            // 千瓦, 千克, 百分点: here the character belongs to the unit.
            let rest = text.get(out.end..).unwrap_or("");
            if units.strip_prefix(rest).is_some_and(|(_, unit)| unit.name.starts_with(ch)) {
                break;
            }
            let Some(product) = out.multiplier.checked_mul(power) else { break };
            out.multiplier = product;
        } else if matches!(ch, '余' | '多' | '馀' | '几') && !out.approximate {
            out.approximate = true;
        } else {
            break;
        }
        out.end += ch.len_utf8();
    }
    out
}

fn multiplier(ch: char) -> Option<Decimal> {
    Some(Decimal::from(match ch {
        '十' => 10_i64,
        '百' => 100,
        '千' => 1_000,
        '万' => 10_000,
        '亿' => 100_000_000,
        _ => return None,
    }))
}

fn chinese_digit(ch: char) -> Option<i64> {
    Some(match ch {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn chinese(text: &str, at: usize) -> Option<Numeral> {
    let rest = text.get(at..)?;
    let share = |end: usize, value: Decimal| {
        Some(Numeral { end, digits: value, multiplier: Decimal::ONE, approximate: false, chinese: true, share: true })
    };
    if let Some(after) = rest.strip_prefix("百分之") {
        if after.starts_with('百') {
            return share(at + "百分之百".len(), Decimal::ONE_HUNDRED);
        }
        let whole = integer(after)?;
        let mut value = whole.value;
        let mut length = whole.length;
        if let Some(decimals) = after.get(length..).and_then(|rest| rest.strip_prefix('点')) {
            let mut place = Decimal::new(1, 1);
            let mut taken = 0;
            for ch in decimals.chars() {
                let Some(digit) = chinese_digit(ch) else { break };
                value += Decimal::from(digit) * place;
                place *= Decimal::new(1, 1);
                taken += ch.len_utf8();
            }
            if taken > 0 {
                length += '点'.len_utf8() + taken;
            }
        }
        return share(at + "百分之".len() + length, value);
    }
    let whole = integer(rest)?;
    let after = rest.get(whole.length..).unwrap_or("");
    if let Some(part) = after.strip_prefix("分之") {
        let numerator = integer(part)?;
        let value = (numerator.value * Decimal::ONE_HUNDRED).checked_div(whole.value)?.round_dp(2).normalize();
        return share(at + whole.length + "分之".len() + numerator.length, value);
    }
    if let Some(half) = after.strip_prefix('成') {
        if whole.value <= Decimal::TEN {
            let more = if half.starts_with('半') { Decimal::from(5) } else { Decimal::ZERO };
            let length = whole.length + '成'.len_utf8() + if half.starts_with('半') { '半'.len_utf8() } else { 0 };
            return share(at + length, whole.value * Decimal::TEN + more);
        }
    }
    Some(Numeral {
        end: at + whole.length,
        digits: whole.value,
        multiplier: Decimal::ONE,
        approximate: whole.approximate,
        chinese: true,
        share: false,
    })
}

struct Integer {
    value: Decimal,
    /// Bytes of text taken.
    length: usize,
    approximate: bool,
}

/// A Chinese integer at the start of `text`: 三万二千, 十二, 一百零五, 六千余, 二百余万.
///
/// Must begin with a digit, or with 十 (ten). Idioms such as 千方百计 begin otherwise and are none.
fn integer(text: &str) -> Option<Integer> {
    let mut total: i64 = 0; // closed 亿 groups
    let mut myriads: i64 = 0; // the closed 万 group after them
    let mut group: i64 = 0; // within the open group
    let mut digit: Option<i64> = None;
    let mut out = Integer { value: Decimal::ZERO, length: 0, approximate: false };
    for ch in text.chars() {
        if let Some(value) = chinese_digit(ch) {
            // Two digits side by side are no integer (七八千 is a guess, 二〇一八 a year).
            if digit.is_some_and(|before| before != 0) {
                return None;
            }
            digit = Some(value);
        } else {
            match ch {
                '十' | '百' | '千' => {
                    let power = match ch {
                        '十' => 10,
                        '百' => 100,
                        _ => 1_000,
                    };
                    if digit.is_none() && !(ch == '十' && group % 100 == 0) && !out.approximate {
                        break;
                    }
                    group += digit.take().unwrap_or(1).checked_mul(power)?;
                }
                '万' if out.length > 0 => {
                    myriads = group.checked_add(digit.take().unwrap_or(0))?.checked_mul(10_000)?;
                    group = 0;
                }
                '亿' if out.length > 0 => {
                    let open = myriads.checked_add(group)?.checked_add(digit.take().unwrap_or(0))?;
                    total = total.checked_add(open.checked_mul(100_000_000)?)?;
                    (myriads, group) = (0, 0);
                }
                '余' | '多' if out.length > 0 && !out.approximate => out.approximate = true,
                _ => break,
            }
        }
        out.length += ch.len_utf8();
    }
    if out.length == 0 {
        return None;
    }
    out.value = Decimal::from(total.checked_add(myriads)?.checked_add(group)?.checked_add(digit.unwrap_or(0))?);
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codelist::Codelists;

    fn value(text: &str) -> Option<(String, usize)> {
        let numeral = numeral_at(text, 0, &Codelists::builtin().units)?;
        Some((numeral.value()?.normalize().to_string(), text[..numeral.end].chars().count()))
    }

    #[test]
    fn numerals_have_the_value_they_say() {
        for (text, want, characters) in [
            ("9201.63万元", "92016300", 8),
            ("1.4万余名", "14000", 5),
            ("160余万元", "1600000", 5),
            ("1,234,567人", "1234567", 9),
            ("20千瓦", "20", 2),
            ("3万亿元", "3000000000000", 3),
            ("六千余人", "6000", 3),
            ("二百余万元", "2000000", 4),
            ("三万二千户", "32000", 4),
            ("十二个", "12", 2),
            ("一百零五户", "105", 4),
            ("百分之二十点五", "20.5", 7),
            ("十分之一", "10", 4),
            ("九成", "90", 2),
            ("两届", "2", 1),
            ("一亿二千万元", "120000000", 5),
            ("百分之百", "100", 4),
        ] {
            assert_eq!(value(text), Some((want.to_owned(), characters)), "{text}");
        }
        for text in ["千方百计", "七八千人", "百姓", "亿元", "人"] {
            assert_eq!(value(text), None, "{text}");
        }
    }
}
