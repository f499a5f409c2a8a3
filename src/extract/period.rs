//! When a figure holds: what its sentence states, what is carried into it, what only the report's own date suggests.

mod heading;
mod pairs;
mod reach;

use super::frame::Frame;
use super::is_family;
use super::own_year::{FIRST_MONTHS, looks_back, report_year};
use crate::codelist::Cues;
use crate::model::{Article, Decision, Form, Instant, Period, PeriodBasis};
use crate::recognize::{Figure, PeriodMention, When};
use crate::segment::Page;

/// Follows the time that a page tells, sentence by sentence.
pub(super) struct Clock<'a> {
    text: &'a str,
    cues: &'a Cues,
    page: &'a Page,
    mentions: &'a [PeriodMention],
    articles: &'a [Article],
    /// Year that the page suggests as its own.
    page_year: Option<u16>,
    /// Year that the current article, else the page suggests as its own.
    report_year: Option<u16>,
    /// Day that the current article bears.
    date: Option<Instant>,
    /// Whether the page names the end of its last year as gone by.
    looks_back: bool,
    /// Year last named, which a bare month or day belongs to, and the sentence that named it.
    named_year: Option<(u16, usize)>,
    /// Year that the heading of the current part sets: 2019年工作回顾.
    headed_year: Option<u16>,
    /// The paragraph that tells of one year alone (2014年，摸清家底。), and the heading's year around it.
    chronicled: Option<(usize, Option<u16>)>,
    /// Mentions of the current sentence, resolved: first byte and period.
    here: Vec<Resolved>,
    /// The period that governed the end of the sentence before.
    carried: Option<Period>,
    current: usize,
}

#[derive(Debug, Clone, Copy)]
struct Resolved {
    at: usize,
    /// `None` for 目前: only the report's date.
    period: Option<Period>,
    until: bool,
    ahead: bool,
    /// 年底前, without its year.
    deadline: bool,
    /// A whole year (2020年, 今年), not 今年以来.
    whole: bool,
    /// So many years up to now.
    reckoned: bool,
    /// A start that nobody dates.
    undated: bool,
    /// Said of the next figure alone.
    local: bool,
    /// Just after the last byte that it governs.
    until_byte: usize,
}

impl Resolved {
    fn is_a_day(&self) -> bool {
        matches!(self.period, Some(Period::At(Instant { day: Some(_), .. })))
    }
}

impl<'a> Clock<'a> {
    /// `articles` are those of `page`, with the dates they bear.
    pub(super) fn new(
        text: &'a str,
        mentions: &'a [PeriodMention],
        page: &'a Page,
        articles: &'a [Article],
        cues: &'a Cues,
    ) -> Self {
        let page_year = report_year(text, mentions, 0..text.len(), None, cues);
        Self {
            text,
            cues,
            page,
            mentions,
            articles,
            page_year,
            report_year: page_year,
            date: None,
            looks_back: looks_back(
                text,
                mentions,
                page_year,
                page.articles.iter().map(|article| article.range.start),
                cues,
            ),
            named_year: None,
            headed_year: None,
            chronicled: None,
            here: Vec::new(),
            carried: None,
            current: 0,
        }
    }

