//! A quick hash for words: five million of them are looked up, and the standard one takes a third of that time.
//!
//! Nothing in the index hangs on it: what is kept by it is sorted before it is written.

use std::hash::{BuildHasherDefault, Hasher};

/// Maps whose keys nobody chooses to do harm: who writes the content builds the site.
pub(super) type Quick = BuildHasherDefault<Multiplying>;

/// Multiplies eight bytes at a time, as Firefox and rustc do.
#[derive(Default)]
pub(super) struct Multiplying(u64);

/// Odd and without pattern: the golden ratio's digits.
const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

impl Multiplying {
    fn add(&mut self, number: u64) {
        self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(FACTOR);
    }
}

impl Hasher for Multiplying {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        for word in words {
            self.add(u64::from_le_bytes(*word));
        }
        let last = rest
            .iter()
            .fold(0, |last, byte| last << 8 | u64::from(*byte));
        self.add(last);
    }

    fn finish(&self) -> u64 {
        // Maps use the high bits and the low ones; the low ones know least.
        self.0 ^ self.0 >> 32
    }
}
