//! Whose allies are looked for: an entry's, or those of people who describe themselves; both are kept while the reader turns
//! from one to the other.

use crate::explore::allies::answers::{Answer, known};
use crate::explore::allies::seeker::{Description, Item, LONGEST_TEXT, MOST_VALUES, Seeker};
use crate::explore::catalog::Catalog;
use crate::explore::lookup::row_with_id;
use crate::explore::pairs::pairs;
use crate::explore::phrase::listed;

/// More words that nobody understands are counted, not told.
const MOST_TOLD: usize = 5;

/// The keys that a fragment may have.
const KEYS: [&str; 12] = [
    "entry",
    "sector",
    "place",
    "region",
    "country",
    "governance",
    "language",
    "scale",
    "domain",
    "approach",
    "offers",
    "seeks",
];

/// How people say who they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Way {
    /// They choose their entry.
    #[default]
    Entry,
    /// They describe themselves.
    Described,
}

/// Whose allies are looked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Wish {
    /// How they say it.
    pub way: Way,
    /// The id of the entry; empty while none is chosen.
    pub entry: String,
    /// What they say of themselves, with what they have not finished writing.
    pub described: Description,
}

/// Offers or needs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Side {
    Offers,
    Seeks,
}

/// What a fragment said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// What was understood.
    pub wish: Wish,
    /// What was not: sentences.
    pub dropped: Vec<String>,
}

impl Wish {
    /// Who seeks.
    pub fn seeker(&self) -> Seeker {
        match self.way {
            Way::Entry if !self.entry.is_empty() => Seeker::Entry(self.entry.clone()),
            Way::Entry => Seeker::default(),
            Way::Described => Seeker::Described(Box::new(self.described.tidied())),
        }
    }

    /// Whether an entry is to be chosen and none is.
    pub fn lacks_entry(&self) -> bool {
        self.way == Way::Entry && self.entry.is_empty()
    }

    /// The chosen entry's row.
    pub fn row(&self, catalog: &Catalog) -> Option<u32> {
        row_with_id(catalog, &self.entry)
    }

    /// The wish of a fragment. `types` are those of what is exchanged. Where it says nothing, the way stays.
    pub fn read(&self, fragment: &str, catalog: &Catalog, types: &[Answer]) -> Reading {
        let mut dropped = Vec::new();
        if fragment.len() > LONGEST_TEXT {
            dropped.push(format!(
                "The address is longer than all that can be said here: of its {} bytes the first {LONGEST_TEXT} were read.",
                fragment.len()
            ));
        }
        let wish = match Seeker::read(fragment) {
            Seeker::Entry(entry) => Wish {
                way: Way::Entry,
                entry,
                described: Description::default(),
            },
            Seeker::Described(said) => {
                let (described, mut unknown) = known(catalog, &said);
                unknown.extend(strange_keys(fragment));
                let described = with_types(described, types, &mut unknown);
                dropped.extend(not_understood(&unknown));
                Wish {
                    way: if describes(fragment) {
                        Way::Described
                    } else {
                        self.way
                    },
                    entry: String::new(),
                    described,
                }
            }
        };
        Reading { wish, dropped }
    }

    /// What is offered or sought, row by row as it is written.
    pub fn things(&self, side: Side) -> &[Item] {
        match side {
            Side::Offers => &self.described.offers,
            Side::Seeks => &self.described.seeks,
        }
    }

    /// A row of what is offered or sought; empty where it is not there.
    pub fn thing(&self, side: Side, at: usize) -> Item {
        self.things(side).get(at).cloned().unwrap_or_default()
    }

    /// How many rows there are to write in: always one.
    pub fn rows(&self, side: Side) -> usize {
        self.things(side).len().max(1)
    }

    /// Whether one more row may be written.
    pub fn has_room(&self, side: Side) -> bool {
        self.rows(side) < MOST_VALUES
    }

    /// Changes a row; makes it where it is not there.
    pub fn set_thing(&mut self, side: Side, at: usize, change: impl FnOnce(&mut Item)) {
        let things = self.things_mut(side);
        if things.len() <= at {
            things.resize(at + 1, Item::default());
        }
        if let Some(thing) = things.get_mut(at) {
            change(thing);
        }
    }

    /// One more row to write in. Where none was begun the first is there already.
    pub fn add_thing(&mut self, side: Side) {
        let rows = self.rows(side) + 1;
        self.things_mut(side).resize(rows, Item::default());
    }

    /// Takes a row out.
    pub fn drop_thing(&mut self, side: Side, at: usize) {
        let things = self.things_mut(side);
        if at < things.len() {
            things.remove(at);
        }
    }

    fn things_mut(&mut self, side: Side) -> &mut Vec<Item> {
        match side {
            Side::Offers => &mut self.described.offers,
            Side::Seeks => &mut self.described.seeks,
        }
    }
}

/// Things whose type is unknown keep their words.
fn with_types(mut said: Description, types: &[Answer], unknown: &mut Vec<String>) -> Description {
    for thing in said.offers.iter_mut().chain(&mut said.seeks) {
        let is_known = types.iter().any(|(value, _)| *value == thing.kind);
        if !thing.kind.is_empty() && !is_known {
            unknown.push(std::mem::take(&mut thing.kind));
        }
    }
    said.tidied()
}

