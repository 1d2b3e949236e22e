//! Blocks that hold no other: runs of text, code and HTML, put into the innermost container when they end.

use std::ops::Range;

use crate::compile::highlight;
use crate::compile::markdown::anchor;
use crate::compile::markdown::build::{Builder, Container, Hidden};
use crate::compile::markdown::run::Run;
use crate::model::document::{Block, Definition, Heading, Inline, Link, push_text};

/// What a run of text becomes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Leaf {
    /// A paragraph.
    Paragraph,
    /// The words of a tight item: the parser opens no paragraph for them.
    Tight,
    /// A heading of this level.
    Heading(u8),
    /// A cell of a table.
    Cell,
    /// A term to be defined.
    Term,
}

/// Text in which nothing is markup.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Raw {
    /// Code in this language.
    Code(String),
    /// HTML.
    Html,
}

impl Raw {
    /// Code whose fence says `info`.
    pub(super) fn code(info: &str) -> Raw {
        let word = info.split([' ', '\t', ',', '{']).next().unwrap_or_default();
        let sound = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '+' | '#' | '-');
        Raw::Code(word.to_lowercase().chars().filter(sound).collect())
    }
}

/// Code or HTML that is still open.
pub(super) struct OpenRaw {
    raw: Raw,
    text: String,
    span: Range<usize>,
    hidden: bool,
}

impl Builder<'_> {
    /// Begins a run of text.
    pub(super) fn open_leaf(&mut self, leaf: Leaf, span: Range<usize>) {
        self.settle();
        self.count_block();
        self.run = Some(Run::new(leaf, span));
    }

    /// Begins a run where inlines come without a paragraph around them.
    pub(super) fn begin_run(&mut self, span: &Range<usize>) {
        if self.run.is_none() {
            let end = self.top().end.max(span.end);
            self.run = Some(Run::new(Leaf::Tight, span.start..end));
        }
    }

    /// Ends a run that no event ends.
    pub(super) fn settle(&mut self) {
        if matches!(&self.run, Some(run) if run.leaf == Leaf::Tight) {
            self.close_leaf();
        }
    }

    /// Ends a run of text.
    pub(super) fn close_leaf(&mut self) {
        self.flush();
        let Some(run) = self.run.take() else { return };
        if self.hidden == Some(Hidden::Run) {
            self.hidden = None;
        }
        let (leaf, span) = (run.leaf, run.span.clone());
        let mut inlines = run.into_inlines();
        if inlines.iter().all(is_blank) {
            inlines.clear();
        }
        match leaf {
            Leaf::Paragraph => self.add_paragraph(inlines, &span),
            Leaf::Tight => {
                if let Container::Item { tight, .. } = &mut self.top().container {
                    *tight = true;
                }
                self.add_paragraph(inlines, &span);
            }
            Leaf::Heading(level) => self.add_heading(level, inlines, span),
            Leaf::Cell => self.add_cell(inlines),
            Leaf::Term => self.add_term(inlines),
        }
    }

    fn add_paragraph(&mut self, mut inlines: Vec<Inline>, span: &Range<usize>) {
        if let Container::Callout {
            title: title @ None,
            ..
        } = &mut self.top().container
        {
            let line = |i: &Inline| matches!(i, Inline::SoftBreak | Inline::HardBreak);
            let end = inlines.iter().position(line).unwrap_or(inlines.len());
            let rest = inlines.split_off(end);
            *title = Some(inlines);
            inlines = rest.into_iter().skip(1).collect();
        }
        let id = anchor::take_block_id(&mut inlines);
        let id = id.filter(|id| self.add_block_id(id, span));
        if inlines.is_empty() {
            if let Some(id) = id {
                self.anchor_last(id);
            }
            return;
        }
        let first = self.top().blocks.is_empty();
        let id = match (&mut self.top().container, id) {
            (Container::Item { id: own @ None, .. }, Some(id)) if first => {
                *own = Some(id);
                None
            }
            (_, id) => id,
        };
        let blocks = paragraphs(inlines);
        self.top().blocks.extend(blocks);
        if let Some(id) = id {
            self.anchor_last(id);
        }
    }

    /// Gives the last block an id; a block has one at most.
    fn anchor_last(&mut self, id: String) {
        let top = self.top();
        match top.blocks.pop() {
            Some(block @ Block::Anchored { .. }) => top.blocks.push(block),
            Some(block) => top.blocks.push(Block::Anchored {
                id,
                block: Box::new(block),
            }),
            None => {
                if let Container::Item { id: own @ None, .. } = &mut top.container {
                    *own = Some(id);
                }
            }
        }
    }

    fn add_heading(&mut self, level: u8, mut inlines: Vec<Inline>, span: Range<usize>) {
        let id = anchor::take_block_id(&mut inlines);
        let own = anchor::take_heading_id(&mut inlines);
        if inlines.is_empty() {
            return;
        }
        let id = id.filter(|id| self.add_block_id(id, &span));
        let text = heading_text(&inlines, &self.document.links);
        let anchor = self.slugger.id(own.as_deref().unwrap_or(&text));
        let index = self.document.headings.len();
        self.document.headings.push(Heading {
            level,
            anchor,
            text,
            span,
        });
        self.top().blocks.push(Block::Heading {
            index,
            text: inlines,
        });
        if let Some(id) = id {
            self.anchor_last(id);
        }
    }

    fn add_cell(&mut self, inlines: Vec<Inline>) {
        if let Some(table) = &mut self.table {
            table.cells.push(inlines);
        }
    }

    fn add_term(&mut self, inlines: Vec<Inline>) {
        if let Container::Definitions(parts) = &mut self.top().container {
            parts.push(Definition::Term(inlines));
        } else {
            self.top().blocks.push(Block::Paragraph(inlines));
        }
    }

    /// Begins code or HTML.
    pub(super) fn open_raw(&mut self, raw: Raw, span: Range<usize>) {
        self.settle();
        self.count_block();
        self.raw = Some(OpenRaw {
            raw,
            text: String::new(),
            span,
            hidden: self.hidden.is_some(),
        });
    }

    /// Adds text to code or HTML; false where none is open.
    pub(super) fn push_raw(&mut self, text: &str) -> bool {
        match &mut self.raw {
            Some(open) => {
                open.text.push_str(text);
                true
            }
            None => false,
        }
    }

    /// Ends code or HTML.
    pub(super) fn close_raw(&mut self) {
        let Some(open) = self.raw.take().filter(|open| !open.hidden) else {
            return;
        };
        let block = match open.raw {
            Raw::Code(language) => {
                self.code += open.text.len();
                let known = if self.code > highlight::LONGEST {
                    ""
                } else {
                    &language
                };
                let pieces = highlight::pieces(known, open.text);
                Block::Code { language, pieces }
            }
            Raw::Html => {
                let html = open.text.trim();
                let inner = html
                    .strip_prefix("<!--")
                    .and_then(|s| s.strip_suffix("-->"));
                if html.is_empty() || inner.is_some_and(|inner| !inner.contains("-->")) {
                    return;
                }
                self.report_html(&open.span);
                Block::Paragraph(vec![Inline::Text(html.to_owned())])
            }
        };
        self.top().blocks.push(block);
    }

    /// A thematic break.
    pub(super) fn rule(&mut self) {
        self.settle();
        self.count_block();
        if self.hidden.is_none() {
            self.top().blocks.push(Block::Rule);
        }
    }
}