    /// Goes on to sentence `index`; every index in turn.
    pub(super) fn enter(&mut self, index: usize) {
        let Some(sentence) = self.page.sentences.get(index) else { return };
        let last = index.checked_sub(1).and_then(|last| self.page.sentences.get(last));
        if let Some((_, around)) = self.chronicled.take_if(|(paragraph, _)| *paragraph != sentence.paragraph) {
            self.headed_year = around;
        }
        if last.is_some_and(|last| last.article != sentence.article) {
            self.named_year = None;
        }
        if last.is_none_or(|last| last.article != sentence.article) {
            let article = self.page.articles.get(sentence.article);
            self.date = self.articles.get(sentence.article).and_then(|article| article.date);
            // Another year than that of its date is a report's own only in the first months, when it looks back on the last one.
            let own =
                |year: &u16| self.date.is_none_or(|date| year + 1 == date.year && date.month <= Some(FIRST_MONTHS));
            self.report_year = article
                .and_then(|article| {
                    report_year(self.text, self.mentions, article.range.clone(), self.page_year, self.cues)
                })
                .filter(own)
                .or(self.date.map(|date| date.year));
            self.headed_year = None;
        }
        let goes_on = last.is_some_and(|last| last.section == sentence.section);
        if !goes_on {
            self.dated_by_heading(sentence.range.clone());
        }
        self.carried = self
            .here
            .iter()
            .rev()
            .find(|resolved| !resolved.local)
            .map_or(if goes_on { self.carried } else { None }, |resolved| resolved.period);
        if !goes_on {
            self.carried = None;
        }
        self.current = index;
        self.here = self.resolve(sentence.range.clone());
        // 2020年是收官之年: the account turns from the year under review to the next.
        let turns = self.here.first().filter(|first| first.whole && first.at == sentence.range.start);
        if let Some(Period::At(Instant { year, month: None, .. })) = turns.and_then(|first| first.period) {
            self.headed_year = self.headed_year.filter(|headed| *headed >= year);
        }
        self.look_back_on_the_year_over(sentence.range.clone());
        if let Some(year) = self.heading_year(sentence.range.clone()) {
            self.headed_year = Some(year);
        }
        if last.is_none_or(|last| last.paragraph != sentence.paragraph) {
            if let Some(year) = self.chronicled_year(sentence.range.clone()) {
                self.chronicled = Some((sentence.paragraph, self.headed_year));
                self.headed_year = Some(year);
            }
        }
        if !self.breaks_down(sentence.range.clone()) && !self.is_answer(index) && !self.is_led_back(index) {
            self.carried = None;
        }
    }

    /// A sentence that opens with 其中 breaks down the one before, whose period then holds.
    fn breaks_down(&self, range: std::ops::Range<usize>) -> bool {
        self.text.get(range).is_some_and(|words| words.starts_with("其中"))
    }

    /// 记者：去年成绩如何？ 县长：…: whether sentence `index` answers a question, of whose time it then is; what only leads in may
    /// stand between (答：定了。减贫…).
    fn is_answer(&self, index: usize) -> bool {
        let back = |steps: usize| index.checked_sub(steps).and_then(|other| self.page.sentences.get(other));
        let question = (1..=2).find(|steps| {
            let words = back(*steps).and_then(|other| self.text.get(other.range.clone())).unwrap_or("");
            words.ends_with('？') || words.contains(|ch: char| ch.is_ascii_digit())
        });
        let article = self.page.sentences.get(index).map(|sentence| sentence.article);
        question.and_then(back).is_some_and(|asked| Some(asked.article) == article && self.asks(asked.range.clone()))
    }

    /// Whether a sentence is a question put to somebody.
    fn asks(&self, range: std::ops::Range<usize>) -> bool {
        self.text
            .get(range)
            .is_some_and(|words| ["记者：", "问：", "主持人："].iter().any(|who| words.starts_with(who)))
    }

    /// The year that the text is telling of: the one named shortly before, else the part's or the report's own.
    fn year_told(&self) -> Option<u16> {
        const REACH: usize = 2;
        let named = self.named_year.filter(|(_, at)| at + REACH >= self.current).map(|(year, _)| year);
        named.or(self.headed_year).or(self.report_year)
    }

    /// The year that 全年 means in an account of the first months which named the year just over last: that one, or the one that
    /// it has since turned to (新的一年).
    fn whole_year_told(&self) -> Option<u16> {
        let date = self.date.filter(|date| date.month.is_some_and(|month| month <= FIRST_MONTHS))?;
        let (named, at) = self.named_year.filter(|(named, _)| named + 1 == date.year)?;
        let since = self.page.sentences.get(at)?.range.start..self.page.sentences.get(self.current)?.range.end;
        Some(if self.cues.coming.is_in(self.text.get(since)?) { date.year } else { named })
    }

    /// The year that 年内 means under 一、2019年工作回顾, or where an account of the first months tells of the year just over.
    fn year_looked_back_on(&self) -> Option<u16> {
        let just_over = || {
            let date = self.date.filter(|date| date.month.is_some_and(|month| month <= FIRST_MONTHS))?;
            self.year_told().filter(|told| told + 1 == date.year)
        };
        let headed = self.headed_year.filter(|headed| self.year_told().is_none_or(|told| told <= *headed));
        headed.or_else(just_over)
    }

    /// The year that 今年 means: the article's own date tells it, else the times that it and its page name. A text that
    /// names the end of its last year (截至2018年底) looks back on it.
    fn own_year(&self) -> Option<u16> {
        let named = self.report_year.max(self.page_year)?;
        Some(self.date.map_or(if self.looks_back { named + 1 } else { named }, |date| date.year))
    }

