use std::collections::BTreeMap;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::{Just, Strategy, any, prop_oneof};
use proptest::{prop_assert_eq, proptest};

use crate::explore::bytes::BadFile;
use crate::explore::catalog::{Catalog, Choices, Exactness, Exchange, Facet, Place, Row};
use crate::explore::sample;
use crate::model::address::Address;
use crate::model::choice::{Choice, Class, List, Lists};
use crate::model::date::{Date, Edtf};
use crate::model::entry::{self, Approach, Entry, Geo, Precision};
use crate::model::graph::{Edge, Graph};
use crate::model::relation;
use crate::model::settings::Settings;
use crate::model::site::{Front, Note, Page, PageId, Site, Tag};
use crate::model::slug::Slug;
use crate::model::url::Url;

// A site becomes rows.

fn slug(text: &str) -> Slug {
    Slug::new(text).expect(text)
}

fn page(folder: &str, id: &str, title: &str, entry: Option<Entry>) -> Page {
    let folders = vec![slug(folder)];
    let class = entry.as_ref().map_or(Class::Note, |_| Class::Entity);
    Page {
        address: Address::page(folders.iter().chain([&slug(id)])),
        id: slug(id),
        folders,
        source: format!("{folder}/{id}.md"),
        title: title.into(),
        aliases: Vec::new(),
        tags: Vec::new(),
        language: None,
        class,
        html: String::new(),
        headings: Vec::new(),
        sections: Vec::new(),
        front: match entry {
            Some(entry) => Front::Entry(Box::new(entry)),
            None => Front::Note(Note::default()),
        },
    }
}

fn lists() -> Lists {
    let choice = |value: &str, label: &str| Choice {
        value: value.into(),
        label: label.into(),
        plural: label.into(),
        definition: format!("What {value} means."),
        class: None,
    };
    Lists::new(BTreeMap::from([
        (
            List::Kind,
            vec![choice("network", "Network"), choice("concept", "Concept")],
        ),
        (
            List::Sector,
            vec![choice("land", "Land"), choice("food", "Food")],
        ),
        (List::ExchangeType, vec![choice("good", "Goods")]),
    ]))
}

fn site(pages: Vec<Page>) -> Site {
    Site {
        settings: Settings {
            today: sample::day("2026-07-01"),
            title: "Commons".into(),
            tagline: String::new(),
            headline: Vec::new(),
            description: String::new(),
            language: "en".into(),
            base_url: Url::new("https://commons.example/").ok(),
            start_trail: None,
            repository: None,
            content_licence: String::new(),
            code_licence: String::new(),
            verify_every: 365,
            lists: lists(),
        },
        pages,
        graph: Graph::default(),
        assets: Vec::new(),
        redirects: Vec::new(),
    }
}

fn network() -> Entry {
    Entry {
        kind: "network".into(),
        place: Some("Jackson".into()),
        region: Some("Mississippi".into()),
        country: Some("US".into()),
        ..Entry::default()
    }
}

/// A resolver that tells all it is shown.
#[expect(clippy::unnecessary_wraps, reason = "others may find no place")]
fn told(entry: &Entry) -> Option<Place> {
    let words = [&entry.place, &entry.region, &entry.country];
    let words: Vec<&str> = words.into_iter().flatten().map(String::as_str).collect();
    let geo = entry.geo.as_ref().map(|geo| geo.lat.as_str());
    Some(sample::place(
        &[words, geo.into_iter().collect()].concat().join("/"),
        0,
        0,
        Exactness::Town,
    ))
}

fn of(entries: Vec<Entry>) -> Catalog {
    let pages = entries.into_iter().zip('a'..).map(|(entry, name)| {
        let name = name.to_string();
        page("networks", &name, &name.to_uppercase(), Some(entry))
    });
    Catalog::of(&site(pages.collect()), &told)
}

