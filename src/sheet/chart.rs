//! One chart of the sheet: an indicator of all counties over time, its threshold and the counties' exits.

use rust_decimal::Decimal;

use super::font::{Fonts, Style};
use super::labels::Labels;
use super::layout::{Anchor, Drawing, Ink, Outline, Point, Rect, Stroke, at};
use super::marks::{Marker, RADIUS, draw_bound, solid};
use super::theme::{PAPER, SheetTheme};
use crate::codelist::Codelists;
use crate::compare::{Chart, DatedExit, SeriesPoint, TrendCounty, Trends, ValueAxis, YearAxis, observation};
use crate::locale::{Locale, axis_text, correction_mark};
use crate::model::{Derived, ObservationRef, Period, Report, Status};

/// What a plot is made of.
#[derive(Clone, Copy)]
pub struct PlotSource<'a> {
    /// What it shows.
    pub trends: &'a Trends,
    /// The reports that say so.
    pub reports: &'a [Report],
    /// The catalogue.
    pub codelists: &'a Codelists,
    /// The language of names and labels.
    pub locale: &'a Locale,
}

/// Text sizes of a plot, in points.
const SMALL: f32 = 10.5;
const LABEL: f32 = 11.0;
/// Room below the axis for years, beside it for values.
const FOOT: f32 = 26.0;
const LEFT: f32 = 48.0;
/// Between a value and its axis.
const VALUE_GAP: f32 = 6.0;
/// Room right of the last year.
const RIGHT: f32 = 10.0;
/// Height of a line of labels.
const LINE: f32 = 15.0;
/// Rows of exit labels that are tried, from the top.
const EXIT_ROWS: u8 = 4;
/// Values on the axis are at least so far apart.
const STEP_HEIGHT: f32 = 28.0;
/// Room that a year's label needs.
const YEAR_WIDTH: f32 = 46.0;

/// A chart being drawn.
pub(super) struct ChartDrawing<'a> {
    source: PlotSource<'a>,
    chart: &'a Chart,
    fonts: &'a Fonts,
    theme: SheetTheme,
    out: Drawing,
}

/// A point of the chart and what is behind it.
struct Mark<'a> {
    county: &'a TrendCounty,
    place: Point,
    label: String,
    kind: Kind<'a>,
    /// Whether the county's points end here: the label bears its name.
    ends: bool,
}

#[derive(Clone, Copy)]
enum Kind<'a> {
    Stated(&'a SeriesPoint),
    Derived(Option<ObservationRef>),
}

/// From years and values to points of the drawing.
struct Scales {
    years: YearAxis,
    values: ValueAxis,
    frame: Rect,
}

impl Scales {
    fn x(&self, years: f64) -> f32 {
        let [from, to] = self.years.ends;
        self.frame.min.x + narrow((years - from) / (to - from)) * self.frame.width()
    }

    fn y(&self, value: Decimal) -> Option<f32> {
        let [from, to] = self.values.ends;
        let place = self.values.place(wide(value))?;
        Some(self.frame.max.y - narrow((place - from) / (to - from)) * self.frame.height())
    }

    fn point(&self, point: &SeriesPoint) -> Option<Point> {
        Some(at(self.x(point.axis_years()), self.y(point.value)?))
    }
}

/// A share of the page; a picture has no more digits.
#[allow(clippy::cast_possible_truncation, reason = "places on a page")]
fn narrow(share: f64) -> f32 {
    share as f32
}

fn wide(value: Decimal) -> f64 {
    f64::try_from(value).unwrap_or(0.0)
}

impl<'a> ChartDrawing<'a> {
    pub(super) fn new(source: PlotSource<'a>, chart: &'a Chart, fonts: &'a Fonts, theme: SheetTheme) -> Self {
        Self { source, chart, fonts, theme, out: Drawing::default() }
    }

    /// Whether anything can be drawn.
    pub(super) fn is_empty(&self) -> bool {
        self.chart.derived.is_empty() && self.chart.series.iter().all(|series| series.points.is_empty())
    }

    /// Counties that state nothing that could be drawn, in words.
    pub(super) fn messages(&self) -> Vec<String> {
        let indicator = self.name();
        let mut out = Vec::new();
        for (key, stated) in [("plot-not-stated", false), ("plot-only-undrawn", true)] {
            let counties = self.source.trends.counties.iter().zip(self.chart.series.iter().enumerate());
            let names: Vec<&str> = counties
                .filter(|(_, (index, series))| {
                    let derived = self.chart.derived.iter().any(|(county, _)| county == index);
                    series.points.is_empty() && !derived && series.is_empty() != stated
                })
                .map(|(county, _)| &*county.area.name)
                .collect();
            if !names.is_empty() {
                let names = names.join(if self.source.locale.language().is_chinese() { "、" } else { ", " });
                let arguments = [("area", (&names).into()), ("indicator", (&indicator).into())];
                out.push(self.source.locale.with(key, &arguments));
            }
        }
        out
    }

