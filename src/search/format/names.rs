//! Names: the words of titles, aliases and synonyms, each with the names it stands in.

use std::ops::Range;

use crate::search::format::Bad;

/// A block of names. Lists stay encoded until they are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameBlock {
    /// The words, sorted by their bytes.
    pub words: Vec<NameWord>,
    /// What the lists are read from.
    pub bytes: Vec<u8>,
}

/// A word of names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameWord {
    /// Its form.
    pub form: String,
    /// Where its list stands in [`NameBlock::bytes`].
    pub list: Range<usize>,
}

/// That a word stands in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct InName {
    /// The doc, counted inside its part.
    pub doc: u32,
    /// Which of the doc's names: 0 the title, then its aliases, then its synonyms.
    pub name: u8,
    /// What sort of name that is.
    pub sort: Sort,
    /// Which word of the name, counted from 0.
    pub place: u8,
    /// How many words the name has.
    pub of: u8,
    /// How the word stands there.
    pub role: Role,
}

/// What sort of name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Sort {
    Title,
    Alias,
    Synonym,
}

/// How a word stands in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// As one of its words, or a part of one.
    Word,
    /// All its letters written together: `counterpower` for `Counter-power`, `communitylandtrust`.
    Joined,
    /// The first letters of its words: `clt` for `Community land trust`.
    Initials,
}

/// A block of names, before it is deflated: sorted words, each with its list sorted by doc.
pub fn encode(words: &[(String, Vec<InName>)]) -> Vec<u8> {
    let _ = words;
    unimplemented!("engineer F")
}

/// The names of an inflated block.
pub fn decode(bytes: &[u8]) -> Result<NameBlock, Bad> {
    let _ = bytes;
    unimplemented!("engineer F")
}

impl NameBlock {
    /// The list of a word of this block.
    pub fn list(&self, word: &NameWord) -> Result<Vec<InName>, Bad> {
        let _ = word;
        unimplemented!("engineer F")
    }
}
