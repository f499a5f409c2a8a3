//! Words around a figure that say how to take it: links, bounds, aims, parts, per-unit norms.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Deserialize;

use super::units::Words;
use super::{CodelistError, Spotter, WordList, WordSet, from_toml};
use crate::model::Bound;

/// What the word that links a noun to its number says of the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkKind {
    /// 为, 达到, 降至: a level.
    Level,
    /// 由, 从: the level that a change started from.
    From,
    /// 下降, 减少: an amount downwards.
    Fall,
    /// 增加, 提高: an amount upwards.
    Rise,
}

/// What a word says of aims and results.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TargetWord {
    /// It makes what follows in the sentence an aim.
    Strong,
    /// It opens a plan, which the sentences after it go on with.
    Opens,
    /// It says that something is done.
    Done,
    /// In this phrase a word of aim is none.
    Not,
}

/// All cue words of `cues.toml`.
#[derive(Debug, Clone, Default)]
pub struct Cues {
    /// Words directly before a number that link it to what it counts.
    pub links: WordSet<LinkKind>,
    /// Words that may stand between a noun and its number and say nothing of either.
    pub adverbs: WordSet<()>,
    /// Words directly before a number that bound it.
    pub bound_before: WordSet<Bound>,
    /// Words directly after a unit that bound the number.
    pub bound_after: WordSet<Bound>,
    /// Words that tell aims from results.
    pub target: Spotter<TargetWord>,
    /// Words that fit a plan: an aim only inside a paragraph about one.
    pub target_plan: Vec<String>,
    /// Words before one of aim, in its clause, that make it a mere purpose: 为确保…, 紧扣…目标.
    pub target_purpose: Spotter<()>,
    /// Words of aim that are an estimate where their time is over.
    pub target_estimate: Vec<String>,
    /// Words before an estimate that say it is of what was counted.
    pub target_counted: WordList,
    /// What may stand before the verb of a plan.
    pub target_plan_adverbs: Vec<String>,
    /// Words that put a year into the future.
    pub target_ahead: Vec<String>,
    /// Words of a heading over what was done.
    pub review: WordList,
    /// Words behind a figure that say it is done: 已全部竣工.
    pub done_after: WordList,
    /// Words behind a figure that make it an aim.
    pub target_behind: WordList,
    /// Words behind a figure by which an aim was reached.
    pub target_done_behind: WordList,
    /// Ends of words that leave open whether one of those before the figure was reached (为完成, 全力实现).
    pub target_done_unless: Vec<String>,
    /// Words of norms: 每亩补助400元 is a standard, not a result.
    pub target_norm: WordList,
    /// Other ways of saying a thing and the plain words for it, longest first: 未脱贫人口 are 贫困人口.
    pub plain_words: Vec<(String, String)>,
    /// Finds which of them, by their place in that list, stand in a text.
    any_plain: Spotter<usize>,
    /// 高于 and its like, and the places and averages that a rate is then compared with.
    pub against: Vec<String>,
    /// Whom a rate is compared with after one of `against`.
    pub against_whom: Vec<String>,
    /// Words of help from afar (对口帮扶, 援建).
    pub help: Spotter<()>,
    /// Verbs of help that stand between the helper and whom it helps.
    pub help_directed: Vec<String>,
    /// Words before such a verb by which it is the other way round (接受, 得到).
    pub help_received: Vec<String>,
    /// Provinces whose cities and districts help those of others.
    pub help_from: Vec<String>,
    /// Verbs of help between the helper and those whom it helps, who are told of by their number.
    pub help_relative: Vec<String>,
    /// Indicators that are the county's by such help.
    pub help_gives: Vec<String>,
    /// Words of one household: 他家, 妻子.
    pub family: WordList,
    /// What before 家里 or 家中 makes it many households': 贫困户家里.
    pub family_not: Vec<String>,
    /// Words of a household's own life in somebody's mouth: 我家, 老伴.
    pub speech: WordList,
    /// What stands behind a place that something only ranks or happens in.
    pub aside: Vec<String>,
    /// Whom or what a share behind 的 is of: 80%的农民.
    pub shared: Vec<String>,
    /// What may follow the poor where they stand behind the figure that counts them.
    pub closing: Vec<String>,
    /// Those who are watched so that they do not become poor again, as their names begin: 边缘户.
    pub watched: Vec<String>,
    /// What may not lead into them there.
    pub closing_led_by: Vec<String>,
    /// What stands behind 在 and a place among whose parts another one is first or ranks.
    pub rank: Vec<String>,
    /// What stands behind a place in whose east or heart another one lies.
    pub lies: Vec<String>,
    /// What stands before a place that another one lies in: 地处, 位于.
    pub lies_in: Vec<String>,
    /// What points at counties that were counted before: 这9个县.
    pub counties_pointed_at: Vec<String>,
    /// Nouns behind a figure that it counts, whatever an earlier clause counted.
    pub kinds: Vec<String>,
    /// What stands before a place that the own one is compared with, whose the next figure then is: 比, 仅次于.
    pub than: Vec<String>,
    /// What stands before a place that lies beside the own one: 相邻的.
    pub beside: Vec<String>,
    /// How it is told that something was so at one time: 一度, 曾达.
    pub once: WordList,
    /// What a year that has just begun is called: 新的一年.
    pub coming: WordList,
    /// What stands behind a year whose work has been assessed: 考核结果.
    pub assessed: WordList,
    /// What stands before a place that money is spent for.
    pub spent_for: Vec<String>,
    /// Words that end alike and say nothing of it: 成为.
    pub spent_for_not: Vec<String>,
    /// Short names of places that are everyday words.
    pub doubtful: Vec<String>,
    /// What may lead into the subject of a clause.
    pub opening: Vec<String>,
    /// Verbs that say what something is: 是, 属于.
    pub copula: WordList,
    /// What stands before and behind a place that is taken for an example (以…为例).
    pub example: (Vec<String>, Vec<String>),
    /// What stands before, and what in the clause behind, a place whose offices a text takes its figures from (据…统计).
    pub source: (Vec<String>, WordList),
    /// Verbs before a small place that something is built at, of which the rest then tells.
    pub site_built: Vec<String>,
    /// How a clause begins that describes its subject first (位于大山深处的).
    pub described: Vec<String>,
    /// Offices behind the place that somebody holds them in.
    pub office: Vec<String>,
    /// What stands before a place that people or goods go to.
    pub towards: WordList,
    /// What stands before a place that people come from.
    pub taken_in: Vec<String>,
    /// What stands behind two places that do something together.
    pub together: Vec<String>,
    /// How what is counted begins where counties are.
    pub of_counties: Vec<String>,
    /// Indicators that count counties, and so are never one county's own.
    pub counts_counties: Vec<String>,
    /// Indicators that standards of exit, set for all counties, are told by.
    pub exit_standards: Vec<String>,
    /// How rules of exit are told: 须降至, 衡量标准.
    pub exit_rule: WordList,
    /// What full names of places are cut to: 察右前旗.
    pub abbreviations: BTreeMap<String, String>,
    /// Titles of those who work for one village.
    pub title: WordList,
    /// One of a village's people, before a name.
    pub villager: WordList,
    /// Offices that somebody is said to hold: 是…负责人.
    pub held_office: Vec<String>,
    /// The characters that names begin with.
    pub surnames: String,
    /// How neighbours call each other, behind a surname: 大娘.
    pub kin: Vec<String>,
    /// What follows behind 老张, where it is no place.
    pub neighbour_does: String,
    /// He or she, as whom a clause tells of.
    pub pronoun: Vec<String>,
    /// Characters right behind such a word that make another one of it (他们).
    pub pronoun_joins: String,
    /// What follows it where its person only speaks.
    pub pronoun_says: WordList,
    /// Verbs behind a figure that say what became of what it counts: 脱贫, 出列, 搬迁.
    pub outcome: WordList,
    /// Words of a heading whose year holds for what stands under it.
    pub heads: Vec<String>,
    /// Words right before a figure that tell of what is left.
    pub left: Vec<String>,
    /// Words that say who is still poor: a plan is made for them, but there they are.
    pub still_poor: Vec<String>,
    /// How what is counted begins where it is still poor: 未脱贫村.
    pub not_yet: Vec<String>,
    /// What begins the words on what becomes of them: 将, 达到.
    pub until_outcome: Vec<String>,
    /// 其中 and its like.
    pub part: WordList,
    /// Deeds, with what they are done to, that are no part of what was counted before: 发放…, 选派….
    pub part_anew: Vec<String>,
    /// Deeds of which what was done is not said: 转移就业.
    pub part_anew_alone: Vec<String>,
    /// 每, 人均 and their like.
    pub per: Spotter<()>,
    /// Words of a clause that only points back at what was counted: 前者, 依次是.
    pub again: WordList,
}

