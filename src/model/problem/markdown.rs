//! Mistakes in markdown.

use std::fmt;

use crate::model::problem::{Explain, Severity};
use crate::model::url::{NotAUrl, SCHEMES};

/// A mistake in markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkdownFact {
    /// A link to a URL that may not stand in the output; its words are shown without a link.
    RefusedUrl {
        /// The URL as written.
        url: String,
        /// Why it is refused.
        reason: NotAUrl,
    },
    /// A picture of another host; it is shown as a link, so that reading the page calls nobody else.
    RemoteImage {
        /// Where the picture stands.
        url: String,
    },
    /// Lists, quotes or emphasis nested deeper than the limit; what is deeper is flattened.
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// More links than the limit; the others are shown without a link.
    TooManyLinks {
        /// The limit.
        limit: usize,
    },
    /// More blocks than the limit; the rest of the file is left out.
    TooManyBlocks {
        /// The limit.
        limit: usize,
    },
    /// The prose with all that it embeds makes too long a page; the rest is left out.
    TooMuchOutput {
        /// The limit in bytes.
        limit: usize,
    },
    /// `%%` without a second one: the rest of the file is hidden.
    UnclosedComment,
    /// HTML, which is shown as the text it is.
    RawHtml,
    /// A formula that cannot be read; it is shown as the TeX it is.
    Math,
    /// A block id that the file has already.
    RepeatedBlockId {
        /// The id.
        id: String,
    },
}

impl Explain for MarkdownFact {
    fn code(&self) -> &'static str {
        match self {
            MarkdownFact::RefusedUrl { .. } => "refused-url",
            MarkdownFact::RemoteImage { .. } => "remote-image",
            MarkdownFact::TooDeep { .. } => "too-deep",
            MarkdownFact::TooManyLinks { .. } => "too-many-links",
            MarkdownFact::TooManyBlocks { .. } => "too-many-blocks",
            MarkdownFact::TooMuchOutput { .. } => "too-much-output",
            MarkdownFact::UnclosedComment => "unclosed-comment",
            MarkdownFact::RawHtml => "raw-html",
            MarkdownFact::Math => "unreadable-math",
            MarkdownFact::RepeatedBlockId { .. } => "repeated-block-id",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            MarkdownFact::RefusedUrl { .. }
            | MarkdownFact::TooDeep { .. }
            | MarkdownFact::TooManyLinks { .. }
            | MarkdownFact::TooManyBlocks { .. }
            | MarkdownFact::TooMuchOutput { .. } => Severity::Error,
            MarkdownFact::RemoteImage { .. }
            | MarkdownFact::UnclosedComment
            | MarkdownFact::RawHtml
            | MarkdownFact::Math
            | MarkdownFact::RepeatedBlockId { .. } => Severity::Warning,
        }
    }

    fn help(&self) -> String {
        match self {
            MarkdownFact::RefusedUrl { reason, .. } => match reason {
                NotAUrl::NoScheme => "write the whole URL, such as `https://example.org/`".into(),
                NotAUrl::Scheme => format!("use one of {}", schemes()),
                NotAUrl::Character => "write such characters as `%` and two hex digits".into(),
                NotAUrl::Host => {
                    "write `https://`, then the host, without a user name before it".into()
                }
            },
            MarkdownFact::RemoteImage { .. } => {
                "put the picture into the content folder and embed it as `![[picture.png]]`".into()
            }
            MarkdownFact::TooDeep { limit } => {
                format!("nest lists, quotes and emphasis at most {limit} deep")
            }
            MarkdownFact::TooManyLinks { .. }
            | MarkdownFact::TooManyBlocks { .. }
            | MarkdownFact::TooMuchOutput { .. } => {
                "split the file into several that link to each other".into()
            }
            MarkdownFact::UnclosedComment => "end the comment with `%%`".into(),
            MarkdownFact::RawHtml => {
                "write it as Markdown, or put it between backticks where the tag itself is meant"
                    .into()
            }
            MarkdownFact::Math => {
                "correct the TeX, or put it between backticks; a dollar sign is written `\\$`"
                    .into()
            }
            MarkdownFact::RepeatedBlockId { id } => {
                format!("give one of the two blocks another id than `^{id}`")
            }
        }
    }
}

fn schemes() -> String {
    SCHEMES.map(|scheme| format!("`{scheme}:`")).join(", ")
}

impl fmt::Display for MarkdownFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MarkdownFact::RefusedUrl { url, reason } => {
                let why = match reason {
                    NotAUrl::NoScheme => "it names no scheme",
                    NotAUrl::Scheme => "its scheme is not allowed",
                    NotAUrl::Character => "it holds a character that no URL has",
                    NotAUrl::Host => "it names no host, or a user before it",
                };
                write!(f, "`{url}` cannot be linked: {why}")
            }
            MarkdownFact::RemoteImage { url } => {
                write!(f, "the picture `{url}` stands on another host")
            }
            MarkdownFact::TooDeep { limit } => {
                write!(f, "this is nested more than {limit} deep")
            }
            MarkdownFact::TooManyLinks { limit } => {
                write!(f, "this file has more than {limit} links")
            }
            MarkdownFact::TooManyBlocks { limit } => {
                write!(
                    f,
                    "this file has more than {limit} paragraphs, items and rows"
                )
            }
            MarkdownFact::TooMuchOutput { limit } => {
                write!(
                    f,
                    "this page has more than {limit} bytes with all that it embeds"
                )
            }
            MarkdownFact::UnclosedComment => {
                f.write_str("this comment has no end, so the rest of the file is hidden")
            }
            MarkdownFact::RawHtml => f.write_str("HTML is shown as the text it is"),
            MarkdownFact::Math => f.write_str("this formula cannot be read"),
            MarkdownFact::RepeatedBlockId { id } => {
                write!(f, "the block id `^{id}` stands here a second time")
            }
        }
    }
}
