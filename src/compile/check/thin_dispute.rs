//! `thin-dispute`
//!
//! What: a disputed claim names fewer than two sources.
//! Why: a dispute has two sides; with one source the reader cannot weigh them.
//! Fix: write the numbers of the sources that differ, such as `sources: [1, 2]`.

use std::collections::BTreeSet;

use crate::compile::check::Case;
use crate::model::problem::Problem;
use crate::model::problem::rule::RuleFact;

/// Checks the disputed claims of one entry.
pub(super) fn check(case: Case<'_>, problems: &mut Vec<Problem>) {
    for (index, dispute) in case.entry.disputed.iter().enumerate() {
        let sources = dispute.sources.iter().collect::<BTreeSet<_>>().len();
        if sources < 2 {
            let path = format!("disputed.{index}");
            problems.push(case.problem(&path, RuleFact::ThinDispute { sources }));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn a_dispute_has_two_sides() {
        check(
            &["thin-dispute"],
            "\
//- a.md
---
kind: concept
sources: [{ title: A }, { title: B }]
disputed:
  - { claim: date, sources: [1, 2] }
  - { claim: place, sources: 1 }
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning[thin-dispute]: a disputed claim with only one source
  - claim: name
    ^^^^^^^^^^^ warning[thin-dispute]: a disputed claim without a source
---
",
        );
    }
}
