//! `self-relation`
//!
//! What: a relation, or a trail's step, from an entry to itself.
//! Why: it says nothing, and is almost always a copied line.
//! Fix: write the id that was meant, or delete the line.

use crate::compile::check::Case;
use crate::model::entry::RelationObject;
use crate::model::problem::Problem;
use crate::model::problem::rule::RuleFact;

/// Checks the relations of one entry.
pub(super) fn check(case: Case<'_>, problems: &mut Vec<Problem>) {
    let id = case.id();
    let relations = case.entry.relations.iter().enumerate();
    let relations = relations.filter(|(_, relation)| match &relation.to {
        RelationObject::Entry(to) => to == id,
        RelationObject::Outside(_) => false,
    });
    let steps = case.entry.steps.iter().enumerate();
    let steps = steps.filter(|(_, step)| step.to == id);
    let paths = relations
        .map(|(index, _)| format!("relations.{index}.to"))
        .chain(steps.map(|(index, _)| format!("steps.{index}.to")));
    for path in paths {
        let id = id.to_owned();
        problems.push(case.problem(&path, RuleFact::ToItself { id }));
    }
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn nothing_relates_to_itself() {
        check(
            &["self-relation"],
            "\
//- a.md
---
kind: concept
relations:
  - { type: part-off, to: a }
  - { type: related, to: a }
                         ^ error[self-relation]: `a` has a relation to itself
  - { type: related, to: b }
  - { type: related, ext: a }
---
",
        );
    }
}
