//! Reports built by hand from the model's types, so that tests of the comparison and its looks do not depend on how well
//! prose is read.
#![allow(dead_code)] // each test file uses its own part

use std::sync::Arc;

use countylens::codelist::Codelists;
use countylens::model::{
    Area, AreaCode, AreaLevel, Article, Bound, Evidence, Form, IndicatorId, Observation, Origin, PeriodBasis, Quantity,
    Report, Review, SourceText, Span, Status,
};
use countylens::pipeline::{Document, ReadError, ReadOptions};

/// A level of the county, as stated; change what differs.
pub(crate) fn figure(id: usize, indicator: &str, value: &str, unit: &str, period: &str, sentence: &str) -> Observation {
    let as_written = format!("{}{unit}", value.trim_start_matches('-'));
    let start = sentence.find(&as_written).map_or(0, |byte| sentence[..byte].chars().count());
    let area = Area { name: "中阳县".into(), level: AreaLevel::County, code: AreaCode::parse("141129") };
    Observation {
        id,
        article: 0,
        area: Some(area),
        indicator: (!indicator.is_empty()).then(|| IndicatorId::new(indicator)),
        label: "产业发展园区".into(),
        quantity: Quantity {
            value: value.parse().expect("a number"),
            unit: unit.into(),
            bound: Bound::Exact,
            as_written: as_written.as_str().into(),
        },
        period: (!period.is_empty()).then(|| period.parse().expect("a period")),
        period_basis: (!period.is_empty()).then_some(PeriodBasis::Stated),
        status: Status::Actual,
        form: Form::Level,
        rule: "by-hand".into(),
        trace: Arc::default(),
        evidence: Evidence {
            sentence: sentence.into(),
            figure: Span::new(start, start + as_written.chars().count()),
            span: Span::default(),
            sentence_span: Span::default(),
        },
        review: Review::default(),
    }
}

/// `figures` as a report of `name`, all of the county `area`.
pub(crate) fn report(name: &str, title: &str, area: &Area, mut figures: Vec<Observation>) -> Report {
    for figure in &mut figures {
        figure.area = Some(area.clone());
    }
    Report {
        origin: Origin {
            path: name.to_owned(),
            sha256: name.to_owned(),
            encoding: "UTF-8".to_owned(),
            ..Origin::default()
        },
        articles: vec![Article { title: title.to_owned(), ..Article::default() }],
        observations: figures,
        exits: Vec::new(),
        diagnostics: Vec::new(),
    }
}

/// A county.
pub(crate) fn county(name: &str, code: &str) -> Area {
    Area { name: name.into(), level: AreaLevel::County, code: AreaCode::parse(code) }
}

/// What the real page says of 中阳县.
pub(crate) fn zhongyang() -> Report {
    let then = "2014年，全县共有贫困村37个，贫困人口7969户20918人，贫困发生率20.5%。";
    let later = "2017年底，全县贫困村减少至2个，建档立卡贫困户减少至345户714人，贫困发生率降到0.7%。";
    let figures = vec![
        figure(1, "poor_villages", "37", "个", "2014", then),
        figure(2, "poor_population", "20918", "人", "2014", then),
        figure(3, "poverty_incidence", "20.5", "%", "2014", then),
        figure(4, "poor_villages", "2", "个", "2017-12", later),
        figure(5, "poor_population", "714", "人", "2017-12", later),
        figure(6, "poverty_incidence", "0.7", "%", "2017-12", later),
        figure(7, "rural_income_per_capita", "6837", "元", "2018", "2018年，农村居民人均可支配收入6837元。"),
    ];
    report("中阳2018.txt", "党建引领精准扶贫 靶向施策决胜脱贫", &county("中阳县", "141129"), figures)
}

/// What the real page says of 临县.
pub(crate) fn linxian() -> Report {
    let now = "截至2018年底，全县仍有贫困村136个，贫困人口48626名，贫困发生率8.27%。";
    let change = Observation {
        form: Form::Change,
        ..figure(1, "poverty_incidence", "-30.59", "百分点", "/2018-12", "贫困发生率下降30.59百分点。")
    };
    let mut target = figure(5, "poverty_incidence", "1", "%", "2019", "2019年贫困发生率降到1%以下。");
    target.status = Status::Target;
    target.quantity.bound = Bound::Max;
    let figures = vec![
        change,
        figure(2, "poor_villages", "136", "个", "2018-12", now),
        figure(3, "poor_population", "48626", "名", "2018-12", now),
        figure(4, "poverty_incidence", "8.27", "%", "2018-12", now),
        target,
        figure(6, "rural_income_per_capita", "5724", "元", "2018", "2018年农村居民人均可支配收入5724元。"),
        figure(7, "", "100", "个", "2019", "重点培育100个产业发展园区。"),
    ];
    report("临县2019.txt", "临县千名干部誓师决战脱贫", &county("临县", "141124"), figures)
}

/// Stands in for the reader: the file's name says which report it is.
#[allow(clippy::unnecessary_wraps)] // the signature is the real reader's
pub(crate) fn read(_bytes: &[u8], path: &str, _codelists: &Codelists, _: ReadOptions) -> Result<Document, ReadError> {
    let report = if path.contains("zhongyang") { zhongyang() } else { linxian() };
    Ok(Document { report, text: SourceText::default() })
}
