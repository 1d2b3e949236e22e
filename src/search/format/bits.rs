//! Numbers as bits, for lists that rise: docs, passages, lengths.
//!
//! A Rice code writes the high part of a number as so many zeros and a one, and its low `k` bits as they are. For gaps
//! between docs that are spread evenly this is within a few hundredths of a bit of the least there can be, if `k` fits
//! their mean: see [`rice_bits`].

use crate::search::format::Bad;

/// The `k` for `count` numbers that add up to about `sum`: their mean times ln 2, as a power of two.
pub(crate) fn rice_bits(sum: u64, count: usize) -> u32 {
    let mean = sum * 11 / 16 / (count.max(1) as u64);
    mean.checked_ilog2().unwrap_or(0).min(31)
}

/// A signed number as a natural one, small ones first: 0, -1, 1, -2, 2.
pub(crate) fn folded(number: i64) -> u32 {
    u32::try_from((number << 1) ^ (number >> 63)).unwrap_or(u32::MAX)
}

/// What [`folded`] was given.
pub(crate) fn unfolded(number: u32) -> i64 {
    i64::from(number >> 1) ^ -i64::from(number & 1)
}

/// A size in a block, which holds far less than 4 GiB.
pub(crate) fn narrow(size: usize) -> u32 {
    u32::try_from(size).unwrap_or(u32::MAX)
}

/// Bits to bytes, the highest bit first.
#[derive(Debug, Default)]
pub(crate) struct BitWriter {
    bytes: Vec<u8>,
    /// Bits that do not make a byte yet, in the low end.
    rest: u64,
    /// How many they are.
    count: u32,
}

impl BitWriter {
    /// The low `count` bits of `number`, at most 32.
    pub(crate) fn bits(&mut self, number: u32, count: u32) {
        self.rest = self.rest << count | u64::from(number) & ((1 << count) - 1);
        self.count += count;
        while self.count >= 8 {
            self.count -= 8;
            self.bytes.push((self.rest >> self.count).to_le_bytes()[0]);
        }
    }

    /// A number in Rice code.
    pub(crate) fn rice(&mut self, number: u32, k: u32) {
        let mut high = number >> k;
        while high >= 32 {
            self.bits(0, 32);
            high -= 32;
        }
        self.bits(1, high + 1);
        self.bits(number, k);
    }

    /// A number of which small ones are likely and no mean is known: how many bits it has, then these (Elias' gamma code
    /// of the number after it).
    pub(crate) fn gamma(&mut self, number: u32) {
        let length = u64::from(number).wrapping_add(1).ilog2();
        self.rice(length, 0);
        self.bits(number.wrapping_add(1), length);
    }

    /// How many bits there are.
    pub(crate) fn length(&self) -> usize {
        self.bytes.len() * 8 + self.count as usize
    }

    /// The first `count` bits of `bytes`.
    pub(crate) fn append(&mut self, bytes: &[u8], count: usize) {
        let (whole, rest) = (count / 8, count % 8);
        for byte in &bytes[..whole] {
            self.bits(u32::from(*byte), 8);
        }
        if let Some(last) = bytes.get(whole) {
            let rest = narrow(rest);
            self.bits(u32::from(*last) >> (8 - rest), rest);
        }
    }

    /// Appends the bytes, the last one filled up with zeros.
    pub(crate) fn finish(mut self, out: &mut Vec<u8>) {
        if self.count > 0 {
            self.bits(0, 8 - self.count);
        }
        out.extend_from_slice(&self.bytes);
    }
}

/// Bytes to bits.
#[derive(Debug)]
pub(crate) struct BitReader<'a> {
    bytes: &'a [u8],
    /// How many of the bytes have been taken.
    taken: usize,
    /// Bits that were taken and not read, in the high end; zeros behind them.
    rest: u64,
    /// How many they are.
    count: u32,
}

