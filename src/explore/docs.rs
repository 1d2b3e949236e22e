//! Which row of the catalog each page of the search index is: the index numbers pages by hash, the catalog by title.
//!
//! ```text
//! name version, how many, column of numbers: one more than the row, 0 for a page that is no entry
//! ```
//!
//! A file of its own, as only those need it who search.

use crate::explore::bytes::{BadFile, Reader, Writer};

/// How the file begins.
const MAGIC: &[u8] = b"commons-docs";
/// Which version of the format this is.
const VERSION: u8 = 1;

/// The row of each page of the index, in the order of their numbers there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Docs(Vec<u32>);

impl Docs {
    /// These rows; nothing for a page that is no entry.
    pub fn of(rows: impl IntoIterator<Item = Option<u32>>) -> Docs {
        let rows = rows.into_iter();
        Docs(rows.map(|row| row.map_or(0, |row| row + 1)).collect())
    }

    /// The rows of some pages, in their order; pages that are no entries are left out.
    pub fn rows(&self, docs: &[u32]) -> Vec<u32> {
        let row = |doc: &u32| {
            let place = usize::try_from(*doc).ok()?;
            self.0.get(place)?.checked_sub(1)
        };
        docs.iter().filter_map(row).collect()
    }

    /// The bytes of its file.
    pub fn encode(&self) -> Vec<u8> {
        let mut writer = Writer::new(MAGIC, VERSION);
        writer.count(self.0.len());
        writer.column(self.0.iter().copied());
        writer.done()
    }

    /// What stands in these bytes, or why there is nothing.
    pub fn decode(bytes: &[u8]) -> Result<Docs, BadFile> {
        let mut reader = Reader::new(bytes, MAGIC, VERSION)?;
        let count = reader.count(1)?;
        let rows = reader.column(count)?;
        reader.end()?;
        Ok(Docs(rows))
    }
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::any;
    use proptest::{prop_assert_eq, proptest};

    use super::Docs;
    use crate::explore::bytes::BadFile;

    proptest! {
        #[test]
        fn what_was_written_is_read(rows in vec(proptest::option::of(0_u32..9_000), 0..9)) {
            let docs = Docs::of(rows);
            prop_assert_eq!(Docs::decode(&docs.encode()), Ok(docs));
        }

        #[test]
        fn reading_never_panics(tail in vec(any::<u8>(), 0..40)) {
            let _ = Docs::decode(&[b"commons-docs\x01", tail.as_slice()].concat());
            let _ = Docs::decode(&tail);
        }
    }

    #[test]
    fn the_golden_bytes_of_version_1_are_read() {
        let docs = Docs::of([Some(1), None, Some(0)]);
        let bytes = b"commons-docs\x01\x03\x01\x02\x00\x01";
        assert_eq!(docs.encode(), bytes);
        assert_eq!(Docs::decode(bytes), Ok(docs));
        assert_eq!(Docs::decode(b"commons-docs\x02"), Err(BadFile::Version));
    }

    #[test]
    fn pages_that_are_no_entries_have_no_row() {
        let docs = Docs::of([Some(1), None, Some(0)]);
        assert_eq!(docs.rows(&[2, 1, 0, 7]), [0, 1]);
    }
}
