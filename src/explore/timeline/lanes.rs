//! Bars in lanes: as few lanes as can be, no bar over another.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::explore::timeline::day::{self, Days};
use crate::explore::timeline::life::{Life, Limit, Standing};
use crate::model::date::Date;

/// The year in which the timeline begins, or earlier where an entry does: the Rochdale Pioneers opened in 1844.
const FIRST_YEAR: i32 = 1844;
/// An end that nobody recorded fades out over so many days, five years: long enough to be seen at every scale, and not so
/// long as to claim anything.
const FADING: i32 = 1_826;
/// The days left free between two bars of a lane, two years: where all is seen they do not touch.
const BETWEEN: i32 = 730;

/// All bars of a set.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Timeline {
    /// The bars, by lane, then by time.
    pub bars: Vec<Bar>,
    /// How many lanes there are.
    pub lanes: u32,
    /// The rows without a date, in their order.
    pub undated: Vec<u32>,
    /// The first day and the last: from 1844, or the earliest bar, to today, or the latest bar.
    pub all: Option<Days>,
    /// Where each lane begins in `bars`, and where the last ends.
    begins: Vec<usize>,
}

/// One entry on the timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// The entry's row.
    pub row: u32,
    /// Its lane, counted from 0.
    pub lane: u32,
    /// Whether it is an event, drawn as a mark.
    pub is_event: bool,
    /// All days that it covers, the unsure ones too.
    pub days: Days,
    /// What it is drawn of, from left to right, without gaps.
    pub pieces: Vec<Piece>,
}

/// A part of a bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Piece {
    /// The days it covers.
    pub days: Days,
    /// How sure it is.
    pub sureness: Sureness,
}

/// How sure a part of a bar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sureness {
    /// It was there then.
    Sure,
    /// It began, or ended, on one of these days.
    Unsure,
    /// It began earlier, nobody recorded when: fades in.
    FadingIn,
    /// It went on, nobody recorded how long: fades out.
    FadingOut,
    /// It goes on: ends with today, and has no end.
    GoingOn,
}

impl Timeline {
    /// The timeline of these rows.
    pub fn new(lives: impl IntoIterator<Item = (u32, Life)>, today: Date) -> Timeline {
        let today = day::of_date(today);
        let (dated, undated): (Vec<_>, Vec<_>) =
            lives.into_iter().partition(|(_, life)| life.is_dated());
        let mut bars: Vec<Bar> = dated
            .iter()
            .filter_map(|(row, life)| bar(*row, *life, today))
            .collect();
        let lanes = put_in_lanes(&mut bars);
        bars.sort_by_key(|bar| (bar.lane, bar.days));
        let begins = (0..=lanes).map(|lane| bars.partition_point(|bar| bar.lane < lane));
        Timeline {
            begins: begins.collect(),
            all: span(&bars, today),
            lanes,
            undated: undated.into_iter().map(|(row, _)| row).collect(),
            bars,
        }
    }

    /// The bars of some lanes that have a day in a window.
    pub fn seen(&self, days: Days, lanes: std::ops::Range<u32>) -> impl Iterator<Item = &Bar> {
        let lanes = lanes.start..lanes.end.min(self.lanes);
        lanes.flat_map(move |lane| {
            let lane = self.lane(lane);
            // The bars of a lane do not overlap, so they are sorted by their last days as well.
            let begin = lane.partition_point(|bar| bar.days.last < days.first);
            let rest = lane[begin..].iter();
            rest.take_while(move |bar| bar.days.first <= days.last)
        })
    }

    fn lane(&self, lane: u32) -> &[Bar] {
        let begin = self.begins.get(lane as usize);
        let end = self.begins.get(lane as usize + 1);
        let range = begin.zip(end).map(|(begin, end)| *begin..*end);
        range
            .and_then(|range| self.bars.get(range))
            .unwrap_or_default()
    }

    /// How many are on the timeline and how many are not, in words.
    pub fn in_words(&self) -> String {
        let shown = match self.bars.len() {
            0 => "No entry has a date.".to_owned(),
            1 => "1 entry on the timeline.".to_owned(),
            more => format!("{more} entries on the timeline."),
        };
        match (self.bars.len(), self.undated.len()) {
            (0, _) | (_, 0) => shown,
            (_, 1) => format!("{shown} 1 has no date and is listed below."),
            (_, more) => format!("{shown} {more} have no date and are listed below."),
        }
    }
}

fn span(bars: &[Bar], today: i32) -> Option<Days> {
    let first = bars.iter().map(|bar| bar.days.first).min()?;
    let last = bars.iter().map(|bar| bar.days.last).max()?;
    Some(Days {
        first: first.min(day::of_month(FIRST_YEAR * 12)),
        last: last.max(today),
    })
}

