//! What belongs to the printed sheet and not to its text: numbers of pages between the lines, and the running heads beside them.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};
use std::iter;

use super::marks::ordinary;

/// Two bare numbers on lines of their own are numbers of pages if so many lines stand between them; in a table they are nearer.
const SHEET: usize = 10;

/// The longest line that is the number of a page, and the shortest and longest running head, in characters without digits.
const LONGEST_NUMBER: usize = 16;
const RUNNING_HEAD: std::ops::RangeInclusive<usize> = 4..=40;

/// Begins a sheet in text that was taken out of a PDF.
const FORM_FEED: char = '\u{c}';

/// A line that holds anything.
struct Line<'a> {
    /// Byte where it starts, its white space included.
    start: usize,
    raw: &'a str,
    /// Whether a sheet begins with it.
    on_top: bool,
}

/// How a line gives the number of a page.
enum Number {
    /// With marks that nothing else has: — 3 —, 第3页.
    Marked,
    /// As digits alone.
    Bare(u16),
}

/// `text` with blanks, code point for code point, instead of the lines that only number its sheets, and of the running heads
/// that repeat beside those or at the top and foot of sheets.
pub fn without_furniture(text: &str) -> Cow<'_, str> {
    let lines = lines(text);
    let numbers: Vec<(usize, Number)> =
        lines.iter().enumerate().filter_map(|(at, line)| Some((at, page_number(line.raw)?))).collect();
    if numbers.is_empty() && !lines.iter().any(|line| line.on_top) {
        return Cow::Borrowed(text);
    }
    let mut furniture = numbers_of_pages(&lines, &numbers);
    let heads = running_heads(&lines, &furniture);
    furniture.extend(heads);
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for line in furniture.iter().filter_map(|at| lines.get(*at)) {
        out.push_str(text.get(from..line.start).unwrap_or(""));
        out.extend(iter::repeat_n(' ', line.raw.chars().count()));
        from = line.start + line.raw.len();
    }
    out.push_str(text.get(from..).unwrap_or(""));
    Cow::Owned(out)
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut out = Vec::new();
    let (mut start, mut fed) = (0, false);
    for raw in text.split('\n') {
        let lead = raw.len() - raw.trim_start().len();
        fed |= raw.get(..lead).is_some_and(|lead| lead.contains(FORM_FEED));
        if lead < raw.len() {
            out.push(Line { start, raw, on_top: std::mem::take(&mut fed) });
            fed = raw.ends_with(FORM_FEED);
        }
        start += raw.len() + 1;
    }
    out
}

