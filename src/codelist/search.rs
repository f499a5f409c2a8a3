//! Finds names as people type them: part of the Chinese or English name, or the first letters of its pinyin (`pkfsl` for
//! 贫困发生率).

use pinyin::ToPinyinMulti;

/// Whether `sought` is part of `name`, letter case aside, or spells the pinyin initials of a part of it. An empty `sought`
/// is part of every name.
pub fn finds(name: &str, sought: &str) -> bool {
    SearchKey::of([name]).has(&SearchWords::of(sought))
}

/// What a thing is found by, made once where the same names are searched for many times.
#[derive(Debug, Clone, Default)]
pub struct SearchKey(Vec<SearchName>);

#[derive(Debug, Clone)]
struct SearchName {
    lower: String,
    /// For each character the letters and digits that one of its readings begins with, as bits.
    initials: Vec<u64>,
}

impl SearchKey {
    /// The key of something with these names.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let key =
            |name: &str| SearchName { lower: name.to_lowercase(), initials: name.chars().map(initials).collect() };
        Self(names.into_iter().map(key).collect())
    }

    /// Whether [`finds`] finds one of the names.
    pub fn has(&self, sought: &SearchWords) -> bool {
        self.0.iter().any(|name| {
            name.lower.contains(&sought.lower)
                || sought.letters.as_ref().is_some_and(|letters| {
                    let spells =
                        |part: &[u64]| part.iter().zip(letters).all(|(initials, letter)| initials & letter != 0);
                    name.initials.windows(letters.len().max(1)).any(spells)
                })
        })
    }
}

/// What a person types to find something.
#[derive(Debug, Clone)]
pub struct SearchWords {
    lower: String,
    /// The bits of its characters, where all are letters and digits.
    letters: Option<Vec<u64>>,
}

impl SearchWords {
    /// What `sought` seeks, blanks around it aside.
    pub fn of(sought: &str) -> Self {
        let lower = sought.trim().to_lowercase();
        let letters = lower.chars().map(|ch| Some(bit(ch)).filter(|bit| *bit != 0)).collect();
        Self { lower, letters }
    }

    /// Whether nothing is sought: everything is found.
    pub fn is_empty(&self) -> bool {
        self.lower.is_empty()
    }
}

/// The bit of a letter or a digit, letter case aside; 0 for any other character.
fn bit(ch: char) -> u64 {
    ch.to_digit(36).filter(|_| ch.is_ascii()).map_or(0, |digit| 1 << digit)
}

/// The bits of what the readings of a character begin with: 率 is lǜ and shuài.
fn initials(ch: char) -> u64 {
    if ch.is_ascii() {
        return bit(ch);
    }
    let readings = ch.to_pinyin_multi().into_iter().flatten();
    readings.filter_map(|reading| reading.plain().chars().next()).fold(0, |bits, letter| bits | bit(letter))
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
