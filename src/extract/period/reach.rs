//! How far a time speaks: to the end of its sentence, its clause or what is said of a place.

use super::Clock;
use crate::extract::clause;
use crate::model::Period;
use crate::recognize::{PeriodMention, When};

/// The longest words that tell the same of the next place: 伽师县为.
const PARALLEL: usize = 8;

impl Clock<'_> {
    /// How far a mention governs: to the end of its sentence, or of its clause where the clause opens with what is told.
    /// 2018年，森林覆盖率22%，… against 低产林改造去年完成8500亩，….
    /// `later` says whether an earlier time was told in the sentence before.
    pub(super) fn reach(&self, mention: &PeriodMention, range: &std::ops::Range<usize>, later: bool) -> usize {
        const SUBJECT: usize = 2;
        let start = clause::start(self.text, mention.range.start, range.start);
        let lead = self.text.get(start..mention.range.start).unwrap_or("");
        let own_clause = self.text.get(start..clause::end(self.text, mention.range.end, range.end)).unwrap_or("");
        // 1984年划归某市，幅员面积4026平方公里: an event of long ago tells nothing of the rest.
        // 2002年定为贫困县，那时有…: what follows points back at it.
        let then = || {
            let next = self.text.get(clause::end(self.text, mention.range.end, range.end)..range.end).unwrap_or("");
            let next = next.trim_start_matches('，');
            ["那时", "当时", "彼时", "那年", "当年"].iter().any(|word| next.starts_with(word))
        };
        // 1985年，全县贫困人口21万: a time that is a clause of its own leads into the next.
        let leads = self.text.get(mention.range.clone()).is_some_and(|time| own_clause.trim_end_matches('，') == time);
        // 在2018年脱贫摘帽的基础上，…: what came before. 2015年财政自给率不足6%的某县，…: what a place is told to be.
        if self.is_a_foundation(mention, range) {
            return clause::end(self.text, mention.range.end, range.end);
        }
        if let Some(end) = self.describes_a_place(mention, range) {
            return end;
        }
        let event = self.is_long_ago(mention)
            && !own_clause.contains("以来")
            && !own_clause.trim_end_matches('，').ends_with('时')
            && !leads
            && !then();
        let subject = lead.chars().count() <= SUBJECT
            || lead.ends_with(['县', '市', '州', '区', '旗', '盟', '村', '镇', '乡', '“', '，', '司', '省'])
            || ["计划", "力争", "确保", "预计", "争取"].iter().any(|word| lead.ends_with(word));
        let dated = matches!(mention.when, When::Fixed(_) | When::OfYear { .. } | When::Now | When::Years(_));
        if event || !(subject || dated) {
            let end = clause::end(self.text, mention.range.end, range.end);
            // 人均收入去年突破1.1万元，达11486元: the next clause only says how much it was.
            let next = self.text.get(end..range.end).and_then(|rest| rest.strip_prefix('，'));
            let exact = next.and_then(|rest| ["达到", "达", "为"].iter().find_map(|link| rest.strip_prefix(link)));
            let goes_on = !event && exact.is_some_and(|rest| rest.starts_with(|ch: char| ch.is_ascii_digit()));
            return if goes_on { clause::end(self.text, end + '，'.len_utf8(), range.end) } else { end };
        }
        // 林果面积38.5万亩，今年续聘护林员2150名；…: a time that comes later in a sentence speaks for its part of it; where the
        // sentence goes on in time (2014年，…，到2018年底，…；…), for the rest.
        let rest = self.text.get(mention.range.end..range.end).unwrap_or("");
        // 数据显示，2022年…；…: who says it only leads up to it, as does what a place is one of (是贫困县之一，2019年底…).
        let leads_up = |part: &str| {
            [
                "显示", "表明", "获悉", "了解", "介绍", "透露", "统计", "安排", "部署", "要求", "规划", "计划", "方案",
                "之一", "日",
            ]
            .iter()
            .any(|word| part.ends_with(word))
        };
        let before = self.text.get(range.start..start).unwrap_or("");
        let mut clauses = before.trim_end_matches(['，', '；']).split(['，', '；']);
        let opens = later || !before.contains(['，', '；']) || clauses.all(leads_up);
        // 2019年甲县为10286元；乙县为9647元, 乙县则分别达到…: the same of the next place.
        let parallel = |next: &str| {
            let head = next.split(|ch: char| ch.is_ascii_digit()).next().unwrap_or("");
            head.contains('则') || head.chars().count() <= PARALLEL && head.ends_with(['为', '是', '达', '到'])
        };
        let next_of = |at: usize| rest.get(at + '；'.len_utf8()..).unwrap_or("");
        let part = rest.match_indices('；').map(|(at, _)| at).find(|at| !parallel(next_of(*at)));
        // 大滩镇去年接待游客86万人次；全县建成光伏电站189座: told of another place.
        let elsewhere = part.filter(|at| {
            let next = next_of(*at);
            lead.ends_with(['镇', '乡', '村'])
                && ["全县", "全市", "全区", "全旗", "全州"].iter().any(|all| next.starts_with(all))
        });
        part.filter(|_| !opens).or(elsewhere).map_or(range.end, |found| mention.range.end + found)
    }

    /// Whether a time is one that what is told only builds upon: 在2018年脱贫摘帽的基础上.
    pub(super) fn is_a_foundation(&self, mention: &PeriodMention, range: &std::ops::Range<usize>) -> bool {
        let clause = self.text.get(mention.range.end..clause::end(self.text, mention.range.end, range.end));
        clause.is_some_and(|clause| clause.ends_with("基础上"))
    }

    /// Where what is said of a place before its name ends, if a time stands in it: 2015年财政自给率不足6%的某县，…; 2018年率先脱贫的某县已建成
    /// 车间46个.
    fn describes_a_place(&self, mention: &PeriodMention, range: &std::ops::Range<usize>) -> Option<usize> {
        /// The longest name, in characters: 前郭尔罗斯蒙古族自治县.
        const NAME: usize = 12;
        const LEFT: [&str; 3] = ["摘帽的", "脱贫的", "退出的"];
        let end = clause::end(self.text, mention.range.end, range.end);
        let words = self.text.get(mention.range.end..end)?;
        let left = LEFT.iter().filter_map(|left| words.find(left).map(|at| at + left.len())).min();
        let named = |at: &usize| {
            let name: String = words.get(*at..).unwrap_or("").chars().take(NAME).collect();
            let stem = name.split_once(['县', '区', '旗', '市']).map_or("", |(stem, _)| stem);
            stem.chars().nth(1).is_some() && stem.chars().all(char::is_alphabetic)
        };
        if let Some(at) = left.filter(named) {
            return Some(mention.range.end + at);
        }
        let (said, name) = words.rsplit_once('的')?;
        let goes_on = self.text.get(end..).is_some_and(|rest| rest.starts_with('，'));
        let named =
            name.ends_with(['县', '市', '区', '旗', '乡', '镇', '村']) && (2..=NAME).contains(&name.chars().count());
        (goes_on && named && !said.is_empty() && !said.starts_with('，') && name.chars().all(char::is_alphabetic))
            .then_some(end)
    }

    /// Whether a time is a year that lies generations before the report.
    fn is_long_ago(&self, mention: &PeriodMention) -> bool {
        const YEARS: u16 = 15;
        let now = self.report_year.max(self.page_year);
        matches!(mention.when, When::Fixed(Period::At(at)) if now.is_some_and(|now| at.year + YEARS <= now))
    }
}
