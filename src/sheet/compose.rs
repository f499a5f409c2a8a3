//! Puts the sheet together: head, plot, table, notes and sources, on as many pages as they take.

use super::font::{Fonts, Style};
use super::layout::{Anchor, Drawing, Page, Point, Rect, at};
use super::marks::{Marker, solid};
use super::notes::notes;
use super::plot::draw_plot;
use super::source::SheetSource;
use super::table::Table;
use super::theme::SheetTheme;
use super::words::{RowWords, TableWords};
use super::{Sheet, SheetOptions, SheetSize};
use crate::compare::Side;

/// Space between two parts.
const PART: f32 = 18.0;
/// Space between two columns.
const GUTTER: f32 = 32.0;
/// With a heading; a plot lower than this says little.
const LEAST_PLOT: f32 = 250.0;
/// Room for the line at the foot of a page.
const FOOT: f32 = 24.0;

/// How a size is laid out.
pub(super) struct Format {
    page: [f32; 2],
    margin: f32,
    columns: u8,
    /// Size of the text in the table.
    text: f32,
    /// Height of the plot where it can be chosen.
    plot: f32,
    /// Grows with its content instead of breaking into pages.
    grows: bool,
}

impl SheetSize {
    pub(super) fn format(self) -> Format {
        let (page, margin, columns, text, plot) = match self {
            Self::A4 => ([794.0, 1123.0], 56.0, 1, 12.0, 270.0),
            Self::A4Landscape => ([1123.0, 794.0], 52.0, 1, 12.0, 250.0),
            Self::Wide => ([1280.0, 720.0], 38.0, 2, 12.0, 330.0),
            Self::Long => ([480.0, 0.0], 22.0, 1, 13.0, 290.0),
            Self::Plot => ([760.0, 0.0], 22.0, 1, 12.0, 340.0),
        };
        Format { page, margin, columns, text, plot, grows: matches!(self, Self::Long | Self::Plot) }
    }
}

/// Where the next thing goes.
struct Flow<'a> {
    format: &'a Format,
    fonts: &'a Fonts,
    theme: SheetTheme,
    title: String,
    pages: Vec<Drawing>,
    /// Columns of the present page, and which of them is being filled.
    frames: Vec<Rect>,
    frame: usize,
    y: f32,
}

