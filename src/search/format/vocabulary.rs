//! The vocabulary: all words of names and texts, to mend typing errors with.

use crate::search::format::Bad;

/// A word and how common it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Known {
    /// Its form.
    pub form: String,
    /// The binary logarithm of how many docs hold it, so that one doc more seldom changes it.
    pub weight: u8,
}

/// A block of words, before it is deflated: sorted by their bytes, each written as what differs from the one before.
pub fn encode(words: &[Known]) -> Vec<u8> {
    let _ = words;
    unimplemented!("engineer F")
}

/// The words of an inflated block.
pub fn decode(bytes: &[u8]) -> Result<Vec<Known>, Bad> {
    let _ = bytes;
    unimplemented!("engineer F")
}
