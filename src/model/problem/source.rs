//! Mistakes in a file as a whole, before a word of it is read.

use std::fmt;

use crate::model::problem::{Explain, Severity};

/// A file that cannot be taken as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SourceFact {
    /// The content folder holds no Markdown file.
    Empty,
    /// The file system would not give it.
    Unreadable {
        /// What the system said.
        reason: String,
    },
    /// A symbolic link that leads out of the content folder, or nowhere.
    LinkOutside,
    /// Bytes that are no UTF-8; the place is the first such byte.
    NotUtf8,
    /// Longer than the limit.
    TooLong {
        /// Its length in bytes.
        bytes: u64,
        /// The limit in bytes.
        limit: u64,
    },
    /// A NUL or another control character that text never has.
    Control {
        /// The character.
        character: char,
    },
    /// A character that changes the direction of text.
    Bidi {
        /// The character.
        character: char,
    },
    /// Two files give the same address.
    SameAddress {
        /// The other file.
        other: String,
        /// The address both would have.
        address: String,
    },
    /// A name whose address the program needs for itself.
    Reserved {
        /// The address.
        address: String,
    },
}

impl Explain for SourceFact {
    fn code(&self) -> &'static str {
        match self {
            SourceFact::Empty => "empty-folder",
            SourceFact::Unreadable { .. } => "unreadable-file",
            SourceFact::LinkOutside => "symlink-outside",
            SourceFact::NotUtf8 => "not-utf8",
            SourceFact::TooLong { .. } => "file-too-long",
            SourceFact::Control { .. } => "control-character",
            SourceFact::Bidi { .. } => "bidi-control",
            SourceFact::SameAddress { .. } => "same-address",
            SourceFact::Reserved { .. } => "reserved-address",
        }
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn help(&self) -> String {
        match self {
            SourceFact::Empty => "add a file such as `concepts/commons.md`".into(),
            SourceFact::Unreadable { .. } => "make the file readable, or remove it".into(),
            SourceFact::LinkOutside => "copy the file into the content folder in place of the symbolic link".into(),
            SourceFact::NotUtf8 => "save the file as UTF-8".into(),
            SourceFact::TooLong { .. } => "split it into several files that link to each other".into(),
            SourceFact::Control { .. } => "delete the character".into(),
            SourceFact::Bidi { .. } => {
                "delete the character; right-to-left words need none, `lang:` in the front matter sets the direction".into()
            }
            SourceFact::SameAddress { .. } => "rename one of the two files".into(),
            SourceFact::Reserved { .. } => "rename the file or folder".into(),
        }
    }
}

impl fmt::Display for SourceFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SourceFact::Empty => f.write_str("no Markdown file here"),
            SourceFact::Unreadable { reason } => write!(f, "cannot read this file: {reason}"),
            SourceFact::LinkOutside => {
                f.write_str("this symbolic link leads out of the content folder")
            }
            SourceFact::NotUtf8 => f.write_str("this is not UTF-8 text"),
            SourceFact::TooLong { bytes, limit } => {
                write!(f, "this file has {bytes} bytes; the limit is {limit}")
            }
            SourceFact::Control { character } => {
                write!(f, "control character U+{:04X}", u32::from(*character))
            }
            SourceFact::Bidi { character } => write!(
                f,
                "character U+{:04X} changes the direction of text unseen",
                u32::from(*character)
            ),
            SourceFact::SameAddress { other, address } => {
                write!(f, "this file and `{other}` both become `{address}`")
            }
            SourceFact::Reserved { address } => {
                write!(f, "the address `{address}` is the site's own")
            }
        }
    }
}
