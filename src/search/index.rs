//! Site to index: words counted, grouped by stem, cut into blocks, packed.

use crate::model::site::Site;

/// The files of an index: name below [`FOLDER`](crate::search::format::manifest::FOLDER), bytes. The manifest is among them.
pub type Files = Vec<(String, Vec<u8>)>;

/// The index of a site. Equal sites give equal bytes.
pub fn files(site: &Site) -> Files {
    let _ = site;
    unimplemented!("engineer F")
}
