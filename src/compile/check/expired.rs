//! `expired`
//!
//! What: something is offered or sought until a day that has passed.
//! Why: it is hidden from that day on, so the entry promises less than it seems to its author.
//! Fix: delete it, or ask the group and write a later day.

use crate::compile::check::Case;
use crate::model::entry::Exchange;
use crate::model::problem::Problem;
use crate::model::problem::rule::RuleFact;

/// Checks what one entry offers and seeks.
pub(super) fn check(case: Case<'_>, problems: &mut Vec<Problem>) {
    let lists = [("offers", &case.entry.offers), ("seeks", &case.entry.seeks)];
    for (field, exchanges) in lists {
        for (index, exchange) in exchanges.iter().enumerate() {
            problems.extend(expired(case, (field, index), exchange));
        }
    }
}

fn expired(case: Case<'_>, (field, index): (&str, usize), exchange: &Exchange) -> Option<Problem> {
    let date = exchange
        .expires
        .filter(|date| *date < case.settings.today)?;
    let path = format!("{field}.{index}.expires");
    Some(case.problem(&path, RuleFact::Expired { date }))
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn an_offer_holds_through_its_last_day() {
        check(
            &["expired"],
            "\
//- a.md
---
kind: tool
offers:
  - { title: Tools, type: good, terms: lend, expires: 2026-07-01 }
seeks:
  - { title: Hands, type: handwork, expires: 2026-01-01 }
  - { title: Hands, type: service, expires: 2026-06-30 }
                                            ^^^^^^^^^^ warning[expired]: this was open until 2026-06-30
---
",
        );
    }
}
