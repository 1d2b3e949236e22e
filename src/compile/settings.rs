//! Stand-in.
use std::collections::BTreeMap;

use crate::model::choice::Lists;
use crate::model::date::Date;
use crate::model::problem::Problem;
use crate::model::settings::Settings;

/// Stand-in.
pub const FILE: &str = "site.toml";

/// Stand-in.
pub fn read(
    _file: Option<&crate::model::source::Source>,
    today: Date,
    _problems: &mut Vec<Problem>,
) -> Settings {
    Settings {
        today,
        title: "Commons".into(),
        tagline: String::new(),
        headline: vec![],
        description: String::new(),
        language: "en".into(),
        base_url: None,
        start_trail: None,
        repository: None,
        content_licence: String::new(),
        code_licence: String::new(),
        verify_every: 365,
        lists: Lists::new(BTreeMap::new()),
    }
}
