//! Exports: every entry as a row of `data/entries.csv` and as an object of `data/entries.json`.

use crate::explore::detail;
use crate::explore::export::csv::csv;
use crate::explore::export::{Set, Taken};
use crate::view::Artifact;
use crate::view::edition::Edition;

/// Where the file with all details stands.
pub(crate) const DETAILS: &str = "data/entries.json";

/// Both files.
pub(crate) fn exports(edition: &Edition<'_>) -> Vec<Artifact> {
    let settings = &edition.site.settings;
    let details = detail::details(edition.site);
    let entries = details.iter();
    let set = Set {
        site: &settings.title,
        base_url: settings
            .base_url
            .as_ref()
            .map(crate::model::url::Url::as_str),
        entries: entries
            .map(|detail| Taken {
                detail,
                place: None,
            })
            .collect(),
    };
    vec![
        artifact("data/entries.csv", csv(&set)),
        artifact(DETAILS, detail::write(&set.details())),
    ]
}

fn artifact(path: &str, text: String) -> Artifact {
    Artifact {
        path: path.to_owned(),
        bytes: text.into_bytes(),
    }
}
