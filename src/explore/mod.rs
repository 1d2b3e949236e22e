//! Exploring: one filtered set of entries, many ways to look at it. Pure and for both targets.
//!
//! ```text
//! Site -> Catalog -> bytes                        once, by the build
//! bytes -> Catalog; fragment -> State             in the browser
//! Catalog + State -> set -> list, table, map, timeline, graph, numbers, exports
//! ```
//!
//! - [`catalog`] is the small table of all entries that the browser loads, in both directions.
//! - [`allies`] ranks groups for a seeker; [`meeting`] decides what offer meets what need, [`distance`] how far two are.
//! - [`exchange`] is the board of offers and needs, [`compare`] sets entries side by side.
//! - [`detail`] is all that a page tells of an entry, in both directions; [`export`] takes a set of them away.
//! - [`lookup`], [`pairs`] and [`phrase`] are the small pieces: values by number, fragments, words.

pub mod catalog;

pub mod allies;
pub mod compare;
pub mod exchange;

pub mod detail;
pub mod export;

pub mod distance;
pub mod lookup;
pub mod meeting;
pub mod pairs;
pub mod phrase;

#[cfg(test)]
pub(crate) mod sketch;
