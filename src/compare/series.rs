//! One indicator of one area over time.

use rust_decimal::Decimal;

use super::{ObservationRef, Profile, observation};
use crate::model::{Bound, Form, IndicatorId, Period, Report, Status};

/// Years between two results that a line still joins.
pub const LONGEST_GAP: u16 = 3;

/// A level with a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SeriesPoint {
    /// When: a year, a month or a day.
    pub period: Period,
    /// The figure.
    pub value: Decimal,
    /// Result or aim.
    pub status: Status,
    /// Whether the value is a limit.
    pub bound: Bound,
    /// The statement behind it.
    pub at: ObservationRef,
}

impl SeriesPoint {
    /// Place on a year axis, in years.
    pub fn axis_years(&self) -> f64 {
        self.period.anchor().axis_years()
    }
}

/// One indicator of one area: what can be drawn, and what cannot.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Series {
    /// Dated levels in order of time; equal statements once.
    pub points: Vec<SeriesPoint>,
    /// Changes: never drawn as levels.
    pub changes: Vec<ObservationRef>,
    /// Levels for no single point of time.
    pub undated: Vec<ObservationRef>,
}

impl Series {
    /// What `profile` holds of `indicator`.
    pub fn of(reports: &[Report], profile: &Profile, indicator: &IndicatorId) -> Self {
        let mut series = Self::default();
        for at in &profile.observations {
            let Some(figure) = observation(reports, *at) else { continue };
            if figure.indicator.as_ref() != Some(indicator) {
                continue;
            }
            match (figure.form, figure.period) {
                (Form::Change, _) => series.changes.push(*at),
                (Form::Level, Some(period)) if period.is_point() => series.points.push(SeriesPoint {
                    period,
                    value: figure.quantity.value,
                    status: figure.status,
                    bound: figure.quantity.bound,
                    at: *at,
                }),
                (Form::Level, _) => series.undated.push(*at),
            }
        }
        let key = |point: &SeriesPoint| (point.period.anchor(), point.status, point.value);
        series.points.sort_by_key(|point| (key(point), point.at));
        series.points.dedup_by_key(|point| (key(point), point.bound));
        series
    }

    /// Whether the reports say nothing of it at all.
    pub fn is_empty(&self) -> bool {
        self.points.is_empty() && self.changes.is_empty() && self.undated.is_empty()
    }

    /// The results that a line may join, in order of time, in runs without a long gap: over more than
    /// [`LONGEST_GAP`] years nobody knows how the level moved. Where two statements of one time differ, the first; a limit
    /// (不低于, 以下) is no level and joins nothing.
    pub fn lines(&self) -> Vec<Vec<&SeriesPoint>> {
        let mut runs: Vec<Vec<&SeriesPoint>> = Vec::new();
        for point in self.points.iter().filter(|point| point.status == Status::Actual && is_level(point.bound)) {
            match runs.last_mut() {
                Some(run) if run.last().is_some_and(|last| last.period.anchor() == point.period.anchor()) => {}
                Some(run) if run.last().is_some_and(|last| !long_gap(last, point)) => run.push(point),
                _ => runs.push(vec![point]),
            }
        }
        runs
    }

    /// The last result and the first aim after it, where no long gap lies between.
    pub fn aim(&self) -> Option<[&SeriesPoint; 2]> {
        let last = *self.lines().last()?.last()?;
        let after = |point: &&SeriesPoint| {
            point.status == Status::Target && point.axis_years() > last.axis_years() && !long_gap(last, point)
        };
        Some([last, self.points.iter().find(after)?])
    }
}

fn is_level(bound: Bound) -> bool {
    matches!(bound, Bound::Exact | Bound::Approx)
}

fn long_gap(one: &SeriesPoint, later: &SeriesPoint) -> bool {
    later.period.anchor().year.saturating_sub(one.period.anchor().year) > LONGEST_GAP
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(period: &str, value: i64, status: Status, bound: Bound) -> SeriesPoint {
        let period = period.parse().unwrap();
        SeriesPoint { period, value: value.into(), status, bound, at: ObservationRef { report: 0, id: 1 } }
    }

    fn level(period: &str, value: i64) -> SeriesPoint {
        point(period, value, Status::Actual, Bound::Exact)
    }

    fn runs(points: Vec<SeriesPoint>) -> Vec<Vec<String>> {
        let series = Series { points, ..Series::default() };
        series.lines().iter().map(|run| run.iter().map(|point| point.period.to_string()).collect()).collect()
    }

    #[test]
    fn a_line_breaks_over_more_than_three_years() {
        let points =
            vec![level("2010", 40), level("2014", 20), level("2017-12", 1), level("2018", 0), level("2022", 0)];
        assert_eq!(runs(points), [vec!["2010"], vec!["2014", "2017-12", "2018"], vec!["2022"]]);
    }

    #[test]
    fn aims_and_limits_are_in_no_line_and_of_two_values_of_a_time_only_the_first() {
        let points = vec![
            level("2014", 20),
            level("2014", 21),
            point("2015", 10, Status::Target, Bound::Exact),
            point("2016", 5, Status::Actual, Bound::Max),
            point("2017", 3, Status::Actual, Bound::Approx),
        ];
        assert_eq!(runs(points), [vec!["2014", "2017"]]);
    }

    #[test]
    fn dashes_lead_from_the_last_result_to_the_first_aim_after_it() {
        let aim = |period: &str| point(period, 1, Status::Target, Bound::Max);
        let joined = |points: Vec<SeriesPoint>| {
            let series = Series { points, ..Series::default() };
            series.aim().map(|ends| ends.map(|end| end.period.to_string()))
        };
        let ends = Some(["2018-12".to_owned(), "2019".to_owned()]);
        assert_eq!(joined(vec![aim("2016"), level("2018-12", 8), aim("2019"), aim("2020")]), ends);
        assert_eq!(joined(vec![level("2014", 8), aim("2020")]), None);
        assert_eq!(joined(vec![aim("2020")]), None);
    }
}
