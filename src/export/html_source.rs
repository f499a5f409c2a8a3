//! The sources at the foot of a page: the paragraphs that state its figures, every figure marked, and how to cite them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};

use super::figures::Figures;
use super::html::escaped;
use crate::locale::CitationStyle;
use crate::model::{ObservationRef, Span};

/// The anchor of a figure that stands at `span` of the report with this index. Figures of one numeral share it.
pub(super) fn anchor(report: usize, span: Span) -> String {
    format!("f{}-{}-{}", report + 1, span.start, span.end)
}

/// A figure within a paragraph, in code points of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Mark {
    start: usize,
    end: usize,
    /// Anchors of the figures there.
    anchors: Vec<String>,
    /// What they say.
    says: Vec<String>,
}

/// A paragraph to be shown, or a sentence where the report's text is not at hand.
struct Passage {
    text: String,
    sentences: Vec<Span>,
    marks: Vec<Mark>,
    /// Index of the article.
    article: usize,
}

impl Figures<'_> {
    /// The paragraphs that state the figures `cited`, under the headlines of their articles.
    pub(super) fn write_sources(&self, cited: &[ObservationRef], out: &mut impl Write) -> io::Result<()> {
        let title = escaped(&self.locale.text("export-sources"));
        let back = escaped(&self.locale.text("export-back"));
        writeln!(out, "<section aria-labelledby=\"sources\">\n<h2 id=\"sources\">{title}</h2>")?;
        for report in 0..self.reports.len() {
            let mut last = None;
            for (_, passage) in self.passages(report, cited) {
                if last != Some(passage.article) {
                    if last.is_some() {
                        writeln!(out, "</article>")?;
                    }
                    last = Some(passage.article);
                    let article = self.reports.get(report).and_then(|found| found.articles.get(passage.article));
                    let headline = article.map(|article| article.title.trim()).filter(|title| !title.is_empty());
                    let headline = escaped(headline.unwrap_or_else(|| self.file(report)));
                    let imprint = escaped(&self.imprint(report, article));
                    writeln!(out, "<article>\n<h3>{headline}</h3>")?;
                    writeln!(out, "<p class=\"dim\">{imprint} · <a href=\"#main\">{back}</a></p>")?;
                }
                writeln!(out, "<p>{}</p>", passage.html())?;
            }
            if last.is_some() {
                writeln!(out, "</article>")?;
            }
        }
        writeln!(out, "</section>")
    }

    /// The passages of a report, by where they begin in its text.
    fn passages(&self, report: usize, cited: &[ObservationRef]) -> BTreeMap<usize, Passage> {
        let text = self.texts.get(report);
        let mut found: BTreeMap<usize, Passage> = BTreeMap::new();
        for at in cited.iter().filter(|at| at.report == report) {
            let (Some(figure), Some(words)) = (self.get(*at), self.worded(*at)) else { continue };
            let evidence = &figure.evidence;
            let place = text.and_then(|text| {
                let (index, part) = text.locate(evidence.span)?;
                Some((text.paragraphs.get(index)?, part))
            });
            let start = place.map_or(evidence.sentence_span.start, |(paragraph, _)| paragraph.span().start);
            let passage = found.entry(start).or_insert_with(|| match place {
                Some((paragraph, _)) => Passage {
                    text: paragraph.text.clone(),
                    sentences: paragraph.sentences.clone(),
                    marks: Vec::new(),
                    article: figure.article,
                },
                None => Passage {
                    text: evidence.sentence.to_string(),
                    sentences: vec![Span::new(0, evidence.sentence.chars().count())],
                    marks: Vec::new(),
                    article: figure.article,
                },
            });
            let part = place.map_or(evidence.figure, |(_, part)| part);
            passage.mark(Mark {
                start: part.start,
                end: part.end,
                anchors: vec![anchor(report, evidence.span)],
                says: vec![format!("{} {} {} {}", words.area, words.period, words.name, words.figure)],
            });
        }
        found
    }

    /// The figures `cited` as sentences, and their articles as references.
    pub(super) fn write_citations(&self, cited: &[ObservationRef], out: &mut impl Write) -> io::Result<()> {
        let title = escaped(&self.locale.text("export-citations"));
        writeln!(out, "<section aria-labelledby=\"citations\">\n<h2 id=\"citations\">{title}</h2>")?;
        let all = |style| {
            let mut seen = BTreeSet::new();
            let found = cited.iter().filter_map(move |at| self.citation(*at, style));
            found.filter(|text| seen.insert(text.clone())).collect::<Vec<_>>()
        };
        let references = all(CitationStyle::GbT7714);
        if !references.is_empty() {
            writeln!(out, "<ol>")?;
            for reference in &references {
                writeln!(out, "<li>{}</li>", escaped(reference))?;
            }
            let entries = escaped(&all(CitationStyle::BibTex).join("\n"));
            writeln!(out, "</ol>\n<details><summary>BibTeX</summary>\n<pre>{entries}</pre></details>")?;
        }
        writeln!(out, "<details><summary>{}</summary>\n<ul>", escaped(&self.locale.text("export-figures-cited")))?;
        for sentence in all(CitationStyle::Sentence) {
            writeln!(out, "<li>{}</li>", escaped(&sentence))?;
        }
        writeln!(out, "</ul></details>\n</section>")
    }
}

