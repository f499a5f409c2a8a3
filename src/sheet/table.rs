//! The table of the sheet: columns as wide as their words ask for, rows as high as they need.

use super::font::{Fonts, Style};
use super::layout::{Anchor, Colour, Drawing, at};
use super::marks::{Marker, solid};
use super::theme::SheetTheme;
use super::words::{CellWords, RowWords, TableWords};

/// Distance of words from the edges of their column.
const PAD: f32 = 6.0;
/// Between a figure and what stands beside it.
const GAP: f32 = 5.0;
/// Above and below the words of a row.
const ROOM: f32 = 4.0;
/// Least and greatest width of a column, in sizes of the text: name, left, right, difference, ratio.
const LEAST: [f32; 5] = [8.6, 6.6, 6.6, 8.4, 4.2];
const MOST: [f32; 5] = [19.0, 17.0, 17.0, 13.0, 5.5];

/// The columns of a table, ready to draw its rows.
pub(super) struct Table<'a> {
    fonts: &'a Fonts,
    theme: SheetTheme,
    /// Size of figures and names.
    text: f32,
    /// Left edge and width of each column that is shown.
    columns: Vec<[f32; 2]>,
    /// Room for what stands beside the figures of either county.
    aside: [f32; 2],
    width: f32,
    heads: [String; 5],
}

/// A laid-out cell: lines of words, each with its style, right edge and baseline distance.
struct Lines(Vec<(String, Style, f32, f32)>);

impl<'a> Table<'a> {
    /// Columns for `words`, together `width` wide.
    pub(super) fn new(
        words: &TableWords,
        heads: [String; 5],
        fonts: &'a Fonts,
        theme: SheetTheme,
        (width, text): (f32, f32),
    ) -> Self {
        let least: f32 = LEAST.iter().sum();
        // Where there is no room for all, the ratio is what can be done without.
        let count = if words.ratios && width >= least * text * 1.1 { 5 } else { 4 };
        let mut table = Self { fonts, theme, text, columns: Vec::new(), aside: [0.0; 2], width, heads };
        let mut natural = [0.0_f32; 5];
        for (wanted, head) in natural.iter_mut().zip(&table.heads) {
            *wanted = fonts.width(head, table.bold()) + text + GAP;
        }
        for row in &words.rows {
            let RowWords::Row { name, cells, .. } = row else { continue };
            natural[0] = natural[0].max(fonts.width(name, table.style(false)));
            for (wanted, cell) in natural[3..].iter_mut().zip(&cells[2..]) {
                *wanted = wanted.max(fonts.width(&cell.value, table.style(cell.faint)));
            }
        }
        for side in [0, 1] {
            let extents = table.extents(words, side);
            let most = |part: fn(&[f32; 2]) -> f32| extents.iter().map(part).fold(0.0, f32::max);
            natural[side + 1] = natural[side + 1].max(most(|extent| extent[0]) + GAP + most(|extent| extent[1]));
        }
        let least = LEAST.map(|least| least * text);
        let wanted: Vec<f32> =
            (0..count).map(|index| (natural[index] + 2.0 * PAD).clamp(least[index], MOST[index] * text)).collect();
        let (all, minimum): (f32, f32) = (wanted.iter().sum(), least[..count].iter().sum());
        let share = (width - minimum) / (all - minimum).max(1.0);
        let mut left = 0.0;
        for (index, wanted) in wanted.iter().enumerate() {
            // What is left over goes to all alike, what is missing is taken from those that want most.
            let own = if share >= 1.0 {
                wanted + (width - all) / f32::from(u8::try_from(count).unwrap_or(5))
            } else {
                least[index] + (wanted - least[index]) * share.max(0.0)
            };
            table.columns.push([left, own]);
            left += own;
        }
        table.aside = [0, 1].map(|side| table.room_aside(words, side));
        table
    }

