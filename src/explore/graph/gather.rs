//! The site as a net: which pages are nodes, and what ties them. And the best linked of them.

use crate::explore::graph::tie::{Strength, Tie};
use crate::explore::graph::{Edge, Kind, Net, Node, Shape};
use crate::model::choice::{Class, List};
use crate::model::site::{Page, PageId, Site};

/// The most nodes that are drawn: what a canvas can draw at 60 frames a second without help, and about the most that
/// show anything.
pub const MOST_NODES: usize = 2_000;
/// The most edges that are drawn, for the same reasons.
pub const MOST_EDGES: usize = 10_000;

/// What a note is called where its kind is asked for.
const NOTE: &str = "note";

/// All entries of a site, the notes that something leads to, and what ties them; all nodes still at the middle.
///
/// A note that only leads elsewhere is a page about the directory or a folder's first page. In a vault that has no
/// entries yet, all notes that are tied to anything are nodes.
pub fn gather(site: &Site) -> Net {
    let edges = page_edges(site);
    let degrees = degrees(site.pages.len(), &edges);
    let kinds = kinds(site);
    let led_to = led_to(site.pages.len(), &edges);
    let is_vault = site.pages.iter().all(|page| page.entry().is_none());
    // Which node each page became.
    let mut nodes = Vec::new();
    let mut homes = vec![None; site.pages.len()];
    for ((id, page), degree) in site.numbered().zip(degrees) {
        if page.entry().is_some() || led_to[id.0] || (is_vault && degree > 0) {
            homes[id.0] = u32::try_from(nodes.len()).ok();
            nodes.push(node(page, degree, &kinds));
        }
    }
    let edge = |(from, to, tie): (PageId, PageId, Tie)| {
        let (from, to) = (homes[from.0]?, homes[to.0]?);
        Some(Edge { from, to, tie })
    };
    let mut edges: Vec<Edge> = edges.into_iter().filter_map(edge).collect();
    edges.sort_unstable();
    Net {
        kinds,
        nodes,
        edges,
        ..Net::default()
    }
}

/// The kinds that pages have, in the order of their list.
fn kinds(site: &Site) -> Vec<Kind> {
    let lists = &site.settings.lists;
    let mut used: Vec<&str> = site.pages.iter().map(kind_of).collect();
    used.sort_unstable();
    used.dedup();
    let kind = |value: &str| Kind {
        value: value.to_owned(),
        label: lists.label(List::Kind, value).to_owned(),
        shape: shape(value, lists.class(value)),
    };
    let listed = lists.of(List::Kind).iter().map(|choice| &*choice.value);
    let listed: Vec<&str> = listed
        .filter(|value| used.binary_search(value).is_ok())
        .collect();
    let unlisted = used.iter().filter(|value| !listed.contains(value));
    listed
        .iter()
        .chain(unlisted)
        .map(|value| kind(value))
        .collect()
}

fn kind_of(page: &Page) -> &str {
    page.entry().map_or(NOTE, |entry| &entry.kind)
}

fn shape(kind: &str, class: Class) -> Shape {
    match (kind, class) {
        ("critique", _) => Shape::Cross,
        ("event", _) => Shape::Star,
        ("project" | "tool" | "currency", _) => Shape::Plus,
        ("publication" | "directory", _) => Shape::Sheet,
        ("territory" | "place", _) => Shape::House,
        (_, Class::Idea) => Shape::Circle,
        (_, Class::Entity) => Shape::Hexagon,
        (_, Class::Trail | Class::Note) => Shape::Ring,
    }
}

fn node(page: &Page, degree: u32, kinds: &[Kind]) -> Node {
    let kind = kinds.iter().position(|kind| kind.value == kind_of(page));
    let kind = kind.and_then(|kind| u8::try_from(kind).ok());
    Node {
        address: page.address.to_string(),
        title: page.title.clone(),
        kind: kind.unwrap_or_default(),
        approach: page.entry().and_then(|entry| entry.approach),
        x: 0,
        y: 0,
        degree,
    }
}

/// Relations and links between pages, sorted, without repeats. A symmetric relation that both sides wrote is one edge.
fn page_edges(site: &Site) -> Vec<(PageId, PageId, Tie)> {
    let relations = site.graph.edges.iter().map(|edge| {
        let turned = edge.kind.symmetric && edge.to < edge.from;
        let (from, to) = if turned {
            (edge.to, edge.from)
        } else {
            (edge.from, edge.to)
        };
        (from, to, Tie::of(edge.kind))
    });
    let links = site
        .graph
        .links
        .iter()
        .enumerate()
        .flat_map(|(from, links)| links.iter().map(move |to| (PageId(from), *to, Tie::LINK)));
    let mut edges: Vec<_> = relations.chain(links).collect();
    edges.retain(|(from, to, _)| from != to);
    edges.sort_unstable();
    edges.dedup();
    edges
}

/// Which pages another one leads to.
fn led_to(pages: usize, edges: &[(PageId, PageId, Tie)]) -> Vec<bool> {
    let mut led_to = vec![false; pages];
    for (_, to, _) in edges {
        led_to[to.0] = true;
    }
    led_to
}

