//! An entry at a glance: ink, kind, and in a few words where, since when, and how fresh.

use crate::explore::catalog::{Facet, Row};
use crate::explore::facets::Index;
use crate::model::date::{Date, Edtf};

/// The class that gives the ink and the shape.
pub fn ink(index: &Index, row: u32) -> &'static str {
    let values = index.catalog().values(row, Facet::Approach);
    let approach = values
        .first()
        .and_then(|value| index.value(Facet::Approach, *value));
    match approach {
        Some("counter-power") => "power",
        Some("counter-institution") => "build",
        Some("both") => "both",
        Some(_) | None => "plain",
    }
}

/// Kind and approach, as pages say them: `Network · builds`.
pub fn kind(index: &Index, row: u32) -> String {
    let kinds = index.catalog().labels(row, Facet::Kind);
    let words: Vec<&str> = kinds.chain(deed(index, row)).collect();
    words.join(" · ")
}

/// What an entity does, what an idea is about.
fn deed(index: &Index, row: u32) -> Option<&'static str> {
    match (ink(index, row), lasts(index, row)) {
        ("power", true) => Some("resists"),
        ("build", true) => Some("builds"),
        ("both", true) => Some("resists and builds"),
        ("power", false) => Some("counter-power"),
        ("build", false) => Some("counter-institutions"),
        ("both", false) => Some("both halves"),
        (_, _) => None,
    }
}

/// Whether it is an entity: these have a status, ideas have none.
fn lasts(index: &Index, row: u32) -> bool {
    !index.catalog().values(row, Facet::Status).is_empty()
}

/// Place, dates, freshness: `Jackson, United States · since 2014 · checked 1 July 2026`.
pub fn facts(index: &Index, row: u32) -> String {
    let Some(found) = index.catalog().row(row) else {
        return String::new();
    };
    let place = found.place.as_ref().map(|place| place.name.clone());
    let today = index.catalog().today;
    let facts = [
        place,
        years(found, lasts(index, row)),
        Some(check(found, today)),
    ];
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    facts.join(" · ")
}

/// When it was: an idea in a year, what has a status since one.
fn years(row: &Row, lasts: bool) -> Option<String> {
    let year = |date: Edtf| {
        let about = if date.approximate { "about " } else { "" };
        [about, &date.year.to_string()].concat()
    };
    match (row.founded, row.ended) {
        (Some(founded), Some(ended)) if founded.year != ended.year => {
            Some([year(founded), "–".to_owned(), year(ended)].concat())
        }
        (Some(founded), None) if lasts => Some(["since ", &year(founded)].concat()),
        (Some(founded), _) => Some(year(founded)),
        (None, Some(ended)) => Some(["until ", &year(ended)].concat()),
        (None, None) => None,
    }
}

/// How fresh it is.
fn check(row: &Row, today: Option<Date>) -> String {
    let is_due = row
        .stale
        .zip(today)
        .is_some_and(|(stale, today)| today >= stale);
    match row.verified {
        None => "not yet verified".to_owned(),
        Some(day) if is_due => {
            ["last checked ", &day.in_words(), ", due for another look"].concat()
        }
        Some(day) => ["checked ", &day.in_words()].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::{facts, ink, kind};
    use crate::explore::facets::Index;
    use crate::explore::sample;

    /// The row with this id at a glance.
    fn check(id: &str, expect: (&str, &str, &str)) {
        let index = Index::new(sample::catalog());
        let row = index.row_named(id).expect(id);
        let (kind, facts) = (kind(&index, row), facts(&index, row));
        assert_eq!((ink(&index, row), kind.as_str(), facts.as_str()), expect);
    }

    #[test]
    fn an_entry_is_told_in_a_few_words() {
        check(
            "tenants",
            ("plain", "Movement", "since 2019 · checked 30 June 2026"),
        );
        check(
            "cooperation-jackson",
            (
                "plain",
                "Network",
                "Jackson, United States · since 2014 · checked 1 June 2026",
            ),
        );
    }
}
