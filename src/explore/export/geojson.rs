//! `GeoJSON` (RFC 7946): a point for each entry whose place is told to the region at least.
//!
//! The middle of a country is nobody's place, and would be the only point of those who are at risk: entries that are
//! known by country alone are left out and counted.

use serde::Serialize;

use crate::explore::catalog::{Exactness, Place};
use crate::explore::detail::Detail;
use crate::explore::export::{Made, Set, Taken};
use crate::explore::phrase::counted;

/// What a point says of its entry: nothing that could reach somebody.
#[derive(Serialize)]
struct Properties<'a> {
    title: &'a str,
    kind: &'a str,
    summary: &'a str,
    status: Option<&'a str>,
    sector: &'a [String],
    place: Option<&'a str>,
    region: Option<&'a str>,
    country: Option<&'a str>,
    /// `exact`, `city` or `region`: how exactly the point is meant.
    precision: &'static str,
    url: Option<&'a str>,
    page: String,
}

/// The file of a set.
pub(super) fn geojson(set: &Set<'_>) -> Made {
    let mut text = String::from("{\"type\":\"FeatureCollection\",\"features\":[");
    let mut placed = 0;
    for taken in &set.entries {
        if let Some((point, precision)) = point(taken) {
            if placed > 0 {
                text.push(',');
            }
            placed += 1;
            push_feature(&mut text, set, taken.detail, (&point, precision));
        }
    }
    text.push_str("]}");
    Made {
        text,
        count: placed,
        holds: in_words(placed, set.entries.len()),
    }
}

fn in_words(placed: usize, all: usize) -> String {
    let entries = counted(placed, "entry", "entries");
    match all - placed {
        0 => entries,
        1 => format!("{entries}, without 1 whose place is not told beyond the country,"),
        out => format!("{entries}, without {out} whose place is not told beyond the country,"),
    }
}

fn push_feature(
    out: &mut String,
    set: &Set<'_>,
    detail: &Detail,
    (point, precision): (&str, &'static str),
) {
    let properties = Properties {
        title: &detail.title,
        kind: &detail.kind,
        summary: &detail.summary,
        status: detail.status.as_deref(),
        sector: &detail.sector,
        place: detail.place.as_deref(),
        region: detail.region.as_deref(),
        country: detail.country.as_deref(),
        precision,
        url: detail.url.as_ref().map(crate::model::url::Url::as_str),
        page: set.page(detail).unwrap_or(detail.address.clone()),
    };
    out.push_str("{\"type\":\"Feature\",\"id\":");
    out.push_str(&quoted(&detail.id));
    out.push_str(",\"geometry\":{\"type\":\"Point\",\"coordinates\":");
    out.push_str(point);
    out.push_str("},\"properties\":");
    out.push_str(&quoted(&properties));
    out.push('}');
}

fn quoted(value: &(impl Serialize + ?Sized)) -> String {
    serde_json::to_string(value).expect("strings and lists are always JSON")
}

/// `[lon,lat]` and how exactly it is meant; nothing where no more than the country may be told.
fn point(taken: &Taken<'_>) -> Option<(String, &'static str)> {
    let told = taken.detail.location_precision.as_deref()?;
    let own = consented(taken.detail);
    let of_catalog = || from_catalog(taken.place?);
    match told {
        "exact" => own.map(|point| (point, "exact")).or_else(of_catalog),
        "city" => own.map(|point| (point, "city")).or_else(of_catalog),
        "region" => of_catalog(),
        _country_or_unknown => None,
    }
}

/// The catalog's point, at most as exact as a town: what is exact has coordinates of its own.
fn from_catalog(place: &Place) -> Option<(String, &'static str)> {
    let precision = match place.exactness {
        Exactness::Country => return None,
        Exactness::Region => "region",
        Exactness::Town | Exactness::Exact => "city",
    };
    let millionths = |hundredths: i16| i64::from(hundredths) * 10_000;
    let (lon, lat) = (millionths(place.lon), millionths(place.lat));
    Some((format!("[{},{}]", decimal(lon), decimal(lat)), precision))
}

/// The coordinates that the entry itself gives.
fn consented(detail: &Detail) -> Option<String> {
    let lon = millionths(detail.lon.as_deref()?, 180)?;
    let lat = millionths(detail.lat.as_deref()?, 90)?;
    Some(format!("[{},{}]", decimal(lon), decimal(lat)))
}

/// Degrees in millionths (a hand's breadth), where `text` is a number of at most `most` degrees.
fn millionths(text: &str, most: i64) -> Option<i64> {
    let plain = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (whole, part) = plain.split_once('.').unwrap_or((plain, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    if !digits(whole) || !digits(part) || whole.len() > 3 {
        return None;
    }
    let part: String = part.chars().chain("000000".chars()).take(6).collect();
    let amount = whole.parse::<i64>().ok()? * 1_000_000 + part.parse::<i64>().ok()?;
    let signed = if text.starts_with('-') {
        -amount
    } else {
        amount
    };
    (amount <= most * 1_000_000).then_some(signed)
}

/// Millionths as a number, without zeros at its end.
fn decimal(millionths: i64) -> String {
    let sign = if millionths < 0 { "-" } else { "" };
    let (whole, part) = (
        millionths.unsigned_abs() / 1_000_000,
        millionths.unsigned_abs() % 1_000_000,
    );
    if part == 0 {
        return format!("{sign}{whole}");
    }
    let part = format!("{part:06}");
    format!("{sign}{whole}.{}", part.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::{decimal, millionths};

    #[test]
    fn degrees_are_read_and_written_without_loss() {
        let check = |text: &str, expect: Option<&str>| {
            let written = millionths(text, 180).map(decimal);
            assert_eq!(written.as_deref(), expect, "{text}");
        };
        check("-90.18", Some("-90.18"));
        check("+7", Some("7"));
        check("32.298760", Some("32.29876"));
        check("-0.5", Some("-0.5"));
        check("0.0000019", Some("0.000001"));
        check("180", Some("180"));
        for bad in ["", "180.1", "1e2", ".5", "5.", "--1", "9999", "x", "1,5"] {
            check(bad, None);
        }
    }
}
