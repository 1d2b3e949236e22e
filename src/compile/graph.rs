//! The graph: typed relations both ways, prose links with their sentences, related entries, trails.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::compile::Parsed;
use crate::compile::html::Target;
use crate::compile::names::Names;
use crate::compile::sentence::{self, Sentence};
use crate::model::entry::RelationObject;
use crate::model::graph::{Backlink, Edge, End, Graph, RelationEnd, RelationGroup};
use crate::model::relation::{self, RelationType};
use crate::model::site::{Front, PageId};

/// A neighbour that two entries share by a typed relation says most: somebody stated it.
const SHARED_RELATION: f32 = 3.0;
/// A page that both link to in prose says less: prose mentions much in passing. At 0 prose would not count.
const SHARED_LINK: f32 = 1.0;
/// A tag in common says about as much as a link in common.
const SHARED_TAG: f32 = 1.0;
/// A direct prose link between the two.
const DIRECT_LINK: f32 = 2.0;
/// What more than this many pages share says nothing about any two of them, and would cost quadratic time.
const TOO_COMMON: usize = 100;
/// How many related entries a page shows.
const RELATED: usize = 6;

/// Builds the graph of `notes`, whose positions are their [`PageId`]s.
pub(crate) fn build(notes: &[Parsed], names: &Names<'_>, targets: &[Vec<Target>]) -> Graph {
    let edges = edges(notes, names);
    let links = links(targets);
    let relations = relation_groups(notes, &edges);
    let related = related(notes, &edges, &links);
    Graph {
        backlinks: backlinks(notes, targets),
        trails: trails(notes, names),
        edges,
        relations,
        links,
        related,
    }
}

fn edges(notes: &[Parsed], names: &Names<'_>) -> Vec<Edge> {
    let mut edges = Vec::new();
    for (index, note) in notes.iter().enumerate() {
        let Front::Entry(entry) = &note.head.front else {
            continue;
        };
        for relation in &entry.relations {
            let RelationObject::Entry(id) = &relation.to else {
                continue;
            };
            let Some(to) = names.id(id).filter(|to| to.0 != index) else {
                continue;
            };
            edges.push(Edge {
                from: PageId(index),
                kind: relation.kind,
                to,
                since: relation.since,
                until: relation.until,
                note: relation.note.clone(),
                source: relation.source,
            });
        }
    }
    edges.sort_by_key(|edge| (edge.from, edge.kind, edge.to));
    edges.dedup_by_key(|edge| (edge.from, edge.kind, edge.to));
    edges
}

/// Per page: the other pages that its prose links to.
fn links(targets: &[Vec<Target>]) -> Vec<Vec<PageId>> {
    let linked = |(index, targets): (usize, &Vec<Target>)| {
        let pages: BTreeSet<PageId> = targets.iter().filter_map(page_of).collect();
        pages.into_iter().filter(|page| page.0 != index).collect()
    };
    targets.iter().enumerate().map(linked).collect()
}

fn page_of(target: &Target) -> Option<PageId> {
    match target {
        Target::Page { page, .. } => Some(*page),
        Target::File(_) | Target::Nowhere => None,
    }
}

/// A relation type's place in `relation::ALL`, and whether it is seen from its object.
type Side = (usize, bool);

/// Relations of each page, both ways. A symmetric relation that both sides wrote is shown once.
fn relation_groups(notes: &[Parsed], edges: &[Edge]) -> Vec<Vec<RelationGroup>> {
    let title = |end: &RelationEnd| match &end.to {
        End::Page(page) => notes[page.0].head.title.to_lowercase(),
        End::Outside(name) => name.to_lowercase(),
    };
    let group = |((kind, inverse), mut others): (Side, Vec<RelationEnd>)| {
        others.sort_by_cached_key(title);
        others.dedup_by(|a, b| a.to == b.to);
        let kind = &relation::ALL[kind];
        RelationGroup {
            label: if inverse { kind.inverse } else { kind.label },
            definition: kind.definition,
            others,
        }
    };
    let ends = relation_ends(notes, edges).into_iter();
    ends.map(|ends| ends.into_iter().map(group).collect())
        .collect()
}

/// Per page: the other sides of its relations.
fn relation_ends(notes: &[Parsed], edges: &[Edge]) -> Vec<BTreeMap<Side, Vec<RelationEnd>>> {
    let rank = |kind: &RelationType| {
        let known = relation::ALL.iter().position(|known| known == kind);
        known.expect("every relation's type is one of the table")
    };
    let mut ends: Vec<BTreeMap<Side, Vec<RelationEnd>>> = vec![BTreeMap::new(); notes.len()];
    let mut put = |page: usize, side: Side, end| ends[page].entry(side).or_default().push(end);
    for edge in edges {
        let end = |to, source| RelationEnd {
            to: End::Page(to),
            since: edge.since,
            until: edge.until,
            note: edge.note.clone(),
            source,
        };
        let kind = rank(edge.kind);
        put(edge.from.0, (kind, false), end(edge.to, edge.source));
        put(
            edge.to.0,
            (kind, !edge.kind.symmetric),
            end(edge.from, None),
        );
    }
    for (index, note) in notes.iter().enumerate() {
        for (kind, name, relation) in outside(note) {
            let end = RelationEnd {
                to: End::Outside(name.to_owned()),
                since: relation.since,
                until: relation.until,
                note: relation.note.clone(),
                source: relation.source,
            };
            put(index, (rank(kind), false), end);
        }
    }
    ends
}

