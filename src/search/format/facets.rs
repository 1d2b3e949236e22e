//! Facets: for each value the docs that have it.

use crate::search::format::Bad;
use crate::search::format::bytes::{
    Reader, push_count, push_number, push_rising, push_texts, push_words, rising,
};

/// A facet with the values that occur.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Facet {
    /// Its name as people type it: `kind`, `approach`, `sector`, `country`, `status`, `tag`.
    pub name: String,
    /// Its name as people read it.
    pub label: String,
    /// Its values, sorted.
    pub values: Vec<Value>,
}

/// A value of a facet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Value {
    /// As people type it: `counter-institution`, `US`, `land/reform`.
    pub value: String,
    /// As people read it.
    pub label: String,
    /// The docs that have it, rising, counted inside their part.
    pub docs: Vec<u32>,
}

/// A block with one facet, before it is deflated.
pub fn encode(facet: &Facet) -> Vec<u8> {
    let mut out = Vec::new();
    push_texts([facet.name.as_str(), &facet.label].into_iter(), &mut out);
    push_count(facet.values.len(), &mut out);
    push_words(
        facet.values.iter().map(|value| value.value.as_str()),
        &mut out,
    );
    push_texts(
        facet.values.iter().map(|value| value.label.as_str()),
        &mut out,
    );
    let docs = facet.values.iter().flat_map(|value| &value.docs);
    let bound = docs.max().map_or(0, |doc| doc.saturating_add(1));
    push_number(bound, &mut out);
    for value in &facet.values {
        push_count(value.docs.len(), &mut out);
    }
    for value in &facet.values {
        push_rising(&value.docs, bound, &mut out);
    }
    out
}

/// The facet of an inflated block.
pub fn decode(bytes: &[u8]) -> Result<Facet, Bad> {
    let mut reader = Reader::new(bytes);
    let mut names = reader.texts(2)?.into_iter();
    let count = reader.count(size_of::<Value>())?;
    let keys = reader.words(count)?;
    let labels = reader.texts(count)?;
    let bound = reader.number()?;
    let counts = reader.numbers(count)?;
    let mut values = Vec::with_capacity(count);
    for ((value, label), count) in keys.into_iter().zip(labels).zip(counts) {
        values.push(Value {
            value,
            label,
            docs: rising(&mut reader, count as usize, bound)?,
        });
    }
    Ok(Facet {
        name: names.next().unwrap_or_default(),
        label: names.next().unwrap_or_default(),
        values,
    })
}

#[cfg(test)]
mod tests {
    use proptest::collection::{btree_set, vec};
    use proptest::prelude::{Strategy, prop_assert, prop_assert_eq, proptest};

    use super::{Facet, Value, decode, encode};
    use crate::search::format::LARGEST_GROWTH;

    fn facet() -> impl Strategy<Value = Facet> {
        let docs = btree_set(0..20_000u32, 0..20).prop_map(|docs| docs.into_iter().collect());
        let value = ("\\PC{1,9}", ".{0,9}", docs).prop_map(|(value, label, docs)| Value {
            value,
            label,
            docs,
        });
        (".{0,9}", ".{0,9}", vec(value, 0..9)).prop_map(|(name, label, mut values)| {
            values.sort_by(|a, b| a.value.cmp(&b.value));
            Facet {
                name,
                label,
                values,
            }
        })
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(facet in facet()) {
            prop_assert_eq!(decode(&encode(&facet)), Ok(facet));
        }

        #[test]
        fn hostile_bytes_are_refused_or_stay_small(bytes: Vec<u8>) {
            let values = decode(&bytes).unwrap_or_default().values;
            let made: usize = values.iter().map(|v| v.docs.len() * 4 + size_of::<Value>()).sum();
            prop_assert!(made <= bytes.len() * LARGEST_GROWTH);
        }

        #[test]
        fn damaged_bytes_are_refused_or_read(facet in facet(), at: usize, to: u8) {
            let mut bytes = encode(&facet);
            let at = at % bytes.len();
            bytes[at] = to;
            let _ = decode(&bytes);
        }
    }
}
