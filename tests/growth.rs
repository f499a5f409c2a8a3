//! Reading takes time by the length of a page, not by its square: whatever the page is one of (one sentence, one list, one
//! article, many), four times as much text takes about four times as long.

#![allow(clippy::unwrap_used, reason = "a test that cannot set itself up has failed")]

use std::time::{Duration, Instant};

use countylens::codelist::Codelists;
use countylens::pipeline;

/// What four times the text may take: between 4, by the length, and 16, by its square.
const ALLOWED: u32 = 8;

/// How often each part comes in the shorter page.
const TIMES: usize = 200;

/// Pages made of one part again and again, which `#` numbers: what they are, how they open, the part, and how they close.
const PAGES: [(&str, &str, &str, &str); 15] = [
    (
        "articles",
        "",
        "河曲县减贫记之#\n本报记者 张明\n2018年，全县减少贫困人口#人，新修道路#公里。村民李二种菜收入#元。\n",
        "",
    ),
    (
        "a report",
        "河曲县政府工作报告\n",
        "2018年，全县减少贫困人口#人，县里投入资金#万元。坪头村建成大棚#座，\n",
        "完成。",
    ),
    ("a paragraph", "河曲县政府工作报告\n", "2018年，河曲县减少贫困人口#人，该县坪头村有#户。某合作社有社员#户。", ""),
    (
        "a sentence",
        "河曲县政府工作报告\n",
        "2018年，河曲县减少贫困人口#人，坪头村建成大棚#座，村民李二种菜收入#元，",
        "完成。",
    ),
    (
        "a city's account",
        "忻州市脱贫攻坚综述\n",
        "全市减少贫困人口#人，忻州市建成大棚#座。五寨、岢岚两县摘帽，\n",
        "河曲县减贫300人。",
    ),
    ("a list of villages", "河曲县政府工作报告\n2018年，", "坪头村#户、石磨村#户、", "陈家村10户等全部脱贫。"),
    ("a list of counties", "山西省脱贫攻坚综述\n2018年，", "河曲县、五寨县、保德县、岢岚县、", "岚县等120个县摘帽。"),
    ("figures of counties", "山西省脱贫攻坚综述\n2018年，", "河曲县减贫#人、五寨县减贫#人、", "岚县减贫10人。"),
    ("a table", "河曲县统计表\n", "贫困人口 # #1 #2 0.5%\n", ""),
    ("one line with blanks", "河曲县统计 ", "贫 困 村 # 个 户 # 1 户 ", ""),
    ("speech", "河曲县减贫记\n“我家", "有#亩地，河曲县减少贫困人口#人。", ""),
    ("brackets", "河曲县政府工作报告\n", "全县（减少贫困人口#人，坪头村（有#户。", ""),
    (
        "a city of a county's rank",
        "平泉市减贫记\n全市减贫10人。",
        "平泉市减贫#人，全市新修道路#公里。\n",
        "隆化县减贫5人。",
    ),
    (
        "places seen one by one",
        "承德市统计\n从年底看，比全市低，其中发放资金10万元，",
        "平泉市0.#%、发放资金#万元，2018年#户，降至零，",
        "完成。",
    ),
    ("no county", "工作报告\n", "全区减贫#人，全州有贫困户#户，该县脱贫#户。", ""),
];

/// The page whose part comes `times` times.
fn page(opening: &str, part: &str, close: &str, times: usize) -> String {
    let parts: String = (1..=times).map(|number| part.replace('#', &number.to_string())).collect();
    format!("{opening}{parts}{close}")
}

/// The time that reading `text` takes at best.
fn time(text: &str) -> Duration {
    let once = || {
        let begun = Instant::now();
        pipeline::read(text.as_bytes(), "page", Codelists::builtin()).unwrap();
        begun.elapsed()
    };
    (0..3).map(|_| once()).min().unwrap()
}

#[test]
fn reading_takes_time_by_the_length_of_a_page() {
    let mut slow = Vec::new();
    for (name, opening, part, close) in PAGES {
        let short = time(&page(opening, part, close, TIMES));
        let long = time(&page(opening, part, close, 4 * TIMES));
        println!("{name}: {short:?}, four times as much {long:?}");
        if long > short * ALLOWED {
            slow.push(format!("{name}: {short:?}, four times as much {long:?}"));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}
