//! Footnotes get their numbers once the whole text is read: in the order in which readers meet them.

use std::collections::HashMap;

use crate::model::document::{Block, Definition, Footnote, Inline};

/// Footnotes as the text names them, before they are numbered.
#[derive(Default)]
pub(super) struct Footnotes {
    slots: HashMap<String, usize>,
    found: Vec<Found>,
}

struct Found {
    label: String,
    blocks: Option<Vec<Block>>,
}

impl Footnotes {
    /// The slot of a label; labels differ by more than case.
    pub(super) fn slot(&mut self, label: &str) -> usize {
        let next = self.found.len();
        let slot = *self.slots.entry(label.to_lowercase()).or_insert(next);
        if slot == next {
            self.found.push(Found {
                label: label.to_owned(),
                blocks: None,
            });
        }
        slot
    }

    /// Keeps what a footnote says; the first definition counts.
    pub(super) fn define(&mut self, label: &str, blocks: Vec<Block>) {
        let slot = self.slot(label);
        self.found[slot].blocks.get_or_insert(blocks);
    }

    /// Numbers the references in `blocks`, and returns the footnotes that they and their footnotes refer to.
    pub(super) fn number(self, blocks: &mut [Block]) -> Vec<Footnote> {
        if self.found.is_empty() {
            return Vec::new();
        }
        let mut numbering = Numbering {
            order: vec![None; self.found.len()],
            footnotes: Vec::new(),
            waiting: self.found,
        };
        numbering.blocks(blocks);
        let mut next = 0;
        while let Some(footnote) = numbering.footnotes.get_mut(next) {
            let mut blocks = std::mem::take(&mut footnote.blocks);
            numbering.blocks(&mut blocks);
            numbering.footnotes[next].blocks = blocks;
            next += 1;
        }
        numbering.footnotes
    }
}

struct Numbering {
    /// The index given to each slot.
    order: Vec<Option<usize>>,
    footnotes: Vec<Footnote>,
    waiting: Vec<Found>,
}

impl Numbering {
    fn blocks(&mut self, blocks: &mut [Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &mut Block) {
        match block {
            Block::Paragraph(text) | Block::Heading { text, .. } => self.run(text),
            Block::Quote(blocks) => self.blocks(blocks),
            Block::Callout(callout) => {
                self.run(&mut callout.title);
                self.blocks(&mut callout.blocks);
            }
            Block::List { items, .. } => {
                for item in items {
                    self.blocks(&mut item.blocks);
                }
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    match definition {
                        Definition::Term(text) => self.run(text),
                        Definition::Meaning(blocks) => self.blocks(blocks),
                    }
                }
            }
            Block::Table(table) => {
                let cells = table.head.iter_mut();
                let cells = cells.chain(table.rows.iter_mut().flatten());
                cells.for_each(|cell| self.run(cell));
            }
            Block::Anchored { block, .. } => self.block(block),
            Block::Code { .. } | Block::Math(_) | Block::Rule | Block::Embed(_) => {}
        }
    }

    fn run(&mut self, inlines: &mut [Inline]) {
        for inline in inlines {
            match inline {
                Inline::FootnoteReference { index, number } => {
                    *index = self.place(*index);
                    *number = self.footnotes[*index].references;
                    self.footnotes[*index].references += 1;
                }
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Strike(inner)
                | Inline::Highlight(inner)
                | Inline::Link { text: inner, .. }
                | Inline::Outside { text: inner, .. } => self.run(inner),
                Inline::Text(_)
                | Inline::Code(_)
                | Inline::Media { .. }
                | Inline::EmbedLink(_)
                | Inline::Math(_)
                | Inline::Tag(_)
                | Inline::HardBreak
                | Inline::SoftBreak => {}
            }
        }
    }

    fn place(&mut self, slot: usize) -> usize {
        if let Some(index) = self.order[slot] {
            return index;
        }
        let index = self.footnotes.len();
        self.order[slot] = Some(index);
        let found = &mut self.waiting[slot];
        self.footnotes.push(Footnote {
            label: std::mem::take(&mut found.label),
            references: 0,
            blocks: found.blocks.take().unwrap_or_default(),
        });
        index
    }
}
