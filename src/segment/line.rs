//! The lines of a page as they stand in its source, each told apart by what it is: text, byline, caption, web-page noise.

use std::borrow::Cow;

use crate::codelist::Codelists;
use crate::text::{opens_an_item, ordinary};

use super::byline;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text of an article, headings among it.
    Text,
    /// Begins with a dateline: 本报讯.
    Opening,
    /// Names of writers: □ 王永和 陈玲容.
    Byline,
    /// Of a picture: 图为….
    Caption,
    /// Source, date, page of the paper.
    Imprint,
    /// Of the web page, and of no article.
    Noise,
}

/// A line that holds anything.
#[derive(Debug, Clone)]
pub struct Line<'a> {
    /// What it says, in Simplified characters, without outer white space.
    pub(super) text: Cow<'a, str>,
    /// The same as printed.
    pub(super) printed: &'a str,
    /// Code point of the source where it starts.
    pub(super) start: usize,
    /// What it is.
    pub(super) kind: Kind,
}

impl Line<'_> {
    /// Characters other than white space.
    pub(super) fn characters(&self) -> usize {
        self.text.chars().filter(|ch| !ch.is_whitespace()).count()
    }

    /// Printed width in half characters.
    pub(super) fn half_widths(&self) -> usize {
        self.printed.chars().map(|ch| if ch.is_ascii() { 1 } else { 2 }).sum()
    }

    /// Whether a sentence or a bracketed note ends with the line.
    pub(super) fn closes(&self) -> bool {
        self.text.ends_with(['。', '！', '？', '；', '”', '）', '…', '!', '?', ';', ')'])
    }

    /// Whether it is an imprint of a web page, with labels.
    pub(super) fn is_labelled_imprint(&self, codelists: &Codelists) -> bool {
        self.kind == Kind::Imprint && codelists.press.marks(&self.text)
    }

    /// Whether an article ends with it: names in brackets after a full stop, 下转4版.
    pub(super) fn signs_off(&self, codelists: &Codelists) -> bool {
        let press = &codelists.press;
        let goes_on = || {
            let note = self.text.strip_suffix(['）', ')']).and_then(|text| text.rsplit_once(['（', '(']));
            note.is_some_and(|(_, note)| press.continues_on.iter().any(|word| note.starts_with(word)))
        };
        self.text.ends_with(['）', ')']) && (byline::read_sign_off(&self.text, press).is_some() || goes_on())
    }

    /// Whether it could be a headline by its words alone: short, no sentence, not broken off.
    pub(super) fn could_be_headline(&self) -> bool {
        const SHORTEST: usize = 3;
        const LONGEST: usize = 46;
        let count = self.characters();
        let broken = self.text.ends_with(['，', '、', '；', '：', '。', '（', '“', '《', ':', ','])
            || self.text.starts_with(['，', '、', '；', '。', '）', '”', '》', '%'])
            || self.is_torn_at_a_number();
        let bracketed = self.text.starts_with(['（', '(']) && self.text.ends_with(['）', ')']);
        let spoken = ["问：", "答：", "问:", "答:"].iter().any(|mark| self.text.starts_with(mark));
        self.kind == Kind::Text
            && !bracketed
            && !spoken
            && !opens_an_item(&self.text)
            && (SHORTEST..=LONGEST).contains(&count)
            && !broken
            && !self.text.contains('。')
            && paired(&self.text, '“', '”')
            && paired(&self.text, '（', '）')
    }

    /// Whether a line begins with the unit of a number that the line before ends with, or ends with the number: 人，其中…截至5.
    fn is_torn_at_a_number(&self) -> bool {
        let mut chars = self.text.chars();
        let unit = chars.next().is_some_and(|ch| "人户亩元万亿个名月年".contains(ch));
        unit && chars.next().is_some_and(|ch| "，、的".contains(ch))
            || self.text.ends_with(|ch: char| ch.is_ascii_digit())
    }
}

fn paired(text: &str, open: char, close: char) -> bool {
    text.matches(open).count() == text.matches(close).count()
}

