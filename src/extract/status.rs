//! Result or aim: words of aim in the sentence, plans that a paragraph is about, standards set per unit.

use std::ops::Range;

use super::clause;
use super::frame::Frame;
use crate::codelist::{Codelists, TargetWord};
use crate::model::{Decision, Form, Status};
use crate::recognize::Figure;
use crate::segment::Page;

/// A word of aim, and how far it speaks.
struct Aim {
    range: Range<usize>,
    /// Just after the last byte that it speaks for.
    until: usize,
}

/// Follows a page's sentences and knows where a plan is being told.
pub(super) struct Plans<'a> {
    text: &'a str,
    page: &'a Page,
    codelists: &'a Codelists,
    /// Where the current sentence stands.
    sentence: Range<usize>,
    /// Bytes of the page where the current sentence has words of aim, and where it says that something is done.
    aims: Vec<Aim>,
    done: Vec<Range<usize>>,
    /// Whether the current sentence opens a plan.
    opens: bool,
    /// Whether an earlier sentence of the section set out an aim and none since told of results.
    planning: bool,
    /// Whether the heading of the current part announces aims: 二、2020年主要目标.
    headed: bool,
    /// Whether the current part is out of a plan: …“十三五”脱贫攻坚规划（摘登）.
    plan: bool,
    /// Whether the sentence before asked what is aimed at: 明年怎么打算？
    asked: bool,
    /// Whether the current part looks back: 一、2018年工作回顾.
    reviews: bool,
}

impl<'a> Plans<'a> {
    pub(super) fn new(text: &'a str, page: &'a Page, codelists: &'a Codelists) -> Self {
        Self {
            text,
            page,
            codelists,
            sentence: 0..0,
            aims: Vec::new(),
            done: Vec::new(),
            opens: false,
            planning: false,
            headed: false,
            plan: false,
            asked: false,
            reviews: false,
        }
    }

    /// Goes on to sentence `index`; every index in turn. `over` says whether it tells of a time that has ended.
    pub(super) fn enter(&mut self, index: usize, over: bool) {
        /// An answer that only leads in has so many characters: 定了.
        const SHORT: usize = 16;
        let Some(sentence) = self.page.sentences.get(index) else { return };
        let last = index.checked_sub(1).and_then(|last| self.page.sentences.get(last));
        if let Some(last) = last {
            let words = self.text.get(last.range.clone()).unwrap_or("");
            if last.article != sentence.article {
                (self.headed, self.reviews) = (false, false);
            } else if is_heading(words) {
                self.headed = self.opens;
                self.reviews = !self.opens && (self.reviews || self.codelists.cues.review.is_in(words));
            } else if !self.opens && self.is_a_years_review(words) {
                self.reviews = true;
            }
            let here = self.text.get(sentence.range.clone()).unwrap_or("");
            let numbered = (is_heading(words) || is_heading(here)) && last.article == sentence.article;
            let goes_on = last.section == sentence.section || numbered;
            self.plan = is_title_of_a_plan(words) || self.plan && goes_on;
            let ahead = || ["怎么走", "怎么干", "如何打算", "任务定"].iter().any(|word| words.contains(word));
            let put = ["问：", "记者："].iter().any(|who| words.starts_with(who));
            let later = ["明年", "今后", "往后", "下一步"].iter().any(|word| words.contains(word));
            let asked = words.ends_with('？') && (put || later) && (self.opens || ahead());
            // 答：定了。减贫…
            let still = self.asked && words.chars().count() <= SHORT && !words.contains(|ch: char| ch.is_ascii_digit());
            self.asked = last.article == sentence.article && (asked || still);
        }
        if over || last.is_some_and(|last| last.section != sentence.section) {
            self.planning = false;
        } else if self.opens {
            self.planning = true;
        } else if !self.done.is_empty() {
            self.planning = false;
        }
        self.sentence = sentence.range.clone();
        self.spot();
    }

    /// Whether a headline says which year the text looks back on: ——望江县2019年脱贫攻坚工作综述.
    fn is_a_years_review(&self, words: &str) -> bool {
        const LONGEST: usize = 30;
        let dated = words.split_once('年').is_some_and(|(lead, _)| lead.ends_with(|ch: char| ch.is_ascii_digit()));
        dated && words.chars().count() <= LONGEST && self.codelists.cues.review.iter().any(|word| words.ends_with(word))
    }

