//! Where an entry stands on the map: what it tells of its place, looked up in the bundled list of places.
//!
//! Native in use: the build resolves places once and the catalog carries the points, so that the list never reaches a
//! browser. The rules are those of `src/model/geo/README.md`. Entry point: [`Places::place`].

mod table;

use crate::explore::catalog::{Exactness, Place};
use crate::model::disclosure::Disclosed;
use crate::model::entry::{Entry, Geo, Precision};

pub use table::{Country, Point};

use table::{Region, Town};

/// What a page that shows a point of this list has to say, as its licence asks.
pub const CREDIT: &str = "Places: GeoNames, CC BY 4.0";

/// Where the list comes from.
pub const CREDIT_URL: &str = "https://www.geonames.org";

/// The licence of the list.
pub const LICENCE_URL: &str = "https://creativecommons.org/licenses/by/4.0/";

/// The bundled list of countries, regions and towns.
#[derive(Debug, Clone)]
pub struct Places {
    /// Sorted by code.
    countries: Vec<Country>,
}

impl Places {
    /// Reads the bundled list. Once for a build: it has some seven thousand lines.
    pub fn read() -> Places {
        Places {
            countries: table::read(table::TEXT),
        }
    }

    /// The country with this code.
    pub fn country(&self, code: &str) -> Option<&Country> {
        let found = self
            .countries
            .binary_search_by(|country| country.code.cmp(code));
        found.ok().map(|index| &self.countries[index])
    }

    /// All countries, sorted by code.
    pub fn countries(&self) -> &[Country] {
        &self.countries
    }

    /// Where `entry` stands, never finer than it may be told; nothing where it asks for that or names no country.
    pub fn place(&self, entry: &Entry) -> Option<Place> {
        let told = Disclosed::of(entry);
        let (at, exactness) = consented(told).or_else(|| self.named(told))?;
        Some(Place {
            name: told.in_short().unwrap_or_else(|| in_words(at)),
            lon: at.lon,
            lat: at.lat,
            exactness,
        })
    }

    /// The town, or else the region, or else the country that is told of.
    fn named(&self, told: Disclosed<'_>) -> Option<(Point, Exactness)> {
        let country = self.country(told.country?)?;
        let regions = told.region.map(|name| country.regions_named(name));
        let town = told
            .place
            .and_then(|name| town(country, name, regions.as_deref()));
        let region = regions.iter().flatten().next();
        Some(match (town, region) {
            (Some(town), _) => (town.at, Exactness::Town),
            (None, Some(region)) => (region.at, Exactness::Region),
            (None, None) => (country.at, Exactness::Country),
        })
    }
}

/// The coordinates of those who show their door to everybody. At the precision of a city the town stands for them.
fn consented(told: Disclosed<'_>) -> Option<(Point, Exactness)> {
    let geo = told.geo.filter(|_| told.precision == Precision::Exact)?;
    point(geo).map(|at| (at, Exactness::Exact))
}

fn point(geo: &Geo) -> Option<Point> {
    Some(Point {
        lon: table::hundredths(&geo.lon, 180)?,
        lat: table::hundredths(&geo.lat, 90)?,
    })
}

/// The largest town of that name in the regions told of. Where the list knows no such region, the name decides only if no
/// other town has it.
fn town<'a>(country: &'a Country, name: &str, regions: Option<&[&Region]>) -> Option<&'a Town> {
    let mut named = country.towns_named(name).into_iter();
    match regions {
        None => named.next(),
        Some([]) => named.next().filter(|_| named.next().is_none()),
        Some(regions) => {
            named.find(|town| regions.iter().any(|region| region.number == town.number))
        }
    }
}

/// Coordinates as people write them, for those who give these alone: `32.30° N, 90.18° W`.
fn in_words(at: Point) -> String {
    let side = |value: i16, sides: [&str; 2]| {
        let side = sides[usize::from(value < 0)];
        let value = value.unsigned_abs();
        format!("{}.{:02}° {side}", value / 100, value % 100)
    };
    format!("{}, {}", side(at.lat, ["N", "S"]), side(at.lon, ["E", "W"]))
}

#[cfg(test)]
mod tests {
    use super::Places;
    use crate::model::entry::{Entry, Geo, Precision};

    /// `town/region/country`, each may be empty.
    fn told(words: &str) -> Entry {
        let mut parts = words
            .split('/')
            .map(|part| (!part.is_empty()).then(|| part.to_owned()));
        Entry {
            place: parts.next().flatten(),
            region: parts.next().flatten(),
            country: parts.next().flatten(),
            ..Entry::default()
        }
    }

