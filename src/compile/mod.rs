//! Sources to `(Site, Vec<Problem>)`: pure, total, the same for both targets.
//!
//! Entry point: [`compile`]. Nothing here reads a disk, a clock or the environment.

pub(crate) mod check;
pub(crate) mod front_matter;
pub(crate) mod graph;
pub(crate) mod highlight;
pub(crate) mod html;
pub mod lists;
pub(crate) mod markdown;
pub(crate) mod math;
pub(crate) mod names;
pub(crate) mod nearest;
pub(crate) mod resolve;
pub(crate) mod schema;
pub mod settings;
pub mod text;

use crate::model::problem::Problem;
use crate::model::settings::Settings;
use crate::model::site::Site;
use crate::model::source::Sources;

use crate::compile::front_matter::Head;
use crate::model::document::Document;

/// A file taken apart, not yet connected to others.
#[derive(Debug, Clone)]
pub(crate) struct Parsed {
    /// Its path below the content folder.
    pub(crate) path: String,
    /// Its front matter.
    pub(crate) head: Head,
    /// Its prose.
    pub(crate) document: Document,
}
