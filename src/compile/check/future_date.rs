//! `future-date`
//!
//! What: a day on which something was done, or began, lies after the day of the build.
//! Why: what has not happened yet cannot be reported; it is a slip of the pen.
//! Fix: correct the date. Days until which something holds (`expires`, `until`) may lie ahead.

use crate::compile::check::Case;
use crate::model::date::{Date, Edtf};
use crate::model::problem::Problem;
use crate::model::problem::rule::RuleFact;

/// Checks the dates of one entry.
pub(super) fn check(case: Case<'_>, problems: &mut Vec<Problem>) {
    let entry = case.entry;
    let days = [
        ("verified", entry.verified),
        ("added", entry.added),
        ("updated", entry.updated),
    ];
    for (field, date) in days {
        problems.extend(day(case, field, date));
    }
    for (index, source) in entry.sources.iter().enumerate() {
        if source
            .accessed
            .is_some_and(|date| date > case.settings.today)
        {
            problems.extend(day(
                case,
                &format!("sources.{index}.accessed"),
                source.accessed,
            ));
        }
    }
    for (field, date) in [("founded", entry.founded), ("ended", entry.ended)] {
        problems.extend(partial(case, field, date));
    }
    for (index, relation) in entry.relations.iter().enumerate() {
        if relation.since.is_some() {
            problems.extend(partial(
                case,
                &format!("relations.{index}.since"),
                relation.since,
            ));
        }
    }
}

fn day(case: Case<'_>, path: &str, date: Option<Date>) -> Option<Problem> {
    let today = case.settings.today;
    let date = date.filter(|date| *date > today)?.to_string();
    Some(case.problem(path, RuleFact::Future { date, today }))
}

fn partial(case: Case<'_>, path: &str, date: Option<Edtf>) -> Option<Problem> {
    let today = case.settings.today;
    let now = Edtf::parse(&today.to_string())?.earliest();
    let date = date.filter(|date| date.earliest() > now)?.to_string();
    Some(case.problem(path, RuleFact::Future { date, today }))
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn what_has_happened_has_a_past_date() {
        check(
            &["future-date"],
            "\
//- a.md
---
kind: tool
verified: 2026-07-02
          ^^^^^^^^^^ error[future-date]: `2026-07-02` lies in the future
added: 2026-07-01
founded: 2026
ended: 2026-08
       ^^^^^^^ error[future-date]: `2026-08` lies in the future
sources:
  - { title: A, accessed: 2062-01-01 }
                          ^^^^^^^^^^ error[future-date]: `2062-01-01` lies in the future
relations:
  - { type: uses, to: b, since: 2027, until: 2030 }
                                ^^^^ error[future-date]: `2027` lies in the future
offers:
  - { title: Tools, type: good, expires: 2030-01-01 }
---
",
        );
    }
}
