//! The tree that a note's Markdown becomes. HTML, search text, table of contents and links are all read off it.

use std::ops::Range;

use crate::model::url::Url;

/// A note's prose.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Document {
    /// The blocks, in reading order.
    pub blocks: Vec<Block>,
    /// Every internal link and embed as written, in reading order; a [`LinkId`] is an index into it.
    pub links: Vec<Link>,
    /// Every heading outside embeds, in reading order.
    pub headings: Vec<Heading>,
    /// Block ids (`^id`), in reading order.
    pub block_ids: Vec<String>,
    /// Inline tags (`#a/b`) without `#`, in reading order, repeated as written.
    pub tags: Vec<String>,
    /// Footnotes, in the order of their first reference.
    pub footnotes: Vec<Footnote>,
}

/// A heading as others see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its id by github-slugger's rules, unique in the document, without the prefix that html adds.
    pub anchor: String,
    /// Its words without markup.
    pub text: String,
    /// Where it stands in the source.
    pub span: Range<usize>,
}

/// One footnote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Footnote {
    /// The label between `[^` and `]`.
    pub label: String,
    /// How often the text refers to it.
    pub references: usize,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// An index into [`Document::links`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LinkId(pub usize);

/// An internal link or embed as the author wrote it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The note or file named; empty means this note. Percent-decoded, without trailing `.md`.
    pub path: String,
    /// The place inside it.
    pub fragment: Fragment,
    /// Whether it is `![[…]]` or `![](…)`.
    pub embed: bool,
    /// Where the whole link stands in the source.
    pub span: Range<usize>,
}

/// A place inside a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fragment {
    /// The note itself.
    Whole,
    /// A heading, reached through these headings, outermost first (`#A#B`); never empty.
    Headings(Vec<String>),
    /// A block id (`#^id`).
    Block(String),
}

/// A piece of prose that stands on its own lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// Running text.
    Paragraph(Vec<Inline>),
    /// The heading `Document::headings[index]`.
    Heading {
        /// Index into [`Document::headings`].
        index: usize,
        /// Its words.
        text: Vec<Inline>,
    },
    /// A quotation.
    Quote(Vec<Block>),
    /// `> [!type] title`.
    Callout(Callout),
    /// A code block, already cut into classed pieces.
    Code {
        /// The language named after the fence, lower case, `[a-z0-9+#-]*`.
        language: String,
        /// Pieces in order; a class is one of ours, or empty.
        pieces: Vec<CodePiece>,
    },
    /// `$$…$$` as `MathML`, checked to hold only `MathML` elements and attributes.
    Math(String),
    /// A list.
    List {
        /// The first number; `None` for bullets.
        start: Option<u64>,
        /// Items in order.
        items: Vec<Item>,
    },
    /// Terms and what they mean.
    Definitions(Vec<Definition>),
    /// A table.
    Table(Table),
    /// A thematic break.
    Rule,
    /// An embed of a note, a heading or a block, standing alone.
    Embed(LinkId),
    /// A block that carries a block id.
    Anchored {
        /// The id, `[A-Za-z0-9-]+`.
        id: String,
        /// The block.
        block: Box<Block>,
    },
}

/// A highlighted piece of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CodePiece {
    /// What kind of token it is: one of `compile::highlight`'s classes, empty for plain text.
    pub class: &'static str,
    /// The code.
    pub text: String,
}

/// A callout.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Callout {
    /// One of the thirteen types.
    pub kind: CalloutKind,
    /// Whether it opens and closes.
    pub fold: Fold,
    /// Its title; the type's own name where the author gave none.
    pub title: Vec<Inline>,
    /// Its body.
    pub blocks: Vec<Block>,
}

/// Whether a callout can be folded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fold {
    /// It cannot.
    Fixed,
    /// It can, and starts open (`+`).
    Open,
    /// It can, and starts closed (`-`).
    Closed,
}

/// The thirteen callout types of Obsidian.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum CalloutKind {
    Note,
    Abstract,
    Info,
    Todo,
    Tip,
    Success,
    Question,
    Warning,
    Failure,
    Danger,
    Bug,
    Example,
    Quote,
}

