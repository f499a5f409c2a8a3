//! Where the clause around a figure begins and ends.

use std::ops::Range;

use crate::segment::LONGEST_SENTENCE as LONGEST;

/// Punctuation that ends a clause. The enumeration comma 、 joins, it does not end one.
fn may_end(ch: char) -> bool {
    matches!(ch, '，' | '。' | '；' | '：' | '！' | '？' | '（' | '）' | ',' | ';' | ':' | '\n' | '!')
}

/// First byte of the clause that holds byte `at`, not before `floor`.
pub(super) fn start(text: &str, at: usize, floor: usize) -> usize {
    let before = text.get(floor..at).unwrap_or("");
    // A bracketed note without figures interrupts nothing: 就业车间（卫星工厂）118个.
    let mut note = None;
    for (offset, ch) in before.char_indices().rev().take(LONGEST) {
        if ch == '）' {
            let open = before.get(..offset).and_then(|lead| lead.rfind('（'));
            note =
                open.filter(|open| !before.get(*open..offset).unwrap_or("").contains(|ch: char| ch.is_ascii_digit()));
        }
        if note.is_some_and(|open| offset >= open) {
            continue;
        }
        if is_end(text, floor + offset, ch) {
            return floor + offset + ch.len_utf8();
        }
    }
    before.char_indices().rev().nth(LONGEST).map_or(floor, |(offset, ch)| floor + offset + ch.len_utf8())
}

/// Just after the last byte of the clause that goes on at `at`, not after `ceiling`.
pub(super) fn end(text: &str, at: usize, ceiling: usize) -> usize {
    let after = text.get(at..ceiling).unwrap_or("");
    let mut note = 0;
    for (offset, ch) in after.char_indices().take(LONGEST) {
        if ch == '（' {
            let close = after.get(offset..).and_then(|rest| rest.find('）')).map(|close| offset + close);
            let figures = |close: usize| {
                after.get(offset..close).is_some_and(|inside| inside.contains(|ch: char| ch.is_ascii_digit()))
            };
            note = close.filter(|close| !figures(*close)).map_or(note, |close| close + '）'.len_utf8());
        }
        if offset >= note && is_end(text, at + offset, ch) {
            return at + offset;
        }
    }
    after.char_indices().nth(LONGEST).map_or(ceiling, |(offset, _)| at + offset)
}

fn is_end(text: &str, at: usize, ch: char) -> bool {
    if !may_end(ch) {
        return false;
    }
    let digit_before = text.get(..at).is_some_and(|before| before.ends_with(|ch: char| ch.is_ascii_digit()));
    let digit_after =
        text.get(at + ch.len_utf8()..).is_some_and(|after| after.starts_with(|ch: char| ch.is_ascii_digit()));
    // A colon before a number links the two: 贫困人口：16.23万人.
    let links = matches!(ch, '：' | ':') && digit_after;
    // A comma inside a number ends nothing.
    !(links || ch.is_ascii() && digit_before && digit_after)
}

/// Where in `words` it is first said that what follows is told in turn: 分别为, 依次是. The bytes of that word.
pub(super) fn respectively(words: &str) -> Option<Range<usize>> {
    let found = |word: &str| words.find(word).map(|at| at..at + word.len());
    found("分别").or_else(|| found("依次"))
}

/// Where the numbers of `clause` begin that are joined in one list, each with its unit: 还有7.4%和8.1%.
pub(super) fn in_turn(clause: &str) -> Vec<usize> {
    let number = |ch: char| ch.is_ascii_digit() || ch == '.';
    let mut out = Vec::new();
    let mut at = clause.find(|ch: char| ch.is_ascii_digit());
    while let Some(start) = at {
        out.push(start);
        let rest = clause.get(start..).unwrap_or("").trim_start_matches(number);
        // Only a unit stands between a number and what joins it to the next.
        let joined =
            rest.find(['、', '和']).filter(|joined| rest.get(..*joined).is_some_and(|unit| unit.chars().count() <= 3));
        let next = joined.and_then(|joined| rest.get(joined..)).and_then(|rest| rest.strip_prefix(['、', '和']));
        at = next.filter(|next| next.starts_with(|ch: char| ch.is_ascii_digit())).map(|next| clause.len() - next.len());
    }
    out
}
