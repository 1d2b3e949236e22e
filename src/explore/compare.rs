//! Two to four entries side by side: a table of what they state, in words, and where they differ.

pub(crate) mod fields;

use crate::explore::catalog::{Catalog, Facet};
use crate::explore::compare::fields::FIELDS;
use crate::explore::detail::{Detail, Relation};
use crate::explore::lookup::label_of;
use crate::explore::phrase::{capital, counted};
use crate::explore::state::MOST_COMPARED;
use crate::model::relation::ALL;

/// The fewest that can be compared.
pub const LEAST: usize = 2;

/// What stands where an entry says nothing.
pub const NOT_STATED: &str = "not stated";

/// The table.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Comparison {
    /// The columns; empty where there is nothing to compare yet.
    pub heads: Vec<Head>,
    /// The rows, grouped as on entry pages. A field that none of them states has no row.
    pub groups: Vec<Group>,
    /// What is compared, or what to choose, in words.
    pub sentence: String,
}

/// The head of a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The entry's title.
    pub title: String,
    /// Its page's address, below the site's root.
    pub address: String,
    /// Its kind's label.
    pub kind: String,
}

/// Rows that belong together; never without rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they are about.
    pub label: &'static str,
    /// The rows.
    pub lines: Vec<Line>,
}

/// One field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its name.
    pub label: String,
    /// One for each entry.
    pub cells: Vec<Cell>,
    /// Whether not all say the same.
    pub differs: bool,
}

/// What one entry says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Cell {
    /// In words; empty where it says nothing.
    pub values: Vec<String>,
}

impl Cell {
    /// All of it, as one text.
    pub fn words(&self) -> String {
        if self.values.is_empty() {
            return NOT_STATED.to_owned();
        }
        self.values.join("; ")
    }
}

impl Comparison {
    /// The same without the rows in which all say the same.
    #[must_use]
    pub fn only_differences(mut self) -> Comparison {
        for group in &mut self.groups {
            group.lines.retain(|line| line.differs);
        }
        self.groups.retain(|group| !group.lines.is_empty());
        self
    }
}

/// Compares the first [`MOST_COMPARED`] of `details`, in this order.
pub fn compare(catalog: &Catalog, details: &[&Detail]) -> Comparison {
    if details.len() < LEAST {
        let sentence = match details.first() {
            Some(one) => format!("Choose another entry to set beside {}.", one.title),
            None => "Choose two to four entries to compare.".to_owned(),
        };
        return Comparison {
            sentence,
            ..Comparison::default()
        };
    }
    let compared = &details[..details.len().min(MOST_COMPARED)];
    let groups = groups(catalog, compared);
    Comparison {
        heads: compared
            .iter()
            .map(|detail| head(catalog, detail))
            .collect(),
        sentence: summed_up(&groups, compared.len(), details.len()),
        groups,
    }
}

fn head(catalog: &Catalog, detail: &Detail) -> Head {
    Head {
        title: detail.title.clone(),
        address: detail.address.clone(),
        kind: label_of(catalog, Facet::Kind, &detail.kind),
    }
}

fn summed_up(groups: &[Group], compared: usize, chosen: usize) -> String {
    let lines = || groups.iter().flat_map(|group| &group.lines);
    let differ = lines().filter(|line| line.differs).count();
    let fields = counted(lines().count(), "field", "fields");
    let mut words = format!("{compared} entries over {fields}: {differ} differ.");
    if chosen > compared {
        words.push_str(" More than four do not fit side by side: these are the first.");
    }
    words
}

fn groups(catalog: &Catalog, details: &[&Detail]) -> Vec<Group> {
    let of_fields = FIELDS.iter().map(|(label, fields)| {
        let lines = fields.iter().filter_map(|(label, cell)| {
            let cells = details.iter().map(|detail| cell(catalog, detail));
            line(label, cells)
        });
        Group {
            label,
            lines: lines.collect(),
        }
    });
    let mut groups: Vec<Group> = of_fields.collect();
    groups.push(relations(details));
    groups.retain(|group| !group.lines.is_empty());
    groups
}

