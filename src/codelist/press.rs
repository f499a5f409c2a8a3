//! Words by which a page tells an article's origin, and words of the page around it (`press.toml`).

use serde::Deserialize;

use super::{CodelistError, Trie, WordList, from_toml};

/// What marks the heading of a part that tells of something of its own.
pub const SECTION_MARKS: [char; 11] = ['【', '▲', '◆', '■', '●', '★', '◎', '◇', '○', '△', '▶'];

/// The vocabulary of newspaper and web pages. Each field is explained in `press.toml`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Press {
    /// How a paper calls itself in a dateline.
    pub own: Vec<String>,
    /// Agencies.
    pub agencies: Vec<String>,
    /// What papers' names end with.
    pub papers: Vec<String>,
    /// What the names of offices end with.
    pub offices: Vec<String>,
    /// What datelines end with.
    pub dateline_ends: Vec<String>,
    /// Words before names.
    pub roles: Vec<String>,
    /// Words behind names in a line above the text.
    pub appearances: Vec<String>,
    /// Words of the head of a page, beside its date.
    pub heads: WordList,
    /// Words of banners, which are no headline.
    pub banners: Vec<String>,
    /// What captions start with.
    pub captions: Vec<String>,
    /// 下转.
    pub continues_on: WordList,
    /// 上接.
    pub continued_from: WordList,
    /// Labels of a part of its own.
    pub section: Parts,
    /// Labels under a web page's headline.
    pub label: Labels,
    /// Lines of a web page around an article.
    pub noise: Noise,
    /// Finds any word that makes a line worth a second look.
    #[serde(skip)]
    marks: Trie,
    /// Finds what datelines end with.
    #[serde(skip)]
    ends: Trie,
}

/// How a part of an article that tells of something of its own begins.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Parts {
    /// 背景, before a colon.
    pub labels: Vec<String>,
}

/// Labels of the line under a web page's headline.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Labels {
    /// 来源.
    pub source: Vec<String>,
    /// 发布时间.
    pub date: Vec<String>,
    /// 作者.
    pub author: Vec<String>,
}

/// Lines of a web page around an article.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Noise {
    /// A line that starts so is noise.
    pub starts: Vec<String>,
    /// A line that holds one of these is noise.
    pub holds: Vec<String>,
    /// A short line with two of these is noise.
    pub menu: Vec<String>,
}

impl Press {
    pub(super) fn parse(text: &str) -> Result<Self, CodelistError> {
        let mut press: Self = from_toml("press.toml", text)?;
        let labels = [&press.label.source, &press.label.date, &press.label.author];
        let noise = [&press.noise.starts, &press.noise.holds, &press.noise.menu];
        let words = labels.into_iter().chain(noise).flatten();
        press.marks = Trie::new(words);
        press.ends = Trie::new(&press.dateline_ends);
        Ok(press)
    }

    /// Whether `line` holds any label or word of a web page, so that it is worth a closer look.
    pub fn marks(&self, line: &str) -> bool {
        self.marks.is_in(line)
    }

    /// What of `paragraph` opens a part of its own: its mark (◆), its label with the brackets (【背景】) or colon (链接：).
    pub fn opens_section<'a>(&self, paragraph: &'a str) -> Option<&'a str> {
        const LONGEST: usize = 30;
        let Parts { labels } = &self.section;
        if paragraph.starts_with('【') {
            let end = paragraph.find('】')? + '】'.len_utf8();
            return paragraph.get(..end).filter(|label| label.chars().count() <= LONGEST);
        }
        let mark = || paragraph.chars().next().filter(|first| SECTION_MARKS.contains(first)).map(char::len_utf8);
        // 同类报道·安康市, 链接：
        let label = || {
            let bare = paragraph.trim_start_matches('（');
            let length = labels.iter().filter(|label| bare.starts_with(label.as_str())).map(String::len).max()?;
            let closed = bare.get(length..)?.starts_with(['：', ':', '·', '—', '）']);
            closed.then_some(paragraph.len() - bare.len() + length)
        };
        paragraph.get(..mark().or_else(label)?)
    }

    /// Whether anything in `line` could end a dateline.
    pub fn may_be_dateline(&self, line: &str) -> bool {
        self.ends.is_in(line)
    }

    /// Whether `line` is part of the page and not of an article: a menu, a copyright line, 上一篇.
    pub fn is_noise(&self, line: &str) -> bool {
        const LONGEST: usize = 90;
        if !self.marks(line) || line.chars().count() > LONGEST || line.contains('。') {
            return false;
        }
        let noise = &self.noise;
        let shortest_menu = |count: usize| line.chars().filter(|ch| !ch.is_whitespace()).count() <= 8 * count + 8;
        let menu = noise.menu.iter().filter(|word| line.contains(word.as_str())).count();
        noise.starts.iter().any(|word| line.starts_with(word.as_str()))
            || noise.holds.iter().any(|word| line.contains(word.as_str()))
            || (menu >= 2 && shortest_menu(menu) && !line.contains(['，', '；', '“']))
    }
}
