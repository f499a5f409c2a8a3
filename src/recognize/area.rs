//! Places and other subjects: listed areas, 全县 and its like, villages, townships, firms.

mod body;
mod small_place;
mod venue;

use std::collections::BTreeSet;
use std::ops::Range;

use crate::codelist::{AreaName, Codelists, PlaceWord};
use crate::model::{AreaCode, AreaLevel};

use body::body;
use small_place::{POINTING, named_place, pointed_village};
use venue::venue;

pub use small_place::is_common_place;

/// What the words of an area mention name.
#[derive(Debug, Clone)]
pub enum AreaTerm<'a> {
    /// An area of GB/T 2260 by its full or short name.
    Listed(&'a AreaName),
    /// The county, city or province that the page is about (全县, 我市, 全省): its level, and the kind of place that the
    /// words name (县, 市, 州, 旗, 区).
    Own(AreaLevel, char),
    /// A village or a township by name, a firm, a school: the level and the name.
    Named(AreaLevel, &'a str),
    /// The village or township named before: 全村, 该镇.
    Same(AreaLevel),
    /// The firm, cooperative or base that was told of before, if one was: 合作社通过….
    Loose(&'a str),
}

/// The words of an area in a reflowed text.
#[derive(Debug, Clone)]
pub struct AreaMention<'a> {
    /// Bytes of the reflowed text.
    pub range: Range<usize>,
    /// What they name.
    pub term: AreaTerm<'a>,
}

/// How a prefecture is called whose seat is no city: 阿克苏地区.
const PREFECTURE: &str = "地区";

/// All area mentions of a reflowed text, in order and without overlaps.
pub fn area_mentions<'a>(text: &'a str, codelists: &'a Codelists) -> Vec<AreaMention<'a>> {
    // 全州 is also the short name of a county: the page's own place comes first, and stays where both fit.
    let mut out: Vec<AreaMention<'a>> = Vec::new();
    let (mut same, mut named) = (Vec::new(), Vec::new());
    for (range, word) in codelists.place_words.words.find(text) {
        match word {
            PlaceWord::Own(level, kind) => {
                if !goes_on_as_another_word(text, &range) {
                    out.push(AreaMention { range, term: AreaTerm::Own(level, kind) });
                }
            }
            PlaceWord::Same(level) => {
                if !is_part_of_another_word(text, &range) {
                    same.push(AreaMention { range, term: AreaTerm::Same(level) });
                }
            }
            PlaceWord::Villagers => {
                if !is_part_of_another_word(text, &range) && acts(text, &range) {
                    same.push(AreaMention { range, term: AreaTerm::Same(AreaLevel::Village) });
                }
            }
            PlaceWord::End(level) => named.extend(named_place(text, range, level, codelists)),
        }
    }
    out.extend(
        codelists
            .area_names
            .find(text)
            .filter(|(range, name)| stands_alone(text, range, name, codelists))
            .map(|(range, name)| AreaMention { range, term: AreaTerm::Listed(name) }),
    );
    // 某安置点安置1059户，点上建起车间4个
    out.extend(text.match_indices("，点上").map(|(at, words)| {
        let range = at + '，'.len_utf8()..at + words.len();
        AreaMention { range, term: AreaTerm::Loose("点上") }
    }));
    out.extend(same);
    out.extend(POINTING.iter().flat_map(|word| text.match_indices(word)).filter_map(|(at, word)| {
        let range = pointed_village(text, at, word, codelists)?;
        Some(AreaMention { range, term: AreaTerm::Same(AreaLevel::Village) })
    }));
    out.extend(named);
    out.extend(codelists.place_words.body.words.find(text).filter_map(|suffix| body(text, suffix, codelists)));
    out.extend(codelists.place_words.region.find(text).filter_map(|range| {
        Some(AreaMention { term: AreaTerm::Named(AreaLevel::Other, text.get(range.clone())?), range })
    }));
    out.extend(codelists.place_words.venue.words.find(text).filter_map(|suffix| venue(text, suffix, codelists)));
    without_overlaps(out)
}

/// The mentions that stay where they overlap, in order.
fn without_overlaps<'a>(mut out: Vec<AreaMention<'a>>) -> Vec<AreaMention<'a>> {
    // A short name, or a village made out of its surroundings, gives way to a listed place said in full: 其中宁乡镇 is no
    // 中宁, 江西省萍乡市 no township.
    let listed = |mention: &AreaMention<'_>| matches!(mention.term, AreaTerm::Listed(name) if !name.short);
    let short = |mention: &AreaMention<'_>| matches!(mention.term, AreaTerm::Listed(name) if name.short);
    let overlaps = |ranges: &[Range<usize>], mention: &AreaMention<'_>| {
        let nearby = ranges.partition_point(|range| range.end <= mention.range.start);
        ranges.get(nearby).is_some_and(|range| range.start < mention.range.end)
    };
    let ranges = |of: &dyn Fn(&AreaMention<'_>) -> bool, out: &[AreaMention<'_>]| -> Vec<Range<usize>> {
        let mut ranges: Vec<Range<usize>> =
            out.iter().filter(|mention| of(mention)).map(|mention| mention.range.clone()).collect();
        ranges.sort_by_key(|range| range.start);
        ranges
    };
    let full = ranges(&listed, &out);
    out.retain(|mention| {
        !matches!(mention.term, AreaTerm::Named(AreaLevel::Village | AreaLevel::Township, _))
            || !overlaps(&full, mention)
    });
    // 数读镇赉减贫路: a county named in full elsewhere is no 数读镇.
    let codes = |mention: &AreaMention<'a>| match mention.term {
        AreaTerm::Listed(name) => name.codes.as_slice(),
        _ => &[],
    };
    let known: BTreeSet<AreaCode> = out.iter().filter(|mention| listed(mention)).flat_map(codes).copied().collect();
    let kept: Vec<Range<usize>> = out
        .iter()
        .filter(|mention| short(mention) && codes(mention).iter().any(|code| known.contains(code)))
        .map(|mention| mention.range.clone())
        .collect();
    out.retain(|mention| {
        let small = matches!(mention.term, AreaTerm::Named(AreaLevel::Village | AreaLevel::Township, _));
        let next = kept.get(kept.partition_point(|range| range.start <= mention.range.start));
        !(small && next.is_some_and(|range| range.start < mention.range.end && mention.range.end < range.end))
    });
    let plain = ranges(&|mention| !short(mention), &out);
    out.retain(|mention| !short(mention) || !overlaps(&plain, mention));
    // Where two overlap, the one that begins first stays, of those the longer.
    out.sort_by_key(|mention| (mention.range.start, usize::MAX - mention.range.end));
    let mut end = 0;
    out.retain(|mention| {
        let keep = mention.range.start >= end;
        if keep {
            end = mention.range.end;
        }
        keep
    });
    out
}

