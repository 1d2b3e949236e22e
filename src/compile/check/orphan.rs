//! `orphan`
//!
//! What: no relation and no link leads to an entry or from it.
//! Why: who does not search for its name will never find it, and who does will find no way on.
//! Fix: relate it to another entry, or link to one in the text.

use std::collections::HashSet;

use crate::compile::check::Checked;
use crate::model::entry::Relation;
use crate::model::problem::Problem;
use crate::model::problem::rule::RuleFact;
use crate::model::site::PageId;

/// Checks that every entry is connected.
pub(super) fn check(site: Checked<'_>, problems: &mut Vec<Problem>) {
    let connected = connected(site);
    for case in site.cases() {
        let outside = |relation: &Relation| relation.to.is_outside();
        let tried = case.entry.relations.iter().any(outside);
        if !connected.contains(&case.page) && !tried && case.entry.steps.is_empty() {
            problems.push(case.problem("relations", RuleFact::Orphan));
        }
    }
}

/// The pages at either end of a relation, a link or a trail's step.
fn connected(site: Checked<'_>) -> HashSet<PageId> {
    let edges = site.graph.edges.iter();
    let mut connected: HashSet<PageId> = edges.flat_map(|edge| [edge.from, edge.to]).collect();
    for (index, links) in site.graph.links.iter().enumerate() {
        if !links.is_empty() {
            connected.insert(PageId(index));
            connected.extend(links);
        }
    }
    let trails = site.graph.trails.iter().enumerate();
    connected.extend(
        trails
            .filter(|(_, on)| !on.is_empty())
            .map(|(index, _)| PageId(index)),
    );
    connected
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::check;

    #[test]
    fn an_entry_is_connected_to_another() {
        check(
            &["orphan"],
            "\
//- a.md
---
kind: concept
relations: [{ type: related, to: b }]
---
//- b.md
---
kind: concept
---
//- c.md
---
^^^ warning[orphan]: no relation and no link leads here or from here
kind: concept
---
//- d.md
---
kind: trail
steps: [{ to: e }]
---
//- e.md
---
kind: concept
---
//- f.md
---
kind: concept
relations: [{ type: related, ext: Something else }]
---
//- h.md
---
kind: concept
---
See [[i]].
//- i.md
---
kind: concept
---
//- j.md
---
^^^ warning[orphan]: no relation and no link leads here or from here
kind: concept
---
[[j]] names only itself.
//- k.md
A plain note may stand alone.
",
        );
    }
}