    /// Lengths of the figures of one side, and of what stands beside each.
    fn extents(&self, words: &TableWords, side: usize) -> Vec<[f32; 2]> {
        let cells = words.rows.iter().filter_map(|row| match row {
            RowWords::Row { cells, .. } => cells.get(side),
            RowWords::Group(_) => None,
        });
        let extent = |cell: &CellWords| {
            let aside = cell.aside.iter().map(|words| self.fonts.width(words, self.small())).fold(0.0, f32::max);
            [self.fonts.width(&cell.value, self.style(cell.faint)), aside]
        };
        cells.map(extent).collect()
    }

    /// Room for what stands beside the figures of one side: that of the widest, where nearly all rows fit so; none where
    /// they do not, and all of it goes under the figures.
    fn room_aside(&self, words: &TableWords, side: usize) -> f32 {
        let inner = self.inner(side + 1);
        let extents = self.extents(words, side);
        let mut rooms: Vec<f32> = extents.iter().map(|extent| extent[1]).collect();
        rooms.sort_by(f32::total_cmp);
        let fitting =
            |room: f32| extents.iter().filter(|[value, aside]| *aside <= room && value + GAP + room <= inner).count();
        let fits = rooms.into_iter().rev().find(|room| fitting(*room) * 10 >= extents.len() * 9);
        fits.unwrap_or(0.0)
    }

    fn inner(&self, column: usize) -> f32 {
        self.columns.get(column).map_or(0.0, |[_, width]| width - 2.0 * PAD)
    }

    fn right(&self, column: usize) -> f32 {
        self.columns.get(column).map_or(0.0, |[left, width]| left + width - PAD)
    }

    fn style(&self, faint: bool) -> Style {
        let (size, colour) = if faint { (self.text * 0.88, self.theme.dim()) } else { (self.text, self.theme.ink()) };
        Style { size, bold: false, colour }
    }

    fn small(&self) -> Style {
        Style { size: self.text * 0.82, bold: false, colour: self.theme.dim() }
    }

    fn bold(&self) -> Style {
        Style { size: self.text, bold: true, colour: self.theme.ink() }
    }

    fn leading(style: Style) -> f32 {
        style.size * 1.32
    }

    /// The heads of the columns, with a rule above and below, and their height.
    pub(super) fn head(&self) -> (Drawing, f32) {
        let mut out = Drawing::default();
        let mut bottom = 0.0_f32;
        let ink = self.theme.ink();
        for (column, head) in self.heads.iter().enumerate().take(self.columns.len()) {
            let of_county = column == 1 || column == 2;
            let room = if of_county { self.text + GAP } else { 0.0 };
            let colour: Colour = if of_county { self.theme.county(column - 1) } else { ink };
            let style = Style { colour, ..self.bold() };
            let left = self.columns.get(column).map_or(0.0, |[left, _]| left + PAD);
            for (index, line) in self.fonts.wrap(head, style, self.inner(column) - room).iter().enumerate() {
                let y = ROOM + 1.0 + index as f32 * Self::leading(style) + style.size * 0.95;
                let (place, anchor) =
                    if column == 0 { (at(left, y), Anchor::Start) } else { (at(self.right(column), y), Anchor::End) };
                let text = self.fonts.set(line, style, place, anchor);
                if of_county && index == 0 {
                    let marker = Marker { slot: column - 1, colour, hollow: None, of: None };
                    marker.draw(&mut out, at(text.left() - GAP - 4.5, y - style.size * 0.36));
                }
                out.text(text);
                bottom = bottom.max(y + style.size * 0.2);
            }
        }
        let height = bottom + ROOM + 1.0;
        out.line(at(0.0, 0.0), at(self.width, 0.0), solid(ink, 1.4));
        out.line(at(0.0, height), at(self.width, height), solid(ink, 0.9));
        (out, height)
    }

    /// A rule below the last row.
    pub(super) fn foot(&self) -> Drawing {
        let mut out = Drawing::default();
        out.line(at(0.0, 0.0), at(self.width, 0.0), solid(self.theme.ink(), 1.4));
        out
    }