    /// 五年来 ends with the year that a heading sets, or near a year's end or start with the year just over. In between,
    /// or in a text without a date, nothing tells whether the current year is meant.
    fn years_up_to_now(&self, years: u16) -> Option<Period> {
        let just_over = || match self.date? {
            Instant { year, month: Some(1..=3), .. } => Some(year - 1),
            Instant { year, month: Some(11..), .. } => Some(year),
            _ => None,
        };
        let last = self.headed_year.or_else(just_over)?;
        let first = Instant::year(last.checked_sub(years.checked_sub(1)?)?);
        let last = Instant::year(last);
        Some(if years == 1 { Period::At(last) } else { Period::Between(first, last) })
    }

    fn resolve(&mut self, range: std::ops::Range<usize>) -> Vec<Resolved> {
        let first = self.mentions.partition_point(|mention| mention.range.start < range.start);
        let mentions = self.mentions.get(first..).unwrap_or(&[]);
        let mut out: Vec<Resolved> = Vec::new();
        let mut last_end = None;
        for mention in mentions.iter().take_while(|mention| mention.range.start < range.end) {
            if self.text.get(mention.range.clone()).is_some_and(|words| words.contains('《')) {
                continue;
            }
            // 新华社郑州2018年12月5日电: the day of the report, not of what it tells.
            let dateline = self.text.get(mention.range.end..).is_some_and(|after| after.starts_with(['讯', '电']));
            if mention.compared || dateline {
                continue;
            }
            let earlier = self.text.get(range.start..mention.range.start).unwrap_or("");
            let in_plan = ["目标", "确保", "力争", "计划", "将"].iter().any(|cue| earlier.contains(cue));
            let whole = self.text.get(mention.range.clone()).is_some_and(|words| words.starts_with("全年"));
            // 2019年，某县聚焦脱贫目标，全年投入…: the sentence says itself which year.
            let said = self.named_year.filter(|(_, at)| *at == self.current).map(|(year, _)| year);
            // 一、2019年工作回顾 …当年新增贷款6120万元: of the year under review, whatever year came up on the way.
            let of_year = whole || self.text.get(mention.range.clone()).is_some_and(|words| words.starts_with("当年"));
            let headed = self.headed_year.filter(|_| of_year && said.is_none());
            let told = match headed.or_else(|| self.whole_year_told().filter(|_| whole)) {
                _ if in_plan => said.or_else(|| self.own_year()),
                year => year.or_else(|| self.year_told()),
            };
            let relative = |year: Option<u16>, years: i16, end: bool| {
                let year = year?.checked_add_signed(years)?;
                if end { Instant::month(year, 12) } else { Some(Instant::year(year)) }.map(Period::At)
            };
            let period = match mention.when {
                When::Fixed(period) => Some(period),
                When::OfYear { month, day } => {
                    // “十三五”期间计划…，到9月底完成…: an interval has many months of that name.
                    let same_sentence = out.iter().rev().find_map(|resolved| resolved.period);
                    let same_sentence = same_sentence
                        .filter(|period| {
                            !(mention.until || mention.ahead) || matches!(period, Period::At(_) | Period::Until(_))
                        })
                        .map(|period| period.anchor().year);
                    // 将在11月底前接受检查: of the year of the report that looks ahead to it.
                    let due = self
                        .date
                        .filter(|date| mention.ahead && date.month.is_some_and(|now| now <= month))
                        .map(|date| date.year);
                    same_sentence.or(due).or(if mention.until { self.own_year() } else { self.year_told() }).and_then(
                        |year| {
                            // 1月19日 in a report of 21 January is two days ago, whatever year was told of before; so it is
                            // with 截至11月底 in December.
                            let lately = self.date.filter(|date| {
                                let now = date.month.unwrap_or(0);
                                self.headed_year.is_none()
                                    && !mention.ahead
                                    && (day.is_some() && (now == month || now == month + 1)
                                        || mention.until && (month..=month + 2).contains(&now))
                            });
                            // 研究明年打算。到11月底，…: gone by in December, though the next year was spoken of.
                            let gone_by = self.date.filter(|date| {
                                same_sentence.is_none()
                                    && year > date.year
                                    && date.month.is_some_and(|now| month <= now)
                            });
                            let year = lately.or(gone_by).map_or(year, |date| date.year);
                            // 12月28日 in a report of January is last year's.
                            let over = !mention.ahead
                                && self.date.is_some_and(|date| {
                                    date.year == year
                                        && (self.named_year.is_none() || mention.until)
                                        && date.month.is_some_and(|now| now < month)
                                });
                            let year = year - u16::from(over);
                            day.map_or_else(|| Instant::month(year, month), |day| Instant::day(year, month, day))
                                .map(Period::At)
                        },
                    )
                }
                When::Relative { years, end } => {
                    let within = self.text.get(mention.range.clone()) == Some("年内");
                    relative(
                        within.then(|| self.year_looked_back_on()).flatten().or_else(|| self.own_year()),
                        years,
                        end,
                    )
                }
                When::Years(years) => self.years_up_to_now(years),
                When::OfTelling { years, end } => relative(told, years, end),
                When::Same => out.last().map_or(self.carried, |last| last.period),
                When::Now | When::Start => None,
            };
            let tells = !mention.local
                // 三年后, 又过一年: the account goes on to a later year.
                && !matches!(mention.when, When::OfTelling { years, .. } if years <= 0)
                && !self.is_a_foundation(mention, &range);
            let interval = matches!(period, Some(Period::Between(..) | Period::Since(_))) || mention.since;
            if let (Some(period), true, false) = (period, tells, interval) {
                self.named_year = Some((period.anchor().year, self.current));
            }
            let period = match (period, mention.when) {
                (Some(Period::At(at)), When::Fixed(_)) if mention.since => Some(Period::Since(at)),
                (other, _) => other,
            };
            let joined = last_end
                .and_then(|end| self.text.get(end..mention.range.start))
                .is_some_and(|between| matches!(between, "、" | "和" | "至" | "到"));
            if let (true, Some(Period::At(second)), Some(last)) = (joined, period, out.last_mut()) {
                if let Some(Period::At(first) | Period::Between(first, _)) =
                    last.period.filter(|last| last.anchor() < second)
                {
                    last.period = Some(Period::Between(first, second));
                    last_end = Some(mention.range.end);
                    continue;
                }
            }
            last_end = Some(mention.range.end);
            let later = period.is_some_and(|period| {
                let before = |last: &Resolved| last.period.is_some_and(|last| last.anchor() < period.anchor());
                mention.ahead && out.iter().any(|last| !last.local && before(last))
            });
            out.push(Resolved {
                at: mention.range.start,
                period,
                until: mention.until,
                ahead: mention.ahead,
                deadline: mention.ahead && matches!(mention.when, When::OfTelling { .. }),
                whole: !mention.since && !mention.until,
                reckoned: matches!(mention.when, When::Years(_)),
                undated: mention.when == When::Start,
                local: mention.local,
                until_byte: self.reach(mention, &range, later),
            });
        }
        out
    }

