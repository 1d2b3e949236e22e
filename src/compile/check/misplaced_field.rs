//! `misplaced-field`
//!
//! What: `status` on an idea or a trail, `steps` on anything but a trail.
//! Why: an idea is not active or ended, and only a trail leads from step to step; shown elsewhere, such a field misleads.
//! Fix: delete the field, or choose the kind that is meant.

use crate::compile::schema::{Field, Place};
use crate::model::choice::Class;
use crate::model::problem::rule::RuleFact;

/// What to say of `field` on an entry of this class and kind, if it does not belong there.
pub(crate) fn fact(field: &Field, class: Class, kind: &str) -> Option<RuleFact> {
    let belongs_to = match (field.place, class) {
        (Place::Anywhere, _)
        | (Place::Entities, Class::Entity | Class::Note)
        | (Place::Trails, Class::Trail | Class::Note) => return None,
        (Place::Entities, Class::Idea | Class::Trail) => {
            "organizations, tools, places and the like"
        }
        (Place::Trails, Class::Idea | Class::Entity) => "trails",
    };
    Some(RuleFact::Misplaced {
        field: field.name,
        kind: kind.to_owned(),
        belongs_to,
    })
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn an_idea_has_no_status() {
        check(
            &["misplaced-field"],
            "\
//- a.md
---
kind: concept
status: active
^^^^^^ error[misplaced-field]: `status` is for organizations, tools, places and the like; this is a `concept`
steps: [{ to: b }]
^^^^^ error[misplaced-field]: `steps` is for trails; this is a `concept`
---
//- b.md
---
kind: tool
status: active
---
//- c.md
---
kind: trail
steps: [{ to: b }]
---
",
        );
    }
}
