//! Words with a meaning each, found wherever they stand in a text, all in one pass.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

/// Words with a meaning each, found anywhere in a text, also inside each other.
#[derive(Debug, Clone)]
pub struct Spotter<T> {
    meanings: Vec<T>,
    finder: Option<AhoCorasick>,
}

impl<T> Default for Spotter<T> {
    fn default() -> Self {
        Self { meanings: Vec::new(), finder: None }
    }
}

impl<T: Copy> Spotter<T> {
    /// A spotter of `words`.
    pub fn new<W: AsRef<[u8]>>(words: impl IntoIterator<Item = (W, T)>) -> Self {
        let (words, meanings): (Vec<W>, Vec<T>) = words.into_iter().unzip();
        // Every sentence is looked through, so that the larger and faster automaton pays.
        let finder = AhoCorasick::builder().kind(Some(AhoCorasickKind::DFA)).build(words);
        let finder = finder.inspect_err(|error| log::error!("words to spot: {error}")).ok();
        Self { meanings, finder }
    }

    /// Where the words stand in `text`, in the order of their ends.
    pub fn find(&self, text: &str) -> impl Iterator<Item = (Range<usize>, T)> {
        let found = self.finder.iter().flat_map(move |finder| finder.find_overlapping_iter(text));
        found.filter_map(|found| self.meanings.get(found.pattern().as_usize()).map(|meaning| (found.range(), *meaning)))
    }

    /// Whether any of the words stands in `text`.
    pub fn is_in(&self, text: &str) -> bool {
        self.finder.as_ref().is_some_and(|finder| finder.is_match(text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_inside_each_other() {
        let spotter = Spotter::new([("目标", 1), ("减贫目标", 2), ("力争", 3)]);
        let found: Vec<_> = spotter.find("完成减贫目标").collect();
        assert_eq!(found, [(6..18, 2), (12..18, 1)]);
        assert!(spotter.is_in("目标") && !spotter.is_in("目的"));
    }
}
