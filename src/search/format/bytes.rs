//! Numbers and texts as bytes: what all blocks are made of.
//!
//! Things stand in columns (all lengths, then all letters), because alike stands beside alike then and deflates better.

use std::ops::Range;

use crate::search::format::bits::{BitReader, BitWriter, rice_bits};
use crate::search::format::{BEGIN, Bad, FILLER, LARGEST_GROWTH};

/// Appends a number, seven bits a byte, the lowest first.
pub(crate) fn push_number(mut number: u32, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number.to_le_bytes()[0] | 0x80);
        number >>= 7;
    }
    out.push(number.to_le_bytes()[0]);
}

/// Appends a length or count.
///
/// # Panics
/// If it exceeds 32 bits: no block is so large.
pub(crate) fn push_count(count: usize, out: &mut Vec<u8>) {
    let count = u32::try_from(count).expect("blocks are far below 4 GiB");
    push_number(count, out);
}

/// Appends texts: their lengths, then their bytes. How many there are the reader has to know.
pub(crate) fn push_texts<'a>(texts: impl Iterator<Item = &'a str> + Clone, out: &mut Vec<u8>) {
    for text in texts.clone() {
        push_count(text.len(), out);
    }
    for text in texts {
        out.extend_from_slice(text.as_bytes());
    }
}

/// Appends sorted words: of each how much it shares with the one before, how much it adds, and then all that is added.
pub(crate) fn push_words<'a>(words: impl Iterator<Item = &'a str> + Clone, out: &mut Vec<u8>) {
    let pairs = || std::iter::once("").chain(words.clone()).zip(words.clone());
    for (before, word) in pairs() {
        push_count(shared(before, word), out);
    }
    for (before, word) in pairs() {
        push_count(word.len() - shared(before, word), out);
    }
    for (before, word) in pairs() {
        out.extend_from_slice(&word.as_bytes()[shared(before, word)..]);
    }
}

/// How many bytes two words begin with in common, cut between letters.
pub(crate) fn shared(a: &str, b: &str) -> usize {
    let equal = a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count();
    let mut shared = equal;
    while !b.is_char_boundary(shared) || !a.is_char_boundary(shared) {
        shared -= 1;
    }
    shared
}

/// Reads what the functions above wrote; on hostile bytes it says so, and never makes more than
/// [`LARGEST_GROWTH`] times what it was given.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    bytes: &'a [u8],
    /// How many bytes may still be made.
    room: usize,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Reader<'a> {
        Reader {
            bytes,
            room: bytes.len().saturating_mul(LARGEST_GROWTH),
        }
    }

    /// Begins behind [`FILLER`] and [`BEGIN`]; what lacks them holds nothing.
    pub(crate) fn behind_filler(bytes: &'a [u8]) -> Reader<'a> {
        let begin = bytes.iter().position(|byte| *byte != FILLER);
        let bytes = begin.and_then(|begin| bytes[begin..].strip_prefix(&[BEGIN]));
        Reader::new(bytes.unwrap_or_default())
    }

    /// What has not been read yet.
    pub(crate) fn rest(&self) -> &'a [u8] {
        self.bytes
    }

    pub(crate) fn number(&mut self) -> Result<u32, Bad> {
        let mut number = 0;
        for shift in [0, 7, 14, 21, 28] {
            let (byte, rest) = self.bytes.split_first().ok_or(Bad::Damaged)?;
            self.bytes = rest;
            let part = u32::from(byte & 0x7F);
            if shift == 28 && *byte > 0x0F {
                break;
            }
            number |= part << shift;
            if *byte < 0x80 {
                return Ok(number);
            }
        }
        Err(Bad::Damaged)
    }

    /// How many things follow, each of which will take `each` bytes of memory.
    pub(crate) fn count(&mut self, each: usize) -> Result<usize, Bad> {
        let count = self.number()? as usize;
        self.spend(count.saturating_mul(each))?;
        Ok(count)
    }

    /// Counts memory that is about to be taken.
    pub(crate) fn spend(&mut self, bytes: usize) -> Result<(), Bad> {
        self.room = self.room.checked_sub(bytes).ok_or(Bad::Damaged)?;
        Ok(())
    }

    pub(crate) fn take(&mut self, length: usize) -> Result<&'a [u8], Bad> {
        let taken = self.bytes.get(..length).ok_or(Bad::Damaged)?;
        self.bytes = &self.bytes[length..];
        Ok(taken)
    }

    /// So many numbers that stand as bits; `next` reads one.
    pub(crate) fn bits(
        &mut self,
        count: usize,
        mut next: impl FnMut(&mut BitReader<'_>) -> Result<u32, Bad>,
    ) -> Result<Vec<u32>, Bad> {
        self.spend(count.saturating_mul(size_of::<u32>()))?;
        let mut bits = BitReader::new(self.bytes);
        let mut numbers = Vec::with_capacity(count);
        for _ in 0..count {
            numbers.push(next(&mut bits)?);
        }
        let read = bits.bytes_read();
        self.take(read)?;
        Ok(numbers)
    }

    /// So many numbers.
    pub(crate) fn numbers(&mut self, count: usize) -> Result<Vec<u32>, Bad> {
        self.spend(count.saturating_mul(size_of::<u32>()))?;
        let mut numbers = Vec::with_capacity(count);
        for _ in 0..count {
            numbers.push(self.number()?);
        }
        Ok(numbers)
    }

    /// So many texts.
    pub(crate) fn texts(&mut self, count: usize) -> Result<Vec<String>, Bad> {
        let lengths = self.numbers(count)?;
        self.spend(count.saturating_mul(size_of::<String>()))?;
        let mut texts = Vec::with_capacity(count);
        for length in lengths {
            let text = text(self.take(length as usize)?)?;
            self.spend(text.len())?;
            texts.push(text.to_owned());
        }
        Ok(texts)
    }

    /// So many sorted words.
    pub(crate) fn words(&mut self, count: usize) -> Result<Vec<String>, Bad> {
        let shared = self.numbers(count)?;
        let added = self.numbers(count)?;
        self.spend(count.saturating_mul(size_of::<String>()))?;
        let mut words: Vec<String> = Vec::with_capacity(count);
        for (shared, added) in shared.into_iter().zip(added) {
            let before = words.last().map_or("", String::as_str);
            let start = before.get(..shared as usize).ok_or(Bad::Damaged)?;
            let end = text(self.take(added as usize)?)?;
            self.spend(start.len() + end.len())?;
            let mut word = String::with_capacity(start.len() + end.len());
            word.push_str(start);
            word.push_str(end);
            words.push(word);
        }
        Ok(words)
    }
}

