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
use crate::view::export::DETAILS;

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
    /// All details, for what is taken away and compared.
    pub(crate) details: Address,
    /// How large that file is: `412 kB`.
    pub(crate) details_size: String,
}

/// The files, and where they and the details among the `exports` stand.
pub(crate) fn files(edition: &Edition<'_>, exports: &[Artifact]) -> (Files, Vec<Artifact>) {
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
        details: Address::file(DETAILS),
        details_size: size_of(exports),
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

fn size_of(exports: &[Artifact]) -> String {
    let mut exports = exports.iter();
    let details = exports.find(|artifact| artifact.path == DETAILS);
    in_words(details.map_or(0, |details| details.bytes.len()))
}

/// A number of bytes as people say it, never less than it is: `1 kB`, `412 kB`, `1.3 MB`.
fn in_words(bytes: usize) -> String {
    let kilobytes = bytes.div_ceil(1000).max(1);
    if kilobytes < 1000 {
        return format!("{kilobytes} kB");
    }
    let tenths = kilobytes.div_ceil(100);
    format!("{}.{} MB", tenths / 10, tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[test]
    fn sizes_are_said_in_few_words() {
        let check = |bytes, expect| assert_eq!(in_words(bytes), expect);
        check(0, "1 kB");
        check(412_148, "413 kB");
        check(999_500, "1.0 MB");
        check(1_210_000, "1.3 MB");
        check(25_000_000, "25.0 MB");
    }
}
