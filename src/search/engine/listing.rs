//! A question of filters without words: all pages that pass, by title.
//!
//! Few pages are sorted by the titles of their records. For more, the words of names are read from the beginning: among
//! them stand all titles written together, in order, so the first pages are known without a look at the others.

use crate::search::answer::{Answer, Hit, Question};
use crate::search::engine::filters::Filters;
use crate::search::engine::hits;
use crate::search::engine::store::{Lack, Store};
use crate::search::fold::letters_of;
use crate::search::format::manifest::ByKey;
use crate::search::format::names::{NameBlock, Role, Sort};
use crate::search::query::Query;

/// As many records are read at most to sort by title.
const FEW: usize = 24;

/// Blocks of names that are read at once.
const AHEAD: usize = 4;

/// The answer to a question without words. Without filters nothing is asked for, and only the facets are there to begin
/// with; all pages by number pass, though, as nothing keeps them out.
pub(super) fn answer(store: &Store, question: &Question, query: &Query, lack: &mut Lack) -> Answer {
    let mut answer = Answer::default();
    let filters = Filters::new(store, &query.filters, &question.filters, lack);
    if question.docs {
        let passing = (0..store.manifest.docs).filter(|doc| passes(&filters, *doc));
        answer.docs.extend(passing.filter(|_| lack.misses() == 0));
        return answer;
    }
    if !filters.is_empty() && lack.misses() == 0 {
        let most = usize::try_from(question.most).unwrap_or(usize::MAX);
        let passing = (0..store.len()).filter(|doc| filters.pass(*doc));
        answer.total = u32::try_from(passing.count()).unwrap_or(u32::MAX);
        let docs = by_title(store, &filters, most, lack);
        if lack.misses() == 0 {
            show(store, docs.iter().take(most), lack, &mut answer.hits);
        }
    }
    if question.facets {
        answer.facets = filters.counts(store, &vec![true; store.len()], lack);
    }
    answer
}

/// Appends the hits up to the first whose record is missing.
fn show<'a>(
    store: &Store,
    docs: impl Iterator<Item = &'a u32>,
    lack: &mut Lack,
    hits: &mut Vec<Hit>,
) {
    for doc in docs {
        let hit = store
            .record(*doc, lack)
            .map(|record| hits::plain(store, record));
        if lack.misses() == 0 {
            hits.extend(hit);
        }
    }
}

/// The first of the pages that pass, by title.
fn by_title(store: &Store, filters: &Filters, most: usize, lack: &mut Lack) -> Vec<u32> {
    let passing = (0..store.manifest.docs).filter(|doc| passes(filters, *doc));
    let passing: Vec<u32> = passing.take(FEW + 1).collect();
    if passing.len() > FEW {
        from_names(store, filters, most, lack)
    } else {
        from_records(store, &passing, lack)
    }
}

fn passes(filters: &Filters, doc: u32) -> bool {
    usize::try_from(doc).is_ok_and(|doc| filters.pass(doc))
}

fn from_records(store: &Store, docs: &[u32], lack: &mut Lack) -> Vec<u32> {
    let mut titled: Vec<(String, u32)> = Vec::new();
    for doc in docs {
        if let Some(record) = store.record(*doc, lack) {
            insert(&mut titled, (letters_of(&record.title), *doc));
        }
    }
    titled.into_iter().map(|(_, doc)| doc).collect()
}

/// The parts of the index are read side by side, up to the same word.
fn from_names(store: &Store, filters: &Filters, most: usize, lack: &mut Lack) -> Vec<u32> {
    let parts = &store.manifest.parts;
    let mut titled: Vec<(String, u32)> = Vec::new();
    let mut next = vec![0; parts.len()];
    let before = lack.misses();
    while let Some(part) = least(parts.iter().map(|part| &part.names), &next) {
        let family = &parts[part].names;
        let settled = titled.partition_point(|(title, _)| *title < family.blocks[next[part]].key);
        if settled >= most {
            titled.truncate(settled);
            break;
        }
        let place = family.blocks[next[part]].place;
        if let Some(block) = store.names(place, lack) {
            add_titles(store, (part, block), filters, &mut titled);
        }
        next[part] += 1;
        if lack.misses() >= before + AHEAD {
            break;
        }
    }
    titled.into_iter().map(|(_, doc)| doc).collect()
}

/// The part whose next block begins first.
fn least<'a>(families: impl Iterator<Item = &'a ByKey>, next: &[usize]) -> Option<usize> {
    let keys = families.zip(next).enumerate();
    let keys = keys.filter_map(|(part, (family, at))| Some((&family.blocks.get(*at)?.key, part)));
    keys.min().map(|(_, part)| part)
}

fn add_titles(
    store: &Store,
    block: (usize, &NameBlock),
    filters: &Filters,
    titled: &mut Vec<(String, u32)>,
) {
    let (part, block) = block;
    for word in &block.words {
        for at in block.list(word).unwrap_or_default() {
            let is_whole = at.role == Role::Joined || (at.role == Role::Word && at.of == 1);
            let doc = store
                .doc(part, at.doc)
                .filter(|_| is_whole && at.sort == Sort::Title);
            if let Some(doc) = doc.filter(|doc| passes(filters, *doc)) {
                insert(titled, (word.form.clone(), doc));
            }
        }
    }
}

/// Sorted, without repeats of a doc.
fn insert(titled: &mut Vec<(String, u32)>, one: (String, u32)) {
    if titled.iter().any(|known| known.1 == one.1) {
        return;
    }
    let at = titled.partition_point(|known| *known < one);
    titled.insert(at, one);
}
