//! The words around a figure, taken apart: what it counts, how it is linked, what it is a part of.

mod behind;
mod noun;
mod onward;
mod spot;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use super::chunk::{Stripped, bound};
use super::lent::read_indicators;
use super::parts::{is_other_place, opens_with_place, part_before, sets_out_anew, whole_of};
use super::{clause, is_family};
use crate::codelist::{Codelists, Found, LinkKind};
use crate::model::{Bound, Form, IndicatorId};
use crate::recognize::{Figure, PeriodMention};
use crate::segment::Page;

use behind::behind;
use noun::noun_before;
use onward::{Onward, onward};
use spot::Spot;

/// A figure in its clause.
#[derive(Debug, Clone)]
pub(super) struct Frame<'a> {
    /// The figure.
    pub(super) figure: Figure,
    /// What stands before the figure and is said of it, links and dates taken off: `全县建档立卡贫困户`.
    pub(super) before: String,
    /// What stands after it up to the next punctuation or figure: `贫困村`.
    pub(super) after: String,
    /// What stands before it since the figure or the clause mark before, and after it: the words that are its own.
    pub(super) own: String,
    /// Its clause up to the figure; for a clause that only goes on about the one before, that one too.
    pub(super) clause_before: String,
    /// Its clause up to the figure, what an earlier clause lends it left out.
    pub(super) clause_own: String,
    /// Its clause after the figure.
    pub(super) clause_after: String,
    /// The clause behind its own.
    pub(super) next_clause: &'a str,
    /// What leads into the sentence, and the sentence.
    pub(super) told: Rc<Told<'a>>,
    /// Byte of what is told where the clause begins.
    pub(super) topic_end: usize,
    /// Bytes of what is told up to the figure, since the sentence's last semicolon.
    pub(super) segment: Range<usize>,
    /// Level or change.
    pub(super) form: Form,
    /// Whether the change is downwards.
    pub(super) falls: bool,
    /// What the words say of exactness.
    pub(super) bound: Bound,
    /// Whether a word directly before the figure sets a limit (不低于, 不超过).
    pub(super) limited: bool,
    /// Whether it is a figure for each unit of something.
    pub(super) per: bool,
    /// Whether `before` comes from an earlier clause although words follow the figure: 大棚360座，12个村受益.
    pub(super) carried: bool,
    /// Whether it only says where something was done: 在18个乡镇建成….
    pub(super) located: bool,
    /// Whether it has no words of its own, links and times aside.
    pub(super) bare: bool,
    /// Whether no noun stands before it.
    pub(super) bare_before: bool,
    /// Whether a time stands among its own words.
    pub(super) dated: bool,
    /// Whether it follows 其中 and is part of a whole.
    pub(super) part: bool,
    /// Byte where the 其中 that governs the figure stands.
    pub(super) part_at: Option<usize>,
    /// Whether it is only one place's of what 其中 takes a part of: 其中甲县5236户1.71万人.
    pub(super) place_part: bool,
    /// Whether it is only another place's of what the figure right before it counts.
    pub(super) next_place: bool,
    /// What stands between it and the place named right before it, links and times aside; `None` where none is.
    pub(super) since_place: Option<String>,
    /// Its place among figures of one kind that stand side by side, and how many they are: 29973元、11206元.
    pub(super) turn: (usize, usize),
    /// Whether it opens a pair: 由900元.
    pub(super) from: bool,
    /// Whether it has no noun of its own and goes on with an earlier figure's.
    pub(super) goes_on: bool,
    /// Whether it is the limit of a class, or counts only that class: 贫困发生率20%以上的贫困村92个.
    pub(super) class: bool,
    /// Whether it is only what another figure is measured against: 0.89%，低于3%; 高于全省2.1个百分点.
    pub(super) threshold: bool,
    /// What is counted, for people.
    pub(super) label: String,
    /// Indicators that the figure states, each with the rule that says so.
    pub(super) indicators: Vec<(IndicatorId, Arc<str>)>,
}

