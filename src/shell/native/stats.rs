//! What a directory holds, in numbers: the text of `commons check --stats`.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use crate::model::entry::{Approach, Entry};
use crate::model::graph::End;
use crate::model::problem::link::LinkFact;
use crate::model::problem::{Fact, Problem};
use crate::model::site::{Page, PageId, Site};
use crate::search::deflate;
use crate::search::format::manifest::{ByDoc, ByKey};
use crate::search::index;

/// A table: counts by name.
type Table = BTreeMap<String, usize>;

/// The numbers of `site`; `problems` know what is linked to but missing.
pub(crate) fn text(site: &Site, problems: &[Problem]) -> String {
    let entries: Vec<(PageId, &Page, &Entry)> = site
        .numbered()
        .filter_map(|(id, page)| Some((id, page, page.entry()?)))
        .collect();
    let by =
        |value: &dyn Fn(&Entry) -> String| count(entries.iter().map(|(_, _, entry)| value(entry)));
    let mut out = String::new();
    let notes = site.pages.len() - entries.len();
    line(&mut out, "entries", entries.len());
    line(&mut out, "notes", notes);
    table(&mut out, "entries by kind", &by(&|e| e.kind.clone()));
    table(
        &mut out,
        "entries by country",
        &by(&|e| or_none(e.country.as_deref())),
    );
    table(
        &mut out,
        "entries by status",
        &by(&|e| or_none(e.status.as_deref())),
    );
    table(
        &mut out,
        "entries by approach",
        &by(&|e| or_none(e.approach.map(Approach::value))),
    );
    connections(&mut out, site, &entries);
    let orphans = entries.iter().filter(|(id, _, _)| is_orphan(site, *id));
    list(
        &mut out,
        "orphans (no relation, no link)",
        orphans.map(|(_, page, _)| page.source.clone()),
    );
    let single = entries
        .iter()
        .filter(|(_, _, entry)| entry.sources.len() == 1);
    list(
        &mut out,
        "entries with one source",
        single.map(|(_, page, _)| page.source.clone()),
    );
    table(
        &mut out,
        "wanted (links and relations to entries that do not exist)",
        &wanted(problems),
    );
    table(
        &mut out,
        "named outside the directory (`ext`)",
        &outside(site),
    );
    table(&mut out, "bytes of the search index", &index_bytes(site));
    out
}

/// What each family of the search index weighs, as it is served.
fn index_bytes(site: &Site) -> Table {
    let files = index::files(site);
    let found = files.iter().find(|(name, _)| name == "manifest.bin");
    let Some((name, bytes)) = found else {
        return Table::new();
    };
    let mut weights = Table::from([(name.clone(), bytes.len())]);
    if let Some(manifest) = deflate::manifest(bytes) {
        weights.insert("texts".to_owned(), by_doc(&manifest.texts));
        weights.insert("records".to_owned(), by_doc(&manifest.records));
        for part in &manifest.parts {
            let families = [
                ("names", &part.names),
                ("vocabulary", &part.vocabulary),
                ("terms", &part.terms),
                ("facets", &part.facets),
            ];
            for (name, family) in families {
                *weights.entry(name.to_owned()).or_default() += by_key(family);
            }
        }
    }
    weights
}

fn by_doc(family: &ByDoc) -> usize {
    let lengths = family.packs.iter().flat_map(|pack| &pack.lengths);
    lengths.map(|length| *length as usize).sum()
}

fn by_key(family: &ByKey) -> usize {
    let lengths = family.blocks.iter().map(|block| block.place.length);
    lengths.map(|length| length as usize).sum()
}

fn or_none(value: Option<&str>) -> String {
    value.unwrap_or("(none)").to_owned()
}

fn count(names: impl Iterator<Item = String>) -> Table {
    let mut table = Table::new();
    for name in names {
        *table.entry(name).or_default() += 1;
    }
    table
}

/// Links and relations, in all and per entry to one decimal.
fn connections(out: &mut String, site: &Site, entries: &[(PageId, &Page, &Entry)]) {
    let links: usize = entries
        .iter()
        .filter_map(|(id, _, _)| site.graph.links.get(id.0))
        .map(Vec::len)
        .sum();
    let relations: usize = entries.iter().map(|(_, _, e)| e.relations.len()).sum();
    for (name, sum) in [("links", links), ("relations", relations)] {
        let tenths = (sum * 10).checked_div(entries.len()).unwrap_or(0);
        let per_entry = format!("{}.{} per entry", tenths / 10, tenths % 10);
        writeln!(out, "{name}: {sum}, {per_entry}").expect("a string takes any text");
    }
}

fn is_orphan(site: &Site, id: PageId) -> bool {
    let graph = &site.graph;
    let none = |of: Option<usize>| of.unwrap_or(0) == 0;
    none(graph.links.get(id.0).map(Vec::len))
        && none(graph.backlinks.get(id.0).map(Vec::len))
        && none(graph.relations.get(id.0).map(Vec::len))
        && none(graph.trails.get(id.0).map(Vec::len))
}

/// Names that links and relations lead to and that have no page, with how often each is named.
fn wanted(problems: &[Problem]) -> Table {
    count(problems.iter().filter_map(|problem| match &problem.fact {
        Fact::Link(
            LinkFact::Broken { target, .. }
            | LinkFact::BrokenRelation { target, .. }
            | LinkFact::BrokenSynonym { target, .. },
        ) => Some(target.clone()),
        Fact::Link(
            LinkFact::BrokenHeading { .. }
            | LinkFact::BrokenBlock { .. }
            | LinkFact::Ambiguous { .. }
            | LinkFact::EmbedCycle { .. },
        )
        | Fact::Source(_)
        | Fact::FrontMatter(_)
        | Fact::Markdown(_)
        | Fact::Rule(_)
        | Fact::Settings(_) => None,
    }))
}

/// The `ext` names of relations: said on purpose to stand outside the directory.
fn outside(site: &Site) -> Table {
    let groups = site.graph.relations.iter().flatten();
    let others = groups.flat_map(|group| &group.others);
    count(others.filter_map(|other| match &other.to {
        End::Outside(name) => Some(name.clone()),
        End::Page(_) => None,
    }))
}

fn line(out: &mut String, name: &str, number: usize) {
    writeln!(out, "{name}: {number}").expect("a string takes any text");
}

/// Largest first; equal counts by name.
fn table(out: &mut String, name: &str, table: &Table) {
    line(out, name, table.len());
    let mut rows: Vec<_> = table.iter().collect();
    rows.sort_by_key(|(name, count)| (std::cmp::Reverse(**count), *name));
    for (name, count) in rows {
        writeln!(out, "  {count:>5}  {name}").expect("a string takes any text");
    }
}

fn list(out: &mut String, name: &str, items: impl Iterator<Item = String>) {
    let items: BTreeSet<String> = items.collect();
    line(out, name, items.len());
    for item in items {
        writeln!(out, "  {item}").expect("a string takes any text");
    }
}
