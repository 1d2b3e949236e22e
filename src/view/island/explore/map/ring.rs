//! The ring of a mark of several inks: each has a piece as long as its share.
//!
//! From the top with the clock come those who build, do both, say neither, resist. So those who resist are always on the
//! left and those who build on the right: the place tells what the colour tells.

use crate::explore::map::spots::Inks;
use crate::model::entry::Approach;
use crate::view::island::explore::map::draw::shares;
use crate::view::island::explore::sheet::hand::Point;
use crate::view::island::explore::sheet::pen::Path;
use crate::view::island::explore::sheet::shapes::polygon;

/// Steps in a ring: so many corners look round, and so small a piece is still seen.
const STEPS: u32 = 48;

/// The cosine and sine of a step. With these, no further sine is needed.
const STEP: (f64, f64) = (0.991_444_861_373_810_4, 0.130_526_192_220_051_6);

/// How thick a ring is at least, in pixels.
const THICK: f64 = 4.0;

/// And of its radius.
const SHARE: f64 = 0.3;

/// A piece of a ring, in steps with the clock from its top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// Whose it is.
    pub approach: Option<Approach>,
    from: u32,
    to: u32,
}

/// The pieces of a ring. Who is there has one step at least.
pub fn pieces(inks: Inks) -> impl Iterator<Item = Piece> {
    let (all, others) = (inks.count().max(1), shares(inks).count());
    let mut left = u32::try_from(others).unwrap_or_default();
    let (mut from, mut gone) = (0, 0);
    shares(inks).map(move |(count, approach)| {
        gone += count;
        left -= 1;
        // Rounded; at least one step for this piece, and one for each that is to come.
        let wanted =
            (u64::from(gone) * u64::from(STEPS) * 2 + u64::from(all)) / (u64::from(all) * 2);
        let wanted = u32::try_from(wanted).unwrap_or(STEPS);
        let to = wanted.max(from + 1).min(STEPS - left);
        let piece = Piece { approach, from, to };
        from = to;
        piece
    })
}

impl Piece {
    /// Draws it around a point.
    pub fn draw(&self, middle: Point, radius: f64, path: &mut dyn Path) {
        let inner = radius - THICK.max(radius * SHARE);
        let mut corners = Vec::new();
        let mut at = (0.0, -1.0);
        for step in 0..=self.to {
            if step >= self.from {
                corners.push(at);
            }
            let (cosine, sine) = STEP;
            at = (at.0 * cosine - at.1 * sine, at.0 * sine + at.1 * cosine);
        }
        let on =
            |radius: f64| move |at: &Point| (middle.0 + at.0 * radius, middle.1 + at.1 * radius);
        let back = corners.iter().rev().map(on(inner));
        let ring: Vec<Point> = corners.iter().map(on(radius)).chain(back).collect();
        polygon(path, &ring);
    }
}

#[cfg(test)]
mod tests {
    use super::{STEPS, pieces};
    use crate::explore::map::spots::Inks;

    /// Counter-power, counter-institution, both, neither, and where the pieces end.
    fn check([counter_power, counter_institution, both, neither]: [u32; 4], expect: &[u32]) {
        let inks = Inks {
            counter_power,
            counter_institution,
            both,
            neither,
        };
        let ends: Vec<u32> = pieces(inks).map(|piece| piece.to).collect();
        assert_eq!(ends, expect);
        assert_eq!(ends.last(), Some(&STEPS));
    }

    #[test]
    fn each_has_its_share_of_the_ring() {
        check([1, 1, 0, 0], &[24, 48]);
        check([1, 2, 1, 0], &[24, 36, 48]);
        check([5, 0, 0, 0], &[48]);
    }

    #[test]
    fn even_the_fewest_are_seen() {
        check([1, 9_999, 0, 0], &[47, 48]);
        check([9_999, 1, 1, 1], &[1, 2, 3, 48]);
        check([1, 1, 9_999, 1], &[1, 46, 47, 48]);
    }
}