/// What leads into a sentence, and the sentence; its figures share what is found in it.
#[derive(Debug)]
pub(super) struct Told<'a> {
    pub(super) words: Cow<'a, str>,
    /// Words that readings ask for, once one has asked.
    pub(super) found: OnceCell<Found>,
}

impl Frame<'_> {
    /// What leads into the sentence, and the sentence up to the clause.
    pub(super) fn topic(&self) -> &str {
        self.told.words.get(..self.topic_end).unwrap_or("")
    }

    /// Whether both count in units of one kind.
    pub(super) fn is_like(&self, other: &Frame<'_>) -> bool {
        self.figure.family == other.figure.family
    }

    /// The rule that left the figure without an indicator.
    pub(super) fn unfiled_rule(&self) -> &'static str {
        if self.threshold {
            "unfiled:threshold"
        } else if self.per {
            "unfiled:per-unit"
        } else if self.part {
            "unfiled:part-of-whole"
        } else {
            "unfiled:no-reading"
        }
    }
}

/// What is told of by how many live there.
const HAMLETS: [&str; 6] = ["自然村", "自然屯", "自然寨", "村民小组", "村民组", "村组"];

/// What the frames of a page are cut from.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    /// The reflowed text.
    pub(super) text: &'a str,
    /// Its sentences and sections.
    pub(super) page: &'a Page,
    /// Its period mentions.
    pub(super) periods: &'a [PeriodMention],
    /// Where it names places.
    pub(super) places: &'a [Range<usize>],
    /// The vocabulary.
    pub(super) codelists: &'a Codelists,
}

/// Frames of the figures `here` of sentence `index`. `previous` are those of the last sentence that has
/// any, which 其中 may refer to.
pub(super) fn frames<'a>(around: &Around<'a>, index: usize, here: &[Figure], previous: &[Frame<'a>]) -> Vec<Frame<'a>> {
    let Around { text, page, codelists, .. } = *around;
    let Some(sentence) = page.sentences.get(index) else { return Vec::new() };
    let range = sentence.range.clone();
    let (lead, sentence) = (lead_in(text, page, index, codelists), text.get(range.clone()).unwrap_or(""));
    let words = if lead.is_empty() { Cow::Borrowed(sentence) } else { Cow::Owned(format!("{lead}{sentence}")) };
    let sentence = Sentence {
        told: Rc::new(Told { words, found: OnceCell::new() }),
        lead: lead.len(),
        parts: codelists.cues.part.find(sentence).collect(),
        previous,
    };
    let mut out: Vec<Frame<'a>> = Vec::with_capacity(here.len());
    for position in 0..here.len() {
        let frame = Spot::new(*around, &range, here, position).map(|spot| frame(&spot, &sentence, &out));
        out.extend(frame);
    }
    share_nouns_behind(around, &mut out);
    read_indicators(text, &mut out, previous, codelists);
    out
}

/// What the figures of a sentence have in common.
struct Sentence<'a, 'f> {
    /// What leads into it, and itself.
    told: Rc<Told<'a>>,
    /// Bytes of what leads into it.
    lead: usize,
    /// Where 其中 and its like stand in it.
    parts: Vec<Range<usize>>,
    /// The frames of the last sentence that has any.
    previous: &'f [Frame<'a>],
}

