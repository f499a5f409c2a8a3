//! Many words found in a text in one pass, character by character.
//!
//! Chinese words are short and few characters begin one, so that a look at a table tells most places of a text to begin
//! none. Automata that go by bytes take three steps a character and, with thousands of words, far more room.

use std::collections::BTreeMap;
use std::ops::Range;
use std::str::Chars;

/// Words by their characters. The number of a word is its place among those that the trie was made of.
#[derive(Debug, Clone, Default)]
pub struct Trie {
    /// What words begin with.
    begins: Characters,
    /// The node of each character, by its code point, that words begin with; 0 of any other.
    first: Vec<u32>,
    nodes: Vec<Node>,
    /// Characters that lead on from a node, ascending, and the nodes they lead to.
    edges: Vec<(char, u32)>,
    /// Numbers of the words that end at a node.
    words: Vec<usize>,
}

/// Characters of which it can be told at a glance that another is none: one bit for each remainder of their code points,
/// small enough to stay close to the processor.
#[derive(Debug, Clone, Default)]
pub(super) struct Characters(Vec<u64>);

impl Characters {
    /// How many times 64 remainders are told apart.
    const SIZE: usize = 64;

    pub(super) fn insert(&mut self, ch: char) {
        let at = ch as usize;
        self.0.resize(Self::SIZE, 0);
        if let Some(bits) = self.0.get_mut(at / 64 % Self::SIZE) {
            *bits |= 1 << (at % 64);
        }
    }

    /// Whether `ch` may be one of them; `false` is certain.
    pub(super) fn may_hold(&self, ch: char) -> bool {
        let at = ch as usize;
        self.0.get(at / 64 % Self::SIZE).is_some_and(|bits| bits >> (at % 64) & 1 == 1)
    }
}

/// Where a node's edges and words stand.
#[derive(Debug, Clone, Default)]
struct Node {
    edges: Range<u32>,
    words: Range<u32>,
}

/// A node in the making.
#[derive(Default)]
struct Branch {
    edges: BTreeMap<char, Branch>,
    words: Vec<usize>,
}

impl Trie {
    /// A trie of `words`; one that is there twice has two numbers, and an empty one is found nowhere.
    pub fn new<W: AsRef<str>>(words: impl IntoIterator<Item = W>) -> Self {
        let mut root = Branch::default();
        for (number, word) in words.into_iter().enumerate() {
            let end = word.as_ref().chars().fold(&mut root, |branch, ch| branch.edges.entry(ch).or_default());
            end.words.push(number);
        }
        let mut out = Self { nodes: vec![Node::default()], ..Self::default() };
        for (ch, branch) in root.edges {
            let at = ch as usize;
            out.begins.insert(ch);
            out.first.resize(out.first.len().max(at + 1), 0);
            let node = out.add(branch);
            if let Some(slot) = out.first.get_mut(at) {
                *slot = node;
            }
        }
        out
    }

    fn add(&mut self, branch: Branch) -> u32 {
        let words = index(self.words.len());
        self.words.extend(branch.words);
        let words = words..index(self.words.len());
        let edges: Vec<(char, u32)> = branch.edges.into_iter().map(|(ch, branch)| (ch, self.add(branch))).collect();
        let from = index(self.edges.len());
        self.edges.extend(edges);
        self.nodes.push(Node { edges: from..index(self.edges.len()), words });
        index(self.nodes.len() - 1)
    }

    /// Where the words stand in `text`, also inside each other: those that begin first before others, of those the
    /// shorter. With their numbers.
    pub fn find<'a>(&'a self, text: &'a str) -> Found<'a> {
        Found {
            trie: self,
            text: text.chars(),
            length: text.len(),
            node: None,
            ahead: "".chars(),
            start: 0,
            words: &[],
        }
    }

    /// As [`Self::find`], but of the words that begin at one place only the longest.
    pub fn find_longest<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Range<usize>, usize)> {
        let mut found = self.find(text).peekable();
        std::iter::from_fn(move || {
            let mut longest = found.next()?;
            while let Some(longer) = found.next_if(|(range, _)| range.start == longest.0.start) {
                longest = longer;
            }
            Some(longest)
        })
    }

    /// Whether any of the words stands in `text`.
    pub fn is_in(&self, text: &str) -> bool {
        self.find(text).next().is_some()
    }
}

/// A list of words is far shorter than that.
fn index(length: usize) -> u32 {
    u32::try_from(length).unwrap_or(u32::MAX)
}

/// The words of a [`Trie`] in a text.
#[derive(Debug, Clone)]
pub struct Found<'a> {
    trie: &'a Trie,
    /// What no word has begun in yet.
    text: Chars<'a>,
    length: usize,
    /// Where in the trie the characters from `start` have led to, and what is ahead of them.
    node: Option<&'a Node>,
    ahead: Chars<'a>,
    start: usize,
    /// Words that end where `ahead` begins.
    words: &'a [usize],
}

impl<'a> Found<'a> {
    fn reach(&mut self, node: u32) {
        self.node = self.trie.nodes.get(node as usize);
        self.words = self.node.and_then(|node| slice(&self.trie.words, &node.words)).unwrap_or_default();
    }

    /// Goes on to where one more character leads.
    fn step(&mut self, from: &'a Node) {
        self.node = None;
        let Some(edges) = slice(&self.trie.edges, &from.edges).filter(|edges| !edges.is_empty()) else { return };
        let Some(ch) = self.ahead.next() else { return };
        if let Some((_, node)) = edges.binary_search_by_key(&ch, |edge| edge.0).ok().and_then(|at| edges.get(at)) {
            self.reach(*node);
        }
    }
}

fn slice<'a, T>(of: &'a [T], range: &Range<u32>) -> Option<&'a [T]> {
    of.get(range.start as usize..range.end as usize)
}

impl Iterator for Found<'_> {
    type Item = (Range<usize>, usize);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((word, rest)) = self.words.split_first() {
                self.words = rest;
                return Some((self.start..self.length - self.ahead.as_str().len(), *word));
            }
            if let Some(node) = self.node {
                self.step(node);
                continue;
            }
            let node = loop {
                let ch = self.text.next()?;
                if !self.trie.begins.may_hold(ch) {
                    continue;
                }
                match self.trie.first.get(ch as usize) {
                    None | Some(0) => {}
                    Some(node) => {
                        self.start = self.length - self.text.as_str().len() - ch.len_utf8();
                        break *node;
                    }
                }
            };
            self.ahead = self.text.clone();
            self.reach(node);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_inside_each_other_or_the_longest_of_each_place() {
        let trie = Trie::new(["贫困", "贫困村", "困村", "", "GDP", "村", "贫困"]);
        let text = "脱贫困村的贫GDP贫";
        let found: Vec<_> = trie.find(text).map(|(range, word)| (&text[range], word)).collect();
        assert_eq!(found, [("贫困", 0), ("贫困", 6), ("贫困村", 1), ("困村", 2), ("村", 5), ("GDP", 4)]);
        let longest: Vec<_> = trie.find_longest(text).collect();
        assert_eq!(longest, [(3..12, 1), (6..12, 2), (9..12, 5), (18..21, 4)]);
        assert!(trie.is_in("全村") && !trie.is_in("全县") && !trie.is_in("") && !Trie::default().is_in("村"));
    }
}
