//! Days as numbers: counted from 1 January 1970, in the Gregorian calendar also before it was in use.

use crate::model::date::{Date, Edtf};

/// The first and the last day that something can mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Days {
    /// The first one.
    pub first: i32,
    /// The last one, not before the first.
    pub last: i32,
}

impl Days {
    /// The days that a partly known date can mean.
    ///
    /// `2014` is any day of that year. What is marked `~` (about then) may lie one unit of its precision to either side:
    /// `2014~` is 2013 to 2015, `2014-05~` April to June. So is what is marked `?` (doubtful); `%` (both) may lie two
    /// units away. EDTF does not say how much; these are the paddings of the `edtf` library for Python, which
    /// collections index by.
    pub fn of(date: Edtf) -> Days {
        let around = i32::from(date.approximate) + i32::from(date.uncertain);
        let year = i32::from(date.year);
        match (date.month, date.day) {
            (Some(month), Some(day)) => {
                let day = of_month(month_number(year, month)) + i32::from(day) - 1;
                Days {
                    first: day - around,
                    last: day + around,
                }
            }
            (Some(month), None) => {
                let month = month_number(year, month);
                months(month - around, month + around)
            }
            (None, _) => months((year - around) * 12, (year + around) * 12 + 11),
        }
    }

    /// Whether it is one known day.
    pub fn is_one(self) -> bool {
        self.first == self.last
    }
}

/// All days of these months.
fn months(first: i32, last: i32) -> Days {
    Days {
        first: of_month(first),
        last: of_month(last + 1) - 1,
    }
}

/// The number of a day.
pub fn of_date(date: Date) -> i32 {
    let epoch = Date::of_unix_seconds(0);
    let days = epoch.map_or(0, |epoch| date.days_since(epoch));
    i32::try_from(days).unwrap_or(i32::MAX)
}

/// The number of a month: 12 for each year, `month` counted from 1.
pub fn month_number(year: i32, month: u8) -> i32 {
    year * 12 + i32::from(month) - 1
}

/// The first day of a month. (Howard Hinnant, chrono-compatible low-level date algorithms: years that begin in March
/// have their leap day last.)
pub fn of_month(month: i32) -> i32 {
    let month = month - 2;
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12));
    let (era, year) = (year.div_euclid(400), year.rem_euclid(400));
    let in_year = (153 * month + 2) / 5;
    let in_era = year * 365 + year / 4 - year / 100 + in_year;
    era.saturating_mul(146_097).saturating_add(in_era - 719_468)
}

/// The month that a day is in.
pub fn month_of(day: i32) -> i32 {
    let day = i64::from(day) + 719_468;
    let (era, in_era) = (day.div_euclid(146_097), day.rem_euclid(146_097));
    let year = (in_era - in_era / 1_460 + in_era / 36_524 - in_era / 146_096) / 365;
    let in_year = in_era - (365 * year + year / 4 - year / 100);
    let month = (5 * in_year + 2) / 153;
    let number = (era * 400 + year) * 12 + month + 2;
    i32::try_from(number).unwrap_or(i32::MAX)
}

/// The year that a day is in.
pub fn year_of(day: i32) -> i32 {
    month_of(day).div_euclid(12)
}

#[cfg(test)]
mod tests {
    use proptest::{prop_assert, prop_assert_eq, proptest};

    use super::{Days, month_of, of_date, of_month};
    use crate::model::date::{Date, Edtf};

    fn check(text: &str, first: &str, last: &str) {
        let day = |text| of_date(Date::parse(text).expect(text));
        let expect = Days {
            first: day(first),
            last: day(last),
        };
        assert_eq!(Days::of(Edtf::parse(text).expect(text)), expect, "{text}");
    }

    #[test]
    fn what_is_not_said_is_a_range() {
        check("2014", "2014-01-01", "2014-12-31");
        check("2014-02", "2014-02-01", "2014-02-28");
        check("2012-02", "2012-02-01", "2012-02-29");
        check("1844-12-21", "1844-12-21", "1844-12-21");
        check("0001", "0001-01-01", "0001-12-31");
    }

    #[test]
    fn about_and_doubtful_widen_by_a_unit_each() {
        check("2014~", "2013-01-01", "2015-12-31");
        check("2014?", "2013-01-01", "2015-12-31");
        check("2014%", "2012-01-01", "2016-12-31");
        check("2014-01~", "2013-12-01", "2014-02-28");
        check("2014-05-01~", "2014-04-30", "2014-05-02");
    }

    proptest! {
        #[test]
        fn a_day_is_in_its_month(day in -4_000_000..3_000_000) {
            let month = month_of(day);
            prop_assert!(of_month(month) <= day && day < of_month(month + 1));
            prop_assert_eq!(month_of(of_month(month)), month);
        }
    }
}