/// The labels of a row's values of a facet.
fn check_labels(catalog: &Catalog, (row, facet): (u32, Facet), expect: &[&str]) {
    let labels: Vec<&str> = catalog.labels(row, facet).collect();
    assert_eq!(labels, expect, "{facet:?} of row {row}");
}

#[test]
fn rows_are_the_entries_by_title_then_address() {
    let pages = vec![
        page("a", "zebra", "Éclair", Some(network())),
        page("a", "note", "A note", None),
        page("b", "x", "Eclair", Some(network())),
        page("c", "x", "eagle", Some(network())),
    ];
    let catalog = Catalog::of(&site(pages), &told);
    let addresses: Vec<&str> = catalog
        .rows
        .iter()
        .map(|row| row.address.as_str())
        .collect();
    assert_eq!(addresses, ["c/x/", "b/x/", "a/zebra/"]);
    assert_eq!(catalog.rows[2].id(), "zebra");
    assert_eq!(
        catalog.base_url.as_deref(),
        Some("https://commons.example/")
    );
}

#[test]
fn values_are_numbered_in_the_order_of_their_list() {
    let entry = |kind: &str, sectors: &[&str]| Entry {
        kind: kind.into(),
        sector: sectors.iter().map(|s| (*s).to_owned()).collect(),
        ..Entry::default()
    };
    let catalog = of(vec![
        entry("concept", &["own words", "food", "land"]),
        entry("network", &[]),
    ]);
    check_labels(&catalog, (0, Facet::Kind), &["Concept"]);
    check_labels(&catalog, (0, Facet::Sector), &["Land", "Food", "own words"]);
    check_labels(&catalog, (1, Facet::Sector), &[]);
    assert_eq!(catalog.values(0, Facet::Sector), [0, 1, 2]);
    assert_eq!(catalog.facets[0].meanings[0], "What network means.");
    assert_eq!(catalog.column(Facet::Scale), None);
}

#[test]
fn regions_of_one_name_in_two_countries_are_two() {
    let region = |country: Option<&str>| Entry {
        kind: "network".into(),
        region: Some("Amazonas".into()),
        country: country.map(str::to_owned),
        ..Entry::default()
    };
    let catalog = of(vec![region(Some("BR")), region(Some("PE")), region(None)]);
    check_labels(&catalog, (0, Facet::Region), &["Amazonas, Brazil"]);
    check_labels(&catalog, (1, Facet::Region), &["Amazonas, Peru"]);
    check_labels(&catalog, (2, Facet::Region), &["Amazonas"]);
}

#[test]
fn a_tag_brings_those_above_it() {
    let mut tagged = page("a", "b", "B", Some(network()));
    tagged.tags = vec![Tag {
        segments: vec![slug("land"), slug("reform")],
    }];
    let catalog = Catalog::of(&site(vec![tagged]), &told);
    check_labels(&catalog, (0, Facet::Tag), &["land", "land/reform"]);
}

#[test]
fn what_has_expired_is_left_out() {
    let exchange = |title: &str, expires: &str| entry::Exchange {
        title: title.into(),
        kind: "good".into(),
        terms: None,
        details_url: Url::new("https://tools.example/").ok(),
        expires: Date::parse(expires),
    };
    let entry = Entry {
        offers: vec![
            exchange("Old", "2026-06-30"),
            exchange("Tools", "2026-07-01"),
        ],
        ..network()
    };
    let at_risk = Entry {
        at_risk: true,
        ..entry.clone()
    };
    let catalog = of(vec![entry, at_risk]);
    let exchanges = &catalog.rows[0].exchanges;
    assert_eq!(exchanges.len(), 1);
    assert_eq!(exchanges[0].title, "Tools");
    assert!(exchanges[0].details_url.is_some());
    assert_eq!(catalog.rows[1].exchanges[0].details_url, None);
    check_labels(&catalog, (0, Facet::Offers), &["Goods"]);
    check_labels(
        &catalog,
        (0, Facet::Has),
        &["Something to offer", "A place on the map"],
    );
}

