//! The map in words: country by country, in each region by region, who stands there and who stands nowhere.

use crate::explore::catalog::{Catalog, Exactness, Facet};
use crate::explore::map::spots::{Spot, Spots};
use crate::explore::numbers::{entries, thousands};
use crate::explore::set::Set;

/// A set, by place.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Twin {
    /// Countries, those with the most entries first.
    pub countries: Vec<Group>,
    /// Who tells no place, rising.
    pub without: Vec<u32>,
}

/// The entries in a country, a region or a town.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// What it is called, within what it is in.
    pub name: String,
    /// All of them, rising: those of its parts too.
    pub rows: Vec<u32>,
    /// Regions and towns in it, those with the most entries first. Who tells only the larger place is in none.
    pub parts: Vec<Group>,
}

impl Twin {
    /// The entries of a set by place.
    pub fn of(catalog: &Catalog, spots: &Spots, set: &Set) -> Twin {
        let mut twin = Twin::default();
        for spot in spots.all() {
            let rows = spot.rows.iter().copied().filter(|row| set.contains(*row));
            let rows: Vec<u32> = rows.collect();
            if spot.exactness == Exactness::Country {
                // Here may stand who names a region that the list of places lacks: each by its own words.
                for row in rows {
                    add(&mut twin.countries, &path(catalog, spot, &[row]), &[row]);
                }
            } else if !rows.is_empty() {
                add(&mut twin.countries, &path(catalog, spot, &spot.rows), &rows);
            }
        }
        twin.without = set
            .iter()
            .filter(|row| spots.of_row(*row).is_none())
            .collect();
        sort(&mut twin.countries);
        twin
    }

    /// How many stand on the map.
    pub fn placed(&self) -> u32 {
        self.countries.iter().map(Group::count).sum()
    }

    /// All in a sentence: `9 of 11 entries are on the map, in 4 countries; 2 tell no place.`
    pub fn summary(&self) -> String {
        let without = count(&self.without);
        let (placed, all) = (self.placed(), self.placed() + without);
        if all == 0 {
            return "No entries, so nothing is on the map.".to_owned();
        }
        if placed == 0 {
            return [&entries(all), ", and none tells a place."].concat();
        }
        let are = if placed == 1 { " is" } else { " are" };
        let whole = if without == 0 && all > 1 { "All " } else { "" };
        let mut words = match without {
            0 => [whole, &entries(all), are].concat(),
            _some => [&thousands(placed), " of ", &entries(all), are].concat(),
        };
        words.push_str(" on the map, in ");
        words.push_str(&match &self.countries[..] {
            [only] => ["one country: ", &only.name].concat(),
            several => [&several.len().to_string(), " countries"].concat(),
        });
        if without > 0 {
            let tell = if without == 1 { " tells" } else { " tell" };
            words.push_str(&["; ", &thousands(without), tell, " no place"].concat());
        }
        words.push('.');
        words
    }
}

impl Group {
    /// How many entries.
    pub fn count(&self) -> u32 {
        count(&self.rows)
    }

    /// In words: `United States: 6 entries, of them in Mississippi 3 (Jackson 2), in California 1 (Oakland 1)`.
    pub fn words(&self) -> String {
        let mut words = [&self.name, ": ", &entries(self.count())].concat();
        let parts = self.parts.iter().map(|part| {
            let figure = thousands(part.count());
            let inner = part.parts.iter();
            let inner = inner.map(|town| [&town.name, " ", &thousands(town.count())].concat());
            let inner: Vec<String> = inner.collect();
            let mut words = ["in ", &part.name, " ", &figure].concat();
            if !inner.is_empty() {
                words.push_str(&[" (", &inner.join(", "), ")"].concat());
            }
            words
        });
        let parts: Vec<String> = parts.collect();
        if !parts.is_empty() {
            words.push_str(&[", of them ", &parts.join(", ")].concat());
        }
        words
    }
}

