//! Small sites made by hand, for tests of the search.

use std::collections::BTreeMap;

use crate::model::address::Address;
use crate::model::choice::{Choice, Class, List, Lists};
use crate::model::entry::Entry;
use crate::model::graph::Graph;
use crate::model::settings::Settings;
use crate::model::site::{Front, Page, Section, Site, Tag};
use crate::model::slug::Slug;
use crate::search::index;
use crate::search::memory::Memory;

/// A page in short.
#[derive(Debug, Clone, Default)]
pub(crate) struct Sketch<'a> {
    pub(crate) title: &'a str,
    pub(crate) aliases: &'a [&'a str],
    pub(crate) synonyms: &'a [&'a str],
    pub(crate) summary: &'a str,
    /// The value of its kind; `concept` where left out.
    pub(crate) kind: &'a str,
    pub(crate) country: &'a str,
    pub(crate) tags: &'a [&'a str],
    /// Headings, the first one empty, each with its words.
    pub(crate) text: &'a [(&'a str, &'a str)],
}

/// A page that is only called so.
pub(crate) fn named<'a>(
    title: &'a str,
    aliases: &'a [&'a str],
    synonyms: &'a [&'a str],
    summary: &'a str,
) -> Sketch<'a> {
    Sketch {
        title,
        aliases,
        synonyms,
        summary,
        ..Sketch::default()
    }
}

/// A site of these pages.
pub(crate) fn site(sketches: &[Sketch<'_>]) -> Site {
    let mut pages: Vec<Page> = sketches.iter().map(page).collect();
    pages.sort_by(|a, b| a.address.cmp(&b.address));
    pages.dedup_by(|a, b| a.address == b.address);
    Site {
        settings: settings(),
        pages,
        graph: Graph::default(),
        assets: Vec::new(),
        redirects: Vec::new(),
    }
}

/// A search over a site of these pages.
pub(crate) fn search(sketches: &[Sketch<'_>]) -> Memory {
    Memory::new(index::files(&site(sketches))).expect("our own index")
}

fn page(sketch: &Sketch<'_>) -> Page {
    let kind = if sketch.kind.is_empty() {
        "concept"
    } else {
        sketch.kind
    };
    let id = Slug::from_words(sketch.title);
    let folder = Slug::from_words(&format!("{kind}s"));
    let entry = Entry {
        kind: kind.to_owned(),
        summary: sketch.summary.to_owned(),
        synonyms: owned(sketch.synonyms),
        country: Some(sketch.country.to_owned()).filter(|country| !country.is_empty()),
        ..Entry::default()
    };
    let tag = |tag: &&str| Tag {
        segments: tag.split('/').map(Slug::from_words).collect(),
    };
    let section = |(heading, text): &(&str, &str)| Section {
        anchor: heading.to_lowercase().replace(' ', "-"),
        heading: (*heading).to_owned(),
        text: (*text).to_owned(),
    };
    Page {
        address: Address::page([&folder, &id]),
        source: format!("{folder}/{id}.md"),
        id,
        folders: vec![folder],
        title: sketch.title.to_owned(),
        aliases: owned(sketch.aliases),
        tags: sketch.tags.iter().map(tag).collect(),
        language: None,
        class: Class::Idea,
        html: String::new(),
        headings: Vec::new(),
        sections: sketch.text.iter().map(section).collect(),
        front: Front::Entry(Box::new(entry)),
    }
}

fn owned(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

fn settings() -> Settings {
    let kind = |value: &str, label: &str| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        plural: format!("{label}s"),
        definition: String::new(),
        class: Some(Class::Idea),
    };
    let kinds = vec![
        kind("concept", "Concept"),
        kind("network", "Network of groups"),
    ];
    let lists = Lists::new(BTreeMap::from([(List::Kind, kinds)]));
    Settings::plain("2026-07-01", lists)
}
