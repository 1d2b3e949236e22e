//! `related-beside-typed`
//!
//! What: `related` connects two entries that another type of relation already connects.
//! Why: `related` is the last resort; beside a relation that says how, it adds nothing.
//! Fix: delete the `related` line.

use std::collections::HashMap;

use crate::compile::check::{Checked, both_sides::at_edge, id_of};
use crate::model::graph::Edge;
use crate::model::problem::Problem;
use crate::model::problem::rule::RuleFact;
use crate::model::site::PageId;

const LAST_RESORT: &str = "related";

/// Checks every `related` against the other relations of the same two entries, whichever of them stores those.
pub(super) fn check(site: Checked<'_>, problems: &mut Vec<Problem>) {
    let mut typed: HashMap<(PageId, PageId), &'static str> = HashMap::new();
    let (related, others): (Vec<&Edge>, Vec<&Edge>) = site
        .graph
        .edges
        .iter()
        .partition(|edge| edge.kind.name == LAST_RESORT);
    for edge in others {
        typed.entry(pair(edge)).or_insert(edge.kind.name);
    }
    for edge in related {
        if let Some(kind) = typed.get(&pair(edge)) {
            let id = id_of(&site.notes[edge.to.0].path).to_owned();
            let fact = RuleFact::RelatedBeside { id, kind };
            problems.push(at_edge(site, edge).problem(fact));
        }
    }
}

fn pair(edge: &Edge) -> (PageId, PageId) {
    (edge.from.min(edge.to), edge.from.max(edge.to))
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn related_is_the_last_resort() {
        check(
            &["related-beside-typed"],
            "\
//- a.md
---
kind: concept
relations:
  - { type: broader, to: b }
  - { type: related, to: b }
    ^^^^^^^^^^^^^^^^^^^^^^^^ warning[related-beside-typed]: `broader` already connects this entry and `b`
  - { type: related, to: c }
---
//- b.md
---
kind: concept
relations: [{ type: related, to: a }]
            ^^^^^^^^^^^^^^^^^^^^^^^^ warning[related-beside-typed]: `broader` already connects this entry and `a`
---
//- c.md
---
kind: concept
---
",
        );
    }
}
