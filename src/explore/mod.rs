//! Exploring: one filtered set of entries, many ways to look at it. Pure and for both targets.
//!
//! ```text
//! Site -> Catalog -> bytes                        once, by the build
//! bytes -> Catalog; fragment -> State             in the browser
//! Catalog + State -> set -> list, table, map, timeline, graph, numbers, exports
//! ```
//!
//! - [`catalog`] is the small table of all entries that the browser loads, in both directions.
//! - [`graph`] is how entries are tied: its layout, its file, neighbourhoods, paths, what to draw.
//! - [`timeline`] is when entries began and ended: bars, lanes, a window over time.

pub mod catalog;
pub mod graph;
pub mod timeline;
