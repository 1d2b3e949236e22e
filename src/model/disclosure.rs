//! What an entry may tell of its place, contact and feed: the one gate before every page, feed, export and index.
//!
//! The checker refuses such values in the source; this holds even where it was not asked.

use crate::model::country;
use crate::model::entry::{Entry, Exchange, Geo, Precision};
use crate::model::url::Url;

/// The place and contact of an entry, as far as they may be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Disclosed<'a> {
    /// How exactly the place may be told; those at risk never finer than their country.
    pub precision: Precision,
    /// The town.
    pub place: Option<&'a str>,
    /// The region.
    pub region: Option<&'a str>,
    /// The country's code.
    pub country: Option<&'a str>,
    /// Coordinates.
    pub geo: Option<&'a Geo>,
    /// A shared mail address.
    pub email: Option<&'a str>,
    /// A contact form.
    pub contact_form: Option<&'a Url>,
    /// A feed: whoever follows it calls on the group's own server.
    pub feed: Option<&'a Url>,
    /// Countries in which it works.
    pub area_served: &'a [String],
}

impl<'a> Disclosed<'a> {
    /// What `entry` may tell.
    pub fn of(entry: &'a Entry) -> Disclosed<'a> {
        let precision = if entry.at_risk {
            entry.location_precision.min(Precision::Country)
        } else {
            entry.location_precision
        };
        let from = |least: Precision, value: &'a Option<String>| {
            value.as_deref().filter(|_| precision >= least)
        };
        let open = !entry.at_risk;
        Disclosed {
            precision,
            place: from(Precision::City, &entry.place),
            region: from(Precision::Region, &entry.region),
            country: from(Precision::Country, &entry.country),
            geo: entry
                .geo
                .as_ref()
                .filter(|_| open && precision >= Precision::City && entry.location_consent),
            email: entry
                .email
                .as_deref()
                .filter(|_| open && entry.contact_consent),
            contact_form: entry.contact_form.as_ref().filter(|_| open),
            feed: entry.feed.as_ref().filter(|_| open),
            area_served: if open { &entry.area_served } else { &[] },
        }
    }

    /// Where to read more of what it offers or seeks. Whoever answers there finds the people: for those at risk that is
    /// a contact like any other.
    pub fn details_url(entry: &Entry, exchange: &'a Exchange) -> Option<&'a Url> {
        exchange.details_url.as_ref().filter(|_| !entry.at_risk)
    }

    /// The place in few words: the town, or else the region, and the country.
    pub fn in_short(self) -> Option<String> {
        let near = self.place.or(self.region);
        let country = self.country.map(country::shown);
        match (near, country) {
            (Some(near), Some(country)) if near != country => Some(format!("{near}, {country}")),
            (Some(one), _) | (None, Some(one)) => Some(one.to_owned()),
            (None, None) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Disclosed;
    use crate::model::entry::{Entry, Geo, Precision};
    use crate::model::url::Url;

    fn placed() -> Entry {
        Entry {
            place: Some("Jackson".into()),
            region: Some("Mississippi".into()),
            country: Some("US".into()),
            geo: Some(Geo {
                lat: "32.3".into(),
                lon: "-90.2".into(),
            }),
            location_consent: true,
            email: Some("hello@example.org".into()),
            contact_consent: true,
            feed: Url::new("https://example.org/feed.xml").ok(),
            area_served: vec!["US".into(), "MX".into()],
            ..Entry::default()
        }
    }

    /// `places` as `town/region/country`; what is not told is left empty.
    fn check(entry: &Entry, places: &str, mapped: bool) {
        let told = Disclosed::of(entry);
        let shown = [told.place, told.region, told.country].map(Option::unwrap_or_default);
        assert_eq!(shown.join("/"), places);
        assert_eq!(told.geo.is_some(), mapped);
    }

    #[test]
    fn precision_is_the_limit_of_what_is_told() {
        let at = |location_precision| Entry {
            location_precision,
            ..placed()
        };
        check(&at(Precision::City), "Jackson/Mississippi/US", true);
        check(&at(Precision::Region), "/Mississippi/US", false);
        check(&at(Precision::Country), "//US", false);
        check(&at(Precision::None), "//", false);
    }

    #[test]
    fn those_at_risk_are_never_placed_below_their_country_nor_reachable() {
        let entry = Entry {
            at_risk: true,
            ..placed()
        };
        check(&entry, "//US", false);
        let told = Disclosed::of(&entry);
        assert_eq!((told.email, told.feed), (None, None));
        assert!(told.area_served.is_empty());
        assert!(Disclosed::of(&placed()).feed.is_some());
    }

    #[test]
    fn nothing_is_told_without_consent() {
        let entry = Entry {
            location_consent: false,
            contact_consent: false,
            ..placed()
        };
        check(&entry, "Jackson/Mississippi/US", false);
        assert_eq!(Disclosed::of(&entry).email, None);
    }
}
