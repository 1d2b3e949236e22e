//! The catalog, its format, and the ranking of titles: one implementation for build and query.
//!
//! [`catalog`] writes and reads the table of all pages, [`titles`] ranks its rows for a query.
//! [`fold`] is the one place that decides which letters count as equal, [`fuzzy`] the only one that names `fuzzy_matcher`.

pub mod catalog;
pub mod titles;

pub mod fold;
pub mod fuzzy;
