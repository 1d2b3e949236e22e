//! What a document gathers within its limits, and what is wrong with it.

use std::ops::Range;

use crate::compile::markdown::build::Builder;
use crate::compile::markdown::limits::{DEEPEST, MOST_BLOCKS, MOST_EVENTS, MOST_LINKS};
use crate::model::document::{Fragment, Link, LinkId};
use crate::model::problem::Place;
use crate::model::problem::markdown::MarkdownFact;

impl Builder<'_> {
    /// Adds a link, unless there are too many.
    pub(super) fn add_link(
        &mut self,
        path: String,
        fragment: Fragment,
        embed: bool,
        span: &Range<usize>,
    ) -> Option<LinkId> {
        let id = LinkId(self.document.links.len());
        if id.0 == MOST_LINKS {
            if !std::mem::replace(&mut self.said.links, true) {
                let limit = MOST_LINKS;
                self.report(span.clone(), MarkdownFact::TooManyLinks { limit });
            }
            return None;
        }
        self.document.links.push(Link {
            path,
            fragment,
            embed,
            span: span.clone(),
        });
        Some(id)
    }

    /// Adds a block id; false where the document has it already.
    pub(super) fn add_block_id(&mut self, id: &str, span: &Range<usize>) -> bool {
        let new = self.block_ids.insert(id.to_owned());
        if new {
            self.document.block_ids.push(id.to_owned());
        } else {
            let id = id.to_owned();
            self.report(span.clone(), MarkdownFact::RepeatedBlockId { id });
        }
        new
    }

    /// Counts one block.
    pub(super) fn count_block(&mut self) {
        self.blocks += 1;
    }

    /// Whether one more event may be read.
    pub(super) fn has_room(&mut self, span: &Range<usize>) -> bool {
        self.events += 1;
        let room = self.events <= MOST_EVENTS && self.blocks <= MOST_BLOCKS;
        if !room {
            let limit = MOST_BLOCKS;
            self.report(
                span.start..span.start,
                MarkdownFact::TooManyBlocks { limit },
            );
        }
        room
    }

    /// Says once that containers nest too deep.
    pub(super) fn report_deep(&mut self, at: usize) {
        if !std::mem::replace(&mut self.said.deep, true) {
            self.report(at..at, MarkdownFact::TooDeep { limit: DEEPEST });
        }
    }

    /// Says once that HTML is shown as text.
    pub(super) fn report_html(&mut self, span: &Range<usize>) {
        if self.hidden.is_none() && !std::mem::replace(&mut self.said.html, true) {
            self.report(span.clone(), MarkdownFact::RawHtml);
        }
    }

    /// Says that something is wrong.
    pub(super) fn report(&mut self, span: Range<usize>, fact: MarkdownFact) {
        self.problems
            .push(Place::new(self.file, span).problem(fact));
    }
}
