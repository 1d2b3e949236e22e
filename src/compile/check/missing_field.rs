//! `missing-field`
//!
//! What: a field that every entry of its class must have is not there, or is empty.
//! Why: lists, filters and previews need the same few fields of every entry, and a claim needs a source.
//! Fix: add the field; `compile::schema` says which class needs which.

use crate::compile::schema::Field;
use crate::model::choice::Class;
use crate::model::problem::front_matter::Mistake;

/// The fields of `table` that should be `present` and are not.
pub(crate) fn mistakes(
    present: &[bool],
    (table, within): (&'static [Field], &'static str),
    class: Class,
    flag: impl Fn(&str) -> bool + Copy,
) -> Vec<Mistake> {
    let absent = table.iter().zip(present).filter(|(_, present)| !**present);
    let missing = absent.filter(|(field, _)| field.need.of(class, flag));
    missing
        .map(|(field, _)| Mistake::Missing {
            field: field.name,
            within,
            meaning: field.doc,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::{check, help};

    #[test]
    fn an_entity_needs_more_than_an_idea() {
        check(
            &["missing-field"],
            "\
//- a.md
---
^^^ error[missing-field]: this entry lacks the field `sources`
title: A
kind: concept
summary: A.
---
//- b.md
---
^^^ error[missing-field]: this entry lacks the field `domain`
^^^ error[missing-field]: this entry lacks the field `sources`
^^^ error[missing-field]: this entry lacks the field `status`
^^^ error[missing-field]: this entry lacks the field `summary`
^^^ error[missing-field]: this entry lacks the field `url`
title: B
kind: tool
---
//- c.md
---
^^^ error[missing-field]: this entry lacks the field `steps`
title: C
kind: trail
summary: C.
---
",
        );
    }

    #[test]
    fn a_website_may_be_withheld() {
        let text = "//- a.md\n---\nkind: tool\nurl_withheld: true\n---\n";
        let help = help("missing-field", text);
        assert_eq!(help.len(), 5, "{help:?}");
        assert_eq!(
            help[0],
            "add `domain:` (whether its home is the network, the ground, or both)"
        );
    }

    #[test]
    fn what_is_empty_is_missing() {
        check(
            &["missing-field"],
            "\
//- a.md
---
^^^ error[missing-field]: this entry lacks the field `summary`
title: A
kind: concept
summary:
sources:
  - { title: '', url: 'https://example.org' }
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error[missing-field]: this part of `sources` lacks the field `title`
  - title: B
relations:
  - { type: related }
    ^^^^^^^^^^^^^^^^^ error[missing-field]: this part of `relations` lacks the field `to`
---
",
        );
    }
}
