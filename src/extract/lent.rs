//! Indicators that a figure has from others: from the whole that it is a part of, the figure before, the list.

use std::sync::Arc;

use super::frame::{Frame, joined};
use super::parts::{posts_before, whole_of};
use super::status::Plans;
use super::{indicator, is_family};
use crate::codelist::Codelists;
use crate::model::{Form, IndicatorId};

/// Indicators, each with the rule that says so.
type Indicators = Vec<(IndicatorId, Arc<str>)>;

/// A figure and those around it that may lend it an indicator.
struct Borrower<'f, 'a> {
    /// The reflowed text.
    text: &'f str,
    /// All figures of the sentence; those before `position` have their indicators.
    frames: &'f [Frame<'a>],
    position: usize,
    /// The figure itself.
    frame: &'f Frame<'a>,
    /// The figures before it in its sentence.
    earlier: &'f [Frame<'a>],
    /// The figures of the last sentence that has any.
    previous: &'f [Frame<'a>],
    /// The figure that it is a part of.
    whole: Option<&'f Frame<'a>>,
    codelists: &'f Codelists,
}

/// Who lends a figure an indicator that its own words do not state: the first of them that has one.
const LENDERS: [fn(&Borrower<'_, '_>) -> Indicators; 13] = [
    growth_of_which_it_is_a_part,
    households_of_people,
    whole_told_by_its_verb,
    other_place,
    people_of_households,
    task_and_what_was_done,
    earlier_time,
    place_before,
    what_it_points_at,
    sum_given_anew,
    year_by_year,
    start_of_its_change,
    place_after_place,
];

/// Gives each frame the indicators that it states. `previous` are the frames of the last sentence that has any.
pub(super) fn read_indicators<'a>(text: &str, out: &mut [Frame<'a>], previous: &[Frame<'a>], codelists: &Codelists) {
    for position in 0..out.len() {
        let (earlier, from_here) = out.split_at(position);
        let Some(frame) = from_here.first() else { break };
        let whole = frame.part_at.and_then(|at| {
            posts_before(frame, at, earlier, codelists).or_else(|| whole_of(frame, at, earlier, previous))
        });
        let borrower = Borrower { text, frames: out, position, frame, earlier, previous, whole, codelists };
        let mut found = borrower.own();
        for lender in LENDERS {
            if found.is_empty() {
                found = lender(&borrower);
            }
        }
        borrower.correct(&mut found);
        if let Some(frame) = out.get_mut(position) {
            frame.indicators = found;
        }
    }
}

impl Borrower<'_, '_> {
    /// What the figure's own words state, or what it shares with figures beside it.
    fn own(&self) -> Indicators {
        if let Some(found) = self.list_of_places().or_else(|| grown(self.text, self.frames, self.position)) {
            return found.to_vec();
        }
        if self.frame.indicators.is_empty() {
            indicator::read(self.frame, self.whole, self.codelists)
        } else {
            self.frame.indicators.clone()
        }
    }

    /// 全市2.7万户8.6万人住进新居，其中甲县5236户1.71万人: what all of them did.
    /// …其中，恩施市有监测对象2103户，利川市2287户: what is said of the place before.
    fn list_of_places(&self) -> Option<&[(IndicatorId, Arc<str>)]> {
        if !self.is_place_in_list() {
            return None;
        }
        let filed = |other: &&Frame<'_>| !other.indicators.is_empty();
        let alike = |other: &&Frame<'_>| other.part_at == self.frame.part_at && other.is_like(self.frame);
        let listed = self.earlier.iter().rev().filter(alike).find(filed);
        listed.or(self.whole.filter(filed)).map(|lender| lender.indicators.as_slice())
    }

    /// Whether it is a place's part of a whole with nothing behind it.
    fn is_place_in_list(&self) -> bool {
        self.frame.place_part && self.frame.after.is_empty()
    }

