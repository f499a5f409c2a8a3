//! Nouns that figures are said of, each with what it may stand for: looked up at the end or the start of a text.

use std::collections::HashMap;

/// Words, each with numbers of entries of a list elsewhere. All words that fit are found, not only the longest.
#[derive(Debug, Clone, Default)]
pub(super) struct Nouns {
    entries: HashMap<String, Vec<usize>>,
    /// Lengths of words in bytes, ascending.
    lengths: Vec<usize>,
}

impl Nouns {
    pub(super) fn insert(&mut self, word: &str, entry: usize) {
        self.entries.entry(word.to_owned()).or_default().push(entry);
        if let Err(at) = self.lengths.binary_search(&word.len()) {
            self.lengths.insert(at, word.len());
        }
    }

    /// Entries of every word that `text` ends with, with the word's length in bytes.
    pub(super) fn at_end<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
        let tails = self.lengths.iter().filter_map(|length| text.get(text.len().checked_sub(*length)?..));
        tails.flat_map(|word| self.of(word))
    }

    /// Entries of every word that `text` starts with, with the word's length in bytes.
    pub(super) fn at_start<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (usize, usize)> + 'a {
        let heads = self.lengths.iter().filter_map(|length| text.get(..*length));
        heads.flat_map(|word| self.of(word))
    }

    fn of(&self, word: &str) -> impl Iterator<Item = (usize, usize)> {
        let length = word.len();
        self.entries.get(word).into_iter().flatten().map(move |entry| (*entry, length))
    }
}
