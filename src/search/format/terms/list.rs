//! The list of a word, bit by bit: the docs, then the fields, then the passages.

use crate::search::format::Bad;
use crate::search::format::bits::{BitReader, BitWriter, narrow, rice_bits};
use crate::search::format::terms::{Postings, field};

/// What most words of a doc stand in.
const USUAL: u8 = field::BODY;

/// The fields whose passages are listed.
pub(super) const IN_PASSAGES: u8 = field::HEADING | field::BODY;

/// Lists of so many docs begin at a byte and have their length written down, so that they can be passed over. Most lists
/// are far shorter: they follow one another bit by bit, and a reader goes through them once to know where each stands.
pub(super) const LONG: u32 = 32;

fn is_long(docs: usize) -> bool {
    docs >= LONG as usize
}

/// The Rice parameters of short lists, for how many passages more than one and for their gaps: most words stand in one
/// passage of about ten. Long lists have their own.
const USUAL_BITS: (u32, u32) = (0, 2);

/// How many bits all fields take.
const FIELD_BITS: u32 = 5;

/// How many bits say a Rice parameter; passages have 16 bits at most.
const BITS_OF_K: u32 = 4;

/// A list as its bits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct List {
    pub(super) docs: u32,
    pub(super) bytes: Vec<u8>,
    /// How many bits of the bytes count.
    pub(super) bits: usize,
}

impl List {
    /// Writes a list; `bound` is how many docs the part has.
    pub fn new(postings: &Postings, bound: u32) -> List {
        let mut writer = BitWriter::default();
        push_list(postings, bound, &mut writer);
        let mut bytes = Vec::new();
        let bits = writer.length();
        writer.finish(&mut bytes);
        let docs = u32::try_from(postings.docs.len()).unwrap_or(u32::MAX);
        List { docs, bytes, bits }
    }

    /// How many docs hold the word.
    pub fn docs(&self) -> u32 {
        self.docs
    }

    /// About how many bytes the list takes.
    pub fn size(&self) -> usize {
        self.bits.div_ceil(8)
    }
}

/// Docs as gaps; fields only where they are not [`USUAL`]; passages as how many and their gaps.
fn push_list(postings: &Postings, bound: u32, bits: &mut BitWriter) {
    let count = postings.docs.len();
    let k = rice_bits(u64::from(bound), count);
    let mut next = 0;
    for doc in &postings.docs {
        bits.rice(doc - next, k);
        next = doc + 1;
    }
    push_fields(&postings.fields, bits);
    push_passages(postings, bits);
}

fn push_fields(fields: &[u8], bits: &mut BitWriter) {
    let unusual = fields.iter().filter(|field| **field != USUAL).count();
    bits.gamma(u32::try_from(unusual).unwrap_or(u32::MAX));
    let k = rice_bits(fields.len() as u64, unusual);
    let mut usual = 0;
    for field in fields {
        if *field == USUAL {
            usual += 1;
        } else {
            bits.rice(usual, k);
            bits.bits(u32::from(*field), FIELD_BITS);
            usual = 0;
        }
    }
}

fn push_passages(postings: &Postings, bits: &mut BitWriter) {
    let mut start = 0;
    let mut counts = Vec::new();
    let mut gaps = Vec::new();
    for (field, end) in postings.fields.iter().zip(&postings.ends) {
        let passages = &postings.passages[start..*end as usize];
        start = *end as usize;
        if field & IN_PASSAGES != 0 {
            counts.push(passages.len().saturating_sub(1));
        }
        let mut next = 0;
        for passage in passages {
            gaps.push(u32::from(*passage) - next);
            next = u32::from(*passage) + 1;
        }
    }
    let (mut count_bits, mut gap_bits) = USUAL_BITS;
    if is_long(postings.docs.len()) {
        count_bits = rice_bits(counts.iter().map(|count| *count as u64).sum(), counts.len());
        gap_bits = rice_bits(gaps.iter().map(|gap| u64::from(*gap)).sum(), gaps.len());
        bits.bits(count_bits, BITS_OF_K);
        bits.bits(gap_bits, BITS_OF_K);
    }
    let mut gaps = gaps.iter();
    for count in counts {
        bits.rice(u32::try_from(count).unwrap_or(u32::MAX), count_bits);
        for gap in gaps.by_ref().take(count + 1) {
            bits.rice(*gap, gap_bits);
        }
    }
}

/// Reads what [`List::new`] wrote.
pub(super) fn read_list(bits: &mut BitReader<'_>, docs: u32, bound: u32) -> Result<Postings, Bad> {
    let count = docs as usize;
    // Each doc takes a bit for itself and two for a passage or more for an unusual field.
    if count > bits.bits_left() / 3 {
        return Err(Bad::Damaged);
    }
    let k = rice_bits(u64::from(bound), count);
    let mut docs = Vec::with_capacity(count);
    let mut next = 0_u32;
    for _ in 0..count {
        let doc = next.checked_add(bits.rice(k)?).ok_or(Bad::Damaged)?;
        next = doc.checked_add(1).ok_or(Bad::Damaged)?;
        docs.push(doc);
    }
    let fields = read_fields(bits, count)?;
    let mut postings = Postings {
        docs,
        fields,
        ends: Vec::with_capacity(count),
        passages: Vec::new(),
    };
    read_passages(bits, &mut postings)?;
    Ok(postings)
}

fn read_fields(bits: &mut BitReader<'_>, count: usize) -> Result<Vec<u8>, Bad> {
    let mut fields = vec![USUAL; count];
    let unusual = bits.gamma()? as usize;
    let k = rice_bits(count as u64, unusual);
    let mut at = 0_usize;
    for _ in 0..unusual {
        at = at.saturating_add(bits.rice(k)? as usize);
        let field = bits.bits(FIELD_BITS)?;
        *fields.get_mut(at).ok_or(Bad::Damaged)? = field.to_le_bytes()[0];
        at += 1;
    }
    Ok(fields)
}

fn read_passages(bits: &mut BitReader<'_>, postings: &mut Postings) -> Result<(), Bad> {
    let (mut count_bits, mut gap_bits) = USUAL_BITS;
    if is_long(postings.docs.len()) {
        count_bits = bits.bits(BITS_OF_K)?;
        gap_bits = bits.bits(BITS_OF_K)?;
    }
    for field in &postings.fields {
        if field & IN_PASSAGES != 0 {
            let more = bits.rice(count_bits)?;
            let mut next = 0_u16;
            for _ in 0..=more {
                let gap = u16::try_from(bits.rice(gap_bits)?).or(Err(Bad::Damaged))?;
                let passage = next.checked_add(gap).ok_or(Bad::Damaged)?;
                postings.passages.push(passage);
                next = passage.saturating_add(1);
            }
        }
        postings.ends.push(narrow(postings.passages.len()));
    }
    Ok(())
}
