//! A set in numbers: how many of its entries are of each kind, sector, decade, country, status and freshness.

use std::cmp::Reverse;

use crate::explore::catalog::Facet;
use crate::explore::facets::{Index, Span};
use crate::explore::set::Set;

/// What is counted, in the order of the plots.
const PLOTTED: [Facet; 5] = [
    Facet::Kind,
    Facet::Sector,
    Facet::Country,
    Facet::Status,
    Facet::Freshness,
];

/// Everything founded before is one bar: the timeline of cooperation begins with Rochdale, 1844.
const FIRST_DECADE: i32 = 1840;

/// Bars that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    /// What is counted: `Sector`.
    pub title: &'static str,
    /// The bars in their order; those of countries by length.
    pub bars: Vec<Bar>,
    /// Of how many entries nothing is known here.
    pub unknown: u32,
    /// How many entries the set has.
    pub total: u32,
}

/// How many entries have something in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What they have in common, in words.
    pub label: String,
    /// How many they are.
    pub rows: u32,
    /// What a press on the bar narrows the set to; nothing where it stands for several.
    pub narrows: Option<Narrows>,
}

/// What a bar stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Narrows {
    /// A value of a facet.
    Value(Facet, u16),
    /// Years of founding.
    Founded(Span),
}

/// All series of a set that have bars.
pub fn series(index: &Index, set: &Set) -> Vec<Series> {
    let facets = PLOTTED.map(|facet| of_facet(index, set, facet));
    let mut all = facets.to_vec();
    // After sectors.
    all.insert(2, of_decades(index, set));
    all.retain(|series| !series.bars.is_empty());
    all
}

/// How many entries of a set have each value of a facet.
pub fn of_facet(index: &Index, set: &Set, facet: Facet) -> Series {
    let values = |row| index.catalog().values(row, facet);
    let mut counts: Vec<u32> = Vec::new();
    for value in set.iter().flat_map(values) {
        let place = usize::from(*value);
        counts.resize(counts.len().max(place + 1), 0);
        counts[place] += 1;
    }
    let bars = (0_u16..).zip(counts).filter(|(_, rows)| *rows > 0);
    let mut bars: Vec<Bar> = bars
        .map(|(value, rows)| Bar {
            label: index.label(facet, value).to_owned(),
            rows,
            narrows: Some(Narrows::Value(facet, value)),
        })
        .collect();
    if facet == Facet::Country {
        bars.sort_by_key(|bar| Reverse(bar.rows));
    }
    Series {
        title: facet.label(),
        bars,
        unknown: count(set, |row| values(row).is_empty()),
        total: set.count(),
    }
}

/// How many entries of a set were founded in each decade, from the first to the last, empty ones between included.
pub fn of_decades(index: &Index, set: &Set) -> Series {
    let year = |row| {
        let founded = index.catalog().row(row).and_then(|row| row.founded);
        founded.map(|date| i32::from(date.year))
    };
    let mut decades: Vec<i32> = set.iter().filter_map(year).map(decade).collect();
    decades.sort_unstable();
    let mut bars = Vec::new();
    if let (Some(first), Some(last)) = (decades.first(), decades.last()) {
        for decade in (*first..=*last).step_by(10) {
            let start = decades.partition_point(|other| *other < decade);
            let end = decades.partition_point(|other| *other <= decade);
            bars.push(decade_bar(decade, end - start));
        }
    }
    Series {
        title: "Founded",
        bars,
        unknown: count(set, |row| year(row).is_none()),
        total: set.count(),
    }
}

/// The first year of a decade; all early ones are that before the first.
fn decade(year: i32) -> i32 {
    (year - year.rem_euclid(10)).max(FIRST_DECADE - 10)
}

fn decade_bar(decade: i32, rows: usize) -> Bar {
    let is_early = decade < FIRST_DECADE;
    let label = if is_early {
        ["before ", &FIRST_DECADE.to_string()].concat()
    } else {
        [&decade.to_string(), "s"].concat()
    };
    let from = (!is_early).then_some(decade);
    Bar {
        label,
        rows: u32::try_from(rows).unwrap_or(u32::MAX),
        narrows: Some(Narrows::Founded(Span::of(from, Some(decade + 9)))),
    }
}

fn count(set: &Set, test: impl Fn(u32) -> bool) -> u32 {
    set.iter().map(|row| u32::from(test(row))).sum()
}

impl Series {
    /// The longest bars, at most so many, and the rest as one.
    #[must_use]
    pub fn foremost(&self, most: usize) -> Series {
        let mut ranked: Vec<(usize, &Bar)> = self.bars.iter().enumerate().collect();
        ranked.sort_by_key(|(place, bar)| (Reverse(bar.rows), *place));
        let rest = ranked.split_off(most.min(ranked.len()));
        ranked.sort_by_key(|(place, _)| *place);
        let mut bars: Vec<Bar> = ranked.into_iter().map(|(_, bar)| bar.clone()).collect();
        if !rest.is_empty() {
            bars.push(Bar {
                label: [&rest.len().to_string(), " others"].concat(),
                rows: rest.iter().map(|(_, bar)| bar.rows).sum(),
                narrows: None,
            });
        }
        Series {
            bars,
            ..self.clone()
        }
    }

