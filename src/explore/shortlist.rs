//! A shortlist: entries that a reader keeps. In storage it is their names, in an address the `shortlist=` of the state.

use crate::explore::facets::Index;
use crate::explore::numbers::entries;

/// The most entries of a shortlist: their names make a link of some four kilobytes, which chat programs still carry, and
/// nobody reads more.
pub const MOST: usize = 200;

/// What is between the names in storage: no name holds one.
const BETWEEN: &str = " ";

/// Rows in the order in which they were added, each once, at most [`MOST`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shortlist(Vec<u32>);

/// What pressing an entry's button did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Toggled {
    /// It is on the list now.
    Added,
    /// It is not any more.
    Removed,
    /// There is no room.
    Full,
}

impl Shortlist {
    /// The list in a text of [`Shortlist::write`], and how many of its entries this directory lacks.
    pub fn read(text: &str, index: &Index) -> (Shortlist, u32) {
        let mut list = Shortlist::default();
        let mut gone = 0;
        for name in text.split_ascii_whitespace() {
            match index.row_named(name) {
                Some(row) => list.add(&[row]),
                None => gone += 1,
            }
        }
        (list, gone)
    }

    /// The names of its entries: rows have other numbers in the next edition.
    pub fn write(&self, index: &Index) -> String {
        let names = self.0.iter().map(|row| index.name(*row));
        names.collect::<Vec<_>>().join(BETWEEN)
    }

    /// Its rows.
    pub fn rows(&self) -> &[u32] {
        &self.0
    }

    /// Whether it holds this row.
    pub fn holds(&self, row: u32) -> bool {
        self.0.contains(&row)
    }

    /// Puts a row on the list, or takes it away.
    pub fn toggle(&mut self, row: u32) -> Toggled {
        if self.holds(row) {
            self.0.retain(|kept| *kept != row);
            return Toggled::Removed;
        }
        if self.0.len() >= MOST {
            return Toggled::Full;
        }
        self.0.push(row);
        Toggled::Added
    }

    /// Adds those rows that it lacks, as long as there is room.
    pub fn add(&mut self, rows: &[u32]) {
        for row in rows {
            if !self.holds(*row) && self.0.len() < MOST {
                self.0.push(*row);
            }
        }
    }

    /// Moves a row one place up, or else down.
    pub fn shift(&mut self, row: u32, up: bool) {
        let at = self.0.iter().position(|kept| *kept == row);
        let to = at.and_then(|at| if up { at.checked_sub(1) } else { Some(at + 1) });
        if let (Some(at), Some(to)) = (at, to.filter(|to| *to < self.0.len())) {
            self.0.swap(at, to);
        }
    }
}

/// How much is on a list, and how much of it this directory lacks: `3 entries.`
pub fn sentence(count: usize, gone: u32) -> String {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let mut words = match count {
        0 => "Nothing here yet: press “Shortlist” beside an entry to keep it.".to_owned(),
        count => [&entries(count), "."].concat(),
    };
    match gone {
        0 => {}
        1 => words.push_str(" One more is no longer in this directory."),
        gone => {
            let more = [
                " ",
                &gone.to_string(),
                " more are no longer in this directory.",
            ];
            words.push_str(&more.concat());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{MOST, Shortlist, Toggled, sentence};
    use crate::explore::facets::Index;
    use crate::explore::sample;

    fn check(text: &str, canonical: &str, missing: u32) {
        let index = Index::new(sample::catalog());
        let (list, gone) = Shortlist::read(text, &index);
        assert_eq!((list.write(&index).as_str(), gone), (canonical, missing));
        assert_eq!(Shortlist::read(canonical, &index), (list, 0));
    }

    #[test]
    fn a_shortlist_has_one_text() {
        check("", "", 0);
        check("tenants commons tenants", "tenants commons", 0);
        check(" commons\ngone <script>", "commons", 2);
    }

    #[test]
    fn it_is_added_to_taken_from_and_sorted_by_hand() {
        let mut list = Shortlist::default();
        assert_eq!([4, 2, 7].map(|row| list.toggle(row)), [Toggled::Added; 3]);
        list.shift(7, true);
        list.shift(4, true);
        list.shift(2, false);
        list.shift(9, false);
        assert_eq!(list.rows(), [4, 7, 2]);
        assert_eq!(list.toggle(7), Toggled::Removed);
        list.add(&[2, 5]);
        assert_eq!(list.rows(), [4, 2, 5]);
    }

    #[test]
    fn there_is_an_end_to_it() {
        let mut list = Shortlist::default();
        list.add(&(0..1000).collect::<Vec<_>>());
        assert_eq!(list.rows().len(), MOST);
        assert_eq!(list.toggle(999), Toggled::Full);
        assert_eq!(list.toggle(0), Toggled::Removed);
    }

    #[test]
    fn what_is_gone_is_said() {
        assert!(sentence(0, 0).starts_with("Nothing here yet"));
        assert_eq!(sentence(1, 0), "1 entry.");
        assert_eq!(
            sentence(2, 1),
            "2 entries. One more is no longer in this directory."
        );
        assert!(sentence(2, 3).ends_with("3 more are no longer in this directory."));
    }

    proptest! {
        #[test]
        fn any_text_is_read_to_one_canonical_text(text in "([a-z%,é-]{0,9}|tenants|commons| |\n){0,9}") {
            let index = Index::new(sample::catalog());
            let (list, _) = Shortlist::read(&text, &index);
            prop_assert!(list.rows().len() <= MOST);
            prop_assert_eq!(Shortlist::read(&list.write(&index), &index), (list, 0));
        }
    }
}
