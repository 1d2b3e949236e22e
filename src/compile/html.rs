//! Our tree to HTML: safe by construction, since only elements and attributes named here are ever written.
//!
//! Entry point: [`write`]. Every piece of text goes through `escape`, every internal href through `address::relative`,
//! every id begins with `u-` and stands only in the page's own prose, never in what it embeds.

mod block;
mod embed;
mod escape;
mod inline;

use crate::compile::html::embed::Stretch;
use crate::model::address::{Address, relative};
use crate::model::document::{Document, LinkId};
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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
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
pub(crate) fn write(page: PageId, site: Rendering<'_>, limit: usize, out: &mut String) -> bool {
    let document = site.documents[page.0];
    let mut writer = Writer {
        site,
        host: page,
        stretches: vec![Stretch { page, anchor: None }],
        outline: Outline::below(1),
        end: out.len() + limit - CLOSING.min(limit / 2),
        whole: true,
        out,
    };
    writer.blocks(&document.blocks);
    writer.footnotes(&document.footnotes);
    writer.whole
}

/// The embeds of `page` that lead back to it, with the pages on the way round; the last of these embeds it.
///
/// `write` puts a link in the place of each.
pub(crate) fn embed_cycles(page: PageId, site: Rendering<'_>) -> Vec<(LinkId, Vec<PageId>)> {
    embed::cycles(page, site)
}

/// Room kept within the limit for what closes open elements once it is reached: at most eight embeds and their links,
/// each with at most as many open elements as containers nest deep.
const CLOSING: usize = 16 * 1024;

/// A page's prose on its way to HTML.
struct Writer<'a, 'o> {
    site: Rendering<'a>,
    /// The page that is written: hrefs lead from it.
    host: PageId,
    /// What is being written, outermost first; all but the first are embeds. Never empty.
    stretches: Vec<Stretch>,
    outline: Outline,
    out: &'o mut String,
    /// Nothing new begins once `out` is this long.
    end: usize,
    /// Whether nothing was left out so far.
    whole: bool,
}

impl Writer<'_, '_> {
    /// The page whose words are being written.
    fn page(&self) -> PageId {
        self.stretches
            .last()
            .map_or(self.host, |stretch| stretch.page)
    }

    /// Ids stand only in the page's own prose: embedded, they would stand there twice.
    fn has_ids(&self) -> bool {
        self.stretches.len() == 1
    }

    /// Whether the limit is reached; from then on all loops end.
    fn is_full(&mut self) -> bool {
        let full = self.out.len() >= self.end;
        self.whole &= !full;
        full
    }

    fn raw(&mut self, markup: &str) {
        self.out.push_str(markup);
    }

    fn text(&mut self, text: &str) {
        self.whole &= escape::push_text(text, self.end, self.out);
    }

    /// ` name="value"`.
    fn attribute(&mut self, name: &str, value: &str) {
        self.out.extend([" ", name, "=\""]);
        self.whole &= escape::push_value(value, self.end, self.out);
        self.out.push('"');
    }

    /// ` id="u-…"`, in the page's own prose.
    fn id(&mut self, id: &str) {
        if self.has_ids() {
            self.attribute("id", id);
        }
    }

    /// Where link `link` of the page being written leads.
    fn target(&self, link: LinkId) -> &Target {
        let targets = self.site.targets.get(self.page().0);
        let target = targets.and_then(|targets| targets.get(link.0));
        target.unwrap_or(&Target::Nowhere)
    }

    fn href(&self, page: PageId, anchor: Option<&Anchor>) -> String {
        let fragment = anchor.and_then(|anchor| self.fragment(page, anchor));
        if page == self.host && fragment.is_some() {
            return format!("#{}", fragment.unwrap_or_default());
        }
        let mut href = self.file_href(&self.site.addresses[page.0]);
        if let Some(fragment) = fragment {
            href.push('#');
            href.push_str(&fragment);
        }
        href
    }

    fn file_href(&self, address: &Address) -> String {
        relative(&self.site.addresses[self.host.0], address)
    }

    /// The id of a place.
    fn fragment(&self, page: PageId, anchor: &Anchor) -> Option<String> {
        match anchor {
            Anchor::Heading(index) => {
                let heading = self.site.documents[page.0].headings.get(*index)?;
                Some(heading_id(&heading.anchor))
            }
            Anchor::Block(id) => Some(block_id(id)),
        }
    }
}

fn heading_id(anchor: &str) -> String {
    format!("u-{anchor}")
}

/// Headings' ids never hold a dot, so these differ from them.
fn block_id(id: &str) -> String {
    format!("u-b.{id}")
}

/// The levels of headings: authors may begin with any and skip some, the page neither.
struct Outline {
    /// The level of what holds the headings: the page's title, or the heading above an embed.
    base: usize,
    /// The authored levels of the headings that are open, outermost first.
    open: Vec<u8>,
}

impl Outline {
    fn below(level: usize) -> Outline {
        Outline {
            base: level,
            open: Vec::new(),
        }
    }

    /// The level at which the last heading was written.
    fn level(&self) -> usize {
        (self.base + self.open.len()).min(6)
    }

    /// The level at which to write a heading of the authored `level`.
    fn enter(&mut self, level: u8) -> usize {
        while self.open.last().is_some_and(|open| *open >= level) {
            self.open.pop();
        }
        self.open.push(level);
        self.level()
    }
}

#[cfg(test)]
mod tests;
