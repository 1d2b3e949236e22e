//! Search: one tokenizer, one format and one ranking for build and query.
//!
//! ```text
//! Site -> index -> Files (manifest, packs)            once, by the build
//! Files + Question -> engine -> Answer                at every key, in the browser and in the terminal
//! ```
//!
//! - [`fold`] decides which letters count as equal, [`words`] what a word is.
//! - [`format`] holds the files of the index in both directions: what `index` writes, [`engine`] reads.
//! - `deflate` packs and unpacks blocks outside the browser, which does it by itself; the only file that names `libdeflater`.
//! - `index` makes the files from a site; on the build's side only.
//! - [`query`] reads what was typed; [`engine`] says what it still has to read, and answers with what it has.
//! - `memory` runs it over an index in memory, for the terminal and for tests.
//! - [`answer`] is the question and the answer as they travel between the engine and who asked.
//! - [`fuzzy`] fits abbreviations to names.

pub mod fold;
pub mod words;

pub mod format;

#[cfg(not(target_family = "wasm"))]
pub mod deflate;
#[cfg(not(target_family = "wasm"))]
pub mod index;

pub mod answer;
pub mod engine;
pub mod fuzzy;
pub mod query;

#[cfg(not(target_family = "wasm"))]
pub mod memory;
#[cfg(test)]
pub(crate) mod sample;
