//! All that an address says after its `#`: what is looked for, and how it is looked at.
//!
//! ```text
//! #q=mutual+aid&sector=food,land&-country=US&founded=1990..2010&view=map&sort=-founded,title
//! ```
//!
//! [`write`] gives one text for one state: keys in a fixed order, defaults left out. [`read`] takes any text; what it does
//! not understand it drops, and says so in sentences.

mod escape;
mod read;
mod write;

use crate::explore::catalog::Facet;
use crate::explore::facets::{Index, Selection};
use crate::explore::graph::tie::Tie;
use crate::explore::table::{Column, SortKey, USUAL};

/// The longest query, in characters: longer ones are pasted by mistake.
pub const LONGEST_QUERY: usize = 200;
/// How many entries can be compared side by side: more columns than four cannot be read.
pub const MOST_COMPARED: usize = 4;
/// How many steps around an entry the graph can show: at four, nearly everything is near everything.
pub const MOST_STEPS: u8 = 3;
/// The closest zoom of the map: one hundredth of a degree, the finest that the catalog knows, is then as wide as a finger.
pub const CLOSEST: u8 = 20;

/// What is looked for, and how it is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct State {
    /// The words that are searched for: see [`State::search`].
    pub query: String,
    /// The filters.
    pub selection: Selection,
    /// Which view.
    pub view: View,
    /// What rows are sorted by; by title, or by fit where words are searched for, where there is no key.
    pub sort: Vec<SortKey>,
    /// The table's columns beside the title, none twice.
    pub columns: Vec<Column>,
    /// Where the map looks; at all of the set where it is left out.
    pub map: Option<MapWindow>,
    /// Where the timeline looks; at all of the set where it is left out.
    pub time: Option<Period>,
    /// The entry that the graph is drawn around.
    pub focus: Option<u32>,
    /// How many steps around it, from 1 to [`MOST_STEPS`].
    pub steps: u8,
    /// The two entries between which a path is looked for.
    pub path: Option<(u32, u32)>,
    /// The ties that the graph does not show: rising, none twice.
    pub hidden: Vec<Tie>,
    /// The entries to be compared, none twice, at most [`MOST_COMPARED`].
    pub compared: Vec<u32>,
    /// The entries of a shortlist that somebody shared, in their order, none twice. The reader's own is kept in the browser.
    pub shortlist: Vec<u32>,
}

/// A way to look at the set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub enum View {
    #[default]
    List,
    Table,
    Map,
    Timeline,
    Graph,
    Numbers,
    /// The compared entries side by side.
    Compare,
}

/// The middle of the map in hundredths of a degree, and how close it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "as in `Place`")]
pub struct MapWindow {
    pub lon: i16,
    pub lat: i16,
    /// From 0, the whole world, to [`CLOSEST`].
    pub zoom: u8,
}

/// From a month to a month, both included: months since January of the year 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Period {
    pub from: i32,
    pub to: i32,
}

/// What a text said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reading {
    /// What was understood.
    pub state: State,
    /// What was not: sentences to show.
    pub dropped: Vec<String>,
}

/// The state that a fragment means, with or without its `#`.
pub fn read(fragment: &str, index: &Index) -> Reading {
    read::read(fragment, index)
}

/// The fragment of a state, without `#`; empty where nothing differs from the start.
pub fn write(state: &State, index: &Index) -> String {
    write::write(state, index)
}

/// The fragment, without `#`, of the entries that have this value of a facet, looked at in this way.
pub fn of_value(facet: Facet, value: &str, view: View) -> String {
    write::of_value(facet, value, view)
}

/// The fragment, without `#`, of the graph around the entry with this id.
pub fn around(id: &str) -> String {
    write::around(id)
}

impl Default for State {
    fn default() -> State {
        State {
            query: String::new(),
            selection: Selection::default(),
            view: View::default(),
            sort: Vec::new(),
            columns: USUAL.to_vec(),
            map: None,
            time: None,
            focus: None,
            steps: 1,
            path: None,
            hidden: Vec::new(),
            compared: Vec::new(),
            shortlist: Vec::new(),
        }
    }
}

impl State {
    /// Searches for these words, without control characters and at most [`LONGEST_QUERY`] letters of them.
    pub fn search(&mut self, words: &str) {
        let plain = words.chars().filter(|c| !c.is_control());
        self.query = plain.take(LONGEST_QUERY).collect();
    }

    /// Whether nothing narrows the set.
    pub fn is_open(&self) -> bool {
        self.selection.is_empty() && self.query.trim().is_empty()
    }

    /// Narrows the set by nothing any more; the view stays.
    pub fn open(&mut self) {
        self.selection.clear_all();
        self.query.clear();
    }

    /// Puts an entry beside the compared ones, or takes it away. False where there is no room.
    pub fn compare(&mut self, row: u32) -> bool {
        let known = self.compared.iter().position(|other| *other == row);
        match known {
            Some(place) => {
                self.compared.remove(place);
                true
            }
            None if self.compared.len() < MOST_COMPARED => {
                self.compared.push(row);
                true
            }
            None => false,
        }
    }
}

impl View {
    /// All views, in the order in which a reader is offered them.
    pub const ALL: [View; 7] = [
        View::List,
        View::Table,
        View::Map,
        View::Timeline,
        View::Graph,
        View::Numbers,
        View::Compare,
    ];

    /// Its name in an address.
    pub fn key(self) -> &'static str {
        match self {
            View::List => "list",
            View::Table => "table",
            View::Map => "map",
            View::Timeline => "timeline",
            View::Graph => "graph",
            View::Numbers => "numbers",
            View::Compare => "compare",
        }
    }

    /// Its name as people read it.
    pub fn label(self) -> &'static str {
        match self {
            View::List => "List",
            View::Table => "Table",
            View::Map => "Map",
            View::Timeline => "Timeline",
            View::Graph => "Graph",
            View::Numbers => "Numbers",
            View::Compare => "Compare",
        }
    }

    /// The view with this name in an address.
    pub fn parse(key: &str) -> Option<View> {
        View::ALL.into_iter().find(|view| view.key() == key)
    }
}

impl Period {
    /// From the earlier to the later.
    pub fn of(from: i32, to: i32) -> Period {
        Period {
            from: from.min(to),
            to: from.max(to),
        }
    }
}

#[cfg(test)]
mod tests;
