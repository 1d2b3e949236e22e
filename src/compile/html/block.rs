//! Blocks to HTML.

use crate::compile::html::inline::{footnote_id, plain, reference_id};
use crate::compile::html::{Writer, block_id, heading_id};
use crate::model::document::{
    Alignment, Block, Callout, CodePiece, Definition, Fold, Footnote, Inline, Item, Table,
};

impl Writer<'_, '_> {
    /// Blocks, one after the other.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            if self.is_full() {
                return;
            }
            self.block(block);
        }
    }

    pub(super) fn block(&mut self, block: &Block) {
        match block {
            Block::Paragraph(text) => self.paragraph(text, None),
            Block::Heading { index, text } => self.heading(*index, text),
            Block::Quote(blocks) => {
                self.raw("<blockquote>\n");
                self.blocks(blocks);
                self.raw("</blockquote>\n");
            }
            Block::Callout(callout) => self.callout(callout),
            Block::Code { language, pieces } => self.code(language, pieces),
            Block::Math(math) => {
                self.raw("<div class=\"math\">");
                self.math(math);
                self.raw("</div>\n");
            }
            Block::List { start, items } => self.list(*start, items),
            Block::Definitions(definitions) => self.definitions(definitions),
            Block::Table(table) => self.table(table),
            Block::Rule => self.raw("<hr>\n"),
            Block::Embed(link) => self.embed(*link),
            Block::Anchored { id, block } => self.anchored(id, block),
        }
    }

    fn paragraph(&mut self, text: &[Inline], id: Option<&str>) {
        self.raw("<p");
        if let Some(id) = id {
            self.id(&block_id(id));
        }
        self.raw(">");
        self.inlines(text);
        self.raw("</p>\n");
    }

    fn anchored(&mut self, id: &str, block: &Block) {
        if let Block::Paragraph(text) = block {
            self.paragraph(text, Some(id));
            return;
        }
        self.raw("<div");
        self.id(&block_id(id));
        self.raw(">\n");
        self.block(block);
        self.raw("</div>\n");
    }

    fn heading(&mut self, index: usize, text: &[Inline]) {
        let document = self.site.documents[self.page().0];
        let Some(heading) = document.headings.get(index) else {
            return;
        };
        let level = self.outline.enter(heading.level).to_string();
        let id = heading_id(&heading.anchor);
        self.out.extend(["<h", &level]);
        self.id(&id);
        self.raw(">");
        self.inlines(text);
        if self.has_ids() {
            self.raw(" <a class=\"anchor\"");
            self.attribute("href", &format!("#{id}"));
            self.raw(" aria-hidden=\"true\" tabindex=\"-1\">#</a>");
        }
        self.out.extend(["</h", &level, ">\n"]);
    }

    fn callout(&mut self, callout: &Callout) {
        let kind = callout.kind.name();
        let (element, title) = match callout.fold {
            Fold::Fixed => ("aside", "p"),
            Fold::Open | Fold::Closed => ("details", "summary"),
        };
        self.out
            .extend(["<", element, " class=\"callout callout-", kind, "\""]);
        match callout.fold {
            Fold::Fixed => self.raw(" role=\"note\""),
            Fold::Open => self.raw(" open=\"\""),
            Fold::Closed => {}
        }
        self.out
            .extend([">\n<", title, " class=\"callout-title\">"]);
        self.inlines(&callout.title);
        self.out.extend(["</", title, ">\n"]);
        self.blocks(&callout.blocks);
        self.out.extend(["</", element, ">\n"]);
    }

    /// A scrolling box must be reachable by keyboard, hence its tabindex.
    fn code(&mut self, language: &str, pieces: &[CodePiece]) {
        self.raw("<pre tabindex=\"0\"><code");
        if !language.is_empty() {
            self.attribute("class", &format!("language-{language}"));
        }
        self.raw(">");
        // Classes weigh more than code: past half the limit, the words matter more.
        let plain = self.out.len() > self.end / 2;
        for piece in pieces {
            if self.is_full() {
                break;
            }
            if piece.class.is_empty() || plain {
                self.text(&piece.text);
                continue;
            }
            self.out.extend(["<span class=\"", piece.class, "\">"]);
            self.text(&piece.text);
            self.raw("</span>");
        }
        self.raw("</code></pre>\n");
    }

    fn list(&mut self, start: Option<u64>, items: &[Item]) {
        let element = if start.is_some() { "ol" } else { "ul" };
        self.out.extend(["<", element]);
        if let Some(start) = start.filter(|start| *start != 1) {
            self.attribute("start", &start.to_string());
        }
        self.raw(">\n");
        self.items(items);
        self.out.extend(["</", element, ">\n"]);
    }

    pub(super) fn items(&mut self, items: &[Item]) {
        for item in items {
            if self.is_full() {
                return;
            }
            self.item(item);
        }
    }

    fn item(&mut self, item: &Item) {
        self.raw("<li");
        if item.task.is_some() {
            self.raw(" class=\"task\"");
        }
        if let Some(id) = &item.id {
            self.id(&block_id(id));
        }
        self.raw(">");
        if let Some(task) = item.task {
            self.task(task);
        }
        for block in &item.blocks {
            if let (Block::Paragraph(text), true) = (block, item.tight) {
                self.inlines(text);
            } else {
                self.block(block);
            }
        }
        self.raw("</li>\n");
    }

    fn task(&mut self, task: char) {
        self.raw("<input type=\"checkbox\" disabled=\"\"");
        match task {
            ' ' => self.raw(" aria-label=\"To do\""),
            'x' | 'X' => self.raw(" checked=\"\" aria-label=\"Done\""),
            other => self.attribute("aria-label", &format!("Marked {other}")),
        }
        self.raw("> ");
    }

    fn definitions(&mut self, definitions: &[Definition]) {
        self.raw("<dl>\n");
        for definition in definitions {
            if self.is_full() {
                break;
            }
            match definition {
                Definition::Term(text) => {
                    self.raw("<dt>");
                    self.inlines(text);
                    self.raw("</dt>\n");
                }
                Definition::Meaning(blocks) => {
                    self.raw("<dd>");
                    match blocks.as_slice() {
                        [Block::Paragraph(text)] => self.inlines(text),
                        blocks => self.blocks(blocks),
                    }
                    self.raw("</dd>\n");
                }
            }
        }
        self.raw("</dl>\n");
    }

    /// A wide table scrolls in its box, which must be reachable by keyboard and so needs a role and a name.
    fn table(&mut self, table: &Table) {
        self.raw("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"Table\">");
        self.raw("<table>\n<thead>\n<tr>");
        for (column, cell) in table.head.iter().enumerate() {
            let element = if plain(cell).trim().is_empty() {
                "td"
            } else {
                "th"
            };
            self.cell(element, table.alignments.get(column), cell);
        }
        self.raw("</tr>\n</thead>\n");
        if !table.rows.is_empty() {
            self.raw("<tbody>\n");
            table.rows.iter().for_each(|row| self.row(table, row));
            self.raw("</tbody>\n");
        }
        self.raw("</table></div>\n");
    }

    fn row(&mut self, table: &Table, row: &[Vec<Inline>]) {
        if self.is_full() {
            return;
        }
        self.raw("<tr>");
        for (column, cell) in row.iter().enumerate() {
            self.cell("td", table.alignments.get(column), cell);
        }
        self.raw("</tr>\n");
    }

    fn cell(&mut self, element: &str, alignment: Option<&Alignment>, cell: &[Inline]) {
        if self.is_full() {
            return;
        }
        self.out.extend(["<", element]);
        if element == "th" {
            self.raw(" scope=\"col\"");
        }
        match alignment {
            Some(Alignment::Start) => self.raw(" class=\"align-start\""),
            Some(Alignment::Center) => self.raw(" class=\"align-center\""),
            Some(Alignment::End) => self.raw(" class=\"align-end\""),
            Some(Alignment::None) | None => {}
        }
        self.raw(">");
        self.inlines(cell);
        self.out.extend(["</", element, ">"]);
    }

    /// The page's footnotes, each with links back to where it is referred to.
    pub(super) fn footnotes(&mut self, footnotes: &[Footnote]) {
        if footnotes.is_empty() || self.is_full() {
            return;
        }
        self.raw("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n");
        for (index, footnote) in footnotes.iter().enumerate() {
            if self.is_full() {
                break;
            }
            self.raw("<li");
            self.id(&footnote_id(index));
            self.raw(">");
            self.footnote(index, footnote);
            self.raw("</li>\n");
        }
        self.raw("</ol>\n</section>\n");
    }

    /// The links back stand at the end of its last paragraph.
    fn footnote(&mut self, index: usize, footnote: &Footnote) {
        let (last, before) = match footnote.blocks.split_last() {
            Some((Block::Paragraph(text), before)) => (text.as_slice(), before),
            Some(_) | None => (&[][..], footnote.blocks.as_slice()),
        };
        self.blocks(before);
        self.raw("<p>");
        self.inlines(last);
        for number in 0..footnote.references {
            if self.is_full() {
                break;
            }
            self.raw(" <a class=\"footnote-back\"");
            self.attribute("href", &format!("#{}", reference_id(index, number)));
            let label = match number {
                0 => format!("Back to where footnote {} is referred to", index + 1),
                _ => format!("Back to reference {} of footnote {}", number + 1, index + 1),
            };
            self.attribute("aria-label", &label);
            self.raw(">↩</a>");
        }
        self.raw("</p>\n");
    }
}
