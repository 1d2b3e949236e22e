//! What was typed, read: words, phrases, exclusions and filters.
//!
//! | typed | asked |
//! |---|---|
//! | `land trust` | pages with both words; the last one may be only begun, unless a space follows it |
//! | `"land trust"` | these words in this order |
//! | `-church` | pages without the word |
//! | `kind:concept`, `country:"United States"`, `-tag:housing` | pages with, without that value; one facet's values are alternatives |
//!
//! Reading never fails: what is no such form is words.
