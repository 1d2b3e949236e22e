//! What stands where: the one file of the index with a fixed name.
//!
//! | bytes of the file | what |
//! |---|---|
//! | 0 to 3 | [`MAGIC`] |
//! | 4 | [`VERSION`] |
//! | 5 to the end | one zlib stream |
//!
//! So a reader inflates everything from byte 5 ([`HEAD`]) and puts the first five bytes before what it gets: that is what
//! [`Manifest::decode`] takes.

use crate::search::format::Bad;
use crate::search::format::bits::narrow;
use crate::search::format::bytes::{
    Reader, push_count, push_number, push_rising, push_texts, push_words, rising,
};
use crate::search::format::lengths::{lengths, push_lengths};

/// The first bytes of the file.
pub const MAGIC: [u8; 4] = *b"CmnS";

/// The version of the whole index, packs included.
pub const VERSION: u8 = 1;

/// How many bytes stand in the clear before the zlib stream.
pub const HEAD: usize = 5;

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
    /// The manifest as [`Manifest::decode`] takes it: the file's own bytes once everything from byte 5 is deflated.
    pub fn encode(&self) -> Vec<u8> {
        let mut out = MAGIC.to_vec();
        out.push(VERSION);
        push_number(self.docs, &mut out);
        push_pairs(&self.kinds, &mut out);
        push_pairs(&self.folders, &mut out);
        push_count(self.files.len(), &mut out);
        out.extend(self.files.iter().flatten());
        self.records.push(&mut out);
        self.texts.push(&mut out);
        push_count(self.recent.len(), &mut out);
        push_rising(&self.recent, self.docs, &mut out);
        push_count(self.parts.len(), &mut out);
        for part in &self.parts {
            push_number(part.docs, &mut out);
            for family in part.families() {
                family.push(&mut out);
            }
        }
        out
    }

    /// The manifest of a file whose stream has been inflated: magic and version stand before it, in the clear.
    pub fn decode(bytes: &[u8]) -> Result<Manifest, Bad> {
        let mut reader = Reader::new(bytes);
        if reader.take(MAGIC.len()) != Ok(&MAGIC) {
            return Err(Bad::Magic);
        }
        match reader.take(1)? {
            [VERSION] => {}
            [version] => return Err(Bad::Version(*version)),
            _ => return Err(Bad::Damaged),
        }
        let docs = reader.number()?;
        let kinds = pairs(&mut reader)?;
        let folders = pairs(&mut reader)?;
        let count = reader.count(size_of::<[u8; 8]>())?;
        let names = reader.take(count.saturating_mul(8))?;
        let files = names.as_chunks().0.to_vec();
        let records = ByDoc::read(&mut reader)?;
        let texts = ByDoc::read(&mut reader)?;
        let count = reader.count(size_of::<u32>())?;
        let recent = rising(&mut reader, count, docs)?;
        let count = reader.count(size_of::<Part>())?;
        let mut parts = Vec::with_capacity(count);
        for _ in 0..count {
            parts.push(Part {
                docs: reader.number()?,
                names: ByKey::read(&mut reader)?,
                vocabulary: ByKey::read(&mut reader)?,
                terms: ByKey::read(&mut reader)?,
                facets: ByKey::read(&mut reader)?,
            });
        }
        Ok(Manifest {
            docs,
            kinds,
            folders,
            files,
            records,
            texts,
            recent,
            parts,
        })
    }

    /// The name of a pack, such as `0123456789abcdef.bin`; empty for a number that is none.
    pub fn file_name(&self, file: u32) -> String {
        let mut name = String::new();
        if let Some(hash) = self.files.get(file as usize) {
            for byte in hash {
                for digit in [byte >> 4, byte & 0xF] {
                    name.push(char::from(b"0123456789abcdef"[usize::from(digit)]));
                }
            }
            name.push_str(".bin");
        }
        name
    }

    /// The doc of the whole site that a part calls `local`.
    pub fn doc(&self, part: usize, local: u32) -> u32 {
        if part > 0 {
            return self.recent.get(local as usize).copied().unwrap_or(u32::MAX);
        }
        // Before each recent doc stand so many settled ones: its number less the recent ones before it.
        let (mut low, mut high) = (0, self.recent.len());
        while low < high {
            let middle = low.midpoint(high);
            let settled = self.recent[middle].saturating_sub(narrow(middle));
            if settled <= local {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        local.saturating_add(narrow(low))
    }
}

impl Part {
    fn families(&self) -> [&ByKey; 4] {
        [&self.names, &self.vocabulary, &self.terms, &self.facets]
    }
}

impl ByDoc {
    /// The block that holds a doc, and the doc's place in it.
    pub fn find(&self, doc: u32) -> Option<(Place, usize)> {
        let mut rest = doc;
        for pack in &self.packs {
            if rest >= pack.docs {
                rest -= pack.docs;
                continue;
            }
            let block = rest.checked_div(self.docs_per_block)? as usize;
            let length = *pack.lengths.get(block)?;
            let before = pack.lengths.get(..block)?;
            let start = before
                .iter()
                .try_fold(0u32, |sum, length| sum.checked_add(*length))?;
            let place = Place {
                file: pack.file,
                start,
                length,
            };
            return Some((place, (rest % self.docs_per_block) as usize));
        }
        None
    }

    fn push(&self, out: &mut Vec<u8>) {
        push_number(self.docs_per_block, out);
        push_count(self.packs.len(), out);
        for pack in &self.packs {
            push_number(pack.file, out);
            push_number(pack.docs, out);
        }
        let lengths = self.packs.iter().flat_map(|pack| &pack.lengths);
        push_lengths(&lengths.copied().collect::<Vec<u32>>(), out);
    }

    fn read(reader: &mut Reader<'_>) -> Result<ByDoc, Bad> {
        let docs_per_block = reader.number()?;
        let count = reader.count(size_of::<DocPack>())?;
        let mut packs = Vec::with_capacity(count);
        let mut blocks = 0_usize;
        for _ in 0..count {
            let file = reader.number()?;
            let docs = reader.number()?;
            if docs > 0 && docs_per_block == 0 {
                return Err(Bad::Damaged);
            }
            blocks = blocks.saturating_add(docs.div_ceil(docs_per_block.max(1)) as usize);
            packs.push(DocPack {
                file,
                docs,
                lengths: Vec::new(),
            });
        }
        reader.spend(blocks.saturating_mul(size_of::<u32>()))?;
        let lengths = lengths(reader, blocks)?;
        let mut rest = &lengths[..];
        for pack in &mut packs {
            let own = pack.docs.div_ceil(docs_per_block.max(1)) as usize;
            let (first, behind) = rest.split_at_checked(own).ok_or(Bad::Damaged)?;
            pack.lengths = first.to_vec();
            rest = behind;
        }
        Ok(ByDoc {
            docs_per_block,
            packs,
        })
    }
}

impl ByKey {
    /// The numbers of the blocks that can hold words with this beginning.
    pub fn holding(&self, beginning: &str) -> std::ops::Range<usize> {
        let reached = |block: &KeyBlock| block.key.as_str() <= beginning;
        let first = self.blocks.partition_point(reached).saturating_sub(1);
        let begun = |block: &KeyBlock| reached(block) || block.key.starts_with(beginning);
        first..self.blocks.partition_point(begun)
    }

    /// The number of the block that holds this very word, if any does.
    pub fn find(&self, word: &str) -> Option<usize> {
        let reached = |block: &KeyBlock| block.key.as_str() <= word;
        self.blocks.partition_point(reached).checked_sub(1)
    }

    fn push(&self, out: &mut Vec<u8>) {
        push_count(self.blocks.len(), out);
        push_words(self.blocks.iter().map(|block| block.key.as_str()), out);
        // Most blocks follow the one before; of the others it is said where they are.
        let mut expected = Place::default();
        let mut jumps = Vec::new();
        for (number, block) in self.blocks.iter().enumerate() {
            if (block.place.file, block.place.start) != (expected.file, expected.start) {
                jumps.push((number, block.place));
            }
            expected = behind(block.place);
        }
        push_count(jumps.len(), out);
        let mut last = 0;
        for (number, place) in jumps {
            push_count(number - last, out);
            push_number(place.file, out);
            push_number(place.start, out);
            last = number;
        }
        let lengths = self.blocks.iter().map(|block| block.place.length);
        push_lengths(&lengths.collect::<Vec<u32>>(), out);
    }

    fn read(reader: &mut Reader<'_>) -> Result<ByKey, Bad> {
        let count = reader.count(size_of::<KeyBlock>())?;
        let keys = reader.words(count)?;
        let jumps_count = reader.count(size_of::<Place>())?;
        let mut jumps = Vec::with_capacity(jumps_count);
        let mut number = 0_usize;
        for _ in 0..jumps_count {
            number = number.saturating_add(reader.number()? as usize);
            jumps.push((number, reader.number()?, reader.number()?));
        }
        let lengths = lengths(reader, count)?;
        let mut jumps = jumps.into_iter().peekable();
        let mut expected = Place::default();
        let mut blocks = Vec::with_capacity(count);
        for (number, (key, length)) in keys.into_iter().zip(lengths).enumerate() {
            let jump = jumps.next_if(|(at, ..)| *at == number);
            let (file, start) = jump.map_or((expected.file, expected.start), |(_, f, s)| (f, s));
            let place = Place {
                file,
                start,
                length,
            };
            expected = behind(place);
            blocks.push(KeyBlock { key, place });
        }
        Ok(ByKey { blocks })
    }
}

/// Where a block begins that follows this one.
fn behind(place: Place) -> Place {
    Place {
        start: place.start.saturating_add(place.length),
        length: 0,
        ..place
    }
}

fn push_pairs(pairs: &[(String, String)], out: &mut Vec<u8>) {
    push_count(pairs.len(), out);
    push_texts(pairs.iter().map(|(first, _)| first.as_str()), out);
    push_texts(pairs.iter().map(|(_, second)| second.as_str()), out);
}

fn pairs(reader: &mut Reader<'_>) -> Result<Vec<(String, String)>, Bad> {
    let count = reader.count(size_of::<(String, String)>())?;
    let first = reader.texts(count)?;
    let second = reader.texts(count)?;
    Ok(first.into_iter().zip(second).collect())
}

#[cfg(test)]
mod tests {
    use proptest::collection::{btree_set, vec};
    use proptest::prelude::{Strategy, any, prop_assert_eq, proptest};

    use super::{ByDoc, ByKey, DocPack, HEAD, KeyBlock, Manifest, Part, Place};
    use crate::search::format::Bad;

    fn pairs() -> impl Strategy<Value = Vec<(String, String)>> {
        vec((".{0,9}", ".{0,9}"), 0..4)
    }

    fn by_doc() -> impl Strategy<Value = ByDoc> {
        let pack = |docs_per_block: u32| {
            (any::<u32>(), 0..9u32, 0..docs_per_block).prop_flat_map(move |(file, blocks, less)| {
                let docs = (blocks * docs_per_block).saturating_sub(less);
                vec(0..90_000u32, docs.div_ceil(docs_per_block) as usize).prop_map(move |lengths| {
                    DocPack {
                        file,
                        docs,
                        lengths,
                    }
                })
            })
        };
        (1..9u32).prop_flat_map(move |docs_per_block| {
            vec(pack(docs_per_block), 0..4).prop_map(move |packs| ByDoc {
                docs_per_block,
                packs,
            })
        })
    }

    fn by_key() -> impl Strategy<Value = ByKey> {
        let place = (0..9u32, any::<u32>(), 0..90_000u32);
        vec(("\\PC{0,5}", place), 0..9).prop_map(|mut blocks| {
            blocks.sort();
            let block = |(key, (file, start, length))| KeyBlock {
                key,
                place: Place {
                    file,
                    start,
                    length,
                },
            };
            ByKey {
                blocks: blocks.into_iter().map(block).collect(),
            }
        })
    }

    fn manifest() -> impl Strategy<Value = Manifest> {
        let part = (any::<u32>(), by_key(), by_key(), by_key(), by_key());
        let part = part.prop_map(|(docs, names, vocabulary, terms, facets)| Part {
            docs,
            names,
            vocabulary,
            terms,
            facets,
        });
        let recent = btree_set(0..20_000u32, 0..9);
        let heads = (pairs(), pairs(), vec(any::<[u8; 8]>(), 0..5));
        (heads, by_doc(), by_doc(), recent, vec(part, 0..3)).prop_map(
            |((kinds, folders, files), records, texts, recent, parts)| Manifest {
                docs: 20_000,
                kinds,
                folders,
                files,
                records,
                texts,
                recent: recent.into_iter().collect(),
                parts,
            },
        )
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(manifest in manifest()) {
            prop_assert_eq!(Manifest::decode(&manifest.encode()), Ok(manifest));
        }

        #[test]
        fn hostile_bytes_are_refused_or_read(bytes: Vec<u8>) {
            let head = &Manifest::default().encode()[..HEAD];
            let _ = Manifest::decode(&[head, &bytes].concat());
        }

        #[test]
        fn damaged_bytes_are_refused_or_read(manifest in manifest(), at: usize, to: u8) {
            let mut bytes = manifest.encode();
            let at = at % bytes.len();
            bytes[at] = to;
            if let Ok(manifest) = Manifest::decode(&bytes) {
                let _ = (manifest.texts.find(7), manifest.doc(0, 7), manifest.doc(1, 7));
            }
        }
    }

    #[test]
    fn other_files_and_versions_are_refused() {
        let check = |bytes: &[u8], expect| assert_eq!(Manifest::decode(bytes), Err(expect));
        check(b"", Bad::Magic);
        check(b"<!doctype html>", Bad::Magic);
        check(b"CmnS", Bad::Damaged);
        check(b"CmnS\0", Bad::Version(0));
        check(b"CmnS\x02", Bad::Version(2));
        check(b"CmnS\x01", Bad::Damaged);
    }

    #[test]
    fn packs_are_named_in_hexadecimal() {
        let manifest = Manifest {
            files: vec![[0, 1, 0x2A, 0xFF, 4, 5, 6, 7]],
            ..Manifest::default()
        };
        assert_eq!(manifest.file_name(0), "00012aff04050607.bin");
        assert_eq!(manifest.file_name(1), "");
    }

    #[test]
    fn docs_of_parts_are_docs_of_the_site() {
        let manifest = Manifest {
            docs: 7,
            recent: vec![0, 2, 5],
            ..Manifest::default()
        };
        let settled: Vec<u32> = (0..4).map(|local| manifest.doc(0, local)).collect();
        assert_eq!(settled, [1, 3, 4, 6]);
        let recent: Vec<u32> = (0..4).map(|local| manifest.doc(1, local)).collect();
        assert_eq!(recent, [0, 2, 5, u32::MAX]);
    }

    #[test]
    fn docs_are_found_in_their_block() {
        let pack = |file, docs, lengths: &[u32]| DocPack {
            file,
            docs,
            lengths: lengths.to_vec(),
        };
        let family = ByDoc {
            docs_per_block: 2,
            packs: vec![pack(4, 3, &[10, 20]), pack(5, 2, &[30])],
        };
        let check = |doc, expect: Option<(u32, u32, usize)>| {
            let found = family.find(doc);
            let found = found.map(|(place, number)| (place.file, place.start, number));
            assert_eq!(found, expect, "{doc}");
        };
        check(0, Some((4, 0, 0)));
        check(2, Some((4, 10, 0)));
        check(4, Some((5, 0, 1)));
        check(5, None);
    }

    #[test]
    fn words_are_found_in_their_blocks() {
        let block = |key: &str| KeyBlock {
            key: key.into(),
            place: Place::default(),
        };
        let family = ByKey {
            blocks: ["", "com", "con", "x"].map(block).to_vec(),
        };
        assert_eq!(family.find("commons"), Some(1));
        assert_eq!(family.find("a"), Some(0));
        assert_eq!(family.holding("co"), 0..3);
        assert_eq!(family.holding("com"), 1..2);
        assert_eq!(family.holding("coop"), 2..3);
        assert_eq!(family.holding(""), 0..4);
        assert_eq!(ByKey::default().find("a"), None);
        assert_eq!(ByKey::default().holding("a"), 0..0);
    }
}
