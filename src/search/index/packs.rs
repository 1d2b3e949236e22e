//! Blocks to packs: files named by their contents.

use sha2::{Digest, Sha256};

use crate::search::deflate::Deflater;
use crate::search::format::FILLER;
use crate::search::format::manifest::{ByKey, KeyBlock, Place};
use crate::search::index::Files;

/// No pack of words is cut smaller: a host that knows no ranges sends it whole, and many small files cost more than that.
const SMALLEST: usize = 64 * 1024;

/// Into how many packs a large family of words is cut, for the sake of hosts that know no ranges.
const CUTS: usize = 12;

/// Lengths of texts and terms are multiples of this: at 10,000 entries 2 kB less of manifest, which every visitor reads, for
/// 0.3 % more of both.
const STEP: usize = 32;

/// Packs as they are filled, one after the other.
pub(super) struct Packs {
    deflater: Deflater,
    done: Vec<Vec<u8>>,
    /// The pack at hand; empty until the first block comes.
    open: Vec<u8>,
}

impl Packs {
    pub(super) fn new() -> Packs {
        Packs {
            deflater: Deflater::new(),
            done: Vec::new(),
            open: Vec::new(),
        }
    }

    /// The stream of a block.
    pub(super) fn deflate(&mut self, block: &[u8]) -> Vec<u8> {
        self.deflater.deflate(block)
    }

    /// The stream of a block of a family that has many; deflate cannot make its first `dense` bytes smaller.
    pub(super) fn deflate_filled(&mut self, dense: usize, block: &[u8]) -> Vec<u8> {
        self.deflater.deflate_filled((dense, block), (FILLER, STEP))
    }

    /// Puts a stream into the pack at hand.
    pub(super) fn put(&mut self, stream: &[u8]) -> Place {
        let place = Place {
            file: number(self.done.len()),
            start: number(self.open.len()),
            length: number(stream.len()),
        };
        self.open.extend_from_slice(stream);
        place
    }

    /// Ends the pack at hand, if it holds anything.
    pub(super) fn close(&mut self) {
        if !self.open.is_empty() {
            self.open.shrink_to_fit();
            self.done.push(std::mem::take(&mut self.open));
        }
    }

    /// Puts the blocks of a family, in packs of its own.
    pub(super) fn family(&mut self, blocks: Vec<(String, Vec<u8>)>) -> ByKey {
        let all: usize = blocks.iter().map(|(_, stream)| stream.len()).sum();
        let size = (all / CUTS).max(SMALLEST);
        self.close();
        let family = self.shared(blocks, size);
        self.close();
        family
    }

    /// Puts the blocks of a family, behind what is there already.
    pub(super) fn small_family(&mut self, blocks: Vec<(String, Vec<u8>)>) -> ByKey {
        self.shared(blocks, usize::MAX)
    }

    fn shared(&mut self, blocks: Vec<(String, Vec<u8>)>, size: usize) -> ByKey {
        let mut family = ByKey::default();
        for (key, stream) in blocks {
            let place = self.put(&stream);
            family.blocks.push(KeyBlock { key, place });
            if self.open.len() >= size {
                self.close();
            }
        }
        family
    }

    /// The names of all packs, and the packs as files.
    pub(super) fn finish(mut self) -> (Vec<[u8; 8]>, Files, Deflater) {
        self.close();
        let mut names = Vec::with_capacity(self.done.len());
        let mut files = Files::new();
        for bytes in self.done {
            let hash = first_bytes(&bytes);
            names.push(hash);
            files.push((file_name(hash), bytes));
        }
        (names, files, self.deflater)
    }
}

/// The name of a pack.
pub(super) fn file_name(hash: [u8; 8]) -> String {
    format!("{:016x}.bin", u64::from_be_bytes(hash))
}

/// The first 8 bytes of the SHA-256 of `bytes`.
pub(super) fn first_bytes(bytes: &[u8]) -> [u8; 8] {
    let hash = Sha256::digest(bytes);
    std::array::from_fn(|index| hash[index])
}

/// A size in an index, which holds far less than 4 GiB.
pub(super) fn number(size: usize) -> u32 {
    u32::try_from(size).expect("an index is smaller than 4 GiB")
}
