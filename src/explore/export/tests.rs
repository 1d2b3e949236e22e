use biblatex::ChunksExt;
use proptest::{prop_assert, prop_assert_eq, proptest};
use serde_json::Value;

use super::booklet::booklet;
use super::{Format, Set, Taken, download};
use crate::explore::catalog::{Exactness, Place};
use crate::explore::detail::tests::{SECRETS, day, site, url};
use crate::explore::detail::{Detail, Source, details, read};
use crate::explore::sketch;

/// Where a careless catalog would put the entry at risk.
fn hidden_place(exactness: Exactness) -> Place {
    Place {
        name: "Hidden town".into(),
        lon: 5678,
        lat: 1234,
        exactness,
    }
}

fn set<'a>(all: &'a [Detail], places: &'a [Option<Place>]) -> Set<'a> {
    let both = all.iter().zip(places);
    Set {
        site: "Dual Power Commons",
        base_url: Some("https://commons.example/"),
        entries: both
            .map(|(detail, place)| Taken {
                detail,
                place: place.as_ref(),
            })
            .collect(),
    }
}

fn text(details: &[Detail], format: Format) -> String {
    let places = vec![None; details.len()];
    download(&set(details, &places), format).text
}

fn json(details: &[Detail], format: Format) -> Value {
    serde_json::from_str(&text(details, format)).expect("it is JSON")
}

#[test]
fn those_at_risk_appear_in_no_coordinate_contact_or_export() {
    let all = details(&site());
    for exactness in [Exactness::Country, Exactness::Town, Exactness::Exact] {
        let places = [None, Some(hidden_place(exactness))];
        let set = set(&all, &places);
        let mut texts: Vec<String> = Format::ALL
            .into_iter()
            .map(|format| download(&set, format))
            .map(|file| file.text + &file.sentence + &file.name)
            .collect();
        texts.push(format!("{:?}", booklet(&sketch::empty(), &set, Vec::new())));
        for text in &texts {
            for secret in SECRETS {
                assert!(!text.contains(secret), "{secret} in {text}");
            }
        }
        let [geojson, opml] = [Format::GeoJson, Format::Opml].map(|f| download(&set, f).text);
        for reachable in [geojson, opml] {
            assert!(!reachable.contains("Tenants"), "{reachable}");
        }
    }
}

#[test]
fn a_spreadsheet_is_read_back_by_a_reader() {
    let all = details(&site());
    let file = text(&all, Format::Csv);
    let mut reader = csv::Reader::from_reader(file.as_bytes());
    let names = reader.headers().expect("a header").clone();
    let rows: Vec<csv::StringRecord> = reader.records().map(|r| r.expect("a row")).collect();
    assert_eq!(rows.len(), 2);
    let check = |row: usize, name: &str, expect: &str| {
        let column = names.iter().position(|known| known == name).expect(name);
        assert_eq!(&rows[row][column], expect);
    };
    check(0, "title", "Jackson, “Co-op” <&>");
    check(0, "summary", "'=Co-operatives, in \"one\" city.");
    check(0, "lon", "-90.18");
    check(0, "sector", "food; land");
    check(0, "offers", "Tool library (good, lend, until 2027-01-01)");
    check(0, "page", "https://commons.example/networks/jackson/");
    check(1, "place", "");
    check(1, "country", "DE");
    check(1, "email", "");
    assert!(file.ends_with("\r\n"));
}

#[test]
fn data_is_of_the_shape_of_the_sites_own() {
    let all = details(&site());
    assert_eq!(read(text(&all, Format::Json).as_bytes()), Ok(all));
}

/// The rules of RFC 7946 for what is written here.
fn check_geojson(map: &Value) {
    assert_eq!(map["type"], "FeatureCollection");
    for feature in map["features"].as_array().expect("features") {
        assert_eq!(feature["type"], "Feature");
        assert!(feature["properties"].is_object() && feature["id"].is_string());
        assert_eq!(feature["geometry"]["type"], "Point");
        let point = feature["geometry"]["coordinates"].as_array();
        let point = point.expect("coordinates");
        let degrees: Vec<f64> = point.iter().filter_map(Value::as_f64).collect();
        assert_eq!((point.len(), degrees.len()), (2, 2));
        assert!(degrees[0].abs() <= 180.0 && degrees[1].abs() <= 90.0);
    }
}