impl Passage {
    /// Adds a mark; those that overlap become one.
    fn mark(&mut self, mut mark: Mark) {
        self.marks.retain(|other| {
            let overlaps = mark.start < other.end && other.start < mark.end;
            if overlaps {
                (mark.start, mark.end) = (mark.start.min(other.start), mark.end.max(other.end));
                mark.anchors.splice(0..0, other.anchors.iter().cloned());
                mark.says.splice(0..0, other.says.iter().cloned());
            }
            !overlaps
        });
        mark.anchors.dedup();
        mark.says.dedup();
        self.marks.push(mark);
        self.marks.sort();
    }

    fn html(&self) -> String {
        let holds_marks = |sentence: &&Span| {
            let touches = |mark: &&Mark| mark.start < sentence.end && sentence.start < mark.end;
            let mut own = self.marks.iter().filter(touches).peekable();
            // A mark that goes on in the next sentence would be torn in two.
            own.peek().is_some() && own.all(|mark| sentence.start <= mark.start && mark.end <= sentence.end)
        };
        let sentences: Vec<&Span> = self.sentences.iter().filter(holds_marks).collect();
        let mut out = String::new();
        let letters: Vec<char> = self.text.chars().collect();
        for at in 0..=letters.len() {
            if self.marks.iter().any(|mark| mark.end == at && mark.start < at) {
                out.push_str("</mark>");
            }
            if sentences.iter().any(|sentence| sentence.end == at && sentence.start < at) {
                out.push_str("</span>");
            }
            if sentences.iter().any(|sentence| sentence.start == at && at < sentence.end) {
                out.push_str("<span class=\"sentence\">");
            }
            if let Some(mark) = self.marks.iter().find(|mark| mark.start == at && at < mark.end) {
                let (first, others) = mark.anchors.split_first().map_or(("", &[][..]), |(first, rest)| (first, rest));
                let says = escaped(&mark.says.join("\n"));
                out.extend(["<mark id=\"", first, "\" title=\"", &says, "\">"]);
                out.extend(others.iter().flat_map(|id| ["<i id=\"", id, "\"></i>"]));
            }
            if let Some(letter) = letters.get(at) {
                out.push_str(&escaped(letter.encode_utf8(&mut [0; 4])));
            }
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(start: usize, end: usize, anchor: &str) -> Mark {
        Mark { start, end, anchors: vec![anchor.to_owned()], says: vec![format!("“{anchor}”")] }
    }

    #[test]
    fn figures_are_marked_in_their_sentence() {
        let mut passage = Passage {
            text: "共<3户。又5至8人。".to_owned(),
            sentences: vec![Span::new(0, 5), Span::new(5, 11)],
            marks: Vec::new(),
            article: 0,
        };
        passage.mark(mark(2, 4, "a"));
        passage.mark(mark(2, 4, "a"));
        passage.mark(mark(6, 7, "b"));
        passage.mark(mark(6, 10, "c"));
        assert_eq!(
            passage.html(),
            "<span class=\"sentence\">共&lt;<mark id=\"a\" title=\"“a”\">3户</mark>。</span>\
             <span class=\"sentence\">又<mark id=\"b\" title=\"“b”\n“c”\"><i id=\"c\"></i>5至8人</mark>。</span>"
        );
    }

    #[test]
    fn a_mark_over_two_sentences_keeps_the_page_well_formed() {
        let sentences = vec![Span::new(0, 2), Span::new(2, 4)];
        let mut passage = Passage { text: "一二三四".to_owned(), sentences, marks: Vec::new(), article: 0 };
        passage.mark(mark(1, 3, "a"));
        assert_eq!(passage.html(), "一<mark id=\"a\" title=\"“a”\">二三</mark>四");
    }
}
