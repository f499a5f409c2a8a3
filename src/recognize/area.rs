//! Places and other subjects: listed areas, 全县 and its like, villages, townships, firms.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use crate::codelist::{AreaName, Codelists, Trie};
use crate::model::{AreaCode, AreaLevel};

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

const OWN: [(&str, AreaLevel, char); 48] = [
    ("这个县", AreaLevel::County, '县'),
    ("这个区", AreaLevel::County, '区'),
    ("这个旗", AreaLevel::County, '旗'),
    ("县长：", AreaLevel::County, '县'),
    ("区长：", AreaLevel::County, '区'),
    ("旗长：", AreaLevel::County, '旗'),
    ("市长：", AreaLevel::City, '市'),
    ("州长：", AreaLevel::City, '州'),
    ("盟长：", AreaLevel::City, '盟'),
    ("全县", AreaLevel::County, '县'),
    ("我县", AreaLevel::County, '县'),
    ("该县", AreaLevel::County, '县'),
    ("本县", AreaLevel::County, '县'),
    ("县委", AreaLevel::County, '县'),
    ("县政府", AreaLevel::County, '县'),
    ("县财政", AreaLevel::County, '县'),
    ("县里", AreaLevel::County, '县'),
    ("县上", AreaLevel::County, '县'),
    ("全区", AreaLevel::County, '区'),
    ("我区", AreaLevel::County, '区'),
    ("该区", AreaLevel::County, '区'),
    ("区委", AreaLevel::County, '区'),
    ("全旗", AreaLevel::County, '旗'),
    ("我旗", AreaLevel::County, '旗'),
    ("该旗", AreaLevel::County, '旗'),
    ("旗委", AreaLevel::County, '旗'),
    ("全市", AreaLevel::City, '市'),
    ("我市", AreaLevel::City, '市'),
    ("该市", AreaLevel::City, '市'),
    ("市委", AreaLevel::City, '市'),
    ("市政府", AreaLevel::City, '市'),
    ("市财政", AreaLevel::City, '市'),
    ("全州", AreaLevel::City, '州'),
    ("我州", AreaLevel::City, '州'),
    ("该州", AreaLevel::City, '州'),
    ("州委", AreaLevel::City, '州'),
    ("全盟", AreaLevel::City, '盟'),
    ("全地区", AreaLevel::City, '区'),
    ("地委", AreaLevel::City, '区'),
    (PREFECTURE, AreaLevel::City, '区'),
    ("全省", AreaLevel::Province, '省'),
    ("我省", AreaLevel::Province, '省'),
    ("该省", AreaLevel::Province, '省'),
    ("自治区党委", AreaLevel::Province, '区'),
    ("全自治区", AreaLevel::Province, '区'),
    ("全国", AreaLevel::Nation, '国'),
    ("我国", AreaLevel::Nation, '国'),
    ("国家级标准", AreaLevel::Nation, '国'),
];

/// How a prefecture is called whose seat is no city: 阿克苏地区.
const PREFECTURE: &str = "地区";

/// What the names of small places end with.
const NAMED_BY: [(&str, AreaLevel); 7] = [
    ("村", AreaLevel::Village),
    ("社区", AreaLevel::Village),
    ("嘎查", AreaLevel::Village),
    ("镇", AreaLevel::Township),
    ("乡", AreaLevel::Township),
    ("街道", AreaLevel::Township),
    ("苏木", AreaLevel::Township),
];