    /// The figure right before it.
    fn last(&self) -> Option<&Frame<'_>> {
        self.earlier.last()
    }

    /// Those of the last level before it in the sentence that counts in the same unit and states any.
    fn last_alike(&self) -> Indicators {
        self.last_alike_of(self.earlier)
    }

    /// The same of the last of `frames`.
    fn last_alike_of(&self, frames: &[Frame<'_>]) -> Indicators {
        let level = |other: &&Frame<'_>| other.is_like(self.frame) && other.form == Form::Level;
        lent_by(frames.iter().rev().filter(level).find(|other| !other.indicators.is_empty()))
    }

    /// Takes back or changes what neither its words nor its lenders can know.
    fn correct(&self, found: &mut Indicators) {
        // 资助贫困学生2.6万人次，发放1754万元: for those who were aided, and nothing that came before.
        let aided = self.last().filter(|last| is_family(&self.frame.figure, "yuan") && pays_for(last, self.frame));
        if let Some(last) = aided {
            *found = last.indicators.iter().map(|(_, rule)| (IndicatorId::new(SPENT), rule.clone())).collect();
        }
        // 同批退出的全省共有31个县，红河州占4个: the next place's counties.
        if self.frame.next_place && self.last().is_some_and(|last| last.after.starts_with(['县', '区', '旗'])) {
            found.clear();
        }
        // 大同市计划退出的3个贫困县区, 14个省定贫困县: what counts counties counts nothing else.
        if indicator::counts_counties(&self.frame.after, self.codelists) {
            let counting = &self.codelists.cues.counts_counties;
            found.retain(|(id, _)| counting.iter().any(|counting| counting == id.as_str()));
        }
    }
}

/// What a figure states, for one that it lends to.
fn lent_by(lender: Option<&Frame<'_>>) -> Indicators {
    lender.map_or_else(Vec::new, |lender| lender.indicators.clone())
}

/// 城镇和农村居民收入分别增长8.1%和9.3%，其中农村居民收入达到1.1万元: of what grew, and no part of an amount before it.
fn growth_of_which_it_is_a_part(borrower: &Borrower<'_, '_>) -> Indicators {
    let Borrower { frame, earlier, .. } = *borrower;
    let grew: Vec<_> = earlier.iter().rev().take_while(|other| other.form == Form::Change).collect();
    if !frame.part || grew.is_empty() {
        return Vec::new();
    }
    let mut found = indicator::read(&Frame { part: false, ..frame.clone() }, None, borrower.codelists);
    found.retain(|(id, _)| grew.iter().any(|other| other.indicators.iter().any(|(it, _)| it == id)));
    found
}

/// 全州贫困人口减少到1200人，其中石渠仍有107户418人: the households of those people.
fn households_of_people(borrower: &Borrower<'_, '_>) -> Indicators {
    let Borrower { frame, earlier, codelists, .. } = *borrower;
    let Some(people) = borrower.frames.get(borrower.position + 1).filter(|_| borrower.is_place_in_list()) else {
        return Vec::new();
    };
    let pair = frame.figure.bound_end == people.figure.start && is_family(&frame.figure, "household");
    let all = earlier.iter().rev().find(|other| other.is_like(people)).filter(|_| pair);
    all.map_or_else(Vec::new, |all| renamed(&all.indicators, "population", "households", codelists))
}

/// 新发放小额信贷9.2亿元，余额3亿元。其中，甲县发放2.4亿元、乙县1.5亿元: of the whole that is told by the verb which this part is
/// told by, or which the place before it in the list has.
fn whole_told_by_its_verb(borrower: &Borrower<'_, '_>) -> Indicators {
    const VERBS: [&str; 6] = ["发放", "投入", "投放", "培训", "搬迁", "改造"];
    let Borrower { frame, earlier, previous, .. } = *borrower;
    if frame.part_at.is_none() {
        return Vec::new();
    }
    let filed = |other: &&Frame<'_>| other.is_like(frame) && !other.indicators.is_empty();
    let verb = VERBS.iter().find(|verb| frame.before == **verb);
    let whole = verb.and_then(|verb| {
        let mut wholes = earlier.iter().rev().chain(previous.iter().rev()).filter(filed);
        wholes.find(|other| other.clause_before.contains(verb))
    });
    let listed = || earlier.iter().rev().find(|other| other.part_at == frame.part_at).filter(|_| frame.place_part);
    lent_by(whole.or_else(|| listed().filter(filed)))
}

