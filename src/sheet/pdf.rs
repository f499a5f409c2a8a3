//! Pages as PDF: text that can be selected and searched, in a subset of the embedded fonts, one for all pages.

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point as PdfPoint};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, Stroke as PdfStroke, StrokeDash};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use krilla::{Document, SerializeSettings};

use super::font::{BOLD, Fonts, REGULAR};
use super::layout::{Colour, Ink, Outline, Shape, Text};
use super::{Sheet, SheetError};

/// PDF counts 72 to the inch.
const POINTS: f32 = 72.0 / 96.0;
/// A quarter of a circle as a curve: how far its handles reach, in radii.
const KAPPA: f32 = 0.552_284_8;

/// All pages of `sheet` as one file. The same sheet gives the same bytes: the file bears no time.
pub(super) fn pdf(sheet: &Sheet) -> Result<Vec<u8>, SheetError> {
    let font = |bytes: &'static [u8]| Font::new(bytes.into(), 0).ok_or_else(|| SheetError("font".to_owned()));
    let faces = [font(REGULAR)?, font(BOLD)?];
    let fonts = Fonts::new();
    let mut document = Document::new_with(SerializeSettings { enable_tagging: false, ..SerializeSettings::default() });
    for page in &sheet.pages {
        let [width, height] = page.size.map(|length| length * POINTS);
        let settings = PageSettings::from_wh(width, height).ok_or_else(|| SheetError(format!("{width}×{height}")))?;
        let mut pdf_page = document.start_page_with(settings);
        let mut surface = pdf_page.surface();
        surface.push_transform(&krilla::geom::Transform::from_scale(POINTS, POINTS));
        for item in &page.drawing.items {
            match &item.ink {
                Ink::Text(text) => draw_text(&mut surface, text, &fonts, &faces),
                Ink::Shape(shape) => draw_shape(&mut surface, shape),
            }
        }
        surface.pop();
        surface.finish();
        pdf_page.finish();
    }
    let metadata = Metadata::new()
        .title(sheet.title.clone())
        .creator("CountyLens".to_owned())
        .language(sheet.language.tag().to_owned());
    document.set_metadata(metadata);
    document.finish().map_err(|error| SheetError(format!("{error:?}")))
}

fn draw_text(surface: &mut Surface<'_>, text: &Text, fonts: &Fonts, faces: &[Font; 2]) {
    let mut glyphs = Vec::with_capacity(text.words.len());
    let mut start = 0;
    for (ch, glyph, advance) in fonts.glyphs(&text.words, text.bold) {
        let end = start + ch.len_utf8();
        glyphs.push(KrillaGlyph::new(GlyphId::new(glyph), advance, 0.0, 0.0, 0.0, start..end, None));
        start = end;
    }
    surface.set_fill(Some(fill(text.colour)));
    surface.set_stroke(None);
    let place = PdfPoint::from_xy(text.left(), text.at.y);
    surface.draw_glyphs(place, &glyphs, faces[usize::from(text.bold)].clone(), &text.words, text.size, false);
}

fn draw_shape(surface: &mut Surface<'_>, shape: &Shape) {
    let Some(path) = path(&shape.outline) else { return };
    surface.set_fill(shape.fill.map(fill));
    surface.set_stroke(shape.stroke.as_ref().map(|stroke| PdfStroke {
        paint: rgb(stroke.colour).into(),
        width: stroke.width,
        dash: stroke.dash.map(|dash| StrokeDash { array: dash.to_vec(), offset: 0.0 }),
        ..PdfStroke::default()
    }));
    surface.draw_path(&path);
}

fn path(outline: &Outline) -> Option<Path> {
    let mut path = PathBuilder::new();
    match outline {
        Outline::Circle(centre, radius) => {
            let (x, y, r, k) = (centre.x, centre.y, *radius, radius * KAPPA);
            path.move_to(x + r, y);
            path.cubic_to(x + r, y + k, x + k, y + r, x, y + r);
            path.cubic_to(x - k, y + r, x - r, y + k, x - r, y);
            path.cubic_to(x - r, y - k, x - k, y - r, x, y - r);
            path.cubic_to(x + k, y - r, x + r, y - k, x + r, y);
            path.close();
        }
        Outline::Open(points) | Outline::Closed(points) => {
            let (first, others) = points.split_first()?;
            path.move_to(first.x, first.y);
            for point in others {
                path.line_to(point.x, point.y);
            }
            if matches!(outline, Outline::Closed(_)) {
                path.close();
            }
        }
    }
    path.finish()
}

fn fill(colour: Colour) -> Fill {
    Fill { paint: rgb(colour).into(), opacity: NormalizedF32::ONE, rule: FillRule::default() }
}

fn rgb([red, green, blue]: Colour) -> rgb::Color {
    rgb::Color::new(red, green, blue)
}
