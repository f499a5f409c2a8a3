//! Words with a meaning each, found at the start or the end of a text.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use super::trie::Characters;

/// Words with a meaning each, found at the start or the end of a text; the longest match wins.
///
/// Most texts start or end with no word at all, which two looks at two characters tell.
#[derive(Debug, Clone)]
pub struct WordSet<T> {
    words: Vec<(String, T)>,
    /// Indices of the words that begin with the same two characters, the longest word first.
    by_start: ByCharacters,
    /// The same by the words' last two characters, the last one first.
    by_end: ByCharacters,
    /// The first characters of all words, and the last ones.
    starts: Characters,
    ends: Characters,
}

type ByCharacters = HashMap<u64, Vec<usize>, QuickHash>;

/// Hashes short keys of a reading in few steps.
pub type QuickHash = BuildHasherDefault<QuickHasher>;

/// The key of words with these outer characters; a word of one character has no second.
fn key(outer: char, second: Option<char>) -> u64 {
    (u64::from(outer) << 32) | second.map_or(0, |second| u64::from(second) + 1)
}

/// The key of words that begin, or turned round end, as `characters` do.
fn outer_key(mut characters: impl Iterator<Item = char>) -> Option<u64> {
    Some(key(characters.next()?, characters.next()))
}

impl<T> Default for WordSet<T> {
    fn default() -> Self {
        Self {
            words: Vec::new(),
            by_start: HashMap::default(),
            by_end: HashMap::default(),
            starts: Characters::default(),
            ends: Characters::default(),
        }
    }
}

impl<T> WordSet<T> {
    /// Adds `word`; a word added twice keeps the later meaning.
    pub fn insert(&mut self, word: &str, meaning: T) {
        if let Some(known) = self.get_mut(word) {
            *known = meaning;
            return;
        }
        let (Some(start), Some(end)) = (outer_key(word.chars()), outer_key(word.chars().rev())) else { return };
        word.chars().take(1).for_each(|ch| self.starts.insert(ch));
        word.chars().rev().take(1).for_each(|ch| self.ends.insert(ch));
        let index = self.words.len();
        self.words.push((word.to_owned(), meaning));
        for list in [self.by_start.entry(start).or_default(), self.by_end.entry(end).or_default()] {
            list.push(index);
            list.sort_by_key(|index| std::cmp::Reverse(self.words.get(*index).map_or(0, |(word, _)| word.len())));
        }
    }

    /// The meaning of exactly `word`.
    pub fn get_mut(&mut self, word: &str) -> Option<&mut T> {
        let alike = self.by_start.get(&outer_key(word.chars())?)?;
        let index = alike.iter().copied().find(|index| self.words.get(*index).is_some_and(|(known, _)| known == word));
        self.words.get_mut(index?).map(|(_, meaning)| meaning)
    }

    /// The words that `text` starts with, the longest first, with their meanings.
    pub fn prefixes(&self, text: &str) -> impl Iterator<Item = (&str, &T)> {
        self.of(&self.by_start, &self.starts, text.chars()).filter(move |(word, _)| text.starts_with(word))
    }

    /// The words that `text` ends with, the longest first, with their meanings.
    pub fn suffixes(&self, text: &str) -> impl Iterator<Item = (&str, &T)> {
        self.of(&self.by_end, &self.ends, text.chars().rev()).filter(move |(word, _)| text.ends_with(word))
    }

    /// The words that share their outer characters with a text: those of two characters and more, then of one.
    fn of<'a>(
        &'a self,
        words: &'a ByCharacters,
        outermost: &Characters,
        mut outer: impl Iterator<Item = char>,
    ) -> impl Iterator<Item = (&'a str, &'a T)> {
        let (first, second) = (outer.next().filter(|ch| outermost.may_hold(*ch)), outer.next());
        let keys = [second.and(first).map(|first| key(first, second)), first.map(|first| key(first, None))];
        let indices = keys.into_iter().flatten().filter_map(|key| words.get(&key)).flatten();
        let words = indices.filter_map(|index| self.words.get(*index));
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
