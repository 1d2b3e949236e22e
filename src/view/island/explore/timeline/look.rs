//! Where the timeline looks and what the reader points at: a plain value that takes gestures. [`draw`](mod@super::draw)
//! draws it.
//!
//! From left to right time passes; from top to bottom stand lanes, moved by a scroller of the browser's own.

pub mod heed;

use std::sync::Arc;

use crate::explore::state::Period;
use crate::explore::timeline::day::Days;
use crate::explore::timeline::lanes::{Bar, Timeline};
use crate::explore::timeline::scale::{Scale, Unit};
use crate::view::island::explore::sheet::hand::Point;

/// How high a lane is, in pixels: a target that fingers hit, with air between bars.
pub const LANE: f64 = 26.0;

/// How high the axis of time above the lanes is, in pixels: one line of labels.
pub const AXIS: f64 = 30.0;

/// How far beside a bar still hits it, in pixels: the target that fingers need is 24 wide, and a mark is thin.
const BESIDE: f64 = 12.0;

/// What is kept free beside a bar that keys have reached, in pixels.
const MARGIN: f64 = 24.0;

/// How much closer a press comes.
const PRESS: f64 = 2.0;

/// What part of the window a press moves.
const MOVE: f64 = 0.2;

/// A way to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To what began before.
    Earlier,
    /// To what began after.
    Later,
    /// To the lane above.
    Up,
    /// To the lane below.
    Down,
    /// To what began first of all.
    First,
    /// To what began last of all.
    Last,
}

/// A timeline of a set.
#[derive(Debug, Clone)]
pub struct Look {
    timeline: Arc<Timeline>,
    /// All of time.
    all: Days,
    /// The bars by their beginning: numbers in the timeline.
    order: Vec<usize>,
    scale: Scale,
    /// How high the sheet is.
    height: f64,
    /// How far it is scrolled.
    top: f64,
    /// What the address says; all of time is in sight where it says nothing.
    period: Option<Period>,
    /// The entry under the pointer.
    over: Option<u32>,
    /// The entry that keys have reached.
    at: Option<u32>,
}

impl Look {
    /// The timeline of a set, looking where the address says; nothing where no entry has a date.
    pub fn new(timeline: Arc<Timeline>, period: Option<Period>) -> Option<Look> {
        let all = timeline.all?;
        let mut look = Look {
            order: order(&timeline),
            timeline,
            all,
            // Until it is known how large the sheet is.
            scale: Scale::fit(all, 1.0),
            height: 1.0,
            top: 0.0,
            period,
            over: None,
            at: None,
        };
        look.settle(1.0);
        Some(look)
    }

    /// Shows another set on a sheet of the same size.
    #[must_use]
    pub fn with(&self, timeline: Arc<Timeline>) -> Option<Look> {
        let mut look = Look::new(timeline, self.period)?;
        look.resize(self.scale.width, self.height);
        look.scroll(self.top);
        Some(look)
    }

    /// Looks where the address says, unless it says where it looks already.
    pub fn look_at(&mut self, period: Option<Period>) {
        if period != self.period {
            self.period = period;
            self.settle(self.scale.width);
        }
    }

    /// The sheet has this size.
    pub fn resize(&mut self, width: f64, height: f64) {
        self.height = height;
        self.settle(width);
    }

    fn settle(&mut self, width: f64) {
        self.scale = match self.period {
            Some(period) => Scale::at(period, self.all, width),
            None => Scale::fit(self.all, width),
        };
    }

    /// It was scrolled to so many pixels from its top.
    pub fn scroll(&mut self, top: f64) {
        let most = (self.length() - self.height).max(0.0);
        self.top = top.clamp(0.0, most);
    }

    /// How long all lanes are with the axis, in pixels.
    pub fn length(&self) -> f64 {
        AXIS + f64::from(self.timeline.lanes) * LANE
    }

    /// How far it is scrolled.
    pub fn top(&self) -> f64 {
        self.top
    }

    /// How high the sheet is.
    pub fn height(&self) -> f64 {
        self.height
    }

    /// The window over time.
    pub fn scale(&self) -> &Scale {
        &self.scale
    }

    /// What the address is to say.
    pub fn period(&self) -> Option<Period> {
        self.period
    }

    /// The bars.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// The entry under the pointer.
    pub fn over(&self) -> Option<u32> {
        self.over
    }

    /// The entry that keys have reached.
    pub fn at(&self) -> Option<u32> {
        self.at
    }

    /// Moves by so many pixels to later days.
    fn pan(&mut self, by: f64) {
        self.turn(self.scale.panned(by, self.all));
    }

    /// Looks a press later, or for -1 earlier.
    fn go(&mut self, later: f64) {
        self.pan(self.scale.width * MOVE * later);
    }

    /// Comes closer by a factor; the day at `x` stays there.
    fn zoom(&mut self, factor: f64, x: f64) {
        self.turn(self.scale.zoomed(factor, x, self.all));
    }