    /// Name of the indicator, with its unit.
    pub(super) fn title(&self) -> String {
        let unit = self.unit();
        let brackets = if self.source.locale.language().is_chinese() { ["（", "）"] } else { [" (", ")"] };
        if unit.is_empty() { self.name() } else { format!("{}{}{unit}{}", self.name(), brackets[0], brackets[1]) }
    }

    fn name(&self) -> String {
        let found = self.source.codelists.indicator(&self.chart.indicator);
        found.map_or_else(|| self.chart.indicator.to_string(), |found| self.source.locale.indicator(found).to_owned())
    }

    fn unit(&self) -> String {
        let found = self.source.codelists.indicator(&self.chart.indicator);
        found.map_or_else(String::new, |found| self.source.locale.unit(&found.unit).to_owned())
    }

    fn style(&self, size: f32, bold: bool, slot: Option<usize>) -> Style {
        Style { size, bold, colour: slot.map_or_else(|| self.theme.dim(), |slot| self.theme.county(slot)) }
    }

    /// Draws it into a rectangle of `width` and `height`, years on an axis for `places` where other charts share it.
    pub(super) fn draw(mut self, [width, height]: [f32; 2], years: YearAxis) -> Drawing {
        let thresholds = self.thresholds();
        let stated = self.chart.series.iter().flat_map(|series| &series.points).map(|point| point.value);
        let derived = self.chart.derived.iter().map(|(_, derived)| derived.value);
        let lines = thresholds.iter().map(|(percent, _)| *percent);
        let values: Vec<f64> = stated.chain(derived).chain(lines).map(wide).collect();
        let exits: usize = self.source.trends.counties.iter().map(|county| county.exits.len()).sum();
        let frame_height = height - FOOT - 2.0;
        let talk = LINE * (2.0 + f32::from(u8::try_from(exits.min(3)).unwrap_or(3)));
        let headroom = f64::from((talk / frame_height).min(0.45));
        let Some(values) = ValueAxis::of(values.iter().copied(), false, headroom) else { return self.out };
        let ticks = self.value_ticks(values, frame_height);
        let style = self.style(SMALL, false, None);
        let widest = ticks.iter().map(|(_, words)| self.fonts.width(words, style)).fold(0.0, f32::max);
        let left = LEFT.max(widest + VALUE_GAP);
        let frame = Rect::new(left, 2.0, width - left - RIGHT, frame_height);
        let scales = Scales { years, values, frame };
        self.axes(&scales, &ticks);
        let marks = self.marks(&scales);
        let reach = RADIUS + 1.5;
        let rects =
            marks.iter().map(|mark| Rect::new(mark.place.x - reach, mark.place.y - reach, 2.0 * reach, 2.0 * reach));
        let mut labels = Labels::new(frame, rects.collect(), self.segments(&scales));
        self.threshold_lines(&thresholds, &scales, &mut labels);
        self.exits(&scales, &mut labels);
        self.series_lines(&scales);
        self.mark_labels(&marks, &mut labels);
        for mark in marks.iter().rev() {
            self.mark(mark);
        }
        self.out
    }

    /// What the value axis of this height says, and where on it.
    fn value_ticks(&self, values: ValueAxis, height: f32) -> Vec<(f64, String)> {
        let rate = self.source.codelists.indicator(&self.chart.indicator).is_some_and(|found| found.unit == "%");
        let [bottom, top] = values.ends;
        let steps = f64::from((height / STEP_HEIGHT).clamp(2.0, 6.0));
        let ticks = values.marks(bottom, top, steps).into_iter();
        ticks.map(|tick| (tick.at, axis_text(values.value(tick.at), tick.step, rate))).collect()
    }

    fn axes(&mut self, scales: &Scales, ticks: &[(f64, String)]) {
        let frame = scales.frame;
        let [bottom, top] = scales.values.ends;
        let style = self.style(SMALL, false, None);
        for (tick, words) in ticks {
            let y = frame.max.y - narrow((tick - bottom) / (top - bottom)) * frame.height();
            if tick.abs() >= 1e-9 {
                self.out.line(at(frame.min.x, y), at(frame.max.x, y), solid(self.theme.rule(), 0.8));
            }
            let place = at(frame.min.x - VALUE_GAP, y + SMALL * 0.36);
            let text = self.fonts.set(words, style, place, Anchor::End);
            self.out.text(text);
        }
        let [from, to] = scales.years.ends;
        self.out.line(at(frame.min.x, frame.max.y), at(frame.max.x, frame.max.y), solid(self.theme.dim(), 1.0));
        let most = f64::from((frame.width() / YEAR_WIDTH).floor().max(1.0));
        // Below the arrow of a limit at zero.
        let baseline = frame.max.y + 12.0 + SMALL * 0.88;
        for tick in scales.years.marks(from, to, most) {
            let place = at(scales.x(tick.at), baseline);
            let text = self.fonts.set(&format!("{:.0}", tick.at.floor()), style, place, Anchor::Middle);
            if text.left() >= frame.min.x && text.bounds().max.x <= frame.max.x + RIGHT {
                self.out.text(text);
            }
        }
        if from < scales.years.first {
            let edge = scales.x(scales.years.first).min(frame.max.x);
            self.out.line(at(edge, frame.min.y), at(edge, frame.max.y), solid(self.theme.rule(), 0.8));
            let middle = f32::midpoint(frame.min.x, edge);
            let words = self.source.locale.text("period-undated");
            let text = self.fonts.set(&words, style, at(middle, baseline), Anchor::Middle);
            self.out.text(text);
        }
    }