impl Flow<'_> {
    fn style(&self, size: f32, bold: bool, dim: bool) -> Style {
        Style { size, bold, colour: if dim { self.theme.dim() } else { self.theme.ink() } }
    }

    fn now(&self) -> Rect {
        self.frames.get(self.frame).copied().unwrap_or(Rect::new(0.0, 0.0, 0.0, 0.0))
    }

    fn room(&self) -> f32 {
        self.now().max.y - self.y
    }

    /// The columns of a page below `top`.
    fn set_frames(&mut self, top: f32) {
        let Format { page: [width, height], margin, columns, grows, .. } = *self.format;
        let bottom = if grows { f32::INFINITY } else { height - margin - FOOT };
        let count = f32::from(columns);
        let column = (width - 2.0 * margin - (count - 1.0) * GUTTER) / count;
        let left = |index: u8| margin + f32::from(index) * (column + GUTTER);
        self.frames = (0..columns)
            .map(|index| Rect { min: at(left(index), top), max: at(left(index) + column, bottom) })
            .collect();
        self.frame = 0;
        self.y = top;
    }

    /// Goes on in the next column, or on the next page.
    fn next(&mut self) {
        self.frame += 1;
        if let Some(frame) = self.frames.get(self.frame) {
            self.y = frame.min.y;
            return;
        }
        self.pages.push(Drawing::default());
        let title = self.title.clone();
        let style = self.style(self.format.text * 0.95, true, true);
        let margin = self.format.margin;
        let line = self.fonts.wrap(&title, style, self.format.page[0] - 2.0 * margin);
        let mut y = margin;
        for words in line {
            y += style.size * 1.4;
            let text = self.fonts.set(&words, style, at(margin, y - style.size * 0.3), Anchor::Start);
            self.draw().text(text);
        }
        self.set_frames(y + 8.0);
    }

    fn draw(&mut self) -> &mut Drawing {
        if self.pages.is_empty() {
            self.pages.push(Drawing::default());
        }
        let last = self.pages.len() - 1;
        &mut self.pages[last]
    }

    /// Puts `drawing` below what stands, whether there is room or not.
    fn put(&mut self, drawing: Drawing, height: f32) {
        let place = at(self.now().min.x, self.y);
        self.draw().append(drawing, place);
        self.y += height;
    }

    fn is_at_top(&self) -> bool {
        self.y <= self.now().min.y
    }

    /// A heading that stays with at least `with` of what follows.
    fn heading(&mut self, words: &str, with: f32) {
        let style = self.style(self.format.text * 1.1, true, false);
        let lines = self.fonts.wrap(words, style, self.now().width());
        let height = style.size * 1.5 * lines.len() as f32 + 2.0;
        let before = if self.is_at_top() { 0.0 } else { PART };
        if !self.is_at_top() && self.room() < before + height + with {
            self.next();
        } else {
            self.y += before;
        }
        let mut drawing = Drawing::default();
        for (index, line) in lines.iter().enumerate() {
            let y = style.size * (1.1 + 1.5 * index as f32);
            drawing.text(self.fonts.set(line, style, at(0.0, y), Anchor::Start));
        }
        self.put(drawing, height);
    }

    /// Paragraphs in small type, each behind its sign where it has one, hanging.
    fn paragraphs(&mut self, paragraphs: &[[String; 2]]) {
        let style = self.style(self.format.text * 0.9, false, true);
        for [sign, words] in paragraphs {
            let indent = self.indent(sign, style);
            for (index, line) in self.fonts.wrap(words, style, self.now().width() - indent).iter().enumerate() {
                let leading = style.size * 1.55;
                if self.room() < leading && !self.is_at_top() {
                    self.next();
                }
                let mut drawing = Drawing::default();
                if index == 0 && !sign.is_empty() {
                    drawing.text(self.fonts.set(sign, style, at(0.0, style.size * 1.1), Anchor::Start));
                }
                drawing.text(self.fonts.set(line, style, at(indent, style.size * 1.1), Anchor::Start));
                self.put(drawing, leading);
            }
        }
    }

    /// Parts of small type under their headings, a heading with at least two lines.
    fn parts(&mut self, parts: &[Part]) {
        for (heading, paragraphs) in parts {
            self.heading(heading, 2.0 * self.format.text * 0.9 * 1.55);
            self.paragraphs(paragraphs);
        }
    }

    /// How high these are in the present column.
    fn parts_height(&self, parts: &[Part]) -> f32 {
        let style = self.style(self.format.text * 0.9, false, true);
        let heading = self.format.text * 1.1 * 1.5 + 2.0 + PART;
        let lines = |paragraphs: &[[String; 2]]| {
            let of = |[sign, words]: &[String; 2]| {
                self.fonts.wrap(words, style, self.now().width() - self.indent(sign, style)).len()
            };
            paragraphs.iter().map(of).sum::<usize>() as f32
        };
        parts.iter().map(|(_, paragraphs)| heading + lines(paragraphs) * style.size * 1.55).sum()
    }

    /// How far the lines behind a sign stand in.
    fn indent(&self, sign: &str, style: Style) -> f32 {
        if sign.is_empty() { 0.0 } else { (self.fonts.width(sign, style) + 5.0).max(style.size * 1.5) }
    }

    /// Height of the plot where `below` it something shall fit into the same column.
    fn plot_height(&self, below: f32) -> f32 {
        if self.format.columns < 2 {
            return self.format.plot;
        }
        let heading = self.format.text * 1.1 * 1.5 + 2.0;
        (self.room() - below - heading).min(self.format.plot * 1.4)
    }
}

/// A heading and what stands under it: paragraphs, each behind its sign.
type Part = (String, Vec<[String; 2]>);

/// Lays the sheet out.
pub(super) fn compose(source: &SheetSource<'_>, options: SheetOptions) -> Sheet {
    let fonts = Fonts::new();
    let format = options.size.format();
    let theme = options.theme;
    let title = title(source);
    let continued = source.locale.with("sheet-continued", &[("title", (&title).into())]);
    let mut flow = Flow {
        format: &format,
        fonts: &fonts,
        theme,
        title: continued,
        pages: vec![Drawing::default()],
        frames: Vec::new(),
        frame: 0,
        y: 0.0,
    };
    let mut words = TableWords::of(source);
    if options.size == SheetSize::Plot {
        flow.set_frames(format.margin);
        plot(source, &mut flow, format.plot);
        return finish(source, options, flow, title);
    }
    head(source, &words, &mut flow, &title);

    // Sources, and notes if there is room for them too, fill what the plot leaves of its column.
    let sources = (source.text("sheet-sources"), words.sources.entries(source));
    let notes = (source.text("sheet-notes"), notes(source, &words));
    let mut after = vec![notes, sources];
    let mut beside = Vec::new();
    let columns = format.columns > 1 && source.trends.charts.len() == 1;
    for count in [2, 1].into_iter().filter(|_| columns) {
        let parts = &after[after.len() - count..];
        if flow.parts_height(parts) + LEAST_PLOT <= flow.room() {
            beside = after.split_off(after.len() - count);
            break;
        }
    }
    if !source.trends.charts.is_empty() {
        let below = flow.parts_height(&beside);
        let height = flow.plot_height(below);
        plot(source, &mut flow, height);
    }
    flow.parts(&beside);
    if format.columns > 1 && !source.trends.charts.is_empty() {
        flow.next();
    }
    table(source, &mut words, &mut flow);
    flow.parts(&after);
    finish(source, options, flow, title)
}

