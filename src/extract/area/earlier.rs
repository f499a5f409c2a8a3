//! Places that earlier sentences told of, and that a sentence which names none goes on with.

use std::ops::Range;

use super::clause;
use super::topic::{About, Topic};
use super::{OPENING, Places};
use crate::model::{Area, AreaLevel};
use crate::recognize::{AreaMention, AreaTerm};
use crate::segment::Sentence;

impl Places<'_> {
    /// Sentence `index` and those before it in its paragraph, or in its `whole` section; the last first, each with its index.
    pub(super) fn sentences_back(&self, index: usize, whole: bool) -> impl Iterator<Item = (usize, &Sentence)> {
        /// Nobody remembers what was told of longer ago.
        const REACH: usize = 200;
        let last = self.page.sentences.get(index);
        let within = move |other: &Sentence| {
            last.is_some_and(|last| other.paragraph == last.paragraph || whole && other.section == last.section)
        };
        let first = (index + 1).saturating_sub(REACH);
        let back = self.page.sentences.get(first..=index).unwrap_or(&[]).iter().rev();
        back.enumerate().map(move |(steps, other)| (index - steps, other)).take_while(move |(_, other)| within(other))
    }

    /// The village or township that the last sentences of the paragraph told of, if no county came up since.
    pub(super) fn small_place_told_of(&self, index: usize, topic: &Topic) -> Option<Area> {
        /// A tale of a village is a few sentences long.
        const SENTENCES: usize = 8;
        /// A venue with a name of its own has so many characters: 某某公司.
        const NAMED: usize = 4;
        // 二是抓搬迁，…: the next point of a list tells of the county again.
        let point = |words: &str| {
            words.chars().nth(1) == Some('是') && words.starts_with(['一', '二', '三', '四', '五', '六', '七'])
        };
        let sentence = self.page.sentences.get(index).and_then(|sentence| self.text.get(sentence.range.clone()));
        if sentence.is_some_and(point) {
            return None;
        }
        // 今年以来培训6831人次，转移劳动力2.16万人: more than any village has.
        let holds = |area: &Area| !sentence.is_some_and(|words| counts_more_than(words, area.level));
        for (distance, (_, other)) in self.sentences_back(index, false).skip(1).take(SENTENCES).enumerate() {
            let mentions = self.mentions_in(other.range.clone());
            for mention in mentions.iter().rev() {
                match mention.term {
                    // 峰城镇患者张三住院花去7.8万元。资助学生3.85万人次: where somebody is from, of whom a measure is shown.
                    AreaTerm::Named(AreaLevel::Village | AreaLevel::Township, _)
                        if self.is_where_an_example_lives(mention) => {}
                    // 曾是酉阳最后9个未脱贫村之一: what it is one of.
                    AreaTerm::Listed(_) | AreaTerm::Own(..) if self.is_whose_it_is_one_of(mention) => {}
                    // 全县发展茶园12万亩，云岭镇一个镇就有2.1万亩。8家企业…: of which a part was shown.
                    AreaTerm::Named(AreaLevel::Village | AreaLevel::Township, _)
                        if self.is_shown_as_a_part(mention, other.range.start) => {}
                    // 是全县平均水平的1.7倍: what the village is compared with.
                    AreaTerm::Own(AreaLevel::County, _) if self.is_compared(mention) || self.is_a_mean(mention) => {}
                    // 窝在全县西北角: where it lies.
                    AreaTerm::Listed(_) | AreaTerm::Own(..) if self.is_aside(mention) => {}
                    // 县里投入资金120万元，修了路。: who paid for it there.
                    AreaTerm::Own(AreaLevel::County, _) if self.is_who_pays(mention) => {}
                    // 某乡…，是全省20个极贫乡镇之一: what it is one of.
                    AreaTerm::Own(AreaLevel::Province | AreaLevel::Nation, _)
                        if !self.opens_clause(mention.range.start, other.range.start) => {}
                    AreaTerm::Listed(_) | AreaTerm::Own(..) => return None,
                    // …；乙镇建成加工园区。: one item of what the county did.
                    AreaTerm::Named(..)
                        if self
                            .text
                            .get(other.range.start..mention.range.start)
                            .is_some_and(|lead| lead.contains('；')) => {}
                    AreaTerm::Named(AreaLevel::Village | AreaLevel::Township, _) | AreaTerm::Same(_)
                        if self.leads(mention, other.range.start) && !self.owns_a_noun(mention) =>
                    {
                        return self.resolve(mention, topic, &[]).filter(holds);
                    }
                    // 曲塘村柑橘合作社通过…: a village's own.
                    AreaTerm::Named(AreaLevel::Other, name)
                        if name.contains(['村', '乡', '镇']) && self.leads(mention, other.range.start) =>
                    {
                        return self.resolve(mention, topic, &[]);
                    }
                    // 某某扶贫车间里机声阵阵。吸纳贫困劳动力46人就业: what is told right after.
                    AreaTerm::Named(AreaLevel::Other, name)
                        if distance == 0 && name.chars().count() >= NAMED && self.leads(mention, other.range.start) =>
                    {
                        return self.resolve(mention, topic, &[]).filter(holds);
                    }
                    _ => {}
                }
            }
        }
        None
    }

    /// Whether a mention is only whose government announces what became of a county: 河南省政府宣布卢氏县退出贫困县序列.
    pub(super) fn announces(&self, mention: &AreaMention<'_>) -> bool {
        let after = self.text.get(mention.range.end..).unwrap_or("");
        let after = after.strip_prefix("人民").unwrap_or(after);
        let deed = after.strip_prefix("政府").map(|deed| deed.trim_start_matches(['正', '式', '已']));
        let says = deed.is_some_and(|deed| {
            ["宣布", "批准", "公告", "发布", "同意", "通报"].iter().any(|word| deed.starts_with(word))
        });
        let wide = match &mention.term {
            AreaTerm::Listed(name) => matches!(name.level, AreaLevel::Province | AreaLevel::City),
            AreaTerm::Own(level, _) => matches!(level, AreaLevel::Province | AreaLevel::City),
            _ => false,
        };
        says || wide && ["批准", "正式批准", "宣布"].iter().any(|word| after.starts_with(word))
    }

    /// The sentence and the bytes of the figure that 这 points back at before bytes `at..end`: 种了2000亩核桃树。…这2000亩核桃树….
    pub(super) fn pointed_at(&self, index: usize, at: usize, end: usize) -> Option<(usize, Range<usize>)> {
        let figure = self.text.get(at..end)?;
        self.text.get(..at)?.ends_with('这').then_some(())?;
        self.sentences_back(index, true).skip(1).find_map(|(index, other)| {
            let words = self.text.get(other.range.clone())?;
            let found = words.rfind(figure)?;
            let whole = !words.get(..found)?.ends_with(|ch: char| ch.is_ascii_digit() || ch == '.' || ch == '这');
            let start = other.range.start + found;
            whole.then_some((index, start..start + figure.len()))
        })
    }

    /// The place that an earlier sentence of the paragraph opened with.
    pub(super) fn told_before(&self, index: usize, topic: &Topic) -> Option<Area> {
        for (index, other) in self.sentences_back(index, false).skip(1) {
            let here = self.mentions_in(other.range.clone());
            // 省里审定深度贫困地区时，某州1市5县…: when it was; 某市委常委、某县委书记张三介绍，全县…: whose office it is.
            // 同期，全省平均水平为10788元，全市为7403元。: beside the own one.
            let mean = |mention: &AreaMention<'_>| {
                self.text.get(mention.range.end..).is_some_and(|rest| rest.starts_with("平均"))
            };
            if here.first().is_some_and(mean) {
                continue;
            }
            let told = |mention: &&AreaMention<'_>| {
                !self.is_only_when(mention, other) && !self.is_an_office(mention) && !self.announces(mention)
            };
            let Some(opening) = here.iter().find(told) else { continue };
            // 其中，甲县2.1万人，乙县2.4万人。 tells of no one place.
            let subjects = here.iter().filter(|mention| {
                matches!(mention.term, AreaTerm::Listed(name) if name.level == AreaLevel::County)
                    && self.opens_clause(mention.range.start, other.range.start)
            });
            let mut subjects: Vec<&str> = subjects.filter_map(|mention| self.text.get(mention.range.clone())).collect();
            subjects.dedup();
            let words = self.text.get(other.range.clone()).unwrap_or("");
            let part = self.codelists.cues.part.iter().any(|word| words.starts_with(word));
            if part
                || subjects.len() > 1
                || self.is_listed_county(opening)
                || self.is_under_guidance(opening, other)
                || !self.opens_clause(opening.range.start, other.range.start)
            {
                continue;
            }
            let area = match &opening.term {
                AreaTerm::Listed(name) => self.listed(name),
                AreaTerm::Own(..) => self.resolve(opening, topic, &[]),
                AreaTerm::Named(_, name) if self.codelists.place_words.region.is_in(name) => {
                    self.resolve(opening, topic, &[])
                }
                _ => continue,
            };
            // 全省58个贫困县，吕梁占了10个。: told of the province for the sake of the own place.
            let wide = area.as_ref().is_some_and(|area| matches!(area.level, AreaLevel::Province | AreaLevel::Nation));
            let own = self.place_told_of(topic).filter(|own| {
                let names_own = |mention: &&AreaMention<'_>| {
                    self.opens_clause(mention.range.start, other.range.start)
                        && self.resolve(mention, topic, &[]).as_ref() == Some(own)
                };
                wide && here.iter().skip(1).any(|mention| names_own(&mention))
            });
            // 喀什地区…中，我县约占19%。
            let ours = || {
                let own = |mention: &&AreaMention<'_>| {
                    matches!(mention.term, AreaTerm::Own(AreaLevel::County, _))
                        && self.words(mention).starts_with(['我', '本'])
                        && self.opens_clause(mention.range.start, other.range.start)
                };
                self.resolve(here.iter().skip(1).find(own)?, topic, &[])
            };
            let city = area.as_ref().is_some_and(|area| area.level == AreaLevel::City);
            let own = own.or_else(|| ours().filter(|_| city));
            let area = own.or(area);
            let helps = |area: &Area| self.helps_from_afar(area, topic, other.range.start, other.range.end);
            let early = opening.range.start <= other.range.start + OPENING;
            match area {
                Some(area) if helps(&area) || !early && area.level != AreaLevel::County => {}
                // 建成车间86个。桑植县白茶面积达到7.6万亩。新增就业5600人。: a city's account goes on behind an example.
                Some(area) if area.level == AreaLevel::County && self.is_an_example_of_a_citys(index, topic) => {}
                found => return found,
            }
        }
        None
    }

    /// Whether a city's account named no place in a sentence with figures that stands before sentence `index` in its
    /// paragraph.
    fn is_an_example_of_a_citys(&self, index: usize, topic: &Topic) -> bool {
        topic.about == About::City
            && self.sentences_back(index, false).skip(1).any(|(_, other)| {
                let words = self.text.get(other.range.clone()).unwrap_or("");
                words.contains(|ch: char| ch.is_ascii_digit()) && self.mentions_in(other.range.clone()).is_empty()
            })
    }

    /// Whether a county is named only as its offices are, which do something in the village that is told of: 县里, 县财政.
    pub(super) fn is_who_pays(&self, mention: &AreaMention<'_>) -> bool {
        let words = self.text.get(mention.range.clone()).unwrap_or("");
        matches!(mention.term, AreaTerm::Own(AreaLevel::County, _)) && words.ends_with(['里', '上', '政', '府', '委'])
    }

    /// Whether a county is what somebody let leave the list, and is told of on: 市政府批准城口退出贫困县；当年底，….
    pub(super) fn is_approved(&self, mention: &AreaMention<'_>) -> bool {
        let (lead, rest) =
            (self.text.get(..mention.range.start).unwrap_or(""), self.text.get(mention.range.end..).unwrap_or(""));
        matches!(mention.term, AreaTerm::Listed(name) if name.level == AreaLevel::County)
            && ["批准", "宣布", "同意"].iter().any(|word| lead.ends_with(word))
            && ["退出", "正式退出", "脱贫", "摘帽", "正式脱贫"].iter().any(|word| rest.starts_with(word))
    }

    /// Whether a place is only whose villages or counties one is counted among: 曾是酉阳最后9个未脱贫村之一, 是榆林贫困程度较深的县之一.
    pub(super) fn is_whose_it_is_one_of(&self, mention: &AreaMention<'_>) -> bool {
        let (before, after) =
            (self.text.get(..mention.range.start).unwrap_or(""), self.text.get(mention.range.end..).unwrap_or(""));
        let clause = || after.split(['，', '。', '；', '：']).next().unwrap_or("");
        before.ends_with(['是', '为'])
            && clause().ends_with("之一")
            && clause().contains(['村', '乡', '镇', '县', '旗'])
    }

    /// Whether a place is only whose mean is told of: 是全县平均水平的1.7倍.
    fn is_a_mean(&self, mention: &AreaMention<'_>) -> bool {
        self.text
            .get(mention.range.end..)
            .is_some_and(|rest| ["平均", "均值", "农民平均", "农村居民平均"].iter().any(|mean| rest.starts_with(mean)))
    }

    /// Whether a village or township is only shown as the part of a whole that has the most: 其中云岭镇就有12个, 云岭镇一个镇就….
    fn is_shown_as_a_part(&self, mention: &AreaMention<'_>, floor: usize) -> bool {
        /// So many characters may stand before 就: 一个新城社区就.
        const BETWEEN: usize = 8;
        let lead = self.text.get(floor..mention.range.start).unwrap_or("");
        let alone = ["其中", "仅", "光", "光是", "单是", "仅仅"].iter().any(|word| lead.ends_with(word));
        let rest = self.text.get(mention.range.end..).unwrap_or("");
        let near = rest.split(['，', '。', '；']).next().unwrap_or("").chars().take(BETWEEN);
        let already = near.take_while(|ch| !ch.is_ascii_digit()).any(|ch| ch == '就');
        alone || already && lead.contains(|ch: char| ch.is_ascii_digit())
    }

    /// Whether a village or township is only where a patient or a pupil is from.
    fn is_where_an_example_lives(&self, mention: &AreaMention<'_>) -> bool {
        /// So many characters may stand between the place and what they are.
        const BETWEEN: usize = 8;
        let rest = self.text.get(mention.range.end..).unwrap_or("");
        let near = rest.char_indices().nth(BETWEEN).map_or(rest, |(end, _)| rest.get(..end).unwrap_or(rest));
        let near = near.split(['，', '。', '、']).next().unwrap_or("");
        ["患者", "学生", "孤儿"].iter().any(|word| near.contains(word))
    }

    /// Whether a place is only who set a task: 超额完成宣城市下达的1.9万人减贫任务.
    pub(super) fn sets_a_task(&self, mention: &AreaMention<'_>) -> bool {
        let rest = self.text.get(mention.range.end..).unwrap_or("");
        ["下达", "分配的", "交办"].iter().any(|word| rest.starts_with(word))
    }

    /// Whether the mention stands in a clause that only says when: 青海省审定深度贫困地区时，….
    pub(super) fn is_only_when(&self, mention: &AreaMention<'_>, sentence: &Sentence) -> bool {
        let end = clause::end(self.text, mention.range.end, sentence.range.end);
        let clause = self.text.get(mention.range.end..end).unwrap_or("");
        let goes_on = self.text.get(end..sentence.range.end).is_some_and(|rest| rest.starts_with('，'));
        goes_on && clause.strip_suffix('时').is_some_and(|what| !what.is_empty() && !what.ends_with(['小', '同', '及']))
    }

    /// 在市委、市政府的坚强领导下，…: whose guidance it was, not what is told of.
    pub(super) fn is_under_guidance(&self, mention: &AreaMention<'_>, sentence: &Sentence) -> bool {
        let start = clause::start(self.text, mention.range.start, sentence.range.start);
        let end = clause::end(self.text, mention.range.end, sentence.range.end);
        self.text.get(start..end).is_some_and(|words| words.starts_with('在') && words.ends_with('下'))
    }
}

