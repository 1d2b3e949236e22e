//! The nearest allies of each row, for its page: few, and the same as the first of all that are ranked.
//!
//! To score all pairs of ten thousand entries would take a build half a minute. So for each row the most that its scores
//! can be is summed up first, from lists of who has what; only what may be among the nearest is scored.
//! Native in use: a browser ranks for one seeker at a time.

mod bounds;

use crate::explore::allies::nearest::bounds::{Bounds, alike};
use crate::explore::allies::overlap::score;
use crate::explore::allies::profile::Profile;
use crate::explore::allies::{Hit, Prepared, Ranked, weight};

/// Seats that are passed over together where none of them comes into question.
const TOGETHER: usize = 64;

/// So many of the highest bounds are scored before all others: with fewer than are sought, most bounds come into question;
/// with many, those are scored in vain.
const FIRST: usize = 2 * weight::NEAREST;

/// A catalog made ready for asking for the nearest of many rows.
///
/// Each entity has a seat: those that are alike side by side, those that have ended last.
#[derive(Debug)]
pub struct Nearest<'a> {
    prepared: &'a Prepared<'a>,
    /// The row of each seat.
    rows: Vec<u32>,
    /// The seat of each row; none for ideas.
    seats: Vec<Option<usize>>,
    /// How many have not ended.
    living: usize,
    bounds: Bounds,
}

impl<'a> Nearest<'a> {
    /// Makes ready.
    pub fn new(prepared: &'a Prepared<'a>) -> Nearest<'a> {
        let of_row = |row: u32| &prepared.profiles[row as usize];
        let mut entities = prepared.entities.clone();
        entities.sort_by_key(|(row, has_ended)| (*has_ended, alike(of_row(*row)), *row));
        let mut seats = vec![None; prepared.profiles.len()];
        for (seat, (row, _)) in entities.iter().enumerate() {
            seats[*row as usize] = Some(seat);
        }
        let profiles: Vec<&Profile> = entities.iter().map(|(row, _)| of_row(*row)).collect();
        Nearest {
            prepared,
            living: entities.partition_point(|(_, has_ended)| !has_ended),
            rows: entities.iter().map(|(row, _)| *row).collect(),
            seats,
            bounds: Bounds::of(&profiles),
        }
    }

    /// The nearest allies of a row, best first. What is no entity, or has ended, has none.
    pub fn of(&self, row: u32) -> Vec<Hit> {
        let seat = self.seats.get(row as usize).copied().flatten();
        let Some(seat) = seat.filter(|seat| *seat < self.living) else {
            return Vec::new();
        };
        let own = &self.prepared.profiles[row as usize];
        self.prepared.hits(own, Some(row), &self.ranked(own, seat))
    }

    fn ranked(&self, own: &Profile, itself: usize) -> Vec<Ranked> {
        let most = self.bounds.most(own, itself);
        let mut nearest = Vec::with_capacity(weight::NEAREST + 1);
        // Those of the highest bounds first: after them hardly anybody comes into question.
        let first = highest(&most[..self.living]);
        for seat in first.iter().filter(|seat| **seat != itself) {
            self.consider(own, (*seat, u32::from(most[*seat])), &mut nearest);
        }
        for (chunk, most) in most.chunks(TOGETHER).enumerate() {
            let worst: Option<&Ranked> = nearest.get(weight::NEAREST - 1);
            let least = worst.map_or(weight::LEAST_NEAREST, |worst| worst.score);
            let best = most.iter().copied().max().unwrap_or_default();
            // One that lives goes before any that has ended, and all that live are seen first.
            if u32::from(best) >= least {
                for (seat, most) in (chunk * TOGETHER..).zip(most) {
                    if seat != itself && !first.contains(&seat) {
                        self.consider(own, (seat, u32::from(*most)), &mut nearest);
                    }
                }
            }
        }
        nearest
    }

    /// Puts a seat among the nearest, if it belongs there; its score is at most `most`.
    fn consider(&self, own: &Profile, (seat, most): (usize, u32), nearest: &mut Vec<Ranked>) {
        let row = self.rows[seat];
        let with = |score| Ranked {
            row,
            score,
            has_ended: seat >= self.living,
        };
        let last = nearest.get(weight::NEAREST - 1).map(Ranked::key);
        let is_wanted = |ally: &Ranked| {
            ally.score >= weight::LEAST_NEAREST && last.is_none_or(|last| ally.key() < last)
        };
        if !is_wanted(&with(most)) {
            return;
        }
        let ally = with(score(own, &self.prepared.profiles[row as usize]));
        if is_wanted(&ally) {
            let at = nearest.partition_point(|other: &Ranked| other.key() < ally.key());
            nearest.insert(at, ally);
            nearest.truncate(weight::NEAREST);
        }
    }
}

