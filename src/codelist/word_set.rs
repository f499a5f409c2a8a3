//! Words with a meaning each, found at the start or the end of a text.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::trie::Characters;

/// Words with a meaning each, found at the start or the end of a text; the longest match wins.
///
/// Most texts start or end with no word at all, which a look at one character tells.
#[derive(Debug, Clone)]
pub struct WordSet<T> {
    words: Vec<(String, T)>,
    forwards: Paths,
    backwards: Paths,
}

/// Words as paths of characters, each from its first to its last or the other way.
#[derive(Debug, Clone, Default)]
struct Paths {
    /// The characters that paths begin with.
    begins: Characters,
    /// Where a character leads to from where the characters before it led; from 0 at the beginning.
    steps: HashMap<(u32, char), u32, QuickHash>,
    /// The word that ends at each place but the beginning.
    ends: Vec<Option<usize>>,
}

/// Hashes short keys of a reading in few steps.
pub type QuickHash = BuildHasherDefault<QuickHasher>;

impl Paths {
    /// The place that `characters` lead to, which may be new.
    fn lead(&mut self, mut characters: impl Iterator<Item = char>) -> Option<&mut Option<usize>> {
        let first = characters.next()?;
        self.begins.insert(first);
        let mut at = 0;
        for ch in std::iter::once(first).chain(characters) {
            let next = u32::try_from(self.ends.len()).unwrap_or(u32::MAX).saturating_add(1);
            at = *self.steps.entry((at, ch)).or_insert(next);
            if at == next {
                self.ends.push(None);
            }
        }
        self.ends.get_mut((at as usize).checked_sub(1)?)
    }

    /// The words along `characters`, the shortest first.
    fn along(&self, characters: impl Iterator<Item = char>) -> impl Iterator<Item = usize> {
        let mut characters = characters.peekable();
        let begins = characters.peek().is_some_and(|first| self.begins.may_hold(*first));
        let mut at = 0;
        let places = characters.take_while(move |_| begins).map_while(move |ch| {
            at = *self.steps.get(&(at, ch))?;
            self.ends.get((at as usize).checked_sub(1)?)
        });
        places.filter_map(|end| *end)
    }
}

impl<T> Default for WordSet<T> {
    fn default() -> Self {
        Self { words: Vec::new(), forwards: Paths::default(), backwards: Paths::default() }
    }
}

impl<T> WordSet<T> {
    /// Adds `word`; a word added twice keeps the later meaning.
    pub fn insert(&mut self, word: &str, meaning: T) {
        let index = self.words.len();
        for (paths, characters) in [
            (&mut self.forwards, &mut word.chars() as &mut dyn Iterator<Item = char>),
            (&mut self.backwards, &mut word.chars().rev()),
        ] {
            match paths.lead(characters) {
                Some(Some(known)) => {
                    if let Some((_, old)) = self.words.get_mut(*known) {
                        *old = meaning;
                    }
                    return;
                }
                Some(end) => *end = Some(index),
                None => return,
            }
        }
        self.words.push((word.to_owned(), meaning));
    }

    /// The meaning of exactly `word`.
    pub fn get_mut(&mut self, word: &str) -> Option<&mut T> {
        let index = self.forwards.along(word.chars()).last()?;
        self.words.get_mut(index).filter(|(known, _)| known == word).map(|(_, meaning)| meaning)
    }

    /// The words that `text` starts with, the longest first, with their meanings.
    pub fn prefixes(&self, text: &str) -> impl Iterator<Item = (&str, &T)> {
        self.of(self.forwards.along(text.chars()))
    }

    /// The words that `text` ends with, the longest first, with their meanings.
    pub fn suffixes(&self, text: &str) -> impl Iterator<Item = (&str, &T)> {
        self.of(self.backwards.along(text.chars().rev()))
    }

    /// The words at `indices`, the last first.
    fn of(&self, indices: impl Iterator<Item = usize>) -> impl Iterator<Item = (&str, &T)> {
        let indices: Vec<usize> = indices.collect();
        let words = indices.into_iter().rev().filter_map(|index| self.words.get(index));
        words.map(|(word, meaning)| (word.as_str(), meaning))
    }

    /// The longest word that `text` starts with, and the text after it.
    pub fn strip_prefix_ref<'a>(&self, text: &'a str) -> Option<(&'a str, &T)> {
        let (word, meaning) = self.prefixes(text).next()?;
        Some((text.get(word.len()..)?, meaning))
    }

    /// The longest word that `text` ends with, and the text before it.
    pub fn strip_suffix_ref<'a>(&self, text: &'a str) -> Option<(&'a str, &T)> {
        let (word, meaning) = self.suffixes(text).next()?;
        Some((text.get(..text.len() - word.len())?, meaning))
    }
}

impl<T: Copy> WordSet<T> {
    /// As [`Self::strip_suffix_ref`], the meaning by value.
    pub fn strip_suffix<'a>(&self, text: &'a str) -> Option<(&'a str, T)> {
        self.strip_suffix_ref(text).map(|(rest, meaning)| (rest, *meaning))
    }

    /// As [`Self::strip_prefix_ref`], the meaning by value.
    pub fn strip_prefix<'a>(&self, text: &'a str) -> Option<(&'a str, T)> {
        self.strip_prefix_ref(text).map(|(rest, meaning)| (rest, *meaning))
    }
}

/// Spreads characters and short texts over a table of one reading. Who chose a report's words to collide would slow down
/// his own file.
#[derive(Debug, Clone, Default)]
pub struct QuickHasher(u64);

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        let (eights, rest) = bytes.as_chunks();
        for eight in eights {
            self.write_u64(u64::from_le_bytes(*eight));
        }
        for byte in rest {
            self.write_u64(u64::from(*byte));
        }
    }

    fn write_u32(&mut self, character: u32) {
        self.write_u64(u64::from(character));
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    fn write_u64(&mut self, characters: u64) {
        self.0 = (self.0.rotate_left(5) ^ characters).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_wins_and_the_later_meaning_stays() {
        let mut words = WordSet::default();
        for (word, meaning) in [("人", 1), ("人次", 2), ("户", 3), ("人", 4), ("次", 5)] {
            words.insert(word, meaning);
        }
        assert_eq!(words.strip_prefix("人次以上"), Some(("以上", 2)));
        assert_eq!(words.strip_prefix("人均"), Some(("均", 4)));
        assert_eq!(words.strip_prefix("元"), None);
        assert_eq!(words.strip_suffix("三百人次"), Some(("三百", 2)));
        assert_eq!(words.suffixes("三百人次").map(|(word, _)| word).collect::<Vec<_>>(), ["人次", "次"]);
        assert_eq!(words.strip_suffix(""), None);
        assert_eq!((words.strip_prefix("人"), words.strip_suffix("户")), (Some(("", 4)), Some(("", 3))));
    }
}