fn bar(row: u32, life: Life, today: i32) -> Option<Bar> {
    let pieces = pieces(life, today);
    let days = Days {
        first: pieces.first()?.days.first,
        last: pieces.last()?.days.last,
    };
    Some(Bar {
        row,
        lane: 0,
        is_event: life.standing == Standing::Event,
        days,
        pieces,
    })
}

fn pieces(life: Life, today: i32) -> Vec<Piece> {
    match (life.start(), life.end()) {
        (Limit::On(start), Limit::On(end)) => from_to(start, end),
        (Limit::On(start), Limit::Open) => {
            let last = today.max(start.last);
            [unsure(start), piece(start.last, last, Sureness::GoingOn)].concat()
        }
        (Limit::On(start), Limit::Unknown) => {
            let last = start.last.saturating_add(FADING);
            [unsure(start), piece(start.last, last, Sureness::FadingOut)].concat()
        }
        (_, Limit::On(end)) => {
            let first = end.first.saturating_sub(FADING);
            [piece(first, end.first, Sureness::FadingIn), unsure(end)].concat()
        }
        (Limit::Open | Limit::Unknown, Limit::Open | Limit::Unknown) => Vec::new(),
    }
}

/// Where the last possible beginning is after the first possible end, nothing in between is sure. An end before its
/// beginning, which the checker refuses, is drawn as one unsure piece too.
fn from_to(start: Days, end: Days) -> Vec<Piece> {
    if start.is_one() && start == end {
        return piece(start.first, start.last, Sureness::Sure);
    }
    if start.last >= end.first {
        let first = start.first.min(end.first);
        return piece(first, start.last.max(end.last), Sureness::Unsure);
    }
    let sure = piece(start.last, end.first, Sureness::Sure);
    [unsure(start), sure, unsure(end)].concat()
}

/// A known day is no range.
fn unsure(days: Days) -> Vec<Piece> {
    if days.is_one() {
        return Vec::new();
    }
    piece(days.first, days.last, Sureness::Unsure)
}

fn piece(first: i32, last: i32, sureness: Sureness) -> Vec<Piece> {
    let days = Days { first, last };
    vec![Piece { days, sureness }]
}

