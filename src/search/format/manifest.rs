//! What stands where: the one file of the index with a fixed name.

use crate::search::format::Bad;

/// Where the manifest stands, below the site's root.
pub const FILE: &str = "data/search/manifest.bin";

/// The folder of the packs, below the site's root.
pub const FOLDER: &str = "data/search/";

/// The whole index in outline.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Manifest {
    /// How many docs there are; they are numbered from 0.
    pub docs: u32,
    /// The kinds of entries: value and label. Records name them by number.
    pub kinds: Vec<(String, String)>,
    /// The folders with their titles, for breadcrumbs: address such as `concepts/`, title.
    pub folders: Vec<(String, String)>,
    /// The packs' names: the first 8 bytes of the SHA-256 of their contents.
    pub files: Vec<[u8; 8]>,
    /// Records of all docs.
    pub records: ByDoc,
    /// Texts of all docs.
    pub texts: ByDoc,
    /// The docs of the recent part, rising; all others are in the settled one.
    pub recent: Vec<u32>,
    /// The settled part, then the recent one. A small site has one part only, and `recent` is empty.
    pub parts: Vec<Part>,
}

/// The inverted families of one part of the site.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Part {
    /// How many docs it has.
    pub docs: u32,
    /// Words of names: title, aliases, synonyms.
    pub names: ByKey,
    /// All words, for typing errors.
    pub vocabulary: ByKey,
    /// All words with where they occur.
    pub terms: ByKey,
    /// Facets with their values and docs; a block for each facet, keyed by its name.
    pub facets: ByKey,
}

/// Blocks that hold docs in the order of their numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ByDoc {
    /// How many docs stand in a block; in a pack's last one perhaps fewer.
    pub docs_per_block: u32,
    /// The packs.
    pub packs: Vec<DocPack>,
}

/// A pack of docs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocPack {
    /// Which of [`Manifest::files`].
    pub file: u32,
    /// How many docs it holds.
    pub docs: u32,
    /// The lengths of its blocks in bytes; the first begins at 0.
    pub lengths: Vec<u32>,
}

/// Blocks that hold sorted words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ByKey {
    /// The blocks, by rising key. The first key is where the words begin; a block ends before the next one's key.
    pub blocks: Vec<KeyBlock>,
}

/// A block of sorted words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct KeyBlock {
    /// A beginning that no word before this block reaches: the shortest that tells its first word from the last before it.
    pub key: String,
    /// Where it is.
    pub place: Place,
}

/// Where a block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Place {
    /// Which of [`Manifest::files`].
    pub file: u32,
    /// Its first byte in the file.
    pub start: u32,
    /// How many bytes.
    pub length: u32,
}

impl Manifest {
    /// The manifest as the bytes of its file: magic, version, and a zlib stream.
    pub fn encode(&self) -> Vec<u8> {
        unimplemented!("engineer F")
    }

    /// The manifest of a file whose stream has been inflated: magic and version stand before it, in the clear.
    pub fn decode(bytes: &[u8]) -> Result<Manifest, Bad> {
        let _ = bytes;
        unimplemented!("engineer F")
    }

    /// The name of a pack, such as `0123456789abcdef.bin`; empty for a number that is none.
    pub fn file_name(&self, file: u32) -> String {
        let _ = file;
        unimplemented!("engineer F")
    }

    /// The doc of the whole site that a part calls `local`.
    pub fn doc(&self, part: usize, local: u32) -> u32 {
        let _ = (part, local);
        unimplemented!("engineer F")
    }
}

impl ByDoc {
    /// The block that holds a doc, and the doc's place in it.
    pub fn find(&self, doc: u32) -> Option<(Place, usize)> {
        let _ = doc;
        unimplemented!("engineer F")
    }
}

impl ByKey {
    /// The numbers of the blocks that can hold words with this beginning.
    pub fn holding(&self, beginning: &str) -> std::ops::Range<usize> {
        let _ = beginning;
        unimplemented!("engineer F")
    }

    /// The number of the block that holds this very word, if any does.
    pub fn find(&self, word: &str) -> Option<usize> {
        let _ = word;
        unimplemented!("engineer F")
    }
}
