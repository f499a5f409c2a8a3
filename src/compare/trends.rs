//! What the trend plot shows: some indicators of some counties over time, thresholds and exits.

use rust_decimal::Decimal;

use super::exits::{DatedExit, dated_exits};
use super::{Profile, Series};
use crate::codelist::Codelists;
use crate::model::{Area, Derived, DerivedKind, IndicatorId, Report};

/// Counties that can be drawn beside the two compared.
pub const MOST_PINNED: usize = 6;

/// One county of the plot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrendCounty {
    /// Which look it has: 0 and 1 for the two sides, then the pinned ones in their order.
    pub slot: usize,
    /// The county.
    pub area: Area,
    /// The poverty incidence in per cent at which it may leave the list of poor counties; `None` where no rule says.
    pub threshold: Option<Decimal>,
    /// When it left or means to, in order of time.
    pub exits: Vec<DatedExit>,
}

/// One indicator of all counties of the plot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chart {
    /// What is drawn.
    pub indicator: IndicatorId,
    /// One for each county, in their order.
    pub series: Vec<Series>,
    /// Values that no report states, each with the index of its county.
    pub derived: Vec<(usize, Derived)>,
}

/// Everything the plot shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trends {
    /// The two sides, as far as they are chosen, then the pinned ones.
    pub counties: Vec<TrendCounty>,
    /// One chart for each indicator.
    pub charts: Vec<Chart>,
}

impl Trends {
    /// What `reports` say of `indicators` in the counties of `sides` and in those `pinned`, and those of the `derived`
    /// values that belong there. A county that is on a side already is not drawn a second time.
    pub fn of(
        reports: &[Report],
        sides: &[Option<Profile>; 2],
        pinned: &[Profile],
        (indicators, derived): (&[IndicatorId], &[Derived]),
        codelists: &Codelists,
    ) -> Self {
        let sides = sides.iter().enumerate().filter_map(|(slot, profile)| Some((slot, profile.as_ref()?)));
        let mut profiles: Vec<(usize, &Profile)> = sides.collect();
        for (index, profile) in pinned.iter().enumerate().take(MOST_PINNED) {
            if profiles.iter().all(|(_, known)| known.area != profile.area) {
                profiles.push((index + 2, profile));
            }
        }
        let county = |(slot, profile): &(usize, &Profile)| TrendCounty {
            slot: *slot,
            area: profile.area.clone(),
            threshold: profile.area.code.and_then(|code| codelists.exit.threshold(code)),
            exits: dated_exits(reports, &profile.exits),
        };
        let of_chart = |indicator: &IndicatorId| {
            // Yuan for each head have no place on an axis of yuan.
            let on_axis = |value: &&Derived| value.indicator == *indicator && value.kind != DerivedKind::PerHead;
            let here = derived.iter().filter(on_axis);
            let county = |value: &Derived| profiles.iter().position(|(_, profile)| is_same(&profile.area, &value.area));
            here.filter_map(|value| Some((county(value)?, value.clone()))).collect()
        };
        let chart = |indicator: &IndicatorId| Chart {
            indicator: indicator.clone(),
            series: profiles.iter().map(|(_, profile)| Series::of(reports, profile, indicator)).collect(),
            derived: of_chart(indicator),
        };
        Self { counties: profiles.iter().map(county).collect(), charts: indicators.iter().map(chart).collect() }
    }

    /// The exits of all counties, the latest first: a label that finds no room on the right is placed before those that it
    /// would otherwise have to cross.
    pub fn exits(&self) -> Vec<(&TrendCounty, &DatedExit)> {
        let counties = self.counties.iter();
        let mut exits: Vec<_> =
            counties.flat_map(|county| county.exits.iter().map(move |exit| (county, exit))).collect();
        exits.sort_by(|(_, one), (_, other)| other.at.axis_years().total_cmp(&one.at.axis_years()));
        exits
    }
}

/// Whether two mentions mean one place: a name without a code is taken for the coded place of that name.
fn is_same(one: &Area, other: &Area) -> bool {
    match (one.code, other.code) {
        (Some(one), Some(other)) => one == other,
        _ => one.name == other.name && one.level == other.level,
    }
}
