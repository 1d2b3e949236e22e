//! Questions to answers, without input and output: the engine says which blocks it still needs, and whoever runs it
//! fetches them. The browser and the terminal run the same one.
//!
//! ```text
//! typed -> names          pages by title, alias, synonym; final before anything is shown
//!       -> terms -> texts pages by their text, below
//!       -> typos          other words in the place of those that nothing knows
//! order -> hits           records, texts, excerpts
//! ```
//!
//! [`Engine::ask`] is total: it never fails, it only lacks. What orders hits stands in `rank`.

mod abbreviations;
mod excerpts;
mod filters;
mod hits;
mod listing;
mod marks;
mod names;
mod order;
mod proposals;
mod rank;
mod search;
mod store;
mod terms;
#[cfg(test)]
mod tests;
mod texts;
mod typed;
mod typos;

use crate::search::answer::{Answer, Question, State};
use crate::search::engine::search::{Search, Spreads};
use crate::search::engine::store::{Lack, Store};
use crate::search::format::Bad;
use crate::search::query::Query;

/// A search over one index.
#[derive(Debug)]
pub struct Engine {
    store: Store,
    spreads: Spreads,
}

/// A block that the engine needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The pack's name below [`FOLDER`](crate::search::format::manifest::FOLDER).
    pub file: String,
    /// Its first byte there.
    pub start: u32,
    /// How many bytes.
    pub length: u32,
    /// What to call it in [`Engine::give`].
    pub block: u32,
}

impl Engine {
    /// An engine for the index with this manifest (inflated, see [`Manifest::decode`](crate::search::format::manifest::Manifest::decode)).
    pub fn new(manifest: &[u8]) -> Result<Engine, Bad> {
        Ok(Engine {
            store: Store::new(manifest)?,
            spreads: Spreads::default(),
        })
    }

    /// The best answer that can be given now, and what must be read for a better one, most urgent first. No reads: the
    /// answer is final. Reads that were named before and have not been given yet are named again.
    pub fn ask(&mut self, question: &Question) -> (Answer, Vec<Read>) {
        let query = Query::parse(&question.text);
        let mut lack = Lack::default();
        let mut answer = if query.is_wordless() {
            listing::answer(&self.store, question, &query, &mut lack)
        } else {
            let search = Search {
                store: &self.store,
                spreads: &mut self.spreads,
                question,
                query: &query,
                lack: &mut lack,
            };
            search.run()
        };
        if lack.reads.is_empty() {
            answer.state = if lack.is_lost {
                State::Partial
            } else {
                State::Complete
            };
        }
        let reads = lack.reads.into_iter().map(|(place, family)| Read {
            file: self.store.manifest.file_name(place.file),
            start: place.start,
            length: place.length,
            block: self.store.number(place, family),
        });
        (answer, reads.collect())
    }

    /// Takes an inflated block; or nothing, where it could not be had: it is then done without, until [`Engine::retry`].
    pub fn give(&mut self, block: u32, bytes: Option<&[u8]>) {
        self.store.give(block, bytes);
    }

    /// Asks again for what could not be had.
    pub fn retry(&mut self) {
        self.store.retry();
    }
}
