//! Encodings: which one a file is in, judged by all of its bytes, and the text that they stand for.

use std::borrow::Cow;

use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use crate::model::{EncodingConfidence, Span, TextEncoding};

/// A report's text as decoded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text, without byte-order mark. Bytes that stand for nothing are U+FFFD.
    pub text: Cow<'a, str>,
    /// WHATWG label of the encoding (`UTF-8`, `GB18030`, `UTF-16LE`, …).
    pub encoding: &'static str,
    /// How sure that is.
    pub confidence: EncodingConfidence,
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
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, DecodeError> {
    refuse_foreign(bytes)?;
    let (encoding, confidence) = detect(bytes)?;
    source_text(bytes, encoding, confidence)
}

/// The text that `bytes` stand for in an encoding that the user chose.
pub fn decode_as(bytes: &[u8], chosen: TextEncoding) -> Result<Decoded<'_>, DecodeError> {
    refuse_foreign(bytes)?;
    let encoding = match chosen {
        TextEncoding::Utf8 => UTF_8,
        TextEncoding::Gb18030 => GB18030,
        TextEncoding::Big5 => BIG5,
        TextEncoding::Utf16 => match Encoding::for_bom(bytes) {
            Some((marked, _)) if marked != UTF_8 => marked,
            _ => utf16_without_mark(bytes).unwrap_or(UTF_16LE),
        },
    };
    source_text(bytes, encoding, EncodingConfidence::Chosen)
}

fn refuse_foreign(bytes: &[u8]) -> Result<(), DecodeError> {
    foreign_format(bytes).map_or(Ok(()), |kind| Err(DecodeError::NotText(kind)))
}

fn source_text<'a>(
    bytes: &'a [u8],
    encoding: &'static Encoding,
    confidence: EncodingConfidence,
) -> Result<Decoded<'a>, DecodeError> {
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    if text.chars().all(|ch| ch.is_whitespace() || ch == '\u{feff}') {
        return Err(DecodeError::Empty);
    }
    if is_binary(&text) {
        return Err(DecodeError::NotText("binary"));
    }
    Ok(Decoded { undecodable: replacement_runs(&text), text, encoding: encoding.name(), confidence })
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

/// A byte-order mark decides; then validity as UTF-8; then the shape of UTF-16; then how the legacy encodings read.
fn detect(bytes: &[u8]) -> Result<(&'static Encoding, EncodingConfidence), DecodeError> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok((encoding, EncodingConfidence::Certain));
    }
    if let Some(encoding) = utf16_without_mark(bytes) {
        return Ok((encoding, EncodingConfidence::Probable));
    }
    if bytes.contains(&0) {
        return Err(DecodeError::NotText("binary"));
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok((UTF_8, EncodingConfidence::Certain));
    }
    if nearly_utf8(bytes) {
        return Ok((UTF_8, EncodingConfidence::Probable));
    }
    let (gb, big5) = (reads_as_chinese(bytes, GB18030), reads_as_chinese(bytes, BIG5));
    // On a tie the encoding of nearly all such files.
    let (encoding, best, other) = if big5 > gb { (BIG5, big5, gb) } else { (GB18030, gb, big5) };
    let clear = best >= READS_WELL && best - other >= READS_CLEARLY_BETTER;
    Ok((encoding, if clear { EncodingConfidence::Probable } else { EncodingConfidence::Doubtful }))
}

/// Points in a thousand from which on a text reads as Chinese prose; prose has 350 to 600.
const READS_WELL: i64 = 200;

/// Points in a thousand by which the right encoding leads; prose in the wrong one has less than 0.
const READS_CLEARLY_BETTER: i64 = 150;

/// Bytes of a file that are looked at, at most.
const SAMPLE: usize = 1 << 16;

/// The characters that make up about half of any Chinese news text, Simplified and Traditional, and its punctuation.
const FREQUENT: &str = concat!(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民",
    "得经十三之进着等部度家电力里如水化高自二理起小现实加量都两体制机使点从业本去把好应开因由其然前外天政四日社义事平形全表间与各重新",
    "线内数正心明利比质气第向道此变条结问意建月公系很最代想已通提直题党程展五料员革位入常文总次品式活设及管特长基资路级少图山统接",
    "较将组见计别根运农收县贫困户村脱率扶万元镇乡市区增项目金位，。、；：“”（）《》「」",
    "這為個國時來們於會對發動過說產種後學經進著電裡實現體機點從業開還關內數線質氣變條沒結無題黨員總設長資邊級圖統將組見計別運農",
    "縣貧戶萬脫億鎮鄉區項與應兩義長",
);