    /// Notes the words of the current sentence that tell aims from results.
    fn spot(&mut self) {
        let range = self.sentence.clone();
        self.aims.clear();
        self.done.clear();
        self.opens = false;
        let mut not: Vec<Range<usize>> = Vec::new();
        let mut opens: Vec<Range<usize>> = Vec::new();
        let words = self.text.get(range.clone()).unwrap_or("");
        for (found, kind) in self.codelists.cues.target.find(words) {
            let found = range.start + found.start..range.start + found.end;
            match kind {
                TargetWord::Strong => {
                    let until = if self.is_purpose(&found, range.start) {
                        clause::end(self.text, found.end, range.end)
                    } else {
                        let rest = self.text.get(found.end..range.end).unwrap_or("");
                        // 预脱贫15.2万人；三县贫困发生率分别降到…: what was checked beforehand is one part of the sentence.
                        let part = rest
                            .find('；')
                            .filter(|_| words.get(found.start - range.start..).is_some_and(|it| it.starts_with('预')));
                        let note = self.end_of_note(&found, range.start);
                        note.or(part.map(|part| found.end + part)).unwrap_or(range.end)
                    };
                    self.aims.push(Aim { range: found, until });
                }
                TargetWord::Opens => opens.push(found),
                // 由目前的37个增加到45个: where something starts from.
                TargetWord::Done if self.is_a_start(&found) => {}
                TargetWord::Done => self.done.push(found),
                TargetWord::Not => not.push(found),
            }
        }
        // 争取到某省帮扶项目37个: what was got, but 争取到2020年….
        let got = |aim: &Range<usize>| {
            let after = self.text.get(aim.end..).and_then(|rest| rest.strip_prefix('到'));
            self.text.get(aim.clone()) == Some("争取")
                && after.is_some_and(|rest| {
                    !rest.starts_with(|ch: char| ch.is_ascii_digit() || "今明本年“十两三五".contains(ch))
                })
        };
        let is_aim = |aim: &Range<usize>| {
            !got(aim) && !not.iter().any(|phrase| phrase.start <= aim.start && aim.end <= phrase.end)
        };
        self.aims.retain(|aim| is_aim(&aim.range));
        self.opens = opens.iter().any(|word| is_aim(word) && !self.is_purpose(word, range.start));
    }

    /// Whether a word only says where a change starts from: 由目前的37个增加到45个.
    fn is_a_start(&self, word: &Range<usize>) -> bool {
        let (before, behind) = (self.text.get(..word.start).unwrap_or(""), self.text.get(word.end..).unwrap_or(""));
        before.ends_with(['由', '从']) && behind.starts_with('的')
    }

    /// Where the brackets close that `found` stands in: 生产总值86亿元（预计数，下同），增长7%.
    fn end_of_note(&self, found: &Range<usize>, floor: usize) -> Option<usize> {
        let lead = self.text.get(floor..found.start)?;
        let open = lead.rfind('（')?;
        if lead.get(open..)?.contains('）') {
            return None;
        }
        self.text.get(found.end..)?.find('）').map(|close| found.end + close)
    }

    /// Whether the aim at `found` only says why or by what something was done: 为确保…，紧扣…目标，完成…目标任务的108%，.
    fn is_purpose(&self, found: &Range<usize>, floor: usize) -> bool {
        let lead = self.text.get(clause::start(self.text, found.start, floor)..found.start).unwrap_or("");
        // 紧盯一个总目标，就是…: what follows is the aim itself.
        let end = clause::end(self.text, found.end, self.text.len());
        let told = self
            .text
            .get(end..)
            .is_some_and(|after| ["，就是", "，即", "："].iter().any(|word| after.starts_with(word)));
        !told && (lead.ends_with('为') || self.codelists.cues.target_purpose.is_in(lead))
    }