    fn shown(entry: &Entry) -> String {
        Places::read()
            .place(entry)
            .map_or("nowhere".into(), |place| {
                format!(
                    "{:?} {} {}: {}",
                    place.exactness, place.lat, place.lon, place.name
                )
            })
    }

    fn check(words: &str, expect: &str) {
        assert_eq!(shown(&told(words)), expect, "{words}");
    }

    fn check_precision(precision: Precision, at_risk: bool, expect: &str) {
        let entry = Entry {
            location_precision: precision,
            at_risk,
            geo: Some(Geo {
                lat: "32.29876".into(),
                lon: "-90.18481".into(),
            }),
            location_consent: true,
            ..told("Jackson/Mississippi/US")
        };
        assert_eq!(shown(&entry), expect);
    }

    #[test]
    fn a_town_is_found_in_its_region_or_by_its_name_alone() {
        check(
            "Jackson/Mississippi/US",
            "Town 3230 -9018: Jackson, United States",
        );
        check("Jackson//US", "Town 3230 -9018: Jackson, United States");
    }

    #[test]
    fn of_namesakes_the_region_decides_and_else_the_largest_is_meant() {
        check(
            "Springfield/Illinois/US",
            "Town 3980 -8964: Springfield, United States",
        );
        check(
            "Springfield/Massachusetts/US",
            "Town 4210 -7259: Springfield, United States",
        );
        check(
            "Springfield//US",
            "Town 3722 -9330: Springfield, United States",
        );
    }

    #[test]
    fn a_town_is_not_looked_for_in_another_region() {
        check(
            "Jackson/Alaska/US",
            "Region 6190 -15160: Jackson, United States",
        );
    }

    #[test]
    fn in_an_unknown_region_a_name_decides_only_if_it_is_the_only_one() {
        check(
            "Springfield/Utopia/US",
            "Country 3890 -10280: Springfield, United States",
        );
        check(
            "Jackson/Utopia/US",
            "Town 3230 -9018: Jackson, United States",
        );
    }

    #[test]
    fn other_spellings_and_other_names_are_the_same_town() {
        check("zurich//CH", "Town 4737 855: zurich, Switzerland");
        check("Zürich//CH", "Town 4737 855: Zürich, Switzerland");
        check("Sao Paulo//BR", "Town -2355 -4664: Sao Paulo, Brazil");
    }

    #[test]
    fn what_the_list_lacks_falls_back_to_what_it_has() {
        check(
            "Smallville/Mississippi/US",
            "Region 3260 -8970: Smallville, United States",
        );
        check(
            "/Mississippi/US",
            "Region 3260 -8970: Mississippi, United States",
        );
        check(
            "Atlantis//US",
            "Country 3890 -10280: Atlantis, United States",
        );
        check("//US", "Country 3890 -10280: United States");
        check("Jackson/Mississippi/", "nowhere");
        check("Jackson//ZZ", "nowhere");
        check("", "nowhere");
    }

    #[test]
    fn nothing_finer_than_the_precision_is_shown() {
        let jackson = "Town 3230 -9018: Jackson, United States";
        let exact = "Exact 3230 -9018: Jackson, United States";
        check_precision(Precision::Exact, false, exact);
        check_precision(Precision::City, false, jackson);
        let region = "Region 3260 -8970: Mississippi, United States";
        check_precision(Precision::Region, false, region);
        let country = "Country 3890 -10280: United States";
        check_precision(Precision::Country, false, country);
        check_precision(Precision::None, false, "nowhere");
    }

    #[test]
    fn those_at_risk_stand_in_the_middle_of_their_country_or_nowhere() {
        let country = "Country 3890 -10280: United States";
        for precision in [
            Precision::Exact,
            Precision::City,
            Precision::Region,
            Precision::Country,
        ] {
            check_precision(precision, true, country);
        }
        check_precision(Precision::None, true, "nowhere");
    }

    #[test]
    fn coordinates_alone_are_named_by_themselves() {
        let entry = Entry {
            location_precision: Precision::Exact,
            location_consent: true,
            geo: Some(Geo {
                lat: "-1.005".into(),
                lon: ".5".into(),
            }),
            ..Entry::default()
        };
        assert_eq!(shown(&entry), "Exact -101 50: 1.01° S, 0.50° E");
    }
}
