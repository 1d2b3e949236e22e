//! Mistakes in front matter.

use std::fmt;

use crate::model::problem::{Explain, Severity};

/// A mistake in front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FrontMatterFact {}

impl Explain for FrontMatterFact {
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

impl fmt::Display for FrontMatterFact {
    fn fmt(&self, _f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}
