//! Which values of a facet an entry has, and what number each gets.

use std::collections::BTreeMap;

use crate::explore::catalog::{Choices, Facet, Row, language};
use crate::model::choice::List;
use crate::model::country;
use crate::model::disclosure::Disclosed;
use crate::model::entry::Approach;
use crate::model::site::{Page, Site, Tag};
use crate::model::slug::Slug;

/// The values of [`Facet::Has`] and [`Facet::Freshness`]: no list of front matter holds them.
const OWN: [(&str, &str, &str); 6] = [
    (
        "offers",
        "Something to offer",
        "It offers something to others.",
    ),
    (
        "seeks",
        "Something it seeks",
        "It looks for something from others.",
    ),
    ("place", "A place on the map", "Its place may be shown."),
    (
        "fresh",
        "Checked lately",
        "Somebody checked it against its sources not too long ago.",
    ),
    (
        "due",
        "Due for another look",
        "Its last check against its sources is too long ago.",
    ),
    (
        "never",
        "Not yet verified",
        "Nobody has checked it against its sources.",
    ),
];

/// A value that occurs: as written, and its label.
pub(super) type Collected = (String, String);

/// The values of `facet` that an entry has.
pub(super) fn values(site: &Site, page: &Page, row: &Row, facet: Facet) -> Vec<Collected> {
    let Some(entry) = page.entry() else {
        return Vec::new();
    };
    let listed = |list, values: &mut dyn Iterator<Item = &str>| -> Vec<Collected> {
        let lists = &site.settings.lists;
        values
            .map(|value| (value.to_owned(), lists.label(list, value).to_owned()))
            .collect()
    };
    let one = |list, value: Option<&str>| listed(list, &mut value.into_iter());
    let many = |list, values: &[String]| listed(list, &mut values.iter().map(String::as_str));
    let told = Disclosed::of(entry);
    match facet {
        Facet::Kind => one(List::Kind, Some(&entry.kind)),
        Facet::Approach => one(List::Approach, entry.approach.map(Approach::value)),
        Facet::Domain => one(List::Domain, entry.domain.as_deref()),
        Facet::Sector => many(List::Sector, &entry.sector),
        Facet::Country => told.country.map(country_value).into_iter().collect(),
        Facet::Region => region(told).into_iter().collect(),
        Facet::Status => one(List::Status, entry.status.as_deref()),
        Facet::Scale => one(List::Scale, entry.scale.as_deref()),
        Facet::Governance => many(List::Governance, &entry.governance),
        Facet::LegalForm => one(List::LegalForm, entry.legal_form.as_deref()),
        Facet::Tag => tags(&page.tags),
        Facet::Language => {
            let tag = page.language.as_ref().unwrap_or(&site.settings.language);
            vec![(tag.clone(), language::name(tag))]
        }
        Facet::Offers => listed(List::ExchangeType, &mut exchanged(row, false)),
        Facet::Seeks => listed(List::ExchangeType, &mut exchanged(row, true)),
        Facet::Has => has(row).into_iter().map(own).collect(),
        Facet::Freshness => vec![own(freshness(site, row))],
    }
}

fn country_value(code: &str) -> Collected {
    (code.to_owned(), country::shown(code).to_owned())
}

/// A region's name alone can mean two: Amazonas is in Brazil, Colombia, Peru and Venezuela.
fn region(told: Disclosed<'_>) -> Option<Collected> {
    let region = told.region?;
    let label = match told.country.map(country::shown) {
        Some(country) => [region, ", ", country].concat(),
        None => region.to_owned(),
    };
    let code = told.country.unwrap_or_default();
    let value = Slug::from_words(&[region, " ", code].concat());
    Some((value.to_string(), label))
}

/// An entry tagged `a/b` has `a` and `a/b`.
fn tags(tags: &[Tag]) -> Vec<Collected> {
    let path = |segments: &[Slug]| {
        let segments: Vec<&str> = segments.iter().map(Slug::as_str).collect();
        let path = segments.join("/");
        (path.clone(), path)
    };
    tags.iter()
        .flat_map(|tag| (1..=tag.segments.len()).map(|depth| path(&tag.segments[..depth])))
        .collect()
}

fn exchanged(row: &Row, sought: bool) -> impl Iterator<Item = &str> {
    let exchanges = row.exchanges.iter();
    exchanges
        .filter(move |exchange| exchange.sought == sought)
        .map(|exchange| exchange.kind.as_str())
}

