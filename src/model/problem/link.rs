//! Mistakes in links, embeds and relations between notes.

use std::fmt;

use crate::model::problem::{Explain, Severity, nearest_words};

/// A link that does not lead where it should.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkFact {
    /// No note or file has this name.
    Broken {
        /// The name as written.
        target: String,
        /// The nearest name that exists.
        nearest: Option<String>,
        /// Whether it stands in a plain note: there a vault's many loose ends are only warned of.
        in_note: bool,
    },
    /// The note has no such heading.
    BrokenHeading {
        /// The note's title.
        page: String,
        /// The heading as written.
        heading: String,
        /// The nearest heading that it has.
        nearest: Option<String>,
        /// As above.
        in_note: bool,
    },
    /// The note has no such block id.
    BrokenBlock {
        /// The note's title.
        page: String,
        /// The block id as written.
        block: String,
        /// The nearest one that it has.
        nearest: Option<String>,
        /// As above.
        in_note: bool,
    },
    /// Several notes have this name; the nearest folder was taken.
    Ambiguous {
        /// The name as written.
        target: String,
        /// The file taken.
        taken: String,
        /// The others.
        others: Vec<String>,
    },
    /// A relation or a trail's step to an entry that does not exist.
    BrokenRelation {
        /// The id as written.
        target: String,
        /// The nearest id that exists.
        nearest: Option<String>,
    },
    /// `synonyms.toml` names an entry that does not exist.
    BrokenSynonym {
        /// The id as written.
        target: String,
        /// The nearest id that exists.
        nearest: Option<String>,
    },
    /// An embed that contains itself.
    EmbedCycle {
        /// Titles on the way round.
        via: Vec<String>,
    },
}

fn loose(in_note: bool) -> Severity {
    if in_note {
        Severity::Warning
    } else {
        Severity::Error
    }
}

impl Explain for LinkFact {
    fn code(&self) -> &'static str {
        match self {
            LinkFact::Broken { .. } => "broken-link",
            LinkFact::BrokenHeading { .. } => "broken-heading",
            LinkFact::BrokenBlock { .. } => "broken-block",
            LinkFact::Ambiguous { .. } => "ambiguous-link",
            LinkFact::BrokenRelation { .. } => "broken-relation",
            LinkFact::BrokenSynonym { .. } => "broken-synonym",
            LinkFact::EmbedCycle { .. } => "embed-cycle",
        }
    }

    fn severity(&self) -> Severity {
        match self {
            LinkFact::Broken { in_note, .. }
            | LinkFact::BrokenHeading { in_note, .. }
            | LinkFact::BrokenBlock { in_note, .. } => loose(*in_note),
            LinkFact::Ambiguous { .. } | LinkFact::EmbedCycle { .. } => Severity::Warning,
            LinkFact::BrokenRelation { .. } | LinkFact::BrokenSynonym { .. } => Severity::Error,
        }
    }

    fn help(&self) -> String {
        match self {
            LinkFact::Broken { nearest: Some(name), .. } => {
                format!("write `[[{name}]]`, or add the missing note")
            }
            LinkFact::Broken { .. } => "add the missing note, or take the brackets away".into(),
            LinkFact::BrokenHeading { nearest: Some(name), .. } => format!("write `#{name}`"),
            LinkFact::BrokenHeading { .. } => "link to the note without `#`, it has no headings".into(),
            LinkFact::BrokenBlock { nearest: Some(name), .. } => format!("write `#^{name}`"),
            LinkFact::BrokenBlock { block, .. } => {
                format!("put ` ^{block}` at the end of the paragraph that is meant")
            }
            LinkFact::Ambiguous { others, .. } => {
                let other = others.first().map_or("", |path| path.trim_end_matches(".md"));
                format!("write the path, such as `[[{other}]]`")
            }
            LinkFact::BrokenRelation { nearest: Some(name), .. } => {
                format!("write `to: {name}`, or `ext: \"Plain name\"` for something the directory does not list")
            }
            LinkFact::BrokenRelation { .. } => {
                "add the entry, or write `ext: \"Plain name\"` for something the directory does not list".into()
            }
            LinkFact::BrokenSynonym {
                nearest: Some(name),
                ..
            } => format!("write `{name}`"),
            LinkFact::BrokenSynonym { .. } => "write the id of an entry".into(),
            LinkFact::EmbedCycle { .. } => "link to the note in place of embedding it".into(),
        }
    }
}

impl fmt::Display for LinkFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LinkFact::Broken {
                target, nearest, ..
            } => {
                write!(
                    f,
                    "nothing here is called `{target}`{}",
                    nearest_words(nearest.as_deref())
                )
            }
            LinkFact::BrokenHeading {
                page,
                heading,
                nearest,
                ..
            } => write!(
                f,
                "`{page}` has no heading `{heading}`{}",
                nearest_words(nearest.as_deref())
            ),
            LinkFact::BrokenBlock {
                page,
                block,
                nearest,
                ..
            } => write!(
                f,
                "`{page}` has no block `^{block}`{}",
                nearest_words(nearest.as_deref())
            ),
            LinkFact::Ambiguous {
                target,
                taken,
                others,
            } => write!(
                f,
                "`{target}` could mean `{taken}` (taken) or `{}`",
                others.join("`, `")
            ),
            LinkFact::BrokenRelation { target, nearest }
            | LinkFact::BrokenSynonym { target, nearest } => write!(
                f,
                "no entry has the id `{target}`{}",
                nearest_words(nearest.as_deref())
            ),
            LinkFact::EmbedCycle { via } if via.is_empty() => {
                f.write_str("this embed contains itself")
            }
            LinkFact::EmbedCycle { via } => {
                write!(
                    f,
                    "this embed contains itself, by way of `{}`",
                    via.join("` and `")
                )
            }
        }
    }
}
