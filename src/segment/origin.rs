//! Where each article of a page comes from: headline, paper, date, page, authors, and its other part on another page.

use std::collections::HashSet;

use crate::codelist::{Codelists, WordList};
use crate::model::{Article, Continued};

use super::byline::{self, Said};
use super::headline::{self, Block, Matcher};
use super::line::{Kind, Line, cut_at, undouble};

/// How much of an article's opening is looked at for its dateline, in code points.
const HEAD: usize = 90;

/// Into how many lines an imprint may be wrapped.
const WRAPPED: usize = 3;

/// How many lines down a date may stand under the headline.
pub(super) const UNDER_HEADLINE: usize = 4;

/// Fills in the articles of the page that `lines` make: `articles` have their spans and, as titles, their opening words.
pub fn describe(lines: Vec<Line<'_>>, mut articles: Vec<Article>, codelists: &Codelists) -> Vec<Article> {
    let cuts: Vec<usize> = articles.iter().map(|article| article.span.start).collect();
    let lines = cut_at(lines, &cuts, codelists);
    let ranges = line_ranges(&lines, &articles);
    let blocks: Vec<Block> =
        ranges.iter().enumerate().flat_map(|(index, range)| headline::blocks(&lines, range.clone(), index)).collect();
    let mut said: Vec<Said> =
        ranges.iter().map(|range| read_lines(lines.get(range.clone()).unwrap_or(&[]), codelists)).collect();
    let mut pieces: Vec<Vec<(String, String)>> = vec![Vec::new(); articles.len()];
    give_headlines(&lines, &ranges, &blocks, &mut pieces, &mut said, codelists);
    give_stray_bylines(&lines, &ranges, &blocks, &mut said, codelists);
    share_masthead(&mut said);
    for (index, article) in articles.iter_mut().enumerate() {
        let (Some(range), Some(said), Some(pieces)) = (ranges.get(index), said.get(index), pieces.get(index)) else {
            continue;
        };
        let here = lines.get(range.clone()).unwrap_or(&[]);
        let title = said.title.clone().or_else(|| headline::title(pieces, &codelists.press));
        if let Some(title) = title.or_else(|| opening_words(here, codelists)) {
            article.title = title;
        }
        article.newspaper.clone_from(&said.newspaper);
        article.date = said.date;
        article.page.clone_from(&said.page);
        article.author.clone_from(&said.author);
        article.continued = continued(here, codelists);
    }
    articles
}

