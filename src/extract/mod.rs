//! Mentions to observations: who, what, when, actual or target, level or change.

mod again;
mod area;
mod chunk;
mod clause;
mod exit;
mod frame;
mod indicator;
mod lent;
mod own_year;
mod parts;
mod period;
mod status;
mod trace;

use std::collections::HashSet;
use std::ops::Range;
use std::sync::Arc;

use crate::codelist::{Codelists, QuickHash};
use crate::model::{
    Area, AreaLevel, Article, Decision, Evidence, Exit, Form, IndicatorId, Observation, Period, PeriodBasis, Quantity,
    Review, Span, Trace,
};
use crate::recognize::{Figure, area_mentions, figures, period_mentions};
use crate::segment::{Page, Sentence};
use crate::text::Reflowed;

use frame::{Around, Frame};

/// The figure before the one at `position`; before figures side by side (1.2万户4.6万人; 2.1万人、12.3%), which are told as one.
fn before_row<'f>(text: &str, here: &'f [Figure], position: usize) -> Option<&'f Figure> {
    let last = here.get(position.checked_sub(1)?)?;
    let figure = here.get(position)?;
    if frame::joined(text, last.bound_end, figure.start) { before_row(text, here, position - 1) } else { Some(last) }
}

/// All observations of a page and all exits from poverty, in the order of its text. `source` is the decoded text that
/// `reflowed` was made from, `articles` are those of `page`.
pub fn observations(
    source: &str,
    reflowed: &Reflowed,
    page: &Page,
    articles: &[Article],
    codelists: &Codelists,
) -> (Vec<Observation>, Vec<Exit>) {
    let text = reflowed.text.as_str();
    let periods = period_mentions(text);
    let mut figures = figures(text, &periods, codelists).peekable();
    let mut reader = Reader {
        source,
        offsets: CodePoints::new(source),
        reflowed,
        codelists,
        places: area::Places::new(text, area_mentions(text, codelists), page, codelists),
        clock: period::Clock::new(text, &periods, page, articles, &codelists.cues),
        plans: status::Plans::new(text, page, codelists),
        texts: Texts::default(),
    };
    let ranges = reader.places.ranges().to_vec();
    let around = Around { text, page, periods: &periods, places: &ranges, codelists };
    let (mut out, mut exits) = (Vec::new(), Vec::new());
    let mut before: Vec<Frame<'_>> = Vec::new();
    for (index, sentence) in page.sentences.iter().enumerate() {
        reader.enter(index, sentence);
        // Figures in no sentence stand in the page's own lines: 浏览次数：1234次.
        while figures.next_if(|figure| figure.start < sentence.range.start).is_some() {}
        // A number that runs over the end of its sentence is two lines set side by side, and none.
        let here: Vec<Figure> =
            std::iter::from_fn(|| figures.next_if(|figure| figure.end <= sentence.range.end)).collect();
        let exits_here = reader.exits(index, sentence);
        if here.is_empty() && exits_here.is_empty() {
            continue;
        }
        let read = reader.sentence(index, sentence);
        exits.extend(exits_here.into_iter().flat_map(|found| reader.exit_of_each(&read, found)));
        if here.is_empty() {
            continue;
        }
        let frames = frame::frames(&around, index, &here, &before);
        for (position, frame) in frames.iter().enumerate() {
            let earlier = before_row(text, &here, position).map(|last| last.start);
            reader.observe(&read, frame, earlier, &mut out);
        }
        before = frames;
    }
    again::file_what_is_told_again(&mut out);
    for (index, observation) in out.iter_mut().enumerate() {
        observation.id = index + 1;
    }
    (out, exits)
}

/// A page while its sentences are read in turn.
struct Reader<'a> {
    /// The decoded text.
    source: &'a str,
    offsets: CodePoints,
    reflowed: &'a Reflowed,
    codelists: &'a Codelists,
    places: area::Places<'a>,
    clock: period::Clock<'a>,
    plans: status::Plans<'a>,
    texts: Texts,
}

/// A sentence with figures or exits.
struct Read<'a> {
    /// Its number, and itself.
    index: usize,
    sentence: &'a Sentence,
    /// Its words as they are printed.
    printed: Arc<str>,
    /// Its code points in the source.
    span: Span,
}

impl<'a> Reader<'a> {
    /// Goes on to the sentence at `index`.
    fn enter(&mut self, index: usize, sentence: &Sentence) {
        self.clock.enter(index);
        let (told, basis) = self.clock.period_at(sentence.range.end.saturating_sub(1));
        self.plans.enter(index, basis == Some(PeriodBasis::Stated) && self.clock.is_of_an_earlier_year(told));
    }

    fn exits(&self, index: usize, sentence: &Sentence) -> Vec<exit::Found> {
        let reading = (&self.places, &self.clock, &self.plans);
        exit::exits(&self.reflowed.text, (index, sentence.range.clone()), reading, self.codelists)
    }