/// Whether some words count more people or households than live in one village or township.
fn counts_more_than(words: &str, level: AreaLevel) -> bool {
    let (people, households) = match level {
        AreaLevel::Village => (5000.0, 1500.0),
        AreaLevel::Township => (100_000.0, 30_000.0),
        AreaLevel::Other => (1000.0, 400.0),
        _ => return false,
    };
    // 新增小额信贷1.32亿元, 完成市下达任务的102%: a county's.
    let lent = words.split_once("小额信贷").and_then(|(_, rest)| rest.split(['，', '；', '。', '、']).next());
    if lent.is_some_and(|lent| lent.contains('亿'))
        || ["市下达", "市里下达", "州下达", "地区下达"].iter().any(|word| words.contains(word))
    {
        return true;
    }
    let mut rest = words;
    while let Some(at) = rest.find(|ch: char| ch.is_ascii_digit()) {
        let number = rest.get(at..).unwrap_or("");
        let end = number.find(|ch: char| !(ch.is_ascii_digit() || ch == '.')).unwrap_or(number.len());
        let value: f64 = number.get(..end).and_then(|digits| digits.parse().ok()).unwrap_or(0.0);
        rest = number.get(end..).unwrap_or("");
        let unit = rest.trim_start_matches('万');
        let value = if unit.len() < rest.len() { value * 1e4 } else { value };
        let unit = unit.trim_start_matches(['余', '多']);
        // 年接待游客3.2万人次: of those who come.
        let come = unit.starts_with("人次") && words.contains("游客");
        if unit.starts_with(['人', '名']) && value >= people && !come || unit.starts_with('户') && value >= households
        {
            return true;
        }
    }
    false
}
