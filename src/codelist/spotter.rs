//! Words with a meaning each, found wherever they stand in a text, all in one pass.

use std::ops::Range;

use serde::Deserialize;

use super::Trie;

/// Words with a meaning each, found anywhere in a text, also inside each other.
#[derive(Debug, Clone)]
pub struct Spotter<T> {
    meanings: Vec<T>,
    finder: Trie,
}

impl<T> Default for Spotter<T> {
    fn default() -> Self {
        Self { meanings: Vec::new(), finder: Trie::default() }
    }
}

impl<T: Copy> Spotter<T> {
    /// A spotter of `words`.
    pub fn new<W: AsRef<str>>(words: impl IntoIterator<Item = (W, T)>) -> Self {
        let (words, meanings): (Vec<W>, Vec<T>) = words.into_iter().unzip();
        Self { meanings, finder: Trie::new(words) }
    }

    /// Where the words stand in `text`, in the order of their starts.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, T)> {
        let found = self.finder.find(text);
        found.filter_map(|(range, word)| self.meanings.get(word).map(|meaning| (range, *meaning)))
    }

    /// Whether any of the words stands in `text`.
    pub fn is_in(&self, text: &str) -> bool {
        self.finder.is_in(text)
    }
}

/// Words that mean the same, of which it matters at most which one stands in a text.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub struct WordList {
    words: Vec<String>,
    finder: Trie,
}

impl WordList {
    /// The words in their order.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.words.iter().map(String::as_str)
    }

    /// Where the words stand in `text`, in the order of their starts.
    pub fn find<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Range<usize>> {
        self.finder.find(text).map(|(range, _)| range)
    }

    /// The first word of the list that stands in `text`.
    pub fn first_in(&self, text: &str) -> Option<&str> {
        let first = self.finder.find(text).map(|(_, word)| word).min()?;
        self.words.get(first).map(String::as_str)
    }

    /// Whether any of the words stands in `text`.
    pub fn is_in(&self, text: &str) -> bool {
        self.finder.is_in(text)
    }
}

impl From<Vec<String>> for WordList {
    fn from(words: Vec<String>) -> Self {
        Self { finder: Trie::new(&words), words }
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
        let list = WordList::from(vec!["目标".to_owned(), "减贫".to_owned()]);
        assert_eq!(
            (list.first_in("减贫目标"), list.first_in("减贫"), list.first_in("")),
            (Some("目标"), Some("减贫"), None)
        );
        assert!(spotter.is_in("目标") && !spotter.is_in("目的"));
    }
}
