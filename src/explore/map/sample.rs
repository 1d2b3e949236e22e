//! A small set for tests: some entries, told as exactly as each may be.

use crate::explore::catalog::{Catalog, Exactness, Facet, Place, Row};
use crate::explore::land::Land;
use crate::explore::map::spots::Spots;
use crate::explore::places::Places;
use crate::explore::sample::{choices, place};
use crate::explore::set::Set;

/// Approaches, countries and regions by number.
fn row(title: &str, place: Option<Place>, values: [&[u16]; 3]) -> Row {
    Row {
        address: format!("a/{}/", title.to_lowercase()),
        title: title.into(),
        place,
        values: values.map(<[u16]>::to_vec).to_vec(),
        ..Row::default()
    }
}

/// Two in Jackson, one that names Mississippi alone, one in Oakland, two that name the United States alone, one in Berlin,
/// one in Gibraltar, one in Antarctica, two that tell no place.
pub(crate) fn catalog() -> Catalog {
    let at = |name: &str, lon, lat, exactness| Some(place(name, lon, lat, exactness));
    let us = || at("United States", -10_280, 3890, Exactness::Country);
    let jackson = || at("Jackson, United States", -9018, 3230, Exactness::Town);
    Catalog {
        facets: vec![
            choices(
                Facet::Approach,
                &[
                    "counter-power=Counter-power",
                    "counter-institution=Counter-institution",
                    "both=Both",
                ],
            ),
            choices(
                Facet::Country,
                &[
                    "AQ=Antarctica",
                    "DE=Germany",
                    "GI=Gibraltar",
                    "US=United States",
                ],
            ),
            choices(
                Facet::Region,
                &[
                    "california-us=California, United States",
                    "mississippi-us=Mississippi, United States",
                ],
            ),
        ],
        rows: vec![
            row("A", jackson(), [&[1], &[3], &[1]]),
            row("B", jackson(), [&[0], &[3], &[1]]),
            row(
                "C",
                at("Smallville, United States", -8970, 3260, Exactness::Region),
                [&[2], &[3], &[1]],
            ),
            row(
                "D",
                at("Oakland, United States", -12_227, 3780, Exactness::Exact),
                [&[], &[3], &[0]],
            ),
            row("E", us(), [&[1], &[3], &[]]),
            row("F", us(), [&[1], &[3], &[]]),
            row(
                "G",
                at("Berlin, Germany", 1340, 5252, Exactness::Town),
                [&[1], &[1], &[]],
            ),
            row(
                "H",
                at("Gibraltar", -540, 3610, Exactness::Country),
                [&[0], &[2], &[]],
            ),
            row(
                "I",
                at("Antarctica", 2000, -8000, Exactness::Country),
                [&[1], &[0], &[]],
            ),
            row("J", None, [&[0], &[], &[]]),
            row("K", None, [&[], &[], &[]]),
        ],
        ..Catalog::default()
    }
}

pub(crate) fn land() -> Land {
    Land::read(&Places::read())
}

pub(crate) fn spots() -> Spots {
    Spots::of(&catalog(), &land())
}

pub(crate) fn all() -> Set {
    Set::all(11)
}