    /// Comes closer by a press.
    fn zoom_in(&mut self) {
        self.zoom(PRESS, self.scale.width / 2.0);
    }

    /// Steps back by a press.
    fn zoom_out(&mut self) {
        self.zoom(1.0 / PRESS, self.scale.width / 2.0);
    }

    /// Comes closer or steps back until the ticks stand for this.
    pub fn zoom_to(&mut self, unit: Unit) {
        self.turn(self.scale.zoomed_to(unit, self.all));
    }

    fn turn(&mut self, scale: Scale) {
        if scale != self.scale {
            self.scale = scale;
            self.period = Some(scale.period());
        }
    }

    /// The lanes in sight, and how many pixels below the sheet's edge the first of them begins.
    pub fn lanes(&self) -> (std::ops::Range<u32>, f64) {
        let first = number(self.top / LANE);
        let last = number((self.top + self.height - AXIS).max(0.0) / LANE);
        let begin = AXIS + f64::from(first) * LANE - self.top;
        (
            first..last.saturating_add(1).min(self.timeline.lanes),
            begin,
        )
    }

    /// The entry that lies there.
    pub fn under(&self, (x, y): Point) -> Option<u32> {
        if y < AXIS {
            return None;
        }
        let lane = number((y - AXIS + self.top) / LANE);
        let beside = |by: f64| number_of_day(self.scale.day(x + by));
        let near = Days {
            first: beside(-BESIDE),
            last: beside(BESIDE),
        };
        let bars = self.timeline.seen(near, lane..lane.saturating_add(1));
        let apart = |bar: &&Bar| {
            let (begin, width) = self.scale.extent(bar.days);
            // Whole pixels are near enough.
            number((begin - x).max(x - begin - width).max(0.0))
        };
        bars.min_by_key(apart).map(|bar| bar.row)
    }

    /// The pointer is there, or has left. Whether that changes anything.
    fn point(&mut self, pointer: Option<Point>) -> bool {
        let over = pointer.and_then(|pointer| self.under(pointer));
        let is_new = over != self.over;
        self.over = over;
        is_new
    }

    /// Goes to the next bar. False where there is none.
    fn travel(&mut self, way: Way) -> bool {
        let next = match (self.at.and_then(|row| self.place(row)), way) {
            (_, Way::First) => self.order.first().copied(),
            (_, Way::Last) => self.order.last().copied(),
            (None, _) => self.first_in_sight(),
            (Some(at), Way::Earlier) => self.beside(at, -1),
            (Some(at), Way::Later) => self.beside(at, 1),
            (Some(at), Way::Up) => self.across(at, -1),
            (Some(at), Way::Down) => self.across(at, 1),
        };
        let Some(bar) = next.and_then(|next| self.timeline.bars.get(next)).cloned() else {
            return false;
        };
        self.at = Some(bar.row);
        self.reveal(&bar);
        true
    }

    /// The bar of a row.
    pub fn bar(&self, row: u32) -> Option<&Bar> {
        self.place(row).and_then(|at| self.timeline.bars.get(at))
    }

    fn place(&self, row: u32) -> Option<usize> {
        let mut bars = self.timeline.bars.iter();
        bars.position(|bar| bar.row == row)
    }

    fn first_in_sight(&self) -> Option<usize> {
        let (lanes, _) = self.lanes();
        let row = self.timeline.seen(self.scale.seen(), lanes).next()?.row;
        self.place(row)
    }

    /// The bar that began next before or after.
    fn beside(&self, at: usize, by: isize) -> Option<usize> {
        let place = self.order.iter().position(|bar| *bar == at)?;
        self.order.get(place.checked_add_signed(by)?).copied()
    }

    /// The bar in the lane above or below that is nearest in time.
    fn across(&self, at: usize, by: i32) -> Option<usize> {
        let bar = self.timeline.bars.get(at)?;
        let lane = bar.lane.checked_add_signed(by)?;
        let all = Days {
            first: i32::MIN,
            last: i32::MAX,
        };
        // Of a long bar the middle of what is in sight counts: that is where the reader looks.
        let seen = self.scale.seen();
        let from = bar.days.first.max(seen.first.min(bar.days.last));
        let to = bar.days.last.min(seen.last.max(bar.days.first));
        let middle = from.midpoint(to);
        let apart = |other: &&Bar| {
            let nearest = middle.clamp(other.days.first, other.days.last);
            middle.abs_diff(nearest)
        };
        let bars = self.timeline.seen(all, lane..lane.saturating_add(1));
        self.place(bars.min_by_key(apart)?.row)
    }

    /// Moves as little as it takes to bring a bar into sight.
    fn reveal(&mut self, bar: &Bar) {
        let above = f64::from(bar.lane) * LANE;
        let below = above + LANE + AXIS - self.height;
        self.scroll(self.top.max(below).min(above));
        let (begin, width) = self.scale.extent(bar.days);
        let margin = MARGIN.min(self.scale.width / 4.0);
        if begin + width < margin {
            self.pan(begin + width - margin);
        } else if begin > self.scale.width - margin {
            self.pan(begin - margin);
        }
    }
}

