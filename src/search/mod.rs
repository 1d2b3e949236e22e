//! The catalog, its format, and the ranking of titles: one implementation for build and query.