/// How the village or township named before is meant.
const SAME: [(&str, AreaLevel); 40] = [
    ("全嘎查", AreaLevel::Village),
    ("该嘎查", AreaLevel::Village),
    (VILLAGERS[0], AreaLevel::Village),
    (VILLAGERS[1], AreaLevel::Village),
    ("嘎查里", AreaLevel::Village),
    ("嘎查有", AreaLevel::Village),
    ("这里", AreaLevel::Village),
    ("那里", AreaLevel::Village),
    ("全村", AreaLevel::Village),
    ("该村", AreaLevel::Village),
    ("本村", AreaLevel::Village),
    ("我村", AreaLevel::Village),
    ("我们村", AreaLevel::Village),
    ("咱们村", AreaLevel::Village),
    ("村里", AreaLevel::Village),
    ("村上", AreaLevel::Village),
    ("社区里", AreaLevel::Village),
    ("该社区", AreaLevel::Village),
    ("在社区", AreaLevel::Village),
    ("这个村", AreaLevel::Village),
    ("这个社区", AreaLevel::Village),
    ("这个乡", AreaLevel::Township),
    ("这个镇", AreaLevel::Township),
    ("我们乡", AreaLevel::Township),
    ("我们镇", AreaLevel::Township),
    ("咱们乡", AreaLevel::Township),
    ("咱们镇", AreaLevel::Township),
    ("我乡", AreaLevel::Township),
    ("我镇", AreaLevel::Township),
    ("本乡", AreaLevel::Township),
    ("本镇", AreaLevel::Township),
    ("全镇", AreaLevel::Township),
    ("该镇", AreaLevel::Township),
    ("镇里", AreaLevel::Township),
    ("乡里", AreaLevel::Township),
    ("乡上", AreaLevel::Township),
    ("全乡", AreaLevel::Township),
    ("该乡", AreaLevel::Township),
    ("镇党委", AreaLevel::Township),
    ("乡党委", AreaLevel::Township),
];

/// Those of whom a tale of a village tells.
const VILLAGERS: [&str; 2] = ["乡亲们", "村民们"];

/// Finds, in one pass and also inside each other, the words of [`OWN`], then [`SAME`], then [`NAMED_BY`].
static FIXED: LazyLock<Trie> = LazyLock::new(|| {
    let named = NAMED_BY.iter().map(|entry| entry.0);
    Trie::new(OWN.iter().map(|entry| entry.0).chain(SAME.iter().map(|entry| entry.0)).chain(named))
});