    /// What gave `figure` the period that [`Self::period_of`] found on `basis`.
    pub(super) fn decision(
        &self,
        figure: &Figure,
        earlier: Option<usize>,
        basis: Option<PeriodBasis>,
    ) -> Decision<&'a str> {
        match basis {
            None => Decision::rule("none"),
            Some(PeriodBasis::Carried) => Decision::rule("carried"),
            Some(PeriodBasis::Report) if self.headed_year.is_some() => Decision::rule("heading"),
            Some(PeriodBasis::Report) => Decision::rule("report"),
            Some(PeriodBasis::Stated) => {
                let governs = |resolved: &&Resolved| governs(resolved, figure, earlier);
                let at = self.here.iter().rev().find(governs).map(|resolved| resolved.at);
                let index =
                    at.and_then(|at| self.mentions.binary_search_by_key(&at, |mention| mention.range.start).ok());
                let words = index.and_then(|index| self.text.get(self.mentions.get(index)?.range.clone()));
                Decision::by("stated", words.unwrap_or(""))
            }
        }
    }

    /// The period of `figure`, and how it is known.
    /// `earlier` is where the figure before it in the sentence begins.
    pub(super) fn period_of(
        &self,
        figure: &Figure,
        earlier: Option<usize>,
        frame: &Frame<'_>,
    ) -> (Option<Period>, Option<PeriodBasis>) {
        if let Some(first) = self.first_of_dated_pair(figure, earlier, frame) {
            return (Some(first), Some(PeriodBasis::Stated));
        }
        if let Some(first) = self.likened_start(figure, earlier, frame) {
            return (Some(first), Some(PeriodBasis::Stated));
        }
        if let Some(period) = self.said_behind(figure).or_else(|| self.year_in_turn(figure.start)) {
            return (Some(period), Some(PeriodBasis::Stated));
        }
        let accumulates = ["累计", "共减", "以来"].iter().any(|word| frame.clause_before.contains(word));
        let governs = |resolved: &&Resolved| governs(resolved, figure, earlier);
        // 贫困人口一度达到9万人: at some time that nobody names.
        if self.here.iter().rev().find(governs).is_none_or(Resolved::is_a_day) && self.was_once(figure) {
            return (None, None);
        }
        if let Some(resolved) = self.here.iter().rev().find(governs) {
            return match resolved.period {
                Some(Period::At(at)) if (resolved.until || resolved.ahead) && accumulates => {
                    (Some(Period::Until(at)), Some(PeriodBasis::Stated))
                }
                // 三年来，…；参保率保持100%: as it is at their end.
                Some(Period::Between(_, last)) if resolved.reckoned && is_rate(figure, frame) => {
                    (Some(Period::At(last)), Some(PeriodBasis::Stated))
                }
                Some(Period::Between(first, last)) => {
                    let period = self
                        .nth_year(first, last, figure.start)
                        .or_else(|| self.end_of_pair(first, last, figure.start))
                        .unwrap_or(Period::Between(first, last));
                    (Some(period), Some(PeriodBasis::Stated))
                }
                // 2014年以来，贫困人口由5.9万人减少到8720人
                Some(Period::Since(first)) if frame.from && frame.form == Form::Level => {
                    (Some(Period::At(first)), Some(PeriodBasis::Stated))
                }
                // 2019年，贫困人口由8.8万人减少到1468人: when it was 8.8万 is not said.
                Some(Period::At(at)) if frame.from && frame.form == Form::Level && !frame.dated => {
                    self.told_first(figure, at)
                }
                Some(period) => (Some(period), Some(PeriodBasis::Stated)),
                None if resolved.undated => (None, None),
                None => self.reckoned_up_to(figure).unwrap_or_else(|| self.by_report()),
            };
        }
        if let Some(period) = self.told_behind(figure, frame) {
            return (Some(period), Some(PeriodBasis::Stated));
        }
        if let Some(period) = self.carried {
            return (Some(period), Some(PeriodBasis::Carried));
        }
        self.reckoned_up_to(figure).unwrap_or_else(|| self.by_report())
    }

    /// 人均可支配收入11376元，这是2019年的数; 贫困发生率1.2%（2019年底）: what stands behind the figure tells nothing but its time.
    fn said_behind(&self, figure: &Figure) -> Option<Period> {
        let next = self.mentions.partition_point(|mention| mention.range.start < figure.bound_end);
        let told = self.mentions.get(next)?;
        let between = self.text.get(figure.bound_end..told.range.start)?;
        let time = self.text.get(told.range.clone())?;
        let rest = self.text.get(told.range.end..)?.trim_start_matches(['的', '底', '末']);
        let note = between == "（" && ["）", "数）", "数据）"].iter().any(|end| rest.starts_with(end));
        let what = ["数", "水平", "情况", "成绩", "统计"].iter().any(|end| rest.starts_with(end));
        let said = matches!(between, "，这" | "——这" | "，这还") && time.starts_with('是') && what;
        match told.when {
            When::Fixed(period @ Period::At(_)) if note || said => Some(period),
            _ => None,
        }
    }

    /// 66个贫困村2018年即全部退出: when it was stands behind what became of them.
    fn told_behind(&self, figure: &Figure, frame: &Frame<'_>) -> Option<Period> {
        let became = |id: &str| id == "villages_exited" || id.ends_with("_lifted");
        if !frame.indicators.iter().any(|(id, _)| became(id.as_str())) {
            return None;
        }
        let next = self.here.partition_point(|resolved| resolved.at < figure.end);
        let told = self.here.get(next)?;
        let between = self.text.get(figure.end..told.at)?;
        between.chars().all(char::is_alphabetic).then_some(told.period).flatten()
    }

    /// Whether the sentence tells of what was so at one time: 曾达, 一度.
    fn was_once(&self, figure: &Figure) -> bool {
        let start = self.page.sentences.get(self.current).map_or(figure.start, |sentence| sentence.range.start);
        self.cues.once.is_in(self.text.get(start..figure.start).unwrap_or(""))
    }

    /// “…打响以来，累计减贫…。截至2018年底，…”: the reckoning runs up to the date that the next sentence opens with.
    fn reckoned_up_to(&self, figure: &Figure) -> Option<(Option<Period>, Option<PeriodBasis>)> {
        if !self.accumulating_since_the_start(figure) {
            return None;
        }
        match self.next_sentence_until() {
            Some(Period::At(at)) => Some((Some(Period::Until(at)), Some(PeriodBasis::Carried))),
            _ => None,
        }
    }

    /// The period of what stands at byte `at` of the current sentence and is no figure, and how it is known.
    pub(super) fn period_at(&self, at: usize) -> (Option<Period>, Option<PeriodBasis>) {
        let governs = |resolved: &&Resolved| !resolved.local && resolved.at < at && at < resolved.until_byte;
        match self.here.iter().rev().find(governs).map(|resolved| resolved.period) {
            Some(Some(period)) => (Some(period), Some(PeriodBasis::Stated)),
            None if self.carried.is_some() => (self.carried, Some(PeriodBasis::Carried)),
            _ => self.by_report(),
        }
    }

    /// Whether the words before byte `at` set a time that lies ahead of the report: 到2020年, 年底前.
    pub(super) fn looks_ahead(&self, at: usize) -> bool {
        let Some(governing) = self.here.iter().rev().find(|resolved| resolved.at < at) else { return false };
        let Some(Period::At(at)) = governing.period else { return false };
        // 到2020年 in a report of May 2020.
        let later_this_year = governing.ahead
            && self.date.is_some_and(|date| at.year == date.year && at.month.unwrap_or(12) > date.month.unwrap_or(12));
        // 2020年，脱贫360人 in a report of January 2020; 年底前完成 in one without a date.
        let just_begun = governing.whole
            && at.month.is_none()
            && self.date.is_some_and(|date| date.year == at.year && date.month.is_some_and(|month| month <= 2));
        let deadline = governing.deadline && self.date.is_none();
        Some(at.year) > self.own_year().max(self.report_year) || later_this_year || just_begun || deadline
    }

    /// Whether a time is a year before the report's own.
    pub(super) fn is_of_an_earlier_year(&self, period: Option<Period>) -> bool {
        matches!((period, self.report_year), (Some(Period::At(at)), Some(own)) if at.year < own)
    }

    /// Whether `period` had ended when the article appeared, as far as its date tells.
    pub(super) fn is_over(&self, period: Option<Period>) -> bool {
        let (Some(Period::At(at)), Some(date)) = (period, self.date) else { return false };
        // December looks back on its year.
        at.year < date.year || at.year == date.year && at.month.is_none() && date.month == Some(12)
    }

    /// The period that only the report's own year suggests.
    pub(super) fn by_report(&self) -> (Option<Period>, Option<PeriodBasis>) {
        match self.headed_year.or(self.report_year) {
            Some(year) => (Some(Period::At(Instant::year(year))), Some(PeriodBasis::Report)),
            None => (None, None),
        }
    }

    fn accumulating_since_the_start(&self, figure: &Figure) -> bool {
        let sentence = self.page.sentences.get(self.current);
        let before = sentence.and_then(|sentence| self.text.get(sentence.range.start..figure.start)).unwrap_or("");
        before.contains("以来") && before.contains("累计")
    }

    fn next_sentence_until(&self) -> Option<Period> {
        let next = self.page.sentences.get(self.current + 1)?;
        let first = self.mentions.partition_point(|mention| mention.range.start < next.range.start);
        let mention = self.mentions.get(first)?;
        match mention.when {
            When::Fixed(period) if mention.until && mention.range.start == next.range.start => Some(period),
            _ => None,
        }
    }
}

/// Whether a figure is a rate as it stands, and not how much one changed.
fn is_rate(figure: &Figure, frame: &Frame<'_>) -> bool {
    is_family(figure, "percent") && frame.form == Form::Level && !frame.from
}

/// Whether a time named in the sentence is said of `figure`, before which the figure at `earlier` stands.
fn governs(resolved: &Resolved, figure: &Figure, earlier: Option<usize>) -> bool {
    resolved.at < figure.start
        && figure.start < resolved.until_byte
        && !(resolved.local && earlier.is_some_and(|end| resolved.at < end))
}
