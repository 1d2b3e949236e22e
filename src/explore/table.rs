//! The table: columns, what stands in each cell in words, the order of the rows, and which of them to draw.

mod sort;
mod window;

use crate::explore::catalog::Facet;
use crate::explore::facets::Index;
use crate::explore::set::Set;
use crate::model::date::{Date, Edtf};

/// A column. The title is always there, and first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The entry's name.
    Title,
    /// The values of a facet.
    Of(Facet),
    /// Where it is, as far as it may be told.
    Place,
    /// When it began.
    Founded,
    /// When it ended.
    Ended,
    /// The day somebody last checked it.
    Verified,
    /// The day it was added.
    Added,
    /// How many relations it has, in both directions.
    Connections,
}

/// The columns beside the title that a reader sees who has chosen none: what, on what, where, whether still, since when,
/// how fresh.
pub const USUAL: [Column; 6] = [
    Column::Of(Facet::Kind),
    Column::Of(Facet::Sector),
    Column::Place,
    Column::Of(Facet::Status),
    Column::Founded,
    Column::Verified,
];

/// What rows are sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SortKey {
    /// By which column.
    pub column: Column,
    /// Whether the last comes first.
    pub descending: bool,
}

/// Where the reader has scrolled to, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scroll {
    /// How far down the list.
    pub top: u32,
    /// How much of the list can be seen.
    pub height: u32,
    /// How high each row is.
    pub row: u32,
}

/// Which rows to draw, and the room that stands for the others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Window {
    /// The first row to draw.
    pub first: u32,
    /// The first row after those to draw.
    pub end: u32,
    /// Room above, in pixels.
    pub before: u32,
    /// Room below, in pixels.
    pub after: u32,
}

impl Column {
    /// All columns, in the order in which a reader is offered them.
    pub fn all() -> impl Iterator<Item = Column> {
        let own = [
            Column::Place,
            Column::Founded,
            Column::Ended,
            Column::Verified,
            Column::Added,
            Column::Connections,
        ];
        let facets = Facet::ALL.into_iter().map(Column::Of);
        std::iter::once(Column::Title).chain(facets).chain(own)
    }

    /// Its name in an address.
    pub fn key(self) -> &'static str {
        match self {
            Column::Title => "title",
            Column::Of(facet) => facet.key(),
            Column::Place => "place",
            Column::Founded => "founded",
            Column::Ended => "ended",
            Column::Verified => "verified",
            Column::Added => "added",
            Column::Connections => "connections",
        }
    }

    /// Its name as people read it.
    pub fn label(self) -> &'static str {
        match self {
            Column::Title => "Title",
            Column::Of(facet) => facet.label(),
            Column::Place => "Place",
            Column::Founded => "Founded",
            Column::Ended => "Ended",
            Column::Verified => "Verified",
            Column::Added => "Added",
            Column::Connections => "Connections",
        }
    }

    /// The column with this name in an address.
    pub fn parse(key: &str) -> Option<Column> {
        Column::all().find(|column| column.key() == key)
    }

    /// What stands in the cell of a row, in words; empty where nothing is known.
    pub fn words(self, index: &Index, row: u32) -> String {
        let Some(found) = index.catalog().row(row) else {
            return String::new();
        };
        let words = match self {
            Column::Title => Some(found.title.clone()),
            Column::Of(facet) => {
                let labels: Vec<&str> = index.catalog().labels(row, facet).collect();
                Some(labels.join(", "))
            }
            Column::Place => found.place.as_ref().map(|place| place.name.clone()),
            Column::Founded => found.founded.map(Edtf::in_words),
            Column::Ended => found.ended.map(Edtf::in_words),
            Column::Verified => found.verified.map(Date::in_words),
            Column::Added => found.added.map(Date::in_words),
            Column::Connections => Some(index.connections(row).to_string()),
        };
        words.unwrap_or_default()
    }
}

/// The rows of a set, sorted by the first key, then the next. Rows of which a column knows nothing come last, either way;
/// those that no key tells apart stand by title.
pub fn sorted(index: &Index, set: &Set, keys: &[SortKey]) -> Vec<u32> {
    sort::sorted(index, set, keys)
}

/// A press on a column's head: first rising, then falling, then not sorted by it. Where `also`, after the keys there are.
pub fn press(keys: &mut Vec<SortKey>, column: Column, also: bool) {
    let known = keys.iter().position(|key| key.column == column);
    let was = known.map(|place| keys[place].descending);
    let next = match was {
        None => Some(false),
        Some(false) => Some(true),
        Some(true) => None,
    };
    if !also {
        keys.clear();
    }
    let place = keys.iter().position(|key| key.column == column);
    match (place, next) {
        (Some(place), Some(descending)) => keys[place].descending = descending,
        (Some(place), None) => {
            keys.remove(place);
        }
        (None, Some(descending)) => keys.push(SortKey { column, descending }),
        (None, None) => {}
    }
}

/// Which of so many rows to draw.
pub fn window(count: u32, scroll: Scroll) -> Window {
    window::window(count, scroll)
}

/// How far to scroll so that a row can be seen; not at all where it already can.
pub fn top_to_show(row: u32, scroll: Scroll) -> u32 {
    window::top_to_show(row, scroll)
}

#[cfg(test)]
mod tests;
