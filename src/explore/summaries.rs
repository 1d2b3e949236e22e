//! The sentences about the entries, apart from the catalog and in pieces: a list of twenty entries loads one or two.
//!
//! ```text
//! name version, number of the first row, how many, texts
//! ```

use crate::explore::bytes::{BadFile, Reader, Writer};
use crate::explore::catalog::Catalog;
use crate::model::site::{Page, Site};

/// How the file begins.
const MAGIC: &[u8] = b"commons-said";
/// Which version of the format this is.
const VERSION: u8 = 1;
/// How many rows a piece has: some 20 kB compressed, little enough to wait for, and ten thousand entries are twenty files.
pub const ROWS: u32 = 500;

/// Which piece has the summary of a row.
pub fn piece_of(row: u32) -> u32 {
    row / ROWS
}

/// The files of all pieces, in order: the first has the summaries of the first [`ROWS`] rows of the catalog.
pub fn pieces(site: &Site) -> Vec<Vec<u8>> {
    let order = Catalog::order(site);
    let summaries: Vec<&str> = order
        .iter()
        .map(|id| Page::summary(site.page(*id)))
        .collect();
    let most = usize::try_from(ROWS).unwrap_or(usize::MAX);
    let pieces = summaries.chunks(most).zip((0_u32..).step_by(most));
    pieces
        .map(|(piece, first)| encode(first, piece.iter().copied()))
        .collect()
}

/// The summaries of some rows that follow each other.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Piece {
    /// The number of the first row.
    pub first: u32,
    /// Its summary and those of the rows after it.
    pub summaries: Vec<String>,
}

impl Piece {
    /// The summary of a row, where it is in this piece.
    pub fn of(&self, row: u32) -> Option<&str> {
        let place = usize::try_from(row.checked_sub(self.first)?).ok()?;
        self.summaries.get(place).map(String::as_str)
    }

    /// The bytes of its file.
    pub fn encode(&self) -> Vec<u8> {
        encode(self.first, self.summaries.iter().map(String::as_str))
    }

    /// The piece in these bytes, or why there is none.
    pub fn decode(bytes: &[u8]) -> Result<Piece, BadFile> {
        let mut reader = Reader::new(bytes, MAGIC, VERSION)?;
        let first = reader.small()?;
        let summaries = reader.several(1, |reader| reader.text().map(str::to_owned))?;
        reader.end()?;
        Ok(Piece { first, summaries })
    }
}

fn encode<'a>(first: u32, summaries: impl ExactSizeIterator<Item = &'a str>) -> Vec<u8> {
    let mut writer = Writer::new(MAGIC, VERSION);
    writer.number(u64::from(first));
    writer.count(summaries.len());
    for summary in summaries {
        writer.text(summary);
    }
    writer.done()
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::any;
    use proptest::{prop_assert_eq, proptest};

    use super::{Piece, piece_of};
    use crate::explore::bytes::BadFile;

    proptest! {
        #[test]
        fn what_was_written_is_read(first in any::<u32>(), summaries in vec(any::<String>(), 0..4)) {
            let piece = Piece { first, summaries };
            prop_assert_eq!(Piece::decode(&piece.encode()), Ok(piece));
        }

        #[test]
        fn reading_never_panics(tail in vec(any::<u8>(), 0..40)) {
            let _ = Piece::decode(&[b"commons-said\x01", tail.as_slice()].concat());
            let _ = Piece::decode(&tail);
        }
    }

    #[test]
    fn the_golden_bytes_of_version_1_are_read() {
        let piece = Piece {
            first: 500,
            summaries: vec!["One.".into(), String::new()],
        };
        let bytes = b"commons-said\x01\xF4\x03\x02One.\xFF\xFF";
        assert_eq!(piece.encode(), bytes);
        assert_eq!(Piece::decode(bytes), Ok(piece));
    }

    #[test]
    fn a_summary_is_found_by_its_row() {
        let piece = Piece {
            first: 500,
            summaries: vec!["One.".into(), "Two.".into()],
        };
        assert_eq!(
            [499, 500, 501, 502].map(|row| piece.of(row)),
            [None, Some("One."), Some("Two."), None]
        );
        assert_eq!([0, 499, 500].map(piece_of), [0, 0, 1]);
    }

    #[test]
    fn what_is_no_piece_is_refused() {
        let check = |bytes: &[u8], expect| assert_eq!(Piece::decode(bytes), Err(expect));
        check(b"", BadFile::Header);
        check(b"commons-said\x02", BadFile::Version);
        check(
            b"commons-said\x01\x00\xFF\xFF\xFF\x7F",
            BadFile::Damaged { at: 18 },
        );
        check(b"commons-said\x01\x00\x01a", BadFile::Damaged { at: 15 });
        check(
            b"commons-said\x01\x00\x01a\xFFb",
            BadFile::Damaged { at: 17 },
        );
    }
}
