//! The files that the explorer reads: zlib streams, named by their contents.

use crate::explore::graph::file;
use crate::explore::graph::gather::best_linked;
use crate::explore::graph::layout::lay_out;
use crate::explore::land::Land;
use crate::explore::summaries;
use crate::model::address::Address;
use crate::search::deflate::Deflater;
use crate::search::index::name_of;
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

/// The files, and where they stand.
pub(crate) fn files(edition: &Edition<'_>) -> (Files, Vec<Artifact>) {
    let mut artifacts = Vec::new();
    let mut deflater = Deflater::new();
    let mut put = |bytes: &[u8]| {
        let bytes = deflater.deflate(bytes);
        let path = [FOLDER, &name_of(&bytes)].concat();
        let address = Address::file(&path);
        artifacts.push(Artifact { path, bytes });
        address
    };
    let graph = lay_out(best_linked(edition.graph.clone()));
    let pieces = summaries::pieces(edition.site);
    let files = Files {
        catalog: put(&edition.catalog.encode()),
        land: put(&Land::read(&edition.places).encode()),
        graph: put(&file::encode(&graph)),
        summaries: pieces.iter().map(|piece| put(piece)).collect(),
    };
    (files, artifacts)
}
