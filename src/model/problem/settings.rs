//! Mistakes in `site.toml` and `synonyms.toml`.

use std::fmt;

use crate::model::problem::{Explain, Severity, nearest_words};

/// A mistake in `site.toml` or `synonyms.toml`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SettingsFact {
    /// It is no TOML, or a value has the wrong shape.
    Toml {
        /// What the reader said, on one line.
        reason: String,
    },
    /// `synonyms.toml` is no TOML, or no table of words.
    Synonyms {
        /// What the reader said, on one line.
        reason: String,
    },
    /// A URL that is none.
    BadUrl {
        /// As written.
        url: String,
    },
    /// A list that does not exist.
    UnknownList {
        /// As written.
        name: String,
        /// The nearest list.
        nearest: Option<String>,
    },
    /// Software that the edit links do not know.
    UnknownForge {
        /// As written.
        name: String,
    },
    /// A kind without a class.
    KindWithoutClass {
        /// The kind.
        kind: String,
    },
}

impl Explain for SettingsFact {
    fn code(&self) -> &'static str {
        match self {
            SettingsFact::Toml { .. } => "bad-settings",
            SettingsFact::Synonyms { .. } => "bad-synonyms",
            SettingsFact::BadUrl { .. } => "bad-settings-url",
            SettingsFact::UnknownList { .. } => "unknown-list",
            SettingsFact::UnknownForge { .. } => "unknown-forge",
            SettingsFact::KindWithoutClass { .. } => "kind-without-class",
        }
    }

    fn severity(&self) -> Severity {
        Severity::Error
    }

    fn help(&self) -> String {
        match self {
            SettingsFact::Synonyms { .. } => {
                "write lines such as `\"food bank\" = [\"mutual-aid\"]`".into()
            }
            SettingsFact::Toml { .. } => "compare with the `site.toml` in the README".into(),
            SettingsFact::BadUrl { .. } => {
                "write a whole address, such as `https://example.org/`".into()
            }
            SettingsFact::UnknownList { .. } => {
                "write the name of a list of the schema, such as `sector`".into()
            }
            SettingsFact::UnknownForge { .. } => {
                "write `github`, `gitlab` or `forgejo` (Codeberg and Gitea too)".into()
            }
            SettingsFact::KindWithoutClass { .. } => {
                "add `class = \"idea\"` or `class = \"entity\"`".into()
            }
        }
    }
}

impl fmt::Display for SettingsFact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SettingsFact::Synonyms { reason } => write!(f, "cannot read these synonyms: {reason}"),
            SettingsFact::Toml { reason } => write!(f, "cannot read these settings: {reason}"),
            SettingsFact::BadUrl { url } => write!(f, "`{url}` is not a web address"),
            SettingsFact::UnknownList { name, nearest } => {
                write!(
                    f,
                    "there is no list `{name}`{}",
                    nearest_words(nearest.as_deref())
                )
            }
            SettingsFact::UnknownForge { name } => write!(f, "unknown forge `{name}`"),
            SettingsFact::KindWithoutClass { kind } => {
                write!(f, "kind `{kind}` is neither an idea nor an entity")
            }
        }
    }
}
