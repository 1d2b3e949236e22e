//! The vocabulary: all words of names and texts, to mend typing errors with.
//!
//! Sorted words that say only what differs from the one before, deflated in blocks, are smaller than a finite state
//! transducer: 49,000 words of 10,000 entries take 198 kB with their weights, an `fst` of them 333 kB, or 238 kB deflated;
//! and a reader needs neither `fst` nor its automaton, which weigh more than the engine.

use crate::search::format::Bad;
use crate::search::format::bytes::{Reader, push_count, push_words};

/// A word and how common it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Known {
    /// Its form.
    pub form: String,
    /// The binary logarithm of how many docs hold it, so that one doc more seldom changes it.
    pub weight: u8,
}

/// A block of words, before it is deflated: sorted by their bytes, each written as what differs from the one before.
pub fn encode(words: &[Known]) -> Vec<u8> {
    let mut out = Vec::new();
    push_count(words.len(), &mut out);
    push_words(words.iter().map(|word| word.form.as_str()), &mut out);
    out.extend(words.iter().map(|word| word.weight));
    out
}

/// The words of an inflated block.
pub fn decode(bytes: &[u8]) -> Result<Vec<Known>, Bad> {
    let mut reader = Reader::new(bytes);
    let count = reader.count(size_of::<Known>())?;
    let forms = reader.words(count)?;
    let weights = reader.take(count)?;
    let mut words = Vec::with_capacity(count);
    for (form, weight) in forms.into_iter().zip(weights) {
        words.push(Known {
            form,
            weight: *weight,
        });
    }
    Ok(words)
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, proptest};

    use super::{Known, decode, encode};
    use crate::search::format::LARGEST_GROWTH;

    fn words() -> impl Strategy<Value = Vec<Known>> {
        let word = ("\\PC{1,9}", any::<u8>()).prop_map(|(form, weight)| Known { form, weight });
        vec(word, 0..20).prop_map(|mut words| {
            words.sort();
            words
        })
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(words in words()) {
            prop_assert_eq!(decode(&encode(&words)), Ok(words));
        }

        #[test]
        fn hostile_bytes_are_refused_or_stay_small(bytes: Vec<u8>) {
            let words = decode(&bytes).unwrap_or_default();
            let made: usize = words.iter().map(|word| word.form.len() + size_of::<Known>()).sum();
            prop_assert!(made <= bytes.len() * LARGEST_GROWTH);
        }

        #[test]
        fn damaged_bytes_are_refused_or_read(words in words(), at: usize, to: u8) {
            let mut bytes = encode(&words);
            let at = at % bytes.len();
            bytes[at] = to;
            let _ = decode(&bytes);
        }
    }
}
