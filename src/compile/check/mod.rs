//! The rules, one file each: a name, three lines (what, why, fix), a function, tests.

use crate::compile::Parsed;
use crate::model::graph::Graph;
use crate::model::problem::Problem;
use crate::model::settings::Settings;

/// Everything that a rule may look at. Every file of `notes` is to be published.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Checked<'a> {
    /// The files, sorted by path.
    pub(crate) notes: &'a [Parsed],
    /// How they are connected; a file's position in `notes` is its `PageId`.
    pub(crate) graph: &'a Graph,
    /// The builder's decisions.
    pub(crate) settings: &'a Settings,
}

/// Runs every rule.
pub(crate) fn all(_site: Checked<'_>, _problems: &mut Vec<Problem>) {}
