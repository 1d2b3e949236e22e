//! The words of a document by heading, for search.

use crate::model::document::{Block, Definition, Document, Inline, LinkId, push_text};
use crate::model::site::Section;

/// The words of each section; `title` names what a link without words of its own leads to.
pub(crate) fn sections(document: &Document, title: &dyn Fn(LinkId) -> String) -> Vec<Section> {
    let mut walk = Walk {
        document,
        title,
        sections: Vec::new(),
        section: Section {
            anchor: String::new(),
            heading: String::new(),
            text: String::new(),
        },
    };
    walk.blocks(&document.blocks);
    for footnote in &document.footnotes {
        walk.blocks(&footnote.blocks);
    }
    walk.turn(Section {
        anchor: String::new(),
        heading: String::new(),
        text: String::new(),
    });
    walk.sections
}

struct Walk<'a> {
    document: &'a Document,
    title: &'a dyn Fn(LinkId) -> String,
    sections: Vec<Section>,
    /// The section that is being read.
    section: Section,
}

impl Walk<'_> {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => self.line(text),
            Block::Heading { index, .. } => {
                if let Some(heading) = self.document.headings.get(*index) {
                    self.turn(Section {
                        anchor: heading.anchor.clone(),
                        heading: heading.text.clone(),
                        text: String::new(),
                    });
                }
            }
            Block::Quote(blocks) => self.blocks(blocks),
            Block::Callout(callout) => {
                self.line(&callout.title);
                self.blocks(&callout.blocks);
            }
            Block::Code { pieces, .. } => {
                self.section
                    .text
                    .extend(pieces.iter().map(|piece| piece.text.as_str()));
                self.end_line();
            }
            Block::List { items, .. } => {
                for item in items {
                    self.blocks(&item.blocks);
                }
            }
            Block::Definitions(definitions) => {
                for definition in definitions {
                    match definition {
                        Definition::Term(text) => self.line(text),
                        Definition::Meaning(blocks) => self.blocks(blocks),
                    }
                }
            }
            Block::Table(table) => {
                let rows = std::iter::once(&table.head).chain(&table.rows);
                rows.for_each(|row| self.row(row));
            }
            Block::Anchored { block, .. } => self.block(block),
            Block::Math(_) | Block::Rule | Block::Embed(_) => {}
        }
    }

    /// Ends the section and begins `next`. One without heading and words is left out.
    fn turn(&mut self, next: Section) {
        let section = std::mem::replace(&mut self.section, next);
        if !section.heading.is_empty() || !section.text.is_empty() {
            self.sections.push(section);
        }
    }

    fn row(&mut self, row: &[Vec<Inline>]) {
        for cell in row {
            self.words(cell);
            self.section.text.push(' ');
        }
        self.end_line();
    }

    fn line(&mut self, text: &[Inline]) {
        self.words(text);
        self.end_line();
    }

    /// Ends a line, unless it is empty.
    fn end_line(&mut self) {
        let text = &mut self.section.text;
        text.truncate(text.trim_end().len());
        if !text.is_empty() {
            text.push('\n');
        }
    }

    fn words(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Link { link, text } if text.is_empty() => {
                    self.section.text.push_str(&(self.title)(*link));
                }
                Inline::EmbedLink(link) => self.section.text.push_str(&(self.title)(*link)),
                Inline::Emphasis(inner)
                | Inline::Strong(inner)
                | Inline::Strike(inner)
                | Inline::Highlight(inner)
                | Inline::Link { text: inner, .. }
                | Inline::Outside { text: inner, .. } => self.words(inner),
                Inline::Text(_)
                | Inline::Code(_)
                | Inline::Media { .. }
                | Inline::Math(_)
                | Inline::FootnoteReference { .. }
                | Inline::Tag(_)
                | Inline::HardBreak
                | Inline::SoftBreak => {
                    push_text(std::slice::from_ref(inline), &mut self.section.text);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::sections;
    use crate::compile::markdown;

    #[test]
    fn words_are_gathered_by_heading() {
        let text = "a *b* [[C]]\n\n# D\n- e\n- f `g`\n\n## H\n\n| i | j |\n|---|---|\n| k | l |\n";
        let document = markdown::parse("a.md", text, 0..text.len(), &mut Vec::new());
        let got = sections(&document, &|_| "The title".into());
        let got: Vec<[&str; 3]> = got
            .iter()
            .map(|s| [s.anchor.as_str(), s.heading.as_str(), s.text.as_str()])
            .collect();
        let expect = [
            ["", "", "a b The title\n"],
            ["d", "D", "e\nf g\n"],
            ["h", "H", "i j\nk l\n"],
        ];
        assert_eq!(got, expect);
    }
}
