use std::collections::BTreeMap;

use proptest::{prop_assert, proptest};

use super::{Detail, details, read, write};
use crate::model::address::Address;
use crate::model::choice::{Class, Lists};
use crate::model::date::{Date, Edtf};
use crate::model::entry::{Approach, Dispute, Entry, EntryLink, Exchange, Geo, Precision, Source};
use crate::model::graph::{End, Graph, RelationEnd, RelationGroup};
use crate::model::settings::Settings;
use crate::model::site::{Front, Page, PageId, Site, Tag};
use crate::model::slug::Slug;
use crate::model::url::Url;

/// What must never be seen of the entry at risk.
pub(crate) const SECRETS: [&str; 9] = [
    "Hidden town",
    "Hidden region",
    "12.34",
    "56.78",
    "hidden@example.org",
    "hidden-contact",
    "hidden-feed",
    "Hidden area",
    "at_risk",
];

/// A group that tells everything, and one at risk whose front matter tells everything too.
pub(crate) fn site() -> Site {
    let pages = vec![
        page("jackson", "Jackson, “Co-op” <&>", jackson()),
        page("tenants", "Tenants", tenants()),
    ];
    let mut graph = Graph {
        relations: vec![Vec::new(); pages.len()],
        ..Graph::default()
    };
    let end = |to| RelationEnd {
        to,
        since: Edtf::parse("2019~"),
        until: None,
        note: Some("from the start".into()),
        source: Some(1),
    };
    graph.relations[0] = vec![RelationGroup {
        label: "allied with",
        definition: "",
        others: vec![
            end(End::Page(PageId(1))),
            end(End::Outside("Elsewhere".into())),
        ],
    }];
    Site {
        settings: settings(),
        pages,
        graph,
        assets: Vec::new(),
        redirects: Vec::new(),
    }
}

fn settings() -> Settings {
    Settings {
        today: day("2026-11-22"),
        title: "Dual Power Commons".into(),
        tagline: String::new(),
        headline: Vec::new(),
        description: String::new(),
        language: "en".into(),
        base_url: Some(url("https://commons.example/")),
        start_trail: None,
        repository: None,
        content_licence: String::new(),
        code_licence: String::new(),
        verify_every: 365,
        lists: Lists::new(BTreeMap::new()),
    }
}

fn page(id: &str, title: &str, entry: Entry) -> Page {
    let slug = |text: &str| Slug::new(text).expect(text);
    Page {
        address: Address::known_page(&format!("networks/{id}")),
        id: slug(id),
        folders: vec![slug("networks")],
        source: format!("networks/{id}.md"),
        title: title.into(),
        aliases: vec!["CoopJax".into()],
        tags: vec![Tag {
            segments: vec![slug("land"), slug("reform")],
        }],
        language: None,
        class: Class::Entity,
        html: String::new(),
        headings: Vec::new(),
        sections: Vec::new(),
        front: Front::Entry(Box::new(entry)),
    }
}

pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

pub(crate) fn url(text: &str) -> Url {
    Url::new(text).expect(text)
}

fn exchange(title: &str, expires: Option<&str>) -> Exchange {
    Exchange {
        title: title.into(),
        kind: "good".into(),
        terms: Some("lend".into()),
        details_url: Some(url("https://jackson.example/tools")),
        expires: expires.map(day),
    }
}

fn jackson() -> Entry {
    Entry {
        kind: "network".into(),
        summary: "=Co-operatives, in \"one\" city.".into(),
        approach: Some(Approach::CounterInstitution),
        status: Some("active".into()),
        sector: vec!["food".into(), "land".into()],
        governance: vec!["assembly".into()],
        founded: Edtf::parse("2014-05"),
        place: Some("Jackson".into()),
        region: Some("Mississippi".into()),
        country: Some("US".into()),
        area_served: vec!["US".into(), "MX".into()],
        location_precision: Precision::Exact,
        location_consent: true,
        geo: Some(Geo {
            lat: "32.29876".into(),
            lon: "-90.18".into(),
        }),
        url: Some(url("https://jackson.example/?a=1&b=2")),
        links: vec![EntryLink {
            rel: "source-code".into(),
            url: url("https://code.example/"),
        }],
        feed: Some(url("https://jackson.example/feed.xml?a=1&b=2")),
        email: Some("hello@jackson.example".into()),
        contact_consent: true,
        verified: Some(day("2026-07-01")),
        sources: vec![
            source("50% {of} the_plan", "https://plan.example/a_b"),
            source("A book", ""),
        ],
        offers: vec![
            exchange("Tool library", Some("2027-01-01")),
            exchange("Old offer", Some("2026-01-01")),
        ],
        disputed: vec![Dispute {
            claim: "founding date".into(),
            note: "Two sources differ.".into(),
            sources: vec![1, 2],
        }],
        ..Entry::default()
    }
}

