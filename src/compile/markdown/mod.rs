//! Markdown to our tree. The only file that names `pulldown_cmark`: its events become calls of the builder's.
//!
//! Entry point: [`parse`]. What the parser does not know (callouts, block ids, `==`, `%%`, tags, sizes, any task
//! character) is read by `build` and `signs`. Links are only named here; `resolve` looks them up.

mod anchor;
mod build;
mod callout;
mod footnote;
mod leaf;
mod limits;
mod report;
mod run;
mod signs;
mod span;
mod table;
mod target;

pub(crate) use target::{Media, media};

use std::ops::Range;

use pulldown_cmark::{self as cmark, CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};

use crate::compile::markdown::build::{Builder, Container};
use crate::compile::markdown::leaf::{Leaf, Raw};
use crate::compile::markdown::run::Shape;
use crate::compile::markdown::span::{Emphasis, Form};
use crate::model::document::{Alignment, Document, Inline};
use crate::model::problem::Problem;

/// Parses the stretch `body` of `text`. Spans in the result count from the start of `text`.
pub(crate) fn parse(
    file: &str,
    text: &str,
    body: Range<usize>,
    problems: &mut Vec<Problem>,
) -> Document {
    let start = body.start;
    let tame = limits::tame(&text[body]);
    let mut builder = Builder::new(file, text, problems);
    if let Some(deep) = tame.deep {
        builder.report_deep(start + deep);
    }
    let parser = Parser::new_ext(&tame.text, options()).into_offset_iter();
    for (event, range) in parser {
        let span = start + range.start..start + range.end;
        if !builder.has_room(&span) {
            break;
        }
        take(&mut builder, event, span);
    }
    builder.finish()
}

/// Not among them: task lists (any character may stand in the box), GFM's five callouts, heading attributes (they would
/// swallow any braces at a heading's end).
fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_MATH
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_WIKILINKS
}

fn take(builder: &mut Builder<'_>, event: Event<'_>, span: Range<usize>) {
    match event {
        Event::Start(tag) => start(builder, tag, span),
        Event::End(tag) => end(builder, tag, span),
        Event::Text(text) => builder.text(&text, span),
        Event::Code(code) => builder.inline(Inline::Code(code.into_string()), span),
        Event::InlineMath(tex) => builder.math(&tex, Shape::Inline, span),
        Event::DisplayMath(tex) => builder.math(&tex, Shape::Display, span),
        Event::Html(html) => builder.text(&html, span),
        Event::InlineHtml(html) => builder.inline_html(&html, span),
        Event::FootnoteReference(label) => builder.footnote_reference(&label, span),
        Event::SoftBreak => builder.inline(Inline::SoftBreak, span),
        Event::HardBreak => builder.inline(Inline::HardBreak, span),
        Event::Rule => builder.rule(),
        Event::TaskListMarker(_) => {}
    }
}

fn start(builder: &mut Builder<'_>, tag: Tag<'_>, span: Range<usize>) {
    match tag {
        Tag::Paragraph => builder.open_leaf(Leaf::Paragraph, span),
        Tag::Heading { level, .. } => builder.open_leaf(Leaf::Heading(level as u8), span),
        Tag::TableCell => builder.open_leaf(Leaf::Cell, span),
        Tag::DefinitionListTitle => builder.open_leaf(Leaf::Term, span),
        Tag::BlockQuote(_) => builder.open_quote(&span),
        Tag::List(start) => builder.open(Container::list(start), &span),
        Tag::Item => builder.open_item(&span),
        Tag::FootnoteDefinition(label) => builder.open(Container::footnote(&label), &span),
        Tag::DefinitionList => builder.open(Container::definitions(), &span),
        Tag::DefinitionListDefinition => builder.open(Container::Meaning, &span),
        Tag::Table(columns) => builder.open_table(columns.into_iter().map(alignment).collect()),
        Tag::CodeBlock(CodeBlockKind::Indented) => builder.open_raw(Raw::code(""), span),
        Tag::CodeBlock(CodeBlockKind::Fenced(info)) => builder.open_raw(Raw::code(&info), span),
        Tag::HtmlBlock | Tag::MetadataBlock(_) => builder.open_raw(Raw::Html, span),
        Tag::Link {
            link_type,
            dest_url,
            ..
        } => builder.open_link(form(link_type), &dest_url, span),
        Tag::Image {
            link_type,
            dest_url,
            ..
        } => builder.open_image(form(link_type), &dest_url, span),
        Tag::Emphasis => builder.open_emphasis(Emphasis::Light, &span),
        Tag::Strong => builder.open_emphasis(Emphasis::Strong, &span),
        Tag::Strikethrough => builder.open_emphasis(Emphasis::Struck, &span),
        Tag::TableHead | Tag::TableRow | Tag::Superscript | Tag::Subscript => {}
    }
}

fn end(builder: &mut Builder<'_>, tag: TagEnd, span: Range<usize>) {
    match tag {
        TagEnd::Paragraph
        | TagEnd::Heading(_)
        | TagEnd::TableCell
        | TagEnd::DefinitionListTitle => builder.close_leaf(),
        TagEnd::BlockQuote(_)
        | TagEnd::List(_)
        | TagEnd::Item
        | TagEnd::FootnoteDefinition
        | TagEnd::DefinitionList
        | TagEnd::DefinitionListDefinition => builder.close(),
        TagEnd::TableHead => builder.close_head(),
        TagEnd::TableRow => builder.close_row(),
        TagEnd::Table => builder.close_table(),
        TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => builder.close_raw(),
        TagEnd::Emphasis
        | TagEnd::Strong
        | TagEnd::Strikethrough
        | TagEnd::Link
        | TagEnd::Image => builder.close_span(&span),
        TagEnd::Superscript | TagEnd::Subscript => {}
    }
}

fn form(link: LinkType) -> Form {
    match link {
        LinkType::WikiLink { has_pothole: true } => Form::NamedWikilink,
        LinkType::WikiLink { has_pothole: false } => Form::Wikilink,
        LinkType::Email => Form::Mail,
        LinkType::Inline
        | LinkType::Reference
        | LinkType::ReferenceUnknown
        | LinkType::Collapsed
        | LinkType::CollapsedUnknown
        | LinkType::Shortcut
        | LinkType::ShortcutUnknown
        | LinkType::Autolink => Form::Plain,
    }
}

fn alignment(column: cmark::Alignment) -> Alignment {
    match column {
        cmark::Alignment::None => Alignment::None,
        cmark::Alignment::Left => Alignment::Start,
        cmark::Alignment::Center => Alignment::Center,
        cmark::Alignment::Right => Alignment::End,
    }
}