/// All lines of a decoded text that hold anything.
pub fn lines<'a>(source: &'a str, codelists: &Codelists) -> Vec<Line<'a>> {
    let mut at = 0;
    let readable = ordinary(source);
    let with_places = source.split('\n').zip(readable.split('\n')).map(|(raw, read)| {
        let start = at;
        at += raw.chars().count() + 1;
        (raw, read, start)
    });
    let mut lines: Vec<Line<'a>> =
        with_places.filter_map(|(raw, read, start)| line(raw, read, start, codelists)).collect();
    wrap_head(&mut lines, codelists);
    lines
}

/// Takes the lines into which the head of a page is wrapped for parts of it: …星期三 第3 / 版 县域·白河 责编 陈曦 组版 柯贤 / 会.
fn wrap_head(lines: &mut [Line<'_>], codelists: &Codelists) {
    /// So far down a page its head may stand, and into so many more lines it may be wrapped.
    const TOP: usize = 2;
    const MORE: usize = 3;
    /// The rest of a name or of what the page is called, and the longest line of a head, in characters.
    const REST: usize = 4;
    const LONGEST: usize = 40;
    let press = &codelists.press;
    let is_head = |line: &Line<'_>| {
        line.kind == Kind::Imprint && byline::read_imprint(&line.text, press).is_some_and(|said| said.heads_page)
    };
    let Some(head) = lines.iter().take(TOP).position(is_head) else { return };
    let goes_on = |line: &Line<'_>| {
        let squeezed: String = line.text.chars().filter(|ch| !ch.is_whitespace()).collect();
        let count = squeezed.chars().count();
        let plain = !squeezed.contains(['。', '，', '！', '？', '；', '“', '—']) && count <= LONGEST;
        plain && (press.heads.is_in(&squeezed) || squeezed.starts_with('版'))
    };
    let mut rest = lines.iter_mut().skip(head + 1).take(MORE).peekable();
    let mut wrapped = false;
    while let Some(line) = rest.next_if(|line| line.kind != Kind::Opening && goes_on(line)) {
        line.kind = Kind::Imprint;
        wrapped = true;
    }
    if let Some(line) = rest.next_if(|line| wrapped && line.characters() <= REST && line.kind == Kind::Text) {
        line.kind = Kind::Imprint;
    }
}

/// Cuts `lines` once more at the code points `cuts` (ascending), where articles begin inside a line.
pub(super) fn cut_at<'a>(lines: Vec<Line<'a>>, cuts: &[usize], codelists: &Codelists) -> Vec<Line<'a>> {
    let mut out = Vec::with_capacity(lines.len());
    let mut cuts = cuts.iter().copied().peekable();
    for line in lines {
        while cuts.next_if(|cut| *cut <= line.start).is_some() {}
        let length = line.printed.chars().count();
        let (mut rest, mut read, mut start) = (line.printed, &*line.text, line.start);
        while let Some(cut) = cuts.next_if(|cut| *cut < line.start + length) {
            let at = rest.char_indices().nth(cut - start).map_or(rest.len(), |(at, _)| at);
            let read_at = read.char_indices().nth(cut - start).map_or(read.len(), |(at, _)| at);
            let ((piece, after), (piece_read, after_read)) = (rest.split_at(at), read.split_at(read_at));
            out.extend(self::line(piece, piece_read, start, codelists));
            (rest, read, start) = (after, after_read, cut);
        }
        if start == line.start {
            out.push(line);
        } else {
            out.extend(self::line(rest, read, start, codelists));
        }
    }
    out
}

/// The line `raw`, to be read as `read`, which starts at code point `at`; `None` where it is blank.
fn line<'a>(raw: &'a str, read: &str, at: usize, codelists: &Codelists) -> Option<Line<'a>> {
    let blank = raw.chars().take_while(|ch| ch.is_whitespace()).count();
    let printed = raw.trim();
    if printed.is_empty() {
        return None;
    }
    let table = &codelists.simplified;
    let read = read.trim();
    let text = if table.speaks_for(printed) {
        Cow::Owned(read.chars().map(|ch| table.fold(ch)).collect())
    } else if read == printed {
        Cow::Borrowed(printed)
    } else {
        Cow::Owned(read.to_owned())
    };
    let kind = kind(&text, codelists);
    // A doubled line is a caption printed twice for its shadow.
    let kind = if kind == Kind::Text && undouble(&text).is_some() { Kind::Caption } else { kind };
    Some(Line { text, printed, start: at + blank, kind })
}

