//! Country codes to the names people use. The only file that names `rust_iso3166`.

/// Short names where the formal one of ISO 3166 is not what a reader would say.
const SHORT: &[(&str, &str)] = &[
    ("BN", "Brunei"),
    ("CD", "DR Congo"),
    ("GB", "United Kingdom"),
    ("KP", "North Korea"),
    ("KR", "South Korea"),
    ("LA", "Laos"),
    ("MF", "Saint Martin"),
    ("RU", "Russia"),
    ("SX", "Sint Maarten"),
    ("SY", "Syria"),
    ("US", "United States"),
    ("VG", "British Virgin Islands"),
    ("VI", "US Virgin Islands"),
];

/// The name of the country with this alpha-2 code; the code itself where there is none.
pub(crate) fn name(code: &str) -> &str {
    if let Some((_, short)) = SHORT.iter().find(|(known, _)| *known == code) {
        return short;
    }
    match rust_iso3166::from_alpha2(code) {
        Some(country) => country.name.split(" (").next().unwrap_or(country.name),
        None => code,
    }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn countries_have_the_names_people_use() {
        for (code, expect) in [
            ("US", "United States"),
            ("BO", "Bolivia"),
            ("KR", "South Korea"),
            ("SY", "Syria"),
            ("DE", "Germany"),
            ("XX", "XX"),
        ] {
            assert_eq!(name(code), expect);
        }
    }
}
