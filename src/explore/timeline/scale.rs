//! The window over time: from day to pixel and back, zoom, and ticks whose labels do not collide.

use crate::explore::state::Period;
use crate::explore::timeline::day::{self, Days};

/// The fewest days a pixel: a month is then 120 pixels wide, and single days can be told.
const CLOSEST: f64 = 0.25;
/// Free time at both ends, as a share of the whole: so that the first bar does not stick to the edge.
const MARGIN: f64 = 0.02;
/// The room that a label needs, in pixels, with air: `2014` and `May 2014` in a sans serif of 12 pixels.
const YEAR_ROOM: f64 = 48.0;
const MONTH_ROOM: f64 = 76.0;
/// Ticks without labels stand at least so many pixels apart: nearer ones are a grey band.
const TICK_ROOM: f64 = 8.0;
/// The days of a mean month.
const MONTH: f64 = 30.436_875;

/// The distances of ticks in months, rising: month, quarter, then 1, 2, 5, 10, 20, 50, 100, 200, 500 and 1,000 years.
const STEPS: [i32; 12] = [1, 3, 12, 24, 60, 120, 240, 600, 1_200, 2_400, 6_000, 12_000];

/// The farthest month that an address can say: December 9999.
const LAST_MONTH: i32 = 9_999 * 12 + 11;

const MONTHS: [&str; 12] = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
];

/// A window over time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// The day at the left edge, with a part of it.
    pub from: f64,
    /// Days a pixel; above 0.
    pub days: f64,
    /// Pixels from the left to the right edge.
    pub width: f64,
}

/// What one tick with a label stands for, about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    /// Ten years or more.
    Decade,
    /// A year, or a few.
    Year,
    /// A month, or a quarter.
    Month,
}

/// A mark on the axis of time.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Its first day.
    pub day: i32,
    /// Pixels from the left edge.
    pub x: f64,
    /// What stands there: `2014`, `May 2014`; nothing at small ticks.
    pub label: Option<String>,
}

impl Scale {
    /// All of time in this many pixels.
    pub fn fit(all: Days, width: f64) -> Scale {
        let width = if width > 1.0 { width } else { 1.0 };
        let (first, last) = limits(all);
        Scale {
            from: first,
            days: (last - first) / width,
            width,
        }
    }

    /// What an address says, in this many pixels, within all of time.
    pub fn at(period: Period, all: Days, width: f64) -> Scale {
        let first = f64::from(day::of_month(period.from));
        let after = f64::from(day::of_month(period.to.saturating_add(1)));
        let fitted = Scale::fit(all, width);
        let days = (after - first) / fitted.width;
        let wanted = Scale {
            from: first,
            days,
            ..fitted
        };
        wanted.clamped(all)
    }

    /// The nearest that an address can say: the months in the window, those at its edges included.
    pub fn period(&self) -> Period {
        let month = |day: f64| day::month_of(whole(day)).clamp(0, LAST_MONTH);
        // A window that ends where a month begins shows nothing of that month.
        let last = self.day(self.width).round() - 1.0;
        Period::of(month(self.from.round()), month(last))
    }

    /// Where a day begins, in pixels from the left edge.
    pub fn x(&self, day: i32) -> f64 {
        (f64::from(day) - self.from) / self.days
    }

    /// The day at so many pixels from the left edge, with a part of it.
    pub fn day(&self, x: f64) -> f64 {
        self.from + x * self.days
    }

    /// Where a range of days begins and how wide it is, in pixels; its last day is within.
    pub fn extent(&self, days: Days) -> (f64, f64) {
        let begin = self.x(days.first);
        (begin, self.x(days.last.saturating_add(1)) - begin)
    }

    /// The days in the window.
    pub fn seen(&self) -> Days {
        Days {
            first: whole(self.from.floor()),
            last: whole(self.day(self.width).floor()),
        }
    }

    /// The window moved to later days by so many pixels, within all of time.
    #[must_use]
    pub fn panned(&self, by: f64, all: Days) -> Scale {
        let from = self.day(by);
        Scale { from, ..*self }.clamped(all)
    }

    /// Closer by a factor, the day at a place in the window staying there, within all of time.
    #[must_use]
    pub fn zoomed(&self, factor: f64, at: f64, all: Days) -> Scale {
        let held = self.day(at);
        let wanted = Scale {
            days: self.days / factor,
            ..*self
        };
        let limited = wanted.limited(all);
        let from = held - at * limited.days;
        Scale { from, ..limited }.clamped(all)
    }

