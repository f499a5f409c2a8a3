//! Whether a place that is named is what its clause tells of, or only says where, whence, whose or against what.

use super::Places;
use crate::extract::clause;
use crate::model::AreaLevel;
use crate::recognize::{AreaMention, AreaTerm};

/// What describes a county before it is told of has so many characters: 相邻的.
const MODIFIER: usize = 3;
const LONGEST_MODIFIER: usize = 16;

/// How long what is told of a place before a colon is, in characters: 家底.
const ACCOUNT: usize = 8;

/// How far behind a place the 等 may stand that makes it an example.
const EXAMPLES: usize = 12;

/// `lead` without the number of a point of a list: 一、, （二）, 3., ①, 四是.
fn without_number(lead: &str) -> &str {
    let number = |ch: char| ch.is_ascii_digit() || "一二三四五六七八九十①②③④⑤⑥⑦⑧⑨⑩".contains(ch);
    let rest = lead.trim_start_matches(number);
    match rest.chars().next() {
        _ if rest.len() == lead.len() => lead,
        None => rest,
        Some(mark) if "、）)．.是".contains(mark) => rest.get(mark.len_utf8()..).unwrap_or(rest),
        Some(_) => lead,
    }
}

impl Places<'_> {
    /// Whether a mention is the subject of its clause: nothing but a date or an adverb stands before it.
    pub(super) fn opens_clause(&self, at: usize, floor: usize) -> bool {
        let start = clause::start(self.text, at, floor);
        let lead = self.text.get(start..at).unwrap_or("");
        // 与静宁县（19.8万头）、崇信县（11.2万头）一道…: the next of a list, each with a note.
        let noted = self.text.get(..start).is_some_and(|before| before.ends_with('）'));
        if noted && matches!(lead, "、" | "和" | "与" | "及") {
            return false;
        }
        // 【乡镇档案】全乡幅员…: a label is no part of its clause.
        let lead = lead.rsplit_once('】').map_or(lead, |(_, rest)| rest);
        // 本报讯（记者某某）某县…
        let lead = lead.rsplit_once('）').map_or(lead, |(_, rest)| rest);
        let lead = lead.strip_prefix("本报讯").unwrap_or(lead);
        // 市扶贫办消息：2014年以来全市…
        let lead = lead.rsplit_once('：').map_or(lead, |(_, rest)| rest);
        // 在五道营村，村集体投资…; 我们在社区建设了…: where the story is set.
        let set_there = self.text.get(at..).is_some_and(|rest| rest.starts_with('在')) && lead.chars().count() <= 2;
        // 看全国，…
        // 是“三区三州”深度贫困县之一: quoted as part of what something else is.
        let cues = &self.codelists.cues;
        let part = || cues.copula.is_in(lead) && !cues.pronoun_says.is_in(lead.trim_end_matches('“'));
        if lead.ends_with('“') && !part() || ["在", "看", "从"].contains(&lead) || set_there {
            return true;
        }
        let lead = without_number(lead.trim_start_matches(|ch: char| !ch.is_alphanumeric()));
        // 对循化来说，…
        let behind = || self.text.get(at..clause::end(self.text, at, self.text.len())).unwrap_or("");
        if lead == "对" && ["来说", "而言", "来讲"].iter().any(|end| behind().ends_with(end)) {
            return true;
        }
        // 海南全省剩下的贫困人口: a name before 全省 only says which; 跻身全省前列 says nothing of it.
        let whole = self.text.get(at..).is_some_and(|rest| rest.starts_with('全'));
        if whole
            && (2..=3).contains(&lead.chars().count())
            && !lead.contains(['在', '是', '居', '占', '列', '身', '为', '与'])
            && !lead.ends_with("不到")
        {
            return true;
        }
        let only_time = lead.is_empty()
            || lead.ends_with(['年', '底', '末', '来', '间', '月', '日', '前', '中', '时', '初', '后', '起']);
        let led_in = self.codelists.cues.opening.iter().any(|word| word == lead);
        // 位于大山深处的某县坚持…: described before it is told of.
        let described =
            lead.ends_with('的') && self.codelists.cues.described.iter().any(|word| lead.starts_with(word.as_str()));
        led_in || described || only_time && lead.chars().count() <= 12 || self.is_the_source(lead, at)
    }

    /// Whether a mention says whom the rest of its sentence is about: it opens its clause, or a clause ends with a small
    /// place, which the next one then tells of (比如石磨岩村，去年…).
    pub(super) fn leads(&self, mention: &AreaMention<'_>, floor: usize) -> bool {
        let small = matches!(mention.term, AreaTerm::Named(AreaLevel::Village | AreaLevel::Township, _));
        // 仅珙桐镇就有桑园1.3万亩: one of the county's.
        let alone = self.text.get(..mention.range.start).is_some_and(|before| before.ends_with(['仅', '光']));
        if small && (self.is_example(mention) || alone) {
            return false;
        }
        // 第一页是全村的家底：163户518口人，…
        let of = self.text.get(mention.range.end..).and_then(|rest| rest.strip_prefix('的')).unwrap_or("");
        let told = of.chars().take(ACCOUNT).position(|ch| !ch.is_alphabetic());
        let account = told.is_some_and(|at| at > 0 && of.chars().nth(at) == Some('：'));
        if account && matches!(mention.term, AreaTerm::Same(_) | AreaTerm::Own(AreaLevel::County, _)) {
            return true;
        }
        if self.is_rank(mention) {
            return false;
        }
        let after = self.text.get(mention.range.end..).unwrap_or("");
        // 某县位于吉林省东部，延边州东北部，…: where it lies.
        if self.codelists.cues.lies.iter().any(|part| after.starts_with(part.as_str())) {
            return false;
        }
        let ends_clause = after.starts_with('，') || small && after.starts_with('。');
        let lies_there = self.text.get(..mention.range.start).is_some_and(|before| before.ends_with("位于"));
        // 与南江县相邻的通江县，…: described at length, then told of.
        let described = self.text.get(..mention.range.start).is_some_and(|before| before.ends_with('的'));
        // 投资青花椒的某某公司通过土地流转，…
        let venue = &self.codelists.place_words.venue;
        let told = || {
            let mut verbs = venue.told.iter().chain(&venue.again);
            // 某某公司2018年投产以来，…
            let since_then = after.trim_start_matches(|ch: char| ch.is_ascii_digit() || ch == '年');
            // 海拔1200米的某乡是全县最高的一个乡，…
            let named = matches!(mention.term, AreaTerm::Named(AreaLevel::Other, _)) || small;
            named && verbs.any(|word| since_then.starts_with(word.as_str())) || small && after.starts_with('是')
        };
        // 南疆四地州——喀什、和田…五年脱贫…，贫困发生率…
        let region = matches!(mention.term, AreaTerm::Named(_, name) if self.codelists.place_words.region.is_in(name));
        // 率先交卷的是贡山县。最后一个县苍溪，…: brought up by what it is.
        let brought_up = self.text.get(..mention.range.start).is_some_and(|before| {
            let which = ["个县", "个区", "个旗", "个县市", "个县区"].iter().any(|kind| before.ends_with(kind));
            before.ends_with("的是") || which && ends_clause
        });
        // 走进某乡的兴隆扶贫车间，…
        let start = clause::start(self.text, mention.range.start, floor);
        let visited = matches!(mention.term, AreaTerm::Named(AreaLevel::Other, _))
            && ends_clause
            && self
                .text
                .get(start..)
                .is_some_and(|lead| venue.visited.iter().any(|word| lead.starts_with(word.as_str())));
        region && after.starts_with("——")
            || visited
            || brought_up && after.starts_with(['。', '，', '；', '：'])
            || described && (ends_clause || told() || self.is_described(mention, floor))
            || ends_clause && small
            || small && (lies_there || self.is_built_there(mention, floor))
            || self.is_the_example(mention)
            || self.is_the_helped(mention)
            || self.opens_clause(mention.range.start, floor)
    }

    /// Whether a county or city that stands in a text about another one is described before it is told of: 早一年退出的颍上县成果同样稳固,
    /// 接受核查的彝良县作为….
    pub(super) fn is_described(&self, mention: &AreaMention<'_>, floor: usize) -> bool {
        let start = clause::start(self.text, mention.range.start, floor);
        let lead = self.text.get(start..mention.range.start).unwrap_or("");
        let after = self.text.get(mention.range.end..).unwrap_or("");
        let led_in = ["与", "和", "比", "较", "在", "对", "向", "从", "由", "把", "将", "给", "为", "到"];
        self.listed_place(mention).is_some()
            && lead.ends_with('的')
            && (MODIFIER..=LONGEST_MODIFIER).contains(&lead.chars().count())
            && lead.chars().all(char::is_alphabetic)
            && !led_in.iter().any(|word| lead.starts_with(word))
            && after.starts_with(char::is_alphabetic)
            && !after.starts_with(['和', '与', '等', '的', '籍', '人'])
            // 邻近的青冈县为14103元: only what the own county is likened to.
            && !after.trim_start_matches(['为', '是', '达', '有', '则', '约']).starts_with(|ch: char| ch.is_ascii_digit())
    }

    /// Whether a place is taken for an example of which the text then tells: 以临县为例, 拿石磨岩村来说.
    pub(super) fn is_the_example(&self, mention: &AreaMention<'_>) -> bool {
        let before = self.text.get(..mention.range.start).unwrap_or("");
        let after = self.text.get(mention.range.end..).unwrap_or("");
        let (lead, follow) = &self.codelists.cues.example;
        lead.iter().any(|word| before.ends_with(word.as_str()))
            && follow.iter().any(|word| after.starts_with(word.as_str()))
    }

    /// Whether a clause that `lead` opens before the place at byte `at` says where the figures come from: 据策勒县统计.
    pub(super) fn is_the_source(&self, lead: &str, at: usize) -> bool {
        let (before, behind) = &self.codelists.cues.source;
        let clause = || self.text.get(at..clause::end(self.text, at, self.text.len()));
        before.iter().any(|word| word == lead) && clause().is_some_and(|clause| behind.is_in(clause))
    }

    /// Whether something is built at a place, of which the rest of the sentence then tells: 实施昂拉乡河东搬迁项目，投资….
    pub(super) fn is_built_there(&self, mention: &AreaMention<'_>, floor: usize) -> bool {
        let cues = &self.codelists.cues;
        let lead = self.text.get(floor..mention.range.start).unwrap_or("");
        let end = clause::end(self.text, mention.range.end, self.text.len());
        let built = self.text.get(mention.range.end..end).unwrap_or("");
        cues.site_built.iter().any(|verb| lead.ends_with(verb.as_str()))
            && built.chars().all(char::is_alphabetic)
            && self.codelists.place_words.venue.words.find(built).any(|kind| kind.end == built.len())
    }

    /// Whether a mention only says where something ranks or happens: 在全省率先, 居全市前列.
    pub(super) fn is_aside(&self, mention: &AreaMention<'_>) -> bool {
        let before = self.text.get(..mention.range.start).unwrap_or("");
        let after = self.text.get(mention.range.end..).unwrap_or("");
        let placed =
            before.ends_with(['在', '为', '向', '赴', '往', '于', '与', '由', '从', '自']) || before.ends_with("地处");
        // 从全省看，…: what is told of.
        // 在突泉县，…。去年全县…: where the text goes next.
        let turns =
            before.strip_suffix('在').is_some_and(|lead| lead.is_empty() || lead.ends_with(['。', '\n', '；', '”']));
        let placed = placed && !(turns && after.starts_with('，'));
        let placed =
            placed && !(before.ends_with('从') && ["看", "来看", "情况看"].iter().any(|word| after.starts_with(word)));
        let cues = &self.codelists.cues;
        placed
            || self.is_where_to(mention)
            || self.is_taken_in(mention)
            || matches!(mention.term, AreaTerm::Named(..)) && self.is_example(mention)
            || self.is_compared(mention)
            || self.is_what_it_is_most_of(mention)
            || cues.aside.iter().any(|word| after.starts_with(word.as_str()))
                && !matches!(mention.term, AreaTerm::Own(AreaLevel::County, _))
    }

    /// Whether a mention only says among whom something is the most so: 是全县最偏远的村, 是泾县最大的安置点.
    fn is_what_it_is_most_of(&self, mention: &AreaMention<'_>) -> bool {
        /// How long what it is the most of is told, in characters.
        const TOLD: usize = 32;
        let before = self.text.get(..mention.range.start).unwrap_or("");
        let after = self.text.get(mention.range.end..).unwrap_or("");
        let after = after.char_indices().nth(TOLD).and_then(|(end, _)| after.get(..end)).unwrap_or(after);
        let kind = after.split(['，', '。', '；']).next().unwrap_or("");
        before.ends_with(['是', '为'])
            && kind.contains('最')
            && kind.contains('的')
            && kind.ends_with(['村', '乡', '镇', '点', '区', '寨', '县', '市', '旗'])
    }

    /// Whether a county is told of as whose trade something has become, or where it has spread: 茶叶已成为泾县的支柱产业，…;
    /// 这一模式已在全县推广，….
    pub(super) fn is_where_it_spread(&self, mention: &AreaMention<'_>) -> bool {
        let before = self.text.get(..mention.range.start).unwrap_or("");
        let after = self.text.get(mention.range.end..).unwrap_or("");
        let trade = after.strip_prefix('的').is_some_and(|what| {
            ["支柱", "主导", "特色", "优势", "富民", "首位", "主要"].iter().any(|word| what.starts_with(word))
        });
        let spread = ["推广", "推开", "铺开", "普及", "遍地开花", "全面推"].iter().any(|word| after.starts_with(word));
        before.ends_with("成为") && trade || before.ends_with('在') && spread
    }

    /// Whether a mention says whose average stands behind it: 延边州同期平均为0.3%, 全地区平均只有13.9%.
    pub(super) fn is_averaged(&self, mention: &AreaMention<'_>, at: usize) -> bool {
        let between = self.text.get(mention.range.end..at).unwrap_or("");
        let link = between.trim_start_matches("同期").strip_prefix("平均").map(|rest| rest.trim_start_matches("水平"));
        !self.is_compared(mention)
            && link.is_some_and(|link| ["为", "是", "达", "达到", "只有", "仅", "仅为", "则为", "还有"].contains(&link))
    }

    /// Whether a mention only says among whom something was first, or ranks: 在全市率先脱贫, 在全省率先创新6个机制.
    pub(super) fn is_rank(&self, mention: &AreaMention<'_>) -> bool {
        let before = self.text.get(..mention.range.start).unwrap_or("");
        let after = self.text.get(mention.range.end..).unwrap_or("");
        let cues = &self.codelists.cues;
        let wide = matches!(mention.term, AreaTerm::Own(AreaLevel::Province | AreaLevel::Nation, _));
        let said = |words: &[String]| words.iter().any(|word| after.starts_with(word.as_str()));
        before.ends_with('在') && (said(&cues.rank) || wide && said(&cues.aside))
    }

    /// Whether a place only says where something goes: 跨区域搬到县城和七星关区8463户, 连接镇区和陡寨村的公路.
    pub(super) fn is_where_to(&self, mention: &AreaMention<'_>) -> bool {
        let before = self.text.get(..mention.range.start).unwrap_or("");
        let towards = &self.codelists.cues.towards;
        let near =
            before.char_indices().rev().nth(EXAMPLES + 2).map_or(before, |(at, _)| before.get(at..).unwrap_or(""));
        towards.is_in(near)
            && towards.iter().any(|word| {
                let between = near.rsplit_once(word).map(|(_, between)| between);
                between.is_some_and(|between| between.chars().all(|ch| ch.is_alphabetic() || ch == '、'))
            })
    }

    /// 某社区吸纳了全县9个乡镇的…: whether a mention says where those are from whom something took in.
    pub(super) fn is_taken_in(&self, mention: &AreaMention<'_>) -> bool {
        let before = self.text.get(..mention.range.start).unwrap_or("");
        let taker = before.strip_suffix('了').unwrap_or(before);
        self.codelists.cues.taken_in.iter().any(|word| taker.ends_with(word.as_str()))
    }

    /// Whether a mention is only what something else is measured against: 居全区首位, 占全市的11.6%, 高于全省.
    pub(super) fn is_compared(&self, mention: &AreaMention<'_>) -> bool {
        let before = self.text.get(..mention.range.start).unwrap_or("");
        // 比全国和全省高出12.55个百分点: the first of the two is what the 比 stands before.
        let first = self
            .mention_before(mention)
            .filter(|first| matches!(self.text.get(first.range.end..mention.range.start), Some("和" | "与" | "、")));
        let than = first.and_then(|first| self.text.get(..first.range.start)).unwrap_or(before);
        // 占全县搬迁总人口12870人的46.7%: they are the county's.
        let whole = before.ends_with('占') && self.has_a_figure_of_its_own(mention);
        !whole
            && ["居", "占", "列", "高于", "低于", "快于", "优于", "好于", "高出", "超出", "跑赢", "赶超", "领跑"]
                .iter()
                .any(|word| before.ends_with(word))
            || than.ends_with('比')
    }

    /// Whether what a share is one of is told right behind the place: 占全县搬迁总人口12870人的46.7%.
    fn has_a_figure_of_its_own(&self, mention: &AreaMention<'_>) -> bool {
        /// So many characters tell it.
        const TOLD: usize = 24;
        let after = self.text.get(mention.range.end..).unwrap_or("");
        let after = after.char_indices().nth(TOLD).and_then(|(end, _)| after.get(..end)).unwrap_or(after);
        let clause = after.split(['，', '。', '；']).next().unwrap_or("");
        let share = clause.rsplit_once('的').filter(|(_, share)| share.starts_with(|ch: char| ch.is_ascii_digit()));
        share.is_some_and(|(whole, _)| whole.contains(|ch: char| ch.is_ascii_digit()))
    }

    /// Whether a mention is one of a list that ends with 等: 高峰村、银坡村等3个安置点.
    pub(super) fn is_example(&self, mention: &AreaMention<'_>) -> bool {
        let after = self.text.get(mention.range.end..).unwrap_or("");
        after.starts_with('等') || after.starts_with('、') && after.chars().take(EXAMPLES).any(|ch| ch == '等')
    }

    /// Whether the place only says where somebody or something is from: 宁乡镇的张师傅.
    pub(super) fn owns_a_noun(&self, mention: &AreaMention<'_>) -> bool {
        self.text.get(mention.range.end..).is_some_and(|rest| rest.starts_with('的'))
    }

    /// Whether a province or nation named earlier gives way to 我们 before the clause's start.
    pub(super) fn is_left_for_us(&self, mention: &AreaMention<'_>, clause_start: usize) -> bool {
        let wide = match &mention.term {
            AreaTerm::Own(level, _) => matches!(level, AreaLevel::Province | AreaLevel::Nation),
            AreaTerm::Listed(name) => name.level == AreaLevel::Province,
            _ => false,
        };
        wide && self.text.get(mention.range.end..clause_start).is_some_and(|between| between.contains("，我们"))
    }

    /// Whether a mention only says whose office somebody holds: 百色市政协副主席、县委书记张三.
    pub(super) fn is_an_office(&self, mention: &AreaMention<'_>) -> bool {
        let after = self.text.get(mention.range.end..).unwrap_or("");
        matches!(mention.term, AreaTerm::Listed(_))
            && self.codelists.cues.office.iter().any(|word| after.starts_with(word.as_str()))
    }

    /// Whether a mention says of which place somebody holds an office besides another one: 白银市副市长、会宁县委书记张三.
    pub(super) fn is_a_second_office(&self, mention: &AreaMention<'_>) -> bool {
        let first = self.mention_before(mention);
        let between = first.and_then(|first| self.text.get(first.range.end..mention.range.start)).unwrap_or("，");
        let held = self.text.get(mention.range.end..).unwrap_or("");
        between.ends_with('、')
            && !between.contains(['，', '。', '；'])
            && first.is_some_and(|first| self.is_an_office(first))
            && held.trim_start_matches(['县', '市', '区', '旗', '州']).starts_with(['委', '长', '政', '人'])
    }
}
