//! Static pieces of pages.
