//! Provinces, prefectures and counties by code and by name, from `assets/codelists/areas.csv`.
//!
//! Only looks up. Which of several places of one name a report means is for `recognize` and `extract` to decide.

use std::collections::HashMap;

use serde::Deserialize;

use crate::model::{AreaCode, AreaLevel};

/// Why a text is no list of areas.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AreaListError {
    /// The text is not the CSV that is expected; the reason names the line.
    #[error("the list of areas cannot be read: {0}")]
    Csv(String),
    /// A code that is not six digits.
    #[error("line {line} of the list of areas: “{code}” is no area code, which has six digits")]
    Code {
        /// Line of the file, from 1.
        line: u64,
        /// What stands there.
        code: String,
    },
    /// A level other than province, city or county.
    #[error("line {line} of the list of areas: the level is province, city or county, not “{level}”")]
    Level {
        /// Line of the file, from 1.
        line: u64,
        /// What stands there.
        level: String,
    },
}

/// One name that one code of GB/T 2260 had for some years.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaRecord {
    /// Six-digit code.
    pub code: AreaCode,
    /// Full official name, for example `紫云苗族布依族自治县`.
    pub name: String,
    /// Name as prose shortens it, for example `紫云`; `None` where a single character would be left.
    pub short_name: Option<String>,
    /// `Province`, `City` or `County`.
    pub level: AreaLevel,
    /// First year that lists it; `None`: before the list begins.
    pub from: Option<u16>,
    /// Last year that lists it; `None`: still in force.
    pub to: Option<u16>,
}

impl AreaRecord {
    /// Whether the name was in force in `year`.
    pub fn in_force(&self, year: u16) -> bool {
        self.from.is_none_or(|from| from <= year) && self.to.is_none_or(|to| year <= to)
    }
}

/// All areas, indexed by code, name and short name.
#[derive(Debug, Clone, Default)]
pub struct AreaList {
    /// Sorted by code; the names of one code from the latest to the earliest.
    records: Vec<AreaRecord>,
    by_name: HashMap<String, Vec<usize>>,
    by_short_name: HashMap<String, Vec<usize>>,
}

impl AreaList {
    /// Reads CSV with the header `code,name,level,from,to,short`, lines in any order.
    pub fn parse(csv_text: &str) -> Result<Self, AreaListError> {
        let mut reader = csv::Reader::from_reader(csv_text.as_bytes());
        let mut records = Vec::new();
        for (line, row) in (2..).zip(reader.deserialize()) {
            let row: Row = row.map_err(|error| AreaListError::Csv(error.to_string()))?;
            records.push(row.into_record(line)?);
        }
        records.sort_by_key(|record| (record.code, std::cmp::Reverse(record.to.unwrap_or(u16::MAX))));

        let mut list = Self { records, ..Self::default() };
        for (index, record) in list.records.iter().enumerate() {
            list.by_name.entry(record.name.clone()).or_default().push(index);
            if let Some(short_name) = &record.short_name {
                list.by_short_name.entry(short_name.clone()).or_default().push(index);
            }
        }
        for found in list.by_name.values_mut().chain(list.by_short_name.values_mut()) {
            found.sort_by_key(|&index| (list.records[index].to.is_some(), list.records[index].code));
        }
        Ok(list)
    }

    /// The area with `code`: its latest name where it had several.
    pub fn by_code(&self, code: AreaCode) -> Option<&AreaRecord> {
        let index = self.records.partition_point(|record| record.code < code);
        self.records.get(index).filter(|record| record.code == code)
    }

    /// The areas with the full name `name`: those in force first, then by code.
    ///
    /// Several where places share a name (鼓楼区) or a place changed its code.
    pub fn by_name(&self, name: &str) -> Vec<&AreaRecord> {
        self.found(&self.by_name, name)
    }

    /// The areas that prose may call `short_name` (中阳, 紫云): those in force first, then by code.
    ///
    /// Several where a county and its prefecture share it (恩施) or a county became a city (神木).
    pub fn by_short_name(&self, short_name: &str) -> Vec<&AreaRecord> {
        self.found(&self.by_short_name, short_name)
    }

    /// The prefecture of a county, the province of a prefecture or of a directly governed county; `None` for a province.
    pub fn parent(&self, record: &AreaRecord) -> Option<&AreaRecord> {
        let prefecture = (record.level == AreaLevel::County).then(|| self.by_code(record.code.prefecture())).flatten();
        let province = || (record.level != AreaLevel::Province).then(|| self.by_code(record.code.province())).flatten();
        prefecture.or_else(province)
    }

    /// Every record, by code.
    pub fn records(&self) -> impl Iterator<Item = &AreaRecord> {
        self.records.iter()
    }

    fn found(&self, index: &HashMap<String, Vec<usize>>, key: &str) -> Vec<&AreaRecord> {
        index.get(key).into_iter().flatten().filter_map(|&at| self.records.get(at)).collect()
    }
}

/// A line of the file.
#[derive(Deserialize)]
struct Row {
    code: String,
    name: String,
    level: String,
    from: Option<u16>,
    to: Option<u16>,
    short: Option<String>,
}

