//! The files that the explorer reads: zlib streams, named by their contents.

use crate::model::address::Address;
use crate::search::deflate::Deflater;
use crate::view::Artifact;
use crate::view::edition::Edition;

/// The folder of the files.
const FOLDER: &str = "data/explore/";

/// Where each file stands.
#[derive(Debug)]
pub(crate) struct Files {
    /// The catalog.
    pub(crate) catalog: Address,
    /// The outline of the land.
    pub(crate) land: Address,
    /// The graph.
    pub(crate) graph: Address,
    /// The summaries, piece by piece.
    pub(crate) summaries: Vec<Address>,
}
