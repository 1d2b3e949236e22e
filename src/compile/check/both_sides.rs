//! `relation-on-both-sides`
//!
//! What: two entries each store the same symmetric relation to the other.
//! Why: the other side is computed; written twice, the two will come to differ.
//! Fix: keep one of the two.

use std::collections::HashSet;

use crate::compile::check::{Checked, id_of};
use crate::model::entry::RelationObject;
use crate::model::graph::Edge;
use crate::model::problem::rule::RuleFact;
use crate::model::problem::{Place, Problem};
use crate::model::site::Front;

/// Checks all relations against each other; the later entry is told.
pub(super) fn check(site: Checked<'_>, problems: &mut Vec<Problem>) {
    let symmetric = || site.graph.edges.iter().filter(|edge| edge.kind.symmetric);
    let stored: HashSet<_> = symmetric()
        .map(|edge| (edge.from, edge.kind.name, edge.to))
        .collect();
    let twice = symmetric().filter(|edge| {
        edge.from > edge.to && stored.contains(&(edge.to, edge.kind.name, edge.from))
    });
    problems.extend(twice.map(|edge| {
        let fact = RuleFact::BothSides {
            id: id_of(&site.notes[edge.to.0].path).to_owned(),
            kind: edge.kind.name,
        };
        at_edge(site, edge).problem(fact)
    }));
}

/// Where an edge is written.
pub(super) fn at_edge(site: Checked<'_>, edge: &Edge) -> Place {
    let note = &site.notes[edge.from.0];
    let to = id_of(&site.notes[edge.to.0].path);
    let relations = match &note.head.front {
        Front::Entry(entry) => entry.relations.as_slice(),
        Front::Note(_) => &[],
    };
    let mut relations = relations.iter();
    let index = relations.position(|relation| match &relation.to {
        RelationObject::Entry(id) => id == to && relation.kind == edge.kind,
        RelationObject::Outside(_) => false,
    });
    let path = index.map_or("relations".to_owned(), |index| format!("relations.{index}"));
    Place::new(&note.path, note.head.fields.span(&path))
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn a_symmetric_relation_is_stored_once() {
        check(
            &["relation-on-both-sides"],
            "\
//- a.md
---
kind: organization
relations:
  - { type: allied-with, to: b }
  - { type: supports, to: b }
---
//- b.md
---
kind: organization
relations:
  - { type: supports, to: a }
  - { type: allied-with, to: a }
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[relation-on-both-sides]: `allied-with` is written in `a` as well
---
",
        );
    }
}
