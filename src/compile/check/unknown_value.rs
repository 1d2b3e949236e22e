//! `unknown-value`
//!
//! What: a value that its list, or the relation types, do not have.
//! Why: people filter by these values; one word for one thing is what makes that work.
//! Fix: write the nearest value; a site can add values of its own in `site.toml`.

use crate::compile::nearest;
use crate::model::choice::{List, Lists};
use crate::model::problem::front_matter::Mistake;
use crate::model::relation::{self, RelationType};

/// What to say of `value`, which `list` does not have.
pub(crate) fn mistake(list: List, value: String, lists: &Lists) -> Mistake {
    let choices = lists.of(list).iter();
    Mistake::UnknownValue {
        list,
        nearest: nearest(list, &value, lists),
        value,
        allowed: choices.map(|choice| choice.value.clone()).collect(),
    }
}

/// The value of `list` that is meant by `value`: by its letters, or by its label's.
pub(crate) fn nearest(list: List, value: &str, lists: &Lists) -> Option<String> {
    let choices = lists.of(list);
    let labels = || choices.iter().map(|choice| choice.label.as_str());
    let values = choices.iter().map(|choice| choice.value.as_str());
    let found = nearest::nearest(value, values);
    found.map(str::to_owned).or_else(|| {
        let label = nearest::nearest(value, labels())?;
        let mut choices = choices.iter();
        let choice = choices.find(|choice| choice.label == label)?;
        Some(choice.value.clone())
    })
}

/// The type of relation that is stored under `value`.
pub(crate) fn relation(value: String) -> Result<&'static RelationType, Mistake> {
    relation::find(&value).ok_or_else(|| {
        let words = value.replace(['-', '_'], " ");
        let inverse = relation::ALL.iter().find(|kind| kind.inverse == words);
        let names = relation::ALL.iter().map(|kind| kind.name);
        let near = nearest::nearest(&value, names).filter(|_| inverse.is_none());
        Mistake::UnknownRelation {
            nearest: near.map(str::to_owned),
            inverse_of: inverse.map(|kind| kind.name),
            value,
        }
    })
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::{check, help};

    #[test]
    fn a_value_outside_its_list_is_named_with_the_nearest() {
        check(
            &["unknown-value"],
            "\
//- a.md
---
title: A
kind: concpt
      ^^^^^^ error[unknown-value]: `concpt` is not in the list `kind`; the nearest is `concept`
sector: [food, houses, Disaster relief]
               ^^^^^^ error[unknown-value]: `houses` is not in the list `sector`
                       ^^^^^^^^^^^^^^^ error[unknown-value]: `Disaster relief` is not in the list `sector`; the nearest is `disaster-relief`
confidence: sure
            ^^^^ error[unknown-value]: `sure` is not in the list `confidence`
relations:
  - { type: member, to: b }
            ^^^^^^ error[unknown-value]: `member` is not a type of relation; the nearest is `member-of`
  - { type: has-member, to: b }
            ^^^^^^^^^^ error[unknown-value]: `has-member` is not a type of relation
---
",
        );
    }

    #[test]
    fn the_computed_side_is_to_be_written_in_the_other_entry() {
        let text = "//- a.md\n---\nkind: concept\nrelations: [{ type: has-member, to: b }]\n---\n";
        assert_eq!(
            help("unknown-value", text),
            ["write `member-of` in the other entry; this side is computed"]
        );
    }
}