#[test]
fn a_check_grows_old_on_the_day_after_its_last() {
    let checked = |verified: &str, every: Option<u32>| Entry {
        verified: Date::parse(verified),
        verify_every: every,
        ..network()
    };
    let catalog = of(vec![
        checked("2025-07-01", None),
        checked("2025-06-30", None),
        checked("2025-06-30", Some(u32::MAX)),
        network(),
    ]);
    let check = |row, expect: &str| check_labels(&catalog, (row, Facet::Freshness), &[expect]);
    check(0, "Checked lately");
    check(1, "Due for another look");
    check(2, "Checked lately");
    check(3, "Not yet verified");
    assert_eq!(catalog.rows[0].stale, Date::parse("2026-07-02"));
}

#[test]
fn of_a_place_no_more_is_told_than_may_be() {
    let with = |location_precision, at_risk| Entry {
        location_precision,
        at_risk,
        geo: Some(Geo {
            lat: "32.3".into(),
            lon: "-90.2".into(),
        }),
        location_consent: true,
        ..network()
    };
    let catalog = of(vec![
        with(Precision::Exact, false),
        with(Precision::Region, false),
        with(Precision::Exact, true),
        with(Precision::None, false),
    ]);
    let names = catalog.rows.iter().map(|row| row.place.as_ref());
    let names: Vec<&str> = names.flatten().map(|place| place.name.as_str()).collect();
    assert_eq!(
        names,
        ["Jackson/Mississippi/US/32.3", "Mississippi/US", "US"]
    );
    check_labels(&catalog, (2, Facet::Country), &["United States"]);
    check_labels(&catalog, (2, Facet::Region), &[]);
    check_labels(&catalog, (3, Facet::Country), &[]);
    let bytes = catalog.encode();
    let holds = |words: &str| bytes.windows(words.len()).any(|w| w == words.as_bytes());
    assert!(holds("Jackson"), "the first entry tells its town");
    let at_risk = of(vec![with(Precision::Exact, true)]).encode();
    let holds = |words: &str| at_risk.windows(words.len()).any(|w| w == words.as_bytes());
    assert!(!holds("Jackson") && !holds("Mississippi") && !holds("32.3"));
}

#[test]
fn relations_lead_to_rows() {
    let pages = vec![
        page("a", "z", "Z", Some(network())),
        page("a", "note", "A note", None),
        page("b", "x", "X", Some(network())),
    ];
    let edge = |from: usize, kind: &str, to: usize| Edge {
        from: PageId(from),
        kind: relation::find(kind).expect(kind),
        to: PageId(to),
        since: None,
        until: None,
        note: None,
        source: None,
    };
    let mut site = site(pages);
    site.graph.edges = vec![
        edge(0, "funds", 2),
        edge(0, "funds", 2),
        edge(0, "part-of", 1),
    ];
    let catalog = Catalog::of(&site, &told);
    let funds = sample::relation_number("funds");
    assert_eq!(catalog.rows[1].relations, [(funds, 0)]);
    assert_eq!(catalog.rows[0].relations, []);
}

#[test]
fn an_entry_of_the_simplest_kind_is_a_row_too() {
    let entry = Entry {
        kind: "trail".into(),
        approach: Some(Approach::Both),
        ..Entry::default()
    };
    let catalog = of(vec![entry]);
    check_labels(&catalog, (0, Facet::Kind), &["trail"]);
    assert_eq!(catalog.rows[0].founded, None);
}

// Rows become bytes and come back.

fn dates() -> impl Strategy<Value = Option<Edtf>> {
    let parts = (any::<[bool; 2]>(), -9999_i16..=9999, 0_u8..=12, 0_u8..=28);
    let date = parts.prop_map(|([approximate, uncertain], year, month, day)| Edtf {
        year,
        month: (month > 0).then_some(month),
        day: (month > 0 && day > 0).then_some(day),
        approximate,
        uncertain,
    });
    option::of(date)
}

