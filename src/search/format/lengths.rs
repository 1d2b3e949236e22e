//! The lengths of blocks: most of what a manifest holds.

use crate::search::format::Bad;
use crate::search::format::bits::{BitWriter, folded, rice_bits, unfolded};
use crate::search::format::bytes::{Reader, push_number};

/// Lengths vary a little around their mean: of each it is said by how much, in steps that all of them are multiples of.
pub(crate) fn push_lengths(lengths: &[u32], out: &mut Vec<u8>) {
    let step = lengths.iter().copied().fold(0, common_divisor).max(1);
    let sum: u64 = lengths.iter().map(|length| u64::from(length / step)).sum();
    let mean = sum / lengths.len().max(1) as u64;
    let mean = u32::try_from(mean).unwrap_or(u32::MAX);
    let differences = lengths
        .iter()
        .map(|length| folded(i64::from(length / step) - i64::from(mean)));
    let k = rice_bits(differences.clone().map(u64::from).sum(), lengths.len());
    push_number(step, out);
    push_number(mean, out);
    push_number(k, out);
    let mut bits = BitWriter::default();
    differences.for_each(|difference| bits.rice(difference, k));
    bits.finish(out);
}

fn common_divisor(a: u32, b: u32) -> u32 {
    if b == 0 { a } else { common_divisor(b, a % b) }
}

/// Reads what [`push_lengths`] wrote.
pub(crate) fn lengths(reader: &mut Reader<'_>, count: usize) -> Result<Vec<u32>, Bad> {
    let step = i64::from(reader.number()?);
    let mean = i64::from(reader.number()?);
    let k = reader.number()?.min(31);
    reader.bits(count, |bits| {
        let length = mean + unfolded(bits.rice(k)?);
        u32::try_from(length.saturating_mul(step)).or(Err(Bad::Damaged))
    })
}
