//! The embedded Chinese fonts: how long a text is, and where it breaks into lines.

use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, GlyphId, MetadataProvider, charmap::Charmap};

use super::layout::{Anchor, Colour, Point, Text};

/// Nearly all of Noto Sans SC: reports quote arbitrary words.
pub const REGULAR: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Regular.subset.ttf");
/// The characters of GB2312 and of the texts in Traditional Chinese only: enough for titles and county names; the regular
/// font stands behind it.
pub const BOLD: &[u8] = include_bytes!("../../assets/fonts/NotoSansSC-Bold.subset.ttf");
/// The family's name, in SVG.
pub(super) const FAMILY: &str = "Noto Sans SC";

/// No line begins with one of these.
const NEVER_FIRST: &str = "，。、；：？！）〕】》〉”’％%…,.;:?!)]}·°";
/// No line ends with one of these.
const NEVER_LAST: &str = "（〔【《〈“‘([{≤≥≈○◇▲▼※✚−+";

/// One face.
struct Face {
    characters: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    units_per_em: f32,
}

impl Face {
    fn of(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        let units_per_em = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
        let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
        Some(Self { characters: font.charmap(), metrics, units_per_em })
    }

    fn glyph(&self, ch: char) -> Option<GlyphId> {
        self.characters.map(ch)
    }

    /// Width of a character, in shares of the size.
    fn advance(&self, ch: char) -> f32 {
        let glyph = self.glyph(ch).unwrap_or_default();
        self.metrics.advance_width(glyph).map_or(1.0, |width| width / self.units_per_em)
    }
}

/// Both faces.
pub(super) struct Fonts {
    regular: Option<Face>,
    bold: Option<Face>,
}

/// How a text is set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    pub(super) size: f32,
    pub(super) bold: bool,
    pub(super) colour: Colour,
}

impl Fonts {
    pub(super) fn new() -> Self {
        Self { regular: Face::of(REGULAR), bold: Face::of(BOLD) }
    }

    /// Whether all of `words` can be set in bold; else they are set in the regular face, all of them.
    fn is_bold(&self, words: &str, bold: bool) -> bool {
        bold && self.bold.as_ref().is_some_and(|face| words.chars().all(|ch| face.glyph(ch).is_some()))
    }

    fn face(&self, bold: bool) -> Option<&Face> {
        if bold { self.bold.as_ref() } else { self.regular.as_ref() }
    }

    /// Glyph and advance, in shares of the size, of each character.
    pub(super) fn glyphs<'a>(&'a self, words: &'a str, bold: bool) -> impl Iterator<Item = (char, u32, f32)> + 'a {
        let face = self.face(bold);
        words.chars().map(move |ch| {
            let glyph = face.and_then(|face| face.glyph(ch)).unwrap_or_default();
            (ch, glyph.to_u32(), face.map_or(1.0, |face| face.advance(ch)))
        })
    }

    /// Length of `words`.
    pub(super) fn width(&self, words: &str, style: Style) -> f32 {
        let bold = self.is_bold(words, style.bold);
        self.glyphs(words, bold).map(|(_, _, advance)| advance).sum::<f32>() * style.size
    }

    /// `words` set at `at`. Characters that neither face has are shown as a white square.
    pub(super) fn set(&self, words: &str, style: Style, at: Point, anchor: Anchor) -> Text {
        let known = |ch: char| self.regular.as_ref().is_some_and(|face| face.glyph(ch).is_some());
        let words: String =
            words.chars().filter(|ch| !ch.is_control()).map(|ch| if known(ch) { ch } else { '□' }).collect();
        let bold = self.is_bold(&words, style.bold);
        let width = self.width(&words, style);
        Text { at, anchor, words, size: style.size, bold, colour: style.colour, width }
    }