#[derive(Deserialize)]
struct File {
    level: Vec<String>,
    from: Vec<String>,
    fall: Vec<String>,
    rise: Vec<String>,
    adverb: Vec<String>,
    bound_before: Bounds,
    bound_after: Bounds,
    target: Target,
    plain: BTreeMap<String, String>,
    against: Against,
    help: Help,
    family: Family,
    speech: Words,
    aside: Aside,
    doubtful: Words,
    opening: Words,
    copula: Words,
    described: Words,
    example: Sides,
    source: Sides,
    site: Words,
    office: Words,
    closing: Closing,
    share: Words,
    counties: Counties,
    beside: Words,
    kinds: Words,
    once: Words,
    coming: Words,
    assessed: Words,
    spent: Spent,
    abbreviation: BTreeMap<String, String>,
    part: Part,
    heading: Words,
    left: Left,
    person: Person,
    per: Words,
    again: Words,
}

#[derive(Deserialize)]
struct Part {
    words: Vec<String>,
    anew: Vec<String>,
    anew_alone: Vec<String>,
    outcome: Vec<String>,
}

#[derive(Deserialize)]
struct Left {
    words: Vec<String>,
    still_poor: Vec<String>,
    not_yet: Vec<String>,
    watched: Vec<String>,
    until_outcome: Vec<String>,
}

