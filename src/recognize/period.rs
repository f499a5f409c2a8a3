//! Dates, years, spans of years, five-year plans, and the words that tell a time by the report's own date.

use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::model::{Instant, Period};

/// What the words of a period fix by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    /// All of it.
    Fixed(Period),
    /// A month, or a day of one, of a year named before.
    OfYear {
        /// Month 1–12.
        month: u8,
        /// Day, where given.
        day: Option<u8>,
    },
    /// A year counted from the report's own: 0 for 今年, −1 for 去年.
    Relative {
        /// Years from the report's.
        years: i16,
        /// Whether its end is meant (年底).
        end: bool,
    },
    /// The year that is being told of, or the report's own: 全年, 年底; −1 for 上年.
    OfTelling {
        /// Years from the year told of.
        years: i16,
        /// Whether its end is meant (年底).
        end: bool,
    },
    /// So many years up to the report (五年来, 三年间); 1 for 一年来.
    Years(u16),
    /// The time of the report (目前, 如今), or one that no year is named for (过渡期以来).
    Now,
    /// The time that was told of right before: 同期.
    Same,
    /// A start that nobody dates: 建档立卡之初.
    Start,
}

/// A period's words in a reflowed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PeriodMention {
    /// Bytes of the reflowed text, 以来 and 期间 included.
    pub range: Range<usize>,
    /// What they fix.
    pub when: When,
    /// Whether an open interval begins there (以来, 从…起).
    pub since: bool,
    /// Whether the state at that time, or all up to then, is meant (截至).
    pub until: bool,
    /// Whether it lies ahead in the words themselves (到2020年).
    pub ahead: bool,
    /// Whether it is only what something is compared with (比上年, 是2014年的1.6倍), and governs nothing.
    pub compared: bool,
    /// Whether it is said of the next figure alone (由2013年的5260元增加到…).
    pub local: bool,
}

impl PeriodMention {
    fn of(range: Range<usize>, when: When) -> Self {
        Self { range, when, since: false, until: false, ahead: false, compared: false, local: false }
    }
}

static GRAMMAR: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(concat!(
        // 由建档立卡之初的1.3万户, 从某市结对帮扶之初的14.88%: a start that nobody dates.
        r"(?P<start>(?:(?:从|由|自)[\p{Han}&&[^从由自较比]]{0,8}?)?(?:建档立卡|精准识别|精准扶贫|脱贫攻坚|攻坚|帮扶|协作)(?:战?之初|初期)|[从由](?:脱贫)?(?:摘帽|退出|出列)(?:之?时|那年|当年))(?P<startof>的)?|",
        r"(?P<than>比|较|与|同|占|超过|高于|是|为)?(?P<until>截至|截止到|截止|截到)?(?P<from>从|自|由)?(?P<ahead>到)?(?P<cite>《)?(?:",
        // 2016至2018年, 2016—2018年, 2016年至2018年, 2016、2017、2018年, 2014年到2019年五年间
        r"(?P<y1>(?:19|20)\d{2})(?:年?(?:-|—|–|－|~|～|至|到)|(?:、(?:19|20)\d{2})*[、和])(?P<y2>(?:19|20)\d{2})(?:年(?:底|末)?|[两三四五]年)(?:，?这?[两三四五六七八九十]年(?:间|来|里|时间))?",
        // 2018年12月11日, 2018年底
        r"|(?P<year>(?:19|20)\d{2})年(?:度)?(?:(?P<end>年?底|年?末|年终|岁末)|年?初|(?P<month>\d{1,2})月(?:份|底|末)?(?:(?P<day>\d{1,2})[日号])?)?",
        // 12月11日, 12月
        r"|(?P<m>\d{1,2})月(?:份|底|末|上旬|中旬|下旬)?(?:(?P<d>\d{1,2})[日号])?",
        r"|[“「‘]?(?P<plan>十[一二三四五])五[”」’]?(?:(?:时期|期)?(?P<planend>末)|(?P<planstart>初期|之初|伊始|开局之年)|时期|期间|规划期|以来|五年|这五年|(?P<planof>易地|搬迁|扶贫|计划|规划|全[县市州区旗]|累计|我[县市区州旗们]|一?共(?:有|计|要|需|搬迁)))",
        // 二〇一九年底
        r"|(?P<hanyear>二[〇零○][一二三四五六七八九〇零○]{2})年(?P<hanend>底|末)?",
        r"|(?P<last>去年|上年|上一年|前年)(?:全年|(?P<lastend>年?底|年?末))?",
        r"|(?P<this>今年|本年度|本年|年内|今冬|明年|后年)(?P<thisend>年?底|年?末|年终)?",
        r"|(?P<whole>全年|当年|同年|该年)",
        r"|(?P<past>(?:刚刚)?过去的?一年)(?:里|中|间|来)?",
        r"|(?:近|过去|这)?(?P<years>[一二两三四五六七八九十]|\d{1,2})年(?:多)?(?:以来|来|间)",
        // 五年累计投入63.7亿元
        r"|(?P<sum>[二两三四五六七八])年(?P<sumof>累计|一?共|合计|完成|新增|新建|投入)",
        r"|(?P<same>同期)|这一?年|那一年|(?P<next>次年|翌年)(?P<nextend>年?底|年?末)?",
        r"|(?P<now>当前|目前|如今|现如今|眼下|眼前(?:的|有)|当下|现在|现(?:剩|仅|只剩|还|尚|有|辖|下辖)|(?:党的)?十[八九]大以来|过渡期以来|(?:打响|启动|实施|开展|精准扶贫|脱贫攻坚|攻坚战|建档立卡|协作|帮扶)以来)",
        // 三年后，…; 又过一年，…
        r"|(?P<later>[一二两三四五六]|\d)年(?:后|过去)|又过(?P<more>[一二两三四五六])年",
        // 油茶林由5年前的6万亩扩大到12万亩
        r"|(?P<ago>[一二两三四五六七八九十]|\d{1,2})年(?:以|之)?前",
        r"|(?P<yearend>年底|年末|年终)|年初",
        // 今年前8个月, 2019年前三季度: no 前 that sets a limit.
        r")(?:前(?:\d{1,2}|[一二三四五六七八九十])个(?:月|季度)|前[一二三]季度|前[一二三四五六七八九十]月)?(?:中|间|(?P<by>前)|内)?(?P<since>(?:\p{Han}{2,20}?)?以来|起|至今|开始)?(?P<of>(?:(?:建档立卡|精准识别|识别|建档)(?:之?初|时|之时|伊始)|时|时候)?的|同期)?"
    ))
    .ok()
});

