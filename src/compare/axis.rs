//! The axes of a chart: years with room at both ends, values from zero or by powers of ten.

/// Years that the margin for values without a time is wide, against ten years of axis.
const MARGIN_SHARE: f64 = 0.12;
/// Room beside the last point for its label, in shares of the years shown.
const LABEL_SHARE: f64 = 0.18;

/// A line across the plot, with a label.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tick {
    /// Place on the axis: years; values or their logarithms.
    pub at: f64,
    /// Distance to the next, in years or values.
    pub step: f64,
}

/// The year axis that all charts share.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct YearAxis {
    /// Where years begin.
    pub first: f64,
    /// Both ends of the axis, in years; before `first` lies the margin of values whose time nobody states.
    pub ends: [f64; 2],
}

impl YearAxis {
    /// An axis for what stands at `places`, in years; `None` where nothing does. `margin`: with room for values without
    /// a time.
    pub fn of(places: &[f64], margin: bool) -> Option<Self> {
        let first = places.iter().copied().map(f64::floor).reduce(f64::min);
        let last = places.iter().copied().map(f64::floor).reduce(f64::max);
        let (Some(first), Some(last)) = (first, last) else {
            return margin.then_some(Self { first: 0.5, ends: [0.0, 0.5] });
        };
        // A few years around a lone point.
        let (first, last) = if last - first < 2.0 { (first - 1.0, last + 1.0) } else { (first, last) };
        // A year's label stands at mid-year, where a figure for the whole year is drawn; a figure for a year's end
        // stands between two labels.
        let at_year_end = places.iter().any(|place| *place > last + 0.85);
        let (from, nearest) = (first + 0.05, last + if at_year_end { 1.7 } else { 1.2 });
        let to = places.iter().map(|place| place + (nearest - from) * LABEL_SHARE).fold(nearest, f64::max);
        // No year's label at the very end.
        let to = if (0.5..0.75).contains(&to.fract()) { to.floor() + 0.75 } else { to };
        let room = if margin { (to - from) * MARGIN_SHARE } else { 0.0 };
        Some(Self { first: from, ends: [from - room, to] })
    }

    /// Middle of the margin, in years.
    pub fn margin(&self) -> f64 {
        f64::midpoint(self.ends[0], self.first)
    }

    /// Grid marks between `from` and `to`, for at most `most` labels.
    pub fn marks(&self, from: f64, to: f64, most: f64) -> Vec<Tick> {
        let every = ((to - from.max(self.first)) / most).ceil().max(1.0);
        let mut marks = Vec::new();
        // The same years bear labels wherever the plot is moved.
        let mut year = (self.first.floor() / every).floor() * every;
        while year + 0.5 <= to {
            if year + 0.5 >= from.max(self.first) {
                marks.push(Tick { at: year + 0.5, step: every });
            }
            year += every;
        }
        marks
    }
}

/// The value axis of one chart.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ValueAxis {
    /// Values are drawn by their logarithm to the base of ten.
    pub log: bool,
    /// Both ends, in values or their logarithms.
    pub ends: [f64; 2],
}

impl ValueAxis {
    /// An axis for `values`, with the share `headroom` of the height free above. Linear axes begin at zero, or below
    /// where values do. `None` where nothing can be drawn: a logarithmic axis has no place for zero.
    pub fn of(values: impl Iterator<Item = f64> + Clone, log: bool, headroom: f64) -> Option<Self> {
        if log {
            let logs = values.filter(|value| *value > 0.0).map(f64::log10);
            let (low, high) = (logs.clone().reduce(f64::min)?, logs.reduce(f64::max)?);
            let low = (low - 0.12).min(high - 0.5);
            return Some(Self { log, ends: [low, low + (high - low).max(0.5) / (1.0 - headroom)] });
        }
        let (low, high) = (values.clone().reduce(f64::min)?.min(0.0), values.reduce(f64::max)?.max(0.0));
        let high = if high > low { low + (high - low) / (1.0 - headroom) } else { low + 1.0 };
        let low = if low < 0.0 { low - (high - low) * 0.06 } else { 0.0 };
        Some(Self { log, ends: [low, high] })
    }

