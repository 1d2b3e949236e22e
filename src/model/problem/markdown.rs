//! Mistakes in markdown.

use std::fmt;

use crate::model::problem::{Explain, Severity};

/// A mistake in markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkdownFact {
    /// The prose becomes too much HTML (embeds of embeds): what lies beyond the limit is left out.
    TooMuchOutput {
        /// The limit in bytes.
        limit: usize,
    },
}

impl Explain for MarkdownFact {
    fn code(&self) -> &'static str {
        "too-much-output"
    }
    fn severity(&self) -> Severity {
        Severity::Error
    }
    fn help(&self) -> String {
        "embed less, and link in place of embedding".into()
    }
}

impl fmt::Display for MarkdownFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let MarkdownFact::TooMuchOutput { limit } = self;
        write!(f, "this becomes more than {limit} bytes of HTML")
    }
}
