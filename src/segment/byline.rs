//! Datelines, bylines, sign-offs and imprints: who wrote an article, for which paper, when, on which page.

use std::sync::LazyLock;

use regex::Regex;

use crate::codelist::Press;
use crate::model::Instant;

/// What a line or a dateline says of an article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// Paper, agency or site.
    pub(super) newspaper: Option<String>,
    /// Date with its year.
    pub(super) date: Option<Instant>,
    /// Page of the paper.
    pub(super) page: Option<String>,
    /// Names, a blank between two.
    pub(super) author: Option<String>,
    /// Headline inside an agency's dateline.
    pub(super) title: Option<String>,
    /// Whether it stands over a page, and not over one article.
    pub(super) heads_page: bool,
}

impl Said {
    /// Fills what is not known yet.
    pub(super) fn or(&mut self, other: &Self) {
        let fill = |mine: &mut Option<String>, theirs: &Option<String>| {
            if mine.is_none() {
                mine.clone_from(theirs);
            }
        };
        fill(&mut self.newspaper, &other.newspaper);
        fill(&mut self.page, &other.page);
        fill(&mut self.author, &other.author);
        fill(&mut self.title, &other.title);
        self.date = self.date.or(other.date);
        self.heads_page |= other.heads_page;
    }
}

static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?P<y>(?:19|20)\d{2})\s*[-/.年]\s*(?P<m>\d{1,2})(?:\s*[-/.月]\s*(?P<d>\d{1,2})?)?").ok()
});

static PAGE: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"第?\s*0*([A-Z]?\d{1,2})\s*版|([头一二三四五六七八])版").ok());

static WORDED_DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?P<y>二[〇零○][〇零○一二三四五六七八九]{2})年(?P<m>[一二三四五六七八九十]{1,2})月(?P<d>[一二三四五六七八九十]{1,3})日").ok()
});

/// A year by its digits (二〇二一), a month or day as it is said (二十一).
fn worded(words: &str) -> Option<u16> {
    let digit = |ch: char| {
        "〇一二三四五六七八九".chars().position(|digit| digit == ch).and_then(|at| u16::try_from(at).ok()).unwrap_or(0)
    };
    match words.split_once('十') {
        Some((tens, ones)) => {
            let tens = tens.chars().next().map_or(1, digit);
            Some(10 * tens + ones.chars().next().map_or(0, digit))
        }
        None => words.chars().try_fold(0_u16, |all, ch| all.checked_mul(10)?.checked_add(digit(ch))),
    }
}

/// The first date with its year and month in `text`; in words only whole days: 二〇二一年十月十五日.
pub(super) fn date_in(text: &str) -> Option<Instant> {
    let Some(found) = DATE.as_ref()?.captures(text) else {
        let found = WORDED_DATE.as_ref()?.captures(text)?;
        let part = |name: &str| worded(found.name(name)?.as_str());
        let small = |name: &str| u8::try_from(part(name)?).ok();
        return Instant::day(part("y")?, small("m")?, small("d")?);
    };
    let number = |name: &str| found.name(name).and_then(|group| group.as_str().parse::<u16>().ok());
    let small = |name: &str| number(name).and_then(|value| u8::try_from(value).ok());
    let (year, month) = (number("y")?, small("m")?);
    match small("d") {
        Some(day) => Instant::day(year, month, day),
        None => Instant::month(year, month),
    }
}

/// A page's name in `text`: 第1版, A2版, 头版.
pub(super) fn page_in(text: &str) -> Option<String> {
    let found = PAGE.as_ref()?.captures(text)?;
    if let Some(number) = found.get(1) {
        return Some(number.as_str().to_owned());
    }
    let word = found.get(2)?.as_str();
    let place = "头一二三四五六七八".chars().position(|ch| word.starts_with(ch))?;
    Some(place.max(1).to_string())
}