    /// `words` in lines of at most `width`: Chinese breaks between any two characters, other words at blanks. A word
    /// longer than a line is broken within.
    pub(super) fn wrap(&self, words: &str, style: Style, width: f32) -> Vec<String> {
        let mut lines = Vec::new();
        let mut line = String::new();
        let mut length = 0.0;
        // Signs keep to what follows them, but not at the price of a broken word.
        let is_long = |piece: &str| self.width(piece.trim_end(), style) > width;
        let halves = |piece| if is_long(piece) { str::split_inclusive(piece, ' ').collect() } else { vec![piece] };
        for piece in pieces(words).into_iter().flat_map(halves) {
            let long = self.width(piece, style);
            if length + self.width(piece.trim_end(), style) > width && !line.is_empty() {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
                length = 0.0;
            }
            if long > width {
                for ch in piece.chars() {
                    let one = self.width(ch.encode_utf8(&mut [0; 4]), style);
                    if length + one > width && !line.is_empty() {
                        lines.push(std::mem::take(&mut line).trim_end().to_owned());
                        length = 0.0;
                    }
                    line.push(ch);
                    length += one;
                }
                continue;
            }
            line.push_str(piece);
            length += long;
        }
        if !line.is_empty() || lines.is_empty() {
            lines.push(line.trim_end().to_owned());
        }
        lines
    }
}

/// Whether a line may break on either side of `ch`.
fn is_wide(ch: char) -> bool {
    matches!(ch, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..)
}

/// `words` cut where a line may break.
fn pieces(words: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut from = 0;
    let characters: Vec<(usize, char)> = words.char_indices().collect();
    for pair in characters.windows(2) {
        let [(_, one), (place, next)] = *pair else { continue };
        let at_blank = one == ' '
            && next != ' '
            && !NEVER_LAST.contains(words[..place].trim_end().chars().next_back().unwrap_or(' '));
        let between = (is_wide(one) || is_wide(next)) && next != ' ' && !NEVER_LAST.contains(one);
        let at_hyphen = one == '-' && next.is_alphabetic();
        if (at_blank || between || at_hyphen) && !NEVER_FIRST.contains(next) {
            pieces.push(&words[from..place]);
            from = place;
        }
    }
    pieces.push(&words[from..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    const STYLE: Style = Style { size: 10.0, bold: false, colour: [0; 3] };

    #[test]
    fn chinese_characters_are_as_wide_as_they_are_high() {
        let fonts = Fonts::new();
        assert!((fonts.width("贫困发生率", STYLE) - 50.0).abs() < 0.01);
        assert!(fonts.width("0.7", STYLE) < 20.0);
    }

    #[test]
    fn lines_break_between_chinese_characters_and_between_words_and_lose_nothing() {
        let fonts = Fonts::new();
        assert_eq!(fonts.wrap("建档立卡贫困人口（人）", STYLE, 55.0), ["建档立卡贫", "困人口", "（人）"]);
        assert_eq!(fonts.wrap("Registered poor population", STYLE, 80.0), ["Registered poor", "population"]);
        assert_eq!(fonts.wrap("", STYLE, 80.0), [""]);
        assert_eq!(fonts.wrap("○ ≥ 10,127 people", STYLE, 60.0), ["○ ≥ 10,127", "people"]);
        assert_eq!(fonts.wrap("○ ≥ 10,127 people", STYLE, 40.0), ["○ ≥", "10,127", "people"]);
        for text in ["Linxia Hui Autonomous Prefecture 积石山保安族东乡族撒拉族自治县，2019", "incomprehensibilities"]
        {
            let lines = fonts.wrap(text, STYLE, 60.0);
            let bare = |text: &str| text.replace(' ', "");
            assert_eq!(bare(&lines.concat()), bare(text));
            assert!(lines.iter().all(|line| fonts.width(line, STYLE) <= 60.0), "{lines:?}");
        }
    }

    #[test]
    fn what_the_bold_lacks_is_set_in_the_regular_and_what_both_lack_is_seen() {
        let fonts = Fonts::new();
        let place = Point { x: 0.0, y: 0.0 };
        let bold = Style { bold: true, ..STYLE };
        assert!(fonts.set("中阳县", bold, place, Anchor::Start).bold);
        assert!(!fonts.set("㊿", bold, place, Anchor::Start).bold);
        assert_eq!(fonts.set("가\u{7}中", bold, place, Anchor::Start).words, "□中");
    }
}