/// 贫困发生率22.17%，比全市的4.76%高, 高于阜平县（13.8%）: another place's, of the same.
fn other_place(borrower: &Borrower<'_, '_>) -> Indicators {
    if !is_of_another(borrower.text, borrower.frame) {
        return Vec::new();
    }
    let none = borrower.earlier.iter().all(|other| !other.is_like(borrower.frame));
    if none { borrower.last_alike_of(borrower.previous) } else { borrower.last_alike() }
}

/// 脱贫1200户4600人: the members of the households right before it.
fn people_of_households(borrower: &Borrower<'_, '_>) -> Indicators {
    let frame = borrower.frame;
    let pair = |last: &&Frame<'_>| {
        let joined = last.figure.bound_end == frame.figure.start && is_family(&last.figure, "household");
        joined && is_family(&frame.figure, "person") && !frame.part
    };
    let households = borrower.last().filter(pair);
    households.map_or_else(Vec::new, |last| renamed(&last.indicators, "households", "population", borrower.codelists))
}

/// 改造危房169户，超额完成省下达的120户任务: of what was done; 减贫任务8000人，实际完成8600人: of the task.
fn task_and_what_was_done(borrower: &Borrower<'_, '_>) -> Indicators {
    let frame = borrower.frame;
    let did = ["实际完成", "实际", "实际为", "实际达到"].contains(&frame.clause_own.as_str());
    let fulfils = did && frame.after.is_empty();
    if Plans::task_that_was_set(frame).is_some() || fulfils { borrower.last_alike() } else { Vec::new() }
}

/// 2016年底降到23.8%，2017年底降到17.1%: and so it goes on.
fn earlier_time(borrower: &Borrower<'_, '_>) -> Indicators {
    lent_by(borrower.last().filter(|last| runs_on(borrower.text, last, borrower.frame)))
}

/// 岷县3.6万人、通渭县2.7万人: the next place of a list, of the same.
fn place_before(borrower: &Borrower<'_, '_>) -> Indicators {
    lent_by(borrower.last().filter(|_| borrower.frame.next_place))
}

/// 贫困人口21万人，贫困发生率19%；如今分别降为1万人和0.9%: of what was said before, told apart by the units.
fn what_it_points_at(borrower: &Borrower<'_, '_>) -> Indicators {
    let Borrower { frame, position, earlier, previous, .. } = *borrower;
    if frame.form != Form::Level || frame.per || !says_again(frame, borrower.codelists) {
        return Vec::new();
    }
    // …14260元，…14380元。去年这两项分别是12240元和13260元: each is of the one in its turn, if need be of the sentence before.
    let (turn, count) = frame.turn;
    let same = |other: &&Frame<'_>| {
        let listed = !other.part || count > 1;
        other.is_like(frame) && other.form == Form::Level && !other.indicators.is_empty() && listed
    };
    let of = |frames: &[Frame<'_>]| {
        let lender = frames.iter().rev().filter(same).nth((count - 1).saturating_sub(turn));
        lender.map(|lender| lender.indicators.clone())
    };
    let pointed = frame.clause_own.contains(['这', '该']);
    // 人均收入增长10%以上。去年，这个数字是10486元: of what grows.
    let grows = |frames: &[Frame<'_>]| {
        let mean = |other: &&Frame<'_>| {
            other.form == Form::Change
                && other.indicators.iter().any(|(id, _)| id.as_str().ends_with("income_per_capita"))
        };
        let money = is_family(&frame.figure, "yuan") && pointed && count == 1;
        frames.iter().rev().find(mean).filter(|_| money).map(|lender| lender.indicators.clone())
    };
    let here = earlier.get(..position.saturating_sub(turn)).unwrap_or(&[]);
    let told = of(here).or_else(|| of(previous).filter(|_| pointed));
    told.or_else(|| grows(here)).or_else(|| grows(previous)).unwrap_or_default()
}