/// The number of a page that a line gives, if it says nothing else.
fn page_number(line: &str) -> Option<Number> {
    let line = line.trim();
    if line.len() > 4 * LONGEST_NUMBER || !line.contains(|ch: char| ch.is_ascii_digit() || ('０'..='９').contains(&ch))
    {
        return None;
    }
    let squeezed: String = ordinary(line).chars().filter(|ch| !ch.is_whitespace()).collect();
    let dashes: [char; 9] = ['—', '–', '―', '─', '-', '－', '~', '·', '•'];
    let inner = squeezed.trim_matches(dashes);
    let between_dashes = squeezed.starts_with(dashes) && squeezed.ends_with(dashes);
    let plain = |digits: &str| (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if between_dashes && plain(inner) || is_labelled(&squeezed, plain) {
        return Some(Number::Marked);
    }
    plain(&squeezed).then(|| squeezed.parse().ok().map(Number::Bare)).flatten()
}

/// 第3页, 第3页共12页, 第3页/共12页, 共12页第3页.
fn is_labelled(line: &str, plain: impl Fn(&str) -> bool) -> bool {
    let mut sheets = line.split_inclusive('页').map(|part| part.trim_start_matches(['/', '，', '（']));
    let labelled =
        |part: &str| part.strip_suffix('页').and_then(|part| part.strip_prefix(['第', '共'])).is_some_and(&plain);
    let first = sheets.next().is_some_and(labelled);
    let second = sheets.next().is_none_or(|part| labelled(part) || part == "）");
    first && second && sheets.all(|part| part == "）") && line.contains('第')
}

/// Lines that number pages: those marked so, bare numbers at the edge of a sheet, and bare ones that follow on one another.
fn numbers_of_pages(lines: &[Line<'_>], numbers: &[(usize, Number)]) -> BTreeSet<usize> {
    let mut out = BTreeSet::new();
    let mut last_at: HashMap<u16, usize> = HashMap::new();
    for (at, number) in numbers {
        let Number::Bare(number) = number else {
            out.insert(*at);
            continue;
        };
        let edge = [*at, at + 1].iter().any(|at| lines.get(*at).is_some_and(|line| line.on_top));
        let before = number.checked_sub(1).and_then(|before| last_at.get(&before));
        if let Some(before) = before.filter(|before| **before + SHEET <= *at) {
            out.extend([*before, *at]);
        } else if edge {
            out.insert(*at);
        }
        last_at.insert(*number, *at);
    }
    out
}

/// Lines at the top or foot of sheets, next to `numbers` of pages or a form feed, that say the same on several.
fn running_heads(lines: &[Line<'_>], numbers: &BTreeSet<usize>) -> Vec<usize> {
    let beside = numbers.iter().flat_map(|at| [at.checked_sub(1), Some(at + 1)]);
    let tops = lines.iter().enumerate().filter(|(_, line)| line.on_top);
    let edges: BTreeSet<usize> = beside
        .chain(tops.flat_map(|(at, _)| [at.checked_sub(1), Some(at)]))
        .flatten()
        .filter(|at| !numbers.contains(at))
        .collect();
    let mut said: HashMap<String, Vec<usize>> = HashMap::new();
    for at in edges {
        let Some(line) = lines.get(at).filter(|line| !line.raw.trim_end().ends_with(['。', '，', '；'])) else {
            continue;
        };
        let words: String = line
            .raw
            .chars()
            .filter(|ch| !ch.is_whitespace() && !ch.is_numeric())
            .take(RUNNING_HEAD.end() + 1)
            .collect();
        if RUNNING_HEAD.contains(&words.chars().count()) {
            said.entry(words).or_default().push(at);
        }
    }
    said.into_values().filter(|same| same.len() > 1).flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Which lines are blanked.
    fn blanked(text: &str) -> Vec<&str> {
        let out = without_furniture(text);
        assert_eq!(out.chars().count(), text.chars().count());
        text.split('\n').zip(out.split('\n')).filter(|(line, kept)| line != kept).map(|(line, _)| line.trim()).collect()
    }

    #[test]
    fn numbers_of_pages_are_no_text() {
        for number in
            ["— 3 —", "- 12 -", "－５－", "第 3 页", "第3页 共12页", "第3页/共12页", "共12页，第3页", "第3页（共12页）"]
        {
            assert_eq!(blanked(&format!("农村劳动力\n\n  {number}\n\n10.2万人")), [number]);
        }
        for text in ["3", "2019", "3—5", "第3版", "—三年来", "共12页", "-5%", "第3页的表"] {
            assert!(blanked(&format!("农村劳动力\n{text}\n10.2万人")).is_empty(), "{text}");
        }
    }

    #[test]
    fn bare_numbers_are_of_pages_where_they_follow_on_one_another() {
        let sheet = "全县减贫工作取得进展，\n".repeat(12);
        assert_eq!(blanked(&format!("{sheet}3\n{sheet}7\n{sheet}4\n{sheet}")), ["3", "4"]);
        assert!(blanked(&format!("{sheet}序号\n1\n2\n3\n{sheet}")).is_empty());
        assert_eq!(blanked("全县减贫\n12\n\u{c}工作取得进展"), ["12"]);
    }

    #[test]
    fn heads_that_run_on_beside_the_numbers_are_no_text() {
        let text = "全县减贫\n— 1 —\n河谷县政府工作报告\n工作取得\n— 2 —\n河谷县政府工作报告\n进展。";
        assert_eq!(blanked(text), ["— 1 —", "河谷县政府工作报告", "— 2 —", "河谷县政府工作报告"]);
        assert_eq!(
            blanked("减贫\n\u{c}  河谷年鉴  15\n工作\n\u{c}  河谷年鉴  16\n进展"),
            ["河谷年鉴  15", "河谷年鉴  16"]
        );
        assert_eq!(blanked("全县\n— 1 —\n一、减贫工作\n进展。"), ["— 1 —"]);
    }
}
