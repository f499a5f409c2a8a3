//! Parks, bases, sites and projects that a clause tells of.

use std::ops::Range;

use super::{AreaMention, AreaTerm};
use crate::codelist::Codelists;
use crate::model::AreaLevel;

/// A park, base, school or project that a clause opens with and tells of: 该基地…, 合作社现有社员…, 白莲产业园吸纳….
///
/// What it is called by must be more than what any of its kind is (集中安置点, 扶贫车间), or else it must be pointed at (该, 这个), or
/// be told of as one is that was named before (现有, 常年).
pub(super) fn venue<'a>(text: &'a str, suffix: Range<usize>, codelists: &Codelists) -> Option<AreaMention<'a>> {
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
    let arrival = codelists.place_words.venue.visited.iter().find_map(|word| lead.strip_prefix(word.as_str())).or(stay);
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
    // 全县195.6兆瓦光伏电站
    let sized = lead.starts_with("全") && lead.contains(|ch: char| ch.is_ascii_digit());
    let counted = sized
        || lead.starts_with(|ch: char| ch.is_ascii_digit())
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
            || codelists.place_words.venue.told.iter().any(|word| after.starts_with(word.as_str()))
    };
    let named = || {
        // “同心”移民新区是全县最大的安置区: the quotation is its name.
        if lead.strip_prefix('“').and_then(|lead| lead.split_once('”')).is_some_and(|(_, kind)| !kind.contains('“'))
        {
            return true;
        }
        let mut rest = lead.to_owned();
        for word in &codelists.place_words.venue.common {
            rest = rest.replace(word.as_str(), "");
        }
        // 民和拉面培训基地: a county's name is no verb.
        let place =
            codelists.area_names.find(lead).next().map_or(0, |(range, _)| if range.start == 0 { range.end } else { 0 });
        let mut verbs = lead.get(place..).unwrap_or(lead).to_owned();
        for word in &codelists.place_words.venue.not_verbs {
            verbs = verbs.replace(word.as_str(), "");
        }
        // 县城安置区 is one of its own.
        (rest.chars().count() >= 2 || lead.ends_with("县城"))
            && !codelists.place_words.venue.verbs.iter().any(|verb| verbs.contains(verb.as_str()))
    };
    // 社区新建…, 合作社通过…: the one that was named before, if one was.
    // 公司年屠宰肉羊100万只: its name in full is a body's.
    if !lead.is_empty() && text.get(suffix.clone()) == Some("公司") {
        return None;
    }
    let again = lead.is_empty()
        && !before.ends_with('、')
        && codelists.place_words.venue.again.iter().any(|word| after.starts_with(word.as_str()));
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