/// Appends numbers that rise and stay below `bound`.
pub(crate) fn push_rising(numbers: &[u32], bound: u32, out: &mut Vec<u8>) {
    let k = rice_bits(u64::from(bound), numbers.len());
    let mut bits = BitWriter::default();
    let mut next = 0;
    for number in numbers {
        bits.rice(number - next, k);
        next = number + 1;
    }
    bits.finish(out);
}

/// Reads what [`push_rising`] wrote.
pub(crate) fn rising(reader: &mut Reader<'_>, count: usize, bound: u32) -> Result<Vec<u32>, Bad> {
    let k = rice_bits(u64::from(bound), count);
    let mut next = 0_u32;
    reader.bits(count, |bits| {
        let number = next.checked_add(bits.rice(k)?).ok_or(Bad::Damaged)?;
        next = number.checked_add(1).ok_or(Bad::Damaged)?;
        Ok(number)
    })
}

/// What counts add up to.
pub(crate) fn total(counts: &[u32]) -> usize {
    let add = |sum: usize, count: &u32| sum.saturating_add(*count as usize);
    counts.iter().fold(0, add)
}

/// Lengths to places, one behind the other.
#[derive(Debug, Default)]
pub(crate) struct Ends(usize);

impl Ends {
    /// The place of the next thing.
    pub(crate) fn next(&mut self, length: u32) -> Range<usize> {
        let start = self.0;
        self.0 = start.saturating_add(length as usize);
        start..self.0
    }
}

fn text(bytes: &[u8]) -> Result<&str, Bad> {
    str::from_utf8(bytes).or(Err(Bad::Damaged))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::{Reader, push_number, push_texts, push_words};
    use crate::search::format::{Bad, LARGEST_GROWTH};

    proptest! {
        #[test]
        fn what_was_written_is_read(number: u32, mut words: Vec<String>) {
            let mut out = Vec::new();
            push_number(number, &mut out);
            push_texts(words.iter().map(String::as_str), &mut out);
            let unsorted = words.clone();
            words.sort();
            push_words(words.iter().map(String::as_str), &mut out);
            out.extend([0; 9]);
            let mut reader = Reader::new(&out);
            prop_assert_eq!(reader.number(), Ok(number));
            prop_assert_eq!(reader.texts(words.len()), Ok(unsorted));
            prop_assert_eq!(reader.words(words.len()), Ok(words));
            prop_assert_eq!(reader.rest(), [0; 9]);
        }

        #[test]
        fn hostile_words_stay_small(bytes: Vec<u8>, count in 0..300usize) {
            let words = Reader::new(&bytes).words(count).unwrap_or_default();
            let made: usize = words.iter().map(|word| word.len() + size_of::<String>()).sum();
            prop_assert!(made <= bytes.len() * LARGEST_GROWTH);
        }

        #[test]
        fn hostile_texts_are_refused_or_read(bytes in proptest::collection::vec(any::<u8>(), 0..40), count: u32) {
            let _ = Reader::new(&bytes).texts(count as usize);
        }
    }

    #[test]
    fn numbers_beyond_32_bits_are_refused() {
        let check = |bytes: &[u8], expect| assert_eq!(Reader::new(bytes).number(), expect);
        check(&[0xFF, 0xFF, 0xFF, 0xFF, 0x0F], Ok(u32::MAX));
        check(&[0xFF, 0xFF, 0xFF, 0xFF, 0x1F], Err(Bad::Damaged));
        check(&[0x80], Err(Bad::Damaged));
    }
}
