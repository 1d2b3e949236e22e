//! What is shown of a page that was found.

use std::rc::Rc;

use crate::model::entry::Approach;
use crate::search::answer::{By, Hit};
use crate::search::engine::excerpts;
use crate::search::engine::marks::Marked;
use crate::search::engine::names::ByName;
use crate::search::engine::store::{Lack, Store};
use crate::search::engine::terms::Spread;
use crate::search::fold::Folded;
use crate::search::format::records::Record;
use crate::search::fuzzy::fit;

/// What to mark.
#[derive(Debug, Default)]
pub(super) struct Sought<'a> {
    /// The letters of the whole query.
    pub(super) letters: &'a str,
    /// What begins words of names.
    pub(super) beginnings: Vec<String>,
    /// What stands in texts.
    pub(super) words: Vec<Rc<Spread>>,
}

/// Shorter beginnings mark nearly every word of a summary.
const SHORTEST_MARK: usize = 3;

/// A page found by one of its names; nothing where its record is not there.
pub(super) fn by_name(
    store: &Store,
    found: ByName,
    sought: &Sought<'_>,
    lack: &mut Lack,
) -> Option<Hit> {
    let record = store.record(found.doc, lack)?;
    let mut hit = plain(store, record);
    let other = name(record, found.name).filter(|_| found.name > 0);
    match other {
        None => hit.title = sought.name(&record.title).pieces(),
        Some(name) => {
            hit.title = Marked::new(&record.title)
                .beginnings(&sought.beginnings)
                .pieces();
            hit.other_name = sought.name(name).pieces();
        }
    }
    let mut long_enough = sought.beginnings.clone();
    long_enough.retain(|begun| begun.len() >= SHORTEST_MARK);
    hit.excerpt = Marked::new(&record.summary)
        .beginnings(&long_enough)
        .pieces();
    Some(hit)
}

/// A name by its number: the title, then aliases, then synonyms.
pub(super) fn name(record: &Record, number: u8) -> Option<&str> {
    let Some(other) = usize::from(number).checked_sub(1) else {
        return Some(&record.title);
    };
    let alias = record.aliases.get(other);
    let synonym = || {
        record
            .synonyms
            .get(other.checked_sub(record.aliases.len())?)
    };
    alias.or_else(synonym).map(String::as_str)
}

/// A page found by its text; nothing where its record or its text is not there yet. A text that is lost is done without.
pub(super) fn by_text(
    store: &Store,
    doc: u32,
    sought: &Sought<'_>,
    lack: &mut Lack,
) -> Option<Hit> {
    let record = store.record(doc, lack);
    let before = lack.misses();
    let text = store.text(doc, lack);
    let record = record?;
    if lack.misses() > before {
        return None;
    }
    let mut hit = plain(store, record);
    hit.by = By::Text;
    hit.title = Marked::new(&record.title).words(&sought.words).pieces();
    let number = usize::try_from(doc).unwrap_or(usize::MAX);
    let places = text.map(|text| excerpts::places(text, &sought.words, number));
    let mut places = places.unwrap_or_default().into_iter();
    match places.next() {
        Some(best) => {
            hit.excerpt = best.excerpt;
            hit.anchor = best.anchor;
            hit.places = places.collect();
        }
        None => hit.excerpt = Marked::new(&record.summary).words(&sought.words).pieces(),
    }
    Some(hit)
}

/// A page that nothing of is marked.
pub(super) fn plain(store: &Store, record: &Record) -> Hit {
    let manifest = &store.manifest;
    let kind = record
        .kind
        .and_then(|kind| manifest.kinds.get(usize::from(kind)));
    let inside = |folder: &&(String, String)| {
        folder.0 != record.address && record.address.starts_with(&folder.0)
    };
    // They are sorted, so outer ones stand first.
    let folders = manifest.folders.iter().filter(inside);
    Hit {
        address: record.address.clone(),
        kind: kind.map(|kind| kind.1.clone()).unwrap_or_default(),
        approach: record.approach.map_or("", Approach::value).to_owned(),
        crumbs: folders.map(|folder| folder.1.clone()).collect(),
        title: Marked::new(&record.title).pieces(),
        excerpt: Marked::new(&record.summary).pieces(),
        ..Hit::default()
    }
}

impl Sought<'_> {
    /// A name by which a page was found, in the order in which it can have been.
    fn name<'a>(&self, name: &'a str) -> Marked<'a> {
        let folded = Folded::new(name);
        let mut typed = self.letters.chars();
        let mut next = typed.next();
        let mut matched = Vec::new();
        for (at, letter) in folded.letters.iter().enumerate() {
            if Some(*letter) == next {
                matched.push(at);
                next = typed.next();
            } else if *letter != ' ' {
                break;
            }
        }
        if next.is_none() {
            return Marked::new(name).letters(&folded, &matched);
        }
        let by_words = Marked::new(name).beginnings(&self.beginnings);
        if by_words.is_any() {
            return by_words;
        }
        let text: String = folded.letters.iter().collect();
        let fit = fit(&text, self.letters).map_or(Vec::new(), |fit| fit.letters);
        Marked::new(name).letters(&folded, &fit)
    }
}