fn count(rows: &[u32]) -> u32 {
    u32::try_from(rows.len()).unwrap_or(u32::MAX)
}

/// The names of a place from large to small, as far as these rows tell them.
fn path(catalog: &Catalog, spot: &Spot, rows: &[u32]) -> Vec<String> {
    let told = |facet| {
        rows.iter()
            .find_map(move |row| catalog.labels(*row, facet).next())
    };
    let Some(country) = told(Facet::Country) else {
        return vec![spot.name.clone()];
    };
    let within = |name: &str| {
        let suffix = [", ", country].concat();
        name.strip_suffix(&suffix).unwrap_or(name).to_owned()
    };
    let mut path = vec![country.to_owned()];
    path.extend(told(Facet::Region).map(within));
    if spot.exactness >= Exactness::Town {
        path.push(within(&spot.name));
    }
    // A city that is its own region, as Berlin is, or its own country, as Singapore is, is said once.
    path.dedup();
    path
}

fn add(groups: &mut Vec<Group>, path: &[String], rows: &[u32]) {
    let Some((first, rest)) = path.split_first() else {
        return;
    };
    // By name until all are there: thousands of towns are looked up.
    let known = groups.binary_search_by(|group| group.name.cmp(first));
    let at = known.unwrap_or_else(|at| {
        let name = first.clone();
        groups.insert(
            at,
            Group {
                name,
                ..Group::default()
            },
        );
        at
    });
    groups[at].rows.extend_from_slice(rows);
    add(&mut groups[at].parts, rest, rows);
}

/// The most entries first; of as many, by name. In each the rows rise.
fn sort(groups: &mut [Group]) {
    groups.sort_by(|one, other| {
        let by_count = other.rows.len().cmp(&one.rows.len());
        by_count.then_with(|| one.name.cmp(&other.name))
    });
    for group in groups {
        group.rows.sort_unstable();
        sort(&mut group.parts);
    }
}

#[cfg(test)]
mod tests {
    use super::Twin;
    use crate::explore::map::sample::{all, catalog, spots};
    use crate::explore::set::Set;

    fn twin(set: &Set) -> Twin {
        Twin::of(&catalog(), &spots(), set)
    }

    fn check_summary(rows: &[u32], expect: &str) {
        let set = Set::of(11, rows.iter().copied());
        assert_eq!(twin(&set).summary(), expect);
    }

    #[test]
    fn countries_are_told_with_their_regions_and_towns() {
        let twin = twin(&all());
        let words: Vec<String> = twin.countries.iter().map(super::Group::words).collect();
        assert_eq!(
            words,
            [
                "United States: 6 entries, of them in Mississippi 3 (Jackson 2), in California 1 (Oakland 1)",
                "Antarctica: 1 entry",
                "Germany: 1 entry, of them in Berlin 1",
                "Gibraltar: 1 entry",
            ]
        );
        assert_eq!(twin.countries[0].rows, [0, 1, 2, 3, 4, 5]);
        assert_eq!(twin.countries[0].parts[0].parts[0].rows, [0, 1]);
    }

    #[test]
    fn those_without_a_place_are_counted_apart() {
        let twin = twin(&all());
        assert_eq!(twin.without, [9, 10]);
        assert_eq!(twin.placed(), 9);
        check_summary(
            &[0, 1, 6, 9, 10],
            "3 of 5 entries are on the map, in 2 countries; 2 tell no place.",
        );
        check_summary(
            &[0, 9],
            "1 of 2 entries is on the map, in one country: United States; 1 tells no place.",
        );
        check_summary(&[0, 6], "All 2 entries are on the map, in 2 countries.");
        check_summary(
            &[0],
            "1 entry is on the map, in one country: United States.",
        );
        check_summary(&[9, 10], "2 entries, and none tells a place.");
        check_summary(&[], "No entries, so nothing is on the map.");
    }
}