fn title(source: &SheetSource<'_>) -> String {
    let name = |side| source.comparison.profile(side).map(|profile| profile.area.name.to_string());
    match (name(Side::Left), name(Side::Right)) {
        (Some(left), Some(right)) => {
            source.locale.with("sheet-title", &[("left", (&left).into()), ("right", (&right).into())])
        }
        (Some(one), None) | (None, Some(one)) => source.locale.with("sheet-title-one", &[("area", (&one).into())]),
        (None, None) => source.text("app-title"),
    }
}

/// Title, years, a rule, and the two counties with their place and code.
fn head(source: &SheetSource<'_>, words: &TableWords, flow: &mut Flow<'_>, title: &str) {
    let margin = flow.format.margin;
    let width = flow.format.page[0] - 2.0 * margin;
    let (bold, dim) =
        (flow.style(flow.format.text * 1.85, true, false), flow.style(flow.format.text * 0.95, false, true));
    let mut out = Drawing::default();
    let mut y = margin;
    for line in flow.fonts.wrap(title, bold, width) {
        y += bold.size * 1.3;
        out.text(flow.fonts.set(&line, bold, at(margin, y - bold.size * 0.32), Anchor::Start));
    }
    if let Some((first, last)) = words.years {
        let (first_words, last_words) = (first.to_string(), last.to_string());
        let years = if first == last {
            source.locale.with("sheet-year", &[("year", (&first_words).into())])
        } else {
            source.locale.with("sheet-years", &[("from", (&first_words).into()), ("to", (&last_words).into())])
        };
        let words = source.locale.with("sheet-subtitle", &[("years", (&years).into())]);
        for line in flow.fonts.wrap(&words, dim, width) {
            y += dim.size * 1.5;
            out.text(flow.fonts.set(&line, dim, at(margin, y - dim.size * 0.3), Anchor::Start));
        }
    }
    y += 8.0;
    out.line(at(margin, y), at(margin + width, y), solid(flow.theme.ink(), 1.8));
    y += 8.0;
    let column = (width - GUTTER) / 2.0;
    let mut bottom = y;
    for side in Side::BOTH {
        let Some(profile) = source.comparison.profile(side) else { continue };
        let slot = side.index();
        let left = margin + if slot == 1 { column + GUTTER } else { 0.0 };
        let name = Style { size: flow.format.text * 1.2, bold: true, colour: flow.theme.county(slot) };
        let mut below = y;
        let room = name.size + 4.0;
        for (index, line) in flow.fonts.wrap(&profile.area.name, name, column - room).iter().enumerate() {
            below += name.size * 1.35;
            let baseline = below - name.size * 0.32;
            if index == 0 {
                let marker = Marker { slot, colour: name.colour, hollow: None, of: None };
                marker.draw(&mut out, at(left + 6.0, baseline - name.size * 0.36));
            }
            out.text(flow.fonts.set(line, name, at(left + room, baseline), Anchor::Start));
        }
        let facts = county_facts(source, side);
        let joined = facts.join(" · ");
        let facts = if flow.fonts.width(&joined, dim) <= column - room { vec![joined] } else { facts };
        for line in facts.iter().flat_map(|fact| flow.fonts.wrap(fact, dim, column - room)) {
            below += dim.size * 1.4;
            out.text(flow.fonts.set(&line, dim, at(left + room, below - dim.size * 0.3), Anchor::Start));
        }
        bottom = bottom.max(below);
    }
    flow.draw().append(out, at(0.0, 0.0));
    flow.set_frames(bottom + PART * 0.8);
}

/// `山西省吕梁市`, `141129`, `报告 2 篇`
fn county_facts(source: &SheetSource<'_>, side: Side) -> Vec<String> {
    let Some(profile) = source.comparison.profile(side) else { return Vec::new() };
    let areas = &source.codelists.areas;
    let own = profile.area.code.and_then(|code| areas.by_code(code));
    let mut above: Vec<&str> =
        std::iter::successors(own, |record| areas.parent(record)).skip(1).map(|record| record.name.as_str()).collect();
    above.reverse();
    let mut reports: Vec<usize> = profile.observations.iter().map(|at| at.report).collect();
    reports.dedup();
    let parts = [
        Some(above.concat()).filter(|place| !place.is_empty()),
        profile.area.code.map(|code| code.to_string()),
        Some(source.locale.with("sheet-reports", &[("count", reports.len().into())])),
    ];
    parts.into_iter().flatten().collect()
}

