//! What people type finds what they mean: `tests/search/relevance.toml`, asked of the engine over the real content.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use commons::compile::{compile, settings};
use commons::model::date::Date;
use commons::model::source::{Source, Sources};
use commons::search::answer::Question;
use commons::search::index;
use commons::search::memory::Memory;
use serde::Deserialize;

use crate::world::{DAY_OF_REAL_CONTENT, files, repository};

/// The classes, each with how many queries it must have at least.
const CLASSES: [(&str, usize); 10] = [
    ("title", 10),
    ("alias", 10),
    ("prefix", 8),
    ("abbreviation", 6),
    ("typo", 10),
    ("two words", 8),
    ("phrase", 5),
    ("synonym", 8),
    ("another language", 8),
    ("facet", 6),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    query: Vec<Expected>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    typed: String,
    class: String,
    first: Vec<String>,
}

fn table() -> Vec<Expected> {
    let text = fs::read_to_string(repository().join("tests/search/relevance.toml"));
    let table: Table = toml::from_str(&text.expect("the table")).expect("a table");
    table.query
}

/// A search over the real content.
fn memory() -> Memory {
    let day = Date::parse(DAY_OF_REAL_CONTENT).expect("a day");
    let mut sources = Sources::default();
    let mut site_file = None;
    for (path, bytes) in files(&repository().join("content")) {
        let source = Source {
            path: path.clone(),
            bytes,
        };
        match path.as_str() {
            "site.toml" => site_file = Some(source),
            "synonyms.toml" => sources.synonyms = Some(source),
            note if Path::new(note).extension().is_some_and(|e| e == "md") => {
                sources.notes.push(source);
            }
            _asset => sources.assets.push(path),
        }
    }
    let settings = settings::read(site_file.as_ref(), day, &mut Vec::new());
    let (site, _problems) = compile(&sources, &settings);
    Memory::new(index::files(&site)).expect("our own index")
}

#[test]
fn people_find_what_they_mean() {
    let mut memory = memory();
    let mut missed = Vec::new();
    for expected in table() {
        let answer = memory.answer(&Question {
            text: expected.typed.clone(),
            most: 10,
            ..Question::default()
        });
        let got: Vec<&str> = answer.hits.iter().map(|hit| hit.address.as_str()).collect();
        if !got.starts_with(
            &expected
                .first
                .iter()
                .map(String::as_str)
                .collect::<Vec<_>>(),
        ) {
            let (typed, class, first) = (&expected.typed, &expected.class, &expected.first);
            missed.push(format!("{typed} ({class}): wanted {first:?}, got {got:?}"));
        }
    }
    assert!(
        missed.is_empty(),
        "{} missed\n{}",
        missed.len(),
        missed.join("\n")
    );
}

#[test]
fn every_class_has_its_queries() {
    let table = table();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for expected in &table {
        *counts.entry(&expected.class).or_default() += 1;
    }
    for (class, least) in CLASSES {
        assert!(counts.remove(class) >= Some(least), "{class}");
    }
    assert!(counts.is_empty(), "unknown classes: {counts:?}");
    assert!(table.len() >= 80, "{}", table.len());
}
