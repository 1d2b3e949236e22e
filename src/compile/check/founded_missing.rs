//! `no-founded`
//!
//! What: an entity does not say when it began.
//! Why: the timeline and the sorting by age leave it out.
//! Fix: add `founded`, to the year if no more is known, with `~` where it is about then.

use crate::compile::check::Case;
use crate::model::choice::Class;
use crate::model::problem::Problem;
use crate::model::problem::rule::RuleFact;

/// Checks whether one entity says when it began.
pub(super) fn check(case: Case<'_>, problems: &mut Vec<Problem>) {
    let is_entity = case.settings.lists.class(&case.entry.kind) == Class::Entity;
    if is_entity && case.entry.founded.is_none() {
        problems.push(case.problem("founded", RuleFact::NoFounded));
    }
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn an_entity_began_at_some_time() {
        check(
            &["no-founded"],
            "\
//- a.md
---
^^^ warning[no-founded]: the entry does not say when it was founded
kind: tool
---
//- b.md
---
kind: tool
founded: 2014~
---
//- c.md
---
kind: concept
---
",
        );
    }
}