    /// The lines below which counties may leave, each with those that it is for.
    fn thresholds(&self) -> Vec<(Decimal, Vec<usize>)> {
        let mut lines: Vec<(Decimal, Vec<usize>)> = Vec::new();
        if self.chart.indicator != self.source.codelists.exit.indicator {
            return lines;
        }
        for county in &self.source.trends.counties {
            let Some(percent) = county.threshold else { continue };
            match lines.iter_mut().find(|(known, _)| *known == percent) {
                Some((_, slots)) => slots.push(county.slot),
                None => lines.push((percent, vec![county.slot])),
            }
        }
        lines
    }

    fn threshold_lines(&mut self, thresholds: &[(Decimal, Vec<usize>)], scales: &Scales, labels: &mut Labels) {
        let frame = scales.frame;
        for (percent, slots) in thresholds {
            let Some(y) = scales.y(*percent) else { continue };
            let slot = slots.first().copied().filter(|_| thresholds.len() > 1);
            let style = self.style(SMALL, false, slot);
            let dash = Some([3.0, 3.0]);
            self.out.line(at(frame.min.x, y), at(frame.max.x, y), Stroke { colour: style.colour, width: 1.0, dash });
            let share = self.source.locale.amount(*percent, "%");
            let words = self.source.locale.with("plot-threshold", &[("percent", (&share).into())]);
            let (width, height) = (self.fonts.width(&words, style), SMALL * 1.1);
            let (left, right) = (frame.min.x + 6.0, frame.max.x - width - 4.0);
            let columns =
                [right, left, f32::midpoint(left, right), left + (right - left) * 0.25, left + (right - left) * 0.75];
            let rows = [y - height - 2.0, y + 2.0];
            let places = columns.into_iter().flat_map(|x| rows.map(|y| Rect::new(x, y, width, height)));
            if let Some(rect) = labels.first_free(&places.collect::<Vec<_>>()) {
                self.label(&words, style, rect, None);
            }
        }
    }

    fn exits(&mut self, scales: &Scales, labels: &mut Labels) {
        let frame = scales.frame;
        for (county, dated) in self.source.trends.exits() {
            let x = scales.x(dated.at.axis_years());
            let style = self.style(SMALL, true, Some(county.slot));
            let words = self.exit_words(county, dated);
            let (width, height) = (self.fonts.width(&words, style), SMALL * 1.1);
            let place = |row: u8, left: f32| Rect::new(left, frame.min.y + f32::from(row) * LINE, width, height);
            let places: Vec<Rect> =
                (0..EXIT_ROWS).flat_map(|row| [x + 4.0, x - 4.0 - width].map(|left| place(row, left))).collect();
            let label = labels.on_line(x, &places);
            let top = label.map_or(frame.min.y, |label| label.min.y);
            let dash = (dated.status == Status::Target).then_some([3.0, 3.0]);
            let stroke = Stroke { colour: style.colour, width: 1.1, dash };
            self.out.line(at(x, top), at(x, frame.max.y), stroke);
            if let Some(rect) = label {
                self.label(&words, style, rect, None);
            }
        }
    }

    fn exit_words(&self, county: &TrendCounty, dated: &DatedExit) -> String {
        let period = self.source.locale.period(Some(Period::At(dated.at)));
        let key = if dated.status == Status::Target { "plot-exit-target" } else { "plot-exit" };
        let arguments = [("area", (&*county.area.name).into()), ("period", (&period).into())];
        self.source.locale.with(key, &arguments)
    }

    /// Runs of points that a line joins, each with its county's slot; whether it leads to an aim.
    fn runs(&self, scales: &Scales) -> Vec<(usize, bool, Vec<Point>)> {
        let mut runs = Vec::new();
        for (county, series) in self.source.trends.counties.iter().zip(&self.chart.series) {
            let places = |run: &[&SeriesPoint]| run.iter().filter_map(|point| scales.point(point)).collect::<Vec<_>>();
            runs.extend(series.aim().map(|ends| (county.slot, true, places(&ends))));
            runs.extend(series.lines().iter().map(|run| (county.slot, false, places(run))));
        }
        runs
    }