    /// Where `value` is drawn; `None` where the scale has no place for it.
    pub fn place(&self, value: f64) -> Option<f64> {
        if !self.log {
            return Some(value);
        }
        (value > 0.0).then(|| value.log10())
    }

    /// The value that is drawn at `place`.
    pub fn value(&self, place: f64) -> f64 {
        if self.log { 10_f64.powf(place) } else { place }
    }

    /// Grid marks between `from` and `to`, about `most` of them: in steps of 1, 2 or 5 times a power of ten; by 1, 2 and 5
    /// of each power where logarithms are drawn. `step` is in values.
    pub fn marks(&self, from: f64, to: f64, most: f64) -> Vec<Tick> {
        if self.log && to - from > 0.8 {
            return log_marks(from, to);
        }
        let (low, high) = (self.value(from), self.value(to));
        let step = nice_step((high - low) / most);
        let mut marks = Vec::new();
        let mut value = (low / step).ceil() * step;
        // A mark at the very top would be cut by the head of the card.
        while value <= low + (high - low) * 0.96 {
            marks.extend(self.place(value).map(|at| Tick { at, step }));
            value += step;
        }
        marks
    }
}

fn log_marks(from: f64, to: f64) -> Vec<Tick> {
    let steps: &[f64] = if to - from > 3.0 { &[1.0] } else { &[1.0, 2.0, 5.0] };
    let mut marks = Vec::new();
    let mut power = from.floor();
    while power <= to {
        let unit = 10_f64.powf(power);
        let places = steps.iter().map(|step| (step * unit).log10());
        let inside = places.filter(|place| from <= *place && *place <= from + (to - from) * 0.96);
        marks.extend(inside.map(|at| Tick { at, step: unit }));
        power += 1.0;
    }
    marks
}

fn nice_step(rough: f64) -> f64 {
    if rough <= 0.0 || !rough.is_finite() {
        return 1.0;
    }
    let power = 10_f64.powf(rough.log10().floor());
    let steps = [1.0, 2.0, 5.0].map(|factor| factor * power);
    steps.into_iter().find(|step| *step >= rough * 0.999).unwrap_or(10.0 * power)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(marks: &[Tick], axis: ValueAxis) -> Vec<String> {
        marks.iter().map(|mark| format!("{:.0}", axis.value(mark.at))).collect()
    }

    #[test]
    fn a_linear_axis_begins_at_zero_or_below_what_is_negative() {
        let axis = ValueAxis::of([20.5, 0.7].into_iter(), false, 0.2).unwrap();
        assert_eq!(values(&axis.marks(axis.ends[0], axis.ends[1], 6.0), axis), ["0", "5", "10", "15", "20"]);
        let axis = ValueAxis::of([-3.0, 2.0].into_iter(), false, 0.2).unwrap();
        assert!(axis.ends[0] < -3.0 && axis.ends[1] > 2.0);
        assert!(ValueAxis::of(std::iter::empty(), false, 0.2).is_none());
    }

    #[test]
    fn a_logarithmic_axis_has_no_zero() {
        let axis = ValueAxis::of([0.0, 0.7, 48_626.0].into_iter(), true, 0.2).unwrap();
        assert_eq!(axis.place(0.0), None);
        assert_eq!(
            values(&axis.marks(axis.ends[0], axis.ends[1], 6.0), axis),
            ["1", "10", "100", "1000", "10000", "100000"]
        );
        assert!(ValueAxis::of([0.0].into_iter(), true, 0.2).is_none());
    }

    #[test]
    fn years_have_room_at_both_ends_and_a_margin_for_what_has_no_time() {
        let places = [2014.5, 2017.96];
        let axis = YearAxis::of(&places, false).unwrap();
        assert!(axis.ends[0] < 2014.5 && axis.ends[1] > 2018.5);
        let with = YearAxis::of(&places, true).unwrap();
        assert!(with.ends[0] < with.margin() && with.margin() < with.first);
        assert_eq!(YearAxis::of(&[], false), None);
        let years: Vec<f64> = axis.marks(axis.ends[0], axis.ends[1], 14.0).iter().map(|mark| mark.at).collect();
        assert_eq!(years, [2014.5, 2015.5, 2016.5, 2017.5, 2018.5]);
    }
}
