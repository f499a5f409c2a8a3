//! Half-width marks in Chinese prose, as some pages are set: 某镇,16个村.

use std::borrow::Cow;

/// Whether a mark may stand for one of Chinese prose.
pub(super) fn is_half_width(ch: char) -> bool {
    full_width(ch).is_some()
}

/// The mark of Chinese prose for a half-width one that stands between `before` and `after`, or the character itself.
pub(super) fn widened(ch: char, before: Option<char>, after: Option<char>) -> char {
    full_width(ch).filter(|_| stands_in_chinese(ch, before, after)).unwrap_or(ch)
}

/// `text` with the marks of Chinese prose in their full width, character for character.
pub(crate) fn widen_marks(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_half_width) {
        return Cow::Borrowed(text);
    }
    let mut before = None;
    let mut rest = text.chars();
    let mut out = String::with_capacity(text.len());
    while let Some(ch) = rest.next() {
        let after = || rest.clone().find(|ch| !ch.is_whitespace());
        out.push(if is_half_width(ch) { widened(ch, before, after()) } else { ch });
        before = Some(ch).filter(|ch| !ch.is_whitespace()).or(before);
    }
    Cow::Owned(out)
}

fn full_width(ch: char) -> Option<char> {
    Some(match ch {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '!' => '！',
        '?' => '？',
        '(' => '（',
        ')' => '）',
        _ => return None,
    })
}

/// Whether a half-width mark is one of Chinese prose: not inside a number, a time or the words of another script.
fn stands_in_chinese(mark: char, before: Option<char>, after: Option<char>) -> bool {
    let chinese = |ch: Option<char>| ch.is_some_and(|ch| !ch.is_ascii());
    let digit = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_digit());
    let in_number = matches!(mark, ',' | ':') && digit(before) && digit(after);
    !in_number && (chinese(before) || chinese(after) || before == Some('%'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_of_chinese_prose_are_widened() {
        for (text, expected) in [
            ("离县城50多公里的下坳镇,16个村", "离县城50多公里的下坳镇，16个村"),
            ("降到1.2%,脱贫1,234人;2019年", "降到1.2%，脱贫1,234人；2019年"),
            ("本报讯(记者 张三) 10:23", "本报讯（记者 张三） 10:23"),
            ("http://example.com/?a=b", "http://example.com/?a=b"),
            ("全县上下齐心协力", "全县上下齐心协力"),
        ] {
            assert_eq!(widen_marks(text), expected);
        }
    }
}
