//! The tree under construction: containers that are open, and what the whole document gathers.

use std::collections::HashSet;
use std::ops::Range;

use crate::compile::markdown::anchor::Slugger;
use crate::compile::markdown::callout::{self, Head};
use crate::compile::markdown::footnote::Footnotes;
use crate::compile::markdown::leaf::OpenRaw;
use crate::compile::markdown::limits::DEEPEST;
use crate::compile::markdown::run::Run;
use crate::compile::markdown::signs::Words;
use crate::compile::markdown::table::OpenTable;
use crate::model::document::{Block, Callout, Definition, Document, Inline, Item};
use crate::model::problem::Problem;
use crate::model::problem::markdown::MarkdownFact;

/// A document under construction.
pub(super) struct Builder<'a> {
    pub(super) file: &'a str,
    /// The whole text, which spans count in.
    pub(super) source: &'a str,
    pub(super) problems: &'a mut Vec<Problem>,
    /// What is gathered so far; its blocks are in `frames` till the end.
    pub(super) document: Document,
    pub(super) footnotes: Footnotes,
    pub(super) slugger: Slugger,
    pub(super) block_ids: HashSet<String>,
    /// Open containers, outermost first; the first is the root.
    frames: Vec<Frame>,
    /// How deep they nest, by the count that is limited.
    depth: usize,
    /// How many containers beyond the limit are open: their blocks go to the innermost frame.
    flat: usize,
    pub(super) run: Option<Run>,
    pub(super) raw: Option<OpenRaw>,
    pub(super) table: Option<OpenTable>,
    pub(super) words: Words,
    /// Whether a comment is open.
    pub(super) hidden: Option<Hidden>,
    /// Up to here the source is read already (a task's box, a callout's head): events before it say nothing new.
    pub(super) skip: usize,
    /// How many bytes of code were read.
    pub(super) code: usize,
    pub(super) events: usize,
    pub(super) blocks: usize,
    pub(super) said: Said,
}

/// What is reported once only.
#[derive(Default)]
pub(super) struct Said {
    pub(super) deep: bool,
    pub(super) links: bool,
    pub(super) html: bool,
}

/// How long a comment lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hidden {
    /// At most to the end of the run.
    Run,
    /// To the next `%%`, wherever it stands; this one stands here.
    Rest(usize),
}

/// An open container.
pub(super) struct Frame {
    pub(super) container: Container,
    pub(super) blocks: Vec<Block>,
    /// Where it ends in the source.
    pub(super) end: usize,
    hidden: bool,
}

/// What a container becomes.
pub(super) enum Container {
    Root,
    Quote,
    Callout {
        head: Head,
        title: Option<Vec<Inline>>,
    },
    List {
        start: Option<u64>,
        items: Vec<Item>,
    },
    Item {
        task: Option<char>,
        id: Option<String>,
        tight: bool,
    },
    Footnote(String),
    Definitions(Vec<Definition>),
    Meaning,
}

impl Container {
    /// A list whose first number is `start`.
    pub(super) fn list(start: Option<u64>) -> Container {
        let items = Vec::new();
        Container::List { start, items }
    }

    /// The footnote with this label.
    pub(super) fn footnote(label: &str) -> Container {
        Container::Footnote(label.to_owned())
    }

    /// A definition list.
    pub(super) fn definitions() -> Container {
        Container::Definitions(Vec::new())
    }

    /// What it adds to the depth: items and meanings stand in lists, which count already.
    fn depth(&self) -> usize {
        match self {
            Container::Root | Container::Item { .. } | Container::Meaning => 0,
            Container::Quote
            | Container::Callout { .. }
            | Container::List { .. }
            | Container::Footnote(_)
            | Container::Definitions(_) => 1,
        }
    }
}