/// Whether 全区 and its like in `range` are part of another word: 该区域, 贫困地区.
fn goes_on_as_another_word(text: &str, range: &Range<usize>) -> bool {
    let goes_on = text.get(range.end..).is_some_and(|after| after.starts_with('域'));
    goes_on || text.get(range.clone()) == Some(PREFECTURE) && !is_prefecture(text, range)
}

/// Whether 村里 and its like in `range` are part of another word, or no one village's: 全乡镇, 村里程; 186个行政村里的77个; 回乡里,
/// 乡里乡亲.
fn is_part_of_another_word(text: &str, range: &Range<usize>) -> bool {
    let (before, after) = (text.get(..range.start).unwrap_or(""), text.get(range.end..).unwrap_or(""));
    before.ends_with(['政', '困', '制', '然', '贫', '个', '各', '城', '家', '回', '返', '邻'])
        || after.starts_with(['镇', '村', '程', '亲', '乡'])
}

/// Whether the villagers in `range` are who does something: 乡亲们一起干，….
fn acts(text: &str, range: &Range<usize>) -> bool {
    let (before, after) = (text.get(..range.start).unwrap_or(""), text.get(range.end..).unwrap_or(""));
    let opens = before.is_empty() || before.ends_with(['，', '。', '；', '\n']);
    opens && !after.starts_with(['的', '，', '：'])
}

