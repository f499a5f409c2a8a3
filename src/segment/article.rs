//! Where an article of a page begins and ends: datelines, sign-offs, captions, headings that stand alone.

use std::ops::Range;

use super::ArticleRange;
use crate::codelist::Press;

/// Words that open an article wherever they stand.
const OPENINGS: [&str; 2] = ["本报讯", "本报消息"];

/// A heading is at most this many characters.
const HEADING: usize = 40;

/// Where the page's own lines say that paragraphs begin, and what of it is no text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// Bytes of the reflowed text where a paragraph begins, ascending.
    pub(super) cuts: Vec<usize>,
    /// Web-page lines, ascending.
    pub(super) noise: Vec<Range<usize>>,
    /// Bytes where bylines begin, ascending.
    pub(super) bylines: Vec<usize>,
    /// Bytes where captions begin, ascending.
    pub(super) captions: Vec<usize>,
    /// Bytes where an article begins without a dateline, ascending.
    pub(super) openings: Vec<usize>,
}

/// Paragraphs of a reflowed text, cut once more where `layout` says so and where an article opens inside one.
pub(super) fn paragraphs(text: &str, layout: &Layout) -> Vec<Range<usize>> {
    let is_noise = |at: usize| {
        let next = layout.noise.partition_point(|noise| noise.end <= at);
        layout.noise.get(next).is_some_and(|noise| noise.contains(&at))
    };
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.split('\n') {
        let end = start + line.len();
        let first = layout.cuts.partition_point(|cut| *cut <= start);
        let mut cuts: Vec<usize> = layout.cuts.iter().skip(first).copied().take_while(|cut| *cut < end).collect();
        for opening in OPENINGS {
            for (offset, _) in line.match_indices(opening) {
                let at = start + offset;
                if at > start && ends_sentence(text.get(start..at).unwrap_or("")) {
                    cuts.push(at);
                }
            }
        }
        cuts.sort_unstable();
        cuts.dedup();
        let mut from = start;
        for cut in cuts.into_iter().chain([end]) {
            if cut > from && !is_noise(from) {
                out.push(from..cut);
            }
            from = cut;
        }
        start = end + 1;
    }
    out
}

/// Articles: each begins at an opening, or after a sign-off.
pub(super) fn articles(text: &str, paragraphs: &[Range<usize>], layout: &Layout) -> Vec<ArticleRange> {
    let mut starts: Vec<usize> = Vec::new();
    let mut after_sign_off = true;
    // Headings right above an opening belong to it.
    let mut headings_from = None;
    for paragraph in paragraphs {
        let words = text.get(paragraph.clone()).unwrap_or("");
        let dateline = OPENINGS.iter().any(|opening| words.starts_with(opening));
        let opens = dateline || layout.openings.binary_search(&paragraph.start).is_ok();
        let byline = layout.bylines.binary_search(&paragraph.start).is_ok();
        // A byline after a sign-off names who wrote what ended there.
        if byline && after_sign_off && !starts.is_empty() {
            continue;
        }
        if opens || after_sign_off {
            let at = if dateline { headings_from.unwrap_or(paragraph.start) } else { paragraph.start };
            if starts.last() != Some(&at) {
                starts.push(at);
            }
        }
        after_sign_off = signs_off(words);
        let heading = is_heading(words) && !after_sign_off && !byline;
        headings_from = if heading { headings_from.or(Some(paragraph.start)) } else { None };
    }
    join_headlines(text, paragraphs, layout, &mut starts);
    let mut out: Vec<ArticleRange> = Vec::new();
    for (index, start) in starts.iter().enumerate() {
        let next = starts.get(index + 1).copied().unwrap_or(text.len());
        let end = text.get(*start..next).map_or(next, |body| start + body.trim_end_matches('\n').len());
        out.push(ArticleRange { title: title(text, *start..end), range: *start..end });
    }
    out
}

/// Lines without any sentence are no article: over a dateline they are its headlines, else captions of the one before.
fn join_headlines(text: &str, paragraphs: &[Range<usize>], layout: &Layout, starts: &mut Vec<usize>) {
    let mut index = 0;
    while let Some(start) = starts.get(index).copied() {
        let next = starts.get(index + 1).copied();
        let first = paragraphs.partition_point(|paragraph| paragraph.start < start);
        let mut here =
            paragraphs.iter().skip(first).take_while(|paragraph| next.is_none_or(|next| paragraph.start < next));
        let tells = |paragraph: &Range<usize>| {
            let words = text.get(paragraph.clone()).unwrap_or("");
            layout.captions.binary_search(&paragraph.start).is_err() && words.contains(['。', '；', '，'])
        };
        let has_sentence = here.any(tells);
        // What stands first on the page may stand over more headlines.
        let over_opening = next.is_some_and(|next| {
            let next = paragraphs.partition_point(|paragraph| paragraph.start < next);
            let mut below = paragraphs.iter().skip(next);
            let first = if index == 0 { below.find(|paragraph| tells(paragraph)) } else { below.next() };
            let words = first.and_then(|paragraph| text.get(paragraph.clone())).unwrap_or("");
            OPENINGS.iter().any(|opening| words.starts_with(opening))
        });
        if has_sentence || starts.len() == 1 {
            index += 1;
        } else if over_opening {
            starts.remove(index + 1);
        } else if index > 0 {
            starts.remove(index);
        } else {
            index += 1;
        }
    }
}