fn days() -> impl Strategy<Value = Option<Date>> {
    (-4_000_000_i32..2_900_000).prop_map(Date::of_day_number)
}

fn places() -> impl Strategy<Value = Option<Place>> {
    let exactness = prop_oneof![
        Just(Exactness::Country),
        Just(Exactness::Region),
        Just(Exactness::Town),
        Just(Exactness::Exact),
    ];
    let place = (
        any::<String>(),
        -18_000_i16..=18_000,
        -9_000_i16..=9_000,
        exactness,
    );
    option::of(
        place.prop_map(|(name, lon, lat, exactness)| sample::place(&name, lon, lat, exactness)),
    )
}

fn exchanges() -> impl Strategy<Value = Vec<Exchange>> {
    let texts = any::<(String, String, Option<String>, Option<String>)>();
    let exchange = (any::<bool>(), texts, days()).prop_map(
        |(sought, (title, kind, terms, details_url), expires)| Exchange {
            sought,
            title,
            kind,
            terms,
            details_url,
            expires,
        },
    );
    vec(exchange, 0..3)
}

fn addresses() -> impl Strategy<Value = String> {
    prop_oneof!["([a-z]{1,4}/){0,3}", "[a-c/]{0,4}", any::<String>()]
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let names = (addresses(), any::<String>(), any::<bool>());
    let times = (dates(), dates(), days(), days(), days());
    let relations = vec((0_u8..18, 0_u32..1), 0..3);
    let row = (names, places(), times, exchanges(), relations).prop_map(
        |(
            (address, title, usual),
            place,
            (founded, ended, verified, stale, added),
            exchanges,
            relations,
        )| Row {
            address: if usual {
                format!("x/{}", super::encode::usual_segment(&title))
            } else {
                address
            },
            title,
            place,
            founded,
            ended,
            verified,
            stale,
            added,
            exchanges,
            relations,
            values: vec![vec![0], vec![]],
        },
    );
    vec(row, 0..4)
}

fn catalogs() -> impl Strategy<Value = Catalog> {
    let head = any::<(String, Option<String>)>();
    let choices = any::<[(String, String); 2]>();
    (head, days(), choices, rows()).prop_map(|((title, base_url), today, values, rows)| Catalog {
        title,
        base_url,
        today,
        facets: [Facet::Sector, Facet::Freshness]
            .map(|facet| Choices {
                facet,
                label: facet.label().into(),
                values: values.to_vec(),
                meanings: vec![String::new(), "It means something.".into()],
            })
            .to_vec(),
        rows,
    })
}

proptest! {
    #[test]
    fn what_was_written_is_read(catalog in catalogs()) {
        prop_assert_eq!(Catalog::decode(&catalog.encode()), Ok(catalog));
    }

    #[test]
    fn reading_never_panics(tail in vec(any::<u8>(), 0..200)) {
        let _ = Catalog::decode(&[b"commons-rows\x01", tail.as_slice()].concat());
        let _ = Catalog::decode(&tail);
    }

    #[test]
    fn damaged_files_are_read_or_refused(place in any::<proptest::sample::Index>(), byte in any::<u8>(), cut in any::<bool>()) {
        let mut bytes = sample::catalog().encode();
        let place = place.index(bytes.len());
        bytes[place] = byte;
        if cut {
            bytes.truncate(place);
        }
        if let Ok(catalog) = Catalog::decode(&bytes) {
            prop_assert_eq!(Catalog::decode(&catalog.encode()), Ok(catalog));
        }
    }
}

#[test]
fn all_that_a_row_can_have_comes_back() {
    let catalog = sample::catalog();
    assert_eq!(Catalog::decode(&catalog.encode()), Ok(catalog));
    let large = sample::large(200);
    assert_eq!(Catalog::decode(&large.encode()), Ok(large));
}