/// 累计发放扶贫小额信贷2.87亿元。今年新发放1860万元; 整合各类资金21.4亿元，今年又安排了8.06亿元: sums of which more is given.
fn sum_given_anew(borrower: &Borrower<'_, '_>) -> Indicators {
    const GIVEN: [&str; 6] = ["安排", "投入", "整合", "争取", "落实", "筹集"];
    let Borrower { frame, earlier, previous, .. } = *borrower;
    let told = frame.own.trim_end();
    let deed = told.trim_start_matches(['新', '又', '再']);
    let anew = deed.len() < told.len() && deed.chars().nth(1).is_some() && is_family(&frame.figure, "yuan");
    if !anew || !frame.dated || frame.form != Form::Level || !frame.after.is_empty() {
        return Vec::new();
    }
    let given = GIVEN.contains(&deed.trim_end_matches('了'));
    let funds = |other: &Frame<'_>| other.indicators.iter().any(|(id, _)| id.as_str().ends_with("_funds"));
    let same = |other: &&Frame<'_>| other.is_like(frame) && (other.clause_own.contains(deed) || given && funds(other));
    lent_by(earlier.iter().rev().chain(previous.iter().rev()).find(same))
}

/// 81个贫困村分三年退出，2017年17个、2018年39个: those of the last figure of its kind in the sentence, or in the one before where
/// the words point back (这个数字逐年往下走：2016年19.5%).
fn year_by_year(borrower: &Borrower<'_, '_>) -> Indicators {
    /// What leads into a sentence and how it begins are told in so many characters.
    const HEAD: usize = 120;
    let Borrower { frame, earlier, previous, .. } = *borrower;
    let again = |words: &str| borrower.codelists.cues.again.find(words).next().is_some();
    let nameless = || frame.bare || !frame.own.contains(char::is_alphabetic) || again(&frame.before);
    // 此后逐年下降：2015年10.9%
    let head = frame.told.words.char_indices().nth(HEAD).and_then(|(end, _)| frame.told.words.get(..end));
    let mut led = head.unwrap_or(&frame.told.words).split('。').take(2);
    let later = led.any(|part| ["此后", "其后", "之后", "随后"].iter().any(|word| part.starts_with(word)));
    let listed = || later && frame.own.rsplit('：').next().is_some_and(|own| !own.contains(char::is_alphabetic));
    if !frame.dated || frame.form != Form::Level || !frame.after.is_empty() || !(nameless() || listed()) {
        return Vec::new();
    }
    let same = |other: &&Frame<'_>| other.is_like(frame) && other.form == Form::Level;
    let told_before = || {
        let points_back = later || again(frame.topic()) || again(&frame.before);
        previous.iter().rev().find(same).filter(|_| points_back)
    };
    lent_by(earlier.iter().rev().find(same).or_else(told_before))
}

/// 由53个乡镇减为31个: what the change began with.
fn start_of_its_change(borrower: &Borrower<'_, '_>) -> Indicators {
    let frame = borrower.frame;
    lent_by(borrower.last().filter(|last| frame.bare && last.from && last.is_like(frame)))
}