/// The relations of `note` whose objects the directory does not list.
fn outside(
    note: &Parsed,
) -> impl Iterator<Item = (&'static RelationType, &str, &crate::model::entry::Relation)> {
    let relations = match &note.head.front {
        Front::Entry(entry) => entry.relations.as_slice(),
        Front::Note(_) => &[],
    };
    relations.iter().filter_map(|relation| match &relation.to {
        RelationObject::Outside(name) => Some((relation.kind, name.as_str(), relation)),
        RelationObject::Entry(_) => None,
    })
}

fn backlinks(notes: &[Parsed], targets: &[Vec<Target>]) -> Vec<Vec<Backlink>> {
    let mut backlinks: Vec<Vec<Backlink>> = vec![Vec::new(); notes.len()];
    for (index, note) in notes.iter().enumerate() {
        let mut seen = BTreeSet::new();
        let title = |link: usize| {
            let page = targets[index].get(link).and_then(page_of);
            page.map_or("", |page| notes[page.0].head.title.as_str())
        };
        sentence::each(&note.document, &title, &mut |sentence: Sentence<'_>| {
            let target = targets[index].get(sentence.link.0).and_then(page_of);
            let Some(to) = target.filter(|to| to.0 != index) else {
                return;
            };
            if seen.insert(to) {
                backlinks[to.0].push(Backlink {
                    from: PageId(index),
                    before: sentence.before(),
                    words: sentence.words().to_owned(),
                    after: sentence.after(),
                });
            }
        });
    }
    let title = |backlink: &Backlink| notes[backlink.from.0].head.title.to_lowercase();
    for list in &mut backlinks {
        list.sort_by_cached_key(|backlink| (title(backlink), backlink.from));
    }
    backlinks
}

/// Per page: the entries with the highest sum of what they share, those with a typed relation between them left out
/// (they stand under "Relations" already).
fn related(notes: &[Parsed], edges: &[Edge], links: &[Vec<PageId>]) -> Vec<Vec<PageId>> {
    let shared = Shared::collect(notes, edges, links);
    let mut stated: Vec<BTreeSet<usize>> = vec![BTreeSet::new(); notes.len()];
    for edge in edges {
        stated[edge.from.0].insert(edge.to.0);
        stated[edge.to.0].insert(edge.from.0);
    }
    let mut scores = vec![0.0_f32; notes.len()];
    let mut touched = Vec::new();
    let best = |index: usize| {
        for &(group, weight) in &shared.of_page[index] {
            for &other in &shared.pages[group] {
                if scores[other] == 0.0 {
                    touched.push(other);
                }
                scores[other] += weight;
            }
        }
        for other in &links[index] {
            if scores[other.0] == 0.0 {
                touched.push(other.0);
            }
            scores[other.0] += DIRECT_LINK;
        }
        let is_entry = |other: &usize| matches!(notes[*other].head.front, Front::Entry(_));
        touched.retain(|other| {
            let kept = *other != index && is_entry(other) && !stated[index].contains(other);
            if !kept {
                scores[*other] = 0.0;
            }
            kept
        });
        let order = |a: &usize, b: &usize| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b));
        if touched.len() > RELATED {
            touched.select_nth_unstable_by(RELATED, order);
        }
        let mut best: Vec<usize> = touched.iter().copied().take(RELATED).collect();
        best.sort_by(order);
        touched.drain(..).for_each(|other| scores[other] = 0.0);
        best.into_iter().map(PageId).collect()
    };
    (0..notes.len()).map(best).collect()
}

/// What pages have in common: groups of pages, and per page the groups it belongs to with their weights.
struct Shared {
    pages: Vec<Vec<usize>>,
    of_page: Vec<Vec<(usize, f32)>>,
}

impl Shared {
    fn collect(notes: &[Parsed], edges: &[Edge], links: &[Vec<PageId>]) -> Shared {
        let mut by_object: HashMap<(usize, &str), Vec<usize>> = HashMap::new();
        for edge in edges {
            by_object
                .entry((edge.to.0, edge.kind.name))
                .or_default()
                .push(edge.from.0);
        }
        let mut by_link: Vec<Vec<usize>> = vec![Vec::new(); notes.len()];
        for (index, links) in links.iter().enumerate() {
            for link in links {
                by_link[link.0].push(index);
            }
        }
        let mut by_tag: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, note) in notes.iter().enumerate() {
            for tag in &note.head.tags {
                by_tag.entry(tag).or_default().push(index);
            }
        }
        let mut by_object: Vec<_> = by_object.into_iter().collect();
        by_object.sort_unstable();
        let by_object = by_object
            .into_iter()
            .map(|(_, pages)| (pages, SHARED_RELATION));
        let by_link = by_link.into_iter().map(|pages| (pages, SHARED_LINK));
        let by_tag = by_tag.into_values().map(|pages| (pages, SHARED_TAG));
        let mut shared = Shared {
            pages: Vec::new(),
            of_page: vec![Vec::new(); notes.len()],
        };
        for (pages, weight) in by_object.chain(by_link).chain(by_tag) {
            if (2..=TOO_COMMON).contains(&pages.len()) {
                for page in &pages {
                    shared.of_page[*page].push((shared.pages.len(), weight));
                }
                shared.pages.push(pages);
            }
        }
        shared
    }
}

fn trails(notes: &[Parsed], names: &Names<'_>) -> Vec<Vec<(PageId, usize)>> {
    let mut trails = vec![Vec::new(); notes.len()];
    for (index, note) in notes.iter().enumerate() {
        let Front::Entry(entry) = &note.head.front else {
            continue;
        };
        for (number, step) in entry.steps.iter().enumerate() {
            if let Some(page) = names.id(&step.to) {
                trails[page.0].push((PageId(index), number));
            }
        }
    }
    trails
}