    /// The longest bar's length.
    pub fn longest(&self) -> u32 {
        let rows = self.bars.iter().map(|bar| bar.rows);
        rows.max().unwrap_or_default()
    }

    /// What the bars leave open, in sentences: `Of 212 entries. Not known of 12. An entry can be in several bars.`
    pub fn note(&self) -> String {
        let mut note = ["Of ", &entries(self.total), "."].concat();
        if self.unknown > 0 {
            note.push_str(" Not known of ");
            note.push_str(&thousands(self.unknown));
            note.push('.');
        }
        let sum: u32 = self.bars.iter().map(|bar| bar.rows).sum();
        if sum + self.unknown > self.total {
            note.push_str(" An entry can be in several bars.");
        }
        note
    }
}

/// How many of all entries a set has, in words: `All 225 entries`, `12 of 225 entries`, `No entry of 225`.
pub fn outcome(shown: u32, all: u32) -> String {
    match (shown, all) {
        (_, 0) => "No entries yet".to_owned(),
        (0, all) => ["No entry of ", &thousands(all)].concat(),
        (shown, all) if shown == all && all > 1 => ["All ", &entries(all)].concat(),
        (shown, all) => [&thousands(shown), " of ", &entries(all)].concat(),
    }
}

/// `1 entry`, `10,000 entries`.
pub fn entries(count: u32) -> String {
    let unit = if count == 1 { " entry" } else { " entries" };
    [&thousands(count), unit].concat()
}

/// A number with commas between thousands.
pub fn thousands(number: u32) -> String {
    let digits = number.to_string();
    let mut words = String::with_capacity(digits.len() + 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{Series, decade, entries, of_decades, outcome, series, thousands};
    use crate::explore::facets::Index;
    use crate::explore::sample;
    use crate::explore::set::Set;
    use crate::model::date::Edtf;

    fn all() -> (Index, Set) {
        (Index::new(sample::catalog()), Set::all(5))
    }

    /// The bars as `Food 2, Land 1`.
    fn shown(series: &Series) -> String {
        let bars = series.bars.iter();
        let bars: Vec<String> = bars
            .map(|bar| format!("{} {}", bar.label, bar.rows))
            .collect();
        bars.join(", ")
    }

    fn check(title: &str, bars: &str, note: &str) {
        let (index, set) = all();
        let series = series(&index, &set);
        let found = series.iter().find(|series| series.title == title);
        let found = found.expect(title);
        assert_eq!((shown(found).as_str(), found.note().as_str()), (bars, note));
    }

    #[test]
    fn a_set_is_counted_by_what_it_has() {
        check(
            "Kind",
            "Concept 2, Organization 1, Network 1, Movement 1",
            "Of 5 entries.",
        );
        check(
            "Sector",
            "Food 2, Housing 1, Land 1",
            "Of 5 entries. Not known of 2. An entry can be in several bars.",
        );
        check(
            "Country",
            "United States 2, Germany 1",
            "Of 5 entries. Not known of 2.",
        );
        check(
            "Status",
            "Active 2, Ended 1",
            "Of 5 entries. Not known of 2.",
        );
        check(
            "Freshness",
            "Checked lately 2, Due for another look 1, Not yet verified 2",
            "Of 5 entries.",
        );
    }

    #[test]
    fn decades_follow_each_other_without_gaps() {
        let (index, set) = all();
        let decades = of_decades(&index, &set);
        assert_eq!(decades.bars.len(), 12);
        let expect = "1900s 1, 2010s 2, 10 others 0";
        assert_eq!(shown(&decades.foremost(2)), expect);
        assert_eq!((decades.unknown, decades.longest()), (2, 2));
    }

    #[test]
    fn what_is_very_old_is_one_bar() {
        let mut catalog = sample::catalog();
        catalog.rows[1].founded = Edtf::parse("0500");
        catalog.rows[0].founded = Edtf::parse("1844");
        let series = of_decades(&Index::new(catalog), &Set::of(5, [0, 1]));
        assert_eq!(shown(&series), "before 1840 1, 1840s 1");
        assert_eq!([-3, 1839, 1840, 2019].map(decade), [1830, 1830, 1840, 2010]);
    }

    #[test]
    fn an_empty_set_has_no_bars() {
        let (index, _) = all();
        assert_eq!(series(&index, &Set::none(5)), []);
    }

    #[test]
    fn how_many_there_are_is_said_in_words() {
        assert_eq!(outcome(0, 0), "No entries yet");
        assert_eq!(outcome(0, 225), "No entry of 225");
        assert_eq!(outcome(1, 1), "1 of 1 entry");
        assert_eq!(outcome(12, 10_000), "12 of 10,000 entries");
        assert_eq!(outcome(225, 225), "All 225 entries");
        assert_eq!(entries(1), "1 entry");
        let numbers = [0, 999, 1000, 1_234_567].map(thousands);
        assert_eq!(numbers, ["0", "999", "1,000", "1,234,567"]);
    }
}