    /// Closer or farther until ticks stand for this unit, the middle staying there.
    #[must_use]
    pub fn zoomed_to(&self, unit: Unit, all: Days) -> Scale {
        let (months, room) = match unit {
            Unit::Decade => (120.0, YEAR_ROOM),
            Unit::Year => (12.0, YEAR_ROOM),
            Unit::Month => (1.0, MONTH_ROOM),
        };
        // A little more than a label needs.
        let days = months * MONTH / (room * 1.1);
        self.zoomed(self.days / days, self.width / 2.0, all)
    }

    /// The nearest window within all of time, neither too close nor too far.
    #[must_use]
    pub fn clamped(&self, all: Days) -> Scale {
        let limited = self.limited(all);
        let (first, last) = limits(all);
        let latest = last - limited.width * limited.days;
        // Also for what is no number: it becomes the first.
        let from = if limited.from < latest {
            limited.from
        } else {
            latest
        };
        let from = if from > first { from } else { first };
        Scale { from, ..limited }
    }

    fn limited(&self, all: Days) -> Scale {
        let farthest = Scale::fit(all, self.width);
        let closest = CLOSEST.min(farthest.days);
        let days = if self.days < farthest.days {
            self.days
        } else {
            farthest.days
        };
        Scale {
            days: days.max(closest),
            ..*self
        }
    }

    /// What a tick with a label stands for.
    pub fn unit(&self) -> Unit {
        match self.label_step() {
            ..12 => Unit::Month,
            12..120 => Unit::Year,
            120.. => Unit::Decade,
        }
    }

    /// The ticks in the window and the one before it, from left to right.
    pub fn ticks(&self) -> Vec<Tick> {
        let labelled = self.label_step();
        let step = self.tick_step(labelled);
        let seen = self.seen();
        let begin = day::month_of(seen.first).div_euclid(labelled) * labelled;
        let months = (0..).map(|count: i32| begin.saturating_add(count.saturating_mul(step)));
        let tick = |month: i32| {
            let day = day::of_month(month);
            let has_label = month.rem_euclid(labelled) == 0;
            Tick {
                day,
                x: self.x(day),
                label: has_label.then(|| label(month, labelled)),
            }
        };
        months
            .map(tick)
            .take_while(|tick| tick.day <= seen.last)
            .collect()
    }

    /// The shortest distance at which labels have room, in months.
    fn label_step(&self) -> i32 {
        let has_room = |step: i32| {
            let room = if step < 12 { MONTH_ROOM } else { YEAR_ROOM };
            self.pixels(step) >= room
        };
        let steps = STEPS.into_iter();
        steps
            .clone()
            .find(|step| has_room(*step))
            .or(steps.last())
            .unwrap_or(12)
    }

    /// The shortest distance at which ticks can be told apart, and that meets every label.
    fn tick_step(&self, labelled: i32) -> i32 {
        let meets = |step: i32| labelled % step == 0 && self.pixels(step) >= TICK_ROOM;
        STEPS
            .into_iter()
            .find(|step| meets(*step))
            .unwrap_or(labelled)
    }

    /// How wide so many months are; the shortest ones, so that labels never touch.
    fn pixels(&self, months: i32) -> f64 {
        let shortest = if months == 1 { 28.0 } else { MONTH * 0.98 };
        f64::from(months) * shortest / self.days
    }

    /// The years in the window, in words: `1990 to 2004`.
    pub fn in_words(&self) -> String {
        let Period { from, to } = self.period();
        let (first, last) = (from.div_euclid(12), to.div_euclid(12));
        if first == last {
            return first.to_string();
        }
        format!("{first} to {last}")
    }
}

/// All of time with its margins.
fn limits(all: Days) -> (f64, f64) {
    let (first, last) = (f64::from(all.first), f64::from(all.last) + 1.0);
    let margin = (last - first).max(1.0) * MARGIN;
    (first - margin, last + margin)
}

