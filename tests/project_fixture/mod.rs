//! A project as a person might have made it: two sources, one of them embedded, corrections of every kind, some undone.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses its own part; a fixture that fails is a failure"
)]

use countylens::codelist::Codelists;
use countylens::compare::{AreaKey, Arrangement, RowFilter, RowOrder, Subject};
use countylens::locale::{LandUnit, NumberStyle};
use countylens::model::{Action, AreaCode, Facts, IndicatorId, Origin, SourceId};
use countylens::pipeline::{ReadOptions, read_document};
use countylens::project::{PlotWindow, ProjectDocument, ProjectSource, SourceBytes, TableSettings, ViewSettings};
use countylens::review::{History, anchor_of};

const TEXT: &str = "中阳县2018年工作报告\n2014年，全县共有贫困村37个，贫困发生率20.5%。\n2017年底，全县贫困村减少至2个，贫困\n发生率降到0.7%。\n";

/// The project; `note` is a reason in its history, so that two of them can be told apart.
pub(crate) fn project(note: &str) -> ProjectDocument {
    let document = read_document(TEXT.as_bytes(), "a.txt", Codelists::builtin(), ReadOptions::default()).unwrap();
    let figures = &document.report.observations;
    let mut history = History::default();
    for (index, figure) in figures.iter().enumerate() {
        let from = Box::new(Facts::of(figure));
        let to = Box::new(Facts { period: "2016-12".parse().ok(), ..(*from).clone() });
        let action = match index % 4 {
            0 => Action::Accept,
            1 => Action::Correct { from, to },
            2 => Action::Reject,
            _ => Action::Reset,
        };
        history.record(jiff::Timestamp::UNIX_EPOCH, note, [(SourceId(1), anchor_of(figures, figure), action)]);
    }
    assert!(history.undo().is_some() && history.undo().is_some());
    let source = |id: u32, bytes: &[u8]| ProjectSource {
        id: SourceId(id),
        name: "a.txt".to_owned(),
        open: true,
        path: Some("/nowhere/a.txt".to_owned()),
        relative: Some("../a.txt".to_owned()),
        sha256: Origin::sha256_of(bytes),
        encoding: None,
        contents: Some(SourceBytes(bytes.into())),
    };
    let zhongyang = AreaCode::parse("141129").map(AreaKey::Code);
    ProjectDocument {
        embed: true,
        sources: vec![source(1, TEXT.as_bytes()), source(7, &[0xd6, 0xd0, 0xd1, 0xf4])],
        view: view([zhongyang, None]),
        history,
        ..ProjectDocument::default()
    }
}

/// Every setting is another one than at the start.
fn view(chosen: [Option<AreaKey>; 2]) -> ViewSettings {
    let villages = Subject::Indicator(IndicatorId::new("poor_villages"));
    let rows = Arrangement {
        filters: [RowFilter::BothStated].into(),
        order: RowOrder::Difference,
        descending: true,
        pinned: vec![villages.clone()],
        hidden: [Subject::Label("合作社".into())].into(),
        moved: vec![villages.clone()],
        years: [(villages, true)].into(),
        without_derived: true,
    };
    let table = TableSettings {
        numbers: Some(NumberStyle::Plain),
        land: LandUnit::Mu,
        rows,
        widths: vec![3000, 2000, 2000, 2000, 1000],
    };
    ViewSettings {
        chosen,
        pane: "history".to_owned(),
        window: Some(PlotWindow { years: [2500, 7000], values: [0, 10_000] }),
        table,
        ..ViewSettings::default()
    }
}
