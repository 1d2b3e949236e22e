//! The pieces that files of this floor are made of: numbers, texts, counts. Reading is total: whatever the bytes, it ends
//! in a value or in a [`BadFile`].
//!
//! Numbers are little-endian base 128 (seven bits to a byte, the eighth says that more follow), signed ones zigzag.
//! A text ends in 0xFF, which no UTF-8 holds: that compresses better than lengths.

use std::fmt;

/// Ends a text.
const END: u8 = 0xFF;

/// How many bytes of shared text (a folder's name in each of its addresses) a file may ask to be repeated, for each byte
/// of its own. A real catalog asks for less than two; without a limit, a short file could fill the memory.
const REPEATS: usize = 16;

/// Why bytes are no file of ours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BadFile {
    /// It does not begin as such files do.
    Header,
    /// It is of another version.
    Version,
    /// It ends early, goes on where it should end, or says what cannot be.
    Damaged {
        /// Near which byte.
        at: usize,
    },
}

impl fmt::Display for BadFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            BadFile::Header => f.write_str("this is another sort of file"),
            BadFile::Version => f.write_str("the file is of another version: reload the page"),
            BadFile::Damaged { at } => write!(f, "the file is damaged near byte {at}"),
        }
    }
}

/// Bytes being written.
#[derive(Debug, Default)]
pub(super) struct Writer(Vec<u8>);

impl Writer {
    /// A file that begins with its name and version.
    pub(super) fn new(magic: &[u8], version: u8) -> Writer {
        let mut bytes = magic.to_vec();
        bytes.push(version);
        Writer(bytes)
    }

    pub(super) fn byte(&mut self, byte: u8) {
        self.0.push(byte);
    }

    pub(super) fn number(&mut self, mut number: u64) {
        while number >= 0x80 {
            self.0.push(number.to_le_bytes()[0] | 0x80);
            number >>= 7;
        }
        self.0.push(number.to_le_bytes()[0]);
    }

    pub(super) fn count(&mut self, count: usize) {
        self.number(count as u64);
    }

    pub(super) fn signed(&mut self, number: i64) {
        self.number(zigzag(number));
    }

    /// Numbers of one sort: first how many bytes each has, then all lowest bytes, then all that are next.
    ///
    /// High bytes are nearly all alike; apart from the low ones they compress to nearly nothing.
    pub(super) fn column(&mut self, numbers: impl Iterator<Item = u32>) {
        let numbers: Vec<[u8; 4]> = numbers.map(u32::to_le_bytes).collect();
        let used = |place: &usize| numbers.iter().any(|bytes| bytes[*place] != 0);
        let width = (1..4_usize).rev().find(used).unwrap_or(0) + 1;
        self.count(width);
        for place in 0..width {
            self.0.extend(numbers.iter().map(|bytes| bytes[place]));
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        self.0.extend_from_slice(text.as_bytes());
        self.0.push(END);
    }

    pub(super) fn done(self) -> Vec<u8> {
        self.0
    }
}

/// Small numbers of either sign as small numbers.
pub(super) fn zigzag(number: i64) -> u64 {
    ((number << 1) ^ (number >> 63)).cast_unsigned()
}

/// The number that [`zigzag`] was given.
pub(super) fn unzigzag(number: u64) -> i64 {
    (number >> 1).cast_signed() ^ -(number & 1).cast_signed()
}

/// Bytes being read.
#[derive(Debug)]
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    /// How many bytes of shared text may still be repeated.
    repeats: usize,
}