/// Sections of each article: a new one at every heading, and at a paragraph with a mark or label of its own (◆, 【背景】,
/// 相关链接：).
pub(super) fn sections(
    text: &str,
    paragraphs: &[Range<usize>],
    articles: &[ArticleRange],
    press: &Press,
) -> Vec<Range<usize>> {
    let mut starts: Vec<usize> = articles.iter().map(|article| article.range.start).collect();
    let mut after_heading = true;
    for paragraph in paragraphs {
        let words = text.get(paragraph.clone()).unwrap_or("");
        let heading = is_heading(words);
        if heading && !after_heading || press.opens_section(words).is_some() {
            starts.push(paragraph.start);
        }
        starts.extend(numbered_places(words).map(|at| paragraph.start + at));
        after_heading = heading;
    }
    starts.sort_unstable();
    starts.dedup();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// Bytes of a paragraph where a sentence is the numbered name of a place: 一、红寺堡区。2014年…二、同心县。….
fn numbered_places(paragraph: &str) -> impl Iterator<Item = usize> {
    let starts = paragraph.match_indices('。').map(|(at, mark)| at + mark.len());
    std::iter::once(0)
        .chain(starts)
        .filter(|at| paragraph.get(*at..).is_some_and(|rest| numbered_place(rest).is_some()))
}

/// The number and name of a place that `words` begin with, where that is all that is said of it there: 一、红寺堡区。, （二）同心县：.
pub(crate) fn numbered_place(words: &str) -> Option<&str> {
    /// The longest number with its mark, and the longest name, in characters: （十二）, 积石山保安族东乡族撒拉族自治县.
    const NUMBER: usize = 4;
    const NAME: usize = 16;
    let is_number = |ch: char| ch.is_ascii_digit() || "一二三四五六七八九十（".contains(ch);
    let (mark, _) = words.char_indices().take(NUMBER).find(|(_, ch)| !is_number(*ch))?;
    let name = words.get(mark..)?.strip_prefix(['、', '）', '．', '.']).filter(|_| mark > 0)?;
    let end = name.char_indices().take(NAME + 1).find(|(_, ch)| !ch.is_alphabetic());
    let end = end.map_or(name.len(), |(at, _)| at);
    let closed = name.get(end..)?.is_empty() || name.get(end..)?.starts_with(['。', '：', '\n']);
    let place = name.get(..end)?;
    let named = place.ends_with(['县', '区', '市', '旗', '州', '盟']) && (2..=NAME).contains(&place.chars().count());
    (closed && named).then(|| words.get(..words.len() - name.len() + end)).flatten()
}

/// The first heading, without the dateline, or else the opening words.
fn title(text: &str, range: Range<usize>) -> Range<usize> {
    let body = text.get(range.clone()).unwrap_or("");
    let mut start = range.start;
    for line in body.split('\n') {
        if is_heading(line) && !line.starts_with('□') && !line.starts_with('图') {
            return start..start + line.len();
        }
        if !is_heading(line) {
            break;
        }
        start += line.len() + 1;
    }
    let skipped = OPENINGS.iter().find(|opening| body.starts_with(**opening)).map_or(0, |opening| opening.len());
    let mut opening = body.get(skipped..).unwrap_or(body);
    if opening.starts_with('（') {
        opening = opening.split_once('）').map_or(opening, |(_, rest)| rest);
    }
    let start = range.start + body.len() - opening.len();
    let length = opening
        .char_indices()
        .take(HEADING)
        .find(|(_, ch)| "，。！？；：\n".contains(*ch))
        .or_else(|| opening.char_indices().nth(HEADING))
        .map_or(opening.len(), |(offset, _)| offset);
    start..start + length
}

/// A short paragraph that does not end as a sentence does; a date in brackets may stand behind it.
fn is_heading(paragraph: &str) -> bool {
    let dated = paragraph.strip_suffix('）').and_then(|rest| rest.rsplit_once('（'));
    let is_date = |note: &str| note.starts_with(|ch: char| ch.is_ascii_digit()) && note.ends_with(['年', '月', '日']);
    let paragraph = dated.filter(|(_, note)| is_date(note)).map_or(paragraph, |(heading, _)| heading);
    !paragraph.is_empty()
        && paragraph.chars().count() <= HEADING
        && (!ends_sentence(paragraph) || ends_quoting(paragraph))
        && !paragraph.contains('。')
}

/// Whether a phrase ends with a word in quotation marks, which is no speech: 大白鹅成了“脱贫鹅”.
fn ends_quoting(phrase: &str) -> bool {
    let quoted = phrase.strip_suffix('”').and_then(|rest| rest.rsplit_once('“'));
    quoted.is_some_and(|(lead, word)| lead.ends_with(char::is_alphabetic) && word.chars().all(char::is_alphanumeric))
}

fn ends_sentence(text: &str) -> bool {
    text.is_empty() || text.ends_with(['。', '！', '？', '；', '”', '）', '…', '：'])
}

/// A paragraph that closes an article: `（下转2版）`, `（张明提）` after a full stop, `（文/图 …）`.
fn signs_off(paragraph: &str) -> bool {
    let Some(inside) = paragraph.strip_suffix('）').and_then(|rest| rest.rsplit_once('（')) else { return false };
    let (before, note) = inside;
    let names = note.chars().count() <= 14 && note.chars().all(|ch| ch.is_alphabetic() || ch == '、' || ch == '·');
    // 2020年11月6日 湖北日报讯（记者 某某）: a dateline that stands alone opens what follows.
    if before.ends_with(['讯', '电']) {
        return false;
    }
    let marked = ["下转", "文/", "图/", "文、", "记者", "通讯员", "完"].iter().any(|mark| note.starts_with(mark));
    marked || (names && (before.is_empty() || ends_sentence(before)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn titles(text: &str) -> Vec<&str> {
        articles(text, &paragraphs(text, &Layout::default()), &Layout::default())
            .into_iter()
            .map(|article| &text[article.title])
            .collect()
    }

    #[test]
    fn datelines_and_sign_offs_tell_articles_apart() {
        let text = "本报讯（记者李四）3月2日，全县召开大会。会议指出要抓紧。（张三）\n第二篇的标题\n本报讯近年来，兴县大力发展产业。\n又一段。";
        assert_eq!(titles(text), ["3月2日", "第二篇的标题"]);
    }

    #[test]
    fn a_headline_longer_than_a_heading_stands_over_the_others() {
        let long = "在新时代中国特色社会主义思想指引下——新时代新作为新篇章 弘扬老区精神 决战深度贫困奔小康";
        let text = format!("{long}\n紧盯一个总目标\n全县誓师\n本报讯3月2日，全县召开大会。");
        assert_eq!(articles(&text, &paragraphs(&text, &Layout::default()), &Layout::default()).len(), 1);
    }

    #[test]
    fn a_headline_may_end_with_a_quoted_word() {
        let text = "全县减贫1200人，如期摘帽。\n邻县：香菇成了“脱贫菇”\n本报讯邻县地处山区。\n群众说：“日子好了。”\n今年接着干。";
        assert_eq!(titles(text), ["全县减贫1200人", "邻县：香菇成了“脱贫菇”"]);
        assert!(!is_heading("群众说：“日子好了”") && is_heading("“小菜园”长成“大产业”"));
    }

    #[test]
    fn an_article_that_opens_inside_a_line_is_found() {
        let text = "全县共有贫困村37个。本报讯兴县启动工程。";
        assert_eq!(titles(text), ["全县共有贫困村37个", "兴县启动工程"]);
    }

    #[test]
    fn the_numbered_name_of_a_place_opens_a_part() {
        let page = "现公示如下：\n一、红寺堡区。减贫298户。（二）同心县：减贫3户。三、原州区的产业。\n3.西吉县";
        let parts: Vec<_> = page.split('\n').map(|words| numbered_places(words).count()).collect();
        assert_eq!(parts, [0, 2, 1]);
        assert_eq!(numbered_place("（十二）同心县：减贫"), Some("（十二）同心县"));
        assert_eq!((numbered_place("同心县。"), numbered_place("一、示范区建设。")), (None, None));
    }

    #[test]
    fn ordinary_brackets_do_not_end_an_article() {
        assert!(!signs_off("累计完成危房改造13631户（其中土窑洞1347户）"));
        assert!(signs_off("工作打下坚实基础。（张明提）"));
        assert!(signs_off("发展产业，（下转2版）"));
        assert!(!signs_off("2020年11月6日湖北日报讯（记者翟某通讯员田某）"));
    }
}
