//! Characters in the forms that Chinese prose is read in, whichever a page is set with: full-width digits, half-width marks
//! (某镇,16个村), straight quotation marks, the small forms of old type.

use std::borrow::Cow;

/// A quotation that has run over so many characters was not closed.
const QUOTATION: usize = 400;

/// `text` character for character with digits and letters in their ordinary form, and the marks of Chinese prose in their own.
pub(crate) fn ordinary(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|ch| fold_width(ch) != ch || full_width(ch).is_some() || matches!(ch, '"' | '·')) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut before = None;
    // Characters since a straight quotation mark opened.
    let mut quoted: Option<usize> = None;
    let mut rest = text.chars();
    while let Some(printed) = rest.next() {
        let ch = fold_width(printed);
        let after = || rest.clone().find(|ch| !ch.is_whitespace()).map(fold_width);
        let ch = match ch {
            '"' => {
                let open = quoted.is_some_and(|length| length < QUOTATION);
                let opens = match (before, after()) {
                    (Some('：' | '（' | '《'), _) => true,
                    (_, Some('，' | '。' | '；' | '、' | '！' | '？' | '）' | '的' | ',' | ';' | ')')) => false,
                    _ => !open,
                };
                quoted = opens.then_some(0);
                if opens { '“' } else { '”' }
            }
            '·' if is_decimal_point(before, rest.as_str()) => '.',
            _ => full_width(ch).filter(|_| is_chinese(ch, before, after())).unwrap_or(ch),
        };
        quoted = quoted.map(|length| length + 1);
        if !ch.is_whitespace() {
            before = Some(ch);
        }
        out.push(ch);
    }
    Cow::Owned(out)
}

/// Full-width digits, letters, `％` and `．` in their ordinary form, and the small and half-width forms of Chinese punctuation in
/// full width; other punctuation stays.
fn fold_width(ch: char) -> char {
    match ch {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％' | '．' | '＋' | '－' | '／' | '＂' => {
            char::from_u32(u32::from(ch) - 0xfee0).unwrap_or(ch)
        }
        '﹑' | '､' => '、',
        '﹐' => '，',
        '﹔' => '；',
        '﹕' | '∶' => '：',
        '﹖' => '？',
        '﹗' => '！',
        '﹙' => '（',
        '﹚' => '）',
        '﹪' => '%',
        '｡' => '。',
        '「' | '〝' => '“',
        '」' | '〞' | '〟' => '”',
        '『' => '‘',
        '』' => '’',
        _ => ch,
    }
}

/// The mark of Chinese prose that a half-width one may stand for.
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
fn is_chinese(mark: char, before: Option<char>, after: Option<char>) -> bool {
    let chinese = |ch: Option<char>| ch.is_some_and(|ch| !ch.is_ascii());
    let digit = |ch: Option<char>| ch.is_some_and(|ch| ch.is_ascii_digit());
    let in_number = matches!(mark, ',' | ':') && digit(before) && digit(after);
    !in_number && (chinese(before) || chinese(after) || before == Some('%'))
}

/// Whether a dot at mid-height is that of a number with a unit behind it (8·5%), and not that of a day (5·12地震).
fn is_decimal_point(before: Option<char>, rest: &str) -> bool {
    let digit = |ch: char| fold_width(ch).is_ascii_digit();
    let unit = rest.trim_start_matches(digit);
    before.is_some_and(|ch| ch.is_ascii_digit())
        && unit.len() < rest.len()
        && unit.starts_with(['%', '％', '万', '亿', '元', '亩', '倍', '米', '公', '千', '个', '户', '人'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_digits_are_read_in_one_form() {
        for (text, expected) in [
            ("离县城50多公里的下坳镇,16个村", "离县城50多公里的下坳镇，16个村"),
            ("降到1.2%,脱贫1,234人;2019年", "降到1.2%，脱贫1,234人；2019年"),
            ("本报讯(记者 张三) 10:23", "本报讯（记者 张三） 10:23"),
            ("http://example.com/?a=b", "http://example.com/?a=b"),
            ("全县上下齐心协力", "全县上下齐心协力"),
            ("２０１９年降到０．７％", "2019年降到0.7%"),
            ("茶园﹑核桃﹐共3万亩", "茶园、核桃，共3万亩"),
            ("他说∶「围绕『十三五』」", "他说：“围绕‘十三五’”"),
            ("围绕\"两不愁\"目标，他说:\"好!\"", "围绕“两不愁”目标，他说：“好！”"),
            ("\"十三五\"期间的\"硬骨头\"。\"好，\"他说", "“十三五”期间的“硬骨头”。“好，”他说"),
            ("增长8·5%，5·12地震", "增长8.5%，5·12地震"),
        ] {
            assert_eq!(ordinary(text), expected);
        }
    }
}
