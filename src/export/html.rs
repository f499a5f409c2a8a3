//! One self-contained page: the table, the plot, and the sources with every figure marked. No script, nothing loaded.

use std::io::{self, Write};

use super::comparison::{ComparisonLine, ComparisonSheet};
use super::figures::Figures;
use super::html_source::anchor;
use super::markdown::is_of;
use crate::compare::{Cell, ComparisonRow, Difference, GroupKey, LEADING_INDICATOR, Side, Trends};
use crate::model::{Area, Derived, IndicatorId, ObservationRef, Status};
use crate::sheet::{PlotSource, SheetTheme, plot_svg};

/// Width and about the height of the plot.
const PLOT: [f32; 2] = [1000.0, 300.0];
const STYLE: &str = include_str!("../../assets/export/page.css");

/// Text in which HTML finds no markup, in an element or in a quoted attribute.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\u{22}' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(letter),
            // No HTML document may hold them.
            letter if letter.is_control() => out.push('\u{fffd}'),
            letter => out.push(letter),
        }
    }
    out
}

impl ComparisonSheet<'_> {
    /// HTML: see the file.
    pub fn write_html(&self, out: &mut impl Write) -> io::Result<()> {
        let title = Side::BOTH
            .into_iter()
            .map(|side| self.area(side))
            .filter(|area| !area.is_empty())
            .collect::<Vec<_>>()
            .join(" · ");
        self.figures.begin_page(&title, out)?;
        let heading = |side: Side| {
            let class = class_of(side);
            format!("<span class=\"{class}\">{}</span>", escaped(self.area(side)))
        };
        let headings: Vec<String> =
            Side::BOTH.into_iter().filter(|side| !self.area(*side).is_empty()).map(heading).collect();
        writeln!(out, "<header>\n<h1>{}</h1>", headings.join(" · "))?;
        let places = Side::BOTH.into_iter().filter_map(|side| Some(&self.comparison.profile(side)?.area));
        let places: Vec<String> = places.map(|area| self.figures.place_of(area)).collect();
        writeln!(out, "<p class=\"dim\">{}</p>\n</header>\n<main id=\"main\">", escaped(&places.join(" · ")))?;
        let cited: Vec<ObservationRef> = self.stated().collect();
        self.write_plot(&cited, out)?;
        self.write_table(out)?;
        self.figures.write_sources(&cited, out)?;
        self.figures.write_citations(&cited, out)?;
        self.figures.end_page(out)
    }

    /// The trend of the leading indicator, whose points lead to their sentences like the table's figures.
    fn write_plot(&self, cited: &[ObservationRef], out: &mut impl Write) -> io::Result<()> {
        let Figures { reports, derived, codelists, locale, .. } = self.figures;
        let indicator = IndicatorId::new(LEADING_INDICATOR);
        let shown = (std::slice::from_ref(&indicator), derived);
        let trends = Trends::of(reports, &self.comparison.profiles, &[], shown, codelists);
        let links = |at: ObservationRef| self.figures.place(at).filter(|_| cited.binary_search(&at).is_ok());
        let source = PlotSource { trends: &trends, reports, codelists, locale };
        let plot = plot_svg(source, PLOT, SheetTheme::Light, &links);
        let name = locale.indicator_name(codelists, &indicator);
        let [left, right] = Side::BOTH.map(|side| self.area(side));
        let arguments = [("indicator", (&name).into()), ("left", left.into()), ("right", right.into())];
        let caption = escaped(&locale.with("export-plot", &arguments));
        writeln!(out, "<figure>\n{plot}<figcaption>{caption}</figcaption>\n</figure>")
    }

    fn write_table(&self, out: &mut impl Write) -> io::Result<()> {
        let locale = self.figures.locale;
        writeln!(out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"caption\">")?;
        let hint = locale.text("export-sources-hint");
        writeln!(out, "<table id=\"table\">\n<caption id=\"caption\">{}</caption>", escaped(&hint))?;
        write!(out, "<thead><tr>")?;
        for (head, class) in self.heads().iter().zip(["words", "left", "right", "", ""]) {
            write!(out, "<th scope=\"col\" class=\"{class}\">{}</th>", escaped(head))?;
        }
        writeln!(out, "</tr></thead>")?;
        let mut last: Option<&GroupKey> = None;
        for (key, line) in self.lines() {
            if last != Some(key) {
                if last.is_some() {
                    writeln!(out, "</tbody>")?;
                }
                let title = escaped(&self.group_title(key));
                writeln!(out, "<tbody>\n<tr><th scope=\"rowgroup\" colspan=\"5\">{title}</th></tr>")?;
                last = Some(key);
            }
            match line {
                ComparisonLine::Row(row) => self.write_row(row, out)?,
                ComparisonLine::Derived(side, derived) => self.write_derived(side, derived, out)?,
            }
        }
        if last.is_some() {
            writeln!(out, "</tbody>")?;
        }
        writeln!(out, "</table>\n</div>\n<p class=\"dim\">{}</p>", escaped(&locale.text("export-legend")))
    }

    fn write_row(&self, row: &ComparisonRow, out: &mut impl Write) -> io::Result<()> {
        let locale = self.figures.locale;
        let aim = match row.status {
            Status::Target => format!(" <small>○ {}</small>", escaped(&locale.text("mark-target"))),
            Status::Actual => String::new(),
        };
        write!(out, "<tr><th scope=\"row\">{}{aim}</th>", escaped(&self.row_name(row)))?;
        for (side, cell) in Side::BOTH.into_iter().zip(&row.cells) {
            self.write_cell(side, cell, out)?;
        }
        let difference = escaped(&locale.difference(&row.difference));
        let class = if matches!(row.difference, Difference::Of { .. }) { "" } else { " class=\"missing\"" };
        let ratio = escaped(&locale.ratio(&row.difference).unwrap_or_default());
        writeln!(out, "<td{class}>{difference}</td><td>{ratio}</td></tr>")
    }

    fn write_cell(&self, side: Side, cell: &Cell, out: &mut impl Write) -> io::Result<()> {
        let (figures, locale) = (&self.figures, self.figures.locale);
        let shown = cell.first().and_then(|at| Some((at, figures.get(at)?)));
        let (Cell::Stated { choice, .. }, Some((at, figure))) = (cell, shown) else {
            let why = match cell {
                Cell::Missing(reason) => locale.missing(*reason),
                Cell::Stated { .. } => String::new(),
            };
            return write!(out, "<td class=\"missing\">{}</td>", escaped(&why));
        };
        write!(out, "<td class=\"{}\">{}", class_of(side), figures.link(at, &locale.figure(figure, None)))?;
        write!(out, "<small>{}</small>", escaped(&locale.period_of(figure)))?;
        let notes = figures.notes(figure);
        if !notes.is_empty() {
            write!(out, "<small>{}</small>", escaped(&notes))?;
        }
        let others: Vec<String> = cell
            .refs()
            .iter()
            .skip(1)
            .filter_map(|other| Some(figures.link(*other, &locale.figure(figures.get(*other)?, None))))
            .collect();
        if !others.is_empty() {
            let [also, why] = [locale.text("export-statements"), locale.choice(*choice)];
            write!(out, "<small>{} {} {}</small>", escaped(&also), others.join(" "), escaped(&why))?;
        }
        write!(out, "</td>")
    }

    fn write_derived(&self, own: Side, derived: &Derived, out: &mut impl Write) -> io::Result<()> {
        write!(out, "<tr><th scope=\"row\">{}</th>", escaped(&self.derived_name(derived)))?;
        for side in Side::BOTH {
            if side == own {
                let value = escaped(&self.derived_value(derived));
                let terms = self.figures.linked_terms(derived);
                write!(out, "<td class=\"{}\">{value}<small>= {terms}</small></td>", class_of(side))?;
            } else {
                write!(out, "<td></td>")?;
            }
        }
        let why = escaped(&self.figures.locale.text("incomparable-derived"));
        writeln!(out, "<td class=\"missing\">{why}</td><td></td></tr>")
    }
}

