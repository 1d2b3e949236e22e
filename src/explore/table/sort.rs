//! The order of rows.

use std::cmp::{Ordering, Reverse};

use crate::explore::facets::Index;
use crate::explore::set::Set;
use crate::explore::table::{Column, SortKey};
use crate::model::date::Edtf;

/// What a row is sorted by in one column: a number that is smaller for what comes first, or nothing.
type Rank = Option<u64>;

pub(super) fn sorted(index: &Index, set: &Set, keys: &[SortKey]) -> Vec<u32> {
    let rows: Vec<u32> = set.iter().collect();
    let ranks: Vec<(Vec<Rank>, bool)> = keys
        .iter()
        .map(|key| {
            let ranks = rows.iter().map(|row| rank(index, *row, key.column));
            (ranks.collect(), key.descending)
        })
        .collect();
    let mut places: Vec<usize> = (0..rows.len()).collect();
    // Stable: rows rise by title, and so do those that are equal here.
    places.sort_by(|a, b| {
        let mut orders = ranks
            .iter()
            .map(|(ranks, descending)| order(ranks[*a], ranks[*b], *descending));
        let telling = orders.find(|order| *order != Ordering::Equal);
        telling.unwrap_or(Ordering::Equal)
    });
    places.into_iter().map(|place| rows[place]).collect()
}

/// What is not known comes last, whatever the direction.
fn order(a: Rank, b: Rank, descending: bool) -> Ordering {
    match (a, b) {
        (Some(a), Some(b)) if descending => Reverse(a).cmp(&Reverse(b)),
        (Some(a), Some(b)) => a.cmp(&b),
        (a, b) => b.is_some().cmp(&a.is_some()),
    }
}

fn rank(index: &Index, row: u32, column: Column) -> Rank {
    let found = index.catalog().row(row)?;
    match column {
        // Rows stand by title.
        Column::Title => Some(u64::from(row)),
        Column::Of(facet) => values(index.catalog().values(row, facet)),
        Column::Place => {
            let place = usize::try_from(row).ok()?;
            let rank = index.place_ranks().get(place).copied().flatten();
            rank.map(u64::from)
        }
        Column::Founded => found.founded.map(time),
        Column::Ended => found.ended.map(time),
        Column::Verified => found.verified.map(|day| natural(day.day_number())),
        Column::Added => found.added.map(|day| natural(day.day_number())),
        Column::Connections => Some(u64::from(index.connections(row))),
    }
}

/// By the first value, then the second; beyond the fourth hardly anything is left to tell apart.
fn values(values: &[u16]) -> Rank {
    let mut rank = 0;
    for place in 0..4 {
        let value = values.get(place).map_or(0, |value| u64::from(*value) + 1);
        rank = rank << 16 | value.min(0xFFFF);
    }
    (rank > 0).then_some(rank)
}

fn time(date: Edtf) -> u64 {
    let (year, month, day) = date.earliest();
    natural(i32::from(year)) << 16 | u64::from(month) << 8 | u64::from(day)
}

/// Keeps the order of numbers of either sign.
fn natural(number: i32) -> u64 {
    u64::from(number.cast_unsigned() ^ 0x8000_0000)
}