#[derive(Deserialize)]
struct Person {
    titles: Vec<String>,
    villagers: Vec<String>,
    offices: Vec<String>,
    surnames: String,
    kin: Vec<String>,
    neighbour_does: String,
    pronouns: Vec<String>,
    pronoun_joins: String,
    pronoun_says: Vec<String>,
}

#[derive(Deserialize)]
struct Closing {
    words: Vec<String>,
    led_by: Vec<String>,
}

#[derive(Deserialize)]
struct Aside {
    words: Vec<String>,
    rank: Vec<String>,
    lies: Vec<String>,
    lies_in: Vec<String>,
    towards: Vec<String>,
    taken_in: Vec<String>,
    together: Vec<String>,
}

#[derive(Deserialize)]
struct Counties {
    words: Vec<String>,
    indicators: Vec<String>,
    exit_standards: Vec<String>,
    exit_rule: WordList,
    pointed_at: Vec<String>,
}

#[derive(Deserialize)]
struct Spent {
    words: Vec<String>,
    not: Vec<String>,
}

#[derive(Deserialize)]
struct Help {
    words: Vec<String>,
    directed: Vec<String>,
    received: Vec<String>,
    from: Vec<String>,
    relative: Vec<String>,
    gives: Vec<String>,
}

#[derive(Deserialize)]
struct Sides {
    before: Vec<String>,
    behind: Vec<String>,
}

#[derive(Deserialize)]
struct Family {
    words: Vec<String>,
    not: Vec<String>,
}

#[derive(Deserialize)]
struct Against {
    than: Vec<String>,
    words: Vec<String>,
    whom: Vec<String>,
}

#[derive(Deserialize)]
struct Bounds {
    approx: Vec<String>,
    min: Vec<String>,
    max: Vec<String>,
}

#[derive(Deserialize)]
struct Target {
    strong: Vec<String>,
    opens: Vec<String>,
    plan: Vec<String>,
    plan_adverbs: Vec<String>,
    ahead: Vec<String>,
    done: Vec<String>,
    purpose: Vec<String>,
    estimate: Vec<String>,
    counted: Vec<String>,
    review: Vec<String>,
    done_after: Vec<String>,
    behind: Vec<String>,
    done_behind: Vec<String>,
    done_unless: Vec<String>,
    norm: Vec<String>,
    not: Words,
}

