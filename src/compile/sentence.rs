//! The sentence that a link stands in, read off the tree.

use crate::model::document::{Block, Definition, Document, Inline, LinkId, push_text};

/// How many characters of a sentence are kept on either side of the linked words.
const CONTEXT: usize = 120;

/// A link, and the running text around it.
#[derive(Debug)]
pub(crate) struct Sentence<'a> {
    /// Which link.
    pub(crate) link: LinkId,
    text: &'a str,
    start: usize,
    end: usize,
}

impl Sentence<'_> {
    /// The linked words.
    pub(crate) fn words(&self) -> &str {
        &self.text[self.start..self.end]
    }

    /// The sentence before the words, shortened from the left with `…`.
    pub(crate) fn before(&self) -> String {
        let before = &self.text[..self.start];
        let begin = last_end(before).map_or(0, |end| end);
        let before = before[begin..].trim_start();
        let cut = before.char_indices().rev().nth(CONTEXT).map(|(at, _)| at);
        let Some(cut) = cut else {
            return before.to_owned();
        };
        let cut = before[cut..].find(' ').map_or(cut, |space| cut + space + 1);
        format!("…{}", &before[cut..])
    }

    /// The sentence after the words, shortened from the right with `…`.
    pub(crate) fn after(&self) -> String {
        let after = &self.text[self.end..];
        let end = first_end(after).unwrap_or(after.len());
        let after = after[..end].trim_end();
        let cut = after.char_indices().nth(CONTEXT).map(|(at, _)| at);
        let Some(cut) = cut else {
            return after.to_owned();
        };
        let cut = after[..cut].rfind(' ').unwrap_or(cut);
        format!("{}…", &after[..cut])
    }
}

/// Ends of sentences: a mark, then white space.
fn ends(text: &str) -> impl DoubleEndedIterator<Item = usize> + '_ {
    let marks = text.match_indices(['.', '!', '?', '。', '！', '？']);
    marks.filter_map(move |(at, mark)| {
        let next = at + mark.len();
        let ends = text[next..].starts_with(char::is_whitespace) || mark.len() > 1;
        ends.then_some(next)
    })
}

fn last_end(text: &str) -> Option<usize> {
    ends(text).next_back()
}

fn first_end(text: &str) -> Option<usize> {
    let closing = |end: usize| end == text.len() || text[end..].starts_with(char::is_whitespace);
    let last = text.len();
    ends(text).chain([last]).find(|end| closing(*end))
}

/// Calls `found` for every internal link and embed in reading order. `title` names what a link without words leads to.
pub(crate) fn each<'a>(
    document: &Document,
    title: &dyn Fn(usize) -> &'a str,
    found: &mut dyn FnMut(Sentence<'_>),
) {
    let mut walk = Walk { title, found };
    walk.blocks(&document.blocks);
    for footnote in &document.footnotes {
        walk.blocks(&footnote.blocks);
    }
}

struct Walk<'w, 'a> {
    title: &'w dyn Fn(usize) -> &'a str,
    found: &'w mut dyn FnMut(Sentence<'_>),
}

impl Walk<'_, '_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) | Block::Heading { text, .. } => self.run(text),
            Block::Quote(blocks) => self.blocks(blocks),
            Block::Callout(callout) => {
                self.run(&callout.title);
                self.blocks(&callout.blocks);
            }
            Block::List { items, .. } => {
                for item in items {
                    self.blocks(&item.blocks);
                }
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    self.definition(definition);
                }
            }
            Block::Table(table) => {
                for cell in table.head.iter().chain(table.rows.iter().flatten()) {
                    self.run(cell);
                }
            }
            Block::Embed(link) => self.embed(*link),
            Block::Anchored { block, .. } => self.block(block),
            Block::Code { .. } | Block::Math(_) | Block::Rule => {}
        }
    }

    fn definition(&mut self, definition: &Definition) {
        match definition {
            Definition::Term(text) => self.run(text),
            Definition::Meaning(blocks) => self.blocks(blocks),
        }
    }

    fn embed(&mut self, link: LinkId) {
        let text = (self.title)(link.0);
        (self.found)(Sentence {
            link,
            text,
            start: 0,
            end: text.len(),
        });
    }

    /// One run of text: a paragraph, a heading, a cell.
    fn run(&mut self, inlines: &[Inline]) {
        let mut text = String::new();
        let mut links = Vec::new();
        self.flatten(inlines, &mut text, &mut links);
        for (link, start, end) in links {
            (self.found)(Sentence {
                link,
                text: &text,
                start,
                end,
            });
        }
    }

    fn flatten(
        &self,
        inlines: &[Inline],
        text: &mut String,
        links: &mut Vec<(LinkId, usize, usize)>,
    ) {
        for inline in inlines {
            match inline {
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Strike(inner)
                | Inline::Highlight(inner)
                | Inline::Outside { text: inner, .. } => self.flatten(inner, text, links),
                Inline::Link { link, text: words } => {
                    let start = text.len();
                    push_text(words, text);
                    if text.len() == start {
                        text.push_str((self.title)(link.0));
                    }
                    links.push((*link, start, text.len()));
                }
                Inline::EmbedLink(link) => {
                    let start = text.len();
                    text.push_str((self.title)(link.0));
                    links.push((*link, start, text.len()));
                }
                Inline::Text(_)
                | Inline::Code(_)
                | Inline::Media { .. }
                | Inline::Math(_)
                | Inline::FootnoteReference { .. }
                | Inline::Tag(_)
                | Inline::HardBreak
                | Inline::SoftBreak => push_text(std::slice::from_ref(inline), text),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::each;
    use crate::model::document::{Block, Document, Inline, LinkId};

    fn check(before: &str, words: &str, after: &str, expect: &str) {
        let text = |text: &str| Inline::Text(text.into());
        let link = Inline::Link {
            link: LinkId(0),
            text: vec![text(words)],
        };
        let document = Document {
            blocks: vec![Block::Paragraph(vec![text(before), link, text(after)])],
            ..Document::default()
        };
        let mut got = String::new();
        each(&document, &|_| "The title", &mut |s| {
            got = format!("{}[{}]{}", s.before(), s.words(), s.after());
        });
        assert_eq!(got, expect);
    }

    #[test]
    fn the_sentence_around_a_link_is_cut_at_its_ends() {
        check("One. Two ", "three", " four. Five.", "Two [three] four.");
        check(
            "",
            "three",
            ", see 2.5 below! No",
            "[three], see 2.5 below!",
        );
        check("In ", "", " it is.", "In [The title] it is.");
    }

    #[test]
    fn a_long_sentence_is_shortened_at_a_space() {
        let long = "word ".repeat(60);
        let cut = format!("…{}", "word ".repeat(24));
        check(&long, "x", ".", &format!("{cut}[x]."));
    }
}
