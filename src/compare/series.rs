//! One indicator of one area over time.

use rust_decimal::Decimal;

use super::{ObservationRef, Profile, observation};
use crate::model::{Bound, Form, IndicatorId, Period, Report, Status};

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

    /// The results, in order of time; where two statements of one time differ, the first.
    pub fn actual_line(&self) -> impl Iterator<Item = &SeriesPoint> {
        let mut last = None;
        self.points.iter().filter(|point| point.status == Status::Actual).filter(move |point| {
            let at = point.period.anchor();
            last.replace(at) != Some(at)
        })
    }
}
