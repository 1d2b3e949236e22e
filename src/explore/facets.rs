//! The facets at work: what is chosen, which rows that leaves, and how many rows each further value would leave.
//!
//! [`Index`] is made once from the catalog; [`Index::apply`] and [`Index::counts`] answer each press.

mod count;
mod index;
mod selection;

use std::sync::OnceLock;

use crate::explore::catalog::{Catalog, Facet};
use crate::explore::set::Members;

/// A catalog with everything that makes filtering quick.
#[derive(Debug)]
pub struct Index {
    catalog: Catalog,
    rows: u32,
    /// For each facet of the catalog, for each value, who has it.
    members: Vec<Vec<Members>>,
    /// For each facet of the catalog the numbers of its values, sorted by value in small letters.
    by_value: Vec<Vec<u16>>,
    /// The rows, sorted by id in small letters.
    by_id: Vec<u32>,
    /// Subject, type, object.
    relations: Vec<(u32, u8, u32)>,
    /// For each row how many relations it has, in both directions.
    connections: Vec<u32>,
    /// For each row the rank of its place's name; made when somebody sorts by it.
    places: OnceLock<Vec<Option<u32>>>,
}

/// What the set is narrowed to. Without anything chosen, all rows pass.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Selection {
    /// The values that are chosen, sorted by facet and number, none twice: see [`Selection::mark`].
    pub marks: Vec<Mark>,
    /// Founded in these years.
    pub founded: Span,
    /// Ended in these years.
    pub ended: Span,
    /// Last checked so many days before the day of the build.
    pub checked: Span,
    /// Related to an entry.
    pub related: Option<Related>,
}

/// A value that is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mark {
    /// Of which facet.
    pub facet: Facet,
    /// Its number.
    pub value: u16,
    /// Whether it is wanted or not.
    pub sign: Sign,
}

/// Whether a value is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sign {
    /// Rows that have it, or another that is wanted of the same facet.
    With,
    /// Rows that do not have it.
    Without,
}

/// From a number to a number, both included; open where there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Span {
    pub from: Option<i32>,
    pub to: Option<i32>,
}

/// A relation to an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Related {
    /// The entry's row.
    pub to: u32,
    /// Which relation; any, in either direction, where it is left out.
    pub by: Option<Way>,
}

/// A type of relation, in one of its directions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Way {
    /// Its number in `relation::ALL`.
    pub kind: u8,
    /// Whether the rows are its objects: `has member` and not `member of`.
    pub inverse: bool,
}

/// A facet with its values and how many rows each leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counts {
    /// Which.
    pub facet: Facet,
    /// Values that some row has or that are chosen, in the order of the catalog.
    pub values: Vec<Count>,
}

/// A value and how many rows it leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// Its number.
    pub value: u16,
    /// How many rows of the set have it, if no other value of its facet were wanted; for one that is not wanted, how many
    /// it takes away.
    pub rows: u32,
    /// Whether it is chosen.
    pub sign: Option<Sign>,
}

impl Span {
    /// Whether it lets everything pass.
    pub fn is_open(self) -> bool {
        self == Span::default()
    }

    /// Whether a number is inside.
    pub fn holds(self, number: i32) -> bool {
        self.from.is_none_or(|from| number >= from) && self.to.is_none_or(|to| number <= to)
    }

    /// Whether it lets everything pass, or a row whose number is known and inside.
    fn passes(self, number: Option<i32>) -> bool {
        self.is_open() || number.is_some_and(|number| self.holds(number))
    }
}

#[cfg(test)]
mod tests;