/// All area mentions of a reflowed text, in order and without overlaps.
pub fn area_mentions<'a>(text: &'a str, codelists: &'a Codelists) -> Vec<AreaMention<'a>> {
    // 全州 is also the short name of a county: the page's own place comes first, and stays where both fit.
    let mut out: Vec<AreaMention<'a>> = Vec::new();
    let (mut same, mut named) = (Vec::new(), Vec::new());
    for (range, index) in FIXED.find(text) {
        if let Some((_, level, kind)) = OWN.get(index) {
            // 该区域, 全区域: part of another word.
            let part = text.get(range.end..).is_some_and(|after| after.starts_with('域'));
            let region = OWN.get(index).is_some_and(|own| own.0 == PREFECTURE) && !is_prefecture(text, &range);
            if !part && !region {
                out.push(AreaMention { range, term: AreaTerm::Own(*level, *kind) });
            }
        } else if let Some((_, level)) = SAME.get(index - OWN.len()) {
            // 全乡镇, 村里程: part of another word.
            // 186个行政村里的77个: 村里 is no one village's; 回乡里, 乡里乡亲: home.
            let kind = text.get(..range.start).is_some_and(|before| {
                before.ends_with(['政', '困', '制', '然', '贫', '个', '各', '城', '家', '回', '返', '邻'])
            });
            // 乡亲们一起干，…: of their village, where they are who does it.
            let people = text.get(range.clone()).is_some_and(|words| VILLAGERS.contains(&words));
            let opens = text
                .get(..range.start)
                .is_none_or(|before| before.is_empty() || before.ends_with(['，', '。', '；', '\n']));
            let theirs = text.get(range.end..).is_some_and(|after| after.starts_with(['的', '，', '：']));
            if !(kind || people && (!opens || theirs))
                && !text.get(range.end..).is_some_and(|after| after.starts_with(['镇', '村', '程', '亲', '乡']))
            {
                same.push(AreaMention { range, term: AreaTerm::Same(*level) });
            }
        } else if let Some((suffix, level)) = NAMED_BY.get(index - OWN.len() - SAME.len()) {
            named.extend(named_place(text, range.start, suffix, *level, codelists));
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
    out.extend(codelists.cues.body.find(text).filter_map(|(suffix, ())| body(text, suffix, codelists)));
    out.extend(codelists.cues.region.find(text).filter_map(|range| {
        Some(AreaMention { term: AreaTerm::Named(AreaLevel::Other, text.get(range.clone())?), range })
    }));
    out.extend(codelists.cues.venue.find(text).filter_map(|(suffix, ())| venue(text, suffix, codelists)));
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

/// The longest kind of a venue, in characters: 搬迁新区.
const KIND: usize = 4;

/// How something is pointed at that was named before.
const POINTING: [&str; 2] = ["这个", "这座"];

/// The village pointed at by `word` at byte `at`, with what it is called or told to be: 这个山区村, 这个曾经的贫困村, 这个藏在深山、曾有
/// 91户贫困户的小山村. Where figures stand in between, only the word that points.
fn pointed_village(text: &str, at: usize, word: &str, codelists: &Codelists) -> Option<Range<usize>> {
    /// How far from the word that points the village stands, and how long what it is called is, in characters.
    const REACH: usize = 40;
    const CALLED: usize = 6;
    let from = at + word.len();
    let rest = text.get(from..)?;
    let rest = rest.char_indices().nth(REACH).and_then(|(end, _)| rest.get(..end)).unwrap_or(rest);
    let rest = rest.split(['。', '；', '！', '？', '\n']).next()?;
    let mut heads = rest.match_indices(['村', '寨', '屯']);
    heads.find_map(|(head, kind)| {
        let end = head + kind.len();
        let described = rest.get(..head)?;
        let (what, called) = described.rsplit_once('的').unwrap_or(("", described));
        let plain = called.chars().count() <= CALLED && called.chars().all(char::is_alphabetic);
        // 这个县最穷的村: it is the county that is pointed at.
        let told = what.is_empty() || codelists.cues.place_pointed.iter().any(|word| what.starts_with(word.as_str()));
        let other = called.contains(['县', '乡', '镇', '州', '省', '全', '各']);
        let behind = text.get(from + end..)?.trim_start_matches(['庄', '落', '寨', '子']);
        let common = behind.starts_with(|ch| "民级容风组医貌企化委部干集最多比较数".contains(ch));
        let inside = described.contains(|ch: char| ch.is_ascii_digit() || "，、“”".contains(ch));
        (plain && told && !other && !common && !described.is_empty())
            .then(|| if inside { at..from } else { at..from + end })
    })
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
            .is_some_and(|after| codelists.cues.feature.iter().any(|word| after.starts_with(word.as_str())));
        // 某某甘肃网5月8日讯: who reports.
        let reports = text
            .get(range.end..)
            .and_then(|after| after.strip_prefix('网'))
            .is_some_and(|after| after.starts_with(|ch: char| ch.is_ascii_digit() || "讯记消".contains(ch)));
        // 专业合作社: the kind of a venue is no 合作市.
        let window = text.get(range.start..).unwrap_or("");
        let window = window.char_indices().nth(KIND).and_then(|(end, _)| window.get(..end)).unwrap_or(window);
        let kind = codelists.cues.venue.find(window).any(|(kind, ())| kind.start == 0);
        return !quoted && !feature && !reports && !kind;
    }
    if name.name.chars().count() > 2 {
        return true;
    }
    let before = text.get(..range.start).and_then(|before| before.chars().next_back());
    let after = text.get(range.end..).and_then(|after| after.chars().next());
    let continues = before.is_some_and(|ch| {
        ch.is_alphabetic()
            && !"省市州盟县在对与和跟向为是到从由据及于使让给扶的中自而但且则像比离赴进访称驻除，".contains(ch)
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

/// Characters that cannot stand in the proper name of a village or township as these reports write them.
const NOT_IN_NAME: &str = "的是在到和与对为以从有个各全每该本我名驻包由将把被让使给及或省州盟旗县市区乡镇村，、。；：“”（）()〈〉《》\n 0123456789一两几多下进入出非所等仅至了年月之同困筑";

/// The longest proper name of a village or township, in characters: 巴什兰干, 额尔格图.
const NAME: usize = 6;

/// What may lead into it, in characters: 靛水街道.
const LEAD: usize = 6;

/// Whether the words before 村, 乡 or 镇 are no proper name: 贫困, 行政.
pub fn is_common_place(stem: &str, codelists: &Codelists) -> bool {
    codelists.cues.place_common.iter().any(|word| stem.ends_with(word.as_str()))
}

fn named_place<'a>(
    text: &'a str,
    at: usize,
    suffix: &str,
    level: AreaLevel,
    codelists: &Codelists,
) -> Option<AreaMention<'a>> {
    let before = text.get(..at)?;
    let stops = |ch: char| NOT_IN_NAME.contains(ch) || !ch.is_alphabetic() || ch.is_ascii();
    // 12月8日马坳镇: a date above is no part of it.
    let dated = |byte: usize| before.get(..byte).is_some_and(|lead| lead.ends_with(|ch: char| ch.is_ascii_digit()));
    let ends = |(byte, ch): &(usize, char)| {
        stops(*ch) && !is_in_a_name(before, *byte, &codelists.cues.place_names) || *ch == '日' && dated(*byte)
    };
    // Where the name begins must be plain: a longer run of words before 村 is a phrase, not a name.
    let mut taken = before.char_indices().rev().take_while(|at| !ends(at));
    let mut start = at;
    for (offset, _) in taken.by_ref().take(NAME + LEAD) {
        start = offset;
    }
    if taken.next().is_some() || before.get(..start)?.ends_with('个') {
        return None;
    }
    // 宁乡镇: the kind of another place may be part of a short name.
    if start == at {
        let mut shorter = before.char_indices().rev();
        // 龙镇村: a village may be called after its market.
        let inner = shorter.next().filter(|(_, ch)| "乡村".contains(*ch) || *ch == '镇' && suffix == "村");
        let name = |(_, ch): &(usize, char)| !stops(*ch) && !"经按据向跨靠凡某木城集小古".contains(*ch);
        let led = inner.and_then(|_| shorter.next()).filter(name);
        // 有脱贫任务乡镇74个: it must not go on a longer word.
        let alone = shorter.next().is_none_or(|(_, ch)| stops(ch) || "中经往去着叫".contains(ch));
        start = led.filter(|_| alone).map_or(at, |(offset, _)| offset);
    }
    // 毛南族聚居的下南乡: a name may begin with what else ends a phrase.
    let under = before.get(..start)?.strip_suffix(['下', '上']).filter(|lead| {
        let named = before.get(start..).is_some_and(|name| {
            (1..=2).contains(&name.chars().count()) && !name.starts_with(['辖', '设', '属', '派', '达', '拨'])
        });
        named
            && lead.ends_with(['的', '在', '到', '，', '。', '、', '；', '县', '市', '区', '旗', '镇', '乡', '“', '\n'])
    });
    let mut start = under.map_or(start, str::len);
    let stem = text.get(start..at)?;
    let leads = codelists.cues.place_led_by.iter();
    let led = leads.filter_map(|word| stem.find(word.as_str()).map(|found| found + word.len())).max().unwrap_or(0);
    let named = stem.get(led..)?;
    // 后坪苗族土家族乡
    let longest = if named.ends_with('族') { NAME + LEAD } else { NAME };
    if named.chars().count() > longest {
        return None;
    }
    start = at - named.len();
    let end = at + suffix.len();
    let next = text.get(end..)?.chars().next().unwrap_or('。');
    // 绍良村村民: one of the village's people.
    let people = &codelists.cues.place_people;
    let next = if people.iter().any(|word| text.get(end..).is_some_and(|rest| rest.starts_with(word.as_str()))) {
        '的'
    } else {
        next
    };
    // 过去叫“石头村”, 成了“明星村”: what people call it.
    let called = before.get(..start)?.strip_suffix('“');
    let nickname = called.is_some_and(|lead| lead.ends_with(['叫', '称', '为', '成', '了', '是'])) && next == '”';
    let common = nickname
        || (named.chars().count() > 2 || suffix != "镇")
            && codelists
                .cues
                .place_common
                .iter()
                .any(|word| named.ends_with(word.as_str()) && !(word == "城" && matches!(suffix, "村" | "社区")))
        || "民级容风均组庄屯医貌企道镇村落化间委两干卫公率路比达".contains(next)
        || suffix == "社区" && next == '工';
    // 难点村37个: what is counted.
    let counted = text.get(end..)?.trim_start_matches(|ch: char| ch.is_ascii_digit() || ch == '多' || ch == '余');
    let counted = ["村", "社区"].contains(&suffix) && next.is_ascii_digit() && counted.starts_with('个');
    // 魏集镇许村: a village of one family's name.
    let surname = || {
        let family = named.starts_with(|ch| codelists.cues.surnames.contains(ch) && !"向于方".contains(ch));
        let apart = |ch: char| !ch.is_alphabetic() || "镇乡县区市旗在到".contains(ch);
        suffix == "村" && family && before.get(..start).and_then(|lead| lead.chars().next_back()).is_none_or(apart)
    };
    if named.is_empty() || named.chars().count() < 2 && !surname() || common || counted {
        return None;
    }
    Some(AreaMention { range: start..end, term: AreaTerm::Named(level, text.get(start..end)?) })
}

/// Whether the character at byte `at` of `text`, which otherwise ends a name, is part of one of `names` there: 红旗, 永和. Behind
/// another place 和 joins a longer name (甲村和平顶山村).
fn is_in_a_name(text: &str, at: usize, names: &[String]) -> bool {
    let part = names.iter().filter_map(|name| {
        let inside = name.char_indices().map(|(offset, _)| offset).find(|offset| {
            at.checked_sub(*offset)
                .and_then(|start| text.get(start..))
                .is_some_and(|rest| rest.starts_with(name.as_str()))
        })?;
        Some((at - inside, name))
    });
    part.into_iter().any(|(start, name)| {
        let (before, behind) = (text.get(..start).unwrap_or(""), text.get(start + name.len()..).unwrap_or(""));
        !(name.starts_with('和') && before.ends_with(['村', '镇', '乡', '区', '县', '市', '、']) && !behind.is_empty())
    })
}

/// How long the name of a body is at least, its kind aside, that is described before it.
const DESCRIBED: usize = 4;

/// The name of a firm, school or hospital: from its clause's start to the word that says what it is.
fn body<'a>(text: &'a str, suffix: Range<usize>, codelists: &Codelists) -> Option<AreaMention<'a>> {
    let before = text.get(..suffix.start)?;
    let clause = before
        .rfind(['，', '。', '；', '：', '\n', '“', '！', '？', ',', '（'])
        .map_or(0, |found| found + before.get(found..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8));
    let name = before.get(clause..)?;
    // 投资青花椒产业的某某农业公司: what describes it is no part of its name.
    let described = name.rsplit_once('的').map(|(_, name)| name).filter(|name| name.chars().count() >= DESCRIBED);
    let name = described.unwrap_or(name);
    let clause = suffix.start - name.len();
    let length = name.chars().count();
    let next = text.get(suffix.end..)?.chars().next().unwrap_or('。');
    // 某某公司2018年投产以来
    let dated =
        text.get(suffix.end..)?.find(|ch: char| !ch.is_ascii_digit()).and_then(|at| text.get(suffix.end + at..));
    let dated = dated.is_some_and(|rest| rest.starts_with('年'));
    let counted =
        next.is_ascii_digit() && !dated || "、，。；生际".contains(next) && (next != '，' || described.is_none());
    // 该公司在县里建成车间6个
    let pointed = matches!(name, "该" | "这家");
    if !(2..=24).contains(&length) && !pointed || counted || name.starts_with(|ch: char| ch.is_ascii_digit()) {
        return None;
    }
    // What the name is made of (从江, 和田, 有限公司) are no words of the sentence.
    let places = codelists.area_names.find(name).map(|(range, _)| range).filter(|range| range.end <= name.len() / 2);
    let place = places.last().unwrap_or(0..0);
    let own = name.get(place.end..)?;
    let form = ["有限责任", "股份有限", "有限"].iter().find_map(|form| own.strip_suffix(form));
    let own = form.unwrap_or(own);
    // 某某农业发展有限公司: what it lives by.
    let trade = ["发展", "建设", "投资"].iter().find_map(|trade| own.strip_suffix(trade));
    let own = trade.filter(|lead| form.is_some() || TRADES.iter().any(|trade| lead.ends_with(trade))).unwrap_or(own);
    // All sights of a county are no one body: 全县旅游景区接待游客.
    let of_all = ["全", "各", "县国", "国营", "国有", "旅游", "乡村", "境内", "辖区", "主要", "重点"]
        .iter()
        .any(|word| own.starts_with(word));
    let lead = name.get(..place.start).unwrap_or("");
    if of_all || codelists.cues.body_not.iter().any(|word| own.contains(word.as_str()) || lead.contains(word.as_str()))
    {
        return None;
    }
    let range = clause..suffix.end;
    Some(AreaMention { term: AreaTerm::Named(AreaLevel::Other, text.get(range.clone())?), range })
}

/// What firms that name it live by.
const TRADES: [&str; 8] = ["农业", "林业", "牧业", "农牧", "科技", "实业", "旅游", "生态"];

/// How a tale goes to a place.
pub const VISITED: [&str; 6] = ["走进", "走入", "来到", "步入", "踏进", "走到"];

/// A park, base, school or project that a clause opens with and tells of: 该基地…, 合作社现有社员…, 白莲产业园吸纳….
///
/// What it is called by must be more than what any of its kind is (集中安置点, 扶贫车间), or else it must be pointed at (该, 这个), or
/// be told of as one is that was named before (现有, 常年).
fn venue<'a>(text: &'a str, suffix: Range<usize>, codelists: &Codelists) -> Option<AreaMention<'a>> {
    const LONGEST: usize = 14;
    let before = text.get(..suffix.start)?;
    let clause = before
        .rfind(['，', '。', '；', '：', '\n', '“', '！', '？', '（', '、'])
        .map_or(0, |found| found + before.get(found..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8));
    let lead = before.get(clause..)?;
    let opens_sentence = before.get(..clause).is_some_and(|lead| lead.is_empty() || lead.ends_with(['。', '\n']));
    // 去年园区发放…: when it was is no part of its name.
    let mut openings = codelists.cues.opening.iter().filter(|word| word.chars().nth(1).is_some());
    let lead = openings.find_map(|word| lead.strip_prefix(word.as_str())).unwrap_or(lead);
    // 在惠民小区，1204户搬迁户…
    let settled = text.get(suffix.clone()).is_some_and(|kind| kind.ends_with(['区', '点']) && kind != "园区");
    let stay = lead.strip_prefix('在').filter(|_| settled);
    let arrival = VISITED.iter().find_map(|word| lead.strip_prefix(word)).or(stay);
    let lead = arrival.unwrap_or(lead);
    // 某镇某村的兴旺养殖合作社有社员48户: where it is.
    let where_it_is = lead.rsplit_once('的').filter(|(place, _)| {
        let near = place.ends_with(['村', '镇', '乡', '城', '边', '旁', '上', '郊', '道']);
        place.ends_with("最大") && !place.starts_with('这') || near && !place.contains(['全', '各'])
    });
    let lead = where_it_is.map_or(lead, |(_, own)| own);
    let clause = suffix.start - lead.len();
    let after = text.get(suffix.end..)?;
    // 走进某乡的兴隆扶贫车间，…: what follows is told there.
    // 县城边的百药园安置区，1820户…
    let set_there = settled && where_it_is.is_some() && opens_sentence;
    let arrived = (arrival.is_some() || set_there) && after.starts_with('，');
    // 全县5个产业园区覆盖…: no one of them.
    let number = lead.rfind(|ch: char| ch.is_ascii_digit());
    let counted = lead.starts_with(|ch: char| ch.is_ascii_digit())
        || number.is_some_and(|at| lead.get(at + 1..).is_some_and(|it| it.starts_with(['个', '家', '座', '处', '所'])));
    // 培训基地2023年培训906人
    let dated = after.strip_prefix("20").and_then(|year| year.get(2..)).and_then(|rest| rest.strip_prefix('年'));
    let after = dated.unwrap_or(after);
    // 县城芝河安置区的6栋楼里住着428户
    let lived_in = settled && opens_sentence && after.starts_with('的');
    let told_then = dated.is_some_and(|rest| rest.starts_with(char::is_alphabetic));
    if counted
        || lead.chars().count() > LONGEST
        || !arrived && !lived_in && after.starts_with(|ch: char| !ch.is_alphabetic() || ch == '和' || ch == '的')
    {
        return None;
    }
    let of_place =
        |lead: &str| lead.starts_with("该") && lead.chars().nth(1).is_some_and(|ch| "县市区旗州省镇乡村".contains(ch));
    let pointed = ["该", "这个", "这家", "这所", "这座"].iter().any(|word| lead.starts_with(word)) && !of_place(lead);
    let told = || {
        arrived
            || told_then
            || lived_in
            || settled && after.starts_with('是')
            || codelists.cues.venue_told.iter().any(|word| after.starts_with(word.as_str()))
    };
    let named = || {
        // “同心”移民新区是全县最大的安置区: the quotation is its name.
        if lead.strip_prefix('“').and_then(|lead| lead.split_once('”')).is_some_and(|(_, kind)| !kind.contains('“'))
        {
            return true;
        }
        let mut rest = lead.to_owned();
        for word in &codelists.cues.venue_common {
            rest = rest.replace(word.as_str(), "");
        }
        // 民和拉面培训基地: a county's name is no verb.
        let place =
            codelists.area_names.find(lead).next().map_or(0, |(range, _)| if range.start == 0 { range.end } else { 0 });
        let mut verbs = lead.get(place..).unwrap_or(lead).to_owned();
        for word in &codelists.cues.venue_not_verbs {
            verbs = verbs.replace(word.as_str(), "");
        }
        // 县城安置区 is one of its own.
        (rest.chars().count() >= 2 || lead.ends_with("县城"))
            && !codelists.cues.venue_verbs.iter().any(|verb| verbs.contains(verb.as_str()))
    };
    // 社区新建…, 合作社通过…: the one that was named before, if one was.
    // 公司年屠宰肉羊100万只: its name in full is a body's.
    if !lead.is_empty() && text.get(suffix.clone()) == Some("公司") {
        return None;
    }
    let again = lead.is_empty()
        && !before.ends_with('、')
        && codelists.cues.venue_again.iter().any(|word| after.starts_with(word.as_str()));
    let told_of = told() && (lead.is_empty() && !again || !lead.is_empty() && named());
    if again && !told_of {
        let word = text.get(suffix.clone())?;
        let term = if word == "社区" { AreaTerm::Same(AreaLevel::Village) } else { AreaTerm::Loose(word) };
        return Some(AreaMention { range: suffix, term });
    }
    let subject = pointed || told_of;
    let range = clause..suffix.end;
    let kind = text.get(suffix)?;
    let level = if lead.is_empty() || kind != "社区" { AreaLevel::Other } else { AreaLevel::Village };
    subject
        .then(|| text.get(range.clone()))
        .flatten()
        .map(|name| AreaMention { range, term: AreaTerm::Named(level, name) })
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
