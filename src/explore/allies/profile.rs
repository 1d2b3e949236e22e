//! A row or a description made ready to be compared: numbers, points on the ball and folded words.

use crate::explore::allies::seeker::{Description, Item};
use crate::explore::allies::town::Towns;
use crate::explore::catalog::{Catalog, Exactness, Facet, Row};
use crate::explore::distance::Spot;
use crate::explore::lookup::{number, value, values};
use crate::explore::meeting::Thing;
use crate::model::entry::Approach;
use crate::model::relation::{ALL, RelationType};

/// Types of relations whose object is a federation of the subject.
const INTO_FEDERATIONS: [&str; 2] = ["member-of", "part-of"];

/// Types of relations between allies.
const BETWEEN_ALLIES: [&str; 2] = ["federated-with", "allied-with"];

/// The value of a list that says that nobody knows.
pub(crate) const UNKNOWN: &str = "unknown";

/// What is compared. Lists of numbers rise.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Profile {
    pub(crate) sectors: Vec<u16>,
    pub(crate) governance: Vec<u16>,
    pub(crate) languages: Vec<u16>,
    pub(crate) scales: Vec<u16>,
    pub(crate) domains: Vec<u16>,
    pub(crate) countries: Vec<u16>,
    pub(crate) regions: Vec<u16>,
    pub(crate) approach: Option<Approach>,
    /// Numbers of towns.
    pub(crate) towns: Vec<u32>,
    /// Where its town is.
    pub(crate) spot: Option<Spot>,
    pub(crate) offers: Vec<Thing>,
    pub(crate) seeks: Vec<Thing>,
    /// Rows that it belongs to.
    pub(crate) federations: Vec<u32>,
    /// Rows that it is allied with.
    pub(crate) allies: Vec<u32>,
}

/// The profiles of all rows.
pub(crate) fn of_rows(catalog: &Catalog, towns: &Towns) -> Vec<Profile> {
    let rows = catalog.rows.iter();
    let mut profiles: Vec<Profile> = rows.map(|row| of_row(catalog, towns, row)).collect();
    for (subject, row) in (0_u32..).zip(&catalog.rows) {
        for (kind, object) in &row.relations {
            if let Some(kind) = ALL.get(usize::from(*kind)) {
                relate(&mut profiles, subject, kind, *object);
            }
        }
    }
    for profile in &mut profiles {
        for list in [&mut profile.federations, &mut profile.allies] {
            list.sort_unstable();
            list.dedup();
        }
    }
    profiles
}

fn relate(profiles: &mut [Profile], subject: u32, kind: &RelationType, object: u32) {
    if INTO_FEDERATIONS.contains(&kind.name) {
        profiles[subject as usize].federations.push(object);
    }
    if BETWEEN_ALLIES.contains(&kind.name)
        && let Some(other) = profiles.get_mut(object as usize)
    {
        other.allies.push(subject);
        profiles[subject as usize].allies.push(object);
    }
}

fn of_row(catalog: &Catalog, towns: &Towns, row: &Row) -> Profile {
    let list = |facet| values(catalog, row, facet).to_vec();
    let approach = values(catalog, row, Facet::Approach).first();
    let approach = approach.and_then(|number| value(catalog, Facet::Approach, *number));
    let place = row.place.as_ref();
    let place = place.filter(|place| place.exactness >= Exactness::Town);
    let exchanged = |sought: bool| {
        let exchanges = row.exchanges.iter().filter(|e| e.sought == sought);
        let thing = exchanges.map(|e| Thing::new(&e.title, &e.kind, e.terms.as_deref()));
        thing.collect()
    };
    Profile {
        sectors: list(Facet::Sector),
        governance: known_governance(catalog, row),
        languages: list(Facet::Language),
        scales: list(Facet::Scale),
        domains: list(Facet::Domain),
        countries: list(Facet::Country),
        regions: list(Facet::Region),
        approach: approach.and_then(Approach::parse),
        towns: towns.of_row(catalog, row).into_iter().collect(),
        spot: place.map(|place| Spot::at(place.lon, place.lat)),
        offers: exchanged(false),
        seeks: exchanged(true),
        federations: Vec::new(),
        allies: Vec::new(),
    }
}

/// What nobody knows of two is nothing in common.
fn known_governance(catalog: &Catalog, row: &Row) -> Vec<u16> {
    let mut ways = values(catalog, row, Facet::Governance).to_vec();
    ways.retain(|way| value(catalog, Facet::Governance, *way) != Some(UNKNOWN));
    ways
}

/// The profile of a description, and what of it the catalog does not know, as a person wrote it.
pub(crate) fn of_description(
    catalog: &Catalog,
    towns: &Towns,
    rows: &[Profile],
    said: &Description,
) -> (Profile, Vec<String>) {
    let mut unknown = Vec::new();
    let mut list = |facet, texts: &[String]| known(catalog, facet, texts, &mut unknown);
    let one = std::slice::from_ref;
    let mut profile = Profile {
        sectors: list(Facet::Sector, &said.sectors),
        governance: list(Facet::Governance, &said.governance),
        languages: list(Facet::Language, one(&said.language)),
        scales: list(Facet::Scale, one(&said.scale)),
        domains: list(Facet::Domain, one(&said.domain)),
        countries: list(Facet::Country, one(&said.country)),
        regions: list(Facet::Region, one(&said.region)),
        approach: Approach::parse(&said.approach),
        offers: things(&said.offers),
        seeks: things(&said.seeks),
        ..Profile::default()
    };
    let is_unknown_country = profile.countries.is_empty() && !said.country.is_empty();
    if !said.place.is_empty() && !is_unknown_country {
        profile.towns = towns.named(&said.place, &profile.countries);
        let placed = rows.iter().find(|row| {
            row.spot.is_some() && crate::explore::allies::overlap::same_town(&profile, row)
        });
        profile.spot = placed.and_then(|row| row.spot);
        if profile.towns.is_empty() {
            unknown.push(said.place.clone());
        }
    }
    (profile, unknown)
}

fn known(catalog: &Catalog, facet: Facet, texts: &[String], unknown: &mut Vec<String>) -> Vec<u16> {
    let mut numbers = Vec::new();
    for text in texts.iter().filter(|text| !text.is_empty()) {
        match number(catalog, facet, text) {
            Some(number) => numbers.push(number),
            None => unknown.push(text.clone()),
        }
    }
    numbers.sort_unstable();
    numbers.dedup();
    numbers
}

fn things(items: &[Item]) -> Vec<Thing> {
    let things = items.iter();
    things
        .map(|item| Thing::new(&item.words, &item.kind, None))
        .collect()
}