/// By beginning; of those that began together, by lane.
fn order(timeline: &Timeline) -> Vec<usize> {
    let mut order: Vec<usize> = (0..timeline.bars.len()).collect();
    order.sort_by_key(|at| {
        let bar = &timeline.bars[*at];
        (bar.days.first, bar.lane)
    });
    order
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast from float saturates"
)]
fn number(x: f64) -> u32 {
    x as u32
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast from float saturates"
)]
fn number_of_day(day: f64) -> i32 {
    day.floor() as i32
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::heed::Heeded;
    use super::{AXIS, LANE, Look};
    use crate::explore::state::Period;
    use crate::explore::timeline::lanes::Timeline;
    use crate::explore::timeline::life::{Life, Standing};
    use crate::model::date::{Date, Edtf};
    use crate::view::island::explore::sheet::hand::{Gesture, Key};

    fn timeline(founded: &[&str]) -> Arc<Timeline> {
        let life = |founded: &&str| Life {
            founded: Edtf::parse(founded),
            ended: None,
            standing: Standing::Active,
        };
        let today = Date::parse("2026-07-01").expect("a day");
        Arc::new(Timeline::new((0..).zip(founded.iter().map(life)), today))
    }

    /// Four that go on, each in a lane of its own, on a sheet of 900 pixels by two lanes.
    fn look() -> Look {
        let timeline = timeline(&["1844", "1905", "1992", "2014"]);
        let mut look = Look::new(timeline, None).expect("dates");
        look.resize(900.0, AXIS + 2.0 * LANE);
        look
    }

    fn press(look: &mut Look, name: &str) -> Heeded {
        let key = Key {
            name: name.into(),
            shift: false,
            ctrl: false,
        };
        look.heed(Gesture::Key(key))
    }

    /// Which rows these keys reach.
    fn check(keys: &[&str], expect: &[Option<u32>]) {
        let mut look = look();
        let reached: Vec<_> = keys
            .iter()
            .map(|key| press(&mut look, key).reached)
            .collect();
        assert_eq!(reached, expect, "{keys:?}");
    }

    #[test]
    fn keys_travel_through_time_and_lanes() {
        check(
            &[
                "ArrowRight",
                "ArrowRight",
                "ArrowDown",
                "ArrowLeft",
                "End",
                "ArrowDown",
                "Home",
            ],
            &[Some(0), Some(1), Some(2), Some(1), Some(3), None, Some(0)],
        );
    }

    #[test]
    fn what_keys_reach_is_brought_into_sight() {
        let mut look = look();
        press(&mut look, "End");
        assert_eq!(look.lanes().0, 2..4);
        assert_eq!(look.under((890.0, AXIS + LANE + 5.0)), Some(3));
        press(&mut look, "Home");
        assert_eq!(look.lanes().0.start, 0);
        assert_eq!(look.under((450.0, 5.0)), None, "the axis");
    }

    #[test]
    fn the_wheel_scrolls_no_farther_than_the_last_lane() {
        let mut look = look();
        let drag = |look: &mut Look, down| look.heed(Gesture::Dragged { by: (0.0, down) }).taken;
        assert!(drag(&mut look, -1000.0));
        assert!((look.top() - 2.0 * LANE).abs() < 1e-9);
        assert!(!drag(&mut look, -1000.0), "the page may scroll");
        assert!(drag(&mut look, 1000.0));
        assert!(look.top().abs() < 1e-9);
    }

    #[test]
    fn the_address_says_which_years_and_is_told_them() {
        let mut look = look();
        let period = Period::of(1990 * 12, 1999 * 12 + 11);
        look.look_at(Some(period));
        assert_eq!(look.scale().period(), period);
        assert_eq!(look.scale().in_words(), "1990 to 1999");
        look.heed(Gesture::Closer);
        let closer = look.period().expect("years");
        assert!(closer.from > period.from && closer.to < period.to);
        look.heed(Gesture::Whole);
        assert_eq!(look.period(), None);
    }

    #[test]
    fn another_set_is_shown_in_the_same_years() {
        let mut look = look();
        look.look_at(Some(Period::of(1990 * 12, 1999 * 12 + 11)));
        let other = look.with(timeline(&["1950", "1995"])).expect("dates");
        assert_eq!(other.scale().in_words(), "1990 to 1999");
        assert!(look.with(timeline(&[])).is_none());
    }

    #[test]
    fn enter_opens_what_was_reached() {
        let mut look = look();
        assert_eq!(press(&mut look, "Enter").reached, Some(0));
        assert_eq!(press(&mut look, "Enter").opened, Some(0));
        assert_eq!(press(&mut look, "a"), Heeded::default());
    }
}