/// All period mentions of a reflowed text, in order.
pub fn period_mentions(text: &str) -> Vec<PeriodMention> {
    let Some(grammar) = GRAMMAR.as_ref() else { return Vec::new() };
    grammar.captures_iter(text).filter_map(|found| mention(text, &found)).collect()
}

/// What stands shortly before byte `at`: a sentence may be as long as a report.
fn said_before(text: &str, at: usize) -> &str {
    const NEAR: usize = 600;
    text.get(text.ceil_char_boundary(at.saturating_sub(NEAR))..at).unwrap_or("")
}

fn mention(text: &str, found: &Captures<'_>) -> Option<PeriodMention> {
    let whole = found.get(0)?;
    if let Some(start) = found.name("start") {
        let local = found.name("startof").is_some() && start.as_str().starts_with(['从', '由', '自']);
        return Some(PeriodMention { local, ..PeriodMention::of(whole.range(), When::Start) });
    }
    let number = |name: &str| found.name(name).and_then(|group| group.as_str().parse::<u16>().ok());
    let small = |name: &str| number(name).and_then(|value| u8::try_from(value).ok());
    let has = |name: &str| found.name(name).is_some();
    let when = if let (Some(first), Some(second)) = (number("y1"), number("y2")) {
        When::Fixed(Period::Between(Instant::year(first), Instant::year(second)))
    } else if let Some(year) = number("year") {
        let instant = match (small("month"), small("day")) {
            (Some(month), Some(day)) => Instant::day(year, month, day),
            (Some(month), None) => Instant::month(year, month),
            (None, _) if has("end") => Instant::month(year, 12),
            (None, _) => Some(Instant::year(year)),
        };
        When::Fixed(Period::At(instant?))
    } else if let Some(month) = small("m") {
        let day = small("d");
        if !(1..=12).contains(&month) || day.is_some_and(|day| !(1..=31).contains(&day)) {
            return None;
        }
        When::OfYear { month, day }
    } else if let Some(plan) = found.name("plan") {
        let period = five_year_plan(plan.as_str())?;
        match period {
            Period::Between(start, _) if whole.as_str().ends_with("以来") => When::Fixed(Period::Since(start)),
            Period::Between(_, end) if has("planend") => When::Fixed(Period::At(Instant::month(end.year, 12)?)),
            Period::Between(start, _) if has("planstart") => When::Fixed(Period::At(start)),
            _ => When::Fixed(period),
        }
    } else if let Some(year) = found.name("hanyear") {
        let year = chinese_year(year.as_str())?;
        let instant = if has("hanend") { Instant::month(year, 12)? } else { Instant::year(year) };
        When::Fixed(Period::At(instant))
    } else if has("past") {
        When::Years(1)
    } else if let Some(years) = found.name("years") {
        When::Years(small_number(years.as_str())?)
    } else if let Some(years) = found.name("sum") {
        // Not 用五年完成, nor where the sentence says which years they are.
        let before = text.get(..whole.start()).unwrap_or("");
        let opens = before.is_empty() || before.ends_with(['，', '。', '；', '：', '\n', '—']);
        let dated =
            said_before(text, whole.start()).rsplit(['。', '\n']).next().is_some_and(|told| told.contains("20"));
        if !opens || dated {
            return None;
        }
        When::Years(small_number(years.as_str())?)
    } else if has("next") {
        When::OfTelling { years: 1, end: has("nextend") }
    } else if has("same") {
        // 同期，人均收入由7362元增长到10623元: each end has its own time.
        let clause = text.get(whole.end()..).unwrap_or("").trim_start_matches('，').split(['，', '；', '。']).next();
        if clause.is_some_and(|clause| clause.contains(['由', '从'])) {
            return None;
        }
        When::Same
    } else if has("now") {
        When::Now
    } else if let Some(last) = found.name("last") {
        let years = if last.as_str() == "前年" { -2 } else { -1 };
        let end = has("lastend");
        if last.as_str().starts_with('上') { When::OfTelling { years, end } } else { When::Relative { years, end } }
    } else if let Some(later) = found.name("later").or_else(|| found.name("more")) {
        if !text.get(whole.end()..).is_some_and(|rest| rest.starts_with('，')) {
            return None;
        }
        When::OfTelling { years: i16::try_from(small_number(later.as_str())?).ok()?, end: false }
    } else if let Some(ago) = found.name("ago") {
        When::Relative { years: -i16::try_from(small_number(ago.as_str())?).ok()?, end: false }
    } else if let Some(this) = found.name("this") {
        let years = if this.as_str().starts_with('明') { 1 } else { 2 * i16::from(this.as_str().starts_with('后')) };
        When::Relative { years, end: has("thisend") }
    } else {
        When::OfTelling { years: 0, end: has("yearend") }
    };
    // 补偿比由2018年的87.6%提高到…: the 比 ends the noun.
    let noun = found.name("than").filter(|than| than.as_str() == "比" && has("from"));
    let than = found.name("than").filter(|_| noun.is_none()).map(|than| than.as_str());
    let of = has("of");
    // 和2014年相比
    let rest = text.get(whole.end()..).unwrap_or("");
    let likened = rest.split(['，', '。', '；']).next().is_some_and(|rest| {
        rest.split_once("相比")
            .map(|(rest, _)| rest)
            .or_else(|| rest.strip_suffix('比'))
            .is_some_and(|rest| rest.chars().count() <= COMPARED)
            && (matches!(found.name("than").map(|than| than.as_str()), Some("同" | "与"))
                || text.get(..whole.start()).is_some_and(|before| before.ends_with(['和', '跟', '同', '与'])))
    });
    // 较2015年的2674元增加7188元, 与2014年的6072元相比, 是2015年3042元的3.2倍: what it was then is told.
    let figure = rest.starts_with(|ch: char| ch.is_ascii_digit());
    let times = rest.split(['，', '。', '；']).next().is_some_and(|rest| rest.contains('的') && rest.ends_with('倍'));
    let share = rest.trim_start_matches(|ch: char| ch.is_ascii_digit() || ch == '.');
    let like_for_like = ["全年", "同期"].iter().any(|word| whole.as_str().contains(word));
    let share_of_then = of && figure && (share.starts_with('倍') || like_for_like && share.starts_with('%'));
    let told_then = match than {
        Some("较" | "比") => of && figure,
        Some("与" | "同") => of && figure && likened,
        Some("是") => !of && figure && times,
        _ => false,
    };
    let compared = match than {
        _ if told_then => false,
        _ if likened => true,
        // 为去年全年的103%, 为2016年的2.3倍
        Some("为") => share_of_then,
        Some("是" | "同" | "与") => of || whole.as_str().contains("同期") || than == Some("与"),
        Some(_) => true,
        None => false,
    };
    // In 下降到2017年底的0.7% the 到 belongs to the verb.
    let verb = text
        .get(..whole.start())
        .is_some_and(|before| before.ends_with(['降', '升', '增', '减', '加', '长', '少', '低', '高', '大', '展']));
    let to_verb = verb && has("ahead") && than.is_none() && !has("until") && !has("from");
    // 贫困发生率为2019年底的0.3%: the 为 is a link.
    let link = found.name("than").filter(|than| than.as_str() == "为" && !compared);
    let start = noun.or(link).map_or(whole.start(), |noun| noun.end()) + if to_verb { '到'.len_utf8() } else { 0 };
    // Of 现剩余 only 现 is a time.
    let remains = has("now") && whole.as_str().starts_with('现') && !whole.as_str().starts_with("现在");
    // 实现剩余…的目标
    let before = text.get(..whole.start()).unwrap_or("");
    if remains && before.ends_with(char::is_alphabetic) {
        return None;
    }
    // 2018年脱贫摘帽，现辖23个乡镇, but 截至2018年底，现有23个乡镇
    let has_now = remains && whole.as_str().ends_with(['有', '辖']);
    let told = || said_before(text, whole.start()).rsplit(['。', '；', '\n']).next().unwrap_or("");
    let dated = |told: &str| ["截至", "底，", "末，", "年，"].iter().any(|word| told.contains(word));
    if has_now && Some(told()).is_some_and(|told| told.is_empty() || dated(told)) {
        return None;
    }
    // Of “十三五”易地扶贫搬迁 only the plan is a time.
    let of_plan = found.name("planof").or_else(|| found.name("sumof")).map(|of| of.start());
    let end = if remains { whole.start() + '现'.len_utf8() } else { of_plan.unwrap_or(whole.end()) };
    Some(PeriodMention {
        range: start..end,
        when,
        since: has("since"),
        until: has("until"),
        ahead: (has("ahead") || has("by")) && !has("until") && !to_verb,
        compared,
        local: (of && has("from") || told_then) && !compared,
    })
}

