//! `geo-without-consent`, `geo-too-fine`
//!
//! What: coordinates without `location_consent: true`, or finer than `location_precision`.
//! Why: a pin on a map leads strangers to a door; the group decides whether it wants that.
//! Fix: ask the group; else delete `geo`, or round it to what is shown.

use crate::compile::check::Case;
use crate::model::entry::{Geo, Precision};
use crate::model::problem::Problem;
use crate::model::problem::rule::RuleFact;

/// Two decimals of a degree are about a kilometre: a city, not a street.
const CITY_DECIMALS: usize = 2;

/// Checks the coordinates of one entry.
pub(super) fn check(case: Case<'_>, problems: &mut Vec<Problem>) {
    let Some(geo) = &case.entry.geo else {
        return;
    };
    if !case.entry.location_consent {
        problems.push(case.problem("geo", RuleFact::GeoWithoutConsent));
    }
    let fact = too_fine(geo, case.entry.location_precision);
    problems.extend(fact.map(|fact| case.problem("geo", fact)));
}

fn too_fine(geo: &Geo, precision: Precision) -> Option<RuleFact> {
    let precision = match precision {
        Precision::Exact => return None,
        Precision::City => {
            let written = decimals(&geo.lat).max(decimals(&geo.lon));
            let decimals = CITY_DECIMALS;
            return (written > decimals).then_some(RuleFact::GeoTooExact { decimals });
        }
        Precision::Region => "region",
        Precision::Country => "country",
        Precision::None => "none",
    };
    Some(RuleFact::GeoTooFine { precision })
}

fn decimals(number: &str) -> usize {
    let after = number.split_once('.').map_or("", |(_, after)| after);
    after.trim_end_matches('0').len()
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn coordinates_need_consent_and_keep_to_the_precision() {
        check(
            &["geo-without-consent", "geo-too-fine"],
            "\
//- a.md
---
kind: organization
geo: { lat: 41.39, lon: 2.17 }
     ^^^^^^^^^^^^^^^^^^^^^^^^^ error[geo-without-consent]: coordinates without the group's consent
---
//- b.md
---
kind: organization
geo: { lat: 41.3874, lon: 2.17 }
     ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[geo-too-fine]: more than 2 decimals are finer than `location_precision: city`
location_consent: true
---
//- c.md
---
kind: organization
geo: { lat: 41.3, lon: 2.1 }
     ^^^^^^^^^^^^^^^^^^^^^^^ error[geo-too-fine]: coordinates are finer than `location_precision: region`
location_precision: region
location_consent: true
---
//- d.md
---
kind: organization
geo: { lat: 41.38741, lon: 2.16835 }
location_precision: exact
location_consent: true
---
",
        );
    }
}
