//! The timeline in words: decade by decade, who began then, or ended then where nobody recorded a beginning.

use crate::explore::catalog::Catalog;
use crate::explore::timeline::lanes::Timeline;

/// The entries of a decade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decade {
    /// `1990s`.
    pub name: String,
    /// By year; of a year, by title.
    pub rows: Vec<u32>,
}

/// The decades in which something began, from the first to the last.
pub fn decades(catalog: &Catalog, timeline: &Timeline) -> Vec<Decade> {
    let year = |row| {
        let row = catalog.row(row)?;
        Some(i32::from(row.founded.or(row.ended)?.year))
    };
    let rows = timeline.bars.iter().map(|bar| bar.row);
    let mut years: Vec<(i32, u32)> = rows.filter_map(|row| Some((year(row)?, row))).collect();
    years.sort_unstable();
    let same = |one: &(i32, u32), other: &(i32, u32)| decade(one.0) == decade(other.0);
    let groups = years.chunk_by(same).map(|group| Decade {
        name: name(decade(group[0].0)),
        rows: group.iter().map(|(_, row)| *row).collect(),
    });
    groups.collect()
}

/// The first year of a decade; all before our era is one.
fn decade(year: i32) -> i32 {
    (year - year.rem_euclid(10)).max(-10)
}

fn name(decade: i32) -> String {
    match decade {
        ..0 => "before our era".to_owned(),
        _later => [&decade.to_string(), "s"].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::decades;
    use crate::explore::catalog::{Catalog, Row};
    use crate::explore::timeline::lanes::Timeline;
    use crate::explore::timeline::life::Life;
    use crate::model::date::{Date, Edtf};

    /// The decades of entries that were founded and ended then.
    fn check(lives: &[(&str, &str)], expect: &[(&str, &[u32])]) {
        let row = |(founded, ended): &(&str, &str)| Row {
            founded: Edtf::parse(founded),
            ended: Edtf::parse(ended),
            ..Row::default()
        };
        let catalog = Catalog {
            rows: lives.iter().map(row).collect(),
            ..Catalog::default()
        };
        let lives = (0..).zip(&catalog.rows);
        let lives = lives.map(|(number, row)| (number, Life::of(&catalog, row)));
        let today = Date::parse("2026-07-01").expect("a day");
        let decades = decades(&catalog, &Timeline::new(lives, today));
        let told: Vec<(&str, &[u32])> = decades
            .iter()
            .map(|decade| (&*decade.name, &*decade.rows))
            .collect();
        assert_eq!(told, expect);
    }

    #[test]
    fn entries_stand_in_the_decade_of_their_beginning_or_else_of_their_end() {
        check(
            &[("1999", ""), ("1991~", "2003"), ("", "1844-05"), ("", "")],
            &[("1840s", &[2]), ("1990s", &[1, 0])],
        );
    }

    #[test]
    fn nothing_dated_has_no_decade() {
        check(&[("", "")], &[]);
        check(&[], &[]);
    }
}
