//! Undoes the printed page: hard wraps, blank lines between wrapped lines, blanks inside words and numbers, full-width forms.
//!
//! The result has one line a paragraph and no white space inside one, but for a blank that keeps two numbers or two
//! Latin words apart. Every character keeps its place in the source (`SourceMap`).

use super::SourceMap;
use super::marks::ordinary;
use crate::codelist::{SECTION_MARKS, Simplified};

/// Text in paragraphs, one a line, with the way back to the source.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reflowed {
    /// Paragraphs, separated by single line feeds.
    pub text: String,
    /// Way back to the source.
    pub map: SourceMap,
    /// Where each line of the source that holds anything begins: its byte here, its code point there.
    pub lines: Vec<(usize, usize)>,
}

/// A line without its outer white space.
struct Line<'a> {
    text: &'a str,
    /// Code point of the source where `text` starts.
    source: usize,
    /// Whether white space stood before it.
    indented: bool,
    /// Characters other than white space.
    characters: usize,
    /// Printed width in half characters: an ASCII character or blank is 1, any other 2.
    half_widths: usize,
    /// The same without blanks.
    visible_widths: usize,
}

/// Reflows a decoded text. A line in Traditional characters is folded to Simplified ones by `simplified`, one for one;
/// the source keeps its own.
pub fn reflow(text: &str, simplified: &Simplified) -> Reflowed {
    let readable = ordinary(text);
    let lines = lines_of(text, &readable);
    let mut out = Reflowed { text: String::with_capacity(text.len()), map: SourceMap::default(), lines: Vec::new() };
    let mut writer = Writer { out: &mut out, next_source: None, run_start: 0, simplified };
    let set_in = sets_paragraphs_in(&lines);
    let mut since = Since { fresh: true, heading: true };
    for (index, line) in lines.iter().enumerate() {
        writer.out.lines.push((writer.out.text.len(), line.source));
        writer.line(line, lines.get(index + 1).and_then(|next| next.text.chars().next()));
        if let Some(next) = lines.get(index + 1) {
            let ends = breaks_after(&lines, index, next, since, set_in);
            if ends {
                writer.push('\n', line.source + line.text.chars().count());
            }
            let fresh = ends || ends_sentence(line.text);
            since = Since { fresh, heading: fresh || since.heading && !line.text.contains(['，', '；']) };
        }
    }
    out
}

fn half_width(ch: char) -> usize {
    if ch.is_ascii() { 1 } else { 2 }
}

/// Lines of `readable` that hold anything, with what is needed to tell a wrap from the end of a paragraph; as wide as they are
/// `printed`.
fn lines_of<'a>(printed: &str, readable: &'a str) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    let mut source = 0;
    for (printed, raw) in printed.split('\n').zip(readable.split('\n')) {
        let trimmed = raw.trim();
        let lead = raw.len() - raw.trim_start().len();
        let lead_characters = raw.get(..lead).map_or(0, |blank| blank.chars().count());
        if !trimmed.is_empty() {
            let mut line = Line {
                text: trimmed,
                source: source + lead_characters,
                indented: lead > 0,
                characters: 0,
                half_widths: 0,
                visible_widths: 0,
            };
            for ch in printed.trim().chars() {
                line.half_widths += half_width(ch);
                if !ch.is_whitespace() {
                    line.characters += 1;
                    line.visible_widths += half_width(ch);
                }
            }
            lines.push(line);
        }
        source += raw.chars().count() + 1;
    }
    lines
}

/// How far on each side lines are compared to learn a column's width.
const NEIGHBOURS: usize = 6;

/// So many characters with blanks between them are a line that is spread over its column.
const SPREAD: usize = 8;

/// A line this long, in characters, that stops without a full stop is a paragraph cut by a page or a column.
const LONG_LINE: usize = 40;

/// A heading is at most this long, in hundredths of its column's width.
const SHORT: usize = 86;

/// A line far shorter than its column is at most this long, in hundredths of the column's width.
const FAR_SHORT: usize = 50;

