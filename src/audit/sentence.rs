//! The figures of a sentence in order, with the words between them: what the audit reads structure from.

use crate::codelist::Codelists;
use crate::model::{Form, Observation, ObservationRef, Report, Span};

/// One numeral of a sentence. A numeral that states several indicators is one figure.
#[derive(Debug, Clone)]
pub(super) struct Figure<'a> {
    pub(super) at: ObservationRef,
    pub(super) observation: &'a Observation,
    /// Words between the figure before and this one.
    pub(super) lead: &'a str,
    /// The words of its own clause before it; of a pair (4475户14819人) both have the first one's.
    pub(super) clause: &'a str,
    /// Words between this figure and the next.
    pub(super) tail: &'a str,
    /// What its unit counts: units of one kind can be added.
    pub(super) kind: String,
    /// How many brackets are open around it.
    pub(super) depth: usize,
    /// Whether it is one for each of something: 人均.
    pub(super) per: bool,
}

impl Figure<'_> {
    /// Whether it can stand in a sum: a level that counts something as a whole.
    pub(super) fn adds(&self, codelists: &Codelists) -> bool {
        let unit = &self.observation.quantity.unit;
        !self.per
            && self.observation.form == Form::Level
            && !codelists.audit.never_added.iter().any(|never| **never == **unit)
    }

    /// Whether it goes on with the figure right before it: 4475户14819人, 2216户、5893人.
    pub(super) fn is_paired(&self) -> bool {
        matches!(self.lead, "" | "、")
    }
}

/// A sentence with figures.
#[derive(Debug, Clone)]
pub(super) struct Sentence<'a> {
    pub(super) article: usize,
    pub(super) span: Span,
    pub(super) figures: Vec<Figure<'a>>,
}

/// The sentences of `report` that state figures, in the order of the text.
pub(super) fn sentences<'a>(index: usize, report: &'a Report, codelists: &Codelists) -> Vec<Sentence<'a>> {
    let mut observations: Vec<&Observation> = report.observations.iter().filter(|one| one.counts()).collect();
    observations
        .sort_by_key(|observation| (observation.evidence.sentence_span, observation.evidence.figure, observation.id));
    observations.dedup_by_key(|observation| (observation.evidence.sentence_span, observation.evidence.figure));
    observations
        .chunk_by(|a, b| a.evidence.sentence_span == b.evidence.sentence_span)
        .filter_map(|group| sentence(index, group, codelists))
        .collect()
}

fn sentence<'a>(index: usize, group: &[&'a Observation], codelists: &Codelists) -> Option<Sentence<'a>> {
    let first = *group.first()?;
    let text = &*first.evidence.sentence;
    let mut offsets: Vec<usize> = text.char_indices().map(|(offset, _)| offset).collect();
    offsets.push(text.len());
    let slice = |start: usize, end: usize| -> &'a str {
        let range = offsets.get(start).copied().zip(offsets.get(end).copied());
        range.and_then(|(start, end)| text.get(start..end)).unwrap_or("")
    };
    let mut depth = 0_usize;
    let mut end = 0;
    let mut figures = Vec::with_capacity(group.len());
    for (position, observation) in group.iter().enumerate() {
        let own = observation.evidence.figure;
        let next = group.get(position + 1).map_or(offsets.len() - 1, |next| next.evidence.figure.start);
        let lead = slice(end, own.start);
        for ch in lead.chars() {
            match ch {
                '（' | '(' => depth += 1,
                '）' | ')' => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        end = own.end;
        let head = figures.last().filter(|_| lead.is_empty());
        let clause = head.map_or_else(|| last_clause(lead), |head: &Figure<'_>| head.clause);
        figures.push(Figure {
            at: ObservationRef { report: index, id: observation.id },
            observation,
            lead,
            clause,
            tail: slice(own.end, next),
            kind: kind_of(&observation.quantity.unit, codelists),
            depth,
            per: codelists.cues.per.is_in(clause),
        });
    }
    Some(Sentence { article: first.article, span: first.evidence.sentence_span, figures })
}

/// The words behind the last punctuation of `lead`.
fn last_clause(lead: &str) -> &str {
    lead.rsplit(['，', '。', '；', '、', '：', '（', '）', '(', ')', ',', ';', ':']).next().unwrap_or("")
}

/// What a unit counts: its family where the family is one thing (人, 名), the unit itself where it is many (座, 条).
fn kind_of(unit: &str, codelists: &Codelists) -> String {
    const ONE_THING: [&str; 6] = ["person", "household", "yuan", "mu", "kilometre", "visit"];
    let family = codelists.units.family_of(unit).filter(|family| ONE_THING.contains(&family.as_ref()));
    let alike = codelists.audit.alike.iter().find(|alike| alike.units.iter().any(|one| one == unit));
    match (family, alike.and_then(|alike| alike.units.first())) {
        (Some(family), _) => family.to_string(),
        (None, Some(unit)) => unit.clone(),
        (None, None) => unit.to_owned(),
    }
}

impl Sentence<'_> {
    /// Whether it stands right behind `before`, with no sentence without figures between.
    pub(super) fn follows(&self, before: &Self) -> bool {
        /// White space that a hard wrap or a paragraph may put between two sentences, in code points.
        const BLANK: usize = 8;
        self.article == before.article
            && self.span.start >= before.span.end
            && self.span.start - before.span.end <= BLANK
    }
}
