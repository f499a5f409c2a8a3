//! Indicators, areas and units, read from `assets/codelists`: vocabulary is data, not code.

mod areas;

pub use areas::{AreaList, AreaListError, AreaRecord};

use crate::model::{Indicator, IndicatorGroup, IndicatorId};

/// Everything the reader and the tables look up.
#[derive(Debug, Clone)]
pub struct Codelists {
    /// The catalogue of indicators, in table order.
    pub groups: Vec<IndicatorGroup>,
}

impl Codelists {
    /// The lists that come with the program.
    pub fn builtin() -> &'static Self {
        todo!()
    }

    /// The catalogue's entry for `id`.
    pub fn indicator(&self, id: &IndicatorId) -> Option<&Indicator> {
        self.groups.iter().flat_map(|group| &group.indicators).find(|entry| entry.id == *id)
    }
}
