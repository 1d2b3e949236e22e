//! Mistakes in rule.

use std::fmt;

use crate::model::problem::{Explain, Severity};

/// A mistake in rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RuleFact {}

impl Explain for RuleFact {
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

impl fmt::Display for RuleFact {
    fn fmt(&self, _f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}
