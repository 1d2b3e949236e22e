//! The rules, one file each: a name, three lines (what, why, fix), a function, tests.
//!
//! Rules about one field are asked by `front_matter` while it reads; rules about one entry and about all of them together run here.

pub(crate) mod misplaced_field;
pub(crate) mod missing_field;
pub(crate) mod unknown_key;
pub(crate) mod unknown_value;
pub(crate) mod url_scheme;

mod at_risk;
mod email;
mod ended_before_founded;
mod expired;
mod founded_missing;
mod future_date;
mod geo;
mod not_accessed;
mod plain_id;
mod self_relation;
mod source_number;
mod summary_length;
mod thin_dispute;
mod verified;

mod both_sides;
mod near_duplicate;
mod orphan;
mod related_beside_typed;
mod unique_id;

#[cfg(test)]
pub(crate) mod testing;

use crate::compile::Parsed;
use crate::model::entry::Entry;
use crate::model::graph::Graph;
use crate::model::problem::rule::RuleFact;
use crate::model::problem::{Place, Problem};
use crate::model::settings::Settings;
use crate::model::site::{Front, PageId};

/// Everything that a rule may look at. Every file of `notes` is to be published.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Checked<'a> {
    /// The files, sorted by path.
    pub(crate) notes: &'a [Parsed],
    /// How they are connected; a file's position in `notes` is its `PageId`.
    pub(crate) graph: &'a Graph,
    /// The builder's decisions.
    pub(crate) settings: &'a Settings,
}

/// One entry as a rule sees it.
#[derive(Debug, Clone, Copy)]
struct Case<'a> {
    page: PageId,
    note: &'a Parsed,
    entry: &'a Entry,
    settings: &'a Settings,
}

/// The rules that look at one entry alone.
const EACH: [fn(Case<'_>, &mut Vec<Problem>); 14] = [
    plain_id::check,
    summary_length::check,
    self_relation::check,
    source_number::check,
    ended_before_founded::check,
    future_date::check,
    at_risk::check,
    geo::check,
    email::check,
    verified::check,
    founded_missing::check,
    not_accessed::check,
    thin_dispute::check,
    expired::check,
];

/// The rules that look at all entries together.
const TOGETHER: [fn(Checked<'_>, &mut Vec<Problem>); 5] = [
    unique_id::check,
    both_sides::check,
    related_beside_typed::check,
    near_duplicate::check,
    orphan::check,
];

/// Runs every rule.
pub(crate) fn all(site: Checked<'_>, problems: &mut Vec<Problem>) {
    for case in site.cases() {
        for rule in EACH {
            rule(case, problems);
        }
    }
    for rule in TOGETHER {
        rule(site, problems);
    }
}

impl<'a> Checked<'a> {
    /// The typed entries.
    fn cases(self) -> impl Iterator<Item = Case<'a>> {
        let numbered = self.notes.iter().enumerate();
        numbered.filter_map(move |(index, note)| match &note.head.front {
            Front::Entry(entry) => Some(Case {
                page: PageId(index),
                note,
                entry,
                settings: self.settings,
            }),
            Front::Note(_) => None,
        })
    }
}

impl<'a> Case<'a> {
    /// A problem with the value at `path`.
    fn problem(self, path: &str, fact: RuleFact) -> Problem {
        let span = self.note.head.fields.span(path);
        Place::new(&self.note.path, span).problem(fact)
    }

    /// The entry's id: its file's name, or its folder's where it is the folder's own page.
    fn id(self) -> &'a str {
        id_of(&self.note.path)
    }
}

/// The id of the entry in this file.
fn id_of(path: &str) -> &str {
    let path = path.strip_suffix(".md").unwrap_or(path);
    let folder = path.strip_suffix("/index");
    let path = folder.unwrap_or(path);
    path.rsplit('/').next().unwrap_or(path)
}
