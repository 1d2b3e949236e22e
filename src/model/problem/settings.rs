//! Mistakes in settings.

use std::fmt;

use crate::model::problem::{Explain, Severity};

/// A mistake in settings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsFact {}

impl Explain for SettingsFact {
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

impl fmt::Display for SettingsFact {
    fn fmt(&self, _f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {}
    }
}