#[test]
fn the_golden_bytes_of_version_1_are_read() {
    let catalog = Catalog {
        title: "C".into(),
        base_url: None,
        today: Some(sample::day("1970-01-11")),
        facets: vec![sample::choices(Facet::Sector, &["food=Food", "land=Land"])],
        rows: vec![
            Row {
                address: "a/one/".into(),
                title: "One".into(),
                values: vec![vec![0, 1]],
                place: Some(sample::place("Here", -100, 50, Exactness::Town)),
                founded: Edtf::parse("2014-05~"),
                verified: Some(sample::day("1970-01-10")),
                stale: Some(sample::day("1970-01-12")),
                exchanges: vec![Exchange {
                    sought: true,
                    title: "T".into(),
                    kind: "good".into(),
                    terms: Some("gift".into()),
                    ..Exchange::default()
                }],
                relations: vec![(2, 1)],
                ..Row::default()
            },
            Row {
                address: "a/2/".into(),
                title: "Two".into(),
                values: vec![vec![]],
                ..Row::default()
            },
        ],
    };
    let golden: Vec<u8> = [
        &b"commons-rows\x01C\xFF\x00\x15"[..],
        b"\x01\x03Sector\xFF\x02food\xFFFood\xFF\xFFland\xFFLand\xFF\xFF",
        b"\x02gift\xFFgood\xFF",
        b"\x01Here\xFF\xC7\x01\x64\x02",
        b"\x01a/\xFF",
        b"\x02One\xFFTwo\xFF\x01\x00\x00\xFF2/\xFF",
        b"\x02\x00\x01\x00\x01",
        b"\x01\x01\x00",
        b"\x0B\x1C\x05\x00\x00\x00",
        b"\x01\x02\x00\x01\x05\x00\x01\x00\x00",
        b"\x01\x00\x03\x01T\xFF\x00",
        b"\x01\x00\x02\x01\x01",
    ]
    .concat();
    assert_eq!(catalog.encode(), golden);
    assert_eq!(Catalog::decode(&golden), Ok(catalog));
}

#[test]
fn what_cannot_be_is_refused() {
    let check = |tail: &[u8]| {
        let bytes = [b"commons-rows\x01C\xFF\x00\x00", tail].concat();
        let read = Catalog::decode(&bytes);
        assert!(matches!(read, Err(BadFile::Damaged { .. })), "{read:?}");
    };
    check(b"");
    // Ten thousand facets, places, rows in a few bytes.
    check(b"\x90\x4E\x00");
    check(b"\x00\x00\x90\x4E\x00");
    check(b"\x00\x00\x00\x01a/\xFF\x90\x4E\x00");
    // A facet that there is not.
    check(b"\x01\x63Sector\xFF\x00\x00\x00\x00\x00");
    // A place beyond the pole.
    check(b"\x00\x00\x01Here\xFF\x00\xA0\x9C\x01\x02\x00\x00");
    let row = b"\x00\x00\x00\x01a/\xFF\x01One\xFF\x01\x00\xFF\x01\x00\x00\x00\x01\x00\x01\x00\x01\x00\x00\x01";
    let related =
        |tail: &[u8]| Catalog::decode(&[&b"commons-rows\x01C\xFF\x00\x00"[..], row, tail].concat());
    assert!(related(b"\x02\x01\x00").is_ok());
    // To a second row that there is not; by a type that there is not; and more after the end.
    assert!(related(b"\x02\x01\x01").is_err());
    assert!(related(b"\x63\x01\x00").is_err());
    assert!(related(b"\x02\x01\x00\x00").is_err());
}

#[test]
fn a_short_file_cannot_ask_for_much() {
    // One long folder, repeated in each of many rows.
    let rows = 200;
    let row = Row {
        address: format!("{}/x/", "long".repeat(2000)),
        ..Row::default()
    };
    let catalog = Catalog {
        rows: vec![row; rows],
        ..Catalog::default()
    };
    let bytes = catalog.encode();
    assert!(bytes.len() < 12_000);
    assert!(matches!(
        Catalog::decode(&bytes),
        Err(BadFile::Damaged { .. })
    ));
}