/// Whether it means to describe people.
fn describes(fragment: &str) -> bool {
    let mut keys = pairs(fragment).map(|(key, _)| key);
    keys.any(|key| key != "entry" && KEYS.contains(&key))
}

fn strange_keys(fragment: &str) -> Vec<String> {
    let keys = pairs(fragment).map(|(key, _)| key);
    // An entry that could be read would not have come here.
    let strange = keys.filter(|key| *key == "entry" || !KEYS.contains(key));
    strange.take(MOST_TOLD + 1).map(shortened).collect()
}

/// As much of a strange word as tells it from others.
fn shortened(word: &str) -> String {
    const LONGEST: usize = 24;
    let mut short: String = word.chars().take(LONGEST).collect();
    if short.len() < word.len() {
        short.push('…');
    }
    short
}

fn not_understood(unknown: &[String]) -> Option<String> {
    let told = unknown.iter().take(MOST_TOLD);
    let mut told: Vec<String> = told
        .map(|word| ["“", &shortened(word), "”"].concat())
        .collect();
    if unknown.len() > MOST_TOLD {
        told.push("more".to_owned());
    }
    (!told.is_empty()).then(|| {
        let words = listed(&told);
        format!("Not understood in the address, and left out: {words}. What is known here stands in the form.")
    })
}

#[cfg(test)]
mod tests {
    use super::{Side, Way, Wish};
    use crate::explore::allies::answers::Answer;
    use crate::explore::sketch;

    fn types() -> Vec<Answer> {
        vec![("good".to_owned(), "Good".to_owned())]
    }

    fn check(fragment: &str, way: Way, canonical: &str, dropped: &[&str]) {
        let reading = Wish::default().read(fragment, &sketch::catalog(), &types());
        assert_eq!(reading.wish.way, way, "{fragment}");
        assert_eq!(reading.wish.seeker().write(), canonical);
        let said = reading.dropped.join(" ");
        assert_eq!(reading.dropped.len(), dropped.len(), "{said}");
        for words in dropped {
            assert!(said.contains(words), "{said}");
        }
    }

    #[test]
    fn a_fragment_names_an_entry_or_describes_people() {
        check("", Way::Entry, "", &[]);
        check("entry=a", Way::Entry, "entry=a", &[]);
        check("sector=food,land", Way::Described, "sector=food,land", &[]);
        check("sector=Food", Way::Described, "sector=food", &[]);
        check(
            "offers=good:Paper",
            Way::Described,
            "offers=good:Paper",
            &[],
        );
    }

    #[test]
    fn what_is_not_understood_is_told() {
        check(
            "sector=telepathy,food",
            Way::Described,
            "sector=food",
            &["“telepathy”"],
        );
        check("colour=red", Way::Entry, "", &["“colour”"]);
        check("entry=../etc", Way::Entry, "", &["“entry”"]);
        check(
            "seeks=magic:Wands",
            Way::Described,
            "seeks=:Wands",
            &["“magic”"],
        );
        check(
            "a=1&b=1&c=1&d=1&e=1&f=1&g=1",
            Way::Entry,
            "",
            &["“e” and more"],
        );
        let long = "x".repeat(200_000);
        check(
            &["place=", &long].concat(),
            Way::Described,
            &["place=", &long[..80]].concat(),
            &["of its 200006 bytes"],
        );
        check(&[&long, "=1"].concat(), Way::Entry, "", &["bytes", "“xxx"]);
    }

    #[test]
    fn both_ways_keep_what_was_said() {
        let mut wish = Wish::default()
            .read("sector=food", &sketch::catalog(), &types())
            .wish;
        wish.way = Way::Entry;
        assert_eq!(wish.seeker().write(), "");
        wish.entry = "a".to_owned();
        assert_eq!(wish.seeker().write(), "entry=a");
        wish.way = Way::Described;
        assert_eq!(wish.seeker().write(), "sector=food");
    }

    #[test]
    fn rows_that_are_not_finished_are_not_written_down() {
        let mut wish = Wish {
            way: Way::Described,
            ..Wish::default()
        };
        assert_eq!(wish.rows(Side::Seeks), 1);
        wish.set_thing(Side::Seeks, 0, |thing| thing.words = "Paper".to_owned());
        wish.add_thing(Side::Seeks);
        assert_eq!(wish.rows(Side::Seeks), 2);
        assert_eq!(wish.seeker().write(), "seeks=:Paper");
        wish.drop_thing(Side::Seeks, 0);
        assert_eq!(
            (wish.rows(Side::Seeks), wish.seeker().write()),
            (1, String::new())
        );
        wish.drop_thing(Side::Seeks, 7);
        wish.add_thing(Side::Offers);
        assert_eq!(wish.rows(Side::Offers), 2);
        while wish.has_room(Side::Offers) {
            wish.add_thing(Side::Offers);
        }
        assert_eq!(wish.rows(Side::Offers), 12);
    }
}
