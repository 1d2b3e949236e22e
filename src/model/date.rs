//! Days, and dates that are only partly known (EDTF level 0 and 1 of ISO 8601-2: `2014`, `2014-05`, `2014-05-01`, with `~` or `?`).

use std::fmt;

use jiff::civil;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// After so many days the calendar repeats itself: 400 years.
const DAYS_OF_ERA: i64 = 146_097;
/// From 1 March of the year 0 to 1 January 1970.
const DAYS_TO_1970: i64 = 719_468;

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date(civil::Date);

impl Date {
    /// Reads `YYYY-MM-DD`; nothing else is a date.
    pub fn parse(text: &str) -> Option<Date> {
        let shape = text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b'-');
        if !shape {
            return None;
        }
        text.parse().ok().map(Date)
    }

    /// The day (UTC) of this many seconds since 1970.
    pub fn of_unix_seconds(seconds: i64) -> Option<Date> {
        let number = i32::try_from(seconds.div_euclid(86_400)).ok()?;
        Date::of_day_number(number)
    }

    /// The day that comes so many days after 1 January 1970.
    ///
    /// Counted by hand: spans of time, in the browser, would weigh more than all else about dates.
    pub fn of_day_number(number: i32) -> Option<Date> {
        let days = i64::from(number) + DAYS_TO_1970;
        let (era, of_era) = (days.div_euclid(DAYS_OF_ERA), days.rem_euclid(DAYS_OF_ERA));
        let year = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * month + 2) / 5 + 1;
        let (month, later) = if month < 10 {
            (month + 3, 0)
        } else {
            (month - 9, 1)
        };
        let year = i16::try_from(year + era * 400 + later).ok()?;
        let month = i8::try_from(month).ok()?;
        let day = i8::try_from(day).ok()?;
        civil::Date::new(year, month, day).ok().map(Date)
    }

    /// How many days it comes after 1 January 1970.
    pub fn day_number(self) -> i32 {
        // The year is counted from March, so that the day of February that is not always there is its last.
        let month = i32::from(self.0.month());
        let year = i32::from(self.0.year()) - i32::from(month < 3);
        let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + i32::from(self.0.day()) - 1;
        era * 146_097 + year * 365 + year / 4 - year / 100 + of_year - 719_468
    }

    /// Whole days from `earlier` to this day; negative where it is later.
    pub fn days_since(self, earlier: Date) -> i64 {
        i64::from(self.day_number() - earlier.day_number())
    }

    /// The year.
    pub fn year(self) -> i16 {
        self.0.year()
    }

    /// In words: `1 July 2026`.
    pub fn in_words(self) -> String {
        let month = MONTHS[usize::from(self.0.month().unsigned_abs()) - 1];
        format!("{} {month} {}", self.0.day(), self.0.year())
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A date known to the year, the month or the day, and how surely.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Edtf {
    /// The year, `-9999..=9999`.
    pub year: i16,
    /// The month, `1..=12`.
    pub month: Option<u8>,
    /// The day of the month.
    pub day: Option<u8>,
    /// `~`: about then.
    pub approximate: bool,
    /// `?`: doubtful.
    pub uncertain: bool,
}

impl Edtf {
    /// Reads one of the forms above.
    pub fn parse(text: &str) -> Option<Edtf> {
        let (plain, approximate, uncertain) = match text.as_bytes().last()? {
            b'~' => (&text[..text.len() - 1], true, false),
            b'?' => (&text[..text.len() - 1], false, true),
            b'%' => (&text[..text.len() - 1], true, true),
            _other => (text, false, false),
        };
        if !plain.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            return None;
        }
        let part = |text: &str| text.parse::<u8>().ok();
        let (month, day) = match plain.len() {
            4 => (None, None),
            7 if plain.as_bytes()[4] == b'-' => (Some(part(&plain[5..])?), None),
            10 => (Some(part(&plain[5..7])?), Some(part(&plain[8..])?)),
            _other => return None,
        };
        let year = plain[..4].parse().ok()?;
        if month.is_some_and(|m| !(1..=12).contains(&m)) {
            return None;
        }
        if day.is_some() {
            Date::parse(plain)?;
        }
        Some(Edtf {
            year,
            month,
            day,
            approximate,
            uncertain,
        })
    }

    /// Itself, where its parts make a date: for those that were not read from text.
    pub fn checked(self) -> Option<Edtf> {
        let real = match (self.month, self.day) {
            (None, None) => true,
            (Some(month), None) => (1..=12).contains(&month),
            (None, Some(_)) => false,
            (Some(month), Some(day)) => {
                let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
                civil::Date::new(self.year, month, day).is_ok()
            }
        };
        (real && (-9999..=9999).contains(&self.year)).then_some(self)
    }

    /// The first day it can mean, as `(year, month, day)`, for ordering.
    pub fn earliest(self) -> (i16, u8, u8) {
        (self.year, self.month.unwrap_or(1), self.day.unwrap_or(1))
    }

    /// The last day it can mean, as `(year, month, day)`, for ordering (day 31 stands for a month's end).
    pub fn latest(self) -> (i16, u8, u8) {
        (self.year, self.month.unwrap_or(12), self.day.unwrap_or(31))
    }

    /// In words: `about May 2014`, `1 May 2014`, `1992 (uncertain)`.
    pub fn in_words(self) -> String {
        let month = self.month.map(|m| MONTHS[usize::from(m) - 1]);
        let mut words = match (month, self.day) {
            (Some(month), Some(day)) => format!("{day} {month} {}", self.year),
            (Some(month), None) => format!("{month} {}", self.year),
            (None, _) => self.year.to_string(),
        };
        if self.approximate {
            words.insert_str(0, "about ");
        }
        if self.uncertain {
            words.push_str(" (uncertain)");
        }
        words
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        match (self.approximate, self.uncertain) {
            (true, true) => f.write_str("%"),
            (true, false) => f.write_str("~"),
            (false, true) => f.write_str("?"),
            (false, false) => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, Edtf};

    #[test]
    fn days_are_counted_across_leap_years() {
        let day = |text| Date::parse(text).expect(text);
        assert_eq!(day("2024-03-01").days_since(day("2024-02-28")), 2);
        assert_eq!(day("2025-01-01").days_since(day("2026-01-01")), -365);
        assert_eq!(day("2026-07-01").in_words(), "1 July 2026");
    }

    #[test]
    fn days_are_numbered_from_1970() {
        let check = |text: &str, expect: i32| {
            let date = Date::parse(text).expect(text);
            assert_eq!(date.day_number(), expect, "{text}");
            assert_eq!(Date::of_day_number(expect), Some(date));
        };
        check("1970-01-01", 0);
        check("1969-12-31", -1);
        check("2000-02-29", 11_016);
        check("2026-07-01", 20_635);
        check("0000-03-01", -719_468);
        check("9999-12-31", 2_932_896);
        assert_eq!(Date::of_day_number(2_932_897), None);
        assert_eq!(Date::of_day_number(i32::MIN), None);
        assert_eq!(
            Date::of_unix_seconds(86_399),
            Date::parse("1970-01-01"),
            "the last second of a day is of that day"
        );
    }

    proptest::proptest! {
        #[test]
        fn the_day_after_has_the_next_number(number in -4_000_000_i32..3_000_000) {
            if let (Some(day), Some(next)) = (Date::of_day_number(number), Date::of_day_number(number + 1)) {
                proptest::prop_assert_eq!(day.day_number(), number);
                proptest::prop_assert!(day < next);
            }
        }
    }

    #[test]
    fn parts_that_make_no_date_are_refused() {
        let check = |parts: (i16, Option<u8>, Option<u8>), expect: bool| {
            let (year, month, day) = parts;
            let date = Edtf {
                year,
                month,
                day,
                approximate: false,
                uncertain: false,
            };
            assert_eq!(date.checked(), expect.then_some(date), "{parts:?}");
        };
        check((2024, None, None), true);
        check((2024, Some(2), Some(29)), true);
        check((2023, Some(2), Some(29)), false);
        check((2024, Some(13), None), false);
        check((2024, Some(0), None), false);
        check((2024, None, Some(1)), false);
        check((10_000, None, None), false);
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for bad in [
            "2026-02-30",
            "2026-1-1",
            "2026",
            "01-02-2026",
            "2026-07-01T00",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn partly_known_dates_come_back_as_written() {
        for text in [
            "2014",
            "2014-05",
            "2014-05-01",
            "2014~",
            "2014-05?",
            "1844%",
        ] {
            assert_eq!(Edtf::parse(text).expect(text).to_string(), text);
        }
        for bad in [
            "",
            "14",
            "2014-13",
            "2014-02-30",
            "2014 ~",
            "~",
            "c. 2014",
            "20x4",
        ] {
            assert_eq!(Edtf::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn partly_known_dates_are_said_in_words() {
        let words = |text| Edtf::parse(text).expect(text).in_words();
        assert_eq!(words("2014-05~"), "about May 2014");
        assert_eq!(words("2014-05-01"), "1 May 2014");
        assert_eq!(words("1992?"), "1992 (uncertain)");
    }
}
