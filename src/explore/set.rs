//! Sets of rows: one bit for each row of the catalog. Also short lists of rows, for values that few entries have.

/// Some of the rows of a catalog.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Set {
    /// Bits past the last row are 0.
    words: Vec<u64>,
    /// How many rows there are in all.
    rows: u32,
}

/// How many rows a word holds.
const WORD: u32 = u64::BITS;

impl Set {
    /// No row, out of so many.
    pub fn none(rows: u32) -> Set {
        Set {
            words: vec![0; place(rows.div_ceil(WORD))],
            rows,
        }
    }

    /// All of so many rows.
    pub fn all(rows: u32) -> Set {
        let mut words = vec![u64::MAX; place(rows.div_ceil(WORD))];
        if let Some(last) = words.last_mut() {
            *last >>= (WORD - rows % WORD) % WORD;
        }
        Set { words, rows }
    }

    /// These rows, out of so many; numbers that no row has are left out.
    pub fn of(rows: u32, members: impl IntoIterator<Item = u32>) -> Set {
        let mut set = Set::none(rows);
        for row in members {
            set.insert(row);
        }
        set
    }

    /// Those rows, out of so many, that pass a test.
    pub fn that(rows: u32, test: impl Fn(u32) -> bool) -> Set {
        Set::of(rows, (0..rows).filter(|row| test(*row)))
    }

    /// How many rows there are in all: in the set and outside.
    pub fn rows(&self) -> u32 {
        self.rows
    }

    /// Adds a row.
    pub fn insert(&mut self, row: u32) {
        if row < self.rows {
            self.words[place(row / WORD)] |= 1 << (row % WORD);
        }
    }

    /// Whether a row is in it.
    pub fn contains(&self, row: u32) -> bool {
        let word = self.words.get(place(row / WORD));
        word.is_some_and(|word| word >> (row % WORD) & 1 == 1)
    }

    /// How many rows are in it.
    pub fn count(&self) -> u32 {
        self.words.iter().map(|word| word.count_ones()).sum()
    }

    /// Whether no row is in it.
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|word| *word == 0)
    }

    /// Keeps the rows that are in `other` too.
    pub fn and(&mut self, other: &Set) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= other;
        }
    }

    /// Adds the rows of `other`.
    pub fn or(&mut self, other: &Set) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word |= other;
        }
    }

    /// Takes away the rows of `other`.
    pub fn without(&mut self, other: &Set) {
        for (word, other) in self.words.iter_mut().zip(&other.words) {
            *word &= !other;
        }
    }

    /// How many rows are in both.
    pub fn count_both(&self, other: &Set) -> u32 {
        let both = self.words.iter().zip(&other.words);
        both.map(|(a, b)| (a & b).count_ones()).sum()
    }

    /// The rows in it, rising.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        (0..).zip(&self.words).flat_map(|(place, word)| {
            let mut rest = *word;
            std::iter::from_fn(move || {
                let bit = (rest != 0).then(|| rest.trailing_zeros())?;
                rest &= rest - 1;
                Some(place * WORD + bit)
            })
        })
    }
}

fn place(number: u32) -> usize {
    usize::try_from(number).expect("an address is at least as wide as a row's number")
}

/// The rows of a value: as bits where many have it, as a list where few do.
///
/// Ten thousand entries may have five thousand tags; as bits these would take six megabytes, as lists sixty kilobytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Members {
    /// Rising.
    Few(Vec<u32>),
    Many(Set),
}

impl Members {
    /// These rows, rising, out of so many.
    pub(super) fn of(rows: u32, members: Vec<u32>) -> Members {
        // A row in a list takes half a word.
        let is_few = members.len() < place(rows.div_ceil(WORD)) * 2;
        if is_few {
            Members::Few(members)
        } else {
            Members::Many(Set::of(rows, members))
        }
    }

    pub(super) fn add_to(&self, set: &mut Set) {
        match self {
            Members::Few(rows) => rows.iter().for_each(|row| set.insert(*row)),
            Members::Many(members) => set.or(members),
        }
    }

    pub(super) fn count_in(&self, set: &Set) -> u32 {
        match self {
            Members::Few(rows) => {
                let inside = rows.iter().map(|row| u32::from(set.contains(*row)));
                inside.sum()
            }
            Members::Many(members) => members.count_both(set),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::collection::btree_set;
    use proptest::prelude::Strategy;
    use proptest::{prop_assert_eq, proptest};

    use super::{Members, Set};

    /// A number of rows and two sets of them.
    fn sets() -> impl Strategy<Value = (u32, BTreeSet<u32>, BTreeSet<u32>)> {
        (1_u32..200).prop_flat_map(|rows| {
            let some = || btree_set(0..rows, 0..80);
            (proptest::strategy::Just(rows), some(), some())
        })
    }

    proptest! {
        #[test]
        fn a_set_of_bits_is_a_set((rows, a, b) in sets()) {
            let set = |members: &BTreeSet<u32>| Set::of(rows, members.iter().copied());
            let list = |set: &Set| set.iter().collect::<BTreeSet<u32>>();
            prop_assert_eq!(list(&set(&a)), a.clone());
            prop_assert_eq!(u64::from(set(&a).count()), a.len() as u64);
            prop_assert_eq!(set(&a).is_empty(), a.is_empty());
            let mut both = set(&a);
            both.and(&set(&b));
            prop_assert_eq!(list(&both), &a & &b);
            prop_assert_eq!(both.count(), set(&a).count_both(&set(&b)));
            let mut either = set(&a);
            either.or(&set(&b));
            prop_assert_eq!(list(&either), &a | &b);
            let mut rest = set(&a);
            rest.without(&set(&b));
            prop_assert_eq!(list(&rest), &a - &b);
        }

        #[test]
        fn members_count_alike_as_bits_and_as_a_list((rows, a, b) in sets()) {
            let b = Set::of(rows, b);
            let expect = Set::of(rows, a.clone()).count_both(&b);
            let list: Vec<u32> = a.iter().copied().collect();
            let few = Members::Few(list.clone());
            let many = Members::Many(Set::of(rows, list.clone()));
            for members in [few, many, Members::of(rows, list)] {
                prop_assert_eq!(members.count_in(&b), expect);
                let mut all = Set::none(rows);
                members.add_to(&mut all);
                prop_assert_eq!(all, Set::of(rows, a.clone()));
            }
        }
    }

    #[test]
    fn all_are_all_and_no_more() {
        for rows in [0, 1, 63, 64, 65, 128] {
            let all = Set::all(rows);
            assert_eq!(all.count(), rows);
            assert!(!all.contains(rows));
            assert_eq!(all, Set::of(rows, 0..rows + 9));
            assert!(Set::none(rows).is_empty());
        }
    }
}
