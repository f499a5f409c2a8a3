//! Drawings as SVG 1.1: text is text, in the embedded family where a viewer has it.

use std::fmt::Write as _;

use super::font::FAMILY;
use super::layout::{Anchor, Colour, Drawing, Ink, Item, Outline, Page, Shape, Stroke, Text};
use crate::model::ObservationRef;

/// Families that a viewer without the embedded one is likely to have, of the same widths for Chinese.
const FALLBACKS: &str =
    "'Noto Sans CJK SC', 'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', 'WenQuanYi Micro Hei', sans-serif";

/// Where a click on what shows a statement leads; `None` for nowhere.
pub type Links<'a> = &'a dyn Fn(ObservationRef) -> Option<String>;

/// A page as a file of its own.
pub(super) fn page_svg(page: &Page, title: &str, language: &str, paper: Colour) -> String {
    let [width, height] = page.size.map(number);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" xml:lang=\"{language}\" role=\"img\">\n<title>{}</title>\n\
         <rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>\n",
        escaped(title),
        hex(paper)
    );
    write_items(&mut out, &page.drawing, &|_| None);
    out.push_str("</svg>\n");
    out
}

/// A drawing as an element that can stand in a page of HTML.
pub(super) fn fragment(drawing: &Drawing, size: [f32; 2], title: &str, links: Links<'_>) -> String {
    let [width, height] = size.map(number);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{}</title>\n",
        escaped(title)
    );
    write_items(&mut out, drawing, links);
    out.push_str("</svg>\n");
    out
}

fn write_items(out: &mut String, drawing: &Drawing, links: Links<'_>) {
    // Writing to a String cannot fail.
    let _ = writeln!(out, "<g font-family=\"'{FAMILY}', {FALLBACKS}\">");
    for item in &drawing.items {
        let link = item.of.and_then(links);
        if let Some(link) = &link {
            let _ = write!(out, "<a href=\"{}\">", escaped(link));
        }
        write_item(out, item);
        out.push_str(if link.is_some() { "</a>\n" } else { "\n" });
    }
    out.push_str("</g>\n");
}

fn write_item(out: &mut String, item: &Item) {
    match &item.ink {
        Ink::Text(text) => write_text(out, text),
        Ink::Shape(shape) => write_shape(out, shape),
    }
}

fn write_text(out: &mut String, text: &Text) {
    let _ = write!(
        out,
        "<text x=\"{}\" y=\"{}\" font-size=\"{}\" fill=\"{}\"",
        number(text.at.x),
        number(text.at.y),
        number(text.size),
        hex(text.colour)
    );
    if text.bold {
        out.push_str(" font-weight=\"700\"");
    }
    out.push_str(match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    });
    let _ = write!(out, ">{}</text>", escaped(&text.words));
}

fn write_shape(out: &mut String, shape: &Shape) {
    match &shape.outline {
        Outline::Circle(centre, radius) => {
            let (x, y, radius) = (number(centre.x), number(centre.y), number(*radius));
            let _ = write!(out, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"");
        }
        Outline::Open(points) | Outline::Closed(points) => {
            let closed = matches!(shape.outline, Outline::Closed(_));
            out.push_str(if closed { "<polygon points=\"" } else { "<polyline points=\"" });
            for (index, point) in points.iter().enumerate() {
                let gap = if index > 0 { " " } else { "" };
                let _ = write!(out, "{gap}{},{}", number(point.x), number(point.y));
            }
            out.push('"');
        }
    }
    let _ = write!(out, " fill=\"{}\"", shape.fill.map_or_else(|| "none".to_owned(), hex));
    if let Some(Stroke { colour, width, dash }) = &shape.stroke {
        let _ = write!(out, " stroke=\"{}\" stroke-width=\"{}\"", hex(*colour), number(*width));
        if let Some([dash, gap]) = dash {
            let _ = write!(out, " stroke-dasharray=\"{} {}\"", number(*dash), number(*gap));
        }
    }
    out.push_str("/>");
}

fn hex([red, green, blue]: Colour) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

/// A length with at most two decimals, in as few characters as they take.
fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// `words` for a place between tags or quotation marks; what XML cannot hold is left out.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for ch in words.chars() {
        match ch {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{fffe}' | '\u{ffff}' => {}
            ch if ch.is_control() => {}
            ch => out.push(ch),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_short_and_words_are_safe() {
        assert_eq!([0.0, -0.001, 12.5, 7.14159, 1123.0].map(number), ["0", "0", "12.5", "7.14", "1123"]);
        assert_eq!(escaped("<b>“中&阳”\u{1}\"</b>"), "&lt;b&gt;“中&amp;阳”&quot;&lt;/b&gt;");
    }
}