/// Whether 地区 in `range` is the prefecture, as its own paper calls it, and no region: 今年地区计划退出97个村, but 贫困地区,
/// 地区生产总值.
fn is_prefecture(text: &str, range: &Range<usize>) -> bool {
    let before = text.get(..range.start).unwrap_or("");
    let after = text.get(range.end..).unwrap_or("");
    let times = ["今年", "去年", "目前", "季度", "以来", "期间", "年底"];
    let leads = ["从", "由", "据", "经", "比", "向", "较", "在", "高于", "低于"];
    let alone = before.chars().next_back().is_none_or(|ch| !ch.is_alphanumeric() && !matches!(ch, '、' | '”' | '》'))
        || times.iter().chain(&leads).any(|word| before.ends_with(word))
        || before.strip_suffix(['年', '月']).is_some_and(|lead| lead.ends_with(|ch: char| ch.is_ascii_digit()));
    let other = ["生产", "间", "性", "差", "特", "之", "人均", "的", "发展", "经济", "和", "与", "、"];
    alone && !other.iter().any(|word| after.starts_with(word))
}

/// The longest kind of a venue, in characters: 搬迁新区.
const KIND: usize = 4;

/// A county of one character (兴县, 临县) hides in other words: 乡村振兴县, 建成县级. It must not continue a word.
fn stands_alone(text: &str, range: &Range<usize>, name: &AreaName, codelists: &Codelists) -> bool {
    // 定西籍务工人员: where somebody is from.
    if text.get(range.end..).is_some_and(|after| after.starts_with('籍')) {
        return false;
    }
    if name.short {
        // “吕梁山护工” is a trade, 吕梁山 a mountain.
        let quoted = text.get(..range.start).is_some_and(|before| before.ends_with(['“', '‘', '「']));
        let feature = text
            .get(range.end..)
            .is_some_and(|after| codelists.place_words.feature.iter().any(|word| after.starts_with(word.as_str())));
        // 某某甘肃网5月8日讯: who reports.
        let reports = text
            .get(range.end..)
            .and_then(|after| after.strip_prefix('网'))
            .is_some_and(|after| after.starts_with(|ch: char| ch.is_ascii_digit() || "讯记消".contains(ch)));
        // 专业合作社: the kind of a venue is no 合作市.
        let window = text.get(range.start..).unwrap_or("");
        let window = window.char_indices().nth(KIND).and_then(|(end, _)| window.get(..end)).unwrap_or(window);
        let kind = codelists.place_words.venue.words.find(window).any(|kind| kind.start == 0);
        return !quoted && !feature && !reports && !kind;
    }
    if name.name.chars().count() > 2 {
        return true;
    }
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    let after = text.get(range.end..).and_then(|after| after.chars().next());
    let continues = before.is_some_and(|ch| {
        ch.is_alphabetic()
            && !"省市州盟县在对与和跟向为是到从由据及于使让给扶的中自而但且则像比离赴进访称驻除仅单把将有连则就，"
                .contains(ch)
    });
    // 老区环县
    let region = text
        .get(..range.start)
        .is_some_and(|lead| ["老区", "山区", "牧区", "库区"].iter().any(|it| lead.ends_with(it)));
    let continues = continues && !region;
    // 寿县乡村振兴局
    let revival = text.get(range.end..).is_some_and(|after| after.starts_with("乡村振兴"));
    !continues && (revival || !after.is_some_and(|ch| "级域城乡直站".contains(ch)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        area_mentions(text, Codelists::builtin())
            .into_iter()
            .filter(|mention| !matches!(mention.term, AreaTerm::Listed(name) if name.short))
            .map(|mention| match mention.term {
                AreaTerm::Listed(name) => name.name.clone(),
                AreaTerm::Own(level, _) => format!("own {}", level.as_str()),
                AreaTerm::Named(_, name) => name.to_owned(),
                AreaTerm::Same(level) => format!("same {}", level.as_str()),
                AreaTerm::Loose(name) => format!("loose {name}"),
            })
            .collect()
    }

    #[test]
    fn places_are_found_and_words_that_hide_them_are_not() {
        assert_eq!(names("中阳县是山西省36个国定贫困县之一"), ["中阳县", "山西省"]);
        assert_eq!(names("乡村振兴县域经济，建成县级医院"), Vec::<String>::new());
        assert_eq!(names("贺家焉村党支部书记带领全村"), ["贺家焉村", "same village"]);
        assert_eq!(names("全县贫困村减少至2个，行政村全部通车"), ["own county"]);
        assert_eq!(names("山花烂漫公司发展订单种植2014户"), ["山花烂漫公司"]);
    }
}
