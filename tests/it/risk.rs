//! Groups at risk: what their front matter says of where they are and how to reach them comes out nowhere, not even where
//! the checker was not heeded.

use std::collections::BTreeMap;

use commons::compile::{compile, settings};
use commons::explore::catalog::{Catalog, Exactness};
use commons::explore::detail::{self, Detail};
use commons::explore::export::booklet::booklet;
use commons::explore::export::{Format, Set, download};
use commons::model::address::Address;
use commons::model::date::Date;
use commons::model::source::{Source, Sources};
use commons::search::answer::Question;
use commons::search::index;
use commons::search::memory::Memory;
use commons::view::ShellFiles;
use commons::view::render::render;
use libdeflater::{DecompressionError, Decompressor};

use crate::world::TODAY;

/// At risk, and careless: everything that must not be told is there.
const CARELESS: &str = "\
---
title: River Defenders
kind: movement
summary: People who keep a river from being dammed.
status: active
domain: traditional
url_withheld: true
at_risk: true
place: Quxburgtown
region: Zembladistrict
country: CO
area_served: [BO]
location_precision: exact
location_consent: true
geo: { lat: 5.43217, lon: -73.36219 }
email: secretbox@defenders.example
contact_consent: true
contact_form: https://defenders.example/secretform
feed: https://defenders.example/secretfeed.xml
offers: [{ title: Shared boats, type: good, terms: lend, details_url: https://defenders.example/secretoffer }]
seeks: [{ title: Legal help, type: service, details_url: https://defenders.example/secretneed }]
verified: 2026-06-01
sources:
  - { title: A report, url: https://report.example/, accessed: 2026-06-01 }
relations:
  - { type: allied-with, to: open-league }
---
They meet by the river.
";

/// Open, and near to it in everything that may be told.
const OPEN: &str = "\
---
title: Open League
kind: network
summary: Groups that publish where they are.
status: active
domain: traditional
url: https://league.example/
place: Bogotá
country: CO
location_precision: city
location_consent: true
geo: { lat: 4.61, lon: -74.08 }
email: hello@league.example
contact_consent: true
feed: https://league.example/feed.xml
seeks: [{ title: Boats, type: good }]
verified: 2026-06-01
sources:
  - { title: Its own page, url: https://league.example/about, accessed: 2026-06-01 }
---
A league of groups such as the [[River Defenders]].
";

/// What is in no output, however it is packed. Of the coordinates also what is left of them in hundredths of a degree.
const SECRETS: [&str; 14] = [
    "Quxburg",
    "quxburg",
    "Zembla",
    "zembla",
    "5.43",
    "5,43",
    "73.36",
    "73,36",
    "543217",
    "secretbox",
    "secretform",
    "secretfeed",
    "secretoffer",
    "secretneed",
];

/// Every output file by its path.
struct Output(BTreeMap<String, Vec<u8>>);

fn output() -> Output {
    let note = |(path, text): (&str, &str)| Source {
        path: path.to_owned(),
        bytes: text.as_bytes().to_vec(),
    };
    let notes = [
        ("movements/river-defenders.md", CARELESS),
        ("networks/open-league.md", OPEN),
    ];
    let sources = Sources {
        notes: notes.map(note).to_vec(),
        ..Sources::default()
    };
    let site_file = Source {
        path: "site.toml".to_owned(),
        bytes: b"title = \"Commons\"\nbase_url = \"https://commons.example/\"\n".to_vec(),
    };
    let today = Date::parse(TODAY).expect("a day");
    let settings = settings::read(Some(&site_file), today, &mut Vec::new());
    let (site, problems) = compile(&sources, &settings);
    assert!(
        !problems.is_empty(),
        "the checker refuses what is tested here"
    );
    let artifacts = render(&site, &shell());
    Output(artifacts.into_iter().map(|a| (a.path, a.bytes)).collect())
}

fn shell() -> ShellFiles {
    let file = |name: &str| Address::file(&format!("assets/{name}"));
    ShellFiles {
        style: file("style.css"),
        boot: file("boot.js"),
        glue: file("app.js"),
        wasm: file("app.wasm"),
        explorer_glue: file("explorer.js"),
        explorer_wasm: file("explorer.wasm"),
        search: file("search.js"),
        engine_glue: file("engine.js"),
        engine_wasm: file("engine.wasm"),
        marks: file("marks.js"),
    }
}

impl Output {
    fn bytes(&self, path: &str) -> &[u8] {
        self.0.get(path).expect(path)
    }

    /// The file and all that is packed in it.
    fn contents(bytes: &[u8]) -> Vec<Vec<u8>> {
        let starts = 0..bytes.len();
        let packed = starts.filter_map(|start| inflated(&bytes[start..]));
        std::iter::once(bytes.to_vec()).chain(packed).collect()
    }

    /// The catalog, as a browser reads it.
    fn catalog(&self) -> Catalog {
        let files = self.0.iter();
        let mut files = files.filter(|(path, _)| path.starts_with("data/explore/"));
        let found = files.find_map(|(_, bytes)| Catalog::decode(&inflated(bytes)?).ok());
        found.expect("the catalog")
    }

    fn details(&self) -> Vec<Detail> {
        detail::read(self.bytes("data/entries.json")).expect("the details")
    }
}

/// A zlib stream that begins here, inflated; nothing where none does.
fn inflated(bytes: &[u8]) -> Option<Vec<u8>> {
    // The first byte of a zlib stream with a window of 32 kB, as all of ours.
    if bytes.first() != Some(&0x78) {
        return None;
    }
    let mut out = vec![0; 1 << 12];
    loop {
        match Decompressor::new().zlib_decompress(bytes, &mut out) {
            Ok(length) => {
                out.truncate(length);
                return Some(out);
            }
            Err(DecompressionError::InsufficientSpace) if out.len() < 1 << 24 => {
                out.resize(out.len() * 4, 0);
            }
            Err(_not_one) => return None,
        }
    }
}

#[track_caller]
fn check(what: &str, bytes: &[u8]) {
    for secret in SECRETS {
        let found = bytes.windows(secret.len()).any(|w| w == secret.as_bytes());
        assert!(!found, "{what} tells “{secret}”");
    }
}

#[test]
fn no_output_file_tells_where_they_are_or_how_to_reach_them() {
    let output = output();
    let mut packed = 0;
    for (path, bytes) in &output.0 {
        for (number, content) in Output::contents(bytes).iter().enumerate() {
            packed += usize::from(number > 0);
            check(path, content);
        }
    }
    assert!(
        packed > 8,
        "{packed} streams: the files are not read any more"
    );
    let page = output.bytes("movements/river-defenders/index.html");
    let page = String::from_utf8_lossy(page);
    assert!(page.contains("Shared boats") && page.contains("Colombia"));
}

#[test]
fn no_download_tells_it_either() {
    let output = output();
    let (catalog, details) = (output.catalog(), output.details());
    assert_eq!((catalog.rows.len(), details.len()), (2, 2));
    let set = Set::of(&catalog, &details, &[0, 1]);
    for format in Format::ALL {
        let file = download(&set, format);
        check(format.label(), (file.text + &file.sentence).as_bytes());
        assert!(file.count > 0, "{}", format.label());
    }
    let booklet = format!("{:?}", booklet(&catalog, &set, Vec::new()));
    check("the booklet", booklet.as_bytes());
    for reachable in [Format::GeoJson, Format::Opml] {
        let text = download(&set, reachable).text;
        assert!(text.contains("Open League"), "{text}");
        assert!(!text.contains("River Defenders"), "{text}");
    }
}

#[test]
fn on_the_map_they_are_in_the_middle_of_their_country_and_no_nearer() {
    let catalog = output().catalog();
    let row = |title: &str| catalog.rows.iter().find(|row| row.title == title);
    let place = row("River Defenders").and_then(|row| row.place.clone());
    let place = place.expect("a place");
    assert_eq!(place.exactness, Exactness::Country);
    assert_eq!(place.name, "Colombia");
    assert_ne!((place.lat, place.lon), (543, -7336));
    let open = row("Open League").and_then(|row| row.place.as_ref());
    assert_eq!(open.map(|place| place.exactness), Some(Exactness::Town));
}

#[test]
fn no_search_for_it_finds_them() {
    let output = output();
    let files = output.0.iter();
    let files = files.filter_map(|(path, bytes)| {
        let name = path.strip_prefix("data/search/")?;
        let is_page = name == "index.html";
        (!is_page).then(|| (name.to_owned(), bytes.clone()))
    });
    let files: index::Files = files.collect();
    let mut memory = Memory::new(files).expect("our own index");
    let mut found = |words: &str| {
        let answer = memory.answer(&Question {
            text: words.to_owned(),
            most: 10,
            ..Question::default()
        });
        let mut hits = answer.hits.iter();
        hits.any(|hit| hit.address == "movements/river-defenders/")
    };
    assert!(found("river dammed"));
    for words in [
        "quxburgtown",
        "zembladistrict",
        "secretbox",
        "secretfeed",
        "\"5.43217\"",
    ] {
        assert!(!found(words), "{words}");
    }
}