/// The number of the page that its head gives without 版: 02 要闻, ３.
fn page_of_head(head: &str) -> Option<String> {
    /// What a page is called: 要闻, 脱贫攻坚.
    const CALLED: usize = 4;
    head.split_whitespace().find_map(|word| {
        let called = word.trim_start_matches(|ch: char| ch.is_ascii_digit());
        let number = word.get(..word.len() - called.len())?;
        let fits = (1..=2).contains(&number.len())
            && called.chars().count() <= CALLED
            && is_han(called)
            && !called.starts_with(['日', '年', '月']);
        fits.then(|| number.trim_start_matches('0').to_owned()).filter(|number| !number.is_empty())
    })
}

/// A dateline at the start of `text`: the paper's name, empty for the paper itself, and the text after 讯 or 电.
fn dateline<'a>(text: &'a str, press: &Press) -> Option<(&'a str, &'a str)> {
    /// From the paper's name to 讯: 团结报吉首2月21日讯.
    const WITHIN: usize = 16;
    let reach = text.char_indices().nth(WITHIN + 8).map_or(text.len(), |(offset, _)| offset);
    let head = text.get(..reach)?;
    if !press.may_be_dateline(head) {
        return None;
    }
    let own = press.own.iter().find(|word| head.starts_with(word.as_str())).map(|word| (word.len(), ""));
    let agency = || {
        press.agencies.iter().find(|word| head.starts_with(word.as_str())).map(|word| (word.len(), &head[..word.len()]))
    };
    let paper = || {
        let ends = press.papers.iter().filter_map(|word| head.find(word.as_str()).map(|at| at + word.len()));
        let end = ends.filter(|end| head.get(..*end).is_some_and(is_name)).min()?;
        Some((end, head.get(..end)?))
    };
    let (end, name) = own.or_else(agency).or_else(paper)?;
    let rest = head.get(end..)?;
    let (at, word) =
        press.dateline_ends.iter().filter_map(|word| rest.find(word.as_str()).map(|at| (at, word))).min()?;
    // Between them nothing but a town and a day.
    let between = rest.get(..at)?.trim();
    let town = between.trim_end_matches(|ch: char| ch.is_ascii_digit() || "年月日".contains(ch) || ch.is_whitespace());
    let dated = town.len() < between.len();
    let fits = between.is_empty()
        || (dated || name.is_empty() || press.agencies.iter().any(|agency| agency == name)) && is_han(town);
    (fits && town.chars().count() <= 6).then(|| (name, text.get(end + at + word.len()..).unwrap_or("")))
}

/// The longest Chinese name, in characters.
const NAME: usize = 4;

fn is_han(text: &str) -> bool {
    text.chars().all(|ch| ('\u{4e00}'..='\u{9fff}').contains(&ch))
}

/// A paper's name: two to nine characters of words.
fn is_name(text: &str) -> bool {
    (3..=9).contains(&text.chars().count()) && is_han(text)
}

/// Whether a line begins with a dateline.
pub(super) fn opens(text: &str, press: &Press) -> bool {
    dateline(text, press).is_some()
}

/// What a dateline at the start of an article says. Line ends inside `head` are taken out by the caller.
pub(super) fn read_dateline(head: &str, press: &Press) -> Option<Said> {
    let (name, rest) = dateline(head, press)?;
    let lead = head.get(..head.len() - rest.len()).unwrap_or("");
    let mut said =
        Said { newspaper: (!name.is_empty()).then(|| name.to_owned()), date: date_in(lead), ..Said::default() };
    let mut rest = rest.trim_start();
    if let Some((note, after)) = rest.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')'])) {
        // （河北日报记者刘雅静）: the reporter's paper.
        if said.newspaper.is_none() && !note.starts_with("本") {
            said.newspaper = note
                .find("记者")
                .and_then(|at| note.get(..at))
                .filter(|paper| is_paper(paper, press))
                .map(str::to_owned);
        }
        let names = said.newspaper.as_deref().and_then(|paper| note.strip_prefix(paper)).unwrap_or(note);
        said.author = names_in(names, press);
        rest = after.trim_start();
    }
    if said.date.is_none() {
        let opening: String = rest.chars().take_while(|ch| ch.is_ascii_digit() || "年月日 ".contains(*ch)).collect();
        said.date = date_in(&opening);
    }
    Some(said)
}

