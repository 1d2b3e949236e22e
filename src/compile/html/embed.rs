//! Embeds: the words of one page inside another.

use std::collections::HashSet;

use crate::compile::html::{Anchor, Outline, Rendering, Target, Writer};
use crate::model::document::{Block, Definition, Document, Item, LinkId};
use crate::model::site::PageId;

/// How deep embeds may nest: each level is read inside the one before, and nobody follows further.
const DEEPEST: usize = 8;

/// What is being written: a page, or a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct Stretch {
    /// Which page.
    pub(super) page: PageId,
    /// Which part of it; `None` for all.
    pub(super) anchor: Option<Anchor>,
}

/// What an embed shows.
enum Shown<'a> {
    Blocks(&'a [Block]),
    Block(&'a Block),
    Item(&'a Item),
    Nothing,
}

impl<'a> Writer<'a, '_> {
    /// The target's words and a link to where they come from; only the link where the target is written already.
    pub(super) fn embed(&mut self, link: LinkId) {
        let stretch = match self.target(link) {
            Target::Page { page, anchor } => Stretch {
                page: *page,
                anchor: anchor.clone(),
            },
            Target::File(_) | Target::Nowhere => return self.only_link(link),
        };
        if self.stretches.contains(&stretch) || self.stretches.len() > DEEPEST {
            return self.only_link(link);
        }
        let title = self.name(link);
        self.raw("<section class=\"embed\"");
        self.attribute("aria-label", &title);
        self.raw(">\n");
        self.stretch(stretch);
        self.only_link(link);
        self.raw("</section>\n");
    }

    fn only_link(&mut self, link: LinkId) {
        self.raw("<p class=\"embed-source\">");
        self.link(link, &[]);
        self.raw("</p>\n");
    }

    fn stretch(&mut self, stretch: Stretch) {
        let document: &'a Document = self.site.documents[stretch.page.0];
        let shown = show(document, stretch.anchor.as_ref());
        let outline = Outline::below(self.outline.level());
        let outer = std::mem::replace(&mut self.outline, outline);
        self.stretches.push(stretch);
        match shown {
            Shown::Blocks(blocks) => self.blocks(blocks),
            Shown::Block(block) => self.block(block),
            Shown::Item(item) => {
                self.raw("<ul>\n");
                self.items(std::slice::from_ref(item));
                self.raw("</ul>\n");
            }
            Shown::Nothing => {}
        }
        self.stretches.pop();
        self.outline = outer;
    }
}

fn show<'a>(document: &'a Document, anchor: Option<&Anchor>) -> Shown<'a> {
    match anchor {
        None => Shown::Blocks(&document.blocks),
        Some(Anchor::Heading(index)) => {
            section(document, &document.blocks, *index).map_or(Shown::Nothing, Shown::Blocks)
        }
        Some(Anchor::Block(id)) => block(&document.blocks, id).unwrap_or(Shown::Nothing),
    }
}

/// The heading and all up to the next one that is not below it.
fn section<'a>(document: &Document, blocks: &'a [Block], index: usize) -> Option<&'a [Block]> {
    let level = document.headings.get(index)?.level;
    let begin = blocks
        .iter()
        .position(|block| heading(block) == Some(index));
    let Some(begin) = begin else {
        let inside = |inner: &'a [Block]| section(document, inner, index);
        return blocks.iter().flat_map(children).find_map(inside);
    };
    let ends = |block: &Block| {
        let other = heading(block).and_then(|other| document.headings.get(other));
        other.is_some_and(|other| other.level <= level)
    };
    let length = blocks[begin + 1..].iter().position(ends);
    let end = length.map_or(blocks.len(), |length| begin + 1 + length);
    Some(&blocks[begin..end])
}

fn heading(block: &Block) -> Option<usize> {
    match block {
        Block::Heading { index, .. } => Some(*index),
        Block::Anchored { block, .. } => heading(block),
        Block::Paragraph(_)
        | Block::Quote(_)
        | Block::Callout(_)
        | Block::Code { .. }
        | Block::Math(_)
        | Block::List { .. }
        | Block::Definitions(_)
        | Block::Table(_)
        | Block::Rule
        | Block::Embed(_) => None,
    }
}