    fn sentence(&self, index: usize, sentence: &'a Sentence) -> Read<'a> {
        let words = self.reflowed.text.get(sentence.range.clone()).unwrap_or("");
        let span = self.span(&sentence.range);
        Read { index, sentence, printed: as_printed(words, self.offsets.slice(self.source, span)).into(), span }
    }

    /// The code points of the source that bytes of the reflowed text come from.
    fn span(&self, range: &Range<usize>) -> Span {
        self.reflowed.map.span(&self.reflowed.text, range.start, range.end)
    }

    /// Where in a sentence bytes of the reflowed text stand, and where in the source.
    fn evidence(&self, read: &Read<'_>, range: &Range<usize>) -> Evidence {
        let from = read.sentence.range.start;
        let offset = |at: usize| self.reflowed.text.get(from..at).map_or(0, |piece| piece.chars().count());
        Evidence {
            sentence: read.printed.clone(),
            figure: Span::new(offset(range.start), offset(range.end)),
            span: self.span(range),
            sentence_span: read.span,
        }
    }

    /// The exits of the counties that `found` tells of.
    fn exit_of_each(&self, read: &Read<'_>, found: exit::Found) -> Vec<Exit> {
        let exit::Found { range, counties, period, period_basis, status } = found;
        let evidence = self.evidence(read, &range);
        let exit = |area| Exit { area, period, period_basis, status, evidence: evidence.clone() };
        counties.into_iter().map(exit).collect()
    }

    /// Adds to `out` what a figure states, once for each indicator. `earlier` is the byte of the figure before it, or before
    /// those that it is told as one with.
    fn observe(&mut self, read: &Read<'_>, frame: &Frame<'_>, earlier: Option<usize>, out: &mut Vec<Observation>) {
        let (figure, codelists) = (&frame.figure, self.codelists);
        let (period, period_basis) = match self.clock.period_of(figure, earlier, frame) {
            // A state holds at a time: “since 2016” is not said of it.
            (Some(Period::Since(_)), _) if states_only(frame, codelists) && !identifies(frame) => {
                self.clock.by_report()
            }
            found => found,
        };
        let (status, status_by) =
            self.plans.status_of(figure, frame, self.clock.looks_ahead(figure.start), self.clock.is_over(period));
        let (area, area_by) = self.area(read, frame, &status_by);
        let helped = area_by.rule == area::HELPED;
        let evidence = self.evidence(read, &(figure.start..figure.end));
        let as_written = self.offsets.slice(self.source, evidence.span);
        let as_written: String = as_written.chars().filter(|ch| !ch.is_whitespace()).collect();
        let base = Observation {
            id: 0,
            article: read.sentence.article,
            area,
            indicator: None,
            label: self.texts.shared(&frame.label),
            quantity: Quantity {
                value: if frame.form == Form::Change && frame.falls { -figure.value } else { figure.value }.normalize(),
                unit: figure.unit.clone(),
                bound: frame.bound,
                as_written: self.texts.shared(&as_written),
            },
            period,
            period_basis,
            status,
            form: frame.form,
            rule: self.texts.shared(frame.unfiled_rule()),
            trace: self.texts.trace([
                area_by,
                self.clock.decision(figure, earlier, period_basis),
                status_by,
                trace::form(frame, codelists),
                trace::bound(frame, &self.reflowed.text, codelists),
            ]),
            evidence,
            review: Review::default(),
        };
        let filed_as = |base: Observation, (indicator, rule): &(IndicatorId, Arc<str>)| Observation {
            indicator: Some(of_its_time(indicator, period, codelists)),
            rule: rule.clone(),
            ..base
        };
        let indicators: &[_] = if helped && !states_help(frame, codelists) { &[] } else { &frame.indicators };
        match indicators.split_last() {
            None => out.push(base),
            Some((last, others)) => {
                out.extend(others.iter().map(|filed| filed_as(base.clone(), filed)));
                out.push(filed_as(base, last));
            }
        }
    }

    /// The area that a figure describes, as the words name it or as what it measures has it.
    fn area(
        &self,
        read: &Read<'_>,
        frame: &Frame<'_>,
        status_by: &Decision<&str>,
    ) -> (Option<Area>, Decision<&'a str>) {
        let (figure, codelists) = (&frame.figure, self.codelists);
        // 贫困发生率须降至3%以下，群众认可度达到90%以上: a rule tells of nobody.
        let is_rule = || {
            let lead = self.reflowed.text.get(read.sentence.range.start..figure.start);
            is_exit_rate(frame, codelists) && lead.is_some_and(|lead| codelists.cues.exit_rule.is_in(lead))
        };
        // 达到“贫困发生率低于2%”的标准: set for all counties, and no aim of this one.
        let is_set_for_all = || {
            status_by.rule == "aim-behind"
                && ["标准", "要求"].iter().any(|word| status_by.words.contains(word))
                && (is_exit_rate(frame, codelists) || is_family(figure, "percent"))
        };
        if is_set_for_all() || is_rule() {
            return (None, Decision::rule("standard"));
        }
        if is_exit_rate(frame, codelists) && self.places.is_rate_of_villages(read.index, figure.start) {
            return (None, Decision::rule("one-of-several"));
        }
        let (area, by) = self.places.area_of(read.index, figure.start, figure.end);
        let one_county = area.as_ref().is_some_and(|area| area.level == AreaLevel::County);
        if one_county && counts_counties(frame, codelists) {
            // 52个挂牌督战县之一: which place counts them is not said.
            let one_of = frame.after.contains("之一") || frame.clause_after.contains("之一");
            return (self.places.above_counties(read.index).filter(|_| !one_of), Decision::rule("one-of-several"));
        }
        (area, by)
    }
}

/// Texts and traces that observations hold, each kept once.
#[derive(Default)]
struct Texts {
    texts: HashSet<Arc<str>, QuickHash>,
    traces: HashSet<Arc<Trace>, QuickHash>,
}

impl Texts {
    fn shared(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.texts.get(text) {
            return known.clone();
        }
        let new: Arc<str> = text.into();
        self.texts.insert(new.clone());
        new
    }