#[test]
fn points_are_as_exact_as_told() {
    let check = |told: Option<&str>, own: bool, exactness: Exactness, expect: &str| {
        let text = |text: &str| Some(text.to_owned()).filter(|_| own);
        let detail = Detail {
            id: "a".into(),
            location_precision: told.map(str::to_owned),
            lon: text("-90.1812"),
            lat: text("32.29876"),
            ..Detail::default()
        };
        let place = Place {
            lon: -9018,
            lat: 3230,
            exactness,
            ..Place::default()
        };
        let (all, places) = ([detail], [Some(place)]);
        let file = download(&set(&all, &places), Format::GeoJson).text;
        let map: Value = serde_json::from_str(&file).expect("it is JSON");
        check_geojson(&map);
        let point = &map["features"][0];
        let precision = point["properties"]["precision"].as_str();
        let shown = precision.map(|word| format!("{word} {}", point["geometry"]["coordinates"]));
        assert_eq!(shown.unwrap_or_default(), expect);
    };
    check(
        Some("exact"),
        true,
        Exactness::Exact,
        "exact [-90.1812,32.29876]",
    );
    check(
        Some("city"),
        true,
        Exactness::Town,
        "city [-90.1812,32.29876]",
    );
    check(Some("city"), false, Exactness::Town, "city [-90.18,32.3]");
    check(
        Some("city"),
        false,
        Exactness::Region,
        "region [-90.18,32.3]",
    );
    check(
        Some("region"),
        false,
        Exactness::Region,
        "region [-90.18,32.3]",
    );
    check(Some("city"), false, Exactness::Country, "");
    check(Some("country"), true, Exactness::Exact, "");
    check(None, true, Exactness::Exact, "");
}

#[test]
fn a_map_says_whom_it_lacks() {
    let all = details(&site());
    let file = download(&set(&all, &[None, None]), Format::GeoJson);
    assert_eq!(
        file.sentence,
        "1 entry, without 1 whose place is not told beyond the country, as GeoJSON."
    );
    assert_eq!(file.name, "dual-power-commons.geojson");
}

#[test]
fn sources_are_read_back_by_a_bibtex_reader() {
    let all = details(&site());
    let file = text(&all, Format::BibTex);
    let bibliography = biblatex::Bibliography::parse(&file).expect("it is BibTeX");
    assert_eq!(bibliography.len(), 2, "a source of two entries stands once");
    let plan = bibliography
        .iter()
        .find(|work| work.key.starts_with("50-of-the") || work.key.starts_with("source-50-of-the"))
        .expect("the plan");
    let field = |name: &str| plan.get(name).map(ChunksExt::format_verbatim);
    assert_eq!(field("url").as_deref(), Some("https://plan.example/a_b"));
    assert_eq!(field("urldate").as_deref(), Some("2026-07-01"));
    let title = field("title").expect("a title");
    assert!(
        title.contains("50%") && title.contains("the_plan"),
        "{title}"
    );
    let note = field("note").expect("a note");
    assert!(
        note.contains("Tenants") && note.contains("Archived at"),
        "{note}"
    );
}

#[test]
fn keys_are_the_same_in_every_set() {
    let all = details(&site());
    let keys = |details: &[Detail]| -> Vec<String> {
        let items = json(details, Format::CslJson);
        let items = items.as_array().expect("a list").clone();
        let key = |item: &Value| item["id"].as_str().expect("a key").to_owned();
        items.iter().map(key).collect()
    };
    let (both, one) = (keys(&all), keys(&all[1..]));
    assert_eq!(both.len(), 2);
    assert!(both.contains(&one[0]));
}

#[test]
fn sources_are_items_for_citation_processors() {
    let items = json(&details(&site()), Format::CslJson);
    let book = items.as_array().expect("a list").iter();
    let book = book
        .filter(|item| item["title"] == "A book")
        .collect::<Vec<_>>();
    assert_eq!(book[0]["type"], "document");
    assert_eq!(
        book[0]["accessed"]["date-parts"][0],
        serde_json::json!([2026, 7, 1])
    );
}

#[test]
fn feeds_are_read_back_by_an_xml_reader() {
    let all = details(&site());
    let file = text(&all, Format::Opml);
    let tree = roxmltree::Document::parse(&file).expect("it is XML");
    let root = tree.root_element();
    assert_eq!(
        (root.tag_name().name(), root.attribute("version")),
        ("opml", Some("2.0"))
    );
    let outlines: Vec<_> = tree
        .descendants()
        .filter(|node| node.has_tag_name("outline"))
        .collect();
    assert_eq!(outlines.len(), 1);
    let outline = outlines[0];
    assert_eq!(outline.attribute("type"), Some("rss"));
    assert_eq!(outline.attribute("text"), Some("Jackson, “Co-op” <&>"));
    assert_eq!(
        outline.attribute("xmlUrl"),
        Some("https://jackson.example/feed.xml?a=1&b=2")
    );
}