impl CalloutKind {
    /// Its name in lower case, as in class names.
    pub fn name(self) -> &'static str {
        match self {
            CalloutKind::Note => "note",
            CalloutKind::Abstract => "abstract",
            CalloutKind::Info => "info",
            CalloutKind::Todo => "todo",
            CalloutKind::Tip => "tip",
            CalloutKind::Success => "success",
            CalloutKind::Question => "question",
            CalloutKind::Warning => "warning",
            CalloutKind::Failure => "failure",
            CalloutKind::Danger => "danger",
            CalloutKind::Bug => "bug",
            CalloutKind::Example => "example",
            CalloutKind::Quote => "quote",
        }
    }
}

/// A list item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// The character between the brackets of `- [x]`, where there is one.
    pub task: Option<char>,
    /// Its block id.
    pub id: Option<String>,
    /// Its blocks; a tight item holds one [`Block::Paragraph`] that html writes without `<p>`.
    pub blocks: Vec<Block>,
    /// Whether the item stands tight against its neighbours.
    pub tight: bool,
}

/// One entry of a definition list: its term, or one meaning.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Definition {
    /// A term.
    Term(Vec<Inline>),
    /// What the last term means.
    Meaning(Vec<Block>),
}

/// A table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// One per column.
    pub alignments: Vec<Alignment>,
    /// Header cells.
    pub head: Vec<Vec<Inline>>,
    /// Rows of cells.
    pub rows: Vec<Vec<Vec<Inline>>>,
}

/// How a column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Alignment {
    None,
    Start,
    Center,
    End,
}

/// A piece of running text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    /// Plain words (raw HTML stands here too, as the text it is).
    Text(String),
    /// Code.
    Code(String),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Struck out.
    Strike(Vec<Inline>),
    /// `==marked==`.
    Highlight(Vec<Inline>),
    /// A link inside the site.
    Link {
        /// Which one.
        link: LinkId,
        /// The words shown; empty means the target's title.
        text: Vec<Inline>,
    },
    /// A link out of the site.
    Outside {
        /// Where it leads.
        url: Url,
        /// The words shown.
        text: Vec<Inline>,
    },
    /// A picture, sound, film or document of the content folder.
    Media {
        /// Which file.
        link: LinkId,
        /// What it shows, in words.
        alt: String,
        /// Width and height in pixels as the author gave them.
        size: (Option<u32>, Option<u32>),
    },
    /// An embed of a note inside a sentence: shown as a link.
    EmbedLink(LinkId),
    /// `$…$` as `MathML`, checked.
    Math(String),
    /// The first reference to `Document::footnotes[index]` is number 0, and so on.
    FootnoteReference {
        /// Index into [`Document::footnotes`].
        index: usize,
        /// Which of the references to it this is, from 0.
        number: usize,
    },
    /// `#tag` without `#`.
    Tag(String),
    /// A line break that the author asked for.
    HardBreak,
    /// A line end in the source.
    SoftBreak,
}

/// Appends the words of `inlines` to `out`, without markup.
///
/// A link without words of its own adds nothing: its target's title is not known here.
pub fn push_text(inlines: &[Inline], out: &mut String) {
    for inline in inlines {
        match inline {
            Inline::Text(text) | Inline::Code(text) => out.push_str(text),
            Inline::Emphasis(inner)
            | Inline::Strong(inner)
            | Inline::Strike(inner)
            | Inline::Highlight(inner)
            | Inline::Link { text: inner, .. }
            | Inline::Outside { text: inner, .. } => push_text(inner, out),
            Inline::Media { alt, .. } => out.push_str(alt),
            Inline::Tag(tag) => {
                out.push('#');
                out.push_str(tag);
            }
            Inline::HardBreak | Inline::SoftBreak => out.push(' '),
            Inline::EmbedLink(_) | Inline::Math(_) | Inline::FootnoteReference { .. } => {}
        }
    }
}