/// The frame of the figure at `spot`; `out` are those before it in its sentence.
fn frame<'a>(spot: &Spot<'a, '_>, sentence: &Sentence<'a, '_>, out: &[Frame<'a>]) -> Frame<'a> {
    let (text, figure, codelists) = (spot.around.text, spot.figure, spot.codelists());
    let (range, words) = (&spot.sentence, &spot.words);
    let cues = &codelists.cues;
    let (noun, behind) = (noun_before(spot, out), behind(spot));
    let (stripped, after) = (&noun.stripped, behind.after);
    let Onward { goes_on, last, of_whole } = onward(spot, &noun, &after, out, sentence.previous);
    let adjacent = spot.adjacent();
    let (before, clause_before) = told_before(spot, stripped, last.filter(|_| goes_on));
    let part_at = part_before(text, range.start, figure.start, &sentence.parts);
    // 人均 reaches over a list (人均养殖生猪3头、种植核桃2亩), not over a clause; a rate is no amount for each.
    let same_clause = spot.last_end.is_some_and(|end| end > spot.clause.start);
    let listed_per = same_clause && spot.place.is_none() && last.is_some_and(|last| last.per);
    let rate = is_family(figure, "percent") || is_family(figure, "point");
    let clause_behind = spot.said(figure.bound_end..behind.end.unwrap_or(spot.clause.end));
    let goes_on_behind = if behind.end.is_none() { behind_note(spot) } else { "" };
    let mark = spot.said(spot.clause.end..range.end).chars().next().map_or(0, char::len_utf8);
    let next_clause = spot.clause.end + mark;
    let segment = spot.said(range.start..figure.start).rsplit('；').next().unwrap_or("");
    let in_told = |at: usize| sentence.lead + at - range.start;
    let nameless = stripped.noun.is_empty() && spot.place.is_none() || noun.own.is_empty() && is_lone_whole(spot);
    let mut frame = Frame {
        figure: figure.clone(),
        next_clause: spot.said(next_clause..clause::end(text, next_clause, range.end)),
        bare: nameless && !after.contains(char::is_alphabetic),
        located: is_located(&spot.chunk, figure, &after, codelists) || is_of_a_few_places(spot),
        bare_before: noun.own.is_empty() || stripped.noun.is_empty() || stripped.noun.ends_with('辖'),
        dated: spot.said(words.clone()).len() > spot.chunk.len()
            // 其中2019年减贫2684户8532人，21个贫困村出列
            || out.last().is_some_and(|last| {
                last.dated && (adjacent || part_at.is_some() && last.part_at == part_at)
            }),
        own: cues.plain([if goes_on { before.as_str() } else { "" }, &spot.chunk, " ", &after].concat()).into_owned(),
        clause_before: cues.plain(clause_before).into_owned(),
        clause_own: cues.plain(spot.lead()).into_owned(),
        clause_after: cues.plain([clause_behind, goes_on_behind].concat()).into_owned(),
        told: sentence.told.clone(),
        topic_end: in_told(spot.clause.start),
        segment: in_told(figure.start - segment.len())..in_told(figure.start),
        form: if stripped.change.is_some() || is_family(figure, "point") { Form::Change } else { Form::Level },
        falls: stripped.change == Some(LinkKind::Fall),
        bound: bound(figure, stripped),
        limited: stripped.limited,
        threshold: is_threshold(spot, stripped, last.filter(|_| goes_on))
            || adjacent && last.is_some_and(|last| last.threshold && is_family(&last.figure, "point"))
            || differs_from_another(spot.lead(), figure, codelists)
            || is_norm(segment, spot.lead(), figure, stripped, codelists),
        per: !rate && (cues.per.is_in(&spot.chunk) || listed_per),
        class: sizes_hamlets(text, figure)
            || is_below(text, figure)
                && ["的，", "的县", "的村", "的乡", "的镇", "的户", "的地方"]
                    .iter()
                    .any(|of| spot.rest().starts_with(of))
            || spot.next().is_some_and(|next| limits_class(text, figure, next))
            || spot.last().is_some_and(|last| limits_class(text, last, figure)),
        carried: (goes_on || noun.borrowed) && !same_clause && !after.is_empty(),
        part: part_at.is_some_and(|at| is_part(spot, at, out)),
        part_at,
        place_part: part_at.is_some()
            && noun.own.is_empty()
            && !noun.borrowed
            && (spot.place.is_some() || adjacent && out.last().is_some_and(|last| last.place_part)),
        goes_on,
        next_place: after.is_empty() && noun.own.is_empty() && out.last().is_some_and(|last| is_next_place(spot, last)),
        since_place: since_place(spot, &noun.own, out.last().filter(|_| adjacent)),
        turn: turn(text, spot.here, spot.position),
        // 由2015年的5200户1.9万人减少到…: so do those beside it.
        from: stripped.from || adjacent && spot.chunk.chars().count() <= 1 && out.last().is_some_and(|last| last.from),
        label: String::new(),
        indicators: of_whole.map(|whole| whole.indicators.clone()).unwrap_or_default(),
        before,
        after,
    };
    if frame.part && tells_of_another(&frame, spot, &noun.own, out, sentence.previous) {
        frame.part = false;
    }
    if is_family(figure, "measure") && &*figure.unit == "倍" {
        frame.form = Form::Level;
    }
    // 分别增长6.8%、10.2%: the list's first figure says how all of them are meant.
    // So with 减少2100户7800人.
    let listed = adjacent && spot.chunk.chars().count() <= 1;
    let alike = |last: &&Frame<'_>| {
        last.figure.family == figure.family
            || counts_people(&last.figure) && counts_people(figure) && stripped.change.is_none()
    };
    if let Some(last) = out.last().filter(|_| listed).filter(alike) {
        frame.form = last.form;
        frame.falls = last.falls;
    }
    frame.label = label(&frame, if noun.own.is_empty() { &frame.before } else { &noun.own });
    frame
}