/// The text behind a dateline and its bracket.
pub(super) fn after_dateline<'a>(text: &'a str, press: &Press) -> Option<&'a str> {
    let (_, rest) = dateline(text, press)?;
    let rest = rest.trim_start();
    let note = rest.strip_prefix(['（', '(']).and_then(|rest| rest.split_once(['）', ')']));
    Some(note.map_or(rest, |(_, after)| after.trim_start()))
}

fn is_paper(text: &str, press: &Press) -> bool {
    is_name(text) && press.papers.iter().any(|end| text.ends_with(end.as_str()))
        || press.agencies.iter().any(|name| name == text)
}

/// The headline inside an agency's dateline, on its own line: 新华社成都11月17日电 题：从藤梯到楼梯.
pub(super) fn headline_in_dateline(line: &str, press: &Press) -> Option<String> {
    let (_, rest) = dateline(line, press)?;
    let rest = rest.trim_start();
    let title = rest.strip_prefix("题：").or_else(|| rest.strip_prefix("题:"))?.trim();
    (!title.is_empty() && title.chars().count() <= 46 && !title.contains('。')).then(|| title.to_owned())
}

/// The names in a note or byline, roles taken off, a blank between two; `None` where other words stand there.
pub(super) fn names_in(text: &str, press: &Press) -> Option<String> {
    let mut plain = text.to_owned();
    for role in &press.roles {
        plain = plain.replace(role.as_str(), " ");
    }
    let mut names: Vec<String> = Vec::new();
    for piece in
        plain.split(|ch: char| ch.is_whitespace() || "、，,/：:□■".contains(ch)).filter(|piece| !piece.is_empty())
    {
        let count = piece.chars().count();
        let letters = piece.chars().all(|ch| ch.is_alphabetic() || ch == '·');
        let foreign = piece.contains('·') && count <= 20;
        if !letters || !(count <= 4 || foreign) {
            return None;
        }
        // 王 涛, set apart to fill the line.
        match names.last_mut() {
            Some(last) if last.chars().count() == 1 && count == 1 => last.push_str(piece),
            _ => names.push(piece.to_owned()),
        }
    }
    let whole = names.iter().all(|name| name.chars().count() >= 2);
    (!names.is_empty() && whole).then(|| names.join(" "))
}

/// Whether a line is a byline: □ 王永和 陈玲容, （文/图 刘生锋）, 本报记者 李雅萍.
pub(super) fn is_byline(text: &str, press: &Press) -> bool {
    read_byline(text, press).is_some()
}

/// The names of a byline.
pub(super) fn read_byline(text: &str, press: &Press) -> Option<String> {
    const LONGEST: usize = 40;
    if text.chars().count() > LONGEST {
        return None;
    }
    if let Some(names) = text.strip_prefix(['□', '■', '◇', '◆', '●']) {
        return names_in(names, press);
    }
    let inside = text.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    let bare = inside.unwrap_or(text);
    let marked = press.roles.iter().any(|role| bare.starts_with(role.as_str()) && bare.len() > role.len());
    // Without a frame the names must be set apart: 记者 张三.
    let apart = inside.is_some() || bare.contains(char::is_whitespace) || bare.contains('：');
    if marked && apart { names_in(bare, press) } else { None }
}

/// The names that sign an article off: …打下坚实基础。（张明提）.
pub(super) fn read_sign_off(text: &str, press: &Press) -> Option<String> {
    let (before, note) = text.strip_suffix(['）', ')'])?.rsplit_once(['（', '('])?;
    let marked = press.roles.iter().any(|role| note.starts_with(role.as_str()));
    let closed = before.trim_end().is_empty() || before.trim_end().ends_with(['。', '！', '？', '”', '…']);
    if !marked && !closed {
        return None;
    }
    names_in(note, press)
}

