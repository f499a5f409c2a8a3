//! Counties told of together: lists that end with their number (甲、乙两县), and what becomes of all of them.

use std::ops::Range;

use super::Places;
use super::topic::{About, Topic};
use crate::codelist::AreaName;
use crate::extract::clause;
use crate::model::{Area, AreaLevel};
use crate::recognize::{AreaMention, AreaTerm};
use crate::segment::Sentence;

impl<'a> Places<'a> {
    /// The list of counties that the mention is in and that ends with their number: 甲、乙、丙3县, 甲、乙等7个. With it, whether
    /// the number counts no others.
    fn counted_list(&self, mention: &AreaMention<'_>) -> Option<(&[AreaMention<'a>], bool)> {
        let at = self.mentions.partition_point(|other| other.range.start < mention.range.start);
        let joined = |pair: &&[AreaMention<'_>]| match pair {
            [a, b] => matches!(self.text.get(a.range.end..b.range.start), Some("、" | "和" | "与" | "及")),
            _ => false,
        };
        let before = self.mentions.get(..=at)?.windows(2).rev().take_while(joined).count();
        let behind = self.mentions.get(at..)?.windows(2).take_while(joined).count();
        let list = self.mentions.get(at - before..=at + behind).filter(|list| list.len() >= 2)?;
        let rest = self.text.get(list.last()?.range.end..)?;
        let number = rest.trim_start_matches('等');
        let counted = behind_number(number)?;
        counted.starts_with(['个', '县', '市', '区', '旗']).then_some((list, number.len() == rest.len()))
    }

    /// The city that holds all of a list of counties that a number counts: 安定区、渭源县和漳县3个县区.
    pub(super) fn city_of_list(&self, mention: &AreaMention<'_>) -> Option<Area> {
        let (list, all) = self.counted_list(mention)?;
        let mut cities = list.iter().map(|mention| match mention.term {
            AreaTerm::Listed(name) => self.holds(self.listed(name).as_ref(), AreaLevel::City),
            _ => None,
        });
        let city = cities.next()?;
        city.filter(|city| all && cities.all(|other| other.as_ref() == Some(city)))
    }

    /// The place that holds all the counties or cities that `figure` counts, of which the mention names one.
    pub(super) fn holder_of_several(
        &self,
        mention: &AreaMention<'_>,
        figure: Range<usize>,
        topic: &Topic,
        before: &[&AreaMention<'a>],
    ) -> Option<Area> {
        let AreaTerm::Listed(one) = mention.term else { return None };
        let one = self.listed(one);
        // 哈尔滨、绥化等7个市
        if one.as_ref().is_some_and(|one| one.level == AreaLevel::City) {
            return self.holds(one.as_ref(), AreaLevel::Province);
        }
        // 四川省政府批准昭觉等7个县: counted by the place that holds them all, if one is named.
        let named = before.iter().rev().find_map(|other| match other.term {
            AreaTerm::Listed(name) if matches!(name.level, AreaLevel::City | AreaLevel::Province) => self.listed(name),
            _ => None,
        });
        // 吕梁市临县等6个县
        let address = self.addresses_in(mention.range.start..mention.range.start + 1).first();
        let named = address.and_then(|(_, name)| self.look_up(name)).or(named);
        // 安定区、陇西县、渭源县、临洮县和漳县5个县区: all that the number counts lie in one city.
        let whole = self.city_of_list(mention).or(named);
        let whole = whole.or_else(|| self.place_told_of(topic).filter(|_| topic.about != About::County));
        // 包括我市甲县、乙县在内的9个县: counted beyond the own city; 省政府批准甲市等17个县: more than its city has.
        let city = whole.clone().or_else(|| self.holds(one.as_ref(), AreaLevel::City));
        let counted = self.text.get(figure).unwrap_or("");
        if self.own_city_leads(mention) || city.is_some_and(|city| self.holds_fewer(&city, counted)) {
            return self.holds(one.as_ref(), AreaLevel::Province).or_else(|| self.province_of(topic));
        }
        whole
    }

    /// Whether the mention is one of counties whose number and what became of them its clause tells: 甲、乙两县全部摘帽.
    pub(super) fn is_done_by_all(&self, mention: &AreaMention<'_>, sentence: &Sentence) -> bool {
        let end = clause::end(self.text, mention.range.end, sentence.range.end);
        let clause = self.text.get(mention.range.end..end).unwrap_or("");
        self.counted_list(mention).is_some() && self.codelists.cues.outcome.is_in(clause) && !clause.contains('未')
    }

    /// Whether a mention stands in brackets that are closed before byte `at`.
    pub(super) fn is_in_closed_note(&self, mention: &AreaMention<'_>, floor: usize, at: usize) -> bool {
        let before = self.text.get(floor..mention.range.start).unwrap_or("");
        let open = before.rfind('（').is_some_and(|open| before.rfind('）').is_none_or(|close| close < open));
        open && self.text.get(mention.range.end..at).is_some_and(|between| between.contains('）'))
    }

    /// Whether a county or city is only one of what is listed with the figure at byte `at` (未摘帽的某县、14个村), or lies where
    /// one of those is that it counts (建成某县茶叶产业园等17个园区). `floor` is where the sentence begins.
    pub(super) fn is_listed_with(&self, mention: &AreaMention<'_>, floor: usize, at: usize) -> bool {
        let place = matches!(mention.term, AreaTerm::Listed(name) if name.level != AreaLevel::Province);
        let Some(between) = self.text.get(mention.range.end..at).filter(|_| place) else { return false };
        // 南疆四地州——喀什、和田减贫…: it only says which those are.
        let before = self.text.get(..mention.range.start).unwrap_or("");
        let told = self.mention_before(mention);
        if before.strip_suffix("——").is_some_and(|lead| told.is_some_and(|told| told.range.end == lead.len())) {
            return true;
        }
        let next = self.text.get(mention.range.end..).and_then(|rest| rest.strip_prefix('、'));
        if next.is_some_and(|item| item.starts_with(|ch: char| ch.is_ascii_digit())) {
            return true;
        }
        let start = clause::start(self.text, mention.range.start, floor);
        let lead = self.text.get(start..mention.range.start).unwrap_or("");
        let made = !lead.is_empty() && !lead.ends_with(|ch| "帮助为给让使持导在于向对与和由从".contains(ch));
        let example =
            between.strip_suffix('等').filter(|name| !name.is_empty() && name.chars().all(char::is_alphabetic));
        made && example.is_some() && !self.opens_clause(mention.range.start, floor)
    }

    /// Whether the mention is one of several places that its clause gives each a figure: 其中甲州7.53亿元、乙州3.88亿元.
    pub(super) fn is_one_of_a_breakdown(&self, mention: &AreaMention<'_>, floor: usize) -> bool {
        let start = clause::start(self.text, mention.range.start, floor);
        let end = clause::end(self.text, mention.range.end, self.text.len());
        let given = |other: &&AreaMention<'_>| {
            matches!(other.term, AreaTerm::Listed(_))
                && self.text.get(other.range.end..).is_some_and(|rest| rest.starts_with(|ch: char| ch.is_ascii_digit()))
        };
        given(&mention) && self.mentions_in(start..end).iter().filter(given).count() >= 2
    }

    /// Whether the clause of a mention begins with 其中 or its like.
    pub(super) fn opens_a_part(&self, mention: &AreaMention<'_>, floor: usize) -> bool {
        let start = clause::start(self.text, mention.range.start, floor);
        let words = self.text.get(start..mention.range.start).unwrap_or("");
        self.codelists.cues.part.iter().any(|word| words.starts_with(word))
    }

    /// Whether a small place that 其中 takes out of a whole is done with before byte `at`: its part of the sentence has ended.
    pub(super) fn is_a_closed_part(&self, mention: &AreaMention<'_>, floor: usize, at: usize) -> bool {
        let closed = self.text.get(mention.range.end..at).is_some_and(|between| between.contains('；'));
        if !closed {
            return false;
        }
        let small = matches!(mention.term, AreaTerm::Named(..));
        // 全市…，其中甲、乙两县占38%；今年各级投入…: so with counties where the sentence tells of their whole before.
        let lead = self.text.get(floor..mention.range.start).unwrap_or("");
        let lead = lead.rsplit('；').next().unwrap_or("");
        let listed = || lead.find("其中").is_some_and(|part| !lead.get(..part).unwrap_or("").is_empty());
        small && self.opens_a_part(mention, floor) || matches!(mention.term, AreaTerm::Listed(_)) && listed()
    }

    /// 这9个县累计退出628个村: whether the words between two bytes point at counties that were counted before.
    pub(super) fn points_at_counties(&self, from: usize, at: usize) -> bool {
        let words = self.text.get(from..at).unwrap_or("");
        let mut pointed = self.codelists.cues.counties_pointed_at.iter();
        pointed.any(|those| words.rsplit_once(those.as_str()).is_some_and(|(_, rest)| self.counts_them_first(rest)))
    }

    /// 17个县（区）贫困发生率均低于2%，…: whether a clause between two bytes opens with so many counties, and no place is named
    /// since.
    pub(super) fn opens_with_counties(&self, from: usize, at: usize) -> bool {
        let Some(words) = self.text.get(from..at) else { return false };
        let named = self.mentions_in(from..at).last().map_or(from, |mention| mention.range.end);
        let mut clauses = words.split_inclusive(['，', '：', '；']).scan(from, |start, clause| {
            let at = *start;
            *start += clause.len();
            Some((at, clause))
        });
        clauses.any(|(start, clause)| start >= named && self.counts_them_first(clause))
    }

    /// 作为全国第二批摘帽的26个县区之一: whether the mention holds the counties, one of which is told of, that the figure at bytes
    /// `at..end` counts.
    pub(super) fn is_one_of_those(&self, mention: &AreaMention<'_>, at: usize, end: usize) -> bool {
        let between = self.text.get(mention.range.end..at).unwrap_or("，");
        let behind = self.text.get(end..clause::end(self.text, end, self.text.len())).unwrap_or("");
        self.counts_places(at, end) && behind.contains("之一") && between.chars().all(char::is_alphanumeric)
    }

    /// 7个贫困村贫困发生率降至2%以下; 12个村全部出列，贫困发生率均低于2%: whether the rate before byte `at` is that of villages
    /// which sentence `index` counts before it.
    pub(in crate::extract) fn is_rate_of_villages(&self, index: usize, at: usize) -> bool {
        /// What stands between the number and 村: 个深度贫困.
        const KIND: usize = 5;
        let from = self.page.sentences.get(index).map_or(at, |sentence| sentence.range.start);
        let words = self.text.get(from..at).unwrap_or("");
        let Some((counted, rest)) = words.rsplit_once(['村', '乡', '镇']) else { return false };
        // 三个乡镇的贫困发生率
        let in_words = counted
            .trim_end_matches('乡')
            .strip_suffix('个')
            .is_some_and(|lead| lead.ends_with(|ch| "两三四五六七八九十".contains(ch)));
        let number = counted.chars().rev().take(KIND + 1).find(|ch| !ch.is_alphabetic() || "多余".contains(*ch));
        if !in_words && !number.is_some_and(|ch| ch.is_ascii_digit() || "多余".contains(ch)) {
            return false;
        }
        let plain = self.mentions_in(at - rest.len()..at).is_empty();
        let own = self.text.get(clause::start(self.text, at, from)..at).unwrap_or("");
        let of_each = own.contains(['均', '都']) && !own.contains(['、', '和', '与']);
        let said_of_them = !rest.contains(['，', '；', '、', '和']) && !self.codelists.cues.outcome.is_in(rest);
        plain && (said_of_them || of_each)
    }

    /// Whether `words` open with a number of counties that the rest is said of: not 9个县、729个贫困村脱贫, nor 11个县中10个.
    fn counts_them_first(&self, words: &str) -> bool {
        let Some(counted) = behind_number(words) else { return false };
        // 9地综合贫困发生率, but 两地共同
        let figure = words.starts_with(|ch: char| ch.is_ascii_digit());
        if figure && counted.strip_prefix('地').is_some_and(|rest| !rest.starts_with(['区', '级', '市', '州'])) {
            return true;
        }
        let kind = counted.strip_prefix('个').unwrap_or(counted);
        let kinds = self.codelists.cues.of_counties.iter().filter_map(|it| kind.strip_prefix(it.as_str()));
        let Some(behind) = kinds.min_by_key(|rest| rest.len()).filter(|_| kind.starts_with(['县', '贫'])) else {
            return false;
        };
        let noted = behind.strip_prefix('（').and_then(|note| note.split_once('）'));
        !noted.map_or(behind, |(_, rest)| rest).starts_with(['、', '中'])
    }

    /// Whether the mention is one of a list of counties or cities, which what follows is said of together: 保康、谷城两县减贫3万人.
    pub(super) fn is_listed_county(&self, mention: &AreaMention<'a>) -> bool {
        let county = |other: &AreaMention<'a>| match other.term {
            AreaTerm::Listed(name) => Some(name).filter(|it| matches!(it.level, AreaLevel::County | AreaLevel::City)),
            _ => None,
        };
        // 临洮县和福州市仓山区: who helps and who is helped are no list.
        let near = |a: &AreaName, b: &AreaName| {
            a.codes.iter().any(|code| b.codes.iter().any(|other| other.province() == code.province()))
        };
        let joined = |a: &AreaMention<'a>, b: &AreaMention<'a>| {
            matches!(self.text.get(a.range.end..b.range.start), Some("、" | "和" | "及"))
                && matches!((county(a), county(b)), (Some(a), Some(b)) if near(a, b))
        };
        self.is_beside(mention, joined)
    }

    /// Whether the mention and the one before or behind it are `joined`.
    fn is_beside(
        &self,
        mention: &AreaMention<'a>,
        joined: impl Fn(&AreaMention<'a>, &AreaMention<'a>) -> bool,
    ) -> bool {
        let behind = self.mentions.partition_point(|other| other.range.start <= mention.range.start);
        self.mentions.get(behind).is_some_and(|next| joined(mention, next))
            || self.mention_before(mention).is_some_and(|last| joined(last, mention))
    }

    /// Whether the mention is one of two places that do something together: 甲区与乙县共同建立产业园，入驻企业17家.
    pub(super) fn acts_together(&self, mention: &AreaMention<'a>) -> bool {
        let joined = |one: &AreaMention<'a>, other: &AreaMention<'a>| {
            let link = self.text.get(one.range.end..other.range.start);
            let behind = self.text.get(other.range.end..).unwrap_or("");
            matches!((&one.term, &other.term), (AreaTerm::Listed(_), AreaTerm::Listed(_)))
                && matches!(link, Some("与" | "和" | "同" | "及"))
                && self.codelists.cues.together.iter().any(|word| behind.starts_with(word.as_str()))
        };
        self.is_beside(mention, joined)
    }

    /// Whether the figure at bytes `at..end` counts counties, of which the mention names one: 墨玉县等10个贫困县.
    pub(super) fn is_one_of_several(&self, mention: &AreaMention<'_>, at: usize, end: usize) -> bool {
        let between = self.text.get(mention.range.end..at).unwrap_or("-");
        let county = matches!(mention.term, AreaTerm::Listed(name) if name.level == AreaLevel::County);
        let counted = self.counts_places(at, end) && (between.is_empty() || self.number_of_all(mention) == Some(at));
        matches!(between, "等" | "等地" | "在内的") || county && counted
    }

    /// Whether a number of counties that the mention is one of stands before byte `at`.
    pub(super) fn is_said_of_many(&self, mention: &AreaMention<'_>, at: usize) -> bool {
        let Some(number) = self.number_of_all(mention).filter(|number| *number < at) else { return false };
        let counted = self.text.get(number..at).unwrap_or("").trim_start_matches(|ch: char| ch.is_ascii_digit());
        counted.strip_prefix('个').is_some_and(|rest| self.counts_counties(rest))
    }

    /// Where the number begins that stands behind 等 after the list that the mention is in: 赫章县、望谟县等最后9个贫困县.
    pub(super) fn number_of_all(&self, mention: &AreaMention<'_>) -> Option<usize> {
        /// What may stand between 等 and the number: 最后一批.
        const BETWEEN: usize = 6;
        let first = self.mentions.partition_point(|other| other.range.start < mention.range.end);
        let mut end = mention.range.end;
        for next in self.mentions.get(first..)? {
            if !matches!(self.text.get(end..next.range.start), Some("、" | "和")) {
                break;
            }
            end = next.range.end;
        }
        let rest = self.text.get(end..clause::end(self.text, end, self.text.len()))?;
        // 齐齐哈尔、佳木斯、绥化等7个市县: short names that nothing else vouches for.
        let listed = Some(rest)
            .filter(|rest| rest.starts_with(['等', '、']))
            .and_then(|rest| rest.split_once('等'))
            .filter(|(names, _)| names.split('、').all(is_short_name));
        let rest = listed.map_or(rest, |(names, _)| rest.get(names.len()..).unwrap_or(rest));
        end += listed.map_or(0, |(names, _)| names.len());
        let rest = rest.strip_prefix('等')?;
        let number = rest.char_indices().take(BETWEEN + 1).find(|(_, ch)| !ch.is_alphabetic());
        number.filter(|(_, ch)| ch.is_ascii_digit()).map(|(at, _)| end + '等'.len_utf8() + at)
    }

    /// Whether the figure at bytes `at..end` counts counties: 3县, 三个贫困县.
    pub(super) fn counts_places(&self, at: usize, end: usize) -> bool {
        self.text
            .get(at..end)
            .is_some_and(|figure| behind_number(figure).is_some() && figure.ends_with(['县', '市', '区', '旗']))
            || self.text.get(end..).is_some_and(|after| self.counts_counties(after))
    }

    /// Whether what stands behind a figure, `after`, is counties.
    pub(super) fn counts_counties(&self, after: &str) -> bool {
        self.codelists.cues.of_counties.iter().any(|kind| after.starts_with(kind.as_str()))
    }

    /// Whether a small place is one of a list right before the figure at bytes `at..end`, which counts them.
    pub(super) fn is_in_counted_list(&self, mention: &AreaMention<'_>, at: usize, end: usize) -> bool {
        /// The longest name, in characters.
        const NAMES: usize = 8;
        let first = self.mentions.partition_point(|other| other.range.start < mention.range.end);
        let mut last = mention.range.end;
        let mut joined = self.text.get(..mention.range.start).is_some_and(|before| before.ends_with(['、', '和']));
        for next in self.mentions.get(first..).unwrap_or(&[]) {
            if !matches!(self.text.get(last..next.range.start), Some("、" | "和")) {
                break;
            }
            (last, joined) = (next.range.end, true);
        }
        let counted = self.text.get(at..end).is_some_and(|figure| figure.ends_with(['村', '镇', '乡']))
            || self.text.get(end..).is_some_and(|after| {
                after.chars().take_while(|ch| ch.is_alphabetic()).take(4).any(|ch| "村乡镇".contains(ch))
            });
        // The last of them may be taken for what is counted: 暖泉村3个.
        let rest = self.text.get(last..at).unwrap_or("-");
        let listed = rest.strip_prefix(['、', '和']).is_some_and(|name| {
            name.chars().count() <= NAMES && name.chars().all(char::is_alphabetic) && name.ends_with(['村', '镇', '乡'])
        });
        counted && (listed || joined && rest.is_empty())
    }

    /// With 分别, the n-th figure is that of the n-th place: 皮山县、于田县、策勒县分别减贫3.52万人、2.98万人、1.52万人.
    pub(super) fn distributed(
        &self,
        index: usize,
        at: usize,
        clause_start: usize,
        before: &[&AreaMention<'a>],
    ) -> Option<Area> {
        let sentence = self.page.sentences.get(index)?;
        let lead = self.text.get(clause_start..at)?;
        let Some(shared) = clause::respectively(lead).map(|told| clause_start + told.start) else {
            return self.goes_on_in_turn(sentence, clause_start, at, before);
        };
        // The list of places: the longest run joined by 、 or 和 before 分别, in this clause or the one before.
        let in_reach =
            |mention: &&AreaMention<'a>| mention.range.start >= sentence.range.start && mention.range.end <= shared;
        let list = self.last_list(before.iter().copied().filter(in_reach));
        let given = self.text.get(shared..at)?;
        // 分别由10.2%、9.4%降至0.87%、0.79%: each end of the change begins with the first again.
        let pair = given.contains(['由', '从']).then(|| given.rsplit_once(['到', '至', '为'])).flatten();
        let given = pair.map_or(given, |(_, end)| end);
        let position = given.matches('、').count() + given.matches('和').count();
        // 甲县退出29个，乙县退出31个，各县贫困发生率依次降至0.32%、0.28%: each that the sentence has named.
        if ["各县", "各区", "各旗"].iter().any(|each| lead.contains(each)) {
            let mut named: Vec<Area> = before.iter().filter_map(|mention| self.listed_place(mention)).collect();
            named.retain(|area| area.level == AreaLevel::County);
            named.dedup();
            return named.into_iter().nth(position).filter(|_| !self.counts_places(at, at));
        }
        if list.len() < 2 {
            // 两县贫困发生率分别降至0.38%和0.46%: those that the article told of last, in the order in which it named them.
            let said = self.text.get(sentence.range.start..at)?;
            let count = counted_counties(said).filter(|_| !before.iter().any(|it| self.is_a_county(it)))?;
            let told = self.last_listed(count, sentence).or_else(|| self.last_told_of(count, sentence, at));
            return told?.into_iter().nth(position);
        }
        self.resolve(list.get(position)?, self.topics.get(sentence.section)?, before)
    }

    /// 叙永、古蔺分别减贫2.07万人、2.35万人，贫困发生率还有7.4%和8.1%: the place in the turn of the figure at byte `at`, whose clause
    /// goes on with as many figures as the clause with 分别 lists places.
    fn goes_on_in_turn(
        &self,
        sentence: &Sentence,
        clause_start: usize,
        at: usize,
        before: &[&AreaMention<'a>],
    ) -> Option<Area> {
        /// So many places listed before as many figures need no 分别; two do where what is theirs stands between: 丰宁、围场的
        /// 贫困发生率仍有3.9%和4.2%.
        const CLEAR: usize = 3;
        let end = clause::end(self.text, at, sentence.range.end);
        let figures = clause::in_turn(self.text.get(clause_start..end)?);
        if figures.len() < 2 {
            return None;
        }
        let turn = figures.iter().position(|figure| clause_start + figure == at)?;
        // 正安、务川、道真、习水四县尚有贫困人口6.18万人、4.02万人、2.31万人、3.56万人
        let first = clause_start + figures.first()?;
        let here =
            self.last_list(before.iter().copied().filter(|it| it.range.start >= clause_start && it.range.end <= first));
        let theirs =
            here.last().and_then(|last| self.text.get(last.range.end..)).is_some_and(|rest| rest.starts_with('的'));
        let clear = if theirs { 2 } else { CLEAR };
        if here.len() >= clear && here.len() == figures.len() {
            return here.get(turn).and_then(|mention| self.listed_place(mention));
        }
        let told = self.text.get(sentence.range.start..clause_start)?.rfind("分别")?;
        let shared = sentence.range.start + told;
        let list = self.last_list(before.iter().copied().filter(|mention| mention.range.end <= shared));
        let between = self.text.get(shared..clause_start)?;
        let named = before.last().is_some_and(|last| last.range.end > shared);
        let goes_on = !named && !between.contains(['；', '。']) && list.len() > 1 && figures.len() == list.len();
        list.get(turn).filter(|_| goes_on).and_then(|mention| self.listed_place(mention))
    }

    /// Whether a mention names a county.
    fn is_a_county(&self, mention: &AreaMention<'_>) -> bool {
        self.listed_place(mention).is_some_and(|area| area.level == AreaLevel::County)
    }

    /// The counties that an article has listed last before a sentence, where a list has `count` of them.
    fn last_listed(&self, count: usize, sentence: &Sentence) -> Option<Vec<Area>> {
        /// So many sentences are looked back.
        const SENTENCES: usize = 8;
        let index = self.page.sentences.partition_point(|other| other.range.start < sentence.range.start);
        self.sentences_back(index, true).take(SENTENCES).find_map(|(_, earlier)| {
            let here = self.mentions_in(earlier.range.clone());
            let lists = (1..=here.len()).rev().map(|end| self.last_list(here.get(..end).unwrap_or(here).iter()));
            let listed = lists.map(|list| list.iter().filter_map(|it| self.listed_place(it)).collect::<Vec<_>>());
            let mut listed = listed.filter(|list| list.iter().all(|area| area.level == AreaLevel::County));
            listed.find(|list| list.len() == count)
        })
    }

    /// The counties that an article has named last before byte `at` of a sentence, where they are `count`.
    fn last_told_of(&self, count: usize, sentence: &Sentence, at: usize) -> Option<Vec<Area>> {
        /// So many sentences are looked back.
        const SENTENCES: usize = 40;
        let index = self.page.sentences.partition_point(|other| other.range.start < sentence.range.start);
        let mut named: Vec<Area> = Vec::new();
        for (_, earlier) in self.sentences_back(index, true).take(SENTENCES) {
            for mention in self.mentions_in(earlier.range.start..earlier.range.end.min(at)).iter().rev() {
                let area = self.listed_place(mention).filter(|area| area.level == AreaLevel::County);
                let area =
                    area.filter(|area| !named.contains(area) && !self.is_named_helper(area, mention.range.start));
                named.extend(area);
            }
            if named.len() >= count {
                break;
            }
        }
        // In the order in which the article first named them.
        let article = self.page.articles.get(sentence.article)?;
        let first = self
            .mentions_in(article.range.start..at)
            .iter()
            .find_map(|mention| self.listed_place(mention).filter(|area| named.contains(area)))?;
        if named.first() != Some(&first) || count > 2 {
            named.reverse();
        }
        (named.len() == count).then_some(named)
    }

    /// The last of the runs of places that are joined by 、 or 和.
    pub(super) fn last_list<'m>(&self, mentions: impl Iterator<Item = &'m AreaMention<'a>>) -> Vec<&'m AreaMention<'a>>
    where
        'a: 'm,
    {
        let mut list: Vec<&AreaMention<'a>> = Vec::new();
        let is_place =
            |term: &AreaTerm<'_>| matches!(term, AreaTerm::Listed(_) | AreaTerm::Named(..) | AreaTerm::Own(..));
        for mention in mentions.filter(|mention| is_place(&mention.term)) {
            let joined = list
                .last()
                .and_then(|last| self.text.get(last.range.end..mention.range.start))
                .is_some_and(|between| matches!(between, "、" | "和" | "与" | "及"));
            if !joined {
                list.clear();
            }
            list.push(mention);
        }
        list
    }

    /// The places listed last in `range`, and just after the last byte of its last place of any kind.
    pub(in crate::extract) fn counties_before(&self, range: Range<usize>) -> (Vec<Area>, usize) {
        let here = self.mentions_in(range.clone());
        let end = here.last().map_or(range.start, |mention| mention.range.end.min(range.end));
        let listed = self.last_list(here.iter()).into_iter().filter_map(|mention| match mention.term {
            AreaTerm::Listed(name) => self.listed(name),
            _ => None,
        });
        (listed.filter(|area| area.level == AreaLevel::County).collect(), end)
    }
}

/// How many counties are told of that are named nowhere there: 两县, 5县区, 3个县.
fn counted_counties(said: &str) -> Option<usize> {
    const NUMBERS: [&str; 9] = ["一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let counted = said.match_indices(['县', '区', '旗', '市', '地']).find_map(|(kind, _)| {
        let lead = said.get(..kind)?;
        let lead = lead.strip_suffix('个').unwrap_or(lead);
        let digits = lead.len() - lead.trim_end_matches(|ch: char| ch.is_ascii_digit()).len();
        if digits > 0 {
            return lead.get(lead.len() - digits..)?.parse().ok();
        }
        let last = lead.chars().next_back()?;
        let ordinal = lead.strip_suffix(last)?.ends_with(['第', '十']);
        let number = NUMBERS.iter().position(|number| number.starts_with(last)).map(|at| at + 1);
        number.or((last == '两').then_some(2)).filter(|_| !ordinal)
    });
    counted.filter(|count| *count > 1)
}

/// Whether `name` may be the short name of a county or city in a list, or is none at all.
pub(super) fn is_short_name(name: &str) -> bool {
    name.is_empty() || (2..=4).contains(&name.chars().count()) && name.chars().all(char::is_alphabetic)
}

/// What stands behind the number, in figures or in words, that `text` begins with.
pub(super) fn behind_number(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|ch: char| ch.is_ascii_digit() || "一二两三四五六七八九十".contains(ch));
    (rest.len() < text.len()).then_some(rest)
}
