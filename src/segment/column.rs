//! Columns of a page: a headline between two columns of different width ends an article.

use std::collections::BTreeSet;

use super::headline::pairs;
use super::line::{Kind, Line};

/// So many lines on each side show how wide a column is.
const SEEN: usize = 6;
/// So many of them must be as wide as the widest but for a letter.
const ALIKE: usize = 3;
/// How far two columns differ at least, and lines of one at most, in half characters.
const APART: usize = 3;
const RAGGED: usize = 2;

/// An article set into another is so many lines long at most.
const SET_IN: usize = 60;

/// The first line of an article that begins where the column turns at line `index`: behind it or with it.
pub(super) fn begins_at(lines: &[Line<'_>], index: usize) -> Option<usize> {
    let (line, above, below) = (lines.get(index)?, lines.get(index.checked_sub(1)?)?, lines.get(index + 1)?);
    if !above.closes() {
        return None;
    }
    let (before, behind) = (lines.get(index.saturating_sub(SEEN)..index)?, lines.get(index..)?);
    let seen = |lines: &[Line<'_>]| lines.get(..SEEN.min(lines.len())).and_then(column);
    let last = column(before)?;
    let turns = |width: Option<usize>| width.filter(|width| width.abs_diff(last) >= APART);
    // The text behind a headline fills its column.
    let fills = |width: usize| below.kind == Kind::Text && printed_width(below) + RAGGED >= width;
    if line.could_be_headline() && !line.text.contains('，') && turns(seen(behind.get(1..)?)).is_some_and(fills) {
        if let Some(above) = tells_of_what_is_above(lines, index) {
            return Some(if above { index + 1 } else { index });
        }
    }
    let resumed = turns(seen(behind)).filter(|width| printed_width(line) + RAGGED >= *width)?;
    let host = interrupted(lines, index)?;
    (host.abs_diff(resumed) < APART).then_some(index)
}

/// Where line `index` is the end of a headline with the text of another article set beside it (全市吹响集结号 老区环县，山大沟深，): the
/// length of the headline in bytes without blanks.
pub(super) fn opening_beside_headline(lines: &[Line<'_>], index: usize) -> Option<usize> {
    /// A headline's line and a column have at least so many characters, and a headline fewer lines.
    const SHORTEST: usize = 6;
    const LINES: usize = 3;
    let line = lines.get(index).filter(|line| line.kind == Kind::Text)?;
    let (piece, rest) = line.text.split_once(char::is_whitespace)?;
    let phrase = piece.chars().count() >= SHORTEST && piece.chars().all(|ch| ch.is_alphabetic() && !ch.is_ascii());
    let text = rest.chars().count() >= SHORTEST && rest.contains(['，', '。']);
    // What stands above the headline is finished.
    let above = lines.get(index.saturating_sub(LINES)..index)?.iter().rev().find(|line| !line.could_be_headline())?;
    let behind = lines.get(index + 1..)?;
    let width = column(behind.get(..SEEN.min(behind.len()))?)?;
    (phrase && text && above.closes() && printed_width(line) >= width + APART).then_some(piece.len())
}

/// Whether a headline tells of the lines before it (an article set into a longer one has its headline behind it) or of those
/// behind it; `None` where it shares too few words with either.
fn tells_of_what_is_above(lines: &[Line<'_>], index: usize) -> Option<bool> {
    const COLUMN: usize = 30;
    let wanted: BTreeSet<(char, char)> = pairs(lines.get(index)?.text.chars()).collect();
    let shared = |lines: &[Line<'_>]| {
        let held: BTreeSet<(char, char)> = lines.iter().flat_map(|line| pairs(line.text.chars())).collect();
        wanted.intersection(&held).count()
    };
    let above = lines.get(index.saturating_sub(COLUMN)..index)?;
    let opening =
        above.iter().rposition(|line| line.kind == Kind::Opening || line.text.contains("本报讯")).unwrap_or(0);
    let above = shared(above.get(opening..)?);
    let below = shared(lines.get(index + 1..(index + 1 + COLUMN).min(lines.len()))?);
    (above.max(below) * 3 >= wanted.len()).then_some(above >= below)
}

/// How wide the column was in which an article was interrupted, inside a line, by the one that line `index` stands in.
fn interrupted(lines: &[Line<'_>], index: usize) -> Option<usize> {
    let back = lines.get(index.saturating_sub(SET_IN)..index)?.iter().rev();
    let (steps, line) =
        back.enumerate().find(|(_, line)| line.kind == Kind::Opening || line.text.contains("本报讯"))?;
    let inside = line.text.find("本报讯").filter(|at| *at > 0)?;
    let at = index - 1 - steps;
    line.text.get(..inside)?.trim_end().ends_with(['。', '！', '？', '”', '）']).then_some(())?;
    column(lines.get(at.saturating_sub(SEEN)..at)?)
}

/// How wide the column of some lines of text is, in half characters, where they are set in one.
fn column(lines: &[Line<'_>]) -> Option<usize> {
    let text = || lines.iter().filter(|line| line.kind == Kind::Text);
    let widest = text().map(|line| printed_width(line)).max()?;
    (text().filter(|line| printed_width(line) + RAGGED >= widest).count() >= ALIKE).then_some(widest)
}

/// Width of a line in half characters, blanks between its letters aside.
fn printed_width(line: &Line<'_>) -> usize {
    line.printed.chars().filter(|ch| !ch.is_whitespace()).map(|ch| if ch.is_ascii() { 1 } else { 2 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codelist::Codelists;
    use crate::segment::lines;

    /// A page of one article of 16 characters a line, into which one of 12 is set; `between` stands behind that.
    fn page(between: &str, inner: &str) -> String {
        let wide = "河谷县的群众种茶养蜂，日子越过越".to_owned() + "\n";
        let narrow = "大山市培训护工和厨师，".to_owned() + inner + "\n";
        let ends = "好起来。本报讯（记者张三）大山市\n";
        format!("{}{ends}{}上了岗。\n{between}{}", wide.repeat(6), narrow.repeat(6), wide.repeat(6))
    }

    fn begins(text: &str) -> Vec<(usize, usize)> {
        let lines = lines(text, Codelists::builtin());
        (0..lines.len()).filter_map(|index| Some((index, begins_at(&lines, index)?))).collect()
    }

    #[test]
    fn an_article_set_into_another_ends_behind_its_headline() {
        assert_eq!(begins(&page("大山市培训护工厨师\n", "都")), [(14, 15)]);
    }

    #[test]
    fn text_set_beside_the_end_of_a_headline_begins_an_article() {
        let page = |line: &str| {
            let text =
                format!("大山市培训护工和厨师。\n一上班就冲刺\n{line}\n{}", "河谷县的群众种茶养蜂，日\n".repeat(6));
            opening_beside_headline(&lines(&text, Codelists::builtin()), 2)
        };
        assert_eq!(page("全市吹响集结号 老区河谷，山高路远，沟深"), Some("全市吹响集结号".len()));
        assert_eq!(page("全市吹响集结号 打好六大攻坚战"), None);
        assert_eq!(page("全市吹响集结号角，干"), None);
    }

    #[test]
    fn without_a_headline_the_interrupted_column_goes_on() {
        assert_eq!(begins(&page("", "都")), [(14, 14)]);
        // In a column of one width nothing turns.
        assert_eq!(begins(&page("", "都已上岗了")), []);
    }

    #[test]
    fn a_headline_over_the_next_column_begins_it() {
        assert_eq!(begins(&page("河谷县群众种茶养蜂\n", "都")), [(14, 14)]);
    }
}
