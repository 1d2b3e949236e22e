//! Exploring: one filtered set of entries, many ways to look at it. Pure and for both targets.
//!
//! ```text
//! Site -> Catalog -> bytes                        once, by the build
//! bytes -> Catalog; fragment -> State             in the browser
//! Catalog + State -> set -> list, table, map, timeline, graph, numbers, exports
//! ```
//!
//! - [`catalog`] is the small table of all entries that the browser loads, in both directions.
//! - [`places`] finds the point of an entry; the build asks it.

pub mod catalog;
pub mod places;
