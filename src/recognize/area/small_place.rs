//! Villages and townships by their names, or pointed at: 绍良村, 靛水街道, 这个山区村.

use std::ops::Range;

use super::{AreaMention, AreaTerm};
use crate::codelist::Codelists;
use crate::model::AreaLevel;

/// How something is pointed at that was named before.
pub(super) const POINTING: [&str; 2] = ["这个", "这座"];

/// The village pointed at by `word` at byte `at`, with what it is called or told to be: 这个山区村, 这个曾经的贫困村, 这个藏在深山、曾有
/// 91户贫困户的小山村. Where figures stand in between, only the word that points.
pub(super) fn pointed_village(text: &str, at: usize, word: &str, codelists: &Codelists) -> Option<Range<usize>> {
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
        // 这个11个村民小组、862户3015人的大村
        let sized = what.starts_with(|ch: char| ch.is_ascii_digit());
        // 这个田家河乡最偏远的村
        let most = what
            .split_once('最')
            .is_some_and(|(of, _)| of.ends_with(['乡', '镇']) && of.chars().all(char::is_alphabetic));
        let told = sized
            || most
            || what.is_empty()
            || codelists.place_words.small.pointed.iter().any(|word| what.starts_with(word.as_str()));
        let other = called.contains(['县', '乡', '镇', '州', '省', '全', '各']);
        let behind = text.get(from + end..)?.trim_start_matches(['庄', '落', '寨', '子']);
        let common = behind.starts_with(|ch| "民级容风组医貌企化委部干集最多比较数".contains(ch));
        let inside = described.contains(|ch: char| ch.is_ascii_digit() || "，、“”".contains(ch));
        (plain && told && !other && !common && !described.is_empty())
            .then(|| if inside { at..from } else { at..from + end })
    })
}

/// Characters that cannot stand in the proper name of a village or township as these reports write them.
const NOT_IN_NAME: &str = "的是在到和与对为以从有个各全每该本我名驻包由将把被让使给及或省州盟旗县市区乡镇村，、。；：“”（）()〈〉《》\n 0123456789一两几多下进入出非所等仅至了年月之同困筑";

/// The longest proper name of a village or township, in characters: 巴什兰干, 额尔格图.
const NAME: usize = 6;

/// How far behind a township the 村 of one of its villages stands, in characters: 比隆村.
const VILLAGE: usize = 5;

/// What may lead into it, in characters: 靛水街道.
const LEAD: usize = 6;

/// Whether the words before 村, 乡 or 镇 are no proper name: 贫困, 行政.
pub fn is_common_place(stem: &str, codelists: &Codelists) -> bool {
    codelists.place_words.small.common.iter().any(|word| stem.ends_with(word.as_str()))
}

/// A village or township by its name, which ends with 村, 乡 and the like at `suffix`.
pub(super) fn named_place<'a>(
    text: &'a str,
    suffix: Range<usize>,
    level: AreaLevel,
    codelists: &Codelists,
) -> Option<AreaMention<'a>> {
    let (at, suffix) = (suffix.start, text.get(suffix)?);
    let before = text.get(..at)?;
    let stops = |ch: char| NOT_IN_NAME.contains(ch) || !ch.is_alphabetic() || ch.is_ascii();
    // 12月8日马坳镇: a date above is no part of it.
    let dated = |byte: usize| before.get(..byte).is_some_and(|lead| lead.ends_with(|ch: char| ch.is_ascii_digit()));
    let ends = |(byte, ch): &(usize, char)| {
        stops(*ch) && !is_in_a_name(before, *byte, &codelists.place_words.small.names) || *ch == '日' && dated(*byte)
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
    let leads = codelists.place_words.small.led_by.iter();
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
    let people = &codelists.place_words.small.people;
    let next = if people.iter().any(|word| text.get(end..).is_some_and(|rest| rest.starts_with(word.as_str()))) {
        '的'
    } else {
        next
    };
    // 尕楞藏族乡比隆村: one of its villages goes by the same character as a word.
    let village = text.get(end..)?.chars().take(VILLAGE).position(|ch| ch == '村').is_some_and(|at| at > 1);
    let next =
        if matches!(level, AreaLevel::Township) && village && "比达通庄组".contains(next) { '的' } else { next };
    // 过去叫“石头村”, 成了“明星村”: what people call it.
    let called = before.get(..start)?.strip_suffix('“');
    let nickname = called.is_some_and(|lead| lead.ends_with(['叫', '称', '为', '成', '了', '是'])) && next == '”';
    let common = nickname
        || (named.chars().count() > 2 || suffix != "镇")
            && codelists
                .place_words
                .small
                .common
                .iter()
                .any(|word| named.ends_with(word.as_str()) && !(word == "城" && matches!(suffix, "村" | "社区")))
        || "民级容风均组庄屯医貌企道镇村落化间委两干卫公率路比达".contains(next)
        || suffix == "社区" && next == '工';
    // 难点村37个: what is counted.
    let counted = text.get(end..)?.trim_start_matches(|ch: char| ch.is_ascii_digit() || ch == '多' || ch == '余');
    // 凯旋村11个村民组3016人: but its hamlets are its own.
    let hamlets = counted
        .strip_prefix('个')
        .is_some_and(|of| ["村民", "自然", "小组", "屯", "组", "寨"].iter().any(|hamlet| of.starts_with(hamlet)));
    let counted = ["村", "社区"].contains(&suffix) && next.is_ascii_digit() && counted.starts_with('个') && !hamlets;
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