fn line(label: &str, cells: impl Iterator<Item = Vec<String>>) -> Option<Line> {
    let cells: Vec<Cell> = cells.map(|values| Cell { values }).collect();
    let is_stated = cells.iter().any(|cell| !cell.values.is_empty());
    let sorted = |cell: &Cell| {
        let mut values = cell.values.clone();
        values.sort_unstable();
        values
    };
    let differs = cells
        .windows(2)
        .any(|two| sorted(&two[0]) != sorted(&two[1]));
    is_stated.then(|| Line {
        label: capital(label),
        cells,
        differs,
    })
}

/// A row for each type of relation, in the order in which pages show them.
fn relations(details: &[&Detail]) -> Group {
    let labels = ALL.iter().flat_map(|kind| {
        let inverse = (!kind.symmetric).then_some(kind.inverse);
        [Some(kind.label), inverse].into_iter().flatten()
    });
    let lines = labels.filter_map(|label| {
        let cells = details
            .iter()
            .map(|detail| others(&detail.relations, label));
        line(label, cells)
    });
    Group {
        label: "Relations",
        lines: lines.collect(),
    }
}

fn others(relations: &[Relation], label: &str) -> Vec<String> {
    let alike = relations.iter().filter(|relation| relation.label == label);
    alike.map(|relation| relation.other().to_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::{Comparison, compare};
    use crate::explore::detail::tests::site;
    use crate::explore::detail::{Detail, details};
    use crate::explore::sketch;

    fn of(details: &[&Detail]) -> Comparison {
        compare(&sketch::empty(), details)
    }

    /// The row with this label as `words | words`, with `≠` before it where they differ; empty where there is none.
    fn check(comparison: &Comparison, label: &str, expect: &str) {
        let mut lines = comparison.groups.iter().flat_map(|group| &group.lines);
        let found = lines.find(|line| line.label == label).map(|line| {
            let words: Vec<String> = line.cells.iter().map(super::Cell::words).collect();
            let sign = if line.differs { "≠ " } else { "" };
            format!("{sign}{}", words.join(" | "))
        });
        assert_eq!(found.unwrap_or_default(), expect, "{label}");
    }

    #[test]
    fn entries_stand_side_by_side_in_words() {
        let all = details(&site());
        let table = of(&[&all[0], &all[1]]);
        check(&table, "Status", "Active | Active");
        check(&table, "Founded", "≠ May 2014 | not stated");
        check(&table, "Sectors", "≠ Food; Land | not stated");
        check(
            &table,
            "Place",
            "≠ Jackson, Mississippi, United States | Germany",
        );
        check(&table, "Allied with", "≠ Tenants; Elsewhere | not stated");
        check(
            &table,
            "Offers",
            "≠ Tool library (good, lend), until 1 January 2027 | not stated",
        );
        check(
            &table,
            "Website",
            "≠ jackson.example | withheld to protect those involved",
        );
        check(
            &table,
            "Links",
            "≠ Source code: code.example; Feed: jackson.example | not stated",
        );
        check(&table, "Legal form", "");
        assert_eq!(table.heads[1].title, "Tenants");
    }

    #[test]
    fn equal_rows_can_be_left_out() {
        let all = details(&site());
        let table = of(&[&all[0], &all[1]]).only_differences();
        check(&table, "Status", "");
        check(&table, "Founded", "≠ May 2014 | not stated");
        let same = of(&[&all[0], &all[0]]).only_differences();
        assert_eq!(same.groups, []);
        assert!(same.sentence.contains("0 differ"), "{}", same.sentence);
    }

    #[test]
    fn the_order_of_values_is_no_difference() {
        let with = |sector: [&str; 2]| Detail {
            sector: sector.map(str::to_owned).to_vec(),
            ..Detail::default()
        };
        let (one, other) = (with(["food", "land"]), with(["land", "food"]));
        check(&of(&[&one, &other]), "Sectors", "Food; Land | Land; Food");
    }

    #[test]
    fn too_few_and_too_many_have_their_sentence() {
        let all = details(&site());
        let one = &all[1];
        assert!(of(&[]).sentence.contains("Choose two to four"));
        assert!(of(&[one]).sentence.contains("beside Tenants"));
        let five = of(&[one; 5]);
        assert_eq!(five.heads.len(), 4);
        assert!(five.sentence.contains("do not fit"), "{}", five.sentence);
    }
}