    /// The words of an aim's sentence up to it.
    fn said_before(&self, aim: &Aim) -> &'a str {
        self.text.get(self.sentence.start..aim.range.start).unwrap_or("")
    }

    /// Whether something is said to be done between two bytes of the current sentence.
    fn done_between(&self, from: usize, to: usize) -> bool {
        self.done.iter().any(|done| from <= done.start && done.end <= to)
    }

    /// Whether what stands at byte `at` of the current sentence is aimed at. `ahead` says whether its period lies ahead.
    pub(super) fn aims_at(&self, at: usize, ahead: bool) -> bool {
        let aim =
            self.aims.iter().filter(|aim| aim.range.end <= at && at < aim.until).max_by_key(|aim| aim.range.start);
        let aimed = aim.is_some_and(|aim| !self.done_between(aim.range.start, at));
        aimed || ((ahead || self.headed) && !self.done_between(0, at))
    }

    /// Whether the sentence tells of one county in each of its parts, and an aim is that of another one: 大宁县…，有望率先摘帽；隰县退出
    /// 贫困村38个.
    fn tells_of_the_next_county(&self, aim: usize, at: usize) -> bool {
        /// The longest name, in characters: 永和县.
        const NAME: usize = 5;
        let opens = |part: &str| {
            let mut kinds = part.chars().take(NAME).skip(1);
            kinds.any(|ch| "县旗".contains(ch)) && !part.starts_with(['全', '我', '该', '本'])
        };
        let lead = self.text.get(self.sentence.start..aim).unwrap_or("");
        let between = self.text.get(aim..at).unwrap_or("");
        let own = lead.rsplit(['；', '：']).next().unwrap_or("");
        between.rsplit_once('；').is_some_and(|(_, part)| opens(part) && opens(own))
    }

    /// Whether behind an aim a new part of the sentence tells of what was done: 明年要到98%；今年新改建公路63公里.
    fn turns_to_now(&self, aim: usize, at: usize) -> bool {
        let between = self.text.get(aim..at).unwrap_or("");
        let Some((_, part)) = between.rsplit_once('；') else { return false };
        let opens = ["今年新", "今年已", "今年以来", "去年", "截至", "目前", "全年已"]
            .iter()
            .any(|word| part.starts_with(word));
        let before = self.text.get(self.sentence.start..aim).unwrap_or("");
        opens && before.contains("明年")
    }

    /// Whether behind an aim a clause says no more than up to when: ，到2018年底，; ，截至目前，.
    fn turns_to_a_time(&self, aim: usize, at: usize) -> bool {
        /// So many bytes before a figure its time may stand.
        const NEAR: usize = 300;
        let from = aim.max(self.text.ceil_char_boundary(at.saturating_sub(NEAR)));
        let between = self.text.get(from..at).unwrap_or("");
        between.split('，').skip(1).any(|clause| {
            let time = clause.strip_prefix(['到', '至']).or_else(|| clause.strip_prefix("截至")).unwrap_or("");
            time.ends_with(['底', '末', '日', '前'])
                && time.starts_with(|ch: char| ch.is_ascii_digit() || "去上目".contains(ch))
        })
    }

    /// The word of aim behind the quotation that `figure` stands in: 围绕“3个县摘帽、18个村出列”的年度目标.
    fn aim_behind_quote(&self, figure: &Figure) -> Option<&'a str> {
        let cues = &self.codelists.cues;
        let lead = self.text.get(self.sentence.start..figure.start)?;
        let open = lead.rfind(['“', '”']).filter(|quote| lead.get(*quote..).is_some_and(|it| it.starts_with('“')))?;
        let rest = self.text.get(figure.end..self.sentence.end)?;
        let close = figure.end + rest.find(['”', '。'])?;
        let behind = self.text.get(close..clause::end(self.text, close, self.text.len()))?;
        let before = lead.get(clause::start(lead, open, 0)..open)?;
        let achieved = cues.target_done_behind.is_in(before) || cues.target_done_behind.is_in(behind);
        let word = cues.target_behind.first_in(behind).filter(|_| behind.starts_with('”') && !achieved)?;
        Some(word)
    }

    /// The word by which a figure is a task that was set, and not what was done of it: 超额完成市里下达的1.9万人减贫任务.
    pub(super) fn task_that_was_set(frame: &Frame<'_>) -> Option<&'static str> {
        let lead = frame.clause_own.as_str();
        let set = lead.contains("超额完成")
            || ["年初确定的", "年初下达的", "下达的", "核定的"].iter().any(|word| lead.ends_with(word))
            || lead.contains("完成") && ["下达的", "年度", "省定", "市定"].iter().any(|word| lead.ends_with(word));
        // 为年度任务6.72万人的104.6%: of which so much was done.
        let share =
            || frame.clause_after.strip_prefix('的').is_some_and(|it| it.starts_with(|ch: char| ch.is_ascii_digit()));
        if let Some(word) = ["任务", "计划", "目标"].into_iter().find(|word| lead.ends_with(word)).filter(|_| share())
        {
            return Some(word);
        }
        let goes_on = frame.clause_after.split(['，', '；']).next().unwrap_or("");
        ["任务", "目标"].into_iter().find(|word| set && goes_on.contains(word))
    }

    /// Whether the words before a figure say that its aim was reached: 圆满完成5852人减贫目标任务, but 全力完成….
    fn is_reached(&self, clause: &str) -> bool {
        let cues = &self.codelists.cues;
        cues.target_done_behind.find(clause).last().is_some_and(|done| {
            let lead = clause.get(..done.start).unwrap_or("");
            !cues.target_done_unless.iter().any(|word| lead.ends_with(word.as_str()))
        })
    }

    /// Whether the words behind a figure say that its aim was reached: 的目标任务全部完成, but not 的目标能够实现 or 的目标实现后.
    fn is_done_behind(&self, words: &str) -> bool {
        let cues = &self.codelists.cues;
        cues.target_done_behind.find(words).any(|done| {
            let (lead, behind) = (words.get(..done.start).unwrap_or(""), words.get(done.end..).unwrap_or(""));
            let open = lead.ends_with(['能', '将', '可', '望']) || lead.ends_with("能够") || lead.ends_with("可以");
            !open && !behind.starts_with('后')
        })
    }

    /// The word of aim that the list ends with which `figure` is of: 面临73个村退出、1.3万人脱贫的目标.
    fn aim_behind_list(&self, figure: &Figure, lead: &str) -> Option<&'a str> {
        let cues = &self.codelists.cues;
        let list = self.text.get(figure.end..clause::end(self.text, figure.end, self.text.len()))?;
        let word = cues.target_behind.first_in(list).filter(|word| {
            // 的年度目标能够实现
            let (lead, tail) = list.rsplit_once(word).unwrap_or(("", list));
            if is_met(word, lead) {
                return false;
            }
            *word == "的目标" || tail.is_empty() || tail.starts_with(['能', '可', '将'])
        })?;
        (list.contains('、') && !cues.target_done_behind.is_in(lead) && !self.is_done_behind(list)).then_some(word)
    }

    /// Whether `figure` is a result or an aim, and what decided it. `ahead` says whether its period lies ahead, `over`
    /// whether it has ended: what is estimated (预计) of a year gone by is no aim.
    pub(super) fn status_of(
        &self,
        figure: &Figure,
        frame: &Frame<'_>,
        ahead: bool,
        over: bool,
    ) -> (Status, Decision<&'a str>) {
        let cues = &self.codelists.cues;
        let remains =
            frame.indicators.iter().all(|(id, _)| id.as_str().starts_with("poor_")) && !frame.indicators.is_empty();
        // 力争剩余贫困人口年内减少1000人
        let remains = remains && frame.form == Form::Level;
        // 今年将确保5852人脱贫，剩余贫困人口2262人: where the aims of earlier clauses would leave them.
        let clause = clause::start(self.text, figure.start, 0);
        let aimed = self.aims.iter().any(|aim| aim.range.end <= clause && clause < aim.until);
        let anew = cues.left.iter().chain(&cues.still_poor).any(|word| frame.clause_own.starts_with(word.as_str()));
        let remains = remains && !(aimed && anew);
        if let Some(word) = cues.still_poor.iter().find(|word| remains && frame.clause_before.contains(word.as_str())) {
            return (Status::Actual, Decision::by("remaining", word));
        }
        // 对监测对象1987户7412人加强监测, 保持138支驻村工作队稳定: a plan is made for those that there are.
        let watched = frame.indicators.iter().any(|(id, _)| id.as_str().starts_with("monitored_"));
        let kept = frame.clause_before.starts_with("保持") && !frame.clause_before.starts_with("保持在");
        let kept_in_view =
            || ["紧盯", "盯住", "盯紧", "聚焦"].into_iter().find(|word| frame.clause_before.contains(word));
        let towards = || if frame.clause_before.starts_with('对') { Some("对") } else { kept_in_view() };
        if let Some(word) = kept.then_some("保持").or_else(|| towards().filter(|_| watched)) {
            return (Status::Actual, Decision::by("remaining", word));
        }
        // 把扶贫车间由目前的37个增加到45个: what an aim starts from is so.
        if self.text.get(..figure.start).is_some_and(|lead| NOW_HELD.iter().any(|word| lead.ends_with(word))) {
            return (Status::Actual, Decision::by("remaining", "目前"));
        }
        // 今年贫困发生率要由2.8%降至1%以下: so it is now.
        if frame.from && frame.form == Form::Level {
            return (Status::Actual, Decision::by("remaining", "由"));
        }
        let aim = self.aims.iter().filter(|aim| {
            let estimate = || {
                self.text.get(aim.range.clone()).is_some_and(|word| cues.target_estimate.iter().any(|it| it == word))
            };
            // 预计全年实现地区生产总值96亿元: how a year that is ending will have been, but 预计全年可实现….
            let of_this_year = || {
                let year = self.text.get(aim.range.end..).and_then(|rest| rest.strip_prefix("全年"));
                year.is_some_and(|rest| !rest.starts_with(['可', '将', '能', '有', '要']))
            };
            let is_over = || over || self.reviews || of_this_year() || cues.target_counted.is_in(self.said_before(aim));
            // 届时将只剩西吉县未摘帽，该县2019年底贫困发生率为0.95%: what was so at a time gone by.
            let gone_by = over && frame.dated && aim.range.end <= clause && !frame.clause_own.contains(['到', '要']);
            // 搬迁任务为7368户，到2018年底，262个安置点全部建成: so is what a time gone by opens behind it.
            let turned = || over && aim.range.end <= clause && self.turns_to_a_time(aim.range.end, figure.start);
            let gone_by = gone_by || turned();
            aim.range.end <= figure.start && figure.start < aim.until && !(estimate() && is_over()) && !gone_by
        });
        let aim = aim.map(|aim| &aim.range).max_by_key(|aim| aim.start);
        // 规划搬迁2304户，11个集中安置点去年底已全部竣工: of a clause that says itself what is done.
        let done = || frame.clause_after.split(['，', '；']).next().is_some_and(|said| cues.done_after.is_in(said));
        let is_behind = |aim: &Range<usize>| {
            self.tells_of_the_next_county(aim.start, figure.start)
                || self.turns_to_now(aim.end, figure.start)
                || aim.end <= clause && done()
        };
        let aim = aim.filter(|aim| !is_behind(aim));
        if let Some(aim) = aim.filter(|aim| !self.done_between(aim.start, figure.start)) {
            return (Status::Target, Decision::by("aim-before", self.text.get(aim.clone()).unwrap_or("")));
        }
        // 超额完成市里下达的1.9万人减贫任务: what was done is more than what was set.
        if let Some(word) = Self::task_that_was_set(frame) {
            return (Status::Target, Decision::by("aim-behind", word));
        }
        // 12.7万人减贫年度目标; 120户将于年底前完工: the word of aim stands behind what it is said of.
        let achieved = || {
            frame.clause_before.contains("了")
                || self.is_done_behind(&frame.clause_after)
                || self.is_reached(&frame.clause_own)
        };
        let lead_to = |word: &str| frame.clause_after.split_once(word).map_or("", |(lead, _)| lead);
        let behind = cues.target_behind.first_in(&frame.clause_after).filter(|word| !is_met(word, lead_to(word)));
        let behind = behind
            .or_else(|| self.aim_behind_quote(figure))
            .or_else(|| self.aim_behind_list(figure, &frame.clause_own));
        if let Some(word) = behind.filter(|_| !achieved()) {
            return (Status::Target, Decision::by("aim-behind", word));
        }
        // 今年，全县造林任务5.3万亩, but 列入年度任务的9个村
        let listed = frame.clause_own.ends_with("任务的");
        // 搬迁任务287户已全部入住
        let met = ["已全部", "已提前", "全部完成", "已完成"].iter().any(|word| frame.clause_after.contains(word));
        // 搬迁任务全部完成，53户搬进新居
        let before = frame.topic().trim_end_matches('，').rsplit(['，', '。', '；']).next().unwrap_or("");
        let met = met || before.rsplit_once("任务").is_some_and(|(_, rest)| rest.contains("完成"));
        let gone_by = || over && self.turns_to_a_time(self.sentence.start, figure.start);
        let task = frame.before.ends_with("任务") && !frame.clause_before.contains("完成");
        let task = task && !listed && !met && !gone_by();
        if task && !self.done_between(0, figure.start) {
            return (Status::Target, Decision::by("aim-before", "任务"));
        }
        // 高于全市13.9%的平均水平: what was measured, and no limit.
        let measured = frame.clause_after.starts_with("的平均水平");
        let limit = frame.threshold && !measured;
        // 低于上年的11户
        let lead = self.text.get(..figure.start).unwrap_or("");
        let of_a_time = ["年的", "期的", "底的"].iter().any(|time| lead.ends_with(time));
        let of_norm = frame.per && cues.target_norm.is_in(&frame.clause_before);
        let standard = (frame.limited || limit) && !of_a_time || of_norm;
        let done_here = || cues.target.find(&frame.clause_before).any(|(_, kind)| kind == TargetWord::Done);
        if standard && !done_here() {
            return (Status::Target, Decision::rule("standard"));
        }
        let done = self.done_between(0, figure.start);
        if ahead && !done {
            return (Status::Target, Decision::rule("ahead"));
        }
        // In a plan, a clause that opens with what is to be done: 完成剩余104个村…
        let clause = frame.clause_before.trim_start_matches(|ch: char| !ch.is_alphabetic());
        // 三是新建农村公路60公里
        let numbered =
            clause.char_indices().nth(1).filter(|(_, ch)| *ch == '是').map_or(0, |(at, ch)| at + ch.len_utf8());
        let clause = clause.get(numbered..).unwrap_or(clause);
        // 年内统筹投入…
        let mut told = clause;
        while let Some(rest) = cues.target_plan_adverbs.iter().find_map(|adverb| told.strip_prefix(adverb.as_str())) {
            told = rest;
        }
        let planned = |clause: &str| cues.target_plan.iter().any(|verb| clause.starts_with(verb.as_str()));
        // 完成村屯道路建设120公里，自来水普及率提高到88%: a sentence that begins with what is to be done.
        let begins = || self.text.get(self.sentence.clone()).is_some_and(planned);
        let planned = planned(told) || self.planning && begins();
        // 要提质改造农村公路86公里
        let ordered = clause.starts_with('要') && planned;
        if (self.planning || ordered) && planned && !done {
            (Status::Target, Decision::rule("plan"))
        } else if (self.headed || self.plan || self.asked) && !done_here() && !over {
            (Status::Target, Decision::rule("plan-heading"))
        } else {
            (Status::Actual, Decision::rule("told"))
        }
    }
}

