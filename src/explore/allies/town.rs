//! Towns by name: which rows name the same one.

use crate::explore::catalog::{Catalog, Facet, Row};
use crate::explore::lookup::{label, values};
use crate::search::fold::fold;

/// No country is stated.
const NOWHERE: u16 = u16::MAX;

/// All towns of a catalog: name folded, number of the country; sorted. A town's number is its index.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Towns(Vec<(String, u16)>);

impl Towns {
    /// The towns that rows name.
    pub(crate) fn of(catalog: &Catalog) -> Towns {
        let rows = catalog.rows.iter();
        let mut towns: Vec<_> = rows.filter_map(|row| town(catalog, row)).collect();
        towns.sort_unstable();
        towns.dedup();
        Towns(towns)
    }

    /// The town of a row.
    pub(crate) fn of_row(&self, catalog: &Catalog, row: &Row) -> Option<u32> {
        let at = self.0.binary_search(&town(catalog, row)?).ok()?;
        u32::try_from(at).ok()
    }

    /// The towns that a person may mean: those of this name, in one of these countries where some are given.
    pub(crate) fn named(&self, place: &str, countries: &[u16]) -> Vec<u32> {
        let name = fold(place.split(',').next().unwrap_or_default());
        let numbered = (0_u32..).zip(&self.0);
        let meant = numbered.filter(|(_, (town, country))| {
            *town == name && (countries.is_empty() || countries.contains(country))
        });
        meant.map(|(number, _)| number).collect()
    }
}

/// The town of a row, folded, and its country.
fn town(catalog: &Catalog, row: &Row) -> Option<(String, u16)> {
    let country = values(catalog, row, Facet::Country).first().copied();
    let town = fold(name(catalog, row)?);
    (!town.is_empty()).then_some((town, country.unwrap_or(NOWHERE)))
}

/// The name of the town in a row's place: what stands before the country, unless that is the region.
pub(crate) fn name<'a>(catalog: &Catalog, row: &'a Row) -> Option<&'a str> {
    let country = values(catalog, row, Facet::Country).first();
    let country = country.map_or("", |number| label(catalog, Facet::Country, *number));
    // Labels of regions end with the country too.
    let name = without(row.place.as_ref()?.name.as_str(), country);
    let mut regions = values(catalog, row, Facet::Region).iter();
    let is_region =
        regions.any(|number| without(label(catalog, Facet::Region, *number), country) == name);
    (!name.is_empty() && !is_region).then_some(name)
}

/// What stands before the country.
fn without<'a>(name: &'a str, country: &str) -> &'a str {
    let before = name.strip_suffix(country).unwrap_or(name);
    before.trim_end_matches([',', ' '])
}

#[cfg(test)]
mod tests {
    use super::name;
    use crate::explore::catalog::Facet;
    use crate::explore::sketch::{at, of, row};

    #[test]
    fn a_region_is_no_town() {
        let check = |place: &str, region: &str, expect: Option<&str>| {
            let facets = "country=US region=Mississippi";
            let mut catalog = of(vec![at(row("A", facets), place, (0, 0))]);
            let at = catalog.column(Facet::Region).expect("regions");
            for (_, label) in &mut catalog.facets[at].values {
                if label == "Mississippi" {
                    region.clone_into(label);
                }
            }
            assert_eq!(name(&catalog, &catalog.rows[0]), expect, "{place}");
        };
        let full = "Mississippi, United States";
        check("Jackson, United States", full, Some("Jackson"));
        check(full, full, None);
        check(full, "Mississippi", None);
        check("United States", full, None);
    }
}
