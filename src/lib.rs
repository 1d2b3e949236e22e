//! **Commons** turns a folder of Markdown into a directory that a movement can own.
//!
//! Data flows one way:
//!
//! ```text
//! disk -> Sources (path, bytes) -> compile -> Site + Problems -> index -> render -> Artifacts (path, bytes) -> disk
//! ```
//!
//! and in the browser `page + question -> engine -> answer -> island state -> view`.
//!
//! # Codemap, floor by floor (each names only those above it in this list)
//!
//! - [`model`]: what a site is. Plain values and newtypes; no input, no output.
//!   `address` makes every internal href, `document` is the tree that Markdown becomes,
//!   `entry` the typed front matter, `problem` an author's mistake with its place and remedy.
//! - [`compile`]: sources to `(Site, Vec<Problem>)`. Pure and total, for both targets.
//!   `front_matter` (YAML events to a located tree, and that to typed fields by the one table in `schema`; a reader
//!   that fills structs would stop at the first mistake), `markdown` (text to `Document`), `synonyms`, `names` and
//!   `resolve` (links to pages), `graph`, `html`, and one file per rule in `check`.
//! - [`search`]: the index in both directions, and the engine that answers questions from its blocks. Used by build and by
//!   query. In the browser the engine is a WebAssembly module of its own, built without the feature `islands`.
//! - [`explore`]: one filtered set of entries and the ways to look at it: `catalog` (what the browser loads), `facets`,
//!   `state` (what an address says), `table`, `map`, `timeline`, `graph`, `numbers`, `compare`, `export`; `allies` and
//!   `exchange`. Used by build and by browser; its words and numbers are the same in both.
//! - [`view`]: `Site` to `Vec<Artifact>`. `part` are static pieces, `island` the interactive ones
//!   (a plain state struct and a thin component), `page` one file per kind of page. `island::explore` are those of
//!   `explore/`, `allies/`, `exchange/` and `embed/`: with the feature `explorer` they make a module of their own
//!   (`bin/explorer.rs`), loaded there in place of `app`; `explore_files` are the files that it reads.
//! - [`shell`]: the world. `native` has the command line, disk, reports and the server;
//!   `browser` has fetch, storage and the page itself; `boot.js` starts the islands, `search.js` runs the search engine,
//!   `marks.js` marks the words that led to a page.
//!
//! `view`, `explore` and `search` never name `compile`. `tests/it/floors.rs` keeps all of this so.

// A view's type holds the types of all that is in it, and builds without optimisation look through all of them.
#![recursion_limit = "256"]

pub mod model;

#[cfg(any(feature = "islands", not(target_family = "wasm")))]
pub mod compile;

pub mod search;

pub mod explore;

#[cfg(any(feature = "islands", not(target_family = "wasm")))]
pub mod view;

pub mod shell;