/// A line that fills its column is at least this long, in hundredths of the column's width.
const FULL: usize = 70;

/// Lines of one column differ by at most this much, in half characters.
const RAGGED: usize = 3;

/// What stands before a line.
#[derive(Clone, Copy)]
struct Since {
    /// Whether a paragraph or a sentence begins with the line.
    fresh: bool,
    /// Whether nothing but a heading may stand before it since then.
    heading: bool,
}

/// Whether the page is wrapped and sets the first line of every paragraph in: far fewer lines are set in than not, none
/// inside a sentence, and those follow where a paragraph seems to end, far short and with a full stop.
fn sets_paragraphs_in(lines: &[Line<'_>]) -> bool {
    /// Of a hundred lines so many may be set in.
    const MOST: usize = 50;
    /// Of a hundred ends so many may be followed by a line that is not set in.
    const OTHERS: usize = 10;
    /// Of a hundred lines that are set in so many follow a finished sentence; the others follow headings.
    const FINISHED: usize = 25;
    let indented = lines.iter().filter(|line| line.indented).count();
    if indented < 2 || indented * 100 > lines.len() * MOST || !lines.first().is_some_and(|line| line.indented) {
        return false;
    }
    let mut widths: Vec<usize> = lines.iter().map(|line| line.characters).collect();
    widths.sort_unstable();
    let column = widths.get(widths.len() * 3 / 4).copied().unwrap_or(0);
    let [mut finished, mut short, mut others] = [0; 3];
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        if next.indented && goes_on(line.text, next.text) {
            return false;
        }
        if ends_sentence(line.text) {
            finished += usize::from(next.indented);
            let far_short = line.characters * 100 <= column * FAR_SHORT;
            short += usize::from(far_short);
            others += usize::from(far_short && !next.indented);
        }
    }
    column < LONG_LINE && others * 100 <= short * OTHERS && finished * 100 >= indented * FINISHED
}

/// Whether punctuation says that a sentence goes on from one line to the next.
fn goes_on(line: &str, next: &str) -> bool {
    // 2020年12月10日 星 期: which day of the week follows.
    let mut last = line.chars().rev().filter(|ch| !ch.is_whitespace());
    let weekday = (last.next(), last.next()) == (Some('期'), Some('星'));
    weekday
        || line.ends_with(['，', ',', '、', '（', '《', '“', '〔', '—'])
        || next.starts_with(['，', ',', '、', '。', '；', '：', '！', '？', '）', '》', '”', '%'])
}

