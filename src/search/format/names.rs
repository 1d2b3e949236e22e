//! Names: the words of titles, aliases and synonyms, each with the names it stands in.

use std::ops::Range;

use crate::search::format::bits::{BitReader, BitWriter, rice_bits};
use crate::search::format::bytes::{Ends, Reader, push_count, push_number, push_words};
use crate::search::format::{Bad, LARGEST_GROWTH};

/// A block of names. Lists stay encoded until they are asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameBlock {
    /// The words, sorted by their bytes.
    pub words: Vec<NameWord>,
    /// No doc of the lists reaches this number.
    pub bound: u32,
    /// What the lists are read from.
    pub bytes: Vec<u8>,
}

/// A word of names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NameWord {
    /// Its form.
    pub form: String,
    /// Where its list stands in [`NameBlock::bytes`].
    pub list: Range<usize>,
}

/// That a word stands in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct InName {
    /// The doc, counted inside its part.
    pub doc: u32,
    /// Which of the doc's names: 0 the title, then its aliases, then its synonyms.
    pub name: u8,
    /// What sort of name that is.
    pub sort: Sort,
    /// Which word of the name, counted from 0.
    pub place: u8,
    /// How many words the name has.
    pub of: u8,
    /// How the word stands there.
    pub role: Role,
}

/// What sort of name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Sort {
    Title,
    Alias,
    Synonym,
}

/// How a word stands in a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// As one of its words, or a part of one.
    Word,
    /// All its letters written together: `counterpower` for `Counter-power`, `communitylandtrust`.
    Joined,
    /// The first letters of its words: `clt` for `Community land trust`.
    Initials,
}

/// A block of names, before it is deflated: sorted words, each with its list sorted by doc.
pub fn encode(words: &[(String, Vec<InName>)]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut lists = Vec::new();
    let docs = words.iter().flat_map(|(_, list)| list).map(|name| name.doc);
    let bound = docs.max().map_or(0, |doc| doc.saturating_add(1));
    push_count(words.len(), &mut out);
    push_number(bound, &mut out);
    push_words(words.iter().map(|(form, _)| form.as_str()), &mut out);
    for (_, list) in words {
        let before = lists.len();
        push_list(list, bound, &mut lists);
        push_count(lists.len() - before, &mut out);
    }
    out.extend(lists);
    out
}

fn push_list(list: &[InName], bound: u32, out: &mut Vec<u8>) {
    let mut bits = BitWriter::default();
    bits.gamma(u32::try_from(list.len()).unwrap_or(u32::MAX));
    let k = rice_bits(u64::from(bound), list.len());
    let mut before = 0;
    for name in list {
        bits.rice(name.doc - before, k);
        bits.gamma(name.name.into());
        bits.rice(name.sort as u32, 0);
        bits.rice(name.role as u32, 0);
        bits.gamma(name.of.into());
        bits.gamma(name.place.into());
        before = name.doc;
    }
    bits.finish(out);
}

/// The names of an inflated block.
pub fn decode(bytes: &[u8]) -> Result<NameBlock, Bad> {
    let mut reader = Reader::new(bytes);
    let count = reader.count(size_of::<NameWord>())?;
    let bound = reader.number()?;
    let forms = reader.words(count)?;
    let lengths = reader.numbers(count)?;
    let bytes = reader.rest().to_vec();
    let mut words = Vec::with_capacity(count);
    let mut ends = Ends::default();
    for (form, length) in forms.into_iter().zip(lengths) {
        let list = ends.next(length);
        words.push(NameWord { form, list });
    }
    Ok(NameBlock {
        words,
        bound,
        bytes,
    })
}

impl NameBlock {
    /// The list of a word of this block.
    pub fn list(&self, word: &NameWord) -> Result<Vec<InName>, Bad> {
        let bytes = self.bytes.get(word.list.clone()).ok_or(Bad::Damaged)?;
        let mut bits = BitReader::new(bytes);
        let count = bits.gamma()? as usize;
        if count > bytes.len().saturating_mul(LARGEST_GROWTH) / size_of::<InName>() {
            return Err(Bad::Damaged);
        }
        let k = rice_bits(u64::from(self.bound), count);
        let mut list = Vec::with_capacity(count);
        let mut doc = 0_u32;
        for _ in 0..count {
            doc = doc.checked_add(bits.rice(k)?).ok_or(Bad::Damaged)?;
            list.push(InName {
                doc,
                name: small(bits.gamma()?)?,
                sort: match bits.rice(0)? {
                    0 => Sort::Title,
                    1 => Sort::Alias,
                    2 => Sort::Synonym,
                    _ => return Err(Bad::Damaged),
                },
                role: match bits.rice(0)? {
                    0 => Role::Word,
                    1 => Role::Joined,
                    2 => Role::Initials,
                    _ => return Err(Bad::Damaged),
                },
                of: small(bits.gamma()?)?,
                place: small(bits.gamma()?)?,
            });
        }
        Ok(list)
    }
}

fn small(number: u32) -> Result<u8, Bad> {
    u8::try_from(number).or(Err(Bad::Damaged))
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{
        Just, Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest,
    };

    use super::{InName, Role, Sort, decode, encode};
    use crate::search::format::{Bad, LARGEST_GROWTH};

    fn in_name() -> impl Strategy<Value = InName> {
        let sort = prop_oneof![Just(Sort::Title), Just(Sort::Alias), Just(Sort::Synonym)];
        let role = prop_oneof![Just(Role::Word), Just(Role::Joined), Just(Role::Initials)];
        let numbers = (0..20_000u32, any::<u8>(), any::<u8>(), any::<u8>());
        (numbers, sort, role).prop_map(|((doc, name, place, of), sort, role)| InName {
            doc,
            name,
            sort,
            place,
            of,
            role,
        })
    }

    fn block() -> impl Strategy<Value = Vec<(String, Vec<InName>)>> {
        vec(("\\PC{1,9}", vec(in_name(), 0..9)), 0..9).prop_map(|mut words| {
            words.sort();
            for (_, list) in &mut words {
                list.sort();
            }
            words
        })
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(words in block()) {
            let block = decode(&encode(&words)).expect("our own bytes");
            let read = block.words.iter().map(|word| {
                let list = block.list(word).expect("our own list");
                (word.form.clone(), list)
            });
            prop_assert_eq!(read.collect::<Vec<_>>(), words);
        }

        #[test]
        fn hostile_bytes_are_refused_or_stay_small(bytes: Vec<u8>) {
            if let Ok(block) = decode(&bytes) {
                for word in &block.words {
                    let list = block.list(word).unwrap_or_default();
                    prop_assert!(list.len() * size_of::<InName>() <= bytes.len() * LARGEST_GROWTH);
                }
            }
        }

        #[test]
        fn damaged_bytes_are_refused_or_read(words in block(), at: usize, to: u8) {
            let mut bytes = encode(&words);
            let at = at % bytes.len();
            bytes[at] = to;
            if let Ok(block) = decode(&bytes) {
                block.words.iter().for_each(|word| drop(block.list(word)));
            }
        }
    }

    #[test]
    fn what_ends_too_early_is_refused() {
        assert_eq!(decode(&[]), Err(Bad::Damaged));
        assert_eq!(decode(&[3, 1, 0]), Err(Bad::Damaged));
    }
}
