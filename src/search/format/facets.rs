//! Facets: for each value the docs that have it.

use crate::search::format::Bad;

/// A facet with the values that occur.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facet {
    /// Its name as people type it: `kind`, `approach`, `sector`, `country`, `status`, `tag`.
    pub name: String,
    /// Its name as people read it.
    pub label: String,
    /// Its values, sorted.
    pub values: Vec<Value>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Value {
    /// As people type it: `counter-institution`, `US`, `land/reform`.
    pub value: String,
    /// As people read it.
    pub label: String,
    /// The docs that have it, rising, counted inside their part.
    pub docs: Vec<u32>,
}

/// A block with one facet, before it is deflated.
pub fn encode(facet: &Facet) -> Vec<u8> {
    let _ = facet;
    unimplemented!("engineer F")
}

/// The facet of an inflated block.
pub fn decode(bytes: &[u8]) -> Result<Facet, Bad> {
    let _ = bytes;
    unimplemented!("engineer F")
}