/// Whether a paragraph ends between line `index` and the `next` one. `since` says what stands before it,
/// `set_in` whether the page sets paragraphs in ([`sets_paragraphs_in`]).
///
/// Layout alone does not tell a heading from the short line that a wrap leaves, so language decides first: inside a
/// sentence nothing ends. A heading stands after a finished sentence, is short of its column, and where its neighbours
/// are indented it is too.
fn breaks_after(lines: &[Line<'_>], index: usize, next: &Line<'_>, since: Since, set_in: bool) -> bool {
    let Since { fresh, heading } = since;
    let Some(line) = lines.get(index) else { return false };
    let last = line.text.chars().next_back().unwrap_or(' ');
    let first = next.text.chars().next().unwrap_or(' ');
    // □ 本报记者 张三: a byline stands alone, though its names may take another line.
    let byline = |line: &Line<'_>| line.text.starts_with('□') && line.characters <= BYLINE;
    if byline(next) || byline(line) && next.characters > NAMES {
        return true;
    }
    if goes_on(line.text, next.text) {
        return false;
    }
    // 2019-12-11 09:00: how a page says when it was put up; nothing is wrapped so.
    if is_stamp(line.text) || is_stamp(next.text) || index < ON_TOP && is_day(line.text) {
        return true;
    }
    // A dateline begins an article, whatever the line before looks like; so does a marked heading.
    let marked = |line: &str| line.starts_with(SECTION_MARKS) || is_numbered(line);
    let finished = ends_sentence(line.text);
    if next.text.starts_with("本报讯") || fresh && next.text.starts_with(SECTION_MARKS) || finished && marked(next.text)
    {
        return true;
    }
    // ○ 截至1月底，某市6个县: an item of a list of news is no heading.
    if !finished && opens_an_item(line.text) {
        return false;
    }
    if is_document_number(line.text) {
        return true;
    }
    // 县长谈明年 / 问：…, but 有记者 / 问：…
    if ["问：", "答：", "答（"].iter().any(|mark| next.text.starts_with(mark))
        && !line.text.ends_with(['者', '又', '回'])
    {
        return true;
    }
    // At the page's ends as many lines as elsewhere: headlines are measured by the text below them.
    let window = 2 * NEIGHBOURS + 1;
    let from = index.saturating_sub(NEIGHBOURS).min(lines.len().saturating_sub(window));
    let near = lines.get(from..(from + window).min(lines.len())).unwrap_or(&[]);
    let mut widths: Vec<usize> = near.iter().map(|other| other.half_widths).collect();
    widths.sort_unstable();
    let column = widths.get(widths.len() * 3 / 4).copied().unwrap_or(0);
    if set_in {
        return next.indented || finished && line.half_widths * 100 <= column * FAR_SHORT;
    }
    if finished {
        let alike = |other: &&Line<'_>| line.half_widths.abs_diff(other.half_widths) <= 2;
        // The line itself is among its neighbours: three alike are the line and two more of its column.
        let full = near.iter().filter(alike).count() >= 3 && line.half_widths * 100 >= column * FULL;
        // 年 度 目 标 ， 退 出 贫 困 村 ；: spread over its column, as no last line of a paragraph is.
        let blanks = line.half_widths.saturating_sub(line.visible_widths);
        let full = full || blanks * 2 >= line.characters && line.characters >= SPREAD;
        // …达到87.4%；: a paragraph hardly ends so, and then not near its column's edge.
        let full = full || line.text.ends_with('；') && line.half_widths * 100 > column * FAR_SHORT;
        return !full || next.indented;
    }
    // Wrapped by characters or by printed width: short by both measures is short.
    let short = |hundredths: usize| {
        let measures: [fn(&Line<'_>) -> usize; 3] =
            [|line| line.half_widths, |line| line.visible_widths, |line| line.characters];
        measures.iter().all(|of| {
            let mut all: Vec<usize> = near.iter().map(of).collect();
            all.sort_unstable();
            of(line) * 100 <= all.get(all.len() * 3 / 4).copied().unwrap_or(0) * hundredths
        })
    };
    let in_column = near.iter().filter(|other| other.half_widths.abs_diff(column) <= RAGGED).count() >= 3;
    // The last line of a heading that takes several is far shorter than a wrap leaves.
    let heading_ends = heading && in_column && short(FAR_SHORT);
    if !fresh && !heading_ends || line.characters >= LONG_LINE || line.text.contains('。') {
        return false;
    }
    // A line far shorter than its column is no wrap: 回顾2017年 stands over the text that begins below it.
    let clean = near.iter().any(|other| other.characters >= LONG_LINE);
    let far_short = clean && line.half_widths * 100 <= column * FAR_SHORT;
    // A number is not torn from its noun, but for the year that a paragraph opens with.
    let opens_with_year =
        next.text.char_indices().nth(4).is_some_and(|(at, ch)| ch == '年' && next.text.starts_with("20") && at == 4);
    let dated = "年月日".contains(last) && !far_short && !(fresh && marked(line.text)) || last == '第';
    // Beside paragraphs of one line each nothing is torn: a date stands alone under its headline.
    let alike = near.iter().filter(|other| other.half_widths.abs_diff(line.half_widths) <= RAGGED).count();
    let whole = alike < 3 && near.iter().any(|other| other.characters >= 2 * LONG_LINE);
    let numbers = last.is_ascii_digit() || first.is_ascii_digit() && !opens_with_year;
    if numbers && !whole || dated {
        return false;
    }
    if !in_column && !clean {
        return false;
    }
    let set_like_others = line.indented || !near.iter().any(|other| other.indented);
    // 区县快讯, flush left over paragraphs that are set in: nothing else near it that is set in goes on with a sentence.
    let torn = |(other, below): (&Line<'_>, &Line<'_>)| {
        below.indented && !ends_sentence(other.text) && other.source != line.source
    };
    let flush = next.indented && short(FAR_SHORT) && !near.iter().zip(near.iter().skip(1)).any(torn);
    (set_like_others || flush) && short(SHORT)
}

/// Whether a line is a date in figures, with or without the time of day, and nothing else: 2019-12-11 09:00.
fn is_stamp(line: &str) -> bool {
    let figures = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let (date, time) = line.split_once(' ').unwrap_or((line, "0:0"));
    let Some((year, day)) = date.split_once(['-', '/']) else { return false };
    let year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    year && day.split_once(['-', '/']).is_some_and(|(month, day)| figures(month) && figures(day))
        && time.split(':').all(figures)
}

/// The longest byline, and the longest line that its last names take, in characters.
const BYLINE: usize = 30;
const NAMES: usize = 10;

/// So many lines down a page may say which day it is of.
const ON_TOP: usize = 4;

/// Whether a line is a day and nothing else: 2020年12月8日.
fn is_day(line: &str) -> bool {
    let line: String = line.chars().filter(|ch| !ch.is_whitespace()).collect();
    let figures = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    let Some((year, rest)) = line.split_once('年') else { return false };
    let year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let day = rest.strip_suffix('日').and_then(|rest| rest.split_once('月'));
    year && day.is_some_and(|(month, day)| figures(month) && figures(day))
}

/// Whether a line has a mark and begins to tell something behind it.
pub(crate) fn opens_an_item(line: &str) -> bool {
    !line.starts_with('【') && line.starts_with(SECTION_MARKS) && line.contains('，')
}

/// Whether a line is the number of a document and nothing else: 光统〔2019〕8号.
fn is_document_number(line: &str) -> bool {
    /// The longest, in characters.
    const LONGEST: usize = 20;
    let number = line.strip_suffix('号').and_then(|line| line.rsplit_once(['〕', ']', '］']));
    number.is_some_and(|(issuer, number)| {
        issuer.contains(['〔', '[', '［']) && number.trim().bytes().all(|byte| byte.is_ascii_digit())
    }) && line.chars().count() <= LONGEST
}

/// Whether a line begins with the number of a heading: 一、, （二）.
fn is_numbered(line: &str) -> bool {
    let number = line.trim_start_matches(['（', '(']);
    let rest = number.trim_start_matches(['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']);
    rest.len() < number.len() && rest.starts_with(['、', '）', ')'])
}

/// Whether a line ends as a sentence or a bracketed note does.
fn ends_sentence(line: &str) -> bool {
    // “十三五” / 期间，…: the name of a plan ends nothing.
    let plan = line.strip_suffix("五”").is_some_and(|line| line.trim_end_matches(char::is_alphabetic).ends_with('“'));
    !plan && line.ends_with(['。', '！', '？', '；', '：', '”', '）', '…', '!', '?', ';', ':', ')'])
}

/// A run of this many bytes is followed by another: finding a place counts characters from its run's start.
const LONG_RUN: usize = 192;

/// Appends characters to the reflowed text and keeps the map.
struct Writer<'a> {
    out: &'a mut Reflowed,
    /// The source code point that would continue the current run.
    next_source: Option<usize>,
    /// First byte of that run.
    run_start: usize,
    /// Folds characters of Traditional lines.
    simplified: &'a Simplified,
}

impl Writer<'_> {
    fn push(&mut self, ch: char, source: usize) {
        if self.next_source != Some(source) || self.out.text.len() - self.run_start >= LONG_RUN {
            self.run_start = self.out.text.len();
            self.out.map.start_run(self.run_start, source);
        }
        self.next_source = Some(source + 1);
        self.out.text.push(ch);
    }

    /// `next` is what the next line begins with.
    fn line(&mut self, line: &Line<'_>, next: Option<char>) {
        let table = self.simplified.speaks_for(line.text).then_some(self.simplified);
        let mut blank = None;
        let mut rest = line.text.chars();
        let mut offset = 0;
        while let Some(ch) = rest.next() {
            let source = line.source + offset;
            offset += 1;
            if ch.is_whitespace() {
                // 11 056户: a thin blank groups the digits of one number.
                let before = line.text.len() - rest.as_str().len() - ch.len_utf8();
                if !groups_digits(line.text.get(..before).unwrap_or(""), rest.as_str(), next) {
                    blank = Some(source);
                }
                continue;
            }
            let folded = table.map_or(ch, |table| table.fold(ch));
            if let Some((at, before)) = blank.take().zip(self.out.text.chars().next_back()) {
                let keeps_apart = |a: char, b: char| {
                    (a.is_ascii_digit() && b.is_ascii_digit()) || (a.is_ascii_alphabetic() && b.is_ascii_alphabetic())
                };
                if keeps_apart(before, folded) {
                    self.push(' ', at);
                }
            }
            self.push(folded, source);
        }
    }
}

/// Whether a blank between `before` and `after` stands inside one number: digits behind a word or a mark, then digits with
/// the noun that they count behind them (11 056户; 0.8 6％; in prose also 户 9 8312人 and 1 8 00人). Numbers set side by side
/// (`37 120`) have a blank before them, too, and 图1 2019年 is followed by a year. `next` is what the next line begins with.
fn groups_digits(before: &str, after: &str, next: Option<char>) -> bool {
    /// A line of a table has fewer letters, and a number not so many digits.
    const PROSE: usize = 8;
    const DIGITS: usize = 7;
    /// So many characters on each side are looked at: a line may be as long as a report.
    const NEAR: usize = 60;
    let digit = |ch: char| ch.is_ascii_digit();
    if !(before.ends_with(digit) && after.starts_with(digit)) {
        return false;
    }
    let before = before.char_indices().rev().take(NEAR).last().and_then(|(at, _)| before.get(at..)).unwrap_or(before);
    let after = after.char_indices().nth(NEAR).and_then(|(at, _)| after.get(..at)).unwrap_or(after);
    let digits = |words: &str| words.chars().filter(|ch| digit(*ch)).count();
    let marked = |words: &str| words.contains(['，', '。', '；', '、']);
    let letters = before.chars().chain(after.chars()).filter(|ch| ch.is_alphabetic()).count();
    let prose = marked(before) || marked(after) || letters >= PROSE;
    let in_number = |ch: char| digit(ch) || prose && ch.is_whitespace();
    let lead = before.trim_end_matches(in_number);
    let decimals = lead.strip_suffix(['.', '．']).filter(|whole| whole.ends_with(digit));
    let lead = decimals.map_or(lead, |whole| whole.trim_end_matches(in_number));
    let first = before.get(lead.len()..).unwrap_or("").trim_start();
    let follows_word =
        prose && lead.is_empty() || lead.ends_with(|ch: char| ch.is_alphabetic() || "（，、：；。".contains(ch));
    let rest = after.trim_start_matches(in_number);
    let second = after.get(..after.len() - rest.len()).unwrap_or("");
    let counts = rest.chars().next().or(next.filter(|_| prose)).is_some_and(|next| match next {
        '.' | '．' => decimals.is_none() && rest.chars().nth(1).is_some_and(digit),
        '年' => digits(second) != 4,
        _ => next.is_alphabetic() || "%％".contains(next),
    });
    let year = first.chars().take_while(|ch| digit(*ch)).count() == 4;
    let zero = decimals.is_none() && first.starts_with(['0', '０']);
    let one_number = (2..=DIGITS).contains(&(digits(first) + digits(second))) && !year && !zero;
    one_number && follows_word && counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codelist::Codelists;

    fn check(source: &str, reflowed: &str) {
        let out = reflow(source, &Codelists::builtin().simplified);
        assert_eq!(out.text, reflowed);
        let ordinary_forms: Vec<char> = ordinary(source).chars().collect();
        for (byte, ch) in out.text.char_indices().filter(|(_, ch)| !ch.is_whitespace()) {
            assert_eq!(ordinary_forms[out.map.code_point(&out.text, byte)], ch);
        }
    }

    #[test]
    fn a_day_under_the_headline_stands_alone() {
        let page = reflow("河谷县2020年综述\n2020年12月8日\n\n马坳镇有茶园。", &Codelists::builtin().simplified);
        assert!(page.text.contains("2020年12月8日\n马坳镇"), "{}", page.text);
        assert!(!is_day("2020年12月8日，") && !is_day("2020年12月"));
    }

    #[test]
    fn wrapped_lines_join_and_blanks_inside_words_go() {
        check(
            "中阳县是山西省 36个国定贫困县之\n\n一，是吕梁市脱贫攻坚的主战场。2014\n年全县共有建档立卡贫困村 37个，贫困\n\n人 口 7969 户 20918 人 ，贫 困 发 生 率\n\n20.5％。脱贫攻坚战打响以来，中阳县坚",
            "中阳县是山西省36个国定贫困县之一，是吕梁市脱贫攻坚的主战场。2014年全县共有建档立卡贫困村37个，贫困人口7969户20918人，贫困发生率20.5%。脱贫攻坚战打响以来，中阳县坚",
        );
    }

    #[test]
    fn numbers_side_by_side_stay_apart() {
        check("贫困村 37 12 个", "贫困村37 12个");
        check("贫困村 37 120 个", "贫困村37 120个");
        check("贫困户11 056户39 784人", "贫困户11056户39784人");
        check("贫困村、贫困户23215户 9 8312人", "贫困村、贫困户23215户98312人");
        check("，贫困发生率 3 2.7％；2 020 年摘帽", "，贫困发生率32.7%；2020年摘帽");
        check("由15.74％下降到2019年底的0.8 6％，", "由15.74%下降到2019年底的0.86%，");
        check("，许 村 3 56 户 1 480 口 人，", "，许村356户1480口人，");
        check("，可安排就业１ ８ ００人。", "，可安排就业1800人。");
        check("图1 2019年的兴县，", "图1 2019年的兴县，");
        check("修渠 73处，新改建公路 126 4\n公里；全县", "修渠73处，新改建公路1264公里；全县");
    }

    #[test]
    fn a_line_spread_over_its_column_ends_no_paragraph() {
        check(
            "去年，全市减贫十二万人，超出\n年 度 目 标 ， 退 出 贫 困 村 ；\n市县两级财政投入资金，比上\n年多出两成，全部用在了山里。",
            "去年，全市减贫十二万人，超出年度目标，退出贫困村；市县两级财政投入资金，比上年多出两成，全部用在了山里。",
        );
    }

    #[test]
    fn the_day_of_the_week_stays_with_its_date() {
        check("2020 年12 月10日 星 期\n四 第五版", "2020年12月10日星期四第五版");
    }

    #[test]
    fn paragraphs_of_one_line_each_stay_paragraphs() {
        check(
            "全县共有贫困村37个。\n到2018年底，贫困发生率降到0.7%，群众认可度达到95.95%。\n下一步打算",
            "全县共有贫困村37个。\n到2018年底，贫困发生率降到0.7%，群众认可度达到95.95%。\n下一步打算",
        );
    }

    #[test]
    fn a_page_that_sets_paragraphs_in_is_read_by_its_indents() {
        // The second paragraph begins behind a full line, and 2018年底全县还有贫困户 ends one that is no heading.
        check(
            " 河谷县去年减贫记\n\n  2018年6月1日\n\n 两年前，全县有贫困村三十七个，\n\n大多在山上，路不通，水也不够，人\n\n均收入很低。2018年底全县还有\n\n贫困户410户，贫困发生率是2.13%。\n\n  去年起，全县修路，通水，建起了\n\n合作社，大多种药材，有的养牛，有\n\n的养羊，有的酿醋。\n\n 今年，全县的路都通到了自然村。\n\n  水也都通了，剩下的贫困户有活干，\n\n有收入。\n",
            "河谷县去年减贫记\n2018年6月1日\n两年前，全县有贫困村三十七个，大多在山上，路不通，水也不够，人均收入很低。2018年底全县还有贫困户410户，贫困发生率是2.13%。\n去年起，全县修路，通水，建起了合作社，大多种药材，有的养牛，有的养羊，有的酿醋。\n今年，全县的路都通到了自然村。\n水也都通了，剩下的贫困户有活干，有收入。",
        );
    }

    #[test]
    fn indents_inside_a_sentence_tell_nothing() {
        check(
            " 两年前，全县有贫困村三十七个，\n大多在山上，路不通，水也不够，人\n 均收入很低。全县还有贫困户一百多\n户，他们的收入来自\n 外出打工，\n 少数来自种田。",
            "两年前，全县有贫困村三十七个，大多在山上，路不通，水也不够，人均收入很低。全县还有贫困户一百多户，他们的收入来自外出打工，少数来自种田。",
        );
    }

    #[test]
    fn a_heading_flush_left_stands_over_paragraphs_set_in() {
        check(
            "去年春天全县上下一起动手，修通了\n四十一个贫困村的路，也通了水。\n　到了秋天，村村都建起了合作社，\n大家的收入增加不少，日子好过多\n了。\n各乡快讯\n　城关镇的路去年冬天就修好了，今\n年春天又接着修水渠，一直修到了\n山脚下的两个村。",
            "去年春天全县上下一起动手，修通了四十一个贫困村的路，也通了水。\n到了秋天，村村都建起了合作社，大家的收入增加不少，日子好过多了。\n各乡快讯\n城关镇的路去年冬天就修好了，今年春天又接着修水渠，一直修到了山脚下的两个村。",
        );
    }

    #[test]
    fn headings_of_a_column_end_with_a_date_or_take_two_lines() {
        check(
            "河谷县人民政府向县人民代表大会\n作工作报告\n2017年，全县上下共同努力，四十\n一个贫困村全部通了路，通了水，也\n都建起了合作社，收入增加不少。\n◆城关 3月12日\n城关镇的路，去年冬天就修好了，今\n年春天，又接着修水渠，一直修到了\n山脚下的两个村，人人高兴。",
            "河谷县人民政府向县人民代表大会作工作报告\n2017年，全县上下共同努力，四十一个贫困村全部通了路，通了水，也都建起了合作社，收入增加不少。\n◆城关3月12日\n城关镇的路，去年冬天就修好了，今年春天，又接着修水渠，一直修到了山脚下的两个村，人人高兴。",
        );
    }

    #[test]
    fn a_date_beside_paragraphs_of_one_line_stands_alone() {
        let paragraph = "2018年全县上下共同努力，四十一个贫困村全部通了路，通了水，也都建起了合作社，收入增加不少，贫困发生率降到了1.2%，群众认可度达到95.95%，提前一年完成了全部任务，受到省里和市里的表扬，明年还要接着做。";
        let text = format!("河谷县脱贫记\n2019-04-15 22:05\n{paragraph}\n");
        check(&text, &format!("河谷县脱贫记\n2019-04-15 22:05\n{paragraph}"));
        // However short what stands around it.
        let short = "河谷县脱贫记\n2019-04-15 22:05\n2016年至2018年，河谷县减贫6万人。\n其中2018年减贫2万人。";
        check(short, short);
        check("河谷县脱贫记\n2019/4/5\n全县减贫6万人。", "河谷县脱贫记\n2019/4/5\n全县减贫6万人。");
    }
}
