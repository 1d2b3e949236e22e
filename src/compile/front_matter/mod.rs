//! The head of a file: YAML between `---` lines, to typed fields.

mod yaml;

use std::ops::Range;

use crate::model::problem::Problem;
use crate::model::settings::Settings;
use crate::model::site::Front;

/// A file's front matter in typed form.
#[derive(Debug, Clone)]
pub(crate) struct Head {
    /// `title`, else the first `#` heading is NOT used: the file stem is.
    pub(crate) title: String,
    /// Other names.
    pub(crate) aliases: Vec<String>,
    /// Tags as written, without `#`.
    pub(crate) tags: Vec<String>,
    /// BCP 47 tag.
    pub(crate) language: Option<String>,
    /// Whether it is to be published: not `draft: true`, not `publish: false`.
    pub(crate) published: bool,
    /// Old ids or paths that forward here (`redirect_from`, `permalink` of a vault).
    pub(crate) redirect_from: Vec<String>,
    /// The typed rest.
    pub(crate) front: Front,
    /// Where each field stands, for problems.
    pub(crate) fields: Fields,
    /// Where the prose stands.
    pub(crate) body: Range<usize>,
}

/// Where fields stand in the text.
#[derive(Debug, Clone, Default)]
pub(crate) struct Fields {}

impl Fields {
    /// The stretch of the value at `path` (`ended`, `relations.2.to`); of the nearest outer field that exists; at last of the opening line.
    pub(crate) fn span(&self, _path: &str) -> Range<usize> {
        0..0
    }
}

/// Reads the head of `text`. Every mistake is found, not only the first; what is sound is kept.
pub(crate) fn read(
    _file: &str,
    _text: &str,
    _settings: &Settings,
    _problems: &mut Vec<Problem>,
) -> Head {
    unimplemented!("helper B")
}
