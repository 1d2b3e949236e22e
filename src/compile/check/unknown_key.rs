//! `unknown-key`
//!
//! What: a field that the schema does not have, in a typed entry.
//! Why: a misspelt field would silently say nothing.
//! Fix: write the nearest field that exists, or move what it says into the text.

use crate::compile::nearest::nearest;
use crate::compile::schema::Field;
use crate::model::problem::front_matter::Mistake;

/// What to say of `key`, which is none of `table`, the fields of the group `within`.
pub(crate) fn mistake(key: &str, table: &[Field], within: &'static str) -> Mistake {
    let names = table.iter().map(|field| field.name);
    Mistake::UnknownKey {
        key: key.to_owned(),
        within,
        nearest: nearest(key, names).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn a_misspelt_field_is_named_with_the_nearest() {
        check(
            &["unknown-key"],
            "\
//- a.md
---
title: A
kind: concept
sumary: A.
^^^^^^ error[unknown-key]: this entry has no field `sumary`; the nearest is `summary`
colour: red
^^^^^^ error[unknown-key]: this entry has no field `colour`
sources:
  - { title: B, acessed: 2026-01-01 }
                ^^^^^^^ error[unknown-key]: this part of `sources` has no field `acessed`; the nearest is `accessed`
---
",
        );
    }

    #[test]
    fn a_plain_note_may_hold_any_field() {
        check(
            &["unknown-key"],
            "//- a.md\n---\ncssclasses: wide\nrating: 5\n---\n",
        );
    }
}