/// The label among `labels` that `text` starts with, colon included, taken off.
fn after_label<'a>(text: &'a str, labels: &[String]) -> Option<&'a str> {
    labels.iter().find_map(|label| text.strip_prefix(label.as_str())?.trim_start().strip_prefix(['：', ':']))
}

/// Whether a line says where and when an article appeared, and nothing else.
pub(super) fn is_imprint(text: &str, press: &Press) -> bool {
    read_imprint(text, press).is_some()
}

/// What an imprint says: 来源：吕梁日报  发布时间：2019-03-02, 吕梁日报 2018-10-30 第1版, 《吕梁日报》, （2019年6月）.
pub(super) fn read_imprint(text: &str, press: &Press) -> Option<Said> {
    const LONGEST: usize = 90;
    if text.chars().count() > LONGEST || text.contains(['。', '；', '！', '？']) {
        return None;
    }
    // 2020-08-07 10:23 来源：河谷日报: the day may stand before the labels.
    let day = DATE.as_ref()?.find(text).filter(|found| found.start() == 0).map_or(0, |found| found.end());
    let of_day = |ch: char| ch.is_ascii_digit() || ch.is_whitespace() || ":：日时分秒|｜".contains(ch);
    let fields = text.get(day..)?.trim_start_matches(|ch: char| day > 0 && of_day(ch));
    let opens_with = |labels: &[String]| after_label(fields, labels).is_some();
    if opens_with(&press.label.source) || opens_with(&press.label.date) || opens_with(&press.label.author) {
        let said = labelled(text, press);
        return (said != Said::default()).then_some(said);
    }
    // 2020年11月6日 河谷日报讯（记者 张三）
    if let Some(mut said) = read_dateline(fields, press).filter(|_| day > 0) {
        if after_dateline(fields, press).is_some_and(str::is_empty) {
            said.date = date_in(text);
            return Some(said);
        }
    }
    // 新闻眼｜来源：河谷广播电视台 2019-08-25: the column stands before both.
    let sourced = || Some(labelled(text, press)).filter(|said| said.newspaper.is_some() && said.date.is_some());
    let named = press.label.source.iter().any(|label| text.contains(label.as_str()));
    named.then(sourced).flatten().or_else(|| masthead(text, press))
}

fn labelled(text: &str, press: &Press) -> Said {
    let mut said = Said { date: None, page: page_in(text), ..Said::default() };
    let labels = [&press.label.source, &press.label.date, &press.label.author];
    let stops: Vec<&str> = labels
        .iter()
        .flat_map(|list| list.iter())
        .chain(&press.noise.menu)
        .chain(&press.noise.starts)
        .map(String::as_str)
        .collect();
    // A label begins a field where it starts the line or stands behind white space or a closing bracket.
    for (at, _) in text.char_indices() {
        let fresh = at == 0
            || text
                .get(..at)
                .is_some_and(|before| before.ends_with(|ch: char| ch.is_whitespace() || "】]|｜）".contains(ch)));
        let Some(rest) = text.get(at..).filter(|_| fresh) else { continue };
        let field = |labels: &[String]| {
            let value = after_label(rest, labels)?.trim_start();
            let end =
                stops.iter().filter_map(|stop| value.find(stop)).chain(value.find("  ")).min().unwrap_or(value.len());
            value.get(..end).map(str::trim)
        };
        if let Some(source) = field(&press.label.source) {
            let name =
                source.split(char::is_whitespace).next().unwrap_or("").trim_matches(['《', '》', '【', '】', '[', ']']);
            said.newspaper = said.newspaper.or_else(|| (!name.is_empty()).then(|| name.to_owned()));
        }
        if let Some(date) = field(&press.label.date) {
            said.date = said.date.or_else(|| date_in(date));
        }
        if let Some(names) = field(&press.label.author) {
            said.author = said.author.or_else(|| names_in(names, press));
        }
    }
    said.date = said.date.or_else(|| date_in(text));
    said
}