/// How well `bytes` read as Chinese in `encoding`, in thousandths of its non-ASCII characters: frequent characters count
/// for it; broken bytes and characters that no text has count against it.
fn reads_as_chinese(bytes: &[u8], encoding: &'static Encoding) -> i64 {
    let (text, _) = encoding.decode_without_bom_handling(bytes.get(..SAMPLE).unwrap_or(bytes));
    let (mut points, mut all) = (0_i64, 0_i64);
    for ch in text.chars().filter(|ch| !ch.is_ascii()) {
        all += 1;
        points += match ch {
            '\u{fffd}' | '\u{e000}'..='\u{f8ff}' => -3,
            _ if FREQUENT.contains(ch) => 1,
            // Kana, box drawings and Cyrillic stand in the tables of both encodings and hardly in a report.
            '\u{0370}'..='\u{052f}' | '\u{2500}'..='\u{259f}' | '\u{3040}'..='\u{312f}' => -1,
            _ => 0,
        };
    }
    if all == 0 { 0 } else { points * 1000 / all }
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
            assert_ne!(source.confidence, EncodingConfidence::Doubtful, "{name}");
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

    const TRADITIONAL: &str =
        "廣西都安：大石山區摘掉「窮帽」\n2015年底，都安有建檔立卡貧困村147個，貧困發生率為22.06%。";

    #[test]
    fn big5_and_gb18030_are_told_apart_also_by_a_line_or_two() {
        for text in [TRADITIONAL, "縣扶貧辦負責人表示，貧困人口減至1.98萬人。", TEXT, "全县共有贫困村37个，减少2个。"]
        {
            for encoding in [BIG5, GB18030] {
                let (bytes, _, lost) = encoding.encode(text);
                if lost {
                    continue;
                }
                let source = decode(&bytes).unwrap();
                assert_eq!((source.encoding, &*source.text), (encoding.name(), text));
                assert_eq!(source.confidence, EncodingConfidence::Probable, "{text}");
            }
        }
    }

    #[test]
    fn confidence_says_how_the_encoding_is_known() {
        let confidence = |bytes: &[u8]| decode(bytes).unwrap().confidence;
        assert_eq!(confidence(TEXT.as_bytes()), EncodingConfidence::Certain);
        assert_eq!(confidence(b"37 villages"), EncodingConfidence::Certain);
        assert_eq!(confidence(b"\xff\xfe\x2d\x4e\x33\x96"), EncodingConfidence::Certain);
        assert_eq!(confidence(b"\xc0\xc1\xe9\xe8 caf\xe9"), EncodingConfidence::Doubtful);
    }

    #[test]
    fn a_chosen_encoding_is_used_even_against_the_evidence() {
        let (bytes, _, _) = GB18030.encode(TEXT);
        let source = decode_as(&bytes, TextEncoding::Gb18030).unwrap();
        assert_eq!((&*source.text, source.confidence), (TEXT, EncodingConfidence::Chosen));
        let wrong = decode_as(&bytes, TextEncoding::Utf8).unwrap();
        assert!(!wrong.undecodable.is_empty() && wrong.encoding == "UTF-8");
        let marked: Vec<u8> = [0xfe, 0xff].into_iter().chain(TEXT.encode_utf16().flat_map(u16::to_be_bytes)).collect();
        assert_eq!(decode_as(&marked, TextEncoding::Utf16).unwrap().text, TEXT);
        assert_eq!(decode_as(marked.get(2..).unwrap(), TextEncoding::Utf16).unwrap().text, TEXT);
        assert!("latin-1".parse::<TextEncoding>().is_err());
        assert_eq!("GBK".parse(), Ok(TextEncoding::Gb18030));
    }

    #[test]
    fn what_is_no_text_says_what_it_is() {
        assert_eq!(decode(b""), Err(DecodeError::Empty));
        assert_eq!(decode(b"\xef\xbb\xbf \n"), Err(DecodeError::Empty));
        assert_eq!(decode(b"\xff\xd8\xff\xe0\0\x10JFIF"), Err(DecodeError::NotText("JPEG")));
        assert_eq!(decode(b"ab\0\0\0\x01\x02cd\0e"), Err(DecodeError::NotText("binary")));
    }
}