/// Whether what stands behind a figure, `lead` before `word`, says that a standard is met: 58个贫困村达到退出标准.
fn is_met(word: &str, lead: &str) -> bool {
    let met = ["达到", "符合"].iter().filter_map(|verb| lead.rsplit_once(verb)).map(|(_, what)| what);
    word.ends_with("标准") && met.into_iter().any(|what| !what.contains(|ch: char| ch.is_ascii_digit()))
}

/// What stands right before what there is now.
const NOW_HELD: [&str; 11] =
    ["目前的", "现在的", "现有的", "当前的", "眼下的", "如今的", "年初的", "上年的", "去年的", "上年末的", "去年底的"];

/// Whether a line is the title of a plan, of which what follows is taken: 某县“十三五”脱贫攻坚规划（摘登）.
fn is_title_of_a_plan(words: &str) -> bool {
    const LONGEST: usize = 40;
    const PLANS: [&str; 8] =
        ["规划", "规划纲要", "实施方案", "行动方案", "工作方案", "行动计划", "工作计划", "工作要点"];
    let title = words.strip_suffix('）').and_then(|words| words.rsplit_once('（')).map_or(words, |(title, _)| title);
    let plain = !words.contains(['，', '。', '；', '：']) && words.chars().count() <= LONGEST;
    plain && PLANS.iter().any(|plan| title.ends_with(plan))
}

/// A short sentence or line that begins with a number or a year and has no figure of its own to tell: 二、2020年目标。
fn is_heading(words: &str) -> bool {
    const LONGEST: usize = 24;
    let numbered = words.starts_with('（')
        || words.chars().take(3).any(|ch| ch == '、')
        || words.starts_with(|ch: char| ch.is_ascii_digit());
    numbered && words.chars().count() <= LONGEST && !words.contains('，')
}