#[test]
fn an_empty_set_is_a_whole_file() {
    assert_eq!(json(&[], Format::Json), serde_json::json!([]));
    check_geojson(&json(&[], Format::GeoJson));
    assert_eq!(json(&[], Format::CslJson), serde_json::json!([]));
    assert_eq!(text(&[], Format::BibTex), "");
    assert!(roxmltree::Document::parse(&text(&[], Format::Opml)).is_ok());
    let file = download(&set(&[], &[]), Format::Csv);
    assert_eq!(file.sentence, "No entries as CSV.");
    assert_eq!(file.text.lines().count(), 1);
}

#[test]
fn a_set_is_made_of_the_rows_that_have_details() {
    let mut catalog = sketch::catalog();
    catalog.rows[1].address = "networks/jackson/".into();
    let all = details(&site());
    let set = Set::of(&catalog, &all, &[1, 0, 99]);
    let titles: Vec<&str> = set.details().iter().map(|d| d.id.as_str()).collect();
    assert_eq!(titles, ["jackson"]);
}

#[test]
fn a_booklet_has_all_that_is_printed() {
    let all = details(&site());
    let places = [None, None];
    let filters = vec!["Sector: Food".to_owned()];
    let booklet = booklet(&sketch::empty(), &set(&all, &places), filters);
    assert_eq!(
        [&booklet.title, &booklet.number, &booklet.day],
        ["Dual Power Commons", "2 entries", "22 November 2026"]
    );
    assert_eq!(booklet.filters, ["Sector: Food"]);
    let chapters = booklet.chapters.iter();
    let headings: Vec<_> = chapters.map(|c| (&*c.heading, &*c.number)).collect();
    assert_eq!(headings, [("Movement", "1 entry"), ("Network", "1 entry")]);
    let jackson = &booklet.chapters[1].entries[0];
    assert_eq!(
        jackson.facts,
        [
            "Jackson, Mississippi, United States",
            "Since May 2014",
            "Active",
            "Food, Land"
        ]
    );
    assert_eq!(
        jackson.fields[..2],
        [
            ("Website", "https://jackson.example/?a=1&b=2".to_owned()),
            ("Contact", "hello@jackson.example".to_owned())
        ]
    );
    assert_eq!(jackson.checked, "Verified 1 July 2026");
    assert_eq!(
        jackson.sources[0],
        "50% {of} the_plan, https://plan.example/a_b, read 1 July 2026"
    );
    let tenants = &booklet.chapters[0].entries[0];
    assert_eq!(tenants.facts, ["Germany", "Active"]);
    assert_eq!(tenants.fields.len(), 1, "only where its page is");
    assert_eq!(tenants.checked, "Not yet verified");
}

fn titled(titles: &[String]) -> Vec<Detail> {
    let entry = |(index, title): (usize, &String)| Detail {
        id: format!("e{index}"),
        title: title.clone(),
        feed: Some(url(&format!("https://feeds.example/{index}"))),
        sources: vec![Source {
            title: title.clone(),
            accessed: Some(day("2026-07-01")),
            ..Source::default()
        }],
        ..Detail::default()
    };
    titles.iter().enumerate().map(entry).collect()
}

proptest! {
    #[test]
    fn any_title_is_read_back(titles in proptest::collection::vec(".*", 1..4)) {
        let all = titled(&titles);
        let file = text(&all, Format::Csv);
        let mut reader = csv::Reader::from_reader(file.as_bytes());
        let column = reader.headers().expect("a header").iter().position(|n| n == "title");
        let rows: Vec<_> = reader.records().map(|r| r.expect("a row")).collect();
        prop_assert_eq!(rows.len(), titles.len());
        for (row, title) in rows.iter().zip(&titles) {
            let cell = &row[column.expect("a title")];
            prop_assert!(cell == title || cell.strip_prefix('\'') == Some(title));
        }
        let opml = text(&all, Format::Opml);
        prop_assert!(roxmltree::Document::parse(&opml).is_ok());
        let bibtex = text(&all, Format::BibTex);
        let works = biblatex::Bibliography::parse(&bibtex);
        let mut different = titles.clone();
        different.sort();
        different.dedup();
        prop_assert!(works.is_ok(), "{bibtex}");
        prop_assert_eq!(works.expect("checked").len(), different.len());
    }
}