    /// The trace whose area, period, status, form and bound were so decided.
    fn trace(&mut self, decisions: [Decision<&str>; 5]) -> Arc<Trace> {
        let [area, period, status, form, bound] =
            decisions.map(|decision| Decision { rule: decision.rule, words: self.shared(decision.words) });
        let trace = Trace { area, period, status, form, bound };
        if let Some(known) = self.traces.get(&trace) {
            return known.clone();
        }
        let new = Arc::new(trace);
        self.traces.insert(new.clone());
        new
    }
}

/// A reflowed sentence with the characters of its source: Traditional and full-width forms as the report has them.
fn as_printed(reflowed: &str, source: &str) -> String {
    let mut printed = source.chars().filter(|ch| !ch.is_whitespace());
    reflowed.chars().map(|ch| if ch.is_whitespace() { ch } else { printed.next().unwrap_or(ch) }).collect()
}

/// Byte offsets of code points, for slicing a source by spans: one offset kept for every 64 code points.
struct CodePoints {
    marks: Vec<usize>,
}

impl CodePoints {
    const STEP: usize = 64;

    fn new(text: &str) -> Self {
        Self { marks: text.char_indices().step_by(Self::STEP).map(|(offset, _)| offset).collect() }
    }

    fn byte(&self, text: &str, code_point: usize) -> usize {
        let Some(mark) = self.marks.get(code_point / Self::STEP) else { return text.len() };
        let rest = text.get(*mark..).unwrap_or("");
        rest.char_indices().nth(code_point % Self::STEP).map_or(text.len(), |(offset, _)| mark + offset)
    }

    fn slice<'a>(&self, text: &'a str, span: Span) -> &'a str {
        text.get(self.byte(text, span.start)..self.byte(text, span.end)).unwrap_or("")
    }
}

/// Whether a figure counts those who were identified since a time: 2014年以来，全县共识别贫困户1.3万户.
fn identifies(frame: &Frame<'_>) -> bool {
    frame.clause_before.contains("识别")
}

/// Whether a figure is nothing but states that hold at a time.
fn states_only(frame: &Frame<'_>, codelists: &Codelists) -> bool {
    let stock = |id| codelists.indicator(id).is_some_and(|indicator| indicator.stock);
    let rate = is_family(&frame.figure, "percent") && frame.form == Form::Level;
    rate || !frame.indicators.is_empty() && frame.indicators.iter().all(|(id, _)| stock(id))
}

/// Whether a figure is nothing but what helpers give.
fn states_help(frame: &Frame<'_>, codelists: &Codelists) -> bool {
    frame.indicators.iter().all(|(id, _)| codelists.cues.help_gives.iter().any(|given| given == id.as_str()))
}

/// Whether a figure is one of the rates that decide on an exit.
fn is_exit_rate(frame: &Frame<'_>, codelists: &Codelists) -> bool {
    frame.indicators.iter().any(|(id, _)| codelists.cues.exit_standards.iter().any(|it| it == id.as_str()))
}

/// Whether a figure counts counties.
fn counts_counties(frame: &Frame<'_>, codelists: &Codelists) -> bool {
    frame.indicators.iter().any(|(id, _)| codelists.cues.counts_counties.iter().any(|counting| counting == id.as_str()))
}

/// Those newly identified since 2021 are no longer poor, but watched so that they do not become so: the registers of the poor were
/// closed with the end of 2020.
fn of_its_time(indicator: &IndicatorId, period: Option<Period>, codelists: &Codelists) -> IndicatorId {
    const CLOSED: u16 = 2021;
    let watched = indicator.as_str().strip_prefix("newly_identified_").map(|who| format!("newly_monitored_{who}"));
    let since = period.is_some_and(|period| period.anchor().year >= CLOSED);
    let watched = watched.filter(|_| since).map(|id| IndicatorId::new(&id));
    watched.filter(|id| codelists.indicator(id).is_some()).unwrap_or_else(|| indicator.clone())
}

/// Keeps `Figure` private to the grammar files: what they all need of one.
fn is_family(figure: &Figure, family: &str) -> bool {
    &*figure.family == family
}
