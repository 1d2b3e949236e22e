//! Records: what a hit shows of a page.

use crate::model::entry::Approach;
use crate::search::format::Bad;

/// One page.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// The page's address, below the site's root.
    pub address: String,
    /// Its title.
    pub title: String,
    /// The number of its kind in the manifest; none for a note.
    pub kind: Option<u8>,
    /// Which half of dual power it belongs to.
    pub approach: Option<Approach>,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Words people also say for it.
    pub synonyms: Vec<String>,
    /// One sentence about it; may be empty.
    pub summary: String,
}

/// A block of records, before it is deflated.
pub fn encode(records: &[Record]) -> Vec<u8> {
    let _ = records;
    unimplemented!("engineer F")
}

/// The records of an inflated block.
pub fn decode(bytes: &[u8]) -> Result<Vec<Record>, Bad> {
    let _ = bytes;
    unimplemented!("engineer F")
}
