//! When a figure holds: what its sentence states, what is carried into it, what only the report's own date suggests.

use super::frame::Frame;
use crate::model::{Instant, Period, PeriodBasis};
use crate::recognize::{Figure, PeriodMention, When};
use crate::segment::Page;

/// Follows the time that a page tells, sentence by sentence.
pub(super) struct Clock<'a> {
    text: &'a str,
    page: &'a Page,
    mentions: &'a [PeriodMention],
    /// Year that the page itself suggests as its own.
    report_year: Option<u16>,
    /// Year last named, which a bare month or day belongs to.
    named_year: Option<u16>,
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
}

impl<'a> Clock<'a> {
    pub(super) fn new(text: &'a str, mentions: &'a [PeriodMention], page: &'a Page) -> Self {
        let report_year = report_year(mentions);
        Self { text, page, mentions, report_year, named_year: None, here: Vec::new(), carried: None, current: 0 }
    }

    /// Goes on to sentence `index`; every index in turn.
    pub(super) fn enter(&mut self, index: usize) {
        let Some(sentence) = self.page.sentences.get(index) else { return };
        let last = index.checked_sub(1).and_then(|last| self.page.sentences.get(last));
        if last.is_some_and(|last| last.article != sentence.article) {
            self.named_year = None;
        }
        let goes_on = last.is_some_and(|last| last.paragraph == sentence.paragraph);
        self.carried = self.here.last().map_or(if goes_on { self.carried } else { None }, |resolved| resolved.period);
        if !goes_on {
            self.carried = None;
        }
        self.current = index;
        self.here = self.resolve(sentence.range.clone());
        if self.here.is_empty() && !self.breaks_down(sentence.range.clone()) {
            self.carried = None;
        }
    }

    /// A sentence that opens with 其中 breaks down the one before, whose period then holds.
    fn breaks_down(&self, range: std::ops::Range<usize>) -> bool {
        self.text.get(range).is_some_and(|words| words.starts_with("其中"))
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
            let period = match mention.when {
                When::Fixed(period) => Some(period),
                When::OfYear { month, day } => self.named_year.or(self.report_year).and_then(|year| {
                    day.map_or_else(|| Instant::month(year, month), |day| Instant::day(year, month, day))
                        .map(Period::At)
                }),
                When::Relative { years, end } => {
                    self.report_year.and_then(|year| year.checked_add_signed(years)).and_then(|year| {
                        if end {
                            Instant::month(year, 12).map(Period::At)
                        } else {
                            Some(Period::At(Instant::year(year)))
                        }
                    })
                }
                When::Now => None,
            };
            if let Some(period) = period {
                self.named_year = Some(period.anchor().year);
            }
            let period = match period {
                Some(Period::At(at)) if mention.since => Some(Period::Since(at)),
                other => other,
            };
            let joined = last_end
                .and_then(|end| self.text.get(end..mention.range.start))
                .is_some_and(|between| matches!(between, "、" | "和" | "至" | "到"));
            if let (true, Some(Period::At(second)), Some(last)) = (joined, period, out.last_mut()) {
                if let Some(Period::At(first)) = last.period.filter(|first| *first < Period::At(second)) {
                    last.period = Some(Period::Between(first, second));
                    last_end = Some(mention.range.end);
                    continue;
                }
            }
            last_end = Some(mention.range.end);
            out.push(Resolved { at: mention.range.start, period, until: mention.until });
        }
        out
    }

    /// The period of `figure`, and how it is known.
    pub(super) fn period_of(&self, figure: &Figure, frame: &Frame<'_>) -> (Option<Period>, Option<PeriodBasis>) {
        let accumulates = ["累计", "共减", "以来"].iter().any(|word| frame.clause_before.contains(word));
        if let Some(resolved) = self.here.iter().rev().find(|resolved| resolved.at < figure.start) {
            return match resolved.period {
                Some(Period::At(at)) if resolved.until && accumulates => {
                    (Some(Period::Until(at)), Some(PeriodBasis::Stated))
                }
                Some(period) => (Some(period), Some(PeriodBasis::Stated)),
                None => self.by_report(),
            };
        }
        if let Some(period) = self.carried {
            return (Some(period), Some(PeriodBasis::Carried));
        }
        // “…打响以来，累计减贫…。截至2018年底，…”: the reckoning runs up to the date that the next sentence opens with.
        if self.accumulating_since_the_start(figure) {
            if let Some(Period::At(at)) = self.next_sentence_until() {
                return (Some(Period::Until(at)), Some(PeriodBasis::Carried));
            }
        }
        self.by_report()
    }

    fn by_report(&self) -> (Option<Period>, Option<PeriodBasis>) {
        match self.report_year {
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
        let mention = self.mentions.iter().find(|mention| mention.range.start >= next.range.start)?;
        match mention.when {
            When::Fixed(period) if mention.until && mention.range.start == next.range.start => Some(period),
            _ => None,
        }
    }
}

/// The page's own year: the latest one that it names as past or present.
fn report_year(mentions: &[PeriodMention]) -> Option<u16> {
    let named = |mention: &&PeriodMention| !mention.ahead;
    let years = mentions.iter().filter(named).filter_map(|mention| match mention.when {
        When::Fixed(Period::At(at)) => Some(at.year),
        _ => None,
    });
    years.max()
}