/// Whether a line is a day, with or without the time of day, and nothing else: 2019年3月28日, 2019-03-28 09:00.
pub(super) fn is_date(line: &str) -> bool {
    const LONGEST: usize = 11;
    let day = line.trim_end_matches(|ch: char| ch.is_ascii_digit() || matches!(ch, ':' | '：'));
    let timed = line.get(day.len()..).is_some_and(|time| time.contains([':', '：']));
    let line = if timed { day.trim_end() } else { line };
    let of_date = |ch: char| ch.is_ascii_digit() || "年月日-/".contains(ch) || ch.is_whitespace();
    line.starts_with(|ch: char| ch.is_ascii_digit())
        && (line.ends_with('日') || line.contains(['-', '/']))
        && line.chars().all(of_date)
        && line.chars().filter(|ch| !ch.is_whitespace()).count() <= LONGEST
        && date_in(line).is_some_and(|date| date.day.is_some())
}

/// A paper's or an office's name, a date, a page and the names of reporters, at least two of them, in any order; or a date
/// alone, a day or in brackets.
fn masthead(text: &str, press: &Press) -> Option<Said> {
    const LONGEST: usize = 40;
    const LONGEST_HEAD: usize = 80;
    let inside = text.strip_prefix(['（', '(']).and_then(|rest| rest.strip_suffix(['）', ')']));
    let bare = inside.unwrap_or(text);
    let dated = || bare.contains('日') && bare.contains(char::is_whitespace);
    // 2020年1月14日 星期二 农历己亥年十二月二十 第二版 要闻 责任编辑：张三: nothing but the head of a page names its weekday, or
    // who set it beside a date.
    let squeezed = || bare.chars().filter(|ch| !ch.is_whitespace()).collect::<String>();
    let heads = bare.contains('日') && press.heads.is_in(&squeezed());
    let head = heads && !bare.contains(['。', '，']) && date_in(bare).is_some_and(|date| date.day.is_some());
    let promising =
        head || inside.is_some() || bare.starts_with('《') || bare.contains(['版', '报']) || is_date(bare) || dated();
    if !promising || bare.chars().count() > if head { LONGEST_HEAD } else { LONGEST } {
        return None;
    }
    // 今日八版 says how many there are.
    let page = page_in(bare).filter(|_| !bare.contains("今日"));
    let page = page.or_else(|| page_of_head(&DATE.as_ref()?.replace(bare, " ")).filter(|_| head));
    let mut said = Said { date: date_in(bare), page, heads_page: head, ..Said::default() };
    let mut rest = bare.to_owned();
    for pattern in [&DATE, &PAGE] {
        rest = pattern.as_ref()?.replace(&rest, " ").into_owned();
    }
    let dated = said.date.is_some_and(|date| date.day.is_some());
    let (mut others, mut facts, mut by) = (0, 0, None);
    for word in rest.split(|ch: char| ch.is_whitespace() || "《》,，:：|".contains(ch)).filter(|word| !word.is_empty())
    {
        let of_day = word == "日"
            || word.trim_start_matches('日').starts_with("星期")
            || word.chars().all(|ch| ch.is_ascii_digit());
        // 某某报全媒体记者 张三, 本报特派记者李四
        let role = press.roles.iter().find_map(|role| word.split_once(role.as_str())).filter(|_| dated);
        if is_paper(word, press) && said.newspaper.is_none() {
            said.newspaper = Some(word.to_owned());
        } else if let Some((paper, name)) = role {
            if is_paper(paper, press) {
                said.newspaper = said.newspaper.or_else(|| Some(paper.to_owned()));
            }
            let names: &mut Vec<&str> = by.get_or_insert_default();
            names.extend(Some(name).filter(|name| !name.is_empty()));
            others += usize::from(name.chars().count() > NAME);
        } else if let Some(names) = by.as_mut().filter(|_| is_han(word) && word.chars().count() <= NAME) {
            names.push(word);
        } else if dated && press.offices.iter().any(|end| word.ends_with(end.as_str())) {
            facts += 1;
        } else if !of_day {
            others += 1;
        }
    }
    said.author = by.filter(|names| !names.is_empty()).map(|names| names.join(" "));
    facts += [said.date.is_some(), said.page.is_some(), said.newspaper.is_some(), said.author.is_some()]
        .into_iter()
        .filter(|known| *known)
        .count();
    let framed = bare.starts_with('《') && bare.ends_with('》');
    let dated_only = (inside.is_some() || is_date(bare)) && said.date.is_some();
    // 河谷日报 2020年6月18日 第3版 县域·脱贫: a column's name beside all the rest.
    let column = others == 1 && dated && said.page.is_some() && said.newspaper.is_some();
    (head || (others == 0 || column) && (facts >= 2 || (framed && said.newspaper.is_some()) || dated_only))
        .then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codelist::Codelists;

    fn press() -> &'static Press {
        &Codelists::builtin().press
    }

    #[test]
    fn a_line_that_is_a_day_may_say_the_time() {
        for day in ["2019年3月28日", "2019-03-28", "2019-03-28 09:00", "2019/3/28 9:00:15", "2019年3月28日09:00"]
        {
            assert!(is_date(day), "{day}");
        }
        for other in ["09:00", "2019-03", "2019年", "2019-03-28 09:00 人气120", "比例为3:2019"] {
            assert!(!is_date(other), "{other}");
        }
    }

    #[test]
    fn datelines_say_paper_date_and_author() {
        let read = |text: &str| {
            let said = read_dateline(text, press()).unwrap_or_default();
            let date = said.date.map(|date| date.to_string());
            (said.newspaper.unwrap_or_default(), date.unwrap_or_default(), said.author.unwrap_or_default())
        };
        let expected = |paper: &str, date: &str, author: &str| (paper.to_owned(), date.to_owned(), author.to_owned());
        assert_eq!(read("本报讯 （记者 赵小萍） 2018 年 12 月29日全会闭幕后"), expected("", "2018-12-29", "赵小萍"));
        assert_eq!(read("本报讯（河谷日报记者刘大静）冬日的高原"), expected("河谷日报", "", "刘大静"));
        assert_eq!(read("本报讯（记者孟大东通讯员杨小辉）湖水"), expected("", "", "孟大东 杨小辉"));
        assert_eq!(read("河谷日报讯（记者 阿不力·艾海提）12月26日"), expected("河谷日报", "", "阿不力·艾海提"));
        assert_eq!(read("新华社太原2019年10月8日电（记者 王大航）"), expected("新华社", "2019-10-08", "王大航"));
        assert_eq!(read("团结报吉首2月21日讯 某州是主战场"), expected("团结报", "", ""));
        assert!(read_dateline("全县电商讯息平台建成", press()).is_none());
        assert!(read_dateline("农村电网改造投资3亿元", press()).is_none());
        assert!(read_dateline("本报记者在采访中获悉，通讯光缆已经接通", press()).is_none());
    }

    #[test]
    fn bylines_and_sign_offs_name_people_only() {
        assert_eq!(read_byline("□ 王大和 陈小容", press()).as_deref(), Some("王大和 陈小容"));
        assert_eq!(read_byline("□ 文/王大林 图/张小峰", press()).as_deref(), Some("王大林 张小峰"));
        assert_eq!(read_byline("□ 本报记者 李小萍", press()).as_deref(), Some("李小萍"));
        assert_eq!(read_byline("记者走访了全县37个村", press()), None);
        assert_eq!(read_sign_off("打下坚实基础。（张明）", press()).as_deref(), Some("张明"));
        assert_eq!(read_sign_off("（文/图 刘大锋 李小刚）", press()).as_deref(), Some("刘大锋 李小刚"));
        assert_eq!(read_sign_off("完成危房改造13631户（其中土窑洞1347户）", press()), None);
        assert_eq!(read_sign_off("发展产业，（下转2版）", press()), None);
    }

    #[test]
    fn imprints_say_paper_date_page_and_author() {
        let said = read_imprint("来源：河谷日报  发布时间：2019-03-02 09:15 作者：张三 字号：大 中 小 打印", press())
            .unwrap_or_default();
        assert_eq!(said.newspaper.as_deref(), Some("河谷日报"));
        assert_eq!(said.date, Instant::day(2019, 3, 2));
        assert_eq!(said.author.as_deref(), Some("张三"));
        let said = read_imprint("河谷日报 2018-10-30 第1版", press()).unwrap_or_default();
        assert_eq!((said.newspaper.as_deref(), said.page.as_deref()), (Some("河谷日报"), Some("1")));
        assert_eq!(said.date, Instant::day(2018, 10, 30));
        assert_eq!(read_imprint("（2019年6月）", press()).unwrap_or_default().date, Instant::month(2019, 6));
        assert_eq!(read_imprint("2019年3月28日", press()).unwrap_or_default().date, Instant::day(2019, 3, 28));
        let said = read_imprint("2019年8月19日 河谷日报全媒体记者 张三 李四", press()).unwrap_or_default();
        assert_eq!((said.date, said.newspaper.as_deref()), (Instant::day(2019, 8, 19), Some("河谷日报")));
        assert_eq!(said.author.as_deref(), Some("张三 李四"));
        let said = read_imprint("中国河谷网 2020年1月15日", press()).unwrap_or_default();
        assert_eq!((said.date, said.newspaper.as_deref()), (Instant::day(2020, 1, 15), Some("中国河谷网")));
        let said = read_imprint("河谷省扶贫开发领导小组办公室　2020年2月21日", press()).unwrap_or_default();
        assert_eq!((said.date, said.newspaper), (Instant::day(2020, 2, 21), None));
        let said = read_imprint("2020年11月6日 河谷日报讯（记者 张三 通讯员 李四）", press()).unwrap_or_default();
        assert_eq!((said.date, said.author.as_deref()), (Instant::day(2020, 11, 6), Some("张三 李四")));
        let said = read_imprint("河谷日报　2020年6月18日　第3版　县域·脱贫", press()).unwrap_or_default();
        assert_eq!((said.date, said.page.as_deref()), (Instant::day(2020, 6, 18), Some("3")));
        assert_eq!(read_imprint("2018年6月8日 全县通过国家专项评估检查", press()), None);
        let said = read_imprint("2020年1月14日 星期二 农历己亥年十二月二十  第二版 要闻 责任编辑：赵 娜", press())
            .unwrap_or_default();
        assert_eq!(said.date, Instant::day(2020, 1, 14));
        let said = read_imprint("2018年3月22日　星期四　　农历二月初六　　　今日八版", press()).unwrap_or_default();
        assert_eq!((said.date, said.page), (Instant::day(2018, 3, 22), None));
        let said = read_imprint("2020年1月13日　　星期一　　　　02　要　闻", press()).unwrap_or_default();
        assert_eq!((said.date, said.page.as_deref()), (Instant::day(2020, 1, 13), Some("2")));
        assert_eq!(read_imprint("2018年3月22日，星期四，全县开会", press()), None);
        assert_eq!(read_imprint("2018年6月，通过国家专项评估检查", press()), None);
        assert_eq!(read_imprint("2014年全县共有建档立卡贫困村37个", press()), None);
        assert_eq!(page_in("（下转4版）").as_deref(), Some("4"));
        assert_eq!(page_in("上接头版").as_deref(), Some("1"));
    }
}