/// The words that an article without a headline opens with, its dateline left out.
fn opening_words(lines: &[Line<'_>], codelists: &Codelists) -> Option<String> {
    /// Fewer characters than this before a comma say too little.
    const SHORTEST: usize = 8;
    const LONGEST: usize = 40;
    const SHORTEST_LEAD: usize = 4;
    const LONGEST_LEAD: usize = 16;
    let is_text = |line: &&Line<'_>| matches!(line.kind, Kind::Text | Kind::Opening);
    let mut words: String = lines.iter().filter(is_text).take(UNDER_HEADLINE).map(|line| &*line.text).collect();
    if words.is_empty() {
        let caption = lines.iter().find(|line| line.kind == Kind::Caption)?;
        return Some(undouble(caption.printed).unwrap_or_else(|| caption.printed.to_owned()));
    }
    // 岁末答卷 “全县共有…”: a headline set before the quotation that the text opens with.
    let first = lines.iter().find(is_text).filter(|line| line.kind == Kind::Text);
    if let Some((lead, rest)) = first.and_then(|line| line.printed.split_once(char::is_whitespace)) {
        let plain =
            lead.chars().all(char::is_alphanumeric) && (SHORTEST_LEAD..=LONGEST_LEAD).contains(&lead.chars().count());
        if plain && rest.trim_start().starts_with('“') {
            return Some(lead.to_owned());
        }
    }
    words = byline::after_dateline(&words, &codelists.press).unwrap_or(&words).to_owned();
    let mut out = String::new();
    for ch in words.chars().filter(|ch| !ch.is_whitespace()) {
        let count = out.chars().count();
        if count == LONGEST || "。！？；\n".contains(ch) || ("，：".contains(ch) && count >= SHORTEST) {
            break;
        }
        out.push(ch);
    }
    (!out.is_empty()).then_some(out)
}

/// The lines of each article. Lines before the first one belong to it.
fn line_ranges(lines: &[Line<'_>], articles: &[Article]) -> Vec<std::ops::Range<usize>> {
    let starts: Vec<usize> =
        articles.iter().map(|article| lines.partition_point(|line| line.start < article.span.start)).collect();
    starts
        .iter()
        .enumerate()
        .map(|(index, start)| {
            let from = if index == 0 { 0 } else { *start };
            from..starts.get(index + 1).copied().unwrap_or(lines.len()).max(from)
        })
        .collect()
}

/// What the lines of one article say of it: its dateline, then imprints, then its sign-off.
fn read_lines(lines: &[Line<'_>], codelists: &Codelists) -> Said {
    let press = &codelists.press;
    let mut said = Said::default();
    if let Some(opening) = lines.iter().position(|line| line.kind == Kind::Opening) {
        let head: String =
            lines.iter().skip(opening).take(6).map(|line| &*line.text).collect::<String>().chars().take(HEAD).collect();
        said.or(&byline::read_dateline(&head, press).unwrap_or_default());
        said.title = lines.get(opening).and_then(|line| {
            // As printed; the dateline ends where the Simplified line's does.
            let title = byline::headline_in_dateline(&line.text, press)?;
            let length = title.chars().count();
            let all: Vec<char> = line.printed.chars().collect();
            Some(all.get(all.len().checked_sub(length)?..)?.iter().collect())
        });
    }
    for line in lines.iter().filter(|line| line.kind == Kind::Imprint) {
        said.or(&byline::read_imprint(&line.text, press).unwrap_or_default());
    }
    // An imprint that is wrapped: 发布时间：2022-01- 07; the head of a page that is (某某日报2019年2月18日 / 星期一第3版).
    if !said.heads_page {
        let dated = said.date;
        let wrapped = (2..=WRAPPED).flat_map(|count| lines.windows(count).take(UNDER_HEADLINE)).find_map(|lines| {
            let whole: String = lines.iter().map(|line| line.text.as_ref()).collect();
            let day = |whole: &Said| whole.date.is_some_and(|date| date.day.is_some());
            let head = |whole: &Said| dated.is_none() || whole.heads_page && whole.date == dated;
            byline::read_imprint(&whole, press).filter(|whole| day(whole) && head(whole))
        });
        said.or(&wrapped.unwrap_or_default());
    }
    // ——2019年1月22日在…会议上, （某办公室，2020年5月20日）: a day under the headline is the report's own.
    let under = |line: &&Line<'_>| {
        let bracketed = line.text.starts_with(['（', '(']) && line.text.ends_with(['）', ')']);
        // 2018年3月20日在县第十六届人民代表大会第三次会议上
        let speech = line.text.starts_with(|ch: char| ch.is_ascii_digit()) && line.text.ends_with("会议上");
        bracketed || speech || line.text.starts_with('—')
    };
    for line in lines.iter().take(UNDER_HEADLINE).filter(under) {
        // ——2018 年1月9 日在…: blanks inside the day.
        let squeezed: String = line.text.chars().filter(|ch| !ch.is_whitespace()).collect();
        said.date = said.date.or_else(|| byline::date_in(&squeezed));
    }
    if said.author.is_none() {
        said.author = lines.iter().rev().find_map(|line| match line.kind {
            Kind::Byline if line.text.starts_with(['（', '(']) => byline::read_byline(&line.text, press),
            Kind::Text | Kind::Opening | Kind::Byline => byline::read_sign_off(&line.text, press),
            _ => None,
        });
    }
    said
}

/// Gives each headline block, or each half of one, to the article it belongs to, its byline with it.
fn give_headlines(
    lines: &[Line<'_>],
    ranges: &[std::ops::Range<usize>],
    blocks: &[Block],
    pieces: &mut [Vec<(String, String)>],
    said: &mut [Said],
    codelists: &Codelists,
) {
    let titled: HashSet<usize> = blocks.iter().flat_map(|block| &block.lines).copied().collect();
    let mut matcher = Matcher::default();
    for block in blocks {
        let block = block.lines.iter().filter_map(|index| lines.get(*index));
        matcher.add_headline(block.flat_map(|line| line.text.chars()));
    }
    for range in ranges {
        let body = range.clone().filter(|index| !titled.contains(index)).filter_map(|index| lines.get(index));
        let text = body.filter(|line| matches!(line.kind, Kind::Text | Kind::Opening));
        matcher.add_article(text.flat_map(|line| line.text.chars()));
    }
    let only = ranges.len() == 1;
    let spoken: Vec<Vec<Phrase>> = blocks.iter().map(|block| phrases(lines, block, &matcher)).collect();
    // An article with a headline in its place takes no other.
    let mut headed = vec![false; ranges.len()];
    for (block, halves) in blocks.iter().zip(&spoken).filter(|(block, _)| block.on_top) {
        let stays = halves.iter().any(|half| half.to.is_none_or(|to| to == block.article));
        if let Some(headed) = headed.get_mut(block.article) {
            *headed |= stays;
        }
    }
    for (block, halves) in blocks.iter().zip(spoken) {
        let own = block.article;
        let mut taken = Vec::new();
        for Phrase { text, printed, to: best } in halves {
            let to = match best {
                Some(best) if best == own || headed.get(best) == Some(&false) => best,
                // Another article's that has one already.
                Some(_) if !block.on_top && !only => continue,
                // In its place, or where nothing speaks against it.
                _ => own,
            };
            taken.push(to);
            let free = (block.on_top && to == own) || headed.get(to) == Some(&false);
            if let (true, Some(list)) = (free, pieces.get_mut(to)) {
                list.push((text, printed));
            }
        }
        let names = block
            .byline
            .and_then(|index| lines.get(index))
            .and_then(|line| byline::read_byline(&line.text, &codelists.press));
        // The article of the line next to the byline.
        let above = block.byline > block.lines.last().copied();
        let nearest = if above { taken.last() } else { taken.first() };
        if let (Some(names), Some(to)) = (names, nearest.and_then(|to| said.get_mut(*to))) {
            to.author = Some(names);
        }
    }
}

/// A piece of a headline, and the article that its words clearly speak for.
struct Phrase {
    text: String,
    printed: String,
    to: Option<usize>,
}

/// The phrases of a block. A line that speaks for no article goes with the subtitle (——) below it, and that with the line
/// above it; both go where the block as a whole belongs if neither speaks.
fn phrases(lines: &[Line<'_>], block: &Block, matcher: &Matcher) -> Vec<Phrase> {
    let whole = block_goes_to(matcher, lines, block);
    let here: Vec<&Line<'_>> = block.lines.iter().filter_map(|index| lines.get(*index)).collect();
    let best: Vec<Option<usize>> = here.iter().map(|line| matcher.best(&line.text)).collect();
    let is_subtitle = |at: usize| here.get(at).is_some_and(|line| headline::is_subtitle(&line.text));
    let of = |at: usize| best.get(at).copied().flatten();
    let mut out = Vec::new();
    for (at, line) in here.iter().enumerate() {
        let partner = if is_subtitle(at) {
            at.checked_sub(1).filter(|above| !is_subtitle(*above))
        } else {
            Some(at + 1).filter(|below| is_subtitle(*below))
        };
        let to = of(at).or_else(|| partner.and_then(of)).or(whole);
        out.extend(halves(line, matcher).into_iter().map(|(text, printed)| {
            let own = matcher.best(&text);
            Phrase { text, printed, to: own.or(to) }
        }));
    }
    out
}

/// The article that a block as a whole clearly belongs to.
fn block_goes_to(matcher: &Matcher, lines: &[Line<'_>], block: &Block) -> Option<usize> {
    let whole: Vec<&str> = block.lines.iter().filter_map(|index| lines.get(*index)).map(|line| &*line.text).collect();
    matcher.best(&whole.join("\n"))
}

/// The phrases of a line, joined again where they do not clearly belong to different articles.
fn halves(line: &Line<'_>, matcher: &Matcher) -> Vec<(String, String)> {
    let texts: Vec<&str> = line.text.split_whitespace().collect();
    let printed: Vec<&str> = line.printed.split_whitespace().collect();
    let best: Vec<Option<usize>> = texts.iter().map(|text| matcher.best(text)).collect();
    let mut known: Vec<usize> = best.iter().flatten().copied().collect();
    known.dedup();
    if known.len() < 2 || best.iter().any(Option::is_none) {
        return vec![(line.text.to_string(), line.printed.to_owned())];
    }
    texts.iter().zip(printed).map(|(text, printed)| ((*text).to_owned(), printed.to_owned())).collect()
}

/// Bylines that stand with no headline: between one article's 下转 and the next one's dateline they are the former's.
fn give_stray_bylines(
    lines: &[Line<'_>],
    ranges: &[std::ops::Range<usize>],
    blocks: &[Block],
    said: &mut [Said],
    codelists: &Codelists,
) {
    let with_headline: HashSet<usize> = blocks.iter().filter_map(|block| block.byline).collect();
    for (index, range) in ranges.iter().enumerate() {
        for at in range.clone().filter(|at| !with_headline.contains(at)) {
            let Some(line) = lines.get(at).filter(|line| line.kind == Kind::Byline) else { continue };
            let Some(names) = byline::read_byline(&line.text, &codelists.press) else { continue };
            let before = at.checked_sub(1).and_then(|last| lines.get(last));
            let leaves_off = before.is_some_and(|line| codelists.press.continues_on.is_in(&line.text));
            let opens_next = lines.get(at + 1).is_some_and(|line| line.kind == Kind::Opening);
            let to = if leaves_off && opens_next && at == range.start { index.saturating_sub(1) } else { index };
            if let Some(said) = said.get_mut(to) {
                said.author = said.author.take().or(Some(names));
            }
        }
    }
}

/// A paper, date or page that only one article's lines name is the whole page's where it stands over the page.
fn share_masthead(said: &mut [Said]) {
    // The head of a page may come last where columns are read before it.
    let head = said.iter().find(|said| said.heads_page).or(said.first().filter(|first| first.page.is_some()));
    let Some(head) = head.cloned() else { return };
    let over_all = Said { newspaper: head.newspaper, page: head.page, date: head.date, ..Said::default() };
    for said in said {
        said.or(&over_all);
    }
}

/// 下转4版, 上接1版.
fn continued(lines: &[Line<'_>], codelists: &Codelists) -> Option<Continued> {
    let press = &codelists.press;
    let named = |words: &WordList| {
        lines.iter().rev().find_map(|line| {
            let (_, rest) = line.text.split_once(words.first_in(&line.text)?)?;
            let note: String = rest.chars().take(6).collect();
            byline::page_in(&note)
        })
    };
    let out = Continued { to: named(&press.continues_on), from: named(&press.continued_from) };
    (out != Continued::default()).then_some(out)
}
