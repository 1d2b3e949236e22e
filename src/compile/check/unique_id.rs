//! `id-taken`
//!
//! What: two entries in different folders have one id, or ids that differ only in case.
//! Why: links and relations name entries by id alone, and some disks do not tell `A` from `a`.
//! Fix: rename one of the files, and write its old id in `redirect_from`.

use std::collections::HashMap;

use crate::compile::check::Checked;
use crate::model::problem::rule::RuleFact;
use crate::model::problem::{Place, Problem};

/// Checks the ids of all entries against each other.
pub(super) fn check(site: Checked<'_>, problems: &mut Vec<Problem>) {
    let mut taken: HashMap<String, &str> = HashMap::with_capacity(site.notes.len());
    for case in site.cases() {
        let path = case.note.path.as_str();
        let id = case.id();
        let other = *taken.entry(id.to_lowercase()).or_insert(path);
        if other != path {
            let fact = RuleFact::IdTaken {
                id: id.to_owned(),
                other: other.to_owned(),
            };
            problems.push(Place::whole(path).problem(fact));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn an_id_is_taken_once() {
        check(
            &["id-taken"],
            "\
//- a/commons.md
---
kind: concept
---
//- b/Commons.md
---
^ error[id-taken]: the id `Commons` is that of `a/commons.md` as well
kind: concept
---
//- c/commons.md
A plain note may share it.
//- d/index.md
---
kind: concept
---
//- e/d.md
---
^ error[id-taken]: the id `d` is that of `d/index.md` as well
kind: concept
---
",
        );
    }
}
