//! Short names of places (方山, 和平): everyday words too, so that something on the page must vouch for them.

use std::ops::Range;

use super::Places;
use crate::codelist::{AreaName, SECTION_MARKS};
use crate::model::{AreaCode, AreaLevel};
use crate::recognize::{AreaMention, AreaTerm};

/// So many short names of one prefecture vouch for each other.
const NEIGHBOURS: usize = 3;

impl Places<'_> {
    /// A short name is a place only where the page names the place, its city or a neighbour in full, names neighbours as
    /// shortly, or writes it as only a place is written.
    pub(super) fn drop_doubtful_short_names(&mut self) {
        // Codes ascend, and so do their prefectures.
        let prefectures: Vec<AreaCode> = self.named.iter().map(|code| code.prefecture()).collect();
        let near = |code: &AreaCode| {
            self.named.binary_search(code).is_ok() || prefectures.binary_search(&code.prefecture()).is_ok()
        };
        let shorts = self.short_names();
        let vouched = self.vouched_for();
        let keeps = |mention: &AreaMention<'_>| match mention.term {
            AreaTerm::Listed(name) if name.short => {
                // A province is named so everywhere, and seldom anything else.
                name.level == AreaLevel::Province
                    || name.codes.iter().any(near)
                    || has_neighbours(name, &shorts)
                    || vouched.contains(&name.name.as_str())
                    || self.is_marked_heading(&mention.range)
            }
            _ => true,
        };
        let kept: Vec<bool> = self.mentions.iter().map(keeps).collect();
        let mut kept = kept.into_iter();
        self.mentions.retain(|_| kept.next().unwrap_or_default());
    }

    /// The prefectures of the page's short names, each with the name, sorted and each once.
    fn short_names(&self) -> Vec<(AreaCode, &str)> {
        let mut shorts: Vec<(AreaCode, &str)> = Vec::new();
        for mention in &self.mentions {
            if let AreaTerm::Listed(name) = mention.term {
                if name.short && name.level != AreaLevel::Province {
                    shorts.extend(name.codes.iter().map(|code| (code.prefecture(), name.name.as_str())));
                }
            }
        }
        shorts.sort_unstable();
        shorts.dedup();
        shorts
    }

    /// Names that are written somewhere as only a place is: 山西大宁, 定西通渭, or a page that opens with 大宁：.
    fn vouched_for(&self) -> Vec<&str> {
        let doubtful = |name: &AreaName| self.codelists.cues.doubtful.contains(&name.name);
        let mut vouched: Vec<&str> = Vec::new();
        let mut last: Option<&AreaMention<'_>> = None;
        for mention in &self.mentions {
            if let AreaTerm::Listed(name) = mention.term {
                let holder = last.and_then(|last| match last.term {
                    AreaTerm::Listed(holder) if last.range.end == mention.range.start => Some(holder),
                    _ => None,
                });
                let holder = holder.filter(|holder| holds(holder, name));
                // 定西通渭: each vouches for the other.
                if let Some(holder) = holder.filter(|_| !doubtful(name)) {
                    vouched.push(&holder.name);
                }
                let behind = self.text.get(mention.range.end..).unwrap_or("");
                let opens = mention.range.start == 0 && behind.starts_with(['：', '·', '—', '\n']);
                if name.short && (holder.is_some() || opens) && !doubtful(name) {
                    vouched.push(&name.name);
                }
            }
            last = Some(mention);
        }
        vouched
    }

    /// ◆保康 2018年12月28日: whether a marked heading is nothing but a place and a day.
    fn is_marked_heading(&self, range: &Range<usize>) -> bool {
        let before = self.text.get(..range.start).unwrap_or("");
        let after = self.text.get(range.end..).unwrap_or("");
        let marked =
            before.strip_suffix(SECTION_MARKS).is_some_and(|earlier| earlier.is_empty() || earlier.ends_with('\n'));
        marked && !after.starts_with(|ch: char| ch.is_alphabetic() && !"县市区旗州".contains(ch))
    }
}

/// Whether the province or city `holder` may hold the place that `name` means.
fn holds(holder: &AreaName, name: &AreaName) -> bool {
    let of = |code: &AreaCode| match holder.level {
        AreaLevel::Province => Some(code.province()),
        AreaLevel::City => Some(code.prefecture()),
        _ => None,
    };
    name.codes.iter().any(|code| of(code).is_some() && holder.codes.iter().any(|it| of(it) == of(code)))
}

/// 安庆 beside 岳西 and 宿松: whether enough of the sorted `shorts` are of a prefecture that `name` may be of.
fn has_neighbours(name: &AreaName, shorts: &[(AreaCode, &str)]) -> bool {
    name.codes.iter().any(|code| {
        let prefecture = code.prefecture();
        let first = shorts.partition_point(|(other, _)| *other < prefecture);
        shorts.iter().skip(first).take_while(|(other, _)| *other == prefecture).count() >= NEIGHBOURS
    })
}