impl Row {
    fn into_record(self, line: u64) -> Result<AreaRecord, AreaListError> {
        let level = match self.level.as_str() {
            "province" => AreaLevel::Province,
            "city" => AreaLevel::City,
            "county" => AreaLevel::County,
            _ => return Err(AreaListError::Level { line, level: self.level }),
        };
        let Some(code) = AreaCode::parse(&self.code) else {
            return Err(AreaListError::Code { line, code: self.code });
        };
        let short_name = self.short.filter(|short| !short.is_empty());
        Ok(AreaRecord { code, name: self.name, short_name, level, from: self.from, to: self.to })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> AreaList {
        AreaList::parse(include_str!("../../assets/codelists/areas.csv")).unwrap()
    }

    fn codes(found: &[&AreaRecord]) -> Vec<String> {
        found.iter().map(|record| record.code.to_string()).collect()
    }

    fn lineage(list: &AreaList, name: &str) -> Vec<String> {
        let first = list.by_name(name).into_iter().next();
        std::iter::successors(first, |record| list.parent(record)).map(|record| record.name.clone()).collect()
    }

    #[test]
    fn counties_of_the_sample_reports_have_their_codes() {
        let list = list();
        for (name, code) in [
            ("山西省", "140000"),
            ("吕梁市", "141100"),
            ("中阳县", "141129"),
            ("兴县", "141123"),
            ("临县", "141124"),
            ("交口县", "141130"),
        ] {
            assert_eq!(codes(&list.by_name(name)), [code], "{name}");
            assert_eq!(list.by_code(AreaCode::parse(code).unwrap()).unwrap().name, name);
        }
    }

    #[test]
    fn short_names_lose_the_kind_of_place_and_the_peoples() {
        let list = list();
        for (short, name) in [
            ("中阳", "中阳县"),
            ("紫云", "紫云苗族布依族自治县"),
            ("东乡", "东乡族自治县"),
            ("鄂伦春", "鄂伦春自治旗"),
            ("前郭尔罗斯", "前郭尔罗斯蒙古族自治县"),
            ("神农架", "神农架林区"),
            ("碑林", "碑林区"),
            ("内蒙古", "内蒙古自治区"),
            ("新疆", "新疆维吾尔自治区"),
            ("香港", "香港特别行政区"),
        ] {
            assert!(list.by_short_name(short).iter().any(|record| record.name == name), "{short}");
        }
        let enshi: Vec<_> = list.by_short_name("恩施").iter().map(|record| record.name.clone()).collect();
        assert_eq!(enshi, ["恩施土家族苗族自治州", "恩施市"]);
    }

    #[test]
    fn one_character_is_no_short_name() {
        assert!(list().by_short_name("兴").is_empty());
        assert_eq!(list().by_name("兴县")[0].short_name, None);
    }

    #[test]
    fn shared_names_give_every_place() {
        let list = list();
        assert_eq!(list.by_name("鼓楼区").len(), 4);
        assert_eq!(codes(&list.by_name("永和县")), ["141032"]);
        assert!(list.by_name("没有县").is_empty());
    }

    #[test]
    fn former_names_still_resolve_and_know_their_years() {
        let list = list();
        let shenmu = list.by_short_name("神木");
        assert_eq!(codes(&shenmu), ["610881", "610821"], "the city in force first, then the former county");
        assert_eq!((shenmu[0].from, shenmu[1].to), (Some(2017), Some(2016)));
        assert!(shenmu[1].in_force(2014) && !shenmu[0].in_force(2014) && shenmu[0].in_force(2020));

        assert_eq!(list.by_name("密云县")[0].to, Some(2015));
        assert_eq!(list.by_name("襄樊市")[0].code, list.by_name("襄阳市")[0].code);
        assert_eq!(list.by_code(AreaCode::parse("420600").unwrap()).unwrap().name, "襄阳市");
    }

    #[test]
    fn parents_lead_to_the_province() {
        let list = list();
        assert_eq!(lineage(&list, "中阳县"), ["中阳县", "吕梁市", "山西省"]);
        assert_eq!(lineage(&list, "济源市"), ["济源市", "河南省"]);
        assert_eq!(lineage(&list, "密云区"), ["密云区", "北京市"]);
        assert_eq!(lineage(&list, "昌都县"), ["昌都县", "昌都地区", "西藏自治区"]);
        assert_eq!(lineage(&list, "山西省"), ["山西省"]);
    }

    #[test]
    fn every_area_but_a_province_lies_in_one() {
        let list = list();
        for record in list.records() {
            let root = std::iter::successors(Some(record), |record| list.parent(record)).last().unwrap();
            assert_eq!(root.level, AreaLevel::Province, "{}", record.name);
            assert!(record.from.unwrap_or(0) <= record.to.unwrap_or(u16::MAX), "{}", record.name);
        }
        let count = |level| list.records().filter(|record| record.level == level && record.to.is_none()).count();
        assert_eq!((count(AreaLevel::Province), count(AreaLevel::City), count(AreaLevel::County)), (34, 333, 2847));
    }

    #[test]
    fn headings_of_the_code_list_are_no_places() {
        let list = list();
        for heading in ["市辖区", "县", "省直辖县级行政区划", "石家庄高新技术产业开发区"] {
            assert!(list.by_name(heading).is_empty(), "{heading}");
        }
    }

    #[test]
    fn a_damaged_list_says_where() {
        let parse = |line: &str| AreaList::parse(&format!("code,name,level,from,to,short\n{line}\n")).unwrap_err();
        assert_eq!(parse("14112,中阳县,county,,,中阳"), AreaListError::Code { line: 2, code: "14112".into() });
        assert_eq!(parse("141129,中阳县,town,,,中阳"), AreaListError::Level { line: 2, level: "town".into() });
        assert!(matches!(parse("141129,中阳县"), AreaListError::Csv(_)));
    }
}
