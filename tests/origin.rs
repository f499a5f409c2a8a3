//! Where articles come from: own pages in the manner of papers and web sites, and the samples that come with the program.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot set itself up has failed")]

use countylens::codelist::Codelists;
use countylens::model::{Article, Report, TextEncoding};
use countylens::pipeline::{ReadOptions, read, read_with};

fn report(text: &str) -> Report {
    read(text.as_bytes(), "page.txt", Codelists::builtin()).unwrap()
}

fn titles(report: &Report) -> Vec<&str> {
    report.articles.iter().map(|article| article.title.as_str()).collect()
}

const PAGE: &str = "\
本报讯 （记者 高小明） 2018年3月5日，河谷

县烈士陵园扩建工程举行开工仪式，各界

代表参加。陵园建成后将成为教育基地。

（下转3版）
□ 钱大海 孙小川
本报讯 今年以来，全县食用菌产业快速发

展，建成香菇大棚1200座，带动贫困户增

收。香菇卖到了省城。

 （周小舟）

香菇大棚撑起增收伞

河谷县烈士陵园扩建工程开工
山村新貌山村新貌
";

#[test]
fn torn_off_headlines_go_home() {
    let report = report(PAGE);
    assert_eq!(titles(&report), ["河谷县烈士陵园扩建工程开工", "香菇大棚撑起增收伞"]);
    let [first, second] = report.articles.as_slice() else { panic!("two articles") };
    // The byline after 下转 is the first one's; its dateline named the reporter already.
    assert_eq!(first.author.as_deref(), Some("高小明"));
    assert_eq!(first.date.map(|date| date.to_string()).as_deref(), Some("2018-03-05"));
    assert_eq!(first.continued.as_ref().and_then(|other| other.to.as_deref()), Some("3"));
    assert_eq!(second.author.as_deref(), Some("周小舟"));
    assert_eq!(second.continued, None);
}

const WEB: &str = "\
首页  新闻中心  政务公开  专题  视频
当前位置：首页 > 新闻中心 > 正文

临县多措并举巩固脱贫成果

来源：河谷日报  发布时间：2019-03-02 09:15  作者：张三 李四  浏览次数：1234次  字号：大 中 小  打印

截至2018年底，临县累计退出贫困村311个，贫困发生率降至8.27%。

责任编辑：王五
上一篇：某县投入资金3500万元改善办学条件
分享到：微信 微博
版权所有 临县人民政府 晋ICP备05000000号
";

#[test]
fn a_web_page_around_an_article_is_neither_title_nor_figures() {
    let report = report(WEB);
    assert_eq!(titles(&report), ["临县多措并举巩固脱贫成果"]);
    let figures: Vec<&str> =
        report.observations.iter().map(|observation| observation.quantity.as_written.as_ref()).collect();
    assert_eq!(figures, ["311个", "8.27%"]);
    let Some(Article { newspaper, date, author, .. }) = report.articles.first() else { panic!("an article") };
    assert_eq!(newspaper.as_deref(), Some("河谷日报"));
    assert_eq!(date.map(|date| date.to_string()).as_deref(), Some("2019-03-02"));
    assert_eq!(author.as_deref(), Some("张三 李四"));
}

#[test]
fn an_article_beside_a_headline_is_its_own() {
    let text = "会议对下一步工作作了研究和安排部署，要求全县上下抓\n\n好落实，确保开好局、起好步，以优异的成绩迎接考核。\n\n县委召开常委会议\n李大印主持 “全县贫困发生率降至0.73%，贫困村退出率达\n\n95.9%。”2018年12月11日，评估组进驻临县，全县交上了这\n\n份满意的答卷。";
    let report = report(text);
    assert_eq!(report.articles.len(), 2, "{:?}", report.articles);
    assert_eq!(titles(&report).first(), Some(&"县委召开常委会议"));
    assert!(report.observations.iter().all(|observation| observation.article == 1));
}

#[test]
fn the_samples_have_sensible_titles() {
    let of = |text: &str| titles(&report(text)).into_iter().map(str::to_owned).collect::<Vec<_>>();
    let zhongyang = of(include_str!("../assets/samples/zhongyang-2018.txt"));
    assert_eq!(zhongyang, ["穷帽摘下之后", "我市召开易地扶贫搬迁后续扶持现场会"]);
    let linxian = of(include_str!("../assets/samples/linxian-2019.txt"));
    assert_eq!(linxian, ["元宵节里立军令状", "我市部署深度贫困县摘帽工作"]);
    let jiaokou = of(include_str!("../assets/samples/jiaokou-2018.txt"));
    assert_eq!(jiaokou, ["岁末答卷", "晋绥烈士陵园扩建"]);
}

#[test]
fn the_user_may_choose_the_encoding() {
    let text = "縣扶貧辦負責人表示，貧困發生率降至3.17%，貧困村減至12個。";
    let (bytes, _, _) = encoding_rs::BIG5.encode(text);
    let by_itself = read(&bytes, "a.txt", Codelists::builtin()).unwrap();
    assert_eq!(by_itself.origin.encoding, "Big5");
    let as_gb = ReadOptions { encoding: Some(TextEncoding::Gb18030) };
    let wrong = read_with(&bytes, "a.txt", Codelists::builtin(), as_gb).unwrap();
    assert_eq!((wrong.origin.encoding.as_str(), wrong.origin.encoding_confidence.as_str()), ("gb18030", "chosen"));
}
