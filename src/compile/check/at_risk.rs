//! `at-risk`
//!
//! What: an entry with `at_risk: true` says where the group is more finely than its country, or how to reach it.
//! Why: being found could harm people. What the build strips would still stand in the history of the file, so it must not be written at all.
//! Fix: write `location_precision: country` or `none`, and delete the fields named.

use crate::compile::check::Case;
use crate::model::entry::Precision;
use crate::model::problem::Problem;
use crate::model::problem::rule::RuleFact;

/// Fields that lead to people or places.
const DANGEROUS: [&str; 5] = ["place", "region", "geo", "email", "contact_form"];

/// Checks an entry at risk.
pub(super) fn check(case: Case<'_>, problems: &mut Vec<Problem>) {
    if !case.entry.at_risk {
        return;
    }
    if case.entry.location_precision > Precision::Country {
        let fields = &case.note.head.fields;
        let path = if fields.has("location_precision") {
            "location_precision"
        } else {
            "at_risk"
        };
        problems.push(case.problem(path, RuleFact::AtRiskPrecision));
    }
    for field in DANGEROUS {
        if case.note.head.fields.has(field) {
            problems.push(case.problem(field, RuleFact::AtRiskField { field }));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn a_group_at_risk_is_not_to_be_found() {
        check(
            &["at-risk"],
            "\
//- a.md
---
kind: organization
at_risk: true
         ^^^^ error[at-risk]: a group at risk is shown more exactly than its country
place: Here
       ^^^^ error[at-risk]: `place` endangers a group at risk
geo: { lat: 1.0, lon: 2.0 }
     ^^^^^^^^^^^^^^^^^^^^^^ error[at-risk]: `geo` endangers a group at risk
email: hello@example.org
       ^^^^^^^^^^^^^^^^^ error[at-risk]: `email` endangers a group at risk
---
//- b.md
---
kind: organization
at_risk: true
location_precision: region
                    ^^^^^^ error[at-risk]: a group at risk is shown more exactly than its country
---
//- c.md
---
kind: organization
at_risk: true
location_precision: country
country: MX
---
",
        );
    }
}
