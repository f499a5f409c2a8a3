//! Encodings: which one a file is in, judged by all of its bytes, and the text that they stand for.

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use crate::model::Span;

/// A report's text as decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceText {
    /// The text, without byte-order mark. Bytes that stand for nothing are U+FFFD.
    pub text: String,
    /// WHATWG label of the encoding (`UTF-8`, `GB18030`, `UTF-16LE`, …).
    pub encoding: &'static str,
    /// Where bytes could not be decoded, in code points of `text`.
    pub undecodable: Vec<Span>,
}

/// Why bytes are no text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecodeError {
    /// No bytes, or white space only.
    Empty,
    /// Another format, named in a word where it is known.
    NotText(&'static str),
}

/// The text that `bytes` stand for, in the encoding that all of them together speak for.
pub fn decode(bytes: &[u8]) -> Result<SourceText, DecodeError> {
    if let Some(kind) = foreign_format(bytes) {
        return Err(DecodeError::NotText(kind));
    }
    let encoding = detect(bytes)?;
    let (text, encoding, _) = encoding.decode(bytes);
    if text.chars().all(|ch| ch.is_whitespace() || ch == '\u{feff}') {
        return Err(DecodeError::Empty);
    }
    if is_binary(&text) {
        return Err(DecodeError::NotText("binary"));
    }
    let label = if encoding == encoding_rs::GBK { GB18030.name() } else { encoding.name() };
    Ok(SourceText { undecodable: replacement_runs(&text), text: text.into_owned(), encoding: label })
}

/// Whether a text has too many control characters to be one.
fn is_binary(text: &str) -> bool {
    const FEW: usize = 8;
    // The bytes of control characters, some others (0xC2) too: counting those is quick and settles it for most texts.
    let suspects = text.bytes().filter(|byte| matches!(byte, 0..=8 | 14..=31 | 0x7f | 0xc2)).count();
    if suspects <= FEW {
        return false;
    }
    let control = text.chars().filter(|ch| ch.is_control() && !ch.is_whitespace()).count();
    control > FEW && control > text.chars().count() / 50
}

/// Formats that people drop by mistake, told by their first bytes.
fn foreign_format(bytes: &[u8]) -> Option<&'static str> {
    const SIGNATURES: [(&[u8], &str); 9] = [
        (b"\xff\xd8\xff", "JPEG"),
        (b"\x89PNG\r\n", "PNG"),
        (b"GIF8", "GIF"),
        (b"%PDF", "PDF"),
        (b"PK\x03\x04", "ZIP or Office"),
        (b"\xd0\xcf\x11\xe0", "Office 97"),
        (b"II*\0", "TIFF"),
        (b"\x7fELF", "program"),
        (b"MZ\x90\0", "program"),
    ];
    SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, kind)| *kind)
}

/// A byte-order mark decides; then validity as UTF-8; then the shape of UTF-16; then frequencies of Chinese characters.
fn detect(bytes: &[u8]) -> Result<&'static Encoding, DecodeError> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(encoding);
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok(encoding);
    }
    if bytes.contains(&0) {
        return Err(DecodeError::NotText("binary"));
    }
    if nearly_utf8(bytes) {
        return Ok(UTF_8);
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"cn"), chardetng::Utf8Detection::Allow);
    // These reports are Chinese: any other legacy guess is an artefact of a short or dirty file.
    Ok(if guess == BIG5 { BIG5 } else { GB18030 })
}

/// UTF-16 without a mark shows line feeds or ASCII digits as pairs with a zero byte on one constant side.
fn utf16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let zeros = |side: usize| bytes.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match (even, odd) {
        (0, odd) if odd > 0 => Some(UTF_16LE),
        (even, 0) if even > 0 => Some(UTF_16BE),
        _ => None,
    }
    .filter(|encoding| !encoding.decode_without_bom_handling(bytes).1)
}

/// UTF-8 with at most a few damaged places: less than 1 % of its non-ASCII bytes.
fn nearly_utf8(bytes: &[u8]) -> bool {
    let mut damaged = 0;
    for chunk in bytes.utf8_chunks() {
        damaged += chunk.invalid().len();
    }
    let beyond_ascii = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    damaged == 0 || damaged * 100 < beyond_ascii
}

/// Runs of U+FFFD, in code points.
fn replacement_runs(text: &str) -> Vec<Span> {
    let mut runs: Vec<Span> = Vec::new();
    if !text.contains('\u{fffd}') {
        return runs;
    }
    for (at, _) in text.chars().enumerate().filter(|(_, ch)| *ch == '\u{fffd}') {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += 1,
            _ => runs.push(Span::new(at, at + 1)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "中阳县贫困发生率降到0.7%。\n2017年底，全县贫困村减少至2个。";

    #[test]
    fn every_promised_encoding_gives_the_same_text() {
        let utf16 = |big: bool| -> Vec<u8> {
            TEXT.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        let with_mark = |mark: &[u8], body: &[u8]| [mark, body].concat();
        let cases: [(&str, Vec<u8>, &str); 7] = [
            ("utf-8", TEXT.as_bytes().to_vec(), "UTF-8"),
            ("utf-8 bom", with_mark(b"\xef\xbb\xbf", TEXT.as_bytes()), "UTF-8"),
            ("utf-16le bom", with_mark(b"\xff\xfe", &utf16(false)), "UTF-16LE"),
            ("utf-16be bom", with_mark(b"\xfe\xff", &utf16(true)), "UTF-16BE"),
            ("utf-16le", utf16(false), "UTF-16LE"),
            ("utf-16be", utf16(true), "UTF-16BE"),
            ("gb18030", GB18030.encode(TEXT).0.into_owned(), "gb18030"),
        ];
        for (name, bytes, label) in cases {
            let source = decode(&bytes).unwrap();
            assert_eq!(source.text, TEXT, "{name}");
            assert_eq!(source.encoding, label, "{name}");
            assert!(source.undecodable.is_empty(), "{name}");
        }
    }

    #[test]
    fn bad_bytes_are_marked_where_they_stand() {
        let mut bytes = "贫困发生率".repeat(40).into_bytes();
        bytes.splice(15..15, [0xff, 0xff]);
        let source = decode(&bytes).unwrap();
        assert_eq!(source.encoding, "UTF-8");
        assert_eq!(source.undecodable, [Span::new(5, 7)]);
    }

    #[test]
    fn what_is_no_text_says_what_it_is() {
        assert_eq!(decode(b""), Err(DecodeError::Empty));
        assert_eq!(decode(b"\xef\xbb\xbf \n"), Err(DecodeError::Empty));
        assert_eq!(decode(b"\xff\xd8\xff\xe0\0\x10JFIF"), Err(DecodeError::NotText("JPEG")));
        assert_eq!(decode(b"ab\0\0\0\x01\x02cd\0e"), Err(DecodeError::NotText("binary")));
    }
}
