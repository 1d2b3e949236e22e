//! The docs of an index: pages in the order of their hashes, and which of them are recent.

use crate::model::date::Date;
use crate::model::site::{Front, Page, PageId, Site};
use crate::search::index::packs::{first_bytes, number};

/// A smaller site has one part: all of its words are a few blocks.
const LARGE: usize = 1024;

/// The recent part is smaller than this share of the site, so that a new entry changes little.
const SHARE: usize = 64;

/// The numbers of all docs.
pub(super) struct Numbering {
    /// The pages, by number; the hash of each address stands before.
    pub(super) docs: Vec<(u64, PageId)>,
    /// The numbers of the recent ones, rising.
    pub(super) recent: Vec<u32>,
}

impl Numbering {
    pub(super) fn of(site: &Site) -> Numbering {
        let mut docs: Vec<(u64, PageId)> = site
            .numbered()
            .map(|(id, page)| (hash(page.address.as_str()), id))
            .collect();
        // Pages are sorted by address, and so are those of one hash.
        docs.sort_unstable();
        let is_recent = recent(site);
        let numbers = (0..number(docs.len())).zip(&docs);
        let recent = numbers
            .filter(|(_, (_, id))| is_recent[id.0])
            .map(|(number, _)| number);
        Numbering {
            recent: recent.collect(),
            docs,
        }
    }
}

fn hash(address: &str) -> u64 {
    u64::from_be_bytes(first_bytes(address.as_bytes()))
}

/// Of each page whether it belongs to the recent part: those that were added last, so many that the settled part only
/// grows by whole steps.
fn recent(site: &Site) -> Vec<bool> {
    let count = site.pages.len();
    let mut is_recent = vec![false; count];
    if count >= LARGE {
        let step = SHARE.max((1 << count.ilog2()) / SHARE);
        let mut by_day: Vec<(Option<Date>, PageId)> = site
            .numbered()
            .map(|(id, page)| (added(page), id))
            .collect();
        by_day.sort_unstable();
        for (_, id) in by_day.into_iter().rev().take(count % step) {
            is_recent[id.0] = true;
        }
    }
    is_recent
}

fn added(page: &Page) -> Option<Date> {
    match &page.front {
        Front::Entry(entry) => entry.added,
        Front::Note(note) => note.created,
    }
}