    fn segments(&self, scales: &Scales) -> Vec<[Point; 2]> {
        let mut lines = Vec::new();
        for (_, _, run) in self.runs(scales) {
            lines.extend(run.windows(2).filter_map(|pair| <[Point; 2]>::try_from(pair).ok()));
        }
        let exits = self.source.trends.counties.iter().flat_map(|county| &county.exits);
        lines.extend(exits.map(|exit| {
            let x = scales.x(exit.at.axis_years());
            [at(x, scales.frame.min.y), at(x, scales.frame.max.y)]
        }));
        lines
    }

    fn series_lines(&mut self, scales: &Scales) {
        for (slot, aim, run) in self.runs(scales) {
            if run.len() < 2 {
                continue;
            }
            let dash = if aim { Some([2.0, 3.0]) } else { self.theme.dash(slot) };
            let stroke = Stroke { colour: self.theme.county(slot), width: if aim { 1.4 } else { 2.0 }, dash };
            self.out.shape(Outline::Open(run), None, Some(stroke));
        }
    }

    /// The points, those at the ends of lines first: their labels matter most.
    fn marks(&self, scales: &Scales) -> Vec<Mark<'a>> {
        let mut marks = Vec::new();
        let counties = &self.source.trends.counties;
        for (county, series) in counties.iter().zip(&self.chart.series) {
            let last = series.points.len().checked_sub(1);
            for (index, point) in series.points.iter().enumerate() {
                let Some(place) = scales.point(point) else { continue };
                let ends = Some(index) == last;
                marks.push(Mark { county, place, label: self.stated_label(point), kind: Kind::Stated(point), ends });
            }
        }
        for (index, derived) in &self.chart.derived {
            let (Some(county), Some(y)) = (counties.get(*index), scales.y(derived.value)) else { continue };
            let years = derived.period.map_or_else(|| scales.years.margin(), |period| period.anchor().axis_years());
            let label = self.derived_label(derived);
            let kind = Kind::Derived(derived.terms.first().map(|term| term.at));
            marks.push(Mark { county, place: at(scales.x(years), y), label, kind, ends: false });
        }
        marks.sort_by_key(|mark| !mark.ends);
        marks
    }

    fn stated_label(&self, point: &SeriesPoint) -> String {
        observation(self.source.reports, point.at).map_or_else(String::new, |figure| {
            format!("{}{}", correction_mark(&figure.review), self.source.locale.quantity(&figure.quantity))
        })
    }

    fn derived_label(&self, derived: &Derived) -> String {
        format!("◇ {}", self.source.locale.amount(derived.value, &derived.unit))
    }

    fn mark_labels(&mut self, marks: &[Mark<'_>], labels: &mut Labels) {
        for mark in marks {
            let style = self.style(LABEL, true, Some(mark.county.slot));
            let of = match mark.kind {
                Kind::Stated(point) => Some(point.at),
                Kind::Derived(of) => of,
            };
            let named = mark.ends && self.source.trends.counties.len() > 1;
            let full = named.then(|| format!("{} {}", mark.county.area.name, mark.label));
            for words in full.iter().chain([&mark.label]) {
                let (width, height) = (self.fonts.width(words, style), LABEL * 1.1);
                if let Some(rect) = labels.beside(mark.place, width, height) {
                    self.label(words, style, rect, of);
                    break;
                }
            }
        }
    }

    /// Words in `rect`; a line behind them is broken, so that they stay readable.
    fn label(&mut self, words: &str, style: Style, rect: Rect, of: Option<ObservationRef>) {
        let ground = [rect.min, at(rect.max.x, rect.min.y), rect.max, at(rect.min.x, rect.max.y)];
        self.out.shape(Outline::Closed(ground.to_vec()), Some(PAPER), None);
        let place = at(rect.min.x, rect.min.y + rect.height() / 2.0 + style.size * 0.38);
        self.out.push(Ink::Text(self.fonts.set(words, style, place, Anchor::Start)), of);
    }

    fn mark(&mut self, mark: &Mark<'_>) {
        let (slot, colour) = (mark.county.slot, self.theme.county(mark.county.slot));
        match mark.kind {
            Kind::Stated(point) => {
                draw_bound(&mut self.out, mark.place, point.bound, colour);
                let hollow = (point.status == Status::Target).then_some(PAPER);
                Marker { slot, colour, hollow, of: Some(point.at) }.draw(&mut self.out, mark.place);
            }
            Kind::Derived(of) => {
                let marker = Marker { slot, colour, hollow: None, of };
                marker.draw_derived(&mut self.out, mark.place, PAPER);
            }
        }
    }
}
