//! Traditional characters understood as Simplified ones, one for one, from `assets/codelists/traditional.txt`.

use std::collections::{HashMap, HashSet};

/// The table of characters.
#[derive(Debug, Clone, Default)]
pub struct Simplified {
    to: HashMap<char, char>,
    /// Characters that only a Simplified text has.
    only: HashSet<char>,
}

impl Simplified {
    /// Pairs of characters, Traditional first, separated by white space; lines that begin with `#` are notes.
    pub(super) fn parse(text: &str) -> Self {
        let pairs = text.lines().filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace);
        let mut out = Self::default();
        for pair in pairs {
            let mut characters = pair.chars();
            if let (Some(from), Some(to)) = (characters.next(), characters.next()) {
                out.to.insert(from, to);
                out.only.insert(to);
            }
        }
        out.only.retain(|ch| !out.to.contains_key(ch));
        out
    }

    /// Whether `text` is written in Traditional characters: more of those than of their Simplified forms.
    ///
    /// Many forms serve both (后, 里), so a few stray Traditional characters in a Simplified text do not count.
    pub fn speaks_for(&self, text: &str) -> bool {
        let sample = text.chars().filter(|ch| !ch.is_ascii() && !ch.is_whitespace());
        let (mut traditional, mut simplified, mut all) = (0_usize, 0_usize, 0_usize);
        for ch in sample {
            all += 1;
            traditional += usize::from(self.to.contains_key(&ch));
            simplified += usize::from(self.only.contains(&ch));
        }
        traditional * 20 > all && traditional > simplified
    }

    /// The Simplified form of `ch`, or `ch` itself.
    pub fn fold(&self, ch: char) -> char {
        self.to.get(&ch).copied().unwrap_or(ch)
    }
}