/// How many pages each page is tied to.
fn degrees(pages: usize, edges: &[(PageId, PageId, Tie)]) -> Vec<u32> {
    let mut pairs: Vec<(PageId, PageId)> = edges
        .iter()
        .map(|&(from, to, _)| (from.min(to), from.max(to)))
        .collect();
    pairs.sort_unstable();
    pairs.dedup();
    let mut degrees = vec![0; pages];
    for (a, b) in pairs {
        degrees[a.0] += 1;
        degrees[b.0] += 1;
    }
    degrees
}

/// The best linked nodes and their strongest edges, as many as can be drawn. What is left out is counted.
pub fn best_linked(net: Net) -> Net {
    best(net, MOST_NODES, MOST_EDGES)
}

fn best(net: Net, most_nodes: usize, most_edges: usize) -> Net {
    let homes = best_nodes(&net.nodes, most_nodes);
    let edge = |edge: &Edge| {
        let from = homes[edge.from as usize]?;
        let to = homes[edge.to as usize]?;
        Some(Edge { from, to, ..*edge })
    };
    let all = net.edges.iter().filter_map(edge).collect();
    let mut nodes = net.nodes;
    let before = nodes.len();
    let mut home = homes.iter();
    nodes.retain(|_| home.next().is_some_and(Option::is_some));
    let (edges, edges_left_out) = strongest(all, &nodes, most_edges);
    Net {
        kinds: net.kinds,
        nodes_left_out: count(before - nodes.len()),
        nodes,
        edges,
        edges_left_out,
    }
}

/// For each node its new number, where it stays.
fn best_nodes(nodes: &[Node], most: usize) -> Vec<Option<u32>> {
    let mut order: Vec<usize> = (0..nodes.len()).collect();
    order.sort_by_key(|at| (std::cmp::Reverse(nodes[*at].degree), *at));
    order.truncate(most);
    order.sort_unstable();
    let mut homes = vec![None; nodes.len()];
    for (home, at) in (0..).zip(order) {
        homes[at] = Some(home);
    }
    homes
}

/// The strongest edges: typed before links before `related`; among equals those of less linked nodes, which have no other.
fn strongest(mut edges: Vec<Edge>, nodes: &[Node], most: usize) -> (Vec<Edge>, u32) {
    let left_out = edges.len().saturating_sub(most);
    if left_out > 0 {
        let degree = |number: u32| nodes[number as usize].degree;
        let weakness = |edge: &Edge| match edge.tie.strength() {
            Strength::Typed => 0,
            Strength::Link => 1,
            Strength::Related => 2,
        };
        edges.sort_by_key(|edge| {
            let lesser = degree(edge.from).min(degree(edge.to));
            (weakness(edge), lesser, *edge)
        });
        edges.truncate(most);
    }
    edges.sort_unstable();
    (edges, count(left_out))
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::{best, gather};
    use crate::explore::graph::Net;
    use crate::explore::graph::sample::{net, site};

    /// A net as its edges, one a line, nodes without any alone.
    fn drawn(net: &Net) -> String {
        let name = |number: u32| net.nodes[number as usize].address.trim_end_matches('/');
        let alone = |number: &u32| {
            !net.edges
                .iter()
                .any(|e| e.from == *number || e.to == *number)
        };
        let edges = net
            .edges
            .iter()
            .map(|e| format!("{} {} {}", name(e.from), e.tie.name(), name(e.to)));
        let nodes = (0..)
            .take(net.nodes.len())
            .filter(alone)
            .map(|n| name(n).to_owned());
        edges.chain(nodes).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn entries_are_nodes_and_notes_that_something_leads_to() {
        let check = |text, expect| assert_eq!(drawn(&gather(&site(text))), expect);
        check(
            "b uses a; c; note-about link a; a link note-read; note-alone",
            "a link note-read; b uses a; c",
        );
        check("note-a link note-b; note-c", "note-a link note-b");
    }

    #[test]
    fn a_symmetric_relation_is_one_edge_and_a_link_beside_a_relation_stays() {
        let site = site("a allied-with b; b allied-with a; b link a; a link b");
        let expect = "a allied-with b; a link b; b link a";
        assert_eq!(drawn(&gather(&site)), expect);
        assert_eq!(gather(&site).nodes[0].degree, 1);
    }

    #[test]
    fn kinds_are_those_that_occur() {
        let net = gather(&site("a link note-b"));
        let kinds: Vec<&str> = net.kinds.iter().map(|kind| &*kind.value).collect();
        assert_eq!(kinds, ["concept", "note"]);
        assert_eq!(net.kind_label(&net.nodes[1]), "Note");
    }

    #[test]
    fn the_best_linked_and_the_strongest_stay() {
        let check = |nodes, edges, expect, words| {
            let net = net("a uses b; b link c; c related d; a link c; e; f uses a");
            let best = best(net, nodes, edges);
            assert_eq!(drawn(&best), expect);
            assert_eq!(best.left_out_in_words(), words);
        };
        check(
            9,
            9,
            "a uses b; a link c; b link c; c related d; f uses a; e",
            "",
        );
        check(
            3,
            9,
            "a uses b; a link c; b link c",
            "3 entries with fewer connections are not drawn.",
        );
        check(
            9,
            2,
            "a uses b; f uses a; c; d; e",
            "3 weaker connections are not drawn.",
        );
        check(
            5,
            4,
            "a uses b; a link c; b link c; f uses a; d",
            "1 entry with fewer connections is not drawn. 1 weaker connection is not drawn.",
        );
    }
}