/// What a noun ends with of which only the new ones are counted: 村卫生室新建61所，累计318所.
const NEW: [&str; 4] = ["新增", "新建", "新发展", "新培育"];

/// What is said of a figure before it, and its clause up to it, each with what `last`, with which it goes on, lends.
fn told_before(spot: &Spot<'_, '_>, stripped: &Stripped, last: Option<&Frame<'_>>) -> (String, String) {
    let own_clause = spot.lead();
    let Some(last) = last else {
        return (spot.codelists().cues.plain(stripped.noun.as_str()).into_owned(), own_clause.to_owned());
    };
    // 新增合作社118家，累计达到1236家: the total is no longer what was added.
    if ["累计", "总数", "总量"].iter().any(|total| spot.chunk.contains(total)) {
        let before = last.before.trim_start_matches("新增");
        let before = NEW.iter().find_map(|new| before.strip_suffix(new)).unwrap_or(before);
        return (before.to_owned(), format!("{before}{own_clause}"));
    }
    let lent = if spot.last_end.is_some_and(|end| end <= spot.clause.start) {
        last.clause_before.as_str()
    } else if stripped.change.is_some() || spot.adjacent() && !spot.word_behind() {
        // 人均纯收入达到9862元，较2015年的2674元增加7188元: what the figure before was lent speaks for this one, too.
        last.clause_before.strip_suffix(last.clause_own.as_str()).unwrap_or("")
    } else {
        ""
    };
    (last.before.clone(), format!("{lent}{own_clause}"))
}

/// The rest of a clause behind the note that interrupts it: 615个贫困村（含162个深度贫困村）全部出列.
fn behind_note<'a>(spot: &Spot<'a, '_>) -> &'a str {
    let note = spot.said(spot.clause.end..spot.sentence.end);
    let close = note.find('）').filter(|_| note.starts_with('（'));
    let at = close.map(|close| spot.clause.end + close + '）'.len_utf8());
    at.map_or("", |at| spot.said(at..clause::end(spot.around.text, at, spot.sentence.end)))
}

/// Whether a clause names nothing but all of its place: …与邻县相望，全县12万人.
fn is_lone_whole(spot: &Spot<'_, '_>) -> bool {
    spot.place.is_some_and(|place| {
        spot.said(place.clone()).starts_with('全')
            && !spot.said(spot.words.start..place.start).contains(char::is_alphanumeric)
    })
}

/// Whether a figure is only what the one that it goes on with, `last`, is measured against: 0.89%，低于3%.
fn is_threshold(spot: &Spot<'_, '_>, stripped: &Stripped, last: Option<&Frame<'_>>) -> bool {
    stripped.bound.is_some()
        && !spot.chunk.ends_with("突破")
        && spot.chunk.chars().count() <= 4
        && last.is_some_and(|last| last.figure.family == spot.figure.family)
}

