//! The summaries of the entries that are listed, fetched piece by piece when they are.

use leptos::prelude::*;

use crate::explore::summaries::{Piece, piece_of};
use crate::view::island::explore::desk::Desk;

/// The pieces that are there, and those that were asked for.
#[derive(Debug, Default)]
pub struct Summaries {
    pieces: Vec<Piece>,
    asked: Vec<u32>,
}

impl Summaries {
    /// The summary of a row, where it is there already.
    pub fn of(&self, row: u32) -> Option<&str> {
        self.pieces.iter().find_map(|piece| piece.of(row))
    }

    /// The numbers of the pieces that these rows still lack; from now on they are asked for.
    fn ask(&mut self, rows: &[u32]) -> Vec<u32> {
        let mut lacking: Vec<u32> = rows.iter().map(|row| piece_of(*row)).collect();
        lacking.sort_unstable();
        lacking.dedup();
        lacking.retain(|piece| !self.asked.contains(piece));
        self.asked.extend(&lacking);
        lacking
    }
}

/// Fetches what the rows that are shown lack.
pub fn follow(desk: Desk, shown: Memo<Vec<u32>>) {
    Effect::new(move |_| {
        let rows = shown.get();
        let lacking = desk
            .summaries
            .try_update_untracked(|summaries| summaries.ask(&rows));
        for piece in lacking.into_iter().flatten() {
            fetch(desk, piece);
        }
    });
}

fn fetch(desk: Desk, number: u32) {
    let places = desk.place("summaries").unwrap_or_default();
    let place = usize::try_from(number).ok();
    let Some(href) = place.and_then(|place| places.split(' ').nth(place)) else {
        return;
    };
    let take = move |bytes: Option<Vec<u8>>| {
        let piece = bytes.and_then(|bytes| Piece::decode(&bytes).ok());
        desk.summaries.update(|summaries| match piece {
            Some(piece) => summaries.pieces.push(piece),
            // The list says the rest; another page of it asks again.
            None => summaries.asked.retain(|asked| *asked != number),
        });
    };
    desk.world.unpack(href, Box::new(take));
}

#[cfg(test)]
mod tests {
    use super::Summaries;

    #[test]
    fn a_piece_is_asked_for_once() {
        let mut summaries = Summaries::default();
        assert_eq!(summaries.ask(&[700, 3, 499]), [0, 1]);
        assert_eq!(summaries.ask(&[4, 1200]), [2]);
        assert_eq!(summaries.of(3), None);
    }
}