/// 去年全市新改建公路1142公里，甲县独占461公里，乙县327公里; 从各县看，甲县366支、…: what is said of the places before, in the same unit.
fn place_after_place(borrower: &Borrower<'_, '_>) -> Indicators {
    const HAS: [&str; 14] =
        ["独", "就", "占", "独占", "就占", "有", "就有", "承担", "分别承担", "分到", "以", "完成", "分别有", "分别"];
    const RANKED: [&str; 8] = ["次之", "其次", "居", "位居", "列", "位列", "排", "紧随其后"];
    let Borrower { frame, earlier, previous, .. } = *borrower;
    let Some(words) = frame.since_place.as_deref() else { return Vec::new() };
    let ranked = frame.after.is_empty() || RANKED.iter().any(|rank| frame.after.starts_with(rank));
    if !ranked || !(frame.goes_on || frame.before == words) || frame.form != Form::Level || frame.per || frame.threshold
    {
        return Vec::new();
    }
    let whole = |other: &&Frame<'_>| other.is_like(frame) && other.form == Form::Level && !other.part;
    // 我县约占19%
    let rate = is_family(&frame.figure, "percent");
    if rate && frame.clause_own.contains('占') {
        return Vec::new();
    }
    let says = |other: &&Frame<'_>| {
        words.is_empty()
            || HAS.contains(&words) && !rate
            || words.chars().nth(1).is_some() && other.clause_own.contains(words)
    };
    let here = earlier.iter().rev().find(whole);
    let before = || {
        let mut told = previous.iter().rev().filter(whole);
        let last = told.next()?;
        told.all(|other| other.indicators == last.indicators).then_some(last)
    };
    lent_by(here.or_else(before).filter(says))
}

/// Those of `indicators` that count `one` kind, as they are named where they count the `other`: `poor_population` for
/// `poor_households`, `households_lifted` for `population_lifted`.
fn renamed(indicators: &[(IndicatorId, Arc<str>)], one: &str, other: &str, codelists: &Codelists) -> Indicators {
    let counted = indicators.iter().filter_map(|(id, rule)| {
        let name = id.as_str();
        let lead = name.strip_suffix(one).map(|lead| format!("{lead}{other}"));
        let id = IndicatorId::new(&lead.or_else(|| name.strip_prefix(one).map(|rest| format!("{other}{rest}")))?);
        codelists.indicator(&id).is_some().then(|| (id, rule.clone()))
    });
    counted.collect()
}

/// Pupils who are aided, and what is spent on them.
const AIDED: &str = "students_aided";
const SPENT: &str = "education_spending";

/// Whether `frame` says no more than what was paid out to the pupils that `last` counts.
fn pays_for(last: &Frame<'_>, frame: &Frame<'_>) -> bool {
    let paid = ["发放", "共发放", "累计发放", "兑现", "落实"].contains(&frame.clause_own.as_str());
    paid && frame.after.is_empty() && last.indicators.iter().any(|(id, _)| id.as_str() == AIDED)
}

/// Whether the figure's clause only points back at what was counted before: 前者只剩, 三个数依次是. With a noun of its own
/// (看戏的依次是) it does not.
fn says_again(frame: &Frame<'_>, codelists: &Codelists) -> bool {
    let cues = &codelists.cues;
    let Some(word) = cues.again.find(&frame.clause_own).next() else { return false };
    let lead = frame.clause_own.get(..word.start).unwrap_or("");
    // 而2014年这个数字是8300元
    let year = lead.trim_end_matches(['底', '末']).strip_suffix('年');
    let undated = year.map(|year| year.trim_end_matches(|ch: char| ch.is_ascii_digit()));
    let lead = undated.filter(|lead| year.is_some_and(|year| year.len() == lead.len() + 4)).unwrap_or(lead);
    let led_in = lead.is_empty() || cues.opening.iter().any(|word| word == lead);
    led_in && matches!(frame.after.as_str(), "" | "和" | "与")
}

