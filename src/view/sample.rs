//! A small site made by hand, for tests of pages and exports.

use std::collections::BTreeMap;

use crate::model::address::Address;
use crate::model::choice::{Choice, Class, List, Lists};
use crate::model::date::{Date, Edtf};
use crate::model::document::Heading;
use crate::model::entry::{Approach, Dispute, Entry, EntryLink, Exchange, Source, Step};
use crate::model::graph::{Backlink, Edge, End, Graph, RelationEnd, RelationGroup};
use crate::model::relation;
use crate::model::settings::{Forge, Repository, Settings};
use crate::model::site::{Front, Note, Page, PageId, Section, Site, Tag};
use crate::model::slug::Slug;
use crate::model::url::Url;
use crate::view::ShellFiles;

// Page 0 is "about".
pub(crate) const DUAL_POWER: PageId = PageId(1);
pub(crate) const JACKSON: PageId = PageId(2);
pub(crate) const TENANTS: PageId = PageId(3);
pub(crate) const TRAIL: PageId = PageId(4);

/// Two ideas' worth of a directory: about, an idea, a network, a movement at risk, a trail.
pub(crate) fn site() -> Site {
    let pages = vec![about(), dual_power(), jackson(), tenants(), trail()];
    let graph = graph(pages.len());
    Site {
        settings: settings(),
        pages,
        graph,
        assets: Vec::new(),
        redirects: vec![(Address::known_page("networks/coopjax"), JACKSON)],
    }
}

/// The same, published at a known address.
pub(crate) fn published() -> Site {
    let mut site = site();
    site.settings.base_url = Some(url("https://commons.example/"));
    site
}

pub(crate) fn shell() -> ShellFiles {
    ShellFiles {
        style: Address::file("assets/style.css"),
        boot: Address::file("assets/boot.js"),
        glue: Address::file("assets/app.js"),
        wasm: Address::file("assets/app.wasm"),
        explorer_glue: Address::file("assets/explorer.js"),
        explorer_wasm: Address::file("assets/explorer.wasm"),
        search: Address::file("assets/search.js"),
        engine_glue: Address::file("assets/engine.js"),
        engine_wasm: Address::file("assets/engine.wasm"),
        marks: Address::file("assets/marks.js"),
    }
}

/// The text of the artifact at `path`.
pub(crate) fn text_at(site: &Site, path: &str) -> String {
    let artifacts = crate::view::render::render(site, &shell());
    let found = artifacts.into_iter().find(|artifact| artifact.path == path);
    let bytes = found
        .unwrap_or_else(|| panic!("no artifact at {path}"))
        .bytes;
    String::from_utf8(bytes).expect("artifacts of this floor are text")
}

/// Asserts that the artifact at `path` of the sample site holds each of `pieces`.
pub(crate) fn check(path: &str, pieces: &[&str]) {
    let text = text_at(&site(), path);
    for piece in pieces {
        assert!(text.contains(piece), "{path} lacks {piece}\n{text}");
    }
}

pub(crate) fn day(text: &str) -> Date {
    Date::parse(text).expect(text)
}

pub(crate) fn url(text: &str) -> Url {
    Url::new(text).expect(text)
}

fn slug(text: &str) -> Slug {
    Slug::new(text).expect(text)
}

fn choice(value: &str, label: &str, plural: &str, class: Option<Class>) -> Choice {
    Choice {
        value: value.into(),
        label: label.into(),
        plural: plural.into(),
        definition: format!("What {label} means."),
        class,
    }
}

