//! Every entry of the real content that tells a place has its point on the map.

use std::path::Path;

use commons::compile::{compile, settings};
use commons::explore::catalog::Exactness;
use commons::explore::places::Places;
use commons::model::date::Date;
use commons::model::entry::{Entry, Precision};
use commons::model::source::{Source, Sources};

use crate::world::{DAY_OF_REAL_CONTENT, files, repository};

/// The entries of `content/` by their file.
fn entries() -> Vec<(String, Entry)> {
    let notes = files(&repository().join("content"))
        .into_iter()
        .filter(|(path, _)| Path::new(path).extension().is_some_and(|e| e == "md"))
        .map(|(path, bytes)| Source { path, bytes });
    let sources = Sources {
        notes: notes.collect(),
        ..Sources::default()
    };
    let today = Date::parse(DAY_OF_REAL_CONTENT).expect("a day");
    let (site, _problems) = compile(&sources, &settings::defaults(today));
    let entry =
        |page: &commons::model::site::Page| Some((page.source.clone(), page.entry()?.clone()));
    site.pages.iter().filter_map(entry).collect()
}

/// How exactly an entry should be found, by what it tells.
fn wanted(entry: &Entry) -> Option<Exactness> {
    let precision = if entry.at_risk {
        entry.location_precision.min(Precision::Country)
    } else {
        entry.location_precision
    };
    let (place, region) = (entry.place.is_some(), entry.region.is_some());
    entry.country.as_ref()?;
    match precision {
        Precision::None => None,
        Precision::City | Precision::Exact if place => Some(Exactness::Town),
        Precision::City | Precision::Exact | Precision::Region if region => Some(Exactness::Region),
        Precision::City | Precision::Exact | Precision::Region | Precision::Country => {
            Some(Exactness::Country)
        }
    }
}

#[test]
fn every_place_in_the_content_is_found() {
    let places = Places::read();
    let entries = entries();
    assert!(entries.len() > 200, "the content is not where it was");
    let mut faults = Vec::new();
    for (source, entry) in &entries {
        let found = places.place(entry).map(|place| place.exactness);
        let wanted = wanted(entry);
        let consented = found == Some(Exactness::Exact) && entry.location_consent;
        if found != wanted && !consented {
            faults.push(format!("{source}: {found:?}, not {wanted:?}"));
        }
    }
    assert!(
        faults.is_empty(),
        "{}\n\nsrc/model/geo/README.md says how a place is added\n",
        faults.join("\n")
    );
}