fn has(row: &Row) -> Vec<&'static str> {
    let offers = row.exchanges.iter().any(|exchange| !exchange.sought);
    let seeks = row.exchanges.iter().any(|exchange| exchange.sought);
    let known = [
        (offers, "offers"),
        (seeks, "seeks"),
        (row.place.is_some(), "place"),
    ];
    let known = known.into_iter().filter(|(has, _)| *has);
    known.map(|(_, value)| value).collect()
}

fn freshness(site: &Site, row: &Row) -> &'static str {
    match (row.verified, row.stale) {
        (None, _) => "never",
        (Some(_), Some(stale)) if site.settings.today >= stale => "due",
        (Some(_), _) => "fresh",
    }
}

fn own(value: &str) -> Collected {
    let known = OWN.iter().find(|(known, _, _)| *known == value);
    let label = known.map_or(value, |(_, label, _)| label);
    (value.to_owned(), label.to_owned())
}

/// The values that occur in their order, and for each row the numbers of its own, rising.
pub(super) fn numbered(
    site: &Site,
    facet: Facet,
    worn: &[Vec<Collected>],
) -> (Choices, Vec<Vec<u16>>) {
    let mut labels: BTreeMap<&str, &str> = BTreeMap::new();
    for (value, label) in worn.iter().flatten() {
        labels.entry(value).or_insert(label);
    }
    let mut sorted: Vec<(&str, &str)> = labels.into_iter().collect();
    sorted.sort_by_cached_key(|(value, label)| (rank(site, facet, value), Slug::from_words(label)));
    // Numbers have two bytes; a site with more tags than that has other troubles.
    sorted.truncate(usize::from(u16::MAX));
    let number_of: BTreeMap<&str, u16> = sorted.iter().map(|(value, _)| *value).zip(0..).collect();
    let numbers = worn.iter().map(|values| {
        let numbers = values.iter();
        let mut numbers: Vec<u16> = numbers
            .filter_map(|(value, _)| number_of.get(value.as_str()).copied())
            .collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers
    });
    let choices = Choices {
        facet,
        label: facet.label().to_owned(),
        meanings: sorted
            .iter()
            .map(|(value, _)| meaning(site, facet, value))
            .collect(),
        values: sorted
            .iter()
            .map(|(value, label)| ((*value).to_owned(), (*label).to_owned()))
            .collect(),
    };
    (choices, numbers.collect())
}

/// Where a value stands in its list; all values of facets without a list stand equal.
fn rank(site: &Site, facet: Facet, value: &str) -> usize {
    let position = match (facet, list(facet)) {
        (_, Some(list)) => {
            let mut choices = site.settings.lists.of(list).iter();
            choices.position(|choice| choice.value == value)
        }
        (Facet::Has | Facet::Freshness, None) => {
            OWN.iter().position(|(known, _, _)| *known == value)
        }
        (_, None) => None,
    };
    position.unwrap_or(usize::MAX)
}

fn meaning(site: &Site, facet: Facet, value: &str) -> String {
    match (facet, list(facet)) {
        (_, Some(list)) => {
            let choice = site.settings.lists.find(list, value);
            choice.map_or_else(String::new, |choice| choice.definition.clone())
        }
        (Facet::Has | Facet::Freshness, None) => {
            let known = OWN.iter().find(|(known, _, _)| *known == value);
            known.map_or_else(String::new, |(_, _, meaning)| (*meaning).to_owned())
        }
        (_, None) => String::new(),
    }
}

/// The list that a facet's values are from.
fn list(facet: Facet) -> Option<List> {
    match facet {
        Facet::Kind => Some(List::Kind),
        Facet::Approach => Some(List::Approach),
        Facet::Domain => Some(List::Domain),
        Facet::Sector => Some(List::Sector),
        Facet::Status => Some(List::Status),
        Facet::Scale => Some(List::Scale),
        Facet::Governance => Some(List::Governance),
        Facet::LegalForm => Some(List::LegalForm),
        Facet::Offers | Facet::Seeks => Some(List::ExchangeType),
        Facet::Country
        | Facet::Region
        | Facet::Tag
        | Facet::Language
        | Facet::Has
        | Facet::Freshness => None,
    }
}
