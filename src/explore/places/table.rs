//! `places.tsv` as values. Its grammar stands in `src/model/geo/README.md`.

use crate::search::fold::fold;

/// The list itself.
pub(super) const TEXT: &str = include_str!("../../model/geo/places.tsv");

/// A country with what is known in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2, upper case.
    pub code: &'static str,
    /// Its middle.
    pub at: Point,
    pub(super) regions: Vec<Region>,
    /// The largest first.
    pub(super) towns: Vec<Town>,
}

/// Degrees in hundredths.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Point {
    /// East.
    pub lon: i16,
    /// North.
    pub lat: i16,
}

/// A region of a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Region {
    pub(super) number: &'static str,
    names: Vec<String>,
    pub(super) at: Point,
}

/// A town of a country.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Town {
    names: Vec<String>,
    /// That of its region; may be empty.
    pub(super) number: &'static str,
    pub(super) at: Point,
}

impl Country {
    /// The regions of that name: one name can have several numbers.
    pub(super) fn regions_named(&self, name: &str) -> Vec<&Region> {
        let name = folded(name);
        let named = |region: &&Region| region.names.contains(&name);
        self.regions.iter().filter(named).collect()
    }

    /// The towns of that name, the largest first.
    pub(super) fn towns_named(&self, name: &str) -> Vec<&Town> {
        let name = folded(name);
        let named = |town: &&Town| town.names.contains(&name);
        self.towns.iter().filter(named).collect()
    }
}

/// The countries of a list. Lines that are none are passed over; a test sees that the bundled list has no such line.
pub(super) fn read(text: &'static str) -> Vec<Country> {
    let mut countries = Vec::new();
    for line in text.lines().skip(1) {
        // A mistake in a line would show as a place that is missing, which the content's own test says by name.
        let _understood = read_line(line, &mut countries);
    }
    countries
}

fn read_line(line: &'static str, countries: &mut Vec<Country>) -> Option<()> {
    let (rest, lon) = line.rsplit_once('\t')?;
    let (rest, lat) = rest.rsplit_once('\t')?;
    let at = Point {
        lon: hundredths(lon, 180)?,
        lat: hundredths(lat, 90)?,
    };
    if let Some(code) = rest.strip_prefix('=') {
        countries.push(Country {
            code,
            at,
            regions: Vec::new(),
            towns: Vec::new(),
        });
        return Some(());
    }
    let country = countries.last_mut()?;
    let (first, second) = rest.split_once('\t')?;
    match first.strip_prefix('+') {
        Some(number) => country.regions.push(Region {
            number,
            names: names(second),
            at,
        }),
        None => country.towns.push(Town {
            names: names(first),
            number: second,
            at,
        }),
    }
    Some(())
}

fn names(field: &str) -> Vec<String> {
    field.split('|').map(folded).collect()
}

/// The form in which names are compared: that of search, and its few gaps for what stands in names of places.
fn folded(name: &str) -> String {
    let plain = name.chars().filter_map(|c| match c {
        '‘' | 'ʻ' | '`' | '´' | 'ʿ' | 'ʾ' => None,
        'ə' | 'Ə' | 'ǝ' => Some('a'),
        other => Some(other),
    });
    fold(&plain.collect::<String>())
}

/// A decimal number of degrees within `limit` in hundredths, half of one rounded away from zero.
pub(super) fn hundredths(text: &str, limit: i16) -> Option<i16> {
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, text),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.len() + part.len() == 0
        || !(whole.bytes().chain(part.bytes())).all(|b| b.is_ascii_digit())
    {
        return None;
    }
    let whole: i16 = if whole.is_empty() {
        0
    } else {
        whole.parse().ok()?
    };
    let mut decimals = part
        .bytes()
        .chain(std::iter::repeat(b'0'))
        .map(|b| i16::from(b - b'0'));
    let mut next = || decimals.next().unwrap_or_default();
    let part = next() * 10 + next() + i16::from(next() >= 5);
    let value = whole.checked_mul(100)?.checked_add(part)?;
    (value <= limit * 100).then_some(sign * value)
}

#[cfg(test)]
mod tests {
    use super::{TEXT, folded, hundredths, read};

    fn check(text: &str, expect: Option<i16>) {
        assert_eq!(hundredths(text, 180), expect, "{text}");
    }

    #[test]
    fn degrees_are_read_to_the_hundredth() {
        check("32.3", Some(3230));
        check("-90.18481", Some(-9018));
        check("-90.185", Some(-9019));
        check("179.996", Some(18000));
        check("-.5", Some(-50));
        check("7.", Some(700));
        check("0", Some(0));
    }

    #[test]
    fn what_is_no_place_on_earth_is_none() {
        for text in [
            "", "-", ".", "180.01", "--1", "1e2", "1.2.3", "١", "99999", "+1",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn names_are_compared_without_marks_case_and_apostrophes() {
        let check = |one: &str, other: &str| assert_eq!(folded(one), folded(other));
        check("Łódź", "lodz");
        check("Sana’a", "Sanaa");
        check("Ad Dāḩlah", "ad dahlah");
        check("Gəncə", "ganca");
        check("Saint-Denis", "saint denis");
        check("Yogyakarta (kota)", "Yogyakarta  KOTA");
    }

    #[test]
    fn every_line_of_the_bundled_list_is_understood() {
        let countries = read(TEXT);
        let regions: usize = countries.iter().map(|c| c.regions.len()).sum();
        let towns: usize = countries.iter().map(|c| c.towns.len()).sum();
        let lines = TEXT.lines().count() - 1;
        assert_eq!(countries.len() + regions + towns, lines);
        assert!(countries.windows(2).all(|pair| pair[0].code < pair[1].code));
        assert!(countries.len() >= 250, "ISO 3166-1 has as many");
    }

    #[test]
    fn names_in_the_bundled_list_fold_to_plain_letters() {
        let named = read(TEXT).into_iter().flat_map(|country| {
            let regions = country.regions.into_iter().flat_map(|r| r.names);
            regions.chain(country.towns.into_iter().flat_map(|t| t.names))
        });
        let odd: Vec<_> = named
            .filter(|name| name.is_empty() || !name.is_ascii())
            .collect();
        assert!(odd.is_empty(), "{odd:?}");
    }
}