impl<'a> Builder<'a> {
    /// An empty document of `file`, whose text is `source`.
    pub(super) fn new(
        file: &'a str,
        source: &'a str,
        problems: &'a mut Vec<Problem>,
    ) -> Builder<'a> {
        let root = Frame {
            container: Container::Root,
            blocks: Vec::new(),
            end: source.len(),
            hidden: false,
        };
        Builder {
            file,
            source,
            problems,
            document: Document::default(),
            footnotes: Footnotes::default(),
            slugger: Slugger::default(),
            block_ids: HashSet::new(),
            frames: vec![root],
            depth: 0,
            flat: 0,
            run: None,
            raw: None,
            table: None,
            words: Words::default(),
            hidden: None,
            skip: 0,
            code: 0,
            events: 0,
            blocks: 0,
            said: Said::default(),
        }
    }

    /// Ends all that is open and puts the document together.
    pub(super) fn finish(mut self) -> Document {
        self.close_leaf();
        self.close_raw();
        self.close_table();
        self.flat = 0;
        while self.frames.len() > 1 {
            self.close();
        }
        if let Some(Hidden::Rest(at)) = self.hidden {
            self.report(at..at + 2, MarkdownFact::UnclosedComment);
        }
        let mut document = self.document;
        document.blocks = self
            .frames
            .pop()
            .map(|root| root.blocks)
            .unwrap_or_default();
        document.footnotes = self.footnotes.number(&mut document.blocks);
        document
    }

    /// The innermost container.
    pub(super) fn top(&mut self) -> &mut Frame {
        self.frames.last_mut().expect("the root is always open")
    }

    /// Begins a container.
    pub(super) fn open(&mut self, container: Container, span: &Range<usize>) {
        self.settle();
        let deeper = self.depth + container.depth();
        if self.flat > 0 || deeper > DEEPEST {
            self.report_deep(span.start);
            self.flat += 1;
            return;
        }
        self.depth = deeper;
        self.frames.push(Frame {
            container,
            blocks: Vec::new(),
            end: span.end,
            hidden: self.hidden.is_some(),
        });
    }

    /// Begins a quote, or a callout where its first line says so.
    pub(super) fn open_quote(&mut self, span: &Range<usize>) {
        self.count_block();
        let source = self.source;
        let Some(head) = callout::head(&source[span.clone()]) else {
            self.open(Container::Quote, span);
            return;
        };
        self.skip = span.start + head.length;
        self.open(Container::Callout { head, title: None }, span);
    }

    /// Begins an item, and reads its task's box.
    pub(super) fn open_item(&mut self, span: &Range<usize>) {
        self.count_block();
        let source = self.source;
        let task = task(&source[span.clone()]);
        if let Some((_, length)) = task {
            self.skip = span.start + length;
        }
        let item = Container::Item {
            task: task.map(|(task, _)| task),
            id: None,
            tight: false,
        };
        self.open(item, span);
    }

    /// Ends the innermost container.
    pub(super) fn close(&mut self) {
        self.settle();
        if self.flat > 0 {
            self.flat -= 1;
            return;
        }
        if self.frames.len() == 1 {
            return;
        }
        let Some(frame) = self.frames.pop() else {
            return;
        };
        self.depth -= frame.container.depth();
        let hidden = frame.hidden && self.hidden.is_some();
        if !(hidden && frame.blocks.is_empty()) || frame.holds_parts() {
            self.add(frame);
        }
    }

    fn add(&mut self, frame: Frame) {
        let blocks = frame.blocks;
        match frame.container {
            Container::Root => {}
            Container::Quote => self.top().blocks.push(Block::Quote(blocks)),
            Container::Callout { head, title } => {
                let callout = callout(head, title, blocks);
                self.top().blocks.push(Block::Callout(callout));
            }
            Container::List { items, .. } if items.is_empty() => self.top().blocks.extend(blocks),
            Container::List { start, items } => {
                self.top().blocks.push(Block::List { start, items });
            }
            Container::Item { task, id, tight } => self.add_item(Item {
                task,
                id,
                blocks,
                tight,
            }),
            Container::Footnote(label) => self.footnotes.define(&label, blocks),
            Container::Definitions(parts) => {
                self.top().blocks.push(Block::Definitions(parts));
            }
            Container::Meaning => {
                if let Container::Definitions(parts) = &mut self.top().container {
                    parts.push(Definition::Meaning(blocks));
                } else {
                    self.top().blocks.extend(blocks);
                }
            }
        }
    }

    fn add_item(&mut self, item: Item) {
        if let Container::List { items, .. } = &mut self.top().container {
            items.push(item);
        } else {
            self.top().blocks.extend(item.blocks);
        }
    }
}

impl Frame {
    /// Whether it holds something else than blocks.
    fn holds_parts(&self) -> bool {
        match &self.container {
            Container::List { items, .. } => !items.is_empty(),
            Container::Definitions(parts) => !parts.is_empty(),
            Container::Callout { title, .. } => title.as_ref().is_some_and(|t| !t.is_empty()),
            Container::Root
            | Container::Quote
            | Container::Item { .. }
            | Container::Footnote(_)
            | Container::Meaning => false,
        }
    }
}

fn callout(head: Head, title: Option<Vec<Inline>>, blocks: Vec<Block>) -> Callout {
    let title = title.filter(|title| !title.is_empty());
    Callout {
        kind: head.kind,
        fold: head.fold,
        title: title.unwrap_or_else(|| vec![Inline::Text(head.name)]),
        blocks,
    }
}

/// The character in the box of an item `- [x] words`, and the length of all that stands before the words.
fn task(item: &str) -> Option<(char, usize)> {
    let marked = item.trim_start_matches([' ', '\t']);
    let digits = marked.bytes().take_while(u8::is_ascii_digit).count();
    let rest = marked.get(digits + 1..)?;
    let boxed = rest.trim_start_matches([' ', '\t']);
    if boxed.len() == rest.len() || rest.len() - boxed.len() > 4 {
        return None;
    }
    let mut chars = boxed.strip_prefix('[')?.chars();
    let task = chars.next().filter(|c| *c != '\n' && *c != ']')?;
    let after = chars.as_str().strip_prefix(']')?;
    let ends = after.is_empty() || after.starts_with([' ', '\t', '\n']);
    let after = after.trim_start_matches([' ', '\t']);
    ends.then_some((task, item.len() - after.len()))
}

#[cfg(test)]
mod tests {
    use super::task;

    #[test]
    fn any_character_may_stand_in_a_box() {
        assert_eq!(task("- [ ] a"), Some((' ', 6)));
        assert_eq!(task("12. [?]  a\nb"), Some(('?', 9)));
        assert_eq!(task("* [é]\n"), Some(('é', 6)));
        assert_eq!(task("- [x](a)"), None);
        assert_eq!(task("- []"), None);
        assert_eq!(task("-"), None);
        assert_eq!(task("-      [x] code"), None);
    }
}
