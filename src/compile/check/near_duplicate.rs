//! `near-duplicate`
//!
//! What: two entries have nearly the same title or alias, or the same URL.
//! Why: one thing described twice splits its links and its readers, and the two will come to differ.
//! Fix: merge them, or write `distinct_from` with the other's id where they are two things.

use std::collections::{HashMap, HashSet};

use crate::compile::check::{Case, Checked};
use crate::model::problem::Problem;
use crate::model::problem::rule::RuleFact;
use crate::model::slug::Slug;
use crate::model::url::Url;

/// Words that do not tell two names apart.
const EMPTY_WORDS: [&str; 7] = ["the", "a", "an", "of", "and", "for", "in"];

/// Checks all names and URLs against each other, by keys that near ones share: the time grows with their number only.
pub(super) fn check(site: Checked<'_>, problems: &mut Vec<Problem>) {
    let mut names: HashMap<String, Vec<Name<'_>>> = HashMap::new();
    let mut urls: HashMap<String, Vec<Case<'_>>> = HashMap::new();
    for case in site.cases() {
        for name in names_of(case) {
            let here = names.entry(name_key(name.text)).or_default();
            let other = here.iter().find(|other| may_be_one(other.case, case));
            if let Some(other) = other {
                let fact = same_name(&name, other);
                problems.push(case.problem(&name.path, fact));
            }
            here.push(name);
        }
        if let Some(url) = &case.entry.url {
            let here = urls.entry(url_key(url)).or_default();
            if let Some(other) = here.iter().find(|other| may_be_one(**other, case)) {
                let id = other.id().to_owned();
                problems.push(case.problem("url", RuleFact::SameUrl { id }));
            }
            here.push(case);
        }
    }
}

/// A name of an entry and where it stands.
struct Name<'a> {
    case: Case<'a>,
    text: &'a str,
    path: String,
}

/// The title and aliases, each key once.
fn names_of(case: Case<'_>) -> impl Iterator<Item = Name<'_>> {
    let head = &case.note.head;
    let title = std::iter::once((head.title.as_str(), "title".to_owned()));
    let aliases = head.aliases.iter().enumerate();
    let aliases = aliases.map(|(index, alias)| (alias.as_str(), format!("aliases.{index}")));
    let mut seen = HashSet::new();
    title
        .chain(aliases)
        .filter(move |(text, _)| seen.insert(name_key(text)))
        .map(move |(text, path)| Name { case, text, path })
}

fn may_be_one(a: Case<'_>, b: Case<'_>) -> bool {
    let apart = |a: Case<'_>, b: Case<'_>| a.entry.distinct_from.iter().any(|id| id == b.id());
    !apart(a, b) && !apart(b, a)
}

fn same_name(name: &Name<'_>, other: &Name<'_>) -> RuleFact {
    RuleFact::SameName {
        name: name.text.to_owned(),
        other: other.text.to_owned(),
        id: other.case.id().to_owned(),
    }
}

/// The words of a name in plain letters, sorted, so that `The Commons of Land` and `Land commons` are one.
fn name_key(name: &str) -> String {
    let plain = Slug::from_words(name);
    let mut words: Vec<&str> = plain.as_str().split('-').collect();
    words.retain(|word| !EMPTY_WORDS.contains(word));
    words.sort_unstable();
    if words.is_empty() {
        return plain.as_str().to_owned();
    }
    words.join("-")
}

/// Host and path in one spelling: `http://www.example.org/a/` and `https://example.org/a` are one.
fn url_key(url: &Url) -> String {
    let rest = url.as_str().split_once("//").map_or("", |(_, rest)| rest);
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let path = rest.split_once('/').map_or("", |(_, path)| path);
    let path = path.trim_end_matches('/').trim_end_matches("index.html");
    format!(
        "{}/{}",
        url.host().to_lowercase(),
        path.trim_end_matches('/')
    )
}

#[cfg(test)]
mod tests {
    use crate::compile::check::testing::{check, help};

    #[test]
    fn one_thing_has_one_entry() {
        check(
            &["near-duplicate"],
            "\
//- a.md
---
title: Land commons
kind: concept
aliases: [Común]
---
//- b.md
---
title: The Commons of Land
       ^^^^^^^^^^^^^^^^^^^ warning[near-duplicate]: `The Commons of Land` is nearly `Land commons`, the name of `a`
kind: concept
aliases: [B, comun]
             ^^^^^ warning[near-duplicate]: `comun` is nearly `Común`, the name of `a`
---
//- c.md
---
title: Land Commons
kind: concept
distinct_from: [a, b]
---
//- d.md
---
kind: tool
url: https://www.example.org/x/?from=a
---
//- e.md
---
kind: tool
url: http://example.org/x
     ^^^^^^^^^^^^^^^^^^^^ warning[near-duplicate]: `d` has the same URL
---
//- f.md
---
kind: tool
url: https://example.org
---
",
        );
    }

    #[test]
    fn the_remedy_names_the_other() {
        let text = "//- a.md\n---\ntitle: X\nkind: event\n---\n//- b.md\n---\ntitle: x\nkind: event\n---\n";
        assert_eq!(
            help("near-duplicate", text),
            ["merge the two, or write `distinct_from: [a]`"]
        );
    }
}