fn source(title: &str, at: &str) -> Source {
    Source {
        title: title.into(),
        url: Url::new(at).ok(),
        accessed: Some(day("2026-07-01")),
        archived_url: Some(url("https://archive.example/plan")),
    }
}

fn tenants() -> Entry {
    Entry {
        kind: "movement".into(),
        summary: "Tenants who organise.".into(),
        status: Some("active".into()),
        place: Some("Hidden town".into()),
        region: Some("Hidden region".into()),
        country: Some("DE".into()),
        area_served: vec!["Hidden area".into()],
        location_precision: Precision::Exact,
        location_consent: true,
        geo: Some(Geo {
            lat: "12.34".into(),
            lon: "56.78".into(),
        }),
        email: Some("hidden@example.org".into()),
        contact_consent: true,
        contact_form: Some(url("https://example.org/hidden-contact")),
        feed: Some(url("https://example.org/hidden-feed")),
        at_risk: true,
        url_withheld: true,
        sources: vec![source("50% {of} the_plan", "https://plan.example/a_b")],
        ..Entry::default()
    }
}

#[test]
fn details_come_back_as_they_were_written() {
    let all = details(&site());
    assert_eq!(all.len(), 2);
    let text = write(&all.iter().collect::<Vec<_>>());
    assert_eq!(read(text.as_bytes()), Ok(all));
}

#[test]
fn a_detail_tells_what_the_page_tells() {
    let all = details(&site());
    let jackson = &all[0];
    assert_eq!(jackson.address, "networks/jackson/");
    assert_eq!(jackson.language, "en");
    assert_eq!(jackson.tags, ["land/reform"]);
    assert_eq!(jackson.location_precision.as_deref(), Some("exact"));
    assert_eq!(jackson.offers.len(), 1, "what has expired is gone");
    assert_eq!(jackson.verify_every, 365);
    let names: Vec<&str> = jackson
        .relations
        .iter()
        .map(super::Relation::other)
        .collect();
    assert_eq!(names, ["Tenants", "Elsewhere"]);
    assert_eq!(jackson.relations[0].to.as_deref(), Some("tenants"));
}

#[test]
fn those_at_risk_tell_no_more_than_their_country() {
    let all = details(&site());
    let text = write(&[&all[1]]);
    for secret in SECRETS {
        assert!(!text.contains(secret), "{secret}");
    }
    assert_eq!(all[1].location_precision.as_deref(), Some("country"));
}

#[test]
fn every_key_of_the_file_is_always_there() {
    let empty: serde_json::Value =
        serde_json::from_str(&write(&[&Detail::default()])).expect("it is JSON");
    let keys = empty[0].as_object().expect("an object");
    assert!(keys.contains_key("feed") && keys.contains_key("relations"));
    assert!(keys["founded"].is_null());
    assert_eq!(read(b"[{}]"), Ok(vec![Detail::default()]));
}

#[test]
fn what_is_no_list_of_details_is_refused() {
    for bad in [
        "",
        "{}",
        "[1]",
        r#"[{"founded":"soon"}]"#,
        r#"[{"url":"javascript:alert(1)"}]"#,
        r#"[{"links":[{"rel":"docs"}]}]"#,
    ] {
        assert!(read(bad.as_bytes()).is_err(), "{bad}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..60)) {
        let _ = read(&bytes);
    }

    #[test]
    fn any_title_and_summary_come_back(title in ".*", summary in ".*") {
        let detail = Detail { title, summary, ..Detail::default() };
        let text = write(&[&detail]);
        prop_assert!(read(text.as_bytes()) == Ok(vec![detail]));
    }
}