/// The indicators of the figure that the one at `position` only says the growth of: 31.5亿元，比上年增长18.3%;
/// …28460元和11236元，分别增长6.5%和10.8%. Those before `position` are known.
fn grown<'f>(text: &str, frames: &'f [Frame<'_>], position: usize) -> Option<&'f [(IndicatorId, Arc<str>)]> {
    let frame = frames.get(position)?;
    if frame.form != Form::Change || !frame.goes_on || frame.threshold || frame.per {
        return None;
    }
    let follows = |at: usize| match (at.checked_sub(1).and_then(|last| frames.get(last)), frames.get(at)) {
        (Some(last), Some(next)) => {
            next.form == Form::Change
                && last.form == Form::Change
                && next.goes_on
                && last.is_like(next)
                && joined(text, last.figure.bound_end, next.figure.start)
        }
        _ => false,
    };
    let first = (1..=position).rev().find(|at| !follows(*at))?;
    let count = 1 + (position + 1..frames.len()).take_while(|at| follows(*at)).count() + position - first;
    let grown = frames.get(first.checked_sub(count)?..first)?;
    let base = grown.get(position - first)?;
    let one_kind = grown.iter().all(|other| other.is_like(base) && !other.indicators.is_empty());
    // The growth of a rate is read by its own noun.
    let fits =
        one_kind && !is_family(&base.figure, "percent") && (is_family(&frame.figure, "percent") || base.is_like(frame));
    (fits && (count > 1 || is_family(&frame.figure, "percent"))).then_some(base.indicators.as_slice())
}

/// Whether `frame` tells what became of the same as `last` at a later time, and no more: ，2017年底降到17.1%.
fn runs_on(text: &str, last: &Frame<'_>, frame: &Frame<'_>) -> bool {
    const BECAME: [&str; 12] =
        ["直至", "直到", "降到", "降至", "降为", "下降到", "下降至", "减少到", "增加到", "提高到", "上升到", "达到"];
    let between = text.get(last.figure.bound_end..frame.figure.start).unwrap_or("");
    let time = |ch: char| ch.is_ascii_digit() || "，、；年月底末到至又再一两三四五六七八九十后".contains(ch);
    // 直至2018年底的1.36%
    let of_then = |ch: char| ch.is_ascii_digit() || "年月底末的".contains(ch);
    let same = last.is_like(frame) && last.form == Form::Level && frame.form == Form::Level;
    same && frame.after.is_empty()
        && between.starts_with(['，', '、', '；'])
        && BECAME.contains(&between.trim_start_matches(time).trim_end_matches(of_then))
}

/// Whether a rate is another place's, beside the own one: 比全市的4.76%, 阜平县（13.8%）, 高于全市13.9%的平均水平.
fn is_of_another(text: &str, frame: &Frame<'_>) -> bool {
    /// The longest name of a place, in characters.
    const PLACE: usize = 8;
    let (lead, behind) =
        (text.get(..frame.figure.start).unwrap_or(""), text.get(frame.figure.bound_end..).unwrap_or(""));
    // 却仍比全市15948元低了6461元
    let differs = behind.starts_with(['低', '高', '少', '多']);
    let of = frame.clause_own.strip_suffix('的').or(Some(frame.clause_own.as_str()).filter(|_| differs));
    let than = of.and_then(|lead| lead.rsplit_once(['比', '较']));
    // 跟全市的10893元比
    let beside = ["比，", "相比，"].iter().any(|word| behind.starts_with(word));
    let than = than.or_else(|| of.filter(|_| beside)?.rsplit_once(['跟', '和', '与', '同']));
    let differs = differs || beside;
    let of_place = than.is_some_and(|(_, place)| {
        (1..=PLACE).contains(&place.chars().count()) && !place.contains(|ch: char| ch.is_ascii_digit())
    });
    let noted = behind.starts_with('）')
        && lead.strip_suffix('（').is_some_and(|lead| lead.ends_with(['县', '市', '州', '区', '旗', '省']));
    // 远高于全市13.9%的平均水平; 与邻近的宁国市摘帽时1.6%的水平相比
    let mean = frame.clause_own.contains(['高', '低', '与', '同', '比', '较', '赶', '超'])
        && ["的平均水平", "的水平", "的平均线", "的平均数"].iter().any(|word| behind.starts_with(word));
    is_family(&frame.figure, "percent") && (of_place || noted || mean)
        || is_family(&frame.figure, "yuan") && (of_place && differs || mean)
}