fn lists() -> Lists {
    let kinds = vec![
        choice("concept", "Concept", "Concepts", Some(Class::Idea)),
        choice("network", "Network", "Networks", Some(Class::Entity)),
        choice("movement", "Movement", "Movements", Some(Class::Entity)),
        choice("trail", "Trail", "Trails", Some(Class::Trail)),
        choice("note", "Note", "Notes", Some(Class::Note)),
    ];
    let approaches = ["counter-power", "counter-institution", "both"];
    let approaches = approaches.map(|value| choice(value, value, value, None));
    let sectors = ["food", "land", "labor"].map(|value| choice(value, value, value, None));
    Lists::new(BTreeMap::from([
        (List::Kind, kinds),
        (List::Approach, approaches.to_vec()),
        (List::Sector, sectors.to_vec()),
        (
            List::Status,
            vec![choice("active", "Active", "Active", None)],
        ),
    ]))
}

fn settings() -> Settings {
    Settings {
        title: "Dual Power Commons".into(),
        tagline: "A directory of dual power.".into(),
        headline: vec!["Fight what is.".into(), "Build what comes.".into()],
        description: "Two halves.".into(),
        start_trail: Some("ten-steps".into()),
        repository: Some(Repository {
            forge: Forge::GitHub,
            url: url("https://git.example/commons"),
            branch: "main".into(),
            folder: "content".into(),
        }),
        content_licence: "CC BY-SA 4.0".into(),
        code_licence: "MIT or Apache-2.0".into(),
        ..Settings::plain("2026-11-22", lists())
    }
}

fn page(folder: Option<&str>, id: &str, title: &str, class: Class, front: Front) -> Page {
    let folders: Vec<Slug> = folder.into_iter().map(slug).collect();
    let id = slug(id);
    Page {
        address: Address::page(folders.iter().chain([&id])),
        source: format!(
            "{}{id}.md",
            folder.map(|f| format!("{f}/")).unwrap_or_default()
        ),
        id,
        folders,
        title: title.into(),
        aliases: Vec::new(),
        tags: Vec::new(),
        language: None,
        class,
        html: format!("<p>About {title}.</p>"),
        headings: Vec::new(),
        sections: vec![Section {
            anchor: String::new(),
            heading: String::new(),
            text: "word ".repeat(500),
        }],
        front,
    }
}

fn about() -> Page {
    let note = Note {
        description: Some("What this is.".into()),
        ..Note::default()
    };
    page(None, "about", "About", Class::Note, Front::Note(note))
}

fn dual_power() -> Page {
    let entry = Entry {
        kind: "concept".into(),
        summary: "A strategy with two halves.".into(),
        approach: Some(Approach::Both),
        added: Some(day("2026-11-01")),
        sources: vec![source()],
        ..Entry::default()
    };
    let front = Front::Entry(Box::new(entry));
    let mut page = page(
        Some("concepts"),
        "dual-power",
        "Dual <power>",
        Class::Idea,
        front,
    );
    page.tags = vec![Tag {
        segments: vec![slug("strategy"), slug("long")],
    }];
    page.headings = ["One", "Two", "Three"].map(heading).to_vec();
    page
}

fn heading(text: &str) -> Heading {
    Heading {
        level: 2,
        anchor: text.to_lowercase(),
        text: text.into(),
        span: 0..0,
    }
}

fn source() -> Source {
    Source {
        title: "The Plan".into(),
        url: Some(url("https://www.plan.example/a")),
        accessed: Some(day("2026-07-01")),
        archived_url: Some(url("https://archive.example/plan")),
    }
}

fn exchange(title: &str, expires: Option<&str>) -> Exchange {
    Exchange {
        title: title.into(),
        kind: "good".into(),
        terms: Some("lend".into()),
        details_url: None,
        expires: expires.map(day),
    }
}

