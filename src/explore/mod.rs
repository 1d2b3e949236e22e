//! Exploring: one filtered set of entries, many ways to look at it. Pure and for both targets.
//!
//! ```text
//! Site -> Catalog -> bytes                        once, by the build
//! bytes -> Catalog; fragment -> State             in the browser
//! Catalog + State -> set -> list, table, map, timeline, graph, numbers, exports
//! ```
//!
//! - [`catalog`] is the small table of all entries that the browser loads, in both directions; [`summaries`] are their
//!   sentences, in pieces that are loaded when a list needs them; [`docs`] says which of them a page of the search index
//!   is; [`bytes`] is what all these files are made of.
//! - [`facets`] says which rows a selection leaves and how many each further value would; [`set`] is a set of rows.
//! - [`state`] is all that an address says after its `#`, in both directions; [`chips`] are its filters in words.
//! - [`table`] and [`numbers`] are two ways to look at a set; [`graph`] is how entries are tied, [`timeline`] when they
//!   began and ended.
//! - [`places`] finds the point of an entry; the build asks it. [`plane`] is the paper that a map is drawn on, [`land`] the
//!   outline of the land on it; [`map`] puts a set there.
//! - [`allies`] ranks groups for a seeker; [`meeting`] decides what offer meets what need, [`distance`] how far two are.
//! - [`exchange`] is the board of offers and needs, [`compare`] sets entries side by side.
//! - [`detail`] is all that a page tells of an entry, in both directions; [`export`] takes a set of them away, [`shortlist`]
//!   is a set that a reader keeps.
//! - [`lookup`], [`pairs`] and [`phrase`] are the small pieces: values by number, fragments, words.

pub mod bytes;

pub mod catalog;
pub mod docs;
pub mod summaries;

pub mod facets;
pub mod set;

pub mod chips;
pub mod state;

pub mod graph;
pub mod numbers;
pub mod table;
pub mod timeline;

pub mod places;

pub mod plane;

pub mod land;

pub mod map;

pub mod allies;
pub mod compare;
pub mod exchange;

pub mod detail;
pub mod export;
pub mod shortlist;

pub mod distance;
pub mod lookup;
pub mod meeting;
pub mod pairs;
pub mod phrase;

#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
pub(crate) mod sketch;
