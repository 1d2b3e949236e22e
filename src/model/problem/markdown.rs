//! Mistakes in markdown.

use std::fmt;

use crate::model::problem::{Explain, Severity};

/// A mistake in markdown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MarkdownFact {}

impl Explain for MarkdownFact {
    fn code(&self) -> &'static str {
        match *self {}
    }
    fn severity(&self) -> Severity {
        match *self {}
    }
    fn help(&self) -> String {
        match *self {}
    }
}

impl fmt::Display for MarkdownFact {
    fn fmt(&self, _f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}
