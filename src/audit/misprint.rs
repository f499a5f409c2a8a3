//! Whether one wrong digit would explain why figures do not fit.
//!
//! Many lists after 其中 are not complete, so a sum that misses its whole proves nothing. A sum that would be right if
//! one digit were another, or if two neighbours changed places, is another matter: that is how misprints look.

use rust_decimal::Decimal;

/// The fewest digits of a figure for one wrong digit to be told from chance: with three, one pair of unrelated figures
/// in ten differs by no more, with four one in eighty.
const FEWEST_DIGITS: usize = 4;

/// Whether writing one digit of one of the `values` otherwise, or changing two neighbouring digits of it, makes
/// `parts` add up to `whole` exactly.
pub(super) fn explains(parts: &[Decimal], whole: Decimal) -> bool {
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(*part));
    let Some(gap) = sum.and_then(|sum| whole.checked_sub(sum)) else { return false };
    let right_whole = whole.checked_sub(gap);
    let right_parts = parts.iter().map(|part| part.checked_add(gap));
    let pairs = parts.iter().copied().zip(right_parts).chain([(whole, right_whole)]);
    pairs.into_iter().any(|(written, right)| right.is_some_and(|right| one_digit_apart(written, right, FEWEST_DIGITS)))
}

/// Whether two numbers of at least `fewest` digits, written with the same decimals, differ in one digit or in the order
/// of two neighbouring ones.
pub(super) fn one_digit_apart(a: Decimal, b: Decimal, fewest: usize) -> bool {
    let (mut a, mut b) = (a.normalize(), b.normalize());
    let scale = a.scale().max(b.scale());
    a.rescale(scale);
    b.rescale(scale);
    let digits = |number: Decimal| number.mantissa().to_string().into_bytes();
    let (mut a, mut b) = (digits(a), digits(b));
    // The zeros of 万 and 亿 are no digits that were written.
    while a.last() == Some(&b'0') && b.last() == Some(&b'0') {
        a.pop();
        b.pop();
    }
    if a.len() != b.len() || a.len() < fewest {
        return false;
    }
    let differing: Vec<usize> = a.iter().zip(&b).enumerate().filter(|(_, (a, b))| a != b).map(|(at, _)| at).collect();
    match differing.as_slice() {
        [_] => true,
        [first, second] => first + 1 == *second && a.get(*first) == b.get(*second) && a.get(*second) == b.get(*first),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_digit_or_two_neighbours() {
        let apart = |a: &str, b: &str| one_digit_apart(a.parse().unwrap(), b.parse().unwrap(), 4);
        assert!(apart("14819", "14829") && apart("14819", "14189") && apart("28.93", "23.93"));
        assert!(!apart("14819", "14819") && !apart("14819", "14928") && !apart("145", "144"));
        assert!(!apart("14819", "4819") && !apart("930000", "940000"));
    }
}
