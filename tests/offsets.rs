//! The way back from the reflowed text to the source, on random pages: wraps, blanks, full-width and Traditional forms.
#![allow(clippy::unwrap_used, reason = "a test with a character that is none has nothing better to do")]

#[path = "../fuzz/checks.rs"]
#[allow(dead_code, reason = "the reader has tests of its own")]
mod checks;

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

/// Pieces that pages are made of, and what a printed page puts between them.
const PIECES: [&str; 22] = [
    "贫困发生率",
    "全县",
    "貧困戶",
    "臨縣",
    "７９６９",
    "37",
    "0.7%",
    "２０．５％",
    "，",
    "。",
    "（",
    "）",
    "”",
    "2018年",
    "ＧＤＰ",
    "MW",
    "人",
    "🌾",
    "〇",
    "本报讯",
    "e\u{301}",
    "\u{fffd}",
];
const GAPS: [&str; 10] = ["", "", "", " ", "\n", "\n\n", "\r\n", "\u{3000}", "\t", "\u{a0}"];

fn page() -> impl Strategy<Value = String> {
    let piece = (prop::sample::select(&PIECES[..]), prop::sample::select(&GAPS[..]));
    prop::collection::vec(piece, 0..200)
        .prop_map(|pieces| pieces.iter().flat_map(|(piece, gap)| [*piece, *gap]).collect())
}

proptest! {
    // The same pages every time: a run must not fail by chance. PROPTEST_CASES and the fuzz targets look further.
    #![proptest_config(ProptestConfig { rng_seed: RngSeed::Fixed(20_260_101), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_visible_character_maps_to_its_own_place(text in page()) {
        checks::reflow(text.as_bytes());
    }

    #[test]
    fn every_visible_character_of_any_text_does(text in any::<String>()) {
        checks::reflow(text.as_bytes());
    }

    #[test]
    fn figures_are_quoted_from_where_they_stand(text in page()) {
        checks::reader(text.as_bytes());
    }
}