/// Whether the 其中 at byte `at` still governs the figure: a place of its own, or a new total, ends what it began.
fn is_part(spot: &Spot<'_, '_>, at: usize, out: &[Frame<'_>]) -> bool {
    let chunk = spot.chunk.trim_start_matches('，');
    let ended = spot.in_clause() && out.last().is_some_and(|last| last.part_at == Some(at) && !last.part);
    let total = ["总", "全县", "全市"].iter().any(|total| chunk.starts_with(total));
    let left = spot.codelists().cues.still_poor.iter().any(|word| chunk.starts_with(word.as_str()));
    let placed = spot.place.is_some() || opens_with_place(spot.around.text, at..spot.figure.start, spot.around.places);
    !(ended || total || left || placed)
}

/// Whether `frame`, which follows 其中, is no part of what that takes apart; `noun` is its own.
fn tells_of_another(
    frame: &Frame<'_>,
    spot: &Spot<'_, '_>,
    noun: &str,
    out: &[Frame<'_>],
    previous: &[Frame<'_>],
) -> bool {
    // 有贫困县7个，其中国定贫困县6个，贫困村820个: villages are no part of the counties, nor what follows them.
    let whole = frame.part_at.and_then(|at| whole_of(frame, at, out, previous));
    let follows_part = !spot.in_clause() && out.last().is_some_and(|last| last.part_at == frame.part_at);
    let told = frame.part_at.zip(spot.last_end).map_or("", |(from, to)| spot.said(from..to));
    // 还剩749户没有脱贫，另有边缘户521户: what there is besides is a part of no more than what 其中 takes apart.
    let besides = || {
        let at = frame.part_at.unwrap_or(spot.figure.start);
        spot.said(at..spot.sentence.end).starts_with("另有")
            && !spot.said(spot.sentence.start..at).contains("其中")
            && noun.trim_start_matches("另有").chars().nth(1).is_some()
    };
    whole.is_some_and(|whole| is_other_place(whole, frame, noun))
        || besides()
        || follows_part && sets_out_anew(&spot.chunk, told, spot.codelists())
}

/// Whether a figure is another place's of what `last`, right before it, counts.
fn is_next_place(spot: &Spot<'_, '_>, last: &Frame<'_>) -> bool {
    let Some(place) = spot.place.filter(|_| last.figure.family == spot.figure.family) else { return false };
    let between = spot.last_end.map_or("", |end| spot.said(end..place.start));
    let is_noun = |words: &str| words.chars().all(char::is_alphabetic);
    // 贫困村256个（甲县114个、乙县102个）
    let listed = between == "、" && last.after.is_empty();
    let noted = between.strip_suffix('（').is_some_and(is_noun);
    // 山西有36个国定贫困县，忻州占11个
    let shared = between.strip_suffix('，').is_some_and(is_noun)
        && matches!(
            spot.said(place.end..spot.figure.start),
            "占" | "占了" | "占到" | "就占" | "就占了" | "承担" | "承担了"
        );
    // 全省6462个贫困村中，我市就有992个
    let among = between.strip_suffix("中，").is_some_and(|noun| !noun.is_empty() && is_noun(noun))
        && matches!(spot.said(place.end..spot.figure.start), "就有" | "有" | "独占" | "就占");
    (listed || noted) && place.end == spot.figure.start || shared || among
}

/// What stands between a figure, whose own noun is `own`, and the places that its clause opens with: 甲、乙、丙3县分别承担7.2万亩、8.4万亩和
/// 5.6万亩. `last` stands right before it.
fn since_place(spot: &Spot<'_, '_>, own: &str, last: Option<&Frame<'_>>) -> Option<String> {
    let opens = |place: &Range<usize>| {
        // 甲、乙同期分别为…
        let places = spot.around.places;
        let first = places.get(places.partition_point(|other| other.start < spot.words.start)).unwrap_or(place);
        let listed = spot.said(first.end..place.start).contains(['、', '和', '与']);
        let place = if listed { first } else { place };
        let lead = spot.undated(spot.words.start..place.start);
        let lead = spot.codelists().cues.part.iter().find_map(|word| lead.strip_prefix(word)).unwrap_or(&lead);
        !lead.contains(char::is_alphabetic) && !spot.said(place.clone()).starts_with(['全', '县'])
    };
    let counted = || spot.last().is_some_and(|last| ["县", "县区", "县市", "区县"].contains(&&*last.unit));
    let listed = spot.place.map_or_else(|| spot.in_clause() && counted(), opens);
    listed.then(|| own.to_owned()).or_else(|| last.and_then(|last| last.since_place.clone()))
}

/// The noun after a figure also counts the one right before it: 3000户1.2万人脱贫.
/// So it does those of places in a list: 甲县15个、乙县12个贫困村退出.
fn share_nouns_behind(around: &Around<'_>, out: &mut [Frame<'_>]) {
    let text = around.text;
    let next_of_list = |this: &Frame<'_>, next: &Frame<'_>| {
        let first = around.places.partition_point(|place| place.start < this.figure.bound_end);
        let place = around.places.get(first).filter(|place| place.end == next.figure.start);
        let between = place.and_then(|place| text.get(this.figure.bound_end..place.start));
        between == Some("、") && this.bare_before && this.after.is_empty() && this.figure.unit == next.figure.unit
    };
    for position in (0..out.len().saturating_sub(1)).rev() {
        let adjacent = match (out.get(position), out.get(position + 1)) {
            (Some(this), Some(next))
                if matches!(this.after.as_str(), "" | "和" | "及" | "与")
                    && (joined(text, this.figure.bound_end, next.figure.start) || next_of_list(this, next)) =>
            {
                Some(next.after.clone())
            }
            _ => None,
        };
        if let (Some(after), Some(this)) = (adjacent, out.get_mut(position)) {
            let behind = this.own.rfind(' ').map_or(0, |blank| blank + 1);
            this.own.truncate(behind);
            this.own.push_str(&around.codelists.cues.plain(after.as_str()));
            this.after = after;
        }
    }
}

/// Whether a figure counts no more than the places that something is done in: 在18个乡镇建成…, but 控制在3个以内.
/// So with 让412个行政村接通宽带, but not 让36个贫困村摘帽.
fn is_located(chunk: &str, figure: &Figure, after: &str, codelists: &Codelists) -> bool {
    let kept = ["控制在", "稳定在", "保持在", "维持在", "分布在", "分散在"].iter().any(|word| chunk.ends_with(word));
    let counts = is_family(figure, "piece") || is_family(figure, "place");
    let made = chunk.ends_with('让') && !codelists.cues.outcome.is_in(after);
    // 对16个集中安置点实施提升改造
    let treated =
        chunk.ends_with('对') && ["实施", "进行", "开展", "给予", "予以"].iter().any(|word| after.contains(word));
    // 湖东周边12个乡镇完成…: those around it.
    let around =
        ["周边", "沿线", "附近"].iter().any(|word| chunk.ends_with(word)) && after.starts_with(['乡', '镇', '村']);
    // 昌洲等22个乡镇受灾: a few of them.
    let some = chunk.ends_with('等') && after.starts_with(['乡', '镇', '村', '县']);
    counts
        && (chunk.ends_with('在') && !kept || made || treated || around || some)
        && after.starts_with(char::is_alphabetic)
}

/// Whether a figure counts those of the few places only that the clause before names: 贫困人口主要集中在云岭、茂林两镇，共有1860人.
fn is_of_a_few_places(spot: &Spot<'_, '_>) -> bool {
    let before = spot.said(spot.sentence.start..spot.clause.start).trim_end_matches('，');
    let clause = before.rsplit(['，', '；', '。']).next().unwrap_or("");
    let places = clause.rsplit_once("集中在").map_or("", |(_, places)| places);
    places.ends_with(['镇', '乡', '村'])
        && places.contains('、')
        && ["共", "共有", "有", "合计"].contains(&&*spot.chunk)
}

/// Whether a figure is what a rule asks for: 贫困村出列须综合贫困发生率低于3%; 国家规定的错退率低于2%. `segment` and `clause`
/// stand before it.
fn is_norm(segment: &str, clause: &str, figure: &Figure, stripped: &Stripped, codelists: &Codelists) -> bool {
    let rate = is_family(figure, "percent");
    let bounded = bound(figure, stripped) != Bound::Exact;
    // 贫困村出列须, but not 脱贫须防返贫
    let asked = |word: Range<usize>| {
        let (of, asks) = (segment.get(..word.start).unwrap_or(""), segment.get(word.end..).unwrap_or(""));
        of.ends_with(['村', '户', '县', '旗'])
            && ["须", "必须", "标准为", "标准是", "条件为", "条件是"].iter().any(|word| asks.starts_with(word))
    };
    rate && bounded && clause.contains("规定的") || (rate || bounded) && codelists.cues.outcome.find(segment).any(asked)
}

/// Whether a figure says how far something lies from another place's: 高于全省平均水平1.2个百分点.
fn differs_from_another(clause: &str, figure: &Figure, codelists: &Codelists) -> bool {
    let rate = is_family(figure, "point") || is_family(figure, "percent");
    // 比全县农村居民收入增速高出2.3个百分点
    let more = ["高", "高出", "低", "快", "多"].iter().any(|word| clause.ends_with(word));
    let than = clause.rsplit_once('比').is_some_and(|(_, other)| {
        more && codelists.cues.against_whom.iter().any(|place| other.starts_with(place.as_str()))
    });
    // 高于自治区和固原市3.5个百分点
    let place = |other: &str| other.ends_with(['省', '市', '州', '县', '区', '旗', '盟']) && !other.contains('，');
    let against = || {
        codelists.cues.against.iter().any(|word| {
            clause.rsplit_once(word.as_str()).is_some_and(|(_, other)| {
                place(other) || codelists.cues.against_whom.iter().any(|place| other.contains(place.as_str()))
            })
        })
    };
    // 比农村居民人均可支配收入15973元还高出869元
    let beyond = || {
        let gap = ["还高出", "高出", "还多出", "多出", "还高", "还差"].iter().any(|word| clause.ends_with(word));
        let own = clause.rsplit_once(['比', '较']).map(|(_, other)| other);
        gap && own.is_some_and(|other| other.contains(|ch: char| ch.is_ascii_digit()))
    };
    let money = is_family(figure, "yuan");
    rate && (than || against()) || money && (than || beyond())
}

/// Whether a figure counts people or households.
fn counts_people(figure: &Figure) -> bool {
    is_family(figure, "person") || is_family(figure, "household")
}

/// Whether `figure` says how many live in the smallest or largest of the hamlets told of: 25户以上自然村公路硬化率.
fn sizes_hamlets(text: &str, figure: &Figure) -> bool {
    let people = counts_people(figure);
    let behind = text.get(figure.bound_end..).map(|behind| behind.trim_start_matches('的'));
    people
        && figure.bound_end > figure.end
        && behind.is_some_and(|noun| HAMLETS.iter().any(|hamlet| noun.starts_with(hamlet)))
}

/// Whether words before `figure` make it a limit: 年人均纯收入低于1万元.
fn is_below(text: &str, figure: &Figure) -> bool {
    let lead = text.get(..figure.start).unwrap_or("");
    ["低于", "不足", "不到", "超过"].iter().any(|word| lead.ends_with(word))
}

/// Whether `figure` is the limit of what `next` counts: 20%以上的贫困村92个.
fn limits_class(text: &str, figure: &Figure, next: &Figure) -> bool {
    /// The noun between them, in characters.
    const NOUN: usize = 10;
    let noun = text.get(figure.bound_end..next.start).and_then(|between| between.strip_prefix('的'));
    // 25户以上的村民小组道路硬化率96% is a rate of the whole county.
    let noun = noun.filter(|_| !(is_family(next, "percent") && sizes_hamlets(text, figure)));
    let sized = ["percent", "yuan", "person", "household", "mu"].iter().any(|family| is_family(figure, family));
    // 10人以上的“巧媳妇”加工点582个
    let plain = |ch: char| ch.is_alphabetic() || "“”".contains(ch);
    sized
        && (figure.bound_end > figure.end || is_below(text, figure))
        && noun.is_some_and(|noun| noun.chars().count() <= NOUN && noun.chars().all(plain))
}

/// The place of the figure at `position` among those of one kind that stand side by side, and how many they are.
fn turn(text: &str, here: &[Figure], position: usize) -> (usize, usize) {
    let follows = |at: usize| match (at.checked_sub(1).and_then(|last| here.get(last)), here.get(at)) {
        (Some(last), Some(next)) => last.family == next.family && joined(text, last.bound_end, next.start),
        _ => false,
    };
    let before = (1..=position).rev().take_while(|at| follows(*at)).count();
    let after = (position + 1..here.len()).take_while(|at| follows(*at)).count();
    (before, before + 1 + after)
}

/// Whether two figures stand side by side: 7969户20918人, 8273户、34518人.
pub(super) fn joined(text: &str, end: usize, start: usize) -> bool {
    matches!(text.get(end..start), Some("" | "、" | "和" | "及"))
}

/// The words that open a topic before the sentence: 聚焦光伏扶贫。 or 一是光伏收益成为…; before 其中 the sentence of which it takes a
/// part.
fn lead_in<'a>(text: &'a str, page: &Page, index: usize, codelists: &Codelists) -> &'a str {
    const SHORT: usize = 24;
    let Some(sentence) = page.sentences.get(index) else { return "" };
    let earlier = page.sentences.get(index.saturating_sub(8)..index).unwrap_or(&[]);
    let opens_part = text
        .get(sentence.range.clone())
        .is_some_and(|words| codelists.cues.part.iter().any(|word| words.starts_with(word)));
    if let Some(whole) = earlier.last().filter(|whole| opens_part && whole.section == sentence.section) {
        return text.get(whole.range.clone()).unwrap_or("");
    }
    for candidate in earlier.iter().rev().take_while(|candidate| candidate.section == sentence.section) {
        let words = text.get(candidate.range.clone()).unwrap_or("");
        let numbered =
            words.chars().nth(1).is_some_and(|second| second == '是' || second == '、') || words.starts_with('（');
        if numbered || words.chars().count() <= SHORT {
            return words;
        }
    }
    ""
}

