//! A small catalog made by hand, for tests of this floor.

use crate::explore::catalog::{Catalog, Choices, Exactness, Exchange, Facet, Place, Row};
use crate::model::date::{Date, Edtf};
use crate::model::relation::ALL;

/// The facets of the sketch and their values, written `value` or `value Label`.
const FACETS: [(Facet, &[(&str, &str)]); 13] = [
    (
        Facet::Kind,
        &[("network", "Network"), ("concept", "Concept")],
    ),
    (
        Facet::Approach,
        &[
            ("counter-power", "Counter-power"),
            ("counter-institution", "Counter-institution"),
            ("both", "Both"),
        ],
    ),
    (
        Facet::Domain,
        &[("traditional", "Traditional"), ("digital", "Digital")],
    ),
    (
        Facet::Sector,
        &[
            ("food", "Food"),
            ("housing", "Housing"),
            ("land", "Land"),
            ("labor", "Labor"),
            ("care", "Care"),
        ],
    ),
    (
        Facet::Country,
        &[("DE", "Germany"), ("US", "United States")],
    ),
    (
        Facet::Region,
        &[
            ("Mississippi", "Mississippi"),
            ("Tennessee", "Tennessee"),
            ("Berlin", "Berlin"),
        ],
    ),
    (Facet::Status, &[("active", "Active"), ("ended", "Ended")]),
    (
        Facet::Scale,
        &[("local", "Local"), ("regional", "Regional")],
    ),
    (
        Facet::Governance,
        &[
            ("consensus", "Consensus"),
            ("assembly", "Assembly"),
            ("informal", "Informal"),
            ("unknown", "Unknown"),
        ],
    ),
    (Facet::Tag, &[("bees", "bees")]),
    (Facet::Language, &[("en", "English"), ("de", "German")]),
    (
        Facet::Offers,
        &[("good", "Good"), ("service", "Service"), ("space", "Space")],
    ),
    (
        Facet::Seeks,
        &[("good", "Good"), ("service", "Service"), ("skill", "Skill")],
    ),
];

/// The facets without any row.
pub(crate) fn empty() -> Catalog {
    let mut facets = vec![Choices::default(); FACETS.len()];
    for (choices, (facet, values)) in facets.iter_mut().zip(FACETS) {
        choices.facet = facet;
        choices.label = format!("{facet:?}");
        let values = values.iter();
        choices.values = values
            .map(|(value, label)| ((*value).to_owned(), (*label).to_owned()))
            .collect();
    }
    Catalog {
        title: "Sketch".into(),
        base_url: None,
        today: Date::parse("2026-11-22"),
        facets,
        rows: Vec::new(),
    }
}

/// The facets with these rows.
pub(crate) fn of(rows: Vec<Row>) -> Catalog {
    Catalog { rows, ..empty() }
}

/// The facets with two rows.
pub(crate) fn catalog() -> Catalog {
    of(vec![row("A", "sector=food"), row("B", "sector=food,land")])
}

/// A row by its title (its id is that in small letters) and its facets, `sector=food,land country=US`; active unless a
/// status is given.
pub(crate) fn row(title: &str, facets: &str) -> Row {
    let value_of = |facet: Facet| -> &str {
        let name = format!("{facet:?}").to_lowercase();
        let mut pairs = facets.split(' ').filter_map(|pair| pair.split_once('='));
        let found = pairs
            .find(|(key, _)| *key == name)
            .map(|(_, values)| values);
        found.unwrap_or(if facet == Facet::Status { "active" } else { "" })
    };
    let numbers = |(facet, known): (Facet, &[(&str, &str)])| -> Vec<u16> {
        let values = value_of(facet).split(',');
        let at = |value: &str| {
            let at = known.iter().position(|(known, _)| *known == value);
            let at = at.unwrap_or_else(|| panic!("{facet:?} has no {value}"));
            u16::try_from(at).expect("few values")
        };
        let mut numbers: Vec<u16> = values.filter(|v| !v.is_empty()).map(at).collect();
        numbers.sort_unstable();
        numbers
    };
    Row {
        address: format!("networks/{}/", title.to_lowercase().replace(' ', "-")),
        title: title.to_owned(),
        values: FACETS.map(numbers).to_vec(),
        ..Row::default()
    }
}

/// The row at a town.
pub(crate) fn at(row: Row, name: &str, (lon, lat): (i16, i16)) -> Row {
    let place = Some(Place {
        name: name.to_owned(),
        lon,
        lat,
        exactness: Exactness::Town,
    });
    Row { place, ..row }
}

/// The row with things offered and sought: `offers good: Tools (lend)`, `seeks service: Translators until 2026-12-31`.
pub(crate) fn with(mut row: Row, things: &[&str]) -> Row {
    for text in things {
        let (verb, rest) = text.split_once(' ').expect("offers or seeks");
        let (kind, rest) = rest.split_once(": ").expect("a type");
        let (rest, until) = rest.split_once(" until ").unwrap_or((rest, ""));
        let (title, terms) = rest.split_once(" (").unwrap_or((rest, ""));
        row.exchanges.push(Exchange {
            sought: verb == "seeks",
            title: title.to_owned(),
            kind: kind.to_owned(),
            terms: Some(terms.trim_end_matches(')').to_owned()).filter(|t| !t.is_empty()),
            details_url: None,
            expires: Date::parse(until),
        });
    }
    row
}

/// The row with a relation of this type to another row.
pub(crate) fn tied(mut row: Row, kind: &str, to: u32) -> Row {
    let at = ALL.iter().position(|known| known.name == kind).expect(kind);
    row.relations
        .push((u8::try_from(at).expect("few types"), to));
    row
}

/// The row, ended then.
pub(crate) fn ended(row: Row, date: &str) -> Row {
    Row {
        ended: Edtf::parse(date),
        ..row
    }
}
