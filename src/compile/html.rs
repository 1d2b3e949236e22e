//! Our tree to HTML: safe by construction, since only elements and attributes named here are ever written.

use crate::model::address::Address;
use crate::model::document::Document;
use crate::model::site::PageId;

/// Where a link leads, once looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// A page, and the anchor inside it (a heading's, or a block id), without prefix.
    Page {
        /// Which one.
        page: PageId,
        /// The place inside it.
        anchor: Option<Anchor>,
    },
    /// A file of the content folder that is copied along.
    File(Address),
    /// Nowhere: the words are shown without a link.
    Nowhere,
}

/// A place inside a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Anchor {
    /// `Document::headings[index]`.
    Heading(usize),
    /// A block id.
    Block(String),
}

/// All that one page's HTML needs to know of the others.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Rendering<'a> {
    /// Every page's address, by [`PageId`].
    pub(crate) addresses: &'a [Address],
    /// Every page's title, by [`PageId`].
    pub(crate) titles: &'a [String],
    /// Every page's prose, by [`PageId`].
    pub(crate) documents: &'a [&'a Document],
    /// Every page's link targets, by [`PageId`] and `LinkId`.
    pub(crate) targets: &'a [Vec<Target>],
}

/// Appends the prose of `page` as HTML to `out`. Returns false where the output limit cut it.
pub(crate) fn write(_page: PageId, _site: Rendering<'_>, _limit: usize, _out: &mut String) -> bool {
    unimplemented!("helper A")
}
