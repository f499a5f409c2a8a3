//! The audit: do a report's figures fit each other? Reckons with stated figures and never changes one.
//!
//! Precision before recall: a check is made only where the text's own structure says that figures belong together. The
//! words that say so are in `assets/codelists/audit.toml`.

mod averages;
mod base;
mod changes;
mod counts;
mod derived;
mod misprint;
mod reckon;
mod repeated;
mod sentence;
mod shares;
mod sums;

pub use derived::derived;

use crate::codelist::Codelists;
use crate::model::{Check, ObservationRef, Report};

/// All checks of `reports`, each set of figures once, in the order of the text; checks across reports stand with the
/// first of them.
pub fn checks(reports: &[Report], codelists: &Codelists) -> Vec<Check> {
    let mut out = Vec::new();
    for (index, report) in reports.iter().enumerate() {
        let sentences = sentence::sentences(index, report, codelists);
        sums::checks(&sentences, codelists, &mut out);
        shares::checks(&sentences, codelists, &mut out);
        for sentence in &sentences {
            changes::checks(sentence, codelists, &mut out);
            averages::checks(sentence, codelists, &mut out);
        }
    }
    base::checks(reports, &mut out);
    repeated::checks(reports, codelists, &mut out);
    in_order(out)
}

/// The figures that a check speaks against, sorted, each once.
pub fn flagged(checks: &[Check]) -> Vec<ObservationRef> {
    let mut figures = sorted(checks.iter().filter(|check| check.differs()).flat_map(Check::figures).collect());
    figures.dedup();
    figures
}

/// Sorted by their figures, and the same arithmetic only once.
fn in_order(mut checks: Vec<Check>) -> Vec<Check> {
    checks.sort_by_cached_key(|check| {
        let figures = check.figures();
        (figures.iter().min().copied(), check.kind, sorted(figures))
    });
    checks.dedup_by(|a, b| a.kind == b.kind && sorted(a.figures()) == sorted(b.figures()));
    checks
}

fn sorted(mut figures: Vec<ObservationRef>) -> Vec<ObservationRef> {
    figures.sort_unstable();
    figures
}
