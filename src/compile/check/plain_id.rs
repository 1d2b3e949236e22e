//! `id-not-plain`
//!
//! What: an entry's file name, which is its id, holds more than `a-z`, `0-9` and inner `-`.
//! Why: the id stands in addresses, links and exports, where other characters are escaped in many ways or lost.
//! Fix: rename the file to the name that the help gives.

use crate::compile::check::Case;
use crate::model::problem::rule::RuleFact;
use crate::model::problem::{Place, Problem};
use crate::model::slug::Slug;

/// Checks the id of one entry.
pub(super) fn check(case: Case<'_>, problems: &mut Vec<Problem>) {
    let id = case.id();
    if Slug::new(id).is_none() {
        let fact = RuleFact::IdNotPlain {
            id: id.to_owned(),
            nearest: Slug::from_words(id).to_string(),
        };
        problems.push(Place::whole(&case.note.path).problem(fact));
    }
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::{check, help};

    const FIXTURE: &str = "\
//- ideas/Mutual Aid.md
---
^ error[id-not-plain]: the id `Mutual Aid` holds more than small letters, digits and inner hyphens
kind: concept
---
//- ideas/a_b.md
---
^ error[id-not-plain]: the id `a_b` holds more than small letters, digits and inner hyphens
kind: concept
---
//- ideas/mutual-aid-2.md
---
kind: concept
---
//- ideas/Plain Note.md
Words.
//- place/index.md
---
kind: place
---
";

    #[test]
    fn an_id_is_plain() {
        check(&["id-not-plain"], FIXTURE);
        let help = help("id-not-plain", FIXTURE);
        assert_eq!(help[0], "rename the file to `mutual-aid.md`");
    }
}
