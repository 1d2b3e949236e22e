//! `not-accessed`
//!
//! What: a source with a URL does not say on which day it was read.
//! Why: pages change; the day tells which version is meant, and which copy to look for when it is gone.
//! Fix: read the source again and write the day in `accessed`.

use crate::compile::check::Case;
use crate::model::problem::Problem;
use crate::model::problem::rule::RuleFact;

/// Checks the sources of one entry. A book without URL does not change.
pub(super) fn check(case: Case<'_>, problems: &mut Vec<Problem>) {
    for (index, source) in case.entry.sources.iter().enumerate() {
        if source.url.is_some() && source.accessed.is_none() {
            let path = format!("sources.{index}.url");
            problems.push(case.problem(&path, RuleFact::NotAccessed));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn a_page_was_read_on_some_day() {
        check(
            &["not-accessed"],
            "\
//- a.md
---
kind: concept
sources:
  - { title: A book }
  - { title: A page, url: https://example.org/a }
                          ^^^^^^^^^^^^^^^^^^^^^ warning[not-accessed]: the source does not say when it was read
  - { title: A page, url: https://example.org/b, accessed: 2026-06-01 }
---
",
        );
    }
}