impl<'a> Reader<'a> {
    /// Starts after the file's name and version.
    pub(super) fn new(bytes: &'a [u8], magic: &[u8], version: u8) -> Result<Reader<'a>, BadFile> {
        let rest = bytes.strip_prefix(magic).ok_or(BadFile::Header)?;
        if rest.first() != Some(&version) {
            return Err(BadFile::Version);
        }
        Ok(Reader {
            bytes,
            at: magic.len() + 1,
            repeats: bytes.len().saturating_mul(REPEATS),
        })
    }

    /// That the bytes are damaged here.
    pub(super) fn damaged(&self) -> BadFile {
        BadFile::Damaged { at: self.at }
    }

    pub(super) fn byte(&mut self) -> Result<u8, BadFile> {
        let byte = *self.bytes.get(self.at).ok_or_else(|| self.damaged())?;
        self.at += 1;
        Ok(byte)
    }

    pub(super) fn number(&mut self) -> Result<u64, BadFile> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let part = u64::from(byte & 0x7F);
            // Of the tenth byte only one bit has room.
            if part << shift >> shift != part {
                return Err(self.damaged());
            }
            number |= part << shift;
            if byte < 0x80 {
                return Ok(number);
            }
        }
        Err(self.damaged())
    }

    /// A number that fits the type that is asked for.
    pub(super) fn small<T: TryFrom<u64>>(&mut self) -> Result<T, BadFile> {
        let number = self.number()?;
        T::try_from(number).map_err(|_| self.damaged())
    }

    pub(super) fn signed(&mut self) -> Result<i64, BadFile> {
        self.number().map(unzigzag)
    }

    /// How many follow of what takes at least `least` bytes each: never more than there are bytes for.
    pub(super) fn count(&mut self, least: usize) -> Result<usize, BadFile> {
        let count: usize = self.small()?;
        let needed = count.checked_mul(least);
        let left = self.bytes.len() - self.at;
        if needed.is_none_or(|needed| needed > left) {
            return Err(self.damaged());
        }
        Ok(count)
    }

    /// How many follow for each of `rows`, all counts before all that is counted.
    pub(super) fn counts(&mut self, rows: usize, least: usize) -> Result<Vec<usize>, BadFile> {
        let mut counts = Vec::with_capacity(rows);
        let mut sum: usize = 0;
        for _ in 0..rows {
            let count = self.count(least)?;
            sum = sum.saturating_add(count);
            counts.push(count);
        }
        let left = self.bytes.len() - self.at;
        if sum.saturating_mul(least) > left {
            return Err(self.damaged());
        }
        Ok(counts)
    }

    /// So many numbers of one sort.
    pub(super) fn column(&mut self, count: usize) -> Result<Vec<u32>, BadFile> {
        let width: usize = self.small()?;
        let whole = count
            .checked_mul(width)
            .filter(|_| (1..=4).contains(&width));
        let end = whole.and_then(|whole| self.at.checked_add(whole));
        let bytes = end.and_then(|end| self.bytes.get(self.at..end));
        let bytes = bytes.ok_or_else(|| self.damaged())?;
        self.at += bytes.len();
        let mut numbers = vec![0; count];
        for place in (0..width).rev() {
            let plane = &bytes[place * count..][..count];
            for (number, byte) in numbers.iter_mut().zip(plane) {
                *number = *number << 8 | u32::from(*byte);
            }
        }
        Ok(numbers)
    }

    /// As many as `count` says, each read by `read`.
    pub(super) fn several<T>(
        &mut self,
        least: usize,
        mut read: impl FnMut(&mut Reader<'a>) -> Result<T, BadFile>,
    ) -> Result<Vec<T>, BadFile> {
        let count = self.count(least)?;
        let mut several = Vec::with_capacity(count);
        for _ in 0..count {
            several.push(read(self)?);
        }
        Ok(several)
    }

    pub(super) fn text(&mut self) -> Result<&'a str, BadFile> {
        let rest = &self.bytes[self.at..];
        let end = rest.iter().position(|byte| *byte == END);
        let text = end.and_then(|end| std::str::from_utf8(&rest[..end]).ok());
        let text = text.ok_or_else(|| self.damaged())?;
        self.at += text.len() + 1;
        Ok(text)
    }

    /// Says that so many bytes of shared text are about to be repeated.
    pub(super) fn repeat(&mut self, bytes: usize) -> Result<(), BadFile> {
        let left = self.repeats.checked_sub(bytes);
        self.repeats = left.ok_or_else(|| self.damaged())?;
        Ok(())
    }

    /// That nothing follows.
    pub(super) fn end(self) -> Result<(), BadFile> {
        if self.at == self.bytes.len() {
            Ok(())
        } else {
            Err(self.damaged())
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::any;
    use proptest::{prop_assert_eq, prop_oneof, proptest};

    use super::{BadFile, Reader, Writer};

    fn reader(bytes: &[u8]) -> Reader<'_> {
        Reader::new(bytes, b"", 1).expect("it begins well")
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(
            (number, signed) in any::<(u64, i64)>(),
            text in any::<String>(),
            column in vec(prop_oneof![0_u32..10, 0_u32..70_000, any::<u32>()], 0..4),
        ) {
            let mut writer = Writer::new(b"", 1);
            writer.number(number);
            writer.text(&text);
            writer.signed(signed);
            writer.column(column.iter().copied());
            let bytes = writer.done();
            let mut reader = reader(&bytes);
            prop_assert_eq!(reader.number(), Ok(number));
            prop_assert_eq!(reader.text(), Ok(text.as_str()));
            prop_assert_eq!(reader.signed(), Ok(signed));
            prop_assert_eq!(reader.column(column.len()), Ok(column));
            prop_assert_eq!(reader.end(), Ok(()));
        }

        #[test]
        fn reading_ends_whatever_the_bytes(mut bytes in vec(any::<u8>(), 0..40)) {
            bytes.insert(0, 1);
            let mut reader = reader(&bytes);
            while reader.number().is_ok() {}
            let _ = reader.text();
            let _ = reader.column(3);
            let _ = reader.several(1, Reader::byte);
        }
    }

    #[test]
    fn what_cannot_be_is_refused() {
        let too_large = [1, 255, 255, 255, 255, 255, 255, 255, 255, 255, 2];
        assert_eq!(
            reader(&too_large).number(),
            Err(BadFile::Damaged { at: 11 })
        );
        assert!(reader(&[1, 200, 1, 0]).count(1).is_err());
        for width in [0, 5] {
            assert!(reader(&[1, width, 0, 0, 0, 0, 0]).column(1).is_err());
        }
        assert!(reader(&[1, 1, 0]).column(2).is_err());
        assert!(reader(&[1, 2, 0]).column(usize::MAX).is_err());
        assert!(reader(&[1, b'a', b'b']).text().is_err());
        assert!(reader(&[1, 0xC3, 0xFF]).text().is_err());
        assert!(reader(&[1, 0, 0, 0]).repeat(64).is_ok());
        assert!(reader(&[1, 0, 0, 0]).repeat(65).is_err());
        assert_eq!(
            Reader::new(b"ab\x02", b"ab", 1).err(),
            Some(BadFile::Version)
        );
        assert_eq!(Reader::new(b"a", b"ab", 1).err(), Some(BadFile::Header));
    }
}