/// What a line is by its words.
pub(super) fn kind(text: &str, codelists: &Codelists) -> Kind {
    let press = &codelists.press;
    if byline::opens(text, press) {
        Kind::Opening
    } else if byline::is_byline(text, press) {
        Kind::Byline
    } else if press.captions.iter().any(|word| text.starts_with(word.as_str())) {
        Kind::Caption
    } else if byline::is_imprint(text, press) {
        Kind::Imprint
    } else if press.is_noise(text) {
        Kind::Noise
    } else {
        Kind::Text
    }
}

/// A text printed twice over, once: 孝义梧桐草堂孝义梧桐草堂, 图为基地图为基地。。 王摄王摄. `None` where it is not doubled throughout.
pub(super) fn undouble(text: &str) -> Option<String> {
    const SHORTEST: usize = 8;
    const LONGEST: usize = 120;
    // What is printed twice begins twice, which few lines do.
    let mut rest = text.trim_start().chars();
    let first = rest.next();
    if !rest.any(|ch| Some(ch) == first) {
        return None;
    }
    let all: Vec<char> = text.chars().filter(|ch| !ch.is_whitespace()).collect();
    if !(SHORTEST..=LONGEST).contains(&all.len()) || all.iter().all(|ch| Some(ch) == all.first()) {
        return None;
    }
    let mut out = String::new();
    let mut rest = all.as_slice();
    while !rest.is_empty() {
        let once = (1..=rest.len() / 2).rev().find(|half| rest.get(..*half) == rest.get(*half..2 * *half))?;
        out.extend(rest.get(..once)?);
        rest = rest.get(2 * once..)?;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn doubled_captions_are_read_once() {
        assert_eq!(undouble("青山书院青山书院").as_deref(), Some("青山书院"));
        assert_eq!(undouble("图为大棚图为大棚。。 李明李明 摄摄").as_deref(), Some("图为大棚。李明摄"));
        assert_eq!(undouble("高高兴兴去赶集"), None);
        assert_eq!(undouble("全县贫困发生率降至1%"), None);
    }

    #[test]
    fn lines_are_told_apart_by_their_words() {
        let lists = Codelists::builtin();
        for (text, expected) in [
            ("本报讯（记者 王五）3月2日，全县召开大会。", Kind::Opening),
            ("和田日报讯 3月2日，全县召开大会。", Kind::Opening),
            ("□ 张三 李四光", Kind::Byline),
            ("（文/张三 图/李四）", Kind::Byline),
            ("图为群众采摘香菇。", Kind::Caption),
            ("来源：河谷日报  发布时间：2019-03-02 作者：张三  字号：大 中 小  打印", Kind::Imprint),
            ("河谷日报 2018-10-30 第1版", Kind::Imprint),
            ("2020-08-07 来源：河谷日报 记者 张三", Kind::Imprint),
            ("2020年8月7日 10:23:05｜来源：河谷日报 作者：张三", Kind::Imprint),
            ("河谷眼｜来源：河谷广播电视台 2019-08-25 10:25:17｜网络编辑：李四", Kind::Imprint),
            ("2020年8月7日，全县来源于产业的收入达3亿元，", Kind::Text),
            ("上一篇：某县召开大会", Kind::Noise),
            ("首页  新闻中心  专题  视频", Kind::Noise),
            ("版权所有 某县人民政府 晋ICP备05000000号", Kind::Noise),
            ("浏览次数：1234次", Kind::Noise),
            ("时间紧，任务重，全县上下分享经验", Kind::Text),
            ("全县新闻中心建成视频平台，关闭煤矿3座，", Kind::Text),
            ("来源广泛的资金投入产业，2018年达3亿元，", Kind::Text),
        ] {
            assert_eq!(kind(text, lists), expected, "{text}");
        }
    }
}
