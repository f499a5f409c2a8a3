//! A long report: the samples again and again, never twice the same.

use std::sync::LazyLock;

use regex::Regex;

/// At least this much text, in bytes.
const SIZE: usize = 5 * 1024 * 1024;

const SAMPLES: [&str; 3] = [
    include_str!("../assets/samples/jiaokou-2018.txt"),
    include_str!("../assets/samples/linxian-2019.txt"),
    include_str!("../assets/samples/zhongyang-2018.txt"),
];

/// Counties whose names take turns in the copies of the samples.
const COUNTIES: [&str; 8] = ["中阳", "方山", "石楼", "岚县", "柳林", "静乐", "岢岚", "代县"];

/// The samples again and again, each copy an article of its own with other figures and another county's name.
pub fn pages() -> Vec<String> {
    let mut out = Vec::new();
    let mut size = 0;
    for copy in 0.. {
        let county = COUNTIES[copy / SAMPLES.len() % COUNTIES.len()];
        let text = SAMPLES[copy % SAMPLES.len()].replace("中阳", county);
        let page = format!("第{copy}版\n\n{}\n\n（记者）\n\n", vary(&text, copy));
        size += page.len();
        out.push(page);
        if size >= SIZE {
            break;
        }
    }
    out
}

/// Other last digits in all numbers that are no dates.
fn vary(text: &str, copy: usize) -> String {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(\d)(\s*(?:[^\d\s.年月日]|$))").unwrap());
    let turn = |digit: &str| (digit.parse::<usize>().unwrap() + copy) % 9 + 1;
    NUMBER.replace_all(text, |found: &regex::Captures<'_>| format!("{}{}", turn(&found[1]), &found[2])).into_owned()
}
