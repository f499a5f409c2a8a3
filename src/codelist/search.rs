//! Finds names as people type them: part of the Chinese or English name, or the first letters of its pinyin (`pkfsl` for
//! 贫困发生率).

use pinyin::ToPinyinMulti;

/// Whether `sought` is part of `name`, letter case aside, or spells the pinyin initials of a part of it. An empty `sought`
/// is part of every name.
pub fn finds(name: &str, sought: &str) -> bool {
    let sought = sought.trim().to_lowercase();
    if sought.is_empty() || name.to_lowercase().contains(&sought) {
        return true;
    }
    sought.bytes().all(|letter| letter.is_ascii_alphanumeric()) && {
        let letters: Vec<char> = sought.chars().collect();
        let name: Vec<char> = name.chars().collect();
        name.windows(letters.len()).any(|part| part.iter().zip(&letters).all(|(ch, letter)| begins_with(*ch, *letter)))
    }
}

/// Whether one reading of a character begins with `letter`: 率 is lǜ and shuài.
fn begins_with(ch: char, letter: char) -> bool {
    if ch.is_ascii() {
        return ch.eq_ignore_ascii_case(&letter);
    }
    ch.to_pinyin_multi().is_some_and(|readings| readings.into_iter().any(|reading| reading.plain().starts_with(letter)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_found_by_its_words_and_by_its_initials() {
        for sought in ["", "贫困", "发生率", "pkfsl", "PKFS", "fsl", " pkfss "] {
            assert!(finds("贫困发生率", sought), "{sought}");
        }
        for sought in ["pkl", "贫发", "pinkun", "pkfslx"] {
            assert!(!finds("贫困发生率", sought), "{sought}");
        }
        assert!(finds("Poverty incidence", "poverty INC"));
        assert!(finds("5A级景区", "5ajjq"));
        assert!(!finds("", "a"));
    }
}