/// A paragraph; or, where it holds nothing but embeds or a displayed formula, these.
fn paragraphs(inlines: Vec<Inline>) -> Vec<Block> {
    let alone = |i: &Inline| matches!(i, Inline::EmbedLink(_) | Inline::SoftBreak);
    if inlines.iter().all(alone) {
        let mut embeds = Vec::new();
        for inline in inlines {
            if let Inline::EmbedLink(link) = inline {
                embeds.push(Block::Embed(link));
            }
        }
        return embeds;
    }
    match <[Inline; 1]>::try_from(inlines) {
        Ok([Inline::Math(math)]) if math.starts_with(r#"<math display="block""#) => {
            vec![Block::Math(math)]
        }
        Ok([inline]) => vec![Block::Paragraph(vec![inline])],
        Err(inlines) => vec![Block::Paragraph(inlines)],
    }
}

/// Whether readers see nothing of it.
fn is_blank(inline: &Inline) -> bool {
    match inline {
        Inline::Text(text) => text.trim().is_empty(),
        Inline::SoftBreak | Inline::HardBreak => true,
        Inline::Code(_)
        | Inline::Emphasis(_)
        | Inline::Strong(_)
        | Inline::Strike(_)
        | Inline::Highlight(_)
        | Inline::Link { .. }
        | Inline::Outside { .. }
        | Inline::Media { .. }
        | Inline::EmbedLink(_)
        | Inline::Math(_)
        | Inline::FootnoteReference { .. }
        | Inline::Tag(_) => false,
    }
}

/// A heading's words. A link without words stands for the last part of its path.
fn heading_text(inlines: &[Inline], links: &[Link]) -> String {
    let mut text = String::new();
    for inline in inlines {
        push_text(std::slice::from_ref(inline), &mut text);
        if let Inline::Link { link, text: words } = inline
            && words.is_empty()
        {
            let path = &links[link.0].path;
            text.push_str(path.rsplit('/').next().unwrap_or(path));
        }
    }
    text.trim().to_owned()
}
