//! Terms: all words with the docs, fields and passages they occur in.
//!
//! Words of one stem (`organise`, `organising`) make a *group*. All lists of a group stand in the block of its first word;
//! the other words, where they fall into other blocks, say which one that is. So the browser needs no stemmer.

use std::ops::Range;

use crate::search::format::Bad;

/// A block of terms. Lists stay encoded until they are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TermBlock {
    /// The words, sorted by their bytes.
    pub forms: Vec<Form>,
    /// The groups that have their lists here.
    pub groups: Vec<Group>,
    /// What the lists are read from.
    pub bytes: Vec<u8>,
}

/// A word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Its folded letters.
    pub form: String,
    /// Where its group is.
    pub home: Home,
}

/// Where a group is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Home {
    /// In this block, with this number.
    Here(u32),
    /// In another block of the family; to be looked up there under the same form.
    Block(u32),
}

/// Words of one stem.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Group {
    /// The words, sorted.
    pub members: Vec<Member>,
}

/// A word of a group.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Member {
    /// Its folded letters.
    pub form: String,
    /// How many docs hold it.
    pub docs: u32,
    /// Where its list stands in [`TermBlock::bytes`].
    pub list: Range<usize>,
}

/// The fields of a doc that hold a word, as bits.
pub mod field {
    /// Its title.
    pub const TITLE: u8 = 1;
    /// Its aliases and synonyms.
    pub const NAMES: u8 = 2;
    /// Its summary and its tags.
    pub const SUMMARY: u8 = 4;
    /// A heading.
    pub const HEADING: u8 = 8;
    /// The prose.
    pub const BODY: u8 = 16;
}

/// The list of a word: parallel vectors, one place for each doc that holds it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Postings {
    /// The docs, rising, counted inside their part.
    pub docs: Vec<u32>,
    /// The fields that hold it: bits of [`field`].
    pub fields: Vec<u8>,
    /// Where the doc's passages end in `passages`; they begin where the last doc's end.
    pub ends: Vec<u32>,
    /// For heading and prose the numbers of the passages that hold it, rising: see [`crate::search::format::texts`].
    pub passages: Vec<u16>,
}

/// What [`encode`] takes: a group's members with their lists, or a word whose group is in another block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// A group of this block: members sorted; those that fall into other blocks are there too.
    Group(Vec<(String, Postings)>),
    /// A word of this block whose group is in that one.
    Elsewhere(String, u32),
}

/// A block of terms, before it is deflated. `key` is where the block begins and `next` where the next one does: members
/// of groups outside these bounds are words of other blocks.
pub fn encode(written: &[Written], key: &str, next: Option<&str>) -> Vec<u8> {
    let _ = (written, key, next);
    unimplemented!("engineer F")
}

/// The terms of an inflated block.
pub fn decode(bytes: &[u8]) -> Result<TermBlock, Bad> {
    let _ = bytes;
    unimplemented!("engineer F")
}

impl TermBlock {
    /// The list of a member of this block.
    pub fn list(&self, member: &Member) -> Result<Postings, Bad> {
        let _ = member;
        unimplemented!("engineer F")
    }
}
