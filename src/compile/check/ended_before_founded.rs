//! `ended-before-founded`
//!
//! What: `ended` stands before `founded`, or a relation's `until` before its `since`.
//! Why: one of the two is wrong, and the timeline would run backwards.
//! Fix: check both dates against the sources.

use crate::compile::check::Case;
use crate::model::date::Edtf;
use crate::model::problem::Problem;
use crate::model::problem::rule::RuleFact;

/// Checks the dates of one entry and of its relations.
pub(super) fn check(case: Case<'_>, problems: &mut Vec<Problem>) {
    let entry = case.entry;
    let own = reversed("founded", entry.founded, entry.ended);
    problems.extend(own.map(|fact| case.problem("ended", fact)));
    for (index, relation) in entry.relations.iter().enumerate() {
        let fact = reversed("since", relation.since, relation.until);
        problems.extend(fact.map(|fact| case.problem(&format!("relations.{index}.until"), fact)));
    }
}

/// Whether the last day that the end can mean is before the first that the beginning can.
fn reversed(first: &'static str, began: Option<Edtf>, ended: Option<Edtf>) -> Option<RuleFact> {
    let (began, ended) = (began?, ended?);
    let reversed = ended.latest() < began.earliest();
    reversed.then_some(RuleFact::EndsFirst {
        first,
        began,
        ended,
    })
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn an_end_comes_after_its_beginning() {
        check(
            &["ended-before-founded"],
            "\
//- a.md
---
kind: tool
founded: 2014-05
ended: 2013~
       ^^^^^ error[ended-before-founded]: `2013~` is before `founded`, which is `2014-05`
relations:
  - { type: uses, to: b, since: 2019-06, until: 2019 }
  - { type: uses, to: c, since: 2019-06, until: 2019-05 }
                                                ^^^^^^^ error[ended-before-founded]: `2019-05` is before `since`, which is `2019-06`
---
//- b.md
---
kind: tool
founded: 2014-05
ended: 2014
---
",
        );
    }
}
