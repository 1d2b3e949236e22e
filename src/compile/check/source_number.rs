//! `no-such-source`
//!
//! What: a relation or a disputed claim names a source by a number that the entry's list does not have.
//! Why: the reader would be sent to the wrong source, or to none.
//! Fix: write the place of the source in the list `sources`, counted from 1.

use crate::compile::check::Case;
use crate::model::problem::Problem;
use crate::model::problem::rule::RuleFact;

/// Checks the numbers in one entry.
pub(super) fn check(case: Case<'_>, problems: &mut Vec<Problem>) {
    let sources = case.entry.sources.len();
    let relations = case.entry.relations.iter().enumerate();
    let of_relations = relations.filter_map(|(index, relation)| {
        let number = relation.source?;
        Some((format!("relations.{index}.source"), number))
    });
    let disputes = case.entry.disputed.iter().enumerate();
    let of_disputes = disputes.flat_map(|(index, dispute)| {
        let numbers = dispute.sources.iter().enumerate();
        numbers.map(move |(at, number)| (format!("disputed.{index}.sources.{at}"), *number))
    });
    for (path, number) in of_relations.chain(of_disputes) {
        if number > sources {
            let fact = RuleFact::NoSuchSource { number, sources };
            problems.push(case.problem(&path, fact));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn a_source_is_one_of_the_list() {
        check(
            &["no-such-source", "not-a-number"],
            "\
//- a.md
---
kind: concept
sources: [{ title: A }, { title: B }]
disputed:
  - { claim: its name, sources: [1, 3] }
                                    ^ error[no-such-source]: there is no source 3; the entry has 2
relations:
  - { type: related, to: b, source: 2 }
  - { type: related, to: c, source: 9 }
                                    ^ error[no-such-source]: there is no source 9; the entry has 2
  - { type: related, to: c, source: 0 }
                                    ^ error[not-a-number]: `0` is not a whole number from 1
---
",
        );
    }
}
