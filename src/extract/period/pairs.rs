//! Times of the figures that are told in pairs or in turn: 由2014年的5.9万人减少到8720人, 2016年至2018年，分别投入….

use super::Clock;
use crate::extract::clause;
use crate::extract::frame::Frame;
use crate::model::{Form, Instant, Period, PeriodBasis};
use crate::recognize::{Figure, When};

impl Clock<'_> {
    /// 贫困人口由2014年初的10.81万人下降到2016年底的2.84万人，贫困发生率由48%降至14.79%: the second pair's first end
    /// is of the first pair's first time.
    pub(super) fn first_of_dated_pair(
        &self,
        figure: &Figure,
        earlier: Option<usize>,
        frame: &Frame<'_>,
    ) -> Option<Period> {
        if !frame.from {
            return None;
        }
        let before = self.here.partition_point(|resolved| resolved.at < figure.start);
        // 贫困人口由2014年底的23944人降至1480人，贫困发生率由11.8%降至0.75%; 由2015年的2.1万人、12.3%下降到120人、0.1%
        if let [.., first] = self.here.get(..before)? {
            let from = self.text.get(first.at..).is_some_and(|words| words.starts_with(['由', '从', '自']));
            let own = frame.dated && earlier.is_none_or(|earlier| first.at >= earlier);
            if first.local && from && !own {
                return first.period;
            }
        }
        let [.., first, last] = self.here.get(..before)? else { return None };
        let sentence = self.page.sentences.get(self.current)?;
        let clause = clause::start(self.text, figure.start, sentence.range.start);
        let paired = last.at < clause
            && clause::start(self.text, last.at, sentence.range.start) <= first.at
            && self.text.get(first.at..).is_some_and(|words| words.starts_with(['由', '从', '自']));
        if paired { first.period } else { None }
    }

    /// 与2015年相比，人均收入从2970元上升到5200元: the start is of the time that the end is likened to.
    pub(super) fn likened_start(&self, figure: &Figure, earlier: Option<usize>, frame: &Frame<'_>) -> Option<Period> {
        let sentence = self.page.sentences.get(self.current)?;
        let from = earlier.unwrap_or(sentence.range.start);
        let before = self.mentions.partition_point(|mention| mention.range.end <= figure.start);
        let likened = self.mentions.get(..before)?.last().filter(|last| {
            // 与2016年相比，合作社由118家增加到674家，龙头企业也从9家增加到41家: so are all that the sentence tells.
            let opens =
                || self.text.get(sentence.range.start..last.range.start).is_some_and(|lead| lead.chars().count() <= 1);
            last.compared && (last.range.start >= from || opens())
        })?;
        match likened.when {
            When::Fixed(period @ Period::At(_)) if frame.from && frame.form == Form::Level => Some(period),
            _ => None,
        }
    }

    /// 2014年有贫困人口5.8万人；到2018年底，还剩1472人，贫困发生率从28.3%下降到0.7%: a start is of the time that the sentence began with,
    /// where it goes on to a later one, the end's; else nobody says when it was.
    pub(super) fn told_first(&self, figure: &Figure, end: Instant) -> (Option<Period>, Option<PeriodBasis>) {
        let mut told = self.here.iter().filter(|resolved| !resolved.local && resolved.at < figure.start);
        let first = told.find_map(|resolved| resolved.period);
        match first {
            Some(Period::At(first) | Period::Since(first)) if first < end => {
                (Some(Period::At(first)), Some(PeriodBasis::Stated))
            }
            _ => (None, None),
        }
    }

    /// 2018年、2017年分别是58个、46个: the year in the turn of the figure at byte `at`, where years are listed before 分别.
    pub(super) fn year_in_turn(&self, at: usize) -> Option<Period> {
        let sentence = self.page.sentences.get(self.current)?;
        let start = clause::start(self.text, at, sentence.range.start);
        let shared = start + clause::respectively(self.text.get(start..at)?)?.start;
        let here = self.here.iter().filter(|resolved| (start..shared).contains(&resolved.at));
        let years: Vec<Period> = here.filter_map(|resolved| resolved.period).collect();
        let listed =
            years.len() > 1 && years.iter().all(|year| matches!(year, Period::At(Instant { month: None, .. })));
        let turn = self.text.get(shared..at)?.matches(['、', '和']).count();
        years.get(turn).copied().filter(|_| listed)
    }

    /// 2014年至2017年，贫困村由157个减少到96个: the ends of the pair are those of the time.
    pub(super) fn end_of_pair(&self, first: Instant, last: Instant, at: usize) -> Option<Period> {
        let sentence = self.page.sentences.get(self.current)?;
        let clause = self.text.get(clause::start(self.text, at, sentence.range.start)..at)?;
        let pair = clause.get(clause.rfind(['由', '从'])?..).filter(|pair| !pair.contains('年'))?;
        Some(Period::At(if pair.contains(['到', '至', '为']) { last } else { first }))
    }

    /// With 分别, the n-th figure is that of the n-th year: 2016年至2018年，分别投入2.14亿元、3.37亿元、4.62亿元.
    pub(super) fn nth_year(&self, first: Instant, last: Instant, at: usize) -> Option<Period> {
        let sentence = self.page.sentences.get(self.current)?;
        let start = clause::start(self.text, at, sentence.range.start);
        let clause = self.text.get(start..at)?;
        let turn = || {
            let figures = clause::in_turn(self.text.get(start..clause::end(self.text, at, sentence.range.end))?);
            let years = usize::from(last.year.checked_sub(first.year)?) + 1;
            let turn = u16::try_from(figures.iter().position(|figure| start + figure == at)?).ok()?;
            (figures.len() == years && first.month.is_none()).then_some(turn)
        };
        // 2015年至2017年，全县先后脱贫3114人、8692人、12970人: as many as there are years.
        if ["先后", "相继", "逐年"].iter().any(|word| clause.contains(word)) && clause::respectively(clause).is_none()
        {
            return Some(Period::At(Instant::year(first.year.checked_add(turn()?)?)));
        }
        let Some(shared) = clause::respectively(clause).map(|told| told.start) else {
            // 2016年、2017年，全县分别减贫1.96万人和1.72万人，退出贫困村18个和27个: each goes on in its turn.
            let told = self.text.get(sentence.range.start..start)?.rsplit('；').next()?;
            let lead = told.get(..clause::respectively(told)?.start)?;
            if !lead.contains('年') || lead.contains("城乡") {
                return None;
            }
            return Some(Period::At(Instant::year(first.year.checked_add(turn()?)?)));
        };
        // A list before 分别 that is not of years is what the figures are shared over.
        let lead = clause.get(..shared)?;
        if lead.contains(['、', '和']) && !lead.contains("年、") && !lead.contains("年和") {
            return None;
        }
        // 城乡居民收入分别增长… are two, and 年均 is of all the years.
        if lead.contains("城乡") || lead.contains("年均") {
            return None;
        }
        let given = clause.get(shared..)?;
        let position = given.matches(['、', '和']).count();
        let year = first.year.checked_add(u16::try_from(position).ok()?)?;
        (first.month.is_none() && year <= last.year).then(|| Period::At(Instant::year(year)))
    }
}
