//! Times that headings set for what stands under them: 一、2019年工作回顾, 【发布会·2016年8月】.

use super::{Clock, Resolved};
use crate::codelist::SECTION_MARKS;
use crate::extract::own_year::FIRST_MONTHS;
use crate::model::{Instant, Period};
use crate::recognize::When;

impl Clock<'_> {
    /// A part under a heading that ends with a day or month (◆秦安 2016年8月29日), or whose mark or label has one
    /// (【发布会·2016年8月】, ▲2016年8月29日·兰州), was written then; one that is labelled with a year tells of it.
    pub(super) fn dated_by_heading(&mut self, range: std::ops::Range<usize>) {
        let words = self.text.get(range.clone()).unwrap_or("");
        let label = words.find('】').filter(|_| words.starts_with('【')).map(|found| range.start + found);
        let last_in = |end: usize| {
            let after = self.mentions.partition_point(|mention| mention.range.end <= end);
            after.checked_sub(1).and_then(|last| self.mentions.get(last)).filter(|last| last.range.start >= range.start)
        };
        let labelled = label.and_then(last_in);
        let Some(mention) = labelled.or_else(|| last_in(range.end)) else { return };
        let rest = self.text.get(mention.range.end..range.end).unwrap_or("-");
        let marked = labelled.is_some() || words.starts_with(SECTION_MARKS) && !words.contains(['，', '。', '；']);
        match mention.when {
            When::Fixed(Period::At(at @ Instant { month: Some(_), .. })) if matches!(rest, "" | "）") || marked => {
                self.date = Some(at);
                self.report_year = Some(at.year);
                // 统计局 2019年4月2日 stands under a headline that says which year is told of; so does the day, early in the
                // next year, on which the report was given (2020年1月8日).
                let looks_back =
                    at.month <= Some(FIRST_MONTHS) && self.headed_year.is_some_and(|year| year + 1 == at.year);
                if marked || !rest.is_empty() && !looks_back {
                    self.headed_year = None;
                }
            }
            When::Fixed(Period::At(at)) if labelled.is_some() && rest.starts_with('】') => {
                self.headed_year = Some(at.year);
            }
            _ => {}
        }
    }

    /// The year that a heading such as 一、2019年工作回顾 sets for what follows.
    pub(super) fn heading_year(&self, range: std::ops::Range<usize>) -> Option<u16> {
        const LONGEST: usize = 30;
        const NUMBER: usize = 12;
        /// 石家庄市通报2018年脱贫攻坚成绩单, （一）方山县2018年工作回顾: who tells it, or whose it is, may stand before the year.
        const WHO: usize = 24;
        let start = range.start;
        let words = self.text.get(range)?;
        // 2017年生态扶贫工作得到省林业厅表彰。 is a sentence, not a heading.
        let names = |head: &String| match words.trim_end().strip_suffix('。') {
            Some(sentence) => sentence.ends_with(head.as_str()),
            None => words.contains(head.as_str()),
        };
        if words.chars().count() > LONGEST || !self.cues.heads.iter().any(names) {
            return None;
        }
        // 一、2019年工作回顾, 2019年工作: nothing but a number stands before the year. “十三五”及2020年工作回顾 is of both.
        let told = |at: usize| {
            at <= start + WHO
                && self
                    .text
                    .get(start..at)
                    .is_some_and(|who| who.ends_with(['报', '布', '县', '市', '区', '旗', '州', '省']))
        };
        let first = self.here.first().filter(|first| first.at <= start + NUMBER || told(first.at))?;
        let both = || self.here.get(1).filter(|_| matches!(first.period, Some(Period::Between(..))));
        let of_year = |resolved: &Resolved| match resolved.period {
            Some(Period::At(at)) if at.day.is_none() => Some(at.year),
            // 一、2019年及今年以来工作回顾
            Some(Period::Since(at)) if self.date.is_some_and(|date| at.year + 1 == date.year) => Some(at.year),
            // 一、过去一年工作回顾
            None if resolved.reckoned && words.contains("一年") => self.year_over(),
            _ => None,
        };
        of_year(first).or_else(|| both().and_then(of_year))
    }

    /// The year that a paragraph tells of which opens with no more than that and a motto: 2014年，摸清家底。
    pub(super) fn chronicled_year(&self, sentence: std::ops::Range<usize>) -> Option<u16> {
        const MOTTO: std::ops::RangeInclusive<usize> = 3..=8;
        let words = self.text.get(sentence.clone())?;
        let first = self.here.first().filter(|first| first.at == sentence.start && first.whole)?;
        let (_, motto) = words.split_once('年')?;
        let motto =
            motto.strip_prefix(['，', '：', '—', '·'])?.trim_start_matches('—').trim_end_matches(['。', '！', '：']);
        let plain = motto.chars().all(char::is_alphabetic) && !motto.contains(['被', '，']);
        match first.period {
            Some(Period::At(Instant { year, month: None, .. })) if plain && MOTTO.contains(&motto.chars().count()) => {
                Some(year)
            }
            _ => None,
        }
    }

    /// 时间回到2014年。全县有贫困村173个: whether the sentence before `index` only says of which time it is.
    pub(super) fn is_led_back(&self, index: usize) -> bool {
        const LONGEST: usize = 14;
        const BACK: [&str; 7] = ["回到", "拨回", "拉回", "倒回", "回溯到", "追溯到", "定格在"];
        let before = index.checked_sub(1).and_then(|last| self.page.sentences.get(last));
        let words = before.and_then(|last| self.text.get(last.range.clone())).unwrap_or("");
        words.chars().count() <= LONGEST
            && words.trim_end_matches(['。', '！', '…']).ends_with(['年', '底', '末', '初'])
            && BACK.iter().any(|back| words.contains(back))
    }

    /// The year just over, on which an account of the first months looks back, or a work report whose congress met late.
    fn year_over(&self) -> Option<u16> {
        const LATE: u8 = 6;
        let article = self.page.sentences.get(self.current).and_then(|here| self.articles.get(here.article));
        let works = article.is_some_and(|article| article.title.contains("工作报告"));
        let last = if works { LATE } else { FIRST_MONTHS };
        self.date.filter(|date| date.month.is_some_and(|month| month <= last)).map(|date| date.year - 1)
    }

    /// 过去的一年，我们… in a report of January: so is all that follows, until it turns to the year that has begun.
    pub(super) fn look_back_on_the_year_over(&mut self, sentence: std::ops::Range<usize>) {
        const OVER: [&str; 4] = ["过去一年", "过去的一年", "刚刚过去的一年", "一年来，"];
        const BEGUN: [&str; 5] = ["今年，", "今年是", "新的一年", "今年要", "今年工作"];
        let opening = self.text.get(sentence).unwrap_or("");
        // （上接第二版）过去的一年，…
        let noted =
            opening.split_once('）').filter(|(note, _)| note.contains("（上接") && !note.contains(['，', '。']));
        let opening = noted.map_or(opening, |(_, rest)| rest);
        let opens_with = |words: &[&str]| words.iter().any(|word| opening.starts_with(word));
        let Some(over) = self.year_over() else { return };
        // 2019年是极不平凡的一年。
        let year = opening.strip_prefix(over.to_string().as_str()).and_then(|rest| rest.strip_prefix('年'));
        let remarkable = year.is_some_and(|rest| {
            rest.trim_start_matches('，').starts_with('是') && (rest.contains("之年") || rest.contains("一年"))
        });
        if opens_with(&OVER) || remarkable {
            self.headed_year = Some(over);
        } else if self.headed_year == Some(over) && opens_with(&BEGUN) {
            self.headed_year = None;
        }
    }
}