/// The seats of the highest bounds.
fn highest(most: &[u16]) -> Vec<usize> {
    let mut highest: Vec<(u16, usize)> = Vec::with_capacity(FIRST + 1);
    for (chunk, most) in most.chunks(TOGETHER).enumerate() {
        let least = highest.get(FIRST - 1).map_or(0, |(most, _)| *most);
        if most.iter().copied().max() > Some(least) {
            for (most, seat) in most.iter().copied().zip(chunk * TOGETHER..) {
                let at = highest.partition_point(|(other, _)| *other >= most);
                if at < FIRST {
                    highest.insert(at, (most, seat));
                    highest.truncate(FIRST);
                }
            }
        }
    }
    highest.into_iter().map(|(_, seat)| seat).collect()
}

#[cfg(test)]
mod tests {
    use super::Nearest;
    use crate::explore::allies::overlap::score;
    use crate::explore::allies::reason::Voice;
    use crate::explore::allies::tests::any_row;
    use crate::explore::allies::{Ranked, best, prepared, weight};
    use crate::explore::sketch::{ended, of, row, with};
    use proptest::prelude::any;
    use proptest::{prop_assert, prop_assert_eq, proptest};

    #[test]
    fn a_page_shows_its_nearest_allies_in_its_own_name() {
        let catalog = of(vec![
            with(
                row("Bakers", "sector=food language=en"),
                &["seeks good: Flour"],
            ),
            with(
                row("Millers", "sector=food"),
                &["offers good: Flour (sell)"],
            ),
            row("Speakers", "language=en"),
        ]);
        let prepared = prepared(&catalog);
        let nearest = Nearest::new(&prepared);
        let allies = nearest.of(0);
        let titles: Vec<u32> = allies.iter().map(|hit| hit.row).collect();
        assert_eq!(titles, [1], "a language in common is chance");
        assert_eq!(
            allies[0].reasons[0].reason.in_words(Voice::Named("Bakers")),
            "Bakers seeks flour; they offer flour (sell)"
        );
        assert_eq!(nearest.of(99), []);
    }

    #[test]
    fn ideas_and_what_has_ended_have_no_allies() {
        let catalog = of(vec![
            row("Idea", "sector=food status="),
            row("Living", "sector=food"),
            ended(row("Gone", "sector=food"), "2004"),
        ]);
        let prepared = prepared(&catalog);
        let nearest = Nearest::new(&prepared);
        let allies = |row| {
            nearest
                .of(row)
                .iter()
                .map(|hit| hit.row)
                .collect::<Vec<_>>()
        };
        assert_eq!([allies(0), allies(1), allies(2)], [vec![], vec![2], vec![]]);
    }

    proptest! {
        #[test]
        fn the_nearest_are_the_best_of_all(rows in proptest::collection::vec(any_row(), 1..14), gone in any::<usize>()) {
            let mut rows = rows;
            let at = gone % rows.len();
            rows[at] = ended(rows[at].clone(), "2004");
            let catalog = of(rows);
            let prepared = prepared(&catalog);
            let nearest = Nearest::new(&prepared);
            let rows = |ranked: &[Ranked]| ranked.iter().map(|r| r.row).collect::<Vec<_>>();
            for (seat, row) in nearest.rows.iter().enumerate() {
                let own = &prepared.profiles[*row as usize];
                let most = nearest.bounds.most(own, seat);
                for (other, most) in nearest.rows.iter().zip(most) {
                    prop_assert!(score(own, &prepared.profiles[*other as usize]) <= u32::from(most));
                }
                let mut all = prepared.ranked(own, Some(*row));
                all.retain(|ally| ally.score >= weight::LEAST_NEAREST);
                let expect = best(all, weight::NEAREST);
                prop_assert_eq!(rows(&nearest.ranked(own, seat)), rows(&expect));
            }
        }
    }
}