    /// One line of the table and its height; `tops`: it stands below the heads, and so names what is measured though an
    /// earlier row of it does.
    pub(super) fn row(&self, row: &RowWords, tops: bool) -> (Drawing, f32) {
        let mut out = Drawing::default();
        match row {
            RowWords::Group(title) => {
                let mut y = ROOM + 4.0;
                for line in self.fonts.wrap(title, self.bold(), self.width - 2.0 * PAD) {
                    y += Self::leading(self.bold());
                    out.text(self.fonts.set(&line, self.bold(), at(PAD, y - self.text * 0.3), Anchor::Start));
                }
                // On top of a page the rule of the heads is there.
                if !tops {
                    out.line(at(0.0, 0.0), at(self.width, 0.0), solid(self.theme.rule(), 0.8));
                }
                (out, y + ROOM - 1.0)
            }
            RowWords::Row { name, named, cells } => {
                let mut height = Self::leading(self.style(false));
                if *named || tops {
                    let style = if *named { self.style(false) } else { Style { size: self.text, ..self.style(true) } };
                    let mut y = ROOM;
                    for line in self.fonts.wrap(name, style, self.inner(0)) {
                        y += Self::leading(style);
                        out.text(self.fonts.set(&line, style, at(PAD, y - self.text * 0.34), Anchor::Start));
                    }
                    height = height.max(y - ROOM);
                }
                for (index, cell) in cells.iter().enumerate().take(self.columns.len() - 1) {
                    let (lines, lines_height) = self.cell(cell, index + 1);
                    for (words, style, right, baseline) in lines.0 {
                        out.text(self.fonts.set(&words, style, at(right, ROOM + baseline), Anchor::End));
                    }
                    height = height.max(lines_height);
                }
                (out, height + 2.0 * ROOM)
            }
        }
    }

    /// Words of a cell in lines, and how high they are together. What stands beside a figure goes under it where there is
    /// no room.
    fn cell(&self, cell: &CellWords, column: usize) -> (Lines, f32) {
        let (style, small) = (self.style(cell.faint), self.small());
        let (inner, right) = (self.inner(column), self.right(column));
        let body = Self::leading(self.style(false));
        let value = self.fonts.width(&cell.value, style);
        // All figures of a column stand in line, and so does what is in their place.
        let room = if column == 1 || column == 2 { self.aside[column - 1] } else { 0.0 };
        let room = if room > 0.0 { room + GAP } else { 0.0 };
        let baseline = body - self.text * 0.34;
        let mut lines = Vec::new();
        match cell.aside.as_slice() {
            [] if value + room <= inner => {
                lines.push((cell.value.clone(), style, right - room, baseline));
                (Lines(lines), body)
            }
            [only] if self.fonts.width(only, small) + GAP <= room && value + room <= inner => {
                lines.push((cell.value.clone(), style, right - room, baseline));
                let ends = right - room + GAP + self.fonts.width(only, small);
                lines.push((only.clone(), small, ends, baseline));
                (Lines(lines), body)
            }
            aside => {
                let mut y = 0.0;
                // A number is never broken: it would be read as two. It rather gets smaller.
                let longest = cell.value.split(' ').map(|part| self.fonts.width(part, style)).fold(0.0, f32::max);
                let share = if cell.faint || longest <= inner { 1.0 } else { 0.995 * inner / longest };
                let style = Style { size: style.size * share, ..style };
                for line in self.fonts.wrap(&cell.value, style, inner) {
                    y += body;
                    lines.push((line, style, right, y - self.text * 0.34));
                }
                for words in aside {
                    for line in self.fonts.wrap(words, small, inner) {
                        y += Self::leading(small);
                        lines.push((line, small, right, y - self.text * 0.34));
                    }
                }
                (Lines(lines), y)
            }
        }
    }
}
