//! Problems: an author's mistakes as values, each with place, code, facts and remedy.
//!
//! Wording stands only here, in one file per area; severity is a function of the fact.

pub mod front_matter;
pub mod link;
pub mod markdown;
pub mod rule;
pub mod settings;
pub mod source;
pub mod yaml;

use std::fmt;
use std::ops::Range;

/// A mistake in the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What.
    pub fact: Fact,
}

/// A stretch of a source.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Path below the content folder.
    pub file: String,
    /// Bytes of the text as read (byte-order mark dropped, line ends `\n`); empty at 0 where the file as a whole is meant.
    pub span: Span,
}

/// A range of bytes that can be ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        Span {
            start: range.start,
            end: range.end,
        }
    }
}

impl Place {
    /// The stretch `span` of `file`.
    pub fn new(file: &str, span: Range<usize>) -> Place {
        Place {
            file: file.to_owned(),
            span: span.into(),
        }
    }

    /// The file as a whole.
    pub fn whole(file: &str) -> Place {
        Place::new(file, 0..0)
    }

    /// Makes it a problem.
    pub fn problem(self, fact: impl Into<Fact>) -> Problem {
        Problem {
            place: self,
            fact: fact.into(),
        }
    }
}

/// How bad it is: errors stop the site from being replaced, warnings do not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Severity {
    Error,
    Warning,
}

/// What every fact can say. `Display` is the message: lower case, no full stop, names in backticks.
pub trait Explain: fmt::Display {
    /// The stable code, such as `broken-link`.
    fn code(&self) -> &'static str;
    /// How bad it is.
    fn severity(&self) -> Severity;
    /// What to write instead, as one imperative sentence without full stop.
    fn help(&self) -> String;
}

/// What went wrong, with the facts that the message needs.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "one per area, each documented in its file")]
pub enum Fact {
    Source(source::SourceFact),
    FrontMatter(front_matter::FrontMatterFact),
    Markdown(markdown::MarkdownFact),
    Link(link::LinkFact),
    Rule(rule::RuleFact),
    Settings(settings::SettingsFact),
}

impl Fact {
    fn inner(&self) -> &dyn Explain {
        match self {
            Fact::Source(fact) => fact,
            Fact::FrontMatter(fact) => fact,
            Fact::Markdown(fact) => fact,
            Fact::Link(fact) => fact,
            Fact::Rule(fact) => fact,
            Fact::Settings(fact) => fact,
        }
    }
}

impl Explain for Fact {
    fn code(&self) -> &'static str {
        self.inner().code()
    }
    fn severity(&self) -> Severity {
        self.inner().severity()
    }
    fn help(&self) -> String {
        self.inner().help()
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.inner().fmt(f)
    }
}

macro_rules! into_fact {
    ($($variant:ident($fact:ty)),* $(,)?) => {
        $(impl From<$fact> for Fact {
            fn from(fact: $fact) -> Fact {
                Fact::$variant(fact)
            }
        })*
    };
}

into_fact!(
    Source(source::SourceFact),
    FrontMatter(front_matter::FrontMatterFact),
    Markdown(markdown::MarkdownFact),
    Link(link::LinkFact),
    Rule(rule::RuleFact),
    Settings(settings::SettingsFact),
);

/// Sorts by path, then offset, then code, and drops exact repeats.
pub fn sort(problems: &mut Vec<Problem>) {
    problems.sort_by(|a, b| {
        (&a.place, a.fact.code())
            .cmp(&(&b.place, b.fact.code()))
            .then_with(|| a.fact.to_string().cmp(&b.fact.to_string()))
    });
    problems.dedup();
}

/// `; the nearest is …`, or nothing.
pub(crate) fn nearest_words(nearest: Option<&str>) -> String {
    nearest.map_or_else(String::new, |name| format!("; the nearest is `{name}`"))
}
