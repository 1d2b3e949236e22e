//! Countries: ISO 3166-1 codes and their everyday English names. The only file that names `rust_iso3166`.

/// Everyday names where the standard's own is long, inverted or unfamiliar.
const EVERYDAY: [(&str, &str); 37] = [
    ("BN", "Brunei"),
    ("BO", "Bolivia"),
    ("BQ", "Caribbean Netherlands"),
    ("CC", "Cocos Islands"),
    ("CD", "Democratic Republic of the Congo"),
    ("CG", "Republic of the Congo"),
    ("CV", "Cape Verde"),
    ("FK", "Falkland Islands"),
    ("FM", "Micronesia"),
    ("GB", "United Kingdom"),
    ("IR", "Iran"),
    ("KP", "North Korea"),
    ("KR", "South Korea"),
    ("LA", "Laos"),
    ("MD", "Moldova"),
    ("MF", "Saint Martin"),
    ("MM", "Myanmar"),
    ("NL", "Netherlands"),
    ("PS", "Palestine"),
    ("PN", "Pitcairn Islands"),
    ("RU", "Russia"),
    ("SH", "Saint Helena, Ascension and Tristan da Cunha"),
    ("ST", "São Tomé and Príncipe"),
    ("SX", "Sint Maarten"),
    ("SY", "Syria"),
    ("SZ", "Eswatini"),
    ("TL", "East Timor"),
    ("TR", "Türkiye"),
    ("TW", "Taiwan"),
    ("TZ", "Tanzania"),
    ("US", "United States"),
    ("VA", "Vatican City"),
    ("VE", "Venezuela"),
    ("VG", "British Virgin Islands"),
    ("VI", "United States Virgin Islands"),
    ("VN", "Vietnam"),
    ("MO", "Macau"),
];

/// In everyday use though the standard leaves it to its users: Kosovo's code has been in the postal, banking and locale
/// registers for years.
const USER_ASSIGNED: [(&str, &str); 1] = [("XK", "Kosovo")];

/// Names that people write and the standard does not have.
const ALSO: [(&str, &str); 12] = [
    ("uk", "GB"),
    ("england", "GB"),
    ("scotland", "GB"),
    ("wales", "GB"),
    ("great britain", "GB"),
    ("usa", "US"),
    ("united states of america", "US"),
    ("czech republic", "CZ"),
    ("turkey", "TR"),
    ("ivory coast", "CI"),
    ("burma", "MM"),
    ("holland", "NL"),
];

/// The everyday name of the country with this upper-case alpha-2 code.
pub fn name(code: &str) -> Option<&'static str> {
    if code.len() != 2 {
        return None;
    }
    let mut everyday = EVERYDAY.iter().chain(&USER_ASSIGNED);
    let everyday = everyday.find(|(known, _)| *known == code);
    match everyday {
        Some((_, name)) => Some(name),
        None => rust_iso3166::from_alpha2(code).map(|country| country.name),
    }
}

/// The everyday name of a code; the code itself where there is none.
pub fn shown(code: &str) -> &str {
    name(code).unwrap_or(code)
}

/// The code and name that are meant by a lower-case code, a three-letter code or a country's name.
pub fn meant_by(words: &str) -> Option<(&'static str, &'static str)> {
    let folded = words.trim().to_lowercase();
    let same = |name: &str| name.to_lowercase() == folded;
    let everyday = all()
        .into_iter()
        .find(|(code, name)| same(code) || same(name));
    everyday.or_else(|| {
        let also = ALSO.iter().find(|(other, _)| *other == folded);
        let mut standard = rust_iso3166::ALL.iter();
        let official = standard.find(|known| same(known.alpha3) || same(known.name));
        let code = also.map(|(_, code)| *code);
        let code = code.or(official.map(|known| known.alpha2))?;
        name(code).map(|name| (code, name))
    })
}

/// All codes and names, sorted by code.
pub fn all() -> Vec<(&'static str, &'static str)> {
    let standard = rust_iso3166::ALL.iter();
    let mut all: Vec<_> = standard
        .filter_map(|country| name(country.alpha2).map(|name| (country.alpha2, name)))
        .chain(USER_ASSIGNED)
        .collect();
    all.sort_unstable();
    all
}

#[cfg(test)]
mod tests {
    use super::{EVERYDAY, all, meant_by, name};

    #[test]
    fn countries_have_everyday_names() {
        let names = ["US", "BO", "VE", "IR", "KR", "TW", "VN", "GB", "DE", "CI"].map(name);
        assert_eq!(
            names.map(Option::unwrap_or_default),
            [
                "United States",
                "Bolivia",
                "Venezuela",
                "Iran",
                "South Korea",
                "Taiwan",
                "Vietnam",
                "United Kingdom",
                "Germany",
                "Côte d'Ivoire",
            ]
        );
        assert_eq!(name("XK"), Some("Kosovo"));
        for bad in ["us", "UK", "XX", "", "USA"] {
            assert_eq!(name(bad), None, "{bad}");
        }
    }

    #[test]
    fn no_name_is_inverted_or_bracketed() {
        for (code, name) in all() {
            assert!(!name.contains('('), "{code} {name}");
        }
        for (code, _) in EVERYDAY {
            assert!(rust_iso3166::from_alpha2(code).is_some(), "{code}");
        }
    }

    #[test]
    fn a_country_is_known_by_other_names() {
        assert_eq!(meant_by("mexico"), Some(("MX", "Mexico")));
        assert_eq!(meant_by("UK"), Some(("GB", "United Kingdom")));
        assert_eq!(meant_by("usa"), Some(("US", "United States")));
        assert_eq!(meant_by("kosovo"), Some(("XK", "Kosovo")));
        assert_eq!(meant_by("KOR"), Some(("KR", "South Korea")));
        assert_eq!(meant_by("es"), Some(("ES", "Spain")));
        assert_eq!(meant_by("Atlantis"), None);
    }
}
