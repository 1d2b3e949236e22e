//! Where names stand on the timeline: in their bar, right of it, left of it; none over another bar.

use std::borrow::Cow;

use crate::explore::timeline::lanes::Bar;
use crate::explore::timeline::scale::Scale;

/// A name is shortened to no less than this, in pixels: some letters that can be told from others.
const LEAST: f64 = 56.0;

/// What is kept free around a name beside its bar, in pixels: arrows and stops stand there.
const AIR: f64 = 14.0;

/// Where a name may stand: from where, and how wide, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Room {
    /// In the bar, as far as it is in sight.
    pub inside: (f64, f64),
    /// Up to the next bar of the lane.
    right: (f64, f64),
    /// Up to the bar before.
    left: (f64, f64),
}

impl Room {
    /// The rooms of bars that are sorted by lane, then by time.
    pub fn of(bars: &[&Bar], scale: &Scale) -> Vec<Room> {
        let ends: Vec<(f64, f64)> = bars
            .iter()
            .map(|bar| {
                let (x, width) = scale.extent(bar.days);
                (x, x + width)
            })
            .collect();
        let same_lane = |one: usize, other: usize| match (bars.get(one), bars.get(other)) {
            (Some(one), Some(other)) => one.lane == other.lane,
            _none => false,
        };
        let rooms = (0..bars.len()).map(|at| {
            let (begin, end) = ends[at];
            let after = if same_lane(at, at + 1) {
                ends[at + 1].0
            } else {
                scale.width
            };
            let before = match at.checked_sub(1).filter(|last| same_lane(*last, at)) {
                None => Some(0.0),
                // Whose name may stand right of it needs that room itself.
                Some(last) => keeps_inside(bars[last], ends[last]).then_some(ends[last].1),
            };
            let from = begin.max(0.0);
            Room {
                inside: (from, end.min(scale.width) - from),
                right: (end + AIR, after - AIR - end - AIR),
                left: before.map_or((0.0, 0.0), |before| {
                    (before + AIR, begin - AIR - before - AIR)
                }),
            }
        });
        rooms.collect()
    }

    /// Where words of this width go, and how much room they have there. An event has no inside.
    pub fn take(&self, wide: f64, is_event: bool) -> Option<(f64, f64)> {
        let enough = wide.min(LEAST);
        if !is_event && self.inside.1 >= enough {
            return Some(self.inside);
        }
        if self.right.1 >= enough {
            return Some(self.right);
        }
        let (from, room) = self.left;
        // At the right end of its room: beside its bar.
        let taken = wide.min(room);
        (taken >= enough).then_some((from + room - taken, taken))
    }
}

/// Whether a name in this bar never stands beside it.
fn keeps_inside(bar: &Bar, (begin, end): (f64, f64)) -> bool {
    !bar.is_event && end - begin.max(0.0) >= LEAST
}

/// As much of a title, which is so wide, as there is room for; nothing where that is not even one letter.
pub fn shortened(title: &str, wide: f64, room: f64) -> Option<Cow<'_, str>> {
    if wide <= room {
        return Some(Cow::Borrowed(title));
    }
    let letters = title.chars().fold(0.0, |count, _| count + 1.0);
    // One letter less for the dots.
    let fit = number(letters * room / wide - 1.0);
    let short: String = title.chars().take(fit).collect();
    (fit > 0).then(|| Cow::Owned([short.trim_end(), "…"].concat()))
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from float saturates"
)]
fn number(x: f64) -> usize {
    x as usize
}

#[cfg(test)]
mod tests {
    use super::{Room, shortened};

    /// Where words of a width go if there is so much room inside, right and left.
    fn check([inside, right, left]: [f64; 3], wide: f64, expect: Option<(f64, f64)>) {
        let room = Room {
            inside: (1000.0, inside),
            right: (2000.0, right),
            left: (0.0, left),
        };
        assert_eq!(room.take(wide, false), expect);
    }

    #[test]
    fn a_name_stands_in_its_bar_or_beside_it_or_nowhere() {
        check([80.0, 500.0, 500.0], 100.0, Some((1000.0, 80.0)));
        check([10.0, 500.0, 500.0], 100.0, Some((2000.0, 500.0)));
        check([10.0, 10.0, 500.0], 100.0, Some((400.0, 100.0)));
        check([10.0, 10.0, 70.0], 100.0, Some((0.0, 70.0)));
        check([10.0, 10.0, 10.0], 100.0, None);
        check([10.0, 10.0, 10.0], 9.0, Some((1000.0, 10.0)));
    }

    #[test]
    fn a_name_is_shortened_to_its_room() {
        assert_eq!(shortened("Commons", 70.0, 70.0).as_deref(), Some("Commons"));
        assert_eq!(shortened("Commons", 70.0, 40.0).as_deref(), Some("Com…"));
        assert_eq!(shortened("Commons", 70.0, 15.0), None);
        assert_eq!(shortened("ö ö ö", 50.0, 30.0).as_deref(), Some("ö…"));
    }
}
