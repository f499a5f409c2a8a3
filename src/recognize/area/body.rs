//! Firms, schools, hospitals and other bodies by their names.

use std::ops::Range;

use super::{AreaMention, AreaTerm};
use crate::codelist::Codelists;
use crate::model::AreaLevel;

/// How long the name of a body is at least, its kind aside, that is described before it.
const DESCRIBED: usize = 4;

/// The name of a firm, school or hospital: from its clause's start to the word that says what it is.
pub(super) fn body<'a>(text: &'a str, suffix: Range<usize>, codelists: &Codelists) -> Option<AreaMention<'a>> {
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
    let own = trade
        .filter(|lead| {
            form.is_some() || codelists.place_words.body.trades.iter().any(|trade| lead.ends_with(trade.as_str()))
        })
        .unwrap_or(own);
    // All sights of a county are no one body: 全县旅游景区接待游客.
    let of_all = ["全", "各", "县国", "国营", "国有", "旅游", "乡村", "境内", "辖区", "主要", "重点"]
        .iter()
        .any(|word| own.starts_with(word));
    let lead = name.get(..place.start).unwrap_or("");
    if of_all
        || codelists.place_words.body.not.iter().any(|word| own.contains(word.as_str()) || lead.contains(word.as_str()))
    {
        return None;
    }
    let range = clause..suffix.end;
    Some(AreaMention { term: AreaTerm::Named(AreaLevel::Other, text.get(range.clone())?), range })
}