fn label(month: i32, step: i32) -> String {
    let year = month.div_euclid(12);
    if step >= 12 {
        return year.to_string();
    }
    let name = usize::try_from(month.rem_euclid(12))
        .ok()
        .and_then(|at| MONTHS.get(at));
    format!("{} {year}", name.copied().unwrap_or_default())
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "a cast from float saturates"
)]
fn whole(x: f64) -> i32 {
    x as i32
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, proptest};

    use super::{MONTH_ROOM, Scale, TICK_ROOM, Unit, YEAR_ROOM};
    use crate::explore::state::Period;
    use crate::explore::timeline::day::{Days, of_month};

    const ALL: Days = Days {
        first: -46_021,
        last: 20_635,
    };

    fn labels(scale: &Scale) -> Vec<String> {
        scale
            .ticks()
            .into_iter()
            .filter_map(|tick| tick.label)
            .collect()
    }

    #[test]
    fn all_of_time_is_seen_by_decades() {
        let scale = Scale::fit(ALL, 900.0);
        assert_eq!(scale.in_words(), "1840 to 2030");
        assert_eq!(scale.unit(), Unit::Decade);
        let labels = labels(&scale);
        assert_eq!(labels.first().map(String::as_str), Some("1840"));
        assert_eq!(labels.last().map(String::as_str), Some("2020"));
    }

    #[test]
    fn closer_in_there_are_years_then_months() {
        let scale = Scale::fit(ALL, 900.0).zoomed(4.0, 850.0, ALL);
        let check = |unit, expect: &[&str]| {
            let scale = scale.zoomed_to(unit, ALL);
            assert_eq!(scale.unit(), unit);
            let labels = labels(&scale);
            assert_eq!(labels[1..4], *expect, "{labels:?}");
        };
        check(Unit::Decade, &["1860", "1870", "1880"]);
        check(Unit::Year, &["1990", "1991", "1992"]);
        check(Unit::Month, &["Feb 1998", "Mar 1998", "Apr 1998"]);
    }

    #[test]
    fn an_address_says_months_and_is_told_the_same() {
        for (from, to) in [(1990 * 12, 1999 * 12 + 11), (2014 * 12 + 4, 2019 * 12)] {
            let period = Period::of(from, to);
            for width in [320.0, 901.0, 1777.0] {
                assert_eq!(Scale::at(period, ALL, width).period(), period);
            }
        }
        let beyond = Scale::at(Period::of(0, 9_999 * 12), ALL, 900.0);
        assert_eq!(beyond, Scale::fit(ALL, 900.0));
    }

    #[test]
    fn a_bar_of_one_day_has_a_width() {
        let scale = Scale::fit(ALL, 900.0).zoomed(1e9, 0.0, ALL);
        let day = of_month(1844 * 12);
        let (x, width) = scale.extent(Days {
            first: day,
            last: day,
        });
        assert!((width - 4.0).abs() < 1e-6 && x > 0.0, "{x} {width}");
    }

    proptest! {
        #[test]
        fn labels_have_room_and_ticks_can_be_told_apart(zoom in 1.0..2000.0, at in 0.0..900.0, width in 200.0..2000.0) {
            let scale = Scale::fit(ALL, width).zoomed(zoom, at, ALL);
            let ticks = scale.ticks();
            prop_assert!(ticks.len() < 300, "{}", ticks.len());
            prop_assert!(ticks.windows(2).all(|pair| pair[1].x - pair[0].x >= TICK_ROOM * 0.9));
            let room = if scale.unit() == Unit::Month { MONTH_ROOM } else { YEAR_ROOM };
            let labelled: Vec<f64> = ticks.iter().filter(|t| t.label.is_some()).map(|t| t.x).collect();
            prop_assert!(labelled.windows(2).all(|pair| pair[1] - pair[0] >= room - 1e-6));
        }

        #[test]
        fn what_is_under_the_pointer_stays_there(factor in 1.0..50.0, at in 300.0..600.0) {
            let scale = Scale::fit(ALL, 900.0).zoomed(2.0, 450.0, ALL);
            let closer = scale.zoomed(factor, at, ALL);
            prop_assert!((closer.day(at) - scale.day(at)).abs() < 1e-6);
        }

        #[test]
        fn one_never_leaves_time(by: f64, factor: f64, at: f64, width: f64) {
            let scale = Scale::fit(ALL, width).panned(by, ALL).zoomed(factor, at, ALL);
            let whole = Scale::fit(ALL, width);
            prop_assert!(scale.days > 0.0 && scale.days <= whole.days * 1.000_001);
            prop_assert!(scale.from >= whole.from - 1.0, "{scale:?}");
            let end = whole.day(whole.width);
            prop_assert!(scale.day(scale.width) <= end + 1.0 + end.abs() * 1e-9, "{scale:?}");
        }
    }
}
