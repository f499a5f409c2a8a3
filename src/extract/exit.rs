//! Exits from poverty: a clause that ends with 退出贫困县 or 摘帽, of a county, with its date.

use std::ops::Range;

use super::area::Places;
use super::clause;
use super::period::Clock;
use super::status::Plans;
use crate::codelist::Codelists;
use crate::model::{Area, AreaLevel, Period, PeriodBasis, Status};

/// An exit that a sentence states.
pub(super) struct Found {
    /// Bytes of the words.
    pub(super) range: Range<usize>,
    /// Whose; one exit for each.
    pub(super) counties: Vec<Area>,
    pub(super) period: Option<Period>,
    pub(super) period_basis: Option<PeriodBasis>,
    pub(super) status: Status,
}

/// The exits of sentence `index`, at `sentence` of `text`; the clock and the plans have entered it.
pub(super) fn exits(
    text: &str,
    (index, sentence): (usize, Range<usize>),
    (places, clock, plans): (&Places<'_>, &Clock<'_>, &Plans<'_>),
    codelists: &Codelists,
) -> Vec<Found> {
    let words = text.get(sentence.clone()).unwrap_or("");
    let mut spots: Vec<Range<usize>> =
        codelists.exit.words.find(words).map(|(at, ())| sentence.start + at.start..sentence.start + at.end).collect();
    // Of words inside others the longer count: 脱贫摘帽, not 摘帽.
    let all = spots.clone();
    spots.retain(|spot| !all.iter().any(|other| other != spot && other.start <= spot.start && spot.end <= other.end));
    let found = spots.into_iter().filter_map(|range| {
        let lead_from = clause::start(text, range.start, sentence.start);
        let lead = text.get(lead_from..range.start)?;
        let around = &codelists.exit.around;
        if around.not.iter().any(|word| lead.ends_with(word.as_str())) {
            return None;
        }
        let named_behind = named_behind(text, range.end, places);
        if named_behind.is_none() && !ends_clause(text, range.end, sentence.end, &around.tails) {
            return None;
        }
        let (listed, last) = places.counties_before(lead_from..range.start);
        let between = text.get(last..range.start)?;
        let some_of_many = !listed.is_empty() && around.among.iter().any(|word| between.starts_with(word.as_str()));
        if !some_of_many && around.others.iter().any(|word| between.contains(word.as_str())) {
            return None;
        }
        let counties = match named_behind {
            Some(county) => vec![county],
            None if listed.len() > 1 => listed,
            None => places.area_of(index, range.start, range.end).0.into_iter().collect(),
        };
        let counties: Vec<Area> = counties.into_iter().filter(|area| area.level == AreaLevel::County).collect();
        let aimed = around.aim.iter().any(|word| lead.contains(word.as_str()))
            || plans.aims_at(range.start, clock.looks_ahead(range.start));
        let (period, period_basis) = clock.period_at(range.start);
        let status = if aimed { Status::Target } else { Status::Actual };
        (!counties.is_empty()).then_some(Found { range, counties, period, period_basis, status })
    });
    found.collect()
}

/// Whether nothing but 序列, 目标 and the like stands between byte `at` and the end of its clause.
fn ends_clause(text: &str, at: usize, ceiling: usize, tails: &[String]) -> bool {
    let mut at = at;
    while let Some(tail) = tails.iter().find(|tail| text.get(at..).is_some_and(|rest| rest.starts_with(tail.as_str())))
    {
        at += tail.len();
    }
    clause::end(text, at, ceiling) == at || text.get(at..).is_some_and(|rest| rest.starts_with('、'))
}

/// 2020年脱贫摘帽的同心县: the county is named behind.
fn named_behind(text: &str, at: usize, places: &Places<'_>) -> Option<Area> {
    let of = text.get(at..)?.strip_prefix('的')?;
    places.county_at(text.len() - of.len())
}
