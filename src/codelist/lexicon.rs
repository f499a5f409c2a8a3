//! Words that are looked for in many places, found in a text all in one pass instead of one by one.

use std::collections::HashMap;
use std::ops::Range;

use super::Trie;

/// A list of words of one [`Lexicon`] to look for: the bits of [`Words`] that are set, by the number of 64.
///
/// Lists are short and the lexicon is long.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sought(Vec<(usize, u64)>);

impl Sought {
    /// Whether no word is in it.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn insert(&mut self, word: usize) {
        let (index, bit) = (word / 64, 1 << (word % 64));
        match self.0.iter_mut().find(|(at, _)| *at == index) {
            Some((_, bits)) => *bits |= bit,
            None => self.0.push((index, bit)),
        }
    }
}

/// The words of one [`Lexicon`] that stand in a text, one bit each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Words(Vec<u64>);

impl Words {
    /// Whether any word of `list` is in it.
    pub fn any(&self, list: &Sought) -> bool {
        list.0.iter().any(|(index, bits)| self.0.get(*index).is_some_and(|these| these & bits != 0))
    }

    /// Adds the words of `other`.
    pub fn add(&mut self, other: &Self) {
        self.0.resize(self.0.len().max(other.0.len()), 0);
        for (these, those) in self.0.iter_mut().zip(&other.0) {
            *these |= those;
        }
    }

    fn insert(&mut self, word: usize) {
        let (index, bit) = (word / 64, 1 << (word % 64));
        self.0.resize(self.0.len().max(index + 1), 0);
        if let Some(bits) = self.0.get_mut(index) {
            *bits |= bit;
        }
    }
}

/// Where words of one [`Lexicon`] stand in a text, in the order of their starts.
#[derive(Debug, Clone, Default)]
pub struct Found(Vec<(Range<usize>, usize)>);

impl Found {
    /// The words that stand wholly inside the bytes `range` of the text.
    pub fn within(&self, range: Range<usize>) -> Words {
        let mut out = Words::default();
        let first = self.0.partition_point(|(found, _)| found.start < range.start);
        for (found, word) in self.0.iter().skip(first).take_while(|(found, _)| found.start < range.end) {
            if found.end <= range.end {
                out.insert(*word);
            }
        }
        out
    }
}

/// Words by number, ready to be found.
#[derive(Debug, Clone, Default)]
pub struct Lexicon {
    numbers: HashMap<String, usize>,
    finder: Trie,
}

impl Lexicon {
    /// The set of `words`; words not seen before are given a number. Done with all, [`Self::finish`] makes them findable.
    pub(super) fn set(&mut self, words: &[String]) -> Sought {
        let mut out = Sought::default();
        for word in words {
            let next = self.numbers.len();
            out.insert(*self.numbers.entry(word.clone()).or_insert(next));
        }
        out
    }

    pub(super) fn finish(&mut self) {
        let mut words: Vec<(&String, &usize)> = self.numbers.iter().collect();
        words.sort_by_key(|(_, number)| **number);
        self.finder = Trie::new(words.iter().map(|(word, _)| word));
    }

    /// Where its words stand in `text`, also those inside others.
    pub fn find(&self, text: &str) -> Found {
        Found(self.finder.find(text).collect())
    }

    /// The words that stand in `text`, also those inside others.
    pub fn said(&self, text: &str) -> Words {
        let mut out = Words(Vec::with_capacity(self.numbers.len().div_ceil(64)));
        for (_, word) in self.finder.find(text) {
            out.insert(word);
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_inside_others_too() {
        let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        let mut lexicon = Lexicon::default();
        let (poor, village, exit) =
            (lexicon.set(&words(&["贫困", "贫困村"])), lexicon.set(&words(&["困村"])), lexicon.set(&words(&["脱贫"])));
        lexicon.finish();
        let said = lexicon.said("全县贫困村37个");
        assert!(said.any(&poor) && said.any(&village) && !said.any(&exit));
        assert!(!lexicon.said("").any(&poor));
        let found = lexicon.find("全县贫困村37个");
        assert_eq!(found.within(0..21), said);
        let (whole, cut) = (found.within(6..15), found.within(9..15));
        assert!(whole.any(&poor) && !cut.any(&poor) && cut.any(&village), "a word cut off is none");
        assert!(Sought::default().is_empty() && !poor.is_empty());
    }
}