fn block<'a>(blocks: &'a [Block], id: &str) -> Option<Shown<'a>> {
    blocks.iter().find_map(|candidate| {
        let own = own(candidate, id);
        own.or_else(|| {
            children(candidate)
                .into_iter()
                .find_map(|inner| block(inner, id))
        })
    })
}

/// What has this id in a block itself: the block that it wraps, or one of its items.
fn own<'a>(block: &'a Block, id: &str) -> Option<Shown<'a>> {
    if let Block::List { items, .. } = block {
        let item = items.iter().find(|item| item.id.as_deref() == Some(id));
        return item.map(Shown::Item);
    }
    if let Block::Anchored { id: own, block } = block
        && own == id
    {
        return Some(Shown::Block(block));
    }
    None
}

/// The blocks inside a block.
fn children(block: &Block) -> Vec<&[Block]> {
    match block {
        Block::Quote(blocks) => vec![blocks],
        Block::Callout(callout) => vec![&callout.blocks],
        Block::List { items, .. } => items.iter().map(|item| item.blocks.as_slice()).collect(),
        Block::Definitions(definitions) => definitions.iter().filter_map(meaning).collect(),
        Block::Anchored { block, .. } => vec![std::slice::from_ref(block)],
        Block::Paragraph(_)
        | Block::Heading { .. }
        | Block::Code { .. }
        | Block::Math(_)
        | Block::Table(_)
        | Block::Rule
        | Block::Embed(_) => Vec::new(),
    }
}

fn meaning(definition: &Definition) -> Option<&[Block]> {
    match definition {
        Definition::Meaning(blocks) => Some(blocks),
        Definition::Term(_) => None,
    }
}

/// Embeds of `page` that lead back to it.
pub(super) fn cycles(page: PageId, site: Rendering<'_>) -> Vec<(LinkId, Vec<PageId>)> {
    let whole = Stretch { page, anchor: None };
    let mut search = Search {
        site,
        home: page,
        dead: HashSet::new(),
        path: Vec::new(),
    };
    let mut found = Vec::new();
    for (link, stretch) in embeds(&whole, site) {
        if search.leads_home(&stretch) {
            found.push((link, std::mem::take(&mut search.path)));
        }
    }
    found
}

/// The embeds in a stretch.
fn embeds(stretch: &Stretch, site: Rendering<'_>) -> Vec<(LinkId, Stretch)> {
    let document = site.documents[stretch.page.0];
    let mut links = Vec::new();
    match show(document, stretch.anchor.as_ref()) {
        Shown::Blocks(blocks) => push_embeds(blocks, &mut links),
        Shown::Block(block) => push_embeds(std::slice::from_ref(block), &mut links),
        Shown::Item(item) => push_embeds(&item.blocks, &mut links),
        Shown::Nothing => {}
    }
    let target = |link: LinkId| site.targets[stretch.page.0].get(link.0);
    let lead = |link: LinkId| match target(link) {
        Some(Target::Page { page, anchor }) => {
            let (page, anchor) = (*page, anchor.clone());
            Some((link, Stretch { page, anchor }))
        }
        Some(Target::File(_) | Target::Nowhere) | None => None,
    };
    links.into_iter().filter_map(lead).collect()
}

fn push_embeds(blocks: &[Block], links: &mut Vec<LinkId>) {
    for block in blocks {
        if let Block::Embed(link) = block {
            links.push(*link);
        }
        for inner in children(block) {
            push_embeds(inner, links);
        }
    }
}

/// A walk along embeds, at most as deep as they are written.
struct Search<'a> {
    site: Rendering<'a>,
    home: PageId,
    /// What was walked already and leads elsewhere.
    dead: HashSet<Stretch>,
    /// The pages on the way.
    path: Vec<PageId>,
}

impl Search<'_> {
    fn leads_home(&mut self, stretch: &Stretch) -> bool {
        if stretch.page == self.home && stretch.anchor.is_none() {
            return true;
        }
        if self.path.len() > DEEPEST || !self.dead.insert(stretch.clone()) {
            return false;
        }
        self.path.push(stretch.page);
        let inner = embeds(stretch, self.site);
        if inner.iter().any(|(_, next)| self.leads_home(next)) {
            self.dead.remove(stretch);
            return true;
        }
        self.path.pop();
        false
    }
}
