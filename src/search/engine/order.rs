//! The first of many: best scores first, doubtful ones looked into, equal ones by address.

use crate::search::engine::rank::{BATCH, FIRST_NAMES, MOST_TIES, Ranking};
use crate::search::engine::store::{Lack, Store};

/// What is ranked: its score, and doc and name in one, so that a smaller doc comes first.
pub(super) fn item(score: u32, doc: u32, name: u8) -> (u64, u64) {
    (score.into(), u64::from(!doc) << 8 | u64::from(name))
}

pub(super) fn doc_of(item: (u64, u64)) -> u32 {
    !u32::try_from(item.1 >> 8).unwrap_or(0)
}

pub(super) fn name_of(item: (u64, u64)) -> u8 {
    u8::try_from(item.1 & 0xFF).unwrap_or(0)
}

/// The first items of a list.
#[derive(Debug, Default)]
pub(super) struct First {
    /// In their order.
    pub(super) items: Vec<(u64, u64)>,
    /// So many of them stand where they stay; the others may change places yet.
    pub(super) settled: usize,
    /// Whether there are more.
    pub(super) goes_on: bool,
}

/// So many are all; equal ones then stay in the order of their numbers, as nobody reads their addresses.
pub(super) const ALL: usize = usize::MAX;

/// The first `most` items that `holds` lets through; it says nothing where a block is missing.
pub(super) fn first(
    mut ranking: Ranking,
    most: usize,
    store: &Store,
    lack: &mut Lack,
    holds: &mut dyn FnMut(u32, &mut Lack) -> Option<bool>,
) -> First {
    let mut first = First::default();
    let mut waiting = 0;
    let mut waiting_from = None;
    while let Some(next) = ranking.peek() {
        let ties = || {
            let items = first.items.iter().rev();
            items.take_while(|item| item.0 == next.0).count()
        };
        let is_full = first.items.len() + waiting >= most && !(1..=MOST_TIES).contains(&ties());
        if is_full || waiting >= BATCH {
            break;
        }
        ranking.pop();
        let before = lack.misses();
        match holds(doc_of(next), lack) {
            // What comes after one that is in doubt is only read ahead.
            Some(true) if waiting == 0 => first.items.push(next),
            None if lack.misses() > before => {
                waiting += 1;
                waiting_from = waiting_from.or(Some(next.0));
            }
            Some(_) | None => {}
        }
    }
    first.goes_on = waiting > 0 || ranking.len() > 0;
    if most == ALL {
        return first;
    }
    let mut is_settled = true;
    let mut seen = 0;
    for group in first.items.chunk_by_mut(|a, b| a.0 == b.0) {
        // What is in sight is put in order before the rest is read.
        if seen >= FIRST_NAMES && !is_settled {
            break;
        }
        seen += group.len();
        is_settled &= by_address(group, store, lack) && waiting_from != Some(group[0].0);
        first.settled += if is_settled { group.len() } else { 0 };
    }
    first.items.truncate(most);
    first
}

/// Puts a few equal scores in the order of their addresses; whether these are all there.
fn by_address(group: &mut [(u64, u64)], store: &Store, lack: &mut Lack) -> bool {
    if group.len() == 1 || group.len() > MOST_TIES {
        return true;
    }
    let before = lack.misses();
    let mut sorted: Vec<(&str, (u64, u64))> = Vec::new();
    for item in group.iter() {
        let record = store.record(doc_of(*item), lack);
        let one = (record.map_or("", |record| record.address.as_str()), *item);
        let at = sorted.partition_point(|known| *known < one);
        sorted.insert(at, one);
    }
    for (item, (_, sorted)) in group.iter_mut().zip(sorted) {
        *item = sorted;
    }
    lack.misses() == before
}
