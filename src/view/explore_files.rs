//! The files that the explorer reads: zlib streams, named by their contents.

use crate::explore::catalog::Catalog;
use crate::explore::docs::Docs;
use crate::explore::graph::file;
use crate::explore::graph::gather::best_linked;
use crate::explore::graph::layout::lay_out;
use crate::explore::land::Land;
use crate::explore::summaries;
use crate::model::address::Address;
use crate::model::site::Site;
use crate::search::deflate::Deflater;
use crate::search::index::{name_of, numbered};
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
    /// The rows of the pages of the search index.
    pub(crate) docs: Address,
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
        docs: put(&docs(edition.site).encode()),
        summaries: pieces.iter().map(|piece| put(piece)).collect(),
    };
    (files, artifacts)
}

fn docs(site: &Site) -> Docs {
    let mut row_of = vec![None; site.pages.len()];
    for (row, id) in (0_u32..).zip(Catalog::order(site)) {
        row_of[id.0] = Some(row);
    }
    Docs::of(numbered(site).into_iter().map(|id| row_of[id.0]))
}
