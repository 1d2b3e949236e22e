//! A shortlist: entries that somebody keeps in the browser and can share as a link.

use crate::explore::catalog::Catalog;
use crate::explore::export::Set;
use crate::explore::lookup::row_with_id;
use crate::explore::pairs::{pairs, push, values};
use crate::explore::phrase::{capital, counted};
use crate::model::slug::Slug;

/// The most entries of a shortlist: what a link of a few kilobytes holds, and more than anybody reads.
pub const MOST: usize = 200;

/// Ids of entries in the order in which they were added, each once.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Shortlist(Vec<Slug>);

impl Shortlist {
    /// Reads the text of [`Shortlist::write`], and makes the best of any other.
    pub fn read(text: &str) -> Shortlist {
        let mut list = Shortlist::default();
        let kept = pairs(text).filter(|(key, _)| *key == "shortlist");
        for (_, raw) in kept {
            for id in raw.split(',').filter_map(|raw| values(raw).pop()) {
                list.add(&id);
            }
        }
        list
    }

    /// `shortlist=mst,cooperation-jackson`: for the fragment and for storage; empty where nothing is kept.
    pub fn write(&self) -> String {
        let mut out = String::new();
        push(&mut out, "shortlist", self.ids());
        out
    }

    /// Adds an entry, as long as there is room; whether it is in the list now.
    pub fn add(&mut self, id: &str) -> bool {
        if self.holds(id) {
            return true;
        }
        let id = Slug::new(id).filter(|_| self.0.len() < MOST);
        let added = id.is_some();
        self.0.extend(id);
        added
    }

    /// Takes an entry away.
    pub fn remove(&mut self, id: &str) {
        self.0.retain(|kept| kept.as_str() != id);
    }

    /// Whether it holds this entry.
    pub fn holds(&self, id: &str) -> bool {
        self.0.iter().any(|kept| kept.as_str() == id)
    }

    /// The ids.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(Slug::as_str)
    }

    /// The rows, in the order of the list, and a sentence: how many there are, and how many this site has not.
    pub fn rows(&self, catalog: &Catalog) -> (Vec<u32>, String) {
        let rows: Vec<u32> = self
            .ids()
            .filter_map(|id| row_with_id(catalog, id))
            .collect();
        let entries = capital(&counted(rows.len(), "entry", "entries"));
        let sentence = match self.0.len() - rows.len() {
            0 if rows.is_empty() => {
                "Nothing on the shortlist yet: keep entries as you read, and take them away together.".to_owned()
            }
            0 => format!("{entries} on the shortlist."),
            1 => format!("{entries} on the shortlist, and 1 that is not here any more."),
            gone => format!("{entries} on the shortlist, and {gone} that are not here any more."),
        };
        (rows, sentence)
    }
}

/// A list as plain text: title and address of each, for a letter.
pub fn as_text(set: &Set<'_>) -> String {
    let mut text = String::new();
    for detail in set.details() {
        let at = set.page(detail).unwrap_or(detail.address.clone());
        for piece in [&detail.title, "\n", &at, "\n\n"] {
            text.push_str(piece);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{MOST, Shortlist};
    use crate::explore::sketch;

    fn check(text: &str, canonical: &str) {
        let list = Shortlist::read(text);
        assert_eq!(list.write(), canonical);
        assert_eq!(Shortlist::read(canonical), list);
    }

    #[test]
    fn a_shortlist_has_one_text() {
        check("", "");
        check("#shortlist=mst,a-b,mst", "shortlist=mst,a-b");
        check("view=map&shortlist=a&shortlist=b", "shortlist=a,b");
        check("shortlist=A,../b,%20,c", "shortlist=c");
    }

    #[test]
    fn it_is_added_to_and_taken_from() {
        let mut list = Shortlist::read("shortlist=a,b");
        assert!(list.add("c") && list.add("a") && !list.add("No slug"));
        list.remove("b");
        assert_eq!(list.write(), "shortlist=a,c");
        for number in 0..2 * MOST {
            list.add(&format!("x{number}"));
        }
        assert_eq!(list.ids().count(), MOST);
    }

    #[test]
    fn what_is_gone_is_said() {
        let catalog = sketch::catalog();
        let check = |text: &str, expect: &str| {
            let (_, sentence) = Shortlist::read(text).rows(&catalog);
            assert!(sentence.contains(expect), "{sentence}");
        };
        check("", "Nothing on the shortlist yet");
        check("shortlist=b,a", "2 entries on the shortlist.");
        check(
            "shortlist=b,gone",
            "1 entry on the shortlist, and 1 that is not here",
        );
        let (rows, _) = Shortlist::read("shortlist=b,a").rows(&catalog);
        assert_eq!(rows, [1, 0]);
    }

    proptest! {
        #[test]
        fn any_text_is_read_to_one_canonical_text(text in "(shortlist=)?[a-z,%&=+ é0-9-]{0,80}") {
            let list = Shortlist::read(&text);
            prop_assert!(list.write().is_ascii());
            prop_assert_eq!(Shortlist::read(&list.write()), list);
        }
    }
}
