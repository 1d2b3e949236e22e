//! The built-in lists of allowed values: labels and one-sentence definitions.

use std::collections::BTreeMap;

use crate::model::choice::Lists;

/// This project's defaults.
pub fn built_in() -> Lists {
    Lists::new(BTreeMap::new())
}
