//! Texts: the prose of pages in passages, for excerpts and phrases.
//!
//! A *passage* is a stretch of about 64 words inside one section, cut where a line or a sentence ends. A doc's passages are
//! numbered from 0 over all its sections; a section that has a heading but no words has one empty passage, so that the
//! words of a heading are those of its section's first passage.

use crate::search::format::Bad;

/// About how many words make a passage.
pub const PASSAGE: usize = 64;

/// The text of one doc.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// Its sections in order.
    pub sections: Vec<Passages>,
}

/// A section.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passages {
    /// The heading's anchor; empty for what stands before the first heading.
    pub anchor: String,
    /// The heading's words; empty likewise.
    pub heading: String,
    /// Its passages; at least one.
    pub passages: Vec<String>,
}

/// A block of texts, before it is deflated.
pub fn encode(texts: &[Text]) -> Vec<u8> {
    let _ = texts;
    unimplemented!("engineer F")
}

/// The texts of an inflated block.
pub fn decode(bytes: &[u8]) -> Result<Vec<Text>, Bad> {
    let _ = bytes;
    unimplemented!("engineer F")
}

impl Text {
    /// The section and the words of a passage.
    pub fn passage(&self, number: u16) -> Option<(&Passages, &str)> {
        let _ = number;
        unimplemented!("engineer F")
    }
}