/// How much may stand between a time and 相比, in characters: 2014年建档立卡之初相比.
const COMPARED: usize = 10;

/// 五 and 5 are 5.
fn small_number(words: &str) -> Option<u16> {
    let digit = |ch| "一二三四五六七八九十".chars().position(|digit| digit == ch).map(|at| at + 1);
    let worded = words.chars().next().and_then(|ch| if ch == '两' { Some(2) } else { digit(ch) });
    words.parse().ok().or_else(|| u16::try_from(worded?).ok())
}

/// 二〇一九 is 2019.
fn chinese_year(words: &str) -> Option<u16> {
    words.chars().try_fold(0_u16, |year, ch| {
        let digit = if matches!(ch, '〇' | '零' | '○') {
            Some(0)
        } else {
            "一二三四五六七八九".chars().position(|digit| digit == ch).map(|at| at + 1)
        };
        year.checked_mul(10)?.checked_add(u16::try_from(digit?).ok()?)
    })
}

/// 十二五 is 2011–2015; the first plan began in 1953, each from the sixth on covers the years 1 to 5 or 6 to 10 of a decade.
fn five_year_plan(number: &str) -> Option<Period> {
    let last = number.chars().last()?;
    let start = match last {
        '一' => 2006,
        '二' => 2011,
        '三' => 2016,
        '四' => 2021,
        '五' => 2026,
        _ => return None,
    };
    Some(Period::Between(Instant::year(start), Instant::year(start + 4)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_time_say_when() {
        let fixed = |text: &str| match period_mentions(text).first().map(|mention| (mention.when, mention.since)) {
            Some((When::Fixed(Period::At(at)), true)) => Period::Since(at).to_string(),
            Some((When::Fixed(period), _)) => period.to_string(),
            other => format!("{other:?}"),
        };
        for (text, want) in [
            ("2014年全县共有", "2014"),
            ("2017年底，全县", "2017-12"),
            ("截至2018年末", "2018-12"),
            ("2018年12月11日，", "2018-12-11"),
            ("2016至2018年", "2016/2018"),
            ("2016年—2018年", "2016/2018"),
            ("2016、2017、2018年", "2016/2018"),
            ("2014年以来，", "2014/"),
            ("从2016年起对", "2016/"),
            ("“十三五”期间，", "2016/2020"),
            ("十二五时期", "2011/2015"),
            ("“十二五”末，", "2015-12"),
            ("“十二五”五年，", "2011/2015"),
            ("“十三五”以来", "2016/"),
            ("二〇一九年底", "2019-12"),
        ] {
            assert_eq!(fixed(text), want, "{text}");
        }
        assert!(
            period_mentions("3月内完成13月的13个月")
                .iter()
                .all(|mention| mention.when == When::OfYear { month: 3, day: None })
        );
        assert!(period_mentions("给予3000元").is_empty());
    }
}