/// What is counted, in 2 to 14 characters of the report.
fn label(frame: &Frame<'_>, noun: &str) -> String {
    const OWN: [&str; 10] = ["全县", "全市", "我县", "我市", "该县", "全省", "全区", "全旗", "全州", "全村"];
    const LONGEST: usize = 14;
    let tail = |text: &str| -> String {
        let from = text.char_indices().rev().nth(LONGEST - 1).map_or(0, |(from, _)| from);
        text.get(from..).unwrap_or("").to_owned()
    };
    let two = |words: &str| words.chars().nth(1).is_some();
    let noun = noun.rsplit(|ch: char| !ch.is_alphabetic()).find(|words| !words.is_empty()).unwrap_or("");
    let noun = OWN.iter().find_map(|own| noun.strip_prefix(own)).filter(|rest| !rest.is_empty()).unwrap_or(noun);
    if ["count", "occasion", "piece", "place", "person", "household", "goods"].contains(&&*frame.figure.family) {
        let counted: String = frame.after.chars().take_while(|ch| ch.is_alphabetic()).take(10).collect();
        if two(&counted) {
            return counted;
        }
    }
    if two(noun) {
        return tail(noun);
    }
    let words: String = frame.clause_before.chars().filter(|ch| ch.is_alphabetic()).collect();
    tail(&words)
}
