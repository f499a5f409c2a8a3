//! Headlines: those that stand over an article, and those that a page's layout tore off and left somewhere else.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::line::{Kind, Line};
use crate::codelist::{Press, QuickHash};

/// Lines set as headlines that stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// Indices of its lines.
    pub(super) lines: Vec<usize>,
    /// The article in which it stands.
    pub(super) article: usize,
    /// Whether it stands over that article's text.
    pub(super) on_top: bool,
    /// The byline right below or above it.
    pub(super) byline: Option<usize>,
}

/// Lines whose width tells a column's, on each side.
const NEIGHBOURS: usize = 8;

/// A paragraph in one line is at least this many characters.
const ONE_LINE: usize = 40;

/// At most this many lines stand over an article.
const TALLEST: usize = 6;

/// Whether line `index` is set apart from the column that follows it: clearly shorter or longer.
fn set_apart(lines: &[Line<'_>], index: usize, body: usize) -> bool {
    let Some(line) = lines.get(index) else { return false };
    let following = lines.get(body..(body + NEIGHBOURS).min(lines.len())).unwrap_or(&[]);
    if following.first().is_none_or(|line| line.characters() >= ONE_LINE || line.kind == Kind::Opening) {
        return true;
    }
    let mut widths: Vec<usize> =
        following.iter().filter(|line| line.kind == Kind::Text).map(Line::half_widths).collect();
    widths.sort_unstable();
    let column = widths.get(widths.len() * 3 / 4).copied().unwrap_or(0);
    // A single paragraph of a few words is no column: prose of its own line ends with a full stop.
    let few = following.first().is_some_and(|first| first.closes() && first.characters() > line.characters());
    (line.half_widths() * 20 <= column * 17 && !line.text.contains('，')) || line.half_widths() * 4 >= column * 5 || few
}

/// The headline blocks of the lines `range` of article `article`: on top, at the end, and right above a byline.
pub(super) fn blocks(lines: &[Line<'_>], range: std::ops::Range<usize>, article: usize) -> Vec<Block> {
    let mut out = Vec::new();
    let of = |index: usize| lines.get(index).filter(|_| range.contains(&index));
    let passes = |line: &Line<'_>| matches!(line.kind, Kind::Byline | Kind::Caption | Kind::Imprint | Kind::Noise);
    // On top.
    let mut at = range.start;
    let mut block = Block { lines: Vec::new(), article, on_top: true, byline: None };
    while let Some(line) = of(at).filter(|line| line.could_be_headline() || passes(line)) {
        match line.kind {
            Kind::Text if block.lines.len() == TALLEST => break,
            Kind::Text => block.lines.push(at),
            Kind::Byline => block.byline = block.byline.or(Some(at)),
            _ => {}
        }
        at += 1;
    }
    let top_end = at;
    if top_end < range.end {
        let with_byline = block.byline.is_some_and(|byline| block.lines.last().is_some_and(|last| *last < byline));
        let apart = block.lines.iter().take_while(|index| with_byline || set_apart(lines, **index, top_end)).count();
        block.lines.truncate(apart);
        if !block.lines.is_empty() {
            out.push(block);
        }
    }
    // Right above a byline, and at the end.
    let mut block = Block { lines: Vec::new(), article, on_top: false, byline: None };
    let mut open = top_end == range.end;
    let mut index = if open { range.start } else { top_end };
    while let Some(line) = of(index) {
        let headline = line.could_be_headline();
        if line.kind == Kind::Byline {
            block.byline = Some(index);
            if !block.lines.is_empty() {
                out.push(std::mem::replace(
                    &mut block,
                    Block { lines: Vec::new(), article, on_top: false, byline: None },
                ));
            }
            open = true;
        } else if headline && (open || !block.lines.is_empty()) {
            block.lines.push(index);
        } else if passes(line) {
            open = true;
        } else {
            // Text goes on: what stood before it was a heading inside the article.
            block.lines.clear();
            block.byline = None;
            open = line.closes();
        }
        index += 1;
    }
    if !block.lines.is_empty() {
        out.push(block);
    }
    out
}

/// What a piece of a headline shares with each article.
#[derive(Default)]
pub(super) struct Matcher {
    /// How many articles there are.
    articles: usize,
    /// For each pair of characters that the page's headlines have, the articles that have it too, ascending.
    holders: HashMap<(char, char), Vec<usize>, QuickHash>,
}

/// An article is taken for a headline's when it has at least this share of the headline's pairs of characters…
const SHARED: f64 = 0.4;

/// …and of those that any article has, this much more than every other article; a pair that several have counts less.
const CLEARLY: f64 = 0.15;

/// A pair that more articles have than this tells none of them apart.
const MANY: usize = 100;

impl Matcher {
    /// Adds a headline, any piece of which may be asked for. First come all headlines, then all articles.
    pub(super) fn add_headline(&mut self, text: impl Iterator<Item = char>) {
        self.holders.extend(pairs(text).map(|pair| (pair, Vec::new())));
    }

    /// Adds the next article by its text, headlines left out.
    pub(super) fn add_article(&mut self, text: impl Iterator<Item = char>) {
        if !self.holders.is_empty() {
            for pair in neighbours(text) {
                if let Some(holders) = self.holders.get_mut(&pair) {
                    if holders.last() != Some(&self.articles) {
                        holders.push(self.articles);
                    }
                }
            }
        }
        self.articles += 1;
    }

    /// The article that `headline` clearly belongs to.
    pub(super) fn best(&self, headline: &str) -> Option<usize> {
        let wanted: BTreeSet<(char, char)> = pairs(headline.chars()).collect();
        let held: Vec<&[usize]> = wanted.iter().filter_map(|pair| self.holders.get(pair)).map(Vec::as_slice).collect();
        let mut shares: BTreeMap<usize, f64> = BTreeMap::new();
        let mut whole = 0.0;
        for holders in held.iter().filter(|holders| (1..=MANY).contains(&holders.len())) {
            let weight = 1.0 / holders.len() as f64;
            whole += weight;
            for article in *holders {
                *shares.entry(*article).or_insert(0.0) += weight;
            }
        }
        let (best, share) =
            shares.iter().map(|(article, share)| (*article, *share)).max_by(|a, b| a.1.total_cmp(&b.1))?;
        let others = shares.iter().filter(|(article, _)| **article != best);
        let second = others.map(|(_, share)| *share).fold(0.0, f64::max);
        let covered = held.iter().filter(|holders| holders.binary_search(&best).is_ok()).count() as f64;
        (covered >= SHARED * wanted.len() as f64 && share - second >= CLEARLY * whole).then_some(best)
    }
}

/// Pairs of letters side by side, white space aside.
pub(super) fn pairs(text: impl Iterator<Item = char>) -> impl Iterator<Item = (char, char)> {
    neighbours(text).filter(|(a, b)| a.is_alphanumeric() && b.is_alphanumeric())
}

/// Each character with the one before it, white space aside.
fn neighbours(text: impl Iterator<Item = char>) -> impl Iterator<Item = (char, char)> {
    let mut last = ' ';
    text.filter(|ch| !ch.is_whitespace()).map(move |ch| (std::mem::replace(&mut last, ch), ch))
}

/// Whether `piece` says that somebody took part: 李正印主持.
pub(super) fn is_appearance(piece: &str, press: &Press) -> bool {
    let name = |verb: &String| piece.strip_suffix(verb.as_str()).map(|name| name.chars().count());
    press.appearances.iter().any(|verb| name(verb).is_some_and(|count| (2..=4).contains(&count)))
}

/// Whether a piece of a headline is a banner over the page or says who took part, and so is no headline by itself.
fn is_side_line(text: &str, press: &Press) -> bool {
    let took_part = text.split_whitespace().all(|piece| is_appearance(piece, press));
    took_part || press.banners.iter().any(|word| text.contains(word.as_str()))
}

/// Whether a line is a subtitle: ——全县大会侧记.
pub(super) fn is_subtitle(text: &str) -> bool {
    text.starts_with(['—', '─', '-', '–'])
}

/// The title that lines (Simplified, and as printed) over one article make: the main one, an only subtitle without its dash.
pub(super) fn title(pieces: &[(String, String)], press: &Press) -> Option<String> {
    let main: Vec<&(String, String)> =
        pieces.iter().filter(|(text, _)| !is_subtitle(text) && !is_side_line(text, press)).collect();
    let blank = |piece: &&&(String, String)| piece.0.contains(char::is_whitespace);
    if let [first, second, ..] = main.as_slice() {
        let (a, b) = (first.0.chars().count(), second.0.chars().count());
        // Two lines of one width, neither of phrases set apart: a headline broken in two.
        if main.len() == 2
            && a.abs_diff(b) <= 2
            && a + b <= 44
            && !first.0.contains(char::is_whitespace)
            && !second.0.contains(char::is_whitespace)
            && a >= 12
        {
            return Some(format!("{}{}", first.1, second.1));
        }
    }
    let chosen = main.iter().rev().find(|piece| !blank(piece)).or(main.first()).copied();
    let chosen = chosen.or_else(|| pieces.iter().find(|(text, _)| is_subtitle(text))).or(pieces.first())?;
    let plain = chosen.1.trim_start_matches(['—', '─', '-', '–', ' ']);
    let mut out = String::new();
    for piece in plain.split_whitespace() {
        // A single character set apart is a blank too many, not a phrase.
        if !out.is_empty() && piece.chars().count() > 1 {
            out.push(' ');
        }
        out.push_str(piece);
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codelist::Codelists;

    fn piece(text: &str) -> (String, String) {
        (text.to_owned(), text.to_owned())
    }

    #[test]
    fn a_headline_goes_to_the_article_that_shares_its_words_or_to_none() {
        let headlines = ["河谷县烈士陵园二期工程奠基", "食用菌撑起增收伞", "奋进新征程"];
        let mut matcher = Matcher::default();
        for headline in headlines {
            matcher.add_headline(headline.chars());
        }
        matcher.add_article("全县食用菌产业带动贫困户增收，香菇大棚连成片。".chars());
        matcher.add_article("烈士陵园二期工程开工，各界代表出席奠基仪式。".chars());
        assert_eq!(headlines.map(|headline| matcher.best(headline)), [Some(1), Some(0), None]);
    }

    #[test]
    fn of_lines_over_an_article_the_main_one_is_its_title() {
        let press = &Codelists::builtin().press;
        let lines = [
            piece("在某某思想指引下"),
            piece("紧盯目标 打好硬仗"),
            piece("河谷县千名干部誓师"),
            piece("——全县大会侧记"),
        ];
        assert_eq!(title(&lines, press).as_deref(), Some("河谷县千名干部誓师"));
        assert_eq!(title(&[piece("——河谷县工作综述")], press).as_deref(), Some("河谷县工作综述"));
        let broken = [
            piece("省委督导组对我市落实全会精神"),
            piece("及系列部署情况开展督导检查"),
            piece("任大华讲话 陈永奇出席"),
        ];
        assert_eq!(title(&broken, press).as_deref(), Some("省委督导组对我市落实全会精神及系列部署情况开展督导检查"));
    }
}
