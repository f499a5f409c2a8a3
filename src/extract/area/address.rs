//! Addresses: a township and a village right behind a county are one small place, whatever their names are made of.

use super::Places;
use crate::codelist::Codelists;
use crate::model::AreaLevel;
use crate::recognize::{AreaTerm, is_common_place};

impl Places<'_> {
    /// 乐业县同乐镇刷把村，…: behind a county, a township and a village are one address, whatever their names are made of.
    pub(super) fn complete_addresses(&mut self) {
        let text = self.text;
        for mention in &mut self.mentions {
            let AreaTerm::Listed(name) = mention.term else { continue };
            if name.level != AreaLevel::County {
                continue;
            }
            let rest = text.get(mention.range.end..).unwrap_or("");
            let Some(township) = address_part(rest, &["镇", "乡"], self.codelists) else { continue };
            let behind = rest.get(township..).unwrap_or("");
            let village = address_part(behind, &["村", "社区"], self.codelists);
            let (start, end, level) = match village {
                Some(village) => {
                    let start = mention.range.end + township;
                    (start, start + village, AreaLevel::Village)
                }
                None if behind.starts_with(['，', '的', '。']) => {
                    (mention.range.end, mention.range.end + township, AreaLevel::Township)
                }
                None => continue,
            };
            self.addresses.push((mention.range.start, name));
            mention.range.end = end;
            mention.term = AreaTerm::Named(level, text.get(start..end).unwrap_or(""));
        }
        // What such an address swallowed is told of no more.
        let mut end = 0;
        self.mentions.retain(|mention| {
            let keep = mention.range.start >= end;
            end = end.max(mention.range.end);
            keep
        });
    }
}

/// The length of the township or village name that `text` begins with: two to four characters and its kind, one of `ends`.
fn address_part(text: &str, ends: &[&str], codelists: &Codelists) -> Option<usize> {
    const NAME: std::ops::RangeInclusive<usize> = 2..=4;
    let plain = |name: &str| {
        // 竹市镇: towns that were markets.
        let name = name.strip_suffix('市').filter(|stem| !stem.ends_with('城')).unwrap_or(name);
        name.chars().all(|ch| ch.is_alphabetic() && !ch.is_ascii() && !"的在是有和与各全个为被到县市区".contains(ch))
            && !is_common_place(name, codelists)
    };
    let mut found = text.char_indices().skip(*NAME.start()).take(NAME.end() - NAME.start() + 1);
    found.find_map(|(at, _)| {
        let kind = ends.iter().find(|kind| text.get(at..).is_some_and(|rest| rest.starts_with(**kind)))?;
        text.get(..at).filter(|name| plain(name)).map(|_| at + kind.len())
    })
}