impl<'a> BitReader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> BitReader<'a> {
        BitReader {
            bytes,
            taken: 0,
            rest: 0,
            count: 0,
        }
    }

    /// Reads from this bit on.
    pub(crate) fn from(bytes: &'a [u8], bit: usize) -> BitReader<'a> {
        let whole = bytes.get(bit / 8..).unwrap_or_default();
        let mut reader = BitReader::new(whole);
        // Where there is no such bit, whatever is read next finds nothing either.
        let _ = reader.bits(narrow(bit % 8));
        reader
    }

    /// How many bits have been read.
    pub(crate) fn bits_read(&self) -> usize {
        self.taken * 8 - self.count as usize
    }

    /// How many bits are left.
    pub(crate) fn bits_left(&self) -> usize {
        (self.bytes.len() - self.taken) * 8 + self.count as usize
    }

    /// How many bytes have been read, begun ones included.
    pub(crate) fn bytes_read(&self) -> usize {
        self.taken - self.count as usize / 8
    }

    fn refill(&mut self) {
        while self.count <= 56 {
            let Some(byte) = self.bytes.get(self.taken) else {
                return;
            };
            self.taken += 1;
            self.rest |= u64::from(*byte) << (56 - self.count);
            self.count += 8;
        }
    }

    /// The next `count` bits, at most 32.
    pub(crate) fn bits(&mut self, count: u32) -> Result<u32, Bad> {
        if self.count < count {
            self.refill();
        }
        if count == 0 {
            return Ok(0);
        }
        let [a, b, c, d, ..] = (self.rest >> (64 - count)).to_le_bytes();
        let number = u32::from_le_bytes([a, b, c, d]);
        self.count = self.count.checked_sub(count).ok_or(Bad::Damaged)?;
        self.rest <<= count;
        Ok(number)
    }

    /// A number in gamma code.
    pub(crate) fn gamma(&mut self) -> Result<u32, Bad> {
        let length = self.rice(0)?;
        if length > 31 {
            return Err(Bad::Damaged);
        }
        Ok((1 << length | self.bits(length)?) - 1)
    }

    /// A number in Rice code.
    pub(crate) fn rice(&mut self, k: u32) -> Result<u32, Bad> {
        let mut high: u32 = 0;
        loop {
            if self.count < 32 {
                self.refill();
            }
            let zeros = self.rest.leading_zeros();
            if zeros < self.count {
                high += zeros;
                self.count -= zeros + 1;
                // Shifted twice, for 64 at once would overflow.
                self.rest = self.rest << zeros << 1;
                break;
            }
            if self.count == 0 {
                return Err(Bad::Damaged);
            }
            high += self.count;
            self.rest = 0;
            self.count = 0;
        }
        if u64::from(high) << k > u64::from(u32::MAX) {
            return Err(Bad::Damaged);
        }
        Ok(high << k | self.bits(k)?)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::{BitReader, BitWriter, folded, rice_bits, unfolded};

    proptest! {
        #[test]
        fn what_was_written_is_read(numbers: Vec<(u16, u32)>) {
            let mut writer = BitWriter::default();
            for (rice, plain) in &numbers {
                writer.rice(u32::from(*rice), 5);
                writer.bits(*plain, 32);
            }
            let mut bytes = Vec::new();
            writer.finish(&mut bytes);
            let mut reader = BitReader::new(&bytes);
            for (rice, plain) in numbers {
                prop_assert_eq!(reader.rice(5), Ok(u32::from(rice)));
                prop_assert_eq!(reader.bits(32), Ok(plain));
            }
            prop_assert_eq!(reader.bytes_read(), bytes.len());
        }

        #[test]
        fn any_bytes_end(bytes: Vec<u8>, k in 0..32u32) {
            let mut reader = BitReader::new(&bytes);
            let numbers = std::iter::from_fn(|| reader.rice(k).ok()).count();
            prop_assert!(numbers <= bytes.len() * 8);
        }

        #[test]
        fn signs_are_folded_away(number: i32) {
            prop_assert_eq!(unfolded(folded(i64::from(number))), i64::from(number));
        }
    }

    #[test]
    fn the_low_part_fits_the_mean() {
        assert_eq!(rice_bits(0, 0), 0);
        assert_eq!(rice_bits(1000, 1000), 0);
        assert_eq!(rice_bits(3000, 1000), 1);
        assert_eq!(rice_bits(10_000, 1), 12);
        assert_eq!(rice_bits(u64::from(u32::MAX) << 4, 1), 31);
    }
}
