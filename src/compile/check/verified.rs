//! `not-verified`, `stale`
//!
//! What: nobody has checked the entry against its sources, or it is longer ago than `verify_every` days.
//! Why: a directory is trusted for as long as it is right; the date tells the reader how far.
//! Fix: read the sources, correct the entry, and write the day in `verified`.

use crate::compile::check::Case;
use crate::model::problem::Problem;
use crate::model::problem::rule::RuleFact;

/// Checks when one entry was verified.
pub(super) fn check(case: Case<'_>, problems: &mut Vec<Problem>) {
    let Some(verified) = case.entry.verified else {
        problems.push(case.problem("verified", RuleFact::NotVerified));
        return;
    };
    let every = case
        .entry
        .verify_every
        .unwrap_or(case.settings.verify_every);
    let days = case.settings.today.days_since(verified);
    if days > i64::from(every) {
        let fact = RuleFact::Stale {
            verified,
            days,
            every,
        };
        problems.push(case.problem("verified", fact));
    }
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn an_entry_is_checked_from_time_to_time() {
        check(
            &["not-verified", "stale"],
            "\
//- a.md
---
^^^ warning[not-verified]: nobody has checked this entry against its sources
kind: concept
---
//- b.md
---
kind: concept
verified: 2025-06-30
          ^^^^^^^^^^ warning[stale]: last checked on 2025-06-30, 366 days ago; it should be every 365 days
---
//- c.md
---
kind: concept
verified: 2025-06-30
verify_every: 366
---
",
        );
    }
}