impl Cues {
    pub(super) fn parse(text: &str) -> Result<Self, CodelistError> {
        let file: File = from_toml("cues.toml", text)?;
        let mut links = WordSet::default();
        for (kind, words) in [
            (LinkKind::Level, &file.level),
            (LinkKind::From, &file.from),
            (LinkKind::Fall, &file.fall),
            (LinkKind::Rise, &file.rise),
        ] {
            for word in words {
                links.insert(word, kind);
            }
        }
        let mut adverbs = WordSet::default();
        for word in &file.adverb {
            adverbs.insert(word, ());
        }
        let mut plain_words: Vec<(String, String)> = file.plain.into_iter().collect();
        plain_words.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        let any_plain = Spotter::new(plain_words.iter().enumerate().map(|(index, (words, _))| (words, index)));
        let target = [
            (TargetWord::Strong, &file.target.strong),
            (TargetWord::Opens, &file.target.opens),
            (TargetWord::Done, &file.target.done),
            (TargetWord::Not, &file.target.not.words),
        ];
        let target = target.iter().flat_map(|(kind, words)| words.iter().map(|word| (word, *kind)));
        Ok(Self {
            links,
            adverbs,
            plain_words,
            any_plain,
            bound_before: file.bound_before.into_words(),
            bound_after: file.bound_after.into_words(),
            target: Spotter::new(target),
            target_plan: file.target.plan,
            target_plan_adverbs: file.target.plan_adverbs,
            target_ahead: file.target.ahead,
            target_purpose: Spotter::new(file.target.purpose.iter().map(|word| (word, ()))),
            target_estimate: file.target.estimate,
            target_counted: file.target.counted.into(),
            review: file.target.review.into(),
            done_after: file.target.done_after.into(),
            target_behind: file.target.behind.into(),
            target_done_behind: file.target.done_behind.into(),
            target_done_unless: file.target.done_unless,
            target_norm: file.target.norm.into(),
            against: file.against.words,
            against_whom: file.against.whom,
            help: Spotter::new(file.help.words.iter().map(|word| (word, ()))),
            help_directed: file.help.directed,
            help_received: file.help.received,
            help_from: file.help.from,
            help_relative: file.help.relative,
            help_gives: file.help.gives,
            family: file.family.words.into(),
            family_not: file.family.not,
            speech: file.speech.words.into(),
            aside: file.aside.words,
            towards: file.aside.towards.into(),
            taken_in: file.aside.taken_in,
            together: file.aside.together,
            rank: file.aside.rank,
            lies: file.aside.lies,
            lies_in: file.aside.lies_in,
            counties_pointed_at: file.counties.pointed_at,
            kinds: file.kinds.words,
            than: file.against.than,
            beside: file.beside.words,
            once: file.once.words.into(),
            coming: file.coming.words.into(),
            assessed: file.assessed.words.into(),
            spent_for: file.spent.words,
            spent_for_not: file.spent.not,
            doubtful: file.doubtful.words,
            opening: file.opening.words,
            described: file.described.words,
            example: (file.example.before, file.example.behind),
            source: (file.source.before, file.source.behind.into()),
            site_built: file.site.words,
            copula: file.copula.words.into(),
            office: file.office.words,
            closing: file.closing.words,
            watched: file.left.watched,
            shared: file.share.words,
            closing_led_by: file.closing.led_by,
            of_counties: file.counties.words,
            counts_counties: file.counties.indicators,
            exit_standards: file.counties.exit_standards,
            exit_rule: file.counties.exit_rule,
            abbreviations: file.abbreviation,
            title: file.person.titles.into(),
            villager: file.person.villagers.into(),
            held_office: file.person.offices,
            surnames: file.person.surnames,
            kin: file.person.kin,
            neighbour_does: file.person.neighbour_does,
            pronoun: file.person.pronouns,
            pronoun_joins: file.person.pronoun_joins,
            pronoun_says: file.person.pronoun_says.into(),
            outcome: file.part.outcome.into(),
            part: file.part.words.into(),
            part_anew: file.part.anew,
            part_anew_alone: file.part.anew_alone,
            heads: file.heading.words,
            left: file.left.words,
            still_poor: file.left.still_poor,
            not_yet: file.left.not_yet,
            until_outcome: file.left.until_outcome,
            per: Spotter::new(file.per.words.iter().map(|word| (word, ()))),
            again: file.again.words.into(),
        })
    }
}

impl Cues {
    /// `text` with its plain_words in plain words.
    pub fn plain<'a>(&self, text: impl Into<Cow<'a, str>>) -> Cow<'a, str> {
        let mut out = text.into();
        // None of the longer ones is there to be replaced first.
        let Some(first) = self.any_plain.find(&out).map(|(_, index)| index).min() else { return out };
        for (words, plain) in self.plain_words.iter().skip(first) {
            if out.contains(words.as_str()) {
                out = out.replace(words.as_str(), plain).into();
            }
        }
        out
    }
}

impl Bounds {
    fn into_words(self) -> WordSet<Bound> {
        let mut words = WordSet::default();
        for (bound, list) in [(Bound::Approx, self.approx), (Bound::Min, self.min), (Bound::Max, self.max)] {
            for word in list {
                words.insert(&word, bound);
            }
        }
        words
    }
}