fn jackson() -> Page {
    let entry = Entry {
        kind: "network".into(),
        summary: "Co-operatives in one city.".into(),
        approach: Some(Approach::CounterInstitution),
        status: Some("active".into()),
        sector: vec!["food".into(), "land".into()],
        founded: Edtf::parse("2014-05-01"),
        place: Some("Jackson".into()),
        region: Some("Mississippi".into()),
        country: Some("US".into()),
        url: Some(url("https://www.jackson.example/")),
        links: vec![EntryLink {
            rel: "docs".into(),
            url: url("https://docs.example/"),
        }],
        verified: Some(day("2026-07-01")),
        added: Some(day("2026-11-02")),
        sources: vec![source(), source()],
        offers: vec![
            exchange("Tool library", None),
            exchange("Old offer", Some("2026-01-01")),
        ],
        disputed: vec![Dispute {
            claim: "founding date".into(),
            note: "Two sources differ.".into(),
            sources: vec![1, 2],
        }],
        ..Entry::default()
    };
    let front = Front::Entry(Box::new(entry));
    let mut page = page(
        Some("networks"),
        "cooperation-jackson",
        "Cooperation Jackson",
        Class::Entity,
        front,
    );
    page.aliases = vec!["CoopJax".into()];
    page
}

fn tenants() -> Page {
    let entry = Entry {
        kind: "movement".into(),
        summary: "=Tenants who organise.".into(),
        approach: Some(Approach::CounterPower),
        status: Some("active".into()),
        sector: vec!["land".into()],
        place: Some("Secret town".into()),
        region: Some("Secret region".into()),
        country: Some("US".into()),
        email: Some("hello@example.org".into()),
        contact_consent: true,
        at_risk: true,
        url_withheld: true,
        added: Some(day("2026-11-03")),
        seeks: vec![Exchange {
            details_url: Some(url("https://secret.example/tools")),
            ..exchange("Tools", Some("2026-12-31"))
        }],
        ..Entry::default()
    };
    let front = Front::Entry(Box::new(entry));
    page(Some("networks"), "tenants", "Tenants", Class::Entity, front)
}

fn trail() -> Page {
    let step = |to: &str, note: Option<&str>| Step {
        to: to.into(),
        note: note.map(str::to_owned),
    };
    let entry = Entry {
        kind: "trail".into(),
        summary: "A first path.".into(),
        added: Some(day("2026-11-04")),
        steps: vec![
            step("dual-power", Some("The definition.")),
            step("cooperation-jackson", None),
            step("tenants", None),
        ],
        ..Entry::default()
    };
    page(
        Some("trails"),
        "ten-steps",
        "Ten steps",
        Class::Trail,
        Front::Entry(Box::new(entry)),
    )
}

fn graph(pages: usize) -> Graph {
    let mut graph = Graph {
        relations: vec![Vec::new(); pages],
        backlinks: vec![Vec::new(); pages],
        links: vec![Vec::new(); pages],
        related: vec![Vec::new(); pages],
        trails: vec![Vec::new(); pages],
        ..Graph::default()
    };
    let end = |to: End| RelationEnd {
        to,
        since: Edtf::parse("2019"),
        until: None,
        note: Some("from the start".into()),
        source: Some(1),
    };
    graph.relations[JACKSON.0] = vec![RelationGroup {
        label: "exemplifies",
        definition: "The subject is a case of an idea.",
        others: vec![
            end(End::Page(DUAL_POWER)),
            end(End::Outside("Elsewhere".into())),
        ],
    }];
    let edge = |from, name, to| Edge {
        from,
        kind: relation::ALL
            .iter()
            .find(|kind| kind.name == name)
            .expect(name),
        to,
        since: None,
        until: None,
        note: None,
        source: None,
    };
    graph.edges = vec![
        edge(JACKSON, "exemplifies", DUAL_POWER),
        edge(TENANTS, "critiques", DUAL_POWER),
    ];
    graph.links[JACKSON.0] = vec![DUAL_POWER];
    graph.backlinks[DUAL_POWER.0] = vec![Backlink {
        from: JACKSON,
        before: "It is a case of ".into(),
        words: "dual power".into(),
        after: " in one city.".into(),
    }];
    graph.related[JACKSON.0] = vec![TENANTS];
    graph.trails[JACKSON.0] = vec![(TRAIL, 1)];
    graph
}
