//! What must hold of whatever bytes a file has. The fuzz targets check it, and `tests/fuzz_seeds.rs` on the seeds.

use countylens::codelist::Codelists;
use countylens::model::Span;
use countylens::{export, pipeline, text};

/// Decoding never panics, and marks exactly what it could not decode.
pub(crate) fn decode(bytes: &[u8]) {
    let Ok(source) = text::decode(bytes) else { return };
    let characters: Vec<char> = source.text.chars().collect();
    let mut marked = 0;
    for span in &source.undecodable {
        assert!(!span.is_empty() && span.end <= characters.len(), "{span:?} of {}", characters.len());
        assert!(characters[span.start..span.end].iter().all(|ch| *ch == '\u{fffd}'), "{span:?} was decoded");
        marked += span.len();
    }
    assert_eq!(marked, characters.iter().filter(|ch| **ch == '\u{fffd}').count());
}

/// Reflowing keeps every visible character, in order, and knows where each came from.
pub(crate) fn reflow(bytes: &[u8]) {
    let source = String::from_utf8_lossy(bytes);
    let simplified = &Codelists::builtin().simplified;
    let reflowed = text::reflow(&source, simplified);
    let characters: Vec<char> = source.chars().collect();
    let visible = (0..characters.len()).filter(|at| !characters[*at].is_whitespace());
    let kept = reflowed.text.char_indices().filter(|(_, ch)| !ch.is_whitespace());
    for (byte, ch) in kept.clone() {
        let from = characters[reflowed.map.code_point(&reflowed.text, byte)];
        let ordinary = ordinary_width(from);
        assert!(ch == ordinary || ch == simplified.fold(ordinary) || is_form_of(from, ch), "{ch} is no {from}");
    }
    let mapped = kept.map(|(byte, _)| reflowed.map.code_point(&reflowed.text, byte));
    assert!(mapped.eq(visible), "not every visible character is kept in its place");
}

/// Full-width ASCII in its ordinary form.
fn ordinary_width(ch: char) -> char {
    match ch {
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' | '％' | '．' | '＋' | '－' | '／' => {
            char::from_u32(u32::from(ch) - 0xfee0).unwrap_or(ch)
        }
        _ => ch,
    }
}

/// Whether `read` is what a mark of Chinese prose stands for in the form that it is `printed` in.
fn is_form_of(printed: char, read: char) -> bool {
    const FORMS: [(&str, &str); 4] = [
        (",;:!?()", "，；：！？（）"),
        ("﹑､﹐﹔﹕∶﹖﹗﹙﹚﹪｡「」〝〞〟『』", "、、，；：：？！（）%。“”“””‘’"),
        ("\"\"＂＂", "“”“”"),
        ("·", "."),
    ];
    FORMS.iter().any(|(forms, marks)| forms.chars().zip(marks.chars()).any(|pair| pair == (printed, read)))
}

/// Every observation quotes its figure from the source and from its sentence, and points nowhere beyond them.
pub(crate) fn reader(bytes: &[u8]) {
    let Ok(report) = pipeline::read(bytes, "fuzz", Codelists::builtin()) else { return };
    let source: Vec<char> =
        text::decode(bytes).map(|source| text::without_furniture(&source.text).chars().collect()).unwrap_or_default();
    let visible = |characters: &[char], span: Span| -> String {
        assert!(span.start <= span.end && span.end <= characters.len(), "{span:?} of {}", characters.len());
        characters[span.start..span.end].iter().filter(|ch| !ch.is_whitespace()).collect()
    };
    for article in &report.articles {
        visible(&source, article.span);
    }
    for (index, observation) in report.observations.iter().enumerate() {
        let (evidence, written) = (&observation.evidence, &observation.quantity.as_written);
        assert_eq!(observation.id, index + 1);
        assert!(observation.article < report.articles.len());
        assert!(!written.is_empty());
        assert_eq!(visible(&source, evidence.span), **written, "{evidence:?}");
        let sentence: Vec<char> = evidence.sentence.chars().collect();
        assert_eq!(visible(&sentence, evidence.figure), **written, "{evidence:?}");
        assert!(evidence.sentence_span.start <= evidence.span.start && evidence.span.end <= evidence.sentence_span.end);
        visible(&source, evidence.sentence_span);
    }
    let reports = [report];
    export::write_json(&reports, &mut std::io::sink()).unwrap();
    export::write_csv(&reports, &mut std::io::sink()).unwrap();
}