fn plot(source: &SheetSource<'_>, flow: &mut Flow<'_>, height: f32) {
    let charts = &source.trends.charts;
    let heading = match charts.as_slice() {
        [chart] => super::chart::ChartDrawing::new(source.plot(), chart, flow.fonts, flow.theme).title(),
        _ => source.text("command-show-trend"),
    };
    let room = flow.now().width();
    // Several charts are cut into rows that a page can hold.
    let per_part = if flow.format.grows { charts.len() } else { 4 };
    for (index, part) in charts.chunks(per_part.max(1)).enumerate() {
        let trends = crate::compare::Trends { counties: source.trends.counties.clone(), charts: part.to_vec() };
        let plot_source = super::PlotSource { trends: &trends, ..source.plot() };
        let drawn = draw_plot(plot_source, flow.fonts, flow.theme, [room, height]);
        if index == 0 {
            flow.heading(&heading, drawn.height);
        } else if flow.room() < drawn.height {
            flow.next();
        }
        flow.put(drawn.drawing, drawn.height);
    }
}

fn table(source: &SheetSource<'_>, words: &mut TableWords, flow: &mut Flow<'_>) {
    let heads = heads(source);
    let table = Table::new(words, heads, flow.fonts, flow.theme, (flow.now().width(), flow.format.text));
    let (head, head_height) = table.head();
    let rows = std::mem::take(&mut words.rows);
    let first: f32 = rows.iter().take(2).map(|row| table.row(row, false).1).sum();
    flow.heading(&source.text("sheet-table"), head_height + first);
    if rows.is_empty() {
        flow.paragraphs(&[[String::new(), source.text("sheet-no-rows")]]);
        return;
    }
    flow.put(head, head_height);
    for (index, row) in rows.iter().enumerate() {
        let (mut drawing, mut height) = table.row(row, index == 0);
        // A title stays with the row below it.
        let with = match (row, rows.get(index + 1)) {
            (RowWords::Group(_), Some(next)) => table.row(next, true).1,
            _ => 0.0,
        };
        if flow.room() < height + with {
            flow.put(table.foot(), 0.0);
            flow.next();
            let (head, head_height) = table.head();
            flow.put(head, head_height);
            (drawing, height) = table.row(row, true);
        }
        flow.put(drawing, height);
    }
    flow.put(table.foot(), 2.0);
}

fn heads(source: &SheetSource<'_>) -> [String; 5] {
    let area = |side| source.comparison.profile(side).map_or_else(String::new, |found| found.area.name.to_string());
    let text = |key: &str| source.text(key);
    [text("table-indicator"), area(Side::Left), area(Side::Right), text("table-difference"), text("table-ratio")]
}

/// Gives each page its foot and its size.
fn finish(source: &SheetSource<'_>, options: SheetOptions, flow: Flow<'_>, title: String) -> Sheet {
    let Format { page: [width, height], margin, grows, text, .. } = *flow.format;
    let height = if grows { flow.y + PART + FOOT + margin * 0.5 } else { height };
    let style = flow.style(text * 0.82, false, true);
    let count = flow.pages.len();
    let mut pages = Vec::with_capacity(count);
    for (index, mut drawing) in flow.pages.into_iter().enumerate() {
        let y = height - margin * if grows { 0.7 } else { 1.0 };
        drawing.line(at(margin, y - FOOT * 0.75), at(width - margin, y - FOOT * 0.75), solid(flow.theme.rule(), 0.8));
        let baseline = |y: f32| y - 1.0;
        let made = options.date.map(|date| source.locale.with("sheet-made", &[("date", (&date.to_string()).into())]));
        let left: Vec<String> = [Some(source.text("sheet-brand")), made].into_iter().flatten().collect();
        drawing.text(flow.fonts.set(&left.join(" · "), style, at(margin, baseline(y)), Anchor::Start));
        let number = format!("{} / {count}", index + 1);
        let place: Point = at(width - margin, baseline(y));
        drawing.text(flow.fonts.set(&number, style, place, Anchor::End));
        let inner = Rect::new(margin - 1.0, margin * 0.5, width - 2.0 * margin + 2.0, height - margin);
        pages.push(Page { size: [width, height], inner, drawing });
    }
    Sheet { title, language: source.locale.language(), pages }
}
