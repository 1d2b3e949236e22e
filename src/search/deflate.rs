//! Blocks to zlib streams and back, outside the browser. The only file that names `libdeflater`.
//!
//! Measured on 4,000 texts of 500 words in blocks of four: libdeflate at level 8 gives 1,682 bytes a text at 38 MB/s;
//! zlib-rs 1,698 at 26 MB/s (level 7), `miniz_oxide` 1,714 at 16 MB/s (level 6). Its output does not hang on what the
//! processor can do, so equal sites give equal bytes on any machine.

use libdeflater::{CompressionLvl, Compressor, DecompressionError, Decompressor};

use crate::search::format::manifest::{HEAD, Manifest};
use crate::search::format::{Bad, LARGEST_GROWTH};

/// Beyond this level the library looks for the best of all parses and takes four times as long, for 3 % less.
const LEVEL: i32 = 8;

/// Makes zlib streams; one for many blocks, because its tables cost more than a small block does.
pub(crate) struct Deflater(Compressor);

/// What a stream takes beside what it holds.
const HEADER: usize = 2;
const CHECKSUM: usize = 4;

/// What a stored piece of a stream takes beside its bytes.
const STORED: usize = 5;

/// A stored piece of a stream has a length of 16 bits.
const LONGEST_STORED: usize = 0xFFFF;

impl Deflater {
    pub(crate) fn new() -> Deflater {
        Deflater(Compressor::new(
            CompressionLvl::new(LEVEL).unwrap_or_default(),
        ))
    }

    /// The stream of `bytes`. The few that would grow by more than a reader allows are stored as they are.
    pub(crate) fn deflate(&mut self, bytes: &[u8]) -> Vec<u8> {
        self.deflate_filled((0, bytes), (0, 1))
    }

    /// The stream of `bytes` with so many of `filler` before them that its length is a multiple of `step`.
    ///
    /// The first `dense` bytes are stored as they are: lists of bits cannot be made smaller, and the library would mix
    /// their signs with those of the words behind them.
    pub(crate) fn deflate_filled(
        &mut self,
        (dense, bytes): (usize, &[u8]),
        (filler, step): (u8, usize),
    ) -> Vec<u8> {
        let (plain, rest) = bytes.split_at(dense);
        let raw = self.raw(rest);
        let length = |filled: usize| {
            let stored = filled + plain.len();
            HEADER + stored + stored.div_ceil(LONGEST_STORED) * STORED + raw.len() + CHECKSUM
        };
        let mut count = 0;
        while !length(count).is_multiple_of(step) {
            count += 1;
        }
        if length(count).saturating_mul(LARGEST_GROWTH) < bytes.len() {
            return self.deflate_filled((bytes.len(), bytes), (filler, step));
        }
        stream(&[&vec![filler; count], plain].concat(), rest, &raw)
    }

    /// `bytes` without header and checksum.
    fn raw(&mut self, bytes: &[u8]) -> Vec<u8> {
        let mut out = vec![0; self.0.deflate_compress_bound(bytes.len())];
        let length = self.0.deflate_compress(bytes, &mut out);
        out.truncate(length.expect("the library said that this much is enough"));
        out
    }
}

/// Header, stored pieces, what `rest` was deflated to, checksum: RFC 1950 and 1951.
fn stream(dense: &[u8], rest: &[u8], raw: &[u8]) -> Vec<u8> {
    let mut out = vec![0x78, 0x9C];
    for piece in dense.chunks(LONGEST_STORED) {
        let length = u16::try_from(piece.len()).unwrap_or(u16::MAX);
        out.push(0);
        out.extend(length.to_le_bytes());
        out.extend((!length).to_le_bytes());
        out.extend_from_slice(piece);
    }
    out.extend_from_slice(raw);
    out.extend(adler32(&[dense, rest]).to_be_bytes());
    out
}

/// The checksum of a zlib stream.
fn adler32(parts: &[&[u8]]) -> u32 {
    const PRIME: u32 = 65_521;
    // So many bytes fit into 32 bits before the sums must be reduced.
    const SAFE: usize = 5_552;
    let (mut low, mut high) = (1_u32, 0_u32);
    for piece in parts.iter().flat_map(|part| part.chunks(SAFE)) {
        for byte in piece {
            low += u32::from(*byte);
            high += low;
        }
        low %= PRIME;
        high %= PRIME;
    }
    high << 16 | low
}

/// What a zlib stream holds; one that grows by more than [`LARGEST_GROWTH`] is refused.
pub fn inflate(bytes: &[u8]) -> Result<Vec<u8>, Bad> {
    let mut inflater = Decompressor::new();
    // Most blocks grow two- to fourfold; where the guess was too small, it is doubled.
    for growth in [4, 16, LARGEST_GROWTH] {
        let mut out = vec![0; bytes.len().saturating_mul(growth)];
        match inflater.zlib_decompress(bytes, &mut out) {
            Ok(length) => {
                out.truncate(length);
                return Ok(out);
            }
            Err(DecompressionError::InsufficientSpace) => {}
            Err(DecompressionError::BadData) => break,
        }
    }
    Err(Bad::Damaged)
}

/// The manifest in the bytes of its file; nothing where it is none that this program can read.
pub fn manifest(bytes: &[u8]) -> Option<Manifest> {
    let (head, stream) = bytes.split_at_checked(HEAD)?;
    Manifest::decode(&[head, &inflate(stream).ok()?].concat()).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::{Deflater, inflate, stream};
    use crate::search::format::{Bad, LARGEST_GROWTH};

    proptest! {
        #[test]
        fn what_was_deflated_is_inflated(bytes: Vec<u8>, dense: usize, step in 1..70usize) {
            let dense = dense.checked_rem(bytes.len()).unwrap_or(0);
            let stream = Deflater::new().deflate_filled((dense, &bytes), (7, step));
            prop_assert_eq!(stream.len() % step, 0);
            let inflated = inflate(&stream).expect("our own stream");
            let (filling, rest) = inflated.split_at(inflated.len() - bytes.len());
            prop_assert!(filling.iter().all(|byte| *byte == 7));
            prop_assert_eq!(rest, bytes);
        }

        #[test]
        fn hostile_streams_stay_small(bytes: Vec<u8>) {
            let inflated = inflate(&bytes).unwrap_or_default();
            prop_assert!(inflated.len() <= bytes.len() * LARGEST_GROWTH);
        }
    }

    #[test]
    fn what_grows_too_much_is_refused_and_never_made() {
        let zeros = vec![0; 1 << 20];
        let stream = stream(&[], &zeros, &Deflater::new().raw(&zeros));
        assert_eq!(inflate(&stream), Err(Bad::Damaged));
        assert_eq!(inflate(&Deflater::new().deflate(&zeros)), Ok(zeros));
    }
}
