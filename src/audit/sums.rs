//! Parts and whole: 4475户14819人…其中…3162户10572人…1313户4247人.
//!
//! A sum is reckoned only where the text lists parts of something: after 其中, in brackets right behind the whole, before
//! 合计, or behind a whole that counts everything (共). A list that fits is a check that agrees. A list that does not fit
//! may be incomplete; it differs only where it must be complete or where one wrong digit explains it.

use rust_decimal::Decimal;

use super::misprint;
use super::reckon::{Use, hold};
use super::sentence::{Figure, Sentence};
use crate::codelist::Codelists;
use crate::model::{Check, CheckKind, Operator, Role};

/// How surely a list of parts is all of the whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Complete {
    /// The text says so.
    Surely,
    /// It may be.
    Maybe,
}

/// How many earlier figures of the unit are tried as the whole of a list.
const WHOLES_TRIED: usize = 3;

/// The sums of `sentences`, which follow each other in one report.
pub(super) fn checks(sentences: &[Sentence<'_>], codelists: &Codelists, out: &mut Vec<Check>) {
    for (index, sentence) in sentences.iter().enumerate() {
        // 其中 at the start of a sentence speaks of the sentence before.
        let before = index.checked_sub(1).and_then(|last| sentences.get(last));
        let before = before.filter(|before| sentence.follows(before)).map_or(&[][..], |before| &before.figures);
        let opened = of_which(before, &sentence.figures, codelists, out);
        in_brackets(&sentence.figures, codelists, out);
        summed_up(&sentence.figures, codelists, out);
        if !opened {
            broken_down(&sentence.figures, codelists, out);
        }
    }
    pairs(sentences, codelists, out);
}

/// Pairs of households and people that make up another pair of the article: 3047户10530人 and 1428户4289人 are 4475户14819人.
/// That both sums fit, or one does and a wrong digit explains the other, is no chance where the numbers are long.
fn pairs(sentences: &[Sentence<'_>], codelists: &Codelists, out: &mut Vec<Check>) {
    /// The fewest households and people that a whole must have.
    const FEWEST: Decimal = Decimal::ONE_HUNDRED;
    for article in sentences.chunk_by(|a, b| a.article == b.article) {
        let figures: Vec<&Figure<'_>> = article.iter().flat_map(|sentence| &sentence.figures).collect();
        let is_pair = |two: &&[&Figure<'_>]| {
            two.iter().all(|figure| figure.adds(codelists))
                && matches!(two, [first, second] if first.kind == "household" && second.kind == "person" && second.is_paired())
        };
        let found: Vec<&[&Figure<'_>]> = figures.windows(2).filter(is_pair).collect();
        for parts in found.windows(2) {
            let [[first_houses, first_people], [second_houses, second_people]] = parts else { continue };
            for whole in &found {
                let [houses, people] = whole else { continue };
                if houses.at == first_houses.at || houses.at == second_houses.at {
                    continue;
                }
                let long = |figure: &Figure<'_>| figure.observation.quantity.value >= FEWEST;
                let sums =
                    sum(&[*first_houses, *second_houses], houses).zip(sum(&[*first_people, *second_people], people));
                let Some((houses_sum, people_sum)) = sums.filter(|_| long(houses) && long(people)) else { continue };
                let explained = |parts: [&Figure<'_>; 2], whole: &Figure<'_>| {
                    let value = |figure: &Figure<'_>| figure.observation.quantity.value;
                    misprint::explains(&parts.map(value), value(whole))
                };
                let believed = match (houses_sum.differs(), people_sum.differs()) {
                    (false, false) => true,
                    (false, true) => explained([first_people, second_people], people),
                    (true, false) => explained([first_houses, second_houses], houses),
                    (true, true) => false,
                };
                if believed {
                    out.extend([houses_sum, people_sum]);
                }
            }
        }
    }
}

/// Lists that 其中 opens; whether there was one.
fn of_which(before: &[Figure<'_>], figures: &[Figure<'_>], codelists: &Codelists, out: &mut Vec<Check>) -> bool {
    let opens = |figure: &Figure<'_>| codelists.audit.of_which.iter().any(|word| figure.lead.contains(word.as_str()));
    let mut any = false;
    for (at, opener) in figures.iter().enumerate().filter(|(_, figure)| opens(figure)) {
        any = true;
        let (earlier, list) = figures.split_at(at);
        let end = list.iter().skip(1).position(|figure| opens(figure) && figure.depth <= opener.depth);
        let list = end.and_then(|end| list.get(..=end)).unwrap_or(list);
        let earlier: Vec<&Figure<'_>> = if at == 0 { before.iter().collect() } else { earlier.iter().collect() };
        listed(&earlier, list, opener.depth, codelists, out);
    }
    any
}

/// For each unit of `list`, the list against the nearest wholes among `earlier`.
fn listed(earlier: &[&Figure<'_>], list: &[Figure<'_>], depth: usize, codelists: &Codelists, out: &mut Vec<Check>) {
    let mut found = Vec::new();
    let mut missed = Vec::new();
    for kind in kinds(list) {
        let parts: Vec<&Figure<'_>> = list
            .iter()
            .filter(|figure| figure.kind == kind && figure.depth == depth && figure.adds(codelists))
            .collect();
        let wholes = earlier.iter().rev().filter(|figure| figure.kind == kind && figure.adds(codelists));
        let wholes: Vec<&Figure<'_>> = wholes.take(WHOLES_TRIED).copied().collect();
        let agreeing = wholes.iter().find_map(|whole| {
            (2..=parts.len()).find_map(|count| sum(parts.get(..count)?, whole).filter(|check| !check.differs()))
        });
        match agreeing {
            Some(check) => found.push(check),
            None => missed.extend(wholes.first().map(|whole| (parts, *whole))),
        }
    }
    for (parts, whole) in &missed {
        // Households and people are listed in the same pairs: the one sum vouches for the other, or speaks against it.
        let other = found.iter().any(|check: &Check| check.left.len() == parts.len());
        let complete = match (in_pairs(parts, list), other) {
            (true, false) => continue,
            (true, true) => Complete::Surely,
            (false, _) if has_rest(parts, codelists) => Complete::Surely,
            (false, _) => Complete::Maybe,
        };
        out.extend(missing(parts, whole, complete));
    }
    out.extend(found);
}

/// A list in brackets right behind its whole: 19个（县城6个、乡镇13个）.
fn in_brackets(figures: &[Figure<'_>], codelists: &Codelists, out: &mut Vec<Check>) {
    /// Longest noun between the whole and its bracket, in characters.
    const NOUN: usize = 12;
    let is_open = |ch: char| matches!(ch, '（' | '(');
    for (at, whole) in figures.iter().enumerate() {
        let Some(noun) = whole.tail.split(is_open).next().filter(|noun| noun.len() < whole.tail.len()) else {
            continue;
        };
        let plain = noun.chars().count() <= NOUN && noun.chars().all(char::is_alphanumeric);
        let inside = |figure: &&Figure<'_>| figure.depth > whole.depth;
        let behind = figures.get(at + 1..).unwrap_or(&[]);
        // （…）…（…）: a second bracket is about something else.
        let second = behind.iter().skip(1).position(|figure| figure.lead.contains(['）', ')']));
        let first = behind.get(..second.map_or(behind.len(), |second| second + 1)).unwrap_or(&[]);
        let list: Vec<Figure<'_>> = first.iter().take_while(inside).cloned().collect();
        let of_which = |word: &String| list.first().is_some_and(|first| first.lead.contains(word.as_str()));
        if !plain || codelists.audit.of_which.iter().any(of_which) {
            continue;
        }
        // 4475户14819人（…）: the bracket is about both.
        let wholes: Vec<&Figure<'_>> = match at.checked_sub(1).and_then(|last| figures.get(last)) {
            Some(pair) if whole.is_paired() => vec![pair, whole],
            _ => vec![whole],
        };
        // Other figures between them are words about the parts, not a bare list of them.
        let bare = list.iter().all(|figure| wholes.iter().any(|whole| whole.kind == figure.kind));
        for whole in wholes.iter().filter(|whole| whole.adds(codelists)) {
            let depth = whole.depth + 1;
            let parts: Vec<&Figure<'_>> = list
                .iter()
                .filter(|figure| figure.kind == whole.kind && figure.depth == depth && figure.adds(codelists))
                .collect();
            let complete = if bare && nearly(&parts, whole) { Complete::Surely } else { Complete::Maybe };
            out.extend(missing(&parts, whole, complete));
        }
    }
}

/// A list before its sum: A 6个，B 13个，合计19个.
fn summed_up(figures: &[Figure<'_>], codelists: &Codelists, out: &mut Vec<Check>) {
    for (at, whole) in figures.iter().enumerate().filter(|(_, figure)| figure.adds(codelists)) {
        let clause = whole.clause;
        if !codelists.audit.sum.iter().any(|word| clause.ends_with(word.as_str())) {
            continue;
        }
        let earlier = figures.get(..at).unwrap_or(&[]).iter().rev();
        let parts: Vec<&Figure<'_>> = earlier
            .take_while(|figure| figure.depth == whole.depth)
            .filter(|figure| figure.kind == whole.kind && figure.adds(codelists))
            .collect();
        let fits = (2..=parts.len()).find_map(|count| {
            let mut parts = parts.get(..count)?.to_vec();
            parts.reverse();
            sum(&parts, whole).filter(|check| !check.differs())
        });
        match fits {
            Some(check) => out.push(check),
            None => out.extend(missing(&parts.into_iter().rev().collect::<Vec<_>>(), whole, Complete::Maybe)),
        }
    }
}

/// A whole that counts everything, and a list behind it without 其中: 共有57450名农民参会，外出务工38588人、县内务工18862人.
fn broken_down(figures: &[Figure<'_>], codelists: &Codelists, out: &mut Vec<Check>) {
    for (at, whole) in figures.iter().enumerate().filter(|(_, figure)| figure.adds(codelists)) {
        let clause = whole.clause;
        if !codelists.audit.everything.iter().any(|word| clause.contains(word.as_str())) {
            continue;
        }
        let parts: Vec<&Figure<'_>> = figures
            .iter()
            .skip(at + 1)
            .skip_while(|figure| figure.is_paired() && figure.kind != whole.kind)
            .take_while(|figure| !figure.lead.contains('；') && figure.depth == whole.depth)
            .filter(|figure| figure.adds(codelists) && figure.kind == whole.kind)
            .collect();
        let fits = (2..=parts.len()).find_map(|count| sum(parts.get(..count)?, whole).filter(|check| !check.differs()));
        match fits {
            Some(check) => out.push(check),
            None => out.extend(missing(&parts, whole, Complete::Maybe)),
        }
    }
}

/// The sum of `parts` against `whole`, where there is something to say of it.
fn missing(parts: &[&Figure<'_>], whole: &Figure<'_>, complete: Complete) -> Option<Check> {
    let check = sum(parts, whole)?;
    let values: Vec<Decimal> = parts.iter().map(|part| part.observation.quantity.value).collect();
    let says_something = !check.differs()
        || complete == Complete::Surely
        || misprint::explains(&values, whole.observation.quantity.value);
    says_something.then_some(check)
}

/// Whether `parts` miss `whole` by a tenth of it at most: 107个（贫困村37个、深度贫困村12个） lists two facts, not all villages.
fn nearly(parts: &[&Figure<'_>], whole: &Figure<'_>) -> bool {
    let value = |figure: &Figure<'_>| figure.observation.quantity.value;
    let sum = parts.iter().try_fold(Decimal::ZERO, |sum, part| sum.checked_add(value(part)));
    let gap = sum.and_then(|sum| value(whole).checked_sub(sum)).map(|gap| gap.abs());
    gap.and_then(|gap| gap.checked_mul(Decimal::TEN)).is_some_and(|gap| gap <= value(whole))
}

/// `parts` added up against `whole`: two parts or more, of the same status.
fn sum(parts: &[&Figure<'_>], whole: &Figure<'_>) -> Option<Check> {
    let same = parts.iter().all(|part| part.observation.status == whole.observation.status);
    if parts.len() < 2 || !same {
        return None;
    }
    let left: Vec<Use<'_>> = parts.iter().map(|part| Use::of(Operator::Plus, Role::Part, part)).collect();
    let right = [Use::of(Operator::Plus, Role::Whole, whole)];
    hold(CheckKind::PartsAndWhole, &left, &right, &whole.observation.quantity.unit, Decimal::ZERO)
}

/// The kinds of unit in `figures`, each once, in order.
fn kinds(figures: &[Figure<'_>]) -> Vec<String> {
    let mut kinds: Vec<String> = Vec::new();
    for figure in figures {
        if !kinds.contains(&figure.kind) {
            kinds.push(figure.kind.clone());
        }
    }
    kinds
}

/// Whether each of `parts` is one half of a pair (3162户10572人).
fn in_pairs(parts: &[&Figure<'_>], list: &[Figure<'_>]) -> bool {
    parts.len() > 1
        && parts.iter().all(|part| {
            let at = list.iter().position(|figure| figure.at == part.at);
            let behind = at.and_then(|at| list.get(at + 1));
            part.is_paired() || behind.is_some_and(Figure::is_paired)
        })
}

/// Whether the last of `parts` is all the rest.
fn has_rest(parts: &[&Figure<'_>], codelists: &Codelists) -> bool {
    let last = parts.last().map_or("", |last| last.clause);
    codelists.audit.rest.iter().any(|word| last.starts_with(word.as_str()))
}
