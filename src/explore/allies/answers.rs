//! What a person who describes herself can choose from, and what of a written description is not among it.

use crate::explore::allies::profile::UNKNOWN;
use crate::explore::allies::seeker::Description;
use crate::explore::allies::town;
use crate::explore::catalog::{Catalog, Exactness, Facet};
use crate::explore::lookup::{number, value, values};

/// A value and its label.
pub type Answer = (String, String);

/// An answer and what it means; empty where nobody said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explained {
    /// The answer.
    pub answer: Answer,
    /// What it means, in a sentence.
    pub meaning: String,
}

/// The values of a facet that entries have, but what says that nobody knows.
pub fn answers(catalog: &Catalog, facet: Facet) -> Vec<Explained> {
    let choices = catalog.column(facet).map(|column| &catalog.facets[column]);
    let values = choices.into_iter().flat_map(|choices| {
        let meanings = choices.meanings.iter().map(String::as_str);
        let meanings = meanings.chain(std::iter::repeat(""));
        choices.values.iter().zip(meanings)
    });
    let known = values.filter(|((value, _), _)| value != UNKNOWN);
    known
        .map(|(answer, meaning)| Explained {
            answer: answer.clone(),
            meaning: meaning.to_owned(),
        })
        .collect()
}

/// The regions of a country; of all where none is named.
pub fn regions(catalog: &Catalog, country: &str) -> Vec<Answer> {
    let country = number(catalog, Facet::Country, country);
    let rows = catalog.rows.iter();
    let rows = rows.filter(|row| is_in(values(catalog, row, Facet::Country), country));
    let mut numbers: Vec<u16> = rows
        .flat_map(|row| values(catalog, row, Facet::Region))
        .copied()
        .collect();
    numbers.sort_unstable();
    numbers.dedup();
    let all = answers(catalog, Facet::Region);
    let regions = numbers.iter().filter_map(|at| all.get(usize::from(*at)));
    regions.map(|region| region.answer.clone()).collect()
}

/// The towns of a country by name; of all where none is named.
pub fn towns(catalog: &Catalog, country: &str) -> Vec<String> {
    let country = number(catalog, Facet::Country, country);
    let rows = catalog.rows.iter().filter(|row| {
        let place = row.place.as_ref();
        place.is_some_and(|place| place.exactness >= Exactness::Town)
            && is_in(values(catalog, row, Facet::Country), country)
    });
    let mut towns: Vec<String> = rows
        .filter_map(|row| town::name(catalog, row))
        .map(str::to_owned)
        .collect();
    towns.sort_unstable();
    towns.dedup();
    towns
}

fn is_in(countries: &[u16], country: Option<u16>) -> bool {
    country.is_none_or(|country| countries.contains(&country))
}

/// The description with the values of lists as the catalog writes them, and what of it the catalog does not know.
///
/// A town may be any: it says so itself where nobody is there.
pub fn known(catalog: &Catalog, said: &Description) -> (Description, Vec<String>) {
    let mut unknown = Vec::new();
    let mut known = said.tidied();
    for (facet, list) in [
        (Facet::Sector, &mut known.sectors),
        (Facet::Governance, &mut known.governance),
    ] {
        list.retain_mut(|text| is_known(catalog, facet, text, &mut unknown));
    }
    for (facet, text) in [
        (Facet::Country, &mut known.country),
        (Facet::Region, &mut known.region),
        (Facet::Language, &mut known.language),
        (Facet::Scale, &mut known.scale),
        (Facet::Domain, &mut known.domain),
        (Facet::Approach, &mut known.approach),
    ] {
        if !text.is_empty() && !is_known(catalog, facet, text, &mut unknown) {
            text.clear();
        }
    }
    (known.tidied(), unknown)
}

/// Whether the catalog has this value; it is then written as there.
fn is_known(catalog: &Catalog, facet: Facet, text: &mut String, unknown: &mut Vec<String>) -> bool {
    let number = number(catalog, facet, text);
    let known = number.and_then(|number| value(catalog, facet, number));
    match known.filter(|known| *known != UNKNOWN) {
        Some(known) => known.clone_into(text),
        None => unknown.push(text.clone()),
    }
    known.is_some_and(|known| known != UNKNOWN)
}

#[cfg(test)]
mod tests {
    use super::{answers, known, regions, towns};
    use crate::explore::allies::seeker::{Description, Seeker};
    use crate::explore::catalog::{Catalog, Facet};
    use crate::explore::sketch::{at, of, row};

    fn catalog() -> Catalog {
        of(vec![
            at(
                row(
                    "A",
                    "country=US region=Mississippi sector=food governance=unknown",
                ),
                "Jackson, United States",
                (-9018, 3230),
            ),
            at(
                row("B", "country=DE region=Berlin governance=consensus"),
                "Potsdam, Germany",
                (1306, 5240),
            ),
            at(row("C", "country=DE"), "Germany", (1000, 5100)),
        ])
    }

    fn check(text: &str, expect: &str, unknown: &[&str]) {
        let Seeker::Described(said) = Seeker::read(text) else {
            panic!("{text} describes nobody");
        };
        let (described, not_known): (Description, Vec<String>) = known(&catalog(), &said);
        assert_eq!(Seeker::Described(Box::new(described)).write(), expect);
        assert_eq!(not_known, unknown, "{text}");
    }

    #[test]
    fn what_the_catalog_knows_is_written_as_there() {
        check(
            "sector=FOOD&country=united+states",
            "sector=food&country=US",
            &[],
        );
        check("place=Atlantis", "place=Atlantis", &[]);
    }

    #[test]
    fn what_it_does_not_know_is_left_out_and_told() {
        check(
            "sector=food,telepathy&scale=cosmic",
            "sector=food",
            &["telepathy", "cosmic"],
        );
        check("governance=unknown", "", &["unknown"]);
    }

    #[test]
    fn places_are_those_of_the_country() {
        let catalog = catalog();
        assert_eq!(towns(&catalog, ""), ["Jackson", "Potsdam"]);
        assert_eq!(towns(&catalog, "US"), ["Jackson"]);
        let names = |country: &str| -> Vec<String> {
            let regions = regions(&catalog, country).into_iter();
            regions.map(|(_, label)| label).collect()
        };
        assert_eq!(names("DE"), ["Berlin"]);
        assert_eq!(names("").len(), 2, "only where somebody is");
    }

    #[test]
    fn that_nobody_knows_is_no_answer() {
        let ways = answers(&catalog(), Facet::Governance);
        let values: Vec<_> = ways.iter().map(|way| way.answer.0.as_str()).collect();
        assert_eq!(values, ["consensus", "assembly", "informal"]);
    }
}