impl Figures<'_> {
    /// One page with all figures, report by report.
    pub(super) fn write_html(&self, out: &mut impl Write) -> io::Result<()> {
        let title = self.locale.text("export-figures-name");
        self.begin_page(&title, out)?;
        writeln!(out, "<header><h1>{}</h1></header>\n<main id=\"main\">", escaped(&title))?;
        let keys =
            ["evidence-area", "table-indicator", "correct-value", "evidence-time", "evidence-kind", "table-notes"];
        for (index, report) in self.reports.iter().enumerate() {
            writeln!(out, "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-labelledby=\"caption{index}\">")?;
            let file = escaped(self.file(index));
            write!(out, "<table>\n<caption id=\"caption{index}\">{file}</caption>\n<thead><tr>")?;
            for (column, key) in keys.into_iter().enumerate() {
                let class = if column == 2 { "" } else { " class=\"words\"" };
                write!(out, "<th scope=\"col\"{class}>{}</th>", escaped(&self.locale.text(key)))?;
            }
            writeln!(out, "</tr></thead>\n<tbody>")?;
            for figure in &report.observations {
                let Some(row) = self.worded(ObservationRef { report: index, id: figure.id }) else { continue };
                let [area, name, period, kind, notes] =
                    [&row.area, &row.name, &row.period, &row.kind, &row.notes].map(|text| escaped(text));
                let figure = self.link(row.at, &row.figure);
                write!(out, "<tr><td class=\"words\">{area}</td><th scope=\"row\">{name}</th><td>{figure}</td>")?;
                write!(out, "<td class=\"words\">{period}</td><td class=\"words\">{kind}</td>")?;
                writeln!(out, "<td class=\"words\">{notes}</td></tr>")?;
            }
            for derived in self.derived.iter().filter(|derived| is_of(derived, index)) {
                let area = escaped(&derived.area.name);
                let name = escaped(&self.locale.indicator_name(self.codelists, &derived.indicator));
                let value = escaped(&self.locale.shown(derived.value, &derived.unit, false));
                let (period, terms) = (escaped(&self.locale.period(derived.period)), self.linked_terms(derived));
                let kind = escaped(&self.locale.text("table-derived"));
                write!(out, "<tr><td class=\"words\">{area}</td><th scope=\"row\">{name}</th><td>◇ {value}")?;
                write!(out, "<small>= {terms}</small></td><td class=\"words\">{period}</td>")?;
                writeln!(out, "<td class=\"words\">{kind}</td><td></td></tr>")?;
            }
            writeln!(out, "</tbody>\n</table>\n</div>")?;
        }
        writeln!(out, "<p class=\"dim\">{}</p>", escaped(&self.locale.text("export-legend")))?;
        let cited: Vec<ObservationRef> = self.all().collect();
        self.write_sources(&cited, out)?;
        self.end_page(out)
    }

    fn begin_page(&self, title: &str, out: &mut impl Write) -> io::Result<()> {
        let (language, title) = (self.locale.language().tag(), escaped(title));
        writeln!(out, "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">")?;
        // Whatever a report's text may hold: nothing is run and nothing is loaded.
        let policy =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
        writeln!(out, "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">")?;
        writeln!(out, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">")?;
        writeln!(out, "<title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>")
    }

    fn end_page(&self, out: &mut impl Write) -> io::Result<()> {
        let version = [("version", env!("CARGO_PKG_VERSION").into())];
        let made_by = escaped(&self.locale.with("export-made-by", &version));
        writeln!(out, "</main>\n<footer>{made_by}</footer>\n</body>\n</html>")
    }

    /// Where a page has the figure in its sources: what a link of its plot leads to.
    pub fn place(&self, at: ObservationRef) -> Option<String> {
        self.get(at).map(|figure| format!("#{}", anchor(at.report, figure.evidence.span)))
    }

    /// `words` as a link to the figure's place in the sources.
    fn link(&self, at: ObservationRef, words: &str) -> String {
        let words = escaped(words);
        match self.place(at) {
            Some(place) => format!("<a href=\"{place}\">{words}</a>"),
            None => words,
        }
    }

    /// What a value was derived from, each term a link: `8.27% · 30.59个百分点`.
    fn linked_terms(&self, derived: &Derived) -> String {
        let whole = self.locale.derivation(derived);
        let mut rest = whole.rsplit_once(" = ").map_or(whole.as_str(), |(terms, _)| terms);
        let mut out = String::new();
        for term in &derived.terms {
            // Terms stand in their order; one that is worded otherwise stays plain text.
            let amount = self.locale.amount(term.value.abs(), &term.unit);
            let words =
                [&*term.as_written, &amount].into_iter().find_map(|words| Some((words, rest.split_once(words)?)));
            if let Some((words, (before, after))) = words.filter(|(words, _)| !words.is_empty()) {
                out.push_str(&escaped(before));
                out.push_str(&self.link(term.at, words));
                rest = after;
            }
        }
        out + &escaped(rest)
    }

    /// `山西省吕梁市中阳县 141129`.
    fn place_of(&self, area: &Area) -> String {
        let areas = &self.codelists.areas;
        let record = area.code.and_then(|code| areas.by_code(code));
        let mut above = Vec::new();
        let mut next = record.and_then(|record| areas.parent(record));
        while let Some(record) = next.filter(|_| above.len() < 2) {
            above.push(record.name.as_str());
            next = areas.parent(record);
        }
        above.reverse();
        let code = area.code.map(|code| format!(" {code}")).unwrap_or_default();
        format!("{}{}{code}", above.concat(), area.name)
    }
}

fn class_of(side: Side) -> &'static str {
    match side {
        Side::Left => "left",
        Side::Right => "right",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_is_markup() {
        let hostile = "<script>alert('1')</script>\"&amp;\u{0}";
        let safe = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;&amp;amp;\u{fffd}";
        assert_eq!(escaped(hostile), safe);
    }
}