/// Gives each bar the first lane that is free by then; how many lanes there are.
fn put_in_lanes(bars: &mut [Bar]) -> u32 {
    bars.sort_by_key(|bar| (bar.days, bar.row));
    let mut lanes = 0;
    let mut free: BinaryHeap<Reverse<u32>> = BinaryHeap::new();
    let mut taken: BinaryHeap<Reverse<(i32, u32)>> = BinaryHeap::new();
    for bar in bars {
        while let Some(Reverse((until, lane))) = taken.peek().copied() {
            if until >= bar.days.first {
                break;
            }
            taken.pop();
            free.push(Reverse(lane));
        }
        bar.lane = free.pop().map_or(lanes, |Reverse(lane)| lane);
        lanes = lanes.max(bar.lane + 1);
        let until = bar.days.last.saturating_add(BETWEEN);
        taken.push(Reverse((until, bar.lane)));
    }
    lanes
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::{Just, Strategy, any};
    use proptest::{prop_assert, prop_assert_eq, prop_oneof, proptest};

    use super::{BETWEEN, Bar, Sureness, Timeline};
    use crate::explore::timeline::day::{Days, year_of};
    use crate::explore::timeline::life::{Life, Standing};
    use crate::model::date::{Date, Edtf};

    fn today() -> Date {
        Date::parse("2026-07-01").expect("a day")
    }

    fn life((founded, ended, standing): (&str, &str, Standing)) -> Life {
        Life {
            founded: Edtf::parse(founded),
            ended: Edtf::parse(ended),
            standing,
        }
    }

    fn timeline(lives: &[(&str, &str, Standing)]) -> Timeline {
        Timeline::new((0..).zip(lives.iter().copied().map(life)), today())
    }

    /// The pieces of one bar as `sureness first-year last-year`.
    fn check(founded: &str, ended: &str, standing: Standing, expect: &str) {
        let timeline = timeline(&[(founded, ended, standing)]);
        let word = |sureness| match sureness {
            Sureness::Sure => "sure",
            Sureness::Unsure => "unsure",
            Sureness::FadingIn => "in",
            Sureness::FadingOut => "out",
            Sureness::GoingOn => "on",
        };
        let bars = timeline.bars.iter().flat_map(|bar| &bar.pieces);
        let words = bars.map(|piece| {
            let [first, last] = [piece.days.first, piece.days.last].map(year_of);
            format!("{} {first} {last}", word(piece.sureness))
        });
        assert_eq!(
            words.collect::<Vec<_>>().join(", "),
            expect,
            "{founded} {ended}"
        );
    }

    #[test]
    fn bars_are_as_sure_as_their_dates() {
        let ended = Standing::Ended;
        check(
            "2010",
            "2020",
            ended,
            "unsure 2010 2010, sure 2010 2020, unsure 2020 2020",
        );
        check("2010-01-01", "2020-01-01", ended, "sure 2010 2020");
        check("2010~", "2011~", ended, "unsure 2009 2012");
        check("2010-05-01", "2010-05-01", ended, "sure 2010 2010");
        check(
            "2010~",
            "",
            Standing::Active,
            "unsure 2009 2011, on 2011 2026",
        );
        check(
            "2010",
            "",
            Standing::Dormant,
            "unsure 2010 2010, out 2010 2015",
        );
        check("", "2010", ended, "in 2005 2010, unsure 2010 2010");
        check("2010", "", Standing::Event, "unsure 2010 2010");
        check("2010-05-01", "", Standing::Event, "sure 2010 2010");
        check("", "", Standing::Active, "");
    }

    #[test]
    fn what_has_no_date_is_counted_and_kept_apart() {
        let active = Standing::Active;
        let some = timeline(&[("2010", "", active), ("", "", active), ("", "", active)]);
        assert_eq!(some.undated, [1, 2]);
        assert_eq!(
            some.in_words(),
            "1 entry on the timeline. 2 have no date and are listed below."
        );
        let none = timeline(&[("", "", active)]);
        assert_eq!(
            (none.in_words().as_str(), none.all),
            ("No entry has a date.", None)
        );
    }

    #[test]
    fn time_begins_in_1844_or_with_the_earliest() {
        let years = |founded| {
            let all = timeline(&[(founded, "", Standing::Idea)])
                .all
                .expect("a bar");
            (year_of(all.first), year_of(all.last))
        };
        assert_eq!(years("1900"), (1844, 2026));
        assert_eq!(years("1649"), (1649, 2026));
    }

    #[test]
    fn the_first_free_lane_is_taken() {
        let ended = Standing::Ended;
        let timeline = timeline(&[
            ("1900", "1950", ended),
            ("1910", "1920", ended),
            ("1930", "1940", ended),
            ("1960", "1970", ended),
        ]);
        let lanes: Vec<(u32, u32)> = timeline
            .bars
            .iter()
            .map(|bar| (bar.row, bar.lane))
            .collect();
        assert_eq!(lanes, [(0, 0), (3, 0), (1, 1), (2, 1)]);
        assert_eq!(timeline.lanes, 2);
    }

    fn lives() -> impl Strategy<Value = Vec<Life>> {
        let date = (1800_i16..2026, any::<[bool; 3]>());
        let date = date.prop_map(|(year, [month, approximate, uncertain])| Edtf {
            year,
            month: month.then_some(5),
            day: None,
            approximate,
            uncertain,
        });
        let standing = prop_oneof![
            Just(Standing::Active),
            Just(Standing::Ended),
            Just(Standing::Event)
        ];
        let dates = (
            proptest::option::of(date.clone()),
            proptest::option::of(date),
        );
        let life = (dates, standing).prop_map(|((founded, ended), standing)| Life {
            founded,
            ended,
            standing,
        });
        vec(life, 0..60)
    }

    proptest! {
        #[test]
        fn no_bar_is_over_another_and_windows_find_what_asking_all_finds(
            lives in lives(), from in -60_000..20_000, days in 0..20_000, lane in 0_u32..9
        ) {
            let timeline = Timeline::new((0..).zip(lives.iter().copied()), today());
            prop_assert_eq!(timeline.bars.len() + timeline.undated.len(), lives.len());
            for pair in timeline.bars.windows(2).filter(|pair| pair[0].lane == pair[1].lane) {
                prop_assert!(pair[0].days.last + BETWEEN < pair[1].days.first);
            }
            for bar in &timeline.bars {
                prop_assert!(bar.pieces.iter().all(|piece| piece.days.first <= piece.days.last));
                prop_assert!(bar.pieces.windows(2).all(|pair| pair[0].days.last == pair[1].days.first));
            }
            let window = Days { first: from, last: from + days };
            let is_seen = |bar: &&Bar| {
                (lane..lane + 3).contains(&bar.lane)
                    && bar.days.first <= window.last && window.first <= bar.days.last
            };
            let all: Vec<&Bar> = timeline.bars.iter().filter(is_seen).collect();
            let seen: Vec<&Bar> = timeline.seen(window, lane..lane + 3).collect();
            prop_assert_eq!(seen, all);
        }
    }
}
