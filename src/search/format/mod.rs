//! The files of the index, in both directions.
//!
//! ```text
//! data/search/manifest.bin       fixed name: what stands where; small at any size of the site
//! data/search/<16 hex>.bin       packs, named by their contents: blocks one after the other, each a zlib stream
//! ```
//!
//! A reader fetches the manifest whole and blocks by their place (file, start, length), with an HTTP range where the host
//! knows ranges and by the whole pack where not. Every `decode` here takes *inflated* bytes of one block, is total, and
//! allocates at most a small multiple of what it was given: see [`LARGEST_GROWTH`].
//!
//! A *doc* is a page in the index. Docs are numbered by a hash of their address, so that the number says nothing and a new
//! page moves only few others into another block. Records and texts go by that number, over the whole site. The four
//! inverted families (names, vocabulary, terms, facets) are made twice, for the *settled* and for the *recent* part of the
//! site (by the date an entry was added), and count docs inside their part: so one more entry changes the small part only.

use std::fmt;

mod bits;
mod bytes;
pub mod facets;
#[cfg(test)]
mod golden;
mod lengths;
pub mod manifest;
pub mod names;
pub mod records;
pub mod terms;
pub mod texts;
pub mod vocabulary;

/// No honest block grows by more than this when it is inflated; a reader stops there.
pub const LARGEST_GROWTH: usize = 64;

/// May stand before a block of texts or terms, any number of times, so that its stream's length is a round number: that
/// weighs less in the manifest, and these families have most of the blocks.
pub(crate) const FILLER: u8 = 0;

/// Where such a block begins.
const BEGIN: u8 = 1;

/// Why bytes are not what they should be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bad {
    /// The first bytes are not ours.
    Magic,
    /// It is ours, but of a version that this program cannot read.
    Version(u8),
    /// It ends too early, or a number in it is out of bounds.
    Damaged,
}

impl fmt::Display for Bad {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Bad::Magic => f.write_str("this is no search index"),
            Bad::Version(version) => {
                write!(
                    f,
                    "the search index has version {version}, which this program cannot read"
                )
            }
            Bad::Damaged => f.write_str("the search index is damaged"),
        }
    }
}
